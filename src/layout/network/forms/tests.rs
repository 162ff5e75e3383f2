//! What the forms promise, whatever the network.

use emath::{Pos2, Rect, Vec2, pos2};
use proptest::prelude::*;

use crate::base::cancel::{Cancel, Progress};
use crate::base::rows::Rows;
use crate::layout::network::{Form, Layout, Mark, Request, Watch, arrange, arrange_watched};
use crate::model::Id;

fn request(count: u32, ends: Vec<(u32, u32)>, form: Form) -> Request {
    Request {
        ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
        ends,
        weights: Vec::new(),
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::new(90.0, 40.0)); count as usize],
        pins: vec![None; count as usize],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
        form,
    }
}

fn layout(request: &Request) -> Layout {
    arrange(request, &Cancel::default()).expect("nobody cancels")
}

/// Every form with something to say of these nodes and ties.
fn forms(count: u32, ties: usize) -> Vec<Form> {
    let names = ["one", "two", ""].map(str::to_owned).to_vec();
    vec![
        Form::Layered { directed: (0..ties).map(|tie| tie % 3 > 0).collect() },
        Form::Radial { centre: None },
        Form::Radial { centre: Some(count / 2) },
        Form::ByTime { moments: (0..count).map(|at| (at % 4 > 0).then(|| f64::from(at % 7) * 1e9)).collect() },
        Form::Boxes { group_of: (0..count).map(|at| at % 3).collect(), names },
    ]
}

fn overlaps(layout: &Layout) -> usize {
    let rooms: Vec<Rect> =
        layout.positions.iter().zip(&layout.rooms).map(|(at, room)| room.translate(at.to_vec2()).shrink(0.5)).collect();
    let over = |at: usize| rooms[at + 1..].iter().filter(|other| other.intersects(rooms[at])).count();
    (0..rooms.len()).map(over).sum()
}

#[test]
fn what_leads_stands_above_what_it_leads() {
    let ends = vec![(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (5, 3), (4, 6)];
    let drawn = layout(&request(7, ends.clone(), Form::Layered { directed: vec![true; ends.len()] }));
    for (above, below) in ends {
        let [above, below] = [above, below].map(|node: u32| drawn.positions[node as usize].y);
        assert!(above + 20.0 < below, "{above} is above {below}");
    }
    assert_eq!(overlaps(&drawn), 0);
}

#[test]
fn a_circle_is_opened_and_a_tie_without_direction_only_hangs_on() {
    let ends = vec![(0, 1), (1, 2), (2, 0), (2, 3)];
    let drawn = layout(&request(4, ends, Form::Layered { directed: vec![true, true, true, false] }));
    let y: Vec<f32> = drawn.positions.iter().map(|at| at.y).collect();
    assert!(y[0] < y[1] && y[1] < y[2] && y[2] < y[3], "{y:?}");
}

#[test]
fn rings_hold_what_is_so_many_steps_away() {
    let ends = vec![(0, 1), (0, 2), (1, 3), (2, 4), (4, 5), (1, 2)];
    let drawn = layout(&request(6, ends.clone(), Form::Radial { centre: Some(0) }));
    let steps = Rows::new(6, &ends).distances(0);
    for (at, steps) in drawn.positions.iter().zip(steps).skip(1) {
        let ring = drawn.marks.iter().find(|mark| matches!(mark, Mark::Ring { steps: own, .. } if *own == steps));
        let Some(Mark::Ring { centre, radii, .. }) = ring else { panic!("no ring of {steps}: {:?}", drawn.marks) };
        let off = (*at - *centre) / *radii;
        assert!((off.length() - 1.0).abs() < 1e-3, "{steps} steps: {off:?}");
    }
}

#[test]
fn by_time_later_is_further_right_and_what_has_no_date_stands_aside() {
    let moments = vec![Some(5e9), Some(1e9), None, Some(9e9), Some(5e9), None];
    let drawn = layout(&request(6, vec![(0, 1), (3, 2)], Form::ByTime { moments: moments.clone() }));
    let x = |node: usize| drawn.positions[node].x;
    assert!(x(1) < x(0) && x(0) < x(3), "{:?}", drawn.positions);
    assert!((x(0) - x(4)).abs() < 1e-3);
    assert!(x(2) < x(1) - 40.0 && x(5) < x(1) - 40.0);
    assert_eq!(overlaps(&drawn), 0);
    assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Undated { count: 2, .. })));
}

#[test]
fn every_group_has_a_box_of_its_own_with_all_of_it_inside() {
    let group_of = vec![0, 1, 0, 1, 2, 0, 2, 0];
    let names = ["nl", "be", ""].map(str::to_owned).to_vec();
    let ends = vec![(0, 2), (1, 3), (0, 1), (5, 7)];
    let drawn = layout(&request(8, ends, Form::Boxes { group_of: group_of.clone(), names: names.clone() }));
    let mut boxes = Vec::new();
    for mark in &drawn.marks {
        let Mark::Box { rect, name, count } = mark else { panic!("{mark:?}") };
        let group = names.iter().position(|known| known == name).unwrap();
        let inside = (0..8).filter(|node| group_of[*node] as usize == group).collect::<Vec<_>>();
        assert_eq!(*count, inside.len());
        for node in inside {
            assert!(
                rect.contains_rect(drawn.rooms[node].translate(drawn.positions[node].to_vec2())),
                "{node} in {name}"
            );
        }
        assert!(!boxes.iter().any(|other: &Rect| other.intersects(*rect)));
        boxes.push(*rect);
    }
    assert_eq!(boxes.len(), 3);
}

#[test]
fn a_long_chain_and_a_large_star_are_put_in_order_without_recursion() {
    for ends in [(1..200_000).map(|at| (at - 1, at)).collect::<Vec<_>>(), (1..50_000).map(|at| (0, at)).collect()] {
        let count = ends.len() as u32 + 1;
        for form in [Form::Layered { directed: vec![true; ends.len()] }, Form::Radial { centre: None }] {
            let drawn = layout(&request(count, ends.clone(), form));
            assert!(drawn.positions.iter().all(|at| at.x.is_finite() && at.y.is_finite()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_form_is_finite_keeps_pins_and_is_the_same_by_one_thread_and_by_two(
        count in 0_u32..40,
        pairs in proptest::collection::vec((0_u32..40, 0_u32..40), 0..80),
        pinned in proptest::collection::vec((0_usize..40, -500.0_f32..500.0), 0..4),
    ) {
        let ends: Vec<(u32, u32)> = pairs.into_iter().filter(|(from, to)| *from < count && *to < count).collect();
        for form in forms(count, ends.len()) {
            let mut request = request(count, ends.clone(), form);
            for (node, at) in &pinned {
                if let Some(pin) = request.pins.get_mut(*node) {
                    *pin = Some(pos2(*at, 2.0 * at));
                }
            }
            let by = |threads: usize| {
                let (cancel, progress) = (Cancel::default(), Progress::default());
                let watch = Watch { cancel: &cancel, progress: &progress, threads, first: None };
                arrange_watched(&request, &watch).expect("nobody cancels")
            };
            let (one, two) = (by(1), by(2));
            prop_assert_eq!(&one, &two);
            for ((at, pin), id) in one.positions.iter().zip(&request.pins).zip(&one.ids) {
                prop_assert!(at.x.is_finite() && at.y.is_finite(), "{} in {:?}", id, request.form);
                if let Some(pin) = pin {
                    prop_assert_eq!(at, pin);
                }
            }
        }
    }

    #[test]
    fn every_tie_that_leads_and_is_on_no_circle_leads_downward(
        count in 2_u32..30,
        pairs in proptest::collection::vec((0_u32..30, 0_u32..30), 1..60),
    ) {
        // From lower to higher numbers, so that there is no circle.
        let pairs = pairs.into_iter().map(|(one, other)| (one.min(other), one.max(other)));
        let ends: Vec<(u32, u32)> = pairs.filter(|(from, to)| from < to && *to < count).collect();
        let drawn = layout(&request(count, ends.clone(), Form::Layered { directed: vec![true; ends.len()] }));
        for (from, to) in ends {
            prop_assert!(drawn.positions[from as usize].y < drawn.positions[to as usize].y, "{} leads {}", from, to);
        }
        prop_assert_eq!(overlaps(&drawn), 0);
    }
}
