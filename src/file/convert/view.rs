//! How the case was left. A field at fault keeps its text and leaves that part of the view at its default.

use std::collections::{BTreeMap, BTreeSet};

use super::super::codes;
use super::super::draft::{self, Pairs, Text};
use super::super::located::path::Path;
use super::Conversion;
use super::head::{extras, strings};
use super::ids::Wanted;
use super::items::string;
use crate::model::Id;
use crate::model::source::Extra;
use crate::model::view::{Group, LaneView, Rule, ViewState};

impl<'t> Conversion<'_, 't> {
    pub(super) fn view(&mut self, draft: draft::View<'t>) -> ViewState {
        let path = Path::WHOLE.field("view");
        let mut extra = extras(&draft.extra);
        let pins = self.part("pins", &mut extra, |this| this.pins(&draft.pins, &path.field("pins")));
        let colours = self.part("colours", &mut extra, |this| this.colours(&draft.colours, &path.field("colours")));
        let rules = self.part("rules", &mut extra, |this| this.rules(draft.rules, &path.field("rules")));
        let groups = self.part("groups", &mut extra, |this| this.groups(draft.groups, &path.field("groups")));
        ViewState {
            layout: string(draft.layout),
            pins,
            hidden: self.set(&draft.hidden, "hidden", &path),
            hidden_kinds: strings(draft.hidden_kinds).into_iter().collect(),
            hidden_strengths: draft.hidden_strengths.into_iter().map(Into::into).collect(),
            colours,
            rules,
            size_by: string(draft.size_by),
            width_by: string(draft.width_by),
            groups,
            lanes: LaneView {
                order: self.references(&draft.lane_order, Wanted::Anything, "lane_order", &path),
                pins: self.references(&draft.lane_pins, Wanted::Anything, "lane_pins", &path),
                groups: string(draft.lane_groups),
                sort: string(draft.lane_sort),
                folds: strings(draft.lane_folds).into_iter().collect(),
            },
            fold_events: draft.fold_events,
            extra,
        }
    }

    /// Reads one field of the view; if that fails, its text is kept.
    fn part<M: Default>(&mut self, name: &'static str, extra: &mut Vec<Extra>, read: impl FnOnce(&mut Self) -> M) -> M {
        self.broken = false;
        let part = read(self);
        if !std::mem::take(&mut self.broken) {
            return part;
        }
        if let Some(found) = &self.found
            && let Some(field) = found.root.field(found.text, "view").and_then(|view| view.field(found.text, name))
        {
            extra.push(Extra { name: name.into(), text: field.source(found.text).into() });
        }
        M::default()
    }

    fn pins(&mut self, draft: &Pairs<'t, (f64, f64)>, path: &Path<'_>) -> BTreeMap<Id, (f64, f64)> {
        let mut pins = BTreeMap::new();
        for (position, (key, (x, y))) in draft.0.iter().enumerate() {
            let entry = path.entry(position, key.as_str());
            if !x.is_finite() || !y.is_finite() {
                self.refuse(codes::BAD_NUMBER, &entry, Vec::new());
            }
            let id = self.reference(key, Wanted::Anything, &entry);
            if pins.insert(id, (*x, *y)).is_some() {
                self.refuse(codes::DUPLICATE_KEY, &entry, vec![("key", key.as_str().to_owned())]);
            }
        }
        pins
    }

    fn colours(&mut self, draft: &Pairs<'t, Text<'t>>, path: &Path<'_>) -> BTreeMap<Id, crate::model::kind::Colour> {
        let mut colours = BTreeMap::new();
        for (position, (key, text)) in draft.0.iter().enumerate() {
            let entry = path.entry(position, key.as_str());
            let id = self.reference(key, Wanted::Anything, &entry);
            if let Some(colour) = self.colour(text, &entry)
                && colours.insert(id, colour).is_some()
            {
                self.refuse(codes::DUPLICATE_KEY, &entry, vec![("key", key.as_str().to_owned())]);
            }
        }
        colours
    }

    fn rules(&mut self, drafts: Vec<draft::Rule<'t>>, path: &Path<'_>) -> Vec<Rule> {
        let mut rules = Vec::with_capacity(drafts.len());
        for (index, draft) in drafts.into_iter().enumerate() {
            let path = path.index(index);
            if let Some(kind) = &draft.kind
                && kind.as_str() != "event"
            {
                self.check_kind(kind.as_str(), &path.field("kind"));
            }
            if draft.least.is_some_and(|least| !least.is_finite()) {
                self.refuse(codes::BAD_NUMBER, &path.field("least"), Vec::new());
            }
            rules.push(Rule {
                kind: string(draft.kind),
                tag: string(draft.tag),
                attribute: string(draft.attribute),
                value: string(draft.value),
                least: draft.least,
                colour: draft.colour.and_then(|colour| self.colour(&colour, &path.field("colour"))),
                extra: extras(&draft.extra),
            });
        }
        rules
    }

    fn groups(&mut self, drafts: Vec<draft::Group<'t>>, path: &Path<'_>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::with_capacity(drafts.len());
        for (index, draft) in drafts.into_iter().enumerate() {
            let path = path.index(index);
            let id = Id::from(draft.id.as_str());
            if self.ids.is_taken(draft.id.as_str()) || groups.iter().any(|group| group.id == id) {
                self.refuse(codes::DUPLICATE_KEY, &path.field("id"), vec![("key", draft.id.as_str().to_owned())]);
            }
            if draft.at.is_some_and(|(x, y)| !x.is_finite() || !y.is_finite()) {
                self.refuse(codes::BAD_NUMBER, &path.field("at"), Vec::new());
            }
            groups.push(Group {
                id,
                name: draft.name.as_str().to_owned(),
                by: string(draft.by),
                members: self.references(&draft.members, Wanted::Anything, "members", &path),
                at: draft.at,
                extra: extras(&draft.extra),
            });
        }
        groups
    }

    fn set(&mut self, ids: &[Text<'t>], name: &'static str, path: &Path<'_>) -> BTreeSet<Id> {
        self.references(ids, Wanted::Anything, name, path).into_iter().collect()
    }
}
