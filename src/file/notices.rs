//! The findings of one reading: collected with offsets, placed and sorted at the end.

use super::codes::{self, Code};
use super::located::lines::Lines;
use super::located::path::Path;
use crate::model::Id;
use crate::model::finding::{Finding, Place, Severity};

/// How the version of a file stands to ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Newer {
    /// Not newer.
    #[default]
    No,
    /// Newer in a way that keeps what we know: unknown parts are to be expected.
    Minor,
    /// Newer in a way that may change the meaning of everything.
    Major,
}

/// Fillers of a message, by name.
pub type Args = Vec<(&'static str, String)>;

/// The filler that names the line of an earlier place; noted as its offset.
pub const FIRST: &str = "first";

/// Stands between the steps of a filler that is a chain of events.
pub const CHAIN_STEPS: &str = "\u{1E}";
/// Stands between the parts of such a step: relation, days, and title and date of either event.
pub const CHAIN_PARTS: &str = "\u{1F}";

/// Collected findings.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    newer: Newer,
    unknown: usize,
    list: Vec<(usize, Finding)>,
}

impl Notices {
    /// For a file whose version stands so to ours.
    pub fn new(newer: Newer) -> Self {
        Self { newer, ..Self::default() }
    }

    /// Notes one finding. What a newer version may bring is counted instead, and reported once.
    pub fn add(&mut self, code: Code, offset: usize, path: &Path<'_>, item: Option<&Id>, args: Args) {
        let newer_word = self.newer != Newer::No && (code == codes::UNKNOWN_WORD || code == codes::WRONG_NAME);
        if self.newer != Newer::No && code == codes::UNKNOWN_FIELD {
            self.unknown += 1;
            return;
        }
        let severity = match code.severity {
            Severity::Error if self.newer == Newer::Major || newer_word => Severity::Warning,
            severity => severity,
        };
        let finding = Finding {
            severity,
            code: code.name,
            place: Place::START,
            path: path.to_string(),
            item: item.cloned(),
            args,
        };
        self.list.push((offset, finding));
    }

    /// How many fields of a newer version were met.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// How many findings there are so far.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes the item off the findings from `start` on: it did not get into the case.
    pub fn forget_item(&mut self, start: usize) {
        for (_, finding) in self.list.iter_mut().skip(start) {
            finding.item = None;
        }
    }

    /// The findings in the order of the file, with their places in `text`.
    pub fn placed(mut self, text: &str, lines: &Lines) -> Vec<Finding> {
        self.list.sort_by_key(|(offset, finding)| (*offset, finding.severity));
        let mut placed = Vec::with_capacity(self.list.len());
        for (offset, mut finding) in self.list {
            finding.place = lines.place(text, offset);
            for (_, value) in finding.args.iter_mut().filter(|(name, _)| *name == FIRST) {
                let first = value.parse().unwrap_or_default();
                *value = lines.place(text, first).line.to_string();
            }
            placed.push(finding);
        }
        placed
    }
}
