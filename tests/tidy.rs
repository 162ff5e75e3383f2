//! What the compiler does not check: layers, module headers, file lengths, reserved words.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("model", &["base"]),
    ("file", &["base", "model"]),
    ("analysis", &["base", "model"]),
    ("locale", &["base", "model", "file"]),
    ("layout", &["base", "model", "analysis"]),
    ("scene", &["base", "model", "analysis", "locale", "layout"]),
    ("export", &["base", "model", "locale", "layout", "scene"]),
    ("jobs", &["base", "model", "file", "analysis", "locale", "layout", "scene", "export"]),
    ("app", &["base", "model", "file", "analysis", "locale", "layout", "scene", "export", "jobs"]),
    ("cli", &["base", "model", "file", "analysis", "locale", "layout", "scene", "export", "jobs", "app"]),
    ("ui", &["base", "model", "file", "analysis", "locale", "layout", "scene", "export", "jobs", "app"]),
];

/// Words that only these places may use, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("egui::", &["src/ui/"], "only the window knows the toolkit"),
    ("eframe::", &["src/ui/"], "only the window knows the toolkit"),
    ("rfd::", &["src/ui/"], "dialogs belong to the window"),
    ("petgraph::", &["src/model/graph.rs"], "no petgraph index leaves the module that owns the graph"),
    ("std::net", &[], "no network code at all"),
    (
        "std::fs",
        &["src/file/", "src/jobs/", "src/cli/", "src/ui/settings_file.rs", "src/ui/trace.rs", "src/ui/report.rs"],
        "reading and writing files has its places",
    ),
    ("SystemTime::now", &["src/ui/", "src/jobs/"], "the model, the layout and the pictures know no clock"),
    (
        "Instant::now",
        &["src/ui/", "src/jobs/", "src/cli/", "src/main.rs"],
        "the model, the layout and the pictures know no clock",
    ),
    ("thread::spawn", &[], "threads have names: use std::thread::Builder"),
    ("cfg(windows)", &["src/base/windows.rs"], "Windows-only code sits in one file"),
];

const MOST_LINES: usize = 600;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Path from the root of the project with forward slashes, and text, of each source file of the program.
fn program() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    assert!(paths.len() > 50, "the sources are found");
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn layers_name_only_those_below_them() {
    let mut faults = Vec::new();
    for (name, text) in program() {
        let Some(layer) = name.strip_prefix("src/").and_then(|rest| rest.split_once('/')).map(|(layer, _)| layer)
        else {
            continue;
        };
        let allowed =
            LAYERS.iter().find(|(known, _)| *known == layer).unwrap_or_else(|| panic!("{layer}: not a layer")).1;
        if name.ends_with("tests.rs") {
            continue;
        }
        // Unit tests may reach up: they check a layer against what is built on it.
        let program = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, code) in code_lines(program) {
            for used in code.split("crate::").skip(1) {
                let word: String =
                    used.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
                if LAYERS.iter().any(|(known, _)| *known == word) && word != layer && !allowed.contains(&word.as_str())
                {
                    faults.push(format!("{name}:{line}: {layer} may not name {word}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reserved_words_stay_in_their_places() {
    let mut faults = Vec::new();
    for (name, text) in program() {
        if name.ends_with("tests.rs") {
            continue;
        }
        let program = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, code) in code_lines(program) {
            for (word, places, why) in RESERVED {
                if code.contains(word) && !places.iter().any(|place| name.starts_with(place)) {
                    faults.push(format!("{name}:{line}: {word} ({why})"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<_> =
        program().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect();
    assert!(silent.is_empty(), "without a module header: {silent:?}");
}

#[test]
fn no_file_is_too_long_to_find_ones_way_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut others = Vec::new();
    for folder in ["tests", "benches", "examples"] {
        sources(&root.join(folder), &mut others);
    }
    let others = others.into_iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()));
    let long: Vec<_> = (program().into_iter().chain(others))
        .map(|(name, text)| (text.lines().count(), name))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines; cut along the nouns: {long:?}");
}

#[test]
fn nothing_is_left_open() {
    let mut faults = Vec::new();
    for (name, text) in program() {
        for (line, code) in text.lines().enumerate() {
            for word in ["TODO", "FIXME", "todo!(", "unimplemented!("] {
                if code.contains(word) {
                    faults.push(format!("{name}:{}: {word}", line + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The list of faults names tests that are there, and every test that is named after a fault is in the list.
#[test]
fn each_fault_has_the_tests_that_the_list_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = fs::read_to_string(root.join("tests/faults.md")).unwrap();
    let named = |text: &str, before: &str| -> Vec<String> {
        let starts = text.match_indices(before).map(|(at, _)| &text[at + before.len()..]);
        let names = starts.map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap());
        let is_fault = |name: &&str| {
            let number = name.strip_prefix("rows_").or(name.strip_prefix("row_"));
            number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
        };
        names.filter(is_fault).map(str::to_owned).collect()
    };
    let mut found = Vec::new();
    sources(&root.join("src"), &mut found);
    sources(&root.join("tests"), &mut found);
    let mut there: Vec<String> =
        found.iter().flat_map(|path| named(&fs::read_to_string(path).unwrap(), "fn ")).collect();
    let mut listed = named(&list, "`");
    for names in [&mut there, &mut listed] {
        names.sort();
        names.dedup();
    }
    assert_eq!(there, listed);
}
