//! Entities: what exists in a case, for a time.

use super::Id;
use super::claim::Claim;
use super::source::{Cite, Extra};
use super::time::When;

/// An investigation, organisation, platform, agency, place, … One node of the graph, one lane of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its name in the file.
    pub id: Id,
    /// Kind: built-in, or added by the case.
    pub kind: String,
    /// Name as shown.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// When it existed.
    pub existed: Option<When>,
    /// Short text shown inside the shape; for countries the ISO code.
    pub code: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Remark.
    pub note: Option<String>,
    /// What sources say of its attributes, side by side.
    pub claims: Vec<Claim>,
    /// The sources it stands on.
    pub cites: Vec<Cite>,
    /// What was merged into it, the latest last: the originals are kept, so that they can be split again.
    pub merged: Vec<Merged>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// An entity that was merged into another, and what leads back.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// It, as it was.
    pub entity: Entity,
    /// The entity that it was merged into, as that was; without what had been merged into it before.
    pub kept: Entity,
    /// Links that started at it.
    pub from: Vec<Id>,
    /// Links that ended at it.
    pub to: Vec<Id>,
    /// Its parts in events: event and role.
    pub parts: Vec<MergedPart>,
    /// Other items that referred to it, and not to the other.
    pub others: Vec<Id>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// A part in an event that was an entity's which is merged now.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedPart {
    /// The event.
    pub event: Id,
    /// The role.
    pub role: String,
    /// Where it stood among those who took part.
    pub at: u32,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

impl Entity {
    /// An entity of which nothing is known yet.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            kind: String::new(),
            name: String::new(),
            aliases: Vec::new(),
            existed: None,
            code: None,
            tags: Vec::new(),
            note: None,
            claims: Vec::new(),
            cites: Vec::new(),
            merged: Vec::new(),
            extra: Vec::new(),
        }
    }
}
