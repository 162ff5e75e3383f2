//! Folding groups: many become one with a number, and come back where they were.

use egui::Key;
use rodedraad::app::command_table::UiCommand;

use crate::harness::{Window, ctrl, open_crypto_phones, open_example, plain};

/// What the head of the network says.
fn head(window: &Window) -> String {
    window.names().into_iter().find(|name| name.contains(" nodes, ") || name.contains("folded")).unwrap_or_default()
}

fn select_two(window: &mut Window) {
    window.select("Lemont");
    let lemont = window.id_of("Lemont");
    let argus = window.id_of("Argus");
    window.send(rodedraad::app::command::Command::Select(rodedraad::app::command::Select::Many(vec![lemont, argus])));
}

#[test]
fn what_is_selected_folds_by_its_key_and_unfolds_where_it_was() {
    let mut window = open_example();
    select_two(&mut window);
    let before = (window.node("Lemont"), window.node("Argus"));
    window.press(plain(Key::F));
    assert_eq!(window.view().groups.len(), 1);
    let group = window.get_starting("Group Lemont +1, 2 things: ");
    assert!(group.name.contains("Argus") && group.name.contains("Lemont"), "{}", group.name);
    assert!(head(&window).contains("1 group folded"), "{:?}", window.names());
    assert!(window.marks("network", window.id_of("Argus").as_str()).is_empty());
    window.click_at(group.rect.center());
    assert_eq!(window.selected(), ["Argus", "Lemont"], "a click selects all members");
    window.press((egui::Modifiers::SHIFT, Key::F));
    assert_eq!(window.view().groups.len(), 0);
    let moved = [window.node("Lemont").distance(before.0), window.node("Argus").distance(before.1)];
    assert!(moved.iter().all(|moved| *moved < 1.0), "{moved:?}");
    window.press(ctrl(Key::Z));
    assert_eq!(window.view().groups.len(), 1, "unfolding is a step like any other");
}

#[test]
fn a_group_gets_another_name_where_it_is_selected() {
    let mut window = open_example();
    select_two(&mut window);
    window.press(plain(Key::F));
    window.focus("Name of the group");
    window.press(ctrl(Key::A));
    window.type_text("Both investigations");
    window.press(plain(Key::Enter));
    assert_eq!(window.view().groups[0].name, "Both investigations");
    window.get_starting("Group Both investigations, 2 things: ");
    window.press(ctrl(Key::Z));
    assert_eq!(window.view().groups[0].name, "Lemont +1");
}

#[test]
fn a_second_click_unfolds_a_group_and_a_drag_pins_it() {
    let mut window = open_example();
    select_two(&mut window);
    window.press(plain(Key::F));
    let at = window.get_starting("Group Lemont +1").rect.center();
    window.drag(at, at + egui::vec2(30.0, 10.0));
    assert!(window.view().groups[0].at.is_some());
    assert!(window.view().pins.is_empty(), "its members are not pinned");
    let at = window.get_starting("Group Lemont +1").rect.center();
    window.double_click_at(at);
    assert_eq!(window.view().groups.len(), 0);
}

#[test]
fn kinds_and_countries_and_communities_fold_at_once_and_nobody_is_lost() {
    let mut window = open_crypto_phones();
    let all = {
        let case = window.workspace().case().unwrap();
        case.entities().len() + case.events().len()
    };
    for command in [UiCommand::FoldKinds, UiCommand::FoldCountries, UiCommand::FoldCommunities] {
        window.run(command);
        let folds = window.workspace().derived().folds.clone();
        assert!(folds.groups().len() > 3, "{command:?}");
        let inside: usize = folds.groups().iter().map(|group| group.members.len()).sum();
        let case = window.workspace().case().unwrap();
        let outside = (case.entities().iter().map(|entity| &entity.id))
            .chain(case.events().iter().map(|event| &event.id))
            .filter(|id| folds.of(id).is_none())
            .count();
        assert_eq!(inside + outside, all, "{command:?}: each is in one group or in none");
        let (count, told) = (folds.groups().len(), head(&window));
        assert!(told.contains(&format!("{count} groups folded")), "{command:?}: {told}");
    }
    window.run(UiCommand::UnfoldAll);
    assert!(window.workspace().derived().folds.is_empty());
}

#[test]
fn finding_a_folded_thing_leads_to_its_group() {
    let mut window = open_example();
    select_two(&mut window);
    window.press(plain(Key::F));
    window.send(rodedraad::app::command::Command::Select(rodedraad::app::command::Select::Nothing));
    window.select("Argus");
    let group = window.get_starting("Group Lemont +1");
    assert_eq!(window.lead_name().as_deref(), Some("Argus"));
    assert!(window.pane("network").contains(group.rect.center()));
}
