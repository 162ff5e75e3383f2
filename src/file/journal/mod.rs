//! The recovery journal of one open case: a folder with a file that only grows, in which every edit is written down, and
//! beside it the case as it was before the first.
//!
//! What was waited for by [`Journal::sync`] is there after a crash, a kill or a power cut. [`recover`] makes the case
//! again of it, up to the last sound record.

pub mod edit;
pub mod keeper;
pub mod record;

use std::io;
use std::path::{Path, PathBuf};

use self::edit::WrittenEdit;
use self::record::{Record, Records, Tail};
use super::Opened;
use super::save::{Fingerprint, versions};
use super::storage::{Storage, folder_of};
use crate::model::Case;
use crate::model::edit::Edit;

/// Name of the file that grows.
const JOURNAL: &str = "journal";
/// Name of its lock: held while the program that writes it lives.
const LOCK: &str = "lock";
/// A copy of what was damaged.
const DAMAGED: &str = "journal.damaged";

/// Which case a journal belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongs {
    /// Its title.
    pub title: String,
    /// Its file and what that held when it was opened; none where it is in no file yet.
    pub file: Option<(PathBuf, Fingerprint)>,
    /// The name to propose for a file.
    pub name: String,
}

/// A journal that is being written.
#[derive(Debug)]
pub struct Journal<S: Storage> {
    storage: S,
    folder: PathBuf,
    file: S::Growing,
    tail: Tail,
    edits: u64,
    bases: u64,
    _lock: S::Lock,
}

impl<S: Storage> Journal<S> {
    /// Begins a journal in a new folder of this name.
    pub fn begin(storage: S, folder: &Path, belongs: &Belongs) -> io::Result<Self> {
        let journals = folder_of(folder);
        storage.make_folder(journals, true)?;
        storage.make_folder(folder, true)?;
        let lock = storage.lock(&folder.join(LOCK))?.ok_or(io::ErrorKind::WouldBlock)?;
        let file = storage.grow(&folder.join(JOURNAL), 0)?;
        let mut journal =
            Self { storage, folder: folder.to_owned(), file, tail: Tail::default(), edits: 0, bases: 0, _lock: lock };
        let text = |path: &Path| path.to_str().map(str::to_owned);
        journal.add(&Record::Opened {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            title: belongs.title.clone(),
            path: belongs.file.as_ref().and_then(|(path, _)| text(path)),
            fingerprint: belongs.file.as_ref().map(|(_, fingerprint)| fingerprint.text()),
            name: belongs.name.clone(),
        })?;
        journal.sync()?;
        journal.storage.sync_folder(folder)?;
        journal.storage.sync_folder(journals)?;
        journal.storage.sync_folder(folder_of(journals))?;
        Ok(journal)
    }

    /// Goes on with a journal that was left. What of it is damaged is kept aside first.
    pub fn resume(storage: S, left: Left<S>) -> io::Result<Self> {
        let Left { folder, records, lock, bytes } = left;
        let path = folder.join(JOURNAL);
        if records.is_damaged {
            storage.keep(&path, &folder.join(DAMAGED))?;
            let mut sound = storage.create(&folder)?;
            storage.write(&mut sound, &bytes[..records.length as usize])?;
            storage.sync(&mut sound)?;
            storage.replace(sound, &path)?;
            storage.sync_folder(&folder)?;
        }
        let file = storage.grow(&path, records.length)?;
        let count = |is: fn(&Record) -> bool| records.sound.iter().filter(|record| is(record)).count() as u64;
        let edits = count(|record| matches!(record, Record::Edit { .. }));
        let bases = count(|record| matches!(record, Record::Base { .. }));
        Ok(Self { storage, folder, file, tail: records.tail, edits, bases, _lock: lock })
    }

    /// How many edits it has.
    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps the text of the case as it was after so many edits.
    pub fn base(&mut self, bytes: &[u8], edits: u64) -> io::Result<()> {
        self.bases += 1;
        let name = format!("base-{}.ron", self.bases);
        let mut file = self.storage.create(&self.folder)?;
        self.storage.write(&mut file, bytes)?;
        self.storage.sync(&mut file)?;
        self.storage.replace(file, &self.folder.join(&name))?;
        self.storage.sync_folder(&self.folder)?;
        self.add(&Record::Base { file: name, fingerprint: Fingerprint::of(bytes).text(), edits })
    }

    /// Writes an edit down; safe only after [`Self::sync`]. `at`: milliseconds since 1970.
    pub fn edit(&mut self, at: i64, edit: &Edit) -> io::Result<()> {
        self.add(&Record::Edit { at, edit: WrittenEdit::new(edit) })?;
        self.edits += 1;
        Ok(())
    }

    /// The state after so many edits was saved.
    pub fn saved(&mut self, path: &Path, fingerprint: Fingerprint, edits: u64) -> io::Result<()> {
        let path = path.to_str().unwrap_or_default().to_owned();
        self.add(&Record::Saved { path, fingerprint: fingerprint.text(), edits })
    }

    /// Waits until the disk has all of it.
    pub fn sync(&mut self) -> io::Result<()> {
        self.storage.sync_growing(&mut self.file)
    }

    /// Takes the journal away: nothing of it is needed any more.
    pub fn discard(self) -> io::Result<()> {
        let Self { storage, folder, file, _lock, .. } = self;
        drop(file);
        discard(&storage, &folder)
    }

    fn add(&mut self, record: &Record) -> io::Result<()> {
        let bytes = self.tail.add(record);
        self.storage.append(&mut self.file, &bytes)
    }
}

/// Takes a journal away, in an order in which half of it is never taken for the whole.
pub fn discard(storage: &impl Storage, folder: &Path) -> io::Result<()> {
    let journal = folder.join(JOURNAL);
    if storage.is_there(&journal) {
        storage.remove(&journal)?;
        storage.sync_folder(folder)?;
    }
    storage.remove_folder(folder)
}

/// A journal that nobody writes any more: its program crashed, was killed or lost its power. Held, so that no other
/// program takes it.
#[derive(Debug)]
pub struct Left<S: Storage> {
    /// Its folder.
    pub folder: PathBuf,
    /// What it holds.
    pub records: Records,
    bytes: Vec<u8>,
    lock: S::Lock,
}

/// The journals that were left in the folder of all journals. Folders in which none was begun are cleared away.
pub fn left<S: Storage>(storage: &S, journals: &Path) -> io::Result<Vec<Left<S>>> {
    let mut found = Vec::new();
    for folder in storage.list(journals)? {
        // Whoever writes it holds it.
        let Ok(Some(lock)) = storage.lock(&folder.join(LOCK)) else { continue };
        if storage.is_there(&folder.join(JOURNAL)) {
            let Ok(bytes) = storage.read(&folder.join(JOURNAL)) else { continue };
            found.push(Left { folder, records: record::read(&bytes), bytes, lock });
        } else {
            drop(lock);
            let _ = storage.remove_folder(&folder);
        }
    }
    Ok(found)
}

/// Why nothing can be made of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoverError {
    /// Not even its first record is sound.
    #[error("the journal is damaged from its start")]
    Unreadable,
    /// The case that its edits belong to is not there any more.
    #[error("the case that the edits belong to is gone or was changed")]
    NoBase,
}

/// A case that was made again of its journal.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The case, with what reading its base found.
    pub opened: Opened,
    /// Which case it was.
    pub belongs: Belongs,
    /// Edits of the journal that are in it.
    pub edits: u64,
    /// When the last of them was made: milliseconds since 1970.
    pub last: Option<i64>,
    /// Records that could not be used, at least.
    pub lost: usize,
    /// Where it was saved last since it was opened, and what that file held then.
    pub saved: Option<(PathBuf, Fingerprint)>,
}

/// Which case a journal belongs to; nothing if it is damaged from its start.
pub fn belongs(records: &Records) -> Option<Belongs> {
    let Some(Record::Opened { title, path, fingerprint, name, .. }) = records.sound.first() else { return None };
    let fingerprint = fingerprint.as_deref().and_then(Fingerprint::from_text);
    let file = path.as_ref().map(PathBuf::from).zip(fingerprint);
    Some(Belongs { title: title.clone(), file, name: name.clone() })
}

/// Makes the case again of its journal.
pub fn recover<S: Storage>(storage: &S, left: &Left<S>) -> Result<Recovered, RecoverError> {
    let records = &left.records;
    let belongs = belongs(records).ok_or(RecoverError::Unreadable)?;
    let (bytes, start) = base(storage, left, &belongs).ok_or(RecoverError::NoBase)?;
    let mut opened = super::read(&bytes).map_err(|_| RecoverError::NoBase)?;
    let edits = records.sound.iter().filter_map(|record| match record {
        Record::Edit { at, edit } => Some((*at, edit)),
        _ => None,
    });
    let (mut count, mut last, mut refused) = (start, None, 0);
    for (at, edit) in edits.skip(start as usize) {
        if refused > 0 || !replay(&mut opened.case, edit) {
            // What follows was done to a state that is not reached.
            refused += 1;
            continue;
        }
        (count, last) = (count + 1, Some(at));
    }
    let saved = records.sound.iter().rev().find_map(|record| match record {
        Record::Saved { path, fingerprint, .. } => Some((PathBuf::from(path), Fingerprint::from_text(fingerprint)?)),
        _ => None,
    });
    let lost = refused + if records.is_damaged { records.lost.max(1) } else { 0 };
    Ok(Recovered { opened, belongs, edits: count, last, lost, saved })
}

fn replay(case: &mut Case, edit: &WrittenEdit) -> bool {
    edit.clone().read(case).is_some_and(|edit| case.apply(edit).is_ok())
}

/// The case to which edits are to be applied, and how many of them are in it already: the latest copy that is whole, or
/// the file itself, or an earlier version of it.
fn base<S: Storage>(storage: &S, left: &Left<S>, belongs: &Belongs) -> Option<(Vec<u8>, u64)> {
    let is = |path: &Path, fingerprint: Fingerprint| {
        storage.read(path).ok().filter(|bytes| Fingerprint::of(bytes) == fingerprint)
    };
    let copies = left.records.sound.iter().rev().filter_map(|record| match record {
        Record::Base { file, fingerprint, edits } => Some((file, Fingerprint::from_text(fingerprint)?, *edits)),
        _ => None,
    });
    for (file, fingerprint, edits) in copies {
        // A name, never a path that leads elsewhere.
        let name = Path::new(file).file_name()?;
        if let Some(bytes) = is(&left.folder.join(name), fingerprint) {
            return Some((bytes, edits));
        }
    }
    let (path, fingerprint) = belongs.file.as_ref()?;
    if let Some(bytes) = is(path, *fingerprint) {
        return Some((bytes, 0));
    }
    let earlier = versions::versions(storage, path).ok()?;
    earlier.iter().find_map(|version| is(&version.path, *fingerprint)).map(|bytes| (bytes, 0))
}

#[cfg(test)]
mod tests;
