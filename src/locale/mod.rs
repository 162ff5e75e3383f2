//! Words: every text that a user reads, in Dutch and English, and dates in words.
//!
//! Texts stand in Fluent files under `assets/locales/<language>/<area>.ftl` and are built into the program. Knows the
//! model, and the findings and errors of reading and saving, only to put them into words.

pub mod claims;
mod dates;
pub mod edge_list;
pub mod entry;
mod kinds;
pub mod findings;
pub mod keys;
mod language;
mod order;
mod skipped;
pub mod storage;
mod words;

pub use dates::typed_span;
pub use language::Language;
pub use words::{Arg, Clocks, Words};
