//! The storage of a real machine.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
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
    type Growing = File;

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        match path.canonicalize() {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => Ok(path.to_owned()),
            found => found,
        }
    }

    fn is_there(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
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

    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        if private {
            for_the_owner(&mut builder);
        }
        builder.create(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let entries = match std::fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn keep(&self, file: &Path, kept: &Path) -> io::Result<()> {
        if std::fs::hard_link(file, kept).is_ok() {
            return Ok(());
        }
        // Some drives know no second names.
        std::fs::copy(file, kept)?;
        let copy = OpenOptions::new().append(true).open(kept)?;
        copy.set_modified(file.metadata()?.modified()?)?;
        copy.sync_all()
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        std::fs::remove_file(file)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        std::fs::remove_dir_all(folder)
    }

    fn grow(&self, path: &Path, length: u64) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        only_for_the_owner(&mut options);
        let file = options.open(path)?;
        if file.metadata()?.len() != length {
            file.set_len(length)?;
        }
        Ok(file)
    }

    fn append(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync_growing(&self, file: &mut File) -> io::Result<()> {
        file.sync_data()
    }
}

#[cfg(unix)]
fn for_the_owner(builder: &mut DirBuilder) {
    use std::os::unix::fs::DirBuilderExt as _;
    builder.mode(0o700);
}

#[cfg(not(unix))]
fn for_the_owner(_: &mut DirBuilder) {}

#[cfg(unix)]
fn only_for_the_owner(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn only_for_the_owner(_: &mut OpenOptions) {}

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
