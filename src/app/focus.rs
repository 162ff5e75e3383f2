//! The neighbourhood that is looked at: what is near stands out, all else is faded and counted.

use std::sync::Arc;

use super::derived::Derived;
use crate::analysis::neighbourhood::{Around, MOST_STEPS, Neighbourhood};
use crate::model::case::Revision;
use crate::model::{Case, Id};
use crate::scene::network::plane::folds_events;

/// What a neighbourhood depends on: equal keys, equal neighbourhoods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusKey {
    around: Arc<[Id]>,
    steps: u8,
    made_of: (u64, Revision),
}

/// A neighbourhood that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    key: FocusKey,
    reach: Arc<Neighbourhood>,
}

impl Focus {
    /// Looks at what lies within so many steps of these things.
    pub(super) fn new(case: &Case, generation: u64, derived: &Derived, around: Vec<Id>, steps: u8) -> Self {
        let hidden = |id: &Id| derived.visibility.is_hidden(id);
        let asked = Around { case, index: &derived.index, hidden: &hidden, folded: folds_events(case) };
        let steps = steps.clamp(1, MOST_STEPS);
        let reach = Arc::new(Neighbourhood::new(&asked, &around, steps));
        let key = FocusKey { around: around.into(), steps, made_of: (generation, revision(case)) };
        Self { key, reach }
    }

    /// The same in a case that has changed; none if nothing of what it lies around is left.
    pub(super) fn refreshed(self, case: &Case, generation: u64, derived: &Derived) -> Option<Self> {
        if self.key.made_of == (generation, revision(case)) {
            return Some(self);
        }
        let around: Vec<Id> = (self.key.around.iter())
            .filter(|id| generation == self.key.made_of.0 && case.item(id.as_str()).is_some())
            .cloned()
            .collect();
        (!around.is_empty()).then(|| Self::new(case, generation, derived, around, self.key.steps))
    }

    /// Tells it from others.
    pub fn key(&self) -> &FocusKey {
        &self.key
    }

    /// What it lies around.
    pub fn around(&self) -> &[Id] {
        &self.key.around
    }

    /// How many steps it reaches.
    pub fn steps(&self) -> u8 {
        self.key.steps
    }

    /// What lies in it.
    pub fn reach(&self) -> &Arc<Neighbourhood> {
        &self.reach
    }
}

/// What the neighbourhood depends on: where nodes stand changes nothing.
fn revision(case: &Case) -> Revision {
    Revision { places: 0, ..case.revision() }
}
