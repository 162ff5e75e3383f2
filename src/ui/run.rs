//! Opening the window: renderers are tried one after the other; where none works, the command line is named.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use super::app::{App, Start};
use super::renderer::{self, Choice};
use super::trace::Trace;
use crate::locale::{Language, Words};

/// What the window was asked for on the command line.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A case to open.
    pub case: Option<PathBuf>,
    /// A renderer instead of the best one.
    pub renderer: Option<Choice>,
    /// Where to record what each frame costs.
    pub trace: Option<PathBuf>,
    /// A language instead of the one that was chosen before.
    pub language: Option<Language>,
}

/// Opens the window and stays until it is closed. `started`: when the program began.
pub fn run(options: &Options, started: Instant) -> ExitCode {
    let words = Words::new(options.language.unwrap_or_else(Language::of_system));
    let mut reasons = Vec::new();
    for renderer in renderer::to_try(options.renderer) {
        let trace = match options.trace.as_ref().map(|path| Trace::new(path, started)).transpose() {
            Ok(trace) => trace,
            Err(error) => return fail(&words.with("run-no-trace", &[("reason", error.to_string().into())])),
        };
        // Absolute, as recent files outlive the folder in which the program was started.
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let start = options.case.as_ref().map(absolute).map_or(Start::Welcome, Start::File);
        let language = options.language;
        let result = eframe::run_native(
            "rodedraad",
            renderer::options(renderer),
            Box::new(move |cx| Ok(Box::new(App::new(cx, start, language, trace)?))),
        );
        match result {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => reasons.push(error.to_string()),
        }
    }
    fail(&words.with("run-no-window", &[("reasons", reasons.join("; ").into())]))
}

fn fail(message: &str) -> ExitCode {
    use std::io::Write as _;
    // Nobody may be listening; the exit code says it too.
    drop(writeln!(std::io::stderr().lock(), "rodedraad: {message}"));
    ExitCode::from(2)
}
