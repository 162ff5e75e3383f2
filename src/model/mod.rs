//! What a case is: sources, entities, events, links and what is claimed of them, over one graph.
//!
//! Pure values and one writer, [`case::Case`]. Knows no file format, no file system, no clock and no window.

pub mod answers;
pub mod case;
pub mod change;
pub mod claim;
pub mod coverage;
pub mod difference;
pub mod dates;
pub mod deletion;
pub mod edit;
pub mod entity;
pub mod event;
pub mod finding;
pub mod graph;
pub mod id;
pub mod item;
pub mod kind;
pub mod link;
pub mod merging;
pub mod order;
pub mod piece;
mod redate;
mod rewire;
mod rewiring;
mod said;
pub mod source;
pub mod story;
pub mod time;
pub mod time_index;
mod uses;
pub mod view;

pub use case::Case;
pub use id::{Id, IdMap};
