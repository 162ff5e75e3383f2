//! What is drawn where much stands on a lane, where lanes are grouped, by other clocks and with dates that follow from
//! the order of events: as text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::*;
use crate::layout::measure::Fixed;
use crate::layout::timeline::lanes;
use crate::locale::Language;
use crate::model::answers::Answers;
use crate::model::dates::Clock;
use crate::model::event::{Event, Participant};
use crate::model::time::{Calendar, When};
use crate::scene::item::Bar;

fn read(items: &str) -> Case {
    let text = format!("Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\", {items})");
    crate::file::read(text.as_bytes()).unwrap().case
}

fn span(text: &str) -> Span {
    When::parse(text, &Calendar::named("Europe/Amsterdam").unwrap(), None).unwrap().outer()
}

struct Drawn {
    scene: TimelineScene,
    lanes: Lanes,
}

fn draw(case: &Case, clock: Clock, time: &str, most_marks: usize, selected: &[&str]) -> Drawn {
    let dates = Dates::new(case, clock);
    let index = Arc::new(TimeIndex::new(case, &dates));
    let answers = Answers::of_index(&index, None);
    let selected: BTreeSet<Id> = selected.iter().copied().map(Id::from).collect();
    let emphasis = Emphasis {
        answers: &answers,
        selected: &selected,
        hovered: None,
        focused: None,
        hidden: &|_| false,
        neighbourhood: None,
    };
    let words = Words::new(Language::English);
    let lanes = lanes(request(case, &index, &emphasis, &choice(case)));
    let axis = Axis::fit(span(time), (0.0, 0.0), GUTTER, 1000.0 - GUTTER);
    let plain = TimelineView::plain(vec2(1000.0, 400.0), axis, &case.calendar().zone);
    let view = TimelineView { most_marks, ..plain };
    let coverage = Coverage::new(case);
    let input = Timeline {
        case,
        dates: &dates,
        lanes: &lanes,
        coverage: &coverage,
        view: &view,
        emphasis: &emphasis,
        measure: &Fixed,
        words: &words,
    };
    let scene = timeline(&input, &mut Stage::default());
    Drawn { scene, lanes }
}

/// All items, those in clips too.
fn all(scene: &Scene) -> Vec<&Item> {
    fn collect<'a>(items: &'a [Item], found: &mut Vec<&'a Item>) {
        for item in items {
            match item {
                Item::Clip { items, .. } => collect(items, found),
                item => found.push(item),
            }
        }
    }
    let mut found = Vec::new();
    collect(&scene.items, &mut found);
    found
}

fn texts(scene: &Scene) -> Vec<&str> {
    all(scene)
        .into_iter()
        .filter_map(|item| if let Item::Text { text, .. } = item { Some(&**text) } else { None })
        .collect()
}

fn bars(scene: &Scene) -> Vec<(&[Bar], f32)> {
    all(scene)
        .into_iter()
        .filter_map(|item| if let Item::Bars { bars, ink } = item { Some((&bars[..], ink.strength)) } else { None })
        .collect()
}

fn crowded(count: usize, date: impl Fn(usize) -> String) -> Case {
    let mut events = String::new();
    for at in 0..count {
        let _ = write!(
            events,
            "Event(id: \"e{at}\", title: \"event {at}\", when: \"{}\", \
             participants: [Participant(entity: \"a\", role: \"r\")], cites: [Cite(source: \"s\")]),",
            date(at)
        );
    }
    read(&format!(
        "sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], \
         entities: [Entity(id: \"a\", kind: \"person\", name: \"Anna\")], events: [{events}]"
    ))
}

#[test]
fn more_things_than_a_lane_can_show_become_counts_certain_below_and_possible_on_top() {
    let day = |at: usize| {
        if at.is_multiple_of(3) { "2020".to_owned() } else { format!("2020-{:02}-{:02}", 1 + at % 12, 1 + at % 28) }
    };
    let case = crowded(150, day);
    let drawn = draw(&case, Clock::Happened, "2020", 100, &[]);
    let found = bars(&drawn.scene.scene);
    assert_eq!(found.len(), 2, "certain and possible");
    assert!(found[0].1 > found[1].1, "certain is the darker one");
    // No column is drawn over another, and none reaches out of its lane.
    let lane = drawn.scene.regions.lanes[0].1;
    assert!(found.iter().flat_map(|(bars, _)| *bars).all(|bar| bar.top >= lane.top() && bar.bottom <= lane.bottom()));
    // Every date is counted: a moment that is known to the day stands in one column.
    let certain: usize = drawn.scene.regions.counted.iter().map(|counted| counted.column.certain).sum();
    assert_eq!(certain, 100);
    assert!(drawn.scene.scene.omissions.contains(&("timeline-counted", 1)));
    // With room for more the same lane shows its marks.
    assert!(bars(&draw(&case, Clock::Happened, "2020", 200, &[]).scene.scene).is_empty());
}

#[test]
fn what_is_selected_keeps_its_mark_on_a_lane_of_counts() {
    let case = crowded(150, |at| format!("2020-{:02}-{:02}", 1 + at % 12, 1 + at % 28));
    let drawn = draw(&case, Clock::Happened, "2020", 100, &["e7"]);
    assert!(
        texts(&drawn.scene.scene).iter().any(|text| text.starts_with("event 7")),
        "{:?}",
        texts(&drawn.scene.scene)
    );
    assert!(drawn.scene.scene.hits.iter().any(|hit| hit.id.as_str() == "e7"));
}

#[test]
fn zooming_in_unfolds_counts_to_marks_without_moving_a_lane() {
    let case = crowded(150, |at| format!("2020-{:02}-{:02}", 1 + at % 12, 1 + at % 28));
    let far = draw(&case, Clock::Happened, "2020", 100, &[]);
    let near = draw(&case, Clock::Happened, "2020-03-01/2020-03-10", 100, &[]);
    assert!(!bars(&far.scene.scene).is_empty() && bars(&near.scene.scene).is_empty());
    assert!(texts(&near.scene.scene).iter().any(|text| text.starts_with("event")));
    let lane = |drawn: &Drawn| drawn.scene.regions.rows.height_of(0);
    assert!((lane(&far) - 68.0).abs() < 8.0 && (lane(&near) - lane(&far)).abs() < 41.0);
}

#[test]
fn row_26_fifty_thousand_events_on_one_day_are_counts_and_not_a_black_bar() {
    let small = crowded(1, |_| "2021-03-09".to_owned());
    let template = small.events()[0].clone();
    let events: Vec<Event> = (0..50_000)
        .map(|at| Event {
            id: Id::from(format!("e{at}")),
            participants: vec![Participant { entity: Id::from("a"), ..template.participants[0].clone() }],
            ..template.clone()
        })
        .collect();
    let mut parts = small.parts().clone();
    parts.events = events;
    let case = Case::new(parts);
    let drawn = draw(&case, Clock::Happened, "2021-01/2021-06", 100, &[]);
    let found = bars(&drawn.scene.scene);
    assert_eq!(found.iter().map(|(bars, _)| bars.len()).sum::<usize>(), 1, "one column stands for all");
    assert_eq!(drawn.scene.regions.counted[0].column.certain, 50_000);
    assert!(all(&drawn.scene.scene).len() < 300, "{}", all(&drawn.scene.scene).len());
    assert!(drawn.lanes.bytes() < 3_000_000, "counts of 50,000 moments, on their lane and for the case");
    // Close up, hours of that day may hold any of them: none is claimed for one.
    let near = draw(&case, Clock::Happened, "2021-03-09T06:00/2021-03-09T08:00", 100, &[]);
    assert!(near.scene.regions.counted.iter().all(|counted| counted.column.certain == 0));
}

#[test]
fn what_finds_no_row_folds_into_a_pill_that_lists_it() {
    let case = crowded(9, |at| format!("2021-03-{:02}", at + 1));
    let drawn = draw(&case, Clock::Happened, "2010/2030", 100, &[]);
    let listed: usize = drawn.scene.regions.clusters.iter().map(|cluster| cluster.ids.len()).sum();
    let folded = drawn.scene.scene.omissions.iter().find(|(key, _)| *key == "timeline-folded").map(|(_, count)| *count);
    assert_eq!(folded, Some(6));
    assert!(listed >= 7, "a mark and the six that fold into marks: {:?}", drawn.scene.regions.clusters);
}

#[test]
fn a_folded_group_keeps_its_lanes_counted_and_their_things_on_its_line() {
    let case = read(
        "entities: [Entity(id: \"a\", kind: \"person\", name: \"Anna\"), Entity(id: \"b\", kind: \"person\", name: \"Bob\"), \
         Entity(id: \"c\", kind: \"place\", name: \"Cork\")], \
         events: [Event(id: \"e\", title: \"meeting\", when: \"2020-03-12\", participants: [\
         Participant(entity: \"a\", role: \"r\"), Participant(entity: \"b\", role: \"r\"), Participant(entity: \"c\", role: \"r\")])], \
         view: View(lane_groups: \"kind\", lane_folds: [\"kind:person\"])",
    );
    let drawn = draw(&case, Clock::Happened, "2020-01/2020-06", 100, &[]);
    let heads: Vec<_> =
        drawn.scene.regions.groups.iter().map(|(head, _)| (head.name.word(), head.lanes, head.folded)).collect();
    assert_eq!(heads, [("kind:person".to_owned(), 2, true), ("kind:place".to_owned(), 1, false)]);
    assert!(drawn.scene.scene.omissions.contains(&("timeline-folded-lanes", 2)));
    let marks = drawn.scene.scene.hits.iter().filter(|hit| hit.id.as_str() == "e").count();
    assert!(marks >= 2, "once on the line of the group, once on the lane of the place");
    assert!(!texts(&drawn.scene.scene).contains(&"Anna"));
}

#[test]
fn another_clock_draws_things_when_they_were_learned_and_keeps_the_rest_undated() {
    let case = read(
        "sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], \
         entities: [Entity(id: \"a\", kind: \"person\", name: \"Anna\")], \
         events: [Event(id: \"e\", title: \"known\", when: \"2020-03-12\", participants: [Participant(entity: \"a\", role: \"r\")], \
         cites: [Cite(source: \"s\", learned: \"2021-02-03\")]), \
         Event(id: \"f\", title: \"unknown\", when: \"2020-03-12\", participants: [Participant(entity: \"a\", role: \"r\")], \
         cites: [Cite(source: \"s\")])]",
    );
    let drawn = draw(&case, Clock::Known, "2021-01/2021-03", 100, &[]);
    assert_eq!(drawn.lanes.undated, [Place::Event(1)]);
    let x = drawn.scene.regions.axis.x_from_stamp(span("2021-02-03T12:00").start());
    let y = drawn.scene.regions.lanes[0].1.center().y;
    assert_eq!(drawn.scene.scene.pick(emath::pos2(x, y)).map(Id::as_str), Some("e"));
}

#[test]
fn the_order_of_events_narrows_what_is_drawn() {
    let case = read(
        "sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], \
         entities: [Entity(id: \"a\", kind: \"person\", name: \"Anna\")], \
         events: [Event(id: \"raid\", title: \"raid\", when: \"2020-03-20\", participants: [Participant(entity: \"a\", role: \"r\")]), \
         Event(id: \"talk\", title: \"talk\", when: \"2020-03\", participants: [Participant(entity: \"a\", role: \"r\")], \
         order: [Order(is: After, event: \"raid\")]), \
         Event(id: \"end\", title: \"end\", participants: [Participant(entity: \"a\", role: \"r\")], \
         order: [Order(is: After, event: \"raid\", days: 10)])]",
    );
    let drawn = draw(&case, Clock::Happened, "2020-03/2020-04", 100, &[]);
    assert!(drawn.lanes.undated.is_empty(), "what follows from the order has a date");
    let axis = drawn.scene.regions.axis;
    let reach = |id: &str| {
        let rects = drawn.scene.scene.hits.iter().filter(|hit| hit.id.as_str() == id).map(|hit| hit.shape.bounds());
        rects.map(|rect| (rect.left(), rect.right())).fold((f32::MAX, f32::MIN), |(l, r), (a, b)| (l.min(a), r.max(b)))
    };
    let left = axis.x_from_stamp(span("2020-03-20").start());
    assert!(reach("talk").0 >= left - 3.0, "not the first of March: {:?} {left}", reach("talk"));
    assert!(reach("end").0 >= left - 3.0);
}

#[test]
fn columns_answer_like_the_dates_that_they_hold() {
    let dates = [
        "2020-03",
        "2020-03-12",
        "2020-03-12~",
        "2018?/2021-03-09",
        "/2021-03-09",
        "2021-03-09/..",
        "../2021",
        "202X",
        "{2018-12,2019-10}",
        "[2018-12,2019-10]",
        "2021-03-09/2021-03-01",
        "2020-03-12T05:00",
        "2021/",
        "2020%",
        "[2021..]",
        "2021-03/2021-03-09?",
        "..2004-06-01/2004-06-20..",
    ];
    let case = crowded(dates.len(), |at| dates[at].to_owned());
    let index = TimeIndex::new(&case, &Dates::default());
    for window in ["2020-03-10/2020-03-20", "2021", "2018-12", "1900", "2030", "2021-03-09", "2020/2021", "2004-06-10"]
    {
        let window = span(window);
        for (event, answer) in case.events().iter().zip(index.events.answers(Some(window))) {
            let when = event.when.as_ref().unwrap();
            assert_eq!(answer, when.answer(window), "{} in {window:?}", when.text());
        }
    }
}
