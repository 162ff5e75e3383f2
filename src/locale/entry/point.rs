//! One date from its words, as far as they say it: "9 maart" has no year until another date lends it one.

use crate::model::time::{DateReason, Mark};

use super::clock::clock;
use super::error::{EntryError, EntryReason};
use super::lexer::{Lexeme, What};
use super::vocabulary::{Meaning, Part, Unit};

/// A date that may still lack parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Partial {
    pub year: Option<i64>,
    pub core: Core,
    pub part: Option<Part>,
    /// Day of the week, 1 to 7, that the day should have.
    pub weekday: Option<u8>,
    pub mark: Mark,
    /// As EDTF has it, after its `T`.
    pub clock: Option<String>,
    /// Byte at which it starts.
    pub start: usize,
}

/// What a date is besides its year.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Core {
    /// The year, or nothing.
    Year,
    /// A day, week or quarter: another date tells which.
    Number(u32),
    Month(u8),
    Day {
        month: u8,
        day: u8,
    },
    /// By EDTF's code: seasons, quarters, thirds, halves.
    Season(u8),
    Week {
        week: u8,
        day: Option<u8>,
    },
    /// First year.
    Decade(i64),
    /// Years divided by a hundred.
    Century(i64),
    /// A date that is EDTF already.
    Edtf(String),
}

impl Partial {
    /// Whether it gives no year and needs one.
    pub fn lacks_year(&self) -> bool {
        self.year.is_none() && !matches!(self.core, Core::Decade(_) | Core::Century(_) | Core::Edtf(_))
    }

    /// Whether it is nothing but a time of day.
    pub fn is_clock(&self) -> bool {
        self.clock.is_some() && self.core == Core::Year && self.year.is_none()
    }
}

/// Reads a date that takes up all of `lexemes`; `text` is the whole text.
pub(super) fn point(text: &str, lexemes: &[Lexeme]) -> Result<Partial, EntryError> {
    let mut reader = Reader { text, lexemes, at: 0, ..Reader::default() };
    while reader.at < lexemes.len() {
        reader.step()?;
    }
    reader.finish()
}

#[derive(Debug, Default)]
struct Reader<'a> {
    text: &'a str,
    lexemes: &'a [Lexeme],
    at: usize,
    year: Option<i64>,
    month: Option<u8>,
    /// A number of which is not known yet what it counts, and its place.
    number: Option<(u32, usize)>,
    /// What is neither month nor day.
    core: Option<Core>,
    part: Option<Part>,
    weekday: Option<u8>,
    mark: Mark,
    clock: Option<String>,
}

impl Reader<'_> {
    fn step(&mut self) -> Result<(), EntryError> {
        let lexeme = &self.lexemes[self.at];
        match &lexeme.what {
            What::Number { value, digits, is_short } => return self.number(*value, *digits, *is_short),
            What::Ordinal(value) => self.count(*value)?,
            What::Decade { value, digits } => {
                let decade = self.decade(*value, *digits, true)?;
                self.core(decade)?;
            }
            What::Day { year, month, day } => {
                self.year(*year)?;
                self.month(*month)?;
                self.count(u32::from(*day))?;
            }
            What::Month { year, month } => {
                self.year(*year)?;
                self.month(*month)?;
            }
            What::Week { year, week, day } => {
                self.year(*year)?;
                self.core(Core::Week { week: *week, day: *day })?;
            }
            What::Edtf(edtf) => self.core(Core::Edtf(edtf.clone()))?,
            What::Sign(',') => {}
            What::Sign('?') => self.mark.questioned = true,
            What::Sign('~') => self.mark.approximate = true,
            What::Sign('%') => self.mark = Mark { questioned: true, approximate: true },
            What::Means(meaning) => return self.word(*meaning),
            What::Sign(_) | What::Shift(_) | What::Zone(_) | What::Unknown(_) => return Err(self.unexpected(self.at)),
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, meaning: Meaning) -> Result<(), EntryError> {
        match meaning {
            Meaning::Noise => {}
            Meaning::About => self.mark.approximate = true,
            Meaning::Perhaps => self.mark.questioned = true,
            Meaning::Month(month) => self.month(month)?,
            Meaning::Season(code) => self.core(Core::Season(code))?,
            Meaning::Ordinal(value) => self.count(u32::from(value))?,
            Meaning::Weekday(day) if self.weekday.is_none() => self.weekday = Some(day),
            Meaning::Part(part) if self.part.is_none() => self.part = Some(part),
            Meaning::At => {
                let (time, taken) = clock(&self.lexemes[self.at + 1..], true)?
                    .filter(|_| self.clock.is_none())
                    .ok_or_else(|| self.unexpected(self.at))?;
                self.clock = Some(time);
                self.at += taken;
            }
            Meaning::Half => return self.half(),
            Meaning::Third => {
                if self.number.is_some() || self.small_number(self.at + 1).is_some() {
                    return self.unit(Unit::Third);
                }
                self.count(3)?;
            }
            Meaning::Unit(unit) => return self.unit(unit),
            Meaning::Decade => return self.decade_word(),
            Meaning::Nineties(tens) => {
                let decade = self.decade(u32::from(tens), 2, true)?;
                self.core(decade)?;
            }
            Meaning::Bce | Meaning::Ce => {
                let (value, _) = self.number.take().ok_or_else(|| self.unexpected(self.at))?;
                let value = i64::from(value);
                self.year(if meaning == Meaning::Bce { 1 - value } else { value })?;
            }
            _ => return Err(self.unexpected(self.at)),
        }
        self.at += 1;
        Ok(())
    }

    fn number(&mut self, value: u32, digits: usize, is_short: bool) -> Result<(), EntryError> {
        let has_day = self.has_day();
        if !is_short
            && self.clock.is_none()
            && let Some((time, taken)) =
                clock(&self.lexemes[self.at..], false)?.or(if has_day { self.clock_with_point()? } else { None })
        {
            self.clock = Some(time);
            self.at += taken;
            return Ok(());
        }
        let is_era = matches!(self.means(self.at + 1), Some(Meaning::Bce | Meaning::Ce));
        match digits {
            _ if is_short => return Err(self.error(EntryReason::TwoDigitYear)),
            _ if is_era => self.count(value)?,
            4 => self.year(i64::from(value))?,
            1 | 2 => self.count(value)?,
            _ => return Err(self.error(EntryReason::date(DateReason::Year))),
        }
        self.at += 1;
        Ok(())
    }

    /// After a whole day "17.30" is a time.
    fn clock_with_point(&self) -> Result<Option<(String, usize)>, EntryError> {
        let rest = &self.lexemes[self.at..];
        if rest.get(1).is_some_and(|sign| sign.glued && sign.is_sign('.')) { clock(rest, true) } else { Ok(None) }
    }

    fn has_day(&self) -> bool {
        self.number.is_some() && self.month.is_some() || matches!(self.core, Some(Core::Week { day: Some(_), .. }))
    }

    fn half(&mut self) -> Result<(), EntryError> {
        if self.has_day()
            && self.clock.is_none()
            && let Some((time, taken)) = clock(&self.lexemes[self.at..], true)?
        {
            self.clock = Some(time);
            self.at += taken;
            return Ok(());
        }
        if self.number.is_some() || matches!(self.small_number(self.at + 1), Some(1 | 2)) {
            return self.unit(Unit::HalfYear);
        }
        self.word(Meaning::Part(Part::Mid))
    }

    /// "week 10", "10e week".
    fn unit(&mut self, unit: Unit) -> Result<(), EntryError> {
        let place = self.at;
        let count = if let Some(number) = self.small_number(self.at + 1) {
            self.at += 1;
            number
        } else if let Some((number, _)) = self.number.take() {
            number
        } else {
            return Err(self.unexpected(place));
        };
        let most = most(unit);
        let count = u8::try_from(count).ok().filter(|count| (1..=most).contains(count));
        let count = count.ok_or_else(|| EntryError::new(self.start(place), EntryReason::NoSuchPart { most }))?;
        self.core(counted(unit, count))?;
        self.at += 1;
        Ok(())
    }

    /// "jaren 90", "jaren negentig", "jaren 1990".
    fn decade_word(&mut self) -> Result<(), EntryError> {
        self.at += 1;
        let decade = match self.lexemes.get(self.at).map(|lexeme| &lexeme.what) {
            Some(What::Number { value, digits, .. } | What::Decade { value, digits }) => {
                self.decade(*value, *digits, false)?
            }
            Some(What::Means(Meaning::Tens(tens))) => self.decade(u32::from(*tens), 2, false)?,
            _ => return Err(self.unexpected(self.at - 1)),
        };
        self.core(decade)?;
        self.at += 1;
        Ok(())
    }

    /// `hundreds` says that "1900s" may be a hundred years.
    fn decade(&self, value: u32, digits: usize, hundreds: bool) -> Result<Core, EntryError> {
        let year = i64::from(value);
        match (digits, year) {
            (4, _) if hundreds && year % 100 == 0 => Err(self.error(EntryReason::AmbiguousHundred { year })),
            (4, _) if year % 10 == 0 => Ok(Core::Decade(year)),
            (2, _) => match decade_of(year) {
                Some(Ok(decade)) => Ok(decade),
                Some(Err(reason)) => Err(self.error(reason)),
                None => Err(self.unexpected(self.at)),
            },
            _ => Err(self.unexpected(self.at)),
        }
    }

    fn finish(self) -> Result<Partial, EntryError> {
        let start = self.lexemes.first().map_or(0, |first| first.start);
        let core = match (self.core, self.month, self.number) {
            (None, None, None) => Core::Year,
            (None, None, Some((number, _))) => Core::Number(number),
            (None, Some(month), None) => Core::Month(month),
            (None, Some(month), Some((day, place))) => {
                let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day));
                let day = day.ok_or(EntryError::new(place, EntryReason::date(DateReason::NoSuchDay)))?;
                Core::Day { month, day }
            }
            (Some(core), None, None) => core,
            (_, _, number) => {
                let place = number.map_or(start, |(_, place)| place);
                return Err(unexpected(self.text, self.lexemes, |lexeme| lexeme.start == place));
            }
        };
        let is_empty = core == Core::Year && self.year.is_none() && self.part.is_none() && self.clock.is_none();
        if is_empty {
            let place = self.lexemes.first().map_or(self.text.len(), |first| first.start);
            return Err(EntryError::new(place, EntryReason::NoDate));
        }
        if self.clock.is_some() && self.mark != Mark::default() {
            return Err(EntryError::new(start, EntryReason::MarkedTime));
        }
        let Self { year, part, weekday, mark, clock, .. } = self;
        Ok(Partial { year, core, part, weekday, mark, clock, start })
    }

    fn year(&mut self, year: i64) -> Result<(), EntryError> {
        match self.year.replace(year) {
            None => Ok(()),
            Some(_) => Err(self.unexpected(self.at)),
        }
    }

    fn month(&mut self, month: u8) -> Result<(), EntryError> {
        match self.month.replace(month) {
            None => Ok(()),
            Some(_) => Err(self.unexpected(self.at)),
        }
    }

    fn count(&mut self, number: u32) -> Result<(), EntryError> {
        match self.number.replace((number, self.start(self.at))) {
            None => Ok(()),
            Some(_) => Err(self.unexpected(self.at)),
        }
    }

    fn core(&mut self, core: Core) -> Result<(), EntryError> {
        match self.core.replace(core) {
            None => Ok(()),
            Some(_) => Err(self.unexpected(self.at)),
        }
    }

    fn means(&self, at: usize) -> Option<Meaning> {
        self.lexemes.get(at)?.means()
    }

    fn small_number(&self, at: usize) -> Option<u32> {
        match self.lexemes.get(at)?.what {
            What::Number { value, digits: 1 | 2, is_short: false } => Some(value),
            _ => None,
        }
    }

    fn start(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(self.text.len(), |lexeme| lexeme.start)
    }

    fn error(&self, reason: EntryReason) -> EntryError {
        EntryError::new(self.start(self.at), reason)
    }

    fn unexpected(&self, at: usize) -> EntryError {
        let start = self.start(at);
        unexpected(self.text, self.lexemes, |lexeme| lexeme.start == start)
    }
}

/// The error for the first of these lexemes that cannot stand where it does.
pub(super) fn unexpected(text: &str, lexemes: &[Lexeme], is_it: impl Fn(&Lexeme) -> bool) -> EntryError {
    let found = lexemes.iter().find(|lexeme| is_it(lexeme));
    let (start, end) = found.map_or((text.len(), text.len()), |lexeme| (lexeme.start, lexeme.end));
    EntryError::new(start, EntryReason::Unexpected { text: text[start..end].to_owned() })
}

/// How many of them there are at most.
pub(super) fn most(unit: Unit) -> u8 {
    match unit {
        Unit::Quarter => 4,
        Unit::Third => 3,
        Unit::HalfYear => 2,
        Unit::Week => 53,
        Unit::Century => 99,
    }
}

/// The one with that number.
pub(super) fn counted(unit: Unit, count: u8) -> Core {
    match unit {
        Unit::Quarter => Core::Season(32 + count),
        Unit::Third => Core::Season(36 + count),
        Unit::HalfYear => Core::Season(39 + count),
        Unit::Week => Core::Week { week: count, day: None },
        Unit::Century => Core::Century(i64::from(count) - 1),
    }
}

/// The decade that "90" stands for, or why it could be two; `None` where the number is no decade.
pub(super) fn decade_of(tens: i64) -> Option<Result<Core, EntryReason>> {
    Some(match tens {
        0 => Ok(Core::Decade(2000)),
        10 | 20 => Err(EntryReason::AmbiguousDecade { one: 1900 + tens, other: 2000 + tens }),
        30..=90 if tens % 10 == 0 => Ok(Core::Decade(1900 + tens)),
        _ => return None,
    })
}
