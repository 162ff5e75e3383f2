//! Opening the window: renderers are tried one after the other; where none works, the command line is named.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use eframe::Renderer;

use super::app::{App, Opening, Start};
use super::device::Rescue;
use super::renderer::{self, Choice};
use super::report;
use super::trace::Trace;
use crate::jobs::starts::Starts;
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
    /// For trying: the graphics device is destroyed after so many seconds.
    pub lose_device: Option<f64>,
}

/// So often a window is opened again after its device was lost.
const MOST_LOST: usize = 5;

/// Opens the window and stays until it is closed. `started`: when the program began.
pub fn run(options: &Options, started: Instant) -> ExitCode {
    let words = Words::new(options.language.unwrap_or_else(Language::of_system));
    let mut reasons = Vec::new();
    let rescue = Rescue::default();
    let mut lost = 0;
    let data = directories::ProjectDirs::from("", "", "rodedraad").map(|folders| folders.data_dir().to_owned());
    if let Some(data) = &data {
        report::install(data.join("reports"));
    }
    let mut starts = data.as_ref().map(|data| Starts::begin(data.join("starts")));
    let is_safe = starts.as_ref().is_some_and(Starts::is_safe);
    let choice = if is_safe { options.renderer.or(Some(Choice::Glow)) } else { options.renderer };
    let mut renderers = VecDeque::from(renderer::to_try(choice));
    while let Some(renderer) = renderers.pop_front() {
        let trace = match options.trace.as_ref().map(|path| Trace::new(path, started)).transpose() {
            Ok(trace) => trace,
            Err(error) => return fail(&words.with("run-no-trace", &[("reason", error.to_string().into())])),
        };
        // Absolute, as recent files outlive the folder in which the program was started.
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let start = options.case.as_ref().map(absolute).map_or(Start::Welcome, Start::File);
        let lose_device = options.lose_device.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let opening = Opening {
            start,
            language: options.language,
            rescue: Rescue::clone(&rescue),
            lose_device,
            data: data.clone(),
            starts: starts.take(),
        };
        let window = || {
            eframe::run_native(
                "rodedraad",
                renderer::options(renderer),
                Box::new(move |cx| Ok(Box::new(App::new(cx, opening, trace)?))),
            )
        };
        // Painting without a device panics in the toolkit, when all that the window held has been brought to safety.
        let result = std::panic::catch_unwind(AssertUnwindSafe(window));
        if rescue.borrow().is_some() && lost < MOST_LOST {
            // Without the device that is gone: in software first, which always is there.
            lost += 1;
            renderers = VecDeque::from([Renderer::Glow, Renderer::Wgpu]);
            continue;
        }
        match result.unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
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
