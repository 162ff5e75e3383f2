//! Points and stretches on the axis: milliseconds since 1970-01-01T00:00Z, saturating at both ends of the range.

/// A point in time: milliseconds since 1970-01-01T00:00Z. `MIN` and `MAX` stand for "no bound".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

impl Stamp {
    /// No lower bound.
    pub const MIN: Self = Self(i64::MIN);
    /// No upper bound.
    pub const MAX: Self = Self(i64::MAX);

    /// Whether this is a real point and not "no bound".
    pub fn is_bounded(self) -> bool {
        self != Self::MIN && self != Self::MAX
    }
}

/// A stretch of time; both ends belong to it. The end is never before the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    start: Stamp,
    end: Stamp,
}

impl Span {
    /// From `start` to `end`, in whichever order they are given.
    pub fn new(start: Stamp, end: Stamp) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// First millisecond.
    pub fn start(self) -> Stamp {
        self.start
    }

    /// Last millisecond.
    pub fn end(self) -> Stamp {
        self.end
    }
}
