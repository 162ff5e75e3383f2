//! What a date looks like, in points. Positions count from 1970 at the scale of the axis, in double precision, so that
//! shapes keep their distances however far off screen they lie.

use super::form::{End, Form};
use crate::layout::axis::Axis;
use crate::model::time::{Edge, Precision, Stamp};

/// Half the width of a diamond.
pub const DIAMOND: f64 = 6.5;
/// How far what is not known fades.
pub const UNKNOWN_FADE: f64 = 118.0;
/// Room for the `?` behind a fade.
const QUESTION: f64 = 14.0;
/// A moment that may lie anywhere in so many points is drawn as wide as that.
const LEAST_STRETCH: f64 = 14.0;
/// A day, or a finer date, stays one diamond until it is this wide: below, the axis tells no more than the day.
const LEAST_FINE_STRETCH: f64 = 68.0;
/// An end that is known to within so many points counts as sharp.
const SHARP: f64 = 6.0;
/// The least width of a bar, so that it can be seen and hit.
const LEAST_BAR: f64 = 3.0;

/// One end of a bar. The number is where it stops.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tip {
    /// Sharp, where the solid part stops.
    Crisp,
    /// Hatched: somewhere in here.
    Hatched(f64),
    /// Fades out over the stretch in which it lies.
    Fade(f64),
    /// Fades out over a fixed stretch, then `?`.
    Unknown(f64),
    /// Goes on for ever: an arrowhead at the edge of the screen.
    Open,
}

/// What one date looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A moment.
    Diamond {
        /// Its middle.
        x: f64,
        /// Not exact: the date is coarser than a day, or "about".
        hollow: bool,
    },
    /// A diamond pulled apart: once, somewhere in here.
    Stretch {
        /// Where what is written starts.
        left: f64,
        /// Where what is written ends.
        right: f64,
        /// Where "about" reaches at the left; equal to `left` where it is not about.
        outer_left: f64,
        /// Where "about" reaches at the right.
        outer_right: f64,
    },
    /// A period.
    Bar {
        /// Where the solid part starts.
        left: f64,
        /// Where the solid part ends; not left of `left`.
        right: f64,
        /// What is left of the solid part.
        start: Tip,
        /// What is right of the solid part.
        end: Tip,
    },
    /// Ends before it starts.
    BowTie {
        /// Left corner.
        left: f64,
        /// Right corner.
        right: f64,
    },
}

impl Shape {
    /// The shape of a form at the scale of an axis; where the axis begins does not matter.
    pub fn new(form: Form, axis: &Axis) -> Self {
        let x = |stamp: Stamp| axis.points(stamp);
        let after = |stamp: Stamp| x(stamp.plus(1));
        match form {
            Form::Moment { written, outer, precision, .. } => Self::moment(
                (x(written.start()), after(written.end())),
                (x(outer.start()), after(outer.end())),
                precision,
            ),
            Form::Impossible(span) => Self::bow_tie(x(span.start()), after(span.end())),
            Form::Period { start, end } => Self::bar(start, end, x, after, |x, to_right| axis.room_beside(x, to_right)),
        }
    }

    fn moment(written: (f64, f64), outer: (f64, f64), precision: Precision) -> Self {
        let is_fine = precision >= Precision::Day && written == outer;
        let least = if is_fine { LEAST_FINE_STRETCH } else { LEAST_STRETCH };
        if outer.1 - outer.0 < least {
            return Self::Diamond { x: f64::midpoint(written.0, written.1), hollow: !is_fine };
        }
        Self::Stretch { left: written.0, right: written.1, outer_left: outer.0, outer_right: outer.1 }
    }

    fn bow_tie(left: f64, right: f64) -> Self {
        let middle = f64::midpoint(left, right);
        let half = (right - left).max(2.0 * LEAST_STRETCH) / 2.0;
        Self::BowTie { left: middle - half, right: middle + half }
    }

    /// `room` tells how far a fade may reach from a place, to the right or to the left.
    fn bar(
        start: End,
        end: End,
        x: impl Fn(Stamp) -> f64,
        after: impl Fn(Stamp) -> f64,
        room: impl Fn(f64, bool) -> f64,
    ) -> Self {
        // Where the solid part may begin and stop, and how it goes on from there; no place where nothing is known but
        // what the other end says.
        let (left, start_tip) = match start.edge {
            Edge::Open => (Some(f64::NEG_INFINITY), Some(Tip::Open)),
            Edge::Unknown => ((start.latest < end.earliest).then(|| after(start.latest)), None),
            edge => sharpened(x(start.earliest), after(start.latest), edge),
        };
        let (right, end_tip) = match end.edge {
            Edge::Open => (Some(f64::INFINITY), Some(Tip::Open)),
            Edge::Unknown => ((start.latest < end.earliest).then(|| x(end.earliest)), None),
            edge => sharpened(after(end.latest), x(end.earliest), edge),
        };
        let mut left = left.or(right).unwrap_or(0.0);
        let mut right = right.unwrap_or(left);
        if right < left {
            // The two uncertain stretches overlap: nothing in between is sure.
            let middle = f64::midpoint(left, right);
            (left, right) = (middle, middle);
        }
        let fade = |x: f64, to_right: bool| UNKNOWN_FADE.min((room(x, to_right) - QUESTION).max(0.0));
        let start = start_tip.unwrap_or_else(|| Tip::Unknown(left - fade(left, false)));
        let end = end_tip.unwrap_or_else(|| Tip::Unknown(right + fade(right, true)));
        if start == Tip::Crisp && end == Tip::Crisp {
            right = right.max(left + LEAST_BAR);
        }
        Self::Bar { left, right, start, end }
    }

    /// What is covered with ink, with the `?` behind a fade: left and right.
    pub fn extent(self) -> (f64, f64) {
        match self {
            Self::Diamond { x, .. } => (x - DIAMOND, x + DIAMOND),
            Self::Stretch { outer_left, outer_right, .. } => (outer_left, outer_right),
            Self::BowTie { left, right } => (left, right),
            Self::Bar { left, right, start, end } => (reach(left, start, -QUESTION), reach(right, end, QUESTION)),
        }
    }

    /// The point by which the shape is tied to others: the middle of a moment, the surer end of a period.
    pub fn anchor(self) -> f64 {
        match self {
            Self::Diamond { x, .. } => x,
            Self::Stretch { left, right, .. } | Self::BowTie { left, right } => f64::midpoint(left, right),
            Self::Bar { left, right, start, end } => match (start, end) {
                (Tip::Crisp, _) => left,
                (_, Tip::Crisp) | (Tip::Unknown(_) | Tip::Open, _) => right,
                _ => left,
            },
        }
    }

    /// Whether it ends in a straight edge at `x`, its left or right extent.
    pub fn is_sharp_at(self, x: f64) -> bool {
        match self {
            Self::Bar { left, start: Tip::Crisp, .. } if x <= left => true,
            Self::Bar { right, end: Tip::Crisp, .. } => x >= right,
            _ => false,
        }
    }

    /// The shape moved to the right.
    #[must_use]
    pub fn moved(self, by: f64) -> Self {
        let tip = |tip: Tip| match tip {
            Tip::Hatched(stop) => Tip::Hatched(stop + by),
            Tip::Fade(stop) => Tip::Fade(stop + by),
            Tip::Unknown(stop) => Tip::Unknown(stop + by),
            Tip::Crisp | Tip::Open => tip,
        };
        match self {
            Self::Diamond { x, hollow } => Self::Diamond { x: x + by, hollow },
            Self::Stretch { left, right, outer_left, outer_right } => Self::Stretch {
                left: left + by,
                right: right + by,
                outer_left: outer_left + by,
                outer_right: outer_right + by,
            },
            Self::Bar { left, right, start, end } => {
                Self::Bar { left: left + by, right: right + by, start: tip(start), end: tip(end) }
            }
            Self::BowTie { left, right } => Self::BowTie { left: left + by, right: right + by },
        }
    }

    /// The stretch in which a label may stand, for shapes that can carry one.
    pub fn inside(self) -> Option<(f64, f64)> {
        match self {
            Self::Stretch { left, right, .. } => Some((left, right)),
            // On the solid part; where there is none, on the hatching.
            Self::Bar { left, right, .. } if right > left => Some((left, right)),
            Self::Bar { left, right, start, end } => {
                let hatched = |solid: f64, tip: Tip| if let Tip::Hatched(stop) = tip { stop } else { solid };
                Some((hatched(left, start), hatched(right, end)))
            }
            Self::Diamond { .. } | Self::BowTie { .. } => None,
        }
    }

    /// The span of time in which something of it may be seen, for leaving out what is off screen.
    pub fn touches(self, from: f64, to: f64) -> bool {
        let (left, right) = self.extent();
        left <= to && from <= right
    }
}

/// Where the solid part begins for an end that lies between `stop` and `solid`, and its look. A sharp end is solid as
/// far as what is written.
fn sharpened(stop: f64, solid: f64, edge: Edge) -> (Option<f64>, Option<Tip>) {
    if (solid - stop).abs() < SHARP {
        (Some(stop), Some(Tip::Crisp))
    } else if edge == Edge::Firm {
        (Some(solid), Some(Tip::Hatched(stop)))
    } else {
        (Some(solid), Some(Tip::Fade(stop)))
    }
}

fn reach(solid: f64, tip: Tip, question: f64) -> f64 {
    match tip {
        Tip::Crisp => solid,
        Tip::Hatched(stop) | Tip::Fade(stop) => stop,
        Tip::Unknown(stop) => stop + question,
        Tip::Open => f64::INFINITY.copysign(question),
    }
}
