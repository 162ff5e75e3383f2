//! Items as values that are put into a case and taken out of it, and what they refer to.

use std::collections::{BTreeSet, HashSet};

use super::Id;
use super::case::{Case, Item, Section};
use super::claim::{Claim, Value};
use super::entity::Entity;
use super::event::Event;
use super::graph::Tie;
use super::link::Link;
use super::said::Said;
use super::source::{Cite, Source};
use super::story::Story;

/// An item by itself.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Piece {
    Source(Source),
    Entity(Entity),
    Event(Event),
    Link(Link),
    Story(Story),
}

impl From<Item<'_>> for Piece {
    fn from(item: Item<'_>) -> Self {
        match item {
            Item::Source(source) => Self::Source(source.clone()),
            Item::Entity(entity) => Self::Entity(entity.clone()),
            Item::Event(event) => Self::Event(event.clone()),
            Item::Link(link) => Self::Link(link.clone()),
            Item::Story(story) => Self::Story(story.clone()),
        }
    }
}

/// What an id that is referred to must name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A source.
    Source,
    /// An entity.
    Entity,
    /// An event.
    Event,
    /// An entity or an event.
    Node,
    /// Any item.
    Anything,
}

impl Wanted {
    /// Whether it is to be found among the items of this section.
    pub fn takes(self, section: Section) -> bool {
        match self {
            Self::Source => section == Section::Sources,
            Self::Entity => section == Section::Entities,
            Self::Event => section == Section::Events,
            Self::Node => matches!(section, Section::Entities | Section::Events),
            Self::Anything => true,
        }
    }
}

impl Piece {
    /// The item, to look at.
    pub fn item(&self) -> Item<'_> {
        match self {
            Self::Source(source) => Item::Source(source),
            Self::Entity(entity) => Item::Entity(entity),
            Self::Event(event) => Item::Event(event),
            Self::Link(link) => Item::Link(link),
            Self::Story(story) => Item::Story(story),
        }
    }

    /// About how many bytes of memory it takes: its texts, and what each claim, citation and part takes.
    pub fn weight(&self) -> usize {
        let item = self.item();
        let cites =
            |cites: &[Cite]| cites.iter().map(|cite| 200 + cite.quote.as_ref().map_or(0, String::len)).sum::<usize>();
        let claims: usize = item.claims().iter().map(|claim| 300 + cites(&claim.cites)).sum();
        let parts = match item {
            Item::Event(event) => 200 * (event.participants.len() + event.order.len()),
            Item::Story(story) => 300 * story.steps.len(),
            _ => 0,
        };
        400 + item.name().len() + item.note().map_or(0, str::len) + claims + cites(item.cites()) + parts
    }

    /// Whether another state of the same item differs in names, remarks and tags at most, and in no date.
    pub(super) fn has_dates_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Entity(one), Self::Entity(other)) => {
                one.existed == other.existed && one.claims == other.claims && one.cites == other.cites
            }
            (Self::Event(one), Self::Event(other)) => {
                one.when == other.when
                    && one.order == other.order
                    && one.participants == other.participants
                    && one.claims == other.claims
                    && one.cites == other.cites
            }
            (Self::Link(one), Self::Link(other)) => {
                (&one.from, &one.to, &one.when) == (&other.from, &other.to, &other.when)
                    && one.claims == other.claims
                    && one.cites == other.cites
            }
            (Self::Source(one), Self::Source(other)) => one.published == other.published && one.covers == other.covers,
            (Self::Story(_), Self::Story(_)) => true,
            _ => false,
        }
    }

    /// Gives it another id and name.
    pub fn rename(&mut self, id: Id, name: String) {
        match self {
            Self::Source(source) => (source.id, source.title) = (id, name),
            Self::Entity(entity) => (entity.id, entity.name) = (id, name),
            Self::Event(event) => (event.id, event.title) = (id, name),
            Self::Link(link) => (link.id, link.relation) = (id, name),
            Self::Story(story) => (story.id, story.title) = (id, name),
        }
    }

    /// Its id.
    pub fn id(&self) -> &Id {
        self.item().id()
    }

    /// Takes out everything that refers to one of these, but for the ends of links, which go with what they end at.
    /// Whether anything was taken out.
    pub fn forget(&mut self, gone: &BTreeSet<Id>) -> bool {
        let mut forgetting = Forgetting { gone, did: false };
        self.walk_said(&mut |said| match said {
            Said::Claims(claims) => forgetting.claims(claims),
            Said::Cites(cites) => forgetting.list(cites, |cite| &cite.source),
        });
        match self {
            Self::Source(source) => {
                forgetting.maybe(&mut source.repeats);
                for coverage in &mut source.covers {
                    forgetting.list(&mut coverage.entities, |id| id);
                }
            }
            Self::Entity(entity) => forgetting.what_leads_back(entity),
            Self::Event(event) => {
                forgetting.maybe(&mut event.place);
                forgetting.list(&mut event.participants, |participant| &participant.entity);
                forgetting.list(&mut event.order, |order| &order.event);
            }
            Self::Link(_) => {}
            Self::Story(story) => {
                for step in &mut story.steps {
                    forgetting.list(&mut step.show, |id| id);
                }
            }
        }
        forgetting.did
    }
}

struct Forgetting<'a> {
    gone: &'a BTreeSet<Id>,
    did: bool,
}

impl Forgetting<'_> {
    fn what_leads_back(&mut self, entity: &mut Entity) {
        for merged in &mut entity.merged {
            self.what_leads_back(&mut merged.entity);
            self.what_leads_back(&mut merged.kept);
            for list in [&mut merged.from, &mut merged.to, &mut merged.others] {
                self.list(list, |id| id);
            }
            self.list(&mut merged.parts, |part| &part.event);
        }
    }

    fn maybe(&mut self, id: &mut Option<Id>) {
        self.did |= id.take_if(|id| self.gone.contains(id)).is_some();
    }

    fn list<T>(&mut self, list: &mut Vec<T>, id: impl Fn(&T) -> &Id) {
        let before = list.len();
        list.retain(|one| !self.gone.contains(id(one)));
        self.did |= list.len() != before;
    }

    fn claims(&mut self, claims: &mut Vec<Claim>) {
        let before = claims.len();
        claims.retain(|claim| !matches!(&claim.value, Value::Reference(id) if self.gone.contains(id)));
        self.did |= claims.len() != before;
    }
}

/// Every id that an item refers to, with what it must name.
pub fn references<'a>(item: Item<'a>) -> Vec<(&'a Id, Wanted)> {
    let mut found: Vec<(&'a Id, Wanted)> = Vec::new();
    walk(item, Where { cites: true, ties: true }, &mut |id, wanted| found.push((id, wanted)));
    found
}

/// Every id that an item refers to besides its ends or participants.
pub(super) fn other_references<'a>(item: Item<'a>, tell: &mut dyn FnMut(&'a Id)) {
    walk(item, Where { cites: true, ties: false }, &mut |id, _| tell(id));
}

/// Where references are looked for, besides values of claims and lists of ids.
#[derive(Clone, Copy)]
struct Where {
    /// In citations.
    cites: bool,
    /// In the ends of links and the participants of events.
    ties: bool,
}

/// Ids that are looked for among what items refer to.
pub struct Sought<'i> {
    ids: &'i BTreeSet<Id>,
    sections: BTreeSet<Section>,
    /// What is tied to one of them: of all else neither ends nor participants need be looked at.
    tied: HashSet<Id, foldhash::fast::RandomState>,
}

impl<'i> Sought<'i> {
    /// These ids of a case.
    pub fn new(case: &Case, ids: &'i BTreeSet<Id>) -> Self {
        let sections = ids.iter().filter_map(|id| case.item(id.as_str())).map(Item::section).collect();
        let ties = ids.iter().flat_map(|id| case.graph().neighbours(id.as_str()));
        let tied = ties.map(|neighbour| match neighbour.tie {
            Tie::Link(link) => link.clone(),
            Tie::Participation(event, ..) => event.clone(),
        });
        Self { ids, sections, tied: tied.collect() }
    }

    /// Whether any item but those that `leave` refers to one of the ids. Asks none of them where the graph and the counts
    /// of uses tell.
    pub fn is_used(&self, case: &Case, leaving: &[Item<'_>]) -> bool {
        if self.tied.iter().any(|id| leaving.iter().all(|item| item.id() != id)) {
            return true;
        }
        let uses: u32 = self.ids.iter().map(|id| case.uses().of(id)).sum();
        if uses == 0 {
            return false;
        }
        let mut by_leaving = 0;
        for item in leaving {
            other_references(*item, &mut |id| by_leaving += u32::from(self.ids.contains(id)));
        }
        uses > by_leaving
    }

    /// The first of the ids that an item refers to. Nothing is allocated, and no id is looked at where none that is
    /// sought may stand: a deletion asks every item of the case.
    pub fn first_in<'a>(&self, item: Item<'a>) -> Option<&'a Id> {
        let mut found = None;
        let where_to = Where {
            cites: self.sections.contains(&Section::Sources),
            ties: !self.tied.is_empty() && self.tied.contains(item.id()),
        };
        walk(item, where_to, &mut |id, wanted| {
            let may_be = || self.sections.iter().any(|section| wanted.takes(*section));
            if found.is_none() && may_be() && self.ids.contains(id) {
                found = Some(id);
            }
        });
        found
    }
}

fn walk<'a>(item: Item<'a>, at: Where, tell: &mut dyn FnMut(&'a Id, Wanted)) {
    walk_claims(item.claims(), at, tell);
    walk_cites(item.cites(), at, tell);
    match item {
        Item::Entity(entity) => {
            for merged in &entity.merged {
                walk(Item::Entity(&merged.entity), at, tell);
                walk(Item::Entity(&merged.kept), at, tell);
                let lists = [&merged.from, &merged.to, &merged.others];
                lists.into_iter().flatten().for_each(|id| tell(id, Wanted::Anything));
                merged.parts.iter().for_each(|part| tell(&part.event, Wanted::Event));
            }
        }
        Item::Source(source) => {
            source.repeats.iter().for_each(|id| tell(id, Wanted::Source));
            let covered = source.covers.iter().flat_map(|coverage| &coverage.entities);
            covered.for_each(|id| tell(id, Wanted::Entity));
        }
        Item::Event(event) => {
            event.place.iter().for_each(|id| tell(id, Wanted::Entity));
            for participant in &event.participants {
                if at.ties {
                    tell(&participant.entity, Wanted::Entity);
                }
                walk_claims(&participant.claims, at, tell);
                walk_cites(&participant.cites, at, tell);
            }
            for order in &event.order {
                tell(&order.event, Wanted::Event);
                walk_cites(&order.cites, at, tell);
            }
        }
        Item::Link(link) => {
            if at.ties {
                tell(&link.from, Wanted::Node);
                tell(&link.to, Wanted::Node);
            }
        }
        Item::Story(story) => {
            for step in &story.steps {
                step.show.iter().for_each(|id| tell(id, Wanted::Anything));
                walk_cites(&step.cites, at, tell);
            }
        }
    }
}

fn walk_claims<'a>(claims: &'a [Claim], at: Where, tell: &mut dyn FnMut(&'a Id, Wanted)) {
    for claim in claims {
        if let Value::Reference(id) = &claim.value {
            tell(id, Wanted::Anything);
        }
        walk_cites(&claim.cites, at, tell);
    }
}

fn walk_cites<'a>(cites: &'a [Cite], at: Where, tell: &mut dyn FnMut(&'a Id, Wanted)) {
    if !at.cites {
        return;
    }
    for cite in cites {
        tell(&cite.source, Wanted::Source);
    }
}
