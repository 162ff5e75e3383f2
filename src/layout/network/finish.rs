//! What makes an arrangement readable: it lies broad, nothing overlaps, no node sits on a tie that is not its own.

use super::geometry::Area;
use super::{Part, Point};
use crate::base::cancel::Cancel;

/// Turns the points so that their longest axis lies level: screens are broader than high.
pub fn lie_broad(points: &mut [Point]) {
    let count = points.len() as f64;
    let middle = [
        points.iter().map(|point| point[0]).sum::<f64>() / count,
        points.iter().map(|point| point[1]).sum::<f64>() / count,
    ];
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter() {
        let [x, y] = [point[0] - middle[0], point[1] - middle[1]];
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    // The eigenvector of the larger eigenvalue of [[xx, xy], [xy, yy]].
    let half = (xx - yy) / 2.0;
    let root = (half * half + xy * xy).sqrt();
    let mut axis = if half >= 0.0 { [half + root, xy] } else { [xy, root - half] };
    let length = (axis[0] * axis[0] + axis[1] * axis[1]).sqrt();
    if length < 1e-9 {
        return;
    }
    axis = [axis[0] / length, axis[1] / length];
    for point in points.iter_mut() {
        let [x, y] = [point[0] - middle[0], point[1] - middle[1]];
        *point = [x * axis[0] + y * axis[1], y * axis[0] - x * axis[1]];
    }
}

/// Least and greatest corner of what the points cover.
fn bounds(points: &[Point]) -> Area {
    let least = |axis: usize| points.iter().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
    let most = |axis: usize| points.iter().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
    [[least(0), least(1)], [most(0), most(1)]]
}

/// The middle of what the points cover.
pub fn middle(points: &[Point]) -> Point {
    let [low, high] = bounds(points);
    [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])]
}

/// Share of the frame that points are spread over; names need the rest.
const SPREAD: f64 = 0.8;

/// Spreads the points over a frame of this half width and half height around the origin.
pub fn into_frame(points: &mut [Point], frame: Point) {
    let ([low, high], middle) = (bounds(points), middle(points));
    for point in points.iter_mut() {
        for axis in 0..2 {
            let size = high[axis] - low[axis];
            let scale = if size > 1.0 { 2.0 * frame[axis] * SPREAD / size } else { 1.0 };
            point[axis] = (point[axis] - middle[axis]) * scale;
        }
    }
}

/// Most that a part is drawn out sideways: further, and distances would say little.
const MOST_STRETCH: f64 = 2.0;

/// Draws the points out sideways towards the proportions of the place where they are shown.
pub fn fill(points: &mut [Point], aspect: f64) {
    let [low, high] = bounds(points);
    let (width, height) = (high[0] - low[0], high[1] - low[1]);
    if width < 1.0 || height < 1.0 {
        return;
    }
    let stretch = (aspect * height / width).clamp(1.0, MOST_STRETCH);
    for point in points.iter_mut() {
        point[0] *= stretch;
    }
}

/// Rounds of pushing apart.
const ROUNDS: usize = 240;
/// Room between two nodes with their labels.
const GAP: f64 = 8.0;
/// Room between a node and a tie of others.
const CLEAR: f64 = 18.0;
/// With more ties than this, ties are not kept clear of nodes: each round looks at all of both.
const MOST_TIES: usize = 800;

/// Pushes nodes apart until their rooms are free of each other, and off the ties that pass them by. Pinned nodes stay.
pub fn free_overlaps(part: &Part, points: &mut [Point], aspect: f64, cancel: &Cancel) {
    for round in 0..ROUNDS {
        if cancel.is_cancelled() {
            return;
        }
        let mut moved = part_rooms(part, points, aspect);
        // Ties come second and end earlier: a free room matters more than a tie that grazes a node.
        if part.ends.len() <= MOST_TIES && round < ROUNDS * 3 / 4 {
            moved |= clear_ties(part, points);
        }
        if !moved {
            return;
        }
    }
}

fn part_rooms(part: &Part, points: &mut [Point], aspect: f64) -> bool {
    let mut moved = false;
    // Sorted by their left edge, only those that begin before a room ends can overlap with it.
    let mut order: Vec<u32> = (0..points.len() as u32).collect();
    let left = |node: u32, points: &[Point]| points[node as usize][0] + part.rooms[node as usize][0][0];
    order.sort_by(|a, b| left(*a, points).total_cmp(&left(*b, points)).then(a.cmp(b)));
    for (at, first) in order.iter().enumerate() {
        for second in &order[at + 1..] {
            let (a, b) = (*first as usize, *second as usize);
            // What was pushed since may have moved by as much as a room.
            if left(*second, points) > points[a][0] + part.rooms[a][1][0] + 2.0 * GAP + 40.0 {
                break;
            }
            let over = [0, 1].map(|axis| {
                let apart = points[b][axis] - points[a][axis];
                [
                    part.rooms[a][1][axis] - apart - part.rooms[b][0][axis] + GAP,
                    part.rooms[b][1][axis] + apart - part.rooms[a][0][axis] + GAP,
                ]
            });
            // Apart by pushing the second to the right or left, or down or up: whichever is least.
            let least = |axis: usize| over[axis][0].min(over[axis][1]);
            if least(0) <= 0.0 || least(1) <= 0.0 {
                continue;
            }
            // There is more room across than down.
            let axis = usize::from(least(1) * aspect < least(0));
            let way = if over[axis][0] <= over[axis][1] { 1.0 } else { -1.0 };
            moved |= push(part, points, [a, b], axis, way * least(axis) * 0.5);
        }
    }
    moved
}

/// Pushes two nodes apart by twice this much; false if neither may move.
fn push(part: &Part, points: &mut [Point], [a, b]: [usize; 2], axis: usize, by: f64) -> bool {
    match (part.is_fixed(a), part.is_fixed(b)) {
        (true, true) => return false,
        (true, false) => points[b][axis] += 2.0 * by,
        (false, true) => points[a][axis] -= 2.0 * by,
        (false, false) => {
            points[a][axis] -= by;
            points[b][axis] += by;
        }
    }
    true
}

fn clear_ties(part: &Part, points: &mut [Point]) -> bool {
    let mut moved = false;
    for (from, to) in &part.ends {
        let (from, to) = (*from as usize, *to as usize);
        let (a, b) = (points[from], points[to]);
        let low = [a[0].min(b[0]) - CLEAR, a[1].min(b[1]) - CLEAR];
        let high = [a[0].max(b[0]) + CLEAR, a[1].max(b[1]) + CLEAR];
        for (node, point) in points.iter_mut().enumerate() {
            let at = *point;
            let is_far = at[0] < low[0] || at[0] > high[0] || at[1] < low[1] || at[1] > high[1];
            if is_far || node == from || node == to || part.is_fixed(node) {
                continue;
            }
            if let Some(push) = push_off(at, a, b) {
                moved = true;
                *point = [at[0] + push[0], at[1] + push[1]];
            }
        }
    }
    moved
}

/// How a point is moved off a tie that passes too near.
fn push_off(at: Point, a: Point, b: Point) -> Option<Point> {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length_sq = along[0] * along[0] + along[1] * along[1];
    let share = ((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / length_sq.max(1e-9);
    if !(0.05..=0.95).contains(&share) {
        return None;
    }
    let off = [at[0] - a[0] - share * along[0], at[1] - a[1] - share * along[1]];
    let distance = (off[0] * off[0] + off[1] * off[1]).sqrt();
    if distance >= CLEAR {
        return None;
    }
    let normal = if distance > 1e-6 {
        [off[0] / distance, off[1] / distance]
    } else {
        let length = length_sq.sqrt().max(1e-9);
        [-along[1] / length, along[0] / length]
    };
    let by = (CLEAR - distance) * 0.3;
    Some([normal[0] * by, normal[1] * by])
}
