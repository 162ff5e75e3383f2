//! Which rows a table has, and in which order.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::cells::{Cells, Number};
use super::column::{Column, Sheet};
use crate::base::cancel::Cancel;
use crate::base::parallel::{in_pieces, threads};
use crate::base::text::fold;
use crate::locale::Words;
use crate::model::answers::Answers;
use crate::model::case::Item;
use crate::model::dates::Dates;
use crate::model::time::{Answer, Stamp, WindowRule};
use crate::model::{Case, Id, IdMap};

/// Which things have a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All.
    #[default]
    All,
    /// Those that lie in the window, certainly or possibly.
    Window,
    /// Those that are selected, and what is tied to them.
    Selection,
}

impl Scope {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::All, Self::Window, Self::Selection];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "table-scope-all",
            Self::Window => "table-scope-window",
            Self::Selection => "table-scope-selection",
        }
    }
}

/// What is asked of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which table.
    pub sheet: Sheet,
    /// The column by which rows stand; none: in the order of the file.
    pub sort: Option<Column>,
    /// The greatest first. What has nothing in that column stands last either way.
    pub descending: bool,
    /// Words of which each must stand in a row.
    pub filter: String,
    /// Which things have a row.
    pub scope: Scope,
}

/// Of what it is asked: shared, so that a job can answer.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The case.
    pub case: Arc<Case>,
    /// Dates by the chosen clock.
    pub dates: Arc<Dates>,
    /// What lies in the window.
    pub answers: Arc<Answers>,
    /// Passages that are cited, by source.
    pub cited: Arc<IdMap<usize>>,
    /// What the window asks.
    pub rule: WindowRule,
    /// What is selected.
    pub selected: Arc<BTreeSet<Id>>,
    /// The language: names of kinds are sorted and searched as they are shown.
    pub words: Words,
}

/// Rows that one thread works on at a time.
const PIECE: usize = 4_096;

/// The positions of the rows in order; nothing where it was cancelled.
pub fn rows(query: &Query, subject: &Subject, cancel: &Cancel) -> Option<Vec<u32>> {
    let case = &*subject.case;
    let cells = Cells {
        case,
        dates: &subject.dates,
        answers: &subject.answers,
        rule: subject.rule,
        cited: &subject.cited,
        words: &subject.words,
    };
    let kept = matching(query, subject, &cells, cancel);
    if cancel.is_cancelled() {
        return None;
    }
    let sorted = match &query.sort {
        None => kept,
        Some(column) => sorted(kept, query, &cells, column, cancel),
    };
    (!cancel.is_cancelled()).then_some(sorted)
}

/// Positions of the things that have a row, in the order of the file.
fn matching(query: &Query, subject: &Subject, cells: &Cells<'_>, cancel: &Cancel) -> Vec<u32> {
    let filter = fold(&query.filter);
    let wanted: Vec<&str> = filter.split_whitespace().collect();
    let near = (query.scope == Scope::Selection).then(|| near(cells.case, &subject.selected));
    let mut keep = vec![false; query.sheet.len(cells.case)];
    in_pieces(
        threads(),
        &mut keep,
        PIECE,
        || (),
        |(), first, some| {
            for (at, keep) in some.iter_mut().enumerate() {
                if cancel.is_cancelled() {
                    return;
                }
                let place = query.sheet.place((first + at) as u32);
                let Some(item) = cells.case.at(place) else { continue };
                let in_scope = match (query.scope, &near) {
                    (Scope::Window, _) => {
                        matches!(item, Item::Source(_))
                            || matches!(subject.answers.at(place), Answer::Certain | Answer::Possible)
                    }
                    (_, Some(near)) => near.contains(item.id()),
                    _ => true,
                };
                *keep = in_scope && (wanted.is_empty() || has_all(&fold(&searched(cells, item)), &wanted));
            }
        },
    );
    keep.iter().enumerate().filter_map(|(at, keep)| keep.then_some(at as u32)).collect()
}

fn has_all(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| text.contains(word))
}

/// The text in which the words of a filter are looked for.
fn searched(cells: &Cells<'_>, item: Item<'_>) -> String {
    let mut text = cells.text(item, &Column::Name);
    let columns: &[Column] = match item {
        Item::Entity(_) => &[Column::Kind, Column::Aliases, Column::Tags],
        Item::Event(_) => &[Column::Kind, Column::Participants, Column::Tags],
        Item::Link(_) => &[Column::From, Column::To, Column::Tags],
        _ => &[Column::Kind, Column::Publisher],
    };
    for column in columns {
        text.push(' ');
        text.push_str(&cells.text(item, column));
    }
    text.push(' ');
    text.push_str(item.id().as_str());
    text
}

/// What is selected, with the links and events that touch it, what those join, and the sources it stands on.
fn near(case: &Case, selected: &BTreeSet<Id>) -> HashSet<Id> {
    let mut near: HashSet<Id> = selected.iter().cloned().collect();
    for item in selected.iter().filter_map(|id| case.item(id.as_str())) {
        match item {
            Item::Link(link) => near.extend([link.from.clone(), link.to.clone()]),
            Item::Entity(_) | Item::Event(_) => {
                for tied in case.graph().neighbours(item.id().as_str()) {
                    near.insert(tied.id.clone());
                    near.insert(tied.tie.item().clone());
                }
            }
            Item::Source(_) | Item::Story(_) => {}
        }
        near.extend(item.cites().iter().map(|cite| cite.source.clone()));
        near.extend(item.claims().iter().flat_map(|claim| &claim.cites).map(|cite| cite.source.clone()));
    }
    near
}

/// One key a row; what has none stands last whatever the direction.
enum Keys {
    Numbers(Vec<f64>),
    Times(Vec<(Stamp, Stamp)>),
    Texts(Vec<String>),
}

fn sorted(kept: Vec<u32>, query: &Query, cells: &Cells<'_>, column: &Column, cancel: &Cancel) -> Vec<u32> {
    let sheet = query.sheet;
    let keys = match column {
        Column::When => {
            Keys::Times(keys((Stamp::MAX, Stamp::MAX), &kept, sheet, cells, cancel, |item| cells.moment(item)))
        }
        Column::Ties | Column::Citations | Column::Cited => Keys::Numbers(numbers(&kept, sheet, cells, column, cancel)),
        Column::Attribute(_) => {
            let numbers = numbers(&kept, sheet, cells, column, cancel);
            // An attribute that is said in words only is sorted by its words.
            if numbers.iter().all(|number| number.is_nan()) {
                Keys::Texts(texts(&kept, sheet, cells, column, cancel))
            } else {
                Keys::Numbers(numbers)
            }
        }
        _ => Keys::Texts(texts(&kept, sheet, cells, column, cancel)),
    };
    if cancel.is_cancelled() {
        return kept;
    }
    let mut order: Vec<u32> = (0..kept.len() as u32).collect();
    let turned = |order: Ordering| if query.descending { order.reverse() } else { order };
    let by = |one: u32, other: u32| {
        let (one, other) = (one as usize, other as usize);
        match &keys {
            Keys::Numbers(keys) => {
                keys[one].is_nan().cmp(&keys[other].is_nan()).then_with(|| turned(keys[one].total_cmp(&keys[other])))
            }
            Keys::Times(keys) => {
                let missing = |key: (Stamp, Stamp)| key.0 == Stamp::MAX;
                missing(keys[one]).cmp(&missing(keys[other])).then_with(|| turned(keys[one].cmp(&keys[other])))
            }
            Keys::Texts(keys) => {
                keys[one].is_empty().cmp(&keys[other].is_empty()).then_with(|| turned(keys[one].cmp(&keys[other])))
            }
        }
    };
    // A stable order: equal rows stay in the order of the file.
    order.sort_by(|one, other| by(*one, *other));
    order.into_iter().map(|at| kept[at as usize]).collect()
}

fn numbers(kept: &[u32], sheet: Sheet, cells: &Cells<'_>, column: &Column, cancel: &Cancel) -> Vec<f64> {
    keys(f64::NAN, kept, sheet, cells, cancel, |item| match cells.number(item, column) {
        Number::Of(number) => number,
        Number::None => f64::NAN,
    })
}

fn texts(kept: &[u32], sheet: Sheet, cells: &Cells<'_>, column: &Column, cancel: &Cancel) -> Vec<String> {
    keys(String::new(), kept, sheet, cells, cancel, |item| fold(&cells.text(item, column)))
}

/// One key a row, by several threads.
fn keys<T: Clone + Send>(
    none: T,
    kept: &[u32],
    sheet: Sheet,
    cells: &Cells<'_>,
    cancel: &Cancel,
    key: impl Fn(Item<'_>) -> T + Sync,
) -> Vec<T> {
    let mut keys = vec![none; kept.len()];
    in_pieces(
        threads(),
        &mut keys,
        PIECE,
        || (),
        |(), first, some| {
            for (at, slot) in some.iter_mut().enumerate() {
                if cancel.is_cancelled() {
                    return;
                }
                if let Some(item) = cells.case.at(sheet.place(kept[first + at])) {
                    *slot = key(item);
                }
            }
        },
    );
    keys
}
