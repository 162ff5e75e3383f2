//! `rodedraad format`: the canonical form of a case.

use std::path::PathBuf;

use clap::Args;

use super::{FAILED, FINDINGS, FINE, complain, load, print};
use crate::file;
use crate::file::save::{Disk, save_file};
use crate::locale::{Words, storage};
use crate::locale::findings::message;
use crate::model::finding::Severity;

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
    pub fn run(&self, words: &Words) -> u8 {
        let shown = self.case.display();
        let Some((bytes, loaded)) = load(&self.case, words) else { return FAILED };
        let opened = match file::read(&bytes) {
            Ok(opened) => opened,
            Err(refused) => {
                complain(&super::check::line(&self.case, &refused.finding, words));
                return if refused.is_limit() { FAILED } else { FINDINGS };
            }
        };
        let newer = opened.findings.iter().find(|finding| finding.code == file::codes::NEWER_MAJOR.name);
        if let Some(newer) = newer {
            complain(&format!("{shown}: {}", message(newer, words)));
            return FAILED;
        }
        for finding in opened
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error || finding.code == file::codes::COMMENTS.name)
        {
            complain(&super::check::line(&self.case, finding, words));
        }
        let canonical = file::write(&opened.case);
        let same = canonical.as_bytes() == bytes;
        if self.check {
            if same {
                return FINE;
            }
            complain(&format!("{shown}: {}", words.get("format-differs")));
            return FINDINGS;
        }
        if !self.write {
            print(&canonical);
            return FINE;
        }
        if same {
            return FINE;
        }
        match save_file(&Disk, &self.case, canonical.as_bytes(), Some(loaded)) {
            Ok(_) => FINE,
            Err(error) => {
                complain(&format!("{shown}: {}", storage::save_error(&error, words)));
                FAILED
            }
        }
    }
}
