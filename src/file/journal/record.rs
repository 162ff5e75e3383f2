//! The records of a journal as bytes: each with a number, its length and a checksum over itself and all before it.
//!
//! A record is a line of ASCII, `rd NUMBER LENGTH CHECKSUM`, and below it so many bytes of RON and a line feed. The
//! checksum is half of a SHA-256, over the checksum before, the number and the bytes: a record that is torn, changed, put
//! elsewhere or left out ends what is sound.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::edit::WrittenEdit;
use crate::base::text::hex;

/// What is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// The journal begins: which case it belongs to.
    Opened {
        /// Version of the program.
        version: String,
        /// The title of the case.
        title: String,
        /// Its file; none where it is in no file yet.
        path: Option<String>,
        /// What that file held.
        fingerprint: Option<String>,
        /// The name to propose for a file.
        name: String,
    },
    /// The state of the case after so many edits is in a file of the journal's folder.
    Base {
        /// Name of the file.
        file: String,
        /// What it holds.
        fingerprint: String,
        /// Edits that are in it, counted from the beginning of the journal.
        edits: u64,
    },
    /// A change.
    Edit {
        /// When, by the clock of the machine: milliseconds since 1970. Nothing is ordered by it.
        at: i64,
        /// What.
        edit: WrittenEdit,
    },
    /// The state after so many edits was saved.
    Saved {
        /// Where.
        path: String,
        /// What the file holds since.
        fingerprint: String,
        /// Edits before it, counted from the beginning of the journal.
        edits: u64,
    },
}

/// A checksum.
pub type Sum = [u8; 16];

/// Where records end: number and checksum of the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tail {
    /// Number of the next record.
    pub next: u64,
    sum: Sum,
}

impl Tail {
    /// The bytes of a record that is added here.
    pub fn add(&mut self, record: &Record) -> Vec<u8> {
        let body = ron::to_string(record).unwrap_or_default();
        let sum = checksum(self.sum, self.next, body.as_bytes());
        let digits = hex(&sum);
        let bytes = format!("rd {} {} {digits}\n{body}\n", self.next, body.len()).into_bytes();
        *self = Self { next: self.next + 1, sum };
        bytes
    }
}

fn checksum(before: Sum, number: u64, body: &[u8]) -> Sum {
    let digest = Sha256::new().chain_update(before).chain_update(number.to_be_bytes()).chain_update(body).finalize();
    digest.first_chunk().copied().unwrap_or_default()
}

/// What a journal holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The sound records, from the first.
    pub sound: Vec<Record>,
    /// How many bytes they take.
    pub length: u64,
    /// Where they end.
    pub tail: Tail,
    /// Whether anything stands behind them.
    pub is_damaged: bool,
    /// How many records behind them can still be told apart, at least.
    pub lost: usize,
}

/// Reads a journal up to its last sound record.
pub fn read(bytes: &[u8]) -> Records {
    let mut records = Records::default();
    let mut rest = bytes;
    while let Some((record, tail, after)) = next(rest, records.tail) {
        records.sound.push(record);
        records.tail = tail;
        rest = after;
    }
    records.length = (bytes.len() - rest.len()) as u64;
    records.is_damaged = !rest.is_empty();
    records.lost = rest.split(|byte| *byte == b'\n').filter(|line| header(line).is_some()).count();
    records
}

/// The record at the start of `bytes`, if it is sound, and what follows it.
fn next(bytes: &[u8], tail: Tail) -> Option<(Record, Tail, &[u8])> {
    // A header is short; where no line ends soon, there is none.
    let end = bytes.iter().take(80).position(|byte| *byte == b'\n')?;
    let (number, length, digits) = header(&bytes[..end])?;
    let body = bytes.get(end + 1..)?.get(..length)?;
    let after = bytes.get(end + 1 + length..)?.strip_prefix(b"\n")?;
    let sum = checksum(tail.sum, number, body);
    if number != tail.next || hex(&sum) != digits {
        return None;
    }
    let record = ron::from_str(std::str::from_utf8(body).ok()?).ok()?;
    Some((record, Tail { next: number + 1, sum }, after))
}

fn header(line: &[u8]) -> Option<(u64, usize, &str)> {
    let mut words = std::str::from_utf8(line).ok()?.strip_prefix("rd ")?.split(' ');
    let found = (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?);
    (words.next().is_none() && found.2.len() == 32).then_some(found)
}
