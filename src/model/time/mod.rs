//! Dates as people know them: kept as written, with bounds on what they may mean. Knows no clock and no language.
//!
//! A text goes through three steps. [`When::parts`] shows the first: the text cut into civil fields. The second turns
//! each field into a stretch of milliseconds in the case's calendar, widened where it says "about". The third keeps
//! four [`Bounds`] from which every [`Answer`] follows. Nothing but the text is ever saved.
//!
//! Readings that the notation leaves open, and what is taken here:
//! - an extent ends after it starts, so `/2021` starts no later than 2021 and `2021-03/2021-03-09` no later than the
//!   9th; where even the widest reading cannot be so, the date [is impossible](When::is_impossible);
//! - a clock time that comes twice when summer time ends covers both, unless an offset tells which;
//! - seasons are those of `edtf-core`: spring starts in March, winter in December of the year that is written.

mod answer;
mod bounds;
mod calendar;
pub mod civil;
mod days;
mod error;
mod instant;
mod narrow;
mod parts;
mod read;
mod set;
mod stamp;
mod steps;
mod when;
mod widen;
mod zone;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use answer::{Answer, WindowRule};
pub use bounds::{Bounds, Edge};
pub use calendar::{About, Calendar, Tolerances, zone_named};
pub use days::CalendarDays;
pub use error::{DateError, DateReason};
pub use instant::{Clock, Shift};
pub use narrow::Origin;
pub use parts::{EndPart, Field, Mark, MemberPart, Parts, Point, Precision};
pub use set::{Conjunction, Member};
pub use stamp::{Span, Stamp};
pub use when::When;
