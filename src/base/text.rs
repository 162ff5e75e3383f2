//! Text comparison for people: folding away case and accents, and finding the word that was probably meant.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// `text` as a search sees it: lower case, without accents, compatibility forms unified.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect()
}

/// The candidate nearest to `wanted`, if it is near enough to be a slip of the pen.
///
/// Distance is optimal string alignment (insertions, deletions, substitutions, swaps of neighbours); a third of the
/// length may differ. Ties go to the first candidate.
pub fn near_miss<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(wanted);
    let allowed = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= allowed * 4)
        .map(|candidate| (strsim::osa_distance(&folded, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Bytes as hexadecimal digits, two a byte.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_case_and_accents() {
        assert_eq!(fold("Ünïcode Jánsen"), "unicode jansen");
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_a_stranger_is_not() {
        let known = ["sky-ecc", "argus", "lemont"];
        assert_eq!(near_miss("sky-ec", known), Some("sky-ecc"));
        assert_eq!(near_miss("argsu", known), Some("argus"));
        assert_eq!(near_miss("rotterdam", known), None);
    }
}
