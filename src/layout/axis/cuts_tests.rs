//! An axis with time left out: what every zoom and every place in time must keep.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const YEAR: f64 = 365.25 * 86_400_000.0;
const POINTS: u8 = 48;
const WIDTH: f32 = POINTS as f32;

fn cut(from_year: f64, years: f64) -> Cut {
    let start = ((from_year - 1970.0) * YEAR) as i64;
    Cut::new(Span::new(Stamp(start), Stamp(start + (years * YEAR) as i64)), POINTS)
}

/// Up to twenty gaps of a day to two hundred years within four thousand years: some overlap, some are too many.
fn cuts() -> impl Strategy<Value = Cuts> {
    vec((-2_000.0..2_000.0_f64, -2.5..2.3_f64), 0..20)
        .prop_map(|gaps| Cuts::new(gaps.into_iter().map(|(year, power)| cut(year, 10_f64.powf(power)))))
}

/// From a tenth of a minute to ten thousand years on screen.
fn axes() -> impl Strategy<Value = Axis> {
    (-2_500.0..2_500.0_f64, 0.8..11.5_f64, 400.0..3000.0_f32, cuts()).prop_map(|(year, power, width, cuts)| {
        Axis::new((year - 1970.0) * YEAR, 10_f64.powf(power), 168.0, width).with_cuts(cuts, 168.0)
    })
}

/// A place on screen, often in a cut or at its edge.
fn places() -> impl Strategy<Value = (Axis, f32)> {
    (axes(), 0.0..1.0_f32, any::<prop::sample::Index>(), 0..3_u8).prop_map(|(axis, share, place, edge)| {
        let cuts: Vec<_> = axis.cuts_on_screen().collect();
        let x = match (edge, cuts.is_empty()) {
            (1, false) => cuts[place.index(cuts.len())].1,
            (2, false) => cuts[place.index(cuts.len())].1 + share * WIDTH,
            _ => axis.left() + share * axis.width(),
        };
        (axis, x.clamp(axis.left(), axis.right()))
    })
}

proptest! {
    #[test]
    fn x_survives_the_way_to_time_and_back((axis, x) in places()) {
        let back = axis.x_from_ms(axis.stamp_from_x(x));
        prop_assert!((back - x).abs() <= 0.01, "{x} {back}");
        let stamp = axis.nearest_stamp(x);
        let ruler = (axis.points(stamp) + axis.offset()) as f32;
        prop_assert!((ruler - axis.x_from_stamp(stamp)).abs() <= 0.01);
    }

    #[test]
    fn later_never_lies_further_left(axis in axes(), first in 0.0..1.0_f32, second in 0.0..1.0_f32) {
        let x = |share: f32| axis.left() + share * axis.width();
        let (one, other) = (axis.stamp_from_x(x(first)), axis.stamp_from_x(x(second)));
        prop_assert_eq!(one < other, first < second, "{} {}", one, other);
        prop_assert!(one >= other || axis.x_from_ms(one) <= axis.x_from_ms(other));
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer((axis, x) in places(), factor in 0.1..10.0_f64) {
        let moved = axis.zoom_at(x, factor).x_from_ms(axis.stamp_from_x(x));
        prop_assert!((moved - x).abs() <= 0.01, "{x} {moved}");
    }

    #[test]
    fn other_cuts_keep_what_is_under_the_pointer((axis, x) in places(), other in cuts()) {
        let moved = axis.with_cuts(other, x).x_from_ms(axis.stamp_from_x(x));
        // A cut whose edges lie farther from 1970 may ask for a coarser scale; the time stays all the same.
        prop_assert!((moved - x).abs() <= 0.01, "{x} {moved}");
    }

    #[test]
    fn panning_moves_everything_by_the_same((axis, x) in places(), points in -500.0..500.0_f32) {
        let moved = axis.pan(points).x_from_ms(axis.stamp_from_x(x));
        prop_assert!((moved - x - points).abs() <= 0.01, "{x} {moved}");
        let closed = |axis: Axis| axis.cuts().closed(axis.ms_per_point()).count();
        prop_assert_eq!(closed(axis), closed(axis.pan(points)));
    }

    #[test]
    fn zooming_in_small_steps_never_jumps(axis in axes(), share in 0.0..1.0_f32) {
        let middle = axis.left() + axis.width() / 2.0;
        let time = axis.stamp_from_x(axis.left() + share * axis.width());
        let before = axis.x_from_ms(time);
        let after = axis.zoom_at(middle, 1.001).x_from_ms(time);
        // Closing cuts pull together as much as the zoom draws apart, not more than a few times as much.
        prop_assert!((after - before).abs() <= 0.001 * 8.0 * axis.width(), "{before} {after}");
    }

    #[test]
    fn stretches_and_cuts_fill_the_axis(axis in axes()) {
        let even: f64 = axis.stretches().map(|(from, to)| (to - from) / axis.ms_per_point()).sum();
        let cut: f64 = axis.cuts_on_screen().map(|(_, left, right)| {
            f64::from(right.min(axis.right()) - left.max(axis.left()))
        }).sum();
        prop_assert!((even + cut - f64::from(axis.width())).abs() < 0.1, "{even} {cut}");
        let inside = |at: f64| axis.cuts_on_screen().any(|(cut, ..)| cut.span().contains(Stamp(at as i64)));
        prop_assert!(axis.stretches().all(|(from, to)| !inside(f64::midpoint(from, to))));
    }

    #[test]
    fn without_cuts_nothing_is_squeezed(from in -1.0e14..1.0e14_f64, scale in 10.0..1.0e10_f64, x in 0.0..2000.0_f32) {
        let axis = Axis::new(from, scale, 168.0, 1000.0);
        let by = f64::from(x - 168.0) * axis.ms_per_point();
        prop_assert!(axis.stamp_from_x(x).to_bits() == (axis.from() + by).to_bits());
        let at = axis.stamp_from_x(x);
        let there = (168.0 + ((at - axis.from()) / axis.ms_per_point()).clamp(-1.0e6, 1.0e6)) as f32;
        prop_assert_eq!(axis.x_from_ms(at).to_bits(), there.to_bits());
        prop_assert_eq!(axis.points(Stamp(at as i64)).to_bits(), (at.trunc() / axis.ms_per_point()).to_bits());
    }

    #[test]
    fn fitting_shows_all_with_its_margins(cuts in cuts(), year in -2_500.0..2_000.0_f64, years in 0.1..3_000.0_f64) {
        let (start, end) = ((year - 1970.0) * YEAR, (year + years - 1970.0) * YEAR);
        let span = Span::new(Stamp(start as i64), Stamp(end as i64));
        let axis = Axis::fit_with(span, cuts, (20.0, 60.0), 168.0, 1080.0);
        let cut: f64 = cuts.iter().map(|cut| {
            let (first, last) = (cut.span().start().0 as f64, cut.span().end().0 as f64);
            (last.min(end) - first.max(start)).max(0.0)
        }).sum();
        prop_assume!(cut < 0.999 * (end - start));
        prop_assert!((axis.x_from_stamp(span.start()) - 188.0).abs() < 0.01);
        prop_assert!((axis.x_from_stamp(span.end()) - 1188.0).abs() < 0.1, "{}", axis.x_from_stamp(span.end()));
    }
}

#[test]
fn a_cut_has_its_width_where_it_is_closed_and_is_open_where_it_saves_little() {
    let gap = cut(2009.0, 9.0);
    let axis = |points_a_year: f64| {
        let axis = Axis::new((2008.0 - 1970.0) * YEAR, YEAR / points_a_year, 168.0, 1000.0);
        axis.with_cuts(Cuts::new([gap]), 168.0)
    };
    let width = |axis: Axis| axis.x_after(gap.span().end()) - axis.x_from_stamp(gap.span().start());
    assert!((width(axis(100.0)) - WIDTH).abs() < 0.01);
    assert!((width(axis(15.0)) - 135.0).abs() < 0.01, "nine years of fifteen points");
    assert_eq!(axis(15.0).cuts_on_screen().count(), 0);
    assert_eq!(axis(100.0).cuts_on_screen().count(), 1);
    // 2008 has its hundred points, then the cut, then 2018.
    assert!((axis(100.0).x_from_ms((2018.0 - 1970.0) * YEAR) - 168.0 - 100.0 - WIDTH).abs() < 0.5);
}

#[test]
fn what_lies_in_a_cut_is_fitted_at_the_scale_that_it_has_without() {
    let within = Span::new(Stamp((40.0 * YEAR) as i64), Stamp((40.1 * YEAR) as i64));
    let axis = Axis::fit_with(within, Cuts::new([cut(2009.0, 9.0)]), (20.0, 60.0), 168.0, 1080.0);
    assert!((axis.ms_per_point() - 0.1 * YEAR / 1000.0).abs() < 1.0);
    assert!((axis.x_from_stamp(within.start()) - 188.0).abs() < 0.01);
}

#[test]
fn what_fades_from_beside_a_cut_has_room_as_far_as_its_other_side() {
    let gap = cut(2009.0, 9.0);
    let axis = Axis::new((2008.0 - 1970.0) * YEAR, YEAR / 100.0, 168.0, 1000.0).with_cuts(Cuts::new([gap]), 168.0);
    let (left, right) = (axis.points(gap.span().start()), axis.points(gap.span().end().plus(1)));
    let room = [axis.room_beside(left, true), axis.room_beside(left - 20.0, true), axis.room_beside(right, false)];
    let width = f64::from(WIDTH);
    assert!(
        room.iter().zip([width, width + 20.0, width]).all(|(room, wanted)| (room - wanted).abs() < 0.01),
        "{room:?}"
    );
    assert!(axis.room_beside(right, true).is_infinite() && axis.room_beside(left, false).is_infinite());
}

#[test]
fn the_longest_cuts_win_and_none_overlaps_another() {
    let many = (0..20).map(|place| cut(f64::from(place) * 10.0, 1.0 + f64::from(place) / 10.0));
    let cuts = Cuts::new(many.chain([cut(185.0, 6.5)]));
    assert_eq!(cuts.iter().count(), MOST_CUTS);
    let kept: Vec<Cut> = cuts.iter().collect();
    assert!(kept.windows(2).all(|pair| pair[0].span().end() < pair[1].span().start()));
    assert!(kept.contains(&cut(185.0, 6.5)) && !kept.contains(&cut(190.0, 2.9)), "it overlaps a longer one");
}
