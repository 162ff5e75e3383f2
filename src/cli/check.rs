//! `rodedraad check`: every finding of one or more cases.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{FAILED, FINDINGS, FINE, complain, load, print};
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
    /// Checks all of them, whatever becomes of the first.
    pub fn run(&self, words: &Words) -> u8 {
        let mut worst = FINE;
        for path in &self.cases {
            worst = worst.max(self.one(path, words));
        }
        worst
    }

    fn one(&self, path: &Path, words: &Words) -> u8 {
        let Some((bytes, _)) = load(path, words) else { return FAILED };
        let findings = match file::read(&bytes) {
            Ok(opened) => opened.findings,
            Err(refused) if refused.is_limit() => {
                complain(&format!("{}: {}", path.display(), message(&refused.finding, words)));
                return FAILED;
            }
            Err(refused) => vec![*refused.finding],
        };
        let mut text = String::new();
        for finding in &findings {
            let line = if self.json { json(path, finding, words) } else { line(path, finding, words) };
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{line}");
        }
        print(&text);
        if findings.iter().any(|finding| finding.severity == Severity::Error) { FINDINGS } else { FINE }
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
