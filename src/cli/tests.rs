//! What the commands print and how they end.

use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser as _};

use super::{Arguments, Command, Outcome};
use crate::locale::{Language, Words};

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).display().to_string()
}

fn run(arguments: &[&str]) -> Outcome {
    let arguments = Arguments::try_parse_from(["rodedraad"].iter().chain(arguments)).unwrap();
    let words = Words::new(arguments.language.unwrap_or(Language::English));
    match arguments.command.unwrap() {
        Command::Check(check) => check.run(&words),
        Command::Stats(stats) => stats.run(&words),
        Command::Format(format) => format.run(&words),
        Command::Render(render) => render.run(&words),
        Command::Layout(layout) => layout.run(&words),
    }
}

fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

const BROKEN: &str = "Case(\n    format: (1, 0),\n    title: \"T\",\n    links: [\n        Link(id: \"l\", from: \"a\", to: \"a\", relation: \"r\"),\n    ],\n)\n";

#[test]
fn the_arguments_are_well_formed() {
    Arguments::command().debug_assert();
}

#[test]
fn the_examples_are_sound_and_canonical() {
    for name in ["lemont-argus.ron", "lemont-argus.nl.ron", "crypto-phones.ron"] {
        let path = example(name);
        let checked = run(&["check", &path]);
        assert_eq!(checked.code, 0, "{}", checked.said);
        assert!(!checked.said.contains(" error ") && !checked.said.contains(" warning "), "{}", checked.said);
        assert_eq!(run(&["format", "--check", &path]), Outcome::default(), "{name}");
        assert_eq!(run(&["format", &path]).said, std::fs::read_to_string(&path).unwrap());
    }
}

#[test]
fn check_tells_the_place_in_lines_and_in_json() {
    let (_folder, path) = file(BROKEN);
    let path = path.display().to_string();
    let plain = run(&["check", &path]);
    assert_eq!(plain.code, 1);
    let first = plain.said.lines().next().unwrap();
    assert!(first.starts_with(&format!("{path}:5:29 error dangling-id No entity or event \"a\"")), "{first}");
    let dutch = run(&["check", &path, "--language", "nl"]);
    assert!(dutch.said.contains("Geen entiteit of gebeurtenis \"a\""), "{}", dutch.said);
    for line in run(&["check", "--json", &path]).said.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        for key in ["file", "line", "column", "severity", "code", "message", "advice"] {
            assert!(!object[key].is_null(), "{key} in {line}");
        }
    }
}

#[test]
fn check_goes_on_after_a_file_that_cannot_be_read() {
    let (folder, path) = file(BROKEN);
    let outcome =
        run(&["check", "/no/such/file.ron", &folder.path().display().to_string(), &path.display().to_string()]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.complaints.contains("/no/such/file.ron: No such file"), "{}", outcome.complaints);
    assert!(outcome.complaints.contains(": A folder, not a file"), "{}", outcome.complaints);
    assert!(outcome.said.contains("dangling-id"));
    let (_folder, path) = file("Case(");
    assert_eq!(run(&["check", &path.display().to_string()]).code, 1, "not RON is a finding");
}

#[test]
fn stats_counts_what_the_example_holds() {
    let path = example("lemont-argus.ron");
    let outcome = run(&["stats", &path, "--json", "--window", "2021-02/2021-03-09"]);
    assert_eq!(outcome.code, 0);
    let object: serde_json::Value = serde_json::from_str(&outcome.said).unwrap();
    let count = |key: &str| object[key].as_u64().unwrap_or_else(|| panic!("{key} in {object}"));
    for (key, least) in [("entities", 20), ("events", 9), ("links", 18), ("participations", 9), ("quantities", 15)] {
        assert!(count(key) >= least, "{key}: {}", count(key));
    }
    assert_eq!(count("unsourced"), 0);
    for key in ["sources", "citations", "undated", "contested"] {
        count(key);
    }
    assert_eq!(object["findings"]["error"], 0);
    for answer in ["certain", "possible", "out", "undated"] {
        let sum: u64 =
            ["entities", "events", "links"].iter().map(|of| object["window"][of][answer].as_u64().unwrap()).sum();
        assert_eq!(object["window"][answer].as_u64(), Some(sum), "{answer}");
    }
    let words = run(&["stats", &path, "--window", "2021-02/2021-03-09", "--language", "nl"]);
    assert!(words.said.contains("Entiteiten") && words.said.contains("Tijdvenster"), "{}", words.said);
    assert_eq!(run(&["stats", &path, "--window", "soon"]).code, 2);
}

#[test]
fn a_window_may_be_given_in_words_and_is_said_back() {
    let path = example("lemont-argus.ron");
    let json = |window: &str| run(&["stats", &path, "--json", "--window", window]).said;
    assert_eq!(json("februari t/m 9 maart 2021"), json("2021-02-01/2021-03-09"));
    let said = run(&["stats", &path, "--window", "mid Feb 2021", "--language", "en"]).said;
    assert!(said.contains("mid Feb 2021 (11 Feb 2021 – 20 Feb 2021)"), "{said}");

    let (folder, _) = file("");
    let picture = |name: &str, window: &str| {
        let out = folder.path().join(name).display().to_string();
        let arguments = ["render", &path, "--view", "timeline", "--window", window, "--language", "en", "-o", &out];
        (run(&arguments), std::fs::read(&out).ok())
    };
    let (outcome, words) = picture("words.svg", "maart 2021");
    assert_eq!(outcome, Outcome::default());
    assert!(words.is_some() && words == picture("edtf.svg", "2021-03").1);
    let (refused, none) = picture("none.svg", "marhc 2021");
    assert_eq!((refused.code, none), (2, None));
    assert_eq!(
        refused.complaints,
        "--window marhc 2021: Not understood, from character 1 on: no date has the word “marhc”. Near: “march”\n"
    );
}

#[test]
fn format_writes_only_what_differs() {
    let (_folder, path) = file("Case(title: \"T\", format: (1, 0), x: 5)");
    let name = path.display().to_string();
    assert_eq!(run(&["format", "--check", &name]).code, 1);
    assert_eq!(run(&["format", "--write", &name]), Outcome::default());
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        "Case(\n    format: (1, 0),\n    title: \"T\",\n    x: 5,\n)\n"
    );
    assert_eq!(run(&["format", "--check", &name]).code, 0);
    std::fs::write(&path, "Case(format: (2, 0), title: \"T\")").unwrap();
    assert_eq!(run(&["format", "--write", &name]).code, 2, "a newer version is not rewritten");
}

/// A picture of the case in this file, as SVG.
fn drawn(path: &Path, more: &[&str]) -> (Outcome, String) {
    let out = path.with_extension("svg");
    let (from, to) = (path.display().to_string(), out.display().to_string());
    let outcome = run(&[&["render", &from, "--view", "network", "--size", "400x300", "-o", &to], more].concat());
    (outcome, std::fs::read_to_string(out).unwrap())
}

#[test]
fn row_56_what_a_case_says_of_itself_cannot_break_a_picture() {
    let (_folder, path) = file(
        "Case(format: (1, 0), title: \"<script>alert('1')</script> & =HYPERLINK(\\\"x\\\")\", entities: [Entity(id: \"a\", kind: \"person\", name: \"</text><a href='x'>\")])",
    );
    let (outcome, svg) = drawn(&path, &[]);
    assert_eq!(outcome, Outcome::default());
    assert!(!svg.contains("<script") && !svg.contains("<a ") && svg.contains("&lt;script&gt;"), "{svg}");
}

#[test]
fn row_58_a_picture_says_what_it_leaves_out() {
    let (_folder, path) = file(
        "Case(format: (1, 0), title: \"T\", entities: [Entity(id: \"a\", kind: \"person\", name: \"Seen\", existed: \"2020\"), Entity(id: \"b\", kind: \"person\", name: \"Hidden by hand\", note: \"a secret\"), Entity(id: \"c\", kind: \"place\", name: \"Hidden by kind\")], view: View(hidden: [\"b\"], hidden_kinds: [\"place\"]))",
    );
    let (outcome, svg) = drawn(&path, &["--language", "en", "--window", "2021"]);
    assert_eq!(outcome, Outcome::default());
    assert!(svg.contains("hidden 2: 1 by kind, 1 by hand"), "{svg}");
    assert!(svg.contains("1 Jan 2021"), "the window: {svg}");
    assert!(!svg.contains("Hidden by") && !svg.contains("secret"), "what is hidden is nowhere in the file: {svg}");
}

#[test]
fn a_picture_of_a_case_with_faults_names_them_and_says_how_much_is_missing() {
    let (_folder, path) = file(BROKEN);
    let (outcome, svg) = drawn(&path, &["--language", "en"]);
    assert_eq!(outcome.code, 1, "as for check and stats");
    assert!(outcome.complaints.contains(":5:29 error dangling-id "), "{}", outcome.complaints);
    assert!(svg.contains("1 item of the file could not be read and is not drawn"), "{svg}");
}

#[test]
fn letters_that_no_built_in_typeface_has_are_counted_where_a_png_is_drawn() {
    let (_folder, path) =
        file("Case(format: (1, 0), title: \"漢字\", entities: [Entity(id: \"a\", kind: \"person\", name: \"A\")])");
    let out = path.with_extension("png").display().to_string();
    let path = path.display().to_string();
    let outcome = run(&["render", &path, "--view", "timeline", "--language", "en", "-o", &out]);
    assert_eq!(outcome.code, 0);
    assert_eq!(outcome.complaints, format!("{out}: 2 letters are in no built-in typeface and stand as boxes\n"));
}
