//! Edge lists: tables in which each row ties two things. How a table is written is found out and shown; nothing is taken
//! over until somebody says so, and what cannot be taken is listed with its line.

mod case;
mod dialect;
mod header;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

pub use case::{Texts, parts};
pub use dialect::{DELIMITERS, Encoding};
pub use header::Column;
pub use table::{Row, Trouble, rows};

use crate::base::cancel::Cancel;

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What stands between cells: a byte of ASCII.
    pub delimiter: u8,
    /// The first row names the columns.
    pub has_header: bool,
    /// What each column holds.
    pub columns: Vec<Column>,
}

impl Reading {
    /// Whether it is known who is tied to whom.
    pub fn is_complete(&self) -> bool {
        [Column::Source, Column::Target].iter().all(|wanted| self.columns.contains(wanted))
    }

    /// The first column that holds this.
    pub fn column(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|column| *column == wanted)
    }

    /// The same with another meaning of a column; what it meant before, nothing means any more.
    #[must_use]
    pub fn with(&self, at: usize, column: Column) -> Self {
        let mut changed = self.clone();
        if column != Column::Other {
            for known in changed.columns.iter_mut().filter(|known| **known == column) {
                *known = Column::Other;
            }
        }
        if let Some(known) = changed.columns.get_mut(at) {
            *known = column;
        }
        changed
    }
}

/// A row that cannot be taken, or a cell that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Line in the file, from 1.
    pub line: u64,
    /// What is wrong.
    pub trouble: Trouble,
    /// What stands there; the beginning of it, if it is long.
    pub text: String,
}

/// What somebody is shown before anything is taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The first rows, cell by cell.
    pub rows: Vec<Vec<String>>,
    /// Names of the columns, where the first row holds them.
    pub names: Vec<String>,
    /// Rows that can be taken.
    pub sound: usize,
    /// Rows that cannot be taken.
    pub bad: usize,
    /// The first of those.
    pub doubts: Vec<Doubt>,
}

/// Rows that a preview shows.
const SHOWN: usize = 12;
/// Doubts that are told one by one; more are counted.
pub const MOST_DOUBTS: usize = 1_000;

/// A table with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdgeList {
    /// The file.
    pub path: PathBuf,
    /// Its content as text.
    pub text: Arc<str>,
    /// SHA-256 of the bytes of the file, in hexadecimal.
    pub sha256: String,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// Bytes that stand for no letter: shown as �.
    pub unreadable: usize,
    /// How its rows are read.
    pub reading: Reading,
    /// What that gives.
    pub preview: Preview,
}

impl EdgeList {
    /// Whether a path is that of an edge list.
    pub fn is_meant_by(path: &Path) -> bool {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        ["csv", "tsv"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    }

    /// Finds out how a file is written. None if it was cancelled.
    pub fn new(path: &Path, bytes: &[u8], cancel: &Cancel) -> Option<Self> {
        let (text, encoding, unreadable) = dialect::text(bytes);
        let reading = dialect::reading(&text);
        let preview = preview(&text, &reading, cancel)?;
        let sha256 = hexadecimal(&Sha256::digest(bytes));
        Some(Self { path: path.to_owned(), text: Arc::from(text), sha256, encoding, unreadable, reading, preview })
    }

    /// The same table read in another way. None if it was cancelled.
    pub fn read_as(&self, reading: Reading, cancel: &Cancel) -> Option<Self> {
        // Another delimiter makes other columns.
        let reading = if reading.delimiter == self.reading.delimiter && reading.has_header == self.reading.has_header {
            reading
        } else {
            dialect::reading_with(&self.text, reading.delimiter, Some(reading.has_header))
        };
        let preview = preview(&self.text, &reading, cancel)?;
        Some(Self { reading, preview, ..self.clone() })
    }
}

fn preview(text: &str, reading: &Reading, cancel: &Cancel) -> Option<Preview> {
    let mut preview = Preview::default();
    let mut is_first = reading.has_header;
    for row in rows(text, reading.delimiter) {
        if cancel.is_cancelled() {
            return None;
        }
        let row = match row {
            Ok(row) => row,
            Err(doubt) => {
                preview.bad += 1;
                if preview.doubts.len() < MOST_DOUBTS {
                    preview.doubts.push(doubt);
                }
                continue;
            }
        };
        if std::mem::take(&mut is_first) {
            preview.names = row.cells().map(|cell| cell.trim().to_owned()).collect();
            continue;
        }
        if preview.rows.len() < SHOWN {
            preview.rows.push(row.cells().take(reading.columns.len() + 1).map(short).collect());
        }
        match row.trouble(reading) {
            None => preview.sound += 1,
            Some(trouble) => {
                preview.bad += 1;
                if preview.doubts.len() < MOST_DOUBTS {
                    preview.doubts.push(row.doubt(trouble));
                }
            }
        }
    }
    Some(preview)
}

/// Bytes as digits, two each.
fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| DIGITS[usize::from(digit)]).collect()
}

/// The beginning of a text, if it is long.
fn short(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
