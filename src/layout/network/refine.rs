//! The last hand on small parts: nodes are moved, and pairs of them exchanged, as long as that makes the whole clearer.
//!
//! Threshold accepting after Dueck and Scheuer (1990): like annealing, but what is a little worse is always taken at
//! first, and ever less is allowed. No exponential function, so every machine takes the same steps.

use super::energy::Energy;
use super::random::Random;
use super::{Part, Point};
use crate::base::cancel::Cancel;

/// Rounds over all nodes that are made if the part is small.
const MOST_ROUNDS: usize = 200;
/// With fewer rounds than this nothing would come of it.
const LEAST_ROUNDS: usize = 12;
/// Comparisons of two things that may be made in all.
const BUDGET: usize = 60_000_000;
/// What is worse by so much is taken in the first round.
const FIRST_THRESHOLD: f64 = 1.6;

/// Makes `points` clearer; gives how bad they are now. None if it was cancelled. `fixed` nodes stay.
pub fn refine(
    part: &Part,
    fixed: &[bool],
    energy: &Energy<'_>,
    points: &mut [Point],
    random: &mut Random,
    tries: usize,
    cancel: &Cancel,
) -> Option<f64> {
    let free: Vec<u32> = (0..points.len() as u32).filter(|node| !fixed[*node as usize]).collect();
    let rounds = rounds(part, free.len(), tries);
    if !free.is_empty() && rounds >= LEAST_ROUNDS {
        for round in 0..rounds {
            if cancel.is_cancelled() {
                return None;
            }
            // From 1 to 0, and at 0 for the last fifth: then only what is better is taken.
            let heat = (1.0 - round as f64 / (rounds as f64 * 0.8)).max(0.0);
            let pass = Pass { energy, free: &free, threshold: FIRST_THRESHOLD * heat * heat, heat };
            pass.run(points, random);
        }
    }
    Some(energy.total(points))
}

/// So many rounds that the budget is kept.
fn rounds(part: &Part, free: usize, tries: usize) -> usize {
    let (nodes, ties) = (part.members.len(), part.ends.len());
    let a_node = nodes + ties + 2 * ties * (nodes + ties) / nodes.max(1);
    // Parts share the budget by their size; one that is half of all has it whole.
    let budget = (BUDGET as f64 * (2.0 * part.share).min(1.0)) as usize;
    (budget / (2 * a_node * free.max(1) * tries).max(1)).min(MOST_ROUNDS)
}

struct Pass<'a> {
    energy: &'a Energy<'a>,
    free: &'a [u32],
    threshold: f64,
    heat: f64,
}

impl Pass<'_> {
    fn run(&self, points: &mut [Point], random: &mut Random) {
        let frame = self.energy.frame();
        // First all over the frame, in the end a few points.
        let reach = [0, 1].map(|axis| 3.0 + frame[axis] * 0.7 * self.heat * self.heat);
        for node in self.free {
            let before = points[*node as usize];
            let was = self.energy.of(*node, points);
            points[*node as usize] = [before[0] + random.unit() * reach[0], before[1] + random.unit() * reach[1]];
            if self.energy.of(*node, points) > was + self.threshold {
                points[*node as usize] = before;
            }
        }
        for _ in 0..self.free.len() / 4 {
            let [a, b] = [0, 0].map(|_| self.free[random.below(self.free.len())]);
            if a == b {
                continue;
            }
            let was = self.energy.of(a, points) + self.energy.of(b, points);
            points.swap(a as usize, b as usize);
            if self.energy.of(a, points) + self.energy.of(b, points) > was + self.threshold {
                points.swap(a as usize, b as usize);
            }
        }
    }
}
