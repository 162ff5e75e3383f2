//! Small parts: distances on the plane like distances in the graph.
//!
//! Stochastic gradient descent on stress after Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient
//! Descent" (2018): all pairs in random order, each moved towards its ideal distance, with a shrinking step. Several
//! beginnings are tried, and the layout with the fewest crossings is kept, of those the one with the least stress.

use super::geometry::cross;
use super::random::{Random, sunflower};
use super::{Part, Point};
use crate::base::cancel::Cancel;
use crate::base::rows::Rows;

/// Length of a tie in points.
pub const LENGTH: f64 = 84.0;
const ROUNDS: usize = 60;
/// Beginnings that are tried with so many nodes at most; larger parts get one.
const TRIED: [(usize, u64); 3] = [(60, 24), (160, 8), (400, 2)];

struct Pair {
    first: u32,
    second: u32,
    distance: f64,
    weight: f64,
}

/// The best arrangements of several tries, best first; none if it was cancelled. Nodes that were seen before stay where
/// they were if `has_start`.
pub fn arrange(part: &Part, seed: u64, has_start: bool, cancel: &Cancel) -> Option<Vec<Vec<Point>>> {
    let count = part.members.len();
    let rows = Rows::new(count, &part.ends);
    let pairs = pairs(&rows);
    let tries =
        if has_start { 1 } else { TRIED.iter().find(|(most, _)| count <= *most).map_or(1, |(_, tries)| *tries) };
    let mut found = Vec::new();
    for attempt in 0..tries {
        let mut random = Random::new(seed.wrapping_add(attempt));
        let mut points = beginning(part, &mut random, has_start);
        descend(part, &pairs, &mut points, &mut random, has_start, cancel)?;
        found.push((crossings(&part.ends, &points), stress(&pairs, &points), points));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Some(found.into_iter().map(|(_, _, points)| points).collect())
}

fn pairs(rows: &Rows) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for first in 0..rows.len() as u32 {
        let distances = rows.distances(first);
        for second in first + 1..rows.len() as u32 {
            let steps = f64::from(distances[second as usize]);
            // Two neighbours of a hub need more room than two steps of a chain; leaves sit closer to their hub.
            pairs.push(Pair { first, second, distance: steps * LENGTH, weight: 1.0 / (steps * steps) });
        }
    }
    pairs
}

fn beginning(part: &Part, random: &mut Random, has_start: bool) -> Vec<Point> {
    let mut spread = sunflower(part.members.len(), LENGTH * 0.6);
    random.shuffle(&mut spread);
    let middle = centre(part.start.iter().flatten().chain(part.pins.iter().flatten()));
    (spread.into_iter().zip(part.start.iter().zip(&part.pins)))
        .enumerate()
        .map(|(node, (point, (start, pin)))| {
            let jitter = [random.unit(), random.unit()];
            match (pin, start) {
                (Some(pin), _) => *pin,
                (None, Some(start)) if has_start => *start,
                // What is new appears beside what it belongs to.
                (None, None) if has_start => {
                    let near = beside(part, node as u32).unwrap_or(middle);
                    [near[0] + jitter[0] * LENGTH, near[1] + jitter[1] * LENGTH]
                }
                _ => [middle[0] + point[0] + jitter[0], middle[1] + point[1] + jitter[1]],
            }
        })
        .collect()
}

fn beside(part: &Part, node: u32) -> Option<Point> {
    let known: Vec<&Point> = part
        .ends
        .iter()
        .filter_map(|(from, to)| match (*from == node, *to == node) {
            (true, _) => part.start[*to as usize].as_ref(),
            (_, true) => part.start[*from as usize].as_ref(),
            _ => None,
        })
        .collect();
    (!known.is_empty()).then(|| centre(known.into_iter()))
}

fn centre<'a>(points: impl Iterator<Item = &'a Point>) -> Point {
    let (mut sum, mut count) = ([0.0, 0.0], 0.0);
    for point in points {
        sum = [sum[0] + point[0], sum[1] + point[1]];
        count += 1.0;
    }
    if count == 0.0 { [0.0, 0.0] } else { [sum[0] / count, sum[1] / count] }
}

fn descend(
    part: &Part,
    pairs: &[Pair],
    points: &mut [Point],
    random: &mut Random,
    has_start: bool,
    cancel: &Cancel,
) -> Option<()> {
    let least = pairs.iter().map(|pair| pair.weight).fold(f64::INFINITY, f64::min);
    // The step shrinks from one that moves every pair fully to one that moves none by more than a tenth; by a fixed
    // factor a round, found by repeated square roots so that no power function is needed.
    let (first, last) = (1.0 / least, 0.05);
    let factor = root(last / first, ROUNDS);
    // What was seen before stays where it was: only what is new looks for a place.
    let fixed: Vec<bool> =
        part.pins.iter().zip(&part.start).map(|(pin, start)| pin.is_some() || (has_start && start.is_some())).collect();
    if fixed.iter().all(|fixed| *fixed) {
        return Some(());
    }
    let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
    let mut step = first;
    for _ in 0..ROUNDS {
        if cancel.is_cancelled() {
            return None;
        }
        random.shuffle(&mut order);
        for at in &order {
            let pair = &pairs[*at as usize];
            move_pair(&fixed, pair, points, (step * pair.weight).min(1.0));
        }
        step *= factor;
    }
    Some(())
}

fn move_pair(fixed: &[bool], pair: &Pair, points: &mut [Point], share: f64) {
    let (first, second) = (pair.first as usize, pair.second as usize);
    let (from, to) = (points[first], points[second]);
    let mut along = [from[0] - to[0], from[1] - to[1]];
    let mut length = (along[0] * along[0] + along[1] * along[1]).sqrt();
    if length < 1e-9 {
        // Two nodes on one spot part in a direction of their own.
        along = [1.0, f64::from(pair.first % 7) - 3.0];
        length = (along[0] * along[0] + along[1] * along[1]).sqrt();
    }
    let shift = share * (length - pair.distance) / (2.0 * length);
    let (by_first, by_second) = match (fixed[first], fixed[second]) {
        (true, true) => return,
        (true, false) => (0.0, 2.0 * shift),
        (false, true) => (2.0 * shift, 0.0),
        (false, false) => (shift, shift),
    };
    points[first] = [from[0] - along[0] * by_first, from[1] - along[1] * by_first];
    points[second] = [to[0] + along[0] * by_second, to[1] + along[1] * by_second];
}

/// The `count`-th root of a number between 0 and 1, by halving.
fn root(number: f64, count: usize) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        let mut product = 1.0;
        for _ in 0..count {
            product *= middle;
        }
        if product < number {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

fn stress(pairs: &[Pair], points: &[Point]) -> f64 {
    pairs
        .iter()
        .map(|pair| {
            let (from, to) = (points[pair.first as usize], points[pair.second as usize]);
            let along = [from[0] - to[0], from[1] - to[1]];
            let missing = (along[0] * along[0] + along[1] * along[1]).sqrt() - pair.distance;
            pair.weight * missing * missing
        })
        .sum()
}

/// How many pairs of ties cross.
fn crossings(ends: &[(u32, u32)], points: &[Point]) -> usize {
    let mut count = 0;
    for (at, (a, b)) in ends.iter().enumerate() {
        for (c, d) in &ends[at + 1..] {
            let is_shared = a == c || a == d || b == c || b == d;
            let [a, b, c, d] = [a, b, c, d].map(|node| points[*node as usize]);
            if !is_shared && cross(a, b, c, d) {
                count += 1;
            }
        }
    }
    count
}
