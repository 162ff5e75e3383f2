//! Why a text is not a date.

use std::fmt;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Byte offset in the text.
    pub offset: usize,
    /// What is wrong.
    pub reason: DateReason,
    /// A text that may have been meant, where one is near at hand.
    pub suggestion: Option<Box<str>>,
}

impl DateError {
    pub(super) fn new(offset: usize, reason: DateReason) -> Self {
        Self { offset, reason, suggestion: None }
    }

    pub(super) fn suggest(offset: usize, reason: DateReason, suggestion: &str) -> Self {
        Self { offset, reason, suggestion: Some(suggestion.into()) }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.reason.key(), self.offset)
    }
}

impl std::error::Error for DateError {}

/// Declares the reasons with their message keys, so that the list of all reasons cannot fall behind.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What is wrong with a date. The language layer has a message for the [key](Self::key) of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum DateReason {
            $($(#[$doc])* $name,)*
        }

        impl DateReason {
            /// Every reason, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Key of the message, without the group it stands in.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

reasons! {
    /// Nothing is written.
    Empty = "empty",
    /// Blanks before or after the date; the suggestion is the text without them.
    BlankAround = "blank-around",
    /// A blank inside the date.
    BlankInside = "blank-inside",
    /// A character that no date has.
    Character = "character",
    /// Something other than what should follow here.
    Unexpected = "unexpected",
    /// The year does not have four digits.
    Year = "year",
    /// A year below zero has no `X`, and there is no year -0000.
    NegativeYear = "negative-year",
    /// `Y` is for years of more than four digits, without month or day and without leading zeros.
    LongYear = "long-year",
    /// A number too large to count with.
    TooLarge = "too-large",
    /// `S` with a number of significant digits that the year does not have.
    SignificantDigits = "significant-digits",
    /// The month does not have two digits.
    Month = "month",
    /// Months run from 01 to 12, seasons and other parts of a year from 21 to 41.
    NoSuchMonth = "no-such-month",
    /// The day does not have two digits.
    Day = "day",
    /// The month does not have that day.
    NoSuchDay = "no-such-day",
    /// A season has no days.
    SeasonWithDay = "season-with-day",
    /// More than one slash.
    SecondSlash = "second-slash",
    /// Neither end of the extent has a date.
    NoDatedEnd = "no-dated-end",
    /// `..` before a date belongs at the start of an extent, after it at the end.
    MisplacedDots = "misplaced-dots",
    /// A set stands alone, not in an extent.
    SetInExtent = "set-in-extent",
    /// The bracket that closes the set is missing.
    UnclosedSet = "unclosed-set",
    /// The set has no member, or an empty one.
    EmptyMember = "empty-member",
    /// A set in a set.
    NestedSet = "nested-set",
    /// Both ends of a range in a set are plain dates of one precision.
    SetRange = "set-range",
    /// A range in a set ends before it starts.
    SetRangeOrder = "set-range-order",
    /// The date before a time of day is a plain `YYYY-MM-DD`.
    InstantDate = "instant-date",
    /// The time of day is not `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff`.
    Time = "time",
    /// No clock shows this time: hours run to 23, minutes to 59, seconds to 60.
    NoSuchTime = "no-such-time",
    /// More than three decimals in the seconds.
    Fraction = "fraction",
    /// The offset is not `Z`, `+hh`, `+hh:mm` or negative, up to 14 hours.
    Offset = "offset",
    /// The zone did not have that offset then; the suggestion leaves the offset out.
    OffsetMismatch = "offset-mismatch",
    /// The bracket that closes the zone is missing.
    UnclosedZone = "unclosed-zone",
    /// No zone has that name.
    UnknownZone = "unknown-zone",
    /// The clock was put forward over this time; the suggestion is the time as far after the jump.
    SkippedTime = "skipped-time",
}
