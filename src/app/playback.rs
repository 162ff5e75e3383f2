//! Moving the time window in calendar steps, by hand or by itself.

use crate::model::time::civil::{Unit, step};
use crate::model::time::{Span, Stamp};
use jiff::tz::TimeZone;

/// Length of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    pub fn shift(self, stamp: Stamp, steps: i32, zone: &TimeZone) -> Stamp {
        step(stamp, self.unit(), i64::from(steps), zone)
    }

    /// The window so many steps on. Its last millisecond moves as the first millisecond after it, so that a window
    /// of whole months stays one.
    pub fn shift_window(self, window: Span, steps: i32, zone: &TimeZone) -> Span {
        let after = Stamp(window.end().0.saturating_add(1));
        let end = self.shift(after, steps, zone);
        Span::new(self.shift(window.start(), steps, zone), Stamp(end.0.saturating_sub(1)))
    }
}

/// What playing does with the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The window keeps its length and moves.
    #[default]
    Slide,
    /// The window keeps its start and grows.
    Grow,
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
}

impl Default for Playback {
    fn default() -> Self {
        Self { playing: false, step: None, speed: 3.0, mode: Mode::Slide }
    }
}

impl Playback {
    /// The window after so many steps, and whether the end of the case was reached.
    pub fn advance(self, window: Option<Span>, extent: Span, steps: i32, zone: &TimeZone) -> (Span, bool) {
        let length = self.step.unwrap_or_else(|| StepLength::fitting(extent));
        let Some(window) = window else {
            let end = length.shift(extent.start(), 1, zone);
            return (Span::new(extent.start(), Stamp(end.0.saturating_sub(1))), false);
        };
        let moved = match self.mode {
            Mode::Slide => length.shift_window(window, steps, zone),
            Mode::Grow => {
                let end = length.shift(Stamp(window.end().0.saturating_add(1)), steps, zone);
                Span::new(window.start(), Stamp(end.0.saturating_sub(1)).max(window.start()))
            }
        };
        let over = match self.mode {
            Mode::Slide => moved.start() > extent.end() || moved.end() < extent.start(),
            Mode::Grow => window.end() >= extent.end() && steps > 0,
        };
        if over { (window, true) } else { (moved, false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{Calendar, When};

    fn span(text: &str) -> Span {
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        When::parse(text, &calendar, None).unwrap().outer()
    }

    fn zone() -> TimeZone {
        Calendar::named("Europe/Amsterdam").unwrap().zone
    }

    #[test]
    fn a_window_of_a_month_steps_from_month_to_month_across_summer_time() {
        let next = StepLength::Month.shift_window(span("2021-03"), 1, &zone());
        assert_eq!(next, span("2021-04"));
        assert_eq!(StepLength::Month.shift_window(next, -2, &zone()), span("2021-02"));
    }

    #[test]
    fn playing_without_a_window_grows_from_the_start_and_ends_at_the_end() {
        let extent = span("2021-01/2021-03");
        let playback = Playback { mode: Mode::Grow, step: Some(StepLength::Month), ..Playback::default() };
        let (mut window, mut over) = playback.advance(None, extent, 1, &zone());
        assert_eq!(window, span("2021-01"));
        let mut steps = 0;
        while !over && steps < 10 {
            (window, over) = playback.advance(Some(window), extent, 1, &zone());
            steps += 1;
        }
        assert_eq!((window, steps), (extent, 3));
    }

    #[test]
    fn a_sliding_window_stops_when_it_has_left_the_case() {
        let playback = Playback { step: Some(StepLength::Year), ..Playback::default() };
        let (window, over) = playback.advance(Some(span("2021")), span("2021-01/2021-03"), 1, &zone());
        assert_eq!((window, over), (span("2021"), true));
    }
}
