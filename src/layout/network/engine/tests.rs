//! What the layout of large networks owes its users, whatever the network.

use std::sync::Mutex;

use emath::{Pos2, Rect, Vec2};
use proptest::prelude::*;

use crate::base::cancel::{Cancel, Progress};
use crate::layout::network::{Form, Layout, Request, Watch, arrange, arrange_watched};
use crate::model::Id;

fn request(count: u32, ends: Vec<(u32, u32)>) -> Request {
    Request {
        ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
        ends,
        weights: Vec::new(),
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::splat(16.0)); count as usize],
        pins: vec![None; count as usize],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
        form: Form::Free,
    }
}

/// Circles of `size` whose members know each other, tied in a row by one tie each.
fn circles(count: u32, size: u32) -> Request {
    let inside = |circle: u32| {
        let first = circle * size;
        (0..size).flat_map(move |one| (one + 1..size).map(move |other| (first + one, first + other)))
    };
    let between = (1..count).map(|circle| (circle * size - 1, circle * size));
    request(count * size, (0..count).flat_map(inside).chain(between).collect())
}

fn chain(count: u32) -> Request {
    request(count, (1..count).map(|at| (at - 1, at)).collect())
}

fn star(count: u32) -> Request {
    request(count, (1..count).map(|at| (0, at)).collect())
}

fn layout(request: &Request) -> Layout {
    arrange(request, &Cancel::default()).expect("nobody cancels")
}

fn watched(request: &Request, threads: usize) -> Layout {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let watch = Watch { cancel: &cancel, progress: &progress, threads, first: None };
    arrange_watched(request, &watch).expect("nobody cancels")
}

fn assert_sound(layout: &Layout) {
    for (id, at) in layout.ids.iter().zip(&layout.positions) {
        assert!(at.x.is_finite() && at.y.is_finite() && at.x.abs() < 1e8 && at.y.abs() < 1e8, "{id}: {at:?}");
    }
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let request = circles(60, 12);
    let one = watched(&request, 1);
    for threads in [2, 3, 8] {
        assert!(watched(&request, threads) == one, "{threads} threads");
    }
    assert!(layout(&Request { seed: 2, ..request }) != one, "the seed decides among layouts");
}

#[test]
fn those_who_know_each_other_lie_together() {
    let (count, size) = (60, 12);
    let layout = layout(&circles(count, size));
    let mut together = 0;
    for (node, at) in layout.positions.iter().enumerate() {
        let mut others: Vec<usize> = (0..layout.positions.len()).filter(|other| *other != node).collect();
        others.sort_by(|one, other| {
            layout.positions[*one].distance(*at).total_cmp(&layout.positions[*other].distance(*at))
        });
        together +=
            others[..size as usize - 1].iter().filter(|other| *other / size as usize == node / size as usize).count();
    }
    let share = together as f32 / (layout.positions.len() * (size as usize - 1)) as f32;
    assert!(share > 0.6, "of the nearest, {share} are of the same circle");
}

#[test]
fn a_long_chain_is_drawn_out_and_a_star_is_round() {
    let chain = layout(&chain(1_200));
    assert_sound(&chain);
    let mean = (1..1_200).map(|at| chain.positions[at].distance(chain.positions[at - 1])).sum::<f32>() / 1_199.0;
    let apart = chain.positions[0].distance(chain.positions[1_199]);
    assert!(apart > 150.0 * mean, "ends {apart} apart, neighbours {mean}");
    let star = layout(&star(1_200));
    assert_sound(&star);
    let mut away: Vec<f32> = star.positions[1..].iter().map(|at| at.distance(star.positions[0])).collect();
    away.sort_by(f32::total_cmp);
    assert!(away[10] > 1.0 && away[1_150] < 8.0 * away[600], "{} {} {}", away[10], away[600], away[1_150]);
}

#[test]
fn few_nodes_lie_on_the_same_spot() {
    let mut request = circles(300, 12);
    // So many that overlaps are not taken out one by one.
    assert!(request.ids.len() > 3_000);
    request.aspect = 2.0;
    let layout = layout(&request);
    let mut spots: Vec<(i64, i64)> =
        layout.positions.iter().map(|at| ((at.x * 0.5) as i64, (at.y * 0.5) as i64)).collect();
    spots.sort_unstable();
    spots.dedup();
    assert!(spots.len() * 10 > layout.positions.len() * 9, "{} spots for {}", spots.len(), layout.positions.len());
}

#[test]
fn pins_are_exact_and_the_rest_lies_around_them() {
    let mut request = circles(50, 12);
    let pins = [(0, Pos2::new(-4_000.5, 125.25)), (250, Pos2::new(0.0, 7.0)), (599, Pos2::new(3_333.0, -900.0))];
    for (node, at) in pins {
        request.pins[node] = Some(at);
    }
    let layout = layout(&request);
    assert_sound(&layout);
    for (node, at) in pins {
        assert_eq!(layout.positions[node], at);
    }
    let neighbour = layout.positions[1].distance(layout.positions[0]);
    assert!(neighbour < layout.positions[1].distance(layout.positions[599]), "neighbours of a pin lie near it");
}

#[test]
fn all_pins_on_one_point_and_hostile_numbers_do_no_harm() {
    let mut request = circles(40, 12);
    request.pins.fill(Some(Pos2::new(5.0, 5.0)));
    assert!(layout(&request).positions.iter().all(|at| *at == Pos2::new(5.0, 5.0)));
    for weight in [0.0, f32::MAX, f32::NAN, f32::INFINITY, -1.0, f32::MIN_POSITIVE] {
        let mut request = circles(40, 12);
        request.weights = (0..request.ends.len()).map(|at| if at % 3 == 0 { weight } else { 1.0 }).collect();
        assert_sound(&layout(&request));
    }
    let mut request = circles(40, 12);
    request.pins[3] = Some(Pos2::new(f32::NAN, 1.0));
    request.pins[4] = Some(Pos2::new(1e30, -1e30));
    assert_sound(&layout(&request));
}

#[test]
fn loops_and_parallel_ties_are_borne() {
    let mut request = chain(500);
    request.ends.extend((0..500).map(|at| (at, at)));
    request.ends.extend(vec![(7, 8); 5_000]);
    assert_sound(&layout(&request));
}

#[test]
fn what_is_new_finds_a_place_beside_its_neighbours_and_nothing_else_moves() {
    let before = layout(&circles(50, 12));
    let mut request = circles(50, 12);
    request.previous = before.positions.iter().copied().map(Some).collect();
    for new in 600..603 {
        request.ids.push(Id::from(format!("n{new}")));
        request.rooms.push(request.rooms[0]);
        request.pins.push(None);
        request.previous.push(None);
    }
    request.ends.extend([(600, 30), (601, 600), (602, 30)]);
    let after = layout(&request);
    assert_eq!(after.positions[..600], before.positions[..], "what was there stays");
    for new in 600..603 {
        assert!(after.positions[new].distance(before.positions[30]) < 150.0, "node {new}");
    }
}

#[test]
fn first_positions_are_told_before_it_is_at_rest_and_a_cancelled_layout_is_none() {
    let request = circles(60, 12);
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let told = Mutex::new(Vec::new());
    let hear = |layout: Layout| told.lock().unwrap().push((layout, progress.get().0));
    let watch = Watch { cancel: &cancel, progress: &progress, threads: 2, first: Some(&hear) };
    let rest = arrange_watched(&request, &watch).unwrap();
    let told = told.lock().unwrap();
    assert_eq!(told.len(), 1);
    assert_sound(&told[0].0);
    assert!(told[0].0 != rest && progress.get().0 > told[0].1, "work went on after the first positions");
    let (done, total) = progress.get();
    assert_eq!(done, total, "what it tells comes to all of it");

    let stop = |_: Layout| cancel.cancel();
    assert!(arrange_watched(&request, &Watch { first: Some(&stop), ..watch }).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn any_network_has_finite_positions(
        count in 401_u32..700,
        ends in prop::collection::vec((0_u32..700, 0_u32..700), 0..2_500),
        pins in prop::collection::vec((0_usize..401, -1e5_f32..1e5, -1e5_f32..1e5), 0..6),
    ) {
        let ends: Vec<_> = ends.into_iter().map(|(from, to)| (from % count, to % count)).collect();
        let mut request = request(count, ends);
        for (node, x, y) in &pins {
            request.pins[*node] = Some(Pos2::new(*x, *y));
        }
        let layout = layout(&request);
        assert_sound(&layout);
        for (pin, at) in request.pins.iter().zip(&layout.positions) {
            if let Some(pin) = pin {
                prop_assert_eq!(pin, at);
            }
        }
    }
}
