//! The date of each thing by one of three clocks: when it happened, when the team knew of it, when it was published.

use super::case::{Case, Item, Place};
use super::source::Cite;
use super::time::{Span, Stamp, When};

/// By which clock a case is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clock {
    /// When it happened: as written in the case, narrowed by what is said of the order of events.
    #[default]
    Happened,
    /// When the team first learned of it: the earliest such date among its citations.
    Known,
    /// When it was first published: the earliest publication among its sources.
    Published,
}

impl Clock {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Happened, Self::Known, Self::Published];

    /// The one after this, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Happened => Self::Known,
            Self::Known => Self::Published,
            Self::Published => Self::Happened,
        }
    }
}

/// The dates of a case by one clock. For [`Clock::Happened`] nothing is kept: the case has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    clock: Clock,
    entities: Vec<Option<When>>,
    events: Vec<Option<When>>,
    links: Vec<Option<When>>,
}

impl Dates {
    /// Works out the dates of all entities, events and links.
    pub fn new(case: &Case, clock: Clock) -> Self {
        if clock == Clock::Happened {
            return Self::default();
        }
        let of = |item: Item<'_>| earliest(case, item, clock).cloned();
        Self {
            clock,
            entities: case.entities().iter().map(|entity| of(Item::Entity(entity))).collect(),
            events: case.events().iter().map(|event| of(Item::Event(event))).collect(),
            links: case.links().iter().map(|link| of(Item::Link(link))).collect(),
        }
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The date of the thing at this place; none for what is undated by this clock, and for sources and stories.
    pub fn at<'a>(&'a self, case: &'a Case, place: Place) -> Option<&'a When> {
        let own = self.clock == Clock::Happened;
        let kept = |list: &'a [Option<When>], at: u32| list.get(at as usize)?.as_ref();
        match place {
            Place::Entity(at) if own => case.entities().get(at as usize)?.existed.as_ref(),
            Place::Event(at) if own => {
                // What is said of the order of events narrows their dates.
                let tightened = case.ordered().and_then(|ordered| ordered.when(at as usize));
                tightened.or(case.events().get(at as usize)?.when.as_ref())
            }
            Place::Link(at) if own => case.links().get(at as usize)?.when.as_ref(),
            Place::Entity(at) => kept(&self.entities, at),
            Place::Event(at) => kept(&self.events, at),
            Place::Link(at) => kept(&self.links, at),
            Place::Source(_) | Place::Story(_) => None,
        }
    }

    /// The date of the thing with this id.
    pub fn of<'a>(&'a self, case: &'a Case, id: &str) -> Option<&'a When> {
        self.at(case, case.place(id)?)
    }
}

/// The earliest date that the citations of a thing, or of its claims, give by a clock. The first of equals counts.
fn earliest<'a>(case: &'a Case, item: Item<'a>, clock: Clock) -> Option<&'a When> {
    let of = |cite: &'a Cite| match clock {
        Clock::Happened => None,
        Clock::Known => cite.learned.as_ref(),
        Clock::Published => case.source(cite.source.as_str())?.published.as_ref(),
    };
    let claims = item.claims().iter().flat_map(|claim| &claim.cites);
    item.cites().iter().chain(claims).filter_map(of).min_by_key(|when| when.known().map_or(Stamp::MAX, Span::start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"Case(format: (1, 0), title: "t", time_zone: "Europe/Amsterdam", sources: [
        Source(id: "early", kind: "report", title: "a", published: "2021-03-09"),
        Source(id: "late", kind: "report", title: "b", published: "2021-06"),
        Source(id: "never", kind: "report", title: "c"),
    ], entities: [Entity(id: "a", kind: "person", name: "Anna", existed: "2018/..", cites: [Cite(source: "never")])],
    events: [Event(id: "e", title: "e", when: "2020", participants: [Participant(entity: "a", role: "r")], cites: [
        Cite(source: "late", learned: "2020-12-24"), Cite(source: "early", learned: "2021-01"),
    ])])"#;

    #[test]
    fn each_clock_tells_its_own_date() {
        let case = crate::file::read(CASE.as_bytes()).unwrap().case;
        let text = |clock, id: &str| Dates::new(&case, clock).of(&case, id).map(|when| when.text().to_owned());
        assert_eq!(text(Clock::Happened, "e").as_deref(), Some("2020"));
        assert_eq!(text(Clock::Known, "e").as_deref(), Some("2020-12-24"));
        assert_eq!(text(Clock::Published, "e").as_deref(), Some("2021-03-09"));
        assert_eq!(text(Clock::Happened, "a").as_deref(), Some("2018/.."));
        assert_eq!((text(Clock::Known, "a"), text(Clock::Published, "a")), (None, None));
    }
}
