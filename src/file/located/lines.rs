//! Byte offsets to lines and columns, by one index and a binary search.

use crate::model::finding::Place;

/// Where the lines of a text start. A line ends at a line feed, at a carriage return, or at both together.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// Characters before each block of [`BLOCK`] bytes, so that a column far into a long line costs no more than one
    /// near its start.
    characters: Vec<u32>,
}

const BLOCK: usize = 1024;

impl Lines {
    /// Looks for the line ends of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        let mut sum = 0;
        let mut characters = vec![0];
        for block in bytes.chunks(BLOCK) {
            sum += count(block);
            characters.push(sum);
        }
        Self { starts, characters }
    }

    /// The place of a byte offset in the text that was indexed; columns count characters.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let column = self.characters_before(text, offset) - self.characters_before(text, self.starts[line - 1]) + 1;
        Place { line: line as u32, column }
    }

    fn characters_before(&self, text: &str, offset: usize) -> u32 {
        let offset = offset.min(text.len());
        let block = offset / BLOCK;
        self.characters[block] + count(&text.as_bytes()[block * BLOCK..offset])
    }
}

/// Every character has one byte that is not a continuation byte.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count() as u32
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rdé\tf";
        let lines = Lines::new(text);
        let place = |wanted: char| {
            let place = lines.place(text, text.find(wanted).unwrap());
            (place.line, place.column)
        };
        assert_eq!(place('a'), (1, 1));
        assert_eq!(place('b'), (2, 1));
        assert_eq!(place('c'), (3, 1));
        assert_eq!(place('f'), (4, 4));
        assert_eq!(lines.place(text, text.len()).column, 5);
    }

    #[test]
    fn columns_count_characters_in_long_lines() {
        let text = "é".repeat(5000);
        let lines = Lines::new(&text);
        for at in [0, 511, 512, 513, 4999, 5000] {
            assert_eq!(lines.place(&text, at * 2).column as usize, at + 1);
        }
    }
}
