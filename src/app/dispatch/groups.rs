//! Folding and unfolding groups of the network.

use std::collections::BTreeSet;

use super::{Notice, Workspace};
use crate::analysis::countries::{COUNTRY, countries};
use crate::analysis::folds;
use crate::app::history::Label;
use crate::model::edit::Edit;
use crate::model::view::Group;
use crate::model::{Case, Id};

/// Communities with fewer members stay as they are: folding them would save nothing.
const LEAST_COMMUNITY: usize = 3;

impl Workspace {
    /// Folds what is selected into one group, and takes it out of those in which it was.
    pub(super) fn fold_selection(&mut self) {
        let Some(case) = self.case() else { return };
        let is_node = |id: &&Id| case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some();
        let members: Vec<Id> = self.selection.ids().iter().filter(is_node).cloned().collect();
        if members.len() < 2 {
            self.notify(Notice::new("notice-fold-too-few"));
            return;
        }
        let lead = self.selection.lead().filter(|lead| members.contains(lead)).unwrap_or(&members[0]);
        let name = format!("{} +{}", self.name_of(lead), members.len() - 1);
        let mut groups = case.view().groups.clone();
        for group in &mut groups {
            group.members.retain(|id| !members.contains(id));
        }
        groups.retain(|group| group.by.is_some() || group.members.len() > 1);
        let id = free_id(case, &groups, "group");
        // The first group that names a thing has it: a new one goes before those that are made by a rule.
        groups.insert(0, group(id, name.clone(), None, members));
        self.set_groups("edit-fold", name, groups);
    }

    /// Unfolds the groups in which something is selected.
    pub(super) fn unfold_selection(&mut self) {
        let Some(case) = self.case() else { return };
        let folds = &self.derived.folds;
        let opened: BTreeSet<&Id> =
            self.selection.ids().iter().filter(|id| folds.of(id).is_some()).map(|id| folds.node(id)).collect();
        let name = match opened.first() {
            Some(id) if opened.len() == 1 => folds.group(id).map(|group| group.name.clone()).unwrap_or_default(),
            _ => opened.len().to_string(),
        };
        let left = case.view().groups.iter().filter(|group| !opened.contains(&group.id)).cloned().collect();
        self.set_groups("edit-unfold", name, left);
    }

    /// One group for each kind of entities of which there are several.
    pub(super) fn fold_kinds(&mut self) {
        let Some(case) = self.case() else { return };
        let mut kinds: Vec<&str> = Vec::new();
        for entity in case.entities() {
            if !kinds.contains(&entity.kind.as_str()) {
                kinds.push(&entity.kind);
            }
        }
        let mut groups = Vec::new();
        for kind in kinds {
            let id = free_id(case, &groups, &format!("kind-{kind}"));
            let by = Some(format!("{}{kind}", folds::KIND));
            groups.push(group(id, self.words.kind(case, kind), by, Vec::new()));
        }
        self.set_groups("edit-fold-kinds", String::new(), groups);
    }

    /// One group for each country with what belongs to it.
    pub(super) fn fold_countries(&mut self) {
        let Some(case) = self.case() else { return };
        let used: BTreeSet<&Id> = countries(case).into_values().collect();
        let mut groups = Vec::new();
        for entity in case.entities().iter().filter(|entity| entity.kind == COUNTRY && used.contains(&entity.id)) {
            let id = free_id(case, &groups, &format!("country-{}", entity.id));
            let by = Some(format!("{}{}", folds::COUNTRY, entity.id));
            groups.push(group(id, entity.name.clone(), by, Vec::new()));
        }
        if groups.is_empty() {
            self.notify(Notice::new("notice-fold-no-countries"));
            return;
        }
        self.set_groups("edit-fold-countries", String::new(), groups);
    }

    /// One group for each community, called after its member with most ties.
    pub(super) fn fold_communities(&mut self, generation: u64, communities: Vec<Vec<Id>>) {
        if generation != self.generation {
            return;
        }
        let Some(case) = self.case() else { return };
        let mut groups = Vec::new();
        for members in communities.into_iter().filter(|members| members.len() >= LEAST_COMMUNITY) {
            let ties = |id: &Id| case.graph().degree(id.as_str());
            let Some(middle) = members.iter().rev().max_by_key(|id| ties(id)) else { continue };
            let name = self.words.with("group-around", &[("name", self.name_of(middle).into())]);
            let id = free_id(case, &groups, &format!("around-{middle}"));
            groups.push(group(id, name, None, members));
        }
        if groups.is_empty() {
            self.notify(Notice::new("notice-fold-no-communities"));
            return;
        }
        self.set_groups("edit-fold-communities", String::new(), groups);
    }

    /// Folds these groups and no others: one step.
    pub(super) fn set_groups(&mut self, key: &'static str, name: String, groups: Vec<Group>) {
        self.edit_all(&Label { key, name }, [Edit::Groups(groups)]);
    }
}

fn group(id: Id, name: String, by: Option<String>, members: Vec<Id>) -> Group {
    Group { id, name, by, members, at: None, extra: Vec::new() }
}

/// An id that nothing has, like `wanted`.
fn free_id(case: &Case, groups: &[Group], wanted: &str) -> Id {
    let is_free = |id: &Id| case.item(id.as_str()).is_none() && groups.iter().all(|group| group.id != *id);
    let first = Id::from(wanted);
    if is_free(&first) {
        return first;
    }
    (2..=u32::MAX).map(|number| Id::from(format!("{wanted}-{number}").as_str())).find(is_free).unwrap_or(first)
}
