//! What a change does to where items stand and what is tied to what: most changes touch so little of a large case that
//! making it all anew would be felt.

use super::case::{Parts, Place};
use super::graph::CaseGraph;
use super::piece::Piece;
use super::{Id, IdMap};

/// So many items that were put at the end of their lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Added {
    pub entities: usize,
    pub events: usize,
    pub links: usize,
}

/// Items that were taken out, with where they stood before.
#[derive(Clone, Debug, Default)]
pub(super) struct Removed {
    ids: Vec<Id>,
    /// Links, each with the node that it starts from.
    links: Vec<(Id, Id)>,
    /// Positions in each list, rising: sources, entities, events, links, stories.
    positions: [Vec<u32>; 5],
}

/// What a change did to the ties.
#[derive(Clone, Debug)]
pub(super) enum Wiring {
    /// Nothing.
    Same,
    /// Items were added and nothing else.
    Added(Added),
    /// Items were taken out, and what stays is tied to the same as before.
    Removed(Removed),
    /// Anything.
    Other,
}

impl Removed {
    /// Of these pieces, each with the position at which it stood.
    pub fn new(taken: &[(Piece, Option<usize>)]) -> Self {
        let mut this = Self::default();
        for (piece, at) in taken {
            let list = match piece {
                Piece::Source(_) => 0,
                Piece::Entity(_) => 1,
                Piece::Event(_) => 2,
                Piece::Link(_) => 3,
                Piece::Story(_) => 4,
            };
            this.ids.push(piece.id().clone());
            if let Piece::Link(link) = piece {
                this.links.push((link.from.clone(), link.id.clone()));
            }
            this.positions[list].extend(at.map(|at| at as u32));
        }
        for list in &mut this.positions {
            list.sort_unstable();
        }
        this
    }

    /// Takes the items out and moves those behind them up.
    pub fn take_from(&self, slots: &mut IdMap<Place>) {
        for id in &self.ids {
            slots.remove(id);
        }
        #[expect(clippy::iter_over_hash_type, reason = "each place is moved by itself")]
        for place in slots.values_mut() {
            let (list, at) = match place {
                Place::Source(at) => (0, at),
                Place::Entity(at) => (1, at),
                Place::Event(at) => (2, at),
                Place::Link(at) => (3, at),
                Place::Story(at) => (4, at),
            };
            *at -= self.positions[list].partition_point(|gone| gone < at) as u32;
        }
    }

    /// Takes the items out of the graph, and their ties.
    pub fn take_out_of(&self, graph: &mut CaseGraph) {
        let [_, entities, events, ..] = &self.positions;
        graph.remove_links(&self.links);
        graph.remove_nodes(&self.ids, entities, events);
    }
}

impl Added {
    /// Adds the last items of each list, which are new.
    pub fn put_into(self, parts: &Parts, slots: &mut IdMap<Place>, graph: &mut CaseGraph) {
        for (at, entity) in parts.entities.iter().enumerate().skip(parts.entities.len().saturating_sub(self.entities)) {
            slots.insert(entity.id.clone(), Place::Entity(at as u32));
            graph.add_entity(&entity.id, at);
        }
        for (at, event) in parts.events.iter().enumerate().skip(parts.events.len().saturating_sub(self.events)) {
            slots.insert(event.id.clone(), Place::Event(at as u32));
            graph.add_event(event);
        }
        for (at, link) in parts.links.iter().enumerate().skip(parts.links.len().saturating_sub(self.links)) {
            slots.insert(link.id.clone(), Place::Link(at as u32));
            graph.add_link(link);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::case::Case;
    use crate::model::change::Change;
    use crate::model::edit::Edit;
    use crate::model::entity::Entity;
    use crate::model::event::{Event, Participant};
    use crate::model::link::Link;
    use crate::model::piece::Piece;

    fn example() -> Case {
        crate::file::read(include_bytes!("../../examples/crypto-phones.ron")).expect("the example opens").case
    }

    /// Places, ties and counts are those of the same case read from a file.
    fn is_as_read(case: &Case, after: &str) {
        let fresh = Case::new(case.parts().clone());
        assert!(*case.places() == *fresh.places(), "{after}: places");
        assert_eq!(case.graph().snapshot(), fresh.graph().snapshot(), "{after}");
        for id in case.entities().iter().map(|entity| &entity.id).chain(case.events().iter().map(|event| &event.id)) {
            let (have, want) = (case.graph().neighbours(id.as_str()), fresh.graph().neighbours(id.as_str()));
            assert_eq!(have, want, "{after}: {id}");
            assert_eq!(case.graph().degree(id.as_str()), want.len(), "{after}: {id}");
        }
    }

    #[test]
    fn a_graph_that_was_changed_in_place_is_as_if_read_from_the_file() {
        let mut case = example();
        let apply = |case: &mut Case, name: &str, change: Change| {
            let back = case.apply(Edit::Change(Box::new(change))).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            is_as_read(case, name);
            back
        };
        let (a, b) = (case.entities()[2].id.clone(), case.entities()[5].id.clone());
        let entity = Entity { name: "N".into(), kind: "person".into(), ..Entity::new("new-entity".into()) };
        apply(&mut case, "new entity", Change::put([Piece::Entity(entity)]));
        let participants = vec![
            Participant { entity: "new-entity".into(), role: "r".into(), ..case.events()[0].participants[0].clone() },
            Participant { entity: b.clone(), role: "r".into(), ..case.events()[0].participants[0].clone() },
        ];
        let event = Event { title: "E".into(), participants, ..Event::new("new-event".into()) };
        apply(&mut case, "new event", Change::put([Piece::Event(event.clone())]));
        let link = |id: &str, from: &str| {
            let link = Link { relation: "r".into(), ..Link::new(id.into(), from.into(), b.clone()) };
            Change::put([Piece::Link(link)])
        };
        apply(&mut case, "new link", link("new-link", "new-event"));
        let links: Vec<_> = [3, 9, 11].into_iter().map(|at| case.links()[at].id.clone()).collect();
        let gone = apply(&mut case, "links deleted", Change::remove(links));
        apply(&mut case, "link after a deletion", link("newer-link", a.as_str()));
        let again = case.apply(gone).expect("an inverse fits");
        is_as_read(&case, "links are back");
        case.apply(again).expect("so does its inverse");
        is_as_read(&case, "links have gone again");
        apply(&mut case, "link of an event deleted", Change::remove(["new-link".into()]));
        apply(&mut case, "event deleted", Change::remove(["new-event".into()]));
        apply(&mut case, "event after a deletion", Change::put([Piece::Event(event)]));
        let mut other = case.events()[1].clone();
        other.participants.reverse();
        apply(&mut case, "participants changed", Change::put([Piece::Event(other)]));
    }

    #[test]
    fn an_entity_that_an_event_was_waiting_for_is_tied_to_it_once_it_is_there() {
        let text =
            br#"Case(format: (1, 0), title: "T", events: [Event(id: "e", title: "E", when: "2020", participants: [
            Participant(entity: "later", role: "r")])])"#;
        let mut case = crate::file::read(text).expect("a dangling id is no hindrance").case;
        let entity = Entity { name: "N".into(), kind: "person".into(), ..Entity::new("later".into()) };
        case.apply(Edit::Change(Box::new(Change::put([Piece::Entity(entity)])))).expect("the id is free");
        is_as_read(&case, "entity that was missing");
    }
}
