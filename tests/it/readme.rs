//! What the README says of keys, gestures and files is what the program says.
//!
//! `UPDATE_README=1 cargo test --test it readme` writes the two tables anew.

use std::fmt::Write as _;
use std::path::Path;

use rodedraad::app::command_table::UiCommand;
use rodedraad::locale::{Language, Words};
use rodedraad::ui::modals::GESTURES;

/// The commands that have a shortcut, in the order of the menus.
fn commands() -> String {
    let words = Words::new(Language::English);
    let mut table = String::from("| Menu | Command | Keys | What it does |\n|---|---|---|---|\n");
    for command in UiCommand::ALL.iter().filter(|command| !command.chords().is_empty()) {
        let chords: Vec<_> = command.chords().iter().map(|chord| format!("`{chord}`")).collect();
        let (menu, name) = (words.get(command.menu().key()), words.get(command.key()));
        let help = words.get(&format!("{}.help", command.key()));
        writeln!(table, "| {menu} | {name} | {} | {help} |", chords.join(", ")).expect("a text takes all");
    }
    table
}

fn gestures() -> String {
    let words = Words::new(Language::English);
    let mut table = String::from("| Gesture | What it does |\n|---|---|\n");
    for key in GESTURES {
        let (name, does) = (words.get(key), words.get(&format!("{key}.does")));
        writeln!(table, "| {name} | {does} |").expect("a text takes all");
    }
    table
}

/// What stands between `<!-- name -->` and `<!-- /name -->`.
fn between<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("<!-- {name} -->\n")).expect("the mark before");
    rest.split_once(&format!("<!-- /{name} -->")).expect("the mark after").0
}

#[test]
fn keys_and_gestures_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut readme = std::fs::read_to_string(&path).expect("there is a README");
    for (name, table) in [("commands", commands()), ("gestures", gestures())] {
        if std::env::var_os("UPDATE_README").is_some() {
            let whole = |inner: &str| format!("<!-- {name} -->\n{inner}<!-- /{name} -->");
            readme = readme.replace(&whole(between(&readme, name)), &whole(&table));
            std::fs::write(&path, &readme).expect("the README can be written");
        }
        assert_eq!(between(&readme, name), table, "UPDATE_README=1 writes it anew");
    }
}

#[test]
fn links_lead_to_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = include_str!("../../README.md");
    let links: Vec<&str> = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(links.len() > 5, "links are found");
    for link in links.into_iter().filter(|link| !link.starts_with("http") && !link.starts_with('#')) {
        assert!(root.join(link.split('#').next().unwrap_or(link)).exists(), "{link}");
    }
}
