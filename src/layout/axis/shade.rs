//! Weekends and nights, for shading them where days and hours are wide enough.

use jiff::tz::TimeZone;

use super::Axis;
use crate::model::time::Stamp;
use crate::model::time::civil::{CivilDate, CivilTime, Unit, floor, next};

/// Weekends are shaded from days of so many points on, nights from hours of so many.
const LEAST: f64 = 6.0;
const HOUR: f64 = 3_600_000.0;
/// Saturday.
const SATURDAY: u8 = 6;
/// The night: from this hour to that of the next day.
const NIGHT: (u8, u8) = (22, 6);

/// Where weekends lie on screen in the calendar of `zone`: left and right edges, from left to right. None where a day is
/// narrow.
pub fn weekends(axis: Axis, zone: &TimeZone) -> Vec<(f32, f32)> {
    if 24.0 * HOUR / axis.ms_per_point() < LEAST {
        return Vec::new();
    }
    // From the Monday on: the weekend is what is left of the week from its sixth day.
    shaded(axis, Unit::Week, zone, |monday| {
        let date = |days: i64| at_hour(monday.date.plus_days(days), 0, zone);
        (date(i64::from(SATURDAY) - 1), date(7))
    })
}

/// The same of nights, from 22:00 to 06:00 by the clock of `zone`. None where an hour is narrow.
pub fn nights(axis: Axis, zone: &TimeZone) -> Vec<(f32, f32)> {
    if HOUR / axis.ms_per_point() < LEAST {
        return Vec::new();
    }
    // The night that begins on the day before reaches into this one.
    shaded(axis, Unit::Day, zone, |day| {
        (at_hour(day.date.plus_days(-1), NIGHT.0, zone), at_hour(day.date, NIGHT.1, zone))
    })
}

fn at_hour(date: CivilDate, hour: u8, zone: &TimeZone) -> Stamp {
    CivilTime { date, hour, minute: 0, second: 0, millisecond: 0 }.stamp(zone)
}

/// What of a stretch in each unit of the calendar is on screen, outside cuts.
fn shaded(axis: Axis, unit: Unit, zone: &TimeZone, stretch: impl Fn(CivilTime) -> (Stamp, Stamp)) -> Vec<(f32, f32)> {
    let mut found = Vec::new();
    for (from, to) in axis.stretches() {
        let mut start = floor(Stamp(from as i64), unit, zone);
        // One unit more: the last stretch may begin in the unit before its own.
        let mut is_over = false;
        while !is_over && start.is_bounded() {
            is_over = start.0 as f64 > to;
            let (first, after) = stretch(CivilTime::at(start, zone));
            let (first, after) = ((first.0 as f64).max(from), (after.0 as f64).min(to));
            if after > first {
                found.push((axis.x_from_ms(first), axis.x_from_ms(after)));
            }
            start = next(start, unit, 1, zone);
        }
    }
    found
}
