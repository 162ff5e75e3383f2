//! Which things of a case lie in a window: certainly, possibly, not, or cannot be said for want of a date.

use std::collections::HashMap;
use std::sync::Arc;

use super::Id;
use super::case::{Case, Place};
use super::dates::{Clock, Dates};
use super::time::{Answer, Span, WindowRule};
use super::time_index::{Dated, TimeIndex};

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

/// From so many events and links on links are asked on a thread of their own.
const WORTH_A_THREAD: usize = 200_000;

/// Where fewer than one in so many events and links are reached, those tell their entities.
const WORTH_ASKING: usize = 4;
/// So many answers are looked at together.
const CHUNK: usize = 64;

/// The answers for one window. Without a window everything dated is certainly in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Answers of entities, in the order of the case.
    pub entities: Vec<Answer>,
    /// Answers of events.
    pub events: Vec<Answer>,
    /// Answers of links.
    pub links: Vec<Answer>,
    places: Arc<HashMap<Id, Place>>,
    tallies: [Tally; 3],
}

impl Answers {
    /// Asks every entity, event and link of a case by when it happened.
    pub fn new(case: &Case, window: Option<Span>) -> Self {
        Self::of_index(&TimeIndex::new(case, &Dates::new(case, Clock::Happened)), window)
    }

    /// Asks every entity, event and link. An entity without a date of its own takes the best answer of its events
    /// and links.
    pub fn of_index(index: &TimeIndex, window: Option<Span>) -> Self {
        let own = index.entities.answers(window);
        if index.dated_count() < WORTH_A_THREAD {
            return Self::filled(index, own, index.events.answers(window), index.links.answers(window));
        }
        let (events, links) = std::thread::scope(|scope| {
            let links = scope.spawn(|| index.links.answers(window));
            let events = index.events.answers(window);
            // A panic over there is one here.
            (events, links.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        Self::filled(index, own, events, links)
    }

    /// The same by a rule for windows. Only by the usual one can dates be asked in columns.
    pub fn by(case: &Case, dates: &Dates, index: &TimeIndex, window: Option<Span>, rule: WindowRule) -> Self {
        let Some(window) = window.filter(|_| rule != WindowRule::Touches) else { return Self::of_index(index, window) };
        let ask = |count: usize, place: fn(u32) -> Place| -> Vec<Answer> {
            let answer = |at| dates.at(case, place(at)).map_or(Answer::Undated, |when| when.answer_by(window, rule));
            (0..count as u32).map(answer).collect()
        };
        Self::filled(
            index,
            ask(case.entities().len(), Place::Entity),
            ask(case.events().len(), Place::Event),
            ask(case.links().len(), Place::Link),
        )
    }

    fn filled(index: &TimeIndex, mut entities: Vec<Answer>, events: Vec<Answer>, links: Vec<Answer>) -> Self {
        let (of_events, of_links) = (tally(&events), tally(&links));
        let reached = of_events.plus(of_links);
        // A narrow window reaches few things: those tell their entities. In a wide one each entity soon finds one that
        // is certainly in.
        if (reached.certain + reached.possible) * WORTH_ASKING < reached.total() {
            told(index, &mut entities, &events, &links);
        } else {
            asked(index, &mut entities, &events, &links);
        }
        let tallies = [tally(&entities), of_events, of_links];
        Self { entities, events, links, places: index.places(), tallies }
    }

    /// The answer for the thing at a place.
    pub fn at(&self, place: Place) -> Answer {
        let found = match place {
            Place::Entity(at) => self.entities.get(at as usize),
            Place::Event(at) => self.events.get(at as usize),
            Place::Link(at) => self.links.get(at as usize),
            Place::Source(_) | Place::Story(_) => None,
        };
        found.copied().unwrap_or(Answer::Undated)
    }

    /// The answer for one thing; undated for what has none (sources, stories, unknown ids).
    pub fn of(&self, id: &str) -> Answer {
        self.places.get(id).map_or(Answer::Undated, |place| self.at(*place))
    }

    /// Counts of entities.
    pub fn entity_tally(&self) -> Tally {
        self.tallies[0]
    }

    /// Counts of events.
    pub fn event_tally(&self) -> Tally {
        self.tallies[1]
    }

    /// Counts of links.
    pub fn link_tally(&self) -> Tally {
        self.tallies[2]
    }

    /// Counts of all three.
    pub fn tally(&self) -> Tally {
        self.entity_tally().plus(self.event_tally()).plus(self.link_tally())
    }
}

/// Entities without a date of their own ask their events and links for the best answer.
fn asked(index: &TimeIndex, entities: &mut [Answer], events: &[Answer], links: &[Answer]) {
    for (at, answer) in entities.iter_mut().enumerate().filter(|(_, answer)| **answer == Answer::Undated) {
        let of = |item: &u32| match (*item as usize).checked_sub(events.len()) {
            None => events[*item as usize],
            Some(link) => links[link],
        };
        // Certain before possible before out before undated; nothing is surer than certain.
        for found in index.row(at as u32).iter().map(of) {
            *answer = (*answer).min(found);
            if *answer == Answer::Certain {
                break;
            }
        }
    }
}

/// The same from the other side: what the window reaches tells the entities on whose lanes it stands.
fn told(index: &TimeIndex, entities: &mut [Answer], events: &[Answer], links: &[Answer]) {
    let takes: Vec<bool> = entities.iter().map(|answer| *answer == Answer::Undated).collect();
    for (at, answer) in entities.iter_mut().enumerate() {
        if takes[at] && index.has_dated(at as u32) {
            *answer = Answer::Out;
        }
    }
    for (answers, dated) in [(events, Dated::Event as fn(u32) -> Dated), (links, Dated::Link)] {
        // Many at once are seen to be out more quickly than one after the other.
        for (number, some) in answers.chunks(CHUNK).enumerate() {
            if !some.iter().fold(false, |any, answer| any | (*answer < Answer::Out)) {
                continue;
            }
            for (at, answer) in some.iter().enumerate().filter(|(_, answer)| **answer < Answer::Out) {
                for entity in index.lanes_of(dated((number * CHUNK + at) as u32)) {
                    if takes[*entity as usize] {
                        let known = &mut entities[*entity as usize];
                        *known = (*known).min(*answer);
                    }
                }
            }
        }
    }
}

fn tally(answers: &[Answer]) -> Tally {
    // One answer after the other: comparing many at once is quicker than counting each into its place.
    let count = |wanted: Answer| {
        let of_some = |some: &[Answer]| some.iter().map(|answer| u8::from(*answer == wanted)).sum::<u8>();
        answers.chunks(usize::from(u8::MAX)).map(|some| usize::from(of_some(some))).sum::<usize>()
    };
    let (certain, possible, out) = (count(Answer::Certain), count(Answer::Possible), count(Answer::Out));
    Tally { certain, possible, out, undated: answers.len() - certain - possible - out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{Calendar, When};

    #[test]
    fn entities_hear_the_same_whether_they_ask_or_are_told() {
        let dates = ["2020", "2020-03", "2020-03-12", "2021?", "2019/2022", "../2018", "", "2020-XX", "{2018,2022}"];
        let entity = |at: usize| {
            let when = if at % 7 == 0 { ", existed: \"2019/2021\"" } else { "" };
            format!("Entity(id: \"e{at}\", kind: \"person\", name: \"E\"{when}),")
        };
        let event = |at: usize| {
            let when = dates[at % dates.len()];
            let when = if when.is_empty() { String::new() } else { format!(", when: \"{when}\"") };
            let of = |entity: usize| format!("Participant(entity: \"e{}\", role: \"seen\")", entity % 30);
            format!("Event(id: \"v{at}\", title: \"V\"{when}, participants: [{}, {}]),", of(at), of(at * 5 + 1))
        };
        let link = |at: usize| {
            let to = (at * 3 + 1) % 30;
            format!(
                "Link(id: \"l{at}\", from: \"e{at}\", to: \"e{to}\", relation: \"r\", when: \"20{}\"),",
                17 + at % 6
            )
        };
        let entities: String = (0..32).map(entity).collect();
        let (events, links): (String, String) = ((0..40).map(event).collect(), (0..20).map(link).collect());
        let text =
            format!("Case(format: (1, 0), title: \"T\", entities: [{entities}], events: [{events}], links: [{links}])");
        let case = crate::file::read(text.as_bytes()).unwrap().case;
        assert_eq!((case.events().len(), case.links().len()), (40, 20));
        let index = TimeIndex::new(&case, &Dates::new(&case, Clock::Happened));
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        let mut kinds = std::collections::BTreeSet::new();
        for window in ["2020-03-12", "2018", "2016/2030", "1990", "2022-05", "2020-03-10/2020-03-20"] {
            let window = Some(When::parse(window, &calendar, None).unwrap().outer());
            let (own, events, links) =
                (index.entities.answers(window), index.events.answers(window), index.links.answers(window));
            let (mut by_asking, mut by_telling) = (own.clone(), own);
            asked(&index, &mut by_asking, &events, &links);
            told(&index, &mut by_telling, &events, &links);
            assert_eq!(by_asking, by_telling, "{window:?}");
            kinds.extend(by_telling);
        }
        assert_eq!(kinds.len(), 4, "every answer is met: {kinds:?}");
    }
}
