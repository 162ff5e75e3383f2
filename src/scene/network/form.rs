//! Which layout the case asks for, and what that layout must know of it.

use std::collections::HashMap;

use crate::analysis::countries::{COUNTRY, countries};
use crate::layout::network::Form;
use crate::model::case::Place;
use crate::model::dates::{Clock, Dates};
use crate::model::link::Direction;
use crate::model::time::Span;
use crate::model::time_index::{Column, TimeIndex};
use crate::model::{Case, Id};

/// The layouts by their words in the file; another word counts as the first and is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// `free`: who is tied lies near.
    #[default]
    Free,
    /// `layered`: what leads stands above what it leads.
    Layered,
    /// `radial:ID`: rings around this node; without an id around the one with most ties.
    Radial(Option<Id>),
    /// `time`: from left to right by date.
    Time,
    /// `country`: a box for each country.
    Country,
    /// `kind`: a box for each kind.
    Kind,
}

impl Arrangement {
    /// What this case asks for.
    pub fn of(case: &Case) -> Self {
        match case.view().layout.as_deref() {
            Some("layered") => Self::Layered,
            Some("radial") => Self::Radial(None),
            Some("time") => Self::Time,
            Some("country") => Self::Country,
            Some("kind") => Self::Kind,
            Some(word) => match word.strip_prefix("radial:") {
                Some(id) => Self::Radial(Some(Id::from(id))),
                None => Self::Free,
            },
            None => Self::Free,
        }
    }

    /// As it is written in the file; none for the usual one.
    pub fn word(&self) -> Option<String> {
        Some(match self {
            Self::Free => return None,
            Self::Layered => "layered".to_owned(),
            Self::Radial(None) => "radial".to_owned(),
            Self::Radial(Some(id)) => format!("radial:{id}"),
            Self::Time => "time".to_owned(),
            Self::Country => COUNTRY.to_owned(),
            Self::Kind => "kind".to_owned(),
        })
    }

    /// Message key of what the head of the pane says of it; none for the usual one.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Free => None,
            Self::Layered => Some("arranged-layered"),
            Self::Radial(_) => Some("arranged-radial"),
            Self::Time => Some("arranged-time"),
            Self::Country => Some("arranged-country"),
            Self::Kind => Some("arranged-kind"),
        }
    }
}

/// The group of events, where groups are kinds.
const EVENT: &str = "event";

/// What the layout is asked to make of these nodes and ties.
pub fn form(case: &Case, ids: &[Id], ends: &[(u32, u32)]) -> Form {
    match Arrangement::of(case) {
        Arrangement::Free => Form::Free,
        Arrangement::Layered => Form::Layered { directed: directed(case, ids, ends) },
        Arrangement::Radial(middle) => Form::Radial {
            centre: middle.and_then(|middle| ids.iter().position(|id| *id == middle)).map(|at| at as u32),
        },
        Arrangement::Time => Form::ByTime { moments: moments(case, ids) },
        Arrangement::Country => {
            let countries = countries(case);
            let name = |id: &Id| case.entity(id.as_str()).map(|country| country.name.clone());
            boxes(ids.iter().map(|id| countries.get(id).copied().and_then(name)))
        }
        Arrangement::Kind => boxes(ids.iter().map(|id| match case.entity(id.as_str()) {
            Some(entity) => Some(entity.kind.clone()),
            None => Some(EVENT.to_owned()),
        })),
    }
}

/// Groups by name, in the order in which they are met.
fn boxes(groups: impl Iterator<Item = Option<String>>) -> Form {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut names = Vec::new();
    let mut group_of: Vec<Option<u32>> = Vec::new();
    for group in groups {
        group_of.push(group.map(|name| {
            *known.entry(name.clone()).or_insert_with(|| {
                names.push(name);
                names.len() as u32 - 1
            })
        }));
    }
    let nowhere = names.len() as u32;
    names.push(String::new());
    Form::Boxes { group_of: group_of.into_iter().map(|group| group.unwrap_or(nowhere)).collect(), names }
}

/// Which ties lead from their first end to their second: links with a direction.
fn directed(case: &Case, ids: &[Id], ends: &[(u32, u32)]) -> Vec<bool> {
    let position: HashMap<&Id, u32> = ids.iter().enumerate().map(|(at, id)| (id, at as u32)).collect();
    let leading = case.links().iter().filter(|link| link.direction == Direction::Forward);
    let leads: std::collections::HashSet<(u32, u32)> =
        leading.filter_map(|link| Some((*position.get(&link.from)?, *position.get(&link.to)?))).collect();
    ends.iter().map(|ends| leads.contains(ends)).collect()
}

/// The middle of what is known of each date, in milliseconds; for an entity without one, the mean of its events and
/// links.
fn moments(case: &Case, ids: &[Id]) -> Vec<Option<f64>> {
    let index = TimeIndex::new(case, &Dates::new(case, Clock::Happened));
    let middle = |span: Span| f64::midpoint(span.start().0 as f64, span.end().0 as f64);
    let own = |column: &Column, at: usize| column.outer(at).and_then(|_| column.known(at)).map(middle);
    let events = case.events().len();
    let moment = |id: &Id| match case.place(id.as_str())? {
        Place::Event(at) => own(&index.events, at as usize),
        Place::Entity(at) => own(&index.entities, at as usize).or_else(|| {
            let of = |item: &u32| match (*item as usize).checked_sub(events) {
                None => own(&index.events, *item as usize),
                Some(link) => own(&index.links, link),
            };
            let (sum, count) =
                index.row(at).iter().filter_map(of).fold((0.0, 0.0), |(sum, count), at| (sum + at, count + 1.0));
            (count > 0.0).then(|| sum / count)
        }),
        _ => None,
    };
    ids.iter().map(moment).collect()
}
