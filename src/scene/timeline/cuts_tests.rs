//! Empty time that is left out, and the axis around it, as drawn.

use std::collections::BTreeSet;

use emath::{Rect, vec2};

use super::*;
use crate::layout::measure::Fixed;
use crate::layout::timeline::{CutThreshold, lanes};
use crate::locale::Language;
use crate::model::answers::Answers;
use crate::model::time::{Calendar, When};

/// Founded 2007, an event in 2008, another in 2018, one in 2021; the company exists all the time.
fn case() -> Case {
    let event = |id: &str, when: &str| {
        format!(
            "Event(id: \"{id}\", title: \"{id}\", when: \"{when}\", participants: [Participant(entity: \"a\", role: \"r\")], \
             cites: [Cite(source: \"s\")])"
        )
    };
    let events = [event("first", "2008-05-06"), event("second", "2018-02-03"), event("third", "2021-03-09")].join(", ");
    let text = format!(
        "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\",\
         sources: [Source(id: \"s\", kind: \"report\", title: \"s\")],\
         entities: [Entity(id: \"a\", kind: \"organisation\", name: \"Acme\", existed: \"2007-06/..\")],\
         events: [{events}])"
    );
    crate::file::read(text.as_bytes()).unwrap().case
}

fn amsterdam() -> Calendar {
    Calendar::named("Europe/Amsterdam").unwrap()
}

fn span(text: &str) -> Span {
    When::parse(text, &amsterdam(), None).unwrap().outer()
}

#[derive(Default)]
struct Shown<'a> {
    threshold: Option<CutThreshold>,
    window: Option<&'a str>,
    selected: &'a [&'a str],
    time: Option<&'a str>,
    now: Option<&'a str>,
    language: Option<Language>,
}

const CUT: Shown<'static> = Shown {
    threshold: Some(CutThreshold::Automatic),
    window: None,
    selected: &[],
    time: None,
    now: None,
    language: None,
};

fn drawn(case: &Case, shown: &Shown<'_>) -> TimelineScene {
    let window = shown.window.map(span);
    let answers = Answers::new(case, window);
    let selected: BTreeSet<Id> = shown.selected.iter().copied().map(Id::from).collect();
    let emphasis = Emphasis {
        answers: &answers,
        selected: &selected,
        hovered: None,
        focused: None,
        hidden: &|_| false,
        neighbourhood: None,
    };
    let words = Words::new(shown.language.unwrap_or(Language::English));
    let dates = Dates::default();
    let index = Arc::new(TimeIndex::new(case, &dates));
    let lanes = lanes(request(case, &index, &emphasis, &choice(case)));
    let left_out = cuts(case, &dates, &lanes, window, &selected, shown.threshold);
    let size = vec2(1280.0, 400.0);
    let zone = amsterdam().zone;
    let axis = match shown.time {
        Some(time) => Axis::fit(span(time), (0.0, 0.0), GUTTER, size.x - GUTTER),
        None => fit_axis(&lanes, left_out, size.x, GUTTER),
    };
    let view =
        TimelineView { window, now: shown.now.map(|now| span(now).start()), ..TimelineView::plain(size, axis, &zone) };
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

/// All items in the order in which they are drawn.
fn flat(items: &[Item]) -> Vec<&Item> {
    items
        .iter()
        .flat_map(|item| match item {
            Item::Clip { items, .. } => flat(items),
            item => vec![item],
        })
        .collect()
}

fn texts(drawn: &TimelineScene) -> Vec<(f32, f32, String)> {
    flat(&drawn.scene.items)
        .into_iter()
        .filter_map(|item| match item {
            Item::Text { at, text, .. } => Some((at.x, at.y, text.clone())),
            _ => None,
        })
        .collect()
}

fn pills(drawn: &TimelineScene) -> Vec<&str> {
    drawn.regions.cuts.iter().map(|cut| cut.text.as_str()).collect()
}

#[test]
fn a_cut_says_what_it_skips_in_both_languages() {
    let drawn = |language| drawn(&case(), &Shown { language: Some(language), ..CUT });
    let (english, dutch) = (drawn(Language::English), drawn(Language::Dutch));
    assert_eq!(pills(&english), ["9 years", "3 years"]);
    assert_eq!(pills(&dutch), ["9 jaar", "3 jaar"]);
    let sentence = "9 years skipped: 1 Jan 2009 – 31 Dec 2017. Nothing begins or ends in it";
    assert_eq!(english.regions.cuts[0].sentence, sentence);
    let sentence = "9 jaar overgeslagen: 1 jan 2009 – 31 dec 2017. Niets begint of eindigt erin";
    assert_eq!(dutch.regions.cuts[0].sentence, sentence);
    assert!(texts(&dutch).iter().any(|(_, _, text)| text == "9 jaar"), "the pill is drawn");
}

#[test]
fn at_true_scale_nothing_is_cut() {
    assert_eq!(pills(&drawn(&case(), &Shown::default())), [""; 0]);
}

#[test]
fn no_cut_lies_inside_the_window_or_the_selection() {
    let with = |window, selected| {
        let found = drawn(&case(), &Shown { window, selected, ..CUT });
        found.regions.cuts.iter().map(|cut| cut.span).collect::<Vec<_>>()
    };
    assert_eq!(with(Some("2012"), &[]), [span("2009/2011"), span("2013/2017"), span("2018-03/2021-02")]);
    assert_eq!(with(None, &["a"]), [], "its existence has no end");
    assert_eq!(with(None, &["second"]), [span("2009/2017"), span("2018-03/2021-02")]);
}

/// Positions of items that are drawn in the lanes before and after the band of the first cut.
fn around_band(drawn: &TimelineScene) -> (Vec<&Item>, Vec<&Item>) {
    let band = drawn.regions.cuts[0].band;
    let items = flat(&drawn.scene.items);
    let is_band = |item: &Item| {
        matches!(item, Item::Rect { rect, fill: Some(ink), .. }
            if ink.role == Role::Sunken && rect.left() <= band.left() && rect.right() >= band.right() && rect.height() > 100.0)
    };
    let place = items.iter().copied().position(is_band).expect("a band");
    let (before, after) = items.split_at(place);
    (before.to_vec(), after[1..].to_vec())
}

#[test]
fn rails_are_interrupted_by_a_cut_and_no_mark_is_drawn_across_it() {
    let found = drawn(&case(), &CUT);
    let band = found.regions.cuts[0].band;
    let crosses = |item: &&&Item| match item {
        Item::Rect { rect, .. } => rect.left() < band.left() && rect.right() > band.right(),
        Item::Polygon { points, .. } => {
            points.iter().any(|at| at.x < band.left()) && points.iter().any(|at| at.x > band.right())
        }
        _ => false,
    };
    let lanes = found.regions.lanes_area;
    let in_lanes = |item: &&&Item| match item {
        Item::Rect { rect, .. } => lanes.contains_rect(*rect),
        Item::Polygon { points, .. } => lanes.expand(50.0).contains_rect(Rect::from_points(points)),
        _ => false,
    };
    let (before, after) = around_band(&found);
    assert!(
        before.iter().filter(crosses).any(|item| matches!(item, Item::Polygon { .. })),
        "the rail lies under the band"
    );
    assert_eq!(after.iter().filter(crosses).filter(in_lanes).count(), 0);
}

#[test]
fn what_has_an_unknown_end_fades_no_farther_than_into_the_cut_and_its_question_is_seen() {
    let text = "Case(format: (1, 0), title: \"t\", time_zone: \"Europe/Amsterdam\",\
        entities: [Entity(id: \"a\", kind: \"person\", name: \"A\", existed: \"2008/\"),\
        Entity(id: \"b\", kind: \"person\", name: \"B\", existed: \"2021\")])";
    let found = drawn(&crate::file::read(text.as_bytes()).unwrap().case, &CUT);
    let band = found.regions.cuts[0].band;
    let (_, after) = around_band(&found);
    let question = after.iter().find_map(|item| match item {
        Item::Text { at, text, .. } if text == "?" => Some(at.x),
        _ => None,
    });
    assert!(question.is_some_and(|x| band.x_range().contains(x)), "{question:?} {band:?}");
    let is_beyond = |item: &&Item| matches!(item, Item::Fade { rect, .. } if rect.right() > band.right());
    assert_eq!(flat(&found.scene.items).into_iter().filter(is_beyond).count(), 0);
}

#[test]
fn the_grid_is_not_drawn_in_a_cut() {
    let found = drawn(&case(), &CUT);
    let inside = |x: f32| found.regions.cuts.iter().any(|cut| cut.band.shrink(0.5).x_range().contains(x));
    for item in flat(&found.scene.items) {
        if let Item::Line { points, stroke } = item
            && points.len() == 2
            && (points[0].x - points[1].x).abs() < 0.01
            && matches!(stroke.ink.role, Role::Hairline | Role::Line)
        {
            assert!(!inside(points[0].x), "{points:?}");
        }
    }
}

#[test]
fn a_window_opens_the_gaps_that_it_holds_and_its_bar_is_whole() {
    let found = drawn(&case(), &Shown { window: Some("2008/2012"), ..CUT });
    assert_eq!(pills(&found), ["5 years", "3 years"]);
    let bar = found.regions.window_bar.unwrap();
    let axis = found.regions.axis;
    let window = span("2008/2012");
    let edges = (axis.x_from_stamp(window.start()), axis.x_after(window.end()));
    assert!(
        (bar.left() - edges.0.max(axis.left())).abs() < 0.5 && (bar.right() - edges.1).abs() < 0.5,
        "{bar:?} {edges:?}"
    );
}

#[test]
fn both_ends_of_the_axis_say_their_full_date() {
    let found = drawn(&case(), &Shown { time: Some("2020-02-03/2021-05-06"), ..Shown::default() });
    let ends: Vec<_> = texts(&found).into_iter().filter(|(_, y, _)| (*y - 11.0).abs() < 0.1).collect();
    let find = |wanted: &str| ends.iter().find(|(_, _, text)| text == wanted).map(|(x, ..)| *x);
    assert_eq!(find("3 Feb 2020"), Some(GUTTER + 5.0));
    assert!(find("6 May 2021").is_some_and(|x| x > 1280.0 - 80.0), "{ends:?}");
    assert!(find("2021").is_some(), "the year between them stays");
}

#[test]
fn weekends_are_shaded_from_six_points_a_day() {
    let shades = |time| {
        let found = drawn(&case(), &Shown { time: Some(time), ..Shown::default() });
        let is_shade = |item: &&Item| matches!(item, Item::Rect { fill: Some(ink), .. } if ink.alpha < 0.1);
        flat(&found.scene.items).into_iter().filter(is_shade).count()
    };
    assert_eq!(shades("2021-03"), 4);
    assert_eq!(shades("2021"), 0);
    // Friday to Sunday, hour by hour: one weekend and four nights.
    assert_eq!(shades("2021-03-05/2021-03-07"), 5);
}

#[test]
fn today_is_marked_on_the_axis_alone_and_only_where_it_is_asked_for() {
    let time = Some("2021-02/2021-04");
    let with = drawn(&case(), &Shown { time, now: Some("2021-03-17"), ..Shown::default() });
    let without = drawn(&case(), &Shown { time, ..Shown::default() });
    let mark = with.regions.today.unwrap();
    assert!((mark.center().x - with.regions.axis.x_from_stamp(span("2021-03-17").start())).abs() < 0.1);
    assert!(mark.bottom() < with.regions.lanes_area.top());
    let said = |drawn: &TimelineScene| texts(drawn).into_iter().filter(|(_, _, text)| text == "today").count();
    assert_eq!((said(&with), said(&without), without.regions.today), (1, 0, None));
    let count = |drawn: &TimelineScene| flat(&drawn.scene.items).len();
    assert_eq!(count(&with) - count(&without), 2, "a triangle and a word");
    let off = drawn(&case(), &Shown { time, now: Some("2022"), ..Shown::default() });
    assert_eq!((said(&off), off.regions.today), (0, None));
}
