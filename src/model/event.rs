//! Events: what happened, when, and who took part.

use super::Id;
use super::claim::{Claim, Nature};
use super::source::{Cite, Extra};
use super::time::When;

/// Something that happened, is judged to have happened, or is expected. A node of the graph like an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the file.
    pub id: Id,
    /// Title as shown.
    pub title: String,
    /// Open list.
    pub kind: Option<String>,
    /// When it happened.
    pub when: Option<When>,
    /// Fact, judgement or forecast.
    pub nature: Nature,
    /// Where: an entity.
    pub place: Option<Id>,
    /// Who and what took part, with their roles.
    pub participants: Vec<Participant>,
    /// What is known of its order among other events.
    pub order: Vec<Order>,
    /// Tags.
    pub tags: Vec<String>,
    /// Remark.
    pub note: Option<String>,
    /// What sources say of its attributes; its quantities stand here.
    pub claims: Vec<Claim>,
    /// The sources it stands on.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// One entity's part in an event: an edge of the graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The entity.
    pub entity: Id,
    /// Its role, open list.
    pub role: String,
    /// Remark.
    pub note: Option<String>,
    /// What sources say of this participation.
    pub claims: Vec<Claim>,
    /// Its own sources; where empty, those of the event.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// How an event stands to another in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderRelation {
    /// Later than the other event.
    After,
    /// Earlier than the other event.
    Before,
    /// At most so many days from the other event.
    Within,
}

/// A relative date: `is` the relation to `event`, at most `days` away where given.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The relation.
    pub is: OrderRelation,
    /// The other event.
    pub event: Id,
    /// Greatest distance in days.
    pub days: Option<u32>,
    /// Remark.
    pub note: Option<String>,
    /// Where it is said.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

impl Event {
    /// An event of which nothing is known yet.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            title: String::new(),
            kind: None,
            when: None,
            nature: Nature::Fact,
            place: None,
            participants: Vec::new(),
            order: Vec::new(),
            tags: Vec::new(),
            note: None,
            claims: Vec::new(),
            cites: Vec::new(),
            extra: Vec::new(),
        }
    }
}
