//! Edits as text and back. Items are written as in a case file; their dates are read by the calendar of the case.

use serde::{Deserialize, Serialize};

use super::super::draft::strength_word;
use super::super::write;
use super::super::{read, read_fragment};
use crate::model::case::{Case, Parts, Section};
use crate::model::change::Change;
use crate::model::edit::Edit;
use crate::model::kind::Colour;
use crate::model::link::Strength;
use crate::model::piece::Piece;
use crate::model::view::{Looks, ViewState};

/// An edit as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum WrittenEdit {
    /// [`Edit::Pin`].
    Pin(String, Option<(f64, f64)>),
    /// [`Edit::Hide`].
    Hide(String, bool),
    /// [`Edit::HideKind`].
    HideKind(String, bool),
    /// [`Edit::HideStrength`].
    HideStrength(String, bool),
    /// [`Edit::Colour`].
    Colour(String, Option<String>),
    /// [`Edit::FoldEvents`].
    FoldEvents(bool),
    /// [`Edit::Layout`].
    Layout(Option<String>),
    /// [`Edit::Lanes`], as a view in which nothing else is set.
    Lanes(String),
    /// [`Edit::Looks`], likewise.
    Looks(String),
    /// [`Edit::Groups`], likewise.
    Groups(String),
    /// [`Edit::Head`], as a case in which nothing else is.
    Head(String),
    /// [`Edit::Change`].
    Change {
        /// The items that are put in, list by list.
        put: String,
        /// Where each of them stands.
        at: Vec<Option<usize>>,
        /// The items that are taken out.
        remove: Vec<String>,
        /// [`Change::asides`].
        asides: Option<Vec<usize>>,
    },
}

/// The text of a view, as a piece of a case.
fn view_text(view: &ViewState) -> String {
    write::fragment(&[], view)
}

/// The order in which a piece of a case is written and read.
const SECTIONS: [Section; 5] = [Section::Sources, Section::Entities, Section::Events, Section::Links, Section::Stories];

impl WrittenEdit {
    /// Writes an edit down.
    pub fn new(edit: &Edit) -> Self {
        match edit {
            Edit::Pin { id, at } => Self::Pin(id.to_string(), *at),
            Edit::Hide { id, hidden } => Self::Hide(id.to_string(), *hidden),
            Edit::HideKind { kind, hidden } => Self::HideKind(kind.clone(), *hidden),
            Edit::HideStrength { strength, hidden } => Self::HideStrength(strength_word(*strength).to_owned(), *hidden),
            Edit::Colour { id, colour } => Self::Colour(id.to_string(), colour.map(Colour::text)),
            Edit::FoldEvents { fold } => Self::FoldEvents(*fold),
            Edit::Layout(layout) => Self::Layout(layout.clone()),
            Edit::Lanes(lanes) => {
                Self::Lanes(view_text(&ViewState { lanes: (**lanes).clone(), ..ViewState::default() }))
            }
            Edit::Looks(looks) => {
                let Looks { rules, size_by, width_by } = (**looks).clone();
                Self::Looks(view_text(&ViewState { rules, size_by, width_by, ..ViewState::default() }))
            }
            Edit::Groups(groups) => {
                Self::Groups(view_text(&ViewState { groups: groups.clone(), ..ViewState::default() }))
            }
            Edit::Head(head) => Self::Head(write(&Case::with_head((**head).clone()))),
            Edit::Change(change) => {
                let in_section =
                    |section| change.put.iter().filter(move |(piece, _)| piece.item().section() == section);
                let pieces: Vec<&Piece> = change.put.iter().map(|(piece, _)| piece).collect();
                let ordered = SECTIONS.into_iter().flat_map(in_section);
                Self::Change {
                    put: write::fragment(&pieces, &ViewState::default()),
                    at: ordered.map(|(_, at)| *at).collect(),
                    remove: change.remove.iter().map(ToString::to_string).collect(),
                    asides: change.asides.clone(),
                }
            }
        }
    }

    /// Reads it back, for the case that it is to change; nothing if it cannot be read.
    pub fn read(self, case: &Case) -> Option<Edit> {
        let view = |text: &str| read_fragment(text, case).map(|parts| parts.view);
        Some(match self {
            Self::Pin(id, at) => Edit::Pin { id: id.as_str().into(), at },
            Self::Hide(id, hidden) => Edit::Hide { id: id.as_str().into(), hidden },
            Self::HideKind(kind, hidden) => Edit::HideKind { kind, hidden },
            Self::HideStrength(word, hidden) => {
                let strength = Strength::ALL.into_iter().find(|strength| strength_word(*strength) == word)?;
                Edit::HideStrength { strength, hidden }
            }
            Self::Colour(id, None) => Edit::Colour { id: id.as_str().into(), colour: None },
            Self::Colour(id, Some(text)) => {
                Edit::Colour { id: id.as_str().into(), colour: Some(Colour::parse(&text)?) }
            }
            Self::FoldEvents(fold) => Edit::FoldEvents { fold },
            Self::Layout(layout) => Edit::Layout(layout),
            Self::Lanes(text) => Edit::Lanes(Box::new(view(&text)?.lanes)),
            Self::Looks(text) => {
                let ViewState { rules, size_by, width_by, .. } = view(&text)?;
                Edit::Looks(Box::new(Looks { rules, size_by, width_by }))
            }
            Self::Groups(text) => Edit::Groups(view(&text)?.groups),
            Self::Head(text) => Edit::Head(Box::new(read(text.as_bytes()).ok()?.case.head().clone())),
            Self::Change { put, at, remove, asides } => {
                let pieces = pieces(read_fragment(&put, case)?);
                let is_sound = pieces.len() == at.len();
                let put = pieces.into_iter().zip(at).collect();
                let remove = remove.iter().map(|id| id.as_str().into()).collect();
                is_sound.then(|| Edit::Change(Box::new(Change { put, remove, asides })))?
            }
        })
    }
}

/// The items of a piece of a case, list by list.
pub(in crate::file) fn pieces(parts: Parts) -> Vec<Piece> {
    (parts.sources.into_iter().map(Piece::Source))
        .chain(parts.entities.into_iter().map(Piece::Entity))
        .chain(parts.events.into_iter().map(Piece::Event))
        .chain(parts.links.into_iter().map(Piece::Link))
        .chain(parts.stories.into_iter().map(Piece::Story))
        .collect()
}
