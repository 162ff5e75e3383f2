//! What a date says of one point, with "no bound" and "for ever" told apart.

use crate::model::time::{Bounds, Edge, Stamp, When};

/// No lower bound is known.
pub const NO_LOWER: i64 = i64::MIN + 1;
/// No upper bound is known.
pub const NO_UPPER: i64 = i64::MAX - 1;

/// A point lies from `lower` to `upper`, both included. The ends of the range stand for "has always been" and "goes on
/// for ever", of which nothing lies beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub lower: i64,
    pub upper: i64,
}

impl Limits {
    pub const NONE: Self = Self { lower: NO_LOWER, upper: NO_UPPER };

    fn new(earliest: Stamp, latest: Stamp, edge: Edge) -> Self {
        if edge == Edge::Open {
            return Self { lower: earliest.0, upper: latest.0 };
        }
        Self { lower: earliest.0.clamp(NO_LOWER, NO_UPPER), upper: latest.0.clamp(NO_LOWER, NO_UPPER) }
    }
}

/// As a bound of a date.
pub fn stamp(value: i64) -> Stamp {
    match value {
        NO_LOWER => Stamp::MIN,
        NO_UPPER => Stamp::MAX,
        value => Stamp(value),
    }
}

/// What a date says of its start and its end, all of it and without what is questioned. A moment's start is the whole
/// of it.
pub fn limits(when: Option<&When>) -> [[Limits; 2]; 2] {
    let Some(when) = when else { return [[Limits::NONE; 2]; 2] };
    let two_ends = super::network::lasts(when);
    [when.bounds(), when.sure_bounds()].map(|bounds| {
        if two_ends {
            let Bounds { earliest_start, latest_start, earliest_end, latest_end } = bounds;
            let start = Limits::new(earliest_start, latest_start, when.start_edge());
            [start, Limits::new(earliest_end, latest_end, when.end_edge())]
        } else {
            [Limits::new(bounds.earliest_start, bounds.latest_end, Edge::Firm); 2]
        }
    })
}
