//! The full date at either end of the axis. Nothing is more worth its room: labels of the upper row give way to it.

use jiff::tz::TimeZone;

use super::{Axis, Name, Stride, Ticks};
use crate::layout::measure::{Measure, TextStyle};
use crate::model::time::Stamp;
use crate::model::time::civil::{CivilTime, Unit};

/// From the edge to a date.
const INDENT: f32 = 5.0;
/// Free space that a date keeps to the labels beside it.
const GAP: f32 = 8.0;

/// The dates at both ends of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ends {
    /// Where the left date begins, and what it says.
    pub left: (f32, String),
    /// The same of the right one; none where the axis is too narrow for both.
    pub right: Option<(f32, String)>,
    /// What both take, from left to right.
    taken: [(f32, f32); 2],
    /// The left edges of cuts, and the right edge of the axis.
    limits: Vec<f32>,
}

impl Ends {
    /// Whether nothing of them stands between two positions.
    pub fn are_clear_of(&self, left: f32, right: f32) -> bool {
        self.taken.iter().all(|(start, end)| right + GAP <= *start || left - GAP >= *end)
    }

    /// Whether one of them stands across a position.
    pub fn cover(&self, x: f32) -> bool {
        self.taken.iter().any(|(start, end)| (*start..=*end).contains(&x))
    }

    /// Where a label of this width fits behind the left date, before `next`.
    fn behind_left(&self, x: f32, width: f32, next: f32) -> Option<f32> {
        let start = x.max(self.taken[0].1 + GAP);
        let limit = self.limits.iter().copied().filter(|limit| *limit > x).fold(next - GAP, f32::min);
        (start + width <= limit && self.are_clear_of(start, start + width)).then_some(start)
    }
}

/// The first and the last moment of an axis in the calendar of `zone`, as fine as its marks, a day or finer.
pub fn ends(
    axis: Axis,
    zone: &TimeZone,
    ticks: &Ticks,
    style: TextStyle,
    measure: &dyn Measure,
    label: &dyn Fn(Name, CivilTime) -> String,
) -> Ends {
    let name = match ticks.level.lower.0 {
        Stride::Milliseconds(_) => Name::DayAndClockWithMilliseconds,
        Stride::Calendar(Unit::Second, _) => Name::DayAndClockWithSeconds,
        Stride::Calendar(Unit::Hour | Unit::Minute, _) => Name::DayAndClock,
        Stride::Calendar(..) => Name::Date,
    };
    let say = |ms: f64| label(name, CivilTime::at(Stamp(ms as i64), zone));
    let (first, last) = (say(axis.from()), say(axis.to()));
    let (first_width, last_width) = (measure.width(&first, style), measure.width(&last, style));
    let left = axis.left() + INDENT;
    let right = axis.right() - INDENT - last_width;
    let has_room = right >= left + first_width + GAP;
    let nowhere = (f32::INFINITY, f32::INFINITY);
    Ends {
        left: (left, first),
        right: has_room.then_some((right, last)),
        taken: [(left, left + first_width), if has_room { (right, right + last_width) } else { nowhere }],
        limits: axis.cuts_on_screen().map(|(_, left, _)| left).chain([axis.right()]).collect(),
    }
}

impl Ticks {
    /// Makes room for the dates at the ends: a label of the upper row stands behind the left one where there is room
    /// before the next mark, or goes.
    pub fn give_way(&mut self, ends: &Ends, style: TextStyle, measure: &dyn Measure) {
        let marks: Vec<f32> = self.upper.iter().map(|tick| tick.x).chain([f32::INFINITY]).collect();
        for (tick, next) in self.upper.iter_mut().zip(&marks[1..]) {
            tick.label = tick.label.take().and_then(|(x, text)| {
                let width = measure.width(&text, style);
                if ends.are_clear_of(x, x + width) {
                    return Some((x, text));
                }
                // What begins before the left edge is said by the date there.
                let start = if tick.is_shown { ends.behind_left(x, width, *next) } else { None };
                start.map(|start| (start, text))
            });
        }
    }
}
