//! A program that edits and saves at random is killed again and again: nothing that it told its user is lost.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rodedraad::file::journal::keeper::{Ask, Report, Start};
use rodedraad::file::journal::{Belongs, left, recover};
use rodedraad::file::save::{Disk, Fingerprint, Replacing, save_file};
use rodedraad::file::{read, write};
use rodedraad::jobs::journal::JournalThread;
use rodedraad::model::Case;
use rodedraad::model::change::Change;
use rodedraad::model::edit::Edit;
use rodedraad::model::entity::Entity;
use rodedraad::model::piece::Piece;

/// The folder in which the child works.
const FOLDER: &str = "RODEDRAAD_KILL_FOLDER";
/// How often it is killed; 1,000 for the full run.
const KILLS: &str = "RODEDRAAD_KILLS";

/// A sequence of numbers, another for each seed.
fn dice(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// The edit that makes `count` of a count that stands in the case as an entity's name.
fn edit(count: u64) -> Edit {
    let entity = Entity { name: count.to_string(), kind: "person".into(), ..Entity::new("count".into()) };
    Edit::Change(Box::new(Change::put([Piece::Entity(entity)])))
}

/// How far a case has counted.
fn counted(case: &Case) -> u64 {
    case.entity("count").map_or(0, |entity| entity.name.parse().unwrap())
}

/// The child: counts in the file, by edits and saves, and tells what is confirmed. Does nothing unless it is asked to.
#[test]
fn child_that_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = PathBuf::from(folder);
    let path = folder.join("case.ron");
    let bytes = std::fs::read(&path).unwrap();
    let mut case = read(&bytes).unwrap().case;
    let mut fingerprint = Fingerprint::of(&bytes);
    let mut count = std::env::var("RODEDRAAD_KILL_COUNT").unwrap().parse::<u64>().unwrap();
    let mut seed = count + 1;
    let journal = JournalThread::new(folder.join("journals"), || {}).unwrap();
    let mut out = std::io::stdout();
    let (first, mut is_begun) = (count, false);
    loop {
        if !std::mem::replace(&mut is_begun, true) {
            let belongs =
                Belongs { title: "T".into(), file: Some((path.clone(), fingerprint)), name: "case.ron".into() };
            journal.ask(Ask::Begin(belongs, Start::Case(Arc::new(case.clone()))));
        }
        count += 1;
        case.apply(edit(count)).unwrap();
        journal.edits(vec![edit(count)]);
        if dice(&mut seed).is_multiple_of(5) {
            let text = write(&case);
            let saved = save_file(&Disk, &path, text.as_bytes(), Replacing::Known(fingerprint), 2).unwrap();
            fingerprint = saved.fingerprint;
            writeln!(out, "\nconfirmed {count}").unwrap();
            journal.ask(Ask::Saved(path.clone(), fingerprint, count - first));
            is_begun = false;
        } else if dice(&mut seed).is_multiple_of(3) {
            std::thread::sleep(Duration::from_micros(dice(&mut seed) % 3_000));
        }
        while let Some(report) = journal.report() {
            if let Report::Kept(kept) = report {
                writeln!(out, "\nconfirmed {}", first + kept).unwrap();
            }
        }
        out.flush().unwrap();
    }
}

/// What the disk holds after a kill: the furthest count of file and journals.
fn found(folder: &Path) -> u64 {
    let in_file = counted(&read(&std::fs::read(folder.join("case.ron")).unwrap()).expect("the file is whole").case);
    let journals = left(&Disk, &folder.join("journals")).unwrap();
    let recovered = journals.iter().filter_map(|left| recover(&Disk, left).ok());
    recovered.map(|recovered| counted(&recovered.opened.case)).max().unwrap_or(0).max(in_file)
}

#[test]
fn row_28_a_program_that_is_killed_loses_nothing_that_it_confirmed() {
    let kills: u64 = std::env::var(KILLS).ok().and_then(|text| text.parse().ok()).unwrap_or(25);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, write(&Case::empty("T"))).unwrap();
    let (mut seed, mut count, mut confirmations) = (7, 0, 0);
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::child_that_is_killed", "--nocapture", "--test-threads", "1"])
            .env(FOLDER, folder.path())
            .env("RODEDRAAD_KILL_COUNT", count.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut confirmed = count;
        let mut note = |line: String| {
            if let Some(told) = line.strip_prefix("confirmed ") {
                confirmed = confirmed.max(told.parse().unwrap());
                confirmations += 1;
            }
        };
        // It lives until it has confirmed so much, and some time more.
        let until = confirmations_wanted(&mut seed);
        for line in lines.by_ref().map_while(Result::ok).filter(|line| line.starts_with("confirmed ")).take(until) {
            note(line);
        }
        std::thread::sleep(Duration::from_micros(dice(&mut seed) % 4_000));
        child.kill().unwrap();
        child.wait().unwrap();
        // What it told before it died counts; a line that was cut off was not told.
        let mut rest: Vec<String> = lines.map_while(Result::ok).collect();
        rest.pop();
        rest.into_iter().for_each(&mut note);
        count = found(folder.path());
        assert!(count >= confirmed, "kill {kill}: {count} found, {confirmed} confirmed");
        // The next child goes on with what was recovered, as a user would who saves it.
        let bytes = std::fs::read(&path).unwrap();
        let mut case = read(&bytes).unwrap().case;
        case.apply(edit(count)).unwrap();
        save_file(&Disk, &path, write(&case).as_bytes(), Replacing::Known(Fingerprint::of(&bytes)), 2).unwrap();
        for left in left(&Disk, &folder.path().join("journals")).unwrap() {
            rodedraad::file::journal::discard(&Disk, &left.folder).unwrap();
        }
    }
    assert!(confirmations >= kills, "{confirmations} confirmations before {kills} kills");
}

/// How many confirmations a child lives to see.
fn confirmations_wanted(seed: &mut u64) -> usize {
    1 + (dice(seed) % 20) as usize
}
