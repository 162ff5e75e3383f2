//! The timeline at any scale: what its columns and lanes cost to make, one frame of pan, zoom and hover, and a moved
//! window with counters and lists that follow. Frames are run and turned into triangles; no device is needed.
//!
//! `cargo bench --bench timeline [-- S|M|L]`

mod support;

#[path = "support/stage.rs"]
mod stage;

use std::time::Duration;

use egui::{Event, Modifiers, PointerButton, Pos2, Vec2};
use rodedraad::app::command::Command;
use rodedraad::app::effect::ViewRequest;
use rodedraad::file;
use rodedraad::model::Case;
use rodedraad::model::answers::Answers;
use rodedraad::model::dates::Dates;
use rodedraad::model::time::{Span, Stamp};
use rodedraad::model::time_index::TimeIndex;
use stage::{Panes, Stage, button, tell, timed, wheel};
use support::{is_measuring, maker, median, milliseconds, wanted_size};

/// Frames of each kind.
const FRAMES: usize = 60;

fn main() {
    let size = wanted_size();
    let case = Case::new(maker::parts(size));
    println!("{}: {} entities, {} links, {} events", size.name, size.entities, size.links, size.events);
    let (index, took) = timed(|| TimeIndex::new(&case, &Dates::default()));
    println!("columns of all dates: {:.0} ms", milliseconds(took));
    let window = Span::new(Stamp(1_600_000_000_000), Stamp(1_610_000_000_000));
    let times: Vec<Duration> = (0..9).map(|_| timed(|| Answers::of_index(&index, Some(window))).1).collect();
    let tally = Answers::of_index(&index, Some(window)).tally();
    let reached = tally.certain + tally.possible;
    println!("answers to one window, {reached} of {} in: {:.1} ms", tally.total(), milliseconds(median(&times)));
    drop(index);
    let text = file::write(&case);
    let mut bench = Bench(Stage::new(case));
    bench.0.work_off(Panes::Timeline);
    for share in [1.0, 0.1, 0.001] {
        bench.frames(share);
    }
    bench.moved_window();
    drop(bench);
    rendered(&text);
}

/// Draws the timeline of the case with the program itself, reading included.
fn rendered(text: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (case, picture) = (folder.path().join("case.ron"), folder.path().join("timeline.svg"));
    std::fs::write(&case, text).expect("room for the case");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_rodedraad"));
    program.arg("render").arg(&case).args(["--view", "timeline", "-o"]).arg(&picture);
    let (status, took) = timed(|| program.status().expect("the program runs"));
    assert!(status.success(), "{status}");
    println!("render --view timeline, {:.0} MB read: {:.1} s", text.len() as f64 / 1e6, took.as_secs_f64());
}

struct Bench(Stage);

impl Bench {
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.0.frame(events, Panes::Timeline)
    }

    /// Pans, zooms and hovers where this share of the case is shown.
    fn frames(&mut self, share: f64) {
        let count = if is_measuring() { FRAMES } else { 3 };
        self.0.timeline.request(&ViewRequest::FitAll);
        let middle = Pos2::new(760.0, 330.0);
        self.frame(vec![Event::PointerMoved(middle)]);
        self.0.rest(30, Panes::Timeline);
        // Zooms in by steps of the wheel until so much is left.
        let steps = (1.0_f64 / share).ln().round() as usize;
        for _ in 0..steps * 2 {
            self.frame(vec![wheel(50.0, Modifiers::COMMAND)]);
        }
        self.0.rest(20, Panes::Timeline);
        let hover: Vec<_> = (0..count)
            .map(|at| {
                let to = middle + Vec2::new(at as f32 * 7.0 % 400.0, at as f32 % 300.0);
                self.frame(vec![Event::PointerMoved(to)])
            })
            .collect();
        let zoom: Vec<_> = (0..count)
            .map(|at| self.frame(vec![wheel(if at % 2 == 0 { 20.0 } else { -20.0 }, Modifiers::COMMAND)]))
            .collect();
        let scroll: Vec<_> = (0..count).map(|_| self.frame(vec![wheel(-40.0, Modifiers::NONE)])).collect();
        self.frame(vec![Event::PointerMoved(middle), button(PointerButton::Middle, middle, true)]);
        let pan: Vec<_> = (0..count)
            .map(|at| self.frame(vec![Event::PointerMoved(middle + Vec2::new(at as f32 * 3.0, 0.0))]))
            .collect();
        self.frame(vec![button(PointerButton::Middle, middle, false)]);
        let shown = self.0.timeline.scene().map_or(0, |scene| scene.items.len());
        print!("one frame with {share} of the case in view ({shown} items):");
        for (what, times) in [("pan", pan), ("zoom", zoom), ("scroll", scroll), ("hover", hover)] {
            tell(what, &times);
        }
        println!();
    }

    /// Moves the window by a week a frame; lists and counters follow.
    fn moved_window(&mut self) {
        const WEEK: i64 = 7 * 86_400_000;
        let count = if is_measuring() { FRAMES } else { 3 };
        let Self(stage) = self;
        stage.timeline.request(&ViewRequest::FitAll);
        for panes in [Panes::Timeline, Panes::Network, Panes::All] {
            stage.work_off(panes);
            stage.rest(30, panes);
            let mut start = 1_500_000_000_000;
            let times: Vec<_> = (0..count)
                .map(|_| {
                    start += WEEK;
                    let window = Span::new(Stamp(start), Stamp(start + 10 * WEEK));
                    stage.commands.send(Command::Window(Some(window)));
                    stage.frame(Vec::new(), panes)
                })
                .collect();
            print!("moved window, {panes:?}:");
            tell("", &times);
            println!();
        }
    }
}
