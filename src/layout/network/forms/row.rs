//! Things in a row: each as near as can be to where it wants to be, in their order, none over another.

use crate::layout::network::geometry::Area;

/// Free ground between two things, in points.
const GAP: f64 = 14.0;

/// Where each stands, so that the sum of the squared distances from what is wanted is least: isotonic regression by
/// pooling adjacent violators (Ayer et al. 1955).
pub fn place(wanted: &[f64], rooms: &[Area]) -> Vec<f64> {
    let mut offset = Vec::with_capacity(wanted.len());
    let mut sum = 0.0;
    for at in 0..rooms.len() {
        if at > 0 {
            sum += rooms[at - 1][1][0] - rooms[at][0][0] + GAP;
        }
        offset.push(sum);
    }
    // Runs of things that stand side by side: sum of what is wanted, and how many.
    let mut runs: Vec<(f64, f64)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offset) {
        let mut run = (wanted - offset, 1.0);
        while let Some(before) = runs.pop_if(|before| before.0 / before.1 > run.0 / run.1) {
            run = (run.0 + before.0, run.1 + before.1);
        }
        runs.push(run);
    }
    let starts = runs.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count, *count as usize));
    starts.zip(offset).map(|(start, offset)| start + offset).collect()
}

/// How wide a row of these is.
pub fn width<'a>(rooms: impl Iterator<Item = &'a Area>) -> f64 {
    rooms.map(|room| room[1][0] - room[0][0] + GAP).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_where_they_want_or_side_by_side_around_it() {
        let rooms = [[[-10.0, 0.0], [10.0, 0.0]]; 3];
        assert_eq!(place(&[0.0, 100.0, 300.0], &rooms), [0.0, 100.0, 300.0]);
        assert_eq!(place(&[5.0, 5.0, 5.0], &rooms), [-29.0, 5.0, 39.0]);
        assert_eq!(place(&[], &[]), [0.0; 0]);
    }
}
