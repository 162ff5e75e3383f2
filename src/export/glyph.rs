//! Text as outlines of the bundled typefaces. Characters that they lack become hollow boxes and are counted.

use std::collections::HashMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider as _};
use vello_cpu::kurbo::{Affine, BezPath, Shape as _};

use crate::layout::font;
use crate::layout::measure::{TextStyle, Weight};

/// Reads each outline once; one lives as long as a picture is drawn.
#[derive(Default)]
pub(super) struct Glyphs {
    outlines: HashMap<(Weight, char), Option<BezPath>>,
    /// Characters drawn as boxes so far.
    pub(super) missing: usize,
}

impl Glyphs {
    /// The outline of a line of text whose baseline begins at a point.
    pub(super) fn path(&mut self, text: &str, style: TextStyle, [x, y]: [f64; 2]) -> BezPath {
        let size = f64::from(style.size);
        let mut path = BezPath::new();
        let mut pen = x;
        for letter in text.chars() {
            let outline = self.outlines.entry((style.weight, letter)).or_insert_with(|| outline(style.weight, letter));
            if outline.is_none() {
                self.missing += 1;
            }
            let advance = f64::from(font::advance(letter, style));
            match outline {
                Some(outline) => path.extend(Affine::new([size, 0.0, 0.0, -size, pen, y]) * &*outline),
                None => path.extend(hollow_box(pen, y, advance, size)),
            }
            pen += advance;
        }
        path
    }
}

/// The outline of a character in em, y up; empty for spaces, none where the typeface lacks it.
fn outline(weight: Weight, letter: char) -> Option<BezPath> {
    let font = FontRef::new(font::bytes(weight)).expect("the bundled fonts are well formed");
    let glyph = font.charmap().map(letter)?;
    let em = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    let mut pen = Pen(BezPath::new());
    if let Some(outline) = font.outline_glyphs().get(glyph) {
        outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    }
    pen.0.apply_affine(Affine::scale(1.0 / em));
    Some(pen.0)
}

/// Stands for a character that cannot be drawn: two rectangles, the inner one running the other way.
fn hollow_box(x: f64, y: f64, advance: f64, size: f64) -> BezPath {
    let outer = vello_cpu::kurbo::Rect::new(x + 0.12 * advance, y - 0.7 * size, x + 0.88 * advance, y);
    let mut path = outer.to_path(0.1);
    path.extend(outer.inset(-0.07 * size).to_path(0.1).reverse_subpaths());
    path
}

struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to((f64::from(ax), f64::from(ay)), (f64::from(bx), f64::from(by)), (f64::from(x), f64::from(y)));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_outlines_and_strangers_are_counted() {
        let mut glyphs = Glyphs::default();
        let style = TextStyle::new(12.0, Weight::Regular);
        let known = glyphs.path("Argus – 9 mrt 2021 → ≠", style, [0.0, 0.0]);
        assert_eq!(glyphs.missing, 0);
        assert!(known.bounding_box().width() > 80.0);
        assert!(glyphs.path(" ", style, [0.0, 0.0]).elements().is_empty());
        assert!(!glyphs.path("漢字", style, [0.0, 0.0]).elements().is_empty());
        assert_eq!(glyphs.missing, 2);
    }
}
