//! The `rodedraad` program.

use std::process::ExitCode;

use clap::Parser as _;
use rodedraad::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command, arguments.language),
        None => ExitCode::SUCCESS,
    }
}
