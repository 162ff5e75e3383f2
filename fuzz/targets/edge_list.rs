//! Any bytes as a table of edges: nothing panics, and what comes of it opens.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use rodedraad::base::cancel::{Cancel, Progress};
use rodedraad::file::edge_list::{EdgeList, parts};
use rodedraad::file::{read, write};
use rodedraad::locale::edge_list::{date, texts};
use rodedraad::locale::{Language, Words};
use rodedraad::model::Case;

fuzz_target!(|bytes: &[u8]| {
    let cancel = Cancel::default();
    let Some(list) = EdgeList::new(Path::new("edges.csv"), bytes, &cancel) else { return };
    if !list.reading.is_complete() {
        return;
    }
    let words = Words::new(Language::English);
    let Some(parts) = parts(&list, &texts(&words), &date(), &cancel, &Progress::default()) else { return };
    let text = write(&Case::new(parts));
    assert!(read(text.as_bytes()).is_ok(), "{text}");
});
