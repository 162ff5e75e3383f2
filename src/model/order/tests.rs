//! What was said of the order of events beside what follows from it.

use super::*;
use crate::model::Id;
use crate::model::claim::Nature;
use crate::model::event::{Order, OrderRelation};
use crate::model::time::Answer;
use crate::model::time::civil::CivilTime;

pub(super) fn amsterdam() -> Calendar {
    Calendar::named("Europe/Amsterdam").unwrap()
}

pub(super) fn when(text: &str) -> When {
    When::parse(text, &amsterdam(), None).unwrap()
}

/// An event without a date where `date` is empty. Each order is `after X`, `before X`, `after X 10` or `within X 10`.
pub(super) fn event(id: &str, date: &str, orders: &[&str]) -> Event {
    Event {
        id: Id::from(id),
        title: id.to_owned(),
        kind: None,
        when: (!date.is_empty()).then(|| when(date)),
        nature: Nature::Fact,
        place: None,
        participants: Vec::new(),
        order: orders.iter().map(|text| order(text)).collect(),
        tags: Vec::new(),
        note: None,
        claims: Vec::new(),
        cites: Vec::new(),
        extra: Vec::new(),
    }
}

fn order(text: &str) -> Order {
    let mut words = text.split(' ');
    let is = match words.next() {
        Some("after") => OrderRelation::After,
        Some("before") => OrderRelation::Before,
        _ => OrderRelation::Within,
    };
    Order {
        is,
        event: Id::from(words.next().unwrap()),
        days: words.next().map(|days| days.parse().unwrap()),
        note: None,
        cites: Vec::new(),
        extra: Vec::new(),
    }
}

pub(super) fn ordered(events: &[Event]) -> Ordered {
    let position = |id: &str| events.iter().position(|event| event.id.as_str() == id);
    Ordered::new(events, &amsterdam(), position).unwrap()
}

fn day(stamp: Stamp) -> String {
    let CivilTime { date, hour, minute, .. } = CivilTime::at(stamp, &amsterdam().zone);
    let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    match (hour, minute) {
        _ if stamp == Stamp::MIN => "ever".to_owned(),
        _ if stamp == Stamp::MAX => "never".to_owned(),
        (0, 0) => day,
        (23, 59) => format!("{day}<"),
        (hour, minute) => format!("{day}T{hour:02}:{minute:02}"),
    }
}

/// The tightened date of an event, "as written" where the order adds nothing; `?` where it is in doubt.
fn found(events: &[Event], id: &str) -> String {
    let ordered = ordered(events);
    let at = events.iter().position(|event| event.id.as_str() == id).unwrap();
    let Some(when) = ordered.when(at) else { return "as written".to_owned() };
    let Bounds { earliest_start, latest_start, earliest_end, latest_end } = when.bounds();
    let is_sure = when.answer(Span::new(Stamp::MIN, Stamp::MAX)) == Answer::Certain;
    let doubt = if is_sure { "" } else { " ?" };
    if when.is_extent() {
        let [a, b, c, d] = [earliest_start, latest_start, earliest_end, latest_end].map(day);
        format!("{a} {b} / {c} {d}{doubt}")
    } else {
        format!("{} {}{doubt}", day(earliest_start), day(latest_end))
    }
}

/// Contradictions as `id relation other`, with the events whose dates clash.
fn told(events: &[Event]) -> Vec<String> {
    let ordered = ordered(events);
    let tell = |contradiction: &Contradiction| {
        let said: Vec<String> = (ordered.said(contradiction, events).iter())
            .map(|said| {
                let name = |event: &Event, tells: bool| format!("{}{}", event.id, if tells { "*" } else { "" });
                let event = name(said.event, said.tells_event_date);
                format!("{event} {:?} {}", said.order.is, name(said.other, said.tells_other_date))
            })
            .collect();
        said.join(", ")
    };
    ordered.contradictions().iter().map(tell).collect()
}

#[test]
fn the_order_says_when_as_the_table_does() {
    // The date of raid, the date and order of x, what follows for x.
    for (raid, date, orders, expected) in [
        ("2021-03-09", "", &["after raid"][..], "2021-03-09 never"),
        ("2021-03-09", "", &["before raid"], "ever 2021-03-09<"),
        ("2021-03-09", "", &["after raid 10"], "2021-03-09 2021-03-19<"),
        ("2021-03-09T05:00", "", &["after raid 10"], "2021-03-09T05:00 2021-03-19<"),
        ("2021-03-09", "", &["before raid 10"], "2021-02-27 2021-03-09<"),
        ("2021-03-09", "", &["within raid 10"], "2021-02-27 2021-03-19<"),
        ("2021-03-09", "", &["within raid 0"], "2021-03-09 2021-03-09<"),
        // Across the night that is an hour short, and the one that is an hour long.
        ("2021-03-27T23:30", "", &["after raid 1"], "2021-03-27T23:30 2021-03-28<"),
        ("2021-10-30T00:30", "", &["after raid 1"], "2021-10-30T00:30 2021-10-31<"),
        ("2021-03-09", "2021-03", &["after raid"], "2021-03-09 2021-03-31<"),
        ("2021-03-09", "2021-03", &["after raid", "within raid 3"], "2021-03-09 2021-03-12<"),
        ("2021-03-09", "2021-03-12", &["after raid"], "as written"),
        // An extent: after its end, before its start; near it from either end.
        ("2021-03-01/2021-03-09", "", &["after raid"], "2021-03-09 never"),
        ("2021-03-01/2021-03-09", "", &["before raid"], "ever 2021-03-01<"),
        ("2021-03-01/2021-03-09", "", &["within raid 2"], "2021-02-27 2021-03-11<"),
        ("2021-03-09", "2021-03/2021-04", &["after raid"], "2021-03-09 2021-03-31< / 2021-04-01 2021-04-30<"),
        ("2021-03-09", "2021-03/", &["after raid", "before raid 90"], "as written"),
        ("2021-03-09", "2020/", &["before raid"], "2020-01-01 2020-12-31< / 2020-01-01 2021-03-09<"),
        ("2021-03-09", "/2021-05", &["after raid"], "2021-03-09 2021-05-31< / 2021-05-01 2021-05-31<"),
        // Approximate: with all that it may be.
        ("2021-03-09~", "", &["after raid"], "2021-03-02 never"),
        ("2021-03-09", "2021-03-05~", &["after raid"], "2021-03-09 2021-03-12<"),
        // Questioned: places what has no date, in doubt; narrows nothing; stays questioned.
        ("2021-03-09?", "", &["after raid"], "2021-03-09 never ?"),
        ("2021-03-09%", "", &["after raid"], "2021-03-02 never ?"),
        ("2021-03-09?", "2021-03", &["after raid"], "as written"),
        ("2021-03-09", "2021-03?", &["after raid"], "2021-03-09 2021-03-31< ?"),
        ("2021-12", "2021-07?/", &["before raid"], "2021-07-01 2021-07-31< / 2021-07-01 2021-12-31< ?"),
        ("2018?/2021-03-09", "", &["after raid"], "2021-03-09 never"),
        ("2018?/2021-03-09", "", &["before raid"], "ever 2018-12-31< ?"),
        // Sets.
        ("2021-03-09", "[2021-02,2021-05]", &["after raid"], "2021-05-01 2021-05-31<"),
        ("2021-03-09", "{2021-02,2021-05}", &["before raid"], "as written"),
        ("{2021-02-01,2021-05-09}", "", &["after raid"], "2021-05-09 never"),
        // What is impossible says nothing.
        ("2021-03-09/2021-03-08", "", &["after raid"], "as written"),
        ("", "", &["after raid"], "as written"),
        ("", "2021-03", &["after raid"], "as written"),
    ] {
        let events = [event("raid", raid, &[]), event("x", date, orders)];
        assert_eq!(found(&events, "x"), expected, "raid {raid}, x {date} {orders:?}");
    }
}

#[test]
fn one_exact_date_narrows_three_others() {
    let events = |raid: &str| {
        [
            event("raid", raid, &[]),
            event("arrest", "2021", &["after raid"]),
            event("hearing", "", &["after arrest", "before report"]),
            event("report", "2021", &["within raid 14"]),
        ]
    };
    let all = |raid: &str| ["arrest", "hearing", "report"].map(|id| found(&events(raid), id));
    assert_eq!(all("2021"), ["as written", "2021-01-01 2021-12-31<", "as written"]);
    assert_eq!(all("2021-03-09"), ["2021-03-09 2021-03-23<", "2021-03-09 2021-03-23<", "2021-03-09 2021-03-23<"]);
}

#[test]
fn a_tightened_date_says_by_which_constraints_and_on_whose_date_it_rests() {
    let events = [
        event("raid", "2021-03-09", &["before arrest"]),
        event("arrest", "", &[]),
        event("hearing", "2021", &["after arrest", "after raid"]),
        event("report", "2021-05?", &["after hearing"]),
    ];
    let ordered = ordered(&events);
    let constraint = |event, position| Constraint { event, position };
    let reason = |bound, constraints: &[Constraint], rests_on| {
        vec![Reason { bound, constraints: constraints.to_vec(), rests_on }]
    };
    // The shorter way is told.
    assert_eq!(ordered.reasons(2), reason(Bound::EarliestStart, &[constraint(2, 1)], 0));
    assert_eq!(ordered.tightened(), [1, 2]);
    let arrest = ordered.reasons(1);
    assert_eq!(arrest[0], reason(Bound::EarliestStart, &[constraint(0, 0)], 0)[0]);
    assert_eq!(arrest[1], reason(Bound::LatestEnd, &[constraint(2, 0), constraint(3, 0)], 3)[0]);
    assert_eq!(ordered.reasons(0), []);
    assert_eq!(ordered.constraints_on(1), [constraint(0, 0), constraint(2, 0)]);
    assert_eq!(ordered.other(constraint(2, 0)), Some(1));
}

#[test]
fn a_contradiction_is_told_with_its_chain_and_leaves_the_dates_as_written() {
    let events = [
        event("raid", "2021-06", &[]),
        event("x", "", &["after raid", "before interview"]),
        event("interview", "2021-03-09", &[]),
        // What does not lie on the chain is used, but not through it.
        event("y", "2021", &["after raid"]),
        event("z", "", &["within x 3"]),
    ];
    assert_eq!(told(&events), ["x After raid*, x Before interview*"]);
    assert_eq!(["raid", "x", "interview", "z"].map(|id| found(&events, id)), ["as written"; 4].map(str::to_owned));
    assert_eq!(found(&events, "y"), "2021-06-01 2021-12-31<");
    let ordered = ordered(&events);
    let is_unused = |position| ordered.contradiction(Constraint { event: 1, position }).is_some();
    assert!(is_unused(0) && is_unused(1));
    assert!(ordered.contradiction(Constraint { event: 4, position: 0 }).is_none());
}

#[test]
fn every_constraint_that_is_not_used_stands_in_a_contradiction() {
    for (events, expected) in [
        (vec![event("a", "2021-01", &["after b"]), event("b", "2021-02", &[])], vec!["a* After b*"]),
        (vec![event("a", "2021-03?", &["after b"]), event("b", "2021-05", &[])], vec!["a* After b*"]),
        (vec![event("a", "2021-01", &["after b"]), event("b", "2018/..", &[])], vec!["a* After b*"]),
        (vec![event("a", "", &["after b"]), event("b", "2018/..", &[])], vec!["a* After b*"]),
        (vec![event("a", "2021-01", &["within b 30"]), event("b", "2021-04", &[])], vec!["a* Within b*"]),
        (vec![event("a", "2021-01", &["before b 3"]), event("b", "2021-04", &[])], vec!["a* Before b*"]),
        (
            vec![event("a", "2021", &["before c"]), event("b", "2022", &["before c"]), event("c", "2020", &[])],
            vec!["a* Before c*", "b* Before c*"],
        ),
        (
            vec![
                event("a", "2021-03-01", &[]),
                event("b", "[2021-01,2021-06]", &["after a", "before c"]),
                event("c", "2021-04", &[]),
            ],
            vec!["b* After a*, b Before c*"],
        ),
        (vec![event("a", "", &["after b"]), event("b", "", &["after a"])], vec!["b After a, a After b"]),
        (vec![event("a", "2021", &["after a"])], vec!["a After a"]),
        (
            vec![
                event("a", "", &["before b"]),
                event("b", "", &["before c"]),
                event("c", "", &["before a", "before b"]),
            ],
            vec!["a Before b, b Before c, c Before a", "c Before b, b Before c"],
        ),
    ] {
        let found = told(&events);
        // A circle may be told from any of its constraints on.
        let unordered = |texts: &[String]| -> Vec<Vec<String>> {
            let parts = |text: &String| {
                let mut parts: Vec<String> = text.split(", ").map(str::to_owned).collect();
                parts.sort();
                parts
            };
            texts.iter().map(parts).collect()
        };
        let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        assert_eq!(unordered(&found), unordered(&expected));
        let ordered = ordered(&events);
        for (at, event) in events.iter().enumerate() {
            assert!(ordered.when(at).is_none(), "{} is as written", event.id);
            for position in 0..event.order.len() {
                let constraint = Constraint { event: at, position };
                let stands = ordered.contradiction(constraint).is_some();
                assert!(stands, "{constraint:?}");
            }
        }
    }
}

#[test]
fn without_an_order_nothing_is_kept() {
    let events = [event("a", "2021", &[]), event("b", "", &[])];
    assert!(Ordered::new(&events, &amsterdam(), |_| None).is_none());
    // Nor does an order among things that are no events of the case say anything.
    let events = [event("a", "2021", &["after nobody"])];
    assert!(Ordered::new(&events, &amsterdam(), |_| None).is_none());
}

#[test]
fn a_large_group_of_circles_is_told_by_a_few() {
    let names: Vec<String> = (0..40).map(|at| format!("e{at}")).collect();
    let events: Vec<Event> = (names.iter().enumerate())
        .map(|(at, name)| {
            let others: Vec<String> = names
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, it)| format!("after {it}"))
                .collect();
            event(name, "", &others.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect();
    let ordered = ordered(&events);
    assert_eq!(ordered.contradictions().len(), 20);
    assert!((0..39).all(|position| ordered.contradiction(Constraint { event: 0, position }).is_some()));
}
