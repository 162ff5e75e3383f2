//! Rode Draad, "the red thread": a desktop timeline and relationship explorer for investigations.
//!
//! A case file becomes a graph; the graph is drawn as a network and as a timeline; both views share one selection,
//! one filter and one time window. The modules below stand in reading order, and each names only those above it
//! (`tests/tidy.rs` keeps this true).
//!
//! What is deliberately absent: no module opens a network connection; [`model`] knows no file, clock or window;
//! [`layout`], [`scene`] and [`export`] know no window; no petgraph index leaves [`model::graph`]; only [`jobs`]
//! and the command line touch the file system.

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
