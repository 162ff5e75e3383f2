//! Looks by attributes: sizes, widths and rules are chosen in a dialog, seen in the pictures and kept in the file.

use egui::Key;
use rodedraad::app::command_table::UiCommand;
use rodedraad::model::kind::Colour;

use crate::harness::{Window, ctrl, open_crypto_phones, plain};

fn open_looks() -> Window {
    let mut window = open_crypto_phones();
    window.run(UiCommand::Looks);
    assert!(window.shows("Looks"));
    window
}

/// Radius of a node, in points of the view.
fn radius(window: &Window, name: &str) -> f32 {
    let id = window.id_of(name);
    window.marks("network", id.as_str()).first().expect("it is in the network").rect.width() / 2.0
}

#[test]
fn nodes_grow_with_the_attribute_that_is_chosen_and_shrink_back_by_undo() {
    let mut window = open_crypto_phones();
    let before = (radius(&window, "Sky ECC"), radius(&window, "Netherlands"));
    window.run(UiCommand::Looks);
    window.press_button("Size of nodes: by number of ties");
    window.press_button("Users");
    window.press(plain(Key::Escape));
    window.press(plain(Key::Escape));
    assert_eq!(window.view().size_by.as_deref(), Some("users"));
    let after = (radius(&window, "Sky ECC"), radius(&window, "Netherlands"));
    assert!(after.1 < before.1, "of the Netherlands no users are claimed: {before:?} {after:?}");
    assert!(after.0 > 1.3 * after.1, "{after:?}");
    window.press(ctrl(Key::Z));
    assert_eq!((radius(&window, "Sky ECC"), radius(&window, "Netherlands")), before);
}

#[test]
fn a_rule_is_added_with_a_kind_and_given_another_colour_and_a_tag_by_typing() {
    let mut window = open_looks();
    window.press_button("Add a rule");
    let [rule] = window.view().rules.try_into().expect("one rule");
    assert!(rule.kind.is_some() && rule.colour.is_some(), "a new rule says something at once: {rule:?}");
    window.press_button("Rule 1: colour of Event");
    let other = window.view().rules[0].colour;
    assert_ne!(other, rule.colour);
    window.focus("Tag");
    window.type_text("seized");
    assert_eq!(window.view().rules[0].tag, None, "a word is one step, not one a letter");
    window.tab();
    window.settle();
    assert_eq!(window.view().rules[0].tag.as_deref(), Some("seized"));
    window.press_button("Remove rule 1");
    assert!(window.view().rules.is_empty());
    window.press(plain(Key::Escape));
    window.press(ctrl(Key::Z));
    assert_eq!(window.view().rules.len(), 1);
}

#[test]
fn the_first_of_two_rules_counts_and_can_be_changed_by_raising_the_second() {
    let mut window = open_looks();
    window.press_button("Add a rule");
    window.press_button("Add a rule");
    window.press_button("Rule 2: colour of Event");
    let colours = |window: &Window| window.view().rules.iter().map(|rule| rule.colour).collect::<Vec<Option<Colour>>>();
    let before = colours(&window);
    window.press_button("Rule 2 before the one above");
    let after = colours(&window);
    assert_eq!((before[0], before[1]), (after[1], after[0]));
}

#[test]
fn links_of_a_strength_are_hidden_by_the_legend_counted_with_their_reason_and_shown_again() {
    let mut window = open_crypto_phones();
    let tentative = {
        let links = window.workspace().case().unwrap().links();
        links.iter().filter(|link| link.strength == rodedraad::model::link::Strength::Tentative).count()
    };
    window.press_button(&format!("Tentative: {tentative}. A click hides links of this strength"));
    assert_eq!(window.status("hidden"), tentative);
    let counter = window.get_starting("hidden ").name;
    assert!(counter.contains("by strength"), "{counter}");
    window.run(UiCommand::ShowAll);
    assert_eq!(window.status("hidden"), 0);
}
