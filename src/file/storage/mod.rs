//! What is asked of a disk, step by step, so that tests can make each step fail.

mod disk;
#[cfg(test)]
pub mod memory;

use std::path::{Path, PathBuf};
use std::{fmt, io};

pub use disk::Disk;

/// The steps of saving and of keeping a journal, one by one.
pub trait Storage {
    /// Holds a lock until it is dropped.
    type Lock: fmt::Debug;
    /// A new file that is not yet in its place; dropped, it is gone.
    type Temporary;
    /// A file that grows at its end.
    type Growing: fmt::Debug;

    /// Where a path leads when links are followed; the path itself where nothing is there yet.
    fn target(&self, path: &Path) -> io::Result<PathBuf>;
    /// Whether something has this name, be it a link that leads nowhere.
    fn is_there(&self, path: &Path) -> bool;
    /// Takes the lock at `path`, or nothing where somebody else holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<Self::Lock>>;
    /// The whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A temporary file in this folder.
    fn create(&self, folder: &Path) -> io::Result<Self::Temporary>;
    /// Writes to it.
    fn write(&self, file: &mut Self::Temporary, bytes: &[u8]) -> io::Result<()>;
    /// Gives it the permissions of the file at `like`, if there is one.
    fn permit(&self, file: &mut Self::Temporary, like: &Path) -> io::Result<()>;
    /// Waits until the disk has it.
    fn sync(&self, file: &mut Self::Temporary) -> io::Result<()>;
    /// Puts it in the place of `target`, in one step.
    fn replace(&self, file: Self::Temporary, target: &Path) -> io::Result<()>;
    /// Waits until the disk has the names in a folder.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder, and those above it; one that is there already is fine. `private`: for its owner's eyes only.
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()>;
    /// What stands in a folder, sorted by name; nothing where there is none.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Gives a file that is there a second name, under which its present content stays when the first gets another.
    fn keep(&self, file: &Path, kept: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, file: &Path) -> io::Result<()>;
    /// Takes a folder away, with all that is in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Opens a file that is to grow, made where there is none and cut to its first bytes. For its owner's eyes only.
    fn grow(&self, path: &Path, length: u64) -> io::Result<Self::Growing>;
    /// Writes at its end.
    fn append(&self, file: &mut Self::Growing, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the disk has what was written.
    fn sync_growing(&self, file: &mut Self::Growing) -> io::Result<()>;
}

/// A disk is used through references too.
impl<S: Storage> Storage for &S {
    type Lock = S::Lock;
    type Temporary = S::Temporary;
    type Growing = S::Growing;

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        (**self).target(path)
    }
    fn is_there(&self, path: &Path) -> bool {
        (**self).is_there(path)
    }
    fn lock(&self, path: &Path) -> io::Result<Option<S::Lock>> {
        (**self).lock(path)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        (**self).read(path)
    }
    fn create(&self, folder: &Path) -> io::Result<S::Temporary> {
        (**self).create(folder)
    }
    fn write(&self, file: &mut S::Temporary, bytes: &[u8]) -> io::Result<()> {
        (**self).write(file, bytes)
    }
    fn permit(&self, file: &mut S::Temporary, like: &Path) -> io::Result<()> {
        (**self).permit(file, like)
    }
    fn sync(&self, file: &mut S::Temporary) -> io::Result<()> {
        (**self).sync(file)
    }
    fn replace(&self, file: S::Temporary, target: &Path) -> io::Result<()> {
        (**self).replace(file, target)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        (**self).sync_folder(folder)
    }
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        (**self).make_folder(folder, private)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        (**self).list(folder)
    }
    fn keep(&self, file: &Path, kept: &Path) -> io::Result<()> {
        (**self).keep(file, kept)
    }
    fn remove(&self, file: &Path) -> io::Result<()> {
        (**self).remove(file)
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        (**self).remove_folder(folder)
    }
    fn grow(&self, path: &Path, length: u64) -> io::Result<S::Growing> {
        (**self).grow(path, length)
    }
    fn append(&self, file: &mut S::Growing, bytes: &[u8]) -> io::Result<()> {
        (**self).append(file, bytes)
    }
    fn sync_growing(&self, file: &mut S::Growing) -> io::Result<()> {
        (**self).sync_growing(file)
    }
}

/// The folder in which a file stands.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
