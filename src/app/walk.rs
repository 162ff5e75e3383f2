//! Steps of the calendar by which the time window moves, counted so that none is lost.

use jiff::tz::TimeZone;

use crate::model::time::civil::{Unit, floor, step};
use crate::model::time::{Span, Stamp};

/// Length of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum StepLength {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl StepLength {
    /// All, shortest first.
    pub const ALL: [Self; 6] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hour => "step-hour",
            Self::Day => "step-day",
            Self::Week => "step-week",
            Self::Month => "step-month",
            Self::Quarter => "step-quarter",
            Self::Year => "step-year",
        }
    }

    /// A length that walks through `extent` in some dozens of steps.
    pub fn fitting(extent: Span) -> Self {
        const DAY: i64 = 86_400_000;
        let days = extent.end().0.saturating_sub(extent.start().0) / DAY;
        match days {
            ..=3 => Self::Hour,
            4..=60 => Self::Day,
            61..=500 => Self::Week,
            501..=5_000 => Self::Month,
            5_001..=15_000 => Self::Quarter,
            _ => Self::Year,
        }
    }

    /// The longest of which `window` is a whole number; none where it starts or ends within an hour, or never.
    pub fn whole(window: Span, zone: &TimeZone) -> Option<Self> {
        let starts = |stamp: Stamp, length: Self| floor(stamp, length.unit(), zone) == stamp;
        let (start, after) = (window.start(), window.end().plus(1));
        if !start.is_bounded() || !after.is_bounded() {
            return None;
        }
        Self::ALL.into_iter().rev().find(|length| starts(start, *length) && starts(after, *length))
    }

    /// The next longer or shorter one.
    pub fn neighbour(self, longer: bool) -> Option<Self> {
        if longer {
            Self::ALL.into_iter().find(|length| *length > self)
        } else {
            Self::ALL.into_iter().rev().find(|length| *length < self)
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Hour => Unit::Hour,
            Self::Day => Unit::Day,
            Self::Week => Unit::Week,
            Self::Month => Unit::Month,
            Self::Quarter => Unit::Quarter,
            Self::Year => Unit::Year,
        }
    }

    /// The stamp so many steps on (or back); months and years keep the day where the month has it.
    pub fn shift(self, stamp: Stamp, steps: i64, zone: &TimeZone) -> Stamp {
        step(stamp, self.unit(), steps, zone)
    }

    /// From `start`, one step long.
    pub fn from(self, start: Stamp, zone: &TimeZone) -> Span {
        Span::new(start, self.shift(start, 1, zone).plus(-1).max(start))
    }
}

/// Which ends of the window move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Ends {
    Both,
    Start,
    End,
}

/// A window so many steps from where it began.
///
/// Each place is counted from the beginning and not from the place before: what a shorter month or a jump of the clock
/// takes from one step is there again after the next, and as many steps back as forth lead to the same window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Walk {
    from: Span,
    at: Span,
    steps: i64,
    length: StepLength,
    ends: Ends,
}

/// Steps beyond which no walk goes; an hour's walk through the whole axis takes more, no case does.
const FARTHEST: i64 = 1 << 40;

impl Walk {
    /// A walk that begins at this window.
    pub fn new(window: Span, length: StepLength, ends: Ends) -> Self {
        Self { from: window, at: window, steps: 0, length, ends }
    }

    /// The walk `last` where it stands at this window and goes on in the same way, else a new one.
    pub fn resumed(last: Option<Self>, window: Span, length: StepLength, ends: Ends) -> Self {
        last.filter(|walk| walk.at == window && walk.length == length && walk.ends == ends)
            .unwrap_or(Self::new(window, length, ends))
    }

    /// The window.
    pub fn at(self) -> Span {
        self.at
    }

    /// Start and end after so many steps from the beginning. The last millisecond moves as the first millisecond after
    /// it, so that a window of whole months stays one.
    fn place(self, steps: i64, zone: &TimeZone) -> (Stamp, Stamp) {
        let Self { from, length, ends, .. } = self;
        let start = if ends == Ends::End { from.start() } else { length.shift(from.start(), steps, zone) };
        let after = from.end().plus(1);
        let end = match ends {
            Ends::Start => from.end(),
            _ if after.is_bounded() => length.shift(after, steps, zone).plus(-1),
            // The last millisecond of the axis, or no bound at all.
            _ => length.shift(from.end(), steps, zone),
        };
        // All of a short window may lie in an hour that the clock jumps over: then it is the moment of the jump.
        (start, if ends == Ends::Both { end.max(start) } else { end })
    }

    /// After so many steps more (or less); none where the window would end before it starts, or would not move.
    pub fn after(self, steps: i64, zone: &TimeZone) -> Option<Self> {
        let total = self.steps.saturating_add(steps).clamp(-FARTHEST, FARTHEST);
        let (start, end) = self.place(total, zone);
        let at = (start <= end).then(|| Span::new(start, end)).filter(|at| *at != self.at)?;
        Some(Self { at, steps: total, ..self })
    }

    /// The place where a walk through `extent` begins: the last from which nothing of the extent lies before the window,
    /// or the first that touches the extent. With `last`, the place where it ends: the first after which nothing
    /// follows, or the last that touches.
    pub fn first_in(self, extent: Span, last: bool, zone: &TimeZone) -> Self {
        let (start, end) = (self.from.start(), self.from.end());
        let ends_by = |stamp: Stamp| self.first_where(|(_, end)| end >= stamp, zone);
        let starts_after = |stamp: Stamp| self.first_where(|(start, _)| start > stamp, zone);
        let steps = match (self.ends, last) {
            (Ends::End, false) => ends_by(extent.start().max(start)),
            (Ends::End, true) => ends_by(extent.end()),
            (Ends::Start, _) => self.steps,
            // An end that is not bounded does not move: the other one decides.
            (Ends::Both, _) if !start.is_bounded() && !end.is_bounded() => self.steps,
            (Ends::Both, _) if !start.is_bounded() => ends_by(if last { extent.end() } else { extent.start() }),
            (Ends::Both, _) if !end.is_bounded() => starts_after(if last { extent.end() } else { extent.start() }) - 1,
            (Ends::Both, false) => ends_by(extent.start()).max(starts_after(extent.start()) - 1),
            (Ends::Both, true) => ends_by(extent.end()).min(starts_after(extent.end()) - 1),
        };
        let (start, end) = self.place(steps, zone);
        if start <= end { Self { at: Span::new(start, end), steps, ..self } } else { self }
    }

    /// The least number of steps from which on it holds, by halving: it must not cease to hold further on.
    fn first_where(self, holds: impl Fn((Stamp, Stamp)) -> bool, zone: &TimeZone) -> i64 {
        let holds = |steps: i64| holds(self.place(steps, zone));
        let mut reach = 1;
        while reach < FARTHEST && (!holds(reach) || holds(-reach)) {
            reach *= 2;
        }
        let (mut without, mut with) = (-reach, reach);
        while with - without > 1 {
            let middle = without + (with - without) / 2;
            if holds(middle) {
                with = middle;
            } else {
                without = middle;
            }
        }
        with
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::time::{Calendar, When};

    fn span(text: &str) -> Span {
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        When::parse(text, &calendar, None).unwrap().outer()
    }

    fn zone() -> TimeZone {
        Calendar::named("Europe/Amsterdam").unwrap().zone
    }

    #[track_caller]
    fn assert_steps(window: &str, length: StepLength, steps: i64, expected: &str) {
        let walk = Walk::new(span(window), length, Ends::Both).after(steps, &zone()).unwrap();
        assert_eq!(walk.at(), span(expected), "{window}, {steps} steps");
    }

    #[test]
    fn a_window_of_a_month_steps_from_month_to_month_across_summer_time() {
        assert_steps("2021-03", StepLength::Month, 1, "2021-04");
        assert_steps("2021-04", StepLength::Month, -2, "2021-02");
        assert_steps("2021-03-28", StepLength::Day, 1, "2021-03-29");
        assert_steps("2021-10-30", StepLength::Day, 1, "2021-10-31");
    }

    #[test]
    fn what_a_short_month_takes_comes_back() {
        let mut walk = Walk::new(span("2021-01-31"), StepLength::Month, Ends::Both);
        for expected in ["2021-02-28", "2021-03-31", "2021-04-30"] {
            walk = walk.after(1, &zone()).unwrap();
            assert_eq!(walk.at().start(), span(expected).start());
        }
        assert_eq!(walk.after(-3, &zone()).unwrap().at(), span("2021-01-31"));
    }

    #[test]
    fn a_window_in_the_hour_that_the_clock_jumps_over_comes_out_of_it_whole() {
        let before = span("2021-03-27T02:15/2021-03-27T02:44");
        let jump = Walk::new(before, StepLength::Day, Ends::Both).after(1, &zone()).unwrap();
        let at_three = span("2021-03-28T03:00:00.000").start();
        assert_eq!(jump.at(), Span::new(at_three, at_three));
        assert_eq!(jump.after(1, &zone()).unwrap().at(), span("2021-03-29T02:15/2021-03-29T02:44"));
    }

    #[test]
    fn a_window_of_a_millisecond_keeps_its_length_and_its_time_on_the_clock() {
        let at = |text: &str| Span::new(span(text).start(), span(text).start());
        let mut walk = Walk::new(at("2021-03-27T02:30"), StepLength::Day, Ends::Both);
        for expected in ["2021-03-28T03:00", "2021-03-29T02:30"] {
            walk = walk.after(1, &zone()).unwrap();
            assert_eq!(walk.at(), at(expected));
        }
    }

    #[test]
    fn one_end_moves_and_the_other_stays_but_never_past_it() {
        let move_by =
            |window, ends, steps| Walk::new(span(window), StepLength::Month, ends).after(steps, &zone()).map(Walk::at);
        assert_eq!(move_by("2021-02/2021-03", Ends::End, 1), Some(span("2021-02/2021-04")));
        assert_eq!(move_by("2021-02/2021-03", Ends::Start, 1), Some(span("2021-03")));
        assert_eq!(move_by("2021-02/2021-03", Ends::Start, 2), None);
        assert_eq!(move_by("2021-02/2021-03", Ends::End, -2), None);
        assert_eq!(move_by("2021-02/..", Ends::End, 1), None, "what goes on for ever has no end to move");
        assert_eq!(move_by("2021-02/..", Ends::Both, 1), Some(span("2021-03/..")));
    }

    #[test]
    fn a_window_is_known_by_the_longest_unit_that_it_is_whole_in() {
        for (window, expected) in [
            ("2020/2021", Some(StepLength::Year)),
            ("2021-04/2021-06", Some(StepLength::Quarter)),
            ("2021-02", Some(StepLength::Month)),
            ("2021-03-08/2021-03-14", Some(StepLength::Week)),
            ("2021-03-28", Some(StepLength::Day)),
            ("2021-03-28T01:00/2021-03-28T03:59", Some(StepLength::Hour)),
            ("2021-03-28T05:00", None),
            ("2021/..", None),
        ] {
            assert_eq!(StepLength::whole(span(window), &zone()), expected, "{window}");
        }
    }

    #[test]
    fn a_walk_begins_and_ends_on_the_case() {
        let extent = span("2021-01-10/2021-05-20");
        let far = |window: &str, ends, last| {
            Walk::new(span(window), StepLength::Month, ends).first_in(extent, last, &zone()).at()
        };
        for window in ["2021-03", "1990-01", "2050-12"] {
            assert_eq!(far(window, Ends::Both, false), span("2021-01"), "{window}");
            assert_eq!(far(window, Ends::Both, true), span("2021-05"), "{window}");
        }
        assert_eq!(far("2021-03/2021-05", Ends::Both, false), span("2021-01/2021-03"));
        assert_eq!(far("2021-03/2021-05", Ends::Both, true), span("2021-03/2021-05"));
        // A day a month: the first that touches the case, and the last.
        assert_eq!(far("2021-03-05", Ends::Both, false), span("2021-02-05"));
        assert_eq!(far("2021-03-25", Ends::Both, true), span("2021-04-25"));
        assert_eq!(far("2021-02/2021-03", Ends::End, false), span("2021-02"));
        assert_eq!(far("2021-02/2021-03", Ends::End, true), span("2021-02/2021-05"));
        assert_eq!(far("2021-03/..", Ends::Both, false), span("2021-01/.."));
        assert_eq!(far("../2021-03", Ends::Both, true), span("../2021-05"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        #[test]
        fn as_many_steps_back_as_forth_lead_to_the_same_window(
            start in 1_577_836_800_000..1_704_067_200_000_i64,
            length in prop_oneof![Just(0), Just(1), 0..100_000_000_i64, 0..40_000_000_000_i64],
            unit in 0..6_usize,
            steps in proptest::collection::vec(-3..=3_i64, 1..12),
        ) {
            let window = Span::new(Stamp(start), Stamp(start + length));
            let begun = Walk::new(window, StepLength::ALL[unit], Ends::Both);
            let mut walk = begun;
            for step in &steps {
                walk = walk.after(*step, &zone()).unwrap_or(walk);
            }
            let total = walk.steps;
            prop_assert_eq!(Walk::new(window, StepLength::ALL[unit], Ends::Both).after(total, &zone()).map_or(window, Walk::at), walk.at());
            prop_assert_eq!(walk.after(-total, &zone()).unwrap_or(walk).at(), window);
        }

        #[test]
        fn the_ends_of_the_axis_hold(
            start in prop_oneof![Just(i64::MIN), Just(i64::MIN + 1), any::<i64>(), Just(i64::MAX - 1), Just(i64::MAX)],
            end in prop_oneof![Just(i64::MIN), Just(i64::MIN + 1), any::<i64>(), Just(i64::MAX - 1), Just(i64::MAX)],
            unit in 0..6_usize,
            steps in prop_oneof![Just(i64::MIN), Just(-1), Just(1), Just(i64::MAX)],
            ends in prop_oneof![Just(Ends::Both), Just(Ends::Start), Just(Ends::End)],
        ) {
            let window = Span::new(Stamp(start), Stamp(end));
            let walk = Walk::new(window, StepLength::ALL[unit], ends);
            let moved = walk.after(steps, &zone()).map_or(window, Walk::at);
            if steps > 0 {
                prop_assert!(moved.start() >= window.start() && moved.end() >= window.end());
            } else {
                prop_assert!(moved.start() <= window.start() && moved.end() <= window.end());
            }
            for last in [false, true] {
                walk.first_in(span("2021"), last, &zone());
            }
        }
    }
}
