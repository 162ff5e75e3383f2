//! Lanes, rows and labels: what must hold for any case.

use std::sync::Arc;

use emath::{Rangef, Rect};
use proptest::prelude::*;

use super::*;
use crate::layout::axis::Axis;
use crate::layout::measure::{Fixed, TextStyle, Weight};
use crate::model::case::Place;
use crate::model::dates::Dates;
use crate::model::time::Stamp;
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id};

const STYLE: TextStyle = TextStyle::new(11.5, Weight::Regular);

/// A case of entities and of events (date, title, participants) and links (from, to, date).
fn case(entities: &[&str], events: &[(String, String, Vec<&str>)], links: &[(&str, &str, String)]) -> Case {
    // Every fourth thing names no source, which puts a sign before its label.
    let cites = |place: usize| if place % 4 == 3 { "" } else { "cites: [Cite(source: \"s\")]" };
    let dated = |when: &str| if when.is_empty() { String::new() } else { format!("when: \"{when}\",") };
    let entities: Vec<String> =
        entities.iter().map(|id| format!("Entity(id: \"{id}\", kind: \"person\", name: \"{id}\")")).collect();
    let events = events.iter().enumerate().map(|(place, (when, title, participants))| {
        let participants: Vec<String> =
            participants.iter().map(|id| format!("Participant(entity: \"{id}\", role: \"r\")")).collect();
        let (when, participants, cites) = (dated(when), participants.join(","), cites(place));
        format!("Event(id: \"e{place}\", title: \"{title}\", {when} participants: [{participants}], {cites})")
    });
    let links = links.iter().enumerate().map(|(place, (from, to, when))| {
        let (when, cites) = (dated(when), cites(place));
        format!("Link(id: \"l{place}\", from: \"{from}\", to: \"{to}\", relation: \"knows\", {when} {cites})")
    });
    let (events, links): (Vec<String>, Vec<String>) = (events.collect(), links.collect());
    let text = format!(
        "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\", \
         sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], entities: [{}], events: [{}], links: [{}])",
        entities.join(","),
        events.join(","),
        links.join(","),
    );
    crate::file::read(text.as_bytes()).unwrap().case
}

fn event(when: &str, title: &str, participants: &[&'static str]) -> (String, String, Vec<&'static str>) {
    (when.to_owned(), title.to_owned(), participants.to_vec())
}

fn lanes_of(case: &Case) -> Lanes {
    lanes_but(case, &|_| false, &|_| false)
}

fn lanes_but(case: &Case, is_hidden: &dyn Fn(&Id) -> bool, is_kept: &dyn Fn(&Id) -> bool) -> Lanes {
    let kept = (0..case.entities().len() as u32).filter(|at| is_kept(&case.entities()[*at as usize].id));
    lanes(Request {
        index: Arc::new(TimeIndex::new(case, &Dates::default())),
        hidden: Hidden::new(case, is_hidden),
        kept: kept.collect(),
        arrangement: Arrangement::new(case, &Choice::default()),
    })
}

fn maker<'a>(case: &'a Case, dates: &'a Dates) -> Maker<'a> {
    Maker { case, dates, measure: &Fixed, style: STYLE, impossible: "!" }
}

/// Marks and rows of the lane of an entity at the scale of an axis.
fn packed(case: &Case, lanes: &Lanes, id: &str, axis: &Axis) -> (Arc<Content>, Arc<Pack>) {
    let lane = lanes.position(&Id::from(id)).unwrap();
    let (dates, mut stage) = (Dates::default(), Stage::default());
    let maker = maker(case, &dates);
    (stage.content(lanes, lane, &maker), stage.pack(lanes, lane, axis, &maker))
}

fn names(lanes: &Lanes) -> Vec<&str> {
    lanes.lanes.iter().map(|lane| lane.id.as_ref().map_or("", Id::as_str)).collect()
}

#[test]
fn lanes_stand_in_the_order_of_what_is_first_known() {
    let case = case(
        &["late", "early", "undated", "tied", "unknown"],
        &[
            event("2021-05", "a", &["late"]),
            event("2020-01-03", "b", &["early"]),
            event("2021-05", "c", &["tied"]),
            event("2021-05", "d", &["tied"]),
            event("/2021-06", "e", &["unknown"]),
            event("", "undated", &["early"]),
        ],
        &[],
    );
    let lanes = lanes_of(&case);
    // An unknown start does not come before everything: what counts is what is known.
    assert_eq!(names(&lanes), ["early", "tied", "late", "unknown"]);
    assert_eq!(lanes.undated, [Place::Entity(2), Place::Event(5)]);
}

#[test]
fn what_is_selected_keeps_its_lane_and_what_is_hidden_is_counted() {
    let case = case(&["a", "b", "c"], &[event("2021", "x", &["a", "c"])], &[]);
    let lanes = lanes_but(&case, &|id| id.as_str() == "c", &|id| id.as_str() == "b");
    assert_eq!(names(&lanes), ["a", "b"]);
    assert_eq!((lanes.hidden, lanes.undated.len()), (1, 1));
}

#[test]
fn events_without_a_visible_participant_have_a_lane_of_their_own() {
    let case = case(&["a"], &[event("2021", "alone", &[]), event("2020", "x", &["a"])], &[]);
    let lanes = lanes_of(&case);
    assert_eq!(names(&lanes), ["a", ""]);
    assert_eq!(lanes_but(&case, &|id| id.as_str() == "a", &|_| false).lanes[0].events, 2);
}

#[test]
fn things_of_one_date_share_a_mark() {
    let case = case(
        &["a", "b"],
        &[event("2021-03-09", "small", &["a"]), event("2021-03-09", "large", &["a", "b"]), event("2021", "x", &["a"])],
        &[("a", "b", "2021-03-09".to_owned())],
    );
    let lanes = lanes_of(&case);
    let (content, _) = packed(&case, &lanes, "a", &at_scale(1e9));
    let members: Vec<Vec<_>> =
        content.marks.iter().map(|mark| mark.members.iter().map(|member| member.label.as_str()).collect()).collect();
    assert_eq!(members, [vec!["x"], vec!["large", "small"], vec!["knows b"]]);
}

#[test]
fn links_lie_in_thin_rows_below_events_and_take_their_place_where_there_are_none() {
    let case = case(&["a", "b"], &[event("2021", "x", &["a"])], &[("a", "b", "2021-01/2021-06".to_owned())]);
    let lanes = lanes_of(&case);
    let (_, pack) = packed(&case, &lanes, "a", &at_scale(86_400_000.0));
    assert!(matches!(pack.slots[..], [Some(Slot::Row(0, _)), Some(Slot::Thin(0))]));
    let (_, pack) = packed(&case, &lanes, "b", &at_scale(86_400_000.0));
    assert!(matches!(pack.slots[..], [Some(Slot::Row(0, _))]));
    assert!((pack.height() - LANE_HEIGHTS[0]).abs() < 0.1);
}

#[test]
fn what_finds_no_row_is_counted() {
    let events: Vec<_> =
        (1..=9).map(|day| event(&format!("2021-03-{day:02}"), "a rather long title", &["a"])).collect();
    let case = case(&["a"], &events, &[]);
    let lanes = lanes_of(&case);
    let (content, pack) = packed(&case, &lanes, "a", &at_scale(86_400_000.0 * 20.0));
    assert_eq!(pack.folded(&content), 6);
    assert_eq!(pack.slots.iter().flatten().count(), 3);
    // Each of them folds into one that has a place.
    let hosts: Vec<usize> = pack.into.iter().copied().flatten().collect();
    assert_eq!(hosts.len(), 6);
    assert!(hosts.iter().all(|host| pack.slots[*host].is_some()));
}

#[test]
fn a_label_in_a_bar_stays_on_screen_with_it() {
    let case = case(&["a"], &[event("2021-01-01/2021-12-31", "inquiry", &["a"])], &[]);
    let lanes = lanes_of(&case);
    let day = 86_400_000.0;
    let march = Stamp(1_614_556_800_000).0 as f64;
    let label = |from: f64| {
        let axis = Axis::new(from, day / 10.0, 168.0, 800.0);
        placed(&case, &lanes, axis, None).lanes[0].marks[0].label.unwrap()
    };
    let before = label(march - 100.0 * day);
    assert!(!before.is_sticky && before.side == Side::Inside);
    let after = label(march + 200.0 * day);
    assert!(after.is_sticky && after.x >= 168.0 + 6.0);
}

fn placed(case: &Case, lanes: &Lanes, axis: Axis, selected: Option<&Id>) -> Placed {
    let (dates, mut stage) = (Dates::default(), Stage::default());
    let maker = maker(case, &dates);
    let rows = stage.rows(lanes, &axis, &maker);
    let viewport = Viewport { axis, top: 46.0, bottom: 2000.0, scroll: 0.0 };
    let rank = |mark: &Mark| {
        let lead = mark.members.iter().position(|member| Some(&member.id) == selected);
        (if lead.is_some() { Priority::Selected } else { Priority::In }, lead.unwrap_or(0))
    };
    let width = |_, mark: &Mark, _, lead: usize| mark.members[lead].width;
    let sight =
        Sight { lanes, rows: &rows, maker: &maker, viewport, most_marks: 100, chosen: &[], rank: &rank, width: &width };
    place(&sight, &mut stage)
}

fn at_scale(ms_per_point: f64) -> Axis {
    Axis::new(0.0, ms_per_point, 168.0, 1000.0)
}

const ENTITIES: [&str; 4] = ["a", "b", "c", "d"];

fn date() -> impl Strategy<Value = String> {
    (2015..2025_i32, 1..13_u8, 1..28_u8, 0..14_u8, 0..40_i32).prop_map(|(year, month, day, kind, later)| match kind {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("{year}-{month:02}~"),
        3 => format!("/{year}-{month:02}-{day:02}"),
        4 => format!("{year}-{month:02}-{day:02}/"),
        5 => format!("{year}-{month:02}-{day:02}/.."),
        6 => format!("../{year}-{month:02}-{day:02}"),
        7 => format!("{year}/{}", year + later / 8),
        8 => format!("{year}-{month:02}-{day:02}~/{}", year + 1 + later / 8),
        9 => format!("{{{year},{}}}", year + 2),
        10 => format!("{year}-{month:02}-{day:02}T05:{later:02}"),
        11 => format!("{}/{year}", year + 1),
        12 => String::new(),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn any_case() -> impl Strategy<Value = Case> {
    let who = prop::sample::subsequence(ENTITIES.to_vec(), 0..=4);
    let events = prop::collection::vec((date(), "[a-z]{0,18}", who), 0..20);
    let links = prop::collection::vec((0..4_usize, 0..4_usize, date()), 0..8);
    (events, links).prop_map(|(events, links)| {
        let links: Vec<_> = links.into_iter().map(|(from, to, when)| (ENTITIES[from], ENTITIES[to], when)).collect();
        case(&ENTITIES, &events, &links)
    })
}

fn any_axis() -> impl Strategy<Value = Axis> {
    (2010.0..2030.0_f64, 0.5..9.0_f64)
        .prop_map(|(year, power)| Axis::new((year - 1970.0) * 365.25 * 86_400_000.0, 10_f64.powf(power), 168.0, 1200.0))
}

/// What the shapes of a mark cover, cut to the screen.
fn covers(mark: &PlacedMark, view: Rangef) -> Option<Rect> {
    let extents = mark.shapes.iter().map(|shape| shape.extent());
    let (left, right) = extents.reduce(|(left, right), (start, end)| (left.min(start), right.max(end)))?;
    let x = Rangef::new((left as f32).max(view.min), (right as f32).min(view.max));
    let half = if mark.is_thin { 2.5 } else { 6.5 };
    (x.span() > 0.0).then(|| Rect::from_x_y_ranges(x, Rangef::new(mark.y - half, mark.y + half)))
}

fn overlap(one: Rect, other: Rect) -> f32 {
    let both = one.intersect(other);
    if both.height() > 0.01 { both.width() } else { 0.0 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_covers_a_label_and_no_mark_another(case in any_case(), axis in any_axis(), selected in 0..20_u8) {
        let lanes = lanes_of(&case);
        let selected = Id::from(if selected < 12 { format!("e{selected}") } else { format!("l{}", selected - 12) });
        let view = Rangef::new(axis.left(), axis.right());
        for lane in &placed(&case, &lanes, axis, Some(&selected)).lanes {
            let label = |mark: &PlacedMark| mark.label.map(|label| {
                Rect::from_x_y_ranges(Rangef::new(label.x, label.x + label.width), Rangef::new(mark.y - 6.0, mark.y + 6.0))
            });
            for (place, one) in lane.marks.iter().enumerate() {
                if let Some(label) = one.label.filter(|label| label.side != Side::Inside) {
                    prop_assert!(label.x >= view.min && label.x + label.width <= view.max, "a label is cut");
                }
                for (_, other) in lane.marks.iter().enumerate().filter(|(other, _)| *other != place) {
                    if let (Some(one), Some(other)) = (label(one), label(other)) {
                        prop_assert!(overlap(one, other) <= 0.1, "labels {one:?} {other:?}");
                    }
                    if let (Some(label), Some(mark)) = (label(one), covers(other, view)) {
                        let allowed = if one.label.is_some_and(|label| label.side == Side::Inside) { 1.0 } else { 0.1 };
                        prop_assert!(overlap(label, mark) <= allowed, "a mark {mark:?} under the label {label:?}");
                    }
                    if let (Some(one_rect), Some(other_rect)) = (covers(one, view), covers(other, view)) {
                        // A diamond may sit on the end of a bar.
                        let has_point = |mark: &PlacedMark| mark.shapes.iter().any(|shape| matches!(shape, Shape::Diamond { .. }));
                        let allowed = if has_point(one) || has_point(other) { 14.0 } else { 1.1 };
                        prop_assert!(overlap(one_rect, other_rect) <= allowed, "{one:?} {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_lane_moves_while_time_moves(case in any_case(), axis in any_axis(), points in -900.0..900.0_f32) {
        let lanes = lanes_of(&case);
        let dates = Dates::default();
        let rows = |axis: Axis| Stage::default().rows(&lanes, &axis, &maker(&case, &dates));
        prop_assert_eq!(rows(axis), rows(axis.pan(points)));
    }

    #[test]
    fn everything_visible_is_somewhere(case in any_case(), axis in any_axis()) {
        let lanes = lanes_of(&case);
        let (dates, mut stage) = (Dates::default(), Stage::default());
        let maker = maker(&case, &dates);
        let mut on_lanes = std::collections::BTreeSet::new();
        for lane in 0..lanes.lanes.len() {
            let (content, pack) = (stage.content(&lanes, lane, &maker), stage.pack(&lanes, lane, &axis, &maker));
            let members = |mark: &Mark| mark.members.len();
            let placed = content.marks.iter().zip(&pack.slots).filter(|(_, slot)| slot.is_some());
            let shown: usize = placed.map(|(mark, _)| members(mark)).sum();
            let all: usize = content.marks.iter().map(members).sum();
            prop_assert_eq!(shown + pack.folded(&content), all);
            on_lanes.extend(content.marks.iter().flat_map(|mark| &mark.members).map(|member| member.id.clone()));
        }
        for (at, event) in case.events().iter().enumerate() {
            let is_undated = lanes.undated.contains(&Place::Event(at as u32));
            prop_assert!(on_lanes.contains(&event.id) != is_undated);
        }
    }

    #[test]
    fn the_order_of_lanes_does_not_hang_on_the_order_of_the_file(order in Just(ENTITIES.to_vec()).prop_shuffle()) {
        let events = [event("2021", "x", &["a", "b"]), event("2020", "y", &["c"]), event("2021", "z", &["b", "d"])];
        let lanes = lanes_of(&case(&order, &events, &[]));
        prop_assert_eq!(names(&lanes), ["c", "b", "a", "d"]);
    }
}
