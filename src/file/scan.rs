//! One look at every byte before anything is read: comments, which a save would drop, and the number of items.

/// What the look found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// How many comments there are.
    pub comments: usize,
    /// How many blocks stand in the lists of the case.
    pub items: usize,
}

/// Items in one file above which it is refused.
pub const MOST_ITEMS: usize = 10_000_000;

/// Depth of an item's bracket: `Case(` is 1, a list in it 2, an item 3.
const ITEM: usize = 3;

/// No item is shorter than `A(),`.
const SHORTEST_ITEM: usize = 4;

/// Looks at `text`, unless it is plain that there is nothing to find.
pub fn scan(text: &str) -> Scan {
    let may_hold_comments = text.contains("//") || text.contains("/*");
    if !may_hold_comments && text.len() < MOST_ITEMS * SHORTEST_ITEM {
        return Scan::default();
    }
    every_byte(text)
}

/// Looks at every byte. On text that is not RON the numbers mean little, but it ends all the same.
fn every_byte(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let mut scan = Scan::default();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at = if is_raw(bytes, at) { after_raw(text, at) } else { after_quoted(bytes, at) };
                continue;
            }
            b'\'' => {
                at = after_character(bytes, at);
                continue;
            }
            b'/' => {
                if matches!(bytes.get(at + 1), Some(b'/' | b'*')) {
                    scan.comments += 1;
                    at = after_comment(text, at);
                    continue;
                }
            }
            b'(' | b'[' | b'{' => {
                depth += 1;
                scan.items += usize::from(depth == ITEM && *byte == b'(');
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    scan
}

/// Whether the quote at `at` follows an `r` and perhaps hashes.
fn is_raw(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
    before.get(..at - hashes).is_some_and(|before| before.last() == Some(&b'r'))
}

fn after_raw(text: &str, quote: usize) -> usize {
    let bytes = text.as_bytes();
    let hashes = bytes[..quote].iter().rev().take_while(|byte| **byte == b'#').count();
    let close = format!("\"{}", "#".repeat(hashes));
    text[quote + 1..].find(&close).map_or(text.len(), |length| quote + 1 + length + close.len())
}

fn after_quoted(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
}

/// A quote that closes within the length of the longest character; else it is no character.
fn after_character(bytes: &[u8], quote: usize) -> usize {
    let escaped = bytes.get(quote + 1) == Some(&b'\\');
    let from = quote + if escaped { 3 } else { 2 };
    let found = bytes.iter().enumerate().skip(from).take(9).find(|(_, byte)| **byte == b'\'');
    found.map_or(quote + 1, |(end, _)| end + 1)
}

fn after_comment(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes[start + 1] == b'/' {
        return text[start..].find('\n').map_or(text.len(), |length| start + length);
    }
    let mut level = 1;
    let mut at = start + 2;
    while level > 0 {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'/'), Some(b'*')) => {
                level += 1;
                at += 2;
            }
            (Some(b'*'), Some(b'/')) => {
                level -= 1;
                at += 2;
            }
            (Some(_), _) => at += 1,
            (None, _) => return text.len(),
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Scan, every_byte, scan};

    #[test]
    fn comments_are_not_sought_in_texts() {
        assert_eq!(scan("Case(a: \"//\", b: r#\"/* \" */\"#, c: '/', d: \"\\\"//\")").comments, 0);
        assert_eq!(scan("/* a /* b */ c */ Case( // d\n)").comments, 2);
    }

    #[test]
    fn items_are_blocks_in_lists_of_the_case() {
        let text = "Case(a: [A(b: [B()]), A()], view: View(c: {\"d\": (1, 2)}))";
        assert_eq!(every_byte(text), Scan { comments: 0, items: 2 });
    }
}
