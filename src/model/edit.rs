//! Edits: small changes that know their own inverse. They feed undo today, and the journal later.

use super::Id;
use super::kind::Colour;
use super::view::{LaneView, ViewState};

/// A change of what is saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Pins a node at a point of the network's plane, or lets it go.
    Pin {
        /// The node.
        id: Id,
        /// Where, in points at zoom 1.
        at: Option<(f64, f64)>,
    },
    /// Hides a thing by hand, or shows it again.
    Hide {
        /// The thing.
        id: Id,
        /// Whether it is to be hidden.
        hidden: bool,
    },
    /// Hides a kind through the legend, or shows it again.
    HideKind {
        /// The kind's word; `event` for events.
        kind: String,
        /// Whether it is to be hidden.
        hidden: bool,
    },
    /// Gives a thing a colour of its own, or takes it away.
    Colour {
        /// The thing.
        id: Id,
        /// The colour.
        colour: Option<Colour>,
    },
    /// Folds events into the ties of their participants.
    FoldEvents {
        /// Whether they are to be folded.
        fold: bool,
    },
    /// Chooses the layout of the network by its word; none: the usual one.
    Layout(Option<String>),
    /// Changes how the lanes of the timeline stand.
    Lanes(Box<LaneView>),
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Nothing has this id.
    #[error("no item `{0}`")]
    NoItem(Id),
    /// A coordinate is not a finite number.
    #[error("the place of `{0}` is not a finite number")]
    NotFinite(Id),
}

impl Edit {
    /// Checks first, changes second; returns the inverse.
    pub(super) fn apply(self, view: &mut ViewState, exists: impl Fn(&Id) -> bool) -> Result<Self, EditError> {
        match self {
            Self::Pin { id, at } => {
                if !exists(&id) {
                    return Err(EditError::NoItem(id));
                }
                if at.is_some_and(|(x, y)| !x.is_finite() || !y.is_finite()) {
                    return Err(EditError::NotFinite(id));
                }
                let before = match at {
                    Some(at) => view.pins.insert(id.clone(), at),
                    None => view.pins.remove(&id),
                };
                Ok(Self::Pin { id, at: before })
            }
            Self::Hide { id, hidden } => {
                if !exists(&id) {
                    return Err(EditError::NoItem(id));
                }
                let was = if hidden { !view.hidden.insert(id.clone()) } else { view.hidden.remove(&id) };
                Ok(Self::Hide { id, hidden: was })
            }
            Self::HideKind { kind, hidden } => {
                let was =
                    if hidden { !view.hidden_kinds.insert(kind.clone()) } else { view.hidden_kinds.remove(&kind) };
                Ok(Self::HideKind { kind, hidden: was })
            }
            Self::Colour { id, colour } => {
                if !exists(&id) {
                    return Err(EditError::NoItem(id));
                }
                let before = match colour {
                    Some(colour) => view.colours.insert(id.clone(), colour),
                    None => view.colours.remove(&id),
                };
                Ok(Self::Colour { id, colour: before })
            }
            Self::FoldEvents { fold } => {
                let before = std::mem::replace(&mut view.fold_events, fold);
                Ok(Self::FoldEvents { fold: before })
            }
            Self::Layout(layout) => Ok(Self::Layout(std::mem::replace(&mut view.layout, layout))),
            Self::Lanes(lanes) => {
                if let Some(id) = lanes.order.iter().chain(&lanes.pins).find(|id| !exists(id)) {
                    return Err(EditError::NoItem(id.clone()));
                }
                let before = std::mem::replace(&mut view.lanes, *lanes);
                Ok(Self::Lanes(Box::new(before)))
            }
        }
    }
}
