//! The journal, recovered work, earlier versions, and files that others change or have open.

use super::{Command, Effect, Modal, Notice, Origin, Pending, Replacing, UiCommand, Workspace};
use crate::app::document::Document;
use crate::app::safety::{Comparing, HoldTold, JournalNote, SafetyNews, SafetyWish};

impl Workspace {
    /// Hands the edits of a command to the journal.
    pub(super) fn note_edits(&mut self, effects: &mut Vec<Effect>) {
        let Some(document) = &mut self.document else { return };
        let edits = document.take_edits();
        if edits.is_empty() || !self.journal.is_on {
            return;
        }
        if document.begin_journal() {
            effects.push(Effect::Journal(JournalNote::Begin));
        }
        self.journal.told += edits.len() as u64;
        effects.push(Effect::Journal(JournalNote::Edits(edits)));
    }

    /// Another case is open, or none: the journal of the one before goes, and this one's begins where there is no file yet.
    pub(super) fn change_journal(&mut self, effects: &mut Vec<Effect>) {
        if !self.journal.is_on {
            return;
        }
        effects.push(Effect::Journal(JournalNote::Close));
        self.journal.failed = None;
        let Some(document) = &mut self.document else { return };
        if document.has_journal() {
            effects.push(Effect::Journal(JournalNote::Resume));
        } else if matches!(document.origin(), Origin::New(_)) && document.is_dirty() && document.begin_journal() {
            effects.push(Effect::Journal(JournalNote::Begin));
        }
    }

    pub(super) fn hear(&mut self, news: SafetyNews, effects: &mut Vec<Effect>) {
        match news {
            SafetyNews::JournalOn => self.journal.is_on = true,
            SafetyNews::Kept(edits, at) => {
                (self.journal.kept, self.journal.kept_at) = (edits, Some(at));
                if self.journal.failed.take().is_some() && self.strip_is("strip-journal-failed") {
                    self.strip = None;
                }
            }
            SafetyNews::JournalFailed(reason) => {
                self.journal.failed = Some(reason.clone());
                let notice = Notice::with("strip-journal-failed", "reason", reason);
                self.show_strip(notice, true, Some(("remedy-save-elsewhere", Command::Ui(UiCommand::SaveAs))));
            }
            SafetyNews::SaveWaits(path) => {
                self.notify(Notice::with("notice-save-waits", "path", path.display().to_string()));
            }
            SafetyNews::NeedsCheckpoint => effects.push(Effect::Journal(JournalNote::Checkpoint)),
            SafetyNews::Left(left, is_safe) => {
                self.left = left;
                if !self.left.is_empty() && !is_safe && self.modal.is_none() {
                    self.modal = Some(Modal::Recovery);
                }
            }
            SafetyNews::PutAway(folder) => {
                self.left.retain(|left| left.folder != folder);
                if self.left.is_empty() && self.modal == Some(Modal::Recovery) {
                    self.modal = None;
                }
            }
            SafetyNews::Compared(difference) => {
                self.difference = Some(difference.into());
                self.modal = Some(Modal::Difference);
            }
            SafetyNews::Versions(versions) => {
                self.versions = versions;
                self.modal = Some(Modal::Versions);
            }
            SafetyNews::Held(path, told) => self.held(&path, told),
            SafetyNews::SafeStart => {
                let remedy = Some(("remedy-recovery", Command::Ui(UiCommand::Recovery)));
                self.show_strip(Notice::new("strip-safe-start"), true, remedy);
            }
        }
    }

    pub(super) fn strip_is(&self, key: &str) -> bool {
        self.strip.as_ref().is_some_and(|strip| strip.notice.key == key)
    }

    fn held(&mut self, path: &std::path::Path, told: HoldTold) {
        let Some(document) = self.document.as_mut().filter(|document| document.path() == Some(path)) else { return };
        match told {
            HoldTold::Ours => {
                document.set_holder(None);
                if self.strip_is("strip-held") || self.strip_is("strip-held-perhaps") {
                    self.strip = None;
                }
            }
            HoldTold::Theirs(holder, lives) => {
                let mut notice = Notice::new(if lives { "strip-held" } else { "strip-held-perhaps" });
                let fields = [("user", &holder.user), ("machine", &holder.machine), ("since", &holder.since)];
                notice.args.extend(fields.map(|(name, value)| (name, value.clone())));
                document.set_holder(Some(holder));
                let take_over = Command::Wish(SafetyWish::TakeOver(path.to_owned()));
                let save_copy = ("remedy-save-elsewhere", Command::Ui(UiCommand::SaveAs));
                self.show_strip(notice, false, Some(if lives { save_copy } else { ("remedy-take-over", take_over) }));
            }
        }
    }

    pub(super) fn grant(&mut self, wish: SafetyWish, effects: &mut Vec<Effect>) {
        match wish {
            SafetyWish::Recover(folder) => self.guard(Pending::Recover(folder), effects),
            SafetyWish::PutAway(folder) => effects.push(Effect::PutAway(folder)),
            SafetyWish::Compare(comparing, path) => effects.push(Effect::Compare(comparing, path)),
            SafetyWish::Overwrite(path, fingerprint) => {
                self.save_over(path, Replacing::Known(fingerprint), effects);
            }
            SafetyWish::OpenVersion(path) => self.guard(Pending::Version(path), effects),
            SafetyWish::TakeOver(path) => effects.push(Effect::Hold(path, true)),
            SafetyWish::KeepVersions(count) => self.settings.versions = count,
        }
    }

    /// Compares the open case with its file.
    pub(super) fn compare_with_file(&mut self, comparing: Comparing, effects: &mut Vec<Effect>) {
        if let Some(path) = self.document.as_ref().and_then(Document::path) {
            effects.push(Effect::Compare(comparing, path.to_owned()));
        }
    }

    /// Lists the earlier versions of the open file.
    pub(super) fn list_versions(&mut self, effects: &mut Vec<Effect>) {
        if let Some(path) = self.document.as_ref().and_then(Document::path) {
            effects.push(Effect::ListVersions(path.to_owned()));
        }
    }
}
