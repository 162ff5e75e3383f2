//! Every step of a save made to fail, and the paths that lead nowhere good.

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};

use super::{
    Disk, Fingerprint, LoadError, Replacing, SaveError, Saved, Storage as _, TRIES, load_file, save_file,
    save_patiently, versions,
};
use crate::file::storage::memory::{Fault, Memory};
use crate::file::tests::Dice;

const CASE: &str = "/cases/case.ron";
const OLD: &[u8] = b"old";
const NEW: &[u8] = b"the new content";

fn old_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, OLD).unwrap();
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Versions kept in these tests.
const KEPT: usize = 3;

fn save_over(storage: &Memory, fingerprint: Fingerprint) -> Result<Saved, SaveError> {
    save_file(storage, Path::new(CASE), NEW, Replacing::Known(fingerprint), KEPT)
}

/// In the manner of `SQLite`: every call fails in turn, once and then for ever, until one save needs no more calls.
#[test]
fn rows_27_and_29_every_failure_leaves_the_old_file_whole_or_says_that_it_does_not() {
    let kinds =
        [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::NotFound, io::ErrorKind::Other];
    for (with, for_ever) in kinds.into_iter().flat_map(|with| [(with, false), (with, true)]) {
        for call in 1.. {
            let storage = Memory::with(CASE, OLD);
            storage.fail(if for_ever { Fault::From(call, with) } else { Fault::Once(call, with) });
            let outcome = save_over(&storage, Fingerprint::of(OLD));
            let now = storage.bytes(Path::new(CASE)).unwrap();
            let is_past = storage.calls() < call;
            match &outcome {
                Ok(saved) => {
                    assert_eq!((now.as_slice(), saved.fingerprint), (NEW, Fingerprint::of(NEW)));
                    // Taking away versions that are too many may fail; they stay.
                    let told = saved.not_kept.is_some() || call == storage.calls();
                    assert!(is_past || told, "no failure goes unreported: {call}, {with:?}");
                }
                Err(error) if error.old_file_is_whole() => assert_eq!(now, OLD, "call {call}: {error}"),
                Err(_) => assert_eq!(now, NEW),
            }
            let expected = match (&outcome, with) {
                (Err(SaveError::DiskFull(size)), io::ErrorKind::StorageFull) => *size == NEW.len() as u64,
                (Ok(_) | Err(SaveError::NotConfirmed(_)), _)
                | (Err(SaveError::ReadOnly), io::ErrorKind::PermissionDenied)
                | (Err(SaveError::Vanished), io::ErrorKind::NotFound)
                | (Err(SaveError::Other(_)), io::ErrorKind::Other) => true,
                _ => false,
            };
            assert!(expected, "call {call}, {with:?}: {outcome:?}");
            if is_past {
                assert!(outcome.is_ok() && call > 10, "every call of a save was made to fail");
                break;
            }
        }
    }
}

/// As a virus scanner does on Windows, or a sync tool on a share.
#[test]
fn row_31_a_file_that_another_program_holds_for_a_moment_is_saved_a_moment_later() {
    let earlier = Path::new("/cases/case.ron.versions/000001.ron");
    let held = io::ErrorKind::ResourceBusy;
    for call in 1.. {
        let storage = Memory::with(CASE, OLD);
        storage.fail(Fault::Once(call, held));
        let paused = RefCell::new(Vec::new());
        let pause = |tried| paused.borrow_mut().push(tried);
        let known = Replacing::Known(Fingerprint::of(OLD));
        let outcome = save_patiently(&storage, Path::new(CASE), NEW, known, KEPT, &pause);
        match outcome {
            Ok(_) => assert_eq!(storage.bytes(Path::new(CASE)).unwrap(), NEW, "call {call}"),
            // After the new file got its place nothing is tried again: it would be taken for somebody else's work.
            Err(error) => assert!(matches!(error, SaveError::NotConfirmed(_)), "call {call}: {error}"),
        }
        assert!(paused.borrow().len() <= 1, "call {call}: once is enough");
        assert!(!storage.names().contains(&PathBuf::from("/cases/case.ron.versions/000002.ron")), "kept once");
        if storage.calls() < call {
            assert_eq!(storage.bytes(earlier).unwrap(), OLD);
            break;
        }
    }
    let storage = Memory::with(CASE, OLD);
    storage.fail(Fault::From(2, held));
    let paused = RefCell::new(Vec::new());
    let pause = |tried| paused.borrow_mut().push(tried);
    let outcome = save_patiently(&storage, Path::new(CASE), NEW, Replacing::Anything, KEPT, &pause);
    assert!(matches!(outcome, Err(SaveError::Busy)), "{outcome:?}");
    assert_eq!(paused.into_inner(), (1..TRIES).collect::<Vec<_>>());
    assert_eq!(storage.bytes(Path::new(CASE)).unwrap(), OLD);
}

#[test]
fn row_28_a_power_cut_at_any_call_leaves_the_old_or_the_new_file_whole() {
    let mut seen = [0, 0];
    for call in 1.. {
        let storage = Memory::with(CASE, OLD);
        storage.fail(Fault::Power(call));
        let outcome = save_over(&storage, Fingerprint::of(OLD));
        let is_past = storage.calls() < call;
        for seed in 0..40 {
            let after = storage.after_power_cut(&mut Dice(seed));
            let found = after.bytes(Path::new(CASE)).expect("a file of that name");
            assert!(found == OLD || found == NEW, "call {call}: {}", String::from_utf8_lossy(&found));
            seen[usize::from(found == NEW)] += 1;
            if outcome.is_ok() {
                assert_eq!(found, NEW, "what was reported as saved is saved");
            }
            let versions = Path::new("/cases/case.ron.versions");
            for version in after.names().iter().filter(|name| name.parent() == Some(versions)) {
                assert_eq!(after.bytes(version).unwrap(), OLD, "a version is whole too");
            }
        }
        if is_past {
            break;
        }
    }
    assert!(seen[0] > 100 && seen[1] > 100, "{seen:?}");
}

#[test]
fn the_newest_earlier_versions_are_kept_and_the_oldest_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    for number in 1..=6 {
        let saved = save_file(&Disk, &path, format!("save {number}").as_bytes(), Replacing::Anything, KEPT).unwrap();
        assert_eq!(saved.not_kept, None);
    }
    let versions = versions::versions(&Disk, &path).unwrap();
    let held: Vec<String> = versions.iter().map(|version| std::fs::read_to_string(&version.path).unwrap()).collect();
    assert_eq!(held, ["save 5", "save 4", "save 3"], "the latest first, without what the file holds itself");
    assert_eq!(versions[0].number, 5);
    assert!(versions.iter().all(|version| version.saved.is_some() && version.bytes == 6));
    save_file(&Disk, &path, b"save 7", Replacing::Anything, 0).unwrap();
    assert_eq!(versions::versions(&Disk, &path).unwrap().len(), KEPT, "none kept, and none taken away");
}

#[cfg(unix)]
#[test]
fn a_version_that_cannot_be_kept_is_told_and_the_work_is_saved() {
    let (folder, path) = old_file();
    // Something else has the name of the folder.
    std::fs::write(folder.path().join("case.ron.versions"), "in the way").unwrap();
    let saved = save_file(&Disk, &path, NEW, Replacing::Anything, KEPT).unwrap();
    assert!(saved.not_kept.is_some());
    assert_eq!(std::fs::read(&path).unwrap(), NEW);
}

#[test]
fn a_file_that_changed_on_disk_is_left_alone() {
    let (_folder, path) = old_file();
    let loaded = Fingerprint::of(b"what was there before");
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Known(loaded), 0), Err(SaveError::Changed)));
    assert_eq!(std::fs::read(&path).unwrap(), OLD);
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Known(loaded), 0), Err(SaveError::Vanished)));
    assert!(save_file(&Disk, &path, NEW, Replacing::Anything, 0).is_ok(), "save as");
    assert!(matches!(save_file(&Disk, &path.join("x/y.ron"), NEW, Replacing::Anything, 0), Err(SaveError::Vanished)));
}

#[test]
fn a_file_that_is_there_already_is_left_alone_unless_somebody_was_asked() {
    let (folder, path) = old_file();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Nothing, 0), Err(SaveError::Exists)));
    assert_eq!((std::fs::read(&path).unwrap().as_slice(), names(folder.path()).len()), (OLD, 1));
    assert!(save_file(&Disk, &folder.path().join("new.ron"), NEW, Replacing::Nothing, 0).is_ok());
}

#[test]
fn a_file_that_somebody_else_saves_is_locked() {
    let (folder, path) = old_file();
    let lock = folder.path().canonicalize().unwrap().join("case.ron.rodedraad-lock");
    let held = Disk.lock(&lock).unwrap().unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Anything, 0), Err(SaveError::Locked)));
    drop(held);
    assert!(save_file(&Disk, &path, NEW, Replacing::Anything, 0).is_ok());
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let (_folder, path) = old_file();
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Anything, 0), Err(SaveError::ReadOnly)));
    assert_eq!(std::fs::read(&path).unwrap(), OLD);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive_a_save() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, path) = old_file();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.ron");
    symlink("case.ron", &link).unwrap();
    save_file(&Disk, &link, NEW, Replacing::Known(Fingerprint::of(OLD)), 0).unwrap();
    assert!(link.is_symlink());
    assert_eq!(std::fs::read(&path).unwrap(), NEW);
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn row_16_paths_that_are_no_file_are_told_apart_and_none_hangs() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, path) = old_file();
    let at = |name: &str| folder.path().join(name);
    assert!(matches!(load_file(folder.path()), Err(LoadError::Folder)));
    assert!(matches!(load_file(&at("none.ron")), Err(LoadError::NotFound)));
    symlink("none.ron", at("broken.ron")).unwrap();
    assert!(matches!(load_file(&at("broken.ron")), Err(LoadError::BrokenLink)));
    assert!(matches!(load_file(Path::new("/dev/zero")), Err(LoadError::NotAFile)));
    if std::process::Command::new("mkfifo").arg(at("pipe.ron")).status().is_ok_and(|status| status.success()) {
        assert!(matches!(load_file(&at("pipe.ron")), Err(LoadError::NotAFile)));
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // An administrator reads it all the same.
    assert!(matches!(load_file(&path), Err(LoadError::NoPermission) | Ok(_)));
}
