//! The parts of a graph that hang together.

use super::adjacency::Adjacency;
use crate::model::Id;

/// The parts, those with most things first; things, and parts of one size, in the order of the case.
pub fn components(adjacency: &Adjacency) -> Vec<Vec<Id>> {
    let mut parts = adjacency.rows().parts();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts.into_iter().map(|part| part.into_iter().map(|node| adjacency.id(node).clone()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::{id, snapshot};

    #[test]
    fn the_largest_part_comes_first() {
        let adjacency = Adjacency::new(&snapshot(6, &[(1, 2), (2, 3), (0, 5)]));
        assert_eq!(components(&adjacency), [vec![id(1), id(2), id(3)], vec![id(0), id(5)], vec![id(4)]]);
    }
}
