//! Loading and saving a file, so that neither hangs and no failure costs what was there.
//!
//! Saving: lock beside the file → compare with what was loaded → temporary file in the same folder → write → to the
//! disk → keep the version before → rename → folder to the disk → read back. Until the rename the old file is untouched; after it the new one
//! is whole. A failure is reported, never retried: after a failed flush nobody knows what the disk holds. Only where another
//! program holds the file for a moment is the whole save begun again ([`save_patiently`]).

mod patience;
pub mod versions;

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use thiserror::Error;

pub use patience::{PAUSE, TRIES, save_patiently};

use super::bytes::MOST_BYTES;
use super::storage::folder_of;
pub use super::storage::{Disk, Storage};
use crate::base::text::hex;
use crate::base::windows::is_held_by_another_program;

/// What a file held when it was read: enough to notice that somebody else has written it since.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// As text, to be written down.
    pub fn text(self) -> String {
        hex(&self.0)
    }

    /// From its text.
    pub fn from_text(text: &str) -> Option<Self> {
        let digit = |at: usize| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok();
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = digit(at)?;
        }
        (text.len() == 64).then_some(Self(bytes))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex(&self.0[..4]))
    }
}

/// Why a file could not be read.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Nothing has this name.
    #[error("no such file")]
    NotFound,
    /// A link to something that is not there.
    #[error("the link leads to a file that does not exist")]
    BrokenLink,
    /// A folder.
    #[error("a folder, not a file")]
    Folder,
    /// A device, a pipe or a socket: reading it could take for ever.
    #[error("a device or pipe, not a file")]
    NotAFile,
    /// The system does not allow it.
    #[error("no permission to read it")]
    NoPermission,
    /// More bytes than are read.
    #[error("{0} bytes, more than are read")]
    TooLarge(u64),
    /// Anything else.
    #[error("{0}")]
    Other(io::Error),
}

impl LoadError {
    /// Key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "load-not-found",
            Self::BrokenLink => "load-broken-link",
            Self::Folder => "load-folder",
            Self::NotAFile => "load-not-a-file",
            Self::NoPermission => "load-no-permission",
            Self::TooLarge(_) => "load-too-large",
            Self::Other(_) => "load-other",
        }
    }

    fn from_io(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error),
        }
    }
}

/// Reads a file whole. Looks at what it is before it opens it, as opening a pipe waits for a writer.
pub fn load_file(path: &Path) -> Result<(Vec<u8>, Fingerprint), LoadError> {
    let about = match path.metadata() {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
            return Err(LoadError::BrokenLink);
        }
        Err(error) => return Err(LoadError::from_io(error)),
    };
    if about.is_dir() {
        return Err(LoadError::Folder);
    }
    if !about.is_file() {
        return Err(LoadError::NotAFile);
    }
    if about.len() > MOST_BYTES {
        return Err(LoadError::TooLarge(about.len()));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    let file = File::open(path).map_err(LoadError::from_io)?;
    // The file may grow while it is read.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(LoadError::from_io)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(LoadError::TooLarge(bytes.len() as u64));
    }
    let fingerprint = Fingerprint::of(&bytes);
    Ok((bytes, fingerprint))
}

/// Why a file was not saved.
#[derive(Debug, Error)]
pub enum SaveError {
    /// Another program is saving it.
    #[error("another program is saving this file")]
    Locked,
    /// Another program has it open, so that it cannot be replaced.
    #[error("another program has this file open")]
    Busy,
    /// It is no longer what was loaded.
    #[error("the file on disk has changed since it was opened")]
    Changed,
    /// There is a file already, and nobody was asked whether it may go.
    #[error("there is a file of this name already")]
    Exists,
    /// It, or its folder, is gone.
    #[error("the file or its folder is no longer there")]
    Vanished,
    /// The system does not allow it.
    #[error("no permission to write here")]
    ReadOnly,
    /// No room for so many bytes.
    #[error("disk full, {0} bytes needed")]
    DiskFull(u64),
    /// The new file stands in its place, but the disk did not confirm that it is there to stay, or it reads back as
    /// something else.
    #[error("written, but not confirmed: {0}")]
    NotConfirmed(String),
    /// Anything else. The old file is untouched.
    #[error("{0}")]
    Other(io::Error),
}

impl SaveError {
    /// Key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Locked => "save-locked",
            Self::Busy => "save-busy",
            Self::Changed => "save-changed",
            Self::Exists => "save-exists",
            Self::Vanished => "save-vanished",
            Self::ReadOnly => "save-read-only",
            Self::DiskFull(_) => "save-disk-full",
            Self::NotConfirmed(_) => "save-not-confirmed",
            Self::Other(_) => "save-other",
        }
    }

    /// Whether the old file stands untouched.
    pub const fn old_file_is_whole(&self) -> bool {
        !matches!(self, Self::NotConfirmed(_))
    }

    fn from_io(error: io::Error, size: usize) -> Self {
        match error.kind() {
            // Shares of other systems say it in their own words, too.
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => Self::Busy,
            _ if is_held_by_another_program(&error) => Self::Busy,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull(size as u64)
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Vanished,
            _ => Self::Other(error),
        }
    }
}

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replacing {
    /// What was loaded from there: a file that somebody else has written since is left alone.
    Known(Fingerprint),
    /// Nothing: a file that is there already is left alone.
    Nothing,
    /// Whatever stands there.
    Anything,
}

/// A file that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it holds now.
    pub fingerprint: Fingerprint,
    /// What it held before could not be kept as an earlier version, for this reason.
    pub not_kept: Option<String>,
}

/// Saves `bytes` at `path`, unless that would replace more than it may. What stood there before is kept as a version:
/// the newest `versions` of them, none where that is 0.
pub fn save_file(
    storage: &impl Storage,
    path: &Path,
    bytes: &[u8],
    replacing: Replacing,
    versions: usize,
) -> Result<Saved, SaveError> {
    let io = |error| SaveError::from_io(error, bytes.len());
    let target = storage.target(path).map_err(io)?;
    let folder = folder_of(&target);
    let _lock = storage.lock(&lock_path(&target)).map_err(io)?.ok_or(SaveError::Locked)?;
    match replacing {
        Replacing::Known(loaded) if Fingerprint::of(&storage.read(&target).map_err(io)?) != loaded => {
            return Err(SaveError::Changed);
        }
        Replacing::Nothing if storage.is_there(&target) => return Err(SaveError::Exists),
        _ => {}
    }
    let mut file = storage.create(folder).map_err(io)?;
    // Before there is anything to see in it.
    storage.permit(&mut file, &target).map_err(io)?;
    storage.write(&mut file, bytes).map_err(io)?;
    storage.sync(&mut file).map_err(io)?;
    let mut not_kept = None;
    if versions > 0 && storage.is_there(&target) {
        // A place in which nothing but the file itself may be written must not keep the work from being saved.
        not_kept = versions::keep(storage, &target).err().map(|error| error.to_string());
    }
    storage.replace(file, &target).map_err(io)?;
    let unconfirmed = |error: io::Error| SaveError::NotConfirmed(error.to_string());
    storage.sync_folder(folder).map_err(unconfirmed)?;
    let fingerprint = Fingerprint::of(bytes);
    if Fingerprint::of(&storage.read(&target).map_err(unconfirmed)?) != fingerprint {
        return Err(SaveError::NotConfirmed("read back as something else".to_owned()));
    }
    if versions > 0 {
        versions::thin(storage, &target, versions);
    }
    Ok(Saved { fingerprint, not_kept })
}

/// Whether two paths lead to one file, by whatever way. What is made out of a file must not take its place.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The lock of a file stands beside it.
fn lock_path(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".rodedraad-lock");
    target.with_file_name(name)
}

#[cfg(test)]
mod tests;
