//! How long after one thing another is, with the uncertainty of both dates.

use jiff::tz::TimeZone;

use super::time::civil::CivilTime;
use super::time::{Precision, Span, When};

const MINUTE: i64 = 60_000;

/// In what a difference is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Calendar days.
    Days,
    /// Minutes of the clock that pass.
    Minutes,
}

/// From the end of the earlier thing to the start of the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In what both numbers are counted.
    pub counted: Counted,
    /// The least that it can be. Negative: by some reading the second is the earlier one, or they overlap.
    pub least: i64,
    /// The most that it can be; none where nothing limits it.
    pub most: Option<i64>,
    /// A date is as written or not at all: the difference holds only if it is as written.
    pub is_questioned: bool,
}

/// How long after `first` is `second`? None where the two surely overlap, or too little is known of their ends.
///
/// Days are those of the calendar, as people count them: from the 9th to the 30th are 21 days. Only two dates with a
/// time of day are counted in minutes.
pub fn difference(first: &When, second: &When, zone: &TimeZone) -> Option<Difference> {
    if first.is_impossible() || second.is_impossible() {
        return None;
    }
    let (before, after) = (first.bounds(), second.bounds());
    let is_clocked = |when: &When| when.precision() > Precision::Day && !when.is_set();
    let counted = if is_clocked(first) && is_clocked(second) { Counted::Minutes } else { Counted::Days };
    let between = |from: super::time::Stamp, to: super::time::Stamp| -> Option<i64> {
        (from.is_bounded() && to.is_bounded()).then(|| match counted {
            Counted::Days => CivilTime::at(to, zone).date.number() - CivilTime::at(from, zone).date.number(),
            Counted::Minutes => to.0.div_euclid(MINUTE) - from.0.div_euclid(MINUTE),
        })
    };
    let most = between(before.earliest_end, after.latest_start);
    let least = between(before.latest_end, after.earliest_start)?;
    if most.is_some_and(|most| most < 0) {
        return None;
    }
    let questioned = |when: &When| when.start_edge().is_questioned() || when.end_edge().is_questioned();
    Some(Difference { counted, least, most, is_questioned: questioned(first) || questioned(second) })
}

/// Which of two dates is the earlier, as far as is known of them.
pub fn in_order<'a>(one: &'a When, other: &'a When) -> (&'a When, &'a When, bool) {
    let middle = |when: &When| {
        let known = when.known().unwrap_or(when.outer());
        (i128::from(known.start().0) + i128::from(known.end().0), Span::start(known))
    };
    if middle(one) <= middle(other) { (one, other, true) } else { (other, one, false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Calendar;

    fn of(first: &str, second: &str) -> Option<(i64, Option<i64>)> {
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        let when = |text: &str| When::parse(text, &calendar, None).unwrap();
        difference(&when(first), &when(second), &calendar.zone).map(|found| (found.least, found.most))
    }

    #[test]
    fn days_are_counted_as_people_count_them() {
        assert_eq!(of("2021-03-09", "2021-03-30"), Some((21, Some(21))));
        assert_eq!(of("2021-02-13/2021-02-15", "2021-03-08~"), Some((14, Some(28))));
        assert_eq!(of("2021-03-09", "2021-03"), Some((-8, Some(22))));
        assert_eq!(of("2021-02", "2021-03-09"), Some((9, Some(36))));
        // Across the night in which the clock was put forward.
        assert_eq!(of("2021-03-27", "2021-03-29"), Some((2, Some(2))));
    }

    #[test]
    fn what_nothing_limits_has_no_most_and_what_overlaps_no_difference() {
        assert_eq!(of("2021-03-09", "2021-04-01/"), Some((23, Some(23))));
        assert_eq!(of("/2021-03-09", "2021-03-30"), Some((21, Some(21))), "its end is known");
        assert_eq!(of("[..2021-03-09]", "2021-03-30"), Some((21, None)));
        assert_eq!(of("2020/2022", "2021-03-09"), None);
        assert_eq!(of("2021-03-09/..", "2021-03-30"), None);
    }

    #[test]
    fn times_of_day_are_counted_in_minutes() {
        assert_eq!(of("2021-03-09T05:00", "2021-03-09T06:30"), Some((90, Some(90))));
    }
}
