//! A case: the items in the order of the file, the graph over them, and the one way to change them.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::edit::{Edit, EditError};
use super::entity::Entity;
use super::event::Event;
use super::graph::CaseGraph;
pub use super::item::Item;
use super::kind::CaseKind;
use super::link::Link;
use super::order::Ordered;
use super::redate::redate;
use super::rewiring::Wiring;
use super::source::{Extra, Source};
use super::story::Story;
use super::time::{Calendar, Tolerances, When};
use super::uses::Uses;
use super::view::ViewState;
use super::{Id, IdMap};

/// Scheme in which reliability and credibility are graded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grading {
    /// Letters A to F, digits 1 to 6.
    #[default]
    Admiralty,
    /// Letters A, B, C, X; digits 1 to 4.
    Europol4x4,
    /// Digits 1 to 3; letters A to E.
    Uk3x5x2,
    /// No grades.
    Ungraded,
}

/// What is said of the case as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Version of the file format: major, minor.
    pub format: (u32, u32),
    /// Title.
    pub title: String,
    /// What the case is about.
    pub summary: Option<String>,
    /// Language of the case's own texts.
    pub language: Option<String>,
    /// IANA name of the time zone whose days are meant.
    pub time_zone: String,
    /// Grading scheme.
    pub grading: Grading,
    /// A demonstration case.
    pub example: bool,
    /// How far "about" reaches.
    pub tolerances: Tolerances,
    /// Kinds that the case adds.
    pub kinds: Vec<CaseKind>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// The list an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Added kinds.
    Kinds,
    /// Sources.
    Sources,
    /// Entities.
    Entities,
    /// Events.
    Events,
    /// Links.
    Links,
    /// Stories.
    Stories,
}

/// An item that could not be taken as written: kept as its text and written back in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The list it stands in.
    pub section: Section,
    /// How many sound items of that list stand before it.
    pub after: usize,
    /// The item exactly as it stood in the file, without the comma.
    pub text: Arc<str>,
}

/// Everything a case is made of, before it becomes a [`Case`].
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// What is said of the whole.
    pub head: Head,
    /// Sources, in file order; so are the next four.
    pub sources: Vec<Source>,
    /// Entities.
    pub entities: Vec<Entity>,
    /// Events.
    pub events: Vec<Event>,
    /// Links. Both ends exist.
    pub links: Vec<Link>,
    /// Stories.
    pub stories: Vec<Story>,
    /// How the case was left.
    pub view: ViewState,
    /// What could not be taken as written.
    pub asides: Vec<Aside>,
}

/// The list in which an item stands, and its position there. Valid until items come or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Source(u32),
    Entity(u32),
    Event(u32),
    Link(u32),
    Story(u32),
}

/// Counters that say what changed since somebody looked; they only grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Revision {
    /// Items came or went, or what is tied to what changed.
    pub structure: u64,
    /// Texts, dates or claims changed.
    pub content: u64,
    /// Pins changed.
    pub places: u64,
    /// Hidden things, colours and rules changed.
    pub looks: u64,
    /// How lanes stand changed.
    pub lanes: u64,
    /// The layout of the network was chosen.
    pub form: u64,
    /// Groups were folded or unfolded.
    pub groups: u64,
}

/// A case. Every id it holds is unique; both ends of every link exist.
#[derive(Clone, Debug)]
pub struct Case {
    parts: Parts,
    slots: Arc<IdMap<Place>>,
    graph: CaseGraph,
    /// How often each thing is named, besides by ties.
    uses: Arc<Uses>,
    calendar: Calendar,
    ordered: Option<Arc<Ordered>>,
    revision: Revision,
    /// The latest changes, so that what is worked out from a case needs not be worked out anew.
    touched: VecDeque<Touched>,
}

/// What one change touched.
#[derive(Clone, Debug)]
struct Touched {
    /// The revision of the content that it led to.
    content: u64,
    ids: Arc<[Id]>,
    keeps_dates: bool,
}

/// What changed since a revision of the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Items that were put in, taken out or replaced.
    pub ids: BTreeSet<Id>,
    /// Whether all dates, and what is tied to what, are as they were.
    pub keeps_dates: bool,
}

/// Changes that are remembered.
const MOST_TOUCHED: usize = 32;
/// Items of a change from which on it is not remembered: working all out anew is as quick then.
const MANY_TOUCHED: usize = 2_000;

impl Case {
    /// Builds the case and its graph. Items whose id is taken, and links with a missing end, are left out: the
    /// reader keeps such items aside before it comes here.
    pub fn new(mut parts: Parts) -> Self {
        let calendar = calendar(&parts.head);
        let mut slots = slots_for(parts.sources.len() + parts.entities.len() + parts.events.len() + parts.links.len());
        retain_unique(&mut parts.sources, &mut slots, |source| &source.id, Place::Source);
        retain_unique(&mut parts.entities, &mut slots, |entity| &entity.id, Place::Entity);
        retain_unique(&mut parts.events, &mut slots, |event| &event.id, Place::Event);
        let is_node = |id: &Id, slots: &IdMap<Place>| matches!(slots.get(id), Some(Place::Entity(_) | Place::Event(_)));
        parts.links.retain(|link| is_node(&link.from, &slots) && is_node(&link.to, &slots));
        retain_unique(&mut parts.links, &mut slots, |link| &link.id, Place::Link);
        retain_unique(&mut parts.stories, &mut slots, |story| &story.id, Place::Story);
        let graph = CaseGraph::new(&parts, &slots);
        let mut case = Self {
            uses: Arc::default(),
            parts,
            slots: Arc::new(slots),
            graph,
            calendar,
            ordered: None,
            revision: Revision::default(),
            touched: VecDeque::new(),
        };
        case.uses = Arc::new(Uses::new(case.items()));
        case.tighten();
        case
    }

    /// Whether anything refers to this, besides the ends of links and the participants of events.
    pub fn is_named(&self, id: &Id) -> bool {
        self.uses.of(id) > 0
    }

    /// How often each thing is named, besides by ties.
    pub(super) fn uses(&self) -> &Uses {
        &self.uses
    }

    /// Whether the counts of uses are what they would be if counted anew.
    #[cfg(test)]
    pub(crate) fn has_true_uses(&self) -> bool {
        *self.uses == Uses::new(self.items())
    }

    /// The same, for [`super::change`].
    pub(super) fn uses_mut(&mut self) -> &mut Uses {
        Arc::make_mut(&mut self.uses)
    }

    /// Finds anew what the order of events says of their dates: to be called whenever a date or an order of an event
    /// has changed, or the calendar has.
    fn tighten(&mut self) {
        let position = |id: &str| position(&self.slots, id);
        self.ordered = Ordered::new(&self.parts.events, &self.calendar, position).map(Arc::new);
    }

    /// An empty case with this title.
    pub fn empty(title: &str) -> Self {
        Self::with_head(Head {
            format: (1, 0),
            title: title.to_owned(),
            summary: None,
            language: None,
            time_zone: "Europe/Amsterdam".to_owned(),
            grading: Grading::default(),
            example: false,
            tolerances: Tolerances::default(),
            kinds: Vec::new(),
            extra: Vec::new(),
        })
    }

    /// A case of which only this is known.
    pub fn with_head(head: Head) -> Self {
        Self::new(Parts {
            head,
            sources: Vec::new(),
            entities: Vec::new(),
            events: Vec::new(),
            links: Vec::new(),
            stories: Vec::new(),
            view: ViewState::default(),
            asides: Vec::new(),
        })
    }

    /// What is said of the case as a whole.
    pub fn head(&self) -> &Head {
        &self.parts.head
    }

    /// Everything the case is made of, for writing it.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Sources, in the order of the file.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// Entities, in the order of the file.
    pub fn entities(&self) -> &[Entity] {
        &self.parts.entities
    }

    /// Events, in the order of the file.
    pub fn events(&self) -> &[Event] {
        &self.parts.events
    }

    /// Links, in the order of the file.
    pub fn links(&self) -> &[Link] {
        &self.parts.links
    }

    /// How the case was left.
    pub fn view(&self) -> &ViewState {
        &self.parts.view
    }

    /// The graph over entities and events.
    pub fn graph(&self) -> &CaseGraph {
        &self.graph
    }

    /// Zone and tolerances that give dates their bounds.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What the order of events says of their dates. `None` where nothing is said of any order.
    pub fn ordered(&self) -> Option<&Ordered> {
        self.ordered.as_deref()
    }

    /// When an event took place: its own date, narrowed by its order among other events where that says more, or the
    /// date that follows from its order where it has none of its own.
    pub fn when_of<'c>(&'c self, event: &'c Event) -> Option<&'c When> {
        let ordered = self.ordered.as_deref();
        let tightened = ordered.and_then(|ordered| ordered.when(self.position(event.id.as_str())?));
        tightened.or(event.when.as_ref())
    }

    /// Position of the event with this id among the events.
    pub fn position(&self, id: &str) -> Option<usize> {
        position(&self.slots, id)
    }

    /// What changed, as counters.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The thing with this id.
    pub fn item(&self, id: &str) -> Option<Item<'_>> {
        self.at(*self.slots.get(id)?)
    }

    /// The thing at a place; none where the place is of another state of the case.
    pub fn at(&self, place: Place) -> Option<Item<'_>> {
        Some(match place {
            Place::Source(at) => Item::Source(self.parts.sources.get(at as usize)?),
            Place::Entity(at) => Item::Entity(self.parts.entities.get(at as usize)?),
            Place::Event(at) => Item::Event(self.parts.events.get(at as usize)?),
            Place::Link(at) => Item::Link(self.parts.links.get(at as usize)?),
            Place::Story(at) => Item::Story(self.parts.stories.get(at as usize)?),
        })
    }

    /// Where the thing with this id stands.
    pub fn place(&self, id: &str) -> Option<Place> {
        self.slots.get(id).copied()
    }

    /// Where each thing stands, shared, for what is worked out from the case and outlives a borrow of it.
    pub fn places(&self) -> Arc<IdMap<Place>> {
        Arc::clone(&self.slots)
    }

    /// The entity with this id.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        match self.item(id)? {
            Item::Entity(entity) => Some(entity),
            _ => None,
        }
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        match self.item(id)? {
            Item::Event(event) => Some(event),
            _ => None,
        }
    }

    /// The link with this id.
    pub fn link(&self, id: &str) -> Option<&Link> {
        match self.item(id)? {
            Item::Link(link) => Some(link),
            _ => None,
        }
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        match self.item(id)? {
            Item::Source(source) => Some(source),
            _ => None,
        }
    }

    /// The kind that the case adds under this word.
    pub fn added_kind(&self, word: &str) -> Option<&CaseKind> {
        self.parts.head.kinds.iter().find(|kind| kind.id == word)
    }

    /// Changes the case and returns the edit that takes the change back. An error leaves the case as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        let edit = match edit {
            Edit::Change(change) => return self.change(*change).map(|back| Edit::Change(Box::new(back))),
            Edit::Head(head) => return Ok(Edit::Head(Box::new(self.set_head(*head)))),
            edit => edit,
        };
        let inverse = edit.apply(&mut self.parts.view, |id| self.slots.contains_key(id))?;
        match inverse {
            Edit::Pin { .. } => self.revision.places += 1,
            Edit::Lanes(_) => self.revision.lanes += 1,
            Edit::Layout(_) => self.revision.form += 1,
            Edit::Groups(_) => self.revision.groups += 1,
            Edit::Change(_) | Edit::Head(_) => {}
            Edit::Hide { .. }
            | Edit::HideKind { .. }
            | Edit::HideStrength { .. }
            | Edit::Colour { .. }
            | Edit::FoldEvents { .. }
            | Edit::Looks(_) => {
                self.revision.looks += 1;
            }
        }
        Ok(inverse)
    }

    /// Gives the head that was there before.
    fn set_head(&mut self, head: Head) -> Head {
        let before = std::mem::replace(&mut self.parts.head, head);
        let after = &self.parts.head;
        let is_other = before.time_zone != after.time_zone || before.tolerances != after.tolerances;
        if is_other {
            self.calendar = calendar(after);
            redate(&mut self.parts, &self.calendar);
        }
        self.touched.clear();
        self.content_changed(Wiring::Same, &[]);
        before
    }

    /// For [`super::change`], which sees to it that all stays sound.
    pub(super) fn parts_mut(&mut self) -> &mut Parts {
        &mut self.parts
    }

    /// Items were put in, taken out or replaced: brings up to date what hangs on them.
    pub(super) fn content_changed(&mut self, wiring: Wiring, touched: &[Id]) {
        self.revision.content += 1;
        self.revision.structure += u64::from(!matches!(wiring, Wiring::Same));
        match wiring {
            Wiring::Same => {}
            Wiring::Added(added) if self.graph.takes_additions() => {
                added.put_into(&self.parts, Arc::make_mut(&mut self.slots), &mut self.graph);
            }
            Wiring::Removed(removed) => {
                removed.take_from(Arc::make_mut(&mut self.slots));
                removed.take_out_of(&mut self.graph);
            }
            Wiring::Added(_) | Wiring::Other => {
                self.slots = Arc::new(slots(&self.parts));
                // Anew, in the order of the file: a graph with a past would give another picture than the file it is
                // saved in. What was not touched is taken over, so that not every id need be looked up.
                self.graph = CaseGraph::following(&self.graph, &self.parts, &self.slots, touched);
            }
        }
        self.tighten();
    }

    /// These items were touched by the change that was just made.
    pub(super) fn touch(&mut self, ids: Vec<Id>, keeps_dates: bool) {
        if ids.len() > MANY_TOUCHED {
            self.touched.clear();
            return;
        }
        self.touched.push_back(Touched { content: self.revision.content, ids: ids.into(), keeps_dates });
        if self.touched.len() > MOST_TOUCHED {
            self.touched.pop_front();
        }
    }

    /// What changed since the content had this revision; nothing where that is not remembered.
    pub fn since(&self, content: u64) -> Option<Since> {
        let steps = self.revision.content.checked_sub(content)? as usize;
        let first = self.touched.len().checked_sub(steps)?;
        let latest = self.touched.range(first..);
        if latest.clone().zip(content + 1..).any(|(touched, content)| touched.content != content) {
            return None;
        }
        let keeps_dates = latest.clone().all(|touched| touched.keeps_dates);
        Some(Since { ids: latest.flat_map(|touched| touched.ids.iter().cloned()).collect(), keeps_dates })
    }
}

/// For so many items.
fn slots_for(count: usize) -> IdMap<Place> {
    IdMap::with_capacity_and_hasher(count, foldhash::fast::RandomState::default())
}

/// Where each item stands.
fn slots(parts: &Parts) -> IdMap<Place> {
    let count = parts.sources.len() + parts.entities.len() + parts.events.len() + parts.links.len();
    let mut slots = slots_for(count + parts.stories.len());
    slots.extend((0..).zip(&parts.sources).map(|(at, source)| (source.id.clone(), Place::Source(at))));
    slots.extend((0..).zip(&parts.entities).map(|(at, entity)| (entity.id.clone(), Place::Entity(at))));
    slots.extend((0..).zip(&parts.events).map(|(at, event)| (event.id.clone(), Place::Event(at))));
    slots.extend((0..).zip(&parts.links).map(|(at, link)| (link.id.clone(), Place::Link(at))));
    slots.extend((0..).zip(&parts.stories).map(|(at, story)| (story.id.clone(), Place::Story(at))));
    slots
}

fn position(slots: &IdMap<Place>, id: &str) -> Option<usize> {
    match slots.get(id)? {
        Place::Event(at) => Some(*at as usize),
        _ => None,
    }
}

/// The calendar that a head asks for; an unknown zone falls back to UTC (the reader has reported it).
pub fn calendar(head: &Head) -> Calendar {
    Calendar { zone: TimeZone::get(&head.time_zone).unwrap_or(TimeZone::UTC), tolerances: head.tolerances }
}

fn retain_unique<T>(items: &mut Vec<T>, slots: &mut IdMap<Place>, id: impl Fn(&T) -> &Id, slot: impl Fn(u32) -> Place) {
    let mut next = 0;
    items.retain(|item| {
        let free = !slots.contains_key(id(item));
        if free {
            slots.insert(id(item).clone(), slot(next));
            next += 1;
        }
        free
    });
}
