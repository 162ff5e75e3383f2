//! How bounds spread along the edges.
//!
//! The events are a simple temporal network (Dechter, Meiri & Pearl, "Temporal constraint networks", Artificial
//! Intelligence 49, 1991), whose tightest bounds are shortest paths from the origin of time. No edge here pushes a
//! bound beyond where it came from (`after` hands it on, `days` gives leeway), so Dijkstra's algorithm (1959) finds
//! them, one pass for lower and one for upper bounds, and each point is settled once. That holds for steps that depend
//! on where they start, as calendar days do, as long as they keep the order of times (Knuth, "A generalization of
//! Dijkstra's algorithm", Information Processing Letters 6, 1977).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::limits::{Limits, NO_LOWER, NO_UPPER};
use super::network::{Edge, Network};
use crate::model::time::{CalendarDays, Stamp};

/// The point's own date: no edge.
pub const WRITTEN: u32 = u32::MAX;

/// How far so many days reach; the tests count in shorter ones.
pub trait Days {
    /// The last time that is at most so many days after `from`.
    fn latest(&self, from: i64, days: u32) -> i64;
    /// The first time from which [`latest`](Self::latest) reaches `until`.
    fn earliest(&self, until: i64, days: u32) -> i64;
}

impl Days for CalendarDays<'_> {
    fn latest(&self, from: i64, days: u32) -> i64 {
        CalendarDays::latest(self, Stamp(from), days).0
    }

    fn earliest(&self, until: i64, days: u32) -> i64 {
        CalendarDays::earliest(self, Stamp(until), days).0
    }
}

/// Which bounds are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Lower,
    Upper,
}

impl Side {
    /// Tighter bounds rank higher.
    fn rank(self, value: i64) -> i64 {
        match self {
            Self::Lower => value,
            Self::Upper => !value,
        }
    }

    /// What `value` at one end of an edge says of the other.
    pub fn step(self, edge: &Edge, value: i64, days: &impl Days) -> i64 {
        match (self, edge.days) {
            _ if value <= NO_LOWER || value >= NO_UPPER => value,
            (_, None) => value,
            (Self::Lower, Some(count)) => days.earliest(value, count),
            (Self::Upper, Some(count)) => days.latest(value, count),
        }
    }
}

/// The tightest bound of each point on one side, and the edge by which it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounded {
    pub value: Vec<i64>,
    pub by: Vec<u32>,
}

/// Both sides.
#[derive(Clone, Debug, Default)]
pub struct Tightest {
    pub lower: Bounded,
    pub upper: Bounded,
}

impl Tightest {
    /// Spreads `limits` along the edges of the constraints that are `used`.
    pub fn new(network: &Network, limits: &[Limits], used: &[bool], days: &impl Days) -> Self {
        Self {
            lower: spread(network, limits, used, days, Side::Lower),
            upper: spread(network, limits, used, days, Side::Upper),
        }
    }

    /// One side.
    pub fn of(&self, side: Side) -> &Bounded {
        match side {
            Side::Lower => &self.lower,
            Side::Upper => &self.upper,
        }
    }
}

/// Whether the constraint of an edge is used; an event's own edge always is.
pub fn is_used(edge: &Edge, used: &[bool]) -> bool {
    used.get(edge.constraint as usize).copied().unwrap_or(true)
}

fn spread(network: &Network, limits: &[Limits], used: &[bool], days: &impl Days, side: Side) -> Bounded {
    let mut value: Vec<i64> = limits
        .iter()
        .map(|limits| match side {
            Side::Lower => limits.lower,
            Side::Upper => limits.upper,
        })
        .collect();
    let mut by = vec![WRITTEN; value.len()];
    let mut hops = vec![0_u32; value.len()];
    let mut settled = vec![false; value.len()];
    let nothing = side.rank(if side == Side::Lower { NO_LOWER } else { NO_UPPER });
    // The tightest first; where two are alike, the one that came the shorter way, then the point that stands first, so
    // that the way does not hang on the order of the constraints.
    let mut open: BinaryHeap<(i64, Reverse<u32>, Reverse<u32>)> = BinaryHeap::with_capacity(value.len());
    let bounded = (0..value.len() as u32).filter(|point| side.rank(value[*point as usize]) > nothing);
    open.extend(bounded.map(|point| (side.rank(value[point as usize]), Reverse(0), Reverse(point))));
    let rows = if side == Side::Lower { &network.leaving } else { &network.arriving };
    while let Some((_, Reverse(way), Reverse(point))) = open.pop() {
        if std::mem::replace(&mut settled[point as usize], true) {
            continue;
        }
        for at in rows.of(point) {
            let edge = &network.edges[*at as usize];
            let target = if side == Side::Lower { edge.to } else { edge.from } as usize;
            if settled[target] || !is_used(edge, used) {
                continue;
            }
            let found = side.step(edge, value[point as usize], days);
            let (new, old) = (side.rank(found), side.rank(value[target]));
            let is_shorter = new == old && by[target] != WRITTEN && way + 1 < hops[target];
            if new > old || is_shorter {
                (value[target], by[target], hops[target]) = (found, *at, way + 1);
                open.push((new, Reverse(way + 1), Reverse(target as u32)));
            }
        }
    }
    Bounded { value, by }
}

impl Bounded {
    /// The edges by which the bound of a point came, the last one first, and the point whose date it is.
    pub fn way(&self, network: &Network, mut point: u32, side: Side) -> (Vec<u32>, u32) {
        let mut way = Vec::new();
        while let Some(edge) = network.edges.get(self.by[point as usize] as usize) {
            way.push(self.by[point as usize]);
            point = if side == Side::Lower { edge.from } else { edge.to };
        }
        (way, point)
    }
}
