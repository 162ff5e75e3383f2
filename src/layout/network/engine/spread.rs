//! The end: what lies on top of each other is pushed apart, so that each node can be seen.

use super::{PIECE, Place};
use crate::base::parallel::in_pieces;
use crate::layout::network::Watch;

/// Rounds of pushing.
pub const ROUNDS: usize = 20;
/// Nodes are pushed apart that lie nearer than this share of the mean distance of neighbours.
const NEAR: f32 = 0.5;
/// A node is pushed by so many others at most in each round: a heap of many thousands falls apart in time.
const MOST: usize = 96;

/// The side of the square that is there for each node, from how far the nodes lie apart: a few that lie far off do not
/// count for more than they are. 1 where all lie on one spot.
pub fn spacing(places: &[Place]) -> f32 {
    let count = places.len().max(1) as f64;
    let sum = |of: &dyn Fn(&Place) -> f64| places.iter().map(of).sum::<f64>() / count;
    let deviation = |axis: usize| {
        let mean = sum(&|place| f64::from(place[axis]));
        let off = |place: &Place| f64::from(place[axis]) - mean;
        sum(&|place| off(place) * off(place)).sqrt()
    };
    // Of points that are spread evenly over a rectangle, twelve times the product of both deviations is its area. What
    // lies on a line is as good as a band.
    let (one, other) = (deviation(0), deviation(1));
    let (wide, narrow) = (one.max(other), one.min(other));
    let area = 12.0 * wide * narrow.max(wide * 0.02);
    let side = (area / count).sqrt() as f32;
    if side.is_finite() && side > 1e-12 { side } else { 1.0 }
}

/// Pushes apart; none if it was cancelled.
pub fn spread(places: &mut [Place], fixed: &[Option<Place>], watch: &Watch<'_>) -> Option<()> {
    let reach = NEAR * spacing(places);
    for _ in 0..ROUNDS {
        if watch.is_cancelled() {
            return None;
        }
        let before = places.to_vec();
        let cells = Cells::new(&before, reach);
        in_pieces(
            watch.threads,
            places,
            PIECE,
            || (),
            |(), first, some| {
                for (at, place) in some.iter_mut().enumerate().filter(|(at, _)| fixed[first + at].is_none()) {
                    *place = pushed(first + at, &before, &cells, reach);
                }
            },
        );
        watch.progress.add(1);
    }
    Some(())
}

/// Where a node is pushed by those that lie too near.
fn pushed(node: usize, before: &[Place], cells: &Cells, reach: f32) -> Place {
    let here = before[node];
    let mut push = [0.0_f32; 2];
    for other in cells.near(here).filter(|other| *other as usize != node).take(MOST) {
        let at = before[other as usize];
        let mut off = [here[0] - at[0], here[1] - at[1]];
        let mut distance = (off[0] * off[0] + off[1] * off[1]).sqrt();
        if distance >= reach {
            continue;
        }
        if distance < 1e-4 * reach {
            // On one spot: each goes its own way, by its number.
            off = way(node, other as usize);
            distance = 1.0;
        }
        let share = (reach - distance.min(reach * 0.5)) / distance * 0.5;
        push = [push[0] + off[0] * share, push[1] + off[1] * share];
    }
    let length = (push[0] * push[0] + push[1] * push[1]).sqrt();
    let share = if length > reach { reach / length } else { 1.0 };
    let place = [here[0] + push[0] * share, here[1] + push[1] * share];
    if place[0].is_finite() && place[1].is_finite() { place } else { here }
}

/// One of eight directions, opposite for the two.
fn way(node: usize, other: usize) -> Place {
    const WAYS: [Place; 4] = [[1.0, 0.0], [0.707, 0.707], [0.0, 1.0], [-0.707, 0.707]];
    let way = WAYS[(node ^ other) % WAYS.len()];
    if node < other { way } else { way.map(|value| -value) }
}

/// Nodes by where they are.
struct Cells {
    least: Place,
    side: f32,
    columns: usize,
    rows: usize,
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Cells {
    fn new(places: &[Place], reach: f32) -> Self {
        let ends = |axis: usize| {
            let least = places.iter().map(|place| place[axis]).fold(f32::INFINITY, f32::min);
            (least, places.iter().map(|place| place[axis]).fold(f32::NEG_INFINITY, f32::max) - least)
        };
        let ((left, width), (top, height)) = (ends(0), ends(1));
        // Few nodes far off must not make more cells than there are nodes.
        let side =
            reach.max((width * height / (4 * places.len()).max(1) as f32).sqrt()).max(width.max(height) / 30_000.0);
        let count = |length: f32| (length / side) as usize + 1;
        let (columns, rows) = (count(width), count(height));
        let mut this = Self {
            least: [left, top],
            side,
            columns,
            rows,
            starts: vec![0; columns * rows + 1],
            nodes: vec![0; places.len()],
        };
        let cell_of: Vec<usize> =
            places.iter().map(|place| this.row(place[1]) * columns + this.column(place[0])).collect();
        for cell in &cell_of {
            this.starts[cell + 1] += 1;
        }
        for cell in 0..columns * rows {
            this.starts[cell + 1] += this.starts[cell];
        }
        let mut next = this.starts.clone();
        for (node, cell) in cell_of.iter().enumerate() {
            this.nodes[next[*cell] as usize] = node as u32;
            next[*cell] += 1;
        }
        this
    }

    fn column(&self, x: f32) -> usize {
        (((x - self.least[0]) / self.side) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        (((y - self.least[1]) / self.side) as usize).min(self.rows - 1)
    }

    /// The nodes in the cell of a point and in those around it.
    fn near(&self, place: Place) -> impl Iterator<Item = u32> {
        let (column, row) = (self.column(place[0]), self.row(place[1]));
        let columns = column.saturating_sub(1)..=(column + 1).min(self.columns - 1);
        let rows = row.saturating_sub(1)..=(row + 1).min(self.rows - 1);
        rows.flat_map(move |row| {
            let first = self.starts[row * self.columns + columns.start()] as usize;
            let last = self.starts[row * self.columns + columns.end() + 1] as usize;
            self.nodes[first..last].iter().copied()
        })
    }
}
