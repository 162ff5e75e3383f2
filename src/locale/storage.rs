//! Why a file could not be read or saved, in words.

use super::Words;
use crate::file::bytes::MOST_BYTES;
use crate::file::save::{LoadError, SaveError};

/// Why a file could not be read.
pub fn load_error(error: &LoadError, words: &Words) -> String {
    let gigabytes = |bytes: u64| format!("{:.1}", bytes as f64 / 1e9);
    let size = if let LoadError::TooLarge(size) = error { gigabytes(*size) } else { String::new() };
    let fillers = [("size", size.into()), ("most", gigabytes(MOST_BYTES).into()), ("detail", error.to_string().into())];
    words.with(error.key(), &fillers)
}

/// Why a file was not saved.
pub fn save_error(error: &SaveError, words: &Words) -> String {
    let size = if let SaveError::DiskFull(size) = error { format!("{:.1}", *size as f64 / 1e6) } else { String::new() };
    words.with(error.key(), &[("size", size.into()), ("detail", error.to_string().into())])
}
