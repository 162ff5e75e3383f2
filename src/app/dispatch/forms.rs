//! Making things and changing them by a form.

use super::{Effect, Modal, Notice, Select, ViewRequest, Workspace};
use crate::app::form::{Form, FormOf};
use crate::app::history::Label;
use crate::model::Id;
use crate::model::change::Change;
use crate::model::edit::Edit;

impl Workspace {
    /// The two ends of a link that is to be made: to the one that was selected last.
    pub(crate) fn link_ends(&self) -> Option<(Id, Id)> {
        let case = self.case()?;
        let lead = self.selection.lead()?;
        let other = self.selection.ids().iter().find(|id| *id != lead)?;
        let is_node = |id: &Id| case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some();
        (self.selection.len() == 2 && is_node(lead) && is_node(other)).then(|| (other.clone(), lead.clone()))
    }

    /// Opens the form for a new link between the two selected things.
    pub(super) fn new_link(&mut self) {
        if let Some((from, to)) = self.link_ends() {
            self.modal = Some(Modal::Form(FormOf::NewLink(from, to)));
        }
    }

    /// Opens the form of the leading thing of the selection.
    pub(super) fn change_lead(&mut self) {
        if let Some(lead) = self.selection.lead() {
            self.modal = Some(Modal::Form(FormOf::Change(lead.clone())));
        }
    }

    /// Takes what was typed: one step, and the thing is selected.
    pub(super) fn take_form(&mut self, of: &FormOf, form: &Form, effects: &mut Vec<Effect>) {
        let Some(case) = self.case() else { return };
        let Ok(piece) = form.piece(case, of) else {
            self.notify(Notice::new("notice-form-refused"));
            return;
        };
        self.modal = None;
        let (id, name) = (piece.id().clone(), piece.item().name().to_owned());
        let key = if matches!(of, FormOf::Change(_)) { "edit-change" } else { "edit-new" };
        self.edit_all(&Label { key, name }, [Edit::Change(Box::new(Change::put([piece])))]);
        self.select(Select::Only(id.clone()));
        effects.push(Effect::View(ViewRequest::Reveal(id)));
    }
}
