//! Opening, saving and closing, with a question before unsaved work is lost.

use super::{Command, Effect, Modal, Notice, Origin, Pending, Replacing, UiCommand, UnsavedAnswer, Workspace, Written};
use std::sync::Arc;

use crate::app::command::SaveFailure;
use crate::app::document::{Document, Mark, Saved};
use crate::app::playback::Playback;
use crate::app::safety::{Comparing, JournalNote, SafetyWish};
use crate::app::selection::Selection;
use crate::file;
use crate::model::dates::Clock;
use crate::model::time::WindowRule;

impl Workspace {
    pub(super) fn file_command(&mut self, command: Command, effects: &mut Vec<Effect>) {
        match command {
            Command::OpenPath(path) => self.guard(Pending::Open(path), effects),
            Command::OpenExample(example) => self.guard(Pending::Example(example), effects),
            Command::CancelOpen => {
                self.opening = None;
                effects.push(Effect::CancelOpen);
            }
            Command::Opened(document) => self.opened(*document, effects),
            Command::EdgeListRead(list) => {
                self.opening = None;
                self.edge_list = Some(Arc::from(list));
                self.modal = Some(Modal::EdgeList);
            }
            Command::ReadEdgeListAs(reading) => {
                if let Some(list) = &self.edge_list {
                    effects.push(Effect::ReadEdgeListAs(Arc::clone(list), reading));
                }
            }
            Command::TakeEdgeList => {
                if let Some(list) = self.edge_list.take_if(|list| list.reading.is_complete()) {
                    self.modal = None;
                    self.opening = Some(list.path.clone());
                    effects.push(Effect::TakeEdgeList(list));
                }
            }
            Command::OpenFailed(path, reason) => {
                self.opening = None;
                let mut notice = Notice::with("strip-open-failed", "path", path.display().to_string());
                notice.args.push(("reason", reason));
                self.show_strip(notice, true, Some(("remedy-open-other", Command::Ui(UiCommand::Open))));
            }
            Command::SaveTo(path) => self.save_to(path, Replacing::Anything, effects),
            Command::SaveToTyped(path) => self.save_to(path, Replacing::Nothing, effects),
            Command::SaveAbandoned => self.pending = None,
            Command::Saved { path, mark, result } => self.saved(path, mark, result, effects),
            Command::ChangedOnDisk(path) => {
                let look = Command::Wish(SafetyWish::Compare(Comparing::OnDisk, path.clone()));
                let notice = Notice::with("strip-changed-on-disk", "path", path.display().to_string());
                self.show_strip(notice, false, Some(("remedy-difference", look)));
            }
            Command::GoneFromDisk(path) => {
                let notice = Notice::with("strip-gone-from-disk", "path", path.display().to_string());
                self.show_strip(notice, true, Some(("remedy-save-elsewhere", Command::Ui(UiCommand::SaveAs))));
            }
            Command::CloseRequested => self.quit(effects),
            Command::Unsaved(answer) => self.answer_unsaved(answer, effects),
            Command::Focused => {
                if let Some(Origin::File(path, fingerprint)) = self.document.as_ref().map(Document::origin) {
                    effects.push(Effect::CheckDisk(path.clone(), *fingerprint));
                }
            }
            _ => {}
        }
    }

    fn is_dirty(&self) -> bool {
        self.document.as_ref().is_some_and(Document::is_dirty)
    }

    /// Goes on, or asks first if unsaved work would be lost.
    pub(super) fn guard(&mut self, pending: Pending, effects: &mut Vec<Effect>) {
        if self.is_dirty() {
            self.modal = Some(Modal::Unsaved(pending));
        } else {
            self.proceed(pending, effects);
        }
    }

    fn proceed(&mut self, pending: Pending, effects: &mut Vec<Effect>) {
        self.modal = None;
        self.pending = None;
        match pending {
            Pending::Open(path) | Pending::Reload(path) => {
                self.opening = Some(path.clone());
                effects.push(Effect::Open(path));
            }
            Pending::Example(example) => effects.push(Effect::OpenExample(example)),
            Pending::Recover(folder) => effects.push(Effect::Recover(folder)),
            Pending::Version(path) => {
                self.opening = Some(path.clone());
                effects.push(Effect::OpenVersion(path));
            }
            Pending::New => self.new_case(effects),
            Pending::Close => self.close_document(effects),
            Pending::Quit => effects.push(Effect::Quit),
        }
    }

    fn answer_unsaved(&mut self, answer: UnsavedAnswer, effects: &mut Vec<Effect>) {
        let Some(Modal::Unsaved(pending)) = self.modal.take() else { return };
        match answer {
            UnsavedAnswer::Cancel => {}
            UnsavedAnswer::Discard => self.proceed(pending, effects),
            UnsavedAnswer::Save => {
                self.pending = Some(pending);
                self.save(effects);
            }
        }
    }

    /// A case from nothing: its title is there to be changed.
    fn new_case(&mut self, effects: &mut Vec<Effect>) {
        let case = crate::model::Case::empty(&self.words.get("new-case-title"));
        let name = self.words.get("new-case-file");
        let document = Document::new(case, Origin::New(name), Vec::new(), false, false).untouched();
        self.opened(document, effects);
    }

    fn opened(&mut self, document: Document, effects: &mut Vec<Effect>) {
        self.opening = None;
        // What was told or asked about the start does not end with a file that was opened along with it.
        if !self.strip_is("strip-safe-start") {
            self.strip = None;
        }
        if self.modal != Some(Modal::Recovery) {
            self.modal = None;
        }
        if let Some(path) = document.path() {
            self.settings.remember(path);
        }
        let errors = document.finding_count(crate::model::finding::Severity::Error);
        let warnings = document.finding_count(crate::model::finding::Severity::Warning);
        let read_only = document.is_read_only();
        let is_same = document.path().is_some() && self.document.as_ref().and_then(Document::path) == document.path();
        let (selection, window) = (self.selection.clone(), self.window);
        self.document = Some(document);
        self.forget();
        self.change_journal(effects);
        if let Some(path) = self.document.as_ref().and_then(Document::path) {
            effects.push(Effect::Hold(path.to_owned(), false));
        }
        if is_same {
            // Read again: what was selected and the window stay, as far as the things are still there.
            (self.selection, self.window) = (selection, window);
        }
        if read_only {
            let remedy = Some(("remedy-findings", Command::Ui(UiCommand::Findings)));
            self.show_strip(Notice::new("strip-read-only"), false, remedy);
        } else if errors + warnings > 0 {
            let mut notice = Notice::with("strip-findings", "errors", errors.to_string());
            notice.args.push(("warnings", warnings.to_string()));
            self.show_strip(notice, errors > 0, Some(("remedy-findings", Command::Ui(UiCommand::Findings))));
        }
    }

    fn close_document(&mut self, effects: &mut Vec<Effect>) {
        self.document = None;
        self.strip = None;
        self.derived = Arc::default();
        self.forget();
        self.change_journal(effects);
    }

    /// Another case, or none: nothing of the one before stays selected, pointed at or in the window.
    fn forget(&mut self) {
        self.generation += 1;
        self.selection = Selection::default();
        self.past.clear();
        self.future.clear();
        self.hovered = None;
        self.window = None;
        self.window_rule = WindowRule::default();
        self.clock = Clock::default();
        self.clock_asked = None;
        self.playback = Playback::default();
    }

    pub(super) fn close(&mut self, effects: &mut Vec<Effect>) {
        self.guard(Pending::Close, effects);
    }

    pub(super) fn quit(&mut self, effects: &mut Vec<Effect>) {
        self.guard(Pending::Quit, effects);
    }

    pub(super) fn reload(&mut self, effects: &mut Vec<Effect>) {
        if let Some(path) = self.document.as_ref().and_then(Document::path) {
            let path = path.to_owned();
            self.guard(Pending::Reload(path), effects);
        }
    }

    /// Saves over the file; asks for a place where there is none, or where the file may not be written over.
    pub(super) fn save(&mut self, effects: &mut Vec<Effect>) {
        let Some(document) = &self.document else { return };
        let Origin::File(path, fingerprint) = document.origin() else {
            self.save_as(effects);
            return;
        };
        if document.is_read_only() {
            self.save_as(effects);
        } else if document.loses_comments() && self.modal != Some(Modal::DropsComments) {
            self.modal = Some(Modal::DropsComments);
        } else {
            let (path, replacing) = (path.clone(), Replacing::Known(*fingerprint));
            self.save_over(path, replacing, effects);
        }
    }

    pub(super) fn save_as(&mut self, effects: &mut Vec<Effect>) {
        let Some(document) = &self.document else { return };
        if document.loses_comments() && self.modal != Some(Modal::DropsComments) {
            self.modal = Some(Modal::DropsComments);
            return;
        }
        let name = match document.origin() {
            Origin::File(path, _) => {
                path.file_name().map_or_else(|| "case.ron".to_owned(), |name| name.to_string_lossy().into_owned())
            }
            Origin::Example(example) => example.file_name().to_owned(),
            Origin::New(name) => name.clone(),
        };
        self.modal = None;
        effects.push(Effect::PickSave { name });
    }

    /// Saves elsewhere. Where that is the open file itself, one that somebody else has changed is left alone.
    fn save_to(&mut self, path: std::path::PathBuf, elsewhere: Replacing, effects: &mut Vec<Effect>) {
        let Some(document) = &self.document else { return };
        let replacing = match document.origin() {
            Origin::File(own, fingerprint) if *own == path => Replacing::Known(*fingerprint),
            _ => elsewhere,
        };
        self.save_over(path, replacing, effects);
    }

    pub(super) fn save_over(&mut self, path: std::path::PathBuf, replacing: Replacing, effects: &mut Vec<Effect>) {
        let Some(document) = &self.document else { return };
        let (text, mark, versions) =
            (file::write(document.case()), document.mark(self.journal.told), self.settings.versions);
        effects.push(Effect::Save { path, text, replacing, mark, versions });
        self.modal = None;
    }

    fn saved(
        &mut self,
        path: std::path::PathBuf,
        mark: Mark,
        result: Result<Saved, SaveFailure>,
        effects: &mut Vec<Effect>,
    ) {
        match result {
            Ok(Saved { fingerprint, not_kept }) => {
                self.strip = None;
                self.settings.remember(&path);
                match not_kept {
                    None => self.notify(Notice::with("notice-saved", "path", path.display().to_string())),
                    Some(reason) => {
                        self.show_strip(Notice::with("strip-version-not-kept", "reason", reason), false, None);
                    }
                }
                let Some(document) = &mut self.document else { return };
                let is_elsewhere = document.path() != Some(path.as_path());
                if document.saved(path.clone(), fingerprint, mark, self.journal.told) && self.journal.is_on {
                    effects.push(Effect::Journal(JournalNote::Saved(path.clone(), fingerprint, mark.edits)));
                }
                if is_elsewhere {
                    effects.push(Effect::Hold(path, false));
                }
                if let Some(pending) = self.pending.take() {
                    self.guard(pending, effects);
                }
            }
            Err(SaveFailure::Exists) => self.modal = Some(Modal::Replace(Written::Case, path)),
            Err(SaveFailure::Changed) => {
                self.pending = None;
                effects.push(Effect::Compare(Comparing::Conflict, path));
            }
            Err(SaveFailure::NotConfirmed(reason, fingerprint)) => {
                if let Some(document) = &mut self.document {
                    document.written_but_not_confirmed(&path, fingerprint);
                }
                self.not_saved(reason);
            }
            Err(SaveFailure::Other(reason)) => self.not_saved(reason),
        }
    }

    /// The work is as unsaved as before; what had waited for the save waits no more.
    fn not_saved(&mut self, reason: String) {
        self.pending = None;
        let elsewhere = Some(("remedy-save-elsewhere", Command::Ui(UiCommand::SaveAs)));
        self.show_strip(Notice::with("strip-not-saved", "reason", reason), true, elsewhere);
    }
}
