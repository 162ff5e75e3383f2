//! What sources can speak of: silence outside what they cover is not absence.

use std::collections::HashMap;

use super::case::{Case, Place};
use super::time::{Span, Stamp};

/// A period that a source covers, for one entity or for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// All that the period may be.
    pub outer: Span,
    /// What it is by every reading.
    pub core: Option<Span>,
    /// The source, as a position in the case.
    pub source: u32,
}

/// The covered periods of a case. Empty where no source states what it covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    of_all: Vec<Band>,
    of_one: HashMap<u32, Vec<Band>>,
}

/// What covers a moment on the lane of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covered {
    /// No source of the case states what it covers: nothing can be said.
    Unstated,
    /// These sources, as positions in the case.
    By(Vec<u32>),
    /// These sources only by some readings of their periods.
    PossiblyBy(Vec<u32>),
    /// None.
    ByNone,
}

impl Coverage {
    /// Reads off what sources state.
    pub fn new(case: &Case) -> Self {
        let mut this = Self::default();
        for (at, source) in case.sources().iter().enumerate() {
            for covers in &source.covers {
                let band = Band { outer: covers.period.outer(), core: covers.period.core(), source: at as u32 };
                if covers.entities.is_empty() {
                    this.of_all.push(band);
                }
                for id in &covers.entities {
                    if let Some(Place::Entity(entity)) = case.place(id.as_str()) {
                        this.of_one.entry(entity).or_default().push(band);
                    }
                }
            }
        }
        this
    }

    /// Whether no source states what it covers.
    pub fn is_empty(&self) -> bool {
        self.of_all.is_empty() && self.of_one.is_empty()
    }

    /// The periods in which an entity is covered.
    pub fn of(&self, entity: u32) -> impl Iterator<Item = &Band> {
        self.of_all.iter().chain(self.of_one.get(&entity).into_iter().flatten())
    }

    /// What covers an entity at a moment.
    pub fn at(&self, entity: u32, stamp: Stamp) -> Covered {
        if self.is_empty() {
            return Covered::Unstated;
        }
        let sources = |holds: &dyn Fn(&Band) -> bool| {
            let mut found: Vec<u32> = self.of(entity).filter(|band| holds(band)).map(|band| band.source).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let sure = sources(&|band| band.core.is_some_and(|core| core.contains(stamp)));
        if !sure.is_empty() {
            return Covered::By(sure);
        }
        let possible = sources(&|band| band.outer.contains(stamp));
        if possible.is_empty() { Covered::ByNone } else { Covered::PossiblyBy(possible) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{Calendar, When};

    #[test]
    fn silence_is_only_absence_where_a_source_would_speak() {
        let text = r#"Case(format: (1, 0), title: "t", time_zone: "Europe/Amsterdam", sources: [
            Source(id: "tap", kind: "intercept", title: "t", covers: [Coverage(period: "2020-04-01/2020-06~", entities: ["a"])]),
            Source(id: "register", kind: "register", title: "r", covers: [Coverage(period: "2019/2019")]),
        ], entities: [Entity(id: "a", kind: "person", name: "A"), Entity(id: "b", kind: "person", name: "B")])"#;
        let case = crate::file::read(text.as_bytes()).unwrap().case;
        let coverage = Coverage::new(&case);
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        let at = |day: &str| When::parse(day, &calendar, None).unwrap().outer().start();
        assert_eq!(coverage.at(0, at("2020-04-20")), Covered::By(vec![0]));
        assert_eq!(coverage.at(0, at("2020-07-20")), Covered::PossiblyBy(vec![0]));
        assert_eq!(coverage.at(0, at("2021-01-01")), Covered::ByNone);
        assert_eq!(coverage.at(1, at("2020-04-20")), Covered::ByNone);
        assert_eq!(coverage.at(1, at("2019-06-01")), Covered::PossiblyBy(vec![1]));
        assert_eq!(Coverage::default().at(0, at("2019-06-01")), Covered::Unstated);
    }
}
