//! Marks, ends and shading in the calendar: true whatever the year, the zone and what is left out.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::tests::{LOWER, UPPER, amsterdam, at, label, shows, ticks_of};
use super::*;
use crate::layout::measure::{Fixed, Measure};
use crate::model::time::civil::{CivilDate, CivilTime, Unit};

const DAY: f64 = 86_400_000.0;
const YEAR: f64 = 365.25 * DAY;

fn start_of(year: i64) -> f64 {
    let date = CivilDate { year, month: 1, day: 1 };
    CivilTime { date, hour: 0, minute: 0, second: 0, millisecond: 0 }.stamp(&TimeZone::UTC).0 as f64
}

fn lower(axis: Axis, zone: &TimeZone) -> Vec<String> {
    ticks_of(axis, zone).lower.into_iter().filter_map(|tick| tick.label.map(|(_, text)| text)).collect()
}

/// A tenth of a second to ten thousand years on screen, anywhere within ten thousand years, sometimes with cuts.
fn axes() -> impl Strategy<Value = Axis> {
    let gaps = proptest::collection::vec((0.0..1.0_f64, 1.0..60.0_f64), 0..4);
    (-7_000.0..8_000.0_f64, 2.0..14.5_f64, 640.0..3000.0_f32, gaps).prop_map(|(year, power, width, gaps)| {
        let ms = 10_f64.powf(power);
        let axis = Axis::new(year * YEAR, ms / f64::from(width), 168.0, width);
        let cut = |(share, times): (f64, f64)| {
            let start = axis.from() + share * (axis.to() - axis.from());
            Cut::new(Span::new(Stamp(start as i64), Stamp((start + times * (axis.to() - axis.from())) as i64)), 48)
        };
        axis.with_cuts(Cuts::new(gaps.into_iter().map(cut)), 168.0)
    })
}

proptest! {
    #[test]
    fn both_ends_say_their_full_date_and_no_labels_overlap(axis in axes()) {
        let mut ticks = ticks_of(axis, &amsterdam());
        let ends = ends(axis, &amsterdam(), &ticks, LOWER, &Fixed, &label);
        ticks.give_way(&ends, UPPER, &Fixed);
        let right = ends.right.clone();
        prop_assert!(right.is_some(), "{ends:?}");
        let day = |ms: f64| label(Name::Date, CivilTime::at(Stamp(ms as i64), &amsterdam()));
        prop_assert!(ends.left.1.starts_with(&day(axis.from())));
        prop_assert!(right.as_ref().is_some_and(|(_, text)| text.starts_with(&day(axis.to()))));
        let place = |(x, text): (f32, String), style| (x, x + Fixed.width(&text, style));
        let labels = |row: Vec<Tick>, style| {
            row.into_iter().filter_map(move |tick| tick.label).map(move |label| place(label, style))
        };
        let mut upper: Vec<_> = labels(ticks.upper, UPPER).collect();
        upper.extend([Some(ends.left), right].into_iter().flatten().map(|end| place(end, LOWER)));
        upper.sort_by(|one, other| one.0.total_cmp(&other.0));
        prop_assert!(upper.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{upper:?}");
        prop_assert!(upper.iter().all(|(left, right)| *left >= axis.left() && *right <= axis.right()), "{upper:?}");
        let lower: Vec<_> = labels(ticks.lower, LOWER).collect();
        prop_assert!(lower.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{lower:?}");
    }

    #[test]
    fn no_mark_stands_in_a_cut_and_labels_stay_clear_of_what_is_taken(axis in axes(), taken in 0.0..1.0_f32) {
        let taken = axis.left() + taken * axis.width();
        let taken = [(taken, taken + 60.0)];
        let ticks = ticks(axis, &amsterdam(), (UPPER, LOWER), &Fixed, &label, &taken);
        let is_cut = |x: f32| axis.cuts_on_screen().any(|(_, left, right)| left + 0.01 < x && x < right - 0.01);
        for tick in ticks.upper.iter().chain(&ticks.lower).filter(|tick| tick.is_shown) {
            prop_assert!(!is_cut(tick.x), "{tick:?}");
        }
        prop_assert!(ticks.upper.windows(2).all(|pair| pair[0].at < pair[1].at));
        for (x, text) in ticks.lower.iter().filter_map(|tick| tick.label.as_ref()) {
            prop_assert!(x + Fixed.width(text, LOWER) < taken[0].0 || *x > taken[0].1);
        }
        // However much is left out, no more is counted than fits.
        prop_assert!(ticks.lower.len() < 200, "{}", ticks.lower.len());
    }

    #[test]
    fn weekends_and_nights_are_on_screen_and_apart(axis in axes()) {
        for shades in [weekends(axis, &amsterdam()), nights(axis, &amsterdam())] {
            prop_assert!(shades.iter().all(|(left, right)| left < right && *left >= axis.left() - 0.01));
            prop_assert!(shades.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 0.01), "{shades:?}");
        }
    }
}

#[test]
fn the_hour_that_the_clock_is_put_forward_over_has_no_mark_and_the_one_that_comes_twice_has_two() {
    let hours = |from: &str| lower(shows(at(from), 12.0 * 3_600_000.0), &amsterdam());
    assert_eq!(hours("2021-03-28T00:00:00+01:00")[..4], ["00:00", "01:00", "03:00", "04:00"]);
    assert_eq!(hours("2021-10-31T00:00:00+02:00")[..5], ["00:00", "01:00", "02:00", "02:00", "03:00"]);
}

#[test]
fn years_are_counted_through_the_year_zero_and_at_both_ends_of_the_calendar() {
    for first in [-5000, -2, 9995] {
        let axis = Axis::new(start_of(first), YEAR / 60.0, 168.0, 400.0);
        let expected: Vec<String> = (first..first + 6).map(|year| format!("y{year}")).collect();
        assert_eq!(lower(axis, &TimeZone::UTC)[..6], expected);
    }
}

#[test]
fn a_year_of_53_weeks_has_a_53rd_and_the_next_begins_with_its_first() {
    let weeks = lower(shows(at("2020-12-14T00:00:00Z"), 70.0 * DAY), &TimeZone::UTC);
    assert_eq!(weeks[..5], ["w51", "w52", "w53", "w1", "w2"]);
}

#[test]
fn quarters_begin_with_january_april_july_and_october() {
    let axis = shows(at("2020-01-01T00:00:00Z"), 6.0 * 365.0 * DAY);
    let ticks = ticks_of(axis, &TimeZone::UTC);
    assert_eq!(ticks.level.lower.0, Stride::Calendar(Unit::Quarter, 1));
    assert_eq!(lower(axis, &TimeZone::UTC)[..5], ["m1", "m4", "m7", "m10", "m1"]);
}

#[test]
fn after_a_cut_the_coarser_label_says_where_we_are() {
    let gap = Span::new(Stamp(at("2009-01-01T00:00:00Z") as i64), Stamp(at("2018-07-01T00:00:00Z") as i64 - 1));
    let axis = Axis::new(at("2008-01-01T00:00:00Z"), YEAR / 200.0, 168.0, 800.0);
    let axis = axis.with_cuts(Cuts::new([Cut::new(gap, 48)]), 168.0);
    let upper = ticks_of(axis, &TimeZone::UTC).upper;
    let right = axis.x_after(gap.end());
    let labels: Vec<_> = upper.iter().filter_map(|tick| Some((tick.is_shown, tick.label.clone()?))).collect();
    assert_eq!(labels[0].1.1, "y2008");
    assert_eq!(labels[1], (false, (right + 5.0, "y2018".to_owned())));
    assert_eq!((labels[2].0, labels[2].1.1.as_str()), (true, "y2019"));
}

#[test]
fn a_year_that_begins_under_the_left_date_is_said_behind_it() {
    let axis = shows(at("2019-12-01T00:00:00Z"), 1.5 * YEAR);
    let mut ticks = ticks_of(axis, &TimeZone::UTC);
    let ends = ends(axis, &TimeZone::UTC, &ticks, LOWER, &Fixed, &label);
    ticks.give_way(&ends, UPPER, &Fixed);
    let labels: Vec<_> = ticks.upper.iter().filter_map(|tick| tick.label.clone()).collect();
    let behind = ends.left.0 + Fixed.width(&ends.left.1, LOWER) + 8.0;
    assert_eq!(labels[0], (behind, "y2020".to_owned()));
    assert!(ends.cover(ticks.upper[1].x), "its line stops short of the date");
}

#[test]
fn a_narrow_axis_says_where_it_begins() {
    let axis = Axis::new(at("2021-03-09T00:00:00Z"), YEAR, 168.0, 90.0);
    let ticks = ticks_of(axis, &TimeZone::UTC);
    let ends = ends(axis, &TimeZone::UTC, &ticks, LOWER, &Fixed, &label);
    assert_eq!((ends.left.1.as_str(), ends.right), ("9 3 y2021", None));
}

/// Edges in hours from the left edge of an axis at a hundred points a day or more.
fn hours(axis: Axis, shades: Vec<(f32, f32)>) -> Vec<(i64, i64)> {
    let hour = |x: f32| ((axis.stamp_from_x(x) - axis.from()) / 3_600_000.0).round() as i64;
    shades.into_iter().map(|(left, right)| (hour(left), hour(right))).collect()
}

#[test]
fn weekends_are_saturday_and_sunday_whatever_summer_time_does() {
    // From Friday 26 March; in the night of Saturday to Sunday the clock is put forward.
    let axis = shows(at("2021-03-26T00:00:00+01:00"), 10.0 * DAY);
    assert_eq!(hours(axis, weekends(axis, &amsterdam())), [(24, 71), (191, 239)]);
    assert_eq!(weekends(shows(at("2021-03-26T00:00:00+01:00"), 170.0 * DAY), &amsterdam()), []);
}

#[test]
fn nights_run_from_22_to_6_by_the_clock() {
    let axis = shows(at("2021-03-27T00:00:00+01:00"), 3.0 * DAY);
    assert_eq!(hours(axis, nights(axis, &amsterdam())), [(0, 6), (22, 29), (45, 53), (69, 72)]);
    assert_eq!(nights(shows(at("2021-03-27T00:00:00+01:00"), 10.0 * DAY), &amsterdam()), []);
}
