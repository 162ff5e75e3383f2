//! One item of a case, whichever list it stands in, and what every item can be asked.

use super::Id;
use super::case::Section;
use super::claim::Claim;
use super::entity::Entity;
use super::event::Event;
use super::link::Link;
use super::source::{Cite, Source};
use super::story::Story;
use super::time::When;

/// One thing that an id names.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Item<'a> {
    Source(&'a Source),
    Entity(&'a Entity),
    Event(&'a Event),
    Link(&'a Link),
    Story(&'a Story),
}

impl<'a> Item<'a> {
    /// The list in which it stands.
    pub fn section(self) -> Section {
        match self {
            Self::Source(_) => Section::Sources,
            Self::Entity(_) => Section::Entities,
            Self::Event(_) => Section::Events,
            Self::Link(_) => Section::Links,
            Self::Story(_) => Section::Stories,
        }
    }

    /// Its id.
    pub fn id(self) -> &'a Id {
        match self {
            Self::Source(source) => &source.id,
            Self::Entity(entity) => &entity.id,
            Self::Event(event) => &event.id,
            Self::Link(link) => &link.id,
            Self::Story(story) => &story.id,
        }
    }

    /// Its name: for a link the relation.
    pub fn name(self) -> &'a str {
        match self {
            Self::Source(source) => &source.title,
            Self::Entity(entity) => &entity.name,
            Self::Event(event) => &event.title,
            Self::Link(link) => &link.relation,
            Self::Story(story) => &story.title,
        }
    }

    /// Its own date.
    pub fn when(self) -> Option<&'a When> {
        match self {
            Self::Source(source) => source.published.as_ref(),
            Self::Entity(entity) => entity.existed.as_ref(),
            Self::Event(event) => event.when.as_ref(),
            Self::Link(link) => link.when.as_ref(),
            Self::Story(_) => None,
        }
    }

    /// What sources say of it.
    pub fn claims(self) -> &'a [Claim] {
        match self {
            Self::Entity(entity) => &entity.claims,
            Self::Event(event) => &event.claims,
            Self::Link(link) => &link.claims,
            Self::Source(_) | Self::Story(_) => &[],
        }
    }

    /// The sources it stands on.
    pub fn cites(self) -> &'a [Cite] {
        match self {
            Self::Entity(entity) => &entity.cites,
            Self::Event(event) => &event.cites,
            Self::Link(link) => &link.cites,
            Self::Source(_) | Self::Story(_) => &[],
        }
    }

    /// Tags.
    pub fn tags(self) -> &'a [String] {
        match self {
            Self::Entity(entity) => &entity.tags,
            Self::Event(event) => &event.tags,
            Self::Link(link) => &link.tags,
            Self::Source(_) | Self::Story(_) => &[],
        }
    }

    /// Remark.
    pub fn note(self) -> Option<&'a str> {
        match self {
            Self::Source(source) => source.note.as_deref(),
            Self::Entity(entity) => entity.note.as_deref(),
            Self::Event(event) => event.note.as_deref(),
            Self::Link(link) => link.note.as_deref(),
            Self::Story(_) => None,
        }
    }

    /// Whether no citation stands on it or on any of its claims. Sources and stories need none.
    pub fn is_unsourced(self) -> bool {
        matches!(self, Self::Entity(_) | Self::Event(_) | Self::Link(_))
            && self.cites().is_empty()
            && self.claims().iter().all(|claim| claim.cites.is_empty())
    }
}
