//! Majorization, node by node: each goes to the mean of where its pivots and neighbours want it.

use super::closeness::Closeness;
use super::pivots::Pivots;
use super::{PIECE, Place};
use crate::base::parallel::in_pieces;
use crate::base::rows::Rows;
use crate::layout::network::Watch;

/// Lanes of numbers that are added up side by side: always so many, so that every machine adds in the same order.
const LANES: usize = 8;
/// Keeps roots from being divided by nothing.
const LEAST: f32 = 1e-6;

/// Improves positions for so many rounds; what is fixed stays. None if it was cancelled.
pub fn improve(
    places: &mut [Place],
    fixed: &[Option<Place>],
    pivots: &Pivots,
    rows: &Rows,
    closeness: &Closeness,
    rounds: usize,
    watch: &Watch<'_>,
) -> Option<()> {
    let ties = closeness.share.map_or(1.0, |share| {
        let of_pivots: f64 = pivots.weights.iter().map(|weight| f64::from(*weight)).sum();
        (f64::from(share) * of_pivots / closeness.total().max(1e-9)) as f32
    });
    let pull = Pull { pivots, rows, closeness, ties };
    for _ in 0..rounds {
        if watch.is_cancelled() {
            return None;
        }
        let before = places.to_vec();
        let at: Vec<Place> = pivots.nodes.iter().map(|pivot| before[*pivot as usize]).collect();
        let (x, y): (Vec<f32>, Vec<f32>) = at.iter().map(|place| (place[0], place[1])).unzip();
        in_pieces(
            watch.threads,
            places,
            PIECE,
            || (),
            |(), first, some| {
                for at in 0..some.len() {
                    if fixed[first + at].is_none()
                        && let Some(place) = pull.place(first + at, (first, some), &before, (&x, &y))
                    {
                        some[at] = place;
                    }
                }
            },
        );
        watch.progress.add(1);
    }
    Some(())
}

/// Everything that pulls at a node.
struct Pull<'a> {
    pivots: &'a Pivots,
    rows: &'a Rows,
    closeness: &'a Closeness,
    /// How much ties count beside pivots.
    ties: f32,
}

impl Pull<'_> {
    /// Where a node is pulled; neighbours of the same piece are where they are already, the others where they were.
    fn place(
        &self,
        node: usize,
        (first, piece): (usize, &[Place]),
        before: &[Place],
        (x, y): (&[f32], &[f32]),
    ) -> Option<Place> {
        let here = piece[node - first];
        let [mut sum_x, mut sum_y, mut sum] = self.by_pivots(node, here, x, y);
        let next = self.rows.of(node as u32).iter().zip(self.closeness.of(node));
        for (next, [length, weight]) in next.filter(|(next, _)| **next as usize != node) {
            let next = *next as usize;
            let at = if (first..first + piece.len()).contains(&next) { piece[next - first] } else { before[next] };
            let off = [here[0] - at[0], here[1] - at[1]];
            let share = length / (off[0] * off[0] + off[1] * off[1] + LEAST).sqrt();
            let weight = weight * self.ties;
            sum_x += weight * (at[0] + share * off[0]);
            sum_y += weight * (at[1] + share * off[1]);
            sum += weight;
        }
        let place = [sum_x / sum, sum_y / sum];
        (sum > 0.0 && place[0].is_finite() && place[1].is_finite()).then_some(place)
    }

    /// Sums of x, y and weight.
    fn by_pivots(&self, node: usize, here: Place, x: &[f32], y: &[f32]) -> [f32; 3] {
        let width = x.len();
        let row = node * width..(node + 1) * width;
        let (distances, weights) = (&self.pivots.distances[row.clone()], &self.pivots.weights[row]);
        let mut sums = [[0.0_f32; LANES]; 3];
        let eights = x.chunks_exact(LANES).zip(y.chunks_exact(LANES));
        let rows = distances.chunks_exact(LANES).zip(weights.chunks_exact(LANES));
        for ((x, y), (distances, weights)) in eights.zip(rows) {
            for lane in 0..LANES {
                let off = [here[0] - x[lane], here[1] - y[lane]];
                let share = distances[lane] / (off[0] * off[0] + off[1] * off[1] + LEAST).sqrt();
                sums[0][lane] += weights[lane] * (x[lane] + share * off[0]);
                sums[1][lane] += weights[lane] * (y[lane] + share * off[1]);
                sums[2][lane] += weights[lane];
            }
        }
        let rest = width / LANES * LANES;
        for lane in rest..width {
            let off = [here[0] - x[lane], here[1] - y[lane]];
            let share = distances[lane] / (off[0] * off[0] + off[1] * off[1] + LEAST).sqrt();
            sums[0][0] += weights[lane] * (x[lane] + share * off[0]);
            sums[1][0] += weights[lane] * (y[lane] + share * off[1]);
            sums[2][0] += weights[lane];
        }
        sums.map(|lanes| lanes.into_iter().fold(0.0, |sum, value| sum + value))
    }
}
