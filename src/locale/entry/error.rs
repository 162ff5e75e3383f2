//! Why a typed text is not understood, and how that is said.

use crate::locale::{Arg, Words};
use crate::model::time::civil::{CivilDate, CivilTime};
use crate::model::time::{DateError, DateReason};

use super::MOST_CHARACTERS;

/// Why a typed text is not understood as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryError {
    /// Byte of the text from which it is not understood, at the start of a character.
    pub offset: usize,
    /// What is wrong.
    pub reason: EntryReason,
}

/// What is wrong with a typed date. The message of each is `entry-error-` and its [key](Self::key), with what to type
/// instead as the attribute `advice`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryReason {
    /// Nothing is typed.
    Empty,
    /// More than [`MOST_CHARACTERS`].
    TooLong,
    /// A word that depends on the day on which it is read.
    Relative {
        /// As typed.
        word: String,
    },
    /// A word that no date has.
    UnknownWord {
        /// As typed.
        word: String,
        /// A word that is nearly the same.
        near: Option<&'static str>,
    },
    /// Something that cannot stand here.
    Unexpected {
        /// As typed.
        text: String,
    },
    /// Day and month could be either way round.
    AmbiguousDay {
        /// Day first.
        one: CivilDate,
        /// Month first.
        other: CivilDate,
    },
    /// A decade without its century.
    AmbiguousDecade {
        /// First year of the one.
        one: i64,
        /// First year of the other.
        other: i64,
    },
    /// "1900s": ten years or a hundred.
    AmbiguousHundred {
        /// First year of both.
        year: i64,
    },
    /// A year of two digits.
    TwoDigitYear,
    /// The year is missing.
    NoYear,
    /// A number by itself.
    NumberAlone {
        /// The number.
        number: u32,
    },
    /// A day of the week or a time beside something that is no day.
    NoDay,
    /// The day is another day of the week.
    WrongWeekday {
        /// The day.
        date: CivilDate,
    },
    /// The year has fewer weeks.
    NoSuchWeek {
        /// How many it has.
        most: u8,
    },
    /// A year has fewer quarters, thirds or halves.
    NoSuchPart {
        /// How many it has.
        most: u8,
    },
    /// The end is before the start.
    Backwards,
    /// "and" beside "or".
    MixedList,
    /// A range in a list, or more than two dates in a range.
    Combined,
    /// A time of day in a list, or before or after one: sets hold days.
    TimeInList,
    /// A time of day marked as about or possible.
    MarkedTime,
    /// A week or part of a month in a list of which all hold.
    StretchInList,
    /// "about" or "possibly" over more days than can be listed.
    MarkedStretch,
    /// The second date is missing.
    NoSecond,
    /// A word that belongs before a date stands alone.
    NoDate,
    /// What is wrong with it as a date.
    Date {
        /// What is wrong.
        reason: DateReason,
        /// A text that may have been meant.
        suggestion: Option<Box<str>>,
    },
}

impl EntryReason {
    /// Key of the message, without the group it stands in.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Relative { .. } => "relative",
            Self::UnknownWord { .. } => "unknown-word",
            Self::Unexpected { .. } => "unexpected",
            Self::AmbiguousDay { .. } => "ambiguous-day",
            Self::AmbiguousDecade { .. } => "ambiguous-decade",
            Self::AmbiguousHundred { .. } => "ambiguous-hundred",
            Self::TwoDigitYear => "two-digit-year",
            Self::NoYear => "no-year",
            Self::NumberAlone { .. } => "number-alone",
            Self::NoDay => "no-day",
            Self::WrongWeekday { .. } => "wrong-weekday",
            Self::NoSuchWeek { .. } => "no-such-week",
            Self::NoSuchPart { .. } => "no-such-part",
            Self::Backwards => "backwards",
            Self::MixedList => "mixed-list",
            Self::Combined => "combined",
            Self::TimeInList => "time-in-list",
            Self::MarkedTime => "marked-time",
            Self::StretchInList => "stretch-in-list",
            Self::MarkedStretch => "marked-stretch",
            Self::NoSecond => "no-second",
            Self::NoDate => "no-date",
            Self::Date { .. } => "date",
        }
    }

    pub(super) fn date(reason: DateReason) -> Self {
        Self::Date { reason, suggestion: None }
    }
}

impl EntryError {
    pub(super) fn new(offset: usize, reason: EntryReason) -> Self {
        Self { offset, reason }
    }

    pub(super) fn from_date(offset: usize, error: DateError) -> Self {
        Self { offset, reason: EntryReason::Date { reason: error.reason, suggestion: error.suggestion } }
    }

    /// The character of `text`, which was read, from which it is not understood; the first is 1.
    pub fn character(&self, text: &str) -> usize {
        text.char_indices().take_while(|(at, _)| *at < self.offset).count() + 1
    }
}

impl Words {
    /// What is wrong with a typed date, as part of a sentence.
    pub fn entry_error(&self, error: &EntryError) -> String {
        self.of_entry(error, "")
    }

    /// What to type instead.
    pub fn entry_advice(&self, error: &EntryError) -> String {
        self.of_entry(error, ".advice")
    }

    /// What is wrong with the typed `text`, from which character on, and what to type instead: one line.
    pub fn entry_refused(&self, text: &str, error: &EntryError) -> String {
        let place = error.character(text) as i64;
        let (reason, advice) = (self.entry_error(error), self.entry_advice(error));
        self.with("entry-refused", &[("place", place.into()), ("reason", reason.into()), ("advice", advice.into())])
    }

    fn of_entry(&self, error: &EntryError, attribute: &str) -> String {
        let key = format!("entry-error-{}{attribute}", error.reason.key());
        let day = |date: &CivilDate| Arg::from(self.day_of(CivilTime::from_day(*date, 0)));
        let text = |text: &str| Arg::from(text.to_owned());
        match &error.reason {
            EntryReason::TooLong => self.with(&key, &[("most", (MOST_CHARACTERS as i64).into())]),
            EntryReason::Relative { word } => self.with(&key, &[("word", text(word))]),
            EntryReason::UnknownWord { word, near } => {
                let has_near = if near.is_some() { "yes" } else { "no" };
                let near = text(near.unwrap_or_default());
                self.with(&key, &[("word", text(word)), ("near", near), ("has-near", has_near.into())])
            }
            EntryReason::Unexpected { text: found } => {
                let has_text = if found.is_empty() { "no" } else { "yes" };
                self.with(&key, &[("text", text(found)), ("has-text", has_text.into())])
            }
            EntryReason::AmbiguousDay { one, other } => self.with(&key, &[("one", day(one)), ("other", day(other))]),
            EntryReason::AmbiguousDecade { one, other } => {
                self.with(&key, &[("one", text(&one.to_string())), ("other", text(&other.to_string()))])
            }
            EntryReason::AmbiguousHundred { year } => {
                let (decade, century) = (format!("{:03}X", year / 10), format!("{:02}XX", year / 100));
                self.with(&key, &[("decade", decade.into()), ("century", century.into())])
            }
            EntryReason::NumberAlone { number } => self.with(&key, &[("number", text(&number.to_string()))]),
            EntryReason::WrongWeekday { date } => {
                let weekday = self.get(&format!("weekday-long-{}", date.weekday()));
                self.with(&key, &[("date", day(date)), ("weekday", weekday.into())])
            }
            EntryReason::NoSuchWeek { most } | EntryReason::NoSuchPart { most } => {
                self.with(&key, &[("most", i64::from(*most).into())])
            }
            EntryReason::Date { reason, suggestion } => {
                let reason = self.get(&format!("date-error-{}", reason.key()));
                let has_suggestion = if suggestion.is_some() { "yes" } else { "no" };
                let suggestion = text(suggestion.as_deref().unwrap_or_default());
                self.with(
                    &key,
                    &[("reason", reason.into()), ("suggestion", suggestion), ("has-suggestion", has_suggestion.into())],
                )
            }
            _ => self.get(&key),
        }
    }
}
