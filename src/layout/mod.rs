//! Where things go. Takes plain values and a [`measure::Measure`], gives positions. Knows no window.

pub mod axis;
pub mod font;
pub mod measure;
pub mod network;
pub mod timeline;
