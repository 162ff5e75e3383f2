//! Questions about the graph. Takes a compact [`crate::model::graph::Snapshot`], gives plain values. No recursion: a
//! chain of a million things must not overflow a stack.

pub mod adjacency;
pub mod changes;
pub mod communities;
pub mod components;
pub mod countries;
pub mod folds;
pub mod neighbourhood;
pub mod paths;
#[cfg(test)]
mod sample;
