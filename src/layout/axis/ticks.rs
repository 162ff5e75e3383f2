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
    /// Where it stands.
    pub x: f32,
    /// Whether it is on the axis. The mark before the left edge, and the one before the end of a cut, are not: only
    /// their labels are.
    pub is_shown: bool,
    /// Its label and where that begins, if it has room.
    pub label: Option<(f32, String)>,
}

/// Two rows of marks, each from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The units of both rows.
    pub level: Level,
    /// The coarser row. The first mark is the one at or before the left edge; its label sticks to that edge, and as well
    /// to the right edge of a cut.
    pub upper: Vec<Tick>,
    /// The finer row: only marks on the axis.
    pub lower: Vec<Tick>,
}

/// A part of the axis without a cut, in time and in points.
#[derive(Clone, Copy)]
struct Stretch {
    time: (f64, f64),
    left: f32,
    right: f32,
}

fn stretches(axis: Axis) -> Vec<Stretch> {
    let stretch = |time: (f64, f64)| Stretch { time, left: axis.x_from_ms(time.0), right: axis.x_from_ms(time.1) };
    let mut all: Vec<Stretch> = axis.stretches().map(stretch).collect();
    // The edges themselves, without what rounding does to them.
    if let Some(first) = all.first_mut().filter(|first| first.time.0 <= axis.from()) {
        first.left = axis.left();
    }
    if let Some(last) = all.last_mut().filter(|last| last.time.1 >= axis.to()) {
        last.right = axis.right();
    }
    all
}

/// The marks for an axis in the calendar of `zone`. `label` puts a name into words; labels of the lower row stay clear
/// of what is `taken` there, from left to right.
pub fn ticks(
    axis: Axis,
    zone: &TimeZone,
    styles: (TextStyle, TextStyle),
    measure: &dyn Measure,
    label: &dyn Fn(Name, CivilTime) -> String,
    taken: &[(f32, f32)],
) -> Ticks {
    let (upper_style, lower_style) = styles;
    let say = |name, at| label(name, CivilTime::at(at, zone));
    let level = choose(axis, |name| measure.width(&say(name, axis.shown().end()), lower_style));
    let stretches = stretches(axis);
    let writer = Writer { axis, zone, stretches: &stretches, say: &say };
    let lower = writer.lower_row(level.lower, &|text| measure.width(text, lower_style), taken);
    let upper =
        level.upper.map(|row| writer.upper_row(row, &|text| measure.width(text, upper_style))).unwrap_or_default();
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

/// Puts rows of marks together.
struct Writer<'a> {
    axis: Axis,
    zone: &'a TimeZone,
    stretches: &'a [Stretch],
    say: &'a dyn Fn(Name, Stamp) -> String,
}

impl Writer<'_> {
    /// The marks in one stretch, the one before its left edge included.
    fn marks(&self, stretch: Stretch, stride: Stride) -> Vec<Tick> {
        let (from, to) = stretch.time;
        marks_between(from, to, stride, self.zone)
            // What follows a cut begins with the first moment after it.
            .filter(|at| (at.0 as f64) < to || to >= self.axis.to())
            .map(|at| Tick { at, x: self.axis.x_from_stamp(at), is_shown: at.0 as f64 >= from, label: None })
            .collect()
    }

    fn lower_row(
        &self,
        (stride, name): (Stride, Name),
        width: &dyn Fn(&str) -> f32,
        taken: &[(f32, f32)],
    ) -> Vec<Tick> {
        let is_free = |start: f32, end: f32| taken.iter().all(|(left, right)| end < *left || start > *right);
        let mut all = Vec::new();
        for stretch in self.stretches {
            let mut row = self.marks(*stretch, stride);
            row.retain(|tick| tick.is_shown);
            for place in 0..row.len() {
                let text = (self.say)(name, row[place].at);
                let end = row.get(place + 1).map_or(stretch.right, |following| following.x);
                let start = row[place].x + INDENT;
                // At the right edge a label is either whole or absent.
                if start + width(&text) <= end && is_free(start, start + width(&text)) {
                    row[place].label = Some((start, text));
                }
            }
            all.extend(row);
        }
        if all.iter().all(|tick| tick.label.is_none())
            && let Some(first) = all.first_mut()
        {
            // A single mark near the right edge: its label stands before it.
            let text = (self.say)(name, first.at);
            let start = (first.x - INDENT - width(&text)).max(self.axis.left());
            first.label = is_free(start, start + width(&text)).then_some((start, text));
        }
        all
    }

    fn upper_row(&self, (stride, name): (Stride, Name), width: &dyn Fn(&str) -> f32) -> Vec<Tick> {
        let mut all: Vec<Tick> = Vec::new();
        // Where what a mark begins is seen, up to the next mark or cut.
        let mut visible = Vec::new();
        for stretch in self.stretches {
            let last = all.last().map(|tick| tick.at);
            let row = self.marks(*stretch, stride);
            for (place, tick) in row.iter().enumerate().filter(|(_, tick)| Some(tick.at) > last) {
                let end = row.get(place + 1).map_or(stretch.right, |following| following.x);
                let is_last = place + 1 == row.len();
                visible.push((tick.x.max(stretch.left), end, is_last));
                all.push(tick.clone());
            }
        }
        let is_alone = all.len() == 1;
        for (tick, (left, right, is_last)) in all.iter_mut().zip(&visible) {
            let text = (self.say)(name, tick.at);
            let end = if *is_last { *right } else { right - GAP };
            // The year is always in sight: what holds the whole axis keeps its label even where that is cut.
            if left + INDENT + width(&text) <= end || is_alone {
                tick.label = Some((left + INDENT, text));
            }
        }
        if all.iter().all(|tick| tick.label.is_none()) {
            // No stretch is wide enough: the one that shows most keeps its label.
            let shown = |place: &usize| visible[*place].1 - visible[*place].0;
            let widest = (0..all.len()).max_by(|left, right| shown(left).total_cmp(&shown(right)));
            if let Some(place) = widest {
                all[place].label = Some((visible[place].0 + INDENT, (self.say)(name, all[place].at)));
            }
        }
        all
    }
}

/// Starts of strides, from the one at or before the left edge to the right edge; those inside cuts are left out, but for
/// the one before the end of each.
pub fn marks(axis: Axis, stride: Stride, zone: &TimeZone) -> impl Iterator<Item = Stamp> {
    let mut last = None;
    let stretches: Vec<(f64, f64)> = axis.stretches().collect();
    let zone = zone.clone();
    stretches
        .into_iter()
        .flat_map(move |(from, to)| marks_between(from, to, stride, &zone).collect::<Vec<_>>())
        .filter(move |at| Some(*at) > last.replace(*at))
}

/// Starts of strides, from the one at or before `from` to `to`.
fn marks_between(from: f64, to: f64, stride: Stride, zone: &TimeZone) -> impl Iterator<Item = Stamp> {
    let start = Stamp(from as i64);
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
    .take_while(move |at| at.0 as f64 <= to)
}
