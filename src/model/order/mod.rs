//! Relative dates: what "after the raid" and "at most 10 days before the interview" say of when events took place.
//!
//! **What the words mean.** *After* another event: it starts when or after the other one ended. *Before*: it ended when
//! or before the other one starts. With so many *days*: and the later one starts no later than the end of the calendar
//! day that comes so many days after the one on which the earlier ended. *Within* so many days: so many at most lie
//! between the end of the one and the start of the other, whichever came first; what overlaps is within. Days are those
//! of the case's calendar, because that is what a witness counts in: a day in which the clock changes is one day like
//! any other. An event without a date is a moment; a set of which all hold lasts from its first to its last member.
//!
//! **What is certain.** An approximate end (`~`) counts with all that it may be. A questioned end (`?`, `%`) is as
//! written or not at all: it never narrows what is written of another event, and a questioned date that is narrowed
//! itself stays questioned. Only where an event has no date of its own, a questioned one may give it a place, which is
//! then questioned too. An unknown end says nothing; what goes on for ever has nothing after it.
//!
//! **Contradictions.** Events that come after each other in a circle, and dates that the order does not allow, are
//! told with the chain of constraints that makes them. The constraints of such a chain are not used: the dates stay as
//! they are without them, so that no date ever becomes empty or ends before it starts.
//!
//! **Changes.** [`Ordered::new`] finds all bounds of 10,000 constraints in a few milliseconds (`benches/order.rs`), so
//! after a change everything is found anew: there is nothing that could be left behind.

mod clash;
mod cycles;
mod limits;
mod network;
mod said;
mod spread;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use self::said::Said;

use self::clash::settle;
use self::cycles::circles;
use self::limits::stamp;
use self::network::{Network, OWN, Points};
use self::spread::{Side, Tightest};
use super::event::Event;
use super::time::{Bounds, Calendar, CalendarDays, Origin, Span, Stamp, When};

/// One constraint: the place of an [`Order`](super::event::Order) in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Constraint {
    /// Position of its event among the events of the case.
    pub event: usize,
    /// Position in the event's `order`.
    pub position: usize,
}

/// Constraints that cannot all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The chain, in the order in which one says it. The first one is where it is reported.
    pub constraints: Vec<Constraint>,
    /// The events whose written dates stand in the way, by position; none where the events come after each other in a
    /// circle.
    pub dated: Vec<usize>,
}

impl Contradiction {
    /// Whether it is a circle, whatever the dates.
    pub fn is_circle(&self) -> bool {
        self.dated.is_empty()
    }
}

/// One of the four bounds of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// Not before; of a moment, of all of it.
    EarliestStart,
    /// The start not after.
    LatestStart,
    /// The end not before.
    EarliestEnd,
    /// Not after; of a moment, of all of it.
    LatestEnd,
}

impl Bound {
    /// All four.
    pub const ALL: [Self; 4] = [Self::EarliestStart, Self::LatestStart, Self::EarliestEnd, Self::LatestEnd];

    fn of(self, bounds: Bounds) -> Stamp {
        match self {
            Self::EarliestStart => bounds.earliest_start,
            Self::LatestStart => bounds.latest_start,
            Self::EarliestEnd => bounds.earliest_end,
            Self::LatestEnd => bounds.latest_end,
        }
    }

    fn side(self) -> Side {
        match self {
            Self::EarliestStart | Self::EarliestEnd => Side::Lower,
            Self::LatestStart | Self::LatestEnd => Side::Upper,
        }
    }
}

/// Why a bound is where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The bound.
    pub bound: Bound,
    /// The constraints by which it came, the nearest first.
    pub constraints: Vec<Constraint>,
    /// The event on whose date it rests, by position.
    pub rests_on: usize,
}

/// What the order of the events of a case says of their dates.
#[derive(Clone, Debug)]
pub struct Ordered {
    network: Network,
    /// By position in the case.
    dates: HashMap<usize, When>,
    /// With what is questioned, for events without a date.
    all: Tightest,
    /// Without, for the others.
    sure: Tightest,
    contradictions: Vec<Contradiction>,
    /// Constraints that are not used, with the contradiction that is the cause.
    unused: HashMap<Constraint, usize>,
}

impl Ordered {
    /// What the order says of `events`; `position` finds one by its id. `None` where nothing is said of any order.
    pub fn new(events: &[Event], calendar: &Calendar, position: impl Fn(&str) -> Option<usize>) -> Option<Self> {
        let network = Network::new(events, position);
        if network.constraints.is_empty() {
            return None;
        }
        let days = CalendarDays::new(&calendar.zone);
        let mut used = vec![true; network.constraints.len()];
        let mut told = Told::default();
        for circle in circles(&network) {
            for constraint in &circle.unused {
                used[*constraint as usize] = false;
            }
            told.add(&network, &circle.constraints, &[], &circle.unused);
        }
        let (all, clashes) = settle(&network, &mut used, &days);
        for clash in clashes {
            told.add(&network, &clash.constraints, &clash.dated, &clash.constraints);
        }
        let sure = Tightest::new(&network, &network.sure, &used, &days);
        let Told { contradictions, unused } = told;
        let mut ordered = Self { network, dates: HashMap::new(), all, sure, contradictions, unused };
        for node in 0..ordered.network.events.len() as u32 {
            let at = ordered.network.events[node as usize] as usize;
            if let Some(when) = ordered.date(node, events[at].when.as_ref(), calendar) {
                ordered.dates.insert(at, when);
            }
        }
        Some(ordered)
    }

    /// The date of the event at this position, where the order says more of it than is written.
    pub fn when(&self, event: usize) -> Option<&When> {
        self.dates.get(&event)
    }

    /// The positions of all events of which the order says more than is written, in the order of the file.
    pub fn tightened(&self) -> Vec<usize> {
        let mut events: Vec<usize> = self.dates.keys().copied().collect();
        events.sort_unstable();
        events
    }

    /// What cannot hold: circles first, then dates.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// The contradiction because of which a constraint is not used.
    pub fn contradiction(&self, constraint: Constraint) -> Option<&Contradiction> {
        self.contradictions.get(*self.unused.get(&constraint)?)
    }

    /// The constraints that name the event at this position, its own and those of others, in the order of the file.
    pub fn constraints_on(&self, event: usize) -> Vec<Constraint> {
        let constraints = self.network.constraints.iter();
        constraints.copied().filter(|one| one.event == event || self.other(*one) == Some(event)).collect()
    }

    /// The other event of a constraint, by position.
    pub fn other(&self, constraint: Constraint) -> Option<usize> {
        let at = self.network.constraints.binary_search(&constraint).ok()?;
        Some(self.network.events[self.network.others[at] as usize] as usize)
    }

    /// Why the date of the event at this position says more than is written.
    pub fn reasons(&self, event: usize) -> Vec<Reason> {
        let Some((when, node)) = self.dates.get(&event).zip(self.network.at.get(&(event as u32))) else {
            return Vec::new();
        };
        let (layer, written) = match when.origin() {
            Origin::Narrowed(written) => (&self.sure, Some(written)),
            Origin::Written | Origin::Derived => (&self.all, None),
        };
        let points = self.network.points[*node as usize];
        let ends = if points.start == points.end { &[Bound::EarliestStart, Bound::LatestEnd][..] } else { &Bound::ALL };
        let is_new = |bound: &&Bound| written.is_none_or(|written| bound.of(written) != bound.of(when.bounds()));
        ends.iter().filter(is_new).filter_map(|bound| self.reason(*bound, points, layer)).collect()
    }

    fn reason(&self, bound: Bound, points: Points, layer: &Tightest) -> Option<Reason> {
        let point = match bound {
            Bound::EarliestStart | Bound::LatestStart => points.start,
            Bound::EarliestEnd | Bound::LatestEnd => points.end,
        };
        let (way, source) = layer.of(bound.side()).way(&self.network, point, bound.side());
        let used = way.iter().map(|edge| self.network.edges[*edge as usize].constraint);
        let constraints: Vec<Constraint> =
            used.filter(|one| *one != OWN).map(|one| self.network.constraints[one as usize]).collect();
        let rests_on = self.network.events[self.network.event_of[source as usize] as usize] as usize;
        (!constraints.is_empty()).then_some(Reason { bound, constraints, rests_on })
    }

    /// The date of an event of the network, where it is tighter than written.
    fn date(&self, node: u32, written: Option<&When>, calendar: &Calendar) -> Option<When> {
        let points = self.network.points[node as usize];
        let Some(written) = written else {
            let at = points.start as usize;
            let (lower, upper) = (self.all.lower.value[at], self.all.upper.value[at]);
            let questioned = (lower != self.sure.lower.value[at], upper != self.sure.upper.value[at]);
            return When::derived(Span::new(stamp(lower), stamp(upper)), questioned, calendar);
        };
        if written.is_impossible() {
            return None;
        }
        let (start, end) = (points.start as usize, points.end as usize);
        written.narrowed(Bounds {
            earliest_start: stamp(self.sure.lower.value[start]),
            latest_start: stamp(self.sure.upper.value[start]),
            earliest_end: stamp(self.sure.lower.value[end]),
            latest_end: stamp(self.sure.upper.value[end]),
        })
    }
}

/// Contradictions as they are found.
#[derive(Default)]
struct Told {
    contradictions: Vec<Contradiction>,
    unused: HashMap<Constraint, usize>,
}

impl Told {
    fn add(&mut self, network: &Network, chain: &[u32], dated: &[u32], unused: &[u32]) {
        let named = |one: &u32| network.constraints[*one as usize];
        for constraint in unused {
            self.unused.entry(named(constraint)).or_insert(self.contradictions.len());
        }
        self.contradictions.push(Contradiction {
            constraints: chain.iter().map(named).collect(),
            dated: dated.iter().map(|node| network.events[*node as usize] as usize).collect(),
        });
    }
}
