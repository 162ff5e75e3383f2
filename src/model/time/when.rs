//! A date as written, with what it may mean.

use std::sync::Arc;

use super::{Span, Stamp};

/// Whether something lies in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// By every reading of its date.
    Certain,
    /// By some reading of its date.
    Possible,
    /// By no reading.
    Out,
    /// It has no date.
    Undated,
}

/// How far `~` and `%` reach for one date, instead of the case's tolerance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// So many days either side.
    Days(u32),
    /// So many calendar months either side.
    Months(u32),
    /// So many calendar years either side.
    Years(u32),
}

/// How far `~` and `%` reach, by the precision of the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tolerances {
    /// Days around a day.
    pub day: u16,
    /// Months around a month.
    pub month: u16,
    /// Seasons around a season.
    pub season: u16,
    /// Years around a year.
    pub year: u16,
    /// Years around a decade.
    pub decade: u16,
    /// Years around a century.
    pub century: u16,
}

impl Default for Tolerances {
    fn default() -> Self {
        Self { day: 7, month: 1, season: 1, year: 1, decade: 5, century: 25 }
    }
}

/// What turns written dates into bounds: the case's time zone and tolerances.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Zone whose calendar days are meant by dates without a time.
    pub zone: jiff::tz::TimeZone,
    /// How far "about" reaches.
    pub tolerances: Tolerances,
}

/// The four bounds of a date. For a moment, start and end are the same unknown point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The start is not before this.
    pub earliest_start: Stamp,
    /// The start is not after this.
    pub latest_start: Stamp,
    /// The end is not before this.
    pub earliest_end: Stamp,
    /// The end is not after this.
    pub latest_end: Stamp,
}

/// What is known of one end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// As exact as its precision.
    Firm,
    /// Approximate (`~`): may lie outside what is written.
    Soft,
    /// Questioned (`?`), as written or not at all; `%` is questioned too.
    Questioned,
    /// Not known.
    Unknown,
    /// Goes on for ever.
    Open,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Byte offset in the text.
    pub offset: usize,
    /// What is wrong, as a key of the `dates` messages.
    pub reason: &'static str,
}

/// A date as written.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    text: Arc<str>,
    about: Option<About>,
    bounds: Bounds,
}

impl When {
    /// Reads an EDTF expression, an instant, or two of them with a slash.
    pub fn parse(_text: &str, _calendar: &Calendar, _about: Option<About>) -> Result<Self, DateError> {
        unimplemented!()
    }

    /// As written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How far `~` reaches for this date alone, where the file says so.
    pub fn about(&self) -> Option<About> {
        self.about
    }

    /// The four bounds over all members.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether it touches the window, first and last millisecond included. Never [`Answer::Undated`].
    pub fn answer(&self, _window: Span) -> Answer {
        unimplemented!()
    }
}
