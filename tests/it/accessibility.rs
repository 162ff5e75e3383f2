//! What a screen reader finds, and how far the keyboard reaches.

use std::collections::BTreeSet;

use egui::Key;
use egui::accesskit::Role;
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::examples::Example;
use rodedraad::app::workspace::Modal;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{Found, Opening, Window, ctrl, open_example, plain};

/// Everything that can be pressed or can have the keyboard says what it is and what it is called.
#[track_caller]
fn assert_all_named(window: &Window, state: &str) {
    let everything = window.everything();
    // A scroll bar is known by what it scrolls; it takes no keyboard.
    let is_control = |found: &&Found| (found.focusable || found.clickable) && found.role != Role::ScrollBar;
    let controls: Vec<_> = everything.iter().filter(is_control).collect();
    assert!(!controls.is_empty());
    for found in controls {
        assert!(!found.name.trim().is_empty(), "{state}: without a name: {found:?}");
        assert!(!matches!(found.role, Role::Unknown | Role::GenericContainer), "{state}: without a role: {found:?}");
        assert!(!found.name.contains("command-") && !found.name.contains("{ $"), "{state}: a bare key: {found:?}");
    }
}

#[test]
fn row_45_every_control_has_a_role_and_a_name_in_every_state() {
    for language in Language::ALL {
        let mut window = Opening::of(Start::Welcome).language(language).open();
        assert_all_named(&window, "welcome");
        window.send(Command::Ui(UiCommand::ExampleFirst));
        assert_all_named(&window, "case");
        window.narrow("2021-02/2021-03-09");
        for name in ["Argus", "Sky ECC"] {
            window.select(name);
            assert_all_named(&window, name);
        }
        let case = window.workspace().case().unwrap();
        let (event, link) = (case.events()[0].id.clone(), case.links()[0].id.clone());
        let source = case.sources()[0].id.clone();
        for id in [event, link, source] {
            window.send(Command::GoTo(id.clone()));
            assert_all_named(&window, id.as_str());
        }
        window.press(ctrl(Key::H));
        for modal in [
            Modal::Palette(true),
            Modal::OpenByPath,
            Modal::WindowByText,
            Modal::Findings,
            Modal::Hidden,
            Modal::Shortcuts,
            Modal::About,
        ] {
            window.send(Command::Show(modal.clone()));
            assert_all_named(&window, &format!("{modal:?}"));
            window.send(Command::CloseModal);
        }
        let menus = ["menu-case", "menu-edit", "menu-view", "menu-time", "menu-help"];
        for menu in menus.map(|menu| window.word(menu)) {
            window.click(&menu);
            assert_all_named(&window, &menu);
            window.press(plain(Key::Escape));
        }
    }
}

#[test]
fn every_entity_and_event_is_found_in_both_pictures_in_both_languages() {
    for language in Language::ALL {
        // High enough for every lane.
        let start = Start::Example(Example::LemontArgus(language));
        let window = Opening::of(start).language(language).size(1600.0, 2400.0).open();
        let case = window.workspace().case().unwrap();
        let entities = case.entities().iter().map(|entity| entity.id.as_str());
        let ids: Vec<_> = entities.chain(case.events().iter().map(|event| event.id.as_str())).collect();
        for view in ["network", "timeline"] {
            // What falls on one point is drawn as one mark with a pill, which names all of it.
            let pane = window.pane(view);
            let names: Vec<String> = (window.everything().into_iter())
                .filter(|found| found.role == Role::Button && pane.contains_rect(found.rect))
                .map(|found| found.name)
                .collect();
            let is_named = |id: &str| {
                let title = case.item(id).unwrap().name();
                names.iter().any(|name| name.split(", ").any(|part| part == title))
            };
            let missing: Vec<_> = ids.iter().filter(|id| window.marks(view, id).is_empty() && !is_named(id)).collect();
            assert!(missing.is_empty(), "{language:?}: not in the {view}: {missing:?}");
        }
    }
}

#[test]
fn a_mark_tells_kind_name_ties_date_and_whether_it_lies_in_the_window() {
    let mut window = open_example();
    window.narrow("2021-02/2021-03-09");
    let mark = window.marks("network", "action-day-nl").remove(0).name;
    assert!(mark.contains("Action day in the Netherlands, ") && mark.contains(" links, "), "{mark}");
    assert!(mark.contains("9 Mar 2021, ") && mark.ends_with("in window"), "{mark}");
    let case = window.workspace().case().unwrap();
    let answers = &window.workspace().derived().answers;
    for entity in case.entities() {
        let said = window.marks("network", entity.id.as_str()).remove(0).name;
        let key = match answers.of(entity.id.as_str()) {
            rodedraad::model::time::Answer::Certain => "answer-certain",
            rodedraad::model::time::Answer::Possible => "answer-possible",
            rodedraad::model::time::Answer::Out => "answer-out",
            rodedraad::model::time::Answer::Undated => "answer-undated",
        };
        assert!(said.ends_with(&format!(", {}", window.word(key))), "{said}");
    }
}

#[test]
fn a_pill_names_what_it_stands_for_and_opens_the_list() {
    let mut window = open_example();
    let pills = |window: &Window| {
        let all = window.beside("Timeline").into_iter();
        all.filter(|found| found.role == Role::Button && found.name.contains(", Press release of the police"))
            .collect::<Vec<_>>()
    };
    let pill = pills(&window).into_iter().next().expect("the action day and the press release fall on one day");
    window.press_mark(&pill);
    let row = window.names().into_iter().find(|name| name.ends_with("· Press release of the police")).unwrap();
    window.press_button(&row);
    assert_eq!(window.selected(), ["Press release of the police"]);
}

#[test]
fn a_screen_reader_can_press_a_painted_mark() {
    let mut window = open_example();
    let spoken = window.spoken("lemont");
    let mark = window.marks("network", "lemont").remove(0);
    assert!(mark.name.starts_with(&spoken));
    window.press_mark(&mark);
    assert_eq!(window.selected(), ["Lemont"]);
}

#[test]
fn tab_reaches_menu_search_outline_network_timeline_and_details() {
    let mut window = open_example();
    window.select("Argus");
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut places = Vec::new();
    let first = {
        window.press(plain(Key::Tab));
        window.focused().expect("Tab gives the keyboard to something").name
    };
    reached.insert(first.clone());
    for _ in 0..400 {
        window.tab();
        let found = window.focused().expect("the keyboard is never lost");
        places.push(found.rect.center());
        if found.name == first && places.len() > 20 {
            break;
        }
        reached.insert(found.name);
    }
    for name in ["Case", "Help", "Find, or type a command", "Outline", "Network", "Timeline", "Details"] {
        assert!(reached.contains(name), "{name} is not reached by Tab: {reached:#?}");
    }
    assert!(reached.iter().any(|name| name.starts_with("Investigation Argus")), "a row of the list");
    assert!(reached.iter().any(|name| name.starts_with("Platform: ")), "the legend");
    assert!(reached.iter().any(|name| name.starts_with("Source: ")), "a source in the details");
}
