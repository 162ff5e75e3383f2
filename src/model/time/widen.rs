//! How far "about" reaches.

use super::civil::CivilDate;
use super::parts::{Point, Precision};
use super::{About, Tolerances};

/// So far either side of a date.
#[derive(Clone, Copy, Debug)]
enum Reach {
    Days(i64),
    Months(i64),
}

/// First and last day of what `~` and `%` may mean. `about`, where given, says how far for the whole date. Otherwise
/// each group of approximate components reaches as far as its finest one: `2021-02-15~` some days, `2021-02~-15` some
/// months; `~2021-02-~15` is two groups, a year and a day, and reaches as far as both together.
pub(super) fn widened(point: &Point<'_>, tolerances: &Tolerances, about: Option<About>) -> (CivilDate, CivilDate) {
    let (mut first, mut last) = point.days();
    let mut add = |reach| {
        first = earlier(first, reach);
        last = later(last, reach);
    };
    if let Some(about) = about {
        add(match about {
            About::Days(days) => Reach::Days(days.into()),
            About::Months(months) => Reach::Months(months.into()),
            About::Years(years) => Reach::Months(i64::from(years) * 12),
        });
        return (first, last);
    }
    let mut finer_is_approximate = false;
    for (precision, approximate) in point.components() {
        if approximate && !finer_is_approximate {
            add(reach(point, precision, tolerances));
        }
        finer_is_approximate = approximate;
    }
    (first, last)
}

fn reach(point: &Point<'_>, precision: Precision, tolerances: &Tolerances) -> Reach {
    let years = |years: u16| Reach::Months(i64::from(years) * 12);
    match precision {
        Precision::Millennium => {
            // A century's tolerance for each hundred years of the stretch.
            let hundreds = 10_i64.saturating_pow(point.year_places().saturating_sub(2));
            Reach::Months((i64::from(tolerances.century) * 12).saturating_mul(hundreds))
        }
        Precision::Century => years(tolerances.century),
        Precision::Decade => years(tolerances.decade),
        Precision::Year => years(tolerances.year),
        Precision::Season => Reach::Months(i64::from(tolerances.season) * season_months(point.season())),
        Precision::Month => Reach::Months(tolerances.month.into()),
        _ => Reach::Days(tolerances.day.into()),
    }
}

/// Length in months of a season, quarter, third or half of a year.
fn season_months(code: Option<u8>) -> i64 {
    match code {
        Some(37..=39) => 4,
        Some(40 | 41) => 6,
        _ => 3,
    }
}

fn earlier(first: CivilDate, reach: Reach) -> CivilDate {
    match reach {
        Reach::Days(days) => first.plus_days(-days),
        Reach::Months(months) => first.plus_months(-months),
    }
}

fn later(last: CivilDate, reach: Reach) -> CivilDate {
    match reach {
        Reach::Days(days) => last.plus_days(days),
        // A month after the last of February is the last of March, a month after 15 March is 15 April: whichever is
        // later of counting from the day itself and from the day after it.
        Reach::Months(months) => last.plus_months(months).max(last.plus_days(1).plus_months(months).plus_days(-1)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amsterdam, line};
    use super::super::{About, Tolerances, When};

    #[test]
    fn a_date_may_say_itself_how_far_about_reaches() {
        for (text, about, expected) in [
            ("2021-02-15~", About::Days(3), "2021-02-12 2021-02-18< Soft"),
            ("2021-02-15~", About::Months(1), "2021-01-15 2021-03-15< Soft"),
            ("2021-01-30~", About::Months(1), "2020-12-30 2021-02-28< Soft"),
            ("2021-02~", About::Months(1), "2021-01-01 2021-03-31< Soft"),
            ("2021-02~", About::Days(3), "2021-01-29 2021-03-03< Soft"),
            ("2020-02-29%", About::Years(1), "2019-02-28 2021-02-28< SoftQuestioned"),
            ("2021-02-15~", About::Days(0), "2021-02-15 2021-02-15< Soft"),
            ("2021-02-15", About::Days(3), "2021-02-15 2021-02-15< Firm"),
            ("2021-02-15?", About::Days(3), "2021-02-15 2021-02-15< Questioned"),
            ("2020~/2021-02-15~", About::Days(1), "2019-12-31 2021-01-01< Soft / 2021-02-14 2021-02-16< Soft"),
        ] {
            let when = When::parse(text, &amsterdam(), Some(about)).unwrap();
            assert_eq!(line(&when, &amsterdam()), expected, "{text} {about:?}");
            assert_eq!(when.about(), Some(about));
        }
    }

    #[test]
    fn the_farthest_reach_does_not_overflow() {
        for about in [About::Days(u32::MAX), About::Months(u32::MAX), About::Years(u32::MAX)] {
            for text in ["2021-02-15~", "Y-17E7~", "Y17E100~", "XXXX~"] {
                let bounds = When::parse(text, &amsterdam(), Some(about)).unwrap().bounds();
                assert!(bounds.earliest_start <= bounds.latest_end, "{text} {about:?}");
            }
        }
    }

    #[test]
    fn a_case_may_say_how_far_about_reaches() {
        let tolerances = Tolerances { day: 3, month: 2, season: 2, year: 2, decade: 1, century: 10 };
        let calendar = super::super::Calendar { tolerances, ..amsterdam() };
        for (text, expected) in [
            ("2021-02-15~", "2021-02-12 2021-02-18< Soft"),
            ("2021-02~", "2020-12-01 2021-04-30< Soft"),
            ("2021-21~", "2020-09-01 2021-11-30< Soft"),
            ("2021~", "2019-01-01 2023-12-31< Soft"),
            ("202X~", "2019-01-01 2030-12-31< Soft"),
            ("20XX~", "1990-01-01 2109-12-31< Soft"),
            ("2XXX~", "1900-01-01 3099-12-31< Soft"),
        ] {
            let when = When::parse(text, &amsterdam(), None).unwrap();
            assert_eq!(line(&when.by(&calendar, None).unwrap(), &calendar), expected, "{text}");
        }
    }
}
