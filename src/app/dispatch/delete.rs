//! Deleting what is selected.

use super::{Modal, Notice, Select, Workspace};
use crate::app::history::Label;
use crate::app::workspace::DeletionTold;
use crate::model::deletion::Deletion;

impl Workspace {
    /// Deletes what is selected; where more goes along, that is told first.
    pub(super) fn ask_to_delete(&mut self) {
        let Some(case) = self.case() else { return };
        let deletion = Deletion::new(case, self.selection.ids());
        if deletion.links.is_empty() && deletion.loosened.is_empty() {
            self.delete(deletion);
            return;
        }
        let (links, loosened) = (deletion.links.len(), deletion.loosened.len());
        self.modal = Some(Modal::Delete(Box::new(DeletionTold { what: self.selection_name(), links, loosened })));
    }

    /// Deletes what is selected, and what goes along.
    pub(super) fn delete_selection(&mut self) {
        self.modal = None;
        let Some(case) = self.case() else { return };
        let deletion = Deletion::new(case, self.selection.ids());
        self.delete(deletion);
    }

    fn delete(&mut self, deletion: Deletion) {
        if deletion.edits.is_empty() {
            return;
        }
        let name = self.selection_name();
        self.edit_all(&Label { key: "edit-delete", name: name.clone() }, deletion.edits);
        self.select(Select::Nothing);
        self.notify(Notice::with("notice-deleted", "name", name));
    }
}
