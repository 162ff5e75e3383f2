//! The timeline as its user meets it: what is uncertain stays uncertain everywhere, lanes by hand, clocks, one scene for
//! window and paper.

use egui::Key;
use emath::vec2;
use rodedraad::app::command_table::UiCommand;
use rodedraad::cli::render::{View, scene};
use rodedraad::locale::{Language, Words};
use rodedraad::model::Id;
use rodedraad::scene::dump::dump;
use rodedraad::ui::app::Start;

use crate::harness::{Opening, Window, open_example, plain, span};

const CASE: &str = r#"Case(format: (1, 0), title: "Clocks", time_zone: "Europe/Amsterdam",
    sources: [
        Source(id: "early", kind: "report", title: "Early report", published: "2020-06-01"),
        Source(id: "late", kind: "report", title: "Late report", published: "2021-06-01"),
    ],
    entities: [
        Entity(id: "anna", kind: "person", name: "Anna", tags: ["blue"], cites: [Cite(source: "early")]),
        Entity(id: "bonn", kind: "place", name: "Bonn", tags: ["red"], cites: [Cite(source: "early")]),
        Entity(id: "carl", kind: "person", name: "Carl", cites: [Cite(source: "late")]),
    ],
    events: [
        Event(id: "month", title: "Some time", when: "2020-03", participants: [Participant(entity: "anna", role: "seen")],
            cites: [Cite(source: "early", learned: "2020-05-04")]),
        Event(id: "day", title: "That day", when: "2020-03-12", participants: [Participant(entity: "bonn", role: "place"),
            Participant(entity: "anna", role: "seen")], cites: [Cite(source: "late", learned: "2021-05-04")]),
        Event(id: "later", title: "Later", when: "2021-01-15", participants: [Participant(entity: "carl", role: "seen")],
            cites: [Cite(source: "late")]),
    ],
)"#;

fn open() -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, CASE).unwrap();
    (folder, Opening::of(Start::File(path)).size(1280.0, 1000.0).open())
}

#[test]
fn a_month_is_possible_and_a_day_certain_in_counter_list_network_and_timeline() {
    let (_folder, mut window) = open();
    window.narrow("2020-03-10/2020-03-20");
    assert_eq!(window.status("possible"), 1);
    for view in ["network", "timeline"] {
        let said = |id: &str| window.marks(view, id)[0].name.clone();
        assert!(said("month").ends_with("possibly in window"), "{view}: {}", said("month"));
        assert!(said("day").ends_with(", in window"), "{view}: {}", said("day"));
        assert!(said("later").ends_with("outside window"), "{view}: {}", said("later"));
    }
    window.click("Events (3)");
    let row = |name: &str| {
        window.names().into_iter().filter(|said| said.starts_with(&format!("Event {name}"))).collect::<Vec<_>>()
    };
    assert!(row("Some time").iter().all(|said| said.contains("possibly in window")), "{:?}", row("Some time"));
    assert!(row("That day").iter().all(|said| !said.contains("possibly")), "{:?}", row("That day"));
}

#[test]
fn the_picture_of_the_timeline_shows_possible_as_hatched_and_certain_as_solid() {
    let case = rodedraad::file::read(CASE.as_bytes()).unwrap().case;
    let words = Words::new(Language::English);
    let drawn = |window| dump(&scene(&case, View::Both, vec2(1000.0, 800.0), window, &words));
    let (without, within) = (drawn(None), drawn(Some(span("2020-03-10/2020-03-20"))));
    let hatches = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("hatch")).count();
    // Without a window the month is hatched on its lane, as it is not exact; with one also its node in the network.
    assert!(hatches(&within) > hatches(&without), "{} {}", hatches(&within), hatches(&without));
}

#[test]
fn c_reads_the_case_by_another_clock_and_window_and_counters_follow() {
    let (_folder, mut window) = open();
    assert!(window.shows("Clock: happened"));
    window.press(plain(Key::C));
    assert!(window.shows("Clock: known to the team"), "{:?}", window.names());
    // Of "Later" nobody wrote down when the team learned of it, nor of any entity but by its events.
    window.narrow("2020");
    let said = |window: &Window, id: &str| window.marks("network", id)[0].name.clone();
    assert!(said(&window, "month").contains("4 May 2020"), "{}", said(&window, "month"));
    assert!(said(&window, "month").ends_with(", in window"));
    assert!(said(&window, "day").ends_with("outside window"), "learned in 2021");
    assert!(said(&window, "later").ends_with("undated"), "{}", said(&window, "later"));
    window.press(plain(Key::C));
    assert!(window.shows("Clock: published"));
    assert!(said(&window, "later").ends_with("outside window"), "{}", said(&window, "later"));
    assert!(said(&window, "month").ends_with(", in window"));
    window.press(plain(Key::C));
    assert!(said(&window, "day").ends_with(", in window"), "it happened in 2020");
}

/// The names of the lanes, from top to bottom.
fn lanes(window: &Window) -> Vec<String> {
    let left = window.pane("timeline").left();
    let mut found: Vec<_> = ["anna", "bonn", "carl"]
        .into_iter()
        .flat_map(|id| window.marks("timeline", id).into_iter().map(move |mark| (id, mark.rect)))
        .filter(|(_, rect)| rect.left() - left < 2.0)
        .collect();
    found.sort_by(|one, other| one.1.top().total_cmp(&other.1.top()));
    found.into_iter().map(|(id, _)| id.to_owned()).collect()
}

#[test]
fn lanes_are_sorted_moved_and_put_on_top_and_each_step_can_be_taken_back() {
    let (_folder, mut window) = open();
    assert_eq!(lanes(&window), ["anna", "bonn", "carl"]);
    window.select("Carl");
    window.run(UiCommand::LaneUp);
    assert_eq!(lanes(&window), ["anna", "carl", "bonn"]);
    window.run(UiCommand::LanePin);
    assert_eq!(lanes(&window), ["carl", "anna", "bonn"]);
    assert_eq!(window.view().lanes.pins, [Id::from("carl")]);
    window.run(UiCommand::Undo);
    assert_eq!(lanes(&window), ["anna", "carl", "bonn"]);
    window.run(UiCommand::Undo);
    assert_eq!(lanes(&window), ["anna", "bonn", "carl"]);
    window.select("Bonn");
    window.run(UiCommand::LaneDown);
    assert_eq!(lanes(&window), ["anna", "carl", "bonn"]);
    window.run(UiCommand::LanesReset);
    assert_eq!(lanes(&window), ["anna", "bonn", "carl"]);
}

#[test]
fn a_group_folds_by_its_head_and_its_lanes_stay_counted() {
    let (_folder, mut window) = open();
    window.run(UiCommand::LanesByKind);
    assert_eq!(lanes(&window), ["anna", "carl", "bonn"], "persons, then the place");
    window.press_button("Group Person, 2 lanes");
    assert_eq!(lanes(&window), ["bonn"]);
    assert!(
        window.names().iter().any(|name| name.contains("3 lanes")) || window.view().lanes.folds.contains("kind:person")
    );
    // What is reached by search brings its lane's group into view and not an error.
    window.select("Anna");
    assert_eq!(window.lead_name().as_deref(), Some("Anna"));
    window.run(UiCommand::GroupsUnfold);
    assert_eq!(lanes(&window), ["anna", "carl", "bonn"]);
    window.run(UiCommand::LanesByTag);
    assert!(window.shows("Group blue, 1 lane") && window.shows("Group No group, 1 lane"), "{:?}", window.names());
}

#[test]
fn two_selected_things_tell_the_time_between_them() {
    let (_folder, mut window) = open();
    let ids = ["month", "later"].map(Id::from).to_vec();
    window.send(rodedraad::app::command::Command::Select(rodedraad::app::command::Select::Many(ids)));
    let text = window.app().timeline().header();
    assert!(text.starts_with("Difference between 290 and 320 days"), "{text}");
}

#[test]
fn the_window_and_the_command_line_draw_the_same_timeline() {
    let mut window = open_example();
    window.take_pointer_away();
    let drawn = window.app().timeline().scene().unwrap().clone();
    let case = window.workspace().case().unwrap();
    let words = Words::new(Language::English);
    let rendered = scene(case, View::Timeline, drawn.size, None, &words);
    assert_eq!(dump(&drawn), dump(&rendered));
}

/// 160 events of one person, all in 2020, and one of another.
fn crowded() -> (tempfile::TempDir, Window) {
    let event = |at: usize| {
        let (month, day) = (1 + at % 12, 1 + at % 28);
        format!(
            "Event(id: \"e{at}\", title: \"Call {at}\", when: \"2020-{month:02}-{day:02}\", \
             participants: [Participant(entity: \"anna\", role: \"caller\")]),"
        )
    };
    let events: String = (0..160).map(event).collect();
    let text = format!(
        "Case(format: (1, 0), title: \"Crowded\", entities: [Entity(id: \"anna\", kind: \"person\", name: \"Anna\"), \
         Entity(id: \"bonn\", kind: \"place\", name: \"Bonn\")], events: [{events} Event(id: \"one\", title: \"Alone\", \
         when: \"2020-05-05\", participants: [Participant(entity: \"bonn\", role: \"place\")])])"
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, text).unwrap();
    (folder, Opening::of(Start::File(path)).size(1280.0, 800.0).open())
}

#[test]
fn a_column_of_counts_lists_what_it_counts_by_hand_and_by_screen_reader() {
    let (_folder, mut window) = crowded();
    let lane = window.get_starting("Anna: 160 things");
    // Low in the lane, where columns stand.
    let middle = lane.rect.center();
    let foot = (0..12).map(|step| middle + vec2(f32::from(step as u8) * 9.0, lane.rect.height() / 2.0 - 14.0));
    let opened = foot.into_iter().any(|at| {
        window.click_at(at);
        window.names().iter().any(|name| name.starts_with("Select all"))
    });
    assert!(opened, "a column answers a click: {:?}", lane.rect);
    let listed: usize = window.names().iter().find_map(|name| name.strip_prefix("Select all ")?.parse().ok()).unwrap();
    assert!((1..160).contains(&listed), "one column, not the lane: {listed}");
    window.press(plain(Key::Escape));
    let lane = window.get_starting("Anna: 160 things");
    window.press_mark(&lane);
    window.press_button("Select all 160");
    assert_eq!(window.selected().len(), 160);
}

#[test]
fn the_name_of_a_lane_has_a_menu_of_its_own() {
    let (_folder, mut window) = crowded();
    let pane = window.pane("timeline");
    let bonn =
        window.marks("timeline", "bonn").into_iter().find(|mark| mark.rect.left() < pane.left() + 160.0).unwrap();
    window.right_click_at(bonn.rect.center());
    assert_eq!(window.selected(), ["Bonn"]);
    let pin = window.word(UiCommand::LanePin.key());
    let button = window.names().into_iter().find(|name| name.starts_with(&pin)).expect("the lane's menu is open");
    window.press_button(&button);
    assert!(window.view().lanes.pins.contains(&Id::from("bonn")));
}
