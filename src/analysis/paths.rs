//! Shortest paths: with fewest ties, or lightest by weight. Of several equally good ones the first in the order of
//! the case is taken, so that the same question always has the same answer.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::adjacency::Adjacency;
use crate::model::Id;

/// The things on a path with fewest ties, both ends included; none where there is no path or an id is unknown.
pub fn shortest(adjacency: &Adjacency, from: &Id, to: &Id) -> Option<Vec<Id>> {
    let (from, to) = (adjacency.position(from)?, adjacency.position(to)?);
    let rows = adjacency.rows();
    // Distances from the far end let the way be walked from the near one, always to the first node that is nearer.
    let distances = rows.distances(to);
    if distances[from as usize] == u32::MAX {
        return None;
    }
    let mut path = vec![adjacency.id(from).clone()];
    let mut node = from;
    while node != to {
        let nearer = distances[node as usize] - 1;
        node = rows.of(node).iter().copied().filter(|next| distances[*next as usize] == nearer).min()?;
        path.push(adjacency.id(node).clone());
    }
    Some(path)
}

/// How hard a tie is to pass: finite and not negative. With anything else a search for the lightest path need not end,
/// so no search sees anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Weight(f64);

/// A number that is no weight.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is no weight: weights are finite and not negative")]
pub struct NoWeight(pub f64);

impl Weight {
    /// Checks a number.
    pub fn new(number: f64) -> Result<Self, NoWeight> {
        // Adding zero turns -0 into 0, so that equal weights have equal bits.
        if number.is_finite() && number >= 0.0 { Ok(Self(number + 0.0)) } else { Err(NoWeight(number)) }
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Eq for Weight {}

#[expect(clippy::derive_ord_xor_partial_ord, reason = "weights are never NaN, so both orders agree")]
impl Ord for Weight {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The things on the lightest path and its weight (after Dijkstra); `weight` tells that of a tie by its position in
/// the snapshot. None where there is no path or an id is unknown.
pub fn lightest(
    adjacency: &Adjacency,
    weight: impl Fn(u32) -> Weight,
    from: &Id,
    to: &Id,
) -> Option<(Vec<Id>, Weight)> {
    let (from, to) = (adjacency.position(from)?, adjacency.position(to)?);
    let rows = adjacency.rows();
    // From the far end, so that the choice among equals falls at the near one, as in [`shortest`].
    let mut best: Vec<Option<(Weight, u32)>> = vec![None; rows.len()];
    let mut next = vec![None; rows.len()];
    let mut done = vec![false; rows.len()];
    let mut heap = BinaryHeap::from([Reverse((Weight(0.0), 0_u32, to))]);
    best[to as usize] = Some((Weight(0.0), 0));
    while let Some(Reverse((sum, steps, node))) = heap.pop() {
        if std::mem::replace(&mut done[node as usize], true) {
            continue;
        }
        for (other, tie) in rows.of(node).iter().zip(rows.ties_of(node)) {
            let further = (Weight(sum.0 + weight(*tie).0), steps + 1);
            let known = best[*other as usize];
            let is_better = known.is_none_or(|known| further < known)
                || (known == Some(further) && next[*other as usize].is_some_and(|via| node < via));
            if is_better && !done[*other as usize] {
                best[*other as usize] = Some(further);
                next[*other as usize] = Some(node);
                heap.push(Reverse((further.0, further.1, *other)));
            }
        }
    }
    let (sum, _) = best[from as usize]?;
    let mut path = vec![adjacency.id(from).clone()];
    let mut node = from;
    while node != to {
        node = next[node as usize]?;
        path.push(adjacency.id(node).clone());
    }
    Some((path, sum))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::sample::{id, snapshot};

    #[test]
    fn row_19_a_chain_of_a_million_is_walked_without_recursion() {
        let count = 1_000_000;
        let ends: Vec<_> = (1..count).map(|at| (at - 1, at)).collect();
        let adjacency = Adjacency::new(&snapshot(count, &ends));
        assert_eq!(shortest(&adjacency, &id(0), &id(count - 1)).unwrap().len(), count as usize);
        assert_eq!(adjacency.rows().parts().len(), 1);
        let (path, weight) = lightest(&adjacency, |_| Weight(2.0), &id(0), &id(count - 1)).unwrap();
        assert_eq!((path.len(), weight), (count as usize, Weight(1_999_998.0)));
    }

    #[test]
    fn there_is_no_path_between_parts_and_none_from_strangers() {
        let adjacency = Adjacency::new(&snapshot(3, &[(0, 1)]));
        assert_eq!(shortest(&adjacency, &id(0), &id(2)), None);
        assert_eq!(shortest(&adjacency, &id(0), &Id::from("stranger")), None);
        assert_eq!(shortest(&adjacency, &id(1), &id(1)), Some(vec![id(1)]));
        assert_eq!(lightest(&adjacency, |_| Weight(1.0), &id(0), &id(2)), None);
    }

    #[test]
    fn row_20_what_is_negative_or_no_number_is_no_weight() {
        for number in [f64::NAN, -1.0, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Weight::new(number).is_err(), "{number}");
        }
        assert_eq!(Weight::new(-0.0).unwrap().get().to_bits(), 0);
        // A cycle that costs nothing is walked once and left.
        let adjacency = Adjacency::new(&snapshot(4, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 3)]));
        let (path, weight) = lightest(&adjacency, |_| Weight(0.0), &id(0), &id(3)).unwrap();
        assert_eq!((path, weight.get()), (vec![id(0), id(2), id(3)], 0.0));
    }

    #[test]
    fn of_equal_paths_the_first_in_the_order_of_the_case_is_taken() {
        let adjacency = Adjacency::new(&snapshot(5, &[(4, 3), (3, 0), (4, 2), (2, 0), (4, 1), (1, 0)]));
        let expected = vec![id(0), id(1), id(4)];
        assert_eq!(shortest(&adjacency, &id(0), &id(4)).unwrap(), expected);
        assert_eq!(lightest(&adjacency, |_| Weight(1.5), &id(0), &id(4)).unwrap().0, expected);
    }

    /// Distances by Floyd and Warshall: slow and plain.
    fn all_distances(count: usize, ties: &[(u32, u32, f64)]) -> Vec<Vec<f64>> {
        let mut distances = vec![vec![f64::INFINITY; count]; count];
        for (at, row) in distances.iter_mut().enumerate() {
            row[at] = 0.0;
        }
        for (from, to, weight) in ties {
            for (a, b) in [(*from as usize, *to as usize), (*to as usize, *from as usize)] {
                distances[a][b] = distances[a][b].min(*weight);
            }
        }
        for middle in 0..count {
            for from in 0..count {
                for to in 0..count {
                    let around = distances[from][middle] + distances[middle][to];
                    distances[from][to] = distances[from][to].min(around);
                }
            }
        }
        distances
    }

    /// Everything within `steps` of any of `from`, those included; nearest first, then in the order of the case. Unknown
    /// ids are passed over.
    fn within<'a>(adjacency: &'a Adjacency, from: impl IntoIterator<Item = &'a Id>, steps: usize) -> Vec<Id> {
        let rows = adjacency.rows();
        let mut seen = vec![false; rows.len()];
        let mut ring: Vec<u32> = from.into_iter().filter_map(|id| adjacency.position(id)).collect();
        ring.sort_unstable();
        ring.dedup();
        for node in &ring {
            seen[*node as usize] = true;
        }
        let mut found = ring.clone();
        for _ in 0..steps {
            let mut next = Vec::new();
            for node in &ring {
                for neighbour in rows.of(*node) {
                    if !std::mem::replace(&mut seen[*neighbour as usize], true) {
                        next.push(*neighbour);
                    }
                }
            }
            next.sort_unstable();
            found.extend(&next);
            ring = next;
        }
        found.into_iter().map(|node| adjacency.id(node).clone()).collect()
    }

    proptest! {
        #[test]
        fn paths_and_neighbourhoods_agree_with_a_plain_count(
            ties in prop::collection::vec((0_u32..8, 0_u32..8, 0_u8..5), 0..16), steps in 0_usize..4,
        ) {
            let ends: Vec<_> = ties.iter().map(|(from, to, _)| (*from, *to)).collect();
            let adjacency = Adjacency::new(&snapshot(8, &ends));
            let by_steps = all_distances(8, &ties.iter().map(|(from, to, _)| (*from, *to, 1.0)).collect::<Vec<_>>());
            let weighed: Vec<_> = ties.iter().map(|(from, to, weight)| (*from, *to, f64::from(*weight))).collect();
            let by_weight = all_distances(8, &weighed);
            for from in 0..8_u32 {
                for to in 0..8_u32 {
                    let length = shortest(&adjacency, &id(from), &id(to)).map(|path| path.len() as f64 - 1.0);
                    let distance = by_steps[from as usize][to as usize];
                    prop_assert_eq!(length, distance.is_finite().then_some(distance));
                    let weight = |tie: u32| Weight(f64::from(ties[tie as usize].2));
                    let light = lightest(&adjacency, weight, &id(from), &id(to)).map(|(_, sum)| sum.get());
                    let distance = by_weight[from as usize][to as usize];
                    prop_assert_eq!(light, distance.is_finite().then_some(distance));
                }
                let near = within(&adjacency, [&id(from)], steps);
                let expected = by_steps[from as usize].iter().filter(|distance| **distance <= steps as f64).count();
                prop_assert_eq!(near.len(), expected);
            }
        }
    }
}
