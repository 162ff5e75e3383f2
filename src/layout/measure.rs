//! How wide text is. The same answer with and without a window, so that screen and paper are laid out alike.

/// Weight of text; `Mono` is the regular weight of the fixed-width family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
    Mono,
}

/// Size (points) and weight of text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TextStyle {
    pub size: f32,
    pub weight: Weight,
}

impl TextStyle {
    /// Size in points, and weight.
    pub const fn new(size: f32, weight: Weight) -> Self {
        Self { size, weight }
    }
}

/// Tells how wide a line of text is.
pub trait Measure {
    /// Width in points.
    fn width(&self, text: &str, style: TextStyle) -> f32;
}

/// Every character is 0.6 em wide: for tests of layout that must not depend on a font.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fixed;

impl Measure for Fixed {
    fn width(&self, text: &str, style: TextStyle) -> f32 {
        text.chars().count() as f32 * style.size * 0.6
    }
}
