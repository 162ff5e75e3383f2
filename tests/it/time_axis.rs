//! The time axis in the window: empty time that is left out, true scale, the zone of times on the clock.

use egui::Key;
use rodedraad::app::command_table::UiCommand;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{Opening, Window, ctrl, plain, span};

/// Events in 2008, 2018 and 2021, the last with a time.
const CASE: &str = r#"Case(format: (1, 0), title: "Gaps", time_zone: "Europe/Amsterdam",
    entities: [Entity(id: "a", kind: "person", name: "Anna")],
    events: [
        Event(id: "e", title: "First", when: "2008-05-06", participants: [Participant(entity: "a", role: "r")]),
        Event(id: "f", title: "Second", when: "2018-02-03", participants: [Participant(entity: "a", role: "r")]),
        Event(id: "g", title: "Third", when: "2021-03-09T05:00", participants: [Participant(entity: "a", role: "r")]),
    ])"#;

fn open(language: Language) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gaps.ron");
    std::fs::write(&path, CASE).unwrap();
    let window = Opening::of(Start::File(path)).language(language).open();
    (folder, window)
}

/// The cuts, as a screen reader names them.
fn cuts(window: &Window) -> Vec<String> {
    window.names().into_iter().filter(|name| name.contains(" skipped: ")).collect()
}

#[test]
fn one_key_shows_true_scale_and_the_choice_is_remembered_in_the_settings() {
    let (_folder, mut window) = open(Language::English);
    let nine = "9 years skipped: 1 Jan 2009 – 31 Dec 2017. Nothing begins or ends in it";
    assert_eq!(cuts(&window)[0], nine);
    assert_eq!(window.get("Cuts on").on, Some(true));
    window.press(plain(Key::G));
    assert_eq!(cuts(&window), [""; 0]);
    assert!(window.shows("True scale") && !window.workspace().settings().cuts);
    window.press_button("True scale");
    assert_eq!(cuts(&window)[0], nine);
    assert!(!window.title().starts_with('•'), "the case is as it was");
}

#[test]
fn the_threshold_can_be_chosen() {
    let (_folder, mut window) = open(Language::English);
    assert_eq!(cuts(&window).len(), 2);
    window.run(UiCommand::CutsFiveYears);
    assert_eq!(cuts(&window).len(), 1);
    window.press(plain(Key::G));
    window.run(UiCommand::CutsYear);
    assert_eq!(cuts(&window).len(), 2, "choosing a length leaves out again");
}

#[test]
fn a_window_opens_the_gap_in_which_it_lies_but_not_while_time_plays() {
    let (_folder, mut window) = open(Language::English);
    window.narrow("2012");
    let starts = ["3 years skipped: 1 Jan 2009", "5 years skipped: 1 Jan 2013"];
    let found = cuts(&window);
    assert!(starts.iter().all(|start| found.iter().any(|cut| cut.starts_with(start))), "{found:?}");
    window.strike(plain(Key::Space));
    window.strike(ctrl(Key::ArrowRight));
    assert_ne!(window.workspace().window(), Some(span("2012")));
    assert_eq!(cuts(&window), found, "nothing jumps while time plays");
    window.strike(plain(Key::Space));
    window.settle();
    assert_ne!(cuts(&window), found);
}

#[test]
fn the_zone_in_the_status_line_switches_the_times_and_not_the_days() {
    let (_folder, mut window) = open(Language::English);
    let says = |window: &Window, text: &str| window.names().iter().any(|name| name.contains(text));
    assert!(says(&window, "9 Mar 2021, 05:00"));
    window.press_button("Times in Europe/Amsterdam. A click switches between the zone of the case and UTC");
    assert!(says(&window, "9 Mar 2021, 04:00 UTC"), "{:#?}", window.names());
    assert!(says(&window, "6 May 2008") && says(&window, "1 Jan 2009 – 31 Dec 2017"));
    window.press(plain(Key::U));
    assert!(says(&window, "9 Mar 2021, 05:00"));
}
