//! The network as a picture: nodes, ties and names, with what is selected, pointed at and in the window.
//!
//! Takes a case, a layout and a camera; gives a scene. Dates are put into words by [`Words`]; nothing is measured by a
//! window.

mod gather;
mod links;
mod names;
pub mod request;

use std::collections::BTreeSet;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::node::{NodeMarks, Ring, push_node};
use super::text::TICK;
use super::{Anchor, Emphasis, Hit, HitShape, Item, Level, Light, NodeState, Role, Scene};
use crate::layout::measure::Measure;
use crate::layout::network::Layout;
use crate::layout::network::camera::Camera;
use crate::locale::Words;
use crate::model::{Case, Id};
use crate::scene::looks::DIMMED_NODE;
use gather::{Node, Tie};

/// What a picture of the network is made from.
#[derive(Clone, Copy)]
pub struct Network<'a> {
    /// The case.
    pub case: &'a Case,
    /// Where its nodes are.
    pub layout: &'a Layout,
    /// What of it is seen.
    pub camera: Camera,
    /// Width and height of the picture in points.
    pub size: Vec2,
    /// What stands out.
    pub emphasis: Emphasis<'a>,
    /// A window is set: the picture explains its shades.
    pub has_window: bool,
    /// Names that the last picture showed: they stay if they can.
    pub shown: &'a BTreeSet<Id>,
    /// Nodes that are being dragged, with where they are now in the plane.
    pub dragged: &'a [(Id, Pos2)],
    /// How wide text is.
    pub measure: &'a dyn Measure,
    /// Texts.
    pub words: &'a Words,
}

/// The picture, and what the window needs to handle it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkScene {
    /// The picture.
    pub scene: Scene,
    /// Names that are shown.
    pub shown: BTreeSet<Id>,
    /// Nodes in view with centre and radius, in points from the upper left corner.
    pub nodes: Vec<(Id, Pos2, f32)>,
}

/// Draws the network.
pub fn network(input: &Network<'_>) -> NetworkScene {
    let light = Light::new(input.case, input.emphasis.hovered);
    let nodes = gather::nodes(input, &light);
    let ties = gather::ties(input, &nodes, &light);
    let mut scene = Scene { size: input.size, ..Scene::default() };
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    let routes = links::routes(&nodes, &ties);
    links::push(&mut scene, input, &ties, &routes, view);
    let taken = push_nodes(&mut scene, &nodes, view);
    let shown = names::push(&mut scene, input, &nodes, &taken, view);
    links::push_labels(&mut scene, input, &nodes, &ties, &routes, view);
    push_hits(&mut scene, &nodes, &ties, &routes, view);
    if input.has_window {
        push_legend(&mut scene, input);
    }
    let nodes = nodes
        .iter()
        .filter(|node| view.contains(node.centre))
        .map(|node| (node.id.clone(), node.centre, node.radius))
        .collect();
    NetworkScene { scene, shown, nodes }
}

/// Draws the nodes, what stands out last. Gives the room that each takes.
fn push_nodes(scene: &mut Scene, nodes: &[Node<'_>], view: Rect) -> Vec<Rect> {
    let mut order: Vec<&Node<'_>> = nodes.iter().filter(|node| node.is_in(view)).collect();
    order.sort_by_key(|node| (std::cmp::Reverse(node.level), node.is_focused));
    for node in order {
        let ring = match node.level {
            Level::Selected => Ring::Selected,
            Level::Hovered => Ring::Hovered,
            _ => Ring::None,
        };
        let marks = NodeMarks {
            ring,
            focused: node.is_focused,
            pinned: node.is_pinned,
            strength: if node.level == Level::Dimmed { DIMMED_NODE } else { 1.0 },
            code: node.code,
            folded: None,
        };
        push_node(&mut scene.items, node.look, node.centre, node.radius, node.state, &marks);
    }
    nodes.iter().map(|node| node.look.shape.bounds_at(node.centre, node.radius).expand(1.0)).collect()
}

/// What can be pointed at: ties below nodes, so that a node wins.
fn push_hits(scene: &mut Scene, nodes: &[Node<'_>], ties: &[Tie<'_>], routes: &[links::Drawn], view: Rect) {
    let mut hits = Vec::with_capacity(nodes.len() + ties.len());
    for (tie, drawn) in ties.iter().zip(routes) {
        let bounds = Rect::from_points(&drawn.points);
        if drawn.points.len() > 1 && bounds.intersects(view) {
            hits.push(Hit { id: tie.id.clone(), shape: HitShape::Line(drawn.points.clone(), 5.0) });
        }
    }
    hits.append(&mut scene.hits);
    for node in nodes.iter().filter(|node| node.is_in(view)) {
        hits.push(Hit { id: node.id.clone(), shape: HitShape::Circle(node.centre, node.radius + 3.0) });
    }
    scene.hits = hits;
}

/// What solid, hatched and pale mean, in a free corner; the same stands in the outline.
fn push_legend(scene: &mut Scene, input: &Network<'_>) {
    let rows = [
        (NodeState::In, "legend-in-window"),
        (NodeState::Possible, "legend-possible"),
        (NodeState::Outside, "legend-outside"),
    ];
    let texts: Vec<String> = rows.iter().map(|(_, key)| input.words.get(key)).collect();
    let widest = texts.iter().map(|text| input.measure.width(text, TICK)).fold(0.0, f32::max);
    let size = vec2(widest + 38.0, 16.0 * rows.len() as f32 + 8.0);
    let Some(place) = free_corner(scene, input.size, size) else { return };
    scene.items.push(Item::Rect { rect: place, radius: 3.0, fill: Some(super::looks::plate()), stroke: None });
    let corner = place.min + vec2(12.0, 12.0);
    let look = super::KindLook::event(false);
    let look = super::KindLook { shape: super::shape::Shape::Circle, ..look };
    for (at, ((state, _), text)) in rows.into_iter().zip(texts).enumerate() {
        let y = corner.y + 16.0 * at as f32;
        push_node(&mut scene.items, look, pos2(corner.x, y), 5.0, state, &NodeMarks::default());
        scene.items.push(Item::Text {
            at: pos2(corner.x + 14.0, y),
            anchor: Anchor::Left,
            text,
            style: TICK,
            ink: Role::Text3.into(),
            plate: None,
        });
    }
}

/// The first corner, the lower left before the others, where nothing that can be pointed at lies.
fn free_corner(scene: &Scene, view: Vec2, size: Vec2) -> Option<Rect> {
    let far = view - size - vec2(8.0, 8.0);
    [(8.0, far.y), (far.x, far.y), (8.0, 8.0), (far.x, 8.0)]
        .map(|(x, y)| Rect::from_min_size(pos2(x, y), size))
        .into_iter()
        .filter(|rect| rect.left() >= 8.0 && rect.top() >= 8.0)
        .find(|rect| scene.hits.iter().all(|hit| !hit.shape.bounds().intersects(*rect)))
}

/// Free ground around what is shown, in points.
const MARGIN: f32 = 14.0;
/// Most that a small network is magnified to fill the view.
const MOST_FITTED: f32 = 2.0;

/// Shows everything that is visible, with its names.
pub fn fit(layout: &Layout, visible: &dyn Fn(&Id) -> bool, size: Vec2) -> Camera {
    let nodes = (layout.ids.iter().zip(layout.positions.iter().zip(&layout.rooms)))
        .filter(|(id, _)| visible(id))
        .map(|(_, (point, room))| (*point, room.expand(MARGIN)));
    Camera::fit(nodes, size, MOST_FITTED)
}
