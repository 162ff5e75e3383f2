//! The axis: what every zoom and every place in time must keep.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::layout::measure::{Fixed, TextStyle, Weight};
use crate::model::time::civil::CivilTime;
use crate::model::time::zone_named;

const YEAR: f64 = 365.25 * 86_400_000.0;
pub(super) const UPPER: TextStyle = TextStyle::new(12.0, Weight::SemiBold);
pub(super) const LOWER: TextStyle = TextStyle::new(11.0, Weight::Regular);

pub(super) fn amsterdam() -> TimeZone {
    zone_named("Europe/Amsterdam").unwrap()
}

/// A label that always holds what it names, the year with "y" before it.
pub(super) fn label(name: Name, at: CivilTime) -> String {
    let date = at.date;
    let year = format!("y{}", date.year);
    match name {
        Name::Century | Name::Decade | Name::Year => year,
        Name::Month => format!("m{}", date.month),
        Name::MonthOfYear => format!("m{} {year}", date.month),
        Name::Week => format!("w{}", date.iso_week().1),
        Name::DayOfMonth => date.day.to_string(),
        Name::Date | Name::Day => format!("{} {} {year}", date.day, date.month),
        Name::Clock => format!("{:02}:{:02}", at.hour, at.minute),
        Name::DayAndClock => format!("{} {} {year} {:02}:{:02}", date.day, date.month, at.hour, at.minute),
        Name::ClockWithSeconds => format!("{:02}:{:02}:{:02}", at.hour, at.minute, at.second),
        Name::DayAndClockWithSeconds => format!("{} {} {year} {:02}", date.day, date.month, at.second),
        Name::DayAndClockWithMilliseconds => format!("{} {} {year} .{:03}", date.day, date.month, at.millisecond),
        Name::Milliseconds => format!(".{:03}", at.millisecond),
    }
}

pub(super) fn ticks_of(axis: Axis, zone: &TimeZone) -> Ticks {
    ticks(axis, zone, (UPPER, LOWER), &Fixed, &label, &[])
}

pub(super) fn at(text: &str) -> f64 {
    let zoned: jiff::Timestamp = text.parse().unwrap();
    zoned.as_millisecond() as f64
}

/// The axis that shows `ms` milliseconds from `from` on 1000 points.
pub(super) fn shows(from: f64, ms: f64) -> Axis {
    Axis::new(from, ms / 1000.0, 168.0, 1000.0)
}

fn axes() -> impl Strategy<Value = Axis> {
    // From a few milliseconds to a hundred million years, within ten thousand years of 1970.
    (-10_000.0..10_000.0_f64, 0.0..18.0_f64, 400.0..3000.0_f32)
        .prop_map(|(year, power, width)| Axis::new(year * YEAR, 10_f64.powf(power) / 100.0, 168.0, width))
}

proptest! {
    #[test]
    fn x_survives_the_way_to_time_and_back(axis in axes(), share in 0.0..1.0_f32) {
        let x = axis.left() + share * axis.width();
        let back = axis.x_from_ms(axis.stamp_from_x(x));
        prop_assert!((back - x).abs() <= 0.01, "{x} {back}");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer(axis in axes(), share in 0.0..1.0_f32, factor in 0.1..10.0_f64) {
        let x = axis.left() + share * axis.width();
        let zoomed = axis.zoom_at(x, factor);
        let moved = zoomed.x_from_ms(axis.stamp_from_x(x));
        let is_clamped = zoomed.from() <= -FARTHEST || zoomed.to() >= FARTHEST * 0.999;
        prop_assert!((moved - x).abs() <= 0.01 || is_clamped, "{x} {moved}");
    }

    #[test]
    fn panning_moves_what_is_under_the_hand(axis in axes(), points in -500.0..500.0_f32) {
        let moved = axis.pan(points);
        let is_clamped = moved.from() <= -FARTHEST || moved.to() >= FARTHEST * 0.999;
        let x = axis.left() + 100.0;
        prop_assert!((moved.x_from_ms(axis.stamp_from_x(x)) - x - points).abs() <= 0.01 || is_clamped);
    }

    #[test]
    fn nothing_overflows(from in any::<f64>(), ms in any::<f64>(), x in -1.0e9..1.0e9_f32, factor in any::<f64>()) {
        let axis = Axis::new(from, ms, 168.0, 1000.0).zoom_at(x, factor).pan(x);
        prop_assert!(axis.from().is_finite() && axis.to().is_finite() && axis.ms_per_point() > 0.0);
        prop_assert!(axis.from() >= -FARTHEST && axis.to() <= FARTHEST * 1.001);
        for stamp in [Stamp::MIN, Stamp(0), Stamp::MAX] {
            prop_assert!(axis.x_from_stamp(stamp).is_finite());
        }
        prop_assert!(ticks_of(axis, &TimeZone::UTC).lower.len() < 200);
    }

    #[test]
    fn marks_rise_keep_their_distance_and_say_the_year(axis in axes()) {
        let ticks = ticks_of(axis, &amsterdam());
        for row in [&ticks.upper, &ticks.lower] {
            prop_assert!(row.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].x <= pair[1].x));
        }
        let is_by_clock = matches!(ticks.level.lower.1, Name::Clock);
        for pair in ticks.lower.windows(2) {
            let pitch = pair[1].x - pair[0].x;
            // Where the clock is changed an hour is missing; where a month ends a week is cut by no mark.
            prop_assert!(pitch >= 33.9 || is_by_clock, "{pitch} {:?}", ticks.level);
        }
        let says_year = ticks.upper.iter().chain(&ticks.lower).any(|tick| {
            tick.label.as_ref().is_some_and(|(_, text)| text.contains('y'))
        });
        prop_assert!(says_year, "{ticks:?}");
    }

    #[test]
    fn labels_of_a_row_never_overlap(axis in axes()) {
        let ticks = ticks_of(axis, &amsterdam());
        for (row, style) in [(&ticks.upper, UPPER), (&ticks.lower, LOWER)] {
            let labels: Vec<_> = row.iter().filter_map(|tick| tick.label.as_ref()).collect();
            for pair in labels.windows(2) {
                let end = pair[0].0 + crate::layout::measure::Measure::width(&Fixed, &pair[0].1, style);
                prop_assert!(end <= pair[1].0, "{labels:?}");
            }
        }
    }
}

#[test]
fn each_zoom_has_its_pair_of_units() {
    const DAY: f64 = 86_400_000.0;
    let from = at("2021-03-01T00:00:00Z");
    let units = |days: f64| {
        let level = ticks_of(shows(from, days * DAY), &amsterdam()).level;
        (level.upper.map(|(_, name)| name), level.lower.1)
    };
    assert_eq!(units(0.02), (Some(Name::DayAndClock), Name::Clock));
    assert_eq!(units(2.0), (Some(Name::Day), Name::Clock));
    assert_eq!(units(25.0), (Some(Name::MonthOfYear), Name::DayOfMonth));
    assert_eq!(units(120.0), (Some(Name::MonthOfYear), Name::Week));
    assert_eq!(units(730.0), (Some(Name::Year), Name::Month));
    assert_eq!(units(2000.0), (Some(Name::Year), Name::Month), "quarters are named by their first month");
    assert_eq!(units(20.0 * 365.0), (Some(Name::Decade), Name::Year));
    assert_eq!(units(100.0 * 365.0), (Some(Name::Century), Name::Year));
    assert_eq!(units(4000.0 * 365.0), (None, Name::Year));
}

#[test]
fn days_on_which_the_clock_is_changed_have_their_own_length() {
    let day_lengths = |from: &str| {
        let axis = shows(at(from), 3.2 * 86_400_000.0);
        // Days are the upper row here.
        let days = ticks_of(axis, &amsterdam()).upper;
        let hours = |pair: &[Tick]| (pair[1].at.0 - pair[0].at.0) / 3_600_000;
        days.windows(2).map(hours).collect::<Vec<_>>()
    };
    assert_eq!(day_lengths("2021-03-27T00:00:00+01:00"), [24, 23, 24]);
    assert_eq!(day_lengths("2021-10-30T00:00:00+02:00"), [24, 25, 24]);
}

#[test]
fn the_coarser_label_sticks_to_the_left_edge() {
    let axis = shows(at("2020-05-10T00:00:00Z"), YEAR);
    let ticks = ticks_of(axis, &amsterdam());
    assert!(ticks.upper[0].x < axis.left());
    assert_eq!(ticks.upper[0].label, Some((axis.left() + 5.0, "y2020".to_owned())));
}

#[test]
fn fitting_shows_all_with_its_margins() {
    let span = Span::new(Stamp(0), Stamp(1_000_000));
    let axis = Axis::fit(span, (20.0, 60.0), 168.0, 580.0);
    assert!((axis.x_from_stamp(Stamp(0)) - 188.0).abs() < 0.01);
    assert!((axis.x_from_stamp(Stamp(1_000_000)) - 688.0).abs() < 0.01);
    let instant = Axis::fit(Span::new(Stamp(5), Stamp(5)), (0.0, 0.0), 0.0, 100.0);
    assert!((instant.x_from_stamp(Stamp(5)) - 50.0).abs() < 0.01);
    let everything = Axis::fit(Span::new(Stamp::MIN, Stamp::MAX), (20.0, 20.0), 0.0, 1000.0);
    assert!(everything.from() <= -0.99 * FARTHEST && everything.to() >= 0.99 * FARTHEST);
}
