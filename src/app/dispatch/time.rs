//! What moves the time window.

use jiff::tz::TimeZone;

use super::{Notice, Workspace};
use crate::app::derived::Timed;
use crate::app::effect::Effect;
use crate::app::playback::{Ends, Ground, Playback};
use crate::app::workspace::ClockAsked;
use crate::model::Case;
use crate::model::dates::Clock;
use crate::model::time::Span;

impl Workspace {
    /// The clock that was asked for last.
    pub(super) fn asked_clock(&self) -> Clock {
        self.clock_asked().unwrap_or(self.clock)
    }

    /// Reads the case by another clock: a small one at once, a large one when a job has done so.
    pub(super) fn set_clock(&mut self, clock: Clock, effects: &mut Vec<Effect>) {
        self.clock_asked = None;
        let Some(document) = self.document.as_ref().filter(|_| clock != self.clock && self.derived.is_large()) else {
            self.clock = clock;
            return;
        };
        let asked = ClockAsked { clock, generation: self.generation, revision: document.case().revision() };
        self.clock_asked = Some(asked);
        effects.push(Effect::ReadByClock(asked));
    }

    /// Takes over what the job made; asks again where the case has changed meanwhile.
    pub(super) fn read_by_clock(&mut self, asked: ClockAsked, timed: Timed, effects: &mut Vec<Effect>) {
        if self.clock_asked != Some(asked) {
            return;
        }
        let revision = self.case().map(Case::revision);
        if revision
            .is_some_and(|now| (now.structure, now.content) == (asked.revision.structure, asked.revision.content))
        {
            self.clock_asked = None;
            self.clock = asked.clock;
            self.timed = Some(Box::new(timed));
        } else {
            self.set_clock(asked.clock, effects);
        }
    }

    pub(super) fn set_window(&mut self, window: Option<Span>) {
        self.window = window;
        if window.is_none() {
            self.playback.playing = false;
        }
    }

    /// Lets playback act on the window; what it answers becomes the window. None where it has no answer, or nothing in
    /// the case has a date.
    fn moved(&mut self, act: impl FnOnce(&mut Playback, Option<Span>, Ground<'_>) -> Option<Span>) -> Option<Span> {
        let extent = self.derived.extent?;
        let zone: &TimeZone = &self.document.as_ref()?.case().calendar().zone;
        let window = act(&mut self.playback, self.window, Ground { extent, zone })?;
        self.window = Some(window);
        Some(window)
    }

    pub(super) fn play_or_pause(&mut self) {
        if self.playback.playing {
            self.playback.playing = false;
        } else if self.moved(Playback::begin).is_none() {
            self.notify(Notice::new("notice-nothing-to-play"));
        }
    }

    /// Time passed while playing.
    pub(super) fn tick(&mut self, steps: u32) {
        if self.playback.playing
            && self.moved(|playback, window, ground| playback.play(window, steps, ground)).is_none()
        {
            self.playback.playing = false;
        }
    }

    pub(super) fn step_window(&mut self, back: bool) {
        if self.moved(|playback, window, ground| playback.step(window, back, ground)).is_none() {
            self.notify(Notice::new(if back { "notice-case-begins" } else { "notice-case-ends" }));
        }
    }

    pub(super) fn step_end(&mut self, ends: Ends, back: bool) {
        if self.moved(|playback, window, ground| playback.step_end(window, ends, back, ground)).is_none() {
            self.notify(Notice::new("notice-window-least"));
        }
    }

    pub(super) fn move_window(&mut self, last: bool) {
        self.moved(|playback, window, ground| Some(playback.outermost(window, last, ground)));
    }

    pub(super) fn change_speed(&mut self, faster: bool) {
        self.playback.speed = self.playback.next_speed(faster).unwrap_or(self.playback.speed);
    }

    pub(super) fn change_step(&mut self, longer: bool) {
        let Some(extent) = self.derived.extent else { return };
        let length = self.playback.length(extent);
        self.playback.step = Some(length.neighbour(longer).unwrap_or(length));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Command;
    use crate::app::command_table::UiCommand;
    use crate::app::document::{Document, Origin};
    use crate::app::examples::Example;
    use crate::app::settings::Settings;
    use crate::model::time::{Calendar, When, WindowRule};

    fn span(text: &str) -> Span {
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        When::parse(text, &calendar, None).unwrap().outer()
    }

    /// A case with one event between these dates, or without a date.
    fn document(when: Option<&str>) -> Document {
        let when = when.map(|when| format!("when: \"{when}\",")).unwrap_or_default();
        let text = format!(
            "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\", \
             events: [Event(id: \"e\", title: \"e\", {when})])"
        );
        let opened = crate::file::read(text.as_bytes()).unwrap();
        assert!(opened.case.event("e").is_some(), "{:?}", opened.findings);
        let origin = Origin::Example(Example::CryptoPhones);
        Document::new(opened.case, origin, opened.findings, false, false)
    }

    /// With this case open, and a window.
    fn opened(when: Option<&str>, window: Option<&str>) -> Workspace {
        let mut workspace = Workspace::new(Settings::default());
        send(&mut workspace, Command::Opened(Box::new(document(when))));
        send(&mut workspace, Command::Window(window.map(span)));
        workspace
    }

    fn send(workspace: &mut Workspace, command: Command) {
        workspace.dispatch(command, &mut Vec::new());
    }

    fn run(workspace: &mut Workspace, commands: &[UiCommand]) {
        for command in commands {
            send(workspace, Command::Ui(*command));
        }
    }

    fn notice(workspace: &Workspace) -> Option<&'static str> {
        workspace.notice().map(|(notice, _)| notice.key)
    }

    const CASE: Option<&str> = Some("2021-01-01/2023-12-31");

    #[test]
    fn time_passes_only_while_playing() {
        let mut workspace = opened(CASE, Some("2021-03"));
        send(&mut workspace, Command::Tick(1));
        assert_eq!(workspace.window(), Some(span("2021-03")));
        run(&mut workspace, &[UiCommand::PlayPause]);
        send(&mut workspace, Command::Tick(2));
        assert_eq!(workspace.window(), Some(span("2021-05")));
        run(&mut workspace, &[UiCommand::Backwards]);
        send(&mut workspace, Command::Tick(3));
        assert_eq!(workspace.window(), Some(span("2021-02")));
        run(&mut workspace, &[UiCommand::PlayPause]);
        send(&mut workspace, Command::Tick(1));
        assert_eq!(workspace.window(), Some(span("2021-02")));
    }

    #[test]
    fn a_paused_window_that_grew_goes_on_growing() {
        let mut workspace = opened(CASE, None);
        run(&mut workspace, &[UiCommand::PlayGrow, UiCommand::PlayPause]);
        assert_eq!(workspace.window(), Some(span("2021-01")), "the first step is there at once");
        send(&mut workspace, Command::Tick(1));
        run(&mut workspace, &[UiCommand::PlayPause, UiCommand::PlayPause]);
        send(&mut workspace, Command::Tick(1));
        assert_eq!(workspace.window(), Some(span("2021-01/2021-03")));
    }

    #[test]
    fn playing_stops_at_the_end_and_starts_over_when_asked_again() {
        let mut workspace = opened(CASE, Some("2023-11"));
        run(&mut workspace, &[UiCommand::PlayPause]);
        send(&mut workspace, Command::Tick(7));
        assert_eq!((workspace.window(), workspace.playback().playing), (Some(span("2023-12")), false));
        run(&mut workspace, &[UiCommand::PlayPause]);
        assert_eq!((workspace.window(), workspace.playback().playing), (Some(span("2021-01")), true));
    }

    #[test]
    fn a_case_without_a_date_or_within_one_step_does_not_play_and_says_so() {
        let mut workspace = opened(None, None);
        assert!(!UiCommand::PlayPause.available(&workspace));
        send(&mut workspace, Command::Tick(1));
        assert_eq!(workspace.window(), None);

        let mut workspace = opened(Some("2021-03-09T05:00:00.000"), None);
        run(&mut workspace, &[UiCommand::Loop, UiCommand::PlayPause]);
        assert_eq!((workspace.playback().playing, workspace.window()), (false, None));
        assert_eq!(notice(&workspace), Some("notice-nothing-to-play"));
    }

    #[test]
    fn a_step_that_would_leave_the_case_says_so_and_moves_nothing() {
        let mut workspace = opened(CASE, Some("2023-12"));
        run(&mut workspace, &[UiCommand::StepForward]);
        assert_eq!((workspace.window(), notice(&workspace)), (Some(span("2023-12")), Some("notice-case-ends")));
        run(&mut workspace, &[UiCommand::WindowFirst, UiCommand::StepBack]);
        assert_eq!((workspace.window(), notice(&workspace)), (Some(span("2021-01")), Some("notice-case-begins")));
    }

    #[test]
    fn each_end_of_the_window_moves_by_itself() {
        let mut workspace = opened(CASE, Some("2021-03"));
        for (command, expected) in [
            (UiCommand::WindowEndLater, "2021-03/2021-04"),
            (UiCommand::WindowStartEarlier, "2021-02/2021-04"),
            (UiCommand::WindowEndEarlier, "2021-02/2021-03"),
            (UiCommand::WindowStartLater, "2021-03"),
        ] {
            run(&mut workspace, &[command]);
            assert_eq!(workspace.window(), Some(span(expected)), "{command:?}");
        }
        run(&mut workspace, &[UiCommand::WindowStartLater]);
        assert_eq!((workspace.window(), notice(&workspace)), (Some(span("2021-03")), Some("notice-window-least")));
        let mut workspace = opened(CASE, None);
        run(&mut workspace, &[UiCommand::WindowEndEarlier]);
        assert_eq!(workspace.window(), Some(span("2021-01/2023-11")), "without a window, of the whole case");
    }

    #[test]
    fn speed_and_step_go_up_and_down_to_the_last_of_their_choices() {
        let mut workspace = opened(CASE, None);
        run(&mut workspace, &[UiCommand::Faster, UiCommand::Faster, UiCommand::Faster]);
        assert!((workspace.playback().speed - 12.0).abs() < 0.01);
        assert!(!UiCommand::Faster.available(&workspace));
        run(&mut workspace, &[UiCommand::Slower, UiCommand::StepLonger, UiCommand::StepForward]);
        assert_eq!(workspace.window(), Some(span("2021-01/2021-03")), "a quarter follows the month");
        for _ in 0..6 {
            run(&mut workspace, &[UiCommand::StepShorter]);
        }
        assert!(!UiCommand::StepShorter.available(&workspace));
    }

    #[test]
    fn the_rule_of_the_window_is_the_users_choice_until_another_case_is_opened() {
        let mut workspace = opened(CASE, Some("2021-03"));
        assert_eq!(workspace.window_rule(), WindowRule::Touches);
        run(&mut workspace, &[UiCommand::WindowInside]);
        assert_eq!(workspace.window_rule(), WindowRule::Inside);
        run(&mut workspace, &[UiCommand::WindowTouches]);
        assert_eq!(workspace.window_rule(), WindowRule::Touches);
        run(&mut workspace, &[UiCommand::WindowInside]);
        send(&mut workspace, Command::Opened(Box::new(document(CASE))));
        assert_eq!(workspace.window_rule(), WindowRule::Touches);
    }

    #[test]
    fn a_clock_that_a_job_reads_is_taken_over_once_and_only_if_it_is_still_wanted() {
        let mut workspace = opened(CASE, None);
        let case = workspace.document().unwrap().shared_case();
        let asked = ClockAsked { clock: Clock::Known, generation: workspace.generation(), revision: case.revision() };
        let read = || Command::ReadByClock(asked, Box::new(Timed::new(&case, Clock::Known)));
        send(&mut workspace, read());
        assert_eq!(workspace.clock(), Clock::Happened, "nobody asked for it");
        workspace.clock_asked = Some(asked);
        send(&mut workspace, read());
        assert_eq!((workspace.clock(), workspace.clock_asked()), (Clock::Known, None));
        assert_eq!(workspace.derived().index.clock(), Clock::Known);
        workspace.clock_asked = Some(asked);
        run(&mut workspace, &[UiCommand::ClockHappened]);
        send(&mut workspace, read());
        assert_eq!(workspace.clock(), Clock::Happened, "something else was asked for meanwhile");
    }
}
