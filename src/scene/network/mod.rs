//! The network as a picture: nodes, ties and names, with what is selected, pointed at and in the window.
//!
//! Takes a case, a layout and a camera; gives a scene. Dates are put into words by [`Words`]; nothing is measured by a
//! window.

pub mod cloud;
pub mod fold;
pub mod form;
mod gather;
mod ground;
mod legend;
mod links;
mod minimap;
mod names;
pub mod part;
pub mod plane;
pub mod request;
#[cfg(test)]
mod tests;
mod words_on_links;

use std::collections::{BTreeMap, BTreeSet};

use emath::{Pos2, Rect, Vec2};

use super::looks::DIMMED_NODE;
use super::node::{ICON_FROM, NodeMarks, RING_CLEAR, Ring, fold_room, pin_room, push_node};
use super::styles::Scale;
use super::{Emphasis, Hit, HitShape, Level, Light, Scene};
use crate::analysis::folds::Folds;
use crate::layout::measure::Measure;
use crate::layout::network::camera::Camera;
use crate::layout::network::labels::Lines;
use crate::layout::network::{Layout, Mark};
use crate::locale::Words;
use crate::model::{Case, Id};
use gather::{Node, Tie};
use part::Part;
use plane::Plane;

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
    /// Folded groups.
    pub folds: &'a Folds,
    /// How wide links are, where an attribute decides it.
    pub widths: Option<&'a Scale>,
    /// Of a large network: the picture below, and what is drawn one by one. None for a small one.
    pub part: Option<Part<'a>>,
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
    /// Links in view, and events that are drawn as ties, with the middle of their line.
    pub links: Vec<(Id, Pos2)>,
    /// What each line stands for that is drawn for several ties: by the first of them, all of them.
    pub bundles: BTreeMap<Id, Vec<Id>>,
}

/// With more ties than this, names do not look for a place without lines: there is none.
const MOST_LINES: usize = 3_000;

/// Draws the network.
pub fn network(input: &Network<'_>) -> NetworkScene {
    let group = input.emphasis.hovered.and_then(|hovered| input.folds.group(hovered));
    let light = match (group, &input.part) {
        (Some(group), _) => fold::light(input.case, group),
        (None, Some(part)) => part.light(input),
        (None, None) => Light::new(input.case, input.emphasis.hovered),
    };
    let mut nodes = gather::nodes(input, &light);
    let mut ties = gather::ties(input, &nodes, &light);
    let mut scene = Scene { size: input.size, ..Scene::default() };
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    ground::push(&mut scene, input);
    if let Some(part) = &input.part {
        let recedes = light.is_on() || input.emphasis.neighbourhood.is_some();
        part.push_cloud(&mut scene, input, recedes);
    }
    let routes = links::routes(input, &nodes, &ties);
    links::merge(&mut ties, &routes);
    scene.omit("omitted-unsourced-links", links::quieten(&mut ties));
    scene.omit("omitted-unsourced-names", names::quieten(&mut nodes));
    let inside = input.folds.groups().iter().map(|group| group.inside).sum();
    scene.omit("omitted-inside-groups", inside);
    // Above a picture of all, names have no place without lines either.
    let lines = if ties.len() <= MOST_LINES && input.part.is_none() { routes.as_slice() } else { &[] };
    let lines = Lines::new(view, lines.iter().map(|drawn| drawn.points.as_slice()));
    links::push(&mut scene, input, &ties, &routes, view);
    push_nodes(&mut scene, &nodes, view);
    let mut taken = rooms(&nodes, view);
    taken.extend(links::signs(&ties, &routes));
    taken.extend(minimap::room(input, &nodes));
    taken.extend(ground::rooms(input));
    let legend = legend::room(input, &taken, &lines);
    taken.extend(legend);
    let shown = names::push(&mut scene, input, &nodes, &taken, &lines);
    words_on_links::push(&mut scene, input, &nodes, (&ties, &routes), &lines, taken);
    push_hits(&mut scene, &nodes, &ties, &routes, view);
    if let Some(room) = legend {
        legend::push(&mut scene, input, room);
    }
    ground::push_dates(&mut scene, input);
    minimap::push(&mut scene, input, &nodes);
    let nodes = nodes
        .iter()
        .filter(|node| view.contains(node.centre))
        .map(|node| (node.id.clone(), node.centre, node.radius))
        .collect();
    let links = middles(input.case, &ties, &routes, view);
    NetworkScene { scene, shown, nodes, links, bundles: links::bundles(&ties, &routes) }
}

/// The middle of each link in view, and of one tie of each event that is folded into ties.
fn middles(case: &Case, ties: &[Tie<'_>], routes: &[links::Drawn], view: Rect) -> Vec<(Id, Pos2)> {
    let folded = plane::folds_events(case);
    let mut seen = BTreeSet::new();
    (ties.iter().zip(routes))
        .filter(|(tie, drawn)| drawn.points.len() > 1 && (folded || !tie.is_participation))
        .map(|(tie, drawn)| (tie.id, links::along(&drawn.points, 0.5)))
        .filter(|(id, middle)| view.contains(*middle) && seen.insert(*id))
        .map(|(id, middle)| (id.clone(), middle))
        .collect()
}

/// Draws the nodes, what stands out last.
fn push_nodes(scene: &mut Scene, nodes: &[Node<'_>], view: Rect) {
    let mut order: Vec<&Node<'_>> = nodes.iter().filter(|node| node.is_in(view)).collect();
    order.sort_by_key(|node| (std::cmp::Reverse(node.level), node.is_focused));
    scene.omit("omitted-icons", order.iter().filter(|node| !node.is_event && node.radius < ICON_FROM).count());
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
            folded: node.folded.as_deref(),
            nature: node.nature,
        };
        push_node(&mut scene.items, node.look, node.centre, node.radius, node.state, &marks);
    }
}

/// What the nodes in view take with their rings and pins: no words may stand there.
fn rooms(nodes: &[Node<'_>], view: Rect) -> Vec<Rect> {
    let mut rooms = Vec::with_capacity(nodes.len());
    for node in nodes.iter().filter(|node| node.is_in(view)) {
        let ring = if node.level <= Level::Hovered { RING_CLEAR + 3.0 } else { 1.0 };
        rooms.push(node.look.shape.bounds_at(node.centre, node.radius).expand(ring));
        rooms.extend(node.is_pinned.then(|| pin_room(node.centre, node.radius)));
        if node.folded.is_some() {
            let bounds = node.look.shape.bounds_at(node.centre, node.radius);
            rooms.push(fold_room(bounds));
        }
    }
    rooms
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

/// Free ground around what is shown, in points.
const MARGIN: f32 = 14.0;
/// Most that a small network is magnified to fill the view.
const MOST_FITTED: f32 = 2.0;

/// Shows everything that is visible, with its names.
pub fn fit(layout: &Layout, visible: &dyn Fn(&Id) -> bool, size: Vec2) -> Camera {
    let nodes = (layout.ids.iter().zip(layout.positions.iter().zip(&layout.rooms)))
        .filter(|(id, _)| visible(id))
        .map(|(_, (point, room))| (*point, room.expand(MARGIN)));
    let nodes = nodes.chain(layout.marks.iter().flat_map(corners));
    Camera::fit(nodes, size, MOST_FITTED)
}

/// The corners of what lies below and must be seen as a whole.
fn corners(mark: &Mark) -> impl Iterator<Item = (Pos2, Rect)> {
    let rect = match mark {
        // A title stands in the upper border.
        Mark::Box { rect, .. } | Mark::Undated { rect, .. } => Some(rect.expand2(Vec2::new(0.0, 12.0))),
        Mark::Ring { .. } => None,
        // The strip of dates covers what is below it.
        Mark::Times { rect, .. } => Some(rect.expand2(Vec2::new(0.0, 48.0))),
    };
    rect.into_iter()
        .flat_map(|rect| [rect.min, rect.max])
        .map(|at| (at, Rect::from_center_size(Pos2::ZERO, Vec2::ZERO)))
}

/// Shows a large network, or these of its nodes.
pub fn fit_plane(plane: &Plane, nodes: Option<&[u32]>, size: Vec2) -> Camera {
    let room = Rect::from_center_size(Pos2::ZERO, Vec2::splat(4.0 * MARGIN));
    if let Some(nodes) = nodes {
        return Camera::fit(nodes.iter().map(|node| (plane.at[*node as usize], room)), size, MOST_FITTED);
    }
    // The corners of all stand for all.
    let bounds = plane.bounds();
    Camera::fit([bounds.min, bounds.max].map(|at| (at, room)), size, MOST_FITTED)
}
