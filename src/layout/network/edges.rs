//! The lines between nodes: parallel ones apart, loops beside their node, none under a node that is not its end.
//! Works in points on screen.

use std::collections::BTreeMap;

use emath::{Pos2, Rect, Vec2};

/// A node as an obstacle and as the end of lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Centre.
    pub centre: Pos2,
    /// Radius of the circle that no other line may cross.
    pub radius: f32,
}

/// The way of one tie, from border to border; several points where it is bent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Points in order. Empty where both ends lie on one spot.
    pub points: Vec<Pos2>,
    /// This tie is drawn with others as one line; the first of them carries their number.
    pub bundled: Option<usize>,
}

/// Distance between parallel lines at their middle.
const APART: f32 = 34.0;
/// The same where the ends are nearer than [`NEAR`].
const APART_NEAR: f32 = 17.0;
const NEAR: f32 = 120.0;
/// From so many on, parallel ties become one line.
const BUNDLE_FROM: usize = 5;
/// So many parallel ties are drawn side by side where they are asked for.
const MOST_FANNED: usize = 24;
/// Parallel lines spread over no more than this share of their length.
const MOST_SPREAD: f32 = 1.2;
/// A line is bent in steps of this size until it is clear.
const BEND: f32 = 17.0;
const MOST_BENDS: i32 = 4;
/// No line is bent by more than this share of its length.
const MOST_BENT: f32 = 0.25;
/// With more nodes times ties than this, lines are not kept clear: nobody could tell.
const MOST_OBSTACLES: usize = 360_000;
const SAMPLES: usize = 16;

/// How ties between the same two nodes are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parallel {
    /// Side by side while they are few, as one line from five on.
    #[default]
    ByNumber,
    /// As one line, however many there are.
    Merged,
    /// Side by side, however many there are, within reason.
    Fanned,
}

/// The ways of all ties. `reach` is how far a node's border is from its centre in a direction, gap included; `parallel`
/// is told the ties between two nodes.
pub fn routes(
    stops: &[Stop],
    ties: &[(usize, usize)],
    reach: &dyn Fn(usize, Vec2) -> f32,
    parallel: &dyn Fn(&[usize]) -> Parallel,
) -> Vec<Route> {
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, (from, to)) in ties.iter().enumerate() {
        groups.entry((*from.min(to), *from.max(to))).or_default().push(at);
    }
    let mut routes = vec![Route::default(); ties.len()];
    let is_clear = stops.len() * ties.len() <= MOST_OBSTACLES;
    for ((low, high), members) in groups {
        if low == high {
            for (number, at) in members.iter().enumerate() {
                routes[*at].points = loop_points(stops[low], number);
            }
            continue;
        }
        let distance = stops[low].centre.distance(stops[high].centre);
        let bundle = match parallel(&members) {
            Parallel::Merged => members.len() > 1,
            Parallel::Fanned => members.len() > MOST_FANNED,
            Parallel::ByNumber => members.len() >= BUNDLE_FROM,
        };
        let apart = if distance < NEAR { APART_NEAR } else { APART };
        // Many lines share the room that few would take.
        let apart = apart.min(MOST_SPREAD * distance / members.len() as f32);
        for (number, at) in members.iter().enumerate() {
            if bundle && number > 0 {
                routes[*at].bundled = Some(0);
                continue;
            }
            let offset = if bundle || members.len() == 1 {
                if is_clear { clear_bend(stops, low, high) } else { 0.0 }
            } else {
                (number as f32 - (members.len() - 1) as f32 / 2.0) * apart
            };
            // Offsets are measured from the lower to the higher node, so that both directions share one row.
            let (from, to) = ties[*at];
            let offset = if from == low { offset } else { -offset };
            routes[*at].points = trimmed(stops, from, to, offset, reach);
            routes[*at].bundled = bundle.then_some(members.len());
        }
    }
    routes
}

/// The least bend with which a line passes all other nodes; none where no seemly bend does: in a thicket a straight
/// line is read best.
fn clear_bend(stops: &[Stop], from: usize, to: usize) -> f32 {
    let (start, end) = (stops[from].centre, stops[to].centre);
    let most = start.distance(end) * MOST_BENT;
    (0..=2 * MOST_BENDS)
        // 0, 1, -1, 2, -2, …
        .map(|step| BEND * ((step + 1) / 2) as f32 * if step % 2 == 1 { 1.0 } else { -1.0 })
        .filter(|bend| bend.abs() <= most)
        .find(|bend| {
            let line = curve(start, end, *bend);
            let bounds = Rect::from_points(&line);
            (stops.iter().enumerate())
                .filter(|(node, stop)| *node != from && *node != to && bounds.expand(stop.radius).contains(stop.centre))
                .all(|(_, stop)| !line.windows(2).any(|ends| near_segment(stop.centre, ends[0], ends[1], stop.radius)))
        })
        .unwrap_or(0.0)
}

fn near_segment(at: Pos2, from: Pos2, to: Pos2, radius: f32) -> bool {
    let along = to - from;
    let length_sq = along.length_sq();
    let share = if length_sq > 0.0 { ((at - from).dot(along) / length_sq).clamp(0.0, 1.0) } else { 0.0 };
    at.distance_sq(from + along * share) < radius * radius
}

/// A line from centre to centre that is `bend` off at its middle.
fn curve(from: Pos2, to: Pos2, bend: f32) -> Vec<Pos2> {
    if bend == 0.0 {
        return vec![from, to];
    }
    let along = (to - from).normalized();
    let control = from + (to - from) * 0.5 + Vec2::new(-along.y, along.x) * (2.0 * bend);
    (0..=SAMPLES)
        .map(|at| {
            let share = at as f32 / SAMPLES as f32;
            let first = from + (control - from) * share;
            let second = control + (to - control) * share;
            first + (second - first) * share
        })
        .collect()
}

/// The curve between the borders of its ends.
fn trimmed(stops: &[Stop], from: usize, to: usize, bend: f32, reach: &dyn Fn(usize, Vec2) -> f32) -> Vec<Pos2> {
    let (start, end) = (stops[from].centre, stops[to].centre);
    if start.distance(end) < 1.0 {
        return Vec::new();
    }
    let mut points = curve(start, end, bend);
    cut(&mut points, start, |way| reach(from, way));
    points.reverse();
    cut(&mut points, end, |way| reach(to, way));
    points.reverse();
    if points.len() < 2 { Vec::new() } else { points }
}

/// Cuts the beginning of a line that lies within its node.
fn cut(points: &mut Vec<Pos2>, centre: Pos2, reach: impl Fn(Vec2) -> f32) {
    let inside = |point: Pos2| {
        let way = point - centre;
        way.length() < reach(way.normalized())
    };
    let Some(first_outside) = points.iter().position(|point| *point != centre && !inside(*point)) else {
        points.clear();
        return;
    };
    let (mut low, mut high) = (points[first_outside - 1], points[first_outside]);
    for _ in 0..12 {
        let middle = low + (high - low) * 0.5;
        if middle == centre || inside(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    points.drain(..first_outside - 1);
    points[0] = high;
}

/// A loop above and to the right of its node; further ones around it.
fn loop_points(stop: Stop, number: usize) -> Vec<Pos2> {
    let size = stop.radius + 10.0 + 8.0 * number as f32;
    let middle = stop.centre + Vec2::new(0.8, -0.8) * (stop.radius * 0.6 + size * 0.6);
    // An octagon's worth of turns by a fixed unit vector, so that no sine is needed.
    let (turn_x, turn_y) = (0.923_879_5_f32, 0.382_683_43_f32);
    let mut spoke = Vec2::new(-0.707_106_77, 0.707_106_77) * size * 0.62;
    let mut points = Vec::with_capacity(17);
    for _ in 0..=16 {
        let point = middle + spoke;
        if point.distance(stop.centre) > stop.radius + 2.0 {
            points.push(point);
        }
        spoke = Vec2::new(spoke.x * turn_x - spoke.y * turn_y, spoke.x * turn_y + spoke.y * turn_x);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(x: f32, y: f32) -> Stop {
        Stop { centre: Pos2::new(x, y), radius: 12.0 }
    }

    fn middle(route: &Route) -> Pos2 {
        let points = &route.points;
        if points.len() == 2 { points[0].lerp(points[1], 0.5) } else { points[points.len() / 2] }
    }

    #[test]
    fn two_ties_between_the_same_nodes_run_34_points_apart_whatever_their_direction() {
        let stops = [stop(0.0, 0.0), stop(300.0, 0.0)];
        let routes = routes(&stops, &[(0, 1), (1, 0)], &|_, _| 14.0, &|_| Parallel::ByNumber);
        let gap = (middle(&routes[0]).y - middle(&routes[1]).y).abs();
        assert!((gap - 34.0).abs() < 2.0, "{gap}");
    }

    #[test]
    fn five_ties_become_one_line_with_their_number() {
        let stops = [stop(0.0, 0.0), stop(300.0, 0.0)];
        let routes = routes(&stops, &[(0, 1); 5], &|_, _| 14.0, &|_| Parallel::ByNumber);
        assert_eq!(routes[0].bundled, Some(5));
        assert!(routes[1..].iter().all(|route| route.points.is_empty() && route.bundled == Some(0)));
    }

    #[test]
    fn ties_that_are_asked_for_are_fanned_out_and_those_of_a_group_are_one_line() {
        let stops = [stop(0.0, 0.0), stop(300.0, 0.0)];
        let ties = [(0, 1); 9];
        let fanned = routes(&stops, &ties, &|_, _| 14.0, &|_| Parallel::Fanned);
        let heights: Vec<f32> = fanned.iter().map(|route| middle(route).y).collect();
        assert!(heights.windows(2).all(|pair| pair[1] - pair[0] > 15.0), "{heights:?}");
        let merged = routes(&stops, &ties[..2], &|_, _| 14.0, &|_| Parallel::Merged);
        assert_eq!(merged[0].bundled, Some(2));
        let many = routes(&stops, &[(0, 1); 1_000], &|_, _| 14.0, &|_| Parallel::Fanned);
        assert_eq!(many[0].bundled, Some(1_000), "too many to tell apart");
    }

    #[test]
    fn a_tie_goes_round_a_node_that_is_not_its_end() {
        let stops = [stop(0.0, 0.0), stop(300.0, 0.0), stop(150.0, 2.0)];
        let routes = routes(&stops, &[(0, 1)], &|_, _| 14.0, &|_| Parallel::ByNumber);
        let hit = routes[0].points.windows(2).any(|ends| near_segment(stops[2].centre, ends[0], ends[1], 12.0));
        assert!(!hit, "{:?}", routes[0].points);
    }

    #[test]
    fn a_tie_ends_at_the_borders() {
        let stops = [stop(0.0, 0.0), stop(100.0, 0.0)];
        let routes = routes(&stops, &[(0, 1)], &|_, _| 14.0, &|_| Parallel::ByNumber);
        let [from, to] = routes[0].points[..] else { panic!("a straight line") };
        assert!((from.x - 14.0).abs() < 0.1 && (to.x - 86.0).abs() < 0.1, "{from:?} {to:?}");
    }

    #[test]
    fn row_21_ten_thousand_parallel_ties_and_a_self_loop_cost_one_line_each() {
        let stops = [stop(0.0, 0.0), stop(300.0, 0.0)];
        let mut ties = vec![(0, 1); 10_000];
        ties.push((0, 0));
        let routes = routes(&stops, &ties, &|_, _| 14.0, &|_| Parallel::ByNumber);
        assert_eq!(routes.iter().filter(|route| !route.points.is_empty()).count(), 2);
    }
}
