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
            extra: Vec::new(),
        }
    }
}
