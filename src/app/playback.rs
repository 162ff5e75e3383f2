//! Moving the time window through the case, by hand or by itself.

use jiff::tz::TimeZone;

use super::walk::Walk;
pub use super::walk::{Ends, StepLength};
use crate::model::time::{Span, Stamp};

/// Speeds to choose from, in steps a second.
pub const SPEEDS: [f32; 5] = [1.0, 2.0, 3.0, 6.0, 12.0];

/// What playing does with the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The window keeps its length and moves.
    #[default]
    Slide,
    /// The window keeps its start and grows; backwards it shrinks.
    Grow,
}

impl Mode {
    const fn ends(self) -> Ends {
        match self {
            Self::Slide => Ends::Both,
            Self::Grow => Ends::End,
        }
    }
}

/// The state of playback.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Whether the window moves by itself.
    pub playing: bool,
    /// Length of a step; none: one that fits the case.
    pub step: Option<StepLength>,
    /// Steps a second while playing.
    pub speed: f32,
    /// What playing does with the window.
    pub mode: Mode,
    /// Whether it plays towards the past.
    pub backwards: bool,
    /// Whether it starts over where it has come to an end.
    pub looping: bool,
    /// Where the steps are counted from.
    walk: Option<Walk>,
}

impl Default for Playback {
    fn default() -> Self {
        Self { playing: false, step: None, speed: 3.0, mode: Mode::Slide, backwards: false, looping: false, walk: None }
    }
}

/// The case through which the window moves.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// First and last dated moment.
    pub extent: Span,
    /// The zone in whose calendar steps are taken.
    pub zone: &'a TimeZone,
}

impl Playback {
    /// Length of a step in this case.
    pub fn length(&self, extent: Span) -> StepLength {
        self.step.unwrap_or_else(|| StepLength::fitting(extent))
    }

    /// The next higher or lower speed; none at the last of them.
    pub fn next_speed(&self, faster: bool) -> Option<f32> {
        if faster {
            SPEEDS.into_iter().find(|speed| *speed > self.speed)
        } else {
            SPEEDS.into_iter().rev().find(|speed| *speed < self.speed)
        }
    }

    /// Begins to play and gives the window to begin with: the one that is there, or where nothing follows it, or there is
    /// none, that with which playing starts over. None, and nothing plays, where that one has the whole case in it.
    pub fn begin(&mut self, window: Option<Span>, ground: Ground<'_>) -> Option<Span> {
        // A window that starts where the case ends cannot grow: then the case grows from its own beginning.
        let fresh = (self.mode == Mode::Grow).then(|| self.fresh(self.backwards, ground));
        let ways = [self.walk_at(window, ground), Some(self.started_over(window, ground)), fresh];
        let walk = ways.into_iter().flatten().find(|walk| self.next(*walk, ground).is_some());
        self.playing = walk.is_some();
        self.walk = walk;
        walk.map(Walk::at)
    }

    /// Plays so many steps and gives the window then. Stops where the case ends, unless it is to start over there.
    pub fn play(&mut self, window: Option<Span>, steps: u32, ground: Ground<'_>) -> Option<Span> {
        let mut walk = self.walk_at(window, ground).unwrap_or_else(|| self.started_over(window, ground));
        for _ in 0..steps {
            walk = match self.next(walk, ground) {
                Some(next) => next,
                None if self.looping => self.started_over(Some(walk.at()), ground),
                None => break,
            };
        }
        // A loop of one place would play for ever and move nothing.
        let moves = |walk| self.next(walk, ground).is_some();
        self.playing = moves(walk) || (self.looping && moves(self.started_over(Some(walk.at()), ground)));
        self.walk = Some(walk);
        Some(walk.at())
    }

    /// The window one step on or back, by hand; none where the case ends there.
    pub fn step(&mut self, window: Option<Span>, back: bool, ground: Ground<'_>) -> Option<Span> {
        let walk = match self.walk_at(window, ground) {
            Some(walk) => self.stepped(walk, back, ground)?,
            None => self.fresh(back, ground),
        };
        self.walk = Some(walk);
        Some(walk.at())
    }

    /// The window with its start or end one step earlier or later; none where nothing would be left of it.
    pub fn step_end(&mut self, window: Option<Span>, ends: Ends, back: bool, ground: Ground<'_>) -> Option<Span> {
        let window = window.unwrap_or(ground.extent);
        let walk = Walk::resumed(self.walk, window, self.length(ground.extent), ends);
        let walk = walk.after(if back { -1 } else { 1 }, ground.zone)?;
        self.walk = Some(walk);
        Some(walk.at())
    }

    /// The window at the first moment of the case, or at the last. A window of whole days, weeks or the like becomes the
    /// day or week of that moment; any other keeps its length. Where there is none, one step.
    pub fn outermost(&self, window: Option<Span>, last: bool, ground: Ground<'_>) -> Span {
        let Ground { extent, zone } = ground;
        let Some(window) = window else {
            return Walk::new(self.length(extent).from(extent.start(), zone), self.length(extent), Ends::Both)
                .first_in(extent, last, zone)
                .at();
        };
        if let Some(length) = StepLength::whole(window, zone) {
            return Walk::new(window, length, Ends::Both).first_in(extent, last, zone).at();
        }
        let moment = if last { extent.end() } else { extent.start() };
        let length = window.end().0.saturating_sub(window.start().0);
        match (window.start().is_bounded(), window.end().is_bounded()) {
            (true, true) if last => Span::new(moment.plus(-length), moment),
            (true, true) => Span::new(moment, moment.plus(length)),
            (true, false) => Span::new(moment, Stamp::MAX),
            (false, true) => Span::new(Stamp::MIN, moment),
            (false, false) => window,
        }
    }

    /// The walk that stands at the window. None without a window, or where a window that keeps its start could never come
    /// to the case.
    fn walk_at(&self, window: Option<Span>, ground: Ground<'_>) -> Option<Walk> {
        let window = window.filter(|window| self.mode == Mode::Slide || window.touches(ground.extent))?;
        Some(Walk::resumed(self.walk, window, self.length(ground.extent), self.mode.ends()))
    }

    /// The walk that begins where playing starts over.
    fn started_over(&self, window: Option<Span>, ground: Ground<'_>) -> Walk {
        self.walk_at(window, ground).map_or_else(
            || self.fresh(self.backwards, ground),
            |walk| walk.first_in(ground.extent, self.backwards, ground.zone),
        )
    }

    /// The first walk through a case that has no window: one step from its first moment, or what that comes to at its end.
    fn fresh(&self, back: bool, Ground { extent, zone }: Ground<'_>) -> Walk {
        let length = self.length(extent);
        Walk::new(length.from(extent.start(), zone), length, self.mode.ends()).first_in(extent, back, zone)
    }

    /// One step further in the direction of playing; none where all of the case was shown, or nothing of it would be.
    fn next(&self, walk: Walk, ground: Ground<'_>) -> Option<Walk> {
        let (at, extent) = (walk.at(), ground.extent);
        let shown = match (self.mode, self.backwards) {
            (Mode::Grow, false) => at.end() >= extent.end(),
            (Mode::Grow, true) => false,
            (Mode::Slide, false) => {
                let leading = if at.end().is_bounded() { at.end() } else { at.start() };
                leading >= extent.end()
            }
            (Mode::Slide, true) => {
                let leading = if at.start().is_bounded() { at.start() } else { at.end() };
                leading <= extent.start()
            }
        };
        if shown {
            return None;
        }
        walk.after(if self.backwards { -1 } else { 1 }, ground.zone).filter(|next| next.at().touches(extent))
    }

    /// One step by hand. A sliding window may go on until it has left the case; one that lies beside the case may come
    /// nearer.
    fn stepped(&self, walk: Walk, back: bool, Ground { extent, zone }: Ground<'_>) -> Option<Walk> {
        if self.mode == Mode::Grow && !back && walk.at().end() >= extent.end() {
            return None;
        }
        let next = walk.after(if back { -1 } else { 1 }, zone)?;
        let left = if back { next.at().end() < extent.start() } else { next.at().start() > extent.end() };
        (!left).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::time::{Calendar, When};

    fn calendar() -> Calendar {
        Calendar::named("Europe/Amsterdam").unwrap()
    }

    fn span(text: &str) -> Span {
        When::parse(text, &calendar(), None).unwrap().outer()
    }

    fn by_month(mode: Mode, backwards: bool, looping: bool) -> Playback {
        Playback { step: Some(StepLength::Month), mode, backwards, looping, ..Playback::default() }
    }

    /// Plays from pressing play until it stops, or eight steps; the windows, one after the other.
    fn played(mut playback: Playback, window: Option<&str>, extent: &str) -> Vec<Span> {
        let zone = calendar().zone;
        let ground = Ground { extent: span(extent), zone: &zone };
        let mut windows: Vec<Span> = playback.begin(window.map(span), ground).into_iter().collect();
        while playback.playing && windows.len() < 8 {
            windows.extend(playback.play(windows.last().copied(), 1, ground));
        }
        windows
    }

    #[track_caller]
    fn assert_plays(playback: Playback, window: Option<&str>, extent: &str, expected: &[&str]) {
        let expected: Vec<Span> = expected.iter().map(|text| span(text)).collect();
        assert_eq!(played(playback, window, extent), expected);
    }

    /// A case that begins and ends within a month.
    const CASE: &str = "2021-01-10/2021-04-20";

    #[test]
    fn a_window_slides_from_where_it_is_to_the_end_of_the_case() {
        let playback = by_month(Mode::Slide, false, false);
        assert_plays(playback, Some("2021-02"), CASE, &["2021-02", "2021-03", "2021-04"]);
        assert_plays(
            playback,
            Some("2021-01/2021-02"),
            CASE,
            &["2021-01/2021-02", "2021-02/2021-03", "2021-03/2021-04"],
        );
        let back = by_month(Mode::Slide, true, false);
        assert_plays(back, Some("2021-03"), CASE, &["2021-03", "2021-02", "2021-01"]);
    }

    #[test]
    fn at_the_end_playing_starts_over_from_the_beginning() {
        let all = ["2021-01", "2021-02", "2021-03", "2021-04"];
        let back = ["2021-04", "2021-03", "2021-02", "2021-01"];
        for window in ["2021-04", "2030-01", "1990-01"] {
            assert_plays(by_month(Mode::Slide, false, false), Some(window), CASE, &all);
        }
        for window in ["2021-01", "2030-01", "1990-01"] {
            assert_plays(by_month(Mode::Slide, true, false), Some(window), CASE, &back);
        }
        let grown = ["2021-02", "2021-02/2021-03", "2021-02/2021-04"];
        assert_plays(by_month(Mode::Grow, false, false), Some("2021-02/2021-04"), CASE, &grown);
        let windows = played(by_month(Mode::Grow, false, false), Some("2021-04"), CASE);
        assert_eq!((windows.len(), windows[0].start()), (4, span("2021-01-10").start()), "it cannot grow from there");
        let shrunk = ["2021-02/2021-04", "2021-02/2021-03", "2021-02"];
        assert_plays(by_month(Mode::Grow, true, false), Some("2021-02"), CASE, &shrunk);
    }

    #[test]
    fn without_a_window_playing_makes_one_at_the_beginning_of_the_case() {
        let from = |start: &str, end: &str| Span::new(span(start).start(), span(end).end());
        let first = from("2021-01-10", "2021-02-09");
        for (mode, backwards, expected) in [
            (Mode::Slide, false, [first, from("2021-02-10", "2021-03-09")]),
            (Mode::Grow, false, [first, from("2021-01-10", "2021-03-09")]),
            (Mode::Slide, true, [from("2021-04-10", "2021-05-09"), from("2021-03-10", "2021-04-09")]),
            (Mode::Grow, true, [from("2021-01-10", "2021-05-09"), from("2021-01-10", "2021-04-09")]),
        ] {
            let windows = played(by_month(mode, backwards, false), None, CASE);
            assert_eq!((windows.len(), &windows[..2]), (4, &expected[..]), "{mode:?}, backwards: {backwards}");
        }
    }

    #[test]
    fn a_loop_starts_over_in_its_own_direction() {
        let round = ["2021-03", "2021-04", "2021-01", "2021-02", "2021-03", "2021-04", "2021-01", "2021-02"];
        assert_plays(by_month(Mode::Slide, false, true), Some("2021-03"), CASE, &round);
        let back = ["2021-02", "2021-01", "2021-04", "2021-03", "2021-02", "2021-01", "2021-04", "2021-03"];
        assert_plays(by_month(Mode::Slide, true, true), Some("2021-02"), CASE, &back);
        let grown = ["2021-03/2021-04", "2021-03", "2021-03/2021-04", "2021-03"];
        let windows = played(by_month(Mode::Grow, false, true), Some("2021-03"), CASE);
        assert_eq!(windows[1..5], grown.map(span));
        let shrunk = ["2021-03/2021-04", "2021-03", "2021-03/2021-04", "2021-03"];
        let windows = played(by_month(Mode::Grow, true, true), Some("2021-03/2021-04"), CASE);
        assert_eq!(windows[..4], shrunk.map(span));
    }

    #[test]
    fn a_window_that_keeps_its_start_beside_the_case_is_replaced() {
        let windows = played(by_month(Mode::Grow, false, false), Some("2030-01"), CASE);
        assert_eq!(windows[0].start(), span("2021-01-10").start());
    }

    #[test]
    fn nothing_plays_where_one_step_has_the_whole_case_in_it() {
        let moment = "2021-03-09T05:00:00.000";
        for mode in [Mode::Slide, Mode::Grow] {
            for (backwards, looping) in [(false, false), (false, true), (true, false), (true, true)] {
                let playback = by_month(mode, backwards, looping);
                assert_plays(playback, None, moment, &[]);
                assert_plays(playback, Some("2021-03"), moment, &[]);
            }
        }
        assert_plays(by_month(Mode::Slide, false, true), Some("2000/2030"), CASE, &[]);
    }

    #[test]
    fn several_steps_at_once_lead_where_single_ones_do() {
        let zone = calendar().zone;
        let ground = Ground { extent: span(CASE), zone: &zone };
        let mut playback = Playback { playing: true, ..by_month(Mode::Slide, false, true) };
        assert_eq!(playback.play(Some(span("2021-03")), 6, ground), Some(span("2021-01")));
        playback.looping = false;
        assert_eq!(playback.play(Some(span("2021-03")), 1000, ground), Some(span("2021-04")));
        assert!(!playback.playing);
    }

    #[test]
    fn steps_by_hand_end_where_the_window_would_leave_the_case() {
        let zone = calendar().zone;
        let ground = Ground { extent: span(CASE), zone: &zone };
        let mut playback = by_month(Mode::Slide, false, true);
        assert_eq!(playback.step(Some(span("2021-03")), false, ground), Some(span("2021-04")));
        assert_eq!(playback.step(Some(span("2021-04")), false, ground), None);
        assert_eq!(playback.step(Some(span("2021-01")), true, ground), None);
        assert_eq!(playback.step(Some(span("2020-01")), false, ground), Some(span("2020-02")), "it comes nearer");
        assert_eq!(playback.step(Some(span("2020-01")), true, ground), None, "and does not go away");
        assert_eq!(playback.step(None, false, ground).map(Span::start), Some(span("2021-01-10").start()));
    }

    #[test]
    fn the_outermost_window_is_the_unit_of_the_first_or_last_moment() {
        let zone = calendar().zone;
        let ground = Ground { extent: span("2021-01-10T12:00/2021-04-20T12:00"), zone: &zone };
        let playback = Playback::default();
        for (window, first, last) in [
            ("2020-06", "2021-01", "2021-04"),
            ("2020", "2021", "2021"),
            ("2020-03-28/2020-03-29", "2021-01-10/2021-01-11", "2021-04-19/2021-04-20"),
        ] {
            assert_eq!(playback.outermost(Some(span(window)), false, ground), span(first), "{window}");
            assert_eq!(playback.outermost(Some(span(window)), true, ground), span(last), "{window}");
        }
        let short = Span::new(Stamp(0), Stamp(89_999));
        assert_eq!(playback.outermost(Some(short), false, ground).start(), ground.extent.start());
        assert_eq!(playback.outermost(Some(short), true, ground).end(), ground.extent.end());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

        #[test]
        fn playing_shows_each_place_once_and_stops(
            extent in any::<[i64; 2]>(), near in any::<bool>(), window in any::<[i64; 2]>(), has_window in any::<bool>(),
            short in any::<bool>(), mode in prop_oneof![Just(Mode::Slide), Just(Mode::Grow)], backwards in any::<bool>(),
        ) {
            let zone = calendar().zone;
            // Within some years around 2021, or anywhere up to the ends of the axis.
            let place = |at: i64| Stamp(if near { 1_609_455_600_000 + at % 100_000_000_000 } else { at });
            let extent = Span::new(place(extent[0]), place(extent[1]));
            let window = Span::new(place(window[0]), if short { place(window[0]) } else { place(window[1]) });
            let ground = Ground { extent, zone: &zone };
            let mut playback = Playback { mode, backwards, step: Some(StepLength::Month), ..Playback::default() };
            let mut shown = playback.begin(has_window.then_some(window), ground);
            let mut count = 0;
            while playback.playing && count < 500 {
                let next = playback.play(shown, 1, ground);
                prop_assert!(next != shown, "a step moves the window");
                prop_assert!(next.is_some_and(|next| next.touches(extent)));
                (shown, count) = (next, count + 1);
            }
            prop_assert!(!near || !playback.playing, "it comes to an end");
        }
    }
}
