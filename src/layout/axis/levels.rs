//! The pairs of calendar units that an axis is labelled with, finest first.

use crate::model::time::civil::Unit;

/// What a label of the axis says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// "1900s".
    Century,
    /// "2020s".
    Decade,
    /// "2021".
    Year,
    /// "Mar".
    Month,
    /// "Mar 2021".
    MonthOfYear,
    /// The number of the ISO week.
    Week,
    /// "9".
    DayOfMonth,
    /// "9 Mar 2021".
    Date,
    /// "Tue 9 Mar 2021".
    Day,
    /// "05:30".
    Clock,
    /// "9 Mar 2021, 05:30".
    DayAndClock,
    /// "05:30:20".
    ClockWithSeconds,
    /// "9 Mar 2021, 05:30:20".
    DayAndClockWithSeconds,
    /// "9 Mar 2021, 05:30:20.250".
    DayAndClockWithMilliseconds,
    /// ".250".
    Milliseconds,
}

/// How far apart the marks of one row of labels stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// So many units of the calendar or clock.
    Calendar(Unit, u32),
    /// So many milliseconds, a divisor of 1000.
    Milliseconds(u32),
}

impl Stride {
    /// The usual length in milliseconds: the shortest for months is a tenth less, which labels can bear.
    pub fn length(self) -> f64 {
        const DAY: f64 = 86_400_000.0;
        match self {
            Self::Milliseconds(count) => f64::from(count),
            Self::Calendar(unit, count) => {
                let one = match unit {
                    Unit::Year => 365.0 * DAY,
                    Unit::Quarter => 90.0 * DAY,
                    Unit::Month => 28.0 * DAY,
                    Unit::Week => 7.0 * DAY,
                    Unit::Day => DAY,
                    Unit::Hour => 3_600_000.0,
                    Unit::Minute => 60_000.0,
                    Unit::Second => 1_000.0,
                };
                one * f64::from(count)
            }
        }
    }
}

/// Two rows of labels: the upper says where we are, the lower is finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Stride and labels of the upper row; none for spans of millennia, where the lower row says the year.
    pub upper: Option<(Stride, Name)>,
    /// Stride and labels of the lower row.
    pub lower: (Stride, Name),
}

impl Level {
    /// All levels, finest first; the last ones go on by powers of ten.
    pub fn all() -> impl Iterator<Item = Self> {
        let seconds = (Stride::Calendar(Unit::Second, 1), Name::DayAndClockWithSeconds);
        let minutes = (Stride::Calendar(Unit::Minute, 1), Name::DayAndClock);
        let hours = (Stride::Calendar(Unit::Hour, 1), Name::DayAndClock);
        let days = (Stride::Calendar(Unit::Day, 1), Name::Day);
        let months = (Stride::Calendar(Unit::Month, 1), Name::MonthOfYear);
        let years = (Stride::Calendar(Unit::Year, 1), Name::Year);
        let decades = (Stride::Calendar(Unit::Year, 10), Name::Decade);
        let centuries = (Stride::Calendar(Unit::Year, 100), Name::Century);

        let milliseconds = [1, 2, 5, 10, 20, 50, 100, 200, 500]
            .map(|count| Self::new(Some(seconds), Stride::Milliseconds(count), Name::Milliseconds));
        let clock = |upper, unit, counts: &'static [u32], name| {
            counts.iter().map(move |count| Self::new(Some(upper), Stride::Calendar(unit, *count), name))
        };
        let calendar = [
            Self::new(Some(months), Stride::Calendar(Unit::Day, 1), Name::DayOfMonth),
            Self::new(Some(months), Stride::Calendar(Unit::Week, 1), Name::Week),
            Self::new(Some(years), Stride::Calendar(Unit::Month, 1), Name::Month),
            Self::new(Some(years), Stride::Calendar(Unit::Quarter, 1), Name::Month),
        ];
        let spans = |upper, counts: &'static [u32]| {
            counts.iter().map(move |count| Self::new(upper, Stride::Calendar(Unit::Year, *count), Name::Year))
        };
        milliseconds
            .into_iter()
            .chain(clock(minutes, Unit::Second, &[1, 5, 15, 30], Name::ClockWithSeconds))
            .chain(clock(hours, Unit::Minute, &[1, 5, 15, 30], Name::Clock))
            .chain(clock(days, Unit::Hour, &[1, 3, 6, 12], Name::Clock))
            .chain(calendar)
            .chain(spans(Some(decades), &[1, 2]))
            .chain(spans(Some(centuries), &[5, 10, 20]))
            .chain(spans(None, &[50, 100, 200, 500]))
            .chain((3..9).flat_map(|power| {
                [1, 2, 5]
                    .map(|count| Self::new(None, Stride::Calendar(Unit::Year, count * 10_u32.pow(power)), Name::Year))
            }))
    }

    fn new(upper: Option<(Stride, Name)>, lower: Stride, name: Name) -> Self {
        Self { upper, lower: (lower, name) }
    }
}
