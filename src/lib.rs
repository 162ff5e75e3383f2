//! Rode Draad, "the red thread": a desktop timeline and relationship explorer for investigations.
//!
//! A case file becomes a graph; the graph is drawn as a network and as a timeline; both views share one selection,
//! one filter and one time window. The modules below stand in reading order, and each names only those above it
//! (`tests/tidy.rs` keeps this true).
//!
//! What is deliberately absent: no module opens a network connection; [`model`] knows no file, clock or window;
//! [`layout`], [`scene`], [`export`], [`app`] and [`cli`] know no toolkit; no petgraph index leaves [`model::graph`];
//! only [`mod@file`], [`cli`] and the jobs, settings and frame record of [`ui`] touch the file system. `README.md` has
//! the map in words, `src/file/format.md` the file format.
//!
//! From below: [`base`] small tools; [`model`] what a case is; [`mod@file`] text to case and back; [`analysis`]
//! questions about the graph; [`locale`] words; [`layout`] where things go; [`scene`] what is drawn; [`export`] scenes
//! to bytes; [`jobs`] threads; [`app`] the state machine; [`cli`] without a window; [`ui`] the window.

pub mod base;
pub mod model;
pub mod file;
pub mod analysis;
pub mod locale;
pub mod layout;
pub mod scene;
pub mod export;
pub mod jobs;
pub mod app;
pub mod cli;
pub mod ui;
