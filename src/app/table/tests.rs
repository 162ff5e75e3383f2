//! Rows of the examples: order, filter and scope.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Column, Query, Scope, Sheet, Subject, citations, rows};
use crate::app::examples::Example;
use crate::base::cancel::Cancel;
use crate::locale::{Language, Words};
use crate::model::answers::Answers;
use crate::model::case::Item;
use crate::model::dates::Dates;
use crate::model::time::{Calendar, When, WindowRule};
use crate::model::{Case, Id};

fn crypto_phones() -> Arc<Case> {
    Arc::new(crate::file::read(Example::CryptoPhones.text().as_bytes()).expect("the example opens").case)
}

fn asked(case: &Arc<Case>, query: &Query, window: Option<&str>, selected: &[&str]) -> Vec<String> {
    let calendar = Calendar::named("Europe/Amsterdam").unwrap();
    let window = window.map(|text| When::parse(text, &calendar, None).unwrap().outer());
    let subject = Subject {
        case: Arc::clone(case),
        dates: Arc::new(Dates::default()),
        answers: Arc::new(Answers::new(case, window)),
        cited: Arc::new(citations(case)),
        rule: WindowRule::Touches,
        selected: Arc::new(selected.iter().map(|id| Id::from(*id)).collect::<BTreeSet<_>>()),
        words: Words::new(Language::English),
    };
    let found = rows(query, &subject, &Cancel::default()).unwrap();
    found.into_iter().map(|at| case.at(query.sheet.place(at)).unwrap().id().to_string()).collect()
}

fn query(sheet: Sheet) -> Query {
    Query { sheet, ..Query::default() }
}

#[test]
fn rows_stand_by_date_with_the_undated_last_whichever_way_they_are_turned() {
    let case = crypto_phones();
    let first = |id: &str| {
        let bounds = case.item(id).and_then(Item::when)?.bounds();
        let known = [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end];
        known.into_iter().filter(|stamp| stamp.is_bounded()).min()
    };
    for descending in [false, true] {
        let query = Query { sort: Some(Column::When), descending, ..query(Sheet::Links) };
        let ids = asked(&case, &query, None, &[]);
        assert_eq!(ids.len(), case.links().len());
        let dated = ids.iter().take_while(|id| first(id).is_some()).count();
        assert!(dated > 20 && dated < ids.len(), "{dated}");
        assert!(ids[dated..].iter().all(|id| first(id).is_none()), "what has no date stands last");
        let is_ordered = |pair: &[String]| {
            if descending { first(&pair[0]) >= first(&pair[1]) } else { first(&pair[0]) <= first(&pair[1]) }
        };
        assert!(ids[..dated].windows(2).all(is_ordered));
    }
}

#[test]
fn numbers_are_sorted_as_numbers_and_equal_rows_stay_in_the_order_of_the_file() {
    let case = crypto_phones();
    let query = Query { sort: Some(Column::Ties), descending: true, ..query(Sheet::Entities) };
    let ids = asked(&case, &query, None, &[]);
    let key = |id: &String| {
        (std::cmp::Reverse(case.graph().degree(id)), case.entities().iter().position(|one| one.id.as_str() == *id))
    };
    assert!(ids.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}

#[test]
fn every_word_of_the_filter_must_stand_somewhere_in_the_row() {
    let case = crypto_phones();
    let links = |filter: &str| asked(&case, &Query { filter: filter.to_owned(), ..query(Sheet::Links) }, None, &[]);
    let both = links("ARGUS lemont");
    assert!(!both.is_empty() && both.len() < links("argus").len());
    for id in &both {
        let link = case.link(id).unwrap();
        let ends = [&link.from, &link.to].map(|end| case.item(end.as_str()).unwrap().name().to_lowercase()).join(" ");
        assert!(ends.contains("argus") && ends.contains("lemont"), "{id}: {ends}");
    }
    assert_eq!(links("no such thing"), [""; 0]);
    let kind = asked(&case, &Query { filter: "platform".to_owned(), ..query(Sheet::Entities) }, None, &[]);
    let platforms = case.entities().iter().filter(|entity| entity.kind == "platform").count();
    assert!(kind.len() >= platforms, "kinds are found by their name");
}

#[test]
fn rows_in_the_window_are_those_that_lie_there_certainly_or_possibly() {
    let case = crypto_phones();
    let query = Query { scope: Scope::Window, ..query(Sheet::Events) };
    let ids = asked(&case, &query, Some("2021-03"), &[]);
    let calendar = Calendar::named("Europe/Amsterdam").unwrap();
    let answers = Answers::new(&case, Some(When::parse("2021-03", &calendar, None).unwrap().outer()));
    let tally = answers.event_tally();
    assert!(tally.certain > 0 && tally.out > 0);
    assert_eq!(ids.len(), tally.certain + tally.possible);
}

#[test]
fn rows_of_the_selection_are_what_is_tied_to_it() {
    let case = crypto_phones();
    let links = asked(&case, &Query { scope: Scope::Selection, ..query(Sheet::Links) }, None, &["argus"]);
    let touching = case.links().iter().filter(|link| [&link.from, &link.to].iter().any(|end| end.as_str() == "argus"));
    assert_eq!(links, touching.map(|link| link.id.to_string()).collect::<Vec<_>>());
    let of_link = asked(&case, &Query { scope: Scope::Selection, ..query(Sheet::Entities) }, None, &[&links[0]]);
    assert_eq!(of_link.len(), 2, "the ends of the link: {of_link:?}");
}

#[test]
fn an_attribute_that_is_claimed_is_a_column_and_contested_values_stand_side_by_side() {
    let case = crypto_phones();
    let attributes = Sheet::Entities.attributes(&case, 100);
    assert!(attributes.contains(&"users".to_owned()), "{attributes:?}");
    let column = Column::Attribute("users".into());
    let query = Query { sort: Some(column.clone()), descending: true, ..query(Sheet::Entities) };
    let ids = asked(&case, &query, None, &[]);
    let has = |id: &String| case.item(id).unwrap().claims().iter().any(|claim| claim.of == "users");
    let count = ids.iter().filter(|id| has(id)).count();
    assert!(count > 2 && ids[..count].iter().all(has), "those of which nothing is said stand last");
}
