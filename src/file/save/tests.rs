//! Every step of a save made to fail, and the paths that lead nowhere good.

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};

use super::{Disk, Fingerprint, LoadError, Replacing, SaveError, Storage, load_file, save_file};

const OLD: &[u8] = b"old";
const NEW: &[u8] = b"the new content";

/// The disk, but call number `fails` comes to grief.
struct Faulty {
    calls: Cell<usize>,
    fails: usize,
    with: io::ErrorKind,
}

impl Faulty {
    fn step(&self) -> io::Result<()> {
        self.calls.set(self.calls.get() + 1);
        if self.calls.get() == self.fails { Err(self.with.into()) } else { Ok(()) }
    }
}

impl Storage for Faulty {
    type Lock = <Disk as Storage>::Lock;
    type Temporary = <Disk as Storage>::Temporary;

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        self.step().and_then(|()| Disk.target(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Self::Lock>> {
        self.step().and_then(|()| Disk.lock(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step().and_then(|()| Disk.read(path))
    }

    fn create(&self, folder: &Path) -> io::Result<Self::Temporary> {
        self.step().and_then(|()| Disk.create(folder))
    }

    fn write(&self, file: &mut Self::Temporary, bytes: &[u8]) -> io::Result<()> {
        let failure = self.step();
        // A full disk takes what still fits.
        Disk.write(file, if failure.is_err() { &bytes[..bytes.len() / 2] } else { bytes })?;
        failure
    }

    fn permit(&self, file: &mut Self::Temporary, like: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.permit(file, like))
    }

    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()> {
        self.step().and_then(|()| Disk.sync(file))
    }

    fn replace(&self, file: Self::Temporary, target: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.replace(file, target))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| Disk.sync_folder(folder))
    }
}

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

#[test]
fn every_failure_leaves_the_old_file_whole_or_says_that_it_does_not() {
    let kinds =
        [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::NotFound, io::ErrorKind::Other];
    for with in kinds {
        let mut saved = false;
        for fails in 1..20 {
            let (folder, path) = old_file();
            let storage = Faulty { calls: Cell::new(0), fails, with };
            let outcome = save_file(&storage, &path, NEW, Replacing::Known(Fingerprint::of(OLD)));
            let now = std::fs::read(&path).unwrap();
            match &outcome {
                Ok(fingerprint) => {
                    assert_eq!((now.as_slice(), *fingerprint), (NEW, Fingerprint::of(NEW)));
                    assert!(storage.calls.get() < fails, "no failure goes unreported");
                    saved = true;
                }
                Err(error) if error.old_file_is_whole() => assert_eq!(now, OLD, "step {fails}: {error}"),
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
            assert!(expected, "step {fails}, {with:?}: {outcome:?}");
            assert_eq!(names(folder.path()), ["case.ron"], "nothing is left behind");
        }
        assert!(saved);
    }
}

#[test]
fn a_file_that_changed_on_disk_is_left_alone() {
    let (_folder, path) = old_file();
    let loaded = Fingerprint::of(b"what was there before");
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Known(loaded)), Err(SaveError::Changed)));
    assert_eq!(std::fs::read(&path).unwrap(), OLD);
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Known(loaded)), Err(SaveError::Vanished)));
    assert!(save_file(&Disk, &path, NEW, Replacing::Anything).is_ok(), "save as");
    assert!(matches!(save_file(&Disk, &path.join("x/y.ron"), NEW, Replacing::Anything), Err(SaveError::Vanished)));
}

#[test]
fn a_file_that_is_there_already_is_left_alone_unless_somebody_was_asked() {
    let (folder, path) = old_file();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Nothing), Err(SaveError::Exists)));
    assert_eq!((std::fs::read(&path).unwrap().as_slice(), names(folder.path()).len()), (OLD, 1));
    assert!(save_file(&Disk, &folder.path().join("new.ron"), NEW, Replacing::Nothing).is_ok());
}

#[test]
fn a_file_that_somebody_else_saves_is_locked() {
    let (folder, path) = old_file();
    let lock = folder.path().canonicalize().unwrap().join("case.ron.rodedraad-lock");
    let held = Disk.lock(&lock).unwrap().unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Anything), Err(SaveError::Locked)));
    drop(held);
    assert!(save_file(&Disk, &path, NEW, Replacing::Anything).is_ok());
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let (_folder, path) = old_file();
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(save_file(&Disk, &path, NEW, Replacing::Anything), Err(SaveError::ReadOnly)));
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
    save_file(&Disk, &link, NEW, Replacing::Known(Fingerprint::of(OLD))).unwrap();
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
