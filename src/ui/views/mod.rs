//! The two pictures as places where one can point, drag and walk.

pub mod canvas;
mod cuts;
pub mod network;
pub mod table;
pub mod timeline;
mod playback;
mod walk;
