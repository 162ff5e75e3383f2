//! What is selected: a set of things, and the one that was picked last.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::Id;

/// The selected things. The lead is the one whose details are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Shared, so that pictures can remember a large selection without a copy.
    ids: Arc<BTreeSet<Id>>,
    lead: Option<Id>,
}

impl Selection {
    /// One thing.
    pub fn only(id: Id) -> Self {
        Self { ids: Arc::new(BTreeSet::from([id.clone()])), lead: Some(id) }
    }

    /// Several things; the first is the lead.
    pub fn many(ids: impl IntoIterator<Item = Id>) -> Self {
        let mut ids = ids.into_iter();
        let lead = ids.next();
        Self { ids: Arc::new(lead.iter().cloned().chain(ids).collect()), lead }
    }

    /// Adds a thing, or takes it out.
    pub fn toggle(&mut self, id: Id) {
        let ids = Arc::make_mut(&mut self.ids);
        if ids.remove(&id) {
            if self.lead.as_ref() == Some(&id) {
                self.lead = ids.first().cloned();
            }
        } else {
            ids.insert(id.clone());
            self.lead = Some(id);
        }
    }

    /// Keeps what `keep` allows: a selection repairs itself when things go.
    pub fn retain(&mut self, keep: impl Fn(&Id) -> bool) {
        if self.ids.iter().all(&keep) {
            return;
        }
        Arc::make_mut(&mut self.ids).retain(&keep);
        if self.lead.as_ref().is_some_and(|lead| !keep(lead)) {
            self.lead = self.ids.first().cloned();
        }
    }

    /// The selected things, in order of their ids.
    pub fn ids(&self) -> &BTreeSet<Id> {
        &self.ids
    }

    /// The same, shared.
    pub fn shared(&self) -> Arc<BTreeSet<Id>> {
        Arc::clone(&self.ids)
    }

    /// The one that was picked last.
    pub fn lead(&self) -> Option<&Id> {
        self.lead.as_ref()
    }

    /// Whether this thing is selected.
    pub fn contains(&self, id: &Id) -> bool {
        self.ids.contains(id)
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many things are selected.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_the_lead_out_hands_it_on() {
        let mut selection = Selection::many(["a", "b"].map(Id::from));
        selection.toggle(Id::from("a"));
        assert_eq!(selection.lead(), Some(&Id::from("b")));
        selection.retain(|_| false);
        assert_eq!(selection, Selection::default());
    }
}
