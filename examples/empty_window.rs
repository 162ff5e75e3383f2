//! An empty window under the renderer that the program would choose: what opening any window costs on a machine.
//!
//! `empty_window [--renderer wgpu|glow] [--stay] [OUT.csv]` writes the same record as `--trace-frames` and closes after
//! a few frames; it prints when the first frame began, in milliseconds.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use eframe::{App, Frame};
use egui::{Context, Ui, ViewportCommand};
use rodedraad::ui::renderer::{self, Choice};
use rodedraad::ui::trace::Trace;

/// Frames until the window closes: the cost of each is known in the next.
const FRAMES: usize = 3;

struct Empty {
    started: Instant,
    trace: Option<Trace>,
    frames: usize,
    stays: bool,
}

impl App for Empty {
    fn logic(&mut self, ctx: &Context, frame: &mut Frame) {
        if let Some(trace) = &mut self.trace {
            trace.begin(frame.info().cpu_usage);
        }
        if self.frames == 0 {
            println!("{:.1} ms", self.started.elapsed().as_secs_f64() * 1e3);
        }
        self.frames += 1;
        if self.frames <= FRAMES {
            ctx.request_repaint();
        } else if !self.stays {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn ui(&mut self, _ui: &mut Ui, _frame: &mut Frame) {}
}

fn main() -> ExitCode {
    let started = Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let choice = words.iter().position(|word| word == "--renderer").and_then(|at| words.get(at + 1));
    let choice = choice.and_then(|name| Choice::from_name(name));
    let path = words.iter().find(|word| Path::new(word).extension().is_some_and(|end| end == "csv")).map(PathBuf::from);
    let stays = words.iter().any(|word| word == "--stay");
    for renderer in renderer::to_try(choice) {
        let path = path.clone();
        let made = eframe::run_native(
            "empty_window",
            renderer::options(renderer),
            Box::new(move |_| {
                let trace = path.map(|path| Trace::new(&path, started)).transpose()?;
                Ok(Box::new(Empty { started, trace, frames: 0, stays }))
            }),
        );
        match made {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => eprintln!("{error}"),
        }
    }
    ExitCode::from(2)
}
