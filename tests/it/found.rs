//! What a screen reader finds in the window, and what is painted.

use egui::Rect;
use egui::accesskit::{NodeId, Role, Toggled, TreeId};
use egui_kittest::kittest::NodeT as _;

/// A thing that a screen reader would find.
#[derive(Clone, Debug)]
pub struct Found {
    pub role: Role,
    pub name: String,
    /// What stands in it, where it has a name beside.
    pub value: String,
    pub rect: Rect,
    pub focusable: bool,
    pub clickable: bool,
    pub disabled: bool,
    pub focused: bool,
    pub on: Option<bool>,
    pub place: (NodeId, TreeId),
}

pub fn name_of(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

pub fn found_in(node: egui_kittest::Node<'_>) -> Vec<Found> {
    // A text consists of runs; the whole text is what is read.
    let whole = node.children_recursive().filter(|node| node.accesskit_node().role() != Role::TextRun);
    let all = whole.map(|node| {
        let inner = node.accesskit_node();
        let has_place = inner.bounding_box().is_some();
        Found {
            role: inner.role(),
            name: name_of(&node),
            value: inner.value().unwrap_or_default(),
            rect: if has_place { node.rect() } else { Rect::NOTHING },
            focusable: inner.data().supports_action(egui::accesskit::Action::Focus),
            clickable: inner.data().supports_action(egui::accesskit::Action::Click),
            disabled: inner.is_disabled(),
            focused: node.is_focused(),
            on: inner.toggled().map(|toggled| toggled == Toggled::True),
            place: inner.locate(),
        }
    });
    all.collect()
}

/// All texts painted by a shape.
pub fn texts_in(shape: &egui::Shape) -> Vec<&str> {
    match shape {
        egui::Shape::Text(text) => vec![text.galley.text()],
        egui::Shape::Vec(shapes) => shapes.iter().flat_map(texts_in).collect(),
        _ => Vec::new(),
    }
}
