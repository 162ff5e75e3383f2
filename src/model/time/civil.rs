//! Calendar days and clock times without a zone, for any year: proleptic Gregorian, astronomical year numbers.
//!
//! The time axis counts with these; [`floor`], [`step`] and [`next`] walk it in calendar units of a zone.

use super::Stamp;
use super::zone::{local, stamp_of};

pub use super::steps::{Unit, floor, floor_to, next, step};
use jiff::tz::TimeZone;

pub(super) const SECOND: i64 = 1_000;
pub(super) const MINUTE: i64 = 60 * SECOND;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

/// Years beyond this are off the axis (which ends near year 292,277,000), so they all count as this one.
const FARTHEST: i64 = 400_000_000;

/// A calendar day. Year 0 is 1 BC. Days compare in calendar order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    /// Astronomical year.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl CivilDate {
    /// The day; month and day are brought into range.
    pub fn new(year: i64, month: u8, day: u8) -> Self {
        let month = month.clamp(1, 12);
        Self { year, month, day: day.clamp(1, days_in_month(year, month)) }
    }

    /// Days since 1970-01-01; years off the axis count as its far end.
    pub fn number(self) -> i64 {
        // Years start in March here, which puts the leap day last and makes month lengths a straight line.
        let year = self.year.clamp(-FARTHEST, FARTHEST) - i64::from(self.month <= 2);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that lies so many days after 1970-01-01.
    pub fn from_number(number: i64) -> Self {
        let shifted = number.saturating_add(719_468);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + shifted.div_euclid(146_097) * 400 + i64::from(month <= 2);
        Self { year, month: month as u8, day: day as u8 }
    }

    /// So many days later, or earlier where negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// So many months later, or earlier where negative; the 31st becomes the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let total = i128::from(self.year) * 12 + i128::from(self.month) - 1 + i128::from(months);
        let year = total.div_euclid(12).clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
        Self::new(year, total.rem_euclid(12) as u8 + 1, self.day)
    }

    /// Day of the week, 1 (Monday) to 7 (Sunday).
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        ((self.number() + 3).rem_euclid(7) + 1) as u8
    }

    /// ISO week: the year it belongs to and its number, 1 to 53.
    pub fn iso_week(self) -> (i64, u8) {
        // A week belongs to the year of its Thursday.
        let thursday = self.plus_days(4 - i64::from(self.weekday()));
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, ((thursday.number() - first.number()) / 7 + 1) as u8)
    }

    /// Quarter of the year, 1 to 4.
    pub fn quarter(self) -> u8 {
        (self.month - 1) / 3 + 1
    }
}

/// A calendar day and a time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilTime {
    /// The day.
    pub date: CivilDate,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Millisecond, 0 to 999.
    pub millisecond: u16,
}

impl CivilTime {
    /// What calendar and clock of `zone` show at `stamp`; outside the years -9999 to 9999 those of UTC.
    pub fn at(stamp: Stamp, zone: &TimeZone) -> Self {
        let (day, of_day) = local(stamp, zone);
        Self::from_day(CivilDate::from_number(day), of_day)
    }

    /// The first moment at which calendar and clock of `zone` show this; where the clock jumps over it, the moment of
    /// the jump.
    pub fn stamp(self, zone: &TimeZone) -> Stamp {
        stamp_of(self.date.number(), self.of_day(), zone).first()
    }

    /// Milliseconds shown since the clock showed 00:00.
    pub fn of_day(self) -> i64 {
        i64::from(self.hour) * HOUR
            + i64::from(self.minute) * MINUTE
            + i64::from(self.second) * SECOND
            + i64::from(self.millisecond)
    }

    /// The day with the clock so many milliseconds past 00:00, less than a day's worth.
    pub fn from_day(date: CivilDate, of_day: i64) -> Self {
        Self {
            date,
            hour: (of_day / HOUR) as u8,
            minute: (of_day / MINUTE % 60) as u8,
            second: (of_day / SECOND % 60) as u8,
            millisecond: (of_day % SECOND) as u16,
        }
    }
}

/// Whether the year has a 29 February.
pub fn is_leap_year(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Number of days in the month, 28 to 31.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_1970() {
        for (year, month, day, number) in [
            (1970, 1, 1, 0),
            (1969, 12, 31, -1),
            (2000, 2, 29, 11_016),
            (2021, 3, 9, 18_695),
            (0, 3, 1, -719_468),
            (-400, 3, 1, -865_565),
        ] {
            let date = CivilDate { year, month, day };
            assert_eq!(date.number(), number);
            assert_eq!(CivilDate::from_number(number), date);
        }
    }

    #[test]
    fn weeks_and_weekdays_are_those_of_iso() {
        for (year, month, day, weekday, week) in [
            (2021, 3, 9, 2, (2021, 10)),
            (2021, 1, 3, 7, (2020, 53)),
            (2021, 1, 4, 1, (2021, 1)),
            (2018, 12, 31, 1, (2019, 1)),
            (1970, 1, 1, 4, (1970, 1)),
        ] {
            let date = CivilDate::new(year, month, day);
            assert_eq!((date.weekday(), date.iso_week()), (weekday, week), "{date:?}");
        }
    }

    #[test]
    fn months_are_added_with_the_day_brought_into_the_month() {
        let add = |months| CivilDate::new(2024, 1, 31).plus_months(months);
        assert_eq!(add(1), CivilDate::new(2024, 2, 29));
        assert_eq!(add(13), CivilDate::new(2025, 2, 28));
        assert_eq!(add(-2), CivilDate::new(2023, 11, 30));
        assert_eq!(add(i64::MAX).month, 8);
    }

    #[test]
    fn years_off_the_axis_do_not_overflow() {
        let far = CivilDate::new(i64::MAX, 12, 31);
        let utc = TimeZone::UTC;
        assert_eq!(CivilTime::from_day(far, 0).stamp(&utc), Stamp::MAX);
        assert_eq!(CivilTime::from_day(CivilDate::new(i64::MIN, 1, 1), 0).stamp(&utc), Stamp::MIN);
        assert!(far.plus_days(i64::MAX) > CivilDate::new(2021, 3, 9));
        assert_eq!(CivilTime::at(Stamp::MAX, &utc).date.year, 292_278_994);
    }
}
