//! The window by keyboard and pointer: what closes, what moves, what is remembered, what is asked.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use rodedraad::app::command::{Command, Select};
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::effect::ViewRequest;
use rodedraad::app::settings::ThemeChoice;
use rodedraad::app::workspace::Modal;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{LEMONT, Opening, Window, ctrl, ctrl_shift, open_example, plain, span};

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
fn keys_that_edit_text_belong_to_the_field_in_which_text_is_typed() {
    let mut window = open_example();
    window.narrow("2021-02");
    window.press(plain(Key::E));
    window.click("Filter");
    window.type_text("sky");
    for key in [Key::ArrowLeft, Key::Home, Key::Z, Key::A] {
        window.press(ctrl(key));
    }
    assert_eq!(window.workspace().window(), Some(span("2021-02")), "Ctrl+Left moves by a word");
    assert!(window.view().fold_events, "Ctrl+Z takes typing back");
    assert!(window.workspace().selection().is_empty(), "Ctrl+A selects the text");

    window.press(ctrl(Key::T));
    window.press(ctrl(Key::A));
    window.type_text("2020");
    window.press(plain(Key::Enter));
    assert_eq!(window.workspace().window(), Some(span("2020")), "what was selected is written over");
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

#[test]
fn space_presses_the_button_that_has_the_keyboard() {
    let mut window = open_example();
    window.select("Argus");
    let pin = window.all("Pin or unpin").into_iter().find(|found| found.focusable).expect("the tool of the network");
    window.focus(&pin.name);
    window.press(plain(Key::Space));
    assert!(!window.workspace().playback().playing);
    assert_eq!(window.view().pins.len(), 1);
}

#[test]
fn space_plays_and_pauses_and_the_window_moves_with_time() {
    let mut window = open_example();
    window.narrow("2021-01");
    window.strike(plain(Key::Space));
    assert!(window.workspace().playback().playing);
    window.wait_seconds(2.0);
    let moved = window.workspace().window().unwrap();
    assert!(moved.start() > span("2021-01").end(), "{moved:?}");

    window.strike(plain(Key::Space));
    assert!(!window.workspace().playback().playing);
    let paused = window.workspace().window();
    window.wait_seconds(2.0);
    assert_eq!(window.workspace().window(), paused);
}

#[test]
fn playing_stops_at_the_end_and_then_asks_for_nothing() {
    let mut window = open_example();
    window.narrow("2021-01");
    window.strike(plain(Key::Space));
    window.wait_seconds(30.0);
    assert!(!window.workspace().playback().playing, "the end was reached");
    let extent = window.workspace().derived().extent.unwrap();
    assert!(window.workspace().window().unwrap().touches(extent), "the window stays on the case");
    assert_eq!(window.wait_seconds(3.0), 0);
    assert_eq!(window.repaint_delay(), std::time::Duration::MAX);
}

#[test]
fn playing_without_a_window_grows_one_from_the_beginning() {
    let mut window = open_example();
    window.press(plain(Key::M));
    window.strike(plain(Key::Space));
    window.wait_seconds(2.0);
    let extent = window.workspace().derived().extent.unwrap();
    let grown = window.workspace().window().expect("a window");
    assert_eq!(grown.start(), extent.start());
    window.wait_seconds(30.0);
    assert!(!window.workspace().playback().playing);
    assert!(window.workspace().window().unwrap().end() >= extent.end(), "until all is in it");
}

#[test]
fn ctrl_with_left_and_right_steps_the_window_from_month_to_month() {
    let mut window = open_example();
    window.narrow("2021-02");
    window.press(ctrl(Key::ArrowRight));
    assert_eq!(window.workspace().window(), Some(span("2021-03")));
    for _ in 0..2 {
        window.press(ctrl(Key::ArrowLeft));
    }
    assert_eq!(window.workspace().window(), Some(span("2021-01")));
}

#[test]
fn the_language_changes_at_once_and_nothing_else_does() {
    let mut window = open_example();
    window.select("Argus");
    window.narrow("2021-02/2021-03-09");
    let counted = ["entities", "possible", "undated"].map(|counter| window.status(counter));
    assert!(window.shows("View") && window.shows("20 entities"));

    window.run(UiCommand::LanguageDutch);
    assert!(window.shows("Beeld") && window.shows("20 entiteiten"), "{:#?}", window.names());
    assert!(!window.shows("View") && !window.shows("20 entities"));
    assert!(window.names().iter().any(|name| name.contains("1 feb 2021") && name.contains("9 mrt 2021")));
    assert_eq!(window.selected(), ["Argus"]);
    assert_eq!(["entities", "possible", "undated"].map(|counter| window.status(counter)), counted);
    assert!(!window.workspace().document().unwrap().is_dirty(), "the case is the same");

    window.run(UiCommand::LanguageEnglish);
    assert!(window.shows("View") && !window.shows("Beeld"));
}

#[test]
fn the_theme_changes_at_once() {
    let mut window = open_example();
    let dark_now = |window: &mut Window| window.harness().ctx.global_style().visuals.dark_mode;
    assert!(!dark_now(&mut window));
    window.run(UiCommand::ThemeDark);
    assert!(dark_now(&mut window));
    assert_eq!(window.workspace().settings().theme, ThemeChoice::Dark);
    window.click("Light theme");
    assert!(!dark_now(&mut window), "the button in the bar leads back");
}

#[test]
fn text_grows_and_shrinks_by_keyboard() {
    let mut window = open_example();
    window.press(ctrl(Key::Plus));
    assert_eq!(window.workspace().settings().text_percent, 110);
    assert!((window.harness().ctx.zoom_factor() - 1.1).abs() < 1e-6);
    for _ in 0..9 {
        window.press(ctrl(Key::Plus));
    }
    assert_eq!(window.workspace().settings().text_percent, 200);
    window.run(UiCommand::TextReset);
    window.press(ctrl(Key::Minus));
    assert!((window.harness().ctx.zoom_factor() - 0.9).abs() < 1e-6);
}

#[test]
fn what_is_hidden_is_counted_with_its_reason_and_comes_back() {
    let mut window = open_example();
    assert_eq!(window.status("hidden"), 0);
    window.select("Argus");
    window.press(ctrl(Key::H));
    let alone = window.status("hidden");
    assert!(alone > 1, "Argus and the links that lost an end");
    assert!(window.marks("network", "argus").is_empty());
    let row = window.get_starting("Country: 2").name;
    window.click(&row);
    assert!(window.status("hidden") > alone);

    let counter = window.get_starting("hidden ").name;
    assert!(counter.contains("by hand") && counter.contains("by kind") && counter.contains("an end is hidden"));
    window.press_button(&counter);
    assert_eq!(window.workspace().modal(), Some(&Modal::Hidden));
    window.press_button("Show Argus");
    assert_eq!(window.marks("network", "argus").len(), 1);
    window.press_button("Show everything hidden");
    assert_eq!(window.status("hidden"), 0);
}

#[test]
fn one_selection_is_seen_in_network_timeline_outline_and_details() {
    let mut window = open_example();
    let check = |window: &mut Window, name: &str| {
        let id = window.id_of(name);
        window.send(Command::View(ViewRequest::Reveal(id.clone())));
        for view in ["network", "timeline"] {
            let marks = window.marks(view, id.as_str());
            assert!(!marks.is_empty() && marks.iter().all(|mark| mark.on == Some(true)), "{name} in the {view}");
        }
        let spoken = window.spoken(id.as_str());
        let rows: Vec<_> = (window.everything().into_iter())
            .filter(|found| found.role == egui::accesskit::Role::ListBoxOption && found.name.starts_with(&spoken))
            .collect();
        assert_eq!(rows.iter().map(|row| row.on).collect::<Vec<_>>(), [Some(true)], "{name} in the outline");
        assert_eq!(window.details_text().lines().nth(2), Some(name), "{name} in the details");
    };
    window.select("Argus");
    check(&mut window, "Argus");
    let lemont = window.node("Lemont");
    window.click_at(lemont);
    check(&mut window, "Lemont");
    let lane = window.marks("timeline", "sky-ecc")[0].rect.left_center() + egui::vec2(12.0, 0.0);
    window.click_at(lane);
    check(&mut window, "Sky ECC");
    let row = window.get_starting("Unit Team High Tech Crime").name;
    window.click(&row);
    check(&mut window, "Team High Tech Crime");
}

#[test]
fn what_the_pointer_is_on_is_known_everywhere() {
    let mut window = open_example();
    let argus = window.node("Argus");
    window.point_at(argus);
    assert_eq!(window.workspace().hovered(), Some(&"argus".into()));
    window.take_pointer_away();
    assert_eq!(window.workspace().hovered(), None);
}

#[test]
fn the_palette_finds_and_runs_a_command() {
    let mut window = open_example();
    window.press(ctrl(Key::K));
    window.type_text("fold ev");
    assert!(window.names().iter().any(|name| name.starts_with("Fold or show events, View")));
    window.press(plain(Key::Enter));
    assert!(window.view().fold_events);
    assert_eq!(window.workspace().modal(), None);
}

#[test]
fn a_misspelt_name_gets_a_suggestion() {
    let mut window = open_example();
    window.press(ctrl(Key::F));
    window.type_text("lemnot");
    assert!(window.shows("Did you mean Lemont?"), "{:#?}", window.names());
}

#[test]
fn every_command_that_can_be_run_stands_in_the_palette_and_no_other() {
    let mut window = Opening::of(Start::Welcome).open();
    assert_palette_is_complete(&mut window, "welcome screen");
    window.send(Command::OpenExample(LEMONT));
    assert_palette_is_complete(&mut window, "nothing selected");
    window.select("Argus");
    window.press(plain(Key::P));
    window.select("Lemont");
    window.press(ctrl(Key::H));
    window.press(plain(Key::E));
    window.press(ctrl(Key::Z));
    window.narrow("2021");
    window.send(Command::Select(Select::Many(vec!["argus".into(), "sky-ecc".into()])));
    window.press((Modifiers::ALT, Key::ArrowLeft));
    window.send(Command::Select(Select::Many(vec!["argus".into(), "sky-ecc".into()])));
    assert_palette_is_complete(&mut window, "much done");
}

#[track_caller]
fn assert_palette_is_complete(window: &mut Window, state: &str) {
    let available: Vec<_> = UiCommand::ALL.iter().filter(|command| command.available(window.workspace())).collect();
    window.press(ctrl(Key::K));
    let rows = window.names();
    for command in UiCommand::ALL {
        let (name, menu) = (window.word(command.key()), window.word(command.menu().key()));
        let chord = command.chords().first().map(ToString::to_string).unwrap_or_default();
        // Undo and redo say what they would do.
        let named = format!("{name}: ");
        let is_row = |row: &String| {
            row.ends_with(&format!(", {menu} {chord}"))
                && (row.starts_with(&format!("{name}, ")) || row.starts_with(&named))
        };
        assert_eq!(rows.iter().any(is_row), available.contains(&command), "{state}: {name}");
    }
    window.press(ESCAPE);
}

#[test]
fn f6_goes_round_through_outline_network_timeline_and_details() {
    let mut window = open_example();
    let mut seen = Vec::new();
    for _ in 0..5 {
        window.press(plain(Key::F6));
        seen.push(window.focused().expect("something has the keyboard").name);
    }
    assert_eq!(seen, ["Outline", "Network", "Timeline", "Details", "Outline"]);
    window.run(UiCommand::ToggleDetails);
    window.press(plain(Key::F6));
    window.press(plain(Key::F6));
    window.press(plain(Key::F6));
    assert_eq!(window.focused().map(|found| found.name).as_deref(), Some("Outline"), "what is put away is left out");
}

#[test]
fn a_click_into_a_field_of_another_panel_leaves_the_keyboard_there() {
    let mut window = open_example();
    window.click("Filter");
    let argus = window.node("Argus");
    window.click_at(argus);
    assert_eq!(window.focused().map(|found| found.name).as_deref(), Some("Network"));
    let field = window.everything().into_iter().find(|found| found.role == egui::accesskit::Role::TextInput).unwrap();
    window.click_at(field.rect.center());
    window.type_text("sky");
    assert!(window.shows("Entities (2)"), "{:#?}", window.names());
}

#[test]
fn arrows_walk_from_thing_to_thing_in_both_pictures() {
    let mut window = open_example();
    for view in ["Network", "Timeline"] {
        for _ in 0..4 {
            if window.focused().is_none_or(|found| found.name != view) {
                window.press(plain(Key::F6));
            }
        }
        window.press(ctrl_shift(Key::A));
        let mut seen = std::collections::BTreeSet::new();
        for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft] {
            window.press(plain(key));
            assert_eq!(window.workspace().selection().len(), 1, "{view}");
            seen.insert(window.lead_name());
        }
        assert!(seen.len() >= 3, "{view}: {seen:?}");
        assert_eq!(window.focused().map(|found| found.name).as_deref(), Some(view), "the keyboard stays");
    }
}

#[test]
fn arrows_walk_through_the_list_of_the_outline() {
    let mut window = open_example();
    let first = (window.everything().into_iter())
        .find(|found| found.role == egui::accesskit::Role::ListBoxOption)
        .expect("a row");
    window.focus(&first.name);
    window.press(plain(Key::ArrowDown));
    let second = window.lead_name();
    window.press(plain(Key::ArrowDown));
    assert!(second.is_some() && window.lead_name() != second);
    window.press(plain(Key::Home));
    assert!(first.name.contains(&window.lead_name().unwrap()));
}

#[test]
fn the_welcome_screen_offers_both_examples_and_recent_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "small.ron", SMALL);
    for (language, first, second, title) in [
        (Language::English, "Example: Lemont → Argus", "Example: crypto phones", "Lemont → Argus – Rode Draad"),
        (Language::Dutch, "Voorbeeld: Lemont → Argus", "Voorbeeld: cryptotelefoons", "Lemont → Argus – Rode Draad"),
    ] {
        let mut window = Opening::of(Start::Welcome).language(language).recent(vec![path.clone()]).open();
        assert_eq!(window.title(), "Rode Draad");
        window.click(first);
        assert_eq!(window.title(), title);
        let texts = window.workspace().case().unwrap().head().language.clone();
        assert_eq!(texts.as_deref(), Some(language.code()), "the example that fits the language");
        window.press(ctrl(Key::W));
        let recent = window.everything().into_iter().find(|found| found.name.contains("small.ron")).unwrap();
        window.click(&recent.name);
        assert_eq!(window.title(), "Small – Rode Draad");
        window.press(ctrl(Key::W));
        assert!(window.shows(second));
    }
    let mut window = Opening::of(Start::Welcome).open();
    window.click("Example: crypto phones");
    assert!(window.status("entities") > 50);
    assert!(window.shows("Example case"), "an example is marked as one");
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "small.ron", SMALL);
    let mut window = Opening::of(Start::Welcome).open();
    window.drop_file(&path);
    assert_eq!(window.title(), "Small – Rode Draad");
    assert_eq!(window.workspace().settings().recent, [path]);
}

#[test]
fn a_file_that_is_no_case_leaves_the_open_case_open_and_says_where_it_fails() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "bad.ron", "Case(\n    format: (1, 0),\n    title: \"T\"\n    entities: [],\n)\n");
    let mut window = open_example();
    window.select("Argus");
    window.drop_file(&path);
    assert_eq!(window.title(), "Lemont → Argus – Rode Draad");
    assert_eq!(window.selected(), ["Argus"]);
    let strip = window.get_starting("Not opened: ").name;
    assert!(strip.contains("bad.ron") && strip.contains("Line 4, column 5:"), "{strip}");
    window.click("Dismiss");
    assert!(!window.names().iter().any(|name| name.starts_with("Not opened: ")));
}

#[test]
fn a_file_with_faults_opens_as_far_as_it_is_sound_and_lists_them() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Case(\n    format: (1, 0),\n    title: \"Half\",\n    entities: [Entity(id: \"a\", kind: \"person\", name: \"A\")],\n    links: [Link(id: \"l\", from: \"a\", to: \"b\", relation: \"knows\")],\n)\n";
    let path = write(folder.path(), "half.ron", text);
    let mut window = Opening::of(Start::File(path)).open();
    assert_eq!(window.status("entities"), 1);
    assert!(window.shows("1 error. Show the findings"), "{:#?}", window.names());
    window.press(plain(Key::F8));
    assert!(window.names().iter().any(|name| name.contains("No entity or event \"b\"")), "{:#?}", window.names());
}

#[test]
fn a_typed_window_that_is_no_date_says_why_and_where() {
    let mut window = open_example();
    window.press(ctrl(Key::T));
    window.type_text("2021-13");
    let said = window.get_starting("Not understood").name;
    assert_eq!(
        said,
        "Not understood, from character 6 on: months run from 01 to 12, seasons and other parts of a year from 21 to \
         41. Type for example 2021-03-09, 9 Mar 2021 or March 2021"
    );
    window.press(plain(Key::Enter));
    assert_eq!(window.workspace().modal(), Some(&Modal::WindowByText), "it stays open to be corrected");
    assert_eq!(window.workspace().window(), None);
}

#[test]
fn a_window_is_typed_in_words_of_either_language() {
    let mut window = open_example();
    for (typed, understood, expected) in [
        ("maart 2021", "1 Mar 2021 – 31 Mar 2021", "2021-03"),
        ("mid Feb 2021", "11 Feb 2021 – 20 Feb 2021", "2021-02-11/2021-02-20"),
    ] {
        window.press(ctrl(Key::T));
        window.press(ctrl(Key::A));
        window.type_text(typed);
        assert_eq!(window.get_starting("Understood as").name, format!("Understood as {understood}"));
        window.press(plain(Key::Enter));
        assert_eq!(window.workspace().window(), Some(span(expected)), "{typed}");
    }
    window.press(ctrl(Key::T));
    window.press(ctrl(Key::A));
    window.type_text("marhc 2021");
    assert!(window.get_starting("Not understood").name.ends_with("Near: “march”"));
    window.press(plain(Key::Enter));
    assert_eq!(window.workspace().window(), Some(span("2021-02-11/2021-02-20")), "it stays as it was");
}

#[test]
fn a_drag_on_the_ruler_makes_a_window_of_whole_days_and_a_double_click_takes_it_away() {
    let mut window = open_example();
    let timeline = window.pane("timeline");
    let on_ruler = |share: f32| egui::pos2(timeline.left() + timeline.width() * share, timeline.top() + 20.0);
    let before = window.workspace().derived().answers.clone();
    window.drag(on_ruler(0.3), on_ruler(0.4));
    let made = window.workspace().window().expect("a window");
    let zone = window.workspace().case().unwrap().calendar().zone.clone();
    for (stamp, time) in [(made.start(), "00:00:00"), (made.end().plus(1), "00:00:00")] {
        let instant = jiff::Timestamp::from_millisecond(stamp.0).unwrap();
        assert_eq!(zone.to_datetime(instant).time().to_string(), time);
    }
    assert_ne!(window.workspace().derived().answers, before);
    assert!(window.status("outside") > 0, "{made:?}");
    let between = egui::pos2(on_ruler(0.95).x, on_ruler(0.0).y);
    window.double_click_at(between);
    assert_eq!(window.workspace().window(), None);
}

#[test]
fn events_fold_into_the_ties_of_their_participants() {
    let mut window = open_example();
    let event = window.workspace().case().unwrap().events()[0].id.clone();
    let diamond = window.marks("network", event.as_str()).remove(0).rect;
    window.press(plain(Key::E));
    let tie = window.marks("network", event.as_str()).remove(0).rect;
    assert!(tie.width() < diamond.width(), "no diamond is left; its name stands on a tie: {diamond:?}, {tie:?}");
    assert!(!window.marks("timeline", event.as_str()).is_empty(), "on the timeline they stay");
    window.press(plain(Key::E));
    assert_eq!(window.marks("network", event.as_str()).len(), 1);
}

#[test]
fn names_and_addresses_can_be_copied() {
    let mut window = open_example();
    window.select("Argus");
    window.press(ctrl_shift(Key::C));
    assert_eq!(window.copied(), ["Argus"]);
    assert!(window.shows("Copied: Argus"));
}

/// A sound case of two persons.
pub const SMALL: &str = "Case(\n    format: (1, 0),\n    title: \"Small\",\n    time_zone: \"Europe/Amsterdam\",\n    entities: [\n        Entity(\n            id: \"a\",\n            kind: \"person\",\n            name: \"A\",\n        ),\n    ],\n)\n";

pub fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}
