//! What is changed can be taken back, and unsaved work is asked about before it goes.

use egui::{Key, Modifiers};
use rodedraad::app::command::{Command, UnsavedAnswer};
use rodedraad::app::command_table::UiCommand;
use rodedraad::ui::app::Start;

use crate::harness::{Opening, Window, ctrl, ctrl_shift, open_example, plain};
use crate::window::{SMALL, write};

const ESCAPE: (Modifiers, Key) = (Modifiers::NONE, Key::Escape);

/// Does something, takes it back and does it again; the title tells each time whether there is unsaved work.
#[track_caller]
fn assert_undone_and_redone(window: &mut Window, what: &str, act: impl FnOnce(&mut Window)) {
    let before = window.view();
    assert!(!window.title().starts_with('•'), "{what}: nothing is unsaved at first: {}", window.title());
    act(window);
    let after = window.view();
    assert_ne!(after, before, "{what}: something changed");
    assert!(window.title().starts_with("• "), "{what}: {}", window.title());
    assert!(window.shows("not saved"), "{what}");

    window.press(ctrl(Key::Z));
    assert_eq!(window.view(), before, "{what}: undone");
    assert!(!window.title().starts_with('•'), "{what}: back at what is saved: {}", window.title());
    window.press(ctrl(Key::Y));
    assert_eq!(window.view(), after, "{what}: done again");
    assert!(window.title().starts_with("• "), "{what}: {}", window.title());
    window.press(ctrl(Key::Z));
}

#[test]
fn every_change_can_be_taken_back_and_done_again() {
    let mut window = open_example();
    window.select("Argus");
    assert_undone_and_redone(&mut window, "pin", |window| window.press(plain(Key::P)));
    assert_undone_and_redone(&mut window, "colour", |window| window.press_button("Colour of Event"));
    assert_undone_and_redone(&mut window, "fold events", |window| window.press(plain(Key::E)));
    assert_undone_and_redone(&mut window, "hide a kind", |window| {
        let row = window.get_starting("Platform: 2").name;
        window.click(&row);
    });
    assert_undone_and_redone(&mut window, "drag", |window| {
        let from = window.node("Argus");
        window.drag(from, from + egui::vec2(40.0, 25.0));
    });
    window.select("Argus");
    assert_undone_and_redone(&mut window, "hide", |window| window.press(ctrl(Key::H)));
}

#[test]
fn a_dragged_node_is_pinned_where_it_was_dropped_and_nothing_else_moves() {
    let mut window = open_example();
    let (argus, lemont) = (window.node("Argus"), window.node("Lemont"));
    let way = egui::vec2(36.0, -20.0);
    window.drag(argus, argus + way);
    assert_eq!(window.view().pins.keys().map(ToString::to_string).collect::<Vec<_>>(), ["argus"]);
    assert!(window.node("Argus").distance(argus + way) < 1.0, "{:?}", window.node("Argus") - argus);
    assert!(window.node("Lemont").distance(lemont) < 0.1);
}

#[test]
fn unsaved_work_is_asked_about_before_it_is_closed() {
    let mut window = open_example();
    window.press(plain(Key::E));
    window.press(ctrl(Key::W));
    assert!(window.shows("Save the changes in Lemont → Argus?"), "{:#?}", window.names());
    window.press_button("Cancel");
    assert!(window.workspace().document().unwrap().is_dirty(), "nothing was lost");
    assert_eq!(window.workspace().modal(), None);

    window.press(ctrl(Key::W));
    window.press(ESCAPE);
    assert!(window.workspace().document().is_some(), "Esc is Cancel");

    window.press(ctrl(Key::W));
    window.press_button("Do not save");
    assert!(window.workspace().document().is_none());
    assert!(window.shows("Open a case or drop one here"));
}

#[test]
fn unsaved_work_is_asked_about_before_another_case_replaces_it() {
    let mut window = open_example();
    window.press(plain(Key::E));
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "other.ron", SMALL);
    window.drop_file(&path);
    assert!(window.shows("Opening another case would lose them."), "{:#?}", window.names());
    assert_eq!(window.title(), "• Lemont → Argus – Rode Draad");
    window.press_button("Do not save");
    assert_eq!(window.title(), "Small – Rode Draad");
}

#[test]
fn saved_work_lets_go_on_what_had_waited_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let mut window = open_example();
    window.press(plain(Key::E));
    assert!(!window.ask_to_close(), "first the question");
    window.press_button("Save");
    window.type_text(path.to_str().unwrap());
    window.press(plain(Key::Enter));
    assert!(path.exists());
    assert!(window.was_closed(), "the window closes once the work is saved");
}

#[test]
fn a_save_that_was_put_away_does_not_close_the_window_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "mine.ron", SMALL);
    let mut window = Opening::of(Start::File(path)).open();
    window.press(plain(Key::E));
    assert!(!window.ask_to_close());
    window.send(Command::Unsaved(UnsavedAnswer::Cancel));
    window.press(ctrl_shift(Key::S));
    window.press(ESCAPE);
    window.press(ctrl(Key::S));
    assert!(window.shows("saved"));
    assert!(!window.was_closed(), "closing was called off");

    // The same with the system's dialog, which gives no answer when it is put away.
    let mut window = open_example();
    window.press(plain(Key::E));
    assert!(!window.ask_to_close());
    window.press_button("Save");
    window.send(Command::SaveAbandoned);
    window.send(Command::SaveTo(folder.path().join("second.ron")));
    assert!(window.shows("saved") && !window.was_closed());
}

#[test]
fn the_window_closes_without_a_question_when_nothing_is_unsaved() {
    let mut window = open_example();
    assert!(window.ask_to_close());
    assert_eq!(window.workspace().modal(), None);
}

#[test]
fn windows_and_views_have_a_way_back_and_forward_of_their_own() {
    let mut window = open_example();
    let whole = window.workspace().window();
    for text in ["2021", "2020"] {
        window.wait_seconds(2.0);
        window.send(Command::Window(Some(crate::harness::span(text))));
    }
    let last = window.workspace().window();
    window.wait_seconds(2.0);
    window.run(UiCommand::WindowBack);
    assert_eq!(window.workspace().window(), Some(crate::harness::span("2021")));
    window.run(UiCommand::WindowBack);
    assert_eq!(window.workspace().window(), whole);
    window.run(UiCommand::WindowForward);
    window.run(UiCommand::WindowForward);
    assert_eq!(window.workspace().window(), last);

    let before = window.node("Lemont");
    window.wait_seconds(2.0);
    let ground = before + egui::vec2(-60.0, 40.0);
    window.drag(ground, ground + egui::vec2(50.0, 10.0));
    assert!(window.node("Lemont").distance(before) > 20.0);
    window.wait_seconds(2.0);
    window.press((Modifiers::NONE, Key::B));
    assert!(window.node("Lemont").distance(before) < 1.0);
    window.press((Modifiers::SHIFT, Key::B));
    assert!(window.node("Lemont").distance(before) > 20.0);
    assert!(!window.workspace().document().unwrap().is_dirty(), "none of this is an edit");
}
