//! The order of events: how long 10,000 constraints take to tighten the dates of 12,000 events, and how long after one
//! change. Nothing is kept from before a change, so the second is the first anew, in a case of which one date is new.
//!
//! `cargo bench --bench order`

#[expect(dead_code, reason = "no made-up case is needed here, only dice and a watch")]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use rodedraad::model::Id;
use rodedraad::model::claim::Nature;
use rodedraad::model::event::{Event, Order, OrderRelation};
use rodedraad::model::order::Ordered;
use rodedraad::model::time::{Calendar, When};
use support::dice::Dice;
use support::{is_measuring, median, milliseconds};

const EVENTS: usize = 12_000;
const CONSTRAINTS: usize = 10_000;

/// In milliseconds, as the issue asks.
const LIMITS: (u32, u32) = (500, 50);

/// How the events are tied.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// As in a case: each to one that took place about the same time.
    Near,
    /// One chain through all, which one date moves as a whole.
    Chain,
    /// A tenth of the constraints contradicts the dates.
    Faulty,
}

fn main() {
    let calendar = Calendar::named("Europe/Amsterdam").expect("the zone is bundled");
    let mut criterion = Criterion::default().without_plots();
    for shape in [Shape::Near, Shape::Chain, Shape::Faulty] {
        let mut events = events(shape, &calendar);
        let rounds = if is_measuring() { 21 } else { 1 };
        let (_, ordered) = tighten(&events, &calendar);
        println!(
            "{shape:?}: {CONSTRAINTS} constraints, {} dates tightened, {} contradictions",
            ordered.tightened().len(),
            ordered.contradictions().len()
        );
        let full: Vec<Duration> = (0..rounds).map(|_| tighten(&events, &calendar).0).collect();
        tell(shape, "full", &full, LIMITS.0);
        let changed: Vec<Duration> = (0..rounds).map(|round| changed(&mut events, round, &calendar)).collect();
        tell(shape, "after one change", &changed, LIMITS.1);
        if is_measuring() {
            let name = format!("order {shape:?}");
            criterion.bench_function(&name, |bencher| bencher.iter(|| tighten(&events, &calendar).1));
        }
    }
}

fn tell(shape: Shape, what: &str, times: &[Duration], limit: u32) {
    let most = times.iter().max().copied().unwrap_or_default();
    println!(
        "order {shape:?}, {what}: {:.1} ms, at most {:.1} (limit {limit})",
        milliseconds(median(times)),
        milliseconds(most)
    );
}

/// What is timed is what a case does when an event has changed.
fn tighten(events: &[Event], calendar: &Calendar) -> (Duration, Ordered) {
    let position = |id: &str| id.strip_prefix("event-").and_then(|number| number.parse().ok());
    let since = Instant::now();
    let ordered = Ordered::new(events, calendar, position).expect("there are constraints");
    (since.elapsed(), black_box(ordered))
}

/// Another date for one event, in the middle of what is tied.
fn changed(events: &mut [Event], round: usize, calendar: &Calendar) -> Duration {
    let at = round * 97 % CONSTRAINTS;
    events[at].when = Some(read(&format!("2021-03-{:02}", 1 + round % 28), calendar));
    tighten(events, calendar).0
}

fn events(shape: Shape, calendar: &Calendar) -> Vec<Event> {
    let mut dice = Dice(7);
    (0..EVENTS)
        .map(|at| {
            let day = at * 1_400 / EVENTS;
            let (year, month) = (2019 + day / 365, 1 + day % 365 / 31);
            let month = format!("{year}-{month:02}");
            let date = match (shape, dice.below(10)) {
                (Shape::Chain, _) => (at % 2_000 == 0).then(|| format!("{year}")),
                (_, 0..4) => None,
                (_, 4..6) => Some(format!("{month}-{:02}", 1 + dice.below(28))),
                (_, 6) => Some(format!("{month}?")),
                (_, 7) => Some(format!("{month}~")),
                (_, 8) => Some(format!("{month}/")),
                _ => Some(format!("{year}")),
            };
            let other = match shape {
                Shape::Chain => at + 1,
                Shape::Faulty if dice.one_in(10) => (at + EVENTS - 4_000) % EVENTS,
                Shape::Near | Shape::Faulty => (at + 400 + dice.below(200)) % EVENTS,
            };
            let is = if dice.one_in(4) { OrderRelation::Within } else { OrderRelation::Before };
            let days = (is == OrderRelation::Within || dice.one_in(4)).then(|| 60 + dice.below(300) as u32);
            let is_tied = at < CONSTRAINTS;
            event(at, date.map(|date| read(&date, calendar)), is_tied.then_some((is, other, days)))
        })
        .collect()
}

fn event(at: usize, when: Option<When>, tie: Option<(OrderRelation, usize, Option<u32>)>) -> Event {
    let order = tie.map(|(is, other, days)| Order {
        is,
        event: Id::from(format!("event-{other}")),
        days,
        note: None,
        cites: Vec::new(),
        extra: Vec::new(),
    });
    Event {
        id: Id::from(format!("event-{at}")),
        title: format!("Event {at}"),
        kind: None,
        when,
        nature: Nature::Fact,
        place: None,
        participants: Vec::new(),
        order: order.into_iter().collect(),
        tags: Vec::new(),
        note: None,
        claims: Vec::new(),
        cites: Vec::new(),
        extra: Vec::new(),
    }
}

fn read(text: &str, calendar: &Calendar) -> When {
    When::parse(text, calendar, None).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}
