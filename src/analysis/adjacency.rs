//! Who is next to whom, in compressed rows: the form that every algorithm here runs on.

use std::collections::HashMap;

use crate::model::Id;
use crate::model::graph::Snapshot;

/// Neighbours by position, without regard to direction. Positions mean something in this copy only.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    ids: Vec<Id>,
    positions: HashMap<Id, u32>,
    rows: Rows,
}

/// Compressed rows over plain positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    starts: Vec<u32>,
    neighbours: Vec<u32>,
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
        let mut put = |row: u32, value: u32| {
            neighbours[next[row as usize] as usize] = value;
            next[row as usize] += 1;
        };
        for (from, to) in ends {
            put(*from, *to);
            if from != to {
                put(*to, *from);
            }
        }
        Self { starts, neighbours }
    }

    /// The neighbours of a node; one that is tied twice stands twice.
    pub fn of(&self, node: u32) -> &[u32] {
        &self.neighbours[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
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
}

impl Adjacency {
    /// Rows of a snapshot.
    pub fn new(snapshot: &Snapshot) -> Self {
        let positions = snapshot.ids.iter().enumerate().map(|(at, id)| (id.clone(), at as u32)).collect();
        Self { ids: snapshot.ids.clone(), positions, rows: Rows::new(snapshot.ids.len(), &snapshot.ends) }
    }

    /// The rows.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The position of a node.
    pub fn position(&self, id: &Id) -> Option<u32> {
        self.positions.get(id).copied()
    }

    /// The node at a position.
    pub fn id(&self, position: u32) -> &Id {
        &self.ids[position as usize]
    }
}
