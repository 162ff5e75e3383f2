//! The state machine: what is open, selected, hidden and in the window. Knows no toolkit and does no input or output.
//!
//! Views read the [`workspace::Workspace`] and send [`command::Command`]s; [`workspace::Workspace::dispatch`] is the
//! one place that changes it, and answers with [`effect::Effect`]s for the outside world.

pub mod chord;
pub mod command;
pub mod command_table;
pub mod derived;
pub mod dispatch;
pub mod document;
pub mod effect;
pub mod ends;
pub mod examples;
pub mod focus;
pub mod form;
pub mod history;
pub mod pasting;
pub mod playback;
pub mod safety;
pub mod search;
pub mod selection;
pub mod settings;
pub mod table;
pub mod visibility;
mod walk;
pub mod workspace;
