//! Rows of a table, with their lines. A quote that is never closed spoils its own row and no other.

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::{Column, Doubt, Reading, short};

/// A row that runs over more lines than this has an unclosed quote.
const MOST_LINES: u64 = 50;

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// Nobody stands where the tie starts.
    NoSource,
    /// Nobody stands where it goes.
    NoTarget,
    /// A quote begins and does not end.
    OpenQuote,
}

impl Trouble {
    /// Message key of the words for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoSource => "trouble-no-source",
            Self::NoTarget => "trouble-no-target",
            Self::OpenQuote => "trouble-open-quote",
        }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Line in the file at which it begins, from 1.
    pub line: u64,
    record: ByteRecord,
}

impl Row {
    /// Its cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        // The text is sound and cells end between letters.
        self.record.iter().map(|cell| std::str::from_utf8(cell).unwrap_or_default())
    }

    /// The cell of a column, without spaces around it; empty where it is not there.
    pub fn cell(&self, at: Option<usize>) -> &str {
        let cell = at.and_then(|at| self.record.get(at)).unwrap_or_default();
        std::str::from_utf8(cell).unwrap_or_default().trim()
    }

    /// Why it cannot be taken, if it cannot.
    pub fn trouble(&self, reading: &Reading) -> Option<Trouble> {
        let is_empty = |column| self.cell(reading.column(column)).is_empty();
        if is_empty(Column::Source) {
            Some(Trouble::NoSource)
        } else if is_empty(Column::Target) {
            Some(Trouble::NoTarget)
        } else {
            None
        }
    }

    /// The row as something that cannot be taken.
    pub fn doubt(&self, trouble: Trouble) -> Doubt {
        Doubt { line: self.line, trouble, text: short(&self.cells().collect::<Vec<_>>().join(" | ")) }
    }
}

/// The rows of a table that are not empty, in the order of the file; what is no row as an error.
pub fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = Result<Row, Doubt>> {
    Rows { text, delimiter, begin: 0, line: 1, reader: reader(text, delimiter) }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

struct Rows<'a> {
    text: &'a str,
    delimiter: u8,
    /// Where the reader began, and at which line.
    begin: usize,
    line: u64,
    reader: Reader<&'a [u8]>,
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Doubt>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut record = ByteRecord::new();
            let at = self.begin + self.reader.position().byte() as usize;
            let line = self.line + self.reader.position().line() - 1;
            match self.reader.read_byte_record(&mut record) {
                Ok(true) => {}
                // Reading from memory does not fail.
                Ok(false) | Err(_) => return None,
            }
            // The reader skips empty lines before a row.
            let start = record.position().map_or(at, |place| self.begin + place.byte() as usize);
            let line = record.position().map_or(line, |place| self.line + place.line() - 1);
            let (start, line) = skip_empty(self.text, start, line);
            let lines = self.line + self.reader.position().line() - 1 - line;
            let is_open = lines > MOST_LINES || (self.is_over() && lines > 0 && ends_open(&self.text[start..]));
            if is_open {
                let rest = &self.text[start..];
                let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
                self.begin = start + end;
                self.line = line + 1;
                self.reader = reader(&self.text[self.begin..], self.delimiter);
                return Some(Err(Doubt { line, trouble: Trouble::OpenQuote, text: short(rest[..end].trim_end()) }));
            }
            if record.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace)) {
                continue;
            }
            return Some(Ok(Row { line, record }));
        }
    }
}

impl Rows<'_> {
    /// Whether the reader has come to the end of the text.
    fn is_over(&self) -> bool {
        self.begin + self.reader.position().byte() as usize >= self.text.len()
    }
}

/// The first line from here on that is not empty.
fn skip_empty(text: &str, mut at: usize, mut line: u64) -> (usize, u64) {
    while let Some(byte @ (b'\n' | b'\r')) = text.as_bytes().get(at) {
        line += u64::from(*byte == b'\n');
        at += 1;
    }
    (at, line)
}

/// Whether a quote is open at the end of a text that begins with a row: an odd number of them.
fn ends_open(text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}
