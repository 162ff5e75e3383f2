//! The command line: the same program without a window.
//!
//! Says what the library found, in words or as JSON. Knows no window.

mod check;
mod format;
mod layout;
pub mod render;
mod stats;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::file::save::{Fingerprint, load_file};
use crate::locale::entry::{self, Entered};
use crate::locale::{Language, Words, storage};
use crate::model::Case;

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
    /// For trying what happens: destroys the graphics device after so many seconds.
    #[arg(long, value_name = "SECONDS", hide = true)]
    pub lose_device: Option<f64>,
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
    /// Draws a case as SVG or PNG.
    Render(render::Render),
    /// Arranges a network and writes where each node is.
    Layout(layout::Layout),
}

/// All is well.
pub const FINE: u8 = 0;
/// There are findings of severity error.
pub const FINDINGS: u8 = 1;
/// It could not be done.
pub const FAILED: u8 = 2;

/// What a command has to say, and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output.
    pub said: String,
    /// For standard error.
    pub complaints: String,
    /// [`FINE`], [`FINDINGS`] or [`FAILED`].
    pub code: u8,
}

impl Outcome {
    /// It could not be done, for this reason.
    fn failed(why: String) -> Self {
        Self::ended(FAILED, why)
    }

    /// Ended like this, with a complaint.
    fn ended(code: u8, complaint: String) -> Self {
        Self { said: String::new(), complaints: complaint + "\n", code }
    }

    /// Adds a line to standard error.
    fn complain(&mut self, line: &str) {
        self.complaints.push_str(line);
        self.complaints.push('\n');
    }
}

/// Does what the command says, and says what came of it.
pub fn run(command: &Command, language: Option<Language>) -> ExitCode {
    let words = Words::new(language.unwrap_or_else(Language::of_system));
    let outcome = match command {
        Command::Check(check) => check.run(&words),
        Command::Stats(stats) => stats.run(&words),
        Command::Format(format) => format.run(&words),
        Command::Render(render) => render.run(&words),
        Command::Layout(layout) => layout.run(&words),
    };
    // A reader that has gone away is no failure: it has seen enough.
    let _ = std::io::stdout().lock().write_all(outcome.said.as_bytes());
    let _ = std::io::stderr().lock().write_all(outcome.complaints.as_bytes());
    ExitCode::from(outcome.code)
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "nl or en".to_owned())
}

/// The file at `path`, or why it cannot be read.
fn load(path: &Path, words: &Words) -> Result<(Vec<u8>, Fingerprint), Outcome> {
    load_file(path)
        .map_err(|error| Outcome::failed(format!("{}: {}", path.display(), storage::load_error(&error, words))))
}

/// The time window that `--window` asks for, or why it is none.
fn asked_window(asked: &str, case: &Case, words: &Words) -> Result<Entered, Outcome> {
    entry::read(asked, case.calendar(), None)
        .map_err(|error| Outcome::failed(format!("--window {asked}: {}", words.entry_refused(asked, &error))))
}

#[cfg(test)]
mod tests;
