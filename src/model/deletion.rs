//! What goes when things are deleted: they, the links that end at them, and what others say of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Id;
use super::case::{Case, Item};
use super::change::Change;
use super::edit::Edit;
use super::graph::Tie;
use super::piece::{Piece, Sought};

/// What a deletion takes along, and the edits that carry it out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deletion {
    /// The things that were to be deleted.
    pub asked: BTreeSet<Id>,
    /// Links that go along, since one of their ends goes.
    pub links: BTreeSet<Id>,
    /// Things that stay, but no longer refer to what goes: parts in events, citations, claims, steps of stories.
    pub loosened: Vec<Id>,
    /// What is to be done, in order: one step.
    pub edits: Vec<Edit>,
}

impl Deletion {
    /// Works out the deletion of these things; ids of nothing are left out.
    pub fn new(case: &Case, ids: &BTreeSet<Id>) -> Self {
        let asked: BTreeSet<Id> = ids.iter().filter(|id| case.item(id.as_str()).is_some()).cloned().collect();
        if asked.is_empty() {
            return Self::default();
        }
        let ties = asked.iter().flat_map(|id| case.graph().neighbours(id.as_str()));
        let ends = ties.filter_map(|neighbour| if let Tie::Link(link) = neighbour.tie { Some(link) } else { None });
        let links: BTreeSet<Id> = ends.filter(|id| !asked.contains(*id)).cloned().collect();
        let gone: BTreeSet<Id> = asked.union(&links).cloned().collect();
        let mut change = Change::remove(gone.iter().cloned());
        let mut loosened = Vec::new();
        let sought = Sought::new(case, &gone);
        let leaving: Vec<Item<'_>> = gone.iter().filter_map(|id| case.item(id.as_str())).collect();
        let is_used = sought.is_used(case, &leaving);
        for item in case.items().filter(|item| is_used && !gone.contains(item.id())) {
            if sought.first_in(item).is_some() {
                let mut piece = Piece::from(item);
                piece.forget(&gone);
                loosened.push(item.id().clone());
                change.put.push((piece, None));
            }
        }
        let mut edits = of_view(case, &gone);
        edits.push(Edit::Change(Box::new(change)));
        Self { asked, links, loosened, edits }
    }

    /// How many things of each sort go in all.
    pub fn counts(&self, case: &Case) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for item in self.asked.iter().chain(&self.links).filter_map(|id| case.item(id.as_str())) {
            let sort = match item {
                Item::Source(_) => "sources",
                Item::Entity(_) => "entities",
                Item::Event(_) => "events",
                Item::Link(_) => "links",
                Item::Story(_) => "stories",
            };
            *counts.entry(sort).or_default() += 1;
        }
        counts
    }
}

/// Lets the view forget what goes.
pub(super) fn of_view(case: &Case, gone: &BTreeSet<Id>) -> Vec<Edit> {
    let view = case.view();
    let mut edits = Vec::new();
    for id in gone {
        if view.pins.contains_key(id) {
            edits.push(Edit::Pin { id: id.clone(), at: None });
        }
        if view.hidden.contains(id) {
            edits.push(Edit::Hide { id: id.clone(), hidden: false });
        }
        if view.colours.contains_key(id) {
            edits.push(Edit::Colour { id: id.clone(), colour: None });
        }
    }
    if view.lanes.order.iter().chain(&view.lanes.pins).any(|id| gone.contains(id)) {
        let mut lanes = view.lanes.clone();
        lanes.order.retain(|id| !gone.contains(id));
        lanes.pins.retain(|id| !gone.contains(id));
        edits.push(Edit::Lanes(Box::new(lanes)));
    }
    if view.groups.iter().flat_map(|group| &group.members).any(|id| gone.contains(id)) {
        let mut groups = view.groups.clone();
        for group in &mut groups {
            group.members.retain(|id| !gone.contains(id));
        }
        edits.push(Edit::Groups(groups));
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Colour;
    use crate::model::piece::references;

    fn example() -> Case {
        crate::file::read(include_bytes!("../../examples/crypto-phones.ron")).expect("the example opens").case
    }

    fn deleted(case: &mut Case, ids: &[&str]) -> Deletion {
        let deletion = Deletion::new(case, &ids.iter().copied().map(Id::from).collect());
        for edit in deletion.edits.clone() {
            case.apply(edit).expect("a deletion takes along all that would hinder it");
        }
        deletion
    }

    #[test]
    fn every_single_thing_of_the_example_can_be_deleted_and_nothing_refers_to_it_any_more() {
        let ids: Vec<Id> = example().items().map(|item| item.id().clone()).collect();
        assert!(ids.len() > 300);
        let original = example();
        for id in ids {
            let mut case = original.clone();
            let deletion = deleted(&mut case, &[id.as_str()]);
            let gone: BTreeSet<&Id> = deletion.asked.union(&deletion.links).collect();
            assert!(case.items().all(|item| !gone.contains(item.id())));
            assert!(case.items().all(|item| references(item).iter().all(|(used, _)| !gone.contains(used))), "{id}");
            let count = original.items().count() - case.items().count();
            assert_eq!(count, gone.len());
            assert_eq!(deletion.counts(&original).values().sum::<usize>(), count);
        }
    }

    #[test]
    fn what_the_view_says_of_it_goes_too_and_all_comes_back_by_the_inverses() {
        let mut case = example();
        let id = Id::from("argus");
        case.apply(Edit::Pin { id: id.clone(), at: Some((1.0, 2.0)) }).expect("it is there");
        case.apply(Edit::Colour { id: id.clone(), colour: Some(Colour([1, 2, 3])) }).expect("it is there");
        let before = case.parts().clone();
        let deletion = Deletion::new(&case, &BTreeSet::from([id]));
        assert!(!deletion.links.is_empty() && !deletion.loosened.is_empty());
        let inverses: Vec<Edit> = deletion.edits.into_iter().map(|edit| case.apply(edit).expect("it can go")).collect();
        assert!(case.view().pins.is_empty() && case.view().colours.is_empty());
        for inverse in inverses.into_iter().rev() {
            case.apply(inverse).expect("an inverse fits");
        }
        assert!(*case.parts() == before);
    }

    #[test]
    fn a_source_goes_with_the_citations_of_it_and_what_stood_on_it_stays_unsourced() {
        let mut case = example();
        let source = case.sources()[0].id.clone();
        let entities = case.entities().len();
        let deletion = deleted(&mut case, &[source.as_str()]);
        assert!(!deletion.loosened.is_empty());
        assert_eq!(case.entities().len(), entities);
    }
}
