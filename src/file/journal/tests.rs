//! Edits as text, journals that are torn and damaged, and every call to the disk made to fail.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::edit::WrittenEdit;
use super::keeper::{Ask, Keeper, Report, Start};
use super::{Belongs, Journal, Left, RecoverError, Recovered, left, recover};
use crate::file::save::{Fingerprint, Replacing, save_file};
use crate::file::storage::Storage;
use crate::file::storage::memory::{Fault, Memory};
use crate::file::tests::Dice;
use crate::file::tests::edits::random_edit;
use crate::file::tests::random::Maker;
use crate::file::{read, write};
use crate::model::Case;
use crate::model::edit::Edit;

const JOURNALS: &str = "/home/data/journals";
const CASE: &str = "/cases/case.ron";

/// Random edits that the case takes, each with its inverse, and the text after each.
fn edits(case: &Case, dice: &mut Dice, count: usize) -> Vec<(Edit, String)> {
    let mut case = case.clone();
    let mut found = Vec::new();
    for number in 0..4 * count {
        let Some(edit) = random_edit(&case, dice, number) else { continue };
        let Ok(inverse) = case.apply(edit.clone()) else { continue };
        found.push((edit, write(&case)));
        // Undo and redo are edits like any other.
        if dice.one_in(4) {
            case.apply(inverse.clone()).expect("an inverse fits");
            found.push((inverse, write(&case)));
        }
        if found.len() >= count {
            break;
        }
    }
    found
}

/// A random case without anything that was set aside.
fn case(dice: &mut Dice) -> Case {
    loop {
        let case = Maker::new(dice).case();
        if case.parts().asides.is_empty() && case.entities().len() > 1 {
            return case;
        }
    }
}

#[test]
fn edits_written_down_and_read_back_change_a_case_to_the_same_bytes() {
    for seed in 0..80 {
        let mut dice = Dice(seed + 500);
        let first = Maker::new(&mut dice).case();
        let mut case = first.clone();
        for (number, (edit, wanted)) in edits(&first, &mut dice, 40).into_iter().enumerate() {
            let text = ron::to_string(&WrittenEdit::new(&edit)).expect("it can be written");
            let written: WrittenEdit = ron::from_str(&text).expect("it can be read");
            let again = written.read(&case).unwrap_or_else(|| panic!("{text}"));
            case.apply(again).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert!(write(&case) == wanted, "sequence {seed}, edit {number}: {text}");
        }
    }
}

fn belongs(text: &str) -> Belongs {
    Belongs {
        title: "T".to_owned(),
        file: Some((PathBuf::from(CASE), Fingerprint::of(text.as_bytes()))),
        name: "case.ron".to_owned(),
    }
}

/// The one journal that was left, made into a case again.
fn recovered(storage: &Memory) -> Option<Result<Recovered, RecoverError>> {
    let storage = &storage;
    left(storage, Path::new(JOURNALS))
        .expect("the folder can be read")
        .iter()
        .map(|left| recover(storage, left))
        .next_back()
}

/// What a journal of these edits holds, with its folder.
fn written(dice: &mut Dice) -> (Memory, Vec<String>) {
    let case = case(dice);
    let text = write(&case);
    let storage = Memory::with(CASE, text.as_bytes());
    let mut journal = Journal::begin(&storage, &Path::new(JOURNALS).join("a-1"), &belongs(&text)).unwrap();
    journal.base(text.as_bytes(), 0).unwrap();
    let mut texts = vec![text];
    for (edit, text) in edits(&case, dice, 12) {
        journal.edit(1_000, &edit).unwrap();
        texts.push(text);
    }
    journal.sync().unwrap();
    drop(journal);
    (storage, texts)
}

#[test]
fn row_34_a_journal_damaged_anywhere_is_used_up_to_its_last_sound_record() {
    let mut dice = Dice(41);
    let (storage, texts) = written(&mut dice);
    let path = Path::new(JOURNALS).join("a-1/journal");
    let bytes = storage.bytes(&path).unwrap();
    let whole = recovered(&storage).unwrap().unwrap();
    assert_eq!((whole.edits as usize, whole.lost), (texts.len() - 1, 0));
    for _ in 0..400 {
        let mut damaged = bytes.clone();
        let at = dice.below(damaged.len());
        match dice.below(3) {
            0 => damaged.truncate(at),
            1 => damaged[at] ^= 1 << dice.below(8),
            _ => drop(damaged.splice(at..at, *b"\nrd 4 1 0\n")),
        }
        let mut file = storage.grow(&path, 0).unwrap();
        storage.append(&mut file, &damaged).unwrap();
        match recovered(&storage) {
            Some(Ok(found)) => {
                assert_eq!(write(&found.opened.case), texts[found.edits as usize]);
                let is_cut_between_records = damaged.len() < bytes.len() && found.lost == 0;
                assert!(found.lost > 0 || is_cut_between_records || damaged == bytes, "{found:?}");
            }
            Some(Err(error)) => assert_eq!(error, RecoverError::Unreadable),
            None => panic!("it is there"),
        }
    }
}

#[test]
fn a_damaged_journal_is_kept_aside_and_goes_on_behind_its_sound_part() {
    let mut dice = Dice(43);
    let (storage, texts) = written(&mut dice);
    let path = Path::new(JOURNALS).join("a-1/journal");
    let bytes = storage.bytes(&path).unwrap();
    let mut damaged = bytes.clone();
    damaged[bytes.len() * 2 / 3] ^= 1;
    let mut file = storage.grow(&path, 0).unwrap();
    storage.append(&mut file, &damaged).unwrap();
    let found = recovered(&storage).unwrap().unwrap();
    let left = left(&&storage, Path::new(JOURNALS)).unwrap().pop().unwrap();
    let mut journal = Journal::resume(&storage, left).unwrap();
    assert_eq!(journal.edits(), found.edits);
    let (edit, text) = edits(&found.opened.case, &mut dice, 1).remove(0);
    journal.edit(2_000, &edit).unwrap();
    journal.sync().unwrap();
    drop(journal);
    let again = recovered(&storage).unwrap().unwrap();
    assert_eq!((again.edits, again.lost, again.last), (found.edits + 1, 0, Some(2_000)));
    assert_eq!(write(&again.opened.case), text);
    assert!(texts.contains(&write(&found.opened.case)));
    assert_eq!(storage.bytes(&path.with_file_name("journal.damaged")).unwrap(), damaged);
}

#[test]
fn row_35_a_journal_is_never_applied_to_another_version_of_the_file() {
    let mut dice = Dice(47);
    let case = case(&mut dice);
    let text = write(&case);
    let storage = Memory::with(CASE, text.as_bytes());
    let mut journal = Journal::begin(&storage, &Path::new(JOURNALS).join("a-1"), &belongs(&text)).unwrap();
    let (edit, after) = edits(&case, &mut dice, 1).remove(0);
    journal.edit(1, &edit).unwrap();
    drop(journal);
    assert_eq!(write(&recovered(&storage).unwrap().unwrap().opened.case), after, "by the file itself");
    let replaced = save_file(&&storage, Path::new(CASE), b"another", Replacing::Anything, 0);
    assert!(replaced.is_ok());
    assert_eq!(recovered(&storage).unwrap().unwrap_err(), RecoverError::NoBase);
    // A version of it that was kept will do.
    save_file(&&storage, Path::new(CASE), text.as_bytes(), Replacing::Anything, 0).unwrap();
    save_file(&&storage, Path::new(CASE), b"another", Replacing::Anything, 5).unwrap();
    assert_eq!(write(&recovered(&storage).unwrap().unwrap().opened.case), after, "by an earlier version");
}

/// What was confirmed to a user who edits and saves.
#[derive(Default)]
struct Confirmed {
    /// Edits that are told to be in the journal or in the file.
    edits: usize,
    /// Edits in the file that was saved last.
    saved: usize,
}

/// A user who edits, and saves now and then; stops where the power goes. `texts`: the case after so many edits.
fn session(storage: &Memory, case: &Case, edits: &[(Edit, String)], dice: &mut Dice) -> Confirmed {
    let first = write(case);
    let text_after = |count: usize| count.checked_sub(1).map_or(first.as_str(), |last| edits[last].1.as_str());
    let mut case = case.clone();
    let mut confirmed = Confirmed::default();
    let mut keeper = Keeper::new(storage, PathBuf::from(JOURNALS), "a".to_owned());
    let mut fingerprint = Fingerprint::of(first.as_bytes());
    // Edits before the journal that is written now.
    let (mut before, mut is_begun) = (0, false);
    for (at, (edit, text)) in edits.iter().enumerate() {
        let mut reports = Vec::new();
        let mut tell = |report| reports.push(report);
        let whose = Belongs { file: Some((PathBuf::from(CASE), fingerprint)), ..belongs(text_after(before)) };
        if !std::mem::replace(&mut is_begun, true) {
            before = at;
            keeper.take(Ask::Begin(whose.clone(), Start::File), &mut tell);
        }
        case.apply(edit.clone()).expect("it fits");
        assert_eq!(&write(&case), text);
        keeper.take(Ask::Edits(vec![(at as i64, edit.clone())]), &mut tell);
        keeper.sync(&mut tell);
        if dice.one_in(2) {
            keeper.idle(&mut tell);
        }
        if reports.contains(&Report::NeedsCheckpoint) {
            keeper.take(Ask::Checkpoint(whose, Arc::new(case.clone())), &mut |report| reports.push(report));
        }
        let kept =
            reports.iter().filter_map(|report| if let Report::Kept(count) = report { Some(*count) } else { None });
        confirmed.edits = kept.map(|count| count as usize).max().unwrap_or(0).max(confirmed.edits);
        if dice.one_in(4) {
            let saved = save_file(&storage, Path::new(CASE), text.as_bytes(), Replacing::Known(fingerprint), 2);
            if let Ok(saved) = saved {
                fingerprint = saved.fingerprint;
                (confirmed.saved, confirmed.edits) = (at + 1, at + 1);
                keeper.take(Ask::Saved(PathBuf::from(CASE), fingerprint, at as u64 + 1), &mut |_| {});
                is_begun = false;
            } else if storage.bytes(Path::new(CASE)).is_some_and(|bytes| bytes == text.as_bytes()) {
                // Written, but not confirmed: the user would open it again.
                fingerprint = Fingerprint::of(text.as_bytes());
            }
        }
    }
    confirmed
}

/// Whatever is found, holds at least what was confirmed; the file is whole.
fn assert_nothing_is_lost(storage: &Memory, texts: &[String], confirmed: &Confirmed, what: &str) {
    let file = storage.bytes(Path::new(CASE)).unwrap_or_else(|| panic!("{what}: no file"));
    let opened = read(&file).unwrap_or_else(|refused| panic!("{what}: {refused:?}"));
    let in_file = texts.iter().rposition(|text| text.as_bytes() == file).unwrap_or_else(|| panic!("{what}: torn"));
    assert_eq!(write(&opened.case), texts[in_file], "{what}");
    let mut best = in_file;
    for left in left(&storage, Path::new(JOURNALS)).unwrap_or_default() {
        if let Ok(found) = recover(&storage, &left) {
            let text = write(&found.opened.case);
            let at = texts.iter().rposition(|known| *known == text).unwrap_or_else(|| panic!("{what}: no such state"));
            best = best.max(at);
        }
    }
    // Two states may be alike.
    assert!(best >= confirmed.edits || texts[best] == texts[confirmed.edits], "{what}: {best} < {}", confirmed.edits);
    assert!(in_file >= confirmed.saved || texts[in_file] == texts[confirmed.saved], "{what}: saved");
}

/// In the manner of `SQLite`: for N = 1, 2, 3 … the Nth call fails once, then for ever, then the power goes.
#[test]
fn rows_27_28_30_whatever_call_fails_nothing_that_was_confirmed_is_lost() {
    // One session here; RODEDRAAD_FAULT_SESSIONS sets another number.
    let seeds = std::env::var("RODEDRAAD_FAULT_SESSIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut cuts = 0;
    for seed in 0..seeds {
        let mut dice = Dice(seed + 70);
        let case = case(&mut dice);
        let edits = edits(&case, &mut dice, 14);
        let texts: Vec<String> =
            std::iter::once(write(&case)).chain(edits.iter().map(|(_, text)| text.clone())).collect();
        let fresh = || Memory::with(CASE, texts[0].as_bytes());
        for call in 1.. {
            let mut is_past = false;
            let full = io::ErrorKind::StorageFull;
            for fault in [Fault::Once(call, full), Fault::From(call, full), Fault::Power(call)] {
                let storage = fresh();
                storage.fail(fault);
                let confirmed = session(&storage, &case, &edits, &mut Dice(seed));
                is_past = storage.calls() < call;
                let what = format!("seed {seed}, {fault:?}");
                if matches!(fault, Fault::Power(_)) {
                    for dice in 0..6 {
                        let after = storage.after_power_cut(&mut Dice(dice + call as u64));
                        assert_nothing_is_lost(&after, &texts, &confirmed, &format!("{what}, {dice}"));
                        cuts += 1;
                    }
                } else {
                    storage.fail(Fault::None);
                    assert_nothing_is_lost(&storage, &texts, &confirmed, &what);
                }
            }
            if is_past {
                assert!(call > 60, "a session takes many calls");
                break;
            }
        }
    }
    assert!(cuts > 400, "{cuts}");
}

/// The fault loop found it: the file was copied into a journal that had begun anew with the whole case, as its base.
#[test]
fn a_copy_that_was_still_to_be_made_is_no_base_of_a_journal_that_began_anew() {
    let mut dice = Dice(61);
    let case = case(&mut dice);
    let text = write(&case);
    let mut edits = edits(&case, &mut dice, 3);
    edits.truncate(3);
    for call in 1..60 {
        let storage = Memory::with(CASE, text.as_bytes());
        let mut keeper = Keeper::new(&storage, PathBuf::from(JOURNALS), "a".to_owned());
        storage.fail(Fault::Once(call, io::ErrorKind::Other));
        keeper.take(Ask::Begin(belongs(&text), Start::File), &mut |_| {});
        let mut now = case.clone();
        for (edit, _) in &edits {
            now.apply(edit.clone()).unwrap();
            let mut needs = false;
            let mut tell = |report| needs |= report == Report::NeedsCheckpoint;
            keeper.take(Ask::Edits(vec![(0, edit.clone())]), &mut tell);
            keeper.sync(&mut tell);
            keeper.idle(&mut tell);
            if needs {
                keeper.take(Ask::Checkpoint(belongs(&text), Arc::new(now.clone())), &mut |_| {});
            }
        }
        drop(keeper);
        storage.fail(Fault::None);
        let left = left(&&storage, Path::new(JOURNALS)).unwrap();
        let found = left.iter().filter_map(|left| recover(&&storage, left).ok());
        let texts: Vec<String> = found.map(|found| write(&found.opened.case)).collect();
        assert!(texts.contains(&edits[1].1) || texts.contains(&edits[2].1), "call {call}");
    }
}

/// A kill loop found it: counts began anew with each journal, and a late report of one was taken for one of the next.
#[test]
fn a_late_report_claims_nothing_of_the_journal_that_was_begun_since() {
    let mut dice = Dice(59);
    let case = case(&mut dice);
    let mut edits = edits(&case, &mut dice, 4);
    edits.truncate(4);
    let storage = Memory::with(CASE, write(&case).as_bytes());
    let mut keeper = Keeper::new(&storage, PathBuf::from(JOURNALS), "a".to_owned());
    let mut kept = Vec::new();
    let mut tell = |report| kept.extend(if let Report::Kept(count) = report { Some(count) } else { None });
    let whose = belongs(&write(&case));
    for (count, (edit, text)) in (1..).zip(&edits) {
        keeper.take(Ask::Begin(whose.clone(), Start::Case(Arc::new(case.clone()))), &mut tell);
        keeper.take(Ask::Edits(vec![(0, edit.clone())]), &mut tell);
        keeper.sync(&mut tell);
        keeper.take(Ask::Saved(PathBuf::from(CASE), Fingerprint::of(text.as_bytes()), count), &mut tell);
    }
    assert_eq!(kept, [0, 1, 1, 2, 2, 3, 3, 4], "each count stands for one state only");
}

#[test]
fn row_38_records_are_in_the_order_of_their_numbers_whatever_the_clock_says() {
    let mut dice = Dice(53);
    let case = case(&mut dice);
    let text = write(&case);
    let storage = Memory::with(CASE, text.as_bytes());
    let mut journal = Journal::begin(&storage, &Path::new(JOURNALS).join("a-1"), &belongs(&text)).unwrap();
    let mut edits = edits(&case, &mut dice, 3);
    edits.truncate(3);
    for ((edit, _), at) in edits.iter().zip([5_000, -7, 40]) {
        journal.edit(at, edit).unwrap();
    }
    drop(journal);
    let found = recovered(&storage).unwrap().unwrap();
    assert_eq!((write(&found.opened.case), found.last), (edits.last().unwrap().1.clone(), Some(40)));
}

#[test]
fn a_journal_that_is_written_is_taken_by_no_other_program() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("journals");
    let disk = crate::file::storage::Disk;
    let journal = Journal::begin(disk, &journals.join("a-1"), &Belongs::default()).unwrap();
    assert!(left(&disk, &journals).unwrap().is_empty());
    drop(journal);
    let found: Vec<Left<_>> = left(&disk, &journals).unwrap();
    assert_eq!(found.len(), 1);
    assert!(left(&disk, &journals).unwrap().is_empty(), "nor by two at once");
    drop(found);
    std::fs::create_dir(journals.join("b-1")).unwrap();
    assert_eq!(left(&disk, &journals).unwrap().len(), 1);
    assert!(!journals.join("b-1").exists(), "a folder in which nothing was begun is cleared away");
}
