//! Where nothing happens nothing is drawn, and nothing is worked out twice.

use std::time::Duration;

use egui::Key;
use rodedraad::app::command::{Command, Select};
use rodedraad::app::command_table::UiCommand;

use crate::harness::{Window, ctrl, ctrl_shift, open_example, plain};

/// Time passes without any input: no frame is asked for, now or later, and nothing is worked out.
#[track_caller]
fn assert_at_rest(window: &mut Window, state: &str) {
    let made = window.app().made();
    for second in 0..40 {
        window.frame([]);
        let delay = window.repaint_delay();
        let causes = window.harness().ctx.repaint_causes();
        assert_eq!(delay, Duration::MAX, "{state}: frame {second} asks for another: {causes:?}");
    }
    assert_eq!(window.app().made(), made, "{state}");
}

#[test]
fn a_window_at_rest_asks_for_no_frame() {
    let mut window = open_example();
    assert_at_rest(&mut window, "just opened");
    window.select("Argus");
    assert_at_rest(&mut window, "with a selection");
    window.narrow("2021-02/2021-03-09");
    assert_at_rest(&mut window, "with a window");
    window.press(plain(Key::F6));
    assert_at_rest(&mut window, "with the keyboard in a panel");
    window.press(ctrl(Key::F));
    window.type_text("sky");
    assert_at_rest(&mut window, "with a cursor in a field");
}

#[test]
fn a_notice_asks_for_one_frame_to_leave_and_then_for_none() {
    let mut window = open_example();
    window.select("Argus");
    window.press(ctrl_shift(Key::C));
    assert!(window.shows("Copied: Argus"));
    let delay = window.repaint_delay();
    assert!(delay > Duration::ZERO && delay <= Duration::from_secs(6), "{delay:?}");
    window.wait_seconds(7.0);
    assert!(!window.shows("Copied: Argus"));
    assert_at_rest(&mut window, "after the notice");
}

#[test]
fn pointing_at_the_same_thing_works_nothing_out() {
    let mut window = open_example();
    let argus = window.node("Argus");
    window.point_at(argus);
    assert_eq!(window.workspace().hovered(), Some(&"argus".into()));
    window.wait_seconds(2.0);
    let made = window.app().made();
    for _ in 0..3 {
        window.point_at(argus);
    }
    assert_eq!(window.app().made(), made);
    assert_at_rest(&mut window, "with the pointer on a node");
}

#[test]
fn selecting_pointing_and_filtering_by_time_arrange_nothing_anew() {
    let mut window = open_example();
    assert_eq!(window.app().made().layouts, 1, "a case is arranged once");
    window.select("Argus");
    let lemont = window.node("Lemont");
    window.point_at(lemont);
    window.narrow("2021-02/2021-03-09");
    window.press(plain(Key::P));
    window.send(Command::Select(Select::Only("argus".into())));
    window.press(ctrl(Key::H));
    window.run(UiCommand::ShowAll);
    window.press(plain(Key::E));
    window.run(UiCommand::LanguageDutch);
    window.resize(1600.0, 900.0);
    assert_eq!(window.app().made().layouts, 1);
    window.send(Command::Ui(UiCommand::ExampleSecond));
    window.press_button("Niet opslaan");
    assert_eq!(window.app().made().layouts, 1, "each case has its own count, and is arranged once");
}

#[test]
fn one_selection_makes_one_picture_of_each_view() {
    let mut window = open_example();
    window.take_pointer_away();
    let before = window.app().made();
    window.send(Command::Select(Select::Only("argus".into())));
    let after = window.app().made();
    assert_eq!(after.layouts, before.layouts);
    assert_eq!(after.network_pictures, before.network_pictures + 1);
    assert_eq!(after.timeline_pictures, before.timeline_pictures + 1);
}
