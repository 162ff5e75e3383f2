//! Which things of a case lie in a window: certainly, possibly, not, or cannot be said for want of a date.

use std::collections::HashMap;

use super::case::Case;
use super::time::{Answer, Span};
use super::{Id, graph::Tie};

/// Counts of the four answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Certainly in.
    pub certain: usize,
    /// Possibly in.
    pub possible: usize,
    /// Out.
    pub out: usize,
    /// Without a date.
    pub undated: usize,
}

impl Tally {
    /// Counts one answer.
    pub fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Certain => self.certain += 1,
            Answer::Possible => self.possible += 1,
            Answer::Out => self.out += 1,
            Answer::Undated => self.undated += 1,
        }
    }

    /// All four together.
    pub fn total(self) -> usize {
        self.certain + self.possible + self.out + self.undated
    }

    /// Both tallies together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            certain: self.certain + other.certain,
            possible: self.possible + other.possible,
            out: self.out + other.out,
            undated: self.undated + other.undated,
        }
    }
}

/// The answers for one window. Without a window everything dated is certainly in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Answers of entities, in the order of the case.
    pub entities: Vec<Answer>,
    /// Answers of events.
    pub events: Vec<Answer>,
    /// Answers of links.
    pub links: Vec<Answer>,
    by_id: HashMap<Id, Answer>,
}

impl Answers {
    /// Asks every entity, event and link. An entity without a date of its own takes the best answer of its events
    /// and links.
    pub fn new(case: &Case, window: Option<Span>) -> Self {
        let own = |when: Option<&super::time::When>| match (when, window) {
            (None, _) => Answer::Undated,
            (Some(_), None) => Answer::Certain,
            (Some(when), Some(window)) => when.answer(window),
        };
        let events: Vec<_> = case.events().iter().map(|event| own(event.when.as_ref())).collect();
        let links: Vec<_> = case.links().iter().map(|link| own(link.when.as_ref())).collect();
        let mut by_id: HashMap<Id, Answer> = HashMap::with_capacity(events.len() + links.len() + case.entities().len());
        by_id.extend(case.events().iter().map(|event| event.id.clone()).zip(events.iter().copied()));
        by_id.extend(case.links().iter().map(|link| link.id.clone()).zip(links.iter().copied()));
        let entities: Vec<_> = case
            .entities()
            .iter()
            .map(|entity| match own(entity.existed.as_ref()) {
                Answer::Undated => {
                    best(case.graph().neighbours(entity.id.as_str()).iter().filter_map(
                        |neighbour| match neighbour.tie {
                            Tie::Link(id) | Tie::Participation(id, _) => by_id.get(id).copied(),
                        },
                    ))
                }
                answer => answer,
            })
            .collect();
        by_id.extend(case.entities().iter().map(|entity| entity.id.clone()).zip(entities.iter().copied()));
        Self { entities, events, links, by_id }
    }

    /// The answer for one thing; undated for what has none (sources, stories, unknown ids).
    pub fn of(&self, id: &str) -> Answer {
        self.by_id.get(id).copied().unwrap_or(Answer::Undated)
    }

    /// Counts of entities.
    pub fn entity_tally(&self) -> Tally {
        tally(&self.entities)
    }

    /// Counts of events.
    pub fn event_tally(&self) -> Tally {
        tally(&self.events)
    }

    /// Counts of links.
    pub fn link_tally(&self) -> Tally {
        tally(&self.links)
    }

    /// Counts of all three.
    pub fn tally(&self) -> Tally {
        self.entity_tally().plus(self.event_tally()).plus(self.link_tally())
    }
}

/// Certain before possible before out before undated.
fn best(answers: impl Iterator<Item = Answer>) -> Answer {
    answers.min().unwrap_or(Answer::Undated)
}

fn tally(answers: &[Answer]) -> Tally {
    let mut tally = Tally::default();
    for answer in answers {
        tally.add(*answer);
    }
    tally
}
