//! The parts of a graph that hang together.

use super::adjacency::Rows;

/// The parts, each as positions in rising order; parts in the order of their first node.
pub fn components(rows: &Rows) -> Vec<Vec<u32>> {
    let mut seen = vec![false; rows.len()];
    let mut parts = Vec::new();
    for first in 0..rows.len() as u32 {
        if std::mem::replace(&mut seen[first as usize], true) {
            continue;
        }
        let mut part = vec![first];
        let mut head = 0;
        while let Some(node) = part.get(head).copied() {
            head += 1;
            for next in rows.of(node) {
                if !std::mem::replace(&mut seen[*next as usize], true) {
                    part.push(*next);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_lone_nodes_are_told_apart() {
        let rows = Rows::new(5, &[(0, 3), (3, 3), (1, 2)]);
        assert_eq!(components(&rows), [vec![0, 3], vec![1, 2], vec![4]]);
    }
}
