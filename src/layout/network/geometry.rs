//! Lines, points and rectangles while a layout is worked on.

use super::Point;

/// A rectangle: least and greatest corner.
pub type Area = [Point; 2];

/// Whether two lines cross in a point inside both.
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |from: Point, to: Point, of: Point| {
        (to[0] - from[0]) * (of[1] - from[1]) - (to[1] - from[1]) * (of[0] - from[0])
    };
    let (on_c, on_d) = (side(a, b, c), side(a, b, d));
    let (on_a, on_b) = (side(c, d, a), side(c, d, b));
    (on_c > 0.0) != (on_d > 0.0) && (on_a > 0.0) != (on_b > 0.0)
}

/// How far a point is from a line between two points.
pub fn distance_to_line(at: Point, from: Point, to: Point) -> f64 {
    let nearest = nearest_on_line(at, from, to);
    distance(at, nearest)
}

/// The point of a line that is nearest.
pub fn nearest_on_line(at: Point, from: Point, to: Point) -> Point {
    let along = [to[0] - from[0], to[1] - from[1]];
    let length_sq = along[0] * along[0] + along[1] * along[1];
    let share = ((at[0] - from[0]) * along[0] + (at[1] - from[1]) * along[1]) / length_sq.max(1e-9);
    let share = share.clamp(0.0, 1.0);
    [from[0] + share * along[0], from[1] + share * along[1]]
}

/// Distance between two points.
pub fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    (x * x + y * y).sqrt()
}

/// Whether a line touches a rectangle.
pub fn touches(area: Area, from: Point, to: Point) -> bool {
    share_inside(area, from, to).is_some()
}

/// Which share of a line lies inside a rectangle; none where they do not meet (by cutting the line off at each side in
/// turn, after Liang and Barsky).
pub fn share_inside(area: Area, from: Point, to: Point) -> Option<f64> {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let along = to[axis] - from[axis];
        let (low, high) = (area[0][axis] - from[axis], area[1][axis] - from[axis]);
        if along.abs() < 1e-12 {
            if low > 0.0 || high < 0.0 {
                return None;
            }
            continue;
        }
        let (first, last) = if along > 0.0 { (low / along, high / along) } else { (high / along, low / along) };
        enters = enters.max(first);
        leaves = leaves.min(last);
    }
    (enters <= leaves).then_some(leaves - enters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_inside_and_not_at_a_shared_end_beyond() {
        assert!(cross([0.0, 0.0], [2.0, 2.0], [0.0, 2.0], [2.0, 0.0]));
        assert!(!cross([0.0, 0.0], [1.0, 1.0], [3.0, 0.0], [2.0, 5.0]));
    }

    #[test]
    fn a_line_touches_what_it_passes_through_and_what_it_lies_in() {
        let area = [[0.0, 0.0], [10.0, 4.0]];
        assert!(touches(area, [-5.0, 2.0], [15.0, 2.0]) && touches(area, [1.0, 1.0], [2.0, 2.0]));
        assert!(touches(area, [5.0, -5.0], [5.0, 9.0]));
        assert!(!touches(area, [-5.0, 5.0], [15.0, 5.0]) && !touches(area, [-5.0, 0.0], [2.0, -6.0]));
        assert!((distance_to_line([5.0, 3.0], [0.0, 0.0], [10.0, 0.0]) - 3.0).abs() < 1e-9);
    }
}
