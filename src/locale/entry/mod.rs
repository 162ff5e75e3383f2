//! Typed dates: EDTF, instants and plain words, in Dutch and English alike, whatever language the interface has.
//!
//! A text that is EDTF or an instant stays as it is. Anything else is cut into words and numbers, read as one sentence
//! (a date, two dates with a connecting word, a list) and written as EDTF; the user is shown what it was understood
//! as. Nothing is guessed in silence: what can be read in two ways is refused with both readings, and words such as
//! "today" are refused, as nothing here knows a clock.
//!
//! What the words are taken to mean, where the language leaves it open:
//!
//! | typed | EDTF | because |
//! |---|---|---|
//! | `9-3-2021`, `9.3.2021` | `2021-03-09` | day first, the Dutch habit; `3/4/2021` is refused, `13/4/2021` can only be one |
//! | `week 10 2021` | `[2021-03-08..2021-03-14]` | a moment somewhere in seven days, for which EDTF has no other form |
//! | `begin`, `medio`, `eind maart 2021` | `[2021-03-01..2021-03-10]`, 11–20, 21–end | the same, with thirds of a month |
//! | `begin`, `medio`, `eind 2020` | `2020-37`, `2020-38`, `2020-39` | thirds of a year have their own codes |
//! | `begin`, `medio`, `eind jaren 90` | `[1990..1993]`, 1994–1996, 1997–1999 | of a century in the same way |
//! | `jaren 90`, `19e eeuw` | `199X`, `18XX` | 30 to 90 are in the twentieth century; 10 and 20 could be either |
//! | `winter 2021` | `2021-24` | winter starts in December of the year that is written |
//! | `voor`, `before 2021` | `[..2020]` | a moment before it starts |
//! | `na`, `after 2021` | `[2022..]` | a moment after it ends |
//! | `uiterlijk`, `by 2021`; `2021 of later` | `[..2021]`; `[2021..]` | a moment, the year itself included |
//! | `tot`, `t/m`, `until 2021` | `/2021` | something that lasts; *tot* includes the end, as it may be meant so |
//! | `vanaf`, `from 2021` | `2021/` | something that lasts, its end not known |
//! | `sinds`, `since 2021` | `2021/..` | something that goes on |
//! | `X tot Y`, `X - Y`, `from X to Y` | `X/Y` | something that lasts |
//! | `tussen X en Y`, `between X and Y` | `[X..Y]` | a moment between the two, both included |
//! | `X of Y`, `X or Y`; `X en Y`, `X and Y` | `[X,Y]`; `{X,Y}` | one of them; all of them |
//!
//! An end of an extent cannot be a week or a part of a month. Its outermost day is then written and questioned
//! (`medio maart t/m mei 2021` is `2021-03-11?/2021-05`): as a window that is the same, and as a date it claims nothing
//! for certain. Before a part of a month, which has no sharp edges, is before its last day. A clock time is the minute
//! that is said. "About" and "possibly" before a word such as "tussen" or "from" go for both dates; before a range or
//! list that lends its first date the year, for all of it; else for the date that they stand before.

mod clock;
mod error;
mod fill;
mod lexer;
mod moment;
mod numeric;
mod point;
mod sentence;
mod vocabulary;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use error::{EntryError, EntryReason};

use crate::model::time::{About, Calendar, DateError, When};

/// Most characters that are read.
pub const MOST_CHARACTERS: usize = 200;

/// What a typed text was understood as.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    /// As EDTF, an instant, or two of them: what a case file would hold.
    pub edtf: String,
    /// The date. As a window its [`outer`](When::outer) span counts.
    pub when: When,
}

/// Reads a typed date. `calendar` and `about` are those of [`When::parse`].
///
/// Offsets in the error are bytes of `text`, always at the start of a character.
pub fn read(text: &str, calendar: &Calendar, about: Option<About>) -> Result<Entered, EntryError> {
    let trimmed = text.trim();
    let leading = text.len() - text.trim_start().len();
    if trimmed.is_empty() {
        return Err(EntryError { offset: 0, reason: EntryReason::Empty });
    }
    if let Some((offset, _)) = trimmed.char_indices().nth(MOST_CHARACTERS) {
        return Err(EntryError { offset: leading + offset, reason: EntryReason::TooLong });
    }
    let as_edtf = match When::parse(trimmed, calendar, about) {
        Ok(when) => return Ok(Entered { edtf: trimmed.to_owned(), when }),
        Err(error) => error,
    };
    let read = in_words(trimmed, calendar, about);
    read.map_err(|error| EntryError { offset: leading + error.offset, ..better(trimmed, error, as_edtf) })
}

fn in_words(text: &str, calendar: &Calendar, about: Option<About>) -> Result<Entered, EntryError> {
    let lexemes = lexer::lexemes(text, calendar)?;
    let edtf = sentence::Sentence { text, calendar }.edtf(&lexemes)?;
    // What the words are put together from may still be no date: a time that the clock jumped over, for example.
    let when = When::parse(&edtf, calendar, about).map_err(|error| EntryError::from_date(0, error))?;
    if when.is_impossible() {
        return Err(EntryError { offset: 0, reason: EntryReason::Backwards });
    }
    Ok(Entered { edtf, when })
}

/// Where the words say no more than that something is amiss and the text looks like EDTF, what is wrong with it as EDTF
/// is the better news.
fn better(text: &str, error: EntryError, as_edtf: DateError) -> EntryError {
    let marks = |character: char| character.is_ascii_digit() || "XYESTZ-:.,/[]{}~?%+".contains(character);
    let is_vague = matches!(
        error.reason,
        EntryReason::Unexpected { .. }
            | EntryReason::UnknownWord { near: None, .. }
            | EntryReason::Combined
            | EntryReason::NoDate
    );
    let zone = text.find('[').filter(|start| *start > 0).unwrap_or(text.len());
    if is_vague && text[..zone].chars().all(marks) && text.starts_with(|first: char| !first.is_ascii_alphabetic()) {
        EntryError::from_date(as_edtf.offset, as_edtf)
    } else {
        error
    }
}
