//! What is worth knowing of a sound case: unsourced, undated, contested.

use std::collections::HashSet;

use super::super::codes;
use super::super::located::path::Path;
use super::{Conversion, field};
use crate::model::Id;
use crate::model::case::{Item, Parts, Section};
use crate::model::claim::{Claim, contested};
use crate::model::order::Ordered;

impl Conversion<'_, '_> {
    /// An event of which `ordered` says when it was is not undated.
    pub(super) fn check_notes(&mut self, parts: &Parts, ordered: Option<&Ordered>) {
        let is_undated =
            |at: usize| parts.events[at].when.is_none() && ordered.is_none_or(|ordered| ordered.when(at).is_none());
        let dated = dated_by_ties(parts, is_undated);
        for (index, entity) in parts.entities.iter().enumerate() {
            let undated = entity.existed.is_none() && !dated.contains(&entity.id);
            self.check_item(Item::Entity(entity), undated, Section::Entities, index);
        }
        for (index, event) in parts.events.iter().enumerate() {
            self.check_item(Item::Event(event), is_undated(index), Section::Events, index);
            for (position, participant) in event.participants.iter().enumerate() {
                if participant.claims.len() > 1 {
                    let list = Path::WHOLE.field(field(Section::Events));
                    let item = list.index(self.kept.of(Section::Events)[index] as usize);
                    let participants = item.field("participants");
                    self.item = Some(event.id.clone());
                    self.check_claims(&participant.claims, &participants.index(position));
                }
            }
        }
        for (index, link) in parts.links.iter().enumerate() {
            self.check_item(Item::Link(link), link.when.is_none(), Section::Links, index);
        }
        self.item = None;
    }

    fn check_item(&mut self, item: Item<'_>, undated: bool, section: Section, index: usize) {
        let unsourced = item.is_unsourced();
        if !unsourced && !undated && item.claims().len() < 2 {
            return;
        }
        self.item = Some(item.id().clone());
        let list = Path::WHOLE.field(field(section));
        let path = list.index(self.kept.of(section).get(index).map_or(index, |origin| *origin as usize));
        let named = || vec![("id", item.id().to_string())];
        if unsourced {
            self.note(codes::UNSOURCED, &path, named());
        }
        if undated {
            self.note(codes::UNDATED, &path, named());
        }
        self.check_claims(item.claims(), &path);
    }

    fn check_claims(&mut self, claims: &[Claim], path: &Path<'_>) {
        for attribute in contested(claims) {
            let path = path.field("claims");
            let index = claims.iter().position(|claim| claim.of == attribute).unwrap_or_default();
            let count = claims.iter().filter(|claim| claim.of == attribute).count();
            let args = vec![("attribute", attribute.to_owned()), ("count", count.to_string())];
            self.note(codes::CONTESTED, &path.index(index), args);
        }
    }
}

/// The nodes to which a dated link or a dated event is tied: they are as dated as what they take part in.
fn dated_by_ties(parts: &Parts, is_undated: impl Fn(usize) -> bool) -> HashSet<&Id> {
    let mut dated = HashSet::new();
    if parts.entities.iter().all(|entity| entity.existed.is_some()) {
        return dated;
    }
    for (_, event) in parts.events.iter().enumerate().filter(|(at, _)| !is_undated(*at)) {
        dated.extend(event.participants.iter().map(|participant| &participant.entity));
    }
    for link in parts.links.iter().filter(|link| link.when.is_some()) {
        dated.extend([&link.from, &link.to]);
    }
    dated
}
