//! Rings around one node: each ring holds what is one step further; what hangs on a node shares its part of the circle
//! (after Wills, 1999, by number of leaves).

use emath::Vec2;

use crate::base::rows::Rows;
use crate::layout::network::{Part, Point, Watch};

/// Least distance of two rings, in points.
const BETWEEN_RINGS: f64 = 92.0;
/// Rings are so much broader than high, as the places are where they are shown.
const BREADTH: f64 = 1.5;
/// Room on a ring for one node, as a share of the width of its name: names of neighbours stand at other heights.
const CROWDED: f64 = 0.62;

/// The node in the middle: the one that was asked for, else the one with most ties.
pub fn middle(part: &Part, asked: Option<u32>) -> u32 {
    let mut ties = vec![0_u32; part.members.len()];
    for (from, to) in &part.ends {
        ties[*from as usize] += 1;
        ties[*to as usize] += 1;
    }
    let most = (0..ties.len() as u32).max_by_key(|node| (ties[*node as usize], std::cmp::Reverse(*node)));
    asked.or(most).unwrap_or(0)
}

/// Where the nodes of a part stand around the one in the middle, and the rings; none if it was cancelled.
pub fn places(part: &Part, asked: Option<u32>, watch: &Watch<'_>) -> Option<(Vec<Point>, Vec<Vec2>)> {
    let count = part.members.len();
    let rows = Rows::new(count, &part.ends);
    let middle = middle(part, asked);
    // Breadth first: who leads to whom, nearest first.
    let mut parent = vec![u32::MAX; count];
    let mut step = vec![0_usize; count];
    let mut order = vec![middle];
    parent[middle as usize] = middle;
    let mut head = 0;
    while let Some(node) = order.get(head).copied() {
        head += 1;
        for next in rows.of(node) {
            if parent[*next as usize] == u32::MAX {
                parent[*next as usize] = node;
                step[*next as usize] = step[node as usize] + 1;
                order.push(*next);
            }
        }
    }
    if watch.is_cancelled() {
        return None;
    }
    // How much of the circle each needs: its own room, or that of all that hangs on it.
    let room = |node: u32| (part.rooms[node as usize][1][0] - part.rooms[node as usize][0][0]) * CROWDED + 8.0;
    let mut needs = vec![0.0; count];
    for node in order.iter().skip(1).rev() {
        // What stands further out has more room for the same.
        let own = room(*node) / step[*node as usize] as f64;
        needs[*node as usize] = f64::max(needs[*node as usize], own);
        needs[parent[*node as usize] as usize] += needs[*node as usize];
    }
    let depth = step.iter().max().copied().unwrap_or(0);
    let mut on_ring = vec![0.0; depth + 1];
    for node in order.iter().skip(1) {
        on_ring[step[*node as usize]] += room(*node);
    }
    let mut radii = vec![0.0; depth + 1];
    for ring in 1..=depth {
        // The way around an ellipse that is not too flat, by its mean radius.
        let least = on_ring[ring] / (std::f64::consts::TAU * f64::midpoint(1.0, BREADTH));
        radii[ring] = f64::max(radii[ring - 1] + BETWEEN_RINGS, least);
    }
    let mut from = vec![0.0; count];
    let mut share = vec![0.0; count];
    let mut used = vec![0.0; count];
    share[middle as usize] = 1.0;
    let mut points = vec![[0.0, 0.0]; count];
    for node in order.iter().skip(1) {
        let (own, above) = (*node as usize, parent[*node as usize] as usize);
        let of_all = if needs[above] > 0.0 { needs[own] / needs[above] } else { 0.0 };
        share[own] = share[above] * of_all;
        from[own] = from[above] + used[above];
        used[above] += share[own];
        let [x, y] = on_circle(from[own] + share[own] / 2.0);
        let radius = radii[step[own]];
        points[own] = [BREADTH * radius * x, radius * y];
    }
    let rings = radii[1..].iter().map(|radius| Vec2::new((BREADTH * radius) as f32, *radius as f32)).collect();
    Some((points, rings))
}

/// The point of the circle after this share of a turn, clockwise from above. The sine is a polynomial with an error below
/// one in a million, since library functions differ in their last bits between machines.
fn on_circle(share: f64) -> Point {
    let share = share - share.floor();
    [sine(share), -sine(share + 0.25)]
}

/// The sine of a share of a turn, from 0 up to 2.
fn sine(share: f64) -> f64 {
    let share = share - share.floor();
    // To the quarter around nothing, where Taylor's polynomial is close.
    let near = if share > 0.75 {
        share - 1.0
    } else if share > 0.25 {
        0.5 - share
    } else {
        share
    };
    let angle = near * std::f64::consts::TAU;
    let square = angle * angle;
    let tail = 1.0 - square / 72.0 * (1.0 - square / 110.0);
    angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * tail)))
}
