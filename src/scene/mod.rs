//! What is drawn, as values: plain shapes and text, with the things that they stand for.
//!
//! One scene is made per view; the window, the picker, SVG and PNG read the same scene, so screen and paper agree.
//! Colours are roles: a scene is the same in every theme. Knows no window.

pub mod ink;
pub mod item;

pub use ink::{Ink, Role, Stroke, Style};
pub use item::{Anchor, Hit, HitShape, Item, Scene};
