//! When the program panics: a report for its makers that holds nothing of any case. The journal has its own thread and has
//! every edit already.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use crate::jobs::journal::milliseconds;

/// Reports that are kept; the oldest go.
const MOST: usize = 20;

/// From now on, panics are reported in this folder, and on standard error as before.
pub fn install(folder: PathBuf) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        write(&folder, &text(info, &Backtrace::force_capture()));
        before(info);
    }));
}

/// What is reported. A message that was put together at run time may quote the case, so that only fixed ones are told.
fn text(info: &PanicHookInfo<'_>, trace: &Backtrace) -> String {
    let message = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(left out: it may quote the case)");
    let place = info.location().map(|at| format!("{}:{}:{}", at.file(), at.line(), at.column())).unwrap_or_default();
    let thread = std::thread::current();
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "Rode Draad {}\n{} {}\nthread: {}\nplace: {place}\nmessage: {message}\n\n{trace}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("unnamed"),
    );
    text
}

/// A report that cannot be written is no reason for a second panic.
fn write(folder: &Path, text: &str) {
    let _ = fs::create_dir_all(folder);
    let _ = fs::write(folder.join(format!("panic-{}.txt", milliseconds())), text);
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut reports: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    reports.sort();
    for old in reports.iter().take(reports.len().saturating_sub(MOST)) {
        let _ = fs::remove_file(old);
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{catch_unwind, panic_any};
    use std::sync::{Arc, Mutex};

    use super::*;

    /// What is reported of a panic on this thread.
    fn reported(panic: fn()) -> String {
        let told = Arc::new(Mutex::new(String::new()));
        let (tell, here) = (Arc::clone(&told), std::thread::current().id());
        let before = Arc::new(std::panic::take_hook());
        let otherwise = Arc::clone(&before);
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().id() == here {
                *tell.lock().unwrap() = text(info, &Backtrace::disabled());
            } else {
                otherwise(info);
            }
        }));
        assert!(catch_unwind(panic).is_err());
        drop(std::panic::take_hook());
        std::panic::set_hook(Box::new(move |info| before(info)));
        let told = told.lock().unwrap();
        told.clone()
    }

    #[test]
    fn row_39_a_report_names_the_place_and_quotes_nothing_of_the_case() {
        let fixed = reported(|| panic!("a broken invariant"));
        assert!(fixed.contains("message: a broken invariant") && fixed.contains("report.rs:"), "{fixed}");
        let quoting = reported(|| panic_any(format!("no item `{}`", "operation-secret")));
        assert!(!quoting.contains("secret") && quoting.contains("left out"), "{quoting}");
    }

    #[test]
    fn only_the_latest_reports_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST + 5 {
            fs::write(folder.path().join(format!("panic-{number:013}.txt")), "old").unwrap();
        }
        write(folder.path(), "new");
        let count = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(count, MOST);
        assert!(
            fs::read_dir(folder.path())
                .unwrap()
                .any(|entry| fs::read_to_string(entry.unwrap().path()).unwrap() == "new")
        );
    }
}
