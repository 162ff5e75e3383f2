//! Looking at a neighbourhood: what is near stands out, the rest is faded and counted, nothing is lost.

use egui::Key;
use rodedraad::app::command_table::UiCommand;

use crate::harness::{Window, open_example, plain};

/// The sentence of the status line on the neighbourhood.
fn told(window: &Window) -> Option<String> {
    window.names().into_iter().find(|name| name.starts_with("within "))
}

#[test]
fn digits_look_at_so_many_steps_and_escape_looks_at_all_again_before_it_clears_the_selection() {
    let mut window = open_example();
    let all = {
        let case = window.workspace().case().unwrap();
        case.entities().len() + case.events().len()
    };
    window.select("Argus");
    assert_eq!(told(&window), None);
    let mut before = 1;
    for (key, steps) in [(Key::Num1, "one step"), (Key::Num2, "2 steps"), (Key::Num3, "3 steps")] {
        window.press(plain(key));
        let near = window.workspace().focus().unwrap().reach().len();
        assert!(near >= before, "{steps}: {near} after {before}");
        before = near;
        let told = told(&window).unwrap();
        let sentence = format!("within {steps} of Argus: {near} · faded {}", all - near);
        assert!(told.starts_with(&sentence), "{told:?} starts with {sentence:?}");
    }
    window.press(plain(Key::Escape));
    assert_eq!(told(&window), None);
    assert_eq!(window.selected(), ["Argus"]);
}

#[test]
fn the_neighbourhood_is_what_one_step_leads_to_and_can_be_selected() {
    let mut window = open_example();
    window.select("Argus");
    window.press(plain(Key::Num1));
    window.run(UiCommand::SelectNear);
    let near = window.selected();
    window.run(UiCommand::SelectNone);
    window.select("Argus");
    window.run(UiCommand::SelectNeighbours);
    assert_eq!(near, window.selected());
}

#[test]
fn a_neighbourhood_outlives_folding_and_hiding_and_ends_with_its_middle() {
    let mut window = open_example();
    window.select("Argus");
    window.press(plain(Key::Num1));
    let before = window.workspace().focus().unwrap().reach().len();
    window.select("Lemont");
    window.run(UiCommand::Hide);
    assert_eq!(window.workspace().focus().unwrap().reach().len(), before - 1, "what is hidden is not near");
    window.run(UiCommand::ShowAll);
    assert_eq!(window.workspace().focus().unwrap().reach().len(), before);
    let told = told(&window).unwrap();
    window.press_button(&told);
    assert_eq!(window.workspace().focus(), None);
}
