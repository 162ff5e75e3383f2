//! The faults that a case file must survive, each with what has to happen, and the rules of the format.

use std::fmt::Write as _;

use super::{case, filler, open, refuse, told};
use crate::base::cancel::{Cancel, Progress};
use crate::file::{NotCanonical, Stopped, canonical, read, read_watched, write};
use crate::model::finding::{Place, Severity};

const ITEMS: &str = r#"    sources: [
        Source(id: "s", kind: "report", title: "S"),
    ],
    entities: [
        Entity(id: "a", kind: "person", name: "A", existed: "2020", cites: [Cite(source: "s")]),
        Entity(id: "b", kind: "person", name: "B", existed: "2020", cites: [Cite(source: "s")]),
    ],
"#;

#[test]
fn row_01_an_empty_file_says_so() {
    for text in ["", " \r\n\t", "// only a remark", "/* a */ // b\n"] {
        let finding = refuse(text.as_bytes());
        assert_eq!((finding.code, finding.place), ("empty-file", Place::START), "{text:?}");
    }
}

#[test]
fn row_02_every_prefix_of_a_case_is_refused_with_a_place() {
    let mut text = case(ITEMS);
    while text.len() < 4096 {
        let more = text.len();
        text = text.replace(
            "    ],\n)",
            &format!("        Entity(id: \"e{more}\", kind: \"group\", name: \"É\\t{more}\", claims: [Claim(of: \"x\", value: Quantity(stated: \"1\", low: 1.5, unit: \"u\"))]),\n    ],\n)"),
        );
    }
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let prefix = &text[..end];
        if prefix.trim_end() == text.trim_end() {
            continue;
        }
        let finding = refuse(prefix.as_bytes());
        assert_eq!(finding.severity, Severity::Error);
        assert!(finding.place.line as usize <= prefix.lines().count().max(1) + 1, "{finding:?}");
        if end < 4 {
            assert!(["not-a-case", "empty-file"].contains(&finding.code), "{end}: {finding:?}");
        }
    }
}

#[test]
fn row_02_a_cut_file_names_the_open_bracket() {
    let finding = refuse(b"Case(\n  format: (1, 0),\n  entities: [\n    Entity(id: \"a\",\n");
    assert_eq!(finding.code, "syntax-end");
    assert_eq!(finding.place, Place { line: 5, column: 1 });
    assert_eq!((filler(&finding, "sign"), filler(&finding, "first")), ("(", "4"));
}

#[test]
fn row_03_a_byte_order_mark_is_no_hindrance() {
    let text = case("    summary: 5,\n");
    let plain = told(&open(&text).findings);
    assert_eq!(plain, ["error wrong-type 4:14 summary"]);
    assert_eq!(told(&open(&format!("\u{FEFF}{text}")).findings), plain);
}

#[test]
fn row_04_other_encodings_are_refused_by_name() {
    let wide: Vec<u8> = case("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refuse(&wide).code, "utf-16");
    let western: Vec<u8> = case("    summary: \"Zoë\",\n").chars().map(|letter| letter as u8).collect();
    let finding = refuse(&western);
    assert_eq!((finding.code, finding.place), ("windows-1252", Place { line: 4, column: 17 }));
}

#[test]
fn row_05_a_damaged_byte_is_placed() {
    let mut bytes = case("    summary: \"Zoë Ë\",\n").into_bytes();
    let at = bytes.iter().rposition(|byte| *byte == 0xC3).unwrap();
    bytes[at] = b'x';
    let finding = refuse(&bytes);
    assert_eq!((finding.code, finding.place), ("invalid-utf8", Place { line: 4, column: 20 }));
}

#[test]
fn row_06_nesting_ends_at_a_limit_on_a_small_stack() {
    let check = || {
        for brackets in ["[", "(", "{\"a\":", "Some(", "x: (", "Claim(value: ("] {
            for text in [
                brackets.repeat(100_000),
                format!("Case(format: (1, 0), title: \"T\", x: {}", brackets.repeat(100_000)),
            ] {
                let finding = refuse(text.as_bytes());
                assert!(
                    ["syntax-nesting", "syntax-sign", "syntax-colon", "syntax-comma", "syntax-after"]
                        .contains(&finding.code),
                    "{finding:?}"
                );
            }
        }
        let deep = case(&format!("    x: {}{},\n", "[".repeat(100), "]".repeat(100)));
        assert_eq!(refuse(deep.as_bytes()).code, "syntax-nesting");
    };
    std::thread::Builder::new().stack_size(1024 * 1024).spawn(check).unwrap().join().unwrap();
}

#[test]
fn row_07_too_many_items_are_refused_unread() {
    let text = format!("Case(format: (1, 0), title: \"T\", entities: [{}])", "A(),".repeat(10_000_001));
    let Err(refused) = read(text.as_bytes()) else { panic!("opened") };
    assert_eq!(refused.finding.code, "too-many-items");
    assert!(refused.is_limit());
    assert!(crate::file::bytes::too_large(2_000_000_001).is_limit());
}

#[test]
fn row_07_reading_tells_how_far_it_is_and_stops_when_asked() {
    let mut fields = String::from("    entities: [\n");
    for index in 0..1000 {
        writeln!(fields, "        Entity(id: \"e{index}\", kind: \"person\", name: \"E\", existed: \"2020\"),")
            .unwrap();
    }
    fields.push_str("    ],\n");
    for text in [case(&fields), case(&fields.replacen("2020", "20x0", 1))] {
        let (cancel, progress) = (Cancel::default(), Progress::default());
        let opened = read_watched(text.as_bytes(), &cancel, &progress).unwrap();
        assert!(opened.case.entities().len() >= 999);
        let (done, total) = progress.get();
        assert!(done > total / 2 && done <= total, "{done} of {total}");
        cancel.cancel();
        let stopped = Progress::default();
        assert_eq!(read_watched(text.as_bytes(), &cancel, &stopped).unwrap_err(), Stopped::Cancelled);
        assert!(stopped.get().0 < done);
        assert!(read(text.as_bytes()).is_ok(), "the next reading is not watched");
    }
}

#[test]
fn row_08_numbers_that_are_none_are_listed_and_kept() {
    for number in ["NaN", "inf", "-inf", "1e999", "-1e999", "inff64"] {
        let fields = format!(
            "    entities: [\n        Entity(id: \"a\", kind: \"person\", name: \"A\", claims: [\n            Claim(of: \"x\", value: Quantity(stated: \"s\", low: {number}, unit: \"u\")),\n        ]),\n    ],\n"
        );
        let opened = open(&case(&fields));
        assert_eq!(told(&opened.findings), ["error bad-number 6:62 entities[0].claims[0].value.low"], "{number}");
        assert!(opened.case.entities().is_empty());
        assert!(write(&opened.case).contains(&format!("low: {number}, unit")));
    }
    let pins = open(&case(&format!("{ITEMS}    view: View(pins: {{\"a\": (1, NaN), \"b\": (1, 2)}}),\n")));
    assert_eq!(told(&pins.findings), ["error bad-number 11:32 view.pins[\"a\"]"]);
    assert!(write(&pins.case).contains("        pins: {\"a\": (1, NaN), \"b\": (1, 2)},\n"));
}

#[test]
fn row_09_the_same_id_twice_names_both_lines_and_loses_neither() {
    let fields = r#"    entities: [
        Entity(id: "a", kind: "person", name: "First"),
        Entity(id: "a", kind: "person", name: "Second"),
    ],
    events: [
        Event(id: "a", title: "Third"),
    ],
"#;
    let opened = open(&case(fields));
    assert_eq!(
        told(&opened.findings),
        ["error duplicate-id 6:20 entities[1].id", "error duplicate-id 9:19 events[0].id"]
    );
    let errors: Vec<_> = opened.findings.iter().filter(|finding| finding.code == "duplicate-id").collect();
    assert!(errors.iter().all(|finding| filler(finding, "first") == "5" && finding.item.is_none()));
    assert_eq!(opened.case.entities().len(), 1);
    let written = write(&opened.case);
    for name in ["First", "Second", "Third"] {
        assert_eq!(written.matches(name).count(), 1, "{written}");
    }
    assert_eq!(write(&open(&written).case), written);
}

#[test]
fn row_09_the_same_key_twice_is_an_error() {
    let field = open(&case("    language: \"en\",\n    language: \"nl\",\n"));
    assert_eq!(told(&field.findings), ["error duplicate-field 5:5 language"]);
    assert_eq!(filler(&field.findings[0], "first"), "4");
    let written = write(&field.case);
    assert!(written.contains("language: \"en\"") && written.contains("language: \"nl\""), "{written}");

    let item = open(&case("    events: [\n        Event(id: \"e\", title: \"1\", title: \"2\"),\n    ],\n"));
    assert_eq!(told(&item.findings), ["error duplicate-field 5:36 events[0].title"]);

    let pins = open(&case(&format!("{ITEMS}    view: View(pins: {{\"a\": (1, 2), \"a\": (3, 4)}}),\n")));
    assert_eq!(told(&pins.findings), ["error duplicate-key 11:36 view.pins[\"a\"]"]);
    assert!(write(&pins.case).contains("{\"a\": (1, 2), \"a\": (3, 4)}"));
}

#[test]
fn row_10_a_dangling_id_keeps_its_item_as_it_is() {
    let fields = format!(
        "{ITEMS}    links: [\n        Link(id: \"l\", from: \"a\", to: \"bb\", relation: \"knows\"),\n        Link(id: \"m\", from: \"a\", to: \"s\", relation: \"knows\"),\n        Link(id: \"n\", from: \"a\", to: \"b\", relation: \"knows\", cites: [Cite(source: \"t\")]),\n    ],\n"
    );
    let opened = open(&case(&fields));
    assert_eq!(
        told(&opened.findings),
        [
            "error dangling-id 12:38 links[0].to",
            "error wrong-item 13:38 links[1].to",
            "error dangling-id 14:83 links[2].cites[0].source",
        ]
    );
    assert_eq!(filler(&opened.findings[0], "near"), "b");
    assert_eq!(opened.case.links().len(), 1);
    let written = write(&opened.case);
    assert!(written.contains("\n        Link(id: \"l\", from: \"a\", to: \"bb\", relation: \"knows\"),\n"));
    assert_eq!(write(&open(&written).case), written);
}

#[test]
fn row_10_a_link_to_an_item_that_was_set_aside_waits_for_it() {
    let fields = format!(
        "{}    links: [\n        Link(id: \"l\", from: \"a\", to: \"b\", relation: \"knows\"),\n    ],\n",
        ITEMS.replace("name: \"B\", existed: \"2020\"", "name: \"B\", existed: \"2020-13\"")
    );
    let opened = open(&case(&fields));
    assert_eq!(
        told(&opened.findings),
        ["error bad-date 9:67 entities[1].existed", "error end-aside 12:38 links[0].to"]
    );
    assert_eq!(filler(&opened.findings[1], "first"), "9");
    assert_eq!(opened.case.parts().asides.len(), 2);
}

#[test]
fn row_11_a_newer_minor_version_opens_with_one_warning_and_keeps_what_it_brings() {
    let text = "Case(\n    format: (1, 7),\n    title: \"T\",\n    moods: [Mood(1)],\n    entities: [\n        Entity(id: \"a\", kind: \"person\", name: \"A\", mood: Glad(\"x\")),\n    ],\n    links: [\n        Link(id: \"l\", from: \"a\", to: \"a\", relation: \"r\", strength: Absolute),\n    ],\n)\n";
    let opened = open(text);
    assert!(!opened.read_only);
    assert_eq!(
        told(&opened.findings),
        ["warning newer-minor 2:13 format", "warning unknown-word 9:68 links[0].strength"]
    );
    assert_eq!(filler(&opened.findings[0], "count"), "2");
    let written = write(&opened.case);
    for kept in ["format: (1, 7)", "moods: [Mood(1)]", "mood: Glad(\"x\")", "strength: Absolute"] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
    assert_eq!(write(&open(&written).case), written);
}

#[test]
fn row_11_a_newer_major_version_opens_read_only() {
    let text =
        "Case(\n    format: (2, 0),\n    name: \"T\",\n    entities: {\"a\": 1},\n    events: [Happening(\"e\")],\n)\n";
    let opened = open(text);
    assert!(opened.read_only);
    assert!(opened.findings.iter().all(|finding| finding.severity != Severity::Error), "{:?}", told(&opened.findings));
    assert_eq!(opened.findings.iter().filter(|finding| finding.code == "newer-major").count(), 1);
    assert_eq!(canonical(text), Err(NotCanonical::Newer((2, 0))));
}

#[test]
fn row_12_all_faults_are_listed_at_once() {
    let fields = r#"    example: "yes",
    tolerances: Tolerances(day: 70000),
    events: [
        Event(id: 5, title: "E", kind: ["x"], participants: [
            Participant(entity: "a"),
            Participant(entity: "a", role: "r", note: 1),
        ], order: [Order(is: Afer, event: "e", days: 4294967296), Order(is: Within, event: "e")]),
        Entity(id: "x", kind: "person", name: "X"),
        7,
    ],
    links: {"a": 1},
"#;
    let opened = open(&case(fields));
    assert_eq!(
        told(&opened.findings),
        [
            "error wrong-type 4:14 example",
            "error bad-number 5:33 tolerances.day",
            "error wrong-type 7:19 events[0].id",
            "error wrong-type 7:40 events[0].kind",
            "error missing-field 8:13 events[0].participants[0]",
            "error wrong-type 9:55 events[0].participants[1].note",
            "error unknown-word 10:30 events[0].order[0].is",
            "error bad-number 10:54 events[0].order[0].days",
            "error wrong-name 11:9 events[1]",
            "error wrong-type 12:9 events[2]",
            "error wrong-type 14:12 links",
        ]
    );
    let word = opened.findings.iter().find(|finding| finding.code == "unknown-word").unwrap();
    assert_eq!(filler(word, "near"), "After");
    let written = write(&opened.case);
    assert_eq!(told(&open(&written).findings).len(), 11, "{written}");
    assert_eq!(write(&open(&written).case), written);
}

#[test]
fn row_13_a_thousand_faults_are_all_reported() {
    let mut fields = String::from("    entities: [\n");
    for index in 0..1000 {
        writeln!(fields, "        Entity(id: \"e{index}\", kind: \"person\", name: \"E\", existed: \"20x1\"),")
            .unwrap();
    }
    fields.push_str("    ],\n");
    let opened = open(&case(&fields));
    assert_eq!(told(&opened.findings).len(), 1000);
    assert_eq!(opened.findings[999].place, Place { line: 1004, column: 67 });
}

#[test]
fn row_14_ids_that_look_alike_are_warned_of() {
    let fields = "    entities: [\n        Entity(id: \"sky-ecc\", kind: \"platform\", name: \"Latin\"),\n        Entity(id: \"sky-eсс\", kind: \"platform\", name: \"Cyrillic\"),\n        Entity(id: \"zo\u{eb}\", kind: \"person\", name: \"NFC\"),\n        Entity(id: \"zoe\u{308}\", kind: \"person\", name: \"NFD\"),\n        Entity(id: \"ar\u{200B}gus\", kind: \"person\", name: \"Zero\"),\n        Entity(id: \"le\u{202E}mont\", kind: \"person\", name: \"Bidi\"),\n        Entity(id: \"the fiod\", kind: \"person\", name: \"Blank\"),\n    ],\n    links: [\n        Link(id: \"l\", from: \"zoё\", to: \"argus\", relation: \"r\"),\n    ],\n";
    let opened = open(&case(fields));
    assert_eq!(
        told(&opened.findings),
        [
            "warning mixed-alphabets 6:20 entities[1].id",
            "warning look-alike 6:20 entities[1].id",
            "warning look-alike 8:20 entities[3].id",
            "warning hidden-character 9:20 entities[4].id",
            "warning hidden-character 10:20 entities[5].id",
            "warning id-character 11:20 entities[6].id",
            "error dangling-id 14:29 links[0].from",
            "error dangling-id 14:40 links[0].to",
        ]
    );
    assert_eq!(opened.case.entities().len(), 7, "ids are compared byte for byte");
    assert_eq!(
        filler(opened.findings.iter().rfind(|finding| finding.code == "dangling-id").unwrap(), "near"),
        "ar\u{200B}gus"
    );
}

#[test]
fn row_15_places_hold_for_every_line_end_and_very_long_lines() {
    let text = case("    language: \"nl\",\n\tsummary: \"é\", example: 5,\n");
    for end in ["\n", "\r\n", "\r"] {
        let opened = open(&text.replace('\n', end));
        assert_eq!(told(&opened.findings), ["error wrong-type 5:25 example"], "{end:?}");
    }
    let long = case(&format!("    summary: \"{}\", example: 5,\n", "é".repeat(500_000)));
    assert_eq!(told(&open(&long).findings), ["error wrong-type 4:500027 example"]);
}

#[test]
fn row_24_dates_that_cannot_be_are_placed_inside_their_text() {
    for (date, column) in [("1985-13", 48), ("2024-02-30", 51), ("2021 ", 47), ("maart", 43), ("\\u{32}021-13", 53)] {
        let text = case(&format!("    events: [\n        Event(id: \"e\", title: \"E\", when: \"{date}\"),\n    ],\n"));
        let opened = open(&text);
        assert_eq!(told(&opened.findings), [format!("error bad-date 5:{column} events[0].when")], "{date}");
        assert!(write(&opened.case).contains(date));
    }
    for date in ["19XX", "1984?", "../1985", "0000", "Y170000000"] {
        let text = case(&format!("    events: [\n        Event(id: \"e\", title: \"E\", when: \"{date}\"),\n    ],\n"));
        assert_eq!(told(&open(&text).findings), [""; 0], "{date}");
    }
}

#[test]
fn row_24_an_end_before_its_start_is_a_warning() {
    let opened = open(&case(
        "    events: [\n        Event(id: \"e\", title: \"E\", when: \"2020-06-13/2020-04-01\"),\n    ],\n",
    ));
    assert_eq!(told(&opened.findings), ["warning ends-before-start 5:42 events[0].when"]);
    assert_eq!(opened.case.events().len(), 1);
}

#[test]
fn row_25_instants_keep_their_zone_and_gaps_are_named() {
    let text = case(
        "    events: [\n        Event(id: \"e\", title: \"E\", when: \"2021-03-09T05:00[Europe/Amsterdam]\"),\n        Event(id: \"g\", title: \"G\", when: \"2021-03-28T02:30[Europe/Amsterdam]\"),\n    ],\n",
    );
    let opened = open(&text);
    assert_eq!(told(&opened.findings).len(), 1);
    assert_eq!(
        filler(opened.findings.iter().find(|finding| finding.code == "bad-date").unwrap(), "reason"),
        "skipped-time"
    );
    assert!(write(&opened.case).contains("2021-03-09T05:00[Europe/Amsterdam]"));
    let zone = open(&case("    time_zone: \"Europe/Amsterdan\",\n"));
    assert_eq!(told(&zone.findings), ["error unknown-zone 4:16 time_zone"]);
    assert_eq!(filler(&zone.findings[0], "near"), "Europe/Amsterdam");
}

#[test]
fn row_26_what_has_no_date_is_noted_not_dropped() {
    let opened = open(&case("    events: [\n        Event(id: \"e\", title: \"E\"),\n    ],\n"));
    let codes: Vec<_> = opened.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["unsourced", "undated"]);
    assert_eq!(opened.case.events().len(), 1);
}

#[test]
fn an_entity_is_as_dated_as_what_it_takes_part_in() {
    let fields = format!(
        "{}    links: [\n        Link(id: \"l\", from: \"a\", to: \"b\", relation: \"r\", when: \"2020\", cites: [Cite(source: \"s\")]),\n    ],\n",
        ITEMS.replace("existed: \"2020\", ", "")
    );
    assert!(open(&case(&fields)).findings.is_empty());
}

#[test]
fn claims_that_differ_at_one_date_are_noted_once() {
    let fields = r#"    entities: [
        Entity(id: "a", kind: "person", name: "A", existed: "2020", claims: [
            Claim(of: "users", value: Text("1"), as_of: "2020"),
            Claim(of: "users", value: Text("2"), as_of: "2021"),
            Claim(of: "seat", value: Text("x"), cites: [Cite(source: "s")]),
            Claim(of: "seat", value: Text("y")),
        ]),
    ],
    sources: [Source(id: "s", kind: "report", title: "S")],
"#;
    let opened = open(&case(fields));
    assert_eq!(
        opened.findings.iter().map(super::tell).collect::<Vec<_>>(),
        ["note contested 8:13 entities[0].claims[2]"]
    );
}

#[test]
fn comments_are_counted_except_where_they_are_kept() {
    let text = "// first\nCase(\n    format: (1, 0), /* second */\n    title: \"// no\",\n    entities: [\n        Entity(id: \"a\" /* kept */),\n    ],\n)\n";
    let opened = open(text);
    assert!(opened.has_comments);
    let comment = opened.findings.iter().find(|finding| finding.code == "comments").unwrap();
    assert_eq!((comment.place, filler(comment, "count")), (Place::START, "2"));
    let written = write(&opened.case);
    assert!(written.contains("/* kept */") && !written.contains("second"));
    assert!(!open(&written).has_comments);
}

#[test]
fn unknown_fields_are_kept_where_they_stood() {
    let text = case(&format!(
        "{}    tolerances: Tolerances(day: 3, hour: 5),\n    mood: Glad(1, \"x\"),\n    view: View(zoom: 2.5),\n",
        ITEMS
            .replace("name: \"A\"", "nam: \"X\", name: \"A\"")
            .replace("[Cite(source: \"s\")]", "[Cite(source: \"s\", colour: (1, 2))]")
    ));
    let opened = open(&text);
    assert!(opened.findings.iter().all(|finding| finding.code == "unknown-field"), "{:?}", told(&opened.findings));
    assert_eq!(opened.findings.len(), 6);
    assert_eq!(filler(&opened.findings[0], "near"), "name");
    let written = write(&opened.case);
    for kept in
        ["nam: \"X\"", "Cite(source: \"s\", colour: (1, 2))", "day: 3, hour: 5", "mood: Glad(1, \"x\")", "zoom: 2.5"]
    {
        assert!(written.contains(kept), "{kept} in {written}");
    }
    assert_eq!(write(&open(&written).case), written);
}

#[test]
fn grades_and_kinds_outside_their_lists_are_warnings() {
    let fields = ITEMS
        .replace("title: \"S\"", "title: \"S\", reliability: \"G\"")
        .replace("kind: \"person\", name: \"A\"", "kind: \"persn\", name: \"A\"")
        .replace("Cite(source: \"s\")", "Cite(source: \"s\", credibility: \"7\")");
    let opened = open(&case(&fields));
    assert_eq!(
        told(&opened.findings),
        [
            "warning unknown-grade 5:66 sources[0].reliability",
            "warning unknown-kind 8:31 entities[0].kind",
            "warning unknown-grade 8:107 entities[0].cites[0].credibility",
            "warning unknown-grade 9:108 entities[1].cites[0].credibility",
        ]
    );
    assert_eq!(filler(&opened.findings[1], "near"), "person");
}
