//! An edge list of a million rows: until it is shown, and until it is a case that is open.
//!
//! `cargo bench --bench edge_list`

#[expect(dead_code, reason = "the maker of cases throws the dice in more ways than a table needs")]
#[path = "support/dice.rs"]
mod dice;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use dice::Dice;
use rodedraad::app::document::{Document, Origin};
use rodedraad::base::cancel::{Cancel, Progress};
use rodedraad::file::edge_list::{EdgeList, parts};
use rodedraad::locale::{Language, Words, edge_list};
use rodedraad::model::Case;

fn main() {
    let rows = if std::env::args().any(|word| word == "--bench") { 1_000_000 } else { 100 };
    let text = table(rows);
    println!("{rows} rows, {:.0} MB (limit 10 s until the case is open)", text.len() as f64 / 1e6);
    let begin = Instant::now();
    let list = EdgeList::new(Path::new("contacts.csv"), text.as_bytes(), &Cancel::default()).expect("nobody cancels");
    println!("shown before it is taken over: {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    assert_eq!(list.preview.sound, rows);
    let words = Words::new(Language::Dutch);
    let (texts, date) = (edge_list::texts(&words), edge_list::date());
    let made = parts(&list, &texts, &date, &Cancel::default(), &Progress::default()).expect("nobody cancels");
    println!("rows made into things: {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    let case = Case::new(made);
    println!("a case: {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    let document = Document::new(case, Origin::New("contacts.ron".to_owned()), Vec::new(), false, false);
    println!("open, with all that the window asks of it: {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    assert_eq!(document.case().links().len(), rows);
}

/// Rows with weight, time and relation between people some of whom know very many.
fn table(rows: usize) -> String {
    let mut dice = Dice(7);
    let people = (rows / 14).max(10);
    let mut text = String::from("bron;doel;gewicht;tijd;relatie\n");
    for _ in 0..rows {
        let person = |dice: &mut Dice| dice.below(people).min(dice.below(people));
        let (from, to) = (person(&mut dice), person(&mut dice));
        let (month, day, weight) = (1 + dice.below(12), 1 + dice.below(28), 1 + dice.below(90));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "user {from};user {to};{weight};{}-{month:02}-{day:02};bericht", 2016 + dice.below(6));
    }
    text
}
