//! What is worked out from the case and the window, and kept until one of them changes.

use super::search::SearchIndex;
use super::visibility::Visibility;
use crate::model::answers::Answers;
use crate::model::case::{Item, Revision};
use crate::model::claim::contested;
use crate::model::time::{Span, Stamp};
use crate::model::{Case, Id};

/// What the values were worked out from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    generation: u64,
    revision: Revision,
    window: Option<Span>,
}

/// Worked-out values; equal keys give equal values, so nothing is worked out twice.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    /// Which things lie in the window.
    pub answers: Answers,
    /// What is hidden, and why.
    pub visibility: Visibility,
    /// The texts of the case.
    pub search: SearchIndex,
    /// Entities, those with most ties first, then by name.
    pub entities_by_ties: Vec<(Id, usize)>,
    /// Events in order of time.
    pub events_by_time: Vec<Id>,
    /// First and last bounded moment of the case.
    pub extent: Option<Span>,
    /// Things that stand on no citation.
    pub unsourced: Vec<Id>,
    /// Things on which sources disagree, with the number of their contested attributes.
    pub contested: Vec<(Id, usize)>,
}

impl Derived {
    /// Brings the values up to date; whether anything had to be worked out.
    pub fn refresh(&mut self, case: &Case, generation: u64, window: Option<Span>) -> bool {
        let key = Key { generation, revision: case.revision(), window };
        let Some(before) = self.key.replace(key) else {
            self.of_content(case);
            self.of_window(case, window);
            self.visibility = Visibility::new(case);
            return true;
        };
        if before == key {
            return false;
        }
        let same_case = before.generation == key.generation;
        let same_content = same_case
            && before.revision.structure == key.revision.structure
            && before.revision.content == key.revision.content;
        if !same_content {
            self.of_content(case);
        }
        if !same_content || before.window != window {
            self.of_window(case, window);
        }
        if !same_content || before.revision.looks != key.revision.looks {
            self.visibility = Visibility::new(case);
        }
        true
    }

    fn of_window(&mut self, case: &Case, window: Option<Span>) {
        self.answers = Answers::new(case, window);
    }

    fn of_content(&mut self, case: &Case) {
        self.search = SearchIndex::new(case);
        self.entities_by_ties =
            case.entities().iter().map(|entity| (entity.id.clone(), case.graph().degree(entity.id.as_str()))).collect();
        self.entities_by_ties.sort_by_key(|(_, ties)| std::cmp::Reverse(*ties));
        let mut events: Vec<_> = case.events().iter().collect();
        events.sort_by_cached_key(|event| {
            event.when.as_ref().map_or((Stamp::MAX, Stamp::MAX), |when| {
                let bounds = when.bounds();
                (bounds.earliest_start.max(when_start(bounds.latest_start)), bounds.latest_end)
            })
        });
        self.events_by_time = events.into_iter().map(|event| event.id.clone()).collect();
        self.extent = extent(case);
        self.unsourced = items(case).filter(|item| item.is_unsourced()).map(|item| item.id().clone()).collect();
        self.contested = items(case)
            .filter_map(|item| {
                let count = contested(item.claims()).len();
                (count > 0).then(|| (item.id().clone(), count))
            })
            .collect();
    }
}

/// An unbounded start sorts by the latest it can be.
fn when_start(latest: Stamp) -> Stamp {
    if latest.is_bounded() { Stamp::MIN } else { latest }
}

/// Entities, events and links, in the order of the file.
pub fn items(case: &Case) -> impl Iterator<Item = Item<'_>> {
    (case.entities().iter().map(Item::Entity))
        .chain(case.events().iter().map(Item::Event))
        .chain(case.links().iter().map(Item::Link))
}

/// First and last bounded moment of all dates of entities, events and links.
pub fn extent(case: &Case) -> Option<Span> {
    let mut first = Stamp::MAX;
    let mut last = Stamp::MIN;
    for when in items(case).filter_map(Item::when) {
        let bounds = when.bounds();
        for stamp in [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end] {
            if stamp.is_bounded() {
                first = first.min(stamp);
                last = last.max(stamp);
            }
        }
    }
    (first <= last).then(|| Span::new(first, last))
}
