//! Tests of reading and writing as a whole.

mod corpus;
pub(crate) mod edits;
mod mutations;
pub(crate) mod random;
mod rows;

use super::{Opened, Refused, read};
use crate::model::finding::{Finding, Severity};

/// A case with these fields after format and title.
fn case(fields: &str) -> String {
    format!("Case(\n    format: (1, 0),\n    title: \"T\",\n{fields})\n")
}

/// What opens, or a test failure.
fn open(text: &str) -> Opened {
    read(text.as_bytes()).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"))
}

/// Why it does not open.
fn refuse(bytes: &[u8]) -> Finding {
    match read(bytes) {
        Err(Refused { finding }) => *finding,
        Ok(opened) => panic!("opened with {:?}", opened.findings),
    }
}

/// `severity code line:column path` of each finding, notes left out.
fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().filter(|finding| finding.severity != Severity::Note).map(tell).collect()
}

fn tell(finding: &Finding) -> String {
    let place = finding.place;
    let told = format!("{} {} {}:{} {}", finding.severity.word(), finding.code, place.line, place.column, finding.path);
    told.trim_end().to_owned()
}

fn filler<'f>(finding: &'f Finding, name: &str) -> &'f str {
    finding.args.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

/// A sequence of numbers that is the same on every machine: Knuth's MMIX generator.
#[derive(Clone, Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    pub(super) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(super) fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}
