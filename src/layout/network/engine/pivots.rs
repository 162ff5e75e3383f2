//! Pivots: nodes to which all others know their distance. Each stands for the nodes around it.

use super::PIECE;
use crate::base::parallel::in_pieces;
use crate::base::rows::Rows;
use crate::layout::network::Watch;
use crate::layout::network::random::Random;

/// Distances and weights of every node to every pivot.
pub struct Pivots {
    /// The nodes.
    pub nodes: Vec<u32>,
    /// Steps from each node to each pivot: one row a node.
    pub distances: Vec<f32>,
    /// How much each distance counts: the nodes for which the pivot stands there, by the square of the distance. 0 for
    /// a pivot itself.
    pub weights: Vec<f32>,
}

impl Pivots {
    /// Chooses `count` pivots at random, the node with most ties among them, and walks from each. None if it was
    /// cancelled.
    pub fn new(rows: &Rows, count: usize, seed: u64, watch: &Watch<'_>) -> Option<Self> {
        let nodes = choose(rows, count, seed);
        let walks = walk(rows, &nodes, watch);
        if watch.is_cancelled() {
            return None;
        }
        let tables = tables(&walks, rows.len());
        let width = nodes.len();
        let mut both = vec![[0.0_f32; 2]; rows.len() * width];
        in_pieces(
            watch.threads,
            &mut both,
            PIECE * width,
            || (),
            |(), first, some| {
                for (at, entry) in some.iter_mut().enumerate() {
                    let (node, pivot) = ((first + at) / width, (first + at) % width);
                    let steps = walks[pivot][node];
                    *entry = [steps as f32, tables[pivot].weight(steps)];
                }
            },
        );
        drop(walks);
        let distances = both.iter().map(|entry| entry[0]).collect();
        let weights = both.iter().map(|entry| entry[1]).collect();
        (!watch.is_cancelled()).then_some(Self { nodes, distances, weights })
    }
}

fn choose(rows: &Rows, count: usize, seed: u64) -> Vec<u32> {
    let nodes = rows.len() as u32;
    let largest = (0..nodes).max_by_key(|node| (rows.of(*node).len(), std::cmp::Reverse(*node))).unwrap_or_default();
    let mut random = Random::new(seed);
    let mut others: Vec<u32> = (0..nodes).filter(|node| *node != largest).collect();
    random.shuffle(&mut others);
    std::iter::once(largest).chain(others).take(count).collect()
}

/// Steps from each pivot to every node.
fn walk(rows: &Rows, nodes: &[u32], watch: &Watch<'_>) -> Vec<Vec<u32>> {
    let mut walks: Vec<Vec<u32>> = vec![Vec::new(); nodes.len()];
    in_pieces(watch.threads, &mut walks, 1, Vec::new, |queue, first, some| {
        if watch.is_cancelled() {
            return;
        }
        for (walk, node) in some.iter_mut().zip(&nodes[first..]) {
            *walk = steps(rows, *node, queue);
        }
        watch.progress.add(some.len() as u64);
    });
    walks
}

fn steps(rows: &Rows, from: u32, queue: &mut Vec<u32>) -> Vec<u32> {
    let mut steps = vec![u32::MAX; rows.len()];
    steps[from as usize] = 0;
    queue.clear();
    queue.push(from);
    let mut head = 0;
    while let Some(node) = queue.get(head).copied() {
        head += 1;
        let after = steps[node as usize] + 1;
        for next in rows.of(node) {
            if steps[*next as usize] == u32::MAX {
                steps[*next as usize] = after;
                queue.push(*next);
            }
        }
    }
    steps
}

/// How many of its nodes a pivot stands for within each distance.
struct Table(Vec<u32>);

impl Table {
    /// The weight of a distance of so many steps: the nodes that lie nearer to the pivot than halfway, by its square.
    fn weight(&self, steps: u32) -> f32 {
        if steps == 0 {
            return 0.0;
        }
        let near = (steps as usize / 2).min(self.0.len().saturating_sub(1));
        let nodes = self.0.get(near).copied().unwrap_or_default() as f32;
        nodes / (steps as f32 * steps as f32)
    }
}

/// Each node belongs to its nearest pivot, the first where several are equally near.
fn tables(walks: &[Vec<u32>], nodes: usize) -> Vec<Table> {
    let mut nearest: Vec<(u32, u32)> = vec![(u32::MAX, 0); nodes];
    for (pivot, walk) in walks.iter().enumerate() {
        for (nearest, steps) in nearest.iter_mut().zip(walk) {
            if *steps < nearest.0 {
                *nearest = (*steps, pivot as u32);
            }
        }
    }
    let mut tables: Vec<Table> = walks.iter().map(|_| Table(Vec::new())).collect();
    for (steps, pivot) in nearest.into_iter().filter(|(steps, _)| *steps != u32::MAX) {
        let counts = &mut tables[pivot as usize].0;
        if counts.len() <= steps as usize {
            counts.resize(steps as usize + 1, 0);
        }
        counts[steps as usize] += 1;
    }
    for Table(counts) in &mut tables {
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
    }
    tables
}
