//! The `rodedraad` program.

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser as _;
use rodedraad::cli::{self, Arguments};
use rodedraad::ui::renderer::Choice;
use rodedraad::ui::run::{Options, run};

fn main() -> ExitCode {
    let started = Instant::now();
    let arguments = Arguments::parse();
    if let Some(command) = &arguments.command {
        return cli::run(command, arguments.language);
    }
    let window = arguments.window;
    let options = Options {
        case: window.case,
        renderer: window.renderer.as_deref().and_then(Choice::from_name),
        trace: window.trace_frames,
        lose_device: window.lose_device,
        language: arguments.language,
    };
    run(&options, started)
}
