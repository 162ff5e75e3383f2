//! "Start to first frame": the program with the small example beside an empty window, turn by turn. Both write the
//! record of `--trace-frames`, and the first line of it counts.
//!
//! `cargo bench --bench start`; needs a screen, a virtual one will do.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often each is started; one more time at first, so that the disk is read.
const ROUNDS: usize = 7;
/// How long nothing must be recorded before the program is taken to have drawn all it has to draw.
const QUIET: Duration = Duration::from_millis(800);
/// A window that has not appeared after so long will not.
const PATIENCE: Duration = Duration::from_secs(30);
const LIMIT: f64 = 1.5;

/// A part of a record, with its name.
type Part = (&'static str, fn(&Start) -> f64);

fn main() -> Result<(), Box<dyn Error>> {
    if !std::env::args().any(|word| word == "--bench") {
        println!("start: only measured by cargo bench");
        return Ok(());
    }
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !has_screen {
        println!("start: not measured, there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)");
        return Ok(());
    }
    let program = PathBuf::from(env!("CARGO_BIN_EXE_rodedraad"));
    let empty = empty_window(&program)?;
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lemont-argus.ron");
    let folder = tempfile::tempdir()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let record = folder.path().join(format!("empty-{round}.csv"));
        let there = start(Command::new(&empty).arg(&record), &record, folder.path())?;
        let record = folder.path().join(format!("case-{round}.csv"));
        let here = start(Command::new(&program).arg("--trace-frames").arg(&record).arg(&case), &record, folder.path())?;
        if round > 0 {
            theirs.push(there);
            ours.push(here);
        }
    }
    let parts: [Part; 4] = [
        ("first frame begins", |start| start.begun),
        ("first frame done", |start| start.done),
        ("last of the first frames begins", |start| start.settled),
        ("frames until then", |start| start.frames as f64),
    ];
    for (what, part) in parts {
        let middle = |starts: &[Start]| median(starts.iter().map(part).collect());
        println!("{what}: {:.1}, empty window {:.1}", middle(&ours), middle(&theirs));
    }
    let begun = |starts: &[Start]| median(starts.iter().map(|start| start.begun).collect());
    println!("start S: {:.2} × an empty window (limit {LIMIT})", begun(&ours) / begun(&theirs));
    Ok(())
}

/// One start, in milliseconds since it.
#[derive(Clone, Copy, Debug, Default)]
struct Start {
    begun: f64,
    done: f64,
    settled: f64,
    frames: usize,
}

/// Starts a window, waits until it has drawn what it has to draw, and ends it.
fn start(command: &mut Command, record: &Path, home: &Path) -> Result<Start, Box<dyn Error>> {
    // Nobody's settings are to decide, and none are to be written.
    command.env("XDG_CONFIG_HOME", home).stdout(Stdio::null()).stderr(Stdio::null());
    let mut window = Ended(command.spawn()?);
    let begin = Instant::now();
    let (mut text, mut grew) = (String::new(), Instant::now());
    while text.lines().count() < 2 || grew.elapsed() < QUIET {
        std::thread::sleep(Duration::from_millis(20));
        let now = std::fs::read_to_string(record).unwrap_or_default();
        if now.len() > text.len() {
            (text, grew) = (now, Instant::now());
        }
        let has_ended = window.0.try_wait()?.is_some();
        if begin.elapsed() > PATIENCE || has_ended && text.lines().count() < 2 && grew.elapsed() > QUIET {
            return Err(format!("no frame was recorded by {command:?}").into());
        }
    }
    read(&text).ok_or_else(|| format!("not a record: {text}").into())
}

/// Ends the window whatever happens.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Reads lines of `since_start,logic,ui,rest,total,shapes`.
fn read(text: &str) -> Option<Start> {
    let lines: Vec<Vec<f64>> =
        text.lines().skip(1).map(|line| line.split(',').filter_map(|word| word.parse().ok()).collect()).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let begun = *first.first()?;
    Some(Start { begun, done: begun + first.get(4)?, settled: *last.first()?, frames: lines.len() })
}

/// The example beside the program, built anew.
fn empty_window(program: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").ok_or("to be run by cargo")?;
    let root = env!("CARGO_MANIFEST_DIR");
    let build = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--example", "empty_window"])
        .current_dir(root)
        .status()?;
    if !build.success() {
        return Err("the empty window does not build".into());
    }
    let folder = program.parent().ok_or("the program is in a folder")?;
    Ok(folder.join("examples").join("empty_window").with_extension(std::env::consts::EXE_EXTENSION))
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
