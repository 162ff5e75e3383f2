//! Who is next to whom, in compressed rows: the form that layouts and analyses run on. Knows positions only.

/// Neighbours by position, without regard to direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    starts: Vec<u32>,
    neighbours: Vec<u32>,
    ties: Vec<u32>,
}

impl Rows {
    /// Rows of `count` nodes from pairs of positions; both directions, in the order of the pairs. A self-loop counts
    /// once.
    pub fn new(count: usize, ends: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (from, to) in ends {
            starts[*from as usize + 1] += 1;
            if from != to {
                starts[*to as usize + 1] += 1;
            }
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut neighbours = vec![0; starts[count] as usize];
        let mut ties = neighbours.clone();
        let mut put = |row: u32, value: u32, tie: usize| {
            let at = next[row as usize] as usize;
            neighbours[at] = value;
            ties[at] = tie as u32;
            next[row as usize] += 1;
        };
        for (tie, (from, to)) in ends.iter().enumerate() {
            put(*from, *to, tie);
            if from != to {
                put(*to, *from, tie);
            }
        }
        Self { starts, neighbours, ties }
    }

    /// The neighbours of a node; one that is tied twice stands twice.
    pub fn of(&self, node: u32) -> &[u32] {
        &self.neighbours[self.range(node)]
    }

    /// The ties of a node, as positions in the pairs; beside [`Self::of`].
    pub fn ties_of(&self, node: u32) -> &[u32] {
        &self.ties[self.range(node)]
    }

    fn range(&self, node: u32) -> std::ops::Range<usize> {
        self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are no nodes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Steps from one node to every other; `u32::MAX` where there is no path.
    pub fn distances(&self, from: u32) -> Vec<u32> {
        let mut distances = vec![u32::MAX; self.len()];
        let mut queue = vec![from];
        distances[from as usize] = 0;
        let mut head = 0;
        while let Some(node) = queue.get(head).copied() {
            head += 1;
            for next in self.of(node) {
                if distances[*next as usize] == u32::MAX {
                    distances[*next as usize] = distances[node as usize] + 1;
                    queue.push(*next);
                }
            }
        }
        distances
    }

    /// The parts that hang together, each as positions in rising order; parts in the order of their first node.
    pub fn parts(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.len()];
        let mut parts = Vec::new();
        for first in 0..self.len() as u32 {
            if std::mem::replace(&mut seen[first as usize], true) {
                continue;
            }
            let mut part = vec![first];
            let mut head = 0;
            while let Some(node) = part.get(head).copied() {
                head += 1;
                for next in self.of(node) {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_lone_nodes_are_told_apart() {
        let rows = Rows::new(5, &[(0, 3), (3, 3), (1, 2)]);
        assert_eq!(rows.parts(), [vec![0, 3], vec![1, 2], vec![4]]);
        assert_eq!(rows.ties_of(3), [0, 1]);
    }
}
