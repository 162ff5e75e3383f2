//! Dates and stretches of time in words. Nothing is rounded away: what is uncertain stays uncertain.

use jiff::tz::TimeZone;

use super::{Clocks, Language, Words};
use crate::model::difference::{Counted, Difference};
use crate::model::time::civil::CivilTime;
use crate::model::time::{
    Clock, Conjunction, EndPart, Field, MemberPart, Origin, Parts, Point, Precision, Shift, Span, Stamp, When,
};

/// A stretch as it would be typed: an EDTF interval of days, or of instants where it is not made of whole days.
pub fn typed_span(span: Span, zone: &TimeZone) -> String {
    let (start, end) = (CivilTime::at(span.start(), zone), CivilTime::at(span.end(), zone));
    let day = |at: CivilTime| format!("{:04}-{:02}-{:02}", at.date.year, at.date.month, at.date.day);
    if start.of_day() == 0 && end.of_day() == DAY - 1 {
        return if start.date == end.date { day(start) } else { format!("{}/{}", day(start), day(end)) };
    }
    let instant = |at: CivilTime| format!("{}T{:02}:{:02}:{:02}", day(at), at.hour, at.minute, at.second);
    format!("{}/{}", instant(start), instant(end))
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Words {
    /// A date as it would be said: "9 Mar 2021", "about March 2021", "some time in 2020", "2018? – still open".
    /// `zone` is the case's: the zone of a clock time is named only where it is another one.
    pub fn date(&self, when: &When, zone: &TimeZone) -> String {
        match when.origin() {
            Origin::Written => self.written_date(when, zone),
            Origin::Narrowed(_) | Origin::Derived => self.ordered_date(when, zone),
        }
    }

    /// The same without what the order of events says.
    pub fn written_date(&self, when: &When, zone: &TimeZone) -> String {
        let speaker = Speaker { words: self, zone, brief: false };
        match when.parts() {
            Parts::Moment(point) if speaker.is_vague(&point) => self.fill("date-some-time-in", &speaker.point(&point)),
            parts => speaker.parts(&parts),
        }
    }

    /// The date as short as it can be, for a column of dates: "Mar 2021", "2020".
    pub fn date_brief(&self, when: &When, zone: &TimeZone) -> String {
        if when.origin() == Origin::Derived {
            return self.derived_brief(when, zone);
        }
        Speaker { words: self, zone, brief: true }.parts(&when.parts())
    }

    /// A point on the axis: the day, with the time where it is not the day's first or last moment. `zone` is the case's.
    pub fn stamp(&self, stamp: Stamp, zone: &TimeZone) -> String {
        if !stamp.is_bounded() {
            return self.get("date-unknown");
        }
        let at = CivilTime::at(stamp, zone);
        if at.of_day() == 0 || at.of_day() == DAY - 1 {
            self.day_of(at)
        } else {
            let at = CivilTime::at(stamp, self.clock_zone(zone));
            format!("{}{}", self.at_clock(&self.day_of(at), &clock_text(at)), self.zone_mark(zone))
        }
    }

    /// How long after one thing another is: "21 days", "between 21 and 24 days", "at least 9 days", "the two overlap, or
    /// too little is known".
    pub fn difference(&self, difference: Option<Difference>) -> String {
        let Some(Difference { counted, least, most, is_questioned }) = difference else {
            return self.get("difference-none");
        };
        let unit = match counted {
            Counted::Days => "days",
            Counted::Minutes => "minutes",
        };
        let text = match most {
            Some(most) if most == least => self.with(&format!("difference-{unit}"), &[("count", least.into())]),
            Some(most) if least < 0 => self.with(&format!("difference-{unit}-overlap"), &[("most", most.into())]),
            Some(most) => {
                self.with(&format!("difference-{unit}-between"), &[("least", least.into()), ("most", most.into())])
            }
            None => self.with(&format!("difference-{unit}-least"), &[("count", least.max(0).into())]),
        };
        if is_questioned { self.with("difference-questioned", &[("difference", text.into())]) } else { text }
    }

    /// A stretch, for example a window: in whole days where it is made of them ("1 Feb 2021 – 9 Mar 2021"). `zone` is the
    /// case's.
    pub fn span(&self, span: Span, zone: &TimeZone) -> String {
        let (start, end) = (CivilTime::at(span.start(), zone), CivilTime::at(span.end(), zone));
        match (span.start().is_bounded(), span.end().is_bounded()) {
            (false, false) => return self.get("date-always"),
            (false, true) => return self.fill("date-until", &self.stamp(span.end(), zone)),
            (true, false) => return self.fill("date-from", &self.stamp(span.start(), zone)),
            (true, true) => {}
        }
        let is_whole = start.of_day() == 0 && end.of_day() == DAY - 1;
        if is_whole && start.date == end.date {
            return self.day_of(start);
        } else if is_whole {
            return self.range(&self.day_of(start), &self.day_of(end));
        }
        let shown = self.clock_zone(zone);
        let (start, end) = (CivilTime::at(span.start(), shown), CivilTime::at(span.end(), shown));
        let text = if start.date == end.date {
            self.at_clock(&self.day_of(start), &self.range(&clock_text(start), &clock_text(end)))
        } else {
            let side = |at| self.at_clock(&self.day_of(at), &clock_text(at));
            self.range(&side(start), &side(end))
        };
        format!("{text}{}", self.zone_mark(zone))
    }

    /// What is said after a time that is not that of the case's zone.
    fn zone_mark(&self, zone: &TimeZone) -> &'static str {
        if self.clock_zone(zone) == zone { "" } else { " UTC" }
    }

    /// How long a stretch is: minutes, hours, days, and from three years on years.
    pub fn length(&self, span: Span) -> String {
        if !span.start().is_bounded() || !span.end().is_bounded() {
            return self.get("date-always");
        }
        // Both ends belong to it.
        let length = span.end().0.saturating_sub(span.start().0).saturating_add(1);
        let in_units = |unit: i64| length.saturating_add(unit / 2) / unit;
        // A change to or from summer time makes a day an hour longer or shorter.
        let days = in_units(DAY);
        let is_days = (length - days.saturating_mul(DAY)).abs() <= HOUR;
        let count = |key, number: i64| self.with(key, &[("count", number.into())]);
        if length < 2 * HOUR && in_units(HOUR) * HOUR != length {
            count("length-minutes", in_units(MINUTE).max(1))
        } else if days == 0 || !is_days && length < 3 * DAY {
            count("length-hours", in_units(HOUR))
        } else if days < 3 * 365 {
            count("length-days", days)
        } else {
            let years = days as f64 / 365.242_5;
            let off = (years - years.round()).abs() * 365.242_5;
            let text = count("length-years", years.round() as i64);
            if off <= 1.5 { text } else { self.fill("date-about", &text) }
        }
    }

    /// Two texts with a dash between them.
    fn range(&self, start: &str, end: &str) -> String {
        self.with("date-span", &[("start", start.into()), ("end", end.into())])
    }

    /// The message with its `date` filled in.
    fn fill(&self, key: &str, date: &str) -> String {
        self.with(key, &[("date", date.into())])
    }

    /// A day and a time on the clock: "9 Mar 2021, 05:30".
    pub fn at_clock(&self, day: &str, clock: &str) -> String {
        self.with("date-at", &[("date", day.into()), ("time", clock.into())])
    }

    /// The calendar day: "9 Mar 2021".
    pub fn day_of(&self, at: CivilTime) -> String {
        let year = self.year(at.date.year);
        format!("{} {} {year}", at.date.day, self.get(&format!("month-{}", at.date.month)))
    }

    /// A year: "2021", "44 BCE", "17,000".
    pub fn year(&self, year: i64) -> String {
        if year > 0 {
            return self.number(year);
        }
        self.with("date-bce", &[("year", self.number(year.saturating_neg().saturating_add(1)).into())])
    }
}

/// Hours and minutes, finer only where it must be: the last moment of a minute says no more than the minute.
fn clock_text(at: CivilTime) -> String {
    match (at.second, at.millisecond) {
        (0, 0) | (59, 999) => format!("{:02}:{:02}", at.hour, at.minute),
        (_, 0 | 999) => format!("{:02}:{:02}:{:02}", at.hour, at.minute, at.second),
        _ => format!("{:02}:{:02}:{:02}.{:03}", at.hour, at.minute, at.second, at.millisecond),
    }
}

/// Puts the parts of a date into words.
struct Speaker<'a> {
    words: &'a Words,
    zone: &'a TimeZone,
    brief: bool,
}

impl Speaker<'_> {
    /// Whether a moment is known only to lie somewhere in something longer than a day, and does not say so itself.
    fn is_vague(&self, point: &Point<'_>) -> bool {
        !self.brief && point.precision() < Precision::Day && !point.mark().approximate
    }

    fn parts(&self, parts: &Parts<'_>) -> String {
        match parts {
            Parts::Moment(point) => self.point(point),
            Parts::Extent { start, end } => self.extent(start, end),
            Parts::Set { conjunction, members } => self.set(*conjunction, members),
        }
    }

    fn extent(&self, start: &EndPart<'_>, end: &EndPart<'_>) -> String {
        match (start, end) {
            (EndPart::Unknown, EndPart::At(end)) => {
                self.words.fill(if self.brief { "date-until-brief" } else { "date-until" }, &self.point(end))
            }
            (EndPart::At(start), EndPart::Unknown) => self.words.fill("date-from", &self.point(start)),
            _ => self.words.range(&self.end(start, "date-no-start"), &self.end(end, "date-open")),
        }
    }

    fn end(&self, end: &EndPart<'_>, open: &str) -> String {
        match end {
            EndPart::Unknown => self.words.get("date-unknown"),
            EndPart::Open => self.words.get(open),
            EndPart::At(point) => self.point(point),
            EndPart::OnOrBefore(point) => self.words.fill("date-or-before", &self.point(point)),
            EndPart::OnOrAfter(point) => self.words.fill("date-or-after", &self.point(point)),
        }
    }

    fn set(&self, conjunction: Conjunction, members: &[MemberPart<'_>]) -> String {
        let all = conjunction == Conjunction::All;
        let mut texts: Vec<String> = members.iter().map(|member| self.member(member, all)).collect();
        let Some(last) = texts.pop() else { return self.words.get("date-unknown") };
        if texts.is_empty() {
            // One member that stands for several dates says by itself which of them are meant.
            return last;
        }
        let key = if all { "date-list-and" } else { "date-list-or" };
        self.words.with(key, &[("first", texts.join(", ").into()), ("last", last.into())])
    }

    fn member(&self, member: &MemberPart<'_>, all: bool) -> String {
        match member {
            MemberPart::At(point) => self.point(point),
            MemberPart::OnOrBefore(point) => {
                self.words.fill(if all { "date-and-before" } else { "date-or-before" }, &self.point(point))
            }
            MemberPart::OnOrAfter(point) => {
                self.words.fill(if all { "date-and-after" } else { "date-or-after" }, &self.point(point))
            }
            MemberPart::Range(first, last) => {
                let range = self.words.range(&self.point(first), &self.point(last));
                self.words.fill(if all { "date-each-of" } else { "date-one-of" }, &range)
            }
        }
    }

    fn point(&self, point: &Point<'_>) -> String {
        let mut text = match point.clock() {
            Some(clock) => {
                self.in_utc(point, clock).unwrap_or_else(|| self.words.at_clock(&self.bare(point), &self.clock(clock)))
            }
            None => self.bare(point),
        };
        let mark = point.mark();
        if mark.questioned {
            text = self.words.fill("date-questioned", &text);
        }
        if mark.approximate {
            text = self.words.fill("date-about", &text);
        }
        text
    }

    /// The calendar part without its marks.
    fn bare(&self, point: &Point<'_>) -> String {
        let year = self.year(point);
        if let Some(code) = point.season() {
            return self.season(code, &year);
        }
        let Some(month) = point.month() else { return year };
        let day = point.day();
        match (month.value(), day) {
            (Some(month), None) => self.month_of(month, &year),
            (Some(month), Some(day)) => match days(day, month) {
                Some(days) => format!("{days} {} {year}", self.month(month, true)),
                None => self.month_of(month, &year),
            },
            (None, None) => match months(month) {
                Some((first, last)) => {
                    let months = self.words.range(&self.month(first, true), &self.month(last, true));
                    format!("{months} {year}")
                }
                None => year,
            },
            (None, Some(day)) => match day.value() {
                Some(day) => {
                    self.words.with("date-day-of-a-month", &[("day", day.to_string().into()), ("year", year.into())])
                }
                None => year,
            },
        }
    }

    fn month_of(&self, month: u8, year: &str) -> String {
        format!("{} {year}", self.month(month, self.brief))
    }

    fn month(&self, month: u8, short: bool) -> String {
        self.words.get(&if short { format!("month-{month}") } else { format!("month-long-{month}") })
    }

    fn year(&self, point: &Point<'_>) -> String {
        match (point.year_places(), point.years(), point.year()) {
            (0, _, Some(year)) => self.words.year(year),
            (1, Some((first, last)), _) if (0..10_000).contains(&first) && last - first == 9 => {
                self.words.with("date-decade", &[("decade", format!("{first:04}").into())])
            }
            (_, Some((first, last)), _) => self.words.range(&self.words.year(first), &self.words.year(last)),
            _ => {
                let (number, power) = point.year_exponent().unwrap_or((0, 0));
                format!("{} × 10^{power}", self.words.number(number))
            }
        }
    }

    /// Part of a year by its code: seasons, quarters, thirds, halves.
    fn season(&self, code: u8, year: &str) -> String {
        let (key, number) = match code {
            21..=32 => {
                let name = self.words.get(&format!("season-{}", (code - 21) % 4 + 1));
                let text = format!("{name} {year}");
                return if code >= 29 { self.words.fill("date-southern", &text) } else { text };
            }
            33..=36 => ("date-quarter", code - 32),
            37..=39 => ("date-third", code - 36),
            _ => ("date-half", code.saturating_sub(39)),
        };
        self.words.with(key, &[("number", i64::from(number).into()), ("year", year.into())])
    }

    /// An instant by the clock of UTC, as fine as it is written; none where times are shown as they are written.
    fn in_utc(&self, point: &Point<'_>, clock: &Clock<'_>) -> Option<String> {
        if self.words.clocks() == Clocks::Case {
            return None;
        }
        let at = CivilTime::at(point.start(self.zone)?, &TimeZone::UTC);
        let second = clock.second.map(|_| at.second);
        Some(
            self.words
                .at_clock(&self.words.day_of(at), &format!("{} UTC", self.digits((at.hour, at.minute, second), clock))),
        )
    }

    fn clock(&self, clock: &Clock<'_>) -> String {
        let zone = match (clock.zone, clock.shift) {
            (Some(zone), _) if self.zone.iana_name() == Some(zone) => String::new(),
            (Some(zone), _) => format!(" {zone}"),
            (None, Some(Shift::Utc)) => " UTC".to_owned(),
            (None, Some(Shift::Minutes(minutes))) => {
                let sign = if minutes < 0 { '−' } else { '+' };
                let minutes = minutes.unsigned_abs();
                format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
            (None, None) => String::new(),
        };
        format!("{}{zone}", self.digits((clock.hour, clock.minute, clock.second), clock))
    }

    /// Hour, minute and second, with the decimals of the clock as written.
    fn digits(&self, (hour, minute, second): (u8, u8, Option<u8>), clock: &Clock<'_>) -> String {
        let second = second.map(|second| format!(":{second:02}")).unwrap_or_default();
        let fraction = clock.fraction.map(|(milliseconds, decimals)| {
            let digits = format!("{milliseconds:03}");
            // Dutch writes decimals after a comma.
            let point = if self.words.language() == Language::Dutch { ',' } else { '.' };
            format!("{point}{}", &digits[..usize::from(decimals.min(3))])
        });
        format!("{hour:02}:{minute:02}{second}{}", fraction.unwrap_or_default())
    }
}

/// The days that a partly written day may be: "9", "10–19". None where all digits are open.
fn days(day: Field, month: u8) -> Option<String> {
    if let Some(day) = day.value() {
        return Some(day.to_string());
    }
    match day.digits {
        [Some(tens), None] => {
            let most = if month == 2 { 29 } else { 31 };
            Some(format!("{}–{}", (tens * 10).max(1), (tens * 10 + 9).min(most)))
        }
        [None, Some(ones)] => Some(format!("?{ones}")),
        _ => None,
    }
}

/// First and last month that a partly written month may be.
fn months(month: Field) -> Option<(u8, u8)> {
    match month.digits {
        [Some(0), None] => Some((1, 9)),
        [Some(_), None] => Some((10, 12)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Calendar;

    fn amsterdam() -> Calendar {
        Calendar::named("Europe/Amsterdam").unwrap()
    }

    fn when(text: &str) -> When {
        When::parse(text, &amsterdam(), None).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    /// Written, in English, in Dutch.
    const DATES: &[(&str, &str, &str)] = &[
        ("2021-03-09", "9 Mar 2021", "9 mrt 2021"),
        ("2021-02-15~/2021-03-09?", "about 15 Feb 2021 – 9 Mar 2021?", "ongeveer 15 feb 2021 – 9 mrt 2021?"),
        ("2020", "some time in 2020", "ergens in 2020"),
        ("2021-03", "some time in March 2021", "ergens in maart 2021"),
        ("2021-03~", "about March 2021", "ongeveer maart 2021"),
        ("2020?", "some time in 2020?", "ergens in 2020?"),
        ("2019-12-03%", "about 3 Dec 2019?", "ongeveer 3 dec 2019?"),
        ("/2021-03-09", "until 9 Mar 2021", "t/m 9 mrt 2021"),
        ("2021-03-09/", "from 9 Mar 2021", "vanaf 9 mrt 2021"),
        ("2018?/..", "2018? – still open", "2018? – loopt door"),
        ("../2021", "no start – 2021", "zonder begin – 2021"),
        ("..2004-06-01/2004-06-20", "1 Jun 2004 or before – 20 Jun 2004", "1 jun 2004 of eerder – 20 jun 2004"),
        ("2020/2021", "2020 – 2021", "2020 – 2021"),
        ("{2018-12,2019-10}", "December 2018 and October 2019", "december 2018 en oktober 2019"),
        ("[2018,2019-10,2020-01-05]", "2018, October 2019 or 5 Jan 2020", "2018, oktober 2019 of 5 jan 2020"),
        ("[1670..1672]", "one of 1670 – 1672", "een van 1670 – 1672"),
        ("{1670..1672}", "each of 1670 – 1672", "elk van 1670 – 1672"),
        ("{..1983-12-31}", "31 Dec 1983 and all before", "31 dec 1983 en alles ervoor"),
        ("[1984..]", "1984 or later", "1984 of later"),
        ("202X", "some time in the 2020s", "ergens in de jaren 2020"),
        ("20XX", "some time in 2000 – 2099", "ergens in 2000 – 2099"),
        ("202X~", "about the 2020s", "ongeveer de jaren 2020"),
        ("2021-02-XX", "some time in February 2021", "ergens in februari 2021"),
        ("2021-02-1X", "some time in 10–19 Feb 2021", "ergens in 10–19 feb 2021"),
        ("2021-02-2X", "some time in 20–29 Feb 2021", "ergens in 20–29 feb 2021"),
        ("2021-0X", "some time in Jan – Sep 2021", "ergens in jan – sep 2021"),
        ("2021-XX-15", "some time in 2021 (day 15 of a month)", "ergens in 2021 (dag 15 van een maand)"),
        ("2021-21", "some time in spring 2021", "ergens in lente 2021"),
        ("2021-32", "some time in winter 2021 (southern)", "ergens in winter 2021 (zuidelijk)"),
        ("2021-34", "some time in quarter 2 of 2021", "ergens in kwartaal 2 van 2021"),
        ("2021-41", "some time in half 2 of 2021", "ergens in helft 2 van 2021"),
        ("-0043", "some time in 44 BCE", "ergens in 44 v.Chr."),
        ("Y17000", "some time in 17,000", "ergens in 17.000"),
        ("Y17E100", "some time in 17 × 10^100", "ergens in 17 × 10^100"),
        ("2021-03-09T05:00", "9 Mar 2021, 05:00", "9 mrt 2021, 05:00"),
        ("2021-03-09T05:00:00.5Z", "9 Mar 2021, 05:00:00.5 UTC", "9 mrt 2021, 05:00:00,5 UTC"),
        ("2021-03-09T05:00[Europe/Amsterdam]", "9 Mar 2021, 05:00", "9 mrt 2021, 05:00"),
        ("2021-03-09T05:00[Europe/Paris]", "9 Mar 2021, 05:00 Europe/Paris", "9 mrt 2021, 05:00 Europe/Paris"),
        ("2021-03-09T05:00-03:30", "9 Mar 2021, 05:00 UTC−03:30", "9 mrt 2021, 05:00 UTC−03:30"),
    ];

    #[test]
    fn dates_are_said_as_the_table_says() {
        for (text, english, dutch) in DATES {
            for (language, expected) in [(Language::English, english), (Language::Dutch, dutch)] {
                let said = Words::new(language).date(&when(text), &amsterdam().zone);
                assert_eq!(said, *expected, "{text} in {language:?}");
            }
        }
    }

    #[test]
    fn a_column_of_dates_is_brief() {
        let words = Words::new(Language::Dutch);
        let said = ["2020", "2021-03", "2021-03~", "/2021-03-09", "2020/2021-02"]
            .map(|text| words.date_brief(&when(text), &amsterdam().zone));
        assert_eq!(said, ["2020", "mrt 2021", "ongeveer mrt 2021", "t/m 9 mrt 2021", "2020 – feb 2021"]);
    }

    /// Window as a date, in English, its length.
    const SPANS: &[(&str, &str, &str)] = &[
        ("2021-02-01/2021-03-09", "1 Feb 2021 – 9 Mar 2021", "37 days"),
        ("2021-03-28", "28 Mar 2021", "1 day"),
        ("2021-03", "1 Mar 2021 – 31 Mar 2021", "31 days"),
        ("2021-03-09T05:00/2021-03-09T06:59", "9 Mar 2021, 05:00 – 06:59", "2 hours"),
        ("2021-03-09T05:00/2021-03-10T04:59", "9 Mar 2021, 05:00 – 10 Mar 2021, 04:59", "1 day"),
        ("2021-03-09T05:00/2021-03-10T16:59", "9 Mar 2021, 05:00 – 10 Mar 2021, 16:59", "36 hours"),
        ("2021-03-09T05:00", "9 Mar 2021, 05:00 – 05:00", "1 minute"),
        ("2011/2019", "1 Jan 2011 – 31 Dec 2019", "9 years"),
        ("2011/2019-06", "1 Jan 2011 – 30 Jun 2019", "about 8 years"),
    ];

    #[test]
    fn windows_are_said_in_whole_days_where_they_are_made_of_them() {
        let words = Words::new(Language::English);
        for (text, said, length) in SPANS {
            let span = when(text).outer();
            let found = (words.span(span, &amsterdam().zone), words.length(span));
            assert_eq!(found, ((*said).to_owned(), (*length).to_owned()), "{text}");
        }
        let open = Span::new(Stamp::MIN, when("2021-03-09").outer().end());
        assert_eq!(words.span(open, &amsterdam().zone), "until 9 Mar 2021");
        assert_eq!(words.length(open), "no limit");
    }

    #[test]
    fn a_point_on_the_axis_shows_its_time_only_where_it_has_one() {
        let zone = amsterdam().zone;
        let words = Words::new(Language::Dutch);
        let of = |text: &str| words.stamp(when(text).outer().start(), &zone);
        assert_eq!([of("2021-03-09"), of("2021-03-09T05:00")], ["9 mrt 2021", "9 mrt 2021, 05:00"]);
        assert_eq!(words.stamp(Stamp::MAX, &zone), "?");
    }

    #[test]
    fn in_utc_times_are_those_of_utc_and_days_stay_those_of_the_case() {
        let zone = amsterdam().zone;
        let words = Words::new(Language::English).with_clocks(Clocks::Utc);
        for (text, said) in [
            ("2021-03-09", "9 Mar 2021"),
            ("2021-03-09T00:30", "8 Mar 2021, 23:30 UTC"),
            ("2021-07-09T05:00:07[Europe/Amsterdam]", "9 Jul 2021, 03:00:07 UTC"),
            ("2021-03-09T05:00-03:30", "9 Mar 2021, 08:30 UTC"),
            ("2021-03-09T05:00:00.5Z", "9 Mar 2021, 05:00:00.5 UTC"),
            ("2021-03-09T05:00/2021-03", "9 Mar 2021, 04:00 UTC – March 2021"),
        ] {
            assert_eq!(words.date(&when(text), &zone), said, "{text}");
        }
        let window = |text: &str| words.span(when(text).outer(), &zone);
        assert_eq!(window("2021-02"), "1 Feb 2021 – 28 Feb 2021");
        assert_eq!(window("2021-03-09T00:30/2021-03-09T05:59"), "8 Mar 2021, 23:30 – 9 Mar 2021, 04:59 UTC");
        assert_eq!(words.stamp(when("2021-03-09T05:00").outer().start(), &zone), "9 Mar 2021, 04:00 UTC");
        assert_eq!(words.stamp(when("2021-03-09").outer().end(), &zone), "9 Mar 2021");
    }
}
