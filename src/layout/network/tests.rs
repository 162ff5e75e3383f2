//! What every layout owes its users, whatever the request.

use emath::{Pos2, Rect, Vec2};

use super::*;
use crate::model::Id;

fn request(count: u32, ends: Vec<(u32, u32)>) -> Request {
    Request {
        ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
        ends,
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::new(80.0, 48.0)); count as usize],
        pins: vec![None; count as usize],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
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
    for request in [wheel(12), request(600, (1..600).map(|at| (at / 3, at)).collect())] {
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
fn a_star_of_fifteen_hundred_ends_and_stays_finite() {
    let request = request(1_501, (1..=1_500).map(|at| (0, at)).collect());
    assert!(layout(&request).positions.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
}

#[test]
fn a_cancelled_layout_gives_nothing() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert_eq!(arrange(&wheel(5), &cancel), None);
}
