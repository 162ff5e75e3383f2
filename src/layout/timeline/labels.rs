//! Where labels stand: in the bar, right of it, left of it, else nowhere.

use super::marks::{Mark, Sign};
use super::rows::extent;
use super::shape::{Shape, Tip};

/// Free space in a bar at either side of its label.
const INSIDE: f64 = 6.0;
/// From a bar to its label.
const BESIDE_BAR: f64 = 8.0;
/// From the edge of a diamond to its label: 11 from its middle.
const BESIDE_DIAMOND: f64 = 4.5;
/// From one part of a label to the next.
pub const PART_GAP: f64 = 5.0;
/// Width kept for the pill of a cluster.
const PILL: f64 = 26.0;

/// Room for the `‹` of a bar that began off screen.
const STICKY: f64 = 8.0;

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// In the bar.
    Inside,
    /// Right of the mark.
    Right,
    /// Left of the mark.
    Left,
    /// There is no room.
    Nowhere,
}

impl Side {
    /// Where the label reads best: in the bar; left of what has no known start; else right.
    pub fn preferred(shapes: &[Shape], block: &Block, is_link: bool) -> Self {
        if !is_link && block.fits_inside(shapes) {
            return Self::Inside;
        }
        let has_open_left = matches!(shapes.first(), Some(Shape::Bar { start: Tip::Unknown(_), .. }));
        if has_open_left { Self::Left } else { Self::Right }
    }

    /// The other side, for labels beside a mark.
    pub fn other(self) -> Option<Self> {
        match self {
            Self::Right => Some(Self::Left),
            Self::Left => Some(Self::Right),
            Self::Inside | Self::Nowhere => None,
        }
    }
}

/// Width of a sign before a label.
pub fn width_of_sign(sign: Sign) -> f64 {
    match sign {
        Sign::Questioned => 7.0,
        Sign::Contested | Sign::Unsourced | Sign::Impossible => 13.0,
    }
}

/// A label with its signs in front and its pill behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Width of the text.
    pub text: f64,
    /// Width of the signs before the text, with the space behind each.
    pub signs: f64,
    /// Whether a pill stands behind the text.
    pub pill: bool,
}

impl Block {
    /// The label of a mark: room is kept for the widest of its members, as any of them may be selected.
    pub fn of(mark: &Mark) -> Self {
        let widest = mark.members.iter().map(|member| member.width).fold(0.0, f32::max);
        Self {
            text: f64::from(widest),
            signs: mark.signs.iter().map(|sign| width_of_sign(*sign) + PART_GAP).sum(),
            pill: mark.members.len() > 1 && !mark.is_rival,
        }
    }

    /// Width of all parts.
    pub fn width(&self) -> f64 {
        let pill = if self.pill { PILL + PART_GAP } else { 0.0 };
        self.signs + self.text + pill
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.width() <= 0.0
    }

    /// Whether the label fits into a bar. Signs and pills stand beside it, never in it.
    pub fn fits_inside(&self, shapes: &[Shape]) -> bool {
        let [shape] = shapes else { return false };
        self.signs <= 0.0
            && !self.pill
            && self.text > 0.0
            && shape.inside().is_some_and(|(left, right)| right - left >= self.text + 2.0 * INSIDE)
    }

    /// From where to where the label runs at a side; none inside, nowhere, or if there is no label.
    pub fn span(&self, shapes: &[Shape], side: Side) -> Option<(f64, f64)> {
        if self.is_empty() {
            return None;
        }
        let (left, right) = extent(shapes);
        let beside = |shape: Option<&Shape>| match shape {
            Some(Shape::Diamond { .. }) => BESIDE_DIAMOND,
            _ => BESIDE_BAR,
        };
        match side {
            Side::Right => {
                let start = right + beside(shapes.last());
                Some((start, start + self.width()))
            }
            Side::Left => {
                let end = left - beside(shapes.first());
                Some((end - self.width(), end))
            }
            Side::Inside | Side::Nowhere => None,
        }
    }
}

/// Where a label of this width starts in its bar, if `view` is what can be seen: in the middle of the bar, but on
/// screen as long as the bar is. And whether it sticks to the edge, because the bar began off screen.
pub fn inside(shape: Shape, width: f64, view: (f64, f64)) -> Option<(f64, bool)> {
    let (left, right) = shape.inside()?;
    let begins_before = left < view.0;
    let first = if begins_before { view.0 + INSIDE + STICKY } else { left + INSIDE };
    let last = right.min(view.1) - INSIDE - width;
    let (from, to) =
        if left.is_finite() && right.is_finite() { (left, right) } else { (left.max(view.0), right.min(view.1)) };
    let start = (f64::midpoint(from, to) - width / 2.0).min(last).max(first);
    // Never beyond its own bar: at the edges of the screen it goes with it.
    let start = start.min(right - INSIDE - width);
    let is_sticky = begins_before && start <= first;
    (start + width > view.0 && start < view.1).then_some((start, is_sticky))
}
