//! Pixels and pointers: the window, its panels and views.
//!
//! Views read the workspace through [`cx::ViewCx`] and send commands; nothing here changes a case. A function whose
//! name ends in `_ui` draws into the `Ui` that it is given.

pub mod app;
pub mod cx;
pub mod details;
pub mod device;
pub mod dialogs;
mod edge_list;
pub mod fonts;
mod form;
mod history;
pub mod icon;
pub mod keyboard;
pub mod lists;
pub mod menu_bar;
pub mod modals;
pub mod naming;
pub mod outline;
pub mod paint;
pub mod palette;
pub mod parts;
pub mod renderer;
mod report;
pub mod run;
pub mod settings_file;
pub mod safety;
mod safety_dialogs;
mod safety_work;
pub mod shell;
pub mod status;
pub mod strip;
mod styling;
pub mod textures;
pub mod theme;
pub mod trace;
mod track;
pub mod views;
pub mod welcome;
mod window_by_text;
pub mod work;
