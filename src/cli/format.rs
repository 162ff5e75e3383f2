//! `rodedraad format`: the canonical form of a case.

use std::path::PathBuf;

use clap::Args;

use super::check::line;
use super::{FAILED, FINDINGS, FINE, Outcome, load};
use crate::file;
use crate::file::save::{Disk, Replacing, save_file};
use crate::locale::findings::message;
use crate::locale::{Words, storage};
use crate::model::finding::{Finding, Severity};

/// Which case, and what becomes of its canonical form.
#[derive(Clone, Debug, Args)]
pub struct Format {
    /// The case.
    case: PathBuf,
    /// Prints nothing, and exits with 1 where the file differs from its canonical form.
    #[arg(long, conflicts_with = "write")]
    check: bool,
    /// Writes the canonical form back to the file.
    #[arg(long)]
    write: bool,
}

impl Format {
    /// Prints, compares or writes. What cannot be taken as written keeps its own form, and is no reason to fail.
    pub fn run(&self, words: &Words) -> Outcome {
        let shown = self.case.display();
        let (bytes, loaded) = match load(&self.case, words) {
            Ok(loaded) => loaded,
            Err(outcome) => return outcome,
        };
        let opened = match file::read(&bytes) {
            Ok(opened) => opened,
            Err(refused) => {
                let code = if refused.is_limit() { FAILED } else { FINDINGS };
                return Outcome::ended(code, line(&self.case, &refused.finding, words));
            }
        };
        let newer = opened.findings.iter().find(|finding| finding.code == file::codes::NEWER_MAJOR.name);
        if let Some(newer) = newer {
            return Outcome::failed(format!("{shown}: {}", message(newer, words)));
        }
        let mut outcome = Outcome::default();
        let lost =
            |finding: &&Finding| finding.severity == Severity::Error || finding.code == file::codes::COMMENTS.name;
        for finding in opened.findings.iter().filter(lost) {
            outcome.complain(&line(&self.case, finding, words));
        }
        let canonical = file::write(&opened.case);
        let same = canonical.as_bytes() == bytes;
        if self.check && !same {
            outcome.complain(&format!("{shown}: {}", words.get("format-differs")));
            outcome.code = FINDINGS;
        } else if self.write && !same {
            if let Err(error) = save_file(&Disk, &self.case, canonical.as_bytes(), Replacing::Known(loaded), 0) {
                outcome.complain(&format!("{shown}: {}", storage::save_error(&error, words)));
                outcome.code = FAILED;
            }
        } else if !self.check && !self.write {
            outcome.said = canonical;
            outcome.code = FINE;
        }
        outcome
    }
}
