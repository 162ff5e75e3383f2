//! Keeps the journal of the open case, whatever the disk does: where writing fails, it begins anew with the case as it is.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Belongs, Journal, Left};
use crate::file::save::Fingerprint;
use crate::file::storage::Storage;
use crate::file::write;
use crate::model::Case;
use crate::model::edit::Edit;

/// What a journal starts from.
#[derive(Clone, Debug)]
pub enum Start {
    /// The file of the case as it was opened: copied when there is time.
    File,
    /// A text that is built in.
    Text(&'static str),
    /// A case that is in no file.
    Case(Arc<Case>),
}

/// What is asked of the keeper, in this order.
#[derive(Debug)]
pub enum Ask<S: Storage> {
    /// A journal for this case, from before its first edit.
    Begin(Belongs, Start),
    /// The journal of a case that was recovered.
    Resume(Left<S>),
    /// These edits were made, at these times: milliseconds since 1970.
    Edits(Vec<(i64, Edit)>),
    /// The case as it is after all edits so far: the answer to [`Report::NeedsCheckpoint`].
    Checkpoint(Belongs, Arc<Case>),
    /// The state after so many edits was saved, counted from the start of the keeper.
    Saved(PathBuf, Fingerprint, u64),
    /// The case was closed: what is not saved is not wanted.
    Close,
}

/// What the keeper tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// So many edits are safe, counted from the start of the keeper: over all journals, so that a report that comes late is
    /// never taken for one of the journal after it.
    Kept(u64),
    /// The journal cannot be written.
    Failed(String),
    /// The case as it is now is wanted.
    NeedsCheckpoint,
}

enum State<S: Storage> {
    Off,
    On(Journal<S>),
    /// It failed; what it has is held on to until there is better.
    Broken(Option<Journal<S>>),
}

/// Keeps the journal of one open case at a time.
pub struct Keeper<S: Storage> {
    storage: S,
    journals: PathBuf,
    stem: String,
    begun: u64,
    state: State<S>,
    /// Edits asked for since the keeper was started.
    received: u64,
    /// How many more edits the journal has than were received.
    ahead: i64,
    /// What there is still to be written.
    unsynced: bool,
    /// The file that is still to be copied.
    base: Option<(PathBuf, Fingerprint)>,
}

impl<S: Storage + Clone> Keeper<S> {
    /// Keeps journals in folders below `journals`, of names that begin with `stem`, which no other program may use.
    pub fn new(storage: S, journals: PathBuf, stem: String) -> Self {
        let state = State::Off;
        Self { storage, journals, stem, begun: 0, state, received: 0, ahead: 0, unsynced: false, base: None }
    }

    /// Does what is asked. What was written is safe only after [`Self::sync`].
    pub fn take(&mut self, ask: Ask<S>, tell: &mut dyn FnMut(Report)) {
        match ask {
            Ask::Begin(belongs, start) => self.begin(&belongs, start, tell),
            Ask::Resume(left) => {
                self.reset();
                match Journal::resume(self.storage.clone(), left) {
                    Ok(journal) => {
                        self.ahead = journal.edits() as i64 - self.received as i64;
                        self.state = State::On(journal);
                    }
                    Err(error) => self.fail(&error, tell),
                }
            }
            Ask::Edits(edits) => {
                self.received += edits.len() as u64;
                let outcome = match &mut self.state {
                    State::On(journal) => edits.iter().try_for_each(|(at, edit)| journal.edit(*at, edit)),
                    State::Broken(_) => return tell(Report::NeedsCheckpoint),
                    State::Off => Ok(()),
                };
                self.unsynced = true;
                if let Err(error) = outcome {
                    self.fail(&error, tell);
                }
            }
            Ask::Checkpoint(belongs, case) => self.checkpoint(&belongs, &case, tell),
            Ask::Saved(path, fingerprint, edits) => {
                if edits == self.received {
                    self.drop_journal();
                } else if let State::On(journal) = &mut self.state {
                    let edits = edits.saturating_add_signed(self.ahead);
                    self.unsynced = true;
                    if let Err(error) = journal.saved(&path, fingerprint, edits) {
                        self.fail(&error, tell);
                    }
                }
            }
            Ask::Close => self.drop_journal(),
        }
    }

    /// Waits until all that was asked for is safe.
    pub fn sync(&mut self, tell: &mut dyn FnMut(Report)) {
        let State::On(journal) = &mut self.state else { return };
        if !std::mem::take(&mut self.unsynced) {
            return;
        }
        match journal.sync() {
            Ok(()) => tell(Report::Kept(self.received)),
            Err(error) => self.fail(&error, tell),
        }
    }

    /// Does what can wait: copies the file that the edits belong to, so that they can do without it.
    pub fn idle(&mut self, tell: &mut dyn FnMut(Report)) {
        let (State::On(journal), Some((path, fingerprint))) = (&mut self.state, self.base.take()) else { return };
        match self.storage.read(&path) {
            Ok(bytes) if Fingerprint::of(&bytes) == fingerprint => {
                if let Err(error) = journal.base(&bytes, 0).and_then(|()| journal.sync()) {
                    self.fail(&error, tell);
                }
            }
            // Somebody else was quicker.
            _ => tell(Report::NeedsCheckpoint),
        }
    }

    /// Whether [`Self::idle`] has something to do.
    pub fn is_behind(&self) -> bool {
        self.base.is_some()
    }

    fn reset(&mut self) {
        (self.ahead, self.unsynced, self.base) = (-(self.received as i64), false, None);
    }

    fn begin(&mut self, belongs: &Belongs, start: Start, tell: &mut dyn FnMut(Report)) {
        self.reset();
        self.state = State::Off;
        let begun = self.new_journal(belongs).and_then(|mut journal| {
            match start {
                Start::File => self.base.clone_from(&belongs.file),
                Start::Text(text) => journal.base(text.as_bytes(), 0)?,
                Start::Case(case) => journal.base(write(&case).as_bytes(), 0)?,
            }
            journal.sync()?;
            Ok(journal)
        });
        match begun {
            Ok(journal) => {
                self.state = State::On(journal);
                tell(Report::Kept(self.received));
            }
            Err(error) => self.fail(&error, tell),
        }
    }

    fn new_journal(&mut self, belongs: &Belongs) -> std::io::Result<Journal<S>> {
        self.begun += 1;
        let folder = self.journals.join(format!("{}-{}", self.stem, self.begun));
        Journal::begin(self.storage.clone(), &folder, belongs)
    }

    fn checkpoint(&mut self, belongs: &Belongs, case: &Case, tell: &mut dyn FnMut(Report)) {
        let text = write(case);
        self.base = None;
        if let State::On(journal) = &mut self.state {
            let edits = journal.edits();
            if journal.base(text.as_bytes(), edits).and_then(|()| journal.sync()).is_ok() {
                return tell(Report::Kept(self.received));
            }
        }
        let begun = self.new_journal(belongs).and_then(|mut journal| {
            journal.base(text.as_bytes(), 0)?;
            journal.sync()?;
            Ok(journal)
        });
        match begun {
            Ok(journal) => {
                let before = std::mem::replace(&mut self.state, State::On(journal));
                (self.ahead, self.unsynced) = (-(self.received as i64), false);
                if let State::On(before) | State::Broken(Some(before)) = before {
                    // It holds less than the new one; if it stays, it is offered and can be put away.
                    let _ = before.discard();
                }
                tell(Report::Kept(self.received));
            }
            Err(error) => self.fail(&error, tell),
        }
    }

    fn fail(&mut self, error: &std::io::Error, tell: &mut dyn FnMut(Report)) {
        self.state = match std::mem::replace(&mut self.state, State::Off) {
            State::On(journal) => State::Broken(Some(journal)),
            State::Broken(journal) => State::Broken(journal),
            State::Off => State::Broken(None),
        };
        // A copy that is still to be made belongs to the journal that failed, and to no later one.
        (self.unsynced, self.base) = (false, None);
        tell(Report::Failed(error.to_string()));
    }

    /// Everything is in a file, or nothing is wanted.
    fn drop_journal(&mut self) {
        self.reset();
        if let State::On(journal) | State::Broken(Some(journal)) = std::mem::replace(&mut self.state, State::Off) {
            let _ = journal.discard();
        }
    }
}
