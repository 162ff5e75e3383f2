//! The beginning: Pivot MDS (Brandes and Pich, "Eigensolver Methods for Progressive Multidimensional Scaling of Large
//! Data", 2007).

use super::pivots::Pivots;
use super::{PIECE, Place};
use crate::base::parallel::in_pieces;

/// Rounds of power iteration: more than a beginning needs.
const ROUNDS: usize = 60;
/// So many nodes are enough to find the axes.
const SAMPLED: usize = 20_000;

/// Positions in steps of distance.
pub fn places(pivots: &Pivots, threads: usize) -> Vec<Place> {
    let width = pivots.nodes.len();
    let count = pivots.distances.len() / width.max(1);
    let centred = Centred::new(&pivots.distances, width);
    let axes = axes(&products(&centred, count, width), width);
    let mut places = vec![[0.0; 2]; count];
    in_pieces(
        threads,
        &mut places,
        PIECE,
        || (),
        |(), first, some| {
            for (at, place) in some.iter_mut().enumerate() {
                for (value, axis) in place.iter_mut().zip(&axes) {
                    *value = (0..width).map(|pivot| centred.at(first + at, pivot) * axis[pivot]).sum::<f64>() as f32;
                }
            }
        },
    );
    let scale = scale(pivots, &places);
    for place in &mut places {
        *place = place.map(|value| value * scale);
    }
    places
}

/// Squared distances whose rows and columns are centred.
struct Centred<'a> {
    distances: &'a [f32],
    width: usize,
    columns: Vec<f64>,
    rows: Vec<f64>,
    all: f64,
}

impl<'a> Centred<'a> {
    fn new(distances: &'a [f32], width: usize) -> Self {
        let count = distances.len() / width.max(1);
        let mut columns = vec![0.0; width];
        let mut rows = vec![0.0; count];
        for (row, some) in rows.iter_mut().zip(distances.chunks(width)) {
            for (column, distance) in columns.iter_mut().zip(some) {
                let square = f64::from(*distance) * f64::from(*distance);
                *column += square;
                *row += square;
            }
        }
        let all = rows.iter().sum::<f64>() / (count * width).max(1) as f64;
        for sum in &mut rows {
            *sum /= width as f64;
        }
        for sum in &mut columns {
            *sum /= count.max(1) as f64;
        }
        Self { distances, width, columns, rows, all }
    }

    fn at(&self, node: usize, pivot: usize) -> f64 {
        let distance = f64::from(self.distances[node * self.width + pivot]);
        -0.5 * (distance * distance - self.columns[pivot] - self.rows[node] + self.all)
    }
}

/// Products of the columns with each other.
fn products(centred: &Centred<'_>, count: usize, width: usize) -> Vec<f64> {
    let mut products = vec![0.0; width * width];
    let mut row = vec![0.0; width];
    for node in (0..count).step_by((count / SAMPLED).max(1)) {
        row.iter_mut().enumerate().for_each(|(pivot, value)| *value = centred.at(node, pivot));
        for (first, line) in row.iter().zip(products.chunks_mut(width)) {
            line.iter_mut().zip(&row).for_each(|(product, second)| *product += first * second);
        }
    }
    products
}

/// The two longest axes, by power iteration.
fn axes(products: &[f64], width: usize) -> [Vec<f64>; 2] {
    let mut found: Vec<Vec<f64>> = Vec::new();
    for number in 0..2 {
        // Anything that is not at right angles to the axis does as a beginning.
        let mut axis: Vec<f64> =
            (0..width).map(|at| ((at * 7_919 + number * 104_729 + 13) % 1_000) as f64 - 499.5).collect();
        for _ in 0..ROUNDS {
            let mut next: Vec<f64> =
                products.chunks(width).map(|line| line.iter().zip(&axis).map(|(a, b)| a * b).sum()).collect();
            for known in &found {
                let along: f64 = known.iter().zip(&next).map(|(a, b)| a * b).sum();
                next.iter_mut().zip(known).for_each(|(value, known)| *value -= along * known);
            }
            let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
            if length < 1e-9 {
                // Everything lies on the axes that are known: along this one there is nothing.
                axis.fill(0.0);
                break;
            }
            axis = next.into_iter().map(|value| value / length).collect();
        }
        found.push(axis);
    }
    let second = found.pop().unwrap_or_default();
    [found.pop().unwrap_or_default(), second]
}

/// The scale in which positions fit distances best.
fn scale(pivots: &Pivots, places: &[Place]) -> f32 {
    let width = pivots.nodes.len();
    let (mut sum, mut squares) = (0.0_f64, 0.0_f64);
    for (place, distances) in places.iter().zip(pivots.distances.chunks(width)) {
        for (pivot, distance) in pivots.nodes.iter().zip(distances).filter(|(_, distance)| **distance > 0.0) {
            let at = places[*pivot as usize];
            let off = [place[0] - at[0], place[1] - at[1]];
            let share = f64::from((off[0] * off[0] + off[1] * off[1]).sqrt() / distance);
            sum += share;
            squares += share * share;
        }
    }
    if squares > 1e-30 && (sum / squares).is_finite() { (sum / squares) as f32 } else { 1.0 }
}
