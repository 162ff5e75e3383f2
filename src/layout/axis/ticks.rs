//! The marks of the calendar that are on screen, with the labels that have room.

use jiff::tz::TimeZone;

use super::levels::Stride;
use super::{Axis, Level, Name};
use crate::layout::measure::{Measure, TextStyle};
use crate::model::time::Stamp;
use crate::model::time::civil::{CivilTime, floor_to, next};

/// Least distance of labels in the lower row, in points.
pub const LEAST_PITCH: f32 = 34.0;
/// Free space that a label keeps to the next mark.
const GAP: f32 = 6.0;
/// From a mark to its label.
const INDENT: f32 = 5.0;

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// When.
    pub at: Stamp,
    /// Where it stands; for the first of the upper row this may be left of the axis.
    pub x: f32,
    /// Its label and where that begins, if it has room.
    pub label: Option<(f32, String)>,
}

/// Two rows of marks, each from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The units of both rows.
    pub level: Level,
    /// The coarser row. The first mark is the one at or before the left edge; its label sticks to that edge.
    pub upper: Vec<Tick>,
    /// The finer row: only marks on the axis.
    pub lower: Vec<Tick>,
}

/// The marks for an axis in the calendar of `zone`. `label` puts a name into words.
pub fn ticks(
    axis: Axis,
    zone: &TimeZone,
    styles: (TextStyle, TextStyle),
    measure: &dyn Measure,
    label: &dyn Fn(Name, CivilTime) -> String,
) -> Ticks {
    let (upper_style, lower_style) = styles;
    let say = |name, at| label(name, CivilTime::at(at, zone));
    let level = choose(axis, |name| measure.width(&say(name, axis.shown().end()), lower_style));
    let lower = lower_row(axis, zone, level.lower, &say, &|text| measure.width(text, lower_style));
    let upper = level
        .upper
        .map(|row| upper_row(axis, zone, row, &say, &|text| measure.width(text, upper_style)))
        .unwrap_or_default();
    Ticks { level, upper, lower }
}

/// The finest level whose lower labels keep their distance.
fn choose(axis: Axis, width: impl Fn(Name) -> f32) -> Level {
    let mut coarsest = None;
    for level in Level::all() {
        let (stride, name) = level.lower;
        let pitch = stride.length() / axis.ms_per_point();
        if pitch >= f64::from(LEAST_PITCH) && pitch >= f64::from(width(name) + INDENT + GAP) {
            return level;
        }
        coarsest = Some(level);
    }
    coarsest.expect("there are levels")
}

fn lower_row(
    axis: Axis,
    zone: &TimeZone,
    (stride, name): (Stride, Name),
    say: &dyn Fn(Name, Stamp) -> String,
    width: &dyn Fn(&str) -> f32,
) -> Vec<Tick> {
    let mut row: Vec<Tick> = marks(axis, stride, zone)
        .filter(|at| at.0 as f64 >= axis.from())
        .map(|at| Tick { at, x: axis.x_from_stamp(at), label: None })
        .collect();
    for place in 0..row.len() {
        let text = say(name, row[place].at);
        let end = row.get(place + 1).map_or(axis.right(), |following| following.x);
        let start = row[place].x + INDENT;
        // At the right edge a label is either whole or absent.
        if start + width(&text) <= end {
            row[place].label = Some((start, text));
        }
    }
    if row.iter().all(|tick| tick.label.is_none())
        && let Some(first) = row.first_mut()
    {
        // A single mark near the right edge: its label stands before it.
        let text = say(name, first.at);
        first.label = Some(((first.x - INDENT - width(&text)).max(axis.left()), text));
    }
    row
}

fn upper_row(
    axis: Axis,
    zone: &TimeZone,
    (stride, name): (Stride, Name),
    say: &dyn Fn(Name, Stamp) -> String,
    width: &dyn Fn(&str) -> f32,
) -> Vec<Tick> {
    let stamps: Vec<Stamp> = marks(axis, stride, zone).collect();
    let mut row: Vec<Tick> = stamps.iter().map(|at| Tick { at: *at, x: axis.x_from_stamp(*at), label: None }).collect();
    for place in 0..row.len() {
        let text = say(name, row[place].at);
        let start = row[place].x.max(axis.left()) + INDENT;
        let end = row.get(place + 1).map_or(axis.right(), |following| following.x - GAP);
        // The year is always in sight: what holds the whole axis keeps its label even where that is cut.
        if start + width(&text) <= end || row.len() == 1 {
            row[place].label = Some((start, text));
        }
    }
    if row.iter().all(|tick| tick.label.is_none()) {
        // No stretch is wide enough: the one that shows most keeps its label.
        let visible = |place: usize| {
            let end = row.get(place + 1).map_or(axis.right(), |following| following.x);
            end - row[place].x.max(axis.left())
        };
        let widest = (0..row.len()).max_by(|left, right| visible(*left).total_cmp(&visible(*right)));
        if let Some(place) = widest {
            let start = row[place].x.max(axis.left()) + INDENT;
            row[place].label = Some((start, say(name, row[place].at)));
        }
    }
    row
}

/// Starts of strides, from the one at or before the left edge to the right edge.
pub fn marks(axis: Axis, stride: Stride, zone: &TimeZone) -> impl Iterator<Item = Stamp> {
    let (start, end) = (axis.shown().start(), axis.to());
    let floor = match stride {
        Stride::Calendar(unit, count) => floor_to(start, unit, count, zone),
        Stride::Milliseconds(count) => Stamp(start.0.div_euclid(i64::from(count)) * i64::from(count)),
    };
    let first = match stride {
        // The stretch begins beyond the end of the range.
        Stride::Calendar(unit, count) if !floor.is_bounded() => next(start, unit, count, zone),
        _ => floor,
    };
    let zone = zone.clone();
    std::iter::successors(Some(first), move |at| {
        let following = match stride {
            Stride::Calendar(unit, count) => next(*at, unit, count, &zone),
            Stride::Milliseconds(count) => at.plus(i64::from(count)),
        };
        (following > *at && following.is_bounded()).then_some(following)
    })
    .take_while(move |at| at.0 as f64 <= end)
}
