//! Scenes to bytes: SVG and PNG. Takes a [`crate::scene::Scene`]; knows no window and no graphics card.
