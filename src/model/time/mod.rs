//! Dates as people know them: kept as written, with bounds on what they may mean. Knows no clock and no language.

mod stamp;
mod when;

pub use stamp::{Span, Stamp};
pub use when::{About, Answer, Bounds, Calendar, DateError, Edge, Tolerances, When};
