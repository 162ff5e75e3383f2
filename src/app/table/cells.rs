//! What stands in a cell: text to show, and a key to sort by.

use std::collections::HashMap;

use super::column::Column;
use crate::locale::Words;
use crate::locale::keys::{answer_key, direction_key, nature_key, strength_key};
use crate::model::answers::Answers;
use crate::model::case::Item;
use crate::model::claim::{Claim, contested};
use crate::model::dates::Dates;
use crate::model::link::Link;
use crate::model::source::Source;
use crate::model::time::{Stamp, When, WindowRule};
use crate::model::{Case, Id, IdMap};

/// From what cells are read.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    /// The case.
    pub case: &'a Case,
    /// Dates by the chosen clock.
    pub dates: &'a Dates,
    /// What lies in the window.
    pub answers: &'a Answers,
    /// What the window asks.
    pub rule: WindowRule,
    /// Passages that are cited, by source; needed for sources only.
    pub cited: &'a IdMap<usize>,
    /// The language.
    pub words: &'a Words,
}

/// A key to sort by. What has none stands last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    /// A number.
    Of(f64),
    /// Nothing to sort by.
    None,
}

/// How many passages of each source are cited.
pub fn citations<'c>(case: &'c Case) -> IdMap<usize> {
    // By address first: of a hundred thousand citations the words need not all be hashed.
    let mut by_address: HashMap<usize, (&Id, usize), foldhash::fast::RandomState> = HashMap::default();
    let mut add = |cites: &'c [crate::model::source::Cite]| {
        for cite in cites {
            by_address.entry(cite.source.address()).or_insert((&cite.source, 0)).1 += 1;
        }
    };
    for item in crate::app::derived::items(case) {
        add(item.cites());
        item.claims().iter().for_each(|claim| add(&claim.cites));
        if let Item::Event(event) = item {
            event.participants.iter().for_each(|participant| add(&participant.cites));
        }
    }
    let mut count: IdMap<usize> = IdMap::default();
    let mut found: Vec<(&Id, usize)> = by_address.into_values().collect();
    found.sort_unstable();
    for (source, times) in found {
        *count.entry(source.clone()).or_default() += times;
    }
    count
}

impl Cells<'_> {
    /// The text of a cell; empty where nothing is known.
    pub fn text(&self, item: Item<'_>, column: &Column) -> String {
        let words = self.words;
        match column {
            Column::Name => item.name().to_owned(),
            Column::Kind => self.kind(item),
            Column::When => {
                self.when(item).map(|when| words.date_brief(when, &self.case.calendar().zone)).unwrap_or_default()
            }
            Column::Ties | Column::Citations | Column::Cited => match self.number(item, column) {
                Number::Of(number) => words.number(number as i64),
                Number::None => String::new(),
            },
            Column::Tags => item.tags().join(", "),
            Column::Answer => match item {
                Item::Source(_) | Item::Story(_) => String::new(),
                _ => words.get(answer_key(self.answers.of(item.id().as_str()), self.rule)),
            },
            Column::Contested => contested(item.claims()).join(", "),
            Column::Note => item.note().unwrap_or_default().to_owned(),
            Column::Id => item.id().to_string(),
            Column::Aliases => match item {
                Item::Entity(entity) => entity.aliases.join(", "),
                _ => String::new(),
            },
            Column::Participants => self.participants(item),
            Column::Place => match item {
                Item::Event(event) => event.place.as_ref().map(|id| self.name(id).to_owned()).unwrap_or_default(),
                _ => String::new(),
            },
            Column::Nature => match item {
                Item::Event(event) => words.get(nature_key(event.nature)),
                Item::Link(link) => words.get(nature_key(link.nature)),
                _ => String::new(),
            },
            Column::From | Column::Relation | Column::To | Column::Strength | Column::Direction => match item {
                Item::Link(link) => self.of_link(link, column),
                _ => String::new(),
            },
            Column::Publisher
            | Column::Reliability
            | Column::Language
            | Column::Repeats
            | Column::Handling
            | Column::Address => match item {
                Item::Source(source) => self.of_source(source, column),
                _ => String::new(),
            },
            Column::Attribute(attribute) => self.attribute(item, attribute),
        }
    }

    fn of_link(&self, link: &Link, column: &Column) -> String {
        match column {
            Column::From => self.name(&link.from).to_owned(),
            Column::Relation => link.relation.clone(),
            Column::To => self.name(&link.to).to_owned(),
            Column::Strength => self.words.get(strength_key(link.strength)),
            _ => self.words.get(direction_key(link.direction)),
        }
    }

    fn of_source(&self, source: &Source, column: &Column) -> String {
        match column {
            Column::Publisher => source.publisher.clone(),
            Column::Reliability => source.reliability.clone(),
            Column::Language => source.language.clone(),
            Column::Repeats => source.repeats.as_ref().map(|id| self.name(id).to_owned()),
            Column::Handling => source.handling.clone(),
            _ => source.address.clone(),
        }
        .unwrap_or_default()
    }

    /// Statements on one attribute stand side by side; where they differ, so it is said.
    fn attribute(&self, item: Item<'_>, attribute: &str) -> String {
        let claims: Vec<&Claim> = item.claims().iter().filter(|claim| claim.of == attribute).collect();
        let mut values: Vec<String> = Vec::new();
        for claim in &claims {
            let value = self.words.claimed(self.case, claim);
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let is_contested = contested(item.claims()).contains(&attribute);
        values.join(if is_contested { " ≠ " } else { " · " })
    }

    fn participants(&self, item: Item<'_>) -> String {
        let Item::Event(event) = item else { return String::new() };
        let each = |participant: &crate::model::event::Participant| {
            format!("{} ({})", self.name(&participant.entity), participant.role)
        };
        event.participants.iter().map(each).collect::<Vec<_>>().join(", ")
    }

    fn kind(&self, item: Item<'_>) -> String {
        match item {
            Item::Entity(entity) => self.words.kind(self.case, &entity.kind),
            Item::Event(event) => event.kind.clone().unwrap_or_default(),
            Item::Source(source) => source.kind.clone(),
            Item::Link(_) | Item::Story(_) => String::new(),
        }
    }

    fn name<'a>(&'a self, id: &'a Id) -> &'a str {
        self.case.item(id.as_str()).map_or(id.as_str(), Item::name)
    }

    /// The date that the column shows: by the chosen clock; of a source when it was published.
    pub(super) fn when<'a>(&'a self, item: Item<'a>) -> Option<&'a When> {
        match item {
            Item::Source(_) => item.when(),
            _ => self.dates.of(self.case, item.id().as_str()),
        }
    }

    /// The first bounded moment of the date, then the last.
    pub(super) fn moment(&self, item: Item<'_>) -> (Stamp, Stamp) {
        let Some(when) = self.when(item) else { return (Stamp::MAX, Stamp::MAX) };
        let bounds = when.bounds();
        let all = [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end];
        let known = || all.into_iter().filter(|stamp| stamp.is_bounded());
        (known().min().unwrap_or(Stamp::MAX), known().max().unwrap_or(Stamp::MAX))
    }

    /// The number of a cell.
    pub(super) fn number(&self, item: Item<'_>, column: &Column) -> Number {
        let count = match column {
            Column::Ties => self.case.graph().degree(item.id().as_str()),
            Column::Citations => {
                item.cites().len() + item.claims().iter().map(|claim| claim.cites.len()).sum::<usize>()
            }
            Column::Cited => self.cited.get(item.id()).copied().unwrap_or_default(),
            Column::Attribute(attribute) => {
                let mut claims = item.claims().iter().filter(|claim| claim.of == *attribute);
                let number = claims.find_map(|claim| claim.quantity()?.low.or(claim.quantity()?.high));
                return number.map_or(Number::None, Number::Of);
            }
            _ => return Number::None,
        };
        Number::Of(count as f64)
    }
}
