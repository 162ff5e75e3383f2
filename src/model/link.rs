//! Links: ties between two things, each with its own date and source.

use super::Id;
use super::claim::{Claim, Nature};
use super::source::{Cite, Extra};
use super::time::When;

/// Which way a link points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the first to the second.
    #[default]
    Forward,
    /// Both ways.
    Both,
    /// No direction.
    Neither,
}

/// How sure a link is: drawn solid, dashed, dotted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Confirmed.
    #[default]
    Confirmed,
    /// Tentative.
    Tentative,
    /// Unconfirmed.
    Unconfirmed,
}

impl Strength {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Tentative, Self::Unconfirmed];
}

/// A tie between two entities or events. Parallel links stay apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its name in the file.
    pub id: Id,
    /// Where it starts.
    pub from: Id,
    /// Where it ends.
    pub to: Id,
    /// What it says, open list: "follows", "targets", …
    pub relation: String,
    /// Which way it points.
    pub direction: Direction,
    /// When it held.
    pub when: Option<When>,
    /// How sure it is.
    pub strength: Strength,
    /// No source says it in so many words.
    pub implied: bool,
    /// Fact, judgement or forecast.
    pub nature: Nature,
    /// Tags.
    pub tags: Vec<String>,
    /// Remark.
    pub note: Option<String>,
    /// What sources say of its attributes; its quantity stands here.
    pub claims: Vec<Claim>,
    /// The sources it stands on.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

impl Link {
    /// A link of which nothing is known yet but its ends.
    pub fn new(id: Id, from: Id, to: Id) -> Self {
        Self {
            id,
            from,
            to,
            relation: String::new(),
            direction: Direction::default(),
            when: None,
            strength: Strength::default(),
            implied: false,
            nature: Nature::default(),
            tags: Vec::new(),
            note: None,
            claims: Vec::new(),
            cites: Vec::new(),
            extra: Vec::new(),
        }
    }
}
