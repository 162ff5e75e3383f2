//! Layouts that are chosen: by menu, undone, kept in the file, told in the head of the pane.

use egui::Key;
use rodedraad::app::command_table::UiCommand;

use crate::harness::{Window, ctrl, open_example};

fn heights(window: &Window) -> [f32; 2] {
    ["Argus", "Sky ECC"].map(|name| window.node(name).y)
}

#[test]
fn a_layout_is_chosen_and_undone_and_moves_the_nodes() {
    let mut window = open_example();
    let free = heights(&window);
    window.run(UiCommand::ArrangeLayered);
    let layered = heights(&window);
    assert_eq!(window.view().layout.as_deref(), Some("layered"));
    assert!(layered[0] < layered[1], "Argus targets Sky ECC, and so stands above it: {layered:?}");
    window.press(ctrl(Key::Z));
    assert_eq!(window.view().layout, None);
    let again = heights(&window);
    assert!((0..2).all(|at| (again[at] - free[at]).abs() < 1.0), "{free:?}, {again:?}");
}

#[test]
fn rings_lie_around_what_is_selected() {
    let mut window = open_example();
    window.select("Lemont");
    window.run(UiCommand::ArrangeRadial);
    assert_eq!(window.view().layout.as_deref(), Some("radial:lemont"));
    let pane = window.pane("network");
    let at = window.node("Lemont");
    assert!((at.x - pane.center().x).abs() < pane.width() * 0.25, "{at:?} in {pane:?}");
}

#[test]
fn every_layout_draws_every_node_of_the_example() {
    let mut window = open_example();
    for command in [
        UiCommand::ArrangeLayered,
        UiCommand::ArrangeRadial,
        UiCommand::ArrangeTime,
        UiCommand::ArrangeCountry,
        UiCommand::ArrangeKind,
        UiCommand::ArrangeFree,
    ] {
        window.run(command);
        let pane = window.pane("network");
        let case = window.workspace().case().unwrap();
        let names: Vec<String> = (case.entities().iter().map(|entity| entity.name.clone()))
            .chain(case.events().iter().map(|event| event.title.clone()))
            .collect();
        for name in names {
            assert!(pane.contains(window.node(&name)), "{command:?}: {name}");
        }
    }
}
