//! Which things of a case lie in a window: certainly, possibly, not, or cannot be said for want of a date.

use std::sync::Arc;

use super::IdMap;
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
    places: Arc<IdMap<Place>>,
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
        let events = || Asked::new(index, index.events.answers(window), Dated::Event);
        let links = || Asked::new(index, index.links.answers(window), Dated::Link);
        if index.dated_count() < WORTH_A_THREAD {
            return Self::filled(index, own, events(), links());
        }
        let (events, links) = std::thread::scope(|scope| {
            let links = scope.spawn(links);
            // A panic over there is one here.
            (events(), links.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
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
        let events = Asked::new(index, ask(case.events().len(), Place::Event), Dated::Event);
        let links = Asked::new(index, ask(case.links().len(), Place::Link), Dated::Link);
        Self::filled(index, ask(case.entities().len(), Place::Entity), events, links)
    }

    fn filled(index: &TimeIndex, mut entities: Vec<Answer>, events: Asked, links: Asked) -> Self {
        match (&events.told, &links.told) {
            (Some(by_events), Some(by_links)) => told(index, &mut entities, by_events, by_links),
            _ => asked(index, &mut entities, &events.answers, &links.answers),
        }
        let tallies = [tally(&entities), events.tally, links.tally];
        Self { entities, events: events.answers, links: links.answers, places: index.places(), tallies }
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

/// Events or links that were asked.
struct Asked {
    answers: Vec<Answer>,
    tally: Tally,
    /// The best answer that each entity hears from those that the window reaches, `Undated` where it hears of none; not
    /// worked out where it reaches so many that entities had better ask.
    told: Option<Vec<Answer>>,
}

impl Asked {
    fn new(index: &TimeIndex, answers: Vec<Answer>, dated: fn(u32) -> Dated) -> Self {
        let tally = tally(&answers);
        let reached = tally.certain + tally.possible;
        // A narrow window reaches few things: those tell their entities. In a wide one each entity soon finds one that
        // is certainly in.
        let is_narrow = reached * 2 < tally.total() || answers.is_empty();
        let told = is_narrow.then(|| tellings(index, &answers, dated));
        Self { answers, tally, told }
    }
}

/// What things that the window reaches tell the entities on whose lanes they stand.
fn tellings(index: &TimeIndex, answers: &[Answer], dated: fn(u32) -> Dated) -> Vec<Answer> {
    let mut best = vec![Answer::Undated; index.entity_count()];
    // Many at once are seen to be out more quickly than one after the other.
    for (number, some) in answers.chunks(CHUNK).enumerate() {
        if some.iter().map(|answer| u8::from(*answer < Answer::Out)).fold(0, |reached, one| reached | one) == 0 {
            continue;
        }
        for (at, answer) in some.iter().enumerate().filter(|(_, answer)| **answer < Answer::Out) {
            for entity in index.lanes_of(dated((number * CHUNK + at) as u32)) {
                let known = &mut best[*entity as usize];
                *known = (*known).min(*answer);
            }
        }
    }
    best
}

/// Entities without a date of their own take the best of what they are told; those with dated things that are all out
/// are out.
fn told(index: &TimeIndex, entities: &mut [Answer], by_events: &[Answer], by_links: &[Answer]) {
    for (at, answer) in entities.iter_mut().enumerate().filter(|(_, answer)| **answer == Answer::Undated) {
        *answer = by_events[at].min(by_links[at]);
        if *answer == Answer::Undated && index.has_dated(at as u32) {
            *answer = Answer::Out;
        }
    }
}

fn tally(answers: &[Answer]) -> Tally {
    // One answer after the other: comparing many at once is quicker than counting each into its place.
    let count = |wanted: Answer| {
        // So few cannot overflow; where that had to be made sure of, they would be added one by one.
        let one_more = |sum: u8, answer: &Answer| sum.wrapping_add(u8::from(*answer == wanted));
        let of_some = |some: &[Answer]| some.iter().fold(0, one_more);
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
            let when = if at.is_multiple_of(7) { ", existed: \"2019/2021\"" } else { "" };
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
            let tellings = [tellings(&index, &events, Dated::Event), tellings(&index, &links, Dated::Link)];
            told(&index, &mut by_telling, &tellings[0], &tellings[1]);
            assert_eq!(by_asking, by_telling, "{window:?}");
            kinds.extend(by_telling);
        }
        assert_eq!(kinds.len(), 4, "every answer is met: {kinds:?}");
    }
}
