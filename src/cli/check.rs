//! `rodedraad check`: every finding of one or more cases.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{FINDINGS, FINE, Outcome, load};
use crate::file;
use crate::locale::Words;
use crate::locale::findings::{advice, message};
use crate::model::finding::{Finding, Severity};

/// Which cases are checked, and how it is told.
#[derive(Clone, Debug, Args)]
pub struct Check {
    /// The cases.
    #[arg(required = true)]
    cases: Vec<PathBuf>,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Checks all of them, whatever becomes of the first; the worst decides the exit code.
    pub fn run(&self, words: &Words) -> Outcome {
        let mut whole = Outcome::default();
        for path in &self.cases {
            let one = self.one(path, words);
            whole.said.push_str(&one.said);
            whole.complaints.push_str(&one.complaints);
            whole.code = whole.code.max(one.code);
        }
        whole
    }

    fn one(&self, path: &Path, words: &Words) -> Outcome {
        let bytes = match load(path, words) {
            Ok((bytes, _)) => bytes,
            Err(outcome) => return outcome,
        };
        let findings = match file::read(&bytes) {
            Ok(opened) => opened.findings,
            Err(refused) if refused.is_limit() => {
                return Outcome::failed(format!("{}: {}", path.display(), message(&refused.finding, words)));
            }
            Err(refused) => vec![*refused.finding],
        };
        let mut said = String::new();
        for finding in &findings {
            let line = if self.json { json(path, finding, words) } else { line(path, finding, words) };
            said.push_str(&line);
            said.push('\n');
        }
        let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        Outcome { said, complaints: String::new(), code: if errors { FINDINGS } else { FINE } }
    }
}

/// `FILE:LINE:COLUMN SEVERITY CODE MESSAGE`.
pub(super) fn line(path: &Path, finding: &Finding, words: &Words) -> String {
    let place = finding.place;
    let mut line = format!(
        "{}:{}:{} {} {} {}",
        path.display(),
        place.line,
        place.column,
        finding.severity.word(),
        finding.code,
        message(finding, words),
    );
    if !finding.path.is_empty() {
        let _ = write!(line, " ({})", finding.path);
    }
    let _ = write!(line, ". {}", advice(finding, words));
    line
}

fn json(path: &Path, finding: &Finding, words: &Words) -> String {
    serde_json::json!({
        "file": path.to_string_lossy(),
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity.word(),
        "code": finding.code,
        "path": finding.path,
        "message": message(finding, words),
        "advice": advice(finding, words),
    })
    .to_string()
}
