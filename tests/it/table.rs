//! The table: one selection with the pictures, sorted by its heads, filtered, walked and copied by keyboard.

use egui::{Key, Modifiers};
use rodedraad::app::command::{Command, Select};
use rodedraad::app::command_table::UiCommand;

use crate::harness::{Window, ctrl, open_crypto_phones, open_example, plain};

fn shift(key: Key) -> (Modifiers, Key) {
    (Modifiers::SHIFT, key)
}

/// Opens the table by its key.
fn with_table(mut window: Window) -> Window {
    window.press(plain(Key::F7));
    assert!(window.shows("Table"));
    window
}

/// Ids of the rows, from top to bottom.
fn rows(window: &Window) -> usize {
    window.names().iter().find_map(|name| name.strip_suffix(" rows")?.parse().ok()).unwrap_or_default()
}

#[test]
fn the_table_shows_what_is_selected_and_what_it_walks_to_is_selected() {
    let mut window = open_example();
    window.select("Action day in the Netherlands");
    let mut window = with_table(window);
    let body = window.focused().expect("the rows have the keyboard");
    assert!(
        body.name.starts_with("police action Action day in the Netherlands"),
        "its row is where the keyboard is: {body:?}"
    );
    assert!(window.shows("Rows of the table: Events"), "the table of what is selected");
    let before = window.lead_name().unwrap();
    window.press(plain(Key::ArrowDown));
    let after = window.lead_name().unwrap();
    assert_ne!(before, after);
    assert!(window.details_text().contains(&after), "the details follow");
    window.press(plain(Key::ArrowUp));
    assert_eq!(window.lead_name().unwrap(), before);
}

#[test]
fn shift_selects_a_range_and_ctrl_a_all_rows_of_the_table_only() {
    let mut window = with_table(open_example());
    window.press(plain(Key::Home));
    window.press(shift(Key::ArrowDown));
    window.press(shift(Key::ArrowDown));
    assert_eq!(window.selected().len(), 3);
    window.press(shift(Key::ArrowUp));
    assert_eq!(window.selected().len(), 2, "the range shrinks again");
    window.press(ctrl(Key::A));
    assert_eq!(window.selected().len(), window.workspace().case().unwrap().entities().len());
}

#[test]
fn a_click_on_a_head_sorts_turns_round_and_gives_the_order_of_the_file_again() {
    let mut window = with_table(open_example());
    let first = |window: &mut Window| {
        window.send(Command::Select(Select::Nothing));
        window.focus("Rows of the table: Entities");
        window.press(plain(Key::Home));
        window.lead_name().unwrap()
    };
    let of_file = first(&mut window);
    window.click("Name, not sorted");
    let least = first(&mut window);
    window.click("Name, sorted upwards");
    let greatest = first(&mut window);
    window.click("Name, sorted downwards");
    assert!(least.to_lowercase() < greatest.to_lowercase());
    assert_eq!(first(&mut window), of_file);
    let mut names: Vec<String> =
        window.workspace().case().unwrap().entities().iter().map(|entity| entity.name.to_lowercase()).collect();
    names.sort();
    assert_eq!((least.to_lowercase(), greatest.to_lowercase()), (names[0].clone(), names[names.len() - 1].clone()));
}

#[test]
fn the_filter_keeps_rows_that_hold_every_word_and_says_how_many_of_all() {
    let mut window = with_table(open_crypto_phones());
    window.focus("Filter rows");
    window.type_text("sky");
    let all = window.workspace().case().unwrap().entities().len();
    let told = window.names().into_iter().find(|name| name.ends_with(&format!("of {all} rows")));
    let told = told.unwrap_or_else(|| panic!("{:#?}", window.names()));
    assert!(told.split(' ').next().unwrap().parse::<usize>().unwrap() > 1, "{told}");
    window.press(plain(Key::Escape));
    assert_eq!(rows(&window), all, "Esc clears the filter");
    assert_eq!(window.focused().unwrap().name, "Rows of the table: Entities");
}

#[test]
fn selected_rows_are_copied_with_their_heads_as_a_spreadsheet_takes_them() {
    let mut window = with_table(open_example());
    window.press(plain(Key::Home));
    window.press(shift(Key::ArrowDown));
    window.frame([egui::Event::Copy]);
    window.settle();
    let copied = window.copied().last().expect("something was copied").clone();
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "Name\tKind\tWhen\tTies\tCitations\tTags");
    assert_eq!(lines.len(), 3);
    let names: Vec<&str> = lines[1..].iter().filter_map(|line| line.split('\t').next()).collect();
    let entities = window.workspace().case().unwrap().entities();
    assert_eq!(names, [entities[0].name.as_str(), entities[1].name.as_str()]);
    assert!(lines[1..].iter().all(|line| line.matches('\t').count() == 5));
}

#[test]
fn columns_are_chosen_and_stay_when_the_table_is_put_away() {
    let mut window = with_table(open_crypto_phones());
    window.click("Columns");
    window.press_button("Users");
    window.press_button("Tags");
    window.press(plain(Key::Escape));
    assert!(window.shows("Users, not sorted") && !window.shows("Tags, not sorted"));
    window.run(UiCommand::ToggleTable);
    assert!(!window.shows("Users, not sorted"));
    window.run(UiCommand::ToggleTable);
    assert!(window.shows("Users, not sorted"));
    window.click("Columns");
    window.click("Columns as at first");
    window.press(plain(Key::Escape));
    assert!(!window.shows("Users, not sorted") && window.shows("Tags, not sorted"));
}

#[test]
fn rows_of_the_selection_follow_it_and_rows_in_the_window_follow_the_window() {
    let mut window = with_table(open_example());
    window.click("Table: Links (18)");
    window.click("Rows: all");
    window.click("of the selection");
    window.select("Lemont");
    let touching = {
        let case = window.workspace().case().unwrap();
        let id = window.id_of("Lemont");
        case.links().iter().filter(|link| link.from == id || link.to == id).count()
    };
    assert!(touching > 0);
    assert!(
        window.shows(&format!("{touching} of 18 rows")),
        "{:#?}",
        window.names().into_iter().filter(|name| name.contains("rows")).collect::<Vec<_>>()
    );
    window.click("Rows: of the selection");
    window.click("in the window");
    window.narrow("2021-03");
    let tally = window.workspace().derived().answers.link_tally();
    let told = format!("{} of 18 rows", tally.certain + tally.possible);
    assert!(
        window.shows(&told),
        "{told}: {:#?}",
        window.names().into_iter().filter(|name| name.contains("row")).collect::<Vec<_>>()
    );
}
