//! The window by keyboard and pointer: what closes, what moves, what is remembered, what is asked.

use egui::{Key, Modifiers};
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::workspace::Modal;

use crate::harness::{ctrl, open_example, plain, span};

const ESCAPE: (Modifiers, Key) = (Modifiers::NONE, Key::Escape);

#[test]
fn escape_closes_what_is_open_then_clears_the_selection_then_the_window() {
    let mut window = open_example();
    window.narrow("2021-02/2021-03-09");
    window.select("Argus");
    window.press(ctrl(Key::K));
    assert_eq!(window.workspace().modal(), Some(&Modal::Palette(true)));

    window.press(ESCAPE);
    assert_eq!(window.workspace().modal(), None);
    assert_eq!(window.selected(), ["Argus"]);
    window.press(ESCAPE);
    assert!(window.workspace().selection().is_empty());
    assert_eq!(window.workspace().window(), Some(span("2021-02/2021-03-09")));
    window.press(ESCAPE);
    assert_eq!(window.workspace().window(), None);
    window.press(ESCAPE);
    assert!(window.workspace().case().is_some(), "nothing is left to close, so nothing happens");
}

#[test]
fn escape_closes_every_dialog_and_an_open_menu_before_anything_else() {
    let mut window = open_example();
    window.select("Argus");
    for command in
        [UiCommand::OpenByPath, UiCommand::WindowByText, UiCommand::Findings, UiCommand::Shortcuts, UiCommand::About]
    {
        window.send(Command::Ui(command));
        assert!(window.workspace().modal().is_some(), "{command:?}");
        window.press(ESCAPE);
        assert_eq!(window.workspace().modal(), None, "{command:?}");
    }
    window.click("View");
    assert!(window.shows("Fit everything"), "the menu is open: {:#?}", window.names());
    window.press(ESCAPE);
    assert!(!window.names().iter().any(|name| name == "Unpin everything"), "the menu is closed");
    assert_eq!(window.selected(), ["Argus"], "and the selection stays");
}

#[test]
fn escape_in_the_filter_closes_the_filter_and_nothing_else() {
    let mut window = open_example();
    window.select("Argus");
    window.click("Filter");
    window.type_text("lem");
    assert!(window.shows("Entities (1)"), "{:#?}", window.names());
    window.press(ESCAPE);
    assert!(window.shows("Entities (20)"), "{:#?}", window.names());
    assert_eq!(window.selected(), ["Argus"]);
}

#[test]
fn keys_without_modifiers_work_while_a_picture_has_the_keyboard() {
    let mut window = open_example();
    let argus = window.node("Argus");
    window.click_at(argus);
    assert_eq!(window.selected(), ["Argus"]);
    assert_eq!(window.focused().map(|found| found.name).as_deref(), Some("Network"));
    window.press(plain(Key::P));
    assert_eq!(window.workspace().case().unwrap().view().pins.len(), 1, "P pins");
    window.press(plain(Key::E));
    assert!(window.workspace().case().unwrap().view().fold_events, "E folds");
    window.strike(plain(Key::Space));
    assert!(window.workspace().playback().playing, "Space plays");
    window.strike(plain(Key::Space));
    assert!(!window.workspace().playback().playing, "and pauses");
    window.press(ESCAPE);
    assert!(window.workspace().selection().is_empty());
    assert_eq!(
        window.focused().map(|found| found.name).as_deref(),
        Some("Network"),
        "Esc does not take the keyboard away"
    );
}
