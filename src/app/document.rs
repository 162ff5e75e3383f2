//! The open case with where it came from, what was found in it and its history.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::derived::Prepared;
use super::examples::Example;
use super::history::{History, Label, Step};
use crate::file::hold::Holder;
pub use crate::file::save::{Fingerprint, Replacing, Saved};
use crate::model::Case;
use crate::model::edit::{Edit, EditError};
use crate::model::finding::{Finding, Severity};

/// Where a case came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, with the fingerprint of the content that we know.
    File(PathBuf, Fingerprint),
    /// A case that was made of something else and is in no file; the name to propose for one.
    New(String),
    /// A case that is built into the program; it has no file until it is saved as one.
    Example(Example),
}

/// A state of the open case, by what led to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Steps that were done.
    pub steps: usize,
    /// Edits that the journal was told of.
    pub edits: u64,
}

/// Edits on their way to the journal.
#[derive(Clone, Debug, Default)]
struct Journalled {
    is_begun: bool,
    /// Edits that it is to be told of.
    waiting: Vec<Edit>,
}

/// The open case.
#[derive(Clone, Debug)]
pub struct Document {
    case: Arc<Case>,
    origin: Origin,
    findings: Vec<Finding>,
    /// How many findings of each severity there are: asked in every frame, and there may be a million.
    finding_counts: [usize; 3],
    read_only: bool,
    loses_comments: bool,
    history: History,
    journalled: Journalled,
    /// Who else has the file open.
    holder: Option<Holder>,
    prepared: Option<Box<Prepared>>,
}

impl Document {
    /// A case that was just read.
    pub fn new(case: Case, origin: Origin, mut findings: Vec<Finding>, read_only: bool, loses_comments: bool) -> Self {
        // A stable sort: findings of one severity stay in the order of the file.
        findings.sort_by_key(|finding| finding.severity);
        let prepared = Some(Box::new(Prepared::new(&case)));
        let history = if matches!(origin, Origin::New(_)) { History::unsaved() } else { History::saved() };
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let finding_counts = severities.map(count);
        Self {
            case: Arc::new(case),
            origin,
            findings,
            finding_counts,
            read_only,
            loses_comments,
            history,
            journalled: Journalled::default(),
            holder: None,
            prepared,
        }
    }

    /// A case that was made again of its journal, which goes on: in no file as it is.
    #[must_use]
    pub fn recovered(mut self) -> Self {
        self.history.set_unsaved();
        self.journalled.is_begun = true;
        self
    }

    /// The same as a case of its own, in no file.
    #[must_use]
    pub fn as_copy(mut self, name: String) -> Self {
        self.origin = Origin::New(name);
        self.history.set_unsaved();
        self
    }

    /// A new case in which there is nothing yet that could be lost.
    #[must_use]
    pub fn untouched(mut self) -> Self {
        self.history = History::saved();
        self
    }

    /// Who else has the file open.
    pub fn holder(&self) -> Option<&Holder> {
        self.holder.as_ref()
    }

    /// Somebody else has the file open, or nobody has.
    pub fn set_holder(&mut self, holder: Option<Holder>) {
        self.holder = holder;
    }

    /// Whether it has a journal.
    pub fn has_journal(&self) -> bool {
        self.journalled.is_begun
    }

    /// Marks the journal as begun; whether it was not.
    pub fn begin_journal(&mut self) -> bool {
        !std::mem::replace(&mut self.journalled.is_begun, true)
    }

    /// The edits that the journal is to be told of.
    pub fn take_edits(&mut self) -> Vec<Edit> {
        std::mem::take(&mut self.journalled.waiting)
    }

    /// Changes the case and has the journal told.
    fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        let inverse = Arc::make_mut(&mut self.case).apply(edit.clone())?;
        if inverse != edit {
            self.journalled.waiting.push(edit);
        }
        Ok(inverse)
    }

    /// What was worked out from the case when it was read; once.
    pub fn take_prepared(&mut self) -> Option<Prepared> {
        self.prepared.take().map(|prepared| *prepared)
    }

    /// The case.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The case for a job; while the job holds it, an edit works on a copy.
    pub fn shared_case(&self) -> Arc<Case> {
        Arc::clone(&self.case)
    }

    /// Where it came from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Its file.
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path, _) => Some(path),
            Origin::Example(_) | Origin::New(_) => None,
        }
    }

    /// What reading it found, gravest first.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings of this severity there are.
    pub fn finding_count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.finding_counts[0],
            Severity::Warning => self.finding_counts[1],
            Severity::Note => self.finding_counts[2],
        }
    }

    /// Whether it may not be saved over its file: it was written by a newer program.
    pub fn is_read_only(&self) -> bool {
        self.read_only || self.holder.is_some()
    }

    /// Whether saving drops comments that the file has.
    pub fn loses_comments(&self) -> bool {
        self.loses_comments
    }

    /// Whether there is work that is in no file.
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }

    /// The steps, for the list of them.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Takes back or does again until so many steps are done, or none is left.
    pub fn jump_to(&mut self, done: usize) {
        while self.history.done().len() > done && self.undo() {}
        while self.history.done().len() < done && self.redo() {}
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.history.undo_label()
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.history.redo_label()
    }

    /// Changes the case; the change can be undone.
    pub fn edit(&mut self, label: Label, edit: &Edit) -> Result<(), EditError> {
        let inverse = self.apply(edit.clone())?;
        if inverse != *edit {
            self.history.record(label, inverse);
        }
        Ok(())
    }

    /// Opens a gesture: the edits that follow become one step.
    pub fn begin(&mut self, label: Label) {
        self.history.begin(label);
    }

    /// Closes the gesture.
    pub fn end(&mut self) {
        self.history.end();
    }

    /// Takes the open gesture back.
    pub fn abort(&mut self) {
        for inverse in self.history.abort().into_iter().rev() {
            self.apply(inverse).expect("an inverse fits the state that it was made from");
        }
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.history.pop_done() else { return false };
        let back = self.play_back(step);
        self.history.push_undone(back);
        true
    }

    /// Does the step that was taken back again; false if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.history.pop_undone() else { return false };
        let back = self.play_back(step);
        self.history.push_redone(back);
        true
    }

    /// Plays a step's inverses backwards; their own inverses make the step that reverses this one.
    fn play_back(&mut self, step: Step) -> Step {
        let inverses = step
            .inverses
            .into_iter()
            .rev()
            .map(|edit| self.apply(edit).expect("an inverse fits the state that it was made from"))
            .collect();
        Step { label: step.label, inverses }
    }

    /// A mark of the present state, to hand to [`Self::saved`]. `told`: edits that the journal was told of by now.
    pub fn mark(&self, told: u64) -> Mark {
        Mark { steps: self.history.mark(), edits: told }
    }

    /// The state at `mark` now stands in this file. `told`: edits that the journal was told of by now. Whether there was a
    /// journal, which is to be told.
    pub fn saved(&mut self, path: PathBuf, fingerprint: Fingerprint, mark: Mark, told: u64) -> bool {
        self.origin = Origin::File(path, fingerprint);
        self.loses_comments = false;
        self.read_only = false;
        self.holder = None;
        self.history.set_saved(mark.steps);
        let had_journal = self.journalled.is_begun;
        if mark.edits == told {
            // All is in the file: the journal goes, and another begins with the next edit.
            self.journalled = Journalled::default();
        }
        had_journal
    }

    /// What was to be saved stands in this file, but may not be there to stay: it is as unsaved as before, and the file is
    /// not taken for somebody else's work when it is saved again.
    pub fn written_but_not_confirmed(&mut self, path: &Path, now: Fingerprint) {
        if let Origin::File(own, fingerprint) = &mut self.origin
            && own == path
        {
            *fingerprint = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::change::Change;
    use crate::model::entity::Entity;
    use crate::model::piece::Piece;

    /// Counters in the status line asked a million findings in every frame, which took 25 milliseconds.
    #[test]
    fn findings_are_counted_once_and_stand_gravest_first_in_the_order_of_the_file() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "A"),
            Entity(id: "b", kind: "zeppelin", name: "B"),
            Entity(id: "c", kind: "person", name: "C", existed: "someday"),
        ])"#;
        let opened = crate::file::read(text.as_bytes()).expect("it opens");
        let document = Document::new(opened.case, Origin::New(String::new()), opened.findings, false, false);
        let mut all = 0;
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let count = document.findings().iter().filter(|finding| finding.severity == severity).count();
            assert!(count > 0, "{severity:?}");
            assert_eq!(document.finding_count(severity), count);
            let these = &document.findings()[all..all + count];
            assert!(these.iter().all(|finding| finding.severity == severity));
            assert!(these.windows(2).all(|pair| pair[0].place.line <= pair[1].place.line));
            all += count;
        }
    }

    /// Changes the name of the only entity so many times.
    fn rename(document: &mut Document, names: std::ops::Range<usize>) {
        for number in names {
            let entity = Entity { name: number.to_string(), ..document.case().entities()[0].clone() };
            let edit = Edit::Change(Box::new(Change::put([Piece::Entity(entity)])));
            document.edit(Label { key: "edit-change", name: String::new() }, &edit).expect("it fits");
        }
    }

    #[test]
    fn row_64_ten_thousand_steps_are_taken_back_to_the_byte_across_a_save_and_after_reading_again() {
        let text = "Case(\n    format: (1, 0),\n    title: \"T\",\n    entities: [\n        Entity(\n            id: \"a\",\n            kind: \"person\",\n            name: \"A\",\n        ),\n    ],\n)\n";
        let open = |text: &str| {
            let opened = crate::file::read(text.as_bytes()).expect("it opens");
            let path = PathBuf::from("case.ron");
            let origin = Origin::File(path, Fingerprint::of(text.as_bytes()));
            Document::new(opened.case, origin, opened.findings, false, false)
        };
        let written = |document: &Document| crate::file::write(document.case());
        let mut document = open(text);
        assert_eq!(written(&document), text);
        rename(&mut document, 0..4_000);
        let half = written(&document);
        let mark = document.mark(0);
        document.saved(PathBuf::from("case.ron"), Fingerprint::of(half.as_bytes()), mark, 0);
        rename(&mut document, 4_000..10_000);
        let last = written(&document);
        assert_eq!(std::iter::repeat_with(|| document.undo()).take_while(|undone| *undone).count(), 10_000);
        assert_eq!((written(&document).as_str(), document.history().dropped()), (text, 0));
        assert!(document.is_dirty(), "the file holds what was saved in between");
        document.jump_to(4_000);
        assert_eq!((written(&document), document.is_dirty()), (half, false));
        document.jump_to(10_000);
        assert_eq!(written(&document), last);

        rename(&mut document, 10_000..10_003);
        while document.undo() {}
        assert_eq!((document.history().dropped(), document.case().entities()[0].name.as_str()), (3, "2"), "told");

        let mut again = open(&last);
        rename(&mut again, 0..3);
        while again.undo() {}
        assert_eq!((written(&again), again.is_dirty()), (last, false));
    }
}
