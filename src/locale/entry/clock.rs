//! Times of day: `05:00`, `5 uur`, `17u30`, `5:30 pm`, `half 6`, with a zone where one is named.

use crate::model::time::DateReason;

use super::error::{EntryError, EntryReason};
use super::lexer::{Lexeme, What};
use super::vocabulary::{DayPart, Meaning};

/// Reads a time at the start of `lexemes`: as EDTF has it, after its `T`, and how many lexemes it takes. `expected` says
/// that nothing but a time can stand here, so that `5` and `17.30` are times too.
pub(super) fn clock(lexemes: &[Lexeme], expected: bool) -> Result<Option<(String, usize)>, EntryError> {
    let Some(first) = lexemes.first() else { return Ok(None) };
    let start = first.start;
    let Some((mut time, taken)) = shown(lexemes, expected) else { return Ok(None) };
    let mut at = taken;
    if let Some(Meaning::Hour) = means(lexemes, at) {
        at += 1;
    }
    // "in the morning" has words between.
    let noise = lexemes[at..].iter().take_while(|it| it.means() == Some(Meaning::Noise)).count();
    if let Some(Meaning::DayPart(part)) = means(lexemes, at + noise) {
        at += noise + 1;
        time.hour = of_day(time.hour, part).ok_or_else(|| no_such_time(start))?;
    }
    let is_time = time.hour <= 23 && time.minute <= 59 && time.second.as_ref().is_none_or(|(second, _)| *second <= 60);
    if !is_time {
        return Err(no_such_time(start));
    }
    let mut written = format!("{:02}:{:02}", time.hour, time.minute);
    if let Some((second, fraction)) = time.second {
        written = format!("{written}:{second:02}{fraction}");
    }
    let (zone, taken) = zone(&lexemes[at..]);
    Ok(Some((written + &zone, at + taken)))
}

fn no_such_time(start: usize) -> EntryError {
    EntryError::new(start, EntryReason::date(DateReason::NoSuchTime))
}

#[derive(Debug, Default)]
struct Time {
    hour: u32,
    minute: u32,
    /// With its decimals and their point.
    second: Option<(u32, String)>,
}

/// What the clock shows, without what follows, and how many lexemes it takes.
fn shown(lexemes: &[Lexeme], expected: bool) -> Option<(Time, usize)> {
    if let (true, Some(Meaning::Half), Some((hour, _))) = (expected, means(lexemes, 0), number(lexemes, 1)) {
        // Half six is half an hour before six.
        let hour = if hour == 0 { 23 } else { hour - 1 };
        return Some((Time { hour, minute: 30, second: None }, 2));
    }
    let (hour, digits) = number(lexemes, 0)?;
    if digits > 2 {
        return None;
    }
    let glued_number = |at: usize| number(lexemes, at).filter(|_| lexemes[at].glued);
    let sign = |at: usize, sign: char| lexemes.get(at).is_some_and(|it| it.glued && it.is_sign(sign));
    let whole = Time { hour, ..Time::default() };
    if sign(1, ':') || sign(1, '.') {
        let (minute, _) = glued_number(2).filter(|(_, digits)| *digits == 2)?;
        let time = Time { minute, ..whole };
        if sign(1, '.') {
            let is_time = expected || matches!(means(lexemes, 3), Some(Meaning::Hour | Meaning::DayPart(_)));
            return is_time.then_some((time, 3));
        }
        let Some((second, _)) = glued_number(4).filter(|_| sign(3, ':')) else { return Some((time, 3)) };
        let fraction = glued_number(6).filter(|_| sign(5, '.') || sign(5, ','));
        let decimals = fraction.map(|(value, digits)| format!(".{value:0digits$}")).unwrap_or_default();
        return Some((Time { second: Some((second, decimals)), ..time }, if fraction.is_some() { 7 } else { 5 }));
    }
    match means(lexemes, 1) {
        Some(Meaning::Hour) => match number(lexemes, 2) {
            Some((minute, 2)) => Some((Time { minute, ..whole }, 3)),
            _ => Some((whole, 1)),
        },
        Some(Meaning::DayPart(_)) => Some((whole, 1)),
        _ => expected.then_some((whole, 1)),
    }
}

/// The hour of 24 for an hour of 12; `None` where that part of the day does not have it.
fn of_day(hour: u32, part: DayPart) -> Option<u32> {
    match (part, hour) {
        (DayPart::Am | DayPart::Night, 12) => Some(0),
        (DayPart::Am, 1..=11)
        | (DayPart::Night, 0..=6 | 22 | 23)
        | (DayPart::Pm | DayPart::Afternoon, 12)
        // Said twice, but not against each other.
        | (DayPart::Afternoon, 13..=18)
        | (DayPart::Evening, 17..=23) => Some(hour),
        (DayPart::Pm, 1..=11)
        | (DayPart::Afternoon, 1..=6)
        | (DayPart::Evening, 5..=11)
        | (DayPart::Night, 10 | 11) => Some(hour + 12),
        _ => None,
    }
}

/// A zone after a time: as EDTF has it, and how many lexemes it takes.
fn zone(lexemes: &[Lexeme]) -> (String, usize) {
    match lexemes.first().map(|first| &first.what) {
        Some(What::Means(Meaning::Utc)) => ("Z".to_owned(), 1),
        Some(What::Shift(shift)) => (shift.clone(), 1),
        Some(What::Zone(name)) => (format!("[{name}]"), 1),
        _ => (String::new(), 0),
    }
}

fn means(lexemes: &[Lexeme], at: usize) -> Option<Meaning> {
    lexemes.get(at)?.means()
}

/// A number and how many digits are written.
fn number(lexemes: &[Lexeme], at: usize) -> Option<(u32, usize)> {
    match lexemes.get(at)?.what {
        What::Number { value, digits, is_short: false } => Some((value, digits)),
        _ => None,
    }
}
