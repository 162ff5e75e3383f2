//! "Nothing happens": how many frames a program at rest asks for. And, to know where it stands, what a frame costs
//! while a hand pans, zooms and points, and how long it takes to ask a large case which of it lies in a moved window.
//!
//! `cargo bench --bench idle`

mod support;

#[path = "support/window.rs"]
mod window;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use egui::{Pos2, Vec2, pos2, vec2};
use rodedraad::analysis::folds::Folds;
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::examples::Example;
use rodedraad::base::cancel::Cancel;
use rodedraad::layout::font::FontMeasure;
use rodedraad::layout::network::arrange;
use rodedraad::locale::{Language, Words};
use rodedraad::model::Case;
use rodedraad::model::answers::Answers;
use rodedraad::model::dates::Dates;
use rodedraad::model::time::Span;
use rodedraad::model::time_index::TimeIndex;
use rodedraad::scene::Emphasis;
use rodedraad::scene::network::request::request;
use rodedraad::scene::network::{Network, fit, network};
use rodedraad::ui::app::Start;
use support::{is_measuring, maker, median, milliseconds, wanted_size};
use window::{Window, middle, moved, zoomed};

const EXAMPLES: [(&str, Example); 2] =
    [("lemont-argus", Example::LemontArgus(Language::English)), ("crypto-phones", Example::CryptoPhones)];

/// Where both views are in a window of [`window::SIZE`]: the left upper corner and the size of a part of each that
/// holds nothing but the picture.
const VIEWS: [(&str, Pos2, Vec2); 2] =
    [("network", pos2(320.0, 110.0), vec2(560.0, 200.0)), ("timeline", pos2(420.0, 480.0), vec2(460.0, 160.0))];

fn main() {
    nothing_happens("welcome", Start::Welcome);
    for (name, example) in EXAMPLES {
        nothing_happens(name, Start::Example(example));
    }
    if is_measuring() {
        for (name, example) in EXAMPLES {
            frame_costs(name, example);
            scene_cost(name, example);
        }
    }
    window_moved();
}

fn nothing_happens(name: &str, start: Start) {
    let mut window = Window::new(start);
    let settling = window.settle();
    println!(
        "nothing happens, {name}: {} frames in 10 s (limit 0), {settling} to settle",
        window.frames_asked_for(10.0)
    );
    window.frame(vec![moved(pos2(600.0, 200.0))]);
    window.settle();
    println!("the same, pointer on the picture: {} frames in 10 s (limit 0)", window.frames_asked_for(10.0));
    if window.app().workspace().case().is_some() {
        // What moves by itself must be counted, or the zeros above mean nothing.
        window.send(Command::Ui(UiCommand::PlayPause));
        println!("for comparison, while it plays: {} frames in 10 s", window.frames_asked_for(10.0));
    }
}

/// What frames cost under the hand. The limit is that of the largest cases; small ones are to be far below.
fn frame_costs(name: &str, example: Example) {
    const FRAMES: usize = 120;
    let mut window = Window::new(Start::Example(example));
    window.settle();
    for (view, corner, size) in VIEWS {
        let centre = corner + size / 2.0;
        let round = |at: usize| {
            let turn = at as f32 / FRAMES as f32 * std::f32::consts::TAU;
            centre + vec2(turn.cos() * size.x, turn.sin() * size.y) * 0.45
        };
        window.frame(vec![moved(centre)]);
        window.settle();
        let idle: Vec<_> = (0..FRAMES).map(|_| window.frame(Vec::new())).collect();
        tell(name, view, "same picture again", &idle);
        window.frame(vec![moved(round(0)), middle(round(0), true)]);
        let pan: Vec<_> = (1..=FRAMES).map(|at| window.frame(vec![moved(round(at))])).collect();
        window.frame(vec![middle(round(0), false)]);
        tell(name, view, "pan", &pan);
        window.frame(vec![moved(centre)]);
        let zoom: Vec<_> =
            (0..FRAMES).map(|at| window.frame(vec![zoomed(if at < FRAMES / 2 { 0.3 } else { -0.3 })])).collect();
        tell(name, view, "zoom", &zoom);
        window.settle();
        let mut met = BTreeSet::new();
        let hover: Vec<_> = (0..4 * FRAMES)
            .map(|at| {
                // Row by row over the view.
                let (column, row) = (at % 48, at / 48);
                let cost = window.frame(vec![moved(corner + size * vec2(column as f32 / 48.0, row as f32 / 10.0))]);
                met.extend(window.app().workspace().hovered().cloned());
                cost
            })
            .collect();
        tell(name, view, &format!("hover over {} things", met.len()), &hover);
    }
}

fn tell(name: &str, view: &str, what: &str, times: &[Duration]) {
    let worst = times.iter().max().copied().unwrap_or_default();
    println!(
        "one frame, {name}, {view}, {what}: {:.2} ms, worst {:.2} ms",
        milliseconds(median(times)),
        milliseconds(worst)
    );
}

fn read(example: Example) -> Case {
    rodedraad::file::read(example.text().as_bytes()).expect("the examples open").case
}

/// What the picture of the network costs by itself, as when it is moved.
fn scene_cost(name: &str, example: Example) {
    let case = read(example);
    let layout = arrange(&request(&case, &|_| false, None, &FontMeasure), &Cancel::default()).expect("nobody cancels");
    let answers = Answers::new(&case, None);
    let words = Words::new(Language::English);
    let (none, nothing) = (BTreeSet::new(), BTreeSet::new());
    for size in [vec2(760.0, 300.0), vec2(1600.0, 900.0)] {
        let camera = fit(&layout, &|_| true, size);
        let emphasis = Emphasis {
            answers: &answers,
            selected: &nothing,
            hovered: None,
            focused: None,
            hidden: &|_| false,
            neighbourhood: None,
        };
        let times: Vec<_> = (0..200)
            .map(|at| {
                let camera = camera.pan(vec2(at as f32, 0.0));
                let since = Instant::now();
                black_box(network(&Network {
                    case: &case,
                    layout: &layout,
                    folds: &Folds::default(),
                    widths: None,
                    part: None,
                    camera,
                    size,
                    emphasis,
                    has_window: false,
                    shown: &none,
                    dragged: &[],
                    measure: &FontMeasure,
                    words: &words,
                }));
                since.elapsed()
            })
            .collect();
        tell(name, &format!("network scene alone at {}×{}", size.x, size.y), "pan", &times);
    }
}

/// What it costs to know which things lie in a window.
fn window_moved() {
    let size = wanted_size();
    let case = Case::new(maker::parts(size));
    let extent = rodedraad::app::derived::extent(&TimeIndex::new(&case, &Dates::default())).expect("there are dates");
    let step = (extent.end().0 - extent.start().0) / 60;
    let times: Vec<_> = (0..if is_measuring() { 40 } else { 1 })
        .map(|at| {
            let start = extent.start().plus(at * step);
            let since = Instant::now();
            black_box(Answers::new(&case, Some(Span::new(start, start.plus(step)))));
            since.elapsed()
        })
        .collect();
    tell(size.name, "answers", "window moved", &times);
}
