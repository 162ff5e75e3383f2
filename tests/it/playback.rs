//! The bar below the timeline, and the keys that move the window.

use std::time::Duration;

use egui::{Key, Modifiers};
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::playback::{Mode, StepLength};
use rodedraad::locale::Language;
use rodedraad::model::time::WindowRule;
use rodedraad::ui::app::Start;

use crate::harness::{LEMONT, Opening, Window, ctrl_shift, open_example, plain, span};

fn shift(key: Key) -> (Modifiers, Key) {
    (Modifiers::SHIFT, key)
}

fn alt_shift(key: Key) -> (Modifiers, Key) {
    (Modifiers::ALT | Modifiers::SHIFT, key)
}

#[test]
fn every_choice_of_playing_has_a_key() {
    let mut window = open_example();
    for key in [plain(Key::L), plain(Key::M), shift(Key::Space), shift(Key::ArrowRight)] {
        window.press(key);
    }
    let playback = window.workspace().playback();
    assert!(playback.looping && playback.backwards && !playback.playing);
    assert_eq!(playback.mode, Mode::Grow);
    assert!(playback.speed > 3.0);
    for key in [plain(Key::L), shift(Key::M), shift(Key::Space), shift(Key::ArrowLeft), shift(Key::ArrowLeft)] {
        window.press(key);
    }
    let playback = window.workspace().playback();
    assert!(!playback.looping && !playback.backwards);
    assert_eq!(playback.mode, Mode::Slide);
    assert!(playback.speed < 3.0);
}

#[test]
fn each_end_of_the_window_has_its_keys() {
    let mut window = open_example();
    window.narrow("2021-02");
    for (key, expected) in [
        (ctrl_shift(Key::ArrowRight), "2021-02/2021-03"),
        (alt_shift(Key::ArrowLeft), "2021-01/2021-03"),
        (ctrl_shift(Key::ArrowLeft), "2021-01/2021-02"),
        (alt_shift(Key::ArrowRight), "2021-02"),
    ] {
        window.press(key);
        assert_eq!(window.workspace().window(), Some(span(expected)));
    }
    window.press(alt_shift(Key::ArrowRight));
    assert_eq!(window.workspace().window(), Some(span("2021-02")));
    assert!(window.shows("The window is no longer than one step"));
}

#[test]
fn keys_that_select_text_do_not_move_the_window() {
    let mut window = open_example();
    window.narrow("2021-02");
    window.click("Filter");
    window.type_text("sky");
    for key in [ctrl_shift(Key::ArrowLeft), alt_shift(Key::ArrowLeft), shift(Key::ArrowLeft), plain(Key::Space)] {
        window.press(key);
    }
    assert_eq!(window.workspace().window(), Some(span("2021-02")));
    let playback = window.workspace().playback();
    assert!(!playback.playing && (playback.speed - 3.0).abs() < 0.01);
}

#[test]
fn space_on_a_button_of_the_bar_presses_that_button() {
    let mut window = open_example();
    window.focus("Loop");
    window.press(plain(Key::Space));
    assert!(window.workspace().playback().looping);
    assert!(!window.workspace().playback().playing);
    assert_eq!(window.get("Loop").on, Some(true), "a screen reader hears that it is on");
    window.focus("Play or pause");
    window.strike(plain(Key::Space));
    assert!(window.workspace().playback().playing, "once, not twice");
}

#[test]
fn backwards_the_window_plays_into_the_past() {
    let mut window = open_example();
    window.narrow("2021-03");
    window.run(UiCommand::Backwards);
    window.strike(plain(Key::Space));
    window.wait_seconds(2.0);
    let moved = window.workspace().window().unwrap();
    assert!(moved.end() < span("2021-03").start(), "{moved:?}");
}

#[test]
fn a_loop_plays_on_and_the_window_stays_on_the_case() {
    let mut window = open_example();
    window.narrow("2021-01");
    window.press(plain(Key::L));
    window.strike(plain(Key::Space));
    let extent = window.workspace().derived().extent.unwrap();
    let mut was_at_the_beginning = false;
    for _ in 0..60 {
        window.wait_seconds(1.0);
        let now = window.workspace().window().unwrap();
        assert!(now.touches(extent));
        was_at_the_beginning |= now.contains(extent.start());
    }
    assert!(was_at_the_beginning && window.workspace().playback().playing);
}

#[test]
fn while_playing_one_frame_a_step_is_asked_for() {
    let mut window = open_example();
    window.narrow("2021-01");
    window.press(plain(Key::L));
    window.strike(plain(Key::Space));
    window.wait_seconds(1.0);
    for _ in 0..12 {
        window.frame([]);
        let delay = window.repaint_delay();
        let causes = window.harness().ctx.repaint_causes();
        assert!(delay > Duration::ZERO && delay <= Duration::from_secs_f32(0.334), "{delay:?}: {causes:?}");
    }
}

#[test]
fn step_speed_and_mode_are_chosen_in_the_bar() {
    let mut window = wide();
    window.click("Step 1 month");
    window.click("1 quarter");
    assert_eq!(window.workspace().playback().step, Some(StepLength::Quarter));
    window.click("3 steps / s");
    window.click("12 steps / s");
    assert!(window.workspace().playback().speed > 11.0);
    window.click("slides");
    window.click("Grow the window M");
    assert_eq!(window.workspace().playback().mode, Mode::Grow);
    window.click("grows");
    window.click("Backwards Shift+Space");
    assert!(window.workspace().playback().backwards && window.shows("shrinks"));
}

#[test]
fn the_rule_of_the_window_is_chosen_in_the_bar_and_said_in_the_status_line() {
    let mut window = wide();
    window.narrow("2021-02");
    assert!(!window.names().iter().any(|name| name.contains("only what lies inside")));
    window.click("touching");
    window.click("What lies inside the window I");
    assert_eq!(window.workspace().window_rule(), WindowRule::Inside);
    assert!(window.shows("inside"));
    let said = window.get_starting("only what lies inside the window").name;
    window.click(&said);
    assert_eq!(window.workspace().window_rule(), WindowRule::Touches, "the way back is there too");
    window.press(plain(Key::I));
    assert_eq!(window.workspace().window_rule(), WindowRule::Inside);
    window.run(UiCommand::WindowOff);
    assert!(!window.names().iter().any(|name| name.contains("only what lies inside")), "no window asks anything");
}

#[test]
fn where_the_bar_is_narrow_the_choices_stand_behind_one_button() {
    let mut window = Opening::of(Start::Example(LEMONT)).size(1000.0, 720.0).open();
    window.click("Step, speed and more");
    window.click("Grow the window M");
    assert_eq!(window.workspace().playback().mode, Mode::Grow);
    window.click("Step, speed and more");
    window.click("What lies inside the window I");
    assert_eq!(window.workspace().window_rule(), WindowRule::Inside);
}

/// What stands in the bar lies in it, and no two parts of it on each other.
#[track_caller]
fn assert_bar_fits(window: &mut Window, size: (f32, f32)) {
    let pane = window.pane("timeline");
    let play = window.get(&window.word("command-play-pause")).rect;
    let whole = window.get(&window.word("command-window-off")).rect;
    let middle = play.center().y;
    let right = whole.right().max(pane.right());
    let mut bar: Vec<_> = (window.everything().into_iter())
        .filter(|found| found.rect.y_range().contains(middle) && found.rect.height() < 34.0)
        .filter(|found| found.rect.left() >= pane.left() - 1.0 && found.rect.left() <= right)
        .filter(|found| !found.name.is_empty())
        .collect();
    bar.sort_by(|one, other| one.rect.left().total_cmp(&other.rect.left()));
    let names: Vec<_> = bar.iter().map(|found| (&found.name, found.rect)).collect();
    assert!(bar.len() >= 5, "{size:?}: {names:?}");
    for pair in bar.windows(2) {
        assert!(pair[0].rect.right() <= pair[1].rect.left() + 0.5, "{size:?}: {pair:#?}, {names:?}");
    }
    let last = bar.last().expect("there is a bar");
    assert!(last.rect.right() <= pane.right() + 0.5, "{size:?}: {last:#?} in {pane:?}");
}

#[test]
fn nothing_in_the_bar_is_cut_off_at_any_width_in_either_language() {
    for language in Language::ALL {
        let mut window = Opening::of(Start::Example(LEMONT)).language(language).open();
        window.narrow("2020-09-28/2021-11-29");
        for size in
            [(1920.0, 1080.0), (1600.0, 900.0), (1440.0, 900.0), (1280.0, 720.0), (1000.0, 720.0), (820.0, 600.0)]
        {
            window.resize(size.0, size.1);
            assert_bar_fits(&mut window, size);
        }
    }
}

/// Wide enough for all of the bar.
fn wide() -> Window {
    Opening::of(Start::Example(LEMONT)).size(1920.0, 1080.0).open()
}
