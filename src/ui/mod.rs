//! Pixels and pointers: the window, its panels and views.
//!
//! Views read the workspace through [`cx::ViewCx`] and send commands; nothing here changes a case. A function whose
//! name ends in `_ui` draws into the `Ui` that it is given.

pub mod cx;
pub mod details;
pub mod fonts;
pub mod icon;
pub mod lists;
pub mod naming;
pub mod outline;
pub mod paint;
pub mod parts;
pub mod status;
pub mod theme;
pub mod welcome;
