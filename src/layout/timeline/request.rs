//! What the lanes are made from.

use crate::layout::measure::{Measure, TextStyle};
use crate::model::{Case, Id};

/// What the lanes are made from.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The case.
    pub case: &'a Case,
    /// Whether a thing is hidden.
    pub is_hidden: &'a dyn Fn(&Id) -> bool,
    /// Whether an entity gets a lane even though nothing about it is dated: it is selected.
    pub is_kept: &'a dyn Fn(&Id) -> bool,
    /// Tells how wide labels are.
    pub measure: &'a dyn Measure,
    /// How labels are written.
    pub style: TextStyle,
    /// What is said of a date that ends before it starts, after the label.
    pub impossible: &'a str,
}
