//! What lies within so many steps of some things.

use std::sync::Arc;

use crate::model::case::{Case, Place};
use crate::model::time_index::{Dated, TimeIndex};
use crate::model::{Id, IdMap};

/// Most steps that can be asked for: within more, in most cases, lies everything.
pub const MOST_STEPS: u8 = 3;

/// Everything within some steps of some things, those included. A tie is in if both of its ends are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Neighbourhood {
    places: Arc<IdMap<Place>>,
    entities: Vec<bool>,
    events: Vec<bool>,
    links: Vec<bool>,
}

/// What is asked.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its columns: who takes part in what.
    pub index: &'a TimeIndex,
    /// What is hidden: no step leads through it.
    pub hidden: &'a dyn Fn(&Id) -> bool,
    /// Events are ties and no steps of their own.
    pub folded: bool,
}

impl Neighbourhood {
    /// Breadth first, along ties in both directions. Unknown ids are passed over; a link stands for both of its ends.
    pub fn new<'a>(around: &Around<'_>, from: impl IntoIterator<Item = &'a Id>, steps: u8) -> Self {
        let case = around.case;
        let mut found = Self {
            places: case.places(),
            entities: vec![false; case.entities().len()],
            events: vec![false; case.events().len()],
            links: Vec::new(),
        };
        let mut ring = Vec::new();
        for id in from {
            match case.place(id.as_str()) {
                Some(Place::Link(at)) => {
                    let link = &case.links()[at as usize];
                    found.enter(around, &link.from, &mut ring);
                    found.enter(around, &link.to, &mut ring);
                }
                _ => found.enter(around, id, &mut ring),
            }
        }
        for _ in 0..steps {
            let mut next = Vec::new();
            for place in std::mem::take(&mut ring) {
                found.step(around, place, &mut next);
            }
            ring = next;
        }
        let both = |from: &Id, to: &Id| found.contains(from) && found.contains(to);
        found.links = case.links().iter().map(|link| both(&link.from, &link.to)).collect();
        found
    }

    /// Whether a thing lies in it. Sources and stories do: they are no part of the network.
    pub fn contains(&self, id: &Id) -> bool {
        let (rows, at) = match self.places.get(id) {
            Some(Place::Entity(at)) => (&self.entities, *at),
            Some(Place::Event(at)) => (&self.events, *at),
            Some(Place::Link(at)) => (&self.links, *at),
            _ => return true,
        };
        rows.get(at as usize).copied().unwrap_or(false)
    }

    /// How many entities and events lie in it.
    pub fn len(&self) -> usize {
        self.entities.iter().chain(&self.events).filter(|inside| **inside).count()
    }

    /// Whether nothing lies in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entities and events in it, in the order of the case.
    pub fn nodes<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = &'a Id> {
        let entities = case.entities().iter().zip(&self.entities).filter(|(_, inside)| **inside);
        let events = case.events().iter().zip(&self.events).filter(|(_, inside)| **inside);
        entities.map(|(entity, _)| &entity.id).chain(events.map(|(event, _)| &event.id))
    }

    fn enter(&mut self, around: &Around<'_>, id: &Id, ring: &mut Vec<Place>) {
        if let Some(place) = around.case.place(id.as_str()) {
            self.enter_place(around, place, id, ring);
        }
    }

    fn enter_place(&mut self, around: &Around<'_>, place: Place, id: &Id, ring: &mut Vec<Place>) {
        let inside = match place {
            Place::Entity(at) => &mut self.entities[at as usize],
            Place::Event(at) => &mut self.events[at as usize],
            _ => return,
        };
        if !*inside && !(around.hidden)(id) {
            *inside = true;
            ring.push(place);
        }
    }

    /// Enters everything that is one step away.
    fn step(&mut self, around: &Around<'_>, place: Place, next: &mut Vec<Place>) {
        let case = around.case;
        match place {
            Place::Entity(at) => {
                let events = case.events().len();
                for item in around.index.row(at) {
                    match (*item as usize).checked_sub(events) {
                        None => self.through_event(around, *item, next),
                        Some(link) => {
                            let link = &case.links()[link];
                            if !(around.hidden)(&link.id) {
                                self.enter(around, &link.from, next);
                                self.enter(around, &link.to, next);
                            }
                        }
                    }
                }
            }
            Place::Event(at) => {
                // Few links end at events: the graph knows them.
                for neighbour in case.graph().neighbours(case.events()[at as usize].id.as_str()) {
                    self.enter(around, neighbour.id, next);
                }
            }
            _ => {}
        }
    }

    /// From a participant to an event, or where events are ties, through it to the others.
    fn through_event(&mut self, around: &Around<'_>, at: u32, next: &mut Vec<Place>) {
        let id = &around.case.events()[at as usize].id;
        if !around.folded {
            self.enter_place(around, Place::Event(at), id, next);
        } else if !(around.hidden)(id) && !std::mem::replace(&mut self.events[at as usize], true) {
            for entity in around.index.lanes_of(Dated::Event(at)) {
                self.enter_place(around, Place::Entity(*entity), &around.case.entities()[*entity as usize].id, next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::{Clock, Dates};

    /// a – b – c – d by links, a and e at an event, e and f by a link, g alone.
    fn case() -> Case {
        let entity = |id: &str| format!("Entity(id: \"{id}\", kind: \"person\", name: \"{id}\"),");
        let link = |from: &str, to: &str| {
            format!("Link(id: \"{from}-{to}\", from: \"{from}\", to: \"{to}\", relation: \"knows\"),")
        };
        let entities: String = ["a", "b", "c", "d", "e", "f", "g"].map(entity).concat();
        let links: String = [("a", "b"), ("b", "c"), ("c", "d"), ("e", "f")].map(|(from, to)| link(from, to)).concat();
        let of = |entity: &str| format!("Participant(entity: \"{entity}\", role: \"there\")");
        let event = format!("Event(id: \"met\", title: \"Met\", participants: [{}, {}]),", of("a"), of("e"));
        let text =
            format!("Case(format: (1, 0), title: \"T\", entities: [{entities}], events: [{event}], links: [{links}])");
        crate::file::read(text.as_bytes()).expect("a case").case
    }

    fn found(from: &[&str], steps: u8, hidden: &[&str], folded: bool) -> Vec<String> {
        let case = case();
        let index = TimeIndex::new(&case, &Dates::new(&case, Clock::Happened));
        let hidden = |id: &Id| hidden.contains(&id.as_str());
        let around = Around { case: &case, index: &index, hidden: &hidden, folded };
        let from: Vec<Id> = from.iter().map(|id| Id::from(*id)).collect();
        let neighbourhood = Neighbourhood::new(&around, &from, steps);
        assert_eq!(neighbourhood.len(), neighbourhood.nodes(&case).count());
        let links = case.links().iter().map(|link| &link.id).filter(|id| neighbourhood.contains(id));
        neighbourhood.nodes(&case).chain(links).map(ToString::to_string).collect()
    }

    #[test]
    fn steps_lead_along_links_and_through_events() {
        assert_eq!(found(&["a"], 0, &[], false), ["a"]);
        assert_eq!(found(&["a"], 1, &[], false), ["a", "b", "met", "a-b"]);
        assert_eq!(found(&["a"], 2, &[], false), ["a", "b", "c", "e", "met", "a-b", "b-c"]);
        assert_eq!(found(&["nobody", "g"], 3, &[], false), ["g"]);
    }

    #[test]
    fn a_folded_event_is_a_tie_and_no_step() {
        assert_eq!(found(&["a"], 1, &[], true), ["a", "b", "e", "met", "a-b"]);
    }

    #[test]
    fn no_step_leads_through_what_is_hidden() {
        assert_eq!(found(&["a"], 3, &["met", "c"], false), ["a", "b", "a-b"]);
        assert_eq!(found(&["a"], 3, &["met", "a-b"], false), ["a"]);
    }

    #[test]
    fn a_link_stands_for_both_of_its_ends() {
        assert_eq!(found(&["b-c"], 0, &[], false), ["b", "c", "b-c"]);
    }
}
