//! Walking the axis in calendar units of a zone.

use jiff::tz::TimeZone;

use super::Stamp;
use super::civil::{CivilDate, DAY, HOUR, MINUTE, SECOND};
use super::zone::{first_of_day, last_change, local, offset_at, stamp_of};

/// A unit of calendar or clock. Coarser compares as less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// From 1 January.
    Year,
    /// Three months from January, April, July or October.
    Quarter,
    /// From the first.
    Month,
    /// ISO week, from Monday.
    Week,
    /// From midnight, or the first moment after it that the clock shows.
    Day,
    /// Hour on the clock.
    Hour,
    /// Minute on the clock.
    Minute,
    /// Second on the clock.
    Second,
}

impl Unit {
    /// Milliseconds in a unit of the clock.
    fn length(self) -> i64 {
        match self {
            Self::Hour => HOUR,
            Self::Minute => MINUTE,
            Self::Second => SECOND,
            _ => DAY,
        }
    }
}

/// Start of the unit in which `stamp` lies. "No bound" stays as it is.
pub fn floor(stamp: Stamp, unit: Unit, zone: &TimeZone) -> Stamp {
    floor_to(stamp, unit, 1, zone)
}

/// Start of the stretch of `multiple` units in which `stamp` lies. Stretches of years, quarters and months are counted
/// from the year 0, of weeks and days from 1970, of hours, minutes and seconds from each midnight. A `multiple` of 0
/// counts as 1.
pub fn floor_to(stamp: Stamp, unit: Unit, multiple: u32, zone: &TimeZone) -> Stamp {
    if !stamp.is_bounded() {
        return stamp;
    }
    let multiple = i64::from(multiple.max(1));
    let down = |count: i64| count.div_euclid(multiple) * multiple;
    let (day, of_day) = local(stamp, zone);
    let first = |date| first_of_day(date, zone);
    let date = CivilDate::from_number(day);
    let year = CivilDate { year: 0, month: 1, day: 1 };
    let floored = match unit {
        Unit::Year => first(CivilDate { year: down(date.year), ..year }),
        Unit::Quarter => first(year.plus_months(3 * down(date.year * 4 + i64::from(date.quarter()) - 1))),
        Unit::Month => first(year.plus_months(down(date.year * 12 + i64::from(date.month) - 1))),
        // Day -3 was a Monday.
        Unit::Week => first(CivilDate::from_number(down((day + 3).div_euclid(7)) * 7 - 3)),
        Unit::Day => first(CivilDate::from_number(down(day))),
        Unit::Hour | Unit::Minute | Unit::Second => {
            let length = (unit.length() * multiple).min(DAY);
            let shown = of_day.div_euclid(length) * length;
            let back = Stamp(stamp.0.saturating_sub(of_day - shown));
            if offset_at(back, zone) == offset_at(stamp, zone) {
                back
            } else {
                // The clock was changed in between: the last time before `stamp` that it showed the start.
                let place = stamp_of(day, shown, zone);
                let shown = if place.last() <= stamp { place.last() } else { place.first() };
                // Where it was put back, starts that it showed just before lie later than that.
                let change = last_change(stamp, zone).filter(|change| *change > back);
                let before = change.map(|change| floor_to(change.plus(-1), unit, multiple as u32, zone));
                before.filter(|before| *before > shown && *before <= stamp).unwrap_or(shown)
            }
        }
    };
    floored.min(stamp)
}

/// `count` units later, or earlier where negative, at the same time on the clock; the 31st becomes the last day of a
/// shorter month, a time that the clock jumps over becomes the moment of the jump. Hours, minutes and seconds are
/// elapsed time. "No bound" stays as it is.
pub fn step(stamp: Stamp, unit: Unit, count: i64, zone: &TimeZone) -> Stamp {
    if !stamp.is_bounded() || count == 0 {
        return stamp;
    }
    if unit >= Unit::Hour {
        return stamp.plus(count.saturating_mul(unit.length()));
    }
    let (day, of_day) = local(stamp, zone);
    let date = CivilDate::from_number(day);
    let date = match unit {
        Unit::Year => date.plus_months(count.saturating_mul(12)),
        Unit::Quarter => date.plus_months(count.saturating_mul(3)),
        Unit::Month => date.plus_months(count),
        Unit::Week => date.plus_days(count.saturating_mul(7)),
        _ => date.plus_days(count),
    };
    stamp_of(date.number(), of_day, zone).first()
}

/// The first start of a stretch of `multiple` units after `stamp`, counted as in [`floor_to`]: what to draw the next
/// tick at. Always later than `stamp`, but for "no bound", which stays as it is.
pub fn next(stamp: Stamp, unit: Unit, multiple: u32, zone: &TimeZone) -> Stamp {
    if !stamp.is_bounded() {
        return stamp;
    }
    let count = i64::from(multiple.max(1));
    let floored = floor_to(stamp, unit, multiple, zone);
    let stepped = floor_to(step(floored, unit, count, zone), unit, multiple, zone);
    let mut candidates = [stepped; 5];
    if unit >= Unit::Hour {
        // Where the clock is changed, elapsed time misses the time that the clock shows next, and the other way round
        // it shows some times twice.
        let length = (unit.length() * count).min(DAY);
        let shown_after = |stamp: Stamp| {
            let (day, of_day) = local(stamp, zone);
            stamp_of(day, (of_day.div_euclid(length) * length + length).min(DAY), zone)
        };
        // A clock that was put back shows starts anew that lie between this one and the next that it will show.
        let [near, far] = [stamp, stamp.plus(length)].map(shown_after);
        candidates = [stepped, near.first(), near.last(), far.first(), far.last()];
    }
    let after = candidates.into_iter().filter(|candidate| *candidate > stamp).min();
    after.unwrap_or_else(|| step(stamp, unit, count, zone).max(stamp.plus(1)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amsterdam, shown, when};
    use super::*;

    fn stamp(text: &str) -> Stamp {
        when(text).bounds().earliest_start
    }

    fn text(stamp: Stamp) -> String {
        shown(stamp, &amsterdam())
    }

    #[test]
    fn floors_are_those_of_the_local_calendar() {
        let at = stamp("2021-03-31T17:43:21.5");
        for (unit, multiple, expected) in [
            (Unit::Year, 1, "2021-01-01"),
            (Unit::Year, 10, "2020-01-01"),
            (Unit::Quarter, 1, "2021-01-01"),
            (Unit::Month, 1, "2021-03-01"),
            (Unit::Month, 6, "2021-01-01"),
            (Unit::Week, 1, "2021-03-29"),
            (Unit::Day, 1, "2021-03-31"),
            (Unit::Hour, 1, "2021-03-31T17:00"),
            (Unit::Hour, 6, "2021-03-31T12:00"),
            (Unit::Minute, 15, "2021-03-31T17:30"),
            (Unit::Second, 1, "2021-03-31T17:43:21.000"),
        ] {
            assert_eq!(text(floor_to(at, unit, multiple, &amsterdam().zone)), expected, "{multiple} {unit:?}");
        }
    }

    #[test]
    fn hours_around_the_end_of_summer_time_are_all_there() {
        let zone = amsterdam().zone;
        let mut hours = vec![stamp("2021-10-31")];
        while hours.len() < 26 {
            hours.push(next(hours[hours.len() - 1], Unit::Hour, 1, &zone));
        }
        assert!(hours.windows(2).all(|pair| pair[1].0 - pair[0].0 == HOUR));
        let midday = hours.iter().position(|hour| text(*hour) == "2021-10-31T12:00");
        assert_eq!(midday, Some(13));
        // 02:40 the second time lies in the second hour that starts with 02.
        let second = Stamp(stamp("2021-10-31T02:00").0 + HOUR + 40 * MINUTE);
        assert_eq!(floor(second, Unit::Hour, &zone), hours[3]);
    }

    #[test]
    fn six_hour_ticks_keep_to_the_clock_across_both_changes() {
        for (day, after) in [("2021-03-28", "2021-03-29"), ("2021-10-31", "2021-11-01")] {
            let mut tick = stamp(day);
            for hour in ["T06:00", "T12:00", "T18:00"] {
                tick = next(tick, Unit::Hour, 6, &amsterdam().zone);
                assert_eq!(text(tick), format!("{day}{hour}"));
            }
            assert_eq!(text(next(tick, Unit::Hour, 6, &amsterdam().zone)), after);
            assert_eq!(text(next(tick, Unit::Hour, 24, &amsterdam().zone)), after);
        }
    }

    #[test]
    fn ticks_of_thirteen_minutes_go_on_in_the_hour_that_comes_twice() {
        let zone = amsterdam().zone;
        let mut tick = stamp("2021-10-31T02:49");
        let mut shown = Vec::new();
        for _ in 0..7 {
            let following = next(tick, Unit::Minute, 13, &zone);
            assert_eq!(floor_to(following.plus(-1), Unit::Minute, 13, &zone), tick, "none is left out");
            tick = following;
            shown.push(local(tick, &zone).1 / MINUTE);
        }
        assert_eq!(shown, [130, 143, 156, 169, 182, 195, 208], "from 02:10 on again, in minutes from midnight");
    }

    #[test]
    fn half_hour_changes_keep_hour_ticks_on_the_hour() {
        let zone = super::super::zone_named("Australia/Lord_Howe").unwrap();
        let mut tick = stamp("2021-04-03T00:00Z");
        for _ in 0..48 {
            tick = next(tick, Unit::Hour, 1, &zone);
            assert_eq!(local(tick, &zone).1 % HOUR, 0);
        }
    }

    #[test]
    fn steps_keep_the_time_on_the_clock() {
        let zone = amsterdam().zone;
        let at = stamp("2021-03-27T02:30");
        assert_eq!(text(step(at, Unit::Day, 2, &zone)), "2021-03-29T02:30");
        // On the 28th the clock jumped from 02:00 to 03:00.
        assert_eq!(text(step(at, Unit::Day, 1, &zone)), "2021-03-28T03:00");
        assert_eq!(text(step(at, Unit::Hour, 24, &zone)), "2021-03-28T03:30");
        assert_eq!(text(step(stamp("2021-01-31"), Unit::Month, 1, &zone)), "2021-02-28");
        assert_eq!(text(step(at, Unit::Week, -1, &zone)), "2021-03-20T02:30");
        assert_eq!(text(step(at, Unit::Quarter, 1, &zone)), "2021-06-27T02:30");
    }

    #[test]
    fn days_that_start_after_midnight_start_where_the_clock_does() {
        // Beirut put the clock forward at midnight: 28 March 2021 started at 01:00.
        let zone = super::super::zone_named("Asia/Beirut").unwrap();
        let start = floor(stamp("2021-03-28T10:00Z"), Unit::Day, &zone);
        assert_eq!(start, stamp("2021-03-27T22:00Z"));
        assert_eq!(local(start, &zone).1, HOUR);
    }

    #[test]
    fn the_ends_of_the_axis_hold() {
        let zone = amsterdam().zone;
        for unit in [Unit::Year, Unit::Quarter, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Second] {
            for end in [Stamp::MIN, Stamp::MAX] {
                assert_eq!(floor(end, unit, &zone), end);
                assert_eq!(next(end, unit, 1, &zone), end);
            }
            for near in [Stamp(i64::MIN + 1), Stamp(i64::MAX - 1)] {
                assert!(floor(near, unit, &zone) <= near);
                assert!(next(near, unit, u32::MAX, &zone) > near);
                assert!(step(near, unit, i64::MAX, &zone) >= near);
                assert!(step(near, unit, i64::MIN, &zone) <= near);
            }
        }
    }
}
