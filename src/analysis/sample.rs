//! Small graphs for tests.

use crate::model::Id;
use crate::model::graph::{Snapshot, Tie};

/// Nodes `n0`, `n1`, … with these ties.
pub fn snapshot(count: u32, ends: &[(u32, u32)]) -> Snapshot {
    Snapshot {
        ids: (0..count).map(id).collect(),
        ties: ends.iter().map(|_| Tie::Link(Id::from("tie"))).collect(),
        ends: ends.to_vec(),
    }
}

/// The id of a node.
pub fn id(at: u32) -> Id {
    Id::from(format!("n{at}"))
}
