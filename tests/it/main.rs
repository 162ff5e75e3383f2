//! The program as its users meet it: the window by keyboard and by accessible name, files on a disk, the command line.
//!
//! One binary, so that the window is linked once. What a picture must look like to the pixel is in `pictures.rs`;
//! after a wanted change `UPDATE_SNAPSHOTS=1 cargo test --test it pictures` writes the pictures anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accessibility;
mod date_pictures;
mod delete;
mod examples;
mod faults;
mod files;
mod first_case;
mod folds;
mod forms;
mod found;
mod hand;
mod harness;
mod near;
mod idle;
mod journey;
mod layouts;
mod looks;
mod order;
mod pictures;
mod playback;
mod readme;
mod kill;
mod safety;
mod time_axis;
mod table;
mod timeline;
mod unsaved;
mod window;
