//! The graph of a case as an analysis sees it: compact rows, and the way between positions and ids.

use std::collections::HashMap;

use crate::base::rows::Rows;
use crate::model::Id;
use crate::model::graph::Snapshot;

/// Neighbours by position, without regard to direction. Positions mean something in this copy only.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    ids: Vec<Id>,
    positions: HashMap<Id, u32>,
    rows: Rows,
}

impl Adjacency {
    /// Rows of a snapshot.
    pub fn new(snapshot: &Snapshot) -> Self {
        let positions = snapshot.ids.iter().enumerate().map(|(at, id)| (id.clone(), at as u32)).collect();
        Self { ids: snapshot.ids.clone(), positions, rows: Rows::new(snapshot.ids.len(), &snapshot.ends) }
    }

    /// The rows. Ties in them stand in the order of [`Snapshot::ties`].
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
