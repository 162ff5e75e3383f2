//! Hatching: the stripes of a convex polygon, anchored to the origin so that neighbours line up.

use emath::{Pos2, Vec2, pos2, vec2};

/// Width of a stripe.
pub const WIDTH: f32 = 1.1;
/// Distance between stripes, across them.
pub const PITCH: f32 = 4.5;
/// Stripes rise to the right; this is across them.
const ACROSS: Vec2 = vec2(std::f32::consts::FRAC_1_SQRT_2, std::f32::consts::FRAC_1_SQRT_2);
/// More stripes than this are a mistake in the polygon (it reaches far outside any picture).
const MOST: i32 = 20_000;

/// The middle lines of the stripes inside a convex polygon.
pub fn lines(points: &[Pos2]) -> Vec<[Pos2; 2]> {
    positions(points).filter_map(|at| chord(points, at)).collect()
}

/// The stripes inside a convex polygon, as convex polygons.
pub fn stripes(points: &[Pos2]) -> Vec<Vec<Pos2>> {
    positions(points)
        .map(|at| {
            let upper = cut(points, |corner| ACROSS.dot(corner.to_vec2()) - (at - WIDTH / 2.0));
            cut(&upper, |corner| (at + WIDTH / 2.0) - ACROSS.dot(corner.to_vec2()))
        })
        .filter(|stripe| stripe.len() > 2)
        .collect()
}

/// Where stripes lie, measured across them.
fn positions(points: &[Pos2]) -> impl Iterator<Item = f32> + use<> {
    let across = points.iter().map(|corner| ACROSS.dot(corner.to_vec2()));
    let (least, most) = across.fold((f32::MAX, f32::MIN), |(least, most), at| (least.min(at), most.max(at)));
    let first = ((least - WIDTH / 2.0) / PITCH - 0.5).ceil();
    let last = ((most + WIDTH / 2.0) / PITCH - 0.5).floor();
    let count = if first.is_finite() && last.is_finite() { (last - first) as i32 + 1 } else { 0 };
    (0..count.clamp(0, MOST)).map(move |step| (first + step as f32 + 0.5) * PITCH)
}

fn chord(points: &[Pos2], at: f32) -> Option<[Pos2; 2]> {
    let side = |corner: Pos2| ACROSS.dot(corner.to_vec2()) - at;
    let mut ends = [pos2(0.0, 0.0); 2];
    let mut found = 0;
    for (from, to) in points.iter().zip(points.iter().cycle().skip(1)) {
        let (before, after) = (side(*from), side(*to));
        if (before < 0.0) != (after < 0.0) && found < 2 {
            ends[found] = from.lerp(*to, before / (before - after));
            found += 1;
        }
    }
    (found == 2).then_some(ends)
}

/// The part of a convex polygon where `side` is not negative.
fn cut(points: &[Pos2], side: impl Fn(Pos2) -> f32) -> Vec<Pos2> {
    let mut kept = Vec::with_capacity(points.len() + 1);
    for (from, to) in points.iter().zip(points.iter().cycle().skip(1)) {
        let (before, after) = (side(*from), side(*to));
        if before >= 0.0 {
            kept.push(*from);
        }
        if (before < 0.0) != (after < 0.0) {
            kept.push(from.lerp(*to, before / (before - after)));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: f32) -> Vec<Pos2> {
        vec![pos2(0.0, 0.0), pos2(side, 0.0), pos2(side, side), pos2(0.0, side)]
    }

    #[test]
    fn stripes_cover_their_share() {
        let area = |points: &[Pos2]| {
            let turns = points.iter().zip(points.iter().cycle().skip(1));
            turns.map(|(from, to)| from.x * to.y - to.x * from.y).sum::<f32>().abs() / 2.0
        };
        let covered: f32 = stripes(&square(90.0)).iter().map(|stripe| area(stripe)).sum();
        assert!((covered / 8100.0 - WIDTH / PITCH).abs() < 0.01, "{covered}");
    }

    #[test]
    fn lines_stay_inside_and_keep_their_pitch() {
        let lines = lines(&square(20.0));
        assert_eq!(lines.len(), 6);
        for [from, to] in &lines {
            for end in [from, to] {
                assert!((-0.01..=20.01).contains(&end.x) && (-0.01..=20.01).contains(&end.y));
            }
            assert!(((from.x + from.y) - (to.x + to.y)).abs() < 1e-3);
        }
    }

    #[test]
    fn nothing_and_nonsense_have_no_stripes() {
        assert!(stripes(&[]).is_empty() && lines(&[]).is_empty());
        assert!(lines(&[pos2(f32::NAN, 0.0), pos2(1.0, f32::INFINITY), pos2(0.0, 0.0)]).len() < 2);
    }
}
