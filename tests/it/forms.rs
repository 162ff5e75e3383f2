//! Making things and changing them: by keyboard, with dates in words, each one step.

use egui::Key;
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
