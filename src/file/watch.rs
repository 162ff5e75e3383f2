//! Progress and cancelling while a large file is read.
//!
//! The serde pass offers no way to hand anything down to the lists that it fills, so what watches stands beside it,
//! for the time of one reading on one thread.

use std::cell::RefCell;

use crate::base::cancel::{Cancel, Progress};

thread_local! {
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

struct Current {
    cancel: Cancel,
    progress: Progress,
    /// Address and length of the text that is being read.
    start: usize,
    length: usize,
}

/// Takes the watch away, whatever way the reading ends.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        CURRENT.set(None);
    }
}

/// How often a list looks up from its work: every so many elements.
pub(super) const EVERY: usize = 64;

/// Does `work` on `text` while `cancel` is heeded and `progress` is told. Reading is the first half of the way,
/// checking the second.
pub(super) fn watched<T>(text: &str, cancel: &Cancel, progress: &Progress, work: impl FnOnce() -> T) -> T {
    let (start, length) = (text.as_ptr() as usize, text.len());
    CURRENT.set(Some(Current { cancel: cancel.clone(), progress: progress.clone(), start, length }));
    let _guard = Guard;
    work()
}

/// Whether the reading is to stop, now that it has come to `piece` of the text.
pub(super) fn stops_at(piece: &str) -> bool {
    told(|current| {
        let at = (piece.as_ptr() as usize).wrapping_sub(current.start);
        // A text with escapes stands elsewhere in memory and says nothing of the place.
        (at < current.length).then_some(at)
    })
}

/// Whether the checks are to stop, now that `done` of `total` items of a list are checked.
pub(super) fn stops_after(done: usize, total: usize) -> bool {
    told(|current| Some(current.length + (current.length as f64 * done as f64 / total.max(1) as f64) as usize))
}

fn told(place: impl FnOnce(&Current) -> Option<usize>) -> bool {
    CURRENT.with_borrow(|current| {
        let Some(current) = current else { return false };
        if let Some(done) = place(current) {
            current.progress.set(done as u64, 2 * current.length as u64);
        }
        current.cancel.is_cancelled()
    })
}
