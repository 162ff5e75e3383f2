//! Findings in words.

use super::{Arg, Words};
use crate::file::codes;
use crate::model::finding::Finding;

/// What is wrong, in one sentence.
pub fn message(finding: &Finding, words: &Words) -> String {
    words.with(&format!("finding-{}", finding.code), &fillers(finding, words))
}

/// What to do about it.
pub fn advice(finding: &Finding, words: &Words) -> String {
    words.with(&format!("finding-{}.advice", finding.code), &fillers(finding, words))
}

/// The fillers of the message: keys are put into words, and whether there is something near is said for the choice
/// between two sentences.
fn fillers<'a>(finding: &'a Finding, words: &Words) -> Vec<(&'static str, Arg<'a>)> {
    let mut fillers: Vec<(&'static str, Arg<'a>)> = Vec::with_capacity(finding.args.len() + 1);
    for (name, value) in &finding.args {
        let spoken = match (*name, finding.code) {
            ("reason", _) => words.get(&format!("date-error-{value}")),
            ("expected" | "found", code) if code == codes::WRONG_TYPE.name => words.get(&format!("value-{value}")),
            ("wanted" | "found", code) if code == codes::WRONG_ITEM.name => words.get(&format!("thing-a-{value}")),
            ("wanted", _) => words.get(&format!("thing-{value}")),
            ("chain", _) => words.chain(value),
            ("grades", _) if value.is_empty() => "none".to_owned(),
            _ => value.clone(),
        };
        if *name == "near" {
            fillers.push(("has-near", Arg::from(if value.is_empty() { "no" } else { "yes" })));
        }
        let number = if *name == "count" { value.parse::<i64>().ok() } else { None };
        fillers.push((name, number.map_or_else(|| Arg::from(spoken), Arg::from)));
    }
    fillers
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use crate::model::finding::Place;
    use crate::model::time::DateReason;

    #[test]
    fn every_code_and_every_reason_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for code in codes::ALL {
                let finding = Finding {
                    severity: code.severity,
                    code: code.name,
                    place: Place::START,
                    path: String::new(),
                    item: None,
                    args: Vec::new(),
                };
                assert!(!message(&finding, &words).starts_with("finding-"), "{} in {language:?}", code.name);
                assert!(!advice(&finding, &words).starts_with("finding-"), "advice on {} in {language:?}", code.name);
            }
            for reason in DateReason::ALL {
                let key = format!("date-error-{}", reason.key());
                assert_ne!(words.get(&key), key, "{key} in {language:?}");
            }
        }
    }

    #[test]
    fn the_words_of_the_fault_corpus_leave_nothing_unfilled() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/corpus/bad");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let Ok(bytes) = std::fs::read(entry.unwrap().path()) else { continue };
            let findings = match crate::file::read(&bytes) {
                Ok(opened) => opened.findings,
                Err(refused) => vec![*refused.finding],
            };
            for (finding, language) in findings.iter().flat_map(|finding| Language::ALL.map(|it| (finding, it))) {
                let words = Words::new(language);
                for text in [message(finding, &words), advice(finding, &words)] {
                    assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 100);
    }
}
