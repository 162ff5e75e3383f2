//! Putting parts that do not hang together side by side, largest first.

use super::{Part, Point};

/// Room between two parts, in points.
const GAP: f64 = 36.0;

/// Packs the parts into rows. Parts that have a place, by pins or from before, stay there; the others go below them.
/// Where none has a place, the whole lies around the origin.
pub fn pack(groups: &[(Part, Vec<Point>)], aspect: f32) -> Vec<(u32, Point)> {
    let mut placed = Vec::new();
    let mut below = f64::NEG_INFINITY;
    let mut left = 0.0_f64;
    let mut free = Vec::new();
    for (part, points) in groups {
        if part.has_start || part.pins.iter().any(Option::is_some) {
            let [_, low] = bounds(part, points);
            if below == f64::NEG_INFINITY {
                left = bounds(part, points)[0][0];
            }
            below = below.max(low[1]);
            placed.extend(part.members.iter().copied().zip(points.iter().copied()));
        } else {
            free.push((part, points));
        }
    }
    // The sort is stable, so parts of one size keep the order of the case.
    free.sort_by_key(|(part, _)| std::cmp::Reverse(part.members.len()));
    let boxes: Vec<[Point; 2]> = free.iter().map(|(part, points)| bounds(part, points)).collect();
    let width = row_width(&boxes, aspect);
    let mut corner = [left, if below == f64::NEG_INFINITY { 0.0 } else { below + GAP }];
    let mut row_height = 0.0_f64;
    let mut far: Point = [0.0, 0.0];
    let is_free = placed.is_empty();
    for ((part, points), [min, max]) in free.into_iter().zip(boxes) {
        let size = [max[0] - min[0], max[1] - min[1]];
        if corner[0] > left && corner[0] + size[0] > left + width {
            corner = [left, corner[1] + row_height + GAP];
            row_height = 0.0;
        }
        let shift = [corner[0] - min[0], corner[1] - min[1]];
        placed.extend(
            part.members.iter().copied().zip(points.iter().map(|point| [point[0] + shift[0], point[1] + shift[1]])),
        );
        corner[0] += size[0] + GAP;
        row_height = row_height.max(size[1]);
        far = [far[0].max(corner[0] - GAP), far[1].max(corner[1] + row_height)];
    }
    if is_free {
        for (_, point) in &mut placed {
            *point = [point[0] - far[0] / 2.0, point[1] - far[1] / 2.0];
        }
    }
    placed
}

/// As wide as makes the whole about as broad as the place where it is shown, and never narrower than the widest part.
fn row_width(boxes: &[[Point; 2]], aspect: f32) -> f64 {
    let area: f64 = boxes.iter().map(|[min, max]| (max[0] - min[0] + GAP) * (max[1] - min[1] + GAP)).sum();
    let widest = boxes.iter().map(|[min, max]| max[0] - min[0]).fold(0.0, f64::max);
    let aspect = f64::from(if aspect.is_finite() { aspect.clamp(0.2, 5.0) } else { 1.6 });
    (area * aspect).sqrt().max(widest)
}

fn bounds(part: &Part, points: &[Point]) -> [Point; 2] {
    let mut min = [f64::INFINITY; 2];
    let mut max = [f64::NEG_INFINITY; 2];
    for (point, room) in points.iter().zip(&part.rooms) {
        for axis in 0..2 {
            min[axis] = min[axis].min(point[axis] + room[0][axis]);
            max[axis] = max[axis].max(point[axis] + room[1][axis]);
        }
    }
    [min, max]
}
