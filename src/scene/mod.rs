//! What is drawn, as values: plain shapes and text, with the things that they stand for.
//!
//! One scene is made per view; the window, the picker, SVG and PNG read the same scene, so screen and paper agree.
//! Colours are roles: a scene is the same in every theme. Knows no window.

pub mod contrast;
pub mod dump;
pub mod dash;
pub mod emphasis;
pub mod hatch;
mod icon;
pub mod ink;
pub mod item;
pub mod kinds;
pub mod looks;
pub mod marks;
pub mod network;
pub mod node;
pub mod pixels;
pub mod shape;
pub mod styles;
pub mod text;
pub mod theme;
pub mod timeline;

pub use emphasis::{Emphasis, Level, Light, node_state};
pub use ink::{Ink, Role, Stroke, Style};
pub use item::{Anchor, Hit, HitShape, Item, Scene};
pub use kinds::KindLook;
pub use node::{NodeMarks, NodeState, Ring, node_items};
pub use theme::{Theme, ThemeName};
