//! The second, located reading: a tree that knows the place of every value, read for all findings at once.
//!
//! It runs only for files in which the fast reading noticed something. Knows the drafts, not the model's rules.

pub mod lines;
pub mod parse;
pub mod path;
pub mod shape;
pub mod tree;
