//! What large networks look like as pixels.

use emath::{pos2, vec2};

use super::*;
use crate::layout::network::Layout;
use crate::model::Case;

/// A case of so many entities on a ring, each tied to the next and to the first.
fn case(count: usize) -> Case {
    let entity = |at: usize| format!("Entity(id: \"n{at}\", kind: \"person\", name: \"N {at}\"),");
    let entities: String = (0..count).map(entity).collect();
    let link = |at: usize, to: usize, name: &str| {
        format!(
            "Link(id: \"{name}{at}\", from: \"n{at}\", to: \"n{to}\", relation: \"knows\", when: \"20{:02}\"),",
            at % 20
        )
    };
    let links: String = (0..count).flat_map(|at| [link(at, (at + 1) % count, "a"), link(at, 0, "b")]).collect();
    let text = format!("Case(format: (1, 0), title: \"T\", entities: [{entities}], links: [{links}])");
    crate::file::read(text.as_bytes()).expect("it opens").case
}

/// Nodes on a square grid, `spacing` apart.
fn layout(case: &Case, spacing: f32) -> Layout {
    let ids: Vec<_> = case.entities().iter().map(|entity| entity.id.clone()).collect();
    let side = (ids.len() as f32).sqrt().ceil() as usize;
    let positions = (0..ids.len()).map(|at| pos2((at % side) as f32, (at / side) as f32) * spacing).collect();
    Layout { rooms: vec![Rect::NOTHING; ids.len()], ids, positions, ..Layout::default() }
}

fn request(case: &Case, window: Option<crate::model::time::Span>) -> CloudRequest {
    let plane = Arc::new(Plane::new(case, &layout(case, 20.0), &|_| false));
    let size = vec2(200.0, 160.0);
    CloudRequest {
        camera: super::super::fit_plane(&plane, None, size),
        plane,
        answers: Arc::new(Answers::new(case, window)),
        size,
        margin: 0.1,
        scale: 1.5,
        most_side: 4_096,
        left_out: Arc::default(),
        theme: Theme::light(),
        threads: 1,
    }
}

fn draw(request: &CloudRequest) -> Cloud {
    cloud(request, &Cancel::default()).expect("nobody cancels")
}

/// How many pixels have this colour, opaque.
fn count(cloud: &Cloud, colour: [u8; 3]) -> usize {
    cloud.pixels.premultiplied.chunks(4).filter(|pixel| pixel[..3] == colour && pixel[3] == 255).count()
}

#[test]
fn the_number_of_threads_changes_no_pixel() {
    let case = case(300);
    let request = request(&case, None);
    let one = draw(&request);
    for threads in [2, 3, 7] {
        assert_eq!(draw(&CloudRequest { threads, ..request.clone() }), one, "{threads} threads");
    }
    assert_eq!((one.pixels.width, one.pixels.height), (360, 288));
    assert_eq!(one.ties, 599, "all but the loop at the first node, which has no length");
}

#[test]
fn what_is_left_out_is_not_in_the_picture_and_nothing_else_is_missing() {
    let case = case(4);
    let full = request(&case, None);
    let person = bytes(full.theme, Role::Kind(crate::model::kind::BuiltInKind::Person));
    let all = count(&draw(&full), person);
    let nodes = BTreeSet::from([0, 1, 2]);
    let ties = (0..full.plane.ends.len() as u32).collect();
    let rest = draw(&CloudRequest { left_out: Arc::new(LeftOut { nodes, ties }), ..full });
    let one = count(&rest, person);
    assert!(one > 0 && one * 3 < all, "{one} of {all}");
    assert_eq!(rest.ties, 0);
    // Nothing but the disc and its edge.
    assert!(rest.pixels.premultiplied.chunks(4).filter(|pixel| pixel[3] > 0).count() < 4 * one + 80);
}

#[test]
fn out_of_the_window_is_pale_and_possible_is_ringed() {
    let case = case(4);
    let window = |text: &str| {
        let calendar = crate::model::time::Calendar::named("Europe/Amsterdam").unwrap();
        Some(crate::model::time::When::parse(text, &calendar, None).unwrap().outer())
    };
    let person = Role::Kind(crate::model::kind::BuiltInKind::Person);
    let inside = draw(&request(&case, window("1990/2030")));
    let outside = draw(&request(&case, window("1950")));
    let possible = draw(&request(&case, window("2000-05-01/2000-05-02")));
    let full = bytes(Theme::light(), person);
    assert_eq!(count(&outside, full), 0, "no node has its full colour outside the window");
    assert!(count(&inside, full) > count(&possible, full) && count(&possible, full) > 0);
}

#[test]
fn a_moved_picture_lies_where_its_nodes_lie() {
    let case = case(9);
    let request = request(&case, None);
    let cloud = draw(&request);
    let (size, node) = (request.size, request.plane.at[4]);
    let drawn = Rect::from_min_size(Pos2::ZERO, size).expand2(size * request.margin);
    // The share of the picture at which the node was drawn.
    let share = (request.camera.to_view(node, size) - drawn.min) / drawn.size();
    let moved = request.camera.pan(vec2(31.0, -17.0)).zoom_at(pos2(40.0, 50.0), 1.7, size);
    let rect = cloud.rect(moved, size);
    let here = rect.min + share * rect.size();
    assert!(here.distance(moved.to_view(node, size)) < 0.01, "{here:?}");
    assert!(cloud.covered(request.camera, size) > 0.999);
    assert!(cloud.covered(request.camera.pan(vec2(1e4, 0.0)), size) < 1e-6);
}

#[test]
fn hostile_places_and_sizes_draw_something_and_do_not_break() {
    let case = case(6);
    for at in [f32::NAN, f32::INFINITY, 1e30, -1e30] {
        let mut places = layout(&case, 20.0);
        places.positions[2] = pos2(at, at);
        let plane = Arc::new(Plane::new(&case, &places, &|_| false));
        let request = request(&case, None);
        let cloud = draw(&CloudRequest { plane, most_side: 64, ..request });
        assert!(cloud.pixels.width <= 64 && cloud.pixels.height >= 1, "{at}");
    }
    let empty = Case::empty("T");
    let plane = Arc::new(Plane::new(&empty, &Layout::default(), &|_| false));
    let nothing = draw(&CloudRequest { plane, size: vec2(0.0, 5.0), ..request(&case, None) });
    assert_eq!(nothing.ties, 0);
}

#[test]
fn a_picture_that_is_cancelled_is_none() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(cloud(&request(&case(5), None), &cancel).is_none());
}

#[test]
fn a_group_of_a_large_network_is_one_node_with_one_tie_for_all_and_none_within() {
    let mut case = case(40);
    let members: Vec<crate::model::Id> = case.entities()[..10].iter().map(|entity| entity.id.clone()).collect();
    let group = crate::model::view::Group {
        id: "g".into(),
        name: "Ten".to_owned(),
        by: None,
        members: members.clone(),
        at: None,
        extra: Vec::new(),
    };
    case.apply(crate::model::edit::Edit::Groups(vec![group])).expect("the members are there");
    let mut layout = layout(&case, 20.0);
    layout.ids.push("g".into());
    layout.positions.push(pos2(500.0, 0.0));
    layout.rooms.push(Rect::NOTHING);
    let plane = Plane::new(&case, &layout, &|id| id.as_str() == "n3");
    assert_eq!(plane.len(), 31);
    let node = plane.position(&"g".into()).expect("the group is there");
    assert_eq!(plane.position(&members[4]), Some(node), "its members lead to it");
    assert_eq!(plane.group(node).map(|group| group.members.len()), Some(9), "one is hidden");
    assert!(plane.ends.iter().all(|(from, to)| from != to || *from != node));
    // The thirty outside are each tied to the first by one link; two of them also to their neighbour in the group.
    let into: Vec<u32> = (0..plane.ends.len() as u32)
        .filter(|tie| [plane.ends[*tie as usize].0, plane.ends[*tie as usize].1].contains(&node))
        .collect();
    assert_eq!(into.len(), 30);
    assert_eq!(into.iter().map(|tie| plane.merged(*tie)).sum::<u32>(), 32);
    let two = into.iter().find(|tie| plane.merged(**tie) == 2).expect("the neighbour of the last");
    assert_eq!(plane.behind(&case, *two).len(), 2);
}
