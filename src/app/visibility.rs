//! What is hidden, and why. Nothing vanishes without a count and a reason.

use std::collections::BTreeMap;

use crate::locale::Words;
use crate::model::{Case, Id};

/// Why a thing is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HiddenBy {
    /// The user hid this thing.
    Hand,
    /// Its kind is switched off in the legend.
    Kind,
    /// A link whose strength is switched off in the legend.
    Strength,
    /// A link one of whose ends is hidden.
    End,
}

impl HiddenBy {
    /// All reasons, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Hand, Self::Strength, Self::End];

    /// Message key of the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hand => "hidden-by-hand",
            Self::Kind => "hidden-by-kind",
            Self::Strength => "hidden-by-strength",
            Self::End => "hidden-by-end",
        }
    }
}

/// The hidden things of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visibility {
    hidden: BTreeMap<Id, HiddenBy>,
}

/// The word that hides events through the legend, beside the kinds of entities.
pub const EVENT_KIND: &str = "event";

impl Visibility {
    /// Works out what is hidden in this case.
    pub fn new(case: &Case) -> Self {
        let view = case.view();
        let mut hidden = BTreeMap::new();
        let reason = |id: &Id, kind: &str| {
            if view.hidden.contains(id) {
                Some(HiddenBy::Hand)
            } else if view.hidden_kinds.contains(kind) {
                Some(HiddenBy::Kind)
            } else {
                None
            }
        };
        for entity in case.entities() {
            if let Some(reason) = reason(&entity.id, &entity.kind) {
                hidden.insert(entity.id.clone(), reason);
            }
        }
        for event in case.events() {
            if let Some(reason) = reason(&event.id, EVENT_KIND) {
                hidden.insert(event.id.clone(), reason);
            }
        }
        for link in case.links() {
            if view.hidden.contains(&link.id) {
                hidden.insert(link.id.clone(), HiddenBy::Hand);
            } else if view.hidden_strengths.contains(&link.strength) {
                hidden.insert(link.id.clone(), HiddenBy::Strength);
            } else if hidden.contains_key(&link.from) || hidden.contains_key(&link.to) {
                hidden.insert(link.id.clone(), HiddenBy::End);
            }
        }
        Self { hidden }
    }

    /// Why this thing is hidden; none if it is not.
    pub fn reason(&self, id: &Id) -> Option<HiddenBy> {
        self.hidden.get(id).copied()
    }

    /// Whether this thing is hidden.
    pub fn is_hidden(&self, id: &Id) -> bool {
        self.hidden.contains_key(id)
    }

    /// All hidden things with their reasons, in order of their ids.
    pub fn hidden(&self) -> &BTreeMap<Id, HiddenBy> {
        &self.hidden
    }

    /// How many things are hidden and why, in one sentence; nothing where nothing is.
    pub fn sentence(&self, words: &Words) -> Option<String> {
        let reasons: Vec<String> = HiddenBy::ALL
            .into_iter()
            .filter(|reason| self.count(*reason) > 0)
            .map(|reason| format!("{} {}", self.count(reason), words.get(reason.key())))
            .collect();
        let total = self.hidden.len();
        (total > 0).then(|| format!("{} {total}: {}", words.get("hidden"), reasons.join(", ")))
    }

    /// How many things are hidden for this reason.
    pub fn count(&self, reason: HiddenBy) -> usize {
        self.hidden.values().filter(|found| **found == reason).count()
    }
}

/// How many items of the file could not be read, and so are in no picture; nothing where all could.
pub fn set_aside(case: &Case, words: &Words) -> Option<String> {
    let count = case.parts().asides.len();
    (count > 0).then(|| words.with("caption-aside", &[("count", count.into())]))
}
