//! Deleting: what goes along is told first, and one step brings all of it back.

use egui::Key;

use crate::harness::{Window, ctrl, open_example, plain};

fn counts(window: &Window) -> (usize, usize, usize) {
    let case = window.workspace().case().unwrap();
    (case.entities().len(), case.events().len(), case.links().len())
}

#[test]
fn what_goes_along_is_told_before_anything_goes_and_one_step_brings_it_back() {
    let mut window = open_example();
    let before = counts(&window);
    let parts = window.workspace().case().unwrap().parts().clone();
    window.select("Argus");
    window.press(plain(Key::Delete));
    assert!(window.shows("Delete Argus?"));
    let case = window.workspace().case().unwrap();
    let id = window.id_of("Argus");
    let links = case.links().iter().filter(|link| link.from == id || link.to == id).count();
    let told = window.names().into_iter().find(|name| name.contains("that end there")).unwrap();
    assert!(told.starts_with(&links.to_string()), "{told}");
    window.press(plain(Key::Escape));
    assert_eq!(counts(&window), before, "Esc deletes nothing");
    window.press(plain(Key::Delete));
    window.press_button("Delete");
    assert_eq!(counts(&window), (before.0 - 1, before.1, before.2 - links));
    assert_eq!((window.status("entities"), window.status("links")), (before.0 - 1, before.2 - links));
    assert!(window.selected().is_empty() && window.title().starts_with('•'));
    window.press(ctrl(Key::Z));
    assert!(*window.workspace().case().unwrap().parts() == parts);
    assert!(!window.title().starts_with('•'), "the file is as it was");
    window.press(ctrl(Key::Y));
    assert_eq!(counts(&window).0, before.0 - 1);
}

#[test]
fn what_takes_nothing_along_goes_at_once_and_says_how_it_comes_back() {
    let mut window = open_example();
    let before = counts(&window);
    let link = window.workspace().case().unwrap().links()[0].id.clone();
    window.send(rodedraad::app::command::Command::Select(rodedraad::app::command::Select::Only(link)));
    window.press(plain(Key::Delete));
    assert_eq!(counts(&window), (before.0, before.1, before.2 - 1));
    let notice = window.workspace().notice().expect("it is told").0.clone();
    assert_eq!(notice.key, "notice-deleted");
}

#[test]
fn several_things_are_deleted_in_one_step_from_the_table() {
    let mut window = open_example();
    let before = counts(&window);
    window.press(plain(Key::F7));
    window.press(plain(Key::Home));
    window.press((egui::Modifiers::SHIFT, Key::ArrowDown));
    window.press(plain(Key::Delete));
    assert!(window.shows("Delete 2?"), "{:?}", window.names());
    window.press_button("Delete");
    assert_eq!(counts(&window).0, before.0 - 2);
    window.press(ctrl(Key::Z));
    assert_eq!(counts(&window), before);
}

/// A view that kept positions of the case before a change reached beyond the end of a list.
#[test]
fn the_pictures_follow_whatever_comes_and_goes() {
    use rodedraad::app::command::{Command, Select};
    let mut window = open_example();
    window.press(plain(Key::F7));
    let all: Vec<rodedraad::model::Id> =
        window.workspace().case().unwrap().items().map(|item| item.id().clone()).collect();
    for step in 0..24_usize {
        let id = all[(step * 7 + 3) % all.len()].clone();
        if window.workspace().case().unwrap().item(id.as_str()).is_none() {
            window.press(ctrl(Key::Z));
            continue;
        }
        window.send(Command::GoTo(id));
        window.send(Command::DeleteSelection);
        if step % 3 == 1 {
            window.press(ctrl(Key::Z));
            window.press(ctrl(Key::Y));
        }
        if step % 5 == 4 {
            window.press(ctrl(Key::N));
            window.type_text("Made in between");
            window.press(plain(Key::Enter));
        }
        let first = window.workspace().case().unwrap().items().next().map(|item| item.id().clone());
        window.send(Command::Select(first.map_or(Select::Nothing, Select::Only)));
    }
    while window.workspace().document().unwrap().undo_label().is_some() {
        window.press(ctrl(Key::Z));
    }
    let left: Vec<rodedraad::model::Id> =
        window.workspace().case().unwrap().items().map(|item| item.id().clone()).collect();
    assert_eq!(left, all);
}

#[test]
fn the_list_of_steps_leads_back_and_forth_and_tells_where_it_was_saved() {
    let mut window = open_example();
    let before = window.workspace().case().unwrap().parts().clone();
    for name in ["One", "Two", "Three"] {
        window.press(ctrl(Key::N));
        window.type_text(name);
        window.press(plain(Key::Enter));
    }
    let after = window.workspace().case().unwrap().parts().clone();
    window.press((egui::Modifiers::COMMAND | egui::Modifiers::CTRL | egui::Modifiers::SHIFT, Key::Y));
    window.press_button("As it was opened, saved");
    assert!(*window.workspace().case().unwrap().parts() == before);
    window.press_button("New: Two");
    assert_eq!(window.workspace().case().unwrap().entities().len(), before.entities.len() + 2);
    window.press_button("New: Three");
    assert!(*window.workspace().case().unwrap().parts() == after);
}
