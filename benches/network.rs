//! The network at any scale: what its columns and its drawing cost, and one frame of pan, zoom and hover at several
//! magnifications. Frames are run and turned into triangles; no device is needed.
//!
//! `cargo bench --bench network [-- S|M|L]`

mod support;

#[path = "support/stage.rs"]
mod stage;

use std::time::Duration;

use egui::{Event, Modifiers, PointerButton, Pos2, Vec2};
use rodedraad::app::effect::ViewRequest;
use rodedraad::model::Case;
use stage::{Panes, Stage, button, tell, wheel};
use support::{is_measuring, maker, wanted_size};

/// Frames of each kind.
const FRAMES: usize = 60;

fn main() {
    let size = wanted_size();
    println!("{}: {} entities, {} links, {} events", size.name, size.entities, size.links, size.events);
    let mut stage = Stage::new(Case::new(maker::parts(size)));
    stage.work_off(Panes::Network);
    for magnified in [1.0, 4.0, 30.0] {
        frames(&mut stage, magnified);
    }
}

/// Pans, zooms and hovers at so many times the magnification that shows everything.
fn frames(stage: &mut Stage, magnified: f64) {
    let count = if is_measuring() { FRAMES } else { 3 };
    let frame = |stage: &mut Stage, events: Vec<Event>| stage.frame(events, Panes::Network);
    let middle = Pos2::new(640.0, 380.0);
    stage.network.request(&ViewRequest::FitAll);
    frame(stage, vec![Event::PointerMoved(middle)]);
    stage.rest(30, Panes::Network);
    let steps = (magnified.ln() / 0.2).round() as usize;
    for _ in 0..steps {
        frame(stage, vec![wheel(48.0, Modifiers::NONE)]);
    }
    stage.work_off(Panes::Network);
    let hover: Vec<Duration> = (0..count)
        .map(|at| {
            let to = middle + Vec2::new((at * 37 % 500) as f32 - 250.0, (at * 23 % 300) as f32 - 150.0);
            frame(stage, vec![Event::PointerMoved(to)])
        })
        .collect();
    let zoom: Vec<Duration> = (0..count)
        .map(|at| frame(stage, vec![wheel(if at % 2 == 0 { 20.0 } else { -20.0 }, Modifiers::NONE)]))
        .collect();
    frame(stage, vec![Event::PointerMoved(middle), button(PointerButton::Middle, middle, true)]);
    let pan: Vec<Duration> = (0..count)
        .map(|at| frame(stage, vec![Event::PointerMoved(middle + Vec2::new((at % 20) as f32 * 3.0, at as f32))]))
        .collect();
    frame(stage, vec![button(PointerButton::Middle, middle, false)]);
    let shown = stage.network.scene().map_or(0, |scene| scene.items.len());
    print!("one frame at {magnified} times the whole ({shown} items):");
    for (what, times) in [("pan", pan), ("zoom", zoom), ("hover", hover)] {
        tell(what, &times);
    }
    println!();
}
