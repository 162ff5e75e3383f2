//! What guards the user's work beside saving: the journal, work that was left by a crash, earlier versions, files that
//! somebody else has open or has changed.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::Fingerprint;
use crate::analysis::changes::Changes;
use crate::file::hold::Holder;
use crate::model::edit::Edit;

/// How far the recovery journal is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalState {
    /// Whether there is a journal at all: not for users without a home.
    pub is_on: bool,
    /// Edits that it was told of since the program started.
    pub told: u64,
    /// How many of them are safe in it.
    pub kept: u64,
    /// When the last of them got there: milliseconds since 1970.
    pub kept_at: Option<i64>,
    /// Why it cannot be written.
    pub failed: Option<String>,
}

/// What is told to the keeper of the journal.
#[derive(Clone, Debug, PartialEq)]
pub enum JournalNote {
    /// The open case gets a journal.
    Begin,
    /// The open case was recovered: its journal goes on.
    Resume,
    /// These edits were made.
    Edits(Vec<Edit>),
    /// The open case as it is now is to be kept whole.
    Checkpoint,
    /// The state after so many edits was saved.
    Saved(PathBuf, Fingerprint, u64),
    /// What is not saved is not wanted.
    Close,
}

/// Work that was found in a journal which nobody writes any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftWork {
    /// The folder of the journal: its name here.
    pub folder: PathBuf,
    /// Title of the case; empty where the journal is damaged from its start.
    pub title: String,
    /// Its file.
    pub path: Option<PathBuf>,
    /// When the last edit was made: milliseconds since 1970.
    pub last: Option<i64>,
    /// Edits in it.
    pub edits: u64,
    /// Records that could not be used, at least.
    pub lost: usize,
    /// What it has that the file has not; none where there is no such file any more, or never was.
    pub changes: Option<Arc<Changes>>,
    /// Message key of why nothing can be made of it.
    pub error: Option<&'static str>,
}

/// With what the open case is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// With its file, which was to be saved over and was changed by somebody.
    Conflict,
    /// With its file, to look.
    OnDisk,
    /// With an earlier version.
    Version,
}

/// What differs between a file and the open case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Why it was asked for.
    pub comparing: Comparing,
    /// The file.
    pub path: PathBuf,
    /// What the file held; none where it could not be read.
    pub fingerprint: Option<Fingerprint>,
    /// From the file to the open case; or why it could not be read, in words.
    pub changes: Result<Arc<Changes>, String>,
}

/// An earlier version of the open file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierVersion {
    /// Where it is.
    pub path: PathBuf,
    /// Which one: later versions have higher numbers.
    pub number: u64,
    /// When it was saved: milliseconds since 1970.
    pub saved: Option<i64>,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What came of asking for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldTold {
    /// Nobody else has it open.
    Ours,
    /// Somebody has; whether the program surely runs.
    Theirs(Holder, bool),
}

/// What happens to the safety of the work.
#[derive(Clone, Debug, PartialEq)]
pub enum SafetyNews {
    /// There is a place for journals.
    JournalOn,
    /// So many edits are safe since this time.
    Kept(u64, i64),
    /// Another program holds the file that is to be saved: it is tried again for some seconds.
    SaveWaits(PathBuf),
    /// The journal cannot be written.
    JournalFailed(String),
    /// The journal wants the case as it is.
    NeedsCheckpoint,
    /// Work was found that was left; `safe`: the program starts carefully and does not offer it by itself.
    Left(Vec<LeftWork>, bool),
    /// This journal was put away.
    PutAway(PathBuf),
    /// What differs between a file and the open case.
    Compared(Box<Difference>),
    /// The earlier versions of the open file.
    Versions(Vec<EarlierVersion>),
    /// Whether somebody else has this file open.
    Held(PathBuf, HoldTold),
    /// The program starts carefully, after starts that failed.
    SafeStart,
}

/// What the user asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum SafetyWish {
    /// Opens the work of this journal, after a question if there is unsaved work.
    Recover(PathBuf),
    /// Takes the journal away for good.
    PutAway(PathBuf),
    /// Compares the open case with a file.
    Compare(Comparing, PathBuf),
    /// Saves over the open file, which holds what was shown.
    Overwrite(PathBuf, Fingerprint),
    /// Opens an earlier version as a case of its own.
    OpenVersion(PathBuf),
    /// Takes over a file that somebody on another machine had open.
    TakeOver(PathBuf),
    /// Keeps so many earlier versions from now on.
    KeepVersions(usize),
}
