//! Written dates beside what they mean.

use super::civil::CivilTime;
use super::{Bounds, Calendar, DateReason, Edge, Stamp, When};

pub(super) fn amsterdam() -> Calendar {
    Calendar::named("Europe/Amsterdam").unwrap()
}

pub(super) fn when(text: &str) -> When {
    When::parse(text, &amsterdam(), None).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Local time as far as it is not the first or last millisecond of a day.
pub(super) fn shown(stamp: Stamp, calendar: &Calendar) -> String {
    let CivilTime { date, hour, minute, second, millisecond } = CivilTime::at(stamp, &calendar.zone);
    let sign = if date.year < 0 { "-" } else { "" };
    let day = format!("{sign}{:04}-{:02}-{:02}", date.year.abs(), date.month, date.day);
    match (hour, minute, second, millisecond) {
        _ if stamp == Stamp::MIN => "ever".to_owned(),
        _ if stamp == Stamp::MAX => "never".to_owned(),
        (0, 0, 0, 0) => day,
        (23, 59, 59, 999) => format!("{day}<"),
        (_, _, 0, 0) => format!("{day}T{hour:02}:{minute:02}"),
        (_, _, 59, 999) => format!("{day}T{hour:02}:{minute:02}<"),
        _ => format!("{day}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}"),
    }
}

/// Bounds and edges on one line: a moment as `from to edge`, an extent as two of them.
pub(super) fn line(when: &When, calendar: &Calendar) -> String {
    let Bounds { earliest_start, latest_start, earliest_end, latest_end } = when.bounds();
    let end = |from, to, edge: Edge| format!("{} {} {edge:?}", shown(from, calendar), shown(to, calendar));
    if (earliest_start, latest_start) == (earliest_end, latest_end) && when.start_edge() == when.end_edge() {
        end(earliest_start, latest_end, when.start_edge())
    } else {
        let start = end(earliest_start, latest_start, when.start_edge());
        format!("{start} / {}", end(earliest_end, latest_end, when.end_edge()))
    }
}

/// Text, then for each end its first and last millisecond and its edge; `<` is the last millisecond of the day or
/// minute. Local time of Amsterdam.
const DATES: &[(&str, &str)] = &[
    ("2020", "2020-01-01 2020-12-31< Firm"),
    ("2021-02", "2021-02-01 2021-02-28< Firm"),
    ("2021-03-09", "2021-03-09 2021-03-09< Firm"),
    ("2024-02", "2024-02-01 2024-02-29< Firm"),
    ("2024-02-29", "2024-02-29 2024-02-29< Firm"),
    ("2021-03-28", "2021-03-28 2021-03-28< Firm"),
    ("2021-10-31", "2021-10-31 2021-10-31< Firm"),
    ("0000", "0000-01-01 0000-12-31< Firm"),
    ("-0001", "-0001-01-01 -0001-12-31< Firm"),
    ("-0044-03-15", "-0044-03-15 -0044-03-15< Firm"),
    ("9999", "9999-01-01 9999-12-31< Firm"),
    ("202X", "2020-01-01 2029-12-31< Firm"),
    ("20XX", "2000-01-01 2099-12-31< Firm"),
    ("2XXX", "2000-01-01 2999-12-31< Firm"),
    ("XXXX", "0000-01-01 9999-12-31< Firm"),
    ("19X5", "1905-01-01 1995-12-31< Firm"),
    ("2021-XX", "2021-01-01 2021-12-31< Firm"),
    ("2021-0X", "2021-01-01 2021-09-30< Firm"),
    ("2021-XX-XX", "2021-01-01 2021-12-31< Firm"),
    ("2021-02-XX", "2021-02-01 2021-02-28< Firm"),
    ("2021-XX-31", "2021-01-31 2021-12-31< Firm"),
    ("2021-1X-15", "2021-10-15 2021-12-15< Firm"),
    ("XXXX-02-29", "0000-02-29 9996-02-29< Firm"),
    ("1950S2", "1900-01-01 1999-12-31< Firm"),
    ("1953S3", "1950-01-01 1959-12-31< Firm"),
    ("2021-21", "2021-03-01 2021-05-31< Firm"),
    ("2021-24", "2021-12-01 2022-02-28< Firm"),
    ("2021-32", "2021-06-01 2021-08-31< Firm"),
    ("2021-34", "2021-04-01 2021-06-30< Firm"),
    ("2021-39", "2021-09-01 2021-12-31< Firm"),
    ("2021-41", "2021-07-01 2021-12-31< Firm"),
    ("Y17000", "17000-01-01 17000-12-31< Firm"),
    ("Y170000000", "170000000-01-01 170000000-12-31< Firm"),
    ("Y-17E7", "-170000000-01-01 -170000000-12-31< Firm"),
    ("Y17E100", "never never Firm"),
    ("Y-17E100", "ever ever Firm"),
    ("Y171010000S3", "171000000-01-01 171999999-12-31< Firm"),
    ("2021-03-09?", "2021-03-09 2021-03-09< Questioned"),
    ("2021-02-15~", "2021-02-08 2021-02-22< Soft"),
    ("2021-03-09%", "2021-03-02 2021-03-16< SoftQuestioned"),
    ("2021-03~", "2021-02-01 2021-04-30< Soft"),
    ("2024-02~", "2024-01-01 2024-03-31< Soft"),
    ("2021-01-31~", "2021-01-24 2021-02-07< Soft"),
    ("2020~", "2019-01-01 2021-12-31< Soft"),
    ("202X~", "2015-01-01 2034-12-31< Soft"),
    ("20XX~", "1975-01-01 2124-12-31< Soft"),
    ("2XXX~", "1750-01-01 3249-12-31< Soft"),
    ("2021-21~", "2020-12-01 2021-08-31< Soft"),
    ("2021-34~", "2021-01-01 2021-09-30< Soft"),
    ("2021-39~", "2021-05-01 2022-04-30< Soft"),
    ("2021-40~", "2020-07-01 2021-12-31< Soft"),
    ("1950S2~", "1875-01-01 2024-12-31< Soft"),
    ("2021-02-XX~", "2021-01-01 2021-03-31< Soft"),
    ("2021-XX~", "2020-01-01 2022-12-31< Soft"),
    ("2021-XX-15~", "2020-01-15 2022-12-15< Soft"),
    ("2021-02~-15", "2021-01-15 2021-03-15< Soft"),
    ("2021~-02-15", "2020-02-15 2022-02-15< Soft"),
    ("2021-?02-15", "2021-02-15 2021-02-15< Questioned"),
    ("~2021-02-~15", "2020-02-08 2022-02-22< Soft"),
    ("202X-~02", "2015-02-01 2034-02-28< Soft"),
    ("Y-17E7~", "-170000001-01-01 -169999999-12-31< Soft"),
    ("9999-12-31~", "9999-12-24 10000-01-07< Soft"),
    ("2021-02-15/2021-03-09", "2021-02-15 2021-02-15< Firm / 2021-03-09 2021-03-09< Firm"),
    ("2021-02-15~/2021-03-09?", "2021-02-08 2021-02-22< Soft / 2021-03-09 2021-03-09< Questioned"),
    ("2018?/2021-03-09", "2018-01-01 2018-12-31< Questioned / 2021-03-09 2021-03-09< Firm"),
    ("2018-12~/2021-03-09", "2018-11-01 2019-01-31< Soft / 2021-03-09 2021-03-09< Firm"),
    ("2018?/..", "2018-01-01 2018-12-31< Questioned / never never Open"),
    ("2021-03-09/..", "2021-03-09 2021-03-09< Firm / never never Open"),
    ("../2021-03-09", "ever ever Open / 2021-03-09 2021-03-09< Firm"),
    ("/2021-03-09", "ever 2021-03-09< Unknown / 2021-03-09 2021-03-09< Firm"),
    ("/2021", "ever 2021-12-31< Unknown / 2021-01-01 2021-12-31< Firm"),
    ("2018/", "2018-01-01 2018-12-31< Firm / 2018-01-01 never Unknown"),
    ("/2021%", "ever 2022-12-31< Unknown / 2020-01-01 2022-12-31< SoftQuestioned"),
    ("2021-03/2021-03-09", "2021-03-01 2021-03-09< Firm / 2021-03-09 2021-03-09< Firm"),
    ("2021-03-09/2021-03", "2021-03-09 2021-03-09< Firm / 2021-03-09 2021-03-31< Firm"),
    ("2021-07~/2024-12-03", "2021-06-01 2021-08-31< Soft / 2024-12-03 2024-12-03< Firm"),
    ("2021-02-20/2021-04-03~", "2021-02-20 2021-02-20< Firm / 2021-03-27 2021-04-10< Soft"),
    ("2020-09/2023-02-03", "2020-09-01 2020-09-30< Firm / 2023-02-03 2023-02-03< Firm"),
    ("2021-21/2021-23", "2021-03-01 2021-05-31< Firm / 2021-09-01 2021-11-30< Firm"),
    ("202X/2021", "2020-01-01 2021-12-31< Firm / 2021-01-01 2021-12-31< Firm"),
    ("..2004-06-01/2004-06-20..", "ever 2004-06-01< Unknown / 2004-06-20 never Unknown"),
    ("..1985?/2000", "ever 1985-12-31< Unknown / 2000-01-01 2000-12-31< Firm"),
    ("2021-03-09/2021-03-08", "2021-03-09 2021-03-09< Firm / 2021-03-08 2021-03-08< Firm"),
    ("2021-03-09~/2021-03-08", "2021-03-02 2021-03-08< Soft / 2021-03-08 2021-03-08< Firm"),
    ("2022/2021?", "2022-01-01 2022-12-31< Firm / 2021-01-01 2021-12-31< Questioned"),
    ("2021-03-09T05:00[Europe/Amsterdam]", "2021-03-09T05:00 2021-03-09T05:00< Firm"),
    ("2021-03-09T05:00:30+01:00", "2021-03-09T05:00:30.000 2021-03-09T05:00:30.999 Firm"),
    ("2021-03-09T05:00Z", "2021-03-09T06:00 2021-03-09T06:00< Firm"),
    ("2021-03-09T05:00", "2021-03-09T05:00 2021-03-09T05:00< Firm"),
    ("2021-03-09T05:00+01:00[Europe/Amsterdam]", "2021-03-09T05:00 2021-03-09T05:00< Firm"),
    ("2021-03-09T05:00Z[America/New_York]", "2021-03-09T06:00 2021-03-09T06:00< Firm"),
    ("2021-03-09T05:00[America/New_York]", "2021-03-09T11:00 2021-03-09T11:00< Firm"),
    ("2021-03-09T05:00:30.5", "2021-03-09T05:00:30.500 2021-03-09T05:00:30.599 Firm"),
    ("2021-03-09T05:00:30.25-05", "2021-03-09T11:00:30.250 2021-03-09T11:00:30.259 Firm"),
    ("2021-03-09T05:00:30.125", "2021-03-09T05:00:30.125 2021-03-09T05:00:30.125 Firm"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:59:59.000 2017-01-01T00:59< Firm"),
    ("2021-10-31T02:30", "2021-10-31T02:30 2021-10-31T02:30< Firm"),
    ("2021-10-31T02:30+02:00", "2021-10-31T02:30 2021-10-31T02:30< Firm"),
    ("2021-10-31T02:30+01:00[Europe/Amsterdam]", "2021-10-31T02:30 2021-10-31T02:30< Firm"),
    ("2021-10-31T02:30:00[Europe/Amsterdam]", "2021-10-31T02:30 2021-10-31T02:30:00.999 Firm"),
    (
        "2021-03-09T05:00/2021-03-09T06:30",
        "2021-03-09T05:00 2021-03-09T05:00< Firm / 2021-03-09T06:30 2021-03-09T06:30< Firm",
    ),
    (
        "2021-03-09T05:00[Europe/Amsterdam]/2021-03-10",
        "2021-03-09T05:00 2021-03-09T05:00< Firm / 2021-03-10 2021-03-10< Firm",
    ),
    ("2021-03-09T05:00/..", "2021-03-09T05:00 2021-03-09T05:00< Firm / never never Open"),
    ("2021-10-31T02:59", "2021-10-31T02:59 2021-10-31T02:59< Firm"),
    ("/2021-03-09T05:00Z", "ever 2021-03-09T06:00< Unknown / 2021-03-09T06:00 2021-03-09T06:00< Firm"),
    (
        "2021-03-08~/2021-03-09T05:00[Europe/Amsterdam]",
        "2021-03-01 2021-03-09T05:00< Soft / 2021-03-09T05:00 2021-03-09T05:00< Firm",
    ),
    ("..2021-03-09T05:00/2021-03-10", "ever 2021-03-09T05:00< Unknown / 2021-03-10 2021-03-10< Firm"),
    ("1971-01-01T12:00-00:45[Africa/Monrovia]", "1971-01-01T13:44:30.000 1971-01-01T13:45:29.999 Firm"),
    ("1971-01-01T12:00[Africa/Monrovia]", "1971-01-01T13:44:30.000 1971-01-01T13:45:29.999 Firm"),
    ("{2018-12,2019-10}", "2018-12-01 2018-12-31< Firm / 2019-10-01 2019-10-31< Firm"),
    ("[2018-12,2019-10]", "2018-12-01 2019-10-31< Firm"),
    ("{1667,1668,1670..1672}", "1667-01-01 1667-12-31< Firm / 1672-01-01 1672-12-31< Firm"),
    ("[1670..1672]", "1670-01-01 1672-12-31< Firm"),
    ("{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", "ever ever Open / never never Open"),
    ("[..1984]", "ever 1984-12-31< Unknown / ever 1984-12-31< Firm"),
    ("[1984..]", "1984-01-01 never Firm / 1984-01-01 never Unknown"),
    ("{2020~,2021?}", "2019-01-01 2021-12-31< Soft / 2021-01-01 2021-12-31< Questioned"),
];

#[test]
fn dates_mean_what_the_table_says() {
    for (text, expected) in DATES {
        assert_eq!(line(&when(text), &amsterdam()), *expected, "{text}");
    }
}

/// Every date of the facts behind the example case.
const FACTS: &str = "
2008 2015-05/2017-05-09 2016-04-19 2016-09-13 2016/2018-03 2017 2017-03-09 2018-11-06 2018-12~
2018-12~/2021-03-09 2018/2021-03-09 2018/2021-06-08 2018?/2021-03-09 2019 2019-01-30 2019-05-27
2019-10/2021-06-08 2019-11-01 2019-12-03 2019-12-03? 2019-12-13 2019-12-17 2019/2020-06 2020 2020-01
2020-04-01/2020-06-13 2020-04-01/2020-07-02 2020-06-12/2020-06-13 2020-07-02 2020-09/2023-02-03 2020-10
2020/2021 2020/2023-06-27 2021-02-15/2021-03-09 2021-02-15~ 2021-02-15~/2021-03-09? 2021-02-20/2021-04-03~
2021-03 2021-03-09 2021-03-09/.. ../2021-03-09 /2021-03-09 2021-03-09/2022-03 2021-03-09/2023-06 2021-03-10
2021-03-12 2021-03-19 2021-03-19~ 2021-03~ 2021-07~/2024-12-03 2021-10-26 2022-03/2024-09-18 2022-06-08
2023-04-13 2024-04-30 2024-10~
";

#[test]
fn the_dates_of_the_example_case_are_read_and_none_is_impossible() {
    for text in FACTS.split_ascii_whitespace() {
        let when = when(text);
        assert!(!when.is_impossible(), "{text}");
        assert_eq!(when.is_extent(), text.contains('/'), "{text}");
        let marks = (when.start_edge().is_soft(), when.end_edge().is_questioned());
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        assert_eq!(marks, (start.ends_with('~'), end.ends_with('?')), "{text}");
    }
}

/// Text, byte offset, reason and suggestion.
const MALFORMED: &[(&str, usize, DateReason, &str)] = &[
    ("", 0, DateReason::Empty, ""),
    (" 2021", 0, DateReason::BlankAround, "2021"),
    ("2021 ", 4, DateReason::BlankAround, "2021"),
    ("2021 -03", 4, DateReason::BlankInside, ""),
    ("2021-03-09 ", 10, DateReason::BlankAround, "2021-03-09"),
    ("2021‑03", 4, DateReason::Character, ""),
    ("1985-13", 5, DateReason::NoSuchMonth, ""),
    ("1985-00", 5, DateReason::NoSuchMonth, ""),
    ("2024-02-30", 8, DateReason::NoSuchDay, ""),
    ("2023-02-29", 8, DateReason::NoSuchDay, ""),
    ("2021-04-31", 8, DateReason::NoSuchDay, ""),
    ("2021-3", 5, DateReason::Month, ""),
    ("2021-03-9", 8, DateReason::Day, ""),
    ("202", 2, DateReason::Year, ""),
    ("20211", 4, DateReason::Unexpected, ""),
    ("19xx", 2, DateReason::Year, ""),
    ("-0000", 0, DateReason::NegativeYear, ""),
    ("-1XXX", 1, DateReason::NegativeYear, ""),
    ("2021S5", 5, DateReason::SignificantDigits, ""),
    ("2021S2-03", 6, DateReason::SignificantDigits, ""),
    ("20X1S2", 4, DateReason::SignificantDigits, ""),
    ("Y2021", 1, DateReason::LongYear, ""),
    ("Y017000", 1, DateReason::LongYear, ""),
    ("Y17000-03", 6, DateReason::LongYear, ""),
    ("Y99999999999999999999", 1, DateReason::TooLarge, ""),
    ("Y1E100001", 3, DateReason::TooLarge, ""),
    ("2021-22-15", 8, DateReason::SeasonWithDay, ""),
    ("2021-2X", 5, DateReason::NoSuchMonth, ""),
    ("2021-XX-32", 8, DateReason::NoSuchDay, ""),
    ("2021/2022/2023", 9, DateReason::SecondSlash, ""),
    ("../..", 0, DateReason::NoDatedEnd, ""),
    ("/", 0, DateReason::NoDatedEnd, ""),
    ("/..", 0, DateReason::NoDatedEnd, ""),
    ("..2021", 0, DateReason::MisplacedDots, ""),
    ("2021..", 4, DateReason::MisplacedDots, ""),
    ("2021../2022", 4, DateReason::MisplacedDots, ""),
    ("2021/..2022", 5, DateReason::MisplacedDots, ""),
    ("2020/1985-13", 10, DateReason::NoSuchMonth, ""),
    ("2020/{2021}", 5, DateReason::SetInExtent, ""),
    ("{2020", 4, DateReason::UnclosedSet, ""),
    ("{}", 1, DateReason::EmptyMember, ""),
    ("{2020,}", 6, DateReason::EmptyMember, ""),
    ("{2020,[2021]}", 6, DateReason::NestedSet, ""),
    ("[2020..2021-03]", 7, DateReason::SetRange, ""),
    ("[2022..2021]", 7, DateReason::SetRangeOrder, ""),
    ("[..]", 1, DateReason::SetRange, ""),
    ("2021-03T05:00", 0, DateReason::InstantDate, ""),
    ("2021-03-09?T05:00", 0, DateReason::InstantDate, ""),
    ("T05:00", 0, DateReason::InstantDate, ""),
    ("2021-02-30T05:00", 8, DateReason::NoSuchDay, ""),
    ("2021-03-09T", 11, DateReason::Time, ""),
    ("2021-03-09T5:00", 12, DateReason::Time, ""),
    ("2021-03-09T05", 13, DateReason::Time, ""),
    ("2021-03-09T0500", 13, DateReason::Time, ""),
    ("2021-03-09T05:00:3", 18, DateReason::Time, ""),
    ("2021-03-09T24:00", 11, DateReason::NoSuchTime, ""),
    ("2021-03-09T05:60", 14, DateReason::NoSuchTime, ""),
    ("2021-03-09T05:00:61", 17, DateReason::NoSuchTime, ""),
    ("2021-03-09T05:00:30.", 20, DateReason::Fraction, ""),
    ("2021-03-09T05:00:30.1234", 23, DateReason::Fraction, ""),
    ("2021-03-09T05:00.5", 16, DateReason::Time, ""),
    ("2021-03-09T05:00+1", 18, DateReason::Offset, ""),
    ("2021-03-09T05:00+15:00", 16, DateReason::Offset, ""),
    ("2021-03-09T05:00-00:00", 16, DateReason::Offset, ""),
    ("2021-03-09T05:00+0100", 19, DateReason::Unexpected, ""),
    ("2021-03-09T05:00+02:00[Europe/Amsterdam]", 16, DateReason::OffsetMismatch, "2021-03-09T05:00[Europe/Amsterdam]"),
    ("2021-03-09T05:00[Europe/Amsterdam", 16, DateReason::UnclosedZone, ""),
    ("2021-03-09T05:00[Europe/Atlantis]", 17, DateReason::UnknownZone, ""),
    ("2021-03-09T05:00[]", 17, DateReason::UnknownZone, ""),
    ("2021-03-09T05:00[Europe/Amsterdam]?", 34, DateReason::Unexpected, ""),
    ("2021-03-09T05:00z", 16, DateReason::Time, ""),
    ("2021-03-28T02:30", 11, DateReason::SkippedTime, "2021-03-28T03:30"),
    ("2021-03-28T02:30:15[Europe/Amsterdam]", 11, DateReason::SkippedTime, "2021-03-28T03:30:15[Europe/Amsterdam]"),
    ("2021-03-28T02:30+01:00[Europe/Amsterdam]", 11, DateReason::SkippedTime, "2021-03-28T03:30[Europe/Amsterdam]"),
    ("2021-03-27/2021-03-28T02:00", 22, DateReason::SkippedTime, "2021-03-27/2021-03-28T03:00"),
    ("2021-03-09T05:00/06:00", 19, DateReason::Year, ""),
    ("yesterday", 0, DateReason::Year, ""),
    ("2021-03-0", 8, DateReason::Day, ""),
    ("2021-03-09x", 10, DateReason::Unexpected, ""),
];

#[test]
fn malformed_dates_say_where_and_why() {
    for (text, offset, reason, suggestion) in MALFORMED {
        let error = When::parse(text, &amsterdam(), None).expect_err(text);
        let found = (error.offset, error.reason, error.suggestion.as_deref().unwrap_or_default());
        assert_eq!(found, (*offset, *reason, *suggestion), "{text}");
    }
}

#[test]
fn every_reason_has_an_example_and_a_key_of_its_own() {
    for reason in DateReason::ALL {
        assert!(MALFORMED.iter().any(|(_, _, example, _)| example == reason), "{reason:?}");
        let same_key = DateReason::ALL.iter().filter(|other| other.key() == reason.key()).count();
        assert_eq!(same_key, 1, "{reason:?}");
    }
}

#[test]
fn suggestions_are_dates() {
    for (text, _, _, suggestion) in MALFORMED.iter().filter(|(_, _, _, suggestion)| !suggestion.is_empty()) {
        assert!(When::parse(suggestion, &amsterdam(), None).is_ok(), "{text}: {suggestion}");
    }
}
