//! Where the nodes of the network go: one value in, one value out, the same on every machine.
//!
//! Parts that hang together are arranged one by one (small ones by stress, large ones by forces), freed of overlaps,
//! turned to lie broad, and packed side by side. Only addition, multiplication, division and square roots are used,
//! which give the same bits everywhere. Knows no window.

pub mod camera;
pub mod edges;
mod finish;
mod force;
pub mod labels;
mod pack;
mod random;
pub mod request;
mod stress;

pub use request::{Layout, Request};

use emath::{Pos2, Vec2};

use crate::analysis::adjacency::Rows;
use crate::analysis::components::components;
use crate::base::cancel::Cancel;

/// Parts with more nodes than this are arranged by forces: stress looks at all pairs.
const MOST_BY_STRESS: usize = 400;
/// Parts with more nodes than this are not freed of overlaps: there the eye sees a cloud anyway.
const MOST_FREED: usize = 3_000;

/// A point while it is worked on: more exact than what is drawn.
type Point = [f64; 2];

/// One part that hangs together, in positions of its own.
struct Part {
    /// Positions in the request.
    members: Vec<u32>,
    ends: Vec<(u32, u32)>,
    rooms: Vec<Vec2>,
    pins: Vec<Option<Point>>,
    start: Vec<Option<Point>>,
}

/// Arranges a network; none if it was cancelled. The same request gives the same bits on every machine.
pub fn arrange(request: &Request, cancel: &Cancel) -> Option<Layout> {
    let count = request.ids.len();
    let rows = Rows::new(count, &request.ends);
    let mut groups = Vec::new();
    for members in components(&rows) {
        let part = part(request, &rows, members);
        let points = arrange_part(&part, request, cancel)?;
        groups.push((part, points));
    }
    let mut positions = vec![Pos2::ZERO; count];
    for (member, point) in pack::pack(groups, request.aspect) {
        positions[member as usize] = Pos2::new(point[0] as f32, point[1] as f32);
    }
    Some(Layout { ids: request.ids.clone(), positions })
}

fn part(request: &Request, rows: &Rows, members: Vec<u32>) -> Part {
    let local = |node: u32| members.binary_search(&node).expect("a neighbour is in the same part") as u32;
    let mut ends = Vec::new();
    for node in &members {
        let mut seen = Vec::new();
        for next in rows.of(*node) {
            // Parallel ties and loops pull no harder than one tie.
            if next > node && !seen.contains(next) {
                seen.push(*next);
                ends.push((local(*node), local(*next)));
            }
        }
    }
    let finite = |point: &Option<Pos2>| {
        point.filter(|point| point.x.is_finite() && point.y.is_finite()).map(|point| {
            let most = 1e7;
            [f64::from(point.x).clamp(-most, most), f64::from(point.y).clamp(-most, most)]
        })
    };
    let pick = |points: &[Option<Pos2>]| -> Vec<Option<Point>> {
        members.iter().map(|node| points.get(*node as usize).and_then(finite)).collect()
    };
    Part {
        rooms: members.iter().map(|node| request.rooms[*node as usize]).collect(),
        pins: pick(&request.pins),
        start: pick(&request.previous),
        ends,
        members,
    }
}

fn arrange_part(part: &Part, request: &Request, cancel: &Cancel) -> Option<Vec<Point>> {
    let count = part.members.len();
    if count == 1 {
        return Some(vec![part.pins[0].unwrap_or([0.0, 0.0])]);
    }
    let has_start = part.start.iter().filter(|start| start.is_some()).count() * 2 > count;
    let mut points = if count <= MOST_BY_STRESS {
        stress::arrange(part, request.seed, has_start, cancel)?
    } else {
        force::arrange(part, has_start, cancel)?
    };
    let free = part.pins.iter().all(Option::is_none);
    if free && !has_start {
        finish::lie_broad(&mut points);
        finish::fill(&mut points, f64::from(request.aspect));
    }
    if count <= MOST_FREED {
        finish::free_overlaps(part, &mut points, f64::from(request.aspect), cancel);
    }
    if free && !has_start {
        // Drawing out once more undoes what pushing apart made higher; it can bring no two nodes nearer.
        finish::fill(&mut points, f64::from(request.aspect));
    }
    (!cancel.is_cancelled()).then_some(points)
}

#[cfg(test)]
mod tests;
