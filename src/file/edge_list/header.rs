//! What columns hold: by their names in Dutch or English, otherwise by their places.

use crate::base::text::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Who or what a tie starts from.
    Source,
    /// Who or what it goes to.
    Target,
    /// How strong it is: a number.
    Weight,
    /// When it was.
    Time,
    /// What kind of tie it is.
    Relation,
    /// Something else: kept as a remark.
    Other,
}

impl Column {
    /// All, in the order of a list.
    pub const ALL: [Self; 6] = [Self::Source, Self::Target, Self::Weight, Self::Time, Self::Relation, Self::Other];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "column-source",
            Self::Target => "column-target",
            Self::Weight => "column-weight",
            Self::Time => "column-time",
            Self::Relation => "column-relation",
            Self::Other => "column-other",
        }
    }
}

const NAMES: [(Column, &[&str]); 5] = [
    (
        Column::Source,
        &["source", "from", "sender", "caller", "bron", "van", "afzender", "beller", "begin", "node1", "source id"],
    ),
    (
        Column::Target,
        &[
            "target",
            "to",
            "receiver",
            "recipient",
            "callee",
            "doel",
            "naar",
            "aan",
            "ontvanger",
            "gebelde",
            "node2",
            "target id",
        ],
    ),
    (Column::Weight, &["weight", "count", "number", "gewicht", "aantal", "sterkte"]),
    (Column::Time, &["time", "date", "datetime", "timestamp", "when", "tijd", "datum", "tijdstip", "wanneer"]),
    (Column::Relation, &["relation", "type", "kind", "label", "relatie", "soort", "verband"]),
];

/// The columns that a first row names; none unless it names both source and target.
pub fn by_name<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    for cell in cells {
        let word = fold(cell.trim()).replace(['_', '-'], " ");
        let known = NAMES.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(column, _)| *column);
        let is_new = |column: &Column| !columns.contains(column);
        columns.push(known.filter(is_new).unwrap_or(Column::Other));
    }
    let has = |wanted: Column| columns.contains(&wanted);
    (has(Column::Source) && has(Column::Target)).then_some(columns)
}

/// By place: source, target, weight, time, relation.
pub fn by_place(width: usize) -> Vec<Column> {
    let order = [Column::Source, Column::Target, Column::Weight, Column::Time, Column::Relation];
    order.into_iter().chain(std::iter::repeat(Column::Other)).take(width).collect()
}
