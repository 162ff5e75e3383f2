//! Events as points on the axis, and what their order says of them as edges.

use std::collections::{BTreeSet, HashMap};

use super::Constraint;
use super::limits::{Limits, limits};
use crate::model::event::{Event, OrderRelation};
use crate::model::time::{Conjunction, Span, When};

/// No constraint: a start is not after its own end.
pub const OWN: u32 = u32::MAX;

/// `from` is not after `to`; or, with `days`, not after the end of the day so many days after `to`.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub from: u32,
    pub to: u32,
    pub days: Option<u32>,
    /// Position in [`Network::constraints`], or [`OWN`].
    pub constraint: u32,
}

/// The points of an event; of a moment both are the same.
#[derive(Clone, Copy, Debug)]
pub struct Points {
    pub start: u32,
    pub end: u32,
}

/// The events that have an order or are named in one, as points and edges.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// Position in the case of each event.
    pub events: Vec<u32>,
    /// By position in the case, its position here.
    pub at: HashMap<u32, u32>,
    /// Points of each event.
    pub points: Vec<Points>,
    /// The event of each point.
    pub event_of: Vec<u32>,
    /// What each point's date says.
    pub written: Vec<Limits>,
    /// The same without what is questioned.
    pub sure: Vec<Limits>,
    /// Points of which one of several dates holds, with those dates.
    pub choices: Vec<(u32, Box<[Span]>)>,
    pub edges: Vec<Edge>,
    /// In the order of the file.
    pub constraints: Vec<Constraint>,
    /// The other event of each constraint.
    pub others: Vec<u32>,
    pub leaving: Rows,
    pub arriving: Rows,
}

impl Network {
    /// `position` finds an event in the case by its id. A constraint on what is no event says nothing here: the reader
    /// reports it.
    pub fn new(events: &[Event], position: impl Fn(&str) -> Option<usize>) -> Self {
        let mut network = Self::default();
        let mut said = Vec::new();
        for (at, event) in events.iter().enumerate().filter(|(_, event)| !event.order.is_empty()) {
            for (place, order) in event.order.iter().enumerate() {
                if let Some(other) = position(order.event.as_str()).filter(|other| *other < events.len()) {
                    let constraint = network.constraints.len() as u32;
                    network.constraints.push(Constraint { event: at, position: place });
                    said.push((at as u32, other as u32, order.is as u8, order.days, constraint));
                }
            }
        }
        let named: BTreeSet<u32> = said.iter().flat_map(|(own, other, ..)| [*own, *other]).collect();
        for at in named {
            network.add(at, &events[at as usize]);
        }
        network.others = said.iter().map(|(_, other, ..)| network.at[other]).collect();
        // Where two ways are as good, the first edge counts: so edges stand in an order that is not that of the file.
        said.sort_unstable();
        for (own, other, _, days, constraint) in said {
            let place = network.constraints[constraint as usize];
            let is = events[place.event].order[place.position].is;
            network.constrain(network.at[&own], network.at[&other], is, days, constraint);
        }
        let count = network.event_of.len();
        network.leaving = Rows::new(count, network.edges.iter().map(|edge| edge.from));
        network.arriving = Rows::new(count, network.edges.iter().map(|edge| edge.to));
        network
    }

    fn add(&mut self, at: u32, event: &Event) {
        let node = self.events.len() as u32;
        self.events.push(at);
        self.at.insert(at, node);
        // An impossible date says nothing, but its event still has a place in the order.
        let when = event.when.as_ref().filter(|when| !when.is_impossible());
        let [written, sure] = limits(when);
        let start = self.point(node, written[0], sure[0]);
        if let Some((Conjunction::One, members)) = when.and_then(When::members) {
            self.choices.push((start, members.iter().map(|member| member.bounds.outer()).collect()));
        }
        let end = if event.when.as_ref().is_some_and(lasts) { self.point(node, written[1], sure[1]) } else { start };
        self.points.push(Points { start, end });
        if start != end {
            self.edges.push(Edge { from: start, to: end, days: None, constraint: OWN });
        }
    }

    fn point(&mut self, node: u32, written: Limits, sure: Limits) -> u32 {
        self.event_of.push(node);
        self.written.push(written);
        self.sure.push(sure);
        self.event_of.len() as u32 - 1
    }

    fn constrain(&mut self, own: u32, other: u32, is: OrderRelation, days: Option<u32>, constraint: u32) {
        let (own, other) = (self.points[own as usize], self.points[other as usize]);
        let mut edge = |from: u32, to: u32, days: Option<u32>| self.edges.push(Edge { from, to, days, constraint });
        let (first, second) = if is == OrderRelation::Before { (own, other) } else { (other, own) };
        if is == OrderRelation::Within {
            edge(first.start, second.end, days.or(Some(0)));
        } else {
            edge(first.end, second.start, None);
        }
        if is == OrderRelation::Within || days.is_some() {
            edge(second.start, first.end, days.or(Some(0)));
        }
    }
}

/// Whether a date has two ends: an extent, or a set from its first member to its last.
pub fn lasts(when: &When) -> bool {
    when.is_extent() || matches!(when.members(), Some((Conjunction::All, _)))
}

/// The edges at each point, in compressed rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    starts: Vec<u32>,
    edges: Vec<u32>,
}

impl Rows {
    pub fn new(count: usize, points: impl Iterator<Item = u32> + Clone) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for point in points.clone() {
            starts[point as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut edges = vec![0; starts[count] as usize];
        for (edge, point) in points.enumerate() {
            let at = &mut next[point as usize];
            edges[*at as usize] = edge as u32;
            *at += 1;
        }
        Self { starts, edges }
    }

    pub fn of(&self, point: u32) -> &[u32] {
        &self.edges[self.starts[point as usize] as usize..self.starts[point as usize + 1] as usize]
    }
}
