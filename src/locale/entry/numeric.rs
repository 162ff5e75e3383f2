//! Dates in numbers only: `9-3-2021`, `2021/03/09`, `3/2021`, `2021-W10-3`.

use crate::model::time::DateReason;
use crate::model::time::civil::{CivilDate, days_in_month};

use super::error::{EntryError, EntryReason};
use super::lexer::What;

/// What a run of characters without a blank, in which nothing but numbers and one sign stand, means as a date. `start`
/// is its place in the text, for errors.
pub(super) fn numeric(run: &str, start: usize) -> Result<Option<What>, EntryError> {
    let Some(sign) = run.chars().find(|character| matches!(character, '-' | '.' | '/')) else { return Ok(None) };
    let numbers: Vec<&str> = run.split(sign).collect();
    let is_number = |text: &&str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.iter().all(is_number) {
        return Ok(None);
    }
    let value = |text: &str| text.parse::<u8>().unwrap_or(u8::MAX);
    let year = |text: &str| text.parse::<i64>().unwrap_or_default();
    // Where a part starts, counted in parts.
    let place = |part: usize| start + numbers[..part].iter().map(|text| text.len() + 1).sum::<usize>();
    match (&numbers[..], &numbers.iter().map(|text| text.len()).collect::<Vec<_>>()[..]) {
        ([y, m, d], [4, 1 | 2, 1 | 2]) => day(year(y), (value(m), place(1)), (value(d), place(2))).map(Some),
        ([a, b, y], [1 | 2, 1 | 2, 4]) => {
            let (one, other) = (value(a), value(b));
            let (is_month, is_either) = (other > 12 && one <= 12, one <= 12 && other <= 12 && one != other);
            let [first, second] = [(one, place(0)), (other, place(1))];
            if is_either && sign == '/' && one > 0 && other > 0 {
                let [one, other] = [CivilDate::new(year(y), other, one), CivilDate::new(year(y), one, other)];
                return Err(EntryError::new(start, EntryReason::AmbiguousDay { one, other }));
            }
            // Day first, unless only the other way round makes a date.
            if is_month { day(year(y), first, second) } else { day(year(y), second, first) }.map(Some)
        }
        ([_, _, _], [1 | 2, 1 | 2, 1 | 2]) => Err(EntryError::new(place(2), EntryReason::TwoDigitYear)),
        ([y, m], [4, 1 | 2]) => match value(m) {
            code @ 21..=41 if m.len() == 2 && sign == '-' => Ok(Some(What::Edtf(format!("{y}-{code}")))),
            month => month_of(year(y), month, place(1)).map(Some),
        },
        ([m, y], [1 | 2, 4]) => month_of(year(y), value(m), start).map(Some),
        _ => Ok(None),
    }
}

fn month_of(year: i64, month: u8, place: usize) -> Result<What, EntryError> {
    if (1..=12).contains(&month) {
        Ok(What::Month { year, month })
    } else {
        Err(EntryError::new(place, EntryReason::date(DateReason::NoSuchMonth)))
    }
}

fn day(year: i64, (month, month_at): (u8, usize), (day, day_at): (u8, usize)) -> Result<What, EntryError> {
    month_of(year, month, month_at)?;
    if (1..=days_in_month(year, month)).contains(&day) {
        Ok(What::Day { year, month, day })
    } else {
        Err(EntryError::new(day_at, EntryReason::date(DateReason::NoSuchDay)))
    }
}

/// An ISO week, folded: `2021-w10`, `2021w10`, `2021-w10-3`.
pub(super) fn iso_week(run: &str) -> Option<What> {
    let (year, rest) = run.split_at_checked(4)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix('w')?;
    let (week, day) = rest.split_once('-').map_or((rest, None), |(week, day)| (week, Some(day)));
    let number = |text: &str, digits: usize| {
        (text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let day = match day {
        Some(day) => Some(number(day, 1).filter(|day| (1..=7).contains(day))?),
        None => None,
    };
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
    Some(What::Week { year: is_year.then(|| year.parse().ok())??, week: number(week, 2)?, day })
}
