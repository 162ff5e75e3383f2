//! What everything stands on: small tools that know nothing of cases. Takes and gives plain values.

pub mod cancel;
pub mod fonts;
pub mod lists;
pub mod parallel;
pub mod rows;
pub mod text;
pub mod windows;
