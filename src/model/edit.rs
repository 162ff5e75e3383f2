//! Edits: small changes that know their own inverse. They feed undo today, and the journal later.

use std::collections::BTreeSet;

use super::Id;
use super::case::Head;
use super::change::Change;
use super::kind::Colour;
use super::link::Strength;
use super::view::{Group, LaneView, Looks, ViewState};

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
    /// Hides links of a strength through the legend, or shows them again.
    HideStrength {
        /// The strength.
        strength: Strength,
        /// Whether they are to be hidden.
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
    /// Changes rules, sizes and widths.
    Looks(Box<Looks>),
    /// Puts items in and takes items out.
    Change(Box<Change>),
    /// Changes what is said of the case as a whole: dates are read anew where the zone or the tolerances change.
    Head(Box<Head>),
    /// Changes which groups the network draws as one thing each.
    Groups(Vec<Group>),
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Nothing has this id.
    #[error("no item `{0}`")]
    NoItem(Id),
    /// Something has this id already.
    #[error("the id `{0}` is taken")]
    Taken(Id),
    /// An item needs an id.
    #[error("an item without an id")]
    NoId,
    /// Something refers to it.
    #[error("`{by}` refers to `{id}`")]
    InUse {
        /// What was to go.
        id: Id,
        /// What refers to it.
        by: Id,
    },
    /// The view names it: it is pinned, hidden, coloured, in a group or a lane of its own.
    #[error("the view names `{0}`")]
    InView(Id),
    /// A coordinate is not a finite number.
    #[error("the place of `{0}` is not a finite number")]
    NotFinite(Id),
}

impl Edit {
    /// About how many bytes of memory it takes.
    pub fn weight(&self) -> usize {
        size_of::<Self>()
            + match self {
                Self::Change(change) => change.weight(),
                Self::Groups(groups) => {
                    groups.iter().map(|group| 100 + group.name.len() + 16 * group.members.len()).sum()
                }
                Self::Lanes(lanes) => 16 * (lanes.order.len() + lanes.pins.len()),
                _ => 50,
            }
    }

    /// Checks first, changes second; returns the inverse.
    pub(super) fn apply(self, view: &mut ViewState, exists: impl Fn(&Id) -> bool) -> Result<Self, EditError> {
        match self {
            Self::Pin { id, at } => {
                let group = view.groups.iter_mut().find(|group| group.id == id);
                if group.is_none() && !exists(&id) {
                    return Err(EditError::NoItem(id));
                }
                if at.is_some_and(|(x, y)| !x.is_finite() || !y.is_finite()) {
                    return Err(EditError::NotFinite(id));
                }
                if let Some(group) = group {
                    return Ok(Self::Pin { id, at: std::mem::replace(&mut group.at, at) });
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
            Self::HideStrength { strength, hidden } => {
                let hides = &mut view.hidden_strengths;
                let was = if hidden { !hides.insert(strength) } else { hides.remove(&strength) };
                Ok(Self::HideStrength { strength, hidden: was })
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
            Self::Looks(looks) => {
                let Looks { rules, size_by, width_by } = *looks;
                Ok(Self::Looks(Box::new(Looks {
                    rules: std::mem::replace(&mut view.rules, rules),
                    size_by: std::mem::replace(&mut view.size_by, size_by),
                    width_by: std::mem::replace(&mut view.width_by, width_by),
                })))
            }
            // The case itself does this.
            Self::Change(_) | Self::Head(_) => Ok(self),
            Self::Groups(groups) => {
                if let Some(id) = groups.iter().flat_map(|group| &group.members).find(|id| !exists(id)) {
                    return Err(EditError::NoItem(id.clone()));
                }
                // An id that means two things would mean neither.
                let mut known = BTreeSet::new();
                if let Some(group) = groups.iter().find(|group| exists(&group.id) || !known.insert(&group.id)) {
                    return Err(EditError::Taken(group.id.clone()));
                }
                Ok(Self::Groups(std::mem::replace(&mut view.groups, groups)))
            }
        }
    }
}
