//! Where labels stand: in the bar, right of it, left of it, else nowhere.

use super::marks::Mark;
use super::rows::extent;
use super::shape::{Shape, Tip};

/// Free space in a bar at either side of its label.
const INSIDE: f64 = 6.0;
/// From a bar to its label.
const BESIDE_BAR: f64 = 8.0;
/// From the edge of a diamond to its label: 11 from its middle.
const BESIDE_DIAMOND: f64 = 4.5;
/// From one part of a label to the next.
const PART_GAP: f64 = 5.0;
/// Width of the sign for "contested", "unsourced" or "impossible".
pub const SIGN: f64 = 13.0;
/// Width kept for the pill of a cluster.
const PILL: f64 = 26.0;
/// Width of the `?` of a questioned moment.
pub const QUESTION: f64 = 7.0;

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

/// A label with its signs in front and its pill behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Width of the text.
    pub text: f64,
    /// How many signs stand before the text.
    pub signs: usize,
    /// Whether a `?` stands before them.
    pub question: bool,
    /// Whether a pill stands behind the text.
    pub pill: bool,
}

impl Block {
    /// The label of a mark; `lead` is the member that gives the text, room is kept for the widest.
    pub fn of(mark: &Mark, lead: usize) -> Self {
        let widest = mark.members.iter().map(|member| member.width).fold(0.0, f32::max);
        debug_assert!(lead < mark.members.len());
        let signs = [mark.is_contested, mark.is_unsourced, mark.is_impossible()];
        Self {
            text: f64::from(widest),
            signs: if mark.is_rival { 0 } else { signs.into_iter().filter(|shown| *shown).count() },
            question: mark.is_questioned && !mark.is_rival,
            pill: mark.members.len() > 1,
        }
    }

    /// Width of all parts.
    pub fn width(&self) -> f64 {
        let question = if self.question { QUESTION + PART_GAP } else { 0.0 };
        let pill = if self.pill { PILL + PART_GAP } else { 0.0 };
        question + self.signs as f64 * (SIGN + PART_GAP) + self.text + pill
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.width() <= 0.0
    }

    /// Whether the label fits into a bar. Signs and pills stand beside it, never in it.
    pub fn fits_inside(&self, shapes: &[Shape]) -> bool {
        let [shape] = shapes else { return false };
        self.signs == 0
            && !self.pill
            && !self.question
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

    /// Where a label in a bar starts, if `view` is what can be seen: in the middle of the bar, but on screen as long as
    /// the bar is. And whether the bar began off screen.
    pub fn inside(&self, shape: Shape, width: f64, view: (f64, f64)) -> Option<(f64, bool)> {
        let (left, right) = shape.inside()?;
        let begins_before = left < view.0;
        let sticky = if begins_before { view.0 + INSIDE + width_of_sign(begins_before) } else { left + INSIDE };
        let last = right.min(view.1) - INSIDE - width;
        let shown = (left.max(view.0), right.min(view.1));
        let middle = if left.is_finite() && right.is_finite() { f64::midpoint(left, right) } else { f64::midpoint(shown.0, shown.1) };
        let start = (middle - width / 2.0).min(last).max(sticky);
        // Never beyond its own bar; at the edges of the screen it goes with the bar.
        let start = start.min(right - INSIDE - width);
        (start + width > view.0 && start < view.1).then_some((start, begins_before))
    }
}

/// Room for the `‹` of a bar that began off screen.
fn width_of_sign(shown: bool) -> f64 {
    if shown { 8.0 } else { 0.0 }
}
