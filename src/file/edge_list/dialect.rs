//! How a table is written: encoding, delimiter, header.

use super::header::{Column, by_name, by_place};
use super::{Reading, rows};

/// What may stand between cells, the likeliest first.
pub const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// So many rows tell how a table is written.
const LOOKED_AT: usize = 200;
/// Wider tables are no edge lists; further columns are not told apart.
const MOST_COLUMNS: usize = 64;

/// How bytes stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

impl Encoding {
    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Bytes as text, with the number of places where they stand for no letter.
pub fn text(bytes: &[u8]) -> (String, Encoding, usize) {
    let marked = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or_else(|| {
        if std::str::from_utf8(bytes).is_ok() { encoding_rs::UTF_8 } else { encoding_rs::WINDOWS_1252 }
    });
    // A mark is taken off.
    let (text, used, _) = encoding.decode(bytes);
    let unreadable = text.matches('\u{fffd}').count();
    let name = if used == encoding_rs::UTF_8 {
        Encoding::Utf8
    } else if used == encoding_rs::WINDOWS_1252 {
        Encoding::Windows1252
    } else {
        Encoding::Utf16
    };
    (with_line_feeds(text.into_owned()), name, unreadable)
}

/// Old programs end lines by a carriage return alone: a line is a line.
fn with_line_feeds(text: String) -> String {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !(0..bytes.len()).any(is_alone) {
        return text;
    }
    text.char_indices().map(|(at, letter)| if is_alone(at) { '\n' } else { letter }).collect()
}

/// How a table is most likely written.
pub fn reading(text: &str) -> Reading {
    // The delimiter with which most rows have equally many cells, and more than one.
    let alike = |delimiter: u8| {
        let widths: Vec<usize> =
            rows(text, delimiter).take(LOOKED_AT).filter_map(Result::ok).map(|row| row.cells().count()).collect();
        let usual = usual(&widths);
        if usual < 2 {
            0.0
        } else {
            widths.iter().filter(|width| **width == usual).count() as f64 / widths.len() as f64
        }
    };
    let mut best = (DELIMITERS[0], 0.0);
    for delimiter in DELIMITERS {
        let share = alike(delimiter);
        if share > best.1 {
            best = (delimiter, share);
        }
    }
    reading_with(text, best.0, None)
}

/// The same with this delimiter, and with or without a header.
pub fn reading_with(text: &str, delimiter: u8, has_header: Option<bool>) -> Reading {
    let first: Vec<_> = rows(text, delimiter).take(LOOKED_AT).filter_map(Result::ok).collect();
    let widths: Vec<usize> = first.iter().map(|row| row.cells().count()).collect();
    let width = usual(&widths).clamp(1, MOST_COLUMNS);
    let named = first.first().and_then(|row| by_name(row.cells()));
    let has_header = has_header.unwrap_or(named.is_some());
    let columns = match named {
        Some(mut columns) if has_header => {
            columns.resize(columns.len().clamp(width, MOST_COLUMNS), Column::Other);
            columns
        }
        _ => by_place(width),
    };
    Reading { delimiter, has_header, columns }
}

/// The number that is met most often; the greater of two that are met equally often.
fn usual(widths: &[usize]) -> usize {
    let count = |wanted: usize| widths.iter().filter(|width| **width == wanted).count();
    widths.iter().copied().max_by_key(|width| (count(*width), *width)).unwrap_or(0)
}
