//! The examples through the program's own command line: sound, canonical, complete, and the same picture every time.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What the program said, and how it ended.
pub struct Outcome {
    pub code: i32,
    pub said: String,
    pub complaints: String,
}

/// Runs the built program.
pub fn run(arguments: &[&str]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_rodedraad"))
        .args(arguments)
        .env("LANG", "en_GB.UTF-8")
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .expect("the program is built");
    Outcome {
        code: output.status.code().expect("it was not killed"),
        said: String::from_utf8(output.stdout).expect("UTF-8"),
        complaints: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// All cases in `examples/`.
fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    found.sort();
    assert!(found.len() >= 3, "{found:?}");
    found
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}

fn lemont() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lemont-argus.ron")
}

fn stats(path: &Path, more: &[&str]) -> Value {
    let outcome = run(&[&["stats", text(path), "--json"], more].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.complaints);
    serde_json::from_str(&outcome.said).expect("one object")
}

#[test]
fn check_finds_no_error_and_no_warning() {
    for path in examples() {
        let outcome = run(&["check", "--json", text(&path)]);
        assert_eq!((outcome.code, outcome.complaints.as_str()), (0, ""), "{}", path.display());
        for line in outcome.said.lines() {
            let finding: Value = serde_json::from_str(line).expect("one object a line");
            assert_eq!(finding["severity"], "note", "{line}");
        }
    }
}

#[test]
fn every_example_is_in_canonical_form() {
    for path in examples() {
        let outcome = run(&["format", "--check", text(&path)]);
        assert_eq!((outcome.code, outcome.said.as_str(), outcome.complaints.as_str()), (0, "", ""), "{path:?}");
        assert_eq!(run(&["format", text(&path)]).said, std::fs::read_to_string(&path).unwrap(), "{path:?}");
    }
}

#[test]
fn a_case_that_is_not_canonical_is_told_and_written_in_canonical_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, "Case(title: \"T\", format: (1, 0))").unwrap();
    assert_eq!(run(&["format", "--check", text(&path)]).code, 1);
    assert_eq!(run(&["format", "--write", text(&path)]).code, 0);
    assert_eq!(run(&["format", "--check", text(&path)]).code, 0);
    assert_eq!(run(&["check", text(&path)]).code, 0);
}

#[test]
fn check_ends_with_0_1_or_2() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "Case(\n    format: (1, 0),\n    title: \"T\",\n    entities: [").unwrap();
    let outcome = run(&["check", text(&broken)]);
    assert_eq!(outcome.code, 1, "text that is not RON is a finding");
    assert!(outcome.said.starts_with(&format!("{}:4:", broken.display())), "{}", outcome.said);
    let missing = folder.path().join("missing.ron");
    let outcome = run(&["check", text(&missing), text(&lemont())]);
    assert_eq!(outcome.code, 2, "the worst decides");
    assert!(outcome.complaints.contains("missing.ron"), "{}", outcome.complaints);
}

#[test]
fn the_first_example_holds_what_the_facts_hold() {
    let stats = stats(&lemont(), &[]);
    let count = |key: &str| stats[key].as_u64().unwrap_or_else(|| panic!("{key} in {stats}"));
    for (key, least) in [("entities", 20), ("events", 9), ("links", 18), ("participations", 9), ("quantities", 15)] {
        assert!(count(key) >= least, "{key}: {}", count(key));
    }
    assert_eq!(count("unsourced"), 0);
    assert_eq!((&stats["findings"]["error"], &stats["findings"]["warning"]), (&0.into(), &0.into()));
    let dutch = self::stats(&lemont().with_file_name("lemont-argus.nl.ron"), &[]);
    for key in ["entities", "events", "links", "participations", "quantities", "citations", "undated", "contested"] {
        assert_eq!(dutch[key], stats[key], "the two languages hold the same {key}");
    }
}

#[test]
fn the_counts_of_a_window_are_the_sums_of_its_parts() {
    for path in examples() {
        let stats = stats(&path, &["--window", "2021-02/2021-03-09"]);
        for answer in ["certain", "possible", "out", "undated"] {
            let parts = ["entities", "events", "links"].map(|part| stats["window"][part][answer].as_u64().unwrap());
            assert_eq!(stats["window"][answer].as_u64(), Some(parts.iter().sum()), "{answer} in {path:?}");
        }
        for part in ["entities", "events", "links"] {
            let answers =
                ["certain", "possible", "out", "undated"].map(|key| stats["window"][part][key].as_u64().unwrap());
            assert_eq!(stats[part].as_u64(), Some(answers.iter().sum()), "{part} in {path:?}");
        }
    }
}

#[test]
fn a_month_is_possibly_and_a_day_certainly_in_a_window_of_ten_days() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    for (when, answer) in [("2020-03", "possible"), ("2020-03-12", "certain"), ("2020-04", "out")] {
        let case = format!(
            "Case(format: (1, 0), title: \"T\", time_zone: \"Europe/Amsterdam\", events: [Event(id: \"e\", title: \"E\", when: \"{when}\")])"
        );
        std::fs::write(&path, case).unwrap();
        let stats = stats(&path, &["--window", "2020-03-10/2020-03-20"]);
        for key in ["certain", "possible", "out", "undated"] {
            assert_eq!(stats["window"]["events"][key], u64::from(key == answer), "{when}: {key} in {stats}");
        }
    }
}

#[test]
fn every_example_gives_the_same_picture_twice_in_both_themes_and_languages() {
    let folder = tempfile::tempdir().unwrap();
    // A network is arranged anew for each picture, which takes its time; timelines show every combination.
    let both = [("both", "svg", "light", "en"), ("both", "png", "dark", "nl")];
    let timelines = ["svg", "png"].into_iter().flat_map(|ending| {
        [("light", "en"), ("light", "nl"), ("dark", "en"), ("dark", "nl")]
            .map(|(theme, language)| ("timeline", ending, theme, language))
    });
    let wanted: Vec<_> = both.into_iter().chain(timelines).collect();
    for path in examples() {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        for &(view, ending, theme, language) in &wanted {
            let mut pictures = ["one", "two"].map(|name| {
                let out = folder.path().join(format!("{name}.{ending}"));
                let options = ["--view", view, "--theme", theme, "--language", language, "-o", text(&out)];
                let outcome = run(&[&["render", text(&path), "--size", "1600x900"], &options[..]].concat());
                assert_eq!((outcome.code, outcome.complaints.as_str()), (0, ""), "{path:?}");
                std::fs::read(out).unwrap()
            });
            let what = format!("{path:?}: {view} as {ending}, {theme}, {language}");
            assert!(pictures[0] == pictures[1], "{what}: two runs differ");
            assert!(!seen.contains(&pictures[0]), "{what}: theme and language are not seen in it");
            seen.push(std::mem::take(&mut pictures[0]));
        }
    }
}

/// A case whose network is arranged and drawn as large ones are.
fn large_case() -> String {
    let entities: Vec<String> =
        (0..420).map(|at| format!("Entity(id: \"n{at}\", kind: \"person\", name: \"N {at}\"),")).collect();
    let links: Vec<String> = (0..3_600_usize)
        .map(|at| {
            let (from, to) = (at % 420, (at * at + 7 * at + 13) % 420);
            format!("Link(id: \"l{at}\", from: \"n{from}\", to: \"n{to}\", relation: \"knows\"),")
        })
        .collect();
    format!("Case(format: (1, 0), title: \"T\", entities: [{}], links: [{}])", entities.concat(), links.concat())
}

#[test]
fn the_number_of_threads_changes_no_picture_of_a_large_network() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case.ron");
    std::fs::write(&case, large_case()).unwrap();
    // The pixels of the network stand in the SVG too.
    let pictures = ["1", "3"].map(|threads| {
        let out = folder.path().join(format!("{threads}.svg"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_rodedraad"));
        program.env(rodedraad::base::parallel::THREADS, threads);
        program.args(["render", "--view", "network", "--size", "640x360", "-o"]);
        let output = program.arg(&out).arg(&case).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read(out).unwrap()
    });
    assert!(pictures[0].len() > 10_000, "something is drawn");
    assert!(pictures[0] == pictures[1]);
}

#[test]
fn no_name_is_dropped_from_the_network_of_the_first_example() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["lemont-argus.ron", "lemont-argus.nl.ron"] {
        let path = lemont().with_file_name(name);
        let out = folder.path().join("network.svg");
        let outcome = run(&["render", text(&path), "--view", "network", "--size", "1600x900", "-o", text(&out)]);
        assert_eq!((outcome.code, outcome.complaints.as_str()), (0, ""));
        let svg = std::fs::read_to_string(&out).unwrap();
        let labels: Vec<String> = texts(&svg);
        let bytes = std::fs::read(&path).unwrap();
        let opened = rodedraad::file::read(&bytes).expect("the example opens");
        for entity in opened.case.entities() {
            let count = labels.iter().filter(|label| **label == entity.name).count();
            assert_eq!(count, 1, "{} stands in {count} labels of {name}: {labels:#?}", entity.name);
        }
    }
}

/// The texts of all `<text>` elements, without marks inside them.
fn texts(svg: &str) -> Vec<String> {
    let inside = svg.split("<text").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"));
    inside.map(|(text, _)| text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")).collect()
}

#[test]
fn render_refuses_what_it_cannot_draw_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("picture.gif");
    assert_eq!(run(&["render", text(&lemont()), "--view", "network", "-o", text(&out)]).code, 2);
    let svg = folder.path().join("picture.svg");
    assert_eq!(run(&["render", text(folder.path()), "--view", "network", "-o", text(&svg)]).code, 2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn layout_writes_one_line_a_node_and_the_same_lines_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (edges, out) = (folder.path().join("edges.tsv"), folder.path().join("out.tsv"));
    std::fs::write(&edges, "b\ta\na\tc\nc\tb\nc\td\n").unwrap();
    let written = [(); 2].map(|()| {
        let outcome = run(&["layout", text(&edges), "-o", text(&out), "--seed", "7"]);
        assert_eq!(outcome.code, 0, "{}", outcome.complaints);
        std::fs::read_to_string(&out).unwrap()
    });
    assert_eq!(written[0], written[1]);
    let ids: Vec<&str> = written[0].lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(ids, ["b", "a", "c", "d"], "in order of first appearance");
    for line in written[0].lines() {
        let numbers: Vec<f64> = line.split('\t').skip(1).map(|number| number.parse().unwrap()).collect();
        assert!(numbers.len() == 2 && numbers.iter().all(|number| number.is_finite()), "{line}");
    }
    let outcome = run(&["layout", text(&lemont()), "-o", text(&out)]);
    assert_eq!(outcome.code, 0, "a case is arranged too: {}", outcome.complaints);
}
