//! The file's own types, apart from the model's: one field a field of the format, texts borrowed from the file.
//!
//! Each type is declared once and can be read in two ways: by serde in one fast pass that stops at the first fault,
//! and from the located tree, which notices every fault and keeps what is unknown.

mod items;
mod text;
mod words;

pub use items::{
    Case, Cite, Claim, Coverage, Entity, Event, Group, Kind, Link, Merged, MergedPart, Order, Participant, Quantity,
    Rule, Source, Step, Story, Tolerances, Value, View,
};
pub use text::{Listed, Listing, Pairs, Text, Unknown};
pub use words::{About, direction_word, exactness_word, grading_word, nature_word, order_relation_word, strength_word};

use ron::extensions::Extensions;

/// Reads a whole case in one pass, or not at all.
pub fn case(text: &str) -> Option<Case<'_>> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .from_str(text)
        .ok()
}
