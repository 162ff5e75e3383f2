//! Single values, and blocks on one line.

use std::fmt::Write as _;

use crate::model::source::Extra;
use crate::model::time::{About, When};

/// A text in quotes. What would break the line or turn the reading direction is escaped; all else stays as it is.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    push_quoted(&mut quoted, text);
    quoted
}

fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if is_escaped(letter) => {
                // Writing to a text cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

fn is_escaped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The shortest text that reads back as the same number; whole numbers without a point.
pub(super) fn number(number: f64) -> String {
    let size = number.abs();
    if size != 0.0 && !(1e-5..1e16).contains(&size) { format!("{number:e}") } else { format!("{number}") }
}

/// A list of texts on one line.
pub(super) fn texts<'a>(list: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::from("[");
    for text in list {
        if out.len() > 1 {
            out.push_str(", ");
        }
        push_quoted(&mut out, text);
    }
    out.push(']');
    out
}

/// The value of an `…_about` field.
pub(super) fn about(about: About) -> String {
    match about {
        About::Days(count) => format!("Days({count})"),
        About::Months(count) => format!("Months({count})"),
        About::Years(count) => format!("Years({count})"),
    }
}

/// A block on one line, or a list of such blocks.
pub(super) struct Inline {
    text: String,
    empty: bool,
}

impl Inline {
    pub(super) fn new(name: &str) -> Self {
        Self { text: format!("{name}("), empty: true }
    }

    pub(super) fn field(&mut self, name: &str, value: &str) {
        if !std::mem::take(&mut self.empty) {
            self.text.push_str(", ");
        }
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(value);
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.field(name, &quoted(text));
    }

    pub(super) fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    pub(super) fn when(&mut self, name: &str, when: Option<&When>) {
        if let Some(when) = when {
            self.text(name, when.text());
            if let Some(reach) = when.about() {
                self.field(&format!("{name}_about"), &about(reach));
            }
        }
    }

    pub(super) fn list(&mut self, name: &str, list: impl ExactSizeIterator<Item = String>) {
        if list.len() > 0 {
            self.field(name, &format!("[{}]", list.collect::<Vec<_>>().join(", ")));
        }
    }

    pub(super) fn extras(&mut self, extras: &[Extra]) {
        for extra in extras {
            self.field(&extra.name, &extra.text);
        }
    }

    pub(super) fn done(mut self) -> String {
        self.text.push(')');
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{number, quoted};

    #[test]
    fn numbers_are_short_and_read_back() {
        assert_eq!(number(120.0), "120");
        assert_eq!(number(-40.5), "-40.5");
        assert_eq!(number(0.1), "0.1");
        for value in [1e300, 5e-324, 123_456_789.123, f64::MAX, -0.0, 1e16, 9_007_199_254_740_993.0] {
            let text = number(value);
            assert!(text.len() < 26, "{text}");
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{text}");
        }
    }

    #[test]
    fn texts_stay_on_their_line() {
        assert_eq!(quoted("a\n\"b\"\\\u{202E}\u{7}é"), "\"a\\n\\\"b\\\"\\\\\\u{202e}\\u{7}é\"");
    }
}
