//! Making things and changing them: by keyboard, with dates in words, each one step.

use egui::{Key, Modifiers};
use rodedraad::app::command::{Command, Select};
use rodedraad::model::case::Item;

use crate::harness::{Window, ctrl, ctrl_shift, open_example, plain};

fn item<'a>(window: &'a Window, id: &str) -> Item<'a> {
    window.workspace().case().unwrap().item(id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn an_entity_is_made_by_typing_its_name_and_a_date_in_words() {
    let mut window = open_example();
    window.press(ctrl(Key::N));
    assert!(window.shows("New entity") && window.shows("A name is needed"));
    window.type_text("Café De Börs");
    window.focus("When");
    window.type_text("maart 2021");
    let told = window.names().into_iter().find(|name| name.starts_with("Understood as")).unwrap();
    assert!(told.contains("2021-03"), "{told}");
    window.press(plain(Key::Enter));
    assert!(!window.shows("New entity"));
    assert_eq!(window.lead_name().as_deref(), Some("Café De Börs"), "it is selected");
    let Item::Entity(entity) = item(&window, "cafe-de-bors") else { panic!("an entity") };
    assert_eq!((entity.kind.as_str(), entity.existed.as_ref().unwrap().text()), ("person", "2021-03"));
    assert!(!window.marks("network", "cafe-de-bors").is_empty(), "it is in the network");
    window.press(ctrl(Key::Z));
    assert!(window.workspace().case().unwrap().item("cafe-de-bors").is_none());
}

#[test]
fn what_cannot_be_read_as_a_date_is_told_and_not_taken() {
    let mut window = open_example();
    let before = window.workspace().case().unwrap().events().len();
    window.press(ctrl_shift(Key::N));
    window.type_text("Meeting");
    window.focus("When");
    window.type_text("3/4/2021");
    window.press(plain(Key::Enter));
    assert!(window.shows("New event"), "the form stays");
    assert!(window.get("Make").disabled);
    assert_eq!(window.workspace().case().unwrap().events().len(), before);
}

#[test]
fn a_link_ties_the_two_selected_things_to_the_one_that_was_selected_last() {
    let mut window = open_example();
    let (fiod, lemont) = (window.id_of("FIOD"), window.id_of("Lemont"));
    window.send(Command::Select(Select::Only(fiod.clone())));
    window.send(Command::Select(Select::Toggle(lemont.clone())));
    window.press(ctrl(Key::L));
    assert!(window.shows("New link from FIOD to Lemont"));
    window.type_text("works on");
    window.press_button("Tentative");
    window.press_button("Make");
    let case = window.workspace().case().unwrap();
    let link = case.links().last().unwrap();
    assert_eq!((&link.from, &link.to, link.relation.as_str()), (&fiod, &lemont, "works on"));
    assert_eq!(link.strength, rodedraad::model::link::Strength::Tentative);
}

#[test]
fn a_change_of_one_field_leaves_the_others_as_they_were_written() {
    let mut window = open_example();
    window.select("Argus");
    let before = window.workspace().case().unwrap().entity("argus").unwrap().clone();
    window.press(plain(Key::F2));
    assert!(window.shows("Change Argus"));
    window.press(ctrl(Key::A));
    window.type_text("Argus II");
    window.press(plain(Key::Enter));
    let after = window.workspace().case().unwrap().entity("argus").unwrap().clone();
    assert_eq!(after.name, "Argus II");
    assert!(rodedraad::model::entity::Entity { name: before.name.clone(), ..after } == before);
    assert!(
        window.details_text().contains("Argus II") && window.shows("Undo: Change Argus II")
            || window.title().starts_with('•')
    );
    window.press(ctrl(Key::Z));
    assert_eq!(window.workspace().case().unwrap().entity("argus").unwrap().name, "Argus");
}

#[test]
fn what_a_source_says_of_an_event_is_typed_with_who_took_part_and_where_it_stands() {
    let mut window = open_example();
    window.select("FIOD");
    window.press(ctrl_shift(Key::N));
    assert_eq!(window.get("Participant 1, Entity").value, "FIOD", "who is selected takes part");
    window.type_text("Search of an office");
    window.focus("Participant 1, Role");
    window.type_text("searched");
    window.focus("Citation 1, Source");
    window.type_text("nieuwe klap");
    // What is offered first is chosen by Enter; the form stays.
    window.press(plain(Key::Enter));
    assert!(window.shows("New event"));
    assert!(window.get("Citation 1, Source").value.starts_with("Nieuwe klap"));
    window.focus("Citation 1, Place in it");
    window.type_text("¶2.s1");
    window.press_button("Add a claim");
    window.focus("Claim 1, Attribute");
    window.type_text("phones");
    window.focus("Claim 1, Value");
    window.type_text("28 phones");
    window.press_button("Make");
    assert!(!window.shows("New event"), "{:#?}", window.names());
    let Item::Event(event) = item(&window, "search-of-an-office") else { panic!("an event") };
    assert_eq!((event.participants[0].entity.as_str(), event.participants[0].role.as_str()), ("fiod", "searched"));
    assert_eq!(event.cites[0].at.as_deref(), Some("¶2.s1"));
    assert_eq!(event.claims[0].of, "phones");
    let source = event.cites[0].source.clone();

    // The next thing is cited to the same source, unless the user says otherwise.
    window.press(ctrl(Key::N));
    window.type_text("Office");
    window.press(plain(Key::Enter));
    let Item::Entity(office) = item(&window, "office") else { panic!("an entity") };
    assert_eq!(office.cites[0].source, source);
}

#[test]
fn what_is_named_but_not_there_is_told_where_it_is_typed() {
    let mut window = open_example();
    window.press(ctrl(Key::L));
    window.focus("From");
    window.type_text("Argus");
    window.press(plain(Key::Enter));
    window.focus("To");
    window.type_text("Nobody");
    window.focus("Relation");
    window.type_text("knows");
    let told = "To: nothing is called “Nobody”, or more than one thing: choose from the list, or make it new";
    assert!(window.shows(told), "{:#?}", window.names());
    assert!(window.get("Make").disabled);
}

#[test]
fn many_are_changed_at_once_in_one_step() {
    let mut window = open_example();
    let ids = [window.id_of("FIOD"), window.id_of("Lemont"), window.id_of("Argus")];
    window.send(Command::Select(Select::Many(ids.to_vec())));
    window.press(plain(Key::F2));
    assert!(window.shows("Change 3 things") && window.shows("Nothing changes yet"));
    window.type_text("watch, first");
    assert!(window.shows("3 things change"), "{:#?}", window.names());
    window.press(plain(Key::Enter));
    for id in &ids {
        assert_eq!(item(&window, id.as_str()).tags().last().map(String::as_str), Some("first"), "{id}");
    }
    window.press(ctrl(Key::Z));
    assert!(item(&window, "fiod").tags().is_empty());
}

#[test]
fn copies_are_made_and_selected() {
    let mut window = open_example();
    window.select("FIOD");
    window.press(ctrl(Key::D));
    assert_eq!(window.lead_name().as_deref(), Some("FIOD (copy)"));
    assert_eq!(item(&window, "fiod-copy").cites(), item(&window, "fiod").cites());
}

#[test]
fn properties_of_the_case_are_changed_and_dates_read_by_its_new_zone() {
    let mut window = open_example();
    let day = |window: &Window| item(window, "action-day-nl").when().unwrap().bounds().earliest_start;
    let before = day(&window);
    window.press(ctrl(Key::E));
    window.focus("Time zone");
    window.press(ctrl(Key::A));
    window.type_text("America/Curacao");
    window.press(plain(Key::Enter));
    assert_eq!(day(&window).0 - before.0, 5 * 3_600_000, "the day begins later there");
    window.press(ctrl(Key::Z));
    assert_eq!(day(&window), before);
    window.press(ctrl(Key::E));
    window.focus("Time zone");
    window.press(ctrl(Key::A));
    window.type_text("Mars");
    assert!(window.shows("There is no time zone “Mars”; write it as “Europe/Amsterdam”"));
}

#[test]
fn a_link_is_drawn_from_node_to_node() {
    let mut window = open_example();
    let (from, to) = (window.node("FIOD"), window.node("Lemont"));
    window.drag_with(Modifiers::ALT, from, to);
    assert!(window.shows("New link from FIOD to Lemont"), "{:#?}", window.names());
    assert!(window.view().pins.is_empty(), "no node moved");
}

#[test]
fn an_end_of_a_date_is_dragged_in_the_timeline() {
    let mut window = open_example();
    let date = |window: &Window| item(window, "live-phase").when().unwrap().text().to_owned();
    let before = date(&window);
    assert!(before.contains('/'), "{before}");
    let mark = window.marks("timeline", "live-phase").remove(0);
    let from = mark.rect.left_center() + egui::vec2(2.0, 0.0);
    window.drag_with(Modifiers::ALT, from, from - egui::vec2(30.0, 0.0));
    let after = date(&window);
    assert_ne!(after, before);
    let (start, end) = after.split_once('/').unwrap();
    let (old_start, old_end) = before.split_once('/').unwrap();
    assert!(start < old_start && end == old_end, "{before} became {after}");
    assert_eq!(start.chars().last(), old_start.chars().last(), "it stays as uncertain as it was: {after}");
    window.press(ctrl(Key::Z));
    assert_eq!(date(&window), before, "one step");
}

#[test]
fn what_is_copied_in_one_window_is_pasted_in_another() {
    let mut window = open_example();
    let ids = [window.id_of("Argus"), window.id_of("Lemont")];
    window.send(Command::Select(Select::Many(ids.to_vec())));
    window.frame([egui::Event::Copy]);
    window.settle();
    let text = window.copied().last().unwrap().clone();
    let mut other = crate::harness::Opening::of(rodedraad::ui::app::Start::Welcome).open();
    other.press_button("New case");
    other.frame([egui::Event::Paste(text)]);
    other.settle();
    let case = other.workspace().case().unwrap();
    assert_eq!((case.entities().len(), case.links().len()), (2, 1));
    assert!(case.entity("argus").unwrap().cites.iter().all(|cite| case.source(cite.source.as_str()).is_some()));
    other.frame([egui::Event::Paste("a shopping list".to_owned())]);
    other.settle();
    assert!(other.shows("There is nothing of a case on the clipboard"));
}

#[test]
fn two_entities_are_merged_after_it_was_told_what_moves_and_split_again() {
    let mut window = open_example();
    let (fiod, police) = (window.id_of("FIOD"), window.id_of("Police (NL)"));
    let before = rodedraad::file::write(window.workspace().case().unwrap());
    window.send(Command::Select(Select::Only(fiod.clone())));
    window.send(Command::Select(Select::Toggle(police.clone())));
    window.press(ctrl(Key::M));
    assert!(window.shows("Merge into Police (NL)"), "{:#?}", window.names());
    assert!(window.shows("These go into it, and their names become other names: FIOD"));
    window.press_button("Merge");
    let case = window.workspace().case().unwrap();
    assert!(case.entity(fiod.as_str()).is_none());
    assert!(case.entity(police.as_str()).unwrap().aliases.contains(&"FIOD".to_owned()));
    window.press(ctrl_shift(Key::M));
    assert!(window.shows("FIOD stands by itself again"));
    assert!(window.workspace().case().unwrap().entity(fiod.as_str()).is_some());
    window.press(ctrl(Key::Z));
    window.press(ctrl(Key::Z));
    assert_eq!(rodedraad::file::write(window.workspace().case().unwrap()), before);
}
