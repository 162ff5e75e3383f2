//! All that the window test and the timeline ask of a case, in compact columns: bounds of every date, who takes part in
//! what. Made once per content and clock, on any thread; asked in every frame.

use std::collections::HashMap;
use std::sync::Arc;

use super::case::{Case, Place};
use super::claim::{Claim, Value};
use super::dates::{Clock, Dates};
use super::entity::Entity;
use super::graph::Tie;
use super::time::{Answer, Edge, Span, Stamp, When};
use super::{Id, IdMap};
use crate::base::lists::Lists;

/// An entity that is not there: the end of a link that is an event.
const NOBODY: u32 = u32::MAX;

/// The answer by three bits: dated, touching, wholly inside, which for a plain moment is certain. Looked up, as branches
/// would cost more than all the rest.
const ANSWERS: [Answer; 8] = {
    use Answer::{Certain, Out, Possible, Undated};
    [Undated, Undated, Undated, Undated, Out, Out, Possible, Certain]
};

/// The bounds of many dates, one row a thing.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Earliest start. Where it lies after the end, the thing has no date.
    start: Vec<Stamp>,
    /// Latest end.
    end: Vec<Stamp>,
    /// Latest start and earliest end by every reading, where these are not just the latest end and the earliest start,
    /// as they are for a plain moment; `MAX` and `MIN` where nothing is sure. In order of the rows.
    sure: Vec<(u32, Stamp, Stamp)>,
    traits: Vec<u8>,
    /// Sets, whose members are asked one by one.
    sets: Vec<(u32, When)>,
    /// What is known of dates that are unbounded at a side, that are sets, or on which sources disagree.
    otherwise_known: HashMap<u32, Option<Span>>,
    /// Where periods begin and end, for things that exist: how long they go on does not fill time.
    ends: HashMap<u32, [Option<Span>; 2]>,
}

const MOMENT: u8 = 1;
const QUESTIONED: u8 = 2;
const OPEN_START: u8 = 4;
const OPEN_END: u8 = 8;
/// What is known of it stands beside the bounds.
const OTHERWISE: u8 = 16;
const SET: u8 = 32;

/// What kind of date something has, besides its bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u8);

impl Traits {
    fn of(when: &When) -> Self {
        let bounded = when.outer().start().is_bounded() && when.outer().end().is_bounded();
        let (start, end) = (when.start_edge(), when.end_edge());
        let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
        Self(
            bit(!when.is_extent() && bounded, MOMENT)
                | bit(start.is_questioned() || end.is_questioned(), QUESTIONED)
                | bit(start == Edge::Open, OPEN_START)
                | bit(end == Edge::Open, OPEN_END)
                | bit(when.is_set(), SET),
        )
    }

    /// Once, somewhere within its bounds.
    pub fn is_moment(self) -> bool {
        self.0 & MOMENT != 0
    }

    /// As written or not at all.
    pub fn is_questioned(self) -> bool {
        self.0 & QUESTIONED != 0
    }

    /// It has always been.
    pub fn has_open_start(self) -> bool {
        self.0 & OPEN_START != 0
    }

    /// It goes on for ever.
    pub fn has_open_end(self) -> bool {
        self.0 & OPEN_END != 0
    }
}

impl Column {
    /// The dates of so many things, and the dates that sources claim for them.
    fn of<'a>(
        count: usize,
        date: impl Fn(u32) -> Option<&'a When>,
        claims: impl Fn(u32) -> &'a [Claim],
        attribute: Option<&str>,
    ) -> Self {
        let mut column = Self {
            start: Vec::with_capacity(count),
            end: Vec::with_capacity(count),
            traits: Vec::with_capacity(count),
            ..Self::default()
        };
        for at in 0..count as u32 {
            column.push(date(at));
            if attribute == Some("existed")
                && let Some(when) = date(at)
            {
                column.ends.extend(ends(when).map(|ends| (at, ends)));
            }
            let claimed =
                attribute.map_or(&[][..], |_| claims(at)).iter().filter(|claim| Some(&*claim.of) == attribute);
            let claimed = claimed.filter_map(|claim| match &claim.value {
                Value::Date(when) => when.known(),
                _ => None,
            });
            if let Some(hull) = claimed.chain(column.known(at as usize)).reduce(Span::hull)
                && column.known(at as usize) != Some(hull)
            {
                column.know(at, Some(hull));
            }
        }
        column
    }

    fn push(&mut self, when: Option<&When>) {
        let at = self.start.len() as u32;
        let (start, end) = when.map_or((Stamp::MAX, Stamp::MIN), |when| (when.outer().start(), when.outer().end()));
        self.start.push(start);
        self.end.push(end);
        self.traits.push(when.map_or(0, |when| Traits::of(when).0));
        let Some(when) = when else { return };
        let sure = when.sure().unwrap_or((Stamp::MAX, Stamp::MIN));
        if sure != (end, start) {
            self.sure.push((at, sure.0, sure.1));
        }
        if when.is_set() {
            self.sets.push((at, when.clone()));
        }
        if !start.is_bounded() || !end.is_bounded() || when.is_set() {
            self.know(at, when.known());
        }
    }

    fn know(&mut self, at: u32, known: Option<Span>) {
        self.otherwise_known.insert(at, known);
        self.traits[at as usize] |= OTHERWISE;
    }

    /// How many things there are.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// All that may belong to the date; none without a date.
    pub fn outer(&self, at: usize) -> Option<Span> {
        (self.start[at] <= self.end[at]).then(|| Span::new(self.start[at], self.end[at]))
    }

    /// From the earliest to the latest time that is known of it, as [`When::known`], with what sources claim of it.
    pub fn known(&self, at: usize) -> Option<Span> {
        if self.traits[at] & OTHERWISE == 0 {
            return self.outer(at);
        }
        self.otherwise_known.get(&(at as u32)).copied().flatten()
    }

    /// Latest start and earliest end by every reading; none where nothing is sure, and for sets.
    pub fn sure(&self, at: usize) -> Option<(Stamp, Stamp)> {
        self.outer(at)?;
        let (start, end) = match self.sure.binary_search_by_key(&(at as u32), |(at, ..)| *at) {
            Ok(place) => (self.sure[place].1, self.sure[place].2),
            Err(_) => (self.end[at], self.start[at]),
        };
        (start != Stamp::MAX || end != Stamp::MIN).then_some((start, end))
    }

    /// What kind of date it is.
    pub fn traits(&self, at: usize) -> Traits {
        Traits(self.traits[at])
    }

    /// Where the period in which a thing existed begins and ends, as far as that is known; none for moments.
    pub fn ends(&self, at: usize) -> Option<[Option<Span>; 2]> {
        self.ends.get(&(at as u32)).copied()
    }

    /// The date itself where it is a set.
    pub fn set(&self, at: usize) -> Option<&When> {
        if self.traits[at] & SET == 0 {
            return None;
        }
        let place = self.sets.binary_search_by_key(&(at as u32), |(at, _)| *at).ok()?;
        Some(&self.sets[place].1)
    }

    /// Whether each date touches a window; without a window every date is certain.
    pub fn answers(&self, window: Option<Span>) -> Vec<Answer> {
        let rows = self.start.iter().zip(&self.end);
        let Some(window) = window else {
            return rows.map(|(start, end)| if start > end { Answer::Undated } else { Answer::Certain }).collect();
        };
        let (first, last) = (window.start(), window.end());
        let mut answers: Vec<Answer> = rows
            .map(|(start, end)| {
                let dated = usize::from(start <= end);
                let touches = usize::from(*start <= last) & usize::from(first <= *end);
                let inside = usize::from(first <= *start) & usize::from(*end <= last);
                ANSWERS[dated << 2 | touches << 1 | inside]
            })
            .collect();
        for (at, sure_start, sure_end) in &self.sure {
            let answer = &mut answers[*at as usize];
            if matches!(answer, Answer::Certain | Answer::Possible) {
                let is_certain = *sure_start <= last && first <= *sure_end;
                *answer = if is_certain { Answer::Certain } else { Answer::Possible };
            }
        }
        for (at, when) in &self.sets {
            let answer = &mut answers[*at as usize];
            // What the whole does not touch, no member does.
            if *answer != Answer::Out {
                *answer = when.answer(window);
            }
        }
        answers
    }
}

/// Where a period begins and ends, as far as that is known.
fn ends(when: &When) -> Option<[Option<Span>; 2]> {
    let bounds = when.bounds();
    if !when.is_extent() || bounds.is_impossible() {
        return None;
    }
    let of = |edge: Edge, first: Stamp, last: Stamp| {
        let known = !matches!(edge, Edge::Unknown | Edge::Open) && first.is_bounded() && last.is_bounded();
        known.then(|| Span::new(first, last))
    };
    Some([
        of(when.start_edge(), bounds.earliest_start, bounds.latest_start),
        of(when.end_edge(), bounds.earliest_end, bounds.latest_end),
    ])
}

/// An event or a link, as a number: events first, links after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dated {
    /// The event at this position.
    Event(u32),
    /// The link at this position.
    Link(u32),
}

/// The columns of a case by one clock.
#[derive(Clone, Debug, Default)]
pub struct TimeIndex {
    clock: Clock,
    places: Arc<IdMap<Place>>,
    /// Dates of entities.
    pub entities: Column,
    /// Dates of events.
    pub events: Column,
    /// Dates of links.
    pub links: Column,
    /// The entities that take part in each event, each once, in the order of the file.
    participants: Lists,
    /// The entities at both ends of each link.
    ends: Vec<[u32; 2]>,
    /// The events and links of each entity, by the first time that is known of them; undated ones last.
    rows: Lists,
    /// Whether any event or link of each entity has a date.
    has_dated: Vec<bool>,
    ids: Vec<Id>,
    /// Place of each entity when those with most ties come first, then by name.
    ranks: Vec<u32>,
}

impl TimeIndex {
    /// Reads the columns off a case.
    pub fn new(case: &Case, dates: &Dates) -> Self {
        let attribute = |word| (dates.clock() == Clock::Happened).then_some(word);
        let entities = Column::of(
            case.entities().len(),
            |at| dates.at(case, Place::Entity(at)),
            |at| &case.entities()[at as usize].claims,
            attribute("existed"),
        );
        let events = Column::of(
            case.events().len(),
            |at| dates.at(case, Place::Event(at)),
            |at| &case.events()[at as usize].claims,
            attribute("when"),
        );
        let links = Column::of(
            case.links().len(),
            |at| dates.at(case, Place::Link(at)),
            |at| &case.links()[at as usize].claims,
            attribute("when"),
        );
        let (participants, ends) = lanes(case);
        let mut this = Self {
            clock: dates.clock(),
            places: case.places(),
            rows: rows(entities.len(), &participants, &ends, &by_time(&events, &links)),
            entities,
            events,
            links,
            participants,
            ends,
            has_dated: Vec::new(),
            ids: case.entities().iter().map(|entity| entity.id.clone()).collect(),
            ranks: ranks(case),
        };
        let is_dated = |item: &u32| this.outer(this.dated(*item)).is_some();
        // Those with known times stand first, so that one look mostly tells.
        this.has_dated = (0..this.entity_count() as u32).map(|entity| this.row(entity).iter().any(is_dated)).collect();
        this
    }

    /// By which clock the dates are.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The list and position of the thing with this id.
    pub fn place(&self, id: &str) -> Option<Place> {
        self.places.get(id).copied()
    }

    /// The event or link with this number in [`Self::row`].
    pub fn dated(&self, item: u32) -> Dated {
        let events = self.events.len() as u32;
        if item < events { Dated::Event(item) } else { Dated::Link(item - events) }
    }

    /// The number of an event or link.
    pub fn number(&self, dated: Dated) -> u32 {
        match dated {
            Dated::Event(at) => at,
            Dated::Link(at) => self.events.len() as u32 + at,
        }
    }

    /// The events and links of an entity, as numbers, by the first time that is known of them; undated ones last.
    pub fn row(&self, entity: u32) -> &[u32] {
        self.rows.of(entity as usize)
    }

    /// Whether an entity has any event or link with a date.
    pub fn has_dated(&self, entity: u32) -> bool {
        self.has_dated[entity as usize]
    }

    /// The entities that take part in an event, each once.
    pub fn participants(&self, event: u32) -> &[u32] {
        self.participants.of(event as usize)
    }

    /// The entities on whose lanes a thing stands, each once: participants of an event, ends of a link.
    pub fn lanes_of(&self, dated: Dated) -> &[u32] {
        match dated {
            Dated::Event(at) => self.participants(at),
            Dated::Link(at) => {
                let ends = &self.ends[at as usize];
                match (ends[0], ends[1]) {
                    (NOBODY, NOBODY) => &[],
                    (NOBODY, _) => &ends[1..],
                    (_, NOBODY) => &ends[..1],
                    (from, to) if from == to => &ends[..1],
                    _ => ends,
                }
            }
        }
    }

    /// From the earliest to the latest time that is known of an event or link.
    pub fn known(&self, dated: Dated) -> Option<Span> {
        let (column, at) = self.column(dated);
        column.known(at)
    }

    /// All that may belong to the date of an event or link.
    pub fn outer(&self, dated: Dated) -> Option<Span> {
        let (column, at) = self.column(dated);
        column.outer(at)
    }

    /// How many entities there are.
    pub fn entity_count(&self) -> usize {
        self.ids.len()
    }

    /// How many events and links there are.
    pub fn dated_count(&self) -> usize {
        self.events.len() + self.links.len()
    }

    /// The column in which an event or link stands, and where.
    pub fn column(&self, dated: Dated) -> (&Column, usize) {
        match dated {
            Dated::Event(at) => (&self.events, at as usize),
            Dated::Link(at) => (&self.links, at as usize),
        }
    }

    /// The id of an entity.
    pub fn id(&self, entity: u32) -> &Id {
        &self.ids[entity as usize]
    }

    /// Place of an entity when those with most ties come first, then by name, then by id.
    pub fn rank(&self, entity: u32) -> u32 {
        self.ranks[entity as usize]
    }

    /// Where each thing stands.
    pub(super) fn places(&self) -> Arc<IdMap<Place>> {
        Arc::clone(&self.places)
    }
}

/// The entities that take part in each event, and those at both ends of each link. Read off the graph, where no id
/// need be looked up.
fn lanes(case: &Case) -> (Lists, Vec<[u32; 2]>) {
    let entities = case.entities().len() as u32;
    let entity = |node: u32| if node < entities { node } else { NOBODY };
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut ends = Vec::with_capacity(case.links().len());
    let mut first = 0;
    for (from, to, tie) in case.graph().ends() {
        let Tie::Participation(..) = tie else {
            ends.push([entity(from), entity(to)]);
            continue;
        };
        let event = to - entities;
        if found.last().is_none_or(|(last, _)| *last != event) {
            first = found.len();
        }
        if from < entities && !found[first..].contains(&(event, from)) {
            found.push((event, from));
        }
    }
    (Lists::new(case.events().len(), |put| found.iter().for_each(|(event, entity)| put(*event, *entity))), ends)
}

/// All events and links as numbers, by the first time that is known of them; undated ones last.
fn by_time(events: &Column, links: &Column) -> Vec<u32> {
    let starts = |column: &Column| -> Vec<Stamp> {
        (0..column.len()).map(|at| column.known(at).map_or(Stamp::MAX, Span::start)).collect()
    };
    let mut order: Vec<(Stamp, u32)> = starts(events).into_iter().chain(starts(links)).zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, item)| item).collect()
}

/// The rows of the entities; what is put in by time stands by time in each.
fn rows(entities: usize, participants: &Lists, ends: &[[u32; 2]], by_time: &[u32]) -> Lists {
    let events = participants.len();
    Lists::new(entities, |put| {
        for item in by_time.iter().copied() {
            let Some([from, to]) = (item as usize).checked_sub(events).map(|link| &ends[link]) else {
                participants.of(item as usize).iter().for_each(|entity| put(*entity, item));
                continue;
            };
            if *from != NOBODY {
                put(*from, item);
            }
            if *to != NOBODY && to != from {
                put(*to, item);
            }
        }
    })
}

fn ranks(case: &Case) -> Vec<u32> {
    let entities = case.entities();
    let degree = |entity: &Entity| std::cmp::Reverse(case.graph().degree(entity.id.as_str()));
    let mut order: Vec<_> = (0..).zip(entities).map(|(at, entity): (u32, _)| (degree(entity), at)).collect();
    let name = |at: u32| (&entities[at as usize].name, &entities[at as usize].id);
    order.sort_unstable_by(|(one, a), (other, b)| one.cmp(other).then_with(|| name(*a).cmp(&name(*b))));
    let mut ranks = vec![0; order.len()];
    for (rank, (_, at)) in order.into_iter().enumerate() {
        ranks[at as usize] = rank as u32;
    }
    ranks
}
