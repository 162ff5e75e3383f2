//! What is new in a large part finds a place beside what it belongs to; what was there stays.

use std::collections::VecDeque;

use crate::base::rows::Rows;
use crate::layout::network::random::Random;
use crate::layout::network::{Part, Point};

/// From what it belongs to, in points at zoom 1.
const ASIDE: f64 = 30.0;

/// Positions of a part most of whose nodes have one.
pub fn join(part: &Part, seed: u64) -> Vec<Point> {
    let rows = Rows::new(part.members.len(), &part.ends);
    let mut random = Random::new(seed);
    let mut places: Vec<Option<Point>> = part.pins.iter().zip(&part.start).map(|(pin, start)| pin.or(*start)).collect();
    // Outwards from what is known, nearest first.
    let mut queue: VecDeque<u32> = (0..rows.len() as u32).filter(|node| places[*node as usize].is_some()).collect();
    while let Some(node) = queue.pop_front() {
        for next in rows.of(node) {
            if places[*next as usize].is_none() {
                places[*next as usize] = Some(beside(&rows, *next, &places, &mut random));
                queue.push_back(*next);
            }
        }
    }
    places.into_iter().map(|place| place.unwrap_or([0.0, 0.0])).collect()
}

/// The middle of the neighbours that have a place, a little aside.
fn beside(rows: &Rows, node: u32, places: &[Option<Point>], random: &mut Random) -> Point {
    let known: Vec<Point> = rows.of(node).iter().filter_map(|next| places[*next as usize]).collect();
    let mean = |axis: usize| known.iter().map(|place| place[axis]).sum::<f64>() / known.len().max(1) as f64;
    [mean(0) + ASIDE * random.unit(), mean(1) + ASIDE * random.unit()]
}
