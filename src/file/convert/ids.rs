//! Which ids there are, and whether what is named exists.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::super::codes;
use super::super::draft::{self, Text};
use super::super::located::path::Path;
use super::super::located::tree::Shape;
use super::super::notices::FIRST;
use super::looks::skeleton;
use super::{Conversion, field};
use crate::base::text::fold;
use crate::model::Id;
use crate::model::case::Section;
pub(super) use crate::model::piece::Wanted;

/// Every id of the file.
#[derive(Default)]
pub(super) struct Ids<'t> {
    by_text: HashMap<Cow<'t, str>, Entry>,
    /// In the order of the file, section by section.
    pub(super) order: Vec<(Id, Section, u32)>,
    /// How many of them were read.
    next: usize,
    /// Items whose id is taken.
    refused: HashSet<(Section, u32)>,
    /// Folded texts for near misses; made when the first is asked for.
    folded: Option<Vec<(String, usize)>>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: Id,
    section: Section,
    origin: u32,
    sound: bool,
}

/// The last part of the key of the name of what is wanted.
const fn wanted_key(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Source => "source",
        Wanted::Entity => "entity",
        Wanted::Event => "event",
        Wanted::Node => "node",
        Wanted::Anything => "item",
    }
}

const fn section_key(section: Section) -> &'static str {
    match section {
        Section::Kinds => "kind",
        Section::Sources => "source",
        Section::Entities => "entity",
        Section::Events => "event",
        Section::Links => "link",
        Section::Stories => "story",
    }
}

impl Ids<'_> {
    pub(super) fn is_refused(&self, section: Section, origin: u32) -> bool {
        !self.refused.is_empty() && self.refused.contains(&(section, origin))
    }

    /// Position in the file of the item of that section that has this id.
    pub(super) fn origin(&self, id: &str, section: Section) -> Option<u32> {
        self.by_text.get(id).filter(|entry| entry.sound && entry.section == section).map(|entry| entry.origin)
    }

    /// Whether something in the file has this id.
    pub(super) fn is_taken(&self, id: &str) -> bool {
        self.by_text.contains_key(id)
    }

    pub(super) fn put_aside(&mut self, id: &Id, section: Section, origin: u32) {
        if let Some(entry) = self.by_text.get_mut(id.as_str())
            && (entry.section, entry.origin) == (section, origin)
        {
            entry.sound = false;
        }
    }
}

impl<'t> Conversion<'_, 't> {
    /// Notes every id before the first is looked up: an item may name one that stands later in the file.
    pub(super) fn collect_ids(&mut self, draft: &draft::Case<'t>) {
        let count = draft.entities.items.len() + draft.events.items.len() + draft.links.items.len();
        self.ids.by_text.reserve(count + draft.sources.items.len());
        self.ids.order.reserve(count + draft.sources.items.len());
        self.collect_broken();
        for (index, item) in draft.sources.items.iter().enumerate() {
            self.collect(&item.id, Section::Sources, draft.sources.origin(index));
        }
        for (index, item) in draft.entities.items.iter().enumerate() {
            self.collect(&item.id, Section::Entities, draft.entities.origin(index));
        }
        for (index, item) in draft.events.items.iter().enumerate() {
            self.collect(&item.id, Section::Events, draft.events.origin(index));
        }
        for (index, item) in draft.links.items.iter().enumerate() {
            self.collect(&item.id, Section::Links, draft.links.origin(index));
        }
        for (index, item) in draft.stories.items.iter().enumerate() {
            self.collect(&item.id, Section::Stories, draft.stories.origin(index));
        }
    }

    /// Items that could not be read keep their ids taken, as they are written back.
    fn collect_broken(&mut self) {
        let Some(found) = &self.found else { return };
        let mut ids: Vec<(String, Section, u32)> = Vec::new();
        for (section, origin) in self.asides.iter().filter(|(section, _)| *section != Section::Kinds) {
            let Some(Shape::List(items)) = found.root.field(found.text, field(*section)).map(|node| &node.shape) else {
                continue;
            };
            let id = items.get(*origin as usize).and_then(|item| item.field(found.text, "id"));
            if let Some(id) = id.and_then(|id| id.text(found.text)) {
                ids.push((id.into_owned(), *section, *origin));
            }
        }
        for (text, section, origin) in ids {
            let entry = Entry { id: Id::from(text.as_str()), section, origin, sound: false };
            self.ids.by_text.entry(Cow::Owned(text)).or_insert(entry);
        }
    }

    fn collect(&mut self, text: &Text<'t>, section: Section, origin: u32) {
        let id = Id::from(text.as_str());
        let entry = Entry { id: id.clone(), section, origin, sound: true };
        let taken = match self.ids.by_text.entry(text.0.clone()) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(entry);
                None
            }
            std::collections::hash_map::Entry::Occupied(taken) => Some((taken.get().section, taken.get().origin)),
        };
        let list = Path::WHOLE.field(field(section));
        let item = list.index(origin as usize);
        let path = item.field("id");
        if text.as_str().is_empty() {
            self.ids.refused.insert((section, origin));
            self.note(codes::EMPTY_ID, &path, Vec::new());
        } else if let Some((other, at)) = taken {
            self.ids.refused.insert((section, origin));
            let list = Path::WHOLE.field(field(other));
            let first = self
                .found
                .as_ref()
                .map_or(0, |found| list.index(at as usize).field("id").node(found.root, found.text).start);
            let args = vec![("id", text.as_str().to_owned()), (FIRST, first.to_string())];
            self.note(codes::DUPLICATE_ID, &path, args);
        } else {
            self.ids.order.push((id, section, origin));
        }
    }

    /// The id of the item that is being read. Items are read in the order in which their ids were collected.
    pub(super) fn own_id(&mut self, text: &Text<'_>) -> Id {
        let id = match self.ids.order.get(self.ids.next) {
            Some((id, ..)) if id.as_str() == text.as_str() => {
                self.ids.next += 1;
                id.clone()
            }
            _ => Id::from(text.as_str()),
        };
        self.item = Some(id.clone());
        id
    }

    /// An id that names something else. What does not exist is reported and kept as written.
    pub(super) fn reference(&mut self, text: &Text<'_>, wanted: Wanted, path: &Path<'_>) -> Id {
        match self.ids.by_text.get(text.as_str()) {
            Some(entry) if wanted.takes(entry.section) => entry.id.clone(),
            Some(entry) => {
                let (id, section) = (entry.id.clone(), entry.section);
                let args = vec![
                    ("id", text.as_str().to_owned()),
                    ("wanted", wanted_key(wanted).to_owned()),
                    ("found", section_key(section).to_owned()),
                ];
                self.note(codes::WRONG_ITEM, path, args);
                id
            }
            None if self.is_fragment => Id::from(text.as_str()),
            None => {
                let near = self.near(text.as_str(), wanted).unwrap_or_default();
                let args =
                    vec![("id", text.as_str().to_owned()), ("wanted", wanted_key(wanted).to_owned()), ("near", near)];
                self.note(codes::DANGLING_ID, path, args);
                Id::from(text.as_str())
            }
        }
    }

    /// An end of a link: without it there is no link, so the link is put aside.
    pub(super) fn end(&mut self, text: &Text<'_>, path: &Path<'_>) -> Id {
        let noticed = self.notices.len();
        let id = self.reference(text, Wanted::Node, path);
        if self.notices.len() > noticed {
            self.broken = true;
        } else if let Some(entry) = self.ids.by_text.get(text.as_str()).filter(|entry| !entry.sound) {
            let (section, origin) = (entry.section, entry.origin);
            let list = Path::WHOLE.field(field(section));
            let place =
                self.found.as_ref().map_or(0, |found| list.index(origin as usize).node(found.root, found.text).start);
            let args = vec![("id", text.as_str().to_owned()), (FIRST, place.to_string())];
            self.refuse(codes::END_ASIDE, path, args);
        }
        id
    }

    /// The id that was probably meant. Looking for it costs time, so only the located reading does.
    fn near(&mut self, wanted: &str, kind: Wanted) -> Option<String> {
        self.found.as_ref()?;
        let Ids { order, folded, .. } = &mut self.ids;
        let folded = folded.get_or_insert_with(|| {
            order
                .iter()
                .map(|(id, ..)| {
                    let text = fold(id.as_str());
                    let count = text.chars().count();
                    (text, count)
                })
                .collect()
        });
        let look = skeleton(wanted);
        let mine = fold(wanted);
        let length = mine.chars().count();
        let allowed = (length / 3).max(1);
        let mut best: Option<(usize, &Id)> = None;
        for ((id, section, _), (text, count)) in order.iter().zip(folded.iter()) {
            if !kind.takes(*section) || count.abs_diff(length) > allowed {
                continue;
            }
            if self.comparisons == 0 {
                break;
            }
            self.comparisons -= 1;
            // What looks the same is nearer than any slip of the pen.
            let distance =
                if !wanted.is_ascii() && skeleton(id.as_str()) == look { 0 } else { strsim::osa_distance(&mine, text) };
            if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, id));
            }
            if distance == 0 {
                break;
            }
        }
        best.map(|(_, id)| id.as_str().to_owned())
    }
}
