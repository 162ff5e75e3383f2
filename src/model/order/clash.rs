//! Contradictions between dates, and which constraints cannot be used because of them.
//!
//! A constraint is set aside where it lies on a way from one date to another that allows no time at all. All ways are
//! looked at, not only the first that is found, so that the outcome does not hang on the order of the file; without
//! the constraints set aside the network has a solution.

use std::collections::{BTreeMap, HashSet};

use super::network::{Network, OWN};
use super::spread::{Days, Side, Tightest, is_used};

/// After so many rounds every constraint that still clashes is set aside, also one that goes back where it came from.
const ROUNDS: usize = 16;

/// Dates that cannot be as the order says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The chain, from the date that is too late to the one that is too early.
    pub constraints: Vec<u32>,
    /// The events whose dates clash, as positions in the network; first and last may be one.
    pub dated: Vec<u32>,
}

/// Sets aside in `used` what clashes, and gives the tightest bounds of what is left. Every constraint that is set
/// aside stands in one of the chains.
pub fn settle(network: &Network, used: &mut [bool], days: &impl Days) -> (Tightest, Vec<Clash>) {
    let mut told = Vec::new();
    let mut round = 0;
    loop {
        let tightest = Tightest::new(network, &network.written, used, days);
        let search = Search { network, tightest: &tightest };
        let mut contrary = search.contrary(used, days);
        if round < ROUNDS {
            contrary = search.without_detours(contrary);
        }
        let clashes = if contrary.is_empty() { search.between_choices() } else { search.clashes(&contrary, used) };
        if clashes.is_empty() {
            return (tightest, told);
        }
        for constraint in clashes.iter().flat_map(|clash| &clash.constraints) {
            used[*constraint as usize] = false;
        }
        told.extend(clashes);
        round += 1;
    }
}

struct Search<'n> {
    network: &'n Network,
    tightest: &'n Tightest,
}

impl Search<'_> {
    /// The edges that lie on a way from a lower bound to an upper bound below it, in the order of the file. The best
    /// that reaches one end of an edge and the best that reaches the other tell of all ways at once.
    fn contrary(&self, used: &[bool], days: &impl Days) -> Vec<u32> {
        let Tightest { lower, upper } = self.tightest;
        let mut contrary: Vec<u32> = (0..self.network.edges.len() as u32)
            .filter(|at| {
                let edge = &self.network.edges[*at as usize];
                edge.constraint != OWN
                    && is_used(edge, used)
                    && Side::Lower.step(edge, lower.value[edge.from as usize], days) > upper.value[edge.to as usize]
            })
            .collect();
        contrary.sort_by_key(|at| self.network.edges[*at as usize].constraint);
        contrary
    }

    /// Without the edges whose way passes a point twice: the clash is there without them.
    fn without_detours(&self, edges: Vec<u32>) -> Vec<u32> {
        let mut passed = vec![0_u32; self.network.event_of.len()];
        let mut is_direct = |turn: u32, at: u32| {
            let edge = &self.network.edges[at as usize];
            let mut point = edge.from;
            loop {
                passed[point as usize] = turn;
                let Some(edge) = self.network.edges.get(self.tightest.lower.by[point as usize] as usize) else { break };
                point = edge.from;
            }
            point = edge.to;
            loop {
                if passed[point as usize] == turn {
                    return false;
                }
                let Some(edge) = self.network.edges.get(self.tightest.upper.by[point as usize] as usize) else { break };
                point = edge.to;
            }
            true
        };
        let direct: Vec<u32> =
            (1..).zip(&edges).filter(|(turn, at)| is_direct(*turn, **at)).map(|(_, at)| *at).collect();
        if direct.is_empty() { edges } else { direct }
    }

    /// Sets aside all constraints on the ways of these edges, and gives clashes in which each of them stands.
    fn clashes(&self, contrary: &[u32], used: &mut [bool]) -> Vec<Clash> {
        // By constraint, an edge on whose way it stands. Ways join, so each point is passed once on either side.
        let mut blamed: BTreeMap<u32, u32> = BTreeMap::new();
        let mut passed = [vec![false; self.network.event_of.len()], vec![false; self.network.event_of.len()]];
        for at in contrary {
            let mut blame = |edge: u32| {
                let constraint = self.network.edges[edge as usize].constraint;
                if constraint != OWN {
                    used[constraint as usize] = false;
                    blamed.entry(constraint).or_insert(*at);
                }
            };
            blame(*at);
            let edge = &self.network.edges[*at as usize];
            for (side, mut point) in [(Side::Lower, edge.from), (Side::Upper, edge.to)] {
                let by = &self.tightest.of(side).by;
                while !std::mem::replace(&mut passed[side as usize][point as usize], true) {
                    let Some(edge) = self.network.edges.get(by[point as usize] as usize) else { break };
                    blame(by[point as usize]);
                    point = if side == Side::Lower { edge.from } else { edge.to };
                }
            }
        }
        let mut told = HashSet::new();
        let mut clashes = Vec::new();
        for (constraint, edge) in blamed {
            if !told.contains(&constraint) {
                let clash = self.clash(edge);
                told.extend(clash.constraints.iter().copied());
                clashes.push(clash);
            }
        }
        clashes
    }

    /// The clash on whose way an edge lies.
    fn clash(&self, edge: u32) -> Clash {
        let (from, to) = (self.network.edges[edge as usize].from, self.network.edges[edge as usize].to);
        let (mut way, first) = self.tightest.lower.way(self.network, from, Side::Lower);
        way.reverse();
        way.push(edge);
        let (rest, last) = self.tightest.upper.way(self.network, to, Side::Upper);
        way.extend(rest);
        self.told(&way, &[first, last])
    }

    /// Events of which one of several dates holds, while the order leaves only a time between them.
    fn between_choices(&self) -> Vec<Clash> {
        let Tightest { lower, upper } = self.tightest;
        (self.network.choices.iter())
            .filter(|(point, dates)| {
                let (lower, upper) = (lower.value[*point as usize], upper.value[*point as usize]);
                !dates.iter().any(|date| date.start().0 <= upper && lower <= date.end().0)
            })
            .map(|(point, _)| {
                let (mut way, first) = lower.way(self.network, *point, Side::Lower);
                way.reverse();
                let (rest, last) = upper.way(self.network, *point, Side::Upper);
                way.extend(rest);
                self.told(&way, &[first, *point, last])
            })
            .collect()
    }

    fn told(&self, way: &[u32], dated: &[u32]) -> Clash {
        let mut seen = HashSet::with_capacity(way.len());
        let constraints = way.iter().map(|at| self.network.edges[*at as usize].constraint);
        let constraints = constraints.filter(|constraint| *constraint != OWN && seen.insert(*constraint)).collect();
        let mut events: Vec<u32> = dated.iter().map(|point| self.network.event_of[*point as usize]).collect();
        events.dedup();
        Clash { constraints, dated: events }
    }
}
