//! The network under the hand: wheel, rectangle, double click, and its links for those who do not see them.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, vec2};
use rodedraad::app::examples::Example;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{Opening, Window, ctrl_shift, open_example, plain};

/// Where two neighbours are: tells where the camera stands.
fn places(window: &Window) -> [Pos2; 2] {
    ["Argus", "Data warehouse"].map(|name| window.node(name))
}

#[track_caller]
fn wheel(window: &mut Window, at: Pos2, lines: f32) {
    window.point_at(at);
    let unit = MouseWheelUnit::Line;
    window.frame([Event::MouseWheel {
        unit,
        delta: vec2(0.0, lines),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }]);
    window.settle();
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_a_double_click_on_the_ground_fits_all_again() {
    let mut window = open_example();
    let before = places(&window);
    wheel(&mut window, before[0], 0.5);
    let near = places(&window);
    assert!(near[0].distance(before[0]) < 1.0, "what is under the pointer stays there: {before:?}, {near:?}");
    assert!(near[0].distance(near[1]) > 1.02 * before[0].distance(before[1]), "{before:?}, {near:?}");

    let pane = window.pane("network");
    let free = |at: &Pos2| {
        let all = window.everything().into_iter().filter(|found| found.role == Role::Button);
        all.into_iter().all(|found| !found.rect.expand(30.0).contains(*at))
    };
    let ground = (0..400)
        .map(|step| pane.lerp_inside(vec2((step % 20) as f32 / 20.0, 0.15 + 0.8 * (step / 20) as f32 / 20.0)))
        .find(free)
        .expect("there is empty ground");
    window.double_click_at(ground);
    let fitted = places(&window);
    assert!((0..2).all(|at| fitted[at].distance(before[at]) < 1.0), "{before:?}, {fitted:?}");
}

#[test]
fn a_rectangle_selects_what_lies_in_it() {
    let mut window = open_example();
    window.press(ctrl_shift(Key::A));
    let centre = window.node("Lemont");
    let corners = [centre - vec2(60.0, 40.0), centre + vec2(60.0, 40.0)];
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::SHIFT,
    };
    window.frame([Event::ModifiersChanged(Modifiers::SHIFT), Event::PointerMoved(corners[0])]);
    window.frame([button(corners[0], true)]);
    for step in 1..=6 {
        window.frame([Event::PointerMoved(corners[0].lerp(corners[1], step as f32 / 6.0))]);
    }
    window.frame([button(corners[1], false)]);
    window.frame([Event::ModifiersChanged(Modifiers::NONE), Event::PointerGone]);
    window.settle();
    let inside = egui::Rect::from_two_pos(corners[0], corners[1]);
    let selected = window.selected();
    assert!(selected.contains(&"Lemont".to_owned()), "{selected:?}");
    let case = window.workspace().case().unwrap();
    let names = case.entities().iter().map(|entity| entity.name.clone());
    for name in names.chain(case.events().iter().map(|event| event.title.clone())).collect::<Vec<_>>() {
        assert_eq!(selected.contains(&name), inside.contains(window.node(&name)), "{name}");
    }
}

#[test]
fn every_link_of_the_network_has_a_name_and_can_be_pressed() {
    for language in [Language::English, Language::Dutch] {
        let mut window = open_example();
        window.send(rodedraad::app::command::Command::Language(language));
        let case = window.workspace().case().unwrap();
        let kind = window.word("kind-link");
        let phrases: Vec<_> = (case.links().iter())
            .map(|link| (link.id.clone(), format!("{kind} {}", rodedraad::ui::naming::link_phrase(case, link))))
            .collect();
        let pane = window.pane("network");
        for (id, phrase) in &phrases {
            let found: Vec<_> = (window.everything().into_iter())
                .filter(|found| found.name.starts_with(phrase.as_str()) && pane.contains_rect(found.rect))
                .collect();
            assert_eq!(found.len(), 1, "{phrase}: {found:?}");
            assert_eq!(found[0].role, Role::Button);
            window.press_mark(&found[0]);
            assert_eq!(window.workspace().selection().lead(), Some(id));
        }
    }
}

#[test]
fn folded_events_are_named_as_the_ties_that_they_become() {
    let mut window = open_example();
    window.press(plain(Key::E));
    let pane = window.pane("network");
    let named = |title: &str| {
        let all = window.everything().into_iter();
        all.filter(|found| pane.contains_rect(found.rect) && found.name.contains(title)).count()
    };
    assert!(named("EncroChat read live") > 0 && named("Users move to Sky ECC") > 0);
}

#[test]
fn arrows_walk_along_links_and_come_back() {
    let mut window = open_example();
    let argus = window.node("Argus");
    window.click_at(argus);
    let mut steps = 0;
    for (there, back) in [(Key::ArrowRight, Key::ArrowLeft), (Key::ArrowDown, Key::ArrowUp)] {
        for key in [there, back] {
            let from = window.workspace().selection().lead().unwrap().clone();
            window.strike(plain(key));
            window.settle();
            let to = window.workspace().selection().lead().unwrap().clone();
            if to == from {
                continue;
            }
            let case = window.workspace().case().unwrap();
            let is_tied = case.graph().neighbours(from.as_str()).iter().any(|tied| *tied.id == to);
            assert!(is_tied, "{key:?} leads from {from} to {to}, which are not tied");
            steps += 1;
        }
    }
    assert!(steps >= 3, "Argus is tied to things on all sides: {steps}");
}

/// What was pointed at was drawn otherwise, so that something else lay under the pointer, and the two took turns for ever.
#[test]
fn a_pointer_that_rests_comes_to_rest_wherever_it_is() {
    let found = [(Language::Dutch, egui::pos2(705.2, 254.0)), (Language::English, egui::pos2(659.8, 254.0))];
    for (language, known) in found {
        let mut window = Opening::of(Start::Example(Example::LemontArgus(language))).open();
        let area = window.pane("network");
        let others = (1..8).flat_map(|x| (1..6).map(move |y| vec2(x as f32 / 8.0, y as f32 / 6.0)));
        for at in others.map(|share| area.lerp_inside(share)).chain([known]) {
            window.frame([Event::PointerMoved(at)]);
            let is_at_rest = (0..20).any(|_| {
                let made = window.app().made();
                window.frame([]);
                window.app().is_idle() && window.app().made() == made
            });
            assert!(is_at_rest, "{language:?}, {at:?}");
        }
    }
}
