//! What holds for every order: beside brute force on small numbers, and over random dates.

use proptest::prelude::*;

use super::clash::settle;
use super::limits::Limits;
use super::network::Network;
use super::spread::{Days, Tightest};
use super::tests::{event, ordered, when};
use crate::model::event::Event;
use crate::model::time::{Answer, Span, When};

/// Days of three units, so that few numbers cover several of them.
struct Short;

impl Days for Short {
    fn latest(&self, from: i64, days: u32) -> i64 {
        (from.div_euclid(3) + i64::from(days)) * 3 + 2
    }

    fn earliest(&self, until: i64, days: u32) -> i64 {
        (until.div_euclid(3) - i64::from(days)) * 3
    }
}

const MOST: i64 = 12;

/// Orders among four events, of which the last two last.
fn orders() -> impl Strategy<Value = Vec<(usize, usize, u8, Option<u32>)>> {
    prop::collection::vec((0..4_usize, 0..4_usize, 0..3_u8, prop::option::of(0..3_u32)), 1..6)
}

fn limits() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((0..=MOST, 0..=MOST), 6)
        .prop_map(|pairs| pairs.into_iter().map(|(one, other)| (one.min(other), one.max(other))).collect())
}

fn events(orders: &[(usize, usize, u8, Option<u32>)]) -> Vec<Event> {
    (0..4)
        .map(|at| {
            let own: Vec<String> = (orders.iter())
                .filter(|(owner, other, ..)| *owner == at && owner != other)
                .map(|(_, other, relation, days)| match (relation, days) {
                    (0, None) => format!("after e{other}"),
                    (0, Some(days)) => format!("after e{other} {days}"),
                    (1, None) => format!("before e{other}"),
                    (1, Some(days)) => format!("before e{other} {days}"),
                    (_, days) => format!("within e{other} {}", days.unwrap_or(1)),
                })
                .collect();
            let date = if at < 2 { "2021" } else { "2021/2022" };
            event(&format!("e{at}"), date, &own.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect()
}

fn position(id: &str) -> Option<usize> {
    id.strip_prefix('e')?.parse().ok()
}

/// Whether these times of the points keep to what is said of the events.
fn holds(events: &[Event], network: &Network, at: &[i64]) -> bool {
    use crate::model::event::OrderRelation::{After, Before, Within};
    let ends = |event: usize| {
        let points = network.points[network.at[&(event as u32)] as usize];
        (at[points.start as usize], at[points.end as usize])
    };
    network.points.iter().all(|points| at[points.start as usize] <= at[points.end as usize])
        && network.constraints.iter().all(|constraint| {
            let order = &events[constraint.event].order[constraint.position];
            let (own, other) = (ends(constraint.event), ends(position(order.event.as_str()).unwrap()));
            let near = |earlier: i64, later: i64, days: u32| later.div_euclid(3) - earlier.div_euclid(3) <= days.into();
            match (order.is, order.days) {
                (After, None) => other.1 <= own.0,
                (After, Some(days)) => other.1 <= own.0 && near(other.1, own.0, days),
                (Before, None) => own.1 <= other.0,
                (Before, Some(days)) => own.1 <= other.0 && near(own.1, other.0, days),
                (Within, days) => near(other.1, own.0, days.unwrap()) && near(own.1, other.0, days.unwrap()),
            }
        })
}

/// The least and greatest time of each point over all solutions; `None` without a solution.
fn by_force(events: &[Event], network: &Network, limits: &[Limits]) -> Option<Vec<(i64, i64)>> {
    let mut found: Option<Vec<(i64, i64)>> = None;
    let mut at: Vec<i64> = limits.iter().map(|limits| limits.lower).collect();
    loop {
        if holds(events, network, &at) {
            let found = found.get_or_insert_with(|| at.iter().map(|time| (*time, *time)).collect());
            for (bounds, time) in found.iter_mut().zip(&at) {
                *bounds = (bounds.0.min(*time), bounds.1.max(*time));
            }
        }
        let Some(next) = (0..at.len()).find(|point| at[*point] < limits[*point].upper) else { return found };
        at[next] += 1;
        for (time, limits) in at.iter_mut().zip(limits).take(next) {
            *time = limits.lower;
        }
    }
}

/// A date in or near 2021, or none.
fn date() -> impl Strategy<Value = String> {
    let mark = prop_oneof![4 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")];
    (1..=12_u32, 1..=28_u32, mark, 0..9_u8, 0..60_u32).prop_map(|(month, day, mark, form, more)| match form {
        0 | 1 => String::new(),
        2 => format!("2021-{month:02}-{day:02}{mark}"),
        3 => format!("2021-{month:02}{mark}"),
        4 => format!("2021-{month:02}-{day:02}{mark}/202{}-{month:02}", 1 + more % 3),
        5 => format!("/2021-{month:02}-{day:02}"),
        6 => format!("2021-{month:02}{mark}/"),
        7 => format!("[2021-{month:02}{mark},2021-12]"),
        _ => format!("2021-{month:02}-{day:02}T12:{more:02}"),
    })
}

/// The date as if what is questioned in it had not been written.
fn unquestioned(date: &str) -> String {
    let sure = |text: &str| if text.contains(['?', '%']) { String::new() } else { text.to_owned() };
    match date.split_once('/') {
        Some((start, end)) => {
            Some(format!("{}/{}", sure(start), sure(end))).filter(|text| text != "/").unwrap_or_default()
        }
        None => sure(date),
    }
}

type Statement = (usize, usize, u8, u32);

fn dated() -> impl Strategy<Value = (Vec<String>, Vec<Statement>)> {
    let statements = prop::collection::vec((0..6_usize, 0..6_usize, 0..4_u8, 0..40_u32), 1..10);
    (prop::collection::vec(date(), 6), statements)
}

fn case(dates: &[String], statements: &[Statement]) -> Vec<Event> {
    let of = |at: usize| {
        let own: Vec<String> = (statements.iter().filter(|statement| statement.0 == at))
            .map(|(_, other, relation, days)| match relation {
                0 => format!("after e{other}"),
                1 => format!("before e{other}"),
                2 => format!("after e{other} {days}"),
                _ => format!("within e{other} {days}"),
            })
            .collect();
        event(&format!("e{at}"), &dates[at], &own.iter().map(String::as_str).collect::<Vec<_>>())
    };
    (0..dates.len()).map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_global_rejects: 20_000, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn bounds_are_those_of_brute_force(orders in orders(), written in limits()) {
        let events = events(&orders);
        let network = Network::new(&events, position);
        // Short stretches keep the search short.
        let limits: Vec<Limits> = written.iter().take(network.event_of.len())
            .map(|(lower, upper)| Limits { lower: *lower, upper: (*upper).min(lower + 5) }).collect();
        let tightest = Tightest::new(&network, &limits, &[], &Short);
        let found: Vec<(i64, i64)> =
            tightest.lower.value.iter().copied().zip(tightest.upper.value.iter().copied()).collect();
        match by_force(&events, &network, &limits) {
            Some(expected) => prop_assert_eq!(found, expected),
            None => prop_assert!(found.iter().any(|(lower, upper)| lower > upper), "{found:?}"),
        }
    }

    #[test]
    fn what_is_left_has_a_solution_and_what_is_set_aside_clashes(orders in orders(), written in limits()) {
        let events = events(&orders);
        let mut network = Network::new(&events, position);
        network.written = written.iter().take(network.event_of.len())
            .map(|(lower, upper)| Limits { lower: *lower, upper: *upper }).collect();
        for points in network.points.clone() {
            let (start, end) = (points.start as usize, points.end as usize);
            let latest = network.written[end].upper.max(network.written[start].lower);
            network.written[end].upper = latest;
        }
        let mut used = vec![true; network.constraints.len()];
        let (tightest, clashes) = settle(&network, &mut used, &Short);
        for (lower, upper) in tightest.lower.value.iter().zip(&tightest.upper.value) {
            prop_assert!(lower <= upper);
        }
        for (constraint, used) in used.iter().enumerate() {
            let is_told = clashes.iter().any(|clash| clash.constraints.contains(&(constraint as u32)));
            prop_assert_eq!(is_told, !used);
        }
        for clash in &clashes {
            let alone: Vec<bool> = (0..network.constraints.len() as u32).map(|at| clash.constraints.contains(&at)).collect();
            let alone = Tightest::new(&network, &network.written, &alone, &Short);
            let clashes = alone.lower.value.iter().zip(&alone.upper.value).any(|(lower, upper)| lower > upper);
            prop_assert!(clashes, "the chain alone is contradictory: {clash:?}");
        }
    }

    #[test]
    fn tightened_dates_lie_within_the_written_ones_and_keep_their_order((dates, statements) in dated()) {
        let events = case(&dates, &statements);
        let ordered = ordered(&events);
        for (at, event) in events.iter().enumerate() {
            let Some(when) = ordered.when(at) else { continue };
            let bounds = when.bounds();
            prop_assert!(bounds.earliest_start <= bounds.latest_start && bounds.earliest_end <= bounds.latest_end);
            prop_assert!(!when.is_impossible() && when.outer().covers(when.written()));
            prop_assert!(!ordered.reasons(at).is_empty());
            if let Some(written) = &event.when {
                prop_assert!(written.outer().covers(when.outer()));
                prop_assert!(written.bounds().latest_start >= bounds.latest_start);
                prop_assert!(written.bounds().earliest_end <= bounds.earliest_end);
                prop_assert_eq!(written.text(), when.text());
            }
        }
    }

    #[test]
    fn the_order_in_the_file_changes_nothing((dates, statements) in dated()) {
        let events = case(&dates, &statements);
        let reversed: Vec<Statement> = statements.iter().rev().copied().collect();
        let other = case(&dates, &reversed);
        let (one, two) = (ordered(&events), ordered(&other));
        for at in 0..events.len() {
            prop_assert_eq!(one.when(at), two.when(at));
        }
    }

    #[test]
    fn what_is_questioned_is_never_certain_and_makes_nothing_certain((dates, statements) in dated(), from in 0..400_i64, days in 1..400_i64) {
        let start = when("2020-12-15").outer().start();
        let window = Span::new(start.plus(from * 86_400_000), start.plus((from + days) * 86_400_000));
        let events = case(&dates, &statements);
        let without: Vec<String> = dates.iter().map(|date| unquestioned(date)).collect();
        let bare = case(&without, &statements);
        let (all, sure) = (ordered(&events), ordered(&bare));
        // Where dates clash, other constraints are set aside.
        prop_assume!(all.contradictions().is_empty());
        for at in 0..events.len() {
            let of = |when: Option<&When>| when.map_or(Answer::Undated, |when| when.answer(window));
            let written = events[at].when.as_ref();
            let answer = of(all.when(at).or(written));
            if answer == Answer::Certain {
                let alone = of(sure.when(at).or(bare[at].when.as_ref()));
                prop_assert!(alone == Answer::Certain || of(written) == Answer::Certain, "{:?}", events[at]);
            }
        }
    }
}

#[test]
fn days_in_these_tests_are_as_real_ones() {
    for (from, until) in (-5..5).flat_map(|from| (-5..9).map(move |until| (from, until))) {
        assert_eq!(until <= Short.latest(from, 1), Short.earliest(until, 1) <= from);
    }
}
