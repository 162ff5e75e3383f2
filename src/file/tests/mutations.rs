//! Damaged files: whatever happens to the bytes, reading ends, and every error has a place and an advice.

use super::super::codes;
use super::{Dice, read};
use crate::model::finding::{Finding, Severity};

const EXAMPLE: &str = include_str!("../../../examples/lemont-argus.ron");

/// Reads, and checks what must hold for any bytes.
fn survive(bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    let check = |finding: &Finding| {
        assert!((1..=lines as u32).contains(&finding.place.line) && finding.place.column > 0, "{finding:?}");
        // Every code in the list has words in both languages; `locale` proves it.
        assert!(codes::ALL.iter().any(|code| code.name == finding.code), "{finding:?}");
    };
    match read(bytes) {
        Ok(opened) => opened.findings.iter().filter(|finding| finding.severity == Severity::Error).for_each(check),
        Err(refused) => {
            check(&refused.finding);
            // What we refuse as syntax, `ron` refuses too.
            if refused.finding.code.starts_with("syntax-")
                && let Ok(text) = std::str::from_utf8(bytes)
            {
                assert!(ron::from_str::<serde::de::IgnoredAny>(text).is_err(), "{:?}", refused.finding);
            }
        }
    }
}

#[test]
fn every_prefix_of_the_example_that_ends_a_line_is_survived() {
    for (end, _) in EXAMPLE.match_indices('\n') {
        survive(&EXAMPLE.as_bytes()[..=end]);
    }
}

#[test]
fn ten_thousand_mutations_of_the_example_are_survived() {
    std::thread::scope(|scope| {
        for seed in 0..2 {
            scope.spawn(move || {
                let mut dice = Dice(seed);
                for _ in 0..5_000 {
                    survive(&mutate(EXAMPLE.as_bytes(), &mut dice));
                }
            });
        }
    });
}

/// One to four small damages: bytes changed, dropped or doubled, pieces moved, signs of the language put in.
fn mutate(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SIGNS: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        ",",
        ":",
        "\\",
        "//",
        "/*",
        "*/",
        "r#\"",
        "None",
        "Some(",
        "NaN",
        "1e999",
        "-",
        "é",
        "\u{202E}",
        "\0",
        "\r",
        "#![enable(implicit_some)]",
        "b\"x\"",
        "0x",
        "..",
        "Text(",
        "99999999999",
        "r#a",
    ];
    let mut mutant = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(mutant.len());
        let length = 1 + dice.below(12).min(mutant.len() - at - 1);
        match dice.below(6) {
            0 => mutant[at] = dice.below(256) as u8,
            1 => drop(mutant.drain(at..at + length)),
            2 => {
                let piece: Vec<u8> = mutant[at..at + length].to_vec();
                let to = dice.below(mutant.len());
                mutant.splice(to..to, piece);
            }
            3 => mutant.truncate(at.max(1)),
            _ => drop(mutant.splice(at..at, dice.pick(SIGNS).bytes())),
        }
    }
    mutant
}
