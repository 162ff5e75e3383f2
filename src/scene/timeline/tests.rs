//! How each kind of date is drawn, and where the hand finds what.

use std::collections::BTreeSet;

use emath::{pos2, vec2};

use super::*;
use crate::layout::measure::Fixed;
use crate::layout::timeline::lanes;
use crate::locale::Language;
use crate::model::answers::Answers;
use crate::model::time::{Calendar, When};
use crate::scene::{HitShape, Ink};

fn case(event: &str) -> Case {
    let text = format!(
        "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\",\
         sources: [Source(id: \"s\", kind: \"report\", title: \"s\")],\
         entities: [Entity(id: \"a\", kind: \"person\", name: \"Anna\"), Entity(id: \"b\", kind: \"place\", name: \"Bonn\"),\
         Entity(id: \"n\", kind: \"person\", name: \"Nobody\")],\
         events: [Event(id: \"e\", title: \"event\", {event} \
         participants: [Participant(entity: \"a\", role: \"r\"), Participant(entity: \"b\", role: \"r\")], \
         cites: [Cite(source: \"s\")])])",
    );
    crate::file::read(text.as_bytes()).unwrap().case
}

fn amsterdam() -> Calendar {
    Calendar::named("Europe/Amsterdam").unwrap()
}

fn span(text: &str) -> Span {
    When::parse(text, &amsterdam(), None).unwrap().outer()
}

struct Shown<'a> {
    time: &'a str,
    window: Option<&'a str>,
    selected: &'a [&'a str],
    hovered: Option<&'a str>,
}

const PLAIN: Shown<'static> = Shown { time: "2020-01/2020-06", window: None, selected: &[], hovered: None };

fn drawn(case: &Case, shown: &Shown<'_>) -> TimelineScene {
    let window = shown.window.map(span);
    let answers = Answers::new(case, window);
    let selected: BTreeSet<Id> = shown.selected.iter().copied().map(Id::from).collect();
    let hovered = shown.hovered.map(Id::from);
    let emphasis = Emphasis {
        answers: &answers,
        selected: &selected,
        hovered: hovered.as_ref(),
        focused: None,
        hidden: &|_| false,
        neighbourhood: None,
    };
    let words = Words::new(Language::English);
    let dates = Dates::default();
    let index = Arc::new(TimeIndex::new(case, &dates));
    let lanes = lanes(request(case, &index, &emphasis, &choice(case)));
    let zone = amsterdam().zone;
    let axis = Axis::fit(span(shown.time), (0.0, 0.0), GUTTER, 1000.0 - GUTTER);
    let view = TimelineView { window, ..TimelineView::plain(vec2(1000.0, 400.0), axis, &zone) };
    let input = Timeline {
        case,
        dates: &dates,
        lanes: &lanes,
        coverage: &Coverage::new(case),
        view: &view,
        emphasis: &emphasis,
        measure: &Fixed,
        words: &words,
    };
    timeline(&input, &mut Stage::default())
}

/// The items in the first lane that stand for dates, in words.
fn marks(case: &Case, shown: &Shown<'_>) -> Vec<String> {
    let drawn = drawn(case, shown);
    let lane = drawn.regions.lanes[0].1.with_min_x(drawn.regions.lanes_area.left());
    let mut found = Vec::new();
    for item in &drawn.scene.items {
        if let Item::Clip { rect, items } = item
            && *rect == drawn.regions.lanes_area
        {
            let inside = |item: &&Item| item.bounds().height() < 36.0 && lane.intersects(item.bounds());
            found.extend(items.iter().filter(inside).filter_map(describe));
        }
    }
    found
}

fn ink(ink: Ink) -> String {
    let alpha = if ink.alpha < 0.99 { format!("/{:.1}", ink.alpha) } else { String::new() };
    format!("{:?} {:.2}{alpha}", ink.role, ink.strength)
}

fn describe(item: &Item) -> Option<String> {
    Some(match item {
        Item::Polygon { points, fill: Some(fill), .. } => format!("{} corners {}", points.len(), ink(*fill)),
        Item::Hatch { left, right, .. } if left == right => format!("hatched {}", ink(*left)),
        Item::Hatch { left, right, .. } => format!("hatched {} → {}", ink(*left), ink(*right)),
        Item::Fade { left, right, .. } => format!("fade {} → {}", ink(*left), ink(*right)),
        Item::Line { points, .. } if points.len() == 2 && (points[0].x - points[1].x).abs() < 0.1 => return None,
        Item::Line { points, stroke } if !stroke.ink.role.is_rule() => {
            format!("line {} {} {:?}", points.len(), ink(stroke.ink), stroke.style)
        }
        Item::Rect { stroke: Some(stroke), .. } => format!("ring {}", ink(stroke.ink)),
        Item::Text { text, ink: colour, .. } => format!("“{text}” {}", ink(*colour)),
        _ => return None,
    })
}

fn of(when: &str) -> Vec<String> {
    marks(&case(&format!("when: \"{when}\",")), &PLAIN)
}

#[test]
fn a_moment_is_a_diamond() {
    assert_eq!(of("2020-03-12"), ["4 corners Event 1.00", "“event” Text1 1.00"]);
}

#[test]
fn a_coarse_moment_is_a_diamond_pulled_apart() {
    assert_eq!(
        of("2020-03"),
        ["6 corners Event 0.16", "hatched Event 0.65", "line 7 Event 1.00 Solid", "“event” Text1 1.00"]
    );
}

#[test]
fn about_gives_its_points_to_a_fade() {
    let found = of("2020-03~");
    assert_eq!(found[0], "fade Event 0.16/0.0 → Event 0.16");
    assert!(found.contains(&"hatched Event 0.65 → Event 0.65/0.0".to_owned()), "{found:?}");
}

#[test]
fn a_period_is_a_bar_with_its_label() {
    assert_eq!(of("2020-02-01/2020-04-30"), ["4 corners EventBar 1.00", "“event” OnKind 1.00"]);
}

#[test]
fn an_unknown_end_fades_into_a_question() {
    assert_eq!(of("2020-03-12/"), ["fade EventBar 1.00 → EventBar 1.00/0.0", "“?” Text1 1.00", "“event” Text1 1.00"]);
    assert_eq!(of("/2020-03-12")[0], "fade EventBar 1.00/0.0 → EventBar 1.00");
}

#[test]
fn an_open_end_is_an_arrow() {
    assert_eq!(of("2020-03-12/.."), ["5 corners EventBar 1.00", "“event” OnKind 1.00"]);
}

#[test]
fn a_soft_start_fades_over_just_what_is_unsure() {
    assert_eq!(of("2020-03~/2020-05-31")[0], "fade EventBar 1.00/0.0 → EventBar 1.00");
    // A coarse start that is not about is hatched.
    assert_eq!(of("2020-03/2020-05-31")[..2], ["4 corners Event 0.16", "hatched Event 0.65"]);
}

#[test]
fn what_is_impossible_is_a_bow_tie_with_its_reason() {
    let found = of("2020-04-13/2020-03-01");
    assert_eq!(found.iter().filter(|item| *item == "3 corners Error 0.12").count(), 2);
    assert!(found.contains(&"“event · ends before it starts” Error 1.00".to_owned()), "{found:?}");
}

#[test]
fn members_of_a_set_are_joined_by_dots() {
    let found = of("{2020-02-03,2020-04-05}");
    assert_eq!(found[0], "line 2 Event 1.00 Dotted");
    assert_eq!(found.iter().filter(|item| item.starts_with("4 corners")).count(), 2);
}

#[test]
fn a_judgement_is_hollow_and_a_forecast_dashed() {
    let judged = marks(&case("when: \"2020-03-12\", nature: Judgement,"), &PLAIN);
    assert_eq!(judged[..2], ["4 corners Canvas 1.00", "line 5 Event 1.00 Solid"]);
    let expected = marks(&case("when: \"2020-03-12\", nature: Forecast,"), &PLAIN);
    assert_eq!(expected[1], "line 5 Event 1.00 Dashed(4.0, 2.5)");
}

#[test]
fn a_window_makes_things_certain_possible_or_pale() {
    let shown = Shown { window: Some("2020-03-10/2020-03-20"), ..PLAIN };
    let fill = |when: &str| marks(&case(&format!("when: \"{when}\",")), &shown);
    assert_eq!(fill("2020-03-12")[0], "4 corners Event 1.00");
    let possible = fill("2020-03");
    assert_eq!(possible[..2], ["6 corners Event 0.08", "hatched Event 0.40"]);
    let outside = fill("2020-05-01");
    assert_eq!(outside, ["4 corners Event 0.40", "“event” FadedText 1.00"]);
}

#[test]
fn a_rival_date_stands_beside_and_the_first_says_that_it_is_contested() {
    let contested = case(
        "when: \"2020-03-12\", claims: [Claim(of: \"when\", value: Date(\"2020-02-03\"), cites: [Cite(source: \"s\")])],",
    );
    let found = marks(&contested, &PLAIN);
    assert_eq!(found.iter().filter(|item| item.starts_with("4 corners")).count(), 2, "{found:?}");
    assert!(found.contains(&"4 corners Canvas 1.00".to_owned()), "the rival is hollow");
}

#[test]
fn the_selected_event_wears_the_thread_in_every_lane() {
    let case = case("when: \"2020-03-12\",");
    let shown = Shown { selected: &["e"], ..PLAIN };
    assert!(marks(&case, &shown)[0].starts_with("line 5 Thread"));
    let drawn = drawn(&case, &shown);
    let threads = |items: &[Item]| {
        items.iter().filter(|item| matches!(item, Item::Line { stroke, .. } if stroke.ink.role == Role::Thread)).count()
    };
    let clips = drawn
        .scene
        .items
        .iter()
        .filter_map(|item| if let Item::Clip { items, .. } = item { Some(items) } else { None });
    assert_eq!(clips.map(|items| threads(items)).sum::<usize>(), 2);
}

#[test]
fn the_hand_finds_marks_lanes_and_chips() {
    let case = case("when: \"2020-03-12\",");
    let drawn = drawn(&case, &Shown { window: Some("2020-02/2020-04"), ..PLAIN });
    let regions = &drawn.regions;
    let found: Vec<_> = regions.lanes.iter().map(|(id, _)| id.as_ref().map_or("", Id::as_str)).collect();
    assert_eq!(found, ["a", "b"]);
    let lane = regions.lanes[0].1;
    assert_eq!(drawn.scene.pick(pos2(60.0, lane.center().y)).map(Id::as_str), Some("a"));
    let x = regions.axis.x_from_stamp(span("2020-03-12T12:00").start());
    assert_eq!(drawn.scene.pick(pos2(x, lane.top() + 14.0)).map(Id::as_str), Some("e"));
    assert_eq!(drawn.scene.pick(pos2(GUTTER + 20.0, regions.undated.unwrap().center().y)).map(Id::as_str), Some("n"));
    let (left, right) = (regions.left_grip.unwrap(), regions.right_grip.unwrap());
    assert!(left.right() < right.left() && regions.window_bar.unwrap().width() > 100.0);
    assert!(drawn.scene.hits.iter().all(|hit| matches!(hit.shape, HitShape::Rect(_))));
}

#[test]
fn a_view_too_small_for_anything_is_still_a_picture() {
    let case = case("when: \"2020-03-12\",");
    let answers = Answers::new(&case, None);
    let none = BTreeSet::new();
    let emphasis = Emphasis {
        answers: &answers,
        selected: &none,
        hovered: None,
        focused: None,
        hidden: &|_| false,
        neighbourhood: None,
    };
    let words = Words::new(Language::Dutch);
    let dates = Dates::default();
    let index = Arc::new(TimeIndex::new(&case, &dates));
    let lanes = lanes(request(&case, &index, &emphasis, &choice(&case)));
    let zone = amsterdam().zone;
    for size in [vec2(0.0, 0.0), vec2(100.0, 30.0), vec2(200.0, 120.0), vec2(1.0, 1000.0)] {
        let view = TimelineView {
            scroll: f32::NAN,
            window: Some(Span::new(Stamp::MIN, Stamp::MAX)),
            playhead: Some(Stamp(0)),
            ..TimelineView::plain(size, fit_axis(&lanes, Cuts::NONE, size.x, GUTTER), &zone)
        };
        let (case, lanes, view, emphasis, words) = (&case, &lanes, &view, &emphasis, &words);
        let input = Timeline {
            case,
            dates: &dates,
            lanes,
            coverage: &Coverage::new(case),
            view,
            emphasis,
            measure: &Fixed,
            words,
        };
        let drawn = timeline(&input, &mut Stage::default());
        assert!(drawn.regions.scroll.is_finite());
    }
}
