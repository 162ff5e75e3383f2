//! The whole network at the lower right, small: only while some of it lies outside the view.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::Network;
use super::gather::Node;
use super::part::Part;
use super::plane::Plane;
use crate::scene::{Item, Level, Role, Scene, Stroke};

const SIZE: Vec2 = vec2(124.0, 74.0);
/// From the edges of the view.
const ASIDE: f32 = 12.0;
/// Smaller pictures have no room for it.
const LEAST_SIZE: Vec2 = vec2(420.0, 220.0);
const DOT: f32 = 1.5;
const SELECTED_DOT: f32 = 2.5;
/// More dots than this are a cloud: only so many are drawn, evenly chosen.
const MOST_DOTS: usize = 400;

/// Where it stands, if it does.
pub fn room(input: &Network<'_>, nodes: &[Node<'_>]) -> Option<Rect> {
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    let is_needed = match &input.part {
        Some(part) => !view.contains_rect(whole(input, part.plane)),
        None => nodes.iter().any(|node| !view.contains(node.centre)),
    };
    let has_room = input.size.x >= LEAST_SIZE.x && input.size.y >= LEAST_SIZE.y;
    (is_needed && has_room)
        .then(|| Rect::from_min_size(pos2(input.size.x - SIZE.x - ASIDE, input.size.y - SIZE.y - ASIDE), SIZE))
}

/// Draws it.
pub fn push(scene: &mut Scene, input: &Network<'_>, nodes: &[Node<'_>]) {
    let Some(room) = room(input, nodes) else { return };
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    let all = match &input.part {
        Some(part) => view.union(whole(input, part.plane)),
        None => nodes.iter().fold(view, |all, node| all.union(Rect::from_pos(node.centre))),
    };
    let inner = room.shrink(6.0);
    let scale = (inner.width() / all.width()).min(inner.height() / all.height());
    let place = |at: Pos2| inner.center() + (at - all.center()) * scale;
    scene.items.push(Item::Rect {
        rect: room,
        radius: 3.0,
        fill: Some(Role::Panel.into()),
        stroke: Some(Stroke::new(1.0, Role::Line)),
    });
    scene.items.push(Item::Rect {
        rect: Rect::from_two_pos(place(view.min), place(view.max)),
        radius: 0.0,
        fill: Some(Role::Canvas.into()),
        stroke: Some(Stroke::new(1.0, Role::Text3)),
    });
    let (selected, others): (Vec<_>, Vec<_>) = nodes.iter().partition(|node| node.level == Level::Selected);
    if let Some(Part { plane, .. }) = input.part {
        for at in (0..plane.len()).step_by(plane.len().div_ceil(MOST_DOTS).max(1)) {
            let centre = place(input.camera.to_view(plane.at[at], input.size));
            push_dot(scene, centre, DOT, plane.look(at as u32).role);
        }
    }
    let others = if input.part.is_some() { Vec::new() } else { others };
    for node in others.iter().step_by(others.len().div_ceil(MOST_DOTS).max(1)) {
        push_dot(scene, place(node.centre), DOT, node.look.role);
    }
    for node in selected.iter().take(MOST_DOTS) {
        push_dot(scene, place(node.centre), SELECTED_DOT, Role::Thread);
    }
}

/// All of a large network, in points of the view.
fn whole(input: &Network<'_>, plane: &Plane) -> Rect {
    let bounds = plane.bounds();
    Rect::from_two_pos(input.camera.to_view(bounds.min, input.size), input.camera.to_view(bounds.max, input.size))
}

fn push_dot(scene: &mut Scene, centre: Pos2, radius: f32, role: Role) {
    scene.items.push(Item::Circle { centre, radius, fill: Some(role.into()), stroke: None });
}
