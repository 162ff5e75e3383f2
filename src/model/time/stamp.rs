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

    /// So many milliseconds later, or earlier where negative. "No bound" stays "no bound".
    #[must_use]
    pub fn plus(self, milliseconds: i64) -> Self {
        if self.is_bounded() { Self(self.0.saturating_add(milliseconds)) } else { self }
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

    /// One millisecond.
    pub const fn at(stamp: Stamp) -> Self {
        Self { start: stamp, end: stamp }
    }

    /// First millisecond.
    pub fn start(self) -> Stamp {
        self.start
    }

    /// Last millisecond.
    pub fn end(self) -> Stamp {
        self.end
    }

    /// Whether `stamp` lies in it, ends included.
    pub fn contains(self, stamp: Stamp) -> bool {
        self.start <= stamp && stamp <= self.end
    }

    /// Whether all of `other` lies in it.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a millisecond.
    pub fn touches(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The least span that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
