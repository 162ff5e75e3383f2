//! Any bytes as a journal: nothing panics, and what is sound is a prefix. The first byte chooses whether the rest is a
//! whole journal or the edit of one record.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rodedraad::file::journal::edit::WrittenEdit;
use rodedraad::file::journal::record::read;
use rodedraad::file::{self};

const CASE: &[u8] = include_bytes!("../../examples/lemont-argus.ron");

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    if first % 2 == 0 {
        let records = read(rest);
        let sound = &rest[..records.length as usize];
        let again = read(sound);
        assert_eq!((again.sound.len(), again.is_damaged), (records.sound.len(), false));
        return;
    }
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let Ok(edit) = ron::from_str::<WrittenEdit>(text) else { return };
    let Ok(opened) = file::read(CASE) else { return };
    let mut case = opened.case;
    let Some(edit) = edit.read(&case) else { return };
    let before = file::write(&case);
    if let Ok(inverse) = case.apply(edit) {
        assert!(file::read(file::write(&case).as_bytes()).is_ok());
        assert!(case.apply(inverse).is_ok());
        assert_eq!(file::write(&case), before);
    }
});
