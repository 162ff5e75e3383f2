//! The time axis: which time lies at which point of the screen, and where the marks of the calendar stand.
//!
//! Time runs evenly on it, but for cuts that leave empty stretches out ([`Cuts`]). Without cuts nothing is squeezed.
//!
//! Has no opinion on where the axis sits on screen or how a user pans and zooms.

mod cuts;
mod ends;
mod levels;
mod shade;
mod ticks;

pub use cuts::{Cut, Cuts, MOST_CUTS};
pub use ends::{Ends, ends};
pub use levels::{Level, Name, Stride};
pub use shade::{nights, weekends};
pub use ticks::{Tick, Ticks, marks, ticks};

use crate::model::time::{Span, Stamp};

/// Times shown lie within this many milliseconds of 1970, some 190 million years: two thirds of what a stamp can hold,
/// so that the marks around them can be counted too.
const FARTHEST: f64 = 6.0e18;

/// Fewest milliseconds a point: 20 points a millisecond.
const FINEST: f64 = 0.05;

/// A point stands for at least so many steps of the floating-point numbers around the time shown. Far from 1970 this
/// keeps x and time exact to a hundredth of a point.
const STEPS_PER_POINT: f64 = 200.0;

/// Positions are kept within this many points, which is off any screen yet harmless in single precision.
const OFF_SCREEN: f64 = 1.0e6;

/// Maps time to x. Time is in milliseconds since 1970-01-01T00:00Z, x in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Time at the left edge.
    from: f64,
    /// Milliseconds a point.
    ms_per_point: f64,
    /// Left edge.
    x0: f32,
    /// Width, at least one point.
    width: f32,
    /// Time that is left out.
    cuts: Cuts,
}

impl Axis {
    /// An axis that starts at time `from` and runs from `x0` over `width` points. What is not a number, or beyond the
    /// range, is brought into it.
    pub fn new(from: f64, ms_per_point: f64, x0: f32, width: f32) -> Self {
        let width = if width.is_finite() { width.max(1.0) } else { 1.0 };
        Self { from, ms_per_point, x0, width, cuts: Cuts::NONE }.clamped()
    }

    /// The axis that shows `span` with margins of so many points at the left and right. A span without length shows
    /// the hour around it; an unbounded end counts as the end of the range.
    pub fn fit(span: Span, margins: (f32, f32), x0: f32, width: f32) -> Self {
        Self::fit_with(span, Cuts::NONE, margins, x0, width)
    }

    /// The same with time left out.
    pub fn fit_with(span: Span, cuts: Cuts, margins: (f32, f32), x0: f32, width: f32) -> Self {
        const HALF_AN_HOUR: f64 = 1_800_000.0;
        let (mut start, mut end) = (span.start().0 as f64, span.end().0 as f64);
        if end - start < 1.0 {
            (start, end) = (start - HALF_AN_HOUR, end + HALF_AN_HOUR);
        }
        let room = f64::from((width - margins.0 - margins.1).max(width * 0.1).max(1.0));
        let ms_per_point = cuts.scale((start, end), room);
        let from = cuts.walk(start, -f64::from(margins.0) * ms_per_point, ms_per_point);
        Self { from, ms_per_point, cuts, ..Self::new(from, ms_per_point, x0, width) }.clamped()
    }

    /// The same axis with other time left out: the time at `x` stays there.
    #[must_use]
    pub fn with_cuts(self, cuts: Cuts, x: f32) -> Self {
        let fixed = self.stamp_from_x(x);
        let axis = Self { cuts, ..self };
        Self { ms_per_point: axis.limited(self.ms_per_point, self.from), ..axis }.with_time_at(fixed, x)
    }

    /// The same axis, moved so that a time lies at `x`.
    #[must_use]
    pub fn with_time_at(self, ms: f64, x: f32) -> Self {
        let from = self.cuts.walk(ms, -f64::from(x - self.x0) * self.ms_per_point, self.ms_per_point);
        Self { from, ..self }.clamped()
    }

    /// A part of the way to another axis: 0 is this one, 1 the other. On the way time is left out as there.
    #[must_use]
    pub fn towards(self, to: Self, share: f64) -> Self {
        let ms_per_point = self.ms_per_point * (to.ms_per_point / self.ms_per_point).powf(share);
        let way = to.cuts.between(self.from, to.from, ms_per_point);
        Self { from: to.cuts.walk(self.from, way * share, ms_per_point), ms_per_point, ..to }.clamped()
    }

    /// The same stretch of time on another stretch of the screen: the left time and the scale stay.
    #[must_use]
    pub fn placed(self, x0: f32, width: f32) -> Self {
        Self { cuts: self.cuts, ..Self::new(self.from, self.ms_per_point, x0, width) }.clamped()
    }

    /// Time at the left edge, in milliseconds.
    pub fn from(self) -> f64 {
        self.from
    }

    /// Time at the right edge, in milliseconds.
    pub fn to(self) -> f64 {
        self.walk(self.from, f64::from(self.width))
    }

    /// Milliseconds a point.
    pub fn ms_per_point(self) -> f64 {
        self.ms_per_point
    }

    /// Left edge, in points.
    pub fn left(self) -> f32 {
        self.x0
    }

    /// Right edge, in points.
    pub fn right(self) -> f32 {
        self.x0 + self.width
    }

    /// Width in points.
    pub fn width(self) -> f32 {
        self.width
    }

    /// What is left out where that saves room.
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// The cuts that leave time out at this scale and of which something is on screen, with their left and right edges,
    /// which may lie off screen.
    pub fn cuts_on_screen(&self) -> impl Iterator<Item = (Cut, f32, f32)> {
        let (from, to) = (self.from, self.to());
        self.cuts.closed(self.ms_per_point).filter_map(move |cut| {
            let (start, end) = (cut.span().start().0 as f64, cut.span().end().plus(1).0 as f64);
            (end > from && start < to).then(|| (cut, self.x_from_ms(start), self.x_from_ms(end)))
        })
    }

    /// The stretches of time on screen in which time runs evenly: all between the cuts, from left to right.
    pub fn stretches(&self) -> impl Iterator<Item = (f64, f64)> {
        let to = self.to();
        let cuts = self.cuts_on_screen().map(|(cut, ..)| cut.span());
        let ends = cuts.map(Some).chain(std::iter::once(None));
        let mut from = self.from;
        ends.filter_map(move |cut| {
            let start = from;
            let end = cut.map_or(to, |cut| cut.start().0 as f64);
            from = cut.map_or(to, |cut| cut.end().plus(1).0 as f64);
            (end > start).then_some((start, end))
        })
    }

    /// The stretch of time on screen.
    pub fn shown(self) -> Span {
        Span::new(stamp(self.from), stamp(self.to()))
    }

    /// Where a time lies on a ruler that begins in 1970, at the scale of this axis: in points, in double precision. Equal
    /// for axes of one scale; [`Self::offset`] brings it on screen.
    pub fn points(self, stamp: Stamp) -> f64 {
        self.points_between(0.0, stamp.0 as f64)
    }

    /// Whether the two have one scale: [`Self::points`] is the same for both.
    pub fn is_as_large_as(self, other: Self) -> bool {
        self.ms_per_point.total_cmp(&other.ms_per_point).is_eq() && self.cuts == other.cuts
    }

    /// What is added to [`Self::points`] to get an x on screen.
    pub fn offset(self) -> f64 {
        f64::from(self.x0) - self.points_between(0.0, self.from)
    }

    /// How far something at `x`, a place as in [`Self::points`], may reach to the right (or left) without coming out at
    /// the other side of a cut: in points; infinitely far where no cut follows.
    pub fn room_beside(&self, x: f64, to_right: bool) -> f64 {
        /// What rounding may do to an edge.
        const STEP: f64 = 0.5;
        self.cuts
            .closed(self.ms_per_point)
            .map(|cut| {
                let (left, right) = (self.points(cut.span().start()), self.points(cut.span().end().plus(1)));
                if to_right { right - x } else { x - left }
            })
            .filter(|room| *room > STEP)
            .fold(f64::INFINITY, f64::min)
    }

    /// How many points one time lies right of another.
    fn points_between(self, from: f64, to: f64) -> f64 {
        self.cuts.between(from, to, self.ms_per_point) / self.ms_per_point
    }

    /// The time so many points right of another.
    fn walk(self, from: f64, points: f64) -> f64 {
        self.cuts.walk(from, points * self.ms_per_point, self.ms_per_point)
    }

    /// Where a time lies; a time far off screen lies a million points away.
    pub fn x_from_ms(self, ms: f64) -> f32 {
        let offset = self.points_between(self.from, ms);
        (f64::from(self.x0) + offset.clamp(-OFF_SCREEN, OFF_SCREEN)) as f32
    }

    /// Where a point in time lies. "No bound" lies off screen.
    pub fn x_from_stamp(self, stamp: Stamp) -> f32 {
        self.x_from_ms(stamp.0 as f64)
    }

    /// Where the first moment after a span lies: the right edge of what fills it.
    pub fn x_after(self, last: Stamp) -> f32 {
        self.x_from_stamp(last.plus(1))
    }

    /// The time at `x`, in milliseconds with their fraction.
    pub fn stamp_from_x(self, x: f32) -> f64 {
        self.walk(self.from, f64::from(x - self.x0))
    }

    /// The millisecond at `x`.
    pub fn nearest_stamp(self, x: f32) -> Stamp {
        stamp(self.stamp_from_x(x).round())
    }

    /// Moved so that what is on screen follows a hand that moves `points` to the right.
    #[must_use]
    pub fn pan(self, points: f32) -> Self {
        Self { from: self.walk(self.from, -f64::from(points)), ..self }.clamped()
    }

    /// Enlarged by `factor` (more than 1 = closer); the time at `x` stays there unless the range ends.
    #[must_use]
    pub fn zoom_at(self, x: f32, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let fixed = self.stamp_from_x(x);
        let ms_per_point = self.limited(self.ms_per_point / factor, fixed);
        Self { ms_per_point, ..self }.with_time_at(fixed, x)
    }

    /// A scale within its limits for times around `at`. What lies at the far sides of the cuts can be on screen too.
    fn limited(self, ms_per_point: f64, at: f64) -> f64 {
        let at = at.abs().max(self.cuts.farthest());
        let coarsest = 2.0 * FARTHEST / f64::from(self.width);
        let exact = (at * f64::EPSILON * STEPS_PER_POINT).max(FINEST);
        if ms_per_point.is_nan() { coarsest } else { ms_per_point.clamp(exact.min(coarsest), coarsest) }
    }

    fn clamped(self) -> Self {
        let from = if self.from.is_nan() { 0.0 } else { self.from.clamp(-FARTHEST, FARTHEST) };
        let ms_per_point = self.limited(self.ms_per_point, from);
        let last = self.cuts.walk(FARTHEST, -f64::from(self.width) * ms_per_point, ms_per_point);
        Self { from: from.clamp(-FARTHEST, last.max(-FARTHEST)), ms_per_point, ..self }
    }
}

fn stamp(ms: f64) -> Stamp {
    Stamp(ms as i64)
}

#[cfg(test)]
mod calendar_tests;
#[cfg(test)]
mod cuts_tests;
#[cfg(test)]
mod tests;
