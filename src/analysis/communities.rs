//! Communities: nodes that are tied among themselves more than to others.
//!
//! Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008), with nodes visited in
//! their order, so that the same graph always falls into the same communities.

use crate::base::cancel::Cancel;
use crate::base::rows::Rows;

/// Passes over all nodes at one level at most; the gain of later ones is nothing to see.
const MOST_PASSES: usize = 12;
/// Levels at most.
const MOST_LEVELS: usize = 12;
/// A move must be worth so much, as a share of all ties: it keeps rounding from moving nodes to and fro.
const LEAST_GAIN: f64 = 1e-9;

/// A weighted graph between communities of the level below.
struct Level {
    rows: Rows,
    /// Weight of each entry of the rows, by position of its tie.
    weights: Vec<f64>,
    /// Weight of the ties inside each node, counted twice as both of their ends are.
    inside: Vec<f64>,
}

impl Level {
    fn strength(&self, node: u32) -> f64 {
        let ties = self.rows.ties_of(node).iter().map(|tie| self.weights[*tie as usize]).sum::<f64>();
        ties + self.inside[node as usize]
    }
}

/// The community of each node, numbered in order of their first nodes. Each tie counts alike, parallel ones each for
/// itself. Nothing where it was cancelled.
pub fn communities(nodes: usize, ends: &[(u32, u32)], cancel: &Cancel) -> Option<Vec<u32>> {
    let mut of: Vec<u32> = (0..nodes as u32).collect();
    let mut level = merged(nodes, ends.iter().map(|(from, to)| (*from, *to, 1.0)), vec![0.0; nodes]);
    for _ in 0..MOST_LEVELS {
        let (moved, count) = settle(&level, cancel)?;
        let is_last = count == level.inside.len();
        for node in &mut of {
            *node = moved[*node as usize];
        }
        if is_last {
            break;
        }
        level = raised(&level, &moved, count);
    }
    Some(numbered(&of))
}

/// Moves nodes to the community of a neighbour as long as that gains; the community of each, and how many there are.
fn settle(level: &Level, cancel: &Cancel) -> Option<(Vec<u32>, usize)> {
    let count = level.inside.len();
    let strengths: Vec<f64> = (0..count as u32).map(|node| level.strength(node)).collect();
    let all: f64 = strengths.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let mut of: Vec<u32> = (0..count as u32).collect();
    let mut total = strengths.clone();
    let mut to_community = vec![0.0; count];
    let mut touched: Vec<u32> = Vec::new();
    for _ in 0..MOST_PASSES {
        if cancel.is_cancelled() {
            return None;
        }
        let mut has_moved = false;
        for node in 0..count as u32 {
            let own = of[node as usize];
            for (next, tie) in level.rows.of(node).iter().zip(level.rows.ties_of(node)) {
                let community = of[*next as usize];
                if *next != node {
                    if to_community[community as usize] == 0.0 {
                        touched.push(community);
                    }
                    to_community[community as usize] += level.weights[*tie as usize];
                }
            }
            let strength = strengths[node as usize];
            total[own as usize] -= strength;
            let gain = |community: u32| to_community[community as usize] - total[community as usize] * strength / all;
            let mut best = (gain(own), own);
            for community in &touched {
                let gain = gain(*community);
                if gain > best.0 + LEAST_GAIN * all {
                    best = (gain, *community);
                }
            }
            total[best.1 as usize] += strength;
            has_moved |= best.1 != own;
            of[node as usize] = best.1;
            for community in touched.drain(..) {
                to_community[community as usize] = 0.0;
            }
        }
        if !has_moved {
            break;
        }
    }
    let of = numbered(&of);
    let count = of.iter().max().map_or(0, |most| *most as usize + 1);
    Some((of, count))
}

/// The graph between communities.
fn raised(level: &Level, of: &[u32], count: usize) -> Level {
    let mut inside = vec![0.0; count];
    for (node, own) in level.inside.iter().enumerate() {
        inside[of[node] as usize] += own;
    }
    let mut ties = Vec::new();
    for node in 0..of.len() as u32 {
        for (next, tie) in level.rows.of(node).iter().zip(level.rows.ties_of(node)) {
            let (from, to, weight) = (of[node as usize], of[*next as usize], level.weights[*tie as usize]);
            if from == to {
                // Each tie is met at both of its ends.
                inside[from as usize] += weight;
            } else if from < to {
                ties.push((from, to, weight));
            }
        }
    }
    merged(count, ties.into_iter(), inside)
}

/// One tie for all between two nodes, with their weights added.
fn merged(nodes: usize, ties: impl Iterator<Item = (u32, u32, f64)>, mut inside: Vec<f64>) -> Level {
    let mut all: Vec<(u32, u32, f64)> = ties.map(|(from, to, weight)| (from.min(to), from.max(to), weight)).collect();
    all.sort_unstable_by_key(|(from, to, _)| (*from, *to));
    let mut ends: Vec<(u32, u32)> = Vec::new();
    let mut weights: Vec<f64> = Vec::new();
    for (from, to, weight) in all {
        if from == to {
            inside[from as usize] += 2.0 * weight;
        } else if ends.last() == Some(&(from, to)) {
            if let Some(last) = weights.last_mut() {
                *last += weight;
            }
        } else {
            ends.push((from, to));
            weights.push(weight);
        }
    }
    Level { rows: Rows::new(nodes, &ends), weights, inside }
}

/// The same communities, numbered in order of their first nodes.
fn numbered(of: &[u32]) -> Vec<u32> {
    let mut numbers = vec![u32::MAX; of.len()];
    let mut next = 0;
    of.iter()
        .map(|community| {
            let number = &mut numbers[*community as usize];
            if *number == u32::MAX {
                *number = next;
                next += 1;
            }
            *number
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(nodes: usize, ends: &[(u32, u32)]) -> Vec<u32> {
        communities(nodes, ends, &Cancel::default()).expect("nobody cancels")
    }

    #[test]
    fn two_circles_of_friends_with_one_acquaintance_are_two_communities() {
        let mut ends = Vec::new();
        for first in [0, 5] {
            for from in first..first + 5 {
                ends.extend((from + 1..first + 5).map(|to| (from, to)));
            }
        }
        ends.push((0, 9));
        assert_eq!(found(10, &ends), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn rings_of_cliques_fall_into_their_cliques_and_lone_nodes_stay_alone() {
        let mut ends = Vec::new();
        for clique in 0..8u32 {
            let first = clique * 4;
            for from in first..first + 4 {
                ends.extend((from + 1..first + 4).map(|to| (from, to)));
            }
            ends.push((first + 3, (first + 4) % 32));
        }
        let of = found(33, &ends);
        for clique in 0..8 {
            assert!(of[clique * 4..clique * 4 + 4].iter().all(|other| *other == of[clique * 4]), "{of:?}");
        }
        assert!(!of[..32].contains(&of[32]));
        assert_ne!(of[0], of[16]);
    }

    #[test]
    fn nothing_and_loops_and_parallel_ties_are_no_trouble() {
        assert_eq!(found(0, &[]), [0u32; 0]);
        assert_eq!(found(2, &[(0, 0), (0, 0)]), [0, 1]);
        assert_eq!(found(3, &[(0, 1), (1, 0), (0, 1), (2, 2)]), [0, 0, 1]);
    }
}
