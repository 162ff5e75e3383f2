//! Earlier versions of a file: what it held before each save, in a folder beside it, numbered in the order of the saves.
//!
//! Numbers and not times, as clocks jump. A version has the time at which it was written as its own time of change.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::storage::{Storage, folder_of};

/// An earlier version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub path: PathBuf,
    /// Which one: later versions have higher numbers.
    pub number: u64,
    /// When it was saved, by the clock of the disk.
    pub saved: Option<SystemTime>,
    /// How many bytes it has.
    pub bytes: u64,
}

/// The folder of the earlier versions of a file.
pub fn folder(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".versions");
    file.with_file_name(name)
}

/// The earlier versions of a file, the latest first.
pub fn versions(storage: &impl Storage, file: &Path) -> io::Result<Vec<Version>> {
    let target = storage.target(file)?;
    let found = numbered(storage, &target)?.into_iter().rev().map(|(number, path)| {
        let about = path.metadata().ok();
        let saved = about.as_ref().and_then(|about| about.modified().ok());
        Version { number, saved, bytes: about.map_or(0, |about| about.len()), path }
    });
    Ok(found.collect())
}

/// Keeps what the file holds now as a version; not twice, where a save is tried again.
pub(super) fn keep(storage: &impl Storage, file: &Path) -> io::Result<()> {
    let folder = folder(file);
    storage.make_folder(&folder, false)?;
    let newest = numbered(storage, file)?.pop();
    if let Some((_, newest)) = &newest
        && storage.read(newest)? == storage.read(file)?
    {
        return Ok(());
    }
    let next = newest.map_or(1, |(number, _)| number + 1);
    let ending = file.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    storage.keep(file, &folder.join(format!("{next:06}{ending}")))?;
    storage.sync_folder(&folder)?;
    storage.sync_folder(folder_of(file))
}

/// Takes away all but the newest `most`. What cannot be taken away stays.
pub(super) fn thin(storage: &impl Storage, file: &Path, most: usize) {
    let Ok(versions) = numbered(storage, file) else { return };
    let too_many = versions.len().saturating_sub(most);
    for (_, path) in &versions[..too_many] {
        let _ = storage.remove(path);
    }
}

/// The versions with their numbers, in rising order. Files of other names are none of ours.
fn numbered(storage: &impl Storage, file: &Path) -> io::Result<Vec<(u64, PathBuf)>> {
    let ending = file.extension();
    let mut found: Vec<(u64, PathBuf)> = (storage.list(&folder(file))?.into_iter())
        .filter(|path| path.extension() == ending)
        .filter_map(|path| Some((path.file_stem()?.to_str()?.parse().ok()?, path)))
        .collect();
    found.sort_unstable();
    Ok(found)
}
