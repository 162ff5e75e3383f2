//! Stories: a case told in steps.

use super::Id;
use super::source::{Cite, Extra};
use super::time::When;

/// A sequence of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its name in the file.
    pub id: Id,
    /// Title as shown.
    pub title: String,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// One step of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Title as shown.
    pub title: String,
    /// What is told.
    pub text: Option<String>,
    /// The time window.
    pub window: Option<When>,
    /// What stands in the light.
    pub show: Vec<Id>,
    /// Sources.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}
