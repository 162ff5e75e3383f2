//! How near each node is to be to each of its neighbours, and how much that counts: the more neighbours two share, the
//! nearer, so that those who belong together lie together.

use super::PIECE;
use crate::base::parallel::in_pieces;
use crate::base::rows::Rows;
use crate::layout::network::{Part, Watch};

/// Length of a tie between two that share all they could, as a share of one step.
const NEAREST: f32 = 0.02;
/// A tenth of all that could be shared is as good as all.
const ENOUGH: f32 = 10.0;
/// How much more a tie counts between two that share all they could.
const SHARED: f32 = 30.0;
/// Of nodes with more ties than this, what is shared is not counted: it would take as long as all else together.
const MOST_COUNTED: usize = 4_000;
/// All ties together count so many times as much as all pivots.
const SHARE_OF_TIES: f32 = 6.0;

/// Lengths and weights of ties, beside the neighbours of [`Rows`], node after node.
pub struct Closeness {
    starts: Vec<u32>,
    /// Length in steps, weight.
    ties: Vec<[f32; 2]>,
    /// All ties count together so many times as much as all pivots; none: each counts as one.
    pub share: Option<f32>,
}

impl Closeness {
    /// All ties alike: one step long.
    pub fn even(rows: &Rows) -> Self {
        let starts = starts(rows);
        let ties = vec![[1.0, 1.0]; starts[rows.len()] as usize];
        Self { starts, ties, share: None }
    }

    /// By what neighbours share, and by the lengths that the part asks for. None if it was cancelled.
    pub fn new(rows: &Rows, part: &Part, watch: &Watch<'_>) -> Option<Self> {
        let starts = starts(rows);
        let shared = shared(rows, watch);
        if watch.is_cancelled() {
            return None;
        }
        let mut ties = vec![[1.0, 1.0]; starts[rows.len()] as usize];
        for node in 0..rows.len() as u32 {
            let first = starts[node as usize] as usize;
            for (at, (next, tie)) in rows.of(node).iter().zip(rows.ties_of(node)).enumerate() {
                let least = rows.of(node).len().min(rows.of(*next).len()).max(1) as f32;
                let common = shared[*tie as usize] as f32 / least;
                let length = NEAREST + (1.0 - NEAREST) * (1.0 - (ENOUGH * common).min(1.0));
                let asked = part.shares.get(*tie as usize).map_or(1.0, |share| *share as f32);
                ties[first + at] = [length * asked, (1.0 + SHARED * common) / (asked * asked)];
            }
        }
        Some(Self { starts, ties, share: Some(SHARE_OF_TIES) })
    }

    /// Length and weight of each tie of a node, beside its neighbours.
    pub fn of(&self, node: usize) -> &[[f32; 2]] {
        &self.ties[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// All weights together.
    pub fn total(&self) -> f64 {
        self.ties.iter().map(|tie| f64::from(tie[1])).sum()
    }
}

fn starts(rows: &Rows) -> Vec<u32> {
    let mut starts = vec![0];
    for node in 0..rows.len() as u32 {
        starts.push(starts[node as usize] + rows.of(node).len() as u32);
    }
    starts
}

/// How many neighbours the two ends of each tie share.
fn shared(rows: &Rows, watch: &Watch<'_>) -> Vec<u32> {
    let mut counts: Vec<Vec<(u32, u32)>> = vec![Vec::new(); rows.len()];
    let space = || vec![u32::MAX; rows.len()];
    in_pieces(watch.threads, &mut counts, PIECE, space, |marks, first, some| {
        if watch.is_cancelled() {
            return;
        }
        for (at, counts) in some.iter_mut().enumerate() {
            let node = (first + at) as u32;
            let own = rows.of(node).len();
            own_marks(rows, node, marks);
            for (next, tie) in rows.of(node).iter().zip(rows.ties_of(node)) {
                let others = rows.of(*next).len();
                // Each tie is counted by its end with more neighbours, which looks through those of the other.
                if others > MOST_COUNTED || (others, *next) > (own, node) {
                    continue;
                }
                let common = rows.of(*next).iter().filter(|third| marks[**third as usize] == node).count();
                counts.push((*tie, common as u32));
            }
        }
    });
    let ties = (0..rows.len() as u32).flat_map(|node| rows.ties_of(node)).max().map_or(0, |tie| *tie as usize + 1);
    let mut shared = vec![0; ties];
    for (tie, common) in counts.into_iter().flatten() {
        shared[tie as usize] = common;
    }
    shared
}

fn own_marks(rows: &Rows, node: u32, marks: &mut [u32]) {
    for next in rows.of(node) {
        marks[*next as usize] = node;
    }
}
