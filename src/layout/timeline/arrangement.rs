//! How lanes are grouped and sorted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::case::{Item, Place};
use crate::model::time::Stamp;
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id};

/// What belongs together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// Every entity by itself.
    #[default]
    Entity,
    /// Entities of one kind.
    Kind,
    /// An investigation with everything that is tied to it.
    Investigation,
    /// Entities with the same first tag.
    Tag,
}

/// In which order lanes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// By the first thing that is known of their time.
    #[default]
    First,
    /// By name.
    Name,
    /// So that wires are short.
    Connection,
}

/// The name of a group, for words: a kind, an investigation, a tag, or what belongs to none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupName {
    /// Entities of this kind.
    Kind(String),
    /// This investigation with its parts.
    Investigation(Id),
    /// Entities with this tag.
    Tag(String),
    /// What belongs to no group.
    Rest,
}

impl GroupName {
    /// A word for it that stays the same: `kind:platform`, `investigation:argus`, `tag:x`, `rest`.
    pub fn word(&self) -> String {
        match self {
            Self::Kind(kind) => format!("kind:{kind}"),
            Self::Investigation(id) => format!("investigation:{id}"),
            Self::Tag(tag) => format!("tag:{tag}"),
            Self::Rest => "rest".to_owned(),
        }
    }
}

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What belongs together.
    pub group: GroupBy,
    /// In which order.
    pub sort: SortBy,
    /// Lanes that stand on top, first to last.
    pub pinned: Vec<Id>,
    /// Lanes that the user has put in order; they come before the others of their group.
    pub order: Vec<Id>,
    /// Groups that are folded to one line, by their words.
    pub folded: BTreeSet<String>,
}

/// Groups and places of all entities, as positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The groups, in the order of their names; none where entities stand by themselves.
    pub groups: Vec<GroupName>,
    /// Which groups are folded.
    pub folded: Vec<bool>,
    sort: SortBy,
    group_of: Vec<u32>,
    chosen: HashMap<u32, u32>,
    pinned: HashMap<u32, u32>,
    names: Vec<u32>,
}

impl Arrangement {
    /// Reads names, kinds, tags and ties off the case.
    pub fn new(case: &Case, choice: &Choice) -> Self {
        let places = |ids: &[Id]| {
            let at = |(place, id): (usize, &Id)| match case.place(id.as_str()) {
                Some(Place::Entity(at)) => Some((at, place as u32)),
                _ => None,
            };
            ids.iter().enumerate().filter_map(at).collect()
        };
        let (groups, group_of) = groups(case, choice.group);
        Self {
            folded: groups.iter().map(|group| choice.folded.contains(&group.word())).collect(),
            groups,
            sort: choice.sort,
            group_of,
            chosen: places(&choice.order),
            pinned: places(&choice.pinned),
            names: if choice.sort == SortBy::Name { by_name(case) } else { Vec::new() },
        }
    }

    /// The group of an entity; none where entities stand by themselves, and for what is pinned on top.
    pub fn group(&self, entity: u32) -> Option<u32> {
        if self.is_pinned(entity) { None } else { self.group_of.get(entity as usize).copied() }
    }

    /// Whether an entity stands on top.
    pub fn is_pinned(&self, entity: u32) -> bool {
        self.pinned.contains_key(&entity)
    }

    /// Puts entities in order: pinned ones first, then group by group; within a group those that the user has put in
    /// order, then as sorted. `first` tells the first time that is known of an entity.
    pub fn sort(&self, entities: &mut [u32], index: &TimeIndex, first: &dyn Fn(u32) -> Stamp) {
        let connected = (self.sort == SortBy::Connection).then(|| super::wiring::order(entities, index, first));
        entities.sort_by_cached_key(|entity| {
            let sorted = match self.sort {
                SortBy::First => (first(*entity), index.rank(*entity)),
                SortBy::Name => (Stamp(i64::from(self.names[*entity as usize])), 0),
                SortBy::Connection => {
                    let place = connected.as_ref().and_then(|places| places.get(entity)).copied();
                    (Stamp(place.map_or(i64::MAX, i64::from)), 0)
                }
            };
            (
                self.pinned.get(entity).copied().unwrap_or(u32::MAX),
                self.group(*entity).map_or(u32::MAX, |group| group),
                self.chosen.get(entity).copied().unwrap_or(u32::MAX),
                sorted,
                index.id(*entity).clone(),
            )
        });
    }
}

fn by_name(case: &Case) -> Vec<u32> {
    let mut order: Vec<u32> = (0..case.entities().len() as u32).collect();
    order.sort_by_cached_key(|at| {
        let entity = &case.entities()[*at as usize];
        (crate::base::text::fold(&entity.name), entity.id.clone())
    });
    let mut names = vec![0; order.len()];
    for (place, at) in order.into_iter().enumerate() {
        names[at as usize] = place as u32;
    }
    names
}

/// The groups with their names, and the group of each entity.
fn groups(case: &Case, by: GroupBy) -> (Vec<GroupName>, Vec<u32>) {
    let names: Vec<GroupName> = match by {
        GroupBy::Entity => return (Vec::new(), Vec::new()),
        GroupBy::Kind => case.entities().iter().map(|entity| GroupName::Kind(entity.kind.clone())).collect(),
        GroupBy::Tag => (case.entities().iter())
            .map(|entity| entity.tags.first().map_or(GroupName::Rest, |tag| GroupName::Tag(tag.clone())))
            .collect(),
        GroupBy::Investigation => by_investigation(case),
    };
    let mut numbers: BTreeMap<&GroupName, u32> = names.iter().map(|name| (name, 0)).collect();
    for (number, place) in numbers.values_mut().enumerate() {
        *place = number as u32;
    }
    let group_of = names.iter().map(|name| numbers[name]).collect();
    (numbers.into_keys().cloned().collect(), group_of)
}

/// Each investigation with what is tied to it, directly or by an event. What is tied to several belongs to the one with
/// most ties to it, then to the first in the file.
fn by_investigation(case: &Case) -> Vec<GroupName> {
    let is_investigation = |id: &Id| case.entity(id.as_str()).is_some_and(|entity| entity.kind == "investigation");
    let of = |id: &Id| {
        if is_investigation(id) {
            return GroupName::Investigation(id.clone());
        }
        let mut ties: Vec<(Id, usize)> = Vec::new();
        let mut count = |other: &Id| {
            if is_investigation(other) {
                match ties.iter_mut().find(|(known, _)| known == other) {
                    Some((_, ties)) => *ties += 1,
                    None => ties.push((other.clone(), 1)),
                }
            }
        };
        for neighbour in case.graph().neighbours(id.as_str()) {
            match case.item(neighbour.id.as_str()) {
                Some(Item::Event(event)) => {
                    event.participants.iter().for_each(|participant| count(&participant.entity));
                }
                _ => count(neighbour.id),
            }
        }
        let place = |id: &Id| match case.place(id.as_str()) {
            Some(Place::Entity(at)) => at,
            _ => u32::MAX,
        };
        let best = ties.into_iter().min_by_key(|(id, ties)| (std::cmp::Reverse(*ties), place(id)));
        best.map_or(GroupName::Rest, |(id, _)| GroupName::Investigation(id))
    };
    case.entities().iter().map(|entity| of(&entity.id)).collect()
}
