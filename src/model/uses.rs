//! How often each thing is named by others, besides by the ends of links and the participants of events, which the graph
//! knows: so that a deletion need not ask every item of a case.

use std::collections::HashMap;

use super::case::Item;
use super::piece::other_references;
use super::{Id, IdMap};

/// How often each id is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses(IdMap<u32>);

impl Uses {
    /// Counts what these items name.
    pub fn new<'a>(items: impl Iterator<Item = Item<'a>>) -> Self {
        // By address first: of a hundred thousand citations the words need not all be hashed.
        let mut by_address: HashMap<usize, (&Id, u32), foldhash::fast::RandomState> = HashMap::default();
        for item in items {
            other_references(item, &mut |id| by_address.entry(id.address()).or_insert((id, 0)).1 += 1);
        }
        let mut found: Vec<(&Id, u32)> = by_address.into_values().collect();
        found.sort_unstable();
        let mut this = Self::default();
        for (id, times) in found {
            *this.0.entry(id.clone()).or_default() += times;
        }
        this
    }

    /// An item came.
    pub fn add(&mut self, item: Item<'_>) {
        other_references(item, &mut |id| *self.0.entry(id.clone()).or_default() += 1);
    }

    /// An item went.
    pub fn take(&mut self, item: Item<'_>) {
        other_references(item, &mut |id| {
            let left = self.0.get_mut(id).map_or(0, |times| {
                *times = times.saturating_sub(1);
                *times
            });
            if left == 0 {
                self.0.remove(id);
            }
        });
    }

    /// How often this is named.
    pub fn of(&self, id: &Id) -> u32 {
        self.0.get(id).copied().unwrap_or_default()
    }
}
