//! What makes an arrangement readable: it lies broad, nothing overlaps, no node sits on a tie that is not its own.

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

/// Most that a part is drawn out sideways: further, and distances would say little.
const MOST_STRETCH: f64 = 2.0;

/// Draws the points out sideways towards the proportions of the place where they are shown.
pub fn fill(points: &mut [Point], aspect: f64) {
    let range = |axis: usize| {
        let low = points.iter().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
        let high = points.iter().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
        high - low
    };
    let (width, height) = (range(0), range(1));
    if width < 1.0 || height < 1.0 || !aspect.is_finite() {
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
    let aspect = if aspect.is_finite() { aspect.clamp(0.5, 3.0) } else { 1.6 };
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
    // Sorted by their left edge, only neighbours in that order can overlap.
    let mut order: Vec<u32> = (0..points.len() as u32).collect();
    let left = |node: u32, points: &[Point]| points[node as usize][0] - f64::from(part.rooms[node as usize].x);
    order.sort_by(|a, b| left(*a, points).total_cmp(&left(*b, points)).then(a.cmp(b)));
    for (at, first) in order.iter().enumerate() {
        for second in &order[at + 1..] {
            let (a, b) = (*first as usize, *second as usize);
            let reach_x = f64::from(part.rooms[a].x) + f64::from(part.rooms[b].x) + GAP;
            let reach_y = f64::from(part.rooms[a].y) + f64::from(part.rooms[b].y) + GAP;
            let apart = [points[b][0] - points[a][0], points[b][1] - points[a][1]];
            if left(*second, points) > points[a][0] + f64::from(part.rooms[a].x) + GAP + reach_x {
                break;
            }
            let over = [reach_x - apart[0].abs(), reach_y - apart[1].abs()];
            if over[0] <= 0.0 || over[1] <= 0.0 {
                continue;
            }
            moved = true;
            // Along the axis on which less has to be moved; there is more room across than down.
            let axis = usize::from(over[1] * aspect < over[0]);
            let way = if apart[axis] < 0.0 || (apart[axis] == 0.0 && a > b) { -1.0 } else { 1.0 };
            push(part, points, a, b, axis, way * over[axis] * 0.5);
        }
    }
    moved
}

fn push(part: &Part, points: &mut [Point], a: usize, b: usize, axis: usize, by: f64) {
    match (part.pins[a].is_some(), part.pins[b].is_some()) {
        (true, true) => {}
        (true, false) => points[b][axis] += 2.0 * by,
        (false, true) => points[a][axis] -= 2.0 * by,
        (false, false) => {
            points[a][axis] -= by;
            points[b][axis] += by;
        }
    }
}

fn clear_ties(part: &Part, points: &mut [Point]) -> bool {
    let mut moved = false;
    for (from, to) in &part.ends {
        let (from, to) = (*from as usize, *to as usize);
        for node in 0..points.len() {
            if node == from || node == to || part.pins[node].is_some() {
                continue;
            }
            let (a, b) = (points[from], points[to]);
            let along = [b[0] - a[0], b[1] - a[1]];
            let length_sq = along[0] * along[0] + along[1] * along[1];
            let share =
                ((points[node][0] - a[0]) * along[0] + (points[node][1] - a[1]) * along[1]) / length_sq.max(1e-9);
            if !(0.05..=0.95).contains(&share) {
                continue;
            }
            let off = [points[node][0] - a[0] - share * along[0], points[node][1] - a[1] - share * along[1]];
            let distance = (off[0] * off[0] + off[1] * off[1]).sqrt();
            if distance >= CLEAR {
                continue;
            }
            moved = true;
            let normal = if distance > 1e-6 {
                [off[0] / distance, off[1] / distance]
            } else {
                let length = length_sq.sqrt().max(1e-9);
                [-along[1] / length, along[0] / length]
            };
            let by = (CLEAR - distance) * 0.3;
            points[node] = [points[node][0] + normal[0] * by, points[node][1] + normal[1] * by];
        }
    }
    moved
}
