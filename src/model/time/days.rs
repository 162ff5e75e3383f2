//! "At most so many days away": calendar days of a zone as steps on the axis.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::Stamp;
use super::civil::DAY;
use super::zone::stamp_of;

/// Counts in calendar days of a zone, so that a day of 23 or 25 hours is one day like any other.
#[derive(Clone, Debug)]
pub struct CalendarDays<'z> {
    zone: &'z TimeZone,
    /// By number of the day: the first and the last time its clock showed 00:00. Looking that up costs more than all else.
    midnights: RefCell<HashMap<i64, (i64, i64)>>,
}

impl<'z> CalendarDays<'z> {
    /// Days of that zone.
    pub fn new(zone: &'z TimeZone) -> Self {
        Self { zone, midnights: RefCell::default() }
    }

    /// The last millisecond of the calendar day that comes so many days after that of `from`.
    pub fn latest(&self, from: Stamp, days: u32) -> Stamp {
        if !from.is_bounded() {
            return from;
        }
        Stamp(self.last(self.begun(from).saturating_add(days.into())))
    }

    /// The first millisecond of the calendar day that comes so many days before that of `until`: of all times the
    /// earliest from which [`latest`](Self::latest) reaches `until`.
    pub fn earliest(&self, until: Stamp, days: u32) -> Stamp {
        if !until.is_bounded() {
            return until;
        }
        Stamp(self.first(self.lasting(until).saturating_sub(days.into())))
    }

    /// Number of the latest day that had begun. Where the clock is put back over midnight a day begins twice, and the
    /// day before it goes on beside it; counting the latest one keeps later times from having earlier days.
    fn begun(&self, at: Stamp) -> i64 {
        let mut day = at.0.div_euclid(DAY);
        while self.first(day) > at.0 {
            day -= 1;
        }
        while self.first(day + 1) <= at.0 {
            day += 1;
        }
        day
    }

    /// Number of the earliest day that was not over.
    fn lasting(&self, at: Stamp) -> i64 {
        let mut day = at.0.div_euclid(DAY);
        while self.last(day) < at.0 {
            day += 1;
        }
        while self.last(day - 1) >= at.0 {
            day -= 1;
        }
        day
    }

    fn first(&self, day: i64) -> i64 {
        self.midnight(day).0
    }

    fn last(&self, day: i64) -> i64 {
        self.midnight(day.saturating_add(1)).1.saturating_sub(1)
    }

    fn midnight(&self, day: i64) -> (i64, i64) {
        *self.midnights.borrow_mut().entry(day).or_insert_with(|| {
            let place = stamp_of(day, 0, self.zone);
            (place.first().0, place.last().0)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{amsterdam, shown, when};
    use super::super::zone_named;
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_and_not_of_24_hours() {
        let calendar = amsterdam();
        let days = CalendarDays::new(&calendar.zone);
        for (from, count, earliest, latest) in [
            ("2021-03-09T05:00", 0, "2021-03-09", "2021-03-09<"),
            ("2021-03-09T05:00", 10, "2021-02-27", "2021-03-19<"),
            // The night of 27 to 28 March 2021 lost an hour, that of 30 to 31 October won one.
            ("2021-03-27T23:30", 1, "2021-03-26", "2021-03-28<"),
            ("2021-10-30T00:00", 1, "2021-10-29", "2021-10-31<"),
            ("2021-10-31T23:30", 1, "2021-10-30", "2021-11-01<"),
        ] {
            let at = when(from).bounds().earliest_start;
            let found = (shown(days.earliest(at, count), &calendar), shown(days.latest(at, count), &calendar));
            assert_eq!(found, (earliest.to_owned(), latest.to_owned()), "{count} days from {from}");
        }
        assert_eq!(days.latest(Stamp::MAX, 3), Stamp::MAX);
        assert_eq!(days.earliest(Stamp::MIN, 3), Stamp::MIN);
        assert!(days.latest(Stamp(i64::MAX - 5), u32::MAX) >= Stamp(i64::MAX - 5));
        assert!(days.earliest(Stamp(i64::MIN + 5), u32::MAX) <= Stamp(i64::MIN + 5));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

        /// Both steps are two sides of one relation, also where midnight comes twice (São Paulo), is left out, or a
        /// whole day is (Apia).
        #[test]
        fn one_reaches_the_other_just_when_it_is_reached_from_it(
            zone in prop_oneof![Just("Europe/Amsterdam"), Just("America/Sao_Paulo"), Just("Pacific/Apia")],
            day in 14_500..18_000_i64,
            of_day in 0..86_400_000_i64,
            away in -5..6_i64,
            days in 0..4_u32,
        ) {
            let zone = zone_named(zone).unwrap();
            let count = CalendarDays::new(&zone);
            let from = Stamp(day * 86_400_000 + of_day);
            let until = Stamp((day + away) * 86_400_000 + of_day / 2);
            prop_assert_eq!(until <= count.latest(from, days), count.earliest(until, days) <= from);
            prop_assert!(count.earliest(from, days) <= from && from <= count.latest(from, days));
        }
    }
}
