//! The civil fields of a date, for putting it in words; knows no zone and no bounds.

use edtf_core::{Bound, BoundDate, Date, DateField, Edtf, YearKind};
use jiff::tz::TimeZone;

use super::Stamp;
use super::civil::{CivilDate, days_in_month};
use super::instant::Clock;
use super::set::Conjunction;

/// A date cut into its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts<'a> {
    /// Written without a slash: some time within one date or instant.
    Moment(Point<'a>),
    /// Written with a slash: from one end to the other.
    Extent {
        /// Left of the slash.
        start: EndPart<'a>,
        /// Right of the slash.
        end: EndPart<'a>,
    },
    /// `{…}` or `[…]`.
    Set {
        /// Whether all members hold, or one of them.
        conjunction: Conjunction,
        /// In the order written.
        members: Vec<MemberPart<'a>>,
    },
}

/// One end of an extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndPart<'a> {
    /// Nothing is written.
    Unknown,
    /// `..`: goes on for ever.
    Open,
    /// A date or instant.
    At(Point<'a>),
    /// `..` and a date, at the start.
    OnOrBefore(Point<'a>),
    /// A date and `..`, at the end.
    OnOrAfter(Point<'a>),
}

/// One member of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberPart<'a> {
    /// A date.
    At(Point<'a>),
    /// This date and all before it, or one of them.
    OnOrBefore(Point<'a>),
    /// This date and all after it, or one of them.
    OnOrAfter(Point<'a>),
    /// Each date from the first to the second, or one of them.
    Range(Point<'a>, Point<'a>),
}

/// How fine a date is. Coarser compares as less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A thousand years or more (`2XXX`).
    Millennium,
    /// A hundred years (`20XX`).
    Century,
    /// Ten years (`202X`).
    Decade,
    /// A year.
    Year,
    /// A season, quarter, third or half of a year.
    Season,
    /// A month.
    Month,
    /// A calendar day.
    Day,
    /// A minute.
    Minute,
    /// A second.
    Second,
    /// A part of a second.
    Millisecond,
}

/// What a date, or a component of one, is marked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// `?` or `%`.
    pub questioned: bool,
    /// `~` or `%`.
    pub approximate: bool,
}

impl Mark {
    fn and(self, other: Self) -> Self {
        Self { questioned: self.questioned || other.questioned, approximate: self.approximate || other.approximate }
    }
}

impl From<edtf_core::Qualifier> for Mark {
    fn from(from: edtf_core::Qualifier) -> Self {
        Self { questioned: from.uncertain, approximate: from.approximate }
    }
}

/// A month or day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Tens and ones; `None` where `X` is written.
    pub digits: [Option<u8>; 2],
    /// What it is marked with.
    pub mark: Mark,
}

impl Field {
    /// The number, where both digits are written.
    pub fn value(self) -> Option<u8> {
        Some(self.digits[0]? * 10 + self.digits[1]?)
    }
}

impl From<DateField> for Field {
    fn from(from: DateField) -> Self {
        Self { digits: from.digits, mark: from.qualifier.into() }
    }
}

/// A single date or instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point<'a> {
    date: Date,
    clock: Option<Clock<'a>>,
}

impl<'a> Point<'a> {
    pub(super) fn new(date: Date, clock: Option<Clock<'a>>) -> Self {
        Self { date, clock }
    }

    /// The year where all its digits are written and it can be counted with; year 0 is 1 BC. For `1950S2` it is 1950.
    pub fn year(&self) -> Option<i64> {
        self.date.year.value()
    }

    /// Digits of a four-digit year, thousands first; `None` where `X` is written. `None` for years with `Y`.
    pub fn year_digits(&self) -> Option<[Option<u8>; 4]> {
        match self.date.year.kind {
            YearKind::Standard { digits, .. } => Some(digits),
            _ => None,
        }
    }

    /// Number and power of ten of a year written as `Y-17E7`.
    pub fn year_exponent(&self) -> Option<(i64, u32)> {
        match self.date.year.kind {
            YearKind::Exponential { significand, exponent } => Some((significand, exponent)),
            _ => None,
        }
    }

    /// How many of the year's places, counted from the ones, are left open by `X` or `S`: 1 for `202X`, 2 for `20XX`
    /// and `1950S2`; an `X` further left counts up to its place.
    pub fn year_places(&self) -> u32 {
        let year = &self.date.year;
        let width = match year.kind {
            YearKind::Standard { digits, .. } if year.significant_digits.is_none() => {
                return digits.iter().position(Option::is_none).map_or(0, |place| 4 - place as u32);
            }
            YearKind::Standard { .. } => 4,
            YearKind::Big { value } => digits_in(value),
            YearKind::Exponential { significand, exponent } => digits_in(significand).saturating_add(exponent),
        };
        year.significant_digits.map_or(0, |digits| width.saturating_sub(digits))
    }

    /// First and last year that may be meant; `None` beyond what can be counted with.
    pub fn years(&self) -> Option<(i64, i64)> {
        let date = Date { month: None, day: None, ..self.date };
        match (Edtf::Date(date).bounds().earliest, Edtf::Date(date).bounds().latest) {
            (Bound::Date(first), Bound::Date(last)) => Some((first.year, last.year)),
            _ => None,
        }
    }

    /// Significant digits of the year (`S`).
    pub fn significant_digits(&self) -> Option<u32> {
        self.date.year.significant_digits
    }

    /// What the year is marked with.
    pub fn year_mark(&self) -> Mark {
        self.date.year.qualifier.into()
    }

    /// The month, where one is written and it is no season.
    pub fn month(&self) -> Option<Field> {
        self.date.month.filter(|_| self.season().is_none()).map(Field::from)
    }

    /// The code of a part of a year, 21 to 41: 21–24 spring to winter, 25–28 the same of the north, 29–32 of the
    /// south, 33–36 quarters, 37–39 thirds, 40 and 41 halves.
    pub fn season(&self) -> Option<u8> {
        self.date.month.and_then(DateField::value).filter(|code| *code >= 21)
    }

    /// The day of the month, where one is written.
    pub fn day(&self) -> Option<Field> {
        self.date.day.map(Field::from)
    }

    /// The time on the clock, where one is written.
    pub fn clock(&self) -> Option<&Clock<'a>> {
        self.clock.as_ref()
    }

    /// The moment of an instant; the case's zone is meant where none is written. None for dates without a time.
    pub fn start(&self, case_zone: &TimeZone) -> Option<Stamp> {
        Some(self.clock?.span(self.date(), case_zone).ok()?.start())
    }

    /// What any of its components is marked with.
    pub fn mark(&self) -> Mark {
        let of = |field: Option<DateField>| field.map_or(Mark::default(), |field| field.qualifier.into());
        self.year_mark().and(of(self.date.month)).and(of(self.date.day))
    }

    /// Whether any digit is left open with `X`.
    pub fn has_unspecified(&self) -> bool {
        self.date.has_unspecified()
    }

    /// The finest stretch of the calendar that surely holds it: `2021-02-XX` is a month, `2021-XX-15` a year.
    pub fn precision(&self) -> Precision {
        match self.clock {
            Some(Clock { fraction: Some(_), .. }) => Precision::Millisecond,
            Some(Clock { second: Some(_), .. }) => Precision::Second,
            Some(_) => Precision::Minute,
            None => self.components().next().map_or(Precision::Year, |(precision, _)| precision),
        }
    }

    /// Its components, finest first, each with its precision and whether it is approximate. A component with an `X`
    /// is no finer than the next coarser one.
    pub(super) fn components(&self) -> impl Iterator<Item = (Precision, bool)> + use<> {
        let year = match self.year_places() {
            0 => Precision::Year,
            1 => Precision::Decade,
            2 => Precision::Century,
            _ => Precision::Millennium,
        };
        let month = self.date.month.map(|month| {
            let precision = match month.value() {
                None => year,
                Some(21..) => Precision::Season.min(coarser_than_year(year)),
                Some(_) => Precision::Month.min(coarser_than_year(year)),
            };
            (precision, month.qualifier.approximate)
        });
        let day = self.date.day.map(|day| {
            let month = month.map_or(year, |(precision, _)| precision);
            let whole = day.value().is_some() && month == Precision::Month;
            (if whole { Precision::Day } else { month }, day.qualifier.approximate)
        });
        let year = (year, self.date.year.qualifier.approximate);
        [day, month, Some(year)].into_iter().flatten()
    }

    /// The calendar day of an instant, or the first of the days that a date may mean.
    pub(super) fn date(&self) -> CivilDate {
        self.days().0
    }

    /// First and last day that are written, without what `~` adds.
    pub(super) fn days(&self) -> (CivilDate, CivilDate) {
        if let Some(days) = self.plain_days() {
            return days;
        }
        let bounds = Edtf::Date(self.date).bounds();
        // Beyond what can be counted with, a year lies at the end of the axis that its sign points to.
        let negative = matches!(
            self.date.year.kind,
            YearKind::Big { value: ..0 } | YearKind::Exponential { significand: ..0, .. }
        );
        let far = CivilDate::new(if negative { i64::MIN } else { i64::MAX }, 1, 1);
        let day = |bound| match bound {
            Bound::Date(BoundDate { year, month, day }) => CivilDate { year, month, day },
            _ => far,
        };
        (day(bounds.earliest), day(bounds.latest))
    }

    /// The days of a date whose digits are all written: nearly every date, so without the detour.
    fn plain_days(&self) -> Option<(CivilDate, CivilDate)> {
        let Date { year, month, day } = &self.date;
        let YearKind::Standard { .. } = year.kind else { return None };
        if year.significant_digits.is_some() {
            return None;
        }
        let year = year.value()?;
        let Some(month) = month else {
            return Some((CivilDate { year, month: 1, day: 1 }, CivilDate { year, month: 12, day: 31 }));
        };
        let month = month.value().filter(|month| *month <= 12)?;
        let (first, last) = match day {
            None => (1, days_in_month(year, month)),
            Some(day) => (day.value()?, day.value()?),
        };
        Some((CivilDate { year, month, day: first }, CivilDate { year, month, day: last }))
    }
}

/// A month or season in a decade is no finer than the decade; in a year it is as fine as itself.
fn coarser_than_year(year: Precision) -> Precision {
    if year < Precision::Year { year } else { Precision::Millisecond }
}

fn digits_in(value: i64) -> u32 {
    value.unsigned_abs().checked_ilog10().map_or(1, |digits| digits + 1)
}

#[cfg(test)]
mod tests {
    use super::super::instant::Shift;
    use super::super::tests::when;
    use super::*;

    fn point(text: &'static str) -> Point<'static> {
        match super::super::read::read(text) {
            Ok(Parts::Moment(point)) => point,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_date_is_as_fine_as_what_surely_holds_it() {
        for (text, expected) in [
            ("2XXX", Precision::Millennium),
            ("20XX", Precision::Century),
            ("1950S2", Precision::Century),
            ("19X5-03-09", Precision::Century),
            ("202X", Precision::Decade),
            ("Y17E7S8", Precision::Decade),
            ("2021", Precision::Year),
            ("Y17E7", Precision::Year),
            ("2021-XX", Precision::Year),
            ("2021-XX-15", Precision::Year),
            ("2021-21", Precision::Season),
            ("2021-02", Precision::Month),
            ("2021-02-XX", Precision::Month),
            ("2021-02-1X", Precision::Month),
            ("2021-02-15", Precision::Day),
            ("2021-02-15T05:00", Precision::Minute),
            ("2021-02-15T05:00:00", Precision::Second),
            ("2021-02-15T05:00:00.0", Precision::Millisecond),
            ("2021-02-15/2021", Precision::Year),
            ("2021-02-15/..", Precision::Day),
            ("{2021-02-15,2021-02}", Precision::Month),
        ] {
            assert_eq!(when(text).precision(), expected, "{text}");
        }
    }

    #[test]
    fn fields_are_as_written() {
        let date = point("2021-?02-1X");
        assert_eq!(date.year(), Some(2021));
        let month = date.month().unwrap();
        assert_eq!((month.value(), month.mark), (Some(2), Mark { questioned: true, approximate: false }));
        assert_eq!(date.day().unwrap().digits, [Some(1), None]);
        assert_eq!(date.year_mark(), Mark::default());
        assert!(date.mark().questioned && date.has_unspecified());

        let decade = point("202X~");
        assert_eq!((decade.year(), decade.years(), decade.year_places()), (None, Some((2020, 2029)), 1));
        let season = point("2021-33");
        assert_eq!((season.season(), season.month()), (Some(33), None));
        assert_eq!(point("Y-17E7").year_exponent(), Some((-17, 7)));
        assert_eq!(point("Y17E100").years(), None);
        assert_eq!(point("1950S2").significant_digits(), Some(2));
    }

    #[test]
    fn clocks_are_as_written() {
        let instant = point("2021-03-09T05:07:30.25+01:00[Europe/Amsterdam]");
        let clock = instant.clock().unwrap();
        assert_eq!((clock.hour, clock.minute, clock.second, clock.fraction), (5, 7, Some(30), Some((250, 2))));
        assert_eq!((clock.shift, clock.zone), (Some(Shift::Minutes(60)), Some("Europe/Amsterdam")));
        assert_eq!(point("2021-03-09T05:07Z").clock().unwrap().shift, Some(Shift::Utc));
    }

    #[test]
    fn ends_and_members_are_as_written() {
        let extent = when("2018?/..");
        let Parts::Extent { start: EndPart::At(start), end: EndPart::Open } = extent.parts() else {
            panic!("{extent:?}")
        };
        assert!(start.mark().questioned);
        let set = when("{1667,1670..1672,1680..}");
        let Parts::Set { conjunction: Conjunction::All, members } = set.parts() else { panic!("{set:?}") };
        assert!(matches!(members[..], [MemberPart::At(_), MemberPart::Range(..), MemberPart::OnOrAfter(_)]));
    }
}
