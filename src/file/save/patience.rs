//! Saving where another program holds the file for a moment: a virus scanner, a sync tool, another save.

use std::path::Path;
use std::time::Duration;

use super::{Replacing, SaveError, Saved, Storage, save_file};

/// So often a save is tried.
pub const TRIES: u32 = 20;
/// So long it waits from one try to the next.
pub const PAUSE: Duration = Duration::from_millis(250);

/// Saves as [`save_file`] does. Where another program holds the file, all is done again from the start, after `pause`,
/// which is told how often it was tried; [`TRIES`] times at most. No other failure is tried again.
pub fn save_patiently(
    storage: &impl Storage,
    path: &Path,
    bytes: &[u8],
    replacing: Replacing,
    versions: usize,
    pause: &dyn Fn(u32),
) -> Result<Saved, SaveError> {
    for tried in 1..TRIES {
        match save_file(storage, path, bytes, replacing, versions) {
            Err(SaveError::Busy | SaveError::Locked) => pause(tried),
            outcome => return outcome,
        }
    }
    save_file(storage, path, bytes, replacing, versions)
}
