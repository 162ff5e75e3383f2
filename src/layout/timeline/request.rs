//! What lanes and marks are made from.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::marks::{MarkOf, dates};
use crate::layout::measure::{Measure, TextStyle};
use crate::model::case::{Item, Place};
use crate::model::claim::Claim;
use crate::model::dates::{Clock, Dates};
use crate::model::time::When;
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id};

/// What is hidden, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    entities: Vec<bool>,
    /// Events, then links; empty where none is hidden.
    items: Vec<bool>,
}

impl Hidden {
    /// Asks every entity, event and link. A link with a hidden end is hidden.
    pub fn new(case: &Case, is_hidden: &dyn Fn(&Id) -> bool) -> Self {
        let entities = case.entities().iter().map(|entity| is_hidden(&entity.id)).collect();
        let events = case.events().iter().map(|event| is_hidden(&event.id));
        let links = case.links().iter().map(|link| is_hidden(&link.id) || is_hidden(&link.from) || is_hidden(&link.to));
        let mut items: Vec<bool> = events.chain(links).collect();
        if !items.contains(&true) {
            items = Vec::new();
        }
        Self { entities, items }
    }

    /// Whether an entity is hidden.
    pub fn entity(&self, at: u32) -> bool {
        self.entities.get(at as usize).copied().unwrap_or(false)
    }

    /// Whether an event or link, by its number, is hidden.
    pub fn item(&self, number: u32) -> bool {
        self.items.get(number as usize).copied().unwrap_or(false)
    }
}

/// What the lanes are made from: plain values, so that they can be made on any thread.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Dates and ties.
    pub index: Arc<TimeIndex>,
    /// What is hidden.
    pub hidden: Hidden,
    /// Entities that get a lane even though nothing about them is dated: they are selected.
    pub kept: BTreeSet<u32>,
    /// How lanes are grouped and sorted.
    pub arrangement: super::arrangement::Arrangement,
}

/// What marks are made from.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    /// The case.
    pub case: &'a Case,
    /// The dates by the chosen clock.
    pub dates: &'a Dates,
    /// Tells how wide labels are.
    pub measure: &'a dyn Measure,
    /// How labels are written.
    pub style: TextStyle,
    /// What is said of a date that ends before it starts, after the label.
    pub impossible: &'a str,
}

impl<'a> Maker<'a> {
    /// What a mark stands for.
    pub fn item(&self, of: MarkOf) -> Item<'a> {
        match of {
            MarkOf::Event(at) => Item::Event(&self.case.events()[at as usize]),
            MarkOf::Link(at) => Item::Link(&self.case.links()[at as usize]),
        }
    }

    /// The date of what a mark stands for.
    pub fn date(&self, of: MarkOf) -> Option<&'a When> {
        self.dates.at(
            self.case,
            match of {
                MarkOf::Event(at) => Place::Event(at),
                MarkOf::Link(at) => Place::Link(at),
            },
        )
    }

    /// The dates that claims give for `attribute`: only of when it happened do sources disagree here.
    pub fn claimed(&self, claims: &'a [Claim], attribute: &str) -> Vec<&'a When> {
        if self.dates.clock() == Clock::Happened { dates(claims, attribute) } else { Vec::new() }
    }
}
