//! Draft to case: dates are read, ids are looked up, and what does not hold together is noticed.
//!
//! One code for both readings. The fast one has no tree and wants to know only whether all is well; the located one
//! names the place of every finding.

mod dates;
mod grades;
mod head;
mod ids;
mod items;
mod looks;
mod notes;
mod order;
mod view;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::codes::Code;
use super::draft;
use super::located::path::{Path, bare};
use super::located::tree::{Node, Shape};
use super::notices::{Args, Notices};
use super::watch;
use crate::model::Id;
use crate::model::case::{Aside, Grading, Parts, Section, calendar};
use crate::model::time::{Calendar, When};

pub use head::{DEFAULT_ZONE, TOLERANCES_PREFIX};
use ids::Ids;

/// The tree of the located reading, and what fell out of it.
#[derive(Debug)]
pub struct Found<'t> {
    /// The text of the file.
    pub text: &'t str,
    /// Its tree.
    pub root: &'t Node,
    /// Items that could not be read, by section and position.
    pub asides: Vec<(Section, u32)>,
    /// Stretches of the text that are kept as they are.
    pub kept: Vec<(u32, u32)>,
}

/// What became of a draft.
#[derive(Debug)]
pub struct Converted {
    /// The parts of the case; without a tree only if nothing was noticed.
    pub parts: Option<Parts>,
    /// What was noticed.
    pub notices: Notices,
    /// Stretches of the text that are kept as they are.
    pub kept: Vec<(u32, u32)>,
}

/// Converts a draft that is a piece of a case: what it refers to may stand elsewhere. Nothing if an item cannot be taken.
pub fn fragment(draft: draft::Case<'_>, found: Found<'_>, calendar: Calendar, grading: Grading) -> Option<Parts> {
    let head = head::head(&draft);
    let mut conversion = Conversion::new(calendar, grading, &draft, Some(found), Notices::default());
    conversion.is_fragment = true;
    let parts = conversion.lists(draft, head)?;
    conversion.asides.is_empty().then_some(parts)
}

/// Converts a draft.
pub fn parts(draft: draft::Case<'_>, found: Option<Found<'_>>, notices: Notices) -> Converted {
    let head = head::head(&draft);
    let mut conversion = Conversion::new(calendar(&head), head.grading, &draft, found, notices);
    let parts = conversion.parts(draft, head);
    let kept = conversion.found.map(|found| found.kept).unwrap_or_default();
    Converted { parts, notices: conversion.notices, kept }
}

/// How many pairs of words are compared for near misses in one file, so that a thousand dangling ids in a large case
/// do not each search all of it.
const COMPARISONS: usize = 1_000_000;

struct Conversion<'c, 't> {
    calendar: Calendar,
    grading: Grading,
    /// Kinds that the case adds.
    kinds: Vec<String>,
    /// Those of them that were taken so far.
    added: Vec<String>,
    /// Dates already read: large cases repeat them.
    dates: HashMap<Cow<'t, str>, When>,
    ids: Ids<'t>,
    found: Option<Found<'c>>,
    notices: Notices,
    /// Items that do not get into the case, by section and position.
    asides: Vec<(Section, u32)>,
    /// Positions in the file of those that do.
    kept: Kept,
    /// The item that is being read.
    item: Option<Id>,
    /// Whether it cannot be taken as written.
    broken: bool,
    comparisons: usize,
    /// What is referred to may stand elsewhere.
    is_fragment: bool,
}

/// Positions in the file of the items that got into the case, by section.
#[derive(Default)]
struct Kept([Vec<u32>; 6]);

impl Kept {
    fn of(&mut self, section: Section) -> &mut Vec<u32> {
        &mut self.0[section as usize]
    }
}

/// The field of the case that holds a section.
const fn field(section: Section) -> &'static str {
    match section {
        Section::Kinds => "kinds",
        Section::Sources => "sources",
        Section::Entities => "entities",
        Section::Events => "events",
        Section::Links => "links",
        Section::Stories => "stories",
    }
}

impl<'c, 't> Conversion<'c, 't> {
    fn new(
        calendar: Calendar,
        grading: Grading,
        draft: &draft::Case<'t>,
        found: Option<Found<'c>>,
        notices: Notices,
    ) -> Self {
        Self {
            calendar,
            grading,
            kinds: draft.kinds.items.iter().map(|kind| String::from(kind.id.as_str())).collect(),
            added: Vec::new(),
            dates: HashMap::new(),
            ids: Ids::default(),
            asides: found.as_ref().map(|found| found.asides.clone()).unwrap_or_default(),
            found,
            notices,
            kept: Kept::default(),
            item: None,
            broken: false,
            comparisons: COMPARISONS,
            is_fragment: false,
        }
    }
}

impl<'t> Conversion<'_, 't> {
    fn parts(&mut self, draft: draft::Case<'t>, head: crate::model::case::Head) -> Option<Parts> {
        self.check_head(&head);
        let mut parts = self.lists(draft, head)?;
        self.check_looks();
        if self.gave_up() {
            return None;
        }
        let ordered = self.check_order_of_events(&parts);
        if self.gave_up() {
            return None;
        }
        self.check_notes(&parts, ordered.as_ref());
        if self.gave_up() {
            return None;
        }
        parts.asides = self.aside_texts();
        Some(parts)
    }

    /// The items, each by itself.
    fn lists(&mut self, draft: draft::Case<'t>, mut head: crate::model::case::Head) -> Option<Parts> {
        self.collect_ids(&draft);
        let draft::Case { kinds, sources, entities, events, links, stories, view, .. } = draft;
        head.kinds = self.section(kinds, Self::kind);
        let sources = self.section(sources, Self::source);
        let entities = self.section(entities, Self::entity);
        let events = self.section(events, Self::event);
        if self.gave_up() {
            return None;
        }
        let links = self.section(links, Self::link);
        let stories = self.section(stories, Self::story);
        let view = self.view(view);
        Some(Parts { head, sources, entities, events, links, stories, view, asides: Vec::new() })
    }

    /// Whether the fast reading noticed something, so that the located one has to look.
    fn gave_up(&self) -> bool {
        self.found.is_none() && (self.notices.len() > 0 || !self.asides.is_empty())
    }

    /// Converts a list. What cannot be taken is put aside.
    fn section<D: draft::Listing, M>(
        &mut self,
        list: draft::Listed<D>,
        mut convert: impl FnMut(&mut Self, D, &Path<'_>) -> M,
    ) -> Vec<M> {
        let section = D::SECTION;
        let list_path = Path::WHOLE.field(field(section));
        let draft::Listed { items, origins } = list;
        let mut converted = Vec::with_capacity(items.len());
        let mut kept = Vec::with_capacity(items.len());
        let total = items.len();
        for (index, item) in items.into_iter().enumerate() {
            if index.is_multiple_of(watch::EVERY) && watch::stops_after(index, total) {
                break;
            }
            let origin = origins.get(index).copied().unwrap_or(index as u32);
            self.item = None;
            self.broken = self.ids.is_refused(section, origin);
            let start = self.notices.len();
            let item = convert(self, item, &list_path.index(origin as usize));
            if self.broken {
                self.notices.forget_item(start);
                if let Some(id) = self.item.take() {
                    self.ids.put_aside(&id, section, origin);
                }
                self.asides.push((section, origin));
            } else {
                converted.push(item);
                kept.push(origin);
            }
        }
        self.item = None;
        self.broken = false;
        *self.kept.of(section) = kept;
        converted
    }

    /// Notes a finding at the value at `path`.
    fn note(&mut self, code: Code, path: &Path<'_>, args: Args) {
        let offset = self.found.as_ref().map_or(0, |found| path.node(found.root, found.text).start as usize);
        self.notices.add(code, offset, path, self.item.as_ref(), args);
    }

    /// Notes a finding because of which the item cannot be taken as written.
    fn refuse(&mut self, code: Code, path: &Path<'_>, args: Args) {
        self.broken = true;
        self.note(code, path, args);
    }

    /// The items that were put aside, with their texts, in the order of the file.
    fn aside_texts(&mut self) -> Vec<Aside> {
        let Some(found) = &mut self.found else { return Vec::new() };
        self.asides.sort_unstable();
        self.asides.dedup();
        let mut asides = Vec::with_capacity(self.asides.len());
        for (section, origin) in &self.asides {
            let list = found.root.field(found.text, field(*section)).map(|node| &bare(node, found.text).shape);
            let Some(Shape::List(items)) = list else { continue };
            let Some(item) = items.get(*origin as usize) else { continue };
            let after = self.kept.0[*section as usize].partition_point(|kept| kept < origin);
            asides.push(Aside { section: *section, after, text: Arc::from(item.source(found.text)) });
            found.kept.push((item.start, item.end));
        }
        asides
    }
}
