//! Folded groups: things that the network draws as one, with the ties between them left out and counted.

use std::collections::{BTreeMap, HashMap};

use super::countries::countries;
use crate::model::view::Group;
use crate::model::{Case, Id};

/// A group with what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Folded {
    /// Its own id; nothing else in the case has it.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The entities and events in it, in the order of the case. At least two.
    pub members: Vec<Id>,
    /// The kind that all of them have; none where they differ.
    pub kind: Option<String>,
    /// Ties between two of its members: they are not drawn.
    pub inside: usize,
}

/// The folded groups of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    groups: Vec<Folded>,
    of: HashMap<Id, u32>,
}

/// What a group's rule begins with that takes in all entities of a kind.
pub const KIND: &str = "kind:";
/// What a group's rule begins with that takes in all that belongs to a country.
pub const COUNTRY: &str = "country:";

impl Folds {
    /// Finds out what is in the groups of a case. What is in two groups counts for the first; a group with fewer than
    /// two members is none.
    pub fn new(case: &Case) -> Self {
        let groups = &case.view().groups;
        if groups.is_empty() {
            return Self::default();
        }
        let by_country = groups.iter().any(|group| group.by.as_deref().is_some_and(|by| by.starts_with(COUNTRY)));
        let countries = if by_country { countries(case) } else { HashMap::new() };
        let mut this = Self::default();
        for group in groups {
            let members: Vec<Id> =
                members(case, group, &countries).into_iter().filter(|id| !this.of.contains_key(id)).collect();
            if members.len() < 2 {
                continue;
            }
            let number = this.groups.len() as u32;
            this.of.extend(members.iter().map(|id| (id.clone(), number)));
            let kind = shared_kind(case, &members);
            this.groups.push(Folded { id: group.id.clone(), name: group.name.clone(), members, kind, inside: 0 });
        }
        this.count_inside(case);
        this
    }

    fn count_inside(&mut self, case: &Case) {
        let links = case.links().iter().map(|link| (&link.from, &link.to));
        let parts = case
            .events()
            .iter()
            .flat_map(|event| event.participants.iter().map(move |participant| (&event.id, &participant.entity)));
        for (one, other) in links.chain(parts) {
            if let (Some(one), Some(other)) = (self.of.get(one), self.of.get(other))
                && one == other
            {
                self.groups[*one as usize].inside += 1;
            }
        }
    }

    /// Whether nothing is folded.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The groups, in the order of the file.
    pub fn groups(&self) -> &[Folded] {
        &self.groups
    }

    /// The position of the group in which this thing is.
    pub fn of(&self, id: &Id) -> Option<usize> {
        self.of.get(id).map(|group| *group as usize)
    }

    /// The group with this id of its own.
    pub fn group(&self, id: &Id) -> Option<&Folded> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// What stands for this thing in the network: its group, or itself.
    pub fn node<'a>(&'a self, id: &'a Id) -> &'a Id {
        self.of(id).map_or(id, |group| &self.groups[group].id)
    }

    /// The things that a node of the network stands for.
    pub fn things<'a>(&'a self, id: &'a Id) -> &'a [Id] {
        self.group(id).map_or(std::slice::from_ref(id), |group| &group.members)
    }
}

/// The entities and events of a group, in the order of the case.
fn members(case: &Case, group: &Group, countries: &HashMap<&Id, &Id>) -> Vec<Id> {
    let nodes = || {
        let entities = case.entities().iter().map(|entity| &entity.id);
        entities.chain(case.events().iter().map(|event| &event.id))
    };
    match group.by.as_deref() {
        Some(by) if by.starts_with(KIND) => {
            let kind = &by[KIND.len()..];
            case.entities().iter().filter(|entity| entity.kind == kind).map(|entity| entity.id.clone()).collect()
        }
        Some(by) if by.starts_with(COUNTRY) => {
            let country = &by[COUNTRY.len()..];
            let is_there = |id: &&Id| countries.get(*id).is_some_and(|found| found.as_str() == country);
            nodes().filter(is_there).cloned().collect()
        }
        // A rule of a later version: this one cannot tell who is meant.
        Some(_) => Vec::new(),
        None => {
            let mut members: BTreeMap<_, &Id> = BTreeMap::new();
            for id in &group.members {
                if case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some() {
                    members.insert(case.place(id.as_str()).map(order), id);
                }
            }
            members.into_values().cloned().collect()
        }
    }
}

/// Entities before events, in the order of the case.
fn order(place: crate::model::case::Place) -> (u8, u32) {
    match place {
        crate::model::case::Place::Entity(at) => (0, at),
        crate::model::case::Place::Event(at) => (1, at),
        crate::model::case::Place::Source(at)
        | crate::model::case::Place::Link(at)
        | crate::model::case::Place::Story(at) => (2, at),
    }
}

fn shared_kind(case: &Case, members: &[Id]) -> Option<String> {
    let kind = |id: &Id| case.entity(id.as_str()).map(|entity| entity.kind.as_str());
    let first = kind(members.first()?)?;
    members.iter().all(|id| kind(id) == Some(first)).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edit::Edit;

    fn example() -> Case {
        crate::file::read(include_bytes!("../../examples/crypto-phones.ron")).expect("the example opens").case
    }

    fn group(id: &str, by: Option<&str>, members: &[&str]) -> Group {
        Group {
            id: Id::from(id),
            name: id.to_owned(),
            by: by.map(str::to_owned),
            members: members.iter().copied().map(Id::from).collect(),
            at: None,
            extra: Vec::new(),
        }
    }

    fn folds(groups: Vec<Group>) -> (Case, Folds) {
        let mut case = example();
        case.apply(Edit::Groups(groups)).expect("the members are there");
        let folds = Folds::new(&case);
        (case, folds)
    }

    #[test]
    fn a_kind_takes_in_all_of_that_kind_but_those_that_are_in_an_earlier_group() {
        let (case, folds) =
            folds(vec![group("mine", None, &["sky-ecc", "argus"]), group("platforms", Some("kind:platform"), &[])]);
        let platforms = case.entities().iter().filter(|entity| entity.kind == "platform").count();
        let [mine, rest] = folds.groups() else { panic!("two groups") };
        assert_eq!((mine.members.len(), rest.members.len()), (2, platforms - 1));
        assert_eq!((mine.kind.as_deref(), rest.kind.as_deref()), (None, Some("platform")));
        assert_eq!(folds.node(&Id::from("sky-ecc")).as_str(), "mine");
        assert_eq!(folds.things(&Id::from("mine")), mine.members);
    }

    #[test]
    fn one_member_or_an_unknown_rule_is_no_group() {
        let (_, folds) = folds(vec![group("one", None, &["argus"]), group("later", Some("colour:red"), &[])]);
        assert!(folds.is_empty());
        assert_eq!(folds.node(&Id::from("argus")).as_str(), "argus");
    }

    #[test]
    fn ties_within_a_group_are_counted_once_each() {
        let (case, folds) = folds(vec![group("kin", None, &["argus", "lemont"])]);
        let between = |one: &Id, other: &Id| [one, other].iter().all(|id| ["argus", "lemont"].contains(&id.as_str()));
        let links = case.links().iter().filter(|link| between(&link.from, &link.to)).count();
        assert!(links > 0);
        assert_eq!(folds.groups()[0].inside, links);
    }

    #[test]
    fn an_id_that_is_taken_or_a_member_that_is_not_there_is_refused() {
        let mut case = example();
        assert!(case.apply(Edit::Groups(vec![group("argus", None, &["lemont", "sky-ecc"])])).is_err());
        assert!(case.apply(Edit::Groups(vec![group("new", None, &["nobody", "sky-ecc"])])).is_err());
        assert!(case.apply(Edit::Groups(vec![group("new", None, &[]), group("new", None, &[])])).is_err());
        assert!(case.view().groups.is_empty());
    }
}
