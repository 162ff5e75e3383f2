//! What the window holds to guard the work: the thread of the journal, journals that were left, the file that is held open,
//! and a count of starts that failed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;

use super::work::Job;
use crate::app::command::Command;
use crate::app::document::{Document, Origin};
use crate::app::safety::{HoldTold, JournalNote, LeftWork, SafetyNews};
use crate::app::workspace::Workspace;
use crate::file::hold::{Asked, Hold, Holder};
use crate::file::journal::keeper::{Ask, Report, Start};
use crate::file::journal::{Belongs, Left};
use crate::file::storage::Disk;
use crate::jobs::journal::{JournalThread, milliseconds};
use crate::jobs::starts::Starts;

/// The guards.
#[derive(Debug, Default)]
pub struct Safety {
    journal: Option<JournalThread>,
    journals: Option<PathBuf>,
    left: Vec<Left<Disk>>,
    /// The journal of the case that was just recovered.
    resuming: Option<Left<Disk>>,
    held: Option<(PathBuf, Hold)>,
    /// The window that reports of the journal wake: another one after a lost device.
    woken: Arc<Mutex<Context>>,
    starts: Option<Starts>,
}

impl Safety {
    /// Guards work in the folder `data`, the user's own. What to do and to tell first.
    pub fn new(data: &Path, ctx: &Context, starts: Option<Starts>) -> (Self, Vec<Command>, Vec<Job>) {
        let journals = data.join("journals");
        let woken = Arc::new(Mutex::new(ctx.clone()));
        let wake = Arc::clone(&woken);
        let wake = move || wake.lock().unwrap_or_else(PoisonError::into_inner).request_repaint();
        let journal = JournalThread::new(journals.clone(), wake).ok();
        let mut commands = Vec::new();
        if journal.is_some() {
            commands.push(Command::News(SafetyNews::JournalOn));
        }
        if starts.as_ref().is_some_and(Starts::is_safe) {
            commands.push(Command::News(SafetyNews::SafeStart));
        }
        let jobs = vec![Job::FindLeft(journals.clone())];
        (Self { journal, journals: Some(journals), woken, starts, ..Self::default() }, commands, jobs)
    }

    /// From now on reports of the journal wake this window.
    pub fn wake(&self, ctx: &Context) {
        *self.woken.lock().unwrap_or_else(PoisonError::into_inner) = ctx.clone();
    }

    /// Whether the program starts carefully.
    pub fn is_safe_start(&self) -> bool {
        self.starts.as_ref().is_some_and(Starts::is_safe)
    }

    /// The window is there and nothing is under way: the start did not fail.
    pub fn settled(&mut self) {
        if let Some(starts) = &mut self.starts {
            starts.settled();
        }
    }

    /// Tells the keeper of the journal.
    pub fn note(&mut self, note: JournalNote, workspace: &Workspace) {
        let Some(journal) = &self.journal else { return };
        let document = workspace.document();
        match note {
            JournalNote::Begin => {
                if let Some(document) = document {
                    journal.ask(Ask::Begin(belongs(document), start(document)));
                }
            }
            JournalNote::Resume => {
                if let Some(left) = self.resuming.take() {
                    journal.ask(Ask::Resume(left));
                }
            }
            JournalNote::Edits(edits) => journal.edits(edits),
            JournalNote::Checkpoint => {
                if let Some(document) = document {
                    journal.ask(Ask::Checkpoint(belongs(document), document.shared_case()));
                }
            }
            JournalNote::Saved(path, fingerprint, edits) => journal.ask(Ask::Saved(path, fingerprint, edits)),
            JournalNote::Close => journal.ask(Ask::Close),
        }
    }

    /// What the keeper of the journal told since.
    pub fn news(&self) -> Option<SafetyNews> {
        Some(match self.journal.as_ref()?.report()? {
            Report::Kept(edits) => SafetyNews::Kept(edits, milliseconds()),
            Report::Failed(reason) => SafetyNews::JournalFailed(reason),
            Report::NeedsCheckpoint => SafetyNews::NeedsCheckpoint,
        })
    }

    /// Whether the journal has nothing under way.
    pub fn is_idle(&self) -> bool {
        self.journal.as_ref().is_none_or(JournalThread::is_idle)
    }

    /// Journals were found that nobody writes.
    pub fn found(&mut self, found: Vec<(Left<Disk>, LeftWork)>) -> SafetyNews {
        let (left, told) = found.into_iter().unzip();
        self.left = left;
        SafetyNews::Left(told, self.is_safe_start())
    }

    /// The job that makes a case of a journal. A start counts as failed if the program does not live through it.
    pub fn recover(&mut self, folder: &Path) -> Option<Job> {
        let left = self.take_left(folder)?;
        if let Some(starts) = &mut self.starts {
            starts.risk();
        }
        Some(Job::Recover(Box::new(left)))
    }

    /// The job that takes a journal away.
    pub fn put_away(&mut self, folder: &Path) -> Option<Job> {
        self.take_left(folder).map(|left| Job::PutAway(Box::new(left)))
    }

    fn take_left(&mut self, folder: &Path) -> Option<Left<Disk>> {
        let at = self.left.iter().position(|left| left.folder == folder)?;
        Some(self.left.remove(at))
    }

    /// A case was made of a journal, or could not be.
    pub fn recovered(&mut self, left: Left<Disk>, document: Option<Document>) -> Vec<Command> {
        let folder = left.folder.clone();
        let Some(document) = document else {
            self.left.push(left);
            return Vec::new();
        };
        self.resuming = Some(left);
        vec![Command::Opened(Box::new(document)), Command::News(SafetyNews::PutAway(folder))]
    }

    /// A file was asked for. What to tell; the file held before is given back.
    pub fn held(&mut self, path: PathBuf, asked: Asked, workspace: &Workspace) -> (SafetyNews, Option<Job>) {
        let is_open = workspace.document().and_then(Document::path) == Some(path.as_path());
        let told = match &asked {
            Asked::Theirs { holder, lives } => HoldTold::Theirs(holder.clone(), *lives),
            Asked::Ours(_) | Asked::Nobodys(_) => HoldTold::Ours,
        };
        let before = match asked {
            Asked::Ours(hold) if is_open => self.held.replace((path.clone(), hold)),
            // Another case was opened meanwhile.
            Asked::Ours(hold) => Some((path.clone(), hold)),
            _ if is_open => self.held.take(),
            _ => None,
        };
        (SafetyNews::Held(path, told), before.map(|(_, hold)| Job::Release(hold)))
    }

    /// Gives the held file back if it is open no more.
    pub fn give_back(&mut self, workspace: &Workspace) -> Option<Job> {
        let open = workspace.document().and_then(Document::path);
        let held = self.held.take_if(|(path, _)| open != Some(path.as_path()))?;
        Some(Job::Release(held.1))
    }

    /// Whether this file is held already.
    pub fn holds(&self, path: &Path) -> bool {
        self.held.as_ref().is_some_and(|(held, _)| held == path)
    }

    /// Where reports of panics and journals stand.
    pub fn folder(&self) -> Option<&Path> {
        self.journals.as_deref()
    }
}

fn belongs(document: &Document) -> Belongs {
    let (file, name) = match document.origin() {
        Origin::File(path, fingerprint) => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (Some((path.clone(), *fingerprint)), name)
        }
        Origin::New(name) => (None, name.clone()),
        Origin::Example(example) => (None, example.file_name().to_owned()),
    };
    Belongs { title: document.case().head().title.clone(), file, name }
}

fn start(document: &Document) -> Start {
    match document.origin() {
        Origin::File(..) => Start::File,
        Origin::Example(example) => Start::Text(example.text()),
        Origin::New(_) => Start::Case(document.shared_case()),
    }
}

/// Who sits here.
pub fn me() -> Holder {
    let of = |names: &[&str]| {
        let found = names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        found.unwrap_or_default()
    };
    let machine = of(&["COMPUTERNAME", "HOSTNAME"]);
    let machine = if machine.is_empty() { crate::jobs::starts::machine() } else { machine };
    let since = jiff::Timestamp::from_millisecond(milliseconds()).unwrap_or_default();
    let since = since.strftime("%Y-%m-%d %H:%M UTC").to_string();
    Holder { user: of(&["USER", "USERNAME", "LOGNAME"]), machine, since }
}
