//! Large parts: sparse stress, after Ortmann, Klimenta and Brandes, "A Sparse Stress Model" (2017). Each node is held at
//! its distance from some pivots, which stand for all nodes around them, and near its neighbours; neighbours that share
//! many of theirs are held close, so that those who belong together are seen together.
//!
//! The beginning is Pivot MDS (Brandes and Pich 2007); then positions are improved by localized majorization (Gansner,
//! Koren and North 2005), piece by piece. In numbers of 32 bits, by addition, multiplication, division and square roots
//! alone, in an order that no number of threads changes: every machine finds the same bits.

mod closeness;
mod join;
mod pivots;
mod scaling;
mod spread;
mod stress;

use super::random::Random;
use super::{Part, Point, Watch};
use crate::base::rows::Rows;
use closeness::Closeness;
use pivots::Pivots;

pub use join::join;

/// A point while it is worked on.
type Place = [f32; 2];

/// Nodes that are worked on together. The result depends on it; it never changes with the machine.
const PIECE: usize = 512;
/// Room for one node in the arrangement, as the side of a square, in points at zoom 1.
const SPACING: f32 = 36.0;
/// Pivots from which the beginning is made.
const FIRST_PIVOTS: usize = 48;
/// Rounds after the beginning until there is something worth seeing.
const FIRST_ROUNDS: usize = 10;
/// Distances to pivots that are kept, at most: 120 MB of them.
const MOST_DISTANCES: usize = 30_000_000;

/// A part in the middle of its arrangement: there is something to see, but it is not at rest.
pub struct Begun {
    rows: Rows,
    seed: u64,
    /// Pins, in steps of distance.
    fixed: Vec<Option<Place>>,
    /// Points at zoom 1 for each step of distance, where pins decide it.
    unit: Option<f64>,
    places: Vec<Place>,
}

impl Begun {
    /// Makes the first arrangement; none if it was cancelled.
    pub fn new(part: &Part, seed: u64, watch: &Watch<'_>) -> Option<Self> {
        let rows = Rows::new(part.members.len(), &part.ends);
        let pivots = Pivots::new(&rows, count(rows.len(), FIRST_PIVOTS), seed, watch)?;
        let mut places = scaling::places(&pivots, watch.threads);
        let mut random = Random::new(seed);
        for place in &mut places {
            // What has the same distances from all pivots is told apart.
            *place = place.map(|value| value + 0.1 * random.unit() as f32);
        }
        let (fixed, unit) = align(part, &mut places);
        let closeness = Closeness::even(&rows);
        stress::improve(&mut places, &fixed, &pivots, &rows, &closeness, FIRST_ROUNDS, watch)?;
        Some(Self { rows, seed, fixed, unit, places })
    }

    /// The positions so far.
    pub fn points(&self, part: &Part) -> Vec<Point> {
        points(part, &self.places, self.unit)
    }

    /// Brings it to rest; none if it was cancelled.
    pub fn settle(self, part: &Part, watch: &Watch<'_>) -> Option<Vec<Point>> {
        let Self { rows, seed, fixed, unit, mut places } = self;
        let (wanted, rounds) = effort(rows.len());
        let pivots = Pivots::new(&rows, count(rows.len(), wanted), seed, watch)?;
        let closeness = Closeness::new(&rows, part, watch)?;
        stress::improve(&mut places, &fixed, &pivots, &rows, &closeness, rounds, watch)?;
        drop(pivots);
        spread::spread(&mut places, &fixed, watch)?;
        Some(points(part, &places, unit))
    }
}

/// How many steps a watch hears of until a part of so many nodes is at rest.
pub fn steps(nodes: usize) -> u64 {
    let (wanted, rounds) = effort(nodes);
    let pivots = count(nodes, FIRST_PIVOTS).min(nodes) + count(nodes, wanted).min(nodes);
    (pivots + FIRST_ROUNDS + rounds + spread::ROUNDS) as u64
}

/// How many pivots and rounds a part of so many nodes is worth.
fn effort(nodes: usize) -> (usize, usize) {
    match nodes {
        ..3_000 => (128, 80),
        3_000..20_000 => (256, 120),
        20_000..200_000 => (400, 120),
        _ => (64, 60),
    }
}

/// So many pivots, in whole eights, that their distances have room.
fn count(nodes: usize, wanted: usize) -> usize {
    let room = MOST_DISTANCES / nodes.max(1);
    (wanted.min(room).min(nodes) / 8 * 8).max(8)
}

/// Turns and moves the beginning onto the pins. Gives the pins in steps of distance, and points at zoom 1 for each step
/// where there are any.
fn align(part: &Part, places: &mut [Place]) -> (Vec<Option<Place>>, Option<f64>) {
    let unit = unit(places);
    let pins: Vec<Option<Place>> =
        part.pins.iter().map(|pin| pin.map(|[x, y]| [(x / unit) as f32, (y / unit) as f32])).collect();
    let pinned: Vec<(Place, Place)> =
        pins.iter().zip(places.iter()).filter_map(|(pin, place)| Some(((*pin)?, *place))).collect();
    if pinned.is_empty() {
        return (pins, None);
    }
    let mean = |which: fn(&(Place, Place)) -> Place| {
        let sum = pinned.iter().map(which).fold([0.0, 0.0], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
        sum.map(|value| value / pinned.len() as f32)
    };
    let (to, from) = (mean(|pair| pair.0), mean(|pair| pair.1));
    // The turn, with or without a mirror, that brings most of what is pinned where it is pinned.
    let turn = |mirror: f32| {
        let mut turn = [0.0_f32, 0.0];
        for (pin, place) in &pinned {
            let (a, b) = ([pin[0] - to[0], pin[1] - to[1]], [place[0] - from[0], mirror * (place[1] - from[1])]);
            turn[0] += a[0] * b[0] + a[1] * b[1];
            turn[1] += a[1] * b[0] - a[0] * b[1];
        }
        let length = (turn[0] * turn[0] + turn[1] * turn[1]).sqrt();
        let way = if length > 1e-6 { turn.map(|value| value / length) } else { [1.0, 0.0] };
        (length, way)
    };
    let ((straight, one), (mirrored, other)) = (turn(1.0), turn(-1.0));
    let (mirror, [cosine, sine]) = if mirrored > straight { (-1.0, other) } else { (1.0, one) };
    for place in places.iter_mut() {
        let [x, y] = [place[0] - from[0], mirror * (place[1] - from[1])];
        *place = [x * cosine - y * sine + to[0], x * sine + y * cosine + to[1]];
    }
    for (place, pin) in places.iter_mut().zip(&pins) {
        *place = pin.unwrap_or(*place);
    }
    (pins, Some(unit))
}

/// Points at zoom 1 for each step of distance, so that each node has its room.
fn unit(places: &[Place]) -> f64 {
    f64::from(SPACING) / f64::from(spread::spacing(places)).max(1e-6)
}

/// In points at zoom 1, pins exactly where they are.
fn points(part: &Part, places: &[Place], known: Option<f64>) -> Vec<Point> {
    let unit = known.unwrap_or_else(|| unit(places));
    let sound = |value: f32| if value.is_finite() { f64::from(value) * unit } else { 0.0 };
    places.iter().zip(&part.pins).map(|(place, pin)| pin.unwrap_or(place.map(sound))).collect()
}

#[cfg(test)]
mod tests;
