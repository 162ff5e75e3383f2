//! Shortest paths, breadth first. Of several equally short ones the first in the order of the case is taken.

use super::adjacency::Adjacency;
use crate::model::Id;

/// The things on a shortest path, both ends included; none where there is no path or an id is unknown.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::neighbourhood::within;
    use crate::model::graph::{Snapshot, Tie};

    fn snapshot(count: u32, ends: Vec<(u32, u32)>) -> Snapshot {
        Snapshot {
            ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
            ties: ends.iter().map(|_| Tie::Link(Id::from("tie"))).collect(),
            ends,
        }
    }

    fn id(at: u32) -> Id {
        Id::from(format!("n{at}"))
    }

    #[test]
    fn row_19_a_chain_of_a_million_is_walked_without_recursion() {
        let count = 1_000_000;
        let adjacency = Adjacency::new(&snapshot(count, (1..count).map(|at| (at - 1, at)).collect()));
        let path = shortest(&adjacency, &id(0), &id(count - 1)).unwrap();
        assert_eq!(path.len(), count as usize);
    }

    #[test]
    fn there_is_no_path_between_parts_and_none_from_strangers() {
        let adjacency = Adjacency::new(&snapshot(3, vec![(0, 1)]));
        assert_eq!(shortest(&adjacency, &id(0), &id(2)), None);
        assert_eq!(shortest(&adjacency, &id(0), &Id::from("stranger")), None);
        assert_eq!(shortest(&adjacency, &id(1), &id(1)), Some(vec![id(1)]));
    }

    /// Distances by Floyd and Warshall: slow and plain.
    fn all_distances(count: usize, ends: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let mut distances = vec![vec![u32::MAX; count]; count];
        for (at, row) in distances.iter_mut().enumerate() {
            row[at] = 0;
        }
        for (from, to) in ends {
            if from != to {
                distances[*from as usize][*to as usize] = 1;
                distances[*to as usize][*from as usize] = 1;
            }
        }
        for middle in 0..count {
            for from in 0..count {
                for to in 0..count {
                    let around = distances[from][middle].saturating_add(distances[middle][to]);
                    distances[from][to] = distances[from][to].min(around);
                }
            }
        }
        distances
    }

    proptest! {
        #[test]
        fn paths_and_neighbourhoods_agree_with_a_plain_count(
            ends in prop::collection::vec((0_u32..8, 0_u32..8), 0..16), steps in 0_usize..4,
        ) {
            let adjacency = Adjacency::new(&snapshot(8, ends.clone()));
            let distances = all_distances(8, &ends);
            for from in 0..8_u32 {
                for to in 0..8_u32 {
                    let length = shortest(&adjacency, &id(from), &id(to)).map(|path| path.len() as u32 - 1);
                    let distance = distances[from as usize][to as usize];
                    prop_assert_eq!(length, (distance != u32::MAX).then_some(distance));
                }
                let near = within(&adjacency, [&id(from)], steps);
                let expected = distances[from as usize].iter().filter(|distance| **distance as usize <= steps).count();
                prop_assert_eq!(near.len(), expected);
            }
        }
    }
}
