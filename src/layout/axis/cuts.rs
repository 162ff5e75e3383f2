//! Stretches of time that are left out of an axis.
//!
//! Time is *squeezed*: it runs evenly outside the cuts, and through each cut so fast that this takes only a fixed width
//! of the screen. How wide a cut is hangs on the scale alone and not on where the axis begins, so that panning moves
//! everything by the same.

use crate::model::time::{Span, Stamp};

/// Most cuts of one axis: more would be a picture of cuts.
pub const MOST_CUTS: usize = 12;

/// A cut closes where it would else be wider than so many times its own width.
const CLOSES: f64 = 3.0;

/// A stretch of time that is left out where this saves room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    span: Span,
    width: u8,
}

impl Cut {
    /// Leaves out `span`, which is bounded, on `width` points.
    pub fn new(span: Span, width: u8) -> Self {
        Self { span, width }
    }

    /// The time that is left out.
    pub fn span(self) -> Span {
        self.span
    }

    /// Where it begins, in milliseconds.
    fn start(self) -> f64 {
        self.span.start().0 as f64
    }

    /// The first moment after it, in milliseconds.
    fn end(self) -> f64 {
        self.span.end().plus(1).0 as f64
    }

    fn length(self) -> f64 {
        self.end() - self.start()
    }

    /// Whether time is left out at this scale.
    pub fn is_closed(self, ms_per_point: f64) -> bool {
        self.length() / ms_per_point > CLOSES * f64::from(self.width)
    }

    /// How wide it is on screen, in points. It closes with the scale and not at once, so that zooming never jumps: from
    /// three times its width, where it begins to close, to five times, where it has its width.
    fn points(self, ms_per_point: f64) -> f64 {
        let (length, width) = (self.length() / ms_per_point, f64::from(self.width));
        if length <= CLOSES * width { length } else { (2.0 * CLOSES * width - length).max(width) }
    }

    /// Squeezed milliseconds a millisecond.
    fn share(self, ms_per_point: f64) -> f64 {
        self.points(ms_per_point) * ms_per_point / self.length()
    }
}

/// The cuts of an axis, in order of time; none overlaps another. Kept small: an axis is copied often.
#[derive(Clone, Copy, PartialEq)]
pub struct Cuts {
    spans: [Span; MOST_CUTS],
    widths: [u8; MOST_CUTS],
    count: u8,
}

impl Cuts {
    /// No cuts: true scale.
    pub const NONE: Self = Self { spans: [Span::at(Stamp(0)); MOST_CUTS], widths: [0; MOST_CUTS], count: 0 };

    /// The longest of these cuts, as many as an axis may have. What is unbounded, or overlaps a longer one, is left out.
    pub fn new(cuts: impl IntoIterator<Item = Cut>) -> Self {
        let is_bounded = |cut: &Cut| cut.span.start().is_bounded() && cut.span.end().is_bounded();
        let mut longest: Vec<Cut> = cuts.into_iter().filter(is_bounded).filter(|cut| cut.width > 0).collect();
        longest.sort_by(|one, other| other.length().total_cmp(&one.length()));
        let mut kept: Vec<Cut> = Vec::with_capacity(MOST_CUTS);
        for cut in longest {
            if kept.len() < MOST_CUTS && kept.iter().all(|known| !known.span.touches(cut.span)) {
                kept.push(cut);
            }
        }
        kept.sort_by_key(|cut| cut.span.start());
        let mut all = Self::NONE;
        for (place, cut) in kept.iter().enumerate() {
            (all.spans[place], all.widths[place]) = (cut.span, cut.width);
        }
        all.count = kept.len() as u8;
        all
    }

    /// The cuts, in order of time, whether or not they are closed at some scale.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Cut> {
        let places = 0..usize::from(self.count);
        places.map(|place| Cut { span: self.spans[place], width: self.widths[place] })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The cuts that leave time out at a scale.
    pub fn closed(&self, ms_per_point: f64) -> impl DoubleEndedIterator<Item = Cut> {
        self.iter().filter(move |cut| cut.is_closed(ms_per_point))
    }

    /// How far the farthest edge of a cut is from 1970, in milliseconds.
    pub(super) fn farthest(&self) -> f64 {
        self.iter().map(|cut| cut.start().abs().max(cut.end().abs())).fold(0.0, f64::max)
    }

    /// Squeezed milliseconds from one time to another; negative where the other is earlier.
    pub(super) fn between(&self, from: f64, to: f64, ms_per_point: f64) -> f64 {
        let (first, last) = (from.min(to), from.max(to));
        let mut squeezed = to - from;
        for cut in self.closed(ms_per_point) {
            let saved = (last.min(cut.end()) - first.max(cut.start())).max(0.0) * (1.0 - cut.share(ms_per_point));
            squeezed -= if to < from { -saved } else { saved };
        }
        squeezed
    }

    /// The time that lies so many squeezed milliseconds after another, or before it where negative.
    pub(super) fn walk(&self, from: f64, by: f64, ms_per_point: f64) -> f64 {
        if by < 0.0 { self.back(from, -by, ms_per_point) } else { self.forth(from, by, ms_per_point) }
    }

    fn forth(&self, from: f64, by: f64, ms_per_point: f64) -> f64 {
        let (mut at, mut left) = (from, by);
        for cut in self.closed(ms_per_point).filter(|cut| cut.end() > from) {
            let before = (cut.start() - at).max(0.0);
            if left <= before {
                break;
            }
            (at, left) = (at.max(cut.start()), left - before);
            let share = cut.share(ms_per_point);
            let inside = (cut.end() - at) * share;
            if left <= inside {
                return at + left / share;
            }
            (at, left) = (cut.end(), left - inside);
        }
        at + left
    }

    fn back(&self, from: f64, by: f64, ms_per_point: f64) -> f64 {
        let (mut at, mut left) = (from, by);
        for cut in self.closed(ms_per_point).rev().filter(|cut| cut.start() < from) {
            let after = (at - cut.end()).max(0.0);
            if left <= after {
                break;
            }
            (at, left) = (at.min(cut.end()), left - after);
            let share = cut.share(ms_per_point);
            let inside = (at - cut.start()) * share;
            if left <= inside {
                return at - left / share;
            }
            (at, left) = (cut.start(), left - inside);
        }
        at - left
    }

    /// The scale at which the time between two moments takes `room` points, in milliseconds a point.
    pub(super) fn scale(&self, (start, end): (f64, f64), room: f64) -> f64 {
        const STEPS: usize = 80;
        let coarsest = (end - start) / room;
        if self.is_empty() {
            return coarsest;
        }
        // With every cut open all fits at the coarsest scale; with every cut closed nothing is finer than the finest.
        let kept =
            self.iter().fold(end - start, |kept, cut| kept - (end.min(cut.end()) - start.max(cut.start())).max(0.0));
        if kept <= 0.0 {
            // All of it lies in a cut, which no scale makes wider.
            return coarsest;
        }
        let (mut fine, mut coarse) = (kept / room, coarsest);
        for _ in 0..STEPS {
            let middle = (fine * coarse).sqrt();
            if self.between(start, end, middle) / middle > room {
                fine = middle;
            } else {
                coarse = middle;
            }
        }
        coarse
    }
}

impl Default for Cuts {
    fn default() -> Self {
        Self::NONE
    }
}

impl std::fmt::Debug for Cuts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
