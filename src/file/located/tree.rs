//! The text as a tree of values that know where they stand. Nodes hold offsets; texts are decoded when asked for.

use std::borrow::Cow;

/// A value of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// What it is.
    pub shape: Shape,
}

/// What a value is, as far as the brackets and quotes say.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A quoted text.
    Text,
    /// A number.
    Number,
    /// A word without brackets: `true`, `None`, `Confirmed`.
    Word,
    /// `[…]`.
    List(Vec<Node>),
    /// `Name(field: …)`; the name is the first so many bytes and may be empty.
    Block(u32, Vec<Field>),
    /// `Name(…)` without field names; the name as above.
    Tuple(u32, Vec<Node>),
    /// `{…: …}`.
    Map(Vec<(Node, Node)>),
    /// A character, bytes, or a range: RON that no field of a case has.
    Other,
}

/// A named field of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Offset of the name.
    pub start: u32,
    /// Length of the name in bytes.
    pub length: u32,
    /// The value.
    pub value: Node,
}

impl Field {
    /// The name as written.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        slice(text, self.start, self.start + self.length)
    }
}

impl Node {
    /// The text of the value exactly as it stands in the file.
    pub fn source<'t>(&self, text: &'t str) -> &'t str {
        slice(text, self.start, self.end)
    }

    /// The name before the bracket; empty where there is none.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        match self.shape {
            Shape::Block(length, _) | Shape::Tuple(length, _) => slice(text, self.start, self.start + length),
            _ => "",
        }
    }

    /// The field with this name.
    pub fn field(&self, text: &str, name: &str) -> Option<&Node> {
        match &self.shape {
            Shape::Block(_, fields) => fields.iter().find(|field| field.name(text) == name).map(|field| &field.value),
            _ => None,
        }
    }

    /// The only value in the brackets of `Date("…")` and the like; else the value itself.
    pub fn inner(&self) -> &Self {
        match &self.shape {
            Shape::Tuple(_, items) if items.len() == 1 => items[0].inner(),
            _ => self,
        }
    }

    /// The decoded content of a quoted text.
    pub fn text<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        if self.shape != Shape::Text {
            return None;
        }
        let source = self.source(text);
        match source.strip_prefix('r') {
            Some(raw) => Some(Cow::Borrowed(raw.trim_matches('#').strip_prefix('"')?.strip_suffix('"')?)),
            None => unescape(source.strip_prefix('"')?.strip_suffix('"')?).ok(),
        }
    }

    /// The offset in the file of byte `at` of the decoded content.
    pub fn offset_inside(&self, text: &str, at: usize) -> usize {
        let source = self.source(text);
        let quote = source.find('"').map_or(0, |quote| quote + 1);
        let start = self.start as usize + quote;
        if quote != 1 || !source.contains('\\') {
            return (start + at).min(self.end as usize);
        }
        let inner = source.get(1..source.len().saturating_sub(1)).unwrap_or_default();
        let mut content = String::new();
        let mut rest = inner;
        while !rest.is_empty() {
            let here = inner.len() - rest.len();
            let mut letters = rest.chars();
            let next = match letters.next() {
                Some('\\') => escape(letters.as_str(), &mut content),
                Some(letter) => {
                    content.push(letter);
                    Some(letters.as_str())
                }
                None => None,
            };
            if content.len() > at {
                return start + here;
            }
            let Some(next) = next else { break };
            rest = next;
        }
        start + inner.len()
    }
}

fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}

/// The content of a quoted text, or the offset of the first unknown escape.
pub(super) fn unescape(source: &str) -> Result<Cow<'_, str>, usize> {
    let Some(first) = source.find('\\') else { return Ok(Cow::Borrowed(source)) };
    let mut content = String::with_capacity(source.len());
    content.push_str(&source[..first]);
    let mut rest = &source[first..];
    while let Some(at) = rest.find('\\') {
        content.push_str(&rest[..at]);
        let here = source.len() - rest.len() + at;
        rest = escape(&rest[at + 1..], &mut content).ok_or(here)?;
    }
    content.push_str(rest);
    Ok(Cow::Owned(content))
}

/// Reads what follows a backslash, and gives what follows that.
fn escape<'t>(rest: &'t str, content: &mut String) -> Option<&'t str> {
    let mut letters = rest.chars();
    let plain = match letters.next()? {
        letter @ ('\'' | '"' | '\\') => letter,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'x' => return bytes_escape(letters.as_str(), content),
        'u' => {
            let (digits, after) = letters.as_str().strip_prefix('{')?.split_once('}')?;
            if digits.is_empty() || digits.len() > 6 {
                return None;
            }
            content.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            return Some(after);
        }
        // A backslash at the end of a line joins it to the next.
        '\r' if rest.starts_with("\r\n") => return Some(rest.trim_start_matches([' ', '\t', '\n', '\r'])),
        '\n' => return Some(rest.trim_start_matches([' ', '\t', '\n', '\r'])),
        _ => return None,
    };
    content.push(plain);
    Some(letters.as_str())
}

/// One character as the one to four bytes of its UTF-8, each `\xNN`; the first `\x` is already read.
fn bytes_escape<'t>(mut rest: &'t str, content: &mut String) -> Option<&'t str> {
    let mut bytes = Vec::with_capacity(4);
    loop {
        bytes.push(u8::from_str_radix(rest.get(..2)?, 16).ok()?);
        rest = &rest[2..];
        if let Ok(character) = std::str::from_utf8(&bytes) {
            content.push_str(character);
            return Some(rest);
        }
        if bytes.len() == 4 {
            return None;
        }
        rest = rest.strip_prefix("\\x")?;
    }
}
