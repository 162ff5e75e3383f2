//! Questions about the graph. Takes a compact [`crate::model::graph::Snapshot`], gives plain values.
