//! Merging the selected entities into one, and splitting them again.

use std::collections::BTreeSet;

use super::{Modal, Notice, Select, Workspace};
use crate::app::form::free_id;
use crate::app::history::Label;
use crate::app::workspace::MergingTold;
use crate::model::Id;
use crate::model::merging::{Merging, split};

impl Workspace {
    /// The leading thing of the selection, if something was merged into it.
    pub(crate) fn merged_lead(&self) -> Option<&Id> {
        let lead = self.selection.lead()?;
        let entity = self.case()?.entity(lead.as_str())?;
        (!entity.merged.is_empty()).then_some(lead)
    }

    fn merging(&self) -> Option<(Id, Merging)> {
        let case = self.case()?;
        let entities: BTreeSet<Id> = self.selected_entities().cloned().collect();
        let keep = self.selection.lead().filter(|lead| entities.contains(*lead)).or_else(|| entities.first())?;
        Some((keep.clone(), Merging::new(case, keep, &entities)?))
    }

    /// Tells what merging the selected entities would do.
    pub(super) fn ask_to_merge(&mut self) {
        let Some((keep, merging)) = self.merging() else { return };
        let told = MergingTold {
            keep: self.name_of(&keep),
            gone: merging.gone.iter().map(|id| self.name_of(id)).collect(),
            links: merging.links,
            between: merging.between,
            events: merging.events,
            claims: merging.claims,
        };
        self.modal = Some(Modal::Merge(Box::new(told)));
    }

    /// Merges the selected entities: one step.
    pub(super) fn merge_selection(&mut self) {
        self.modal = None;
        let Some((keep, merging)) = self.merging() else { return };
        let name = self.name_of(&keep);
        self.edit_all(&Label { key: "edit-merge", name }, merging.edits);
        self.select(Select::Only(keep));
    }

    /// Splits what was merged last into the leading thing of the selection: one step.
    pub(super) fn split_lead(&mut self) {
        let (Some(case), Some(keep)) = (self.case(), self.merged_lead()) else { return };
        let free = |id: &Id| if case.item(id.as_str()).is_none() { id.clone() } else { free_id(case, id.as_str()) };
        let (keep, Some((id, edits))) = (keep.clone(), split(case, keep, free)) else { return };
        let label = Label { key: "edit-split", name: self.name_of(&keep) };
        self.edit_all(&label, edits);
        self.notify(Notice::with("notice-split", "name", self.name_of(&id)));
        self.select(Select::Many(vec![keep, id]));
    }
}
