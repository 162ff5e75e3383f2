//! The command line: the same program without a window.
//!
//! Says what the library found, in words or as JSON. Knows no window.

mod check;
mod format;
mod stats;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::file::save::{Fingerprint, load_file};
use crate::locale::{Language, Words, storage};

/// A desktop timeline and relationship explorer for investigations.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The window.
    #[command(flatten)]
    pub window: Window,
    /// Language of messages: nl or en. The language of the machine where it is left out.
    #[arg(long, global = true, value_parser = language)]
    pub language: Option<Language>,
}

/// What the window is opened with.
#[derive(Clone, Debug, Args)]
pub struct Window {
    /// The case to open; the welcome screen where it is left out.
    pub case: Option<PathBuf>,
    /// Draw with wgpu or with glow instead of with what fits the machine.
    #[arg(long, value_parser = ["wgpu", "glow"])]
    pub renderer: Option<String>,
    /// Record what each frame costs, in milliseconds, in this file.
    #[arg(long, value_name = "OUT.csv")]
    pub trace_frames: Option<PathBuf>,
}

/// The commands that need no window.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Lists every finding with its place, severity, code, message and advice.
    Check(check::Check),
    /// Counts what is in a case, and what lies in a time window.
    Stats(stats::Stats),
    /// Writes the canonical form of a case.
    Format(format::Format),
}

/// All is well.
pub const FINE: u8 = 0;
/// There are findings of severity error.
pub const FINDINGS: u8 = 1;
/// It could not be done.
pub const FAILED: u8 = 2;

/// Does what the command says; the exit code is [`FINE`], [`FINDINGS`] or [`FAILED`].
pub fn run(command: &Command, language: Option<Language>) -> ExitCode {
    let words = Words::new(language.unwrap_or_else(Language::of_system));
    ExitCode::from(match command {
        Command::Check(check) => check.run(&words),
        Command::Stats(stats) => stats.run(&words),
        Command::Format(format) => format.run(&words),
    })
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "nl or en".to_owned())
}

/// The file at `path`; where it cannot be read, says why.
fn load(path: &Path, words: &Words) -> Option<(Vec<u8>, Fingerprint)> {
    match load_file(path) {
        Ok(loaded) => Some(loaded),
        Err(error) => {
            complain(&format!("{}: {}", path.display(), storage::load_error(&error, words)));
            None
        }
    }
}

/// Writes to standard output. A reader that has gone away is no failure: it has seen enough.
fn print(text: &str) {
    use std::io::Write as _;
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Writes a line to standard error.
fn complain(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
