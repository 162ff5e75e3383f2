//! How much time a cut leaves out, in words.

use jiff::tz::TimeZone;

use super::Words;
use crate::model::time::Span;
use crate::model::time::civil::CivilTime;

/// From so many months on, years and months are said.
const LONG: i64 = 24;

impl Words {
    /// The difference of the dates beside a cut, exact to the second: whole years, or months, or years and months, or
    /// days where it is made of those in the calendar of `zone`; else hours, minutes, seconds.
    pub fn skipped(&self, cut: Span, zone: &TimeZone) -> String {
        let count = |key: &str, number: i64| self.with(key, &[("count", number.into())]);
        let after = cut.end().plus(1);
        let (from, to) = (CivilTime::at(cut.start(), zone), CivilTime::at(after, zone));
        let is_whole_days = from.of_day() == to.of_day();
        if is_whole_days && from.date.day == to.date.day {
            let months = (to.date.year - from.date.year) * 12 + i64::from(to.date.month) - i64::from(from.date.month);
            return match (months / 12, months % 12) {
                (years, 0) => count("length-years", years),
                _ if months < LONG => count("length-months", months),
                (years, months) => format!("{} {}", count("length-years", years), count("length-months", months)),
            };
        }
        if is_whole_days {
            return count("length-days", to.date.number() - from.date.number());
        }
        let milliseconds = after.0.saturating_sub(cut.start().0);
        let units = [("length-hours", 3_600_000), ("length-minutes", 60_000)];
        let fitting = units.into_iter().find(|(_, unit)| milliseconds % unit == 0);
        let (key, unit) = fitting.unwrap_or(("length-seconds", 1_000));
        count(key, milliseconds / unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::layout::axis::Cut;
    use crate::layout::timeline::{CutThreshold, Gaps, cuts_for};
    use crate::locale::Language;
    use crate::model::time::civil::{Unit, step};
    use crate::model::time::{Calendar, Stamp, When};

    fn calendar() -> Calendar {
        Calendar::named("Europe/Amsterdam").unwrap()
    }

    #[test]
    fn cuts_are_said_in_the_units_they_are_made_of() {
        for (cut, english, dutch) in [
            ("2009/2017", "9 years", "9 jaar"),
            ("2020", "1 year", "1 jaar"),
            ("2020-04/2021-11", "20 months", "20 maanden"),
            ("2020-03", "1 month", "1 maand"),
            ("2017-04/2021-12", "4 years 9 months", "4 jaar 9 maanden"),
            ("2021-12-21/2022-01-31", "42 days", "42 dagen"),
            ("2021-03-28T01:00/2021-03-28T03:59", "2 hours", "2 uur"),
            ("2021-03-09T05:00/2021-03-09T06:29", "90 minutes", "90 minuten"),
            ("2021-03-09T05:00:01/2021-03-09T05:00:45", "45 seconds", "45 seconden"),
        ] {
            let span = When::parse(cut, &calendar(), None).unwrap().outer();
            let said = Language::ALL.map(|language| Words::new(language).skipped(span, &calendar().zone));
            let expected =
                Language::ALL.map(|language| if language == Language::Dutch { dutch } else { english }.to_owned());
            assert_eq!(said, expected, "{cut}");
        }
    }

    /// The moment that lies as much later as the words say.
    fn later(start: Stamp, said: &str, zone: &TimeZone) -> Stamp {
        let parts: Vec<&str> = said.split(' ').collect();
        parts.chunks(2).fold(start, |at, part| {
            let number: i64 = part[0].replace(',', "").parse().unwrap();
            let unit = match part[1].trim_end_matches('s') {
                "year" => Unit::Year,
                "month" => Unit::Month,
                "day" => Unit::Day,
                "hour" => Unit::Hour,
                "minute" => Unit::Minute,
                _ => Unit::Second,
            };
            step(at, unit, number, zone)
        })
    }

    proptest! {
        #[test]
        fn the_words_are_the_difference_of_the_dates_beside_a_cut(
            start in -300_000_000_000_000..250_000_000_000_000_i64,
            seconds in 1.5..11.0_f64,
        ) {
            let zone = calendar().zone;
            let gap = 10_f64.powf(seconds) as i64 * 1000;
            let dates = [start, start + gap].map(|at| Span::at(Stamp(at)));
            let cuts = cuts_for(&Gaps::of(dates), &[], CutThreshold::Automatic, &zone);
            let cuts: Vec<Cut> = cuts.iter().collect();
            prop_assert_eq!(cuts.len(), 1);
            let span = cuts[0].span();
            let said = Words::new(Language::English).skipped(span, &zone);
            prop_assert_eq!(later(span.start(), &said, &zone), span.end().plus(1), "{} {:?}", said, span);
        }
    }
}
