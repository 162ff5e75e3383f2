//! A box for each group, arranged inside by who is tied to whom, largest first.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::{Form, Mark};
use crate::layout::network::{Layout, Request, Watch, arrange_watched};

/// From the border of a box to what is in it; above, its name stands.
const ASIDE: f32 = 14.0;
const ABOVE: f32 = 30.0;
/// Between two boxes.
const BETWEEN: f32 = 28.0;
/// Width over height that the inside of a box strives for.
const ASPECT: f32 = 1.5;

pub fn arrange(request: &Request, group_of: &[u32], names: &[String], watch: &Watch<'_>) -> Option<Layout> {
    let nowhere = names.len().saturating_sub(1);
    let group = |node: usize| (group_of.get(node).copied().unwrap_or(u32::MAX) as usize).min(nowhere);
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); names.len().max(1)];
    let mut local = vec![0_u32; request.ids.len()];
    for node in 0..request.ids.len() {
        local[node] = members[group(node)].len() as u32;
        members[group(node)].push(node as u32);
    }
    let mut ends: Vec<Vec<(u32, u32)>> = vec![Vec::new(); members.len()];
    for (from, to) in &request.ends {
        let (from, to) = (*from as usize, *to as usize);
        if group(from) == group(to) {
            ends[group(from)].push((local[from], local[to]));
        }
    }
    let mut boxes = Vec::new();
    for (at, (some, ends)) in members.iter().zip(ends).enumerate().filter(|(_, (some, _))| !some.is_empty()) {
        let inner = inside(request, some, ends);
        let quiet = Watch { first: None, ..*watch };
        let layout = arrange_watched(&inner, &quiet)?;
        let rooms = layout.positions.iter().zip(&layout.rooms).map(|(at, room)| room.translate(at.to_vec2()));
        let content = rooms.fold(Rect::NOTHING, Rect::union);
        boxes.push((at, layout, content));
    }
    // What belongs nowhere comes last; groups of one size keep their order.
    boxes.sort_by_key(|(at, layout, _)| (*at == nowhere && names.len() > 1, std::cmp::Reverse(layout.ids.len())));
    let mut positions = vec![Pos2::ZERO; request.ids.len()];
    let mut marks = Vec::new();
    let sizes: Vec<Vec2> =
        boxes.iter().map(|(.., content)| content.size() + vec2(2.0 * ASIDE, ABOVE + ASIDE)).collect();
    for ((at, layout, content), corner) in boxes.iter().zip(shelves(&sizes, request.aspect)) {
        let shift = corner + vec2(ASIDE, ABOVE) - content.min;
        for (node, position) in members[*at].iter().zip(&layout.positions) {
            positions[*node as usize] = *position + shift;
        }
        let rect = Rect::from_min_size(corner, content.size() + vec2(2.0 * ASIDE, ABOVE + ASIDE));
        marks.push(Mark::Box { rect, name: names.get(*at).cloned().unwrap_or_default(), count: layout.ids.len() });
    }
    for (position, pin) in positions.iter_mut().zip(&request.pins) {
        *position = pin.filter(|pin| pin.x.is_finite() && pin.y.is_finite()).unwrap_or(*position);
    }
    Some(Layout { ids: request.ids.clone(), positions, rooms: request.rooms.clone(), marks, ..Layout::default() })
}

/// What is asked for the inside of one box.
fn inside(request: &Request, members: &[u32], ends: Vec<(u32, u32)>) -> Request {
    Request {
        ids: members.iter().map(|node| request.ids[*node as usize].clone()).collect(),
        ends,
        weights: Vec::new(),
        rooms: members.iter().map(|node| request.rooms[*node as usize]).collect(),
        pins: vec![None; members.len()],
        previous: Vec::new(),
        aspect: ASPECT,
        seed: request.seed,
        form: Form::Free,
    }
}

/// Corners of boxes in rows about as broad as the whole is to be.
fn shelves(sizes: &[Vec2], aspect: f32) -> Vec<Pos2> {
    let area: f32 = sizes.iter().map(|size| (size.x + BETWEEN) * (size.y + BETWEEN)).sum();
    let widest = sizes.iter().map(|size| size.x).fold(0.0, f32::max);
    let aspect = if aspect.is_finite() { aspect.clamp(0.4, 4.0) } else { 1.6 };
    let width = (area * aspect).sqrt().max(widest);
    let mut corner = Pos2::ZERO;
    let mut tallest = 0.0_f32;
    let mut corners = Vec::with_capacity(sizes.len());
    for size in sizes {
        if corner.x > 0.0 && corner.x + size.x > width {
            corner = pos2(0.0, corner.y + tallest + BETWEEN);
            tallest = 0.0;
        }
        corners.push(corner);
        corner.x += size.x + BETWEEN;
        tallest = tallest.max(size.y);
    }
    corners
}
