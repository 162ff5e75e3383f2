//! Which rows the lists of the outline hold, and in which order. Pure: a case and a question in, ids out.

use crate::app::derived::Derived;
use crate::app::table::Sheet;
use crate::base::text::fold;
use crate::model::answers::Tally;
use crate::model::case::Item;
use crate::model::time::Stamp;
use crate::model::{Case, Id};
use crate::ui::naming;

/// In which order entities stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Those with most ties first.
    #[default]
    Links,
    /// By name.
    Name,
    /// By first date.
    FirstDate,
}

impl Sort {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Links, Self::Name, Self::FirstDate];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Links => "outline-by-links",
            Self::Name => "outline-by-name",
            Self::FirstDate => "outline-by-date",
        }
    }
}

/// The ids of a list in order, those that match the filter. Every word of the filter must stand in the name, an alias
/// or (of a link) in one of its ends.
pub fn rows(case: &Case, derived: &Derived, list: Sheet, sort: Sort, filter: &str) -> Vec<Id> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let matches = |id: &Id| {
        words.is_empty()
            || case.item(id.as_str()).is_some_and(|item| {
                let text = fold(&searched(case, item));
                words.iter().all(|word| text.contains(word))
            })
    };
    ordered(case, derived, list, sort).into_iter().filter(matches).collect()
}

fn searched(case: &Case, item: Item<'_>) -> String {
    match item {
        Item::Entity(entity) => format!("{} {}", entity.name, entity.aliases.join(" ")),
        Item::Source(source) => format!("{} {}", source.title, source.publisher.as_deref().unwrap_or_default()),
        _ => naming::title(case, item),
    }
}

fn ordered(case: &Case, derived: &Derived, list: Sheet, sort: Sort) -> Vec<Id> {
    match (list, sort) {
        (Sheet::Entities, Sort::Links) => derived.entities_by_ties.iter().map(|(id, _)| id.clone()).collect(),
        (Sheet::Entities, Sort::Name) => {
            let mut entities: Vec<_> = case.entities().iter().collect();
            entities.sort_by_cached_key(|entity| fold(&entity.name));
            entities.into_iter().map(|entity| entity.id.clone()).collect()
        }
        (Sheet::Entities, Sort::FirstDate) => {
            let mut entities: Vec<_> = case.entities().iter().collect();
            entities.sort_by_cached_key(|entity| first_date(case, entity.id.as_str()));
            entities.into_iter().map(|entity| entity.id.clone()).collect()
        }
        (Sheet::Events, _) => derived.events_by_time.clone(),
        (Sheet::Links, _) => {
            let mut links: Vec<_> = case.links().iter().collect();
            links.sort_by_cached_key(|link| first_of(case, &link.id));
            links.into_iter().map(|link| link.id.clone()).collect()
        }
        (Sheet::Sources, _) => {
            let mut sources: Vec<_> = case.sources().iter().collect();
            sources.sort_by_cached_key(|source| first_of(case, &source.id));
            sources.into_iter().map(|source| source.id.clone()).collect()
        }
    }
}

/// The first bounded moment of a thing's own date; things without one come last.
fn first_of(case: &Case, id: &Id) -> Stamp {
    let Some(when) = case.item(id.as_str()).and_then(Item::when) else { return Stamp::MAX };
    let bounds = when.bounds();
    [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end]
        .into_iter()
        .filter(|stamp| stamp.is_bounded())
        .min()
        .unwrap_or(Stamp::MAX)
}

/// The first date of an entity: its own, or where it has none that of its first event or link.
fn first_date(case: &Case, id: &str) -> Stamp {
    let own = case.item(id).map_or(Stamp::MAX, |item| first_of(case, item.id()));
    if own != Stamp::MAX {
        return own;
    }
    let ties = case.graph().neighbours(id);
    ties.iter().map(|tie| first_of(case, tie.tie.item())).min().unwrap_or(Stamp::MAX)
}

/// "in / all" of a kind: "5 / 7", "1–2 / 3" where something lies there only possibly; all alone without a window.
pub fn range_text(tally: Tally, windowed: bool, number: impl Fn(usize) -> String) -> String {
    let all = number(tally.total());
    if !windowed {
        return all;
    }
    let certain = number(tally.certain);
    if tally.possible == 0 {
        format!("{certain} / {all}")
    } else {
        format!("{certain}–{} / {all}", number(tally.certain + tally.possible))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_possible_makes_a_range() {
        let text = |certain, possible, out, undated, windowed| {
            range_text(Tally { certain, possible, out, undated }, windowed, |number| number.to_string())
        };
        assert_eq!(text(1, 1, 1, 0, true), "1–2 / 3");
        assert_eq!(text(5, 0, 2, 0, true), "5 / 7");
        assert_eq!(text(0, 2, 0, 1, true), "0–2 / 3");
        assert_eq!(text(0, 0, 0, 0, true), "0 / 0");
        assert_eq!(text(1, 1, 1, 0, false), "3");
    }
}
