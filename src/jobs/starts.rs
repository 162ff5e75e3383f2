//! Counts starts that failed: the count goes up when the program starts or does something that may bring it down again,
//! and back to none once it is at rest.

use std::fs;
use std::path::PathBuf;

/// After so many failed starts the next one is careful.
const CAREFUL_AFTER: u32 = 2;

/// The count.
#[derive(Debug)]
pub struct Starts {
    path: PathBuf,
    failed: u32,
    is_settled: bool,
}

impl Starts {
    /// A start begins. `path`: where the count is kept.
    pub fn begin(path: PathBuf) -> Self {
        let failed = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        let mut starts = Self { path, failed, is_settled: true };
        starts.risk();
        starts
    }

    /// Whether so many starts failed that this one is to be careful.
    pub fn is_safe(&self) -> bool {
        self.failed >= CAREFUL_AFTER
    }

    /// Something begins that may bring the program down.
    pub fn risk(&mut self) {
        if std::mem::take(&mut self.is_settled) {
            self.write(self.failed + 1);
        }
    }

    /// The program is at rest.
    pub fn settled(&mut self) {
        if !std::mem::replace(&mut self.is_settled, true) {
            self.write(0);
        }
    }

    /// Without it nobody is careful next time; that is no reason not to start.
    fn write(&self, count: u32) {
        if let Some(folder) = self.path.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::write(&self.path, count.to_string());
    }
}

/// The name of this machine, where the system keeps it in a file.
pub fn machine() -> String {
    let name = ["/proc/sys/kernel/hostname", "/etc/hostname"].iter().find_map(|path| fs::read_to_string(path).ok());
    name.map(|name| name.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_36_after_two_starts_that_failed_the_third_is_careful_until_one_is_at_rest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data/starts");
        let begin = || Starts::begin(path.clone());
        assert!(!begin().is_safe() && !begin().is_safe(), "the first two");
        let mut third = begin();
        assert!(third.is_safe());
        third.settled();
        assert!(third.is_safe(), "to its end");
        let mut fourth = begin();
        assert!(!fourth.is_safe());
        fourth.settled();
        // A recovery that brings it down counts like a start that failed.
        fourth.risk();
        drop(fourth);
        let mut fifth = begin();
        assert!(!fifth.is_safe());
        fifth.settled();
    }
}
