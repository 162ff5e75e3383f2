//! Undo and redo: steps of inverse edits, with a mark where the file was saved.

use crate::model::edit::Edit;

/// What a step is called: a message key and the names that fill it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Message key, for example `edit-pin`.
    pub key: &'static str,
    /// The thing it was done to; empty where there is none.
    pub name: String,
}

/// One gesture of the user: edits that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub label: Label,
    /// The edits that take it back, in the order in which they were made.
    pub inverses: Vec<Edit>,
}

/// Steps that can be taken back, and steps that can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    open: Option<Step>,
    /// What the steps that can be taken back weigh.
    bytes: usize,
    /// Steps that were dropped, as all together would have taken too much: they cannot be taken back any more.
    dropped: usize,
    /// How many steps were done when the file was saved; none if that state cannot be reached any more.
    saved: Option<usize>,
}

/// Steps kept.
const MOST_STEPS: usize = 10_000;
/// Memory that steps take together, in bytes, as [`Edit::weight`] counts it; the last step is kept whatever it takes.
const MOST_BYTES: usize = 128 * 1024 * 1024;

impl Step {
    fn weight(&self) -> usize {
        self.inverses.iter().map(Edit::weight).sum()
    }
}

impl History {
    /// A history whose present state is the saved one.
    pub fn saved() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// A history whose present state is in no file.
    pub fn unsaved() -> Self {
        Self::default()
    }

    /// Opens a gesture: what follows becomes one step, until [`Self::end`].
    pub fn begin(&mut self, label: Label) {
        self.end();
        self.open = Some(Step { label, inverses: Vec::new() });
    }

    /// Closes the gesture. One in which nothing happened leaves no step.
    pub fn end(&mut self) {
        if let Some(step) = self.open.take()
            && !step.inverses.is_empty()
        {
            self.push(step);
        }
    }

    /// Closes the gesture and gives back what undoes it; it leaves no step.
    pub fn abort(&mut self) -> Vec<Edit> {
        self.open.take().map(|step| step.inverses).unwrap_or_default()
    }

    /// Keeps the inverse of an edit: in the open gesture, or as a step of its own.
    pub fn record(&mut self, label: Label, inverse: Edit) {
        match &mut self.open {
            Some(step) => step.inverses.push(inverse),
            None => self.push(Step { label, inverses: vec![inverse] }),
        }
    }

    fn push(&mut self, step: Step) {
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
        self.undone.clear();
        self.bytes += step.weight();
        self.done.push(step);
        while self.done.len() > MOST_STEPS || self.bytes > MOST_BYTES && self.done.len() > 1 {
            let oldest = self.done.remove(0);
            self.dropped += 1;
            self.bytes = self.bytes.saturating_sub(oldest.weight());
            self.saved = self.saved.and_then(|saved| saved.checked_sub(1));
        }
    }

    /// Takes out the last step, to be undone.
    pub fn pop_done(&mut self) -> Option<Step> {
        self.end();
        let step = self.done.pop()?;
        self.bytes = self.bytes.saturating_sub(step.weight());
        Some(step)
    }

    /// Takes out the step that was undone last, to be done again.
    pub fn pop_undone(&mut self) -> Option<Step> {
        self.end();
        self.undone.pop()
    }

    /// Keeps a step that was just undone.
    pub fn push_undone(&mut self, step: Step) {
        self.undone.push(step);
    }

    /// Keeps a step that was just done again.
    pub fn push_redone(&mut self, step: Step) {
        self.bytes += step.weight();
        self.done.push(step);
    }

    /// Steps that can be taken back, the oldest first.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// Steps older than those, which were dropped and cannot be taken back any more.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// Steps that can be done again, the next one first.
    pub fn undone(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.undone.iter().rev()
    }

    /// How many steps were done when the file was saved; none if that state cannot be reached any more.
    pub fn saved_at(&self) -> Option<usize> {
        self.saved
    }

    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.done.last().map(|step| &step.label)
    }

    /// The step that redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.undone.last().map(|step| &step.label)
    }

    /// Whether the state differs from the saved one.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.done.len()) || self.open.as_ref().is_some_and(|step| !step.inverses.is_empty())
    }

    /// How many steps are done now: a mark to save by.
    pub fn mark(&self) -> usize {
        self.done.len()
    }

    /// The state after `mark` steps is on disk.
    pub fn set_saved(&mut self, mark: usize) {
        self.saved = Some(mark);
    }

    /// The present state is on no disk: it was recovered, or belongs to no file.
    pub fn set_unsaved(&mut self) {
        self.saved = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::change::Change;
    use crate::model::entity::Entity;
    use crate::model::piece::Piece;

    /// A step that keeps an entity with a note of so many letters.
    fn step(letters: usize) -> Edit {
        let entity = Entity { note: Some("x".repeat(letters)), ..Entity::new("a".into()) };
        Edit::Change(Box::new(Change::put([Piece::Entity(entity)])))
    }

    #[test]
    fn the_oldest_steps_go_when_all_together_take_too_much_and_the_last_one_never() {
        let label = || Label { key: "edit-delete", name: String::new() };
        let mut history = History::saved();
        for _ in 0..5 {
            history.record(label(), step(MOST_BYTES / 4));
        }
        assert_eq!((history.done.len(), history.dropped()), (3, 2), "a fourth would be over");
        assert!(history.bytes <= MOST_BYTES && history.is_dirty());
        history.record(label(), step(2 * MOST_BYTES));
        assert_eq!(history.done.len(), 1);
        assert!(history.pop_done().is_some());
        assert_eq!(history.bytes, 0);
    }
}
