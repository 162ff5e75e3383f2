//! Widths of the bundled typefaces, read once from the font files. Knows no window and no shaping: every character
//! has its own width, without kerning, so that window, SVG and PNG are laid out by the same numbers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use super::measure::{Measure, TextStyle, Weight};
use crate::base::fonts;

/// Ends a text that was cut short.
const ELLIPSIS: char = '…';

/// Measures text in the bundled typefaces. A character that they lack counts as a full em.
#[derive(Clone, Copy, Debug, Default)]
pub struct FontMeasure;

impl Measure for FontMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f32 {
        let advances = advances(style.weight);
        text.chars().map(|letter| advances.of(letter)).sum::<f32>() * style.size
    }
}

/// The font file of a weight.
pub const fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => fonts::REGULAR,
        Weight::Medium => fonts::MEDIUM,
        Weight::SemiBold => fonts::SEMI_BOLD,
        Weight::Mono => fonts::MONO,
    }
}

/// Width in points, in the bundled typefaces.
pub fn width(text: &str, style: TextStyle) -> f32 {
    FontMeasure.width(text, style)
}

/// The width of one character, in points.
pub fn advance(letter: char, style: TextStyle) -> f32 {
    advances(style.weight).of(letter) * style.size
}

/// `text` if it fits into `width`, else its longest start that fits with an ellipsis behind it.
///
/// Where not even the ellipsis fits, the ellipsis is all that comes back.
pub fn elide(text: &str, style: TextStyle, width: f32) -> Cow<'_, str> {
    let advances = advances(style.weight);
    let room = width / style.size;
    let ellipsis = advances.of(ELLIPSIS);
    let mut used = 0.0;
    // The end of the longest start that leaves room for the ellipsis.
    let mut keep = 0;
    for (at, letter) in text.char_indices() {
        if used + ellipsis <= room {
            keep = at;
        }
        used += advances.of(letter);
        if used > room {
            return Cow::Owned(format!("{}{ELLIPSIS}", text[..keep].trim_end()));
        }
    }
    Cow::Borrowed(text)
}

/// Widths in em.
struct Advances {
    ascii: [f32; 128],
    others: HashMap<char, f32>,
}

impl Advances {
    fn read(bytes: &[u8]) -> Self {
        let font = FontRef::new(bytes).expect("the bundled fonts are well formed");
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let others: HashMap<char, f32> = font
            .charmap()
            .mappings()
            .filter_map(|(code, glyph)| Some((char::from_u32(code)?, metrics.advance_width(glyph)? / em)))
            .collect();
        let ascii = std::array::from_fn(|code| others.get(&char::from(code as u8)).copied().unwrap_or(1.0));
        Self { ascii, others }
    }

    fn of(&self, letter: char) -> f32 {
        match self.ascii.get(letter as usize) {
            Some(advance) => *advance,
            None => self.others.get(&letter).copied().unwrap_or(1.0),
        }
    }
}

fn advances(weight: Weight) -> &'static Advances {
    static ALL: [OnceLock<Advances>; 4] = [const { OnceLock::new() }; 4];
    ALL[weight as usize].get_or_init(|| Advances::read(bytes(weight)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: TextStyle = TextStyle::new(13.0, Weight::Regular);

    #[test]
    fn digits_are_as_wide_in_every_weight() {
        for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold, Weight::Mono] {
            for digit in '0'..='9' {
                let width = advance(digit, TextStyle::new(10.0, weight));
                assert!((width - 6.0).abs() < 1e-4, "{digit} is {width} wide in {weight:?}");
            }
        }
    }

    #[test]
    fn what_plex_lacks_counts_as_an_em() {
        assert_eq!(width("漢字", BODY).to_bits(), 26.0f32.to_bits());
        assert!(width("→", BODY) > 0.0 && advance('→', BODY) != BODY.size);
    }

    #[test]
    fn text_that_fits_is_left_alone_and_longer_text_is_cut() {
        let name = "Landelijke Eenheid";
        assert_eq!(elide(name, BODY, width(name, BODY)), name);
        let cut = elide(name, BODY, 80.0);
        assert!(cut.ends_with('…') && cut.starts_with("Landel"), "{cut}");
        assert!(width(&cut, BODY) <= 80.0);
        assert_eq!(elide(name, BODY, 1.0), "…");
        assert_eq!(elide("", BODY, 0.0), "");
        // No space is left hanging before the ellipsis.
        let space = width("Landelijke …", BODY) + 0.01;
        assert_eq!(elide(name, BODY, space), "Landelijke…");
    }
}
