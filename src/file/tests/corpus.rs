//! The fault corpus: `good` files open without an error or warning, `bad` ones with the findings that stand in the
//! file beside them.

use std::path::{Path, PathBuf};

use super::super::read;
use super::told;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corpus").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn good_files_open_and_are_canonical() {
    for path in files("good") {
        let text = std::fs::read_to_string(&path).unwrap();
        let opened = super::open(&text);
        assert_eq!(told(&opened.findings), [""; 0], "{}", path.display());
        assert_eq!(super::super::write(&opened.case), text, "{}", path.display());
    }
}

/// `UPDATE_EXPECT=1` writes what is found, to be looked at before it is kept.
#[test]
fn bad_files_give_what_is_expected() {
    for path in files("bad") {
        let found = match read(&std::fs::read(&path).unwrap()) {
            Ok(opened) => told(&opened.findings),
            Err(refused) => told(&[*refused.finding]),
        };
        let expectation = path.with_extension("expect");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&expectation, found.join("\n") + "\n").unwrap();
        }
        let expected = std::fs::read_to_string(&expectation).unwrap_or_default();
        assert_eq!(found, expected.lines().collect::<Vec<_>>(), "{}", path.display());
        assert!(!found.is_empty(), "{}", path.display());
    }
}
