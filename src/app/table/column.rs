//! The columns of each table, and how a table was left.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::case::{Item, Place};
use crate::model::{Case, Id};

/// A list of the case: a table of its own, and a list in the outline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sheet {
    #[default]
    Entities,
    Events,
    Links,
    Sources,
}

impl Sheet {
    /// All: from left to right in the table, from top to bottom in the outline.
    pub const ALL: [Self; 4] = [Self::Entities, Self::Events, Self::Links, Self::Sources];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Entities => "outline-entities",
            Self::Events => "outline-events",
            Self::Links => "outline-links",
            Self::Sources => "outline-sources",
        }
    }

    /// How many things it holds without a filter.
    pub fn len(self, case: &Case) -> usize {
        match self {
            Self::Entities => case.entities().len(),
            Self::Events => case.events().len(),
            Self::Links => case.links().len(),
            Self::Sources => case.sources().len(),
        }
    }

    /// Where the thing of this position stands in the case.
    pub const fn place(self, at: u32) -> Place {
        match self {
            Self::Entities => Place::Entity(at),
            Self::Events => Place::Event(at),
            Self::Links => Place::Link(at),
            Self::Sources => Place::Source(at),
        }
    }

    /// The position of a thing in this table; none where it stands in another.
    pub fn position(self, case: &Case, id: &Id) -> Option<u32> {
        match (self, case.place(id.as_str())?) {
            (Self::Entities, Place::Entity(at))
            | (Self::Events, Place::Event(at))
            | (Self::Links, Place::Link(at))
            | (Self::Sources, Place::Source(at)) => Some(at),
            _ => None,
        }
    }

    /// The table in which a thing stands.
    pub const fn of(item: Item<'_>) -> Option<Self> {
        match item {
            Item::Entity(_) => Some(Self::Entities),
            Item::Event(_) => Some(Self::Events),
            Item::Link(_) => Some(Self::Links),
            Item::Source(_) => Some(Self::Sources),
            Item::Story(_) => None,
        }
    }

    /// Columns that are shown at first.
    pub fn first_columns(self) -> Vec<Column> {
        use Column as C;
        match self {
            Self::Entities => vec![C::Name, C::Kind, C::When, C::Ties, C::Citations, C::Tags],
            Self::Events => vec![C::When, C::Name, C::Kind, C::Participants, C::Citations],
            Self::Links => vec![C::From, C::Relation, C::To, C::When, C::Strength, C::Citations],
            Self::Sources => vec![C::Name, C::Kind, C::Publisher, C::When, C::Reliability, C::Cited],
        }
    }

    /// All columns that this table can have: those of every case, and one for each attribute that is claimed.
    pub fn columns(self, attributes: &[String]) -> Vec<Column> {
        use Column as C;
        let mut columns = self.first_columns();
        let more: &[Column] = match self {
            Self::Entities => &[C::Answer, C::Aliases, C::Contested, C::Note, C::Id],
            Self::Events => &[C::Answer, C::Place, C::Nature, C::Tags, C::Contested, C::Note, C::Id],
            Self::Links => &[C::Answer, C::Direction, C::Nature, C::Tags, C::Contested, C::Note, C::Id],
            Self::Sources => &[C::Language, C::Repeats, C::Handling, C::Address, C::Note, C::Id],
        };
        columns.extend_from_slice(more);
        columns.extend(attributes.iter().map(|attribute| C::Attribute(attribute.clone())));
        columns
    }

    /// The attributes of which something is claimed in this table, in order of the alphabet; at most so many.
    pub fn attributes(self, case: &Case, most: usize) -> Vec<String> {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        for at in 0..self.len(case) as u32 {
            let claims = case.at(self.place(at)).map_or(&[] as &[_], Item::claims);
            found.extend(claims.iter().map(|claim| claim.of.as_str()));
            if found.len() >= most {
                break;
            }
        }
        found.into_iter().take(most).map(str::to_owned).collect()
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Column {
    Name,
    Kind,
    When,
    /// How many ties meet there.
    Ties,
    /// How many citations the thing stands on.
    Citations,
    Tags,
    /// Whether it lies in the window.
    Answer,
    Aliases,
    /// Attributes on which sources disagree.
    Contested,
    Note,
    Id,
    Participants,
    Place,
    Nature,
    From,
    Relation,
    To,
    Strength,
    Direction,
    Publisher,
    Reliability,
    /// How many passages of a source are cited.
    Cited,
    Language,
    Repeats,
    Handling,
    Address,
    /// What is claimed of an attribute.
    Attribute(String),
}

/// What the word of an attribute's column begins with.
const ATTRIBUTE: &str = "claim:";

impl Column {
    /// Those that are not of an attribute.
    const FIXED: [Self; 26] = [
        Self::Name,
        Self::Kind,
        Self::When,
        Self::Ties,
        Self::Citations,
        Self::Tags,
        Self::Answer,
        Self::Aliases,
        Self::Contested,
        Self::Note,
        Self::Id,
        Self::Participants,
        Self::Place,
        Self::Nature,
        Self::From,
        Self::Relation,
        Self::To,
        Self::Strength,
        Self::Direction,
        Self::Publisher,
        Self::Reliability,
        Self::Cited,
        Self::Language,
        Self::Repeats,
        Self::Handling,
        Self::Address,
    ];

    /// The word by which it is remembered; behind `table-field-` it is the message key of its name.
    pub fn word(&self) -> String {
        let word = match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::When => "when",
            Self::Ties => "ties",
            Self::Citations => "citations",
            Self::Tags => "tags",
            Self::Answer => "answer",
            Self::Aliases => "aliases",
            Self::Contested => "contested",
            Self::Note => "note",
            Self::Id => "id",
            Self::Participants => "participants",
            Self::Place => "place",
            Self::Nature => "nature",
            Self::From => "from",
            Self::Relation => "relation",
            Self::To => "to",
            Self::Strength => "strength",
            Self::Direction => "direction",
            Self::Publisher => "publisher",
            Self::Reliability => "reliability",
            Self::Cited => "cited",
            Self::Language => "language",
            Self::Repeats => "repeats",
            Self::Handling => "handling",
            Self::Address => "address",
            Self::Attribute(attribute) => return format!("{ATTRIBUTE}{attribute}"),
        };
        word.to_owned()
    }

    /// The column with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        match word.strip_prefix(ATTRIBUTE) {
            Some(attribute) => Some(Self::Attribute(attribute.to_owned())),
            None => Self::FIXED.into_iter().find(|column| column.word() == word),
        }
    }

    /// Whether numbers stand in it, which are set to the right.
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Ties | Self::Citations | Self::Cited)
    }

    /// Its width at first, in points.
    pub const fn first_width(&self) -> f32 {
        match self {
            Self::Name => 210.0,
            Self::Participants | Self::Note | Self::Address => 280.0,
            Self::From | Self::To => 180.0,
            Self::When | Self::Publisher | Self::Aliases | Self::Tags | Self::Repeats => 150.0,
            Self::Ties | Self::Citations | Self::Cited | Self::Language => 90.0,
            _ => 120.0,
        }
    }
}

/// How a table was left: columns with their widths, and the order of its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shown {
    /// Words of the columns, with widths in points, from left to right; empty: as at first.
    pub columns: Vec<(String, f32)>,
    /// The column by which rows stand; none: in the order of the file.
    pub sort: Option<String>,
    /// The greatest first.
    pub descending: bool,
}

impl Shown {
    /// Columns that are known, with widths that can be seen; those of the start where none is left.
    pub fn columns(&self, sheet: Sheet) -> Vec<(Column, f32)> {
        let known: Vec<(Column, f32)> = (self.columns.iter())
            .filter_map(|(word, width)| Some((Column::of_word(word)?, width.clamp(40.0, 1_000.0))))
            .collect();
        if known.is_empty() {
            return sheet.first_columns().into_iter().map(|column| (column.clone(), column.first_width())).collect();
        }
        known
    }

    /// The column by which rows stand.
    pub fn sorted_by(&self) -> Option<Column> {
        self.sort.as_deref().and_then(Column::of_word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_found_again_by_its_word() {
        let columns = Column::FIXED.into_iter().chain([Column::Attribute("users".into())]);
        for column in columns {
            assert_eq!(Column::of_word(&column.word()), Some(column));
        }
    }

    #[test]
    fn a_table_that_was_left_with_unknown_columns_shows_the_first_ones() {
        let shown = Shown { columns: vec![("of-tomorrow".into(), 50.0)], ..Shown::default() };
        assert_eq!(shown.columns(Sheet::Links).len(), Sheet::Links.first_columns().len());
        let narrow = Shown { columns: vec![("name".into(), -3.0)], ..Shown::default() };
        assert_eq!(narrow.columns(Sheet::Links), [(Column::Name, 40.0)]);
    }
}
