//! Which passages stand for a thing, and which things stand on a source. Pure.

use std::collections::BTreeSet;

use crate::model::case::Item;
use crate::model::claim::Claim;
use crate::model::event::{Event, Participant};
use crate::model::source::{Cite, Source};
use crate::model::{Case, Id, IdMap};

/// For what part of a thing a passage stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part<'a> {
    /// For the thing itself.
    Whole,
    /// For what is claimed of one of its attributes.
    Claim(&'a Claim),
    /// For somebody's part in an event.
    Participant(&'a Participant),
    /// For its order among other events.
    Order,
}

/// A passage and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage<'a> {
    /// The citation.
    pub cite: &'a Cite,
    /// What it stands for.
    pub part: Part<'a>,
}

/// All passages of a thing, in the order of the file: its own, then of its claims, its participants, its order.
pub fn passages(item: Item<'_>) -> Vec<Passage<'_>> {
    let mut found: Vec<Passage<'_>> = item.cites().iter().map(|cite| Passage { cite, part: Part::Whole }).collect();
    found.extend(of_claims(item.claims()));
    if let Item::Event(event) = item {
        found.extend(of_event(event));
    }
    found
}

fn of_claims(claims: &[Claim]) -> impl Iterator<Item = Passage<'_>> {
    claims.iter().flat_map(|claim| claim.cites.iter().map(move |cite| Passage { cite, part: Part::Claim(claim) }))
}

fn of_event(event: &Event) -> impl Iterator<Item = Passage<'_>> {
    let participants = event.participants.iter().flat_map(|participant| {
        let own = participant.cites.iter().map(move |cite| Passage { cite, part: Part::Participant(participant) });
        own.chain(of_claims(&participant.claims))
    });
    let orders = event.order.iter().flat_map(|order| &order.cites);
    participants.chain(orders.map(|cite| Passage { cite, part: Part::Order }))
}

/// The passages of a thing under the sources in which they stand, sources in order of first mention.
pub fn by_source(item: Item<'_>) -> Vec<(&Id, Vec<Passage<'_>>)> {
    let mut found: Vec<(&Id, Vec<Passage<'_>>)> = Vec::new();
    for passage in passages(item) {
        match found.iter_mut().find(|(source, _)| **source == passage.cite.source) {
            Some((_, passages)) => passages.push(passage),
            None => found.push((&passage.cite.source, vec![passage])),
        }
    }
    found
}

/// How many independent sources these are, and how many of them only repeat another.
pub fn support<'a>(case: &Case, sources: impl IntoIterator<Item = &'a Id>) -> (usize, usize) {
    let mut origins: Vec<&Id> = Vec::new();
    let mut all = 0;
    for source in sources {
        all += 1;
        let origin = origin(case, source);
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    (origins.len(), all - origins.len())
}

/// The source that a source repeats in the end; a circle of repeats ends where it would close.
fn origin<'a>(case: &'a Case, source: &'a Id) -> &'a Id {
    let mut at = source;
    for _ in 0..=case.sources().len() {
        match case.source(at.as_str()).and_then(|source| source.repeats.as_ref()) {
            Some(next) if next != source => at = next,
            _ => break,
        }
    }
    at
}

/// What stands on the source that is looked at, and which sources repeat which.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citations {
    source: Option<Id>,
    citing: Vec<(Id, Vec<String>)>,
    reprints: IdMap<Vec<Id>>,
}

impl Citations {
    /// Goes through the whole case only where a source is looked at: this is done after each edit.
    pub fn new(case: &Case, source: Option<&Id>) -> Self {
        let mut this = Self { source: source.cloned(), ..Self::default() };
        if let Some(source) = source {
            this.citing = crate::app::derived::items(case).filter_map(|item| citing(item, source)).collect();
        }
        for Source { id, repeats, .. } in case.sources() {
            if let Some(original) = repeats {
                this.reprints.entry(original.clone()).or_default().push(id.clone());
            }
        }
        this
    }

    /// What stands on a source, in the order of the case, each with the places in the source.
    pub fn citing(&self, source: &Id) -> &[(Id, Vec<String>)] {
        if self.source.as_ref() == Some(source) { &self.citing } else { &[] }
    }

    /// The sources that repeat this one.
    pub fn reprints(&self, source: &Id) -> &[Id] {
        self.reprints.get(source).map_or(&[], Vec::as_slice)
    }
}

/// The thing with the places in this source on which it stands, if it does.
fn citing(item: Item<'_>, source: &Id) -> Option<(Id, Vec<String>)> {
    let passages = passages(item);
    let here = || passages.iter().filter(|passage| passage.cite.source == *source);
    here().next()?;
    let mut seen = BTreeSet::new();
    let places = here().filter_map(|passage| passage.cite.at.clone()).filter(|place| seen.insert(place.clone()));
    Some((item.id().clone(), places.collect()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn passages_stand_under_their_sources_in_order_of_first_mention() {
        let case = sample();
        let found = by_source(case.item("argus").unwrap());
        let counts: Vec<_> = found.iter().map(|(source, passages)| (source.as_str(), passages.len())).collect();
        assert_eq!(counts, [("press", 2), ("paper", 1)]);
    }

    #[test]
    fn a_reprint_is_not_support() {
        let case = sample();
        let ids = ["press", "paper", "reprint"].map(Id::from);
        assert_eq!(support(&case, &ids), (2, 1));
        assert_eq!(support(&case, []), (0, 0));
    }

    #[test]
    fn a_source_knows_what_stands_on_it() {
        let press = Id::from("press");
        let citations = Citations::new(&sample(), Some(&press));
        let citing: Vec<_> =
            citations.citing(&Id::from("press")).iter().map(|(id, at)| (id.as_str(), at.len())).collect();
        assert_eq!(citing, [("argus", 2), ("follows", 1)]);
        assert_eq!(citations.reprints(&Id::from("press")), [Id::from("reprint")]);
        assert_eq!(citations.citing(&Id::from("reprint")), []);
    }
}
