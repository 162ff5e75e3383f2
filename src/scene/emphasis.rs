//! What stands out in a picture and what recedes: selection, pointer, keyboard, window. The same for both views.

use std::collections::BTreeSet;

use super::NodeState;
use crate::model::answers::Answers;
use crate::model::case::Item;
use crate::model::time::Answer;
use crate::model::{Case, Id};

/// What the views are asked to make visible. Looks are reduced from it; the case is never changed.
#[derive(Clone, Copy)]
pub struct Emphasis<'a> {
    /// Which things lie in the window.
    pub answers: &'a Answers,
    /// Selected things.
    pub selected: &'a BTreeSet<Id>,
    /// The thing under the pointer, in whichever view.
    pub hovered: Option<&'a Id>,
    /// The thing that the keyboard is on.
    pub focused: Option<&'a Id>,
    /// Whether a thing is hidden: it is left out of the picture and counted.
    pub hidden: &'a dyn Fn(&Id) -> bool,
    /// Whether a thing lies in the neighbourhood that is looked at; all else is faded. None: all is looked at.
    pub neighbourhood: Option<&'a dyn Fn(&Id) -> bool>,
}

impl Emphasis<'_> {
    /// Whether this thing is faded, since something else is looked at.
    pub fn is_beyond(&self, id: &Id) -> bool {
        self.neighbourhood.is_some_and(|contains| !contains(id))
    }
}

/// How much a thing stands out, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Selected; never dimmed.
    Selected,
    /// Under the pointer.
    Hovered,
    /// Tied to what is under the pointer.
    Lit,
    /// Nothing is under the pointer.
    Plain,
    /// Something else is under the pointer, or looked at.
    Dimmed,
}

/// What lies under the pointer with everything that it lights up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Light {
    hovered: Option<Id>,
    lit: BTreeSet<Id>,
}

/// So many ties are lit: of more, nobody sees which.
const MOST_LIT: usize = 2_000;

impl Light {
    /// The thing under the pointer with its ties and their other ends. A tie lights up its ends; an event its
    /// participants.
    pub fn new(case: &Case, hovered: Option<&Id>) -> Self {
        let mut lit = BTreeSet::new();
        match hovered.and_then(|id| case.item(id.as_str())) {
            Some(Item::Link(link)) => lit.extend([link.from.clone(), link.to.clone()]),
            Some(item @ (Item::Entity(_) | Item::Event(_))) => {
                for neighbour in case.graph().neighbours(item.id().as_str()).into_iter().take(MOST_LIT) {
                    lit.insert(neighbour.id.clone());
                    lit.insert(neighbour.tie.item().clone());
                }
            }
            Some(Item::Source(source)) => lit.extend(standing_on(case, &source.id)),
            Some(Item::Story(_)) | None => {}
        }
        let known = hovered.filter(|id| case.item(id.as_str()).is_some());
        Self { hovered: known.cloned(), lit }
    }

    /// This thing under the pointer, and these lit up by it.
    pub fn of(hovered: Id, lit: BTreeSet<Id>) -> Self {
        Self { hovered: Some(hovered), lit }
    }

    /// Whether anything is under the pointer.
    pub fn is_on(&self) -> bool {
        self.hovered.is_some()
    }

    /// Whether this thing is under the pointer or tied to what is.
    pub fn reaches(&self, id: &Id) -> bool {
        self.hovered.as_ref() == Some(id) || self.lit.contains(id)
    }

    /// How much a thing stands out.
    pub fn level(&self, id: &Id, emphasis: &Emphasis<'_>) -> Level {
        if emphasis.selected.contains(id) {
            Level::Selected
        } else if self.hovered.as_ref() == Some(id) {
            Level::Hovered
        } else if self.lit.contains(id) {
            Level::Lit
        } else if self.is_on() || emphasis.is_beyond(id) {
            Level::Dimmed
        } else {
            Level::Plain
        }
    }
}

/// Entities, events and links that cite this source, directly or in a claim.
fn standing_on<'a>(case: &'a Case, source: &'a Id) -> impl Iterator<Item = Id> + 'a {
    (case.entities().iter().map(Item::Entity))
        .chain(case.events().iter().map(Item::Event))
        .chain(case.links().iter().map(Item::Link))
        .filter(|item| {
            item.cites().iter().any(|cite| cite.source == *source)
                || item.claims().iter().any(|claim| claim.cites.iter().any(|cite| cite.source == *source))
        })
        .map(|item| item.id().clone())
}

/// How an answer is drawn: what has no date is never outside.
pub fn node_state(answer: Answer) -> NodeState {
    match answer {
        Answer::Certain | Answer::Undated => NodeState::In,
        Answer::Possible => NodeState::Possible,
        Answer::Out => NodeState::Outside,
    }
}
