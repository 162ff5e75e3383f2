//! The four bounds of a date, and how they follow from its parts.

use super::answer::Reading;
use super::parts::{EndPart, Mark, Point, Precision};
use super::widen::widened;
use super::zone::{first_of_day, last_of_day};
use super::{About, Calendar, DateError, Span, Stamp};

/// The four bounds of a date. For a moment, start and end are the same unknown point.
///
/// Each start comes no later than its latest, each end no earlier than its earliest. Start and end do not overtake each
/// other either, except in an [impossible](Self::is_impossible) date, whose bounds stay as written.
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

impl Bounds {
    /// Of a moment somewhere in the span.
    pub fn moment(span: Span) -> Self {
        Self::of(span, span)
    }

    /// From somewhere in `start` to somewhere in `end`. As an extent does not end before it starts, each end also
    /// limits the other; where that leaves nothing, the bounds stay as they are given.
    pub fn extent(start: Span, end: Span) -> Self {
        let written = Self::of(start, end);
        if written.is_impossible() {
            return written;
        }
        Self {
            latest_start: written.latest_start.min(written.latest_end),
            earliest_end: written.earliest_end.max(written.earliest_start),
            ..written
        }
    }

    fn of(start: Span, end: Span) -> Self {
        Self {
            earliest_start: start.start(),
            latest_start: start.end(),
            earliest_end: end.start(),
            latest_end: end.end(),
        }
    }

    /// Whether by every reading the end is before the start.
    pub fn is_impossible(self) -> bool {
        self.latest_end < self.earliest_start
    }

    /// The same with start and end the other way round where it is impossible.
    pub(super) fn forward(self) -> Self {
        if self.is_impossible() {
            Self {
                earliest_start: self.earliest_end,
                latest_start: self.latest_end,
                earliest_end: self.earliest_start,
                latest_end: self.latest_start,
            }
        } else {
            self
        }
    }

    /// All that may belong to it: from the earliest start to the latest end, whichever way round where impossible.
    pub fn outer(self) -> Span {
        if self.is_impossible() {
            Span::new(self.earliest_start.min(self.earliest_end), self.latest_start.max(self.latest_end))
        } else {
            Span::new(self.earliest_start, self.latest_end)
        }
    }
}

/// What is known of one end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// As exact as its precision.
    Firm,
    /// Approximate (`~`): may lie outside what is written.
    Soft,
    /// Questioned (`?`): as written or not at all.
    Questioned,
    /// Approximate and questioned (`%`).
    SoftQuestioned,
    /// Not known, or known only to lie on or beyond a date (`..2004/`).
    Unknown,
    /// Goes on for ever.
    Open,
}

impl Edge {
    /// Whether it may lie outside what is written: `~` and `%`.
    pub fn is_soft(self) -> bool {
        matches!(self, Self::Soft | Self::SoftQuestioned)
    }

    /// Whether it is as written or not at all: `?` and `%`.
    pub fn is_questioned(self) -> bool {
        matches!(self, Self::Questioned | Self::SoftQuestioned)
    }

    /// The same, but in doubt.
    pub(super) fn questioned(self) -> Self {
        match self {
            Self::Firm | Self::Questioned => Self::Questioned,
            Self::Soft | Self::SoftQuestioned => Self::SoftQuestioned,
            Self::Unknown | Self::Open => self,
        }
    }

    pub(super) fn of(mark: Mark) -> Self {
        match (mark.approximate, mark.questioned) {
            (false, false) => Self::Firm,
            (true, false) => Self::Soft,
            (false, true) => Self::Questioned,
            (true, true) => Self::SoftQuestioned,
        }
    }
}

/// Where one end lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    /// With what `~` adds.
    pub span: Span,
    /// Without.
    pub written: Span,
    pub edge: Edge,
    pub questioned: bool,
    /// `None` without a date.
    pub precision: Option<Precision>,
}

impl End {
    /// Where a single date or instant lies.
    pub fn at(point: &Point<'_>, calendar: &Calendar, about: Option<About>) -> Result<Self, DateError> {
        let mark = point.mark();
        let precision = Some(point.precision());
        let edge = Edge::of(mark);
        if let Some(clock) = point.clock() {
            let span = clock.span(point.date(), &calendar.zone)?;
            return Ok(Self { span, written: span, edge, questioned: mark.questioned, precision });
        }
        let (first, last) = point.days();
        let stretch = |first, last| {
            let start = first_of_day(first, &calendar.zone);
            // A day that its zone left out ends before it starts.
            Span::new(start, last_of_day(last, &calendar.zone).max(start))
        };
        let written = stretch(first, last);
        let span = if mark.approximate {
            let (first, last) = widened(point, &calendar.tolerances, about);
            stretch(first, last)
        } else {
            written
        };
        Ok(Self { span, written, edge, questioned: mark.questioned, precision })
    }

    /// Where the start (`is_start`) or the end of an extent lies.
    pub fn of(
        part: &EndPart<'_>,
        is_start: bool,
        calendar: &Calendar,
        about: Option<About>,
    ) -> Result<Self, DateError> {
        Ok(match part {
            EndPart::Unknown => Self::bare(Span::new(Stamp::MIN, Stamp::MAX), Edge::Unknown),
            EndPart::Open => Self::open(is_start),
            EndPart::At(point) => Self::at(point, calendar, about)?,
            EndPart::OnOrBefore(point) => Self::at(point, calendar, about)?.or_before(),
            EndPart::OnOrAfter(point) => Self::at(point, calendar, about)?.or_after(),
        })
    }

    /// `..` at the start or at the end.
    pub fn open(is_start: bool) -> Self {
        let forever = if is_start { Stamp::MIN } else { Stamp::MAX };
        Self::bare(Span::new(forever, forever), Edge::Open)
    }

    fn bare(span: Span, edge: Edge) -> Self {
        Self { span, written: span, edge, questioned: false, precision: None }
    }

    /// This or any time before.
    fn or_before(self) -> Self {
        let stretch = |span: Span| Span::new(Stamp::MIN, span.end());
        Self { span: stretch(self.span), written: stretch(self.written), edge: Edge::Unknown, ..self }
    }

    /// This or any time after.
    fn or_after(self) -> Self {
        let stretch = |span: Span| Span::new(span.start(), Stamp::MAX);
        Self { span: stretch(self.span), written: stretch(self.written), edge: Edge::Unknown, ..self }
    }

    /// The reading of a moment at this end.
    pub fn moment(self) -> Reading {
        Reading {
            bounds: Bounds::moment(self.span),
            start_questioned: self.questioned,
            end_questioned: self.questioned,
        }
    }

    /// The reading of an extent from here to `end`. Where an end that may not be as written is all that limits the other
    /// end, the other is in doubt as well.
    pub fn until(self, end: Self) -> Reading {
        let limits_start = end.span.end() < self.span.end();
        let limits_end = self.span.start() > end.span.start();
        Reading {
            bounds: Bounds::extent(self.span, end.span),
            start_questioned: self.questioned || (end.questioned && limits_start),
            end_questioned: end.questioned || (self.questioned && limits_end),
        }
    }
}
