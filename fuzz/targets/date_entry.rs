//! Any text as a typed date: nothing panics, and what is understood reads back as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rodedraad::locale::entry;
use rodedraad::locale::{Language, Words};
use rodedraad::model::time::{Calendar, When};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let calendar = Calendar::named("Europe/Amsterdam").unwrap_or_else(|| unreachable!("the zones are built in"));
    match entry::read(text, &calendar, None) {
        Ok(entered) => {
            let when = entered.when;
            let again = When::parse(when.text(), &calendar, when.about());
            assert_eq!(again.as_ref().map(When::bounds), Ok(when.bounds()), "{text:?}");
            let _ = Words::new(Language::Dutch).date(&when, &calendar.zone);
        }
        Err(error) => drop(Words::new(Language::English).entry_refused(text, &error)),
    }
});
