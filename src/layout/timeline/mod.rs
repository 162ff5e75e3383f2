//! Where things go on the timeline: one lane per entity, marks in up to three rows, labels that never overlap.
//!
//! ```text
//! case ─ lanes() ─► Lanes ─ rows() ─► Rows ─ place() ─► Placed
//!        per case           per zoom         per frame: only what is on screen
//! ```
//!
//! [`Lanes`] depends on the case and on what is hidden, [`Rows`] besides on the scale; neither on the part of time that
//! is shown nor on what is selected, so that no lane moves while a hand pans, a pointer hovers or time plays.

mod density;
mod form;
mod gaps;
mod labels;
mod lanes;
mod marks;
mod request;
mod result;
mod rows;
mod shape;

pub use density::{Column, Fact, columns};
pub use form::{End, Form};
pub use gaps::{CutThreshold, Gaps, contents, cuts_for, selected};
pub use labels::{PART_GAP, Side, width_of_sign};
pub use lanes::{Lane, Lanes, Undated, lanes};
pub use marks::{Mark, MarkOf, Member, Rail, Sign};
pub use request::Request;
pub use result::{Placed, PlacedLabel, PlacedLane, PlacedMark, Priority, Viewport, place};
pub use rows::{LANE_HEIGHTS, LaneRows, Rows, Slot, THIN_ROW, rows};
pub use shape::{DIAMOND, Shape, Tip, UNKNOWN_FADE};

#[cfg(test)]
mod tests;
