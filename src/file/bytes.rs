//! Bytes to text: what is not UTF-8 is recognised and said plainly, nothing is guessed or replaced.

use super::Refused;
use super::codes;
use super::located::lines::Lines;

/// Files above this many bytes are refused before they are read.
pub const MOST_BYTES: u64 = 2_000_000_000;

/// The text in `bytes`, without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Refused> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if is_utf16(bytes) {
        return Err(Refused::whole(codes::UTF_16, Vec::new()));
    }
    std::str::from_utf8(bytes).map_err(|error| invalid(bytes, error.valid_up_to()))
}

/// The refusal of a file of `size` bytes.
pub(super) fn too_large(size: u64) -> Refused {
    let gigabytes = |bytes: u64| format!("{:.1}", bytes as f64 / 1e9);
    Refused::whole(codes::TOO_LARGE, vec![("size", gigabytes(size)), ("most", gigabytes(MOST_BYTES))])
}

/// A mark, or Latin letters with a zero byte beside nearly every one of them: no RON text has zero bytes.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let start = &bytes[..bytes.len().min(256)];
    let pairs = start.chunks_exact(2).len();
    let wide = start.chunks_exact(2).filter(|pair| (pair[0] == 0) != (pair[1] == 0)).count();
    pairs >= 4 && wide * 10 >= pairs * 9
}

fn invalid(bytes: &[u8], offset: usize) -> Refused {
    let sound = std::str::from_utf8(&bytes[..offset]).unwrap_or_default();
    let place = Lines::new(sound).place(sound, offset);
    let code = if is_windows_1252(bytes) { codes::WINDOWS_1252 } else { codes::INVALID_UTF8 };
    Refused::at(code, place, vec![("offset", offset.to_string()), ("byte", format!("{:02X}", bytes[offset]))])
}

/// Whether every byte above ASCII reads as a letter or sign of that encoding, none is part of a UTF-8 sequence, and
/// no large letter follows a small one, as the first byte of a damaged sequence would.
fn is_windows_1252(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
        && !bytes.iter().any(|byte| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D))
        && !bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && matches!(pair[1], 0xC0..=0xDE))
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::model::finding::Place;

    fn code(bytes: &[u8]) -> &'static str {
        text(bytes).map_or_else(|refused| refused.finding.code, |_| "sound")
    }

    #[test]
    fn row_03_a_byte_order_mark_is_stripped() {
        assert_eq!(text(b"\xEF\xBB\xBFCase()"), Ok("Case()"));
    }

    #[test]
    fn row_04_other_encodings_are_named() {
        let wide =
            |bytes: fn(u16) -> [u8; 2]| "Case(title: \"Zoë\")".encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        assert_eq!(code(&wide(u16::to_le_bytes)), "utf-16");
        assert_eq!(code(&wide(u16::to_be_bytes)), "utf-16");
        assert_eq!(code(b"\xFF\xFEC\0"), "utf-16");
        assert_eq!(code(b"Case(title: \"Zo\xEB \x93quoted\x94\")"), "windows-1252");
    }

    #[test]
    fn row_05_a_damaged_byte_is_named_with_offset_and_line() {
        let refused = text(b"Case(\n  title: \"Zo\xC3\xAB\xFF\")").unwrap_err();
        assert_eq!(refused.finding.code, "invalid-utf8");
        assert_eq!(refused.finding.place, Place { line: 2, column: 14 });
        assert_eq!(refused.finding.args[0], ("offset", "20".to_owned()));
    }
}
