//! The order of events as its user meets it: in the details, with its sources, what follows and what cannot hold.

use rodedraad::app::command::{Command, Select};
use rodedraad::locale::Language;
use rodedraad::model::Id;
use rodedraad::ui::app::Start;

use crate::harness::{Opening, Window};

const CASE: &str = r#"Case(format: (1, 0), title: "Order",
    sources: [Source(id: "witness", kind: "interview", title: "Interview of a witness")],
    events: [
        Event(id: "raid", title: "Raid", when: "2021-03-09", cites: [Cite(source: "witness")]),
        Event(id: "talk", title: "Talk", order: [Order(is: After, event: "raid", cites: [Cite(source: "witness", at: "p. 4")])]),
        Event(id: "arrest", title: "Arrest", when: "2021-03", order: [Order(is: After, event: "talk")]),
        Event(id: "report", title: "Report", when: "2021-02", order: [Order(is: After, event: "raid")]),
    ],
)"#;

fn open(language: Language) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, CASE).unwrap();
    let window = Opening::of(Start::File(path)).language(language).size(1280.0, 1000.0).open();
    (folder, window)
}

fn details(window: &mut Window, id: &str) -> String {
    window.send(Command::Select(Select::Only(Id::from(id))));
    window.details_text()
}

#[test]
fn the_details_show_the_order_with_its_sources_and_what_follows_beside_what_is_written() {
    let (_folder, mut window) = open(Language::English);
    let talk = details(&mut window, "talk");
    assert!(talk.contains("between 9 Mar 2021 and 31 Mar 2021 (follows from: after Raid, before Arrest)"), "{talk}");
    assert!(talk.contains("Source: Interview of a witness, p. 4"), "{talk}");

    let arrest = details(&mut window, "arrest");
    assert!(arrest.contains("some time in March 2021"), "as it is written: {arrest}");
    assert!(arrest.contains("by order: between 9 Mar 2021 and 31 Mar 2021 (follows from: after Talk)"), "{arrest}");
    assert!(arrest.contains("rests on: "), "{arrest}");

    let raid = details(&mut window, "raid");
    assert!(raid.contains("before: "), "what others say of it: {raid}");
    assert!(!raid.contains("by order: "), "{raid}");
}

#[test]
fn a_contradiction_stands_in_the_details_of_all_that_it_concerns() {
    let (_folder, mut window) = open(Language::English);
    for id in ["raid", "report"] {
        let said = details(&mut window, id);
        let sentence = r#"Contradiction: "Report" (some time in February 2021) is after "Raid" (9 Mar 2021)"#;
        assert!(said.contains(sentence), "{said}");
    }
    assert!(!details(&mut window, "talk").contains("Contradiction"));

    let (_folder, mut window) = open(Language::Dutch);
    assert!(
        details(&mut window, "report")
            .contains(r#"Tegenspraak: "Report" (ergens in februari 2021) is na "Raid" (9 mrt 2021)"#)
    );
    assert!(
        details(&mut window, "arrest")
            .contains("door de volgorde: tussen 9 mrt 2021 en 31 mrt 2021 (volgt uit: na Talk)")
    );
}
