//! The storage of a real machine.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::Storage;

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

/// A lock file that is held.
#[derive(Debug)]
pub struct DiskLock {
    file: File,
    path: PathBuf,
}

impl Drop for DiskLock {
    fn drop(&mut self) {
        // Removed while it is held: whoever opened it meanwhile notices that it is no longer the one at this path.
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// How often a lock file may vanish between being opened and being held before the file counts as locked.
const TRIES: usize = 16;

impl Storage for Disk {
    type Lock = DiskLock;
    type Temporary = NamedTempFile;

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        match path.canonicalize() {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => Ok(path.to_owned()),
            found => found,
        }
    }

    fn lock(&self, path: &Path) -> io::Result<Option<DiskLock>> {
        for _ in 0..TRIES {
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // Some network drives have no locks; the comparison of contents remains.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if is_at(&file, path) {
                return Ok(Some(DiskLock { file, path: path.to_owned() }));
            }
        }
        Ok(None)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut builder = Builder::new();
        builder.prefix(".").suffix(".rodedraad-new");
        permit_as_new(&mut builder);
        builder.tempfile_in(folder)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)?;
        file.flush()
    }

    fn permit(&self, file: &mut NamedTempFile, like: &Path) -> io::Result<()> {
        match like.metadata() {
            Ok(about) if about.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(about) => file.as_file().set_permissions(about.permissions()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn sync(&self, file: &mut NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn replace(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
        file.persist(target).map(drop).map_err(|error| error.error)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Other systems have no such step.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |about: io::Result<std::fs::Metadata>| about.map(|about| (about.dev(), about.ino())).ok();
    let held = identity(file.metadata());
    held.is_some() && held == identity(path.metadata())
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// Temporary files are usually for their owner's eyes only; a case has the permissions of any new file.
#[cfg(unix)]
fn permit_as_new(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn permit_as_new(_: &mut Builder<'_, '_>) {}
