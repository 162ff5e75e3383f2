//! What every layout owes its users, whatever the request.

use emath::{Pos2, Rect, Vec2};

use super::*;
use crate::model::Id;

fn request(count: u32, ends: Vec<(u32, u32)>) -> Request {
    Request {
        ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
        ends,
        weights: Vec::new(),
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::new(80.0, 48.0)); count as usize],
        pins: vec![None; count as usize],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
        form: Form::Free,
    }
}

fn wheel(spokes: u32) -> Request {
    let rim = (1..=spokes).map(|at| (at, at % spokes + 1));
    request(spokes + 1, (1..=spokes).map(|at| (0, at)).chain(rim).collect())
}

fn layout(request: &Request) -> Layout {
    arrange(request, &Cancel::default()).unwrap()
}

fn assert_readable(request: &Request, layout: &Layout) {
    let rooms: Vec<Rect> =
        layout.positions.iter().zip(&request.rooms).map(|(centre, room)| room.translate(centre.to_vec2())).collect();
    for (at, room) in rooms.iter().enumerate() {
        assert!(room.is_finite(), "node {at}");
        for (other, second) in rooms.iter().enumerate().skip(at + 1) {
            assert!(!room.shrink(0.5).intersects(*second), "nodes {at} and {other} overlap");
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bits() {
    for request in [wheel(12), request(401, (1..401).map(|at| (at / 3, at)).collect())] {
        assert_eq!(layout(&request), layout(&request));
    }
}

#[test]
fn nothing_overlaps_in_a_small_network() {
    let mut parts = wheel(9);
    parts.ids.extend((0..6).map(|at| Id::from(format!("lone{at}"))));
    parts.rooms.resize(16, Rect::from_center_size(Pos2::ZERO, Vec2::new(120.0, 40.0)));
    parts.pins.resize(16, None);
    parts.ends.push((12, 13));
    for request in [wheel(16), request(2, vec![(0, 1)]), request(7, Vec::new()), parts] {
        assert_readable(&request, &layout(&request));
    }
}

#[test]
fn pinned_nodes_never_move() {
    let mut request = wheel(8);
    request.pins[3] = Some(Pos2::new(-321.0, 77.0));
    request.pins[5] = Some(Pos2::new(500.0, 12.0));
    let layout = layout(&request);
    assert_eq!(layout.positions[3], Pos2::new(-321.0, 77.0));
    assert_eq!(layout.positions[5], Pos2::new(500.0, 12.0));
}

#[test]
fn a_layout_that_starts_from_its_own_result_hardly_moves() {
    let first = wheel(10);
    let before = layout(&first);
    let mut again = first.clone();
    again.previous = before.positions.iter().copied().map(Some).collect();
    let after = layout(&again);
    let furthest = before.positions.iter().zip(&after.positions).map(|(a, b)| a.distance(*b)).fold(0.0, f32::max);
    assert!(furthest < 10.0, "{furthest}");
}

#[test]
fn row_22_all_on_one_point_far_away_or_not_a_number_stays_finite() {
    let mut request = wheel(6);
    request.previous = vec![Some(Pos2::ZERO); 7];
    request.pins[1] = Some(Pos2::new(1e30, 0.0));
    request.pins[2] = Some(Pos2::new(f32::NAN, 0.0));
    request.ends.extend([(4, 4), (0, 1), (0, 1)]);
    assert!(layout(&request).positions.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
}

#[test]
fn what_was_there_before_stays_and_what_is_new_finds_a_place_beside_it() {
    let mut request = wheel(10);
    request.previous = layout(&request).positions.into_iter().map(Some).collect();
    let before = request.previous.clone();
    request.previous[4] = None;
    let after = layout(&request);
    for (at, place) in before.iter().enumerate().filter(|(at, _)| *at != 4) {
        assert_eq!(Some(after.positions[at]), *place);
    }
    assert!(after.positions[4].distance(after.positions[0]) < 400.0);
    assert_readable(&request, &after);
}

#[test]
fn what_is_tied_more_strongly_lies_nearer() {
    let mut request = request(4, vec![(0, 1), (0, 2), (0, 3)]);
    request.weights = vec![9.0, 1.0, f32::NAN];
    let layout = layout(&request);
    let length = |node: usize| layout.positions[0].distance(layout.positions[node]);
    assert!(length(1) < length(2), "{} {}", length(1), length(2));
}

#[test]
fn row_21_parallel_ties_and_loops_weigh_no_more_than_one() {
    let plain = wheel(6);
    let mut heavy = plain.clone();
    heavy.ends.extend(std::iter::repeat_n((0, 1), 10_000));
    heavy.ends.push((3, 3));
    assert_eq!(layout(&plain), layout(&heavy));
}

#[test]
fn parts_that_do_not_hang_together_lie_side_by_side() {
    let mut request = wheel(12);
    request.ids.extend((0..4).map(|at| Id::from(format!("lone{at}"))));
    request.rooms.resize(17, request.rooms[0]);
    request.pins.resize(17, None);
    let layout = layout(&request);
    let covered = Rect::from_points(&layout.positions);
    assert!(covered.width() < 1_200.0 && covered.height() < 700.0, "{covered:?}");
    assert!(covered.center().to_vec2().length() < 80.0, "around the origin: {covered:?}");
}

#[test]
fn a_star_of_six_hundred_ends_and_stays_finite() {
    let request = request(601, (1..=600).map(|at| (0, at)).collect());
    assert!(layout(&request).positions.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
}

#[test]
fn a_cancelled_layout_gives_nothing() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert_eq!(arrange(&wheel(5), &cancel), None);
}
