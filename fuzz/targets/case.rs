//! Any bytes as a case: nothing panics, and what opens is written as something that opens as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rodedraad::file::{read, write};

fuzz_target!(|bytes: &[u8]| {
    let Ok(opened) = read(bytes) else { return };
    if opened.read_only {
        return;
    }
    let text = write(&opened.case);
    let again = read(text.as_bytes()).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"));
    assert_eq!(write(&again.case), text);
});
