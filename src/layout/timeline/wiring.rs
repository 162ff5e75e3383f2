//! An order of lanes in which wires are short.
//!
//! First breadth first from the least tied lane of each part, as Cuthill and `McKee` do for matrices ("Reducing the
//! bandwidth of sparse symmetric matrices", 1969), so that what is tied stands near; then a few sweeps in which each
//! lane moves to the mean place of the lanes that it shares a thing with, as in layered drawings (Sugiyama, Tagawa and
//! Toda 1981). A sweep that makes wires longer is taken back.

use std::collections::{HashMap, VecDeque};

use crate::model::time::Stamp;
use crate::model::time_index::TimeIndex;

const SWEEPS: usize = 8;
/// Things with more lanes than this say little about which of them belong side by side.
const MOST_LANES: usize = 64;

/// The place of each entity in the order. Starts with what is first known.
pub fn order(entities: &[u32], index: &TimeIndex, first: &dyn Fn(u32) -> Stamp) -> HashMap<u32, u32> {
    let mut sorted: Vec<u32> = entities.to_vec();
    sorted.sort_by_cached_key(|entity| (first(*entity), index.rank(*entity)));
    let mut places = breadth_first(&sorted, index);
    let mut best = length(&places, index);
    for _ in 0..SWEEPS {
        let tried = swept(&sorted, &places, index);
        let length = length(&tried, index);
        if length >= best {
            break;
        }
        (places, best) = (tried, length);
    }
    places
}

/// The other lanes with which a lane shares events and links.
fn tied(entity: u32, index: &TimeIndex) -> impl Iterator<Item = u32> {
    index
        .row(entity)
        .iter()
        .map(|item| index.lanes_of(index.dated(*item)))
        .filter(|lanes| lanes.len() <= MOST_LANES)
        .flatten()
        .copied()
        .filter(move |other| *other != entity)
}

fn breadth_first(sorted: &[u32], index: &TimeIndex) -> HashMap<u32, u32> {
    let known: HashMap<u32, usize> = sorted.iter().enumerate().map(|(place, entity)| (*entity, place)).collect();
    let mut places: HashMap<u32, u32> = HashMap::with_capacity(sorted.len());
    let mut queue = VecDeque::new();
    for start in sorted {
        if !places.contains_key(start) {
            places.insert(*start, places.len() as u32);
            queue.push_back(*start);
        }
        while let Some(entity) = queue.pop_front() {
            let mut next: Vec<u32> =
                tied(entity, index).filter(|other| known.contains_key(other) && !places.contains_key(other)).collect();
            next.sort_unstable_by_key(|other| (index.row(*other).len(), known[other]));
            next.dedup();
            for other in next {
                places.insert(other, places.len() as u32);
                queue.push_back(other);
            }
        }
    }
    places
}

/// Each lane moved to the mean place of those that it is tied to.
fn swept(sorted: &[u32], places: &HashMap<u32, u32>, index: &TimeIndex) -> HashMap<u32, u32> {
    let mean = |entity: u32| {
        let (mut sum, mut count) = (f64::from(places[&entity]), 1.0);
        for place in tied(entity, index).filter_map(|other| places.get(&other)) {
            sum += f64::from(*place);
            count += 1.0;
        }
        sum / count
    };
    let mut wanted: Vec<(f64, u32, u32)> =
        sorted.iter().map(|entity| (mean(*entity), places[entity], *entity)).collect();
    wanted.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    wanted.into_iter().enumerate().map(|(place, (_, _, entity))| (entity, place as u32)).collect()
}

/// How long all wires are together, in lanes.
fn length(places: &HashMap<u32, u32>, index: &TimeIndex) -> u64 {
    (0..index.dated_count() as u32)
        .map(|item| index.lanes_of(index.dated(item)))
        .filter(|lanes| (2..=MOST_LANES).contains(&lanes.len()))
        .map(|lanes| {
            let places = lanes.iter().filter_map(|entity| places.get(entity)).copied();
            let (low, high) = places.fold((u32::MAX, 0), |(low, high), place| (low.min(place), high.max(place)));
            u64::from(high.saturating_sub(low))
        })
        .sum()
}
