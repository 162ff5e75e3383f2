//! Where things go on the timeline: one lane per entity, marks in up to three rows, labels that never overlap.
//!
//! ```text
//! TimeIndex ─ lanes() ─► Lanes ─ Stage ─► Rows, Content, Pack ─ place() ─► Placed
//!              per case and filter    per scale and lane on screen   per frame: only what is on screen
//! ```
//!
//! [`Lanes`] depends on the dates and on what is hidden, rows besides on the scale; neither on the part of time that is
//! shown nor on what is selected, so that no lane moves while a hand pans, a pointer hovers or time plays. Lanes hold
//! positions and counts, never marks or texts: those are made for what is on screen.

mod arrangement;
mod content;
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
mod stage;
mod wiring;

pub use arrangement::{Arrangement, Choice, GroupBy, GroupName, SortBy};
pub use content::{Content, sentence};
pub use density::{Column, Density, Fact, columns};
pub use form::{End, Form};
pub use gaps::{CutThreshold, Gaps, cuts_for, selected};
pub use labels::{PART_GAP, Side, width_of_sign};
pub use lanes::{GroupHead, Lane, Lanes, lanes};
pub use marks::{Mark, MarkOf, Member, Rail, Sign};
pub use request::{Hidden, Maker, Request};
pub use result::{Placed, PlacedLabel, PlacedLane, PlacedMark, Priority, Sight, Viewport, place};
pub use rows::{LANE_HEIGHTS, Pack, Slot, THIN_ROW};
pub use shape::{DIAMOND, Shape, Tip, UNKNOWN_FADE};
pub use stage::{Rows, Stage};

#[cfg(test)]
mod tests;
