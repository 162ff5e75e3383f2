//! Every mark of the network, and what the example case looks like.

use std::collections::{BTreeMap, BTreeSet};

use emath::{pos2, vec2};

use super::request::request;
use super::*;
use crate::analysis::folds::Folds;
use crate::base::cancel::Cancel;
use crate::layout::font::FontMeasure;
use crate::layout::network::arrange;
use crate::locale::Language;
use crate::model::answers::Answers;
use crate::model::edit::Edit;
use crate::model::time::When;
use crate::model::view::Group;
use crate::scene::dump::dump;
use crate::scene::{Item, NodeState};

const CITES: &str = "cites: [Cite(source: \"s\")]";

/// Anna, Bonn and Carl in a row, with these links and events.
fn case(rest: &str) -> Case {
    let entity = |id: &str, kind: &str, name: &str| {
        format!("Entity(id: \"{id}\", kind: \"{kind}\", name: \"{name}\", {CITES}),")
    };
    let text = format!(
        "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\",\
         sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], entities: [{}{}{}], {rest})",
        entity("a", "person", "Anna"),
        entity("b", "place", "Bonn"),
        entity("c", "person", "Carl"),
    );
    let opened = crate::file::read(text.as_bytes()).unwrap();
    assert_eq!(opened.count(crate::model::finding::Severity::Error), 0, "{:?}", opened.findings);
    opened.case
}

fn link(id: &str, from: &str, to: &str, rest: &str) -> String {
    format!("Link(id: \"{id}\", from: \"{from}\", to: \"{to}\", relation: \"knows\", {rest}),")
}

fn links(links: &[String]) -> Case {
    case(&format!("links: [{}]", links.concat()))
}

fn sourced(id: &str, from: &str, to: &str, rest: &str) -> String {
    link(id, from, to, &format!("{rest}{CITES}"))
}

const PLACES: [(&str, f32, f32); 4] = [("a", -200.0, 0.0), ("b", 0.0, 0.0), ("c", 200.0, 0.0), ("e", 0.0, 90.0)];

#[derive(Default)]
struct Shown<'a> {
    window: Option<&'a str>,
    selected: &'a [&'a str],
    hovered: Option<&'a str>,
    focused: Option<&'a str>,
    hidden: &'a [&'a str],
    zoom: Option<f32>,
    centre: Pos2,
}

fn drawn(case: &Case, shown: &Shown<'_>) -> NetworkScene {
    let known: Vec<_> = PLACES.iter().filter(|(id, ..)| case.item(id).is_some()).collect();
    let layout = Layout {
        ids: known.iter().map(|(id, ..)| Id::from(*id)).collect(),
        positions: known.iter().map(|(_, x, y)| pos2(*x, *y)).collect(),
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::splat(40.0)); known.len()],
        ..Layout::default()
    };
    let window = shown.window.map(|text| When::parse(text, case.calendar(), None).unwrap().outer());
    let answers = Answers::new(case, window);
    let id = |id: &str| Id::from(id);
    let (hovered, focused) = (shown.hovered.map(id), shown.focused.map(id));
    let selected = shown.selected.iter().copied().map(Id::from).collect();
    network(&Network {
        case,
        layout: &layout,
        folds: &Folds::new(case),
        widths: Scale::of_links(case).as_ref(),
        part: None,
        camera: Camera { centre: shown.centre, zoom: shown.zoom.unwrap_or(1.0), stretch: 1.0 },
        size: vec2(600.0, 300.0),
        emphasis: Emphasis {
            answers: &answers,
            selected: &selected,
            hovered: hovered.as_ref(),
            focused: focused.as_ref(),
            hidden: &|id| shown.hidden.contains(&id.as_str()),
            neighbourhood: None,
        },
        has_window: false,
        shown: &BTreeSet::new(),
        dragged: &[],
        measure: &FontMeasure,
        words: &Words::new(Language::English),
    })
}

fn dumped(case: &Case, shown: &Shown<'_>) -> String {
    dump(&drawn(case, shown).scene)
}

/// Lines of a dump that begin with this.
fn begin<'a>(dump: &'a str, with: &str) -> Vec<&'a str> {
    dump.lines().filter(|line| line.starts_with(with)).collect()
}

#[test]
fn a_link_between_two_things_reads_like_a_sentence() {
    let case = links(&[sourced("l", "a", "b", "when: \"2020\", ")]);
    let dump = dumped(&case, &Shown { selected: &["a"], ..Shown::default() });
    assert_eq!(begin(&dump, "line 1.50 LinkLit"), ["line 1.50 LinkLit 118.7,150 278.9,150"]);
    assert_eq!(begin(&dump, "polygon LinkLit"), ["polygon LinkLit 287.9,150 278.9,146.1 278.9,153.9"]);
    assert_eq!(begin(&dump, "text \"knows\""), ["text \"knows\" 11 Regular Text2 from 171.1,150"]);
    assert_eq!(begin(&dump, "text \"2020\""), ["text \"2020\" 11 Regular Text3 from 209.1,150"]);
    assert_eq!(begin(&dump, "hit l").len(), 1);
}

#[test]
fn strength_is_the_style_of_the_line_and_implied_a_hollow_head() {
    let case = links(&[
        sourced("sure", "a", "b", ""),
        sourced("maybe", "b", "c", "strength: Tentative, "),
        sourced("rumour", "a", "c", "strength: Unconfirmed, implied: true, "),
    ]);
    let dump = dumped(&case, &Shown::default());
    assert_eq!(begin(&dump, "line 1.25 Link ").len(), 1, "{dump}");
    assert_eq!(begin(&dump, "line 1.25 dashed 7/4 Link ").len(), 1, "{dump}");
    assert_eq!(begin(&dump, "line 1.25 dotted Link ").len(), 1, "{dump}");
    assert_eq!(begin(&dump, "polygon Canvas outline 1.25 Link ").len(), 1, "{dump}");
}

#[test]
fn what_may_be_in_the_window_is_ticked_and_what_is_not_is_pale() {
    let case = links(&[
        sourced("in", "a", "b", "when: \"2021-03-01\", "),
        sourced("may", "b", "c", "when: \"2021\", "),
        sourced("out", "a", "c", "when: \"1999\", "),
    ]);
    let dump = dumped(&case, &Shown { window: Some("2021-03"), ..Shown::default() });
    assert_eq!(begin(&dump, "line 1.25 Link ").len(), 2, "{dump}");
    assert!(begin(&dump, "line 1.10 Link ").len() > 10, "{dump}");
    assert_eq!(begin(&dump, "line 1.25 LinkFaded ").len(), 1, "{dump}");
}

#[test]
fn disagreement_and_want_of_a_source_stand_on_the_line() {
    let claims = "claims: [Claim(of: \"sum\", value: Text(\"1\")), Claim(of: \"sum\", value: Text(\"2\"))], ";
    let case = links(&[sourced("disputed", "a", "b", claims), link("bare", "b", "c", "")]);
    let dump = dumped(&case, &Shown::default());
    assert_eq!(begin(&dump, "circle Canvas outline 1.25 Link ").len(), 2, "{dump}");
    assert!(dump.contains("circle Canvas outline 1.25 Link 200.2,150 7"), "{dump}");
    assert_eq!(begin(&dump, "line 1.25 round Link ").len(), 3, "the sign of disagreement: {dump}");
    assert_eq!(begin(&dump, "circle Canvas outline 1.25 Link").iter().filter(|line| line.ends_with(" 5.5")).count(), 1);
}

#[test]
fn the_selection_is_ringed_in_red_and_never_dimmed() {
    let case = links(&[sourced("l", "b", "c", "")]);
    let dump = dumped(&case, &Shown { selected: &["a"], hovered: Some("b"), ..Shown::default() });
    assert!(dump.lines().any(|line| line.starts_with("line 2.50 Thread")), "{dump}");
    assert!(dump.lines().any(|line| line.starts_with("line 1.50 Text1")), "hovered: {dump}");
    assert!(!dump.contains("Kind(Person)*42%"), "neither the selection nor the neighbour: {dump}");
    let dump = dumped(&case, &Shown { hovered: Some("b"), ..Shown::default() });
    assert!(dump.contains("Kind(Person)*42%"), "{dump}");
    assert_eq!(begin(&dump, "line 2.00 LinkLit").len(), 1, "{dump}");
    assert!(dump.contains("text \"Carl\" 13 SemiBold Text1"), "{dump}");
}

#[test]
fn between_two_selected_things_runs_the_thread() {
    let case = links(&[sourced("l", "a", "b", ""), sourced("m", "b", "c", "")]);
    let dump = dumped(&case, &Shown { selected: &["a", "b"], ..Shown::default() });
    assert_eq!(begin(&dump, "circle Thread").len(), 2, "knots: {dump}");
    assert_eq!(begin(&dump, "line 1.50 LinkLit").len(), 1, "{dump}");
}

#[test]
fn the_keyboard_is_in_brackets_and_a_pin_keeps_its_place() {
    let mut case = links(&[]);
    case.apply(Edit::Pin { id: "c".into(), at: Some((100.0, 50.0)) }).unwrap();
    let drawn = drawn(&case, &Shown { focused: Some("a"), ..Shown::default() });
    let dump = dump(&drawn.scene);
    assert_eq!(begin(&dump, "line 2.00 Text1").len(), 4, "{dump}");
    assert_eq!(begin(&dump, "circle Canvas outline 1.00 Line").len(), 1, "{dump}");
    assert_eq!(drawn.nodes[2], ("c".into(), pos2(400.0, 200.0), radius_of(0)));
}

fn radius_of(ties: usize) -> f32 {
    gather::radius(ties, false)
}

fn event(rest: &str) -> Case {
    let part = |id: &str| format!("Participant(entity: \"{id}\", role: \"guest\"),");
    case(&format!(
        "events: [Event(id: \"e\", title: \"Dinner\", when: \"2020\", {rest} participants: [{}{}], {CITES})]",
        part("a"),
        part("c")
    ))
}

#[test]
fn an_event_is_a_diamond_tied_to_its_participants_or_folded_into_one_tie() {
    let mut case = event("");
    let open = dumped(&case, &Shown::default());
    assert_eq!(begin(&open, "polygon Event").len(), 1, "{open}");
    assert_eq!(begin(&open, "line 1.00 Link*72%").len(), 2, "{open}");
    assert_eq!(begin(&open, "hit e line").len(), 2, "{open}");
    case.apply(Edit::FoldEvents { fold: true }).unwrap();
    let folded = dumped(&case, &Shown { hovered: Some("e"), ..Shown::default() });
    assert!(begin(&folded, "polygon Event").is_empty(), "{folded}");
    assert_eq!(begin(&folded, "hit e line").len(), 1, "{folded}");
    assert_eq!(begin(&folded, "text \"Dinner\" 11 SemiBold Text2").len(), 1, "{folded}");
}

#[test]
fn a_judgement_is_hollow_and_a_forecast_broken() {
    for (nature, style) in [("Judgement", ""), ("Forecast", " dashed 4/2.5")] {
        let dump = dumped(&event(&format!("nature: {nature}, ")), &Shown::default());
        assert!(begin(&dump, "polygon Event").is_empty(), "{dump}");
        assert_eq!(begin(&dump, &format!("line 1.50{style} Event")).len(), 1, "{dump}");
    }
}

#[test]
fn five_links_between_two_things_are_one_line_with_their_number() {
    let five: Vec<_> = (0..5).map(|at| sourced(&format!("l{at}"), "a", "b", "")).collect();
    let dump = dumped(&links(&five), &Shown { selected: &["a"], ..Shown::default() });
    assert_eq!(begin(&dump, "line 3.20 LinkLit").len(), 1, "{dump}");
    assert_eq!(begin(&dump, "text \"5\"").len(), 1, "{dump}");
    assert!(begin(&dump, "text \"knows\"").is_empty(), "{dump}");
}

#[test]
fn a_link_to_itself_is_a_loop_above_its_thing() {
    let drawn = drawn(&links(&[sourced("l", "b", "b", "")]), &Shown::default());
    let hit = drawn.scene.hits.iter().find(|hit| hit.id.as_str() == "l").unwrap();
    let bounds = hit.shape.bounds();
    assert!(bounds.right() > 300.0 && bounds.top() < 140.0 && bounds.width() < 60.0, "{bounds:?}");
}

#[test]
fn what_is_hidden_is_not_there_and_cannot_be_pointed_at() {
    let case = links(&[sourced("l", "a", "b", "")]);
    let dump = dumped(&case, &Shown { hidden: &["a", "l"], ..Shown::default() });
    assert!(!dump.contains("Anna") && !dump.contains("hit l") && !dump.contains("hit a"), "{dump}");
    assert!(dump.contains("Bonn"));
}

#[test]
fn a_thing_wins_from_the_link_that_ends_at_it() {
    let case = links(&[sourced("l", "a", "b", "")]);
    let scene = drawn(&case, &Shown::default()).scene;
    let pick = |x: f32, y: f32| scene.pick(pos2(x, y)).map(Id::as_str);
    assert_eq!(
        (pick(300.0, 150.0), pick(288.0, 150.0), pick(200.0, 152.0), pick(200.0, 170.0)),
        (Some("b"), Some("b"), Some("l"), None)
    );
}

#[test]
fn zoomed_out_nothing_goes_without_being_counted() {
    let case = links(&[sourced("l", "a", "b", "when: \"1999\", ")]);
    let shown = Shown { zoom: Some(0.1), window: Some("2021"), ..Shown::default() };
    let left: BTreeMap<_, _> = drawn(&case, &shown).scene.omissions.into_iter().collect();
    let expected = [("omitted-faded-links", 1), ("omitted-icons", 3), ("omitted-labels", 3)];
    assert_eq!(left, BTreeMap::from(expected));
    let shown = Shown { zoom: Some(0.3), ..Shown::default() };
    assert!(drawn(&case, &shown).scene.omissions.contains(&("omitted-heads", 1)));
}

#[test]
fn the_whole_is_shown_small_only_where_some_of_it_is_out_of_view() {
    let case = links(&[]);
    let panels = |shown: &Shown<'_>| begin(&dumped(&case, shown), "rect Panel").len();
    assert_eq!(panels(&Shown::default()), 0);
    assert_eq!(panels(&Shown { centre: pos2(150.0, 0.0), ..Shown::default() }), 1);
}

const EXAMPLES: [&str; 2] =
    [include_str!("../../../examples/lemont-argus.ron"), include_str!("../../../examples/lemont-argus.nl.ron")];

#[test]
fn in_the_example_at_1600_by_900_every_name_is_shown_and_nothing_lies_on_anything() {
    for text in EXAMPLES {
        let case = crate::file::read(text.as_bytes()).unwrap().case;
        let layout = arrange(&request(&case, &|_| false, None, &FontMeasure), &Cancel::default()).unwrap();
        let size = vec2(1600.0, 900.0);
        let camera = fit(&layout, &|_| true, size);
        let answers = Answers::new(&case, None);
        let drawn = network(&Network {
            case: &case,
            layout: &layout,
            folds: &Folds::default(),
            widths: None,
            part: None,
            camera,
            size,
            emphasis: Emphasis {
                answers: &answers,
                selected: &BTreeSet::new(),
                hovered: None,
                focused: None,
                hidden: &|_| false,
                neighbourhood: None,
            },
            has_window: false,
            shown: &BTreeSet::new(),
            dragged: &[],
            measure: &FontMeasure,
            words: &Words::new(Language::English),
        });
        assert_eq!(drawn.scene.omissions, [], "everything is shown");
        assert_eq!(drawn.shown.len(), case.entities().len() + case.events().len());
        let view = Rect::from_min_size(Pos2::ZERO, size);
        let mut rooms: Vec<Rect> = (drawn.scene.hits.iter())
            .filter_map(|hit| if let HitShape::Rect(rect) = hit.shape { Some(rect) } else { None })
            .collect();
        rooms.extend(drawn.nodes.iter().map(|(_, centre, r)| Rect::from_center_size(*centre, Vec2::splat(1.6 * r))));
        for (at, room) in rooms.iter().enumerate() {
            assert!(view.contains_rect(*room), "{room:?}");
            assert!(rooms[at + 1..].iter().all(|other| !other.intersects(*room)), "{room:?}");
        }
        // No line runs under a node: on a node's centre the node itself is found, and one link at most ends beside it.
        for hit in &drawn.scene.hits {
            let HitShape::Line(points, _) = &hit.shape else { continue };
            let under =
                |centre: &Pos2| points.windows(2).any(|ends| HitShape::Line(ends.to_vec(), 6.0).contains(*centre));
            assert!(drawn.nodes.iter().all(|(_, centre, _)| !under(centre)), "{}", hit.id);
        }
        let hub = drawn.nodes.iter().find(|(id, ..)| id.as_str() == "argus").unwrap().1;
        assert!(view.shrink2(view.size() * 0.25).contains(hub), "the hub is in the middle: {hub:?}");
        assert!(drawn.scene.items.iter().any(|item| matches!(item, Item::Text { text, .. } if text == "Argus")));
    }
}

#[test]
fn the_state_of_a_thing_follows_its_answer() {
    let case = links(&[sourced("l", "a", "b", "when: \"1999\", ")]);
    let dump = dumped(&case, &Shown { window: Some("2021"), ..Shown::default() });
    // Carl has no date and is never outside.
    assert_eq!(begin(&dump, "polygon Kind(Person)*7%").len(), 1, "{dump}");
    assert_eq!(begin(&dump, "polygon Kind(Person) ").len(), 1, "{dump}");
    assert_eq!(crate::scene::node_state(crate::model::time::Answer::Undated), NodeState::In);
}

/// The same with Anna and Carl folded into one.
fn folded(rest: &str) -> Case {
    let mut case = case(rest);
    let group = |id: &str, members: &[&str]| Group {
        id: Id::from(id),
        name: "People".to_owned(),
        by: None,
        members: members.iter().copied().map(Id::from).collect(),
        at: Some((0.0, -60.0)),
        extra: Vec::new(),
    };
    case.apply(Edit::Groups(vec![group("g", &["a", "c"])])).unwrap();
    case
}

#[test]
fn a_folded_group_is_one_node_with_its_number_and_one_line_for_all_ties() {
    let case = folded(&format!(
        "links: [{}{}{}]",
        sourced("l1", "a", "b", ""),
        sourced("l2", "c", "b", ""),
        sourced("l3", "a", "c", "")
    ));
    let drawn = drawn(&case, &Shown::default());
    let nodes: Vec<&str> = drawn.nodes.iter().map(|(id, ..)| id.as_str()).collect();
    assert_eq!(nodes, ["b", "g"]);
    assert_eq!(drawn.bundles[&Id::from("l1")], ["l1", "l2"].map(Id::from), "l3 lies within the group");
    let text = dump(&drawn.scene);
    assert_eq!(begin(&text, "text \"People\"").len(), 1, "{text}");
    assert_eq!(begin(&text, "text \"2\"").len(), 2, "two members, two ties: {text}");
    let told: Vec<_> = drawn.scene.omissions.iter().filter(|(key, _)| key.contains("groups")).collect();
    assert_eq!(told, [&("omitted-inside-groups", 1)]);
}

#[test]
fn a_group_counts_only_what_is_not_hidden_and_goes_with_the_last_of_it() {
    let case = folded("");
    let nodes = |hidden: &[&str]| {
        let drawn = drawn(&case, &Shown { hidden, ..Shown::default() });
        (drawn.nodes.len(), begin(&dump(&drawn.scene), "text \"1\"").len())
    };
    assert_eq!(nodes(&[]), (2, 0));
    assert_eq!(nodes(&["a"]), (2, 1));
    assert_eq!(nodes(&["a", "c"]), (1, 0));
}

#[test]
fn a_group_is_selected_with_any_of_its_members_and_stands_in_the_window_as_the_best_of_them() {
    let case = folded(&format!(
        "links: [{}{}]",
        sourced("l", "a", "b", "when: \"2020\", "),
        sourced("m", "c", "b", "when: \"2021\", ")
    ));
    let plain = dump(&drawn(&case, &Shown::default()).scene);
    for selected in ["a", "c"] {
        let chosen = dump(&drawn(&case, &Shown { selected: &[selected], ..Shown::default() }).scene);
        assert!(chosen.contains("Thread") && !plain.contains("Thread"), "{selected}: the ring of what is selected");
    }
    let group = &Folds::new(&case).groups()[0].clone();
    let state = |window: &str| {
        let window = When::parse(window, case.calendar(), None).unwrap().outer();
        fold::state(&Answers::new(&case, Some(window)), group.members.iter())
    };
    assert_eq!(state("2020"), NodeState::In);
    assert_eq!(state("2020-03"), NodeState::Possible, "Anna possibly, Carl not");
    assert_eq!(state("2019"), NodeState::Outside);
}

#[test]
fn links_that_are_selected_as_a_whole_are_fanned_out() {
    let five: Vec<String> = (0..5).map(|at| sourced(&format!("l{at}"), "a", "b", "")).collect();
    let case = links(&five);
    assert_eq!(drawn(&case, &Shown::default()).bundles.len(), 1);
    let ids = ["l0", "l1", "l2", "l3", "l4"];
    let fanned = drawn(&case, &Shown { selected: &ids, ..Shown::default() });
    assert!(fanned.bundles.is_empty());
    assert_eq!(begin(&dump(&fanned.scene), "hit l").len(), 5);
}
