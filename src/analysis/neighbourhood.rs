//! What lies within so many steps of some things.

use super::adjacency::Adjacency;
use crate::model::Id;

/// Everything within `steps` of any of `from`, those included; nearest first, then in the order of the case. Unknown
/// ids are passed over.
pub fn within<'a>(adjacency: &'a Adjacency, from: impl IntoIterator<Item = &'a Id>, steps: usize) -> Vec<Id> {
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
