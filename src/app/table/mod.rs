//! Tables of the things of a case: which columns there are, what stands in them, which rows and in which order. Pure: a
//! case and a question in, positions out; for a large case a job does it.

mod cells;
mod column;
mod query;
#[cfg(test)]
mod tests;

pub use self::cells::{Cells, citations};
pub use self::column::{Column, Sheet, Shown};
pub use self::query::{Query, Scope, Subject, rows};
