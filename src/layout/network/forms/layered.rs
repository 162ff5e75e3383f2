//! Layers, after Sugiyama, Tagawa and Toda (1981): circles are opened, every node gets the layer below the lowest that
//! leads to it, layers are put in the order in which their neighbours stand, and places are found row by row. Ties that
//! skip a layer get no place of their own: the lines are led around nodes when they are drawn.

use super::row;
use crate::base::rows::Rows;
use crate::layout::network::{Part, Point, Watch};

/// Rounds in which neighbours draw each other near.
const ROUNDS: usize = 16;
/// Free ground between two layers, and between the rows of one that is too wide for one row, in points.
const BETWEEN_LAYERS: f64 = 64.0;
const BETWEEN_ROWS: f64 = 10.0;

/// Where the nodes of a part stand; none if it was cancelled. `leads`: who leads whom.
pub fn places(part: &Part, leads: &[(u32, u32)], aspect: f64, watch: &Watch<'_>) -> Option<Vec<Point>> {
    let count = part.members.len();
    let ties = Rows::new(count, &part.ends);
    let layer_of = layers(count, leads, &ties);
    let depth = layer_of.iter().max().map_or(0, |deepest| *deepest as usize + 1);
    let mut layers: Vec<Vec<u32>> = vec![Vec::new(); depth];
    for (node, layer) in layer_of.iter().enumerate() {
        layers[*layer as usize].push(node as u32);
    }
    let mut x = vec![0.0; count];
    for layer in &layers {
        set_out(layer, part, &mut x);
    }
    for round in 0..ROUNDS {
        if watch.is_cancelled() {
            return None;
        }
        let is_last = round + 2 >= ROUNDS;
        let mut order: Vec<usize> = (0..depth).collect();
        if round % 2 == 1 {
            order.reverse();
        }
        for layer in order {
            // On the way down by those above, on the way up by those below, at last by all.
            let counts = |other: u32| {
                let (other, own) = (layer_of[other as usize] as usize, layer);
                other != own && (is_last || (other < own) == (round % 2 == 0))
            };
            draw_near(&mut layers[layer], part, &ties, &counts, &mut x);
        }
    }
    Some(stacked(part, &layers, aspect, &x))
}

/// The layer of each node, from 0 on.
fn layers(count: usize, leads: &[(u32, u32)], ties: &Rows) -> Vec<u32> {
    let mut below: Vec<Vec<u32>> = vec![Vec::new(); count];
    let mut above: Vec<usize> = vec![0; count];
    for (from, to) in leads.iter().filter(|(from, to)| from != to) {
        below[*from as usize].push(*to);
        above[*to as usize] += 1;
    }
    let order = open(&mut below, &above);
    let mut layer: Vec<Option<u32>> = vec![None; count];
    for node in &order {
        let is_in = above[*node as usize] > 0 || !below[*node as usize].is_empty();
        let own = *layer[*node as usize].get_or_insert(0);
        if !is_in {
            layer[*node as usize] = None;
        }
        for next in &below[*node as usize] {
            let known = layer[*next as usize].get_or_insert(0);
            *known = (*known).max(own + 1);
        }
    }
    // What nobody leads stands just above the first that it leads.
    for node in order.iter().rev().filter(|node| above[**node as usize] == 0) {
        let first = below[*node as usize].iter().filter_map(|next| layer[*next as usize]).min();
        if let Some(first) = first {
            layer[*node as usize] = Some(first.saturating_sub(1));
        }
    }
    hang_on(&mut layer, ties)
}

/// Takes out the ties that close a circle, and gives the nodes in an order in which all other ties lead onward.
fn open(below: &mut [Vec<u32>], above: &[usize]) -> Vec<u32> {
    const NEW: u8 = 0;
    const OPEN: u8 = 1;
    const DONE: u8 = 2;
    let count = below.len();
    let mut state = vec![NEW; count];
    let mut closing: Vec<(u32, u32)> = Vec::new();
    let mut order = Vec::with_capacity(count);
    // From those whom nobody leads; then circles, which have no first.
    let firsts = (0..count as u32).filter(|node| above[*node as usize] == 0);
    for start in firsts.chain(0..count as u32) {
        if state[start as usize] != NEW {
            continue;
        }
        state[start as usize] = OPEN;
        let mut path = vec![(start, 0)];
        while let Some((node, at)) = path.last_mut() {
            let node = *node;
            let Some(next) = below[node as usize].get(*at).copied() else {
                state[node as usize] = DONE;
                order.push(node);
                path.pop();
                continue;
            };
            *at += 1;
            match state[next as usize] {
                NEW => {
                    state[next as usize] = OPEN;
                    path.push((next, 0));
                }
                OPEN => closing.push((node, next)),
                _ => {}
            }
        }
    }
    for (from, to) in closing {
        below[from as usize].retain(|next| *next != to);
    }
    order.reverse();
    order
}

/// What is led by nobody and leads nobody hangs one layer below what it is tied to.
fn hang_on(layer: &mut [Option<u32>], ties: &Rows) -> Vec<u32> {
    let mut queue: Vec<u32> = (0..layer.len() as u32).filter(|node| layer[*node as usize].is_some()).collect();
    if queue.is_empty() {
        let most = (0..layer.len() as u32).max_by_key(|node| (ties.of(*node).len(), std::cmp::Reverse(*node)));
        if let Some(node) = most {
            layer[node as usize] = Some(0);
            queue.push(node);
        }
    }
    let mut head = 0;
    while let Some(node) = queue.get(head).copied() {
        head += 1;
        let own = layer[node as usize].unwrap_or(0);
        for next in ties.of(node) {
            if layer[*next as usize].is_none() {
                layer[*next as usize] = Some(own + 1);
                queue.push(*next);
            }
        }
    }
    let first = layer.iter().flatten().min().copied().unwrap_or(0);
    layer.iter().map(|layer| layer.unwrap_or(first) - first).collect()
}

/// Side by side around the middle.
fn set_out(layer: &[u32], part: &Part, x: &mut [f64]) {
    let rooms: Vec<_> = layer.iter().map(|node| part.rooms[*node as usize]).collect();
    for (node, at) in layer.iter().zip(row::place(&vec![0.0; layer.len()], &rooms)) {
        x[*node as usize] = at;
    }
}

/// Puts a layer in the order in which those that count stand, each as near to them as can be.
fn draw_near(layer: &mut [u32], part: &Part, ties: &Rows, counts: &dyn Fn(u32) -> bool, x: &mut [f64]) {
    let mut wanted: Vec<(f64, u32)> = (layer.iter())
        .map(|node| {
            let near = ties.of(*node).iter().filter(|other| counts(**other));
            let (sum, count) = near.fold((0.0, 0.0), |(sum, count), other| (sum + x[*other as usize], count + 1.0));
            (if count > 0.0 { sum / count } else { x[*node as usize] }, *node)
        })
        .collect();
    // Equal wishes keep the order in which the nodes stand.
    wanted.sort_by(|one, other| one.0.total_cmp(&other.0).then(x[one.1 as usize].total_cmp(&x[other.1 as usize])));
    let rooms: Vec<_> = wanted.iter().map(|(_, node)| part.rooms[*node as usize]).collect();
    let wishes: Vec<f64> = wanted.iter().map(|(wish, _)| *wish).collect();
    for (at, ((_, node), place)) in wanted.iter().zip(row::place(&wishes, &rooms)).enumerate() {
        layer[at] = *node;
        x[*node as usize] = place;
    }
}

/// Layers one below the other; one that is too wide stands in several rows.
fn stacked(part: &Part, layers: &[Vec<u32>], aspect: f64, x: &[f64]) -> Vec<Point> {
    let height = |node: u32| part.rooms[node as usize][1][1] - part.rooms[node as usize][0][1];
    let widths: Vec<f64> =
        layers.iter().map(|layer| row::width(layer.iter().map(|node| &part.rooms[*node as usize]))).collect();
    let area: f64 = layers
        .iter()
        .zip(&widths)
        .map(|(layer, width)| {
            let tallest = layer.iter().map(|node| height(*node)).fold(0.0, f64::max);
            width * (tallest + BETWEEN_LAYERS)
        })
        .sum();
    let aspect = if aspect.is_finite() { aspect.clamp(0.4, 4.0) } else { 1.6 };
    let widest = (area * aspect).sqrt().max(600.0);
    let mut points = vec![[0.0, 0.0]; x.len()];
    let mut y = 0.0;
    for (layer, width) in layers.iter().zip(&widths) {
        let rows = ((width / widest).ceil() as usize).max(1);
        for row in 0..rows {
            // By turns, so that each row has room to stand where it wants.
            let some: Vec<u32> = layer.iter().skip(row).step_by(rows).copied().collect();
            let rooms: Vec<_> = some.iter().map(|node| part.rooms[*node as usize]).collect();
            // Where rows share the width, what stands far out comes nearer.
            let wishes: Vec<f64> = some.iter().map(|node| x[*node as usize] / rows as f64).collect();
            let top = rooms.iter().map(|room| -room[0][1]).fold(0.0, f64::max);
            let bottom = rooms.iter().map(|room| room[1][1]).fold(0.0, f64::max);
            for (node, place) in some.iter().zip(row::place(&wishes, &rooms)) {
                points[*node as usize] = [place, y + top];
            }
            y += top + bottom + BETWEEN_ROWS;
        }
        y += BETWEEN_LAYERS;
    }
    points
}
