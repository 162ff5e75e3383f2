//! From text to parts. `edtf-core` reads single dates and sets; extents are cut here, as their ends may be instants
//! and may stand the wrong way round.

use edtf_core::{Date, DateField, Edtf, ParseError, Qualifier, SetElement, SetKind, Year, YearKind};

use super::civil::days_in_month;
use super::parts::{EndPart, MemberPart, Parts, Point};
use super::set::Conjunction;
use super::{DateError, DateReason, instant};

/// Cuts a text into its parts.
pub(super) fn read(text: &str) -> Result<Parts<'_>, DateError> {
    if let Some(date) = plain(text.as_bytes()) {
        return Ok(Parts::Moment(Point::new(date, None)));
    }
    check_characters(text)?;
    if text.starts_with(['{', '[']) {
        return read_set(text);
    }
    let mut slashes = Slashes { text, at: 0 };
    let Some(slash) = slashes.next() else {
        return point(text, 0, text.len()).map(Parts::Moment);
    };
    if let Some(second) = slashes.next() {
        return Err(DateError::new(second, DateReason::SecondSlash));
    }
    let start = end_part(text, 0, slash, true)?;
    let end = end_part(text, slash + 1, text.len(), false)?;
    let undated = |part: &EndPart<'_>| matches!(part, EndPart::Unknown | EndPart::Open);
    if undated(&start) && undated(&end) {
        return Err(DateError::new(0, DateReason::NoDatedEnd));
    }
    Ok(Parts::Extent { start, end })
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of plain digits, read without the detour: nearly every date is one. Whatever else
/// it may be is left to the full reading.
fn plain(text: &[u8]) -> Option<Date> {
    let digit = |at: usize| text[at].is_ascii_digit().then(|| text[at] - b'0');
    let field = |at: usize| {
        (text[at - 1] == b'-').then_some(())?;
        Some(DateField { digits: [Some(digit(at)?), Some(digit(at + 1)?)], qualifier: Qualifier::default() })
    };
    let (has_month, has_day) = match text.len() {
        4 => (false, false),
        7 => (true, false),
        10 => (true, true),
        _ => return None,
    };
    let digits = [Some(digit(0)?), Some(digit(1)?), Some(digit(2)?), Some(digit(3)?)];
    let year = Year {
        kind: YearKind::Standard { negative: false, digits },
        significant_digits: None,
        qualifier: Qualifier::default(),
    };
    let month = if has_month { Some(field(5)?) } else { None };
    let day = if has_day { Some(field(8)?) } else { None };
    if let Some(month) = month {
        let month = month.value().filter(|month| (1..=12).contains(month))?;
        if let Some(day) = day {
            day.value().filter(|day| (1..=days_in_month(year.value().unwrap_or(0), month)).contains(day))?;
        }
    }
    Some(Date { year, month, day })
}

fn check_characters(text: &str) -> Result<(), DateError> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(DateError::new(0, DateReason::Empty));
    }
    if trimmed.len() < text.len() {
        let leading = text.len() - text.trim_start().len();
        let offset = if leading > 0 { 0 } else { trimmed.len() };
        return Err(DateError::suggest(offset, DateReason::BlankAround, trimmed));
    }
    let odd = text.char_indices().find(|(_, character)| !character.is_ascii_graphic());
    odd.map_or(Ok(()), |(offset, character)| {
        let reason = if character.is_whitespace() { DateReason::BlankInside } else { DateReason::Character };
        Err(DateError::new(offset, reason))
    })
}

/// Byte offsets of the slashes that part an extent, not those in the name of a zone.
struct Slashes<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Slashes<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'/' => return Some(self.at - 1),
                b'[' => self.at += self.text[self.at..].find(']')?,
                _ => {}
            }
        }
        None
    }
}

fn end_part(text: &str, from: usize, to: usize, is_start: bool) -> Result<EndPart<'_>, DateError> {
    let side = &text[from..to];
    if side.is_empty() {
        return Ok(EndPart::Unknown);
    }
    if side == ".." {
        return Ok(EndPart::Open);
    }
    if is_start && side.starts_with("..") {
        return point(text, from + 2, to).map(EndPart::OnOrBefore);
    }
    if !is_start && side.ends_with("..") {
        return point(text, from, to - 2).map(EndPart::OnOrAfter);
    }
    point(text, from, to).map(EndPart::At)
}

/// The date or instant in `text[from..to]`.
fn point(text: &str, from: usize, to: usize) -> Result<Point<'_>, DateError> {
    let side = &text[from..to];
    if let Some(date) = plain(side.as_bytes()) {
        return Ok(Point::new(date, None));
    }
    if side.starts_with("..") || side.ends_with("..") {
        let offset = if side.starts_with("..") { from } else { to - 2 };
        return Err(DateError::new(offset, DateReason::MisplacedDots));
    }
    if let Some(length) = side.find('T') {
        let day = &side[..length];
        let date = plain(day.as_bytes()).filter(|date| date.day.is_some());
        let date = match date {
            Some(date) => date,
            // What is wrong with the day itself is the better news.
            None if !day.is_empty() => edtf_date(day, from).and(Err(DateError::new(from, DateReason::InstantDate)))?,
            None => return Err(DateError::new(from, DateReason::InstantDate)),
        };
        return Ok(Point::new(date, Some(instant::read(text, from, from + length + 1, to)?)));
    }
    edtf_date(side, from).map(|date| Point::new(date, None))
}

fn edtf_date(side: &str, base: usize) -> Result<Date, DateError> {
    if side.starts_with(['{', '[']) {
        return Err(DateError::new(base, DateReason::SetInExtent));
    }
    match Edtf::parse(side) {
        Ok(Edtf::Date(date)) => Ok(date),
        Ok(_) => Err(DateError::new(base, DateReason::Unexpected)),
        Err(error) => Err(explained(error, base)),
    }
}

fn read_set(text: &str) -> Result<Parts<'_>, DateError> {
    let set = match Edtf::parse(text) {
        Ok(Edtf::Set(set)) => set,
        Ok(_) => return Err(DateError::new(0, DateReason::Unexpected)),
        Err(error) => return Err(explained(error, 0)),
    };
    let point = |date| Point::new(date, None);
    let members = set.elements.into_iter().map(|element| match element {
        SetElement::Date(date) => MemberPart::At(point(date)),
        SetElement::OnOrBefore(date) => MemberPart::OnOrBefore(point(date)),
        SetElement::OnOrAfter(date) => MemberPart::OnOrAfter(point(date)),
        SetElement::Range(first, last) => MemberPart::Range(point(first), point(last)),
    });
    let conjunction = match set.kind {
        SetKind::AllMembers => Conjunction::All,
        SetKind::OneMember => Conjunction::One,
    };
    Ok(Parts::Set { conjunction, members: members.collect() })
}

/// `edtf-core` tells what is wrong in English only; its words are turned into reasons.
fn explained(error: ParseError, base: usize) -> DateError {
    DateError::new(base + error.offset, reason(error.message))
}

fn reason(message: &str) -> DateReason {
    match message {
        "empty input" | "empty date" => DateReason::Empty,
        "year must have exactly four digits (or X)" => DateReason::Year,
        "negative years cannot contain unspecified digits" | "-0000 is not a valid year" => DateReason::NegativeYear,
        "significant digits cannot combine with unspecified digits"
        | "significant digits must be 1-4 for a four-digit year"
        | "significant-digit years are year-precision only"
        | "significant digits exceed the year's digit count" => DateReason::SignificantDigits,
        "month must be two digits (or X)" => DateReason::Month,
        "month must be 01-12 or a sub-year code 21-41" | "no calendar month matches the unspecified digits" => {
            DateReason::NoSuchMonth
        }
        "day must be two digits (or X)" => DateReason::Day,
        "day is out of range for the month" => DateReason::NoSuchDay,
        "sub-year groupings cannot carry a day" => DateReason::SeasonWithDay,
        "expected digits after 'Y'"
        | "leading zeros are not allowed in Y-prefixed years"
        | "expected digits after exponent 'E'"
        | "exponential year significand cannot be zero"
        | "Y-prefixed years require |year| > 9999"
        | "Y-prefixed years are year-precision only" => DateReason::LongYear,
        "number out of supported range" | "exponent out of supported range" => DateReason::TooLarge,
        "unterminated set" => DateReason::UnclosedSet,
        "set must contain at least one element" | "empty set element" => DateReason::EmptyMember,
        "sets cannot nest" => DateReason::NestedSet,
        "'..' alone is not a set element"
        | "set element cannot contain multiple '..'"
        | "set range endpoints must share precision"
        | "set range endpoints cannot contain unspecified digits"
        | "set range endpoints cannot be qualified"
        | "set range endpoints cannot be seasons"
        | "set range endpoints cannot carry significant digits" => DateReason::SetRange,
        "set range end precedes range start" => DateReason::SetRangeOrder,
        _ => DateReason::Unexpected,
    }
}
