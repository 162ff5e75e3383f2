//! What holds for every date.

use proptest::prelude::*;

use super::answer::Reading;
use super::bounds::End;
use super::civil::{CivilDate, CivilTime, Unit, floor_to, next};
use super::tests::amsterdam;
use super::{About, Answer, Bounds, Calendar, Edge, Parts, Span, Stamp, When, WindowRule};

fn mark() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")]
}

/// A day, month, season, year, decade or instant near today, with any mark.
fn point() -> impl Strategy<Value = String> {
    let parts = (1990..2040_i32, 1..=12_u32, 1..=28_u32, 0..24_u32, mark());
    (parts, 0..9_u8).prop_map(|((year, month, day, hour, mark), form)| match form {
        0 | 1 => format!("{year}-{month:02}-{day:02}{mark}"),
        2 => format!("{year}-{month:02}{mark}"),
        3 => format!("{year}{mark}"),
        4 => format!("{}X{mark}", year / 10),
        5 => format!("{year}-{:02}{mark}", 20 + month),
        6 => format!("{year}-{month:02}-{day:02}T{hour:02}:30:{day:02}Z"),
        7 => format!("{year}-XX-{day:02}{mark}"),
        _ => format!("{year}-{month:02}{mark}-{day:02}"),
    })
}

fn date() -> impl Strategy<Value = String> {
    let plain = || point().prop_filter("sets hold no instants", |text| !text.contains('T'));
    prop_oneof![
        3 => point(),
        3 => (point(), point()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => point().prop_map(|end| format!("/{end}")),
        1 => point().prop_map(|start| format!("{start}/..")),
        1 => point().prop_map(|start| format!("{start}/")),
        1 => point().prop_map(|end| format!("../{end}")),
        1 => (plain(), plain()).prop_map(|(one, other)| format!("{{{one},{other}}}")),
        1 => (plain(), plain()).prop_map(|(one, other)| format!("[{one},..{other}]")),
        1 => (plain(), plain()).prop_map(|(one, other)| format!("{{{one}..,{other}}}")),
        1 => (1990..2010, 1..20).prop_map(|(year, more)| format!("{{{year}-03..{}-01}}", year + more)),
    ]
}

/// A stamp between 1985 and 2045, often on a day's edge.
fn stamp() -> impl Strategy<Value = Stamp> {
    let days = 5_479..27_394_i64;
    (days, prop_oneof![Just(-3_600_000), Just(-3_600_001), Just(-7_200_000), 0..86_400_000_i64])
        .prop_map(|(day, of_day)| Stamp(day * 86_400_000 + of_day))
}

fn window() -> impl Strategy<Value = Span> {
    (stamp(), stamp()).prop_map(|(one, other)| Span::new(one, other))
}

fn parse(text: &str) -> When {
    When::parse(text, &amsterdam(), None).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A moment or an extent between small numbers, whose end may be questioned.
#[derive(Clone, Copy, Debug)]
struct Small {
    start: (i64, i64),
    end: (i64, i64),
    is_extent: bool,
    start_questioned: bool,
    end_questioned: bool,
}

fn small() -> impl Strategy<Value = Small> {
    let parts = (0..8_i64, 0..5_i64, 0..8_i64, 0..5_i64, any::<[bool; 3]>());
    parts.prop_map(|(start, more, end, longer, [is_extent, start_questioned, end_questioned])| {
        let start = (start, start + more);
        Small {
            start,
            end: if is_extent { (end, end + longer) } else { start },
            is_extent,
            start_questioned,
            end_questioned: if is_extent { end_questioned } else { start_questioned },
        }
    })
}

impl Small {
    fn reading(self) -> Reading {
        let at = |(from, to), questioned| {
            let span = Span::new(Stamp(from), Stamp(to));
            End { span, written: span, edge: Edge::Firm, questioned, precision: None }
        };
        let start = at(self.start, self.start_questioned);
        if self.is_extent { start.until(at(self.end, self.end_questioned)) } else { start.moment() }
    }

    /// Every start with every end that may belong to it; `doubted`: also where what is questioned is not as written.
    fn readings(self, doubted: bool) -> Vec<(i64, i64)> {
        let range = |(from, to), questioned| if doubted && questioned { -3..=30 } else { from..=to };
        let (starts, ends) = (range(self.start, self.start_questioned), range(self.end, self.end_questioned));
        if !self.is_extent {
            return starts.map(|at| (at, at)).collect();
        }
        starts.flat_map(|start| ends.clone().map(move |end| (start, end))).filter(|(start, end)| start <= end).collect()
    }

    /// The answer by its definition: certain by every reading, possible by some reading as written.
    fn defined(self, is_in: impl Fn(i64, i64) -> bool) -> Answer {
        if self.readings(true).into_iter().all(|(start, end)| is_in(start, end)) {
            Answer::Certain
        } else if self.readings(false).into_iter().any(|(start, end)| is_in(start, end)) {
            Answer::Possible
        } else {
            Answer::Out
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        if let Err(error) = When::parse(&text, &amsterdam(), None) {
            prop_assert!(text.is_char_boundary(error.offset), "{text}: {error}");
        }
    }

    #[test]
    fn no_text_of_date_characters_panics(text in "[-0-9XYEST:.?~%/,{}+Z]{0,26}|[0-2X]{4}-[0-3X]{2}[-T][0-3X]{2}[:0-9.Z+/]{0,9}") {
        match When::parse(&text, &amsterdam(), Some(About::Years(3))) {
            Err(error) => prop_assert!(error.offset <= text.len(), "{text}: {error}"),
            Ok(when) => prop_assert_eq!(when.text(), &text),
        }
    }

    #[test]
    fn bounds_are_in_order(text in date()) {
        let when = parse(&text);
        let Bounds { earliest_start, latest_start, earliest_end, latest_end } = when.bounds();
        prop_assert!(earliest_start <= latest_start && earliest_end <= latest_end);
        if !when.is_impossible() {
            prop_assert!(earliest_start <= earliest_end && latest_start <= latest_end);
        }
        prop_assert!(when.outer().covers(when.written()));
        prop_assert_eq!(when.text(), &text);
        prop_assert_eq!(when.is_extent(), matches!(when.parts(), Parts::Extent { .. }));
    }

    #[test]
    fn a_wider_window_never_holds_less(text in date(), narrow in window(), more in window()) {
        let when = parse(&text);
        prop_assert!(when.answer(narrow.hull(more)) <= when.answer(narrow));
    }

    #[test]
    fn an_answer_is_that_of_trying_every_reading(small in small(), from in 0..14_i64, more in 0..14_i64) {
        // Without a reading the date is impossible, which has its own rule.
        prop_assume!(!small.readings(false).is_empty());
        let window = Span::new(Stamp(from), Stamp(from + more));
        let reading = small.reading();
        let touches = small.defined(|start, end| start <= from + more && from <= end);
        let inside = small.defined(|start, end| from <= start && end <= from + more);
        prop_assert_eq!(reading.answer_inside(window), inside);
        // Where a doubted end limits the other, both count as doubted: less sure than it might be, never surer.
        let answer = reading.answer(window);
        prop_assert!(answer == touches || (answer, touches) == (Answer::Possible, Answer::Certain));
        if !small.start_questioned && !small.end_questioned {
            prop_assert_eq!(answer, touches);
        }
    }

    #[test]
    fn what_lies_inside_also_touches(text in date(), window in window()) {
        let when = parse(&text);
        prop_assert_eq!(when.answer_by(window, WindowRule::Touches), when.answer(window));
        prop_assert!(when.answer_by(window, WindowRule::Inside) >= when.answer(window));
    }

    #[test]
    fn a_wider_window_never_has_less_inside(text in date(), narrow in window(), more in window()) {
        let when = parse(&text);
        let inside = |window| when.answer_by(window, WindowRule::Inside);
        prop_assert!(inside(narrow.hull(more)) <= inside(narrow));
        if when.answer_by(narrow, WindowRule::Inside) == Answer::Certain {
            prop_assert!(narrow.covers(when.outer()));
        }
    }

    #[test]
    fn only_what_is_outside_is_out(text in date(), window in window()) {
        let when = parse(&text);
        let answer = when.answer(window);
        if !when.outer().touches(window) {
            prop_assert_eq!(answer, Answer::Out);
        } else if when.members().is_none() {
            prop_assert_ne!(answer, Answer::Out);
        }
    }

    #[test]
    fn a_certain_answer_holds_for_every_exact_reading(
        text in date(), window in window(), start in 0..=4_i64, end in 0..=4_i64
    ) {
        // Points that the bounds allow, a quarter of the way each; far ends are brought near.
        let when = parse(&text);
        let bounds = when.bounds();
        let within = |from: Stamp, to: Stamp, quarter: i64| {
            let from = from.0.max(-2_000_000_000_000_000);
            let to = to.0.min(2_000_000_000_000_000);
            Stamp(if quarter == 4 { to } else { from + (to - from) / 4 * quarter })
        };
        let start = within(bounds.earliest_start, bounds.latest_start, start);
        let end = if when.is_extent() { within(bounds.earliest_end, bounds.latest_end, end) } else { start };
        if when.members().is_none() && when.answer(window) == Answer::Certain && start <= end {
            prop_assert!(start <= window.end() && window.start() <= end, "{text}: {start:?} {end:?}");
        }
    }

    #[test]
    fn the_core_is_where_a_point_is_certain(text in date(), point in stamp()) {
        let when = parse(&text);
        if when.members().is_none() {
            let certain = when.answer(Span::new(point, point)) == Answer::Certain;
            prop_assert_eq!(certain, when.core().is_some_and(|core| core.contains(point)));
        }
    }

    #[test]
    fn a_finer_date_is_never_in_where_the_coarser_is_out(
        year in 1990..2040_i32, month in 1..=12_u32, day in 1..=28_u32, mark in mark(), window in window()
    ) {
        let finer = [
            format!("{year}-{month:02}-{day:02}T12:00"),
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}-{month:02}-XX"),
            format!("{year}-{month:02}"),
            format!("{year}-XX"),
            format!("{year}"),
            format!("{}X", year / 10),
            format!("{}XX", year / 100),
        ];
        for pair in finer.windows(2) {
            let [fine, coarse] = [&pair[0], &pair[1]].map(|text| parse(text).outer());
            prop_assert!(coarse.covers(fine), "{pair:?}");
            let mark = if pair[0].contains('T') { "" } else { mark };
            let [fine, coarse] = [&pair[0], &pair[1]].map(|text| parse(&format!("{text}{mark}")).answer(window));
            prop_assert!(fine == Answer::Out || coarse != Answer::Out, "{pair:?}{mark}");
        }
    }

    #[test]
    fn all_members_hold_more_surely_than_one(one in 1990..2040_i32, other in 1990..2040_i32, window in window()) {
        let [all, any] = [format!("{{{one},{other}}}"), format!("[{one},{other}]")].map(|text| parse(&text));
        prop_assert!(all.answer(window) <= any.answer(window));
    }

    #[test]
    fn plain_dates_read_fast_are_read_as_edtf(year in 0..=9999_u32, month in 0..=22_u32, day in 0..=32_u32) {
        for text in [format!("{year:04}"), format!("{year:04}-{month:02}"), format!("{year:04}-{month:02}-{day:02}")] {
            let utc = Calendar { zone: jiff::tz::TimeZone::UTC, ..amsterdam() };
            let ours = When::parse(&text, &utc, None).ok().map(|when| when.outer());
            let theirs = edtf_core::Edtf::parse(&text).ok().map(|edtf| {
                let day = |bound| match bound {
                    edtf_core::Bound::Date(day) => CivilDate::new(day.year, day.month, day.day).number(),
                    other => panic!("{text}: {other:?}"),
                };
                let bounds = edtf.bounds();
                let start = Stamp(day(bounds.earliest) * 86_400_000);
                Span::new(start, Stamp((day(bounds.latest) + 1) * 86_400_000 - 1))
            });
            prop_assert_eq!(ours, theirs, "{}", text);
        }
    }

    #[test]
    fn days_and_numbers_agree(number in -100_000_000_000..100_000_000_000_i64) {
        let date = CivilDate::from_number(number);
        prop_assert_eq!(date.number(), number);
        prop_assert_eq!(date.plus_days(1).number(), number + 1);
        prop_assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day));
    }

    #[test]
    fn stamps_survive_the_clock(stamp in stamp()) {
        let zone = amsterdam().zone;
        let back = CivilTime::at(stamp, &zone).stamp(&zone);
        // Only in the hour that comes twice may it be the one before.
        prop_assert!(back == stamp || stamp.0 - back.0 == 3_600_000);
    }

    #[test]
    fn ticks_go_on_and_stand_on_their_floor(
        near in stamp(), far in any::<i64>(), multiple in 1..40_u32, unit in 0..8_usize, is_far in any::<bool>()
    ) {
        use Unit::{Day, Hour, Minute, Month, Quarter, Second, Week, Year};
        let unit = [Year, Quarter, Month, Week, Day, Hour, Minute, Second][unit];
        let stamp = if is_far { Stamp(far / 2) } else { near };
        let zone = amsterdam().zone;
        let floored = floor_to(stamp, unit, multiple, &zone);
        prop_assert!(floored <= stamp);
        prop_assert_eq!(floor_to(floored, unit, multiple, &zone), floored);
        let tick = next(stamp, unit, multiple, &zone);
        prop_assert!(tick > stamp);
        prop_assert_eq!(floor_to(tick, unit, multiple, &zone), tick);
        prop_assert_eq!(floor_to(tick.plus(-1), unit, multiple, &zone), floored);
    }
}
