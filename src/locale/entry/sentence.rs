//! What stands between dates: ranges, lists, "before" and "since".

use crate::model::time::{Calendar, Mark};

use super::error::{EntryError, EntryReason};
use super::fill::complete;
use super::lexer::{Lexeme, What};
use super::moment::{Form, Moment, Step, day, members, moment, sign};
use super::point::{Partial, point, unexpected};
use super::vocabulary::Meaning;

/// Reads sentences of one text.
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub calendar: &'a Calendar,
}

impl Sentence<'_> {
    /// The sentence as EDTF.
    pub fn edtf(&self, lexemes: &[Lexeme]) -> Result<String, EntryError> {
        let (mark, rest) = opening(lexemes);
        let Some(first) = rest.first() else {
            return Err(EntryError::new(0, EntryReason::NoDate));
        };
        let body = &rest[1..];
        match first.means() {
            Some(Meaning::Between) => self.between(body, mark),
            Some(Meaning::OneOf) => self.one_of(body, mark),
            Some(Meaning::EachOf) => {
                let [first, last] = self.pair(body, mark)?;
                Ok(format!("{{{}}}", enclosed(&first, &last)?))
            }
            Some(Meaning::From) => match joint(body, is_until) {
                Some(_) => self.extent(body, mark, true),
                None => Ok(format!("{}/", self.one(body, mark)?.end(true))),
            },
            Some(Meaning::Since) => match joint(body, is_until) {
                Some(_) => self.extent(body, mark, true),
                None => Ok(format!("{}/..", self.one(body, mark)?.end(true))),
            },
            Some(Meaning::Until) => Ok(format!("/{}", self.one(body, mark)?.end(false))),
            Some(Meaning::Before) => Ok(format!("[..{}]", self.one(body, mark)?.beside(true)?)),
            Some(Meaning::After) => Ok(format!("[{}..]", self.one(body, mark)?.beside(false)?)),
            Some(Meaning::By) => self.on_or(body, mark, true),
            Some(Meaning::NoEarlier) => self.on_or(body, mark, false),
            _ => self.dates(lexemes, mark, rest),
        }
    }

    /// Dates without a word before them.
    fn dates(&self, lexemes: &[Lexeme], mark: Mark, rest: &[Lexeme]) -> Result<String, EntryError> {
        if let [before @ .., or, last] = rest
            && or.means() == Some(Meaning::Or)
            && let Some(is_before) = or_beyond(last)
        {
            return self.on_or(before, mark, is_before);
        }
        let list = joint(rest, |lexeme| matches!(lexeme.means(), Some(Meaning::And | Meaning::Or)));
        match (joint(rest, is_until), list) {
            (Some(_), None) => self.extent(rest, mark, false),
            (None, Some(_)) => self.list(rest, mark),
            (Some(range), Some(list)) => Err(EntryError::new(rest[range.max(list)].start, EntryReason::Combined)),
            (None, None) => {
                let moment = self.one(lexemes, Mark::default())?;
                match moment.single() {
                    Some(single) => Ok(single),
                    None => Ok(format!("[{}]", moment.member()?)),
                }
            }
        }
    }

    /// A single date with these marks besides its own.
    fn one(&self, lexemes: &[Lexeme], mark: Mark) -> Result<Moment, EntryError> {
        let partial = marked(point(self.text, lexemes)?, mark);
        moment(&partial, self.calendar)
    }

    /// "X t/m Y". Marks before a word such as "van" (`is_framed`) are those of both dates; else of the first, and of
    /// the second where it lends the first its year.
    fn extent(&self, lexemes: &[Lexeme], mark: Mark, is_framed: bool) -> Result<String, EntryError> {
        let (left, right) = self.parted(lexemes, is_until)?;
        let is_open = |side: &[Lexeme], meaning| matches!(side, [only] if only.means() == Some(meaning));
        let is_unknown = |side: &[Lexeme]| matches!(side, [only] if only.is_sign('?'));
        if is_open(left, Meaning::NoStart) || is_unknown(left) {
            let start = if is_unknown(left) { "" } else { ".." };
            return Ok(format!("{start}/{}", self.one(right, mark)?.end(false)));
        }
        if is_open(right, Meaning::Open) || is_unknown(right) {
            let end = if is_unknown(right) { "" } else { ".." };
            return Ok(format!("{}/{end}", self.one(left, mark)?.end(true)));
        }
        let left = point(self.text, left)?;
        let right = point(self.text, right)?;
        let is_shared = is_framed || left.lacks_year();
        let right = marked(right, if is_shared { mark } else { Mark::default() });
        let [left, right] = self.completed([marked(left, mark), right])?;
        Ok(format!("{}/{}", left.end(true), right.end(false)))
    }

    /// "tussen X en Y": a moment, both dates included.
    fn between(&self, lexemes: &[Lexeme], mark: Mark) -> Result<String, EntryError> {
        let is_joint = |lexeme: &Lexeme| lexeme.means() == Some(Meaning::And) || is_until(lexeme);
        let (left, right) = self.parted(lexemes, is_joint)?;
        let dates = [point(self.text, left)?, point(self.text, right)?].map(|date| marked(date, mark));
        let [first, last] = self.completed(dates)?;
        Ok(format!("[{}]", enclosed(&first, &last)?))
    }

    /// "een van X – Y", or a list of which one holds.
    fn one_of(&self, lexemes: &[Lexeme], mark: Mark) -> Result<String, EntryError> {
        if joint(lexemes, is_until).is_none() {
            return self.list(lexemes, mark);
        }
        let [first, last] = self.pair(lexemes, mark)?;
        Ok(format!("[{}]", enclosed(&first, &last)?))
    }

    fn pair(&self, lexemes: &[Lexeme], mark: Mark) -> Result<[Moment; 2], EntryError> {
        let (left, right) = self.parted(lexemes, is_until)?;
        self.completed([point(self.text, left)?, point(self.text, right)?].map(|date| marked(date, mark)))
    }

    /// "uiterlijk X", "X of later": a moment, the date itself included.
    fn on_or(&self, lexemes: &[Lexeme], mark: Mark, is_before: bool) -> Result<String, EntryError> {
        let moment = self.one(lexemes, mark)?;
        if matches!(moment.form, Form::Instant(_)) {
            return Err(EntryError::new(moment.start, EntryReason::TimeInList));
        }
        let text = moment.single().unwrap_or_else(|| {
            let outermost = if is_before { moment.last } else { moment.first };
            day(outermost) + sign(moment.mark)
        });
        Ok(if is_before { format!("[..{text}]") } else { format!("[{text}..]") })
    }

    /// "X, Y of Z".
    fn list(&self, lexemes: &[Lexeme], mark: Mark) -> Result<String, EntryError> {
        let is_and = |lexeme: &Lexeme| lexeme.means() == Some(Meaning::And);
        let is_or = |lexeme: &Lexeme| lexeme.means() == Some(Meaning::Or);
        let mut parts = Vec::new();
        for part in lexemes.split(|lexeme| is_and(lexeme) || is_or(lexeme)) {
            match point(self.text, part) {
                Ok(date) => parts.push(date),
                // Commas may belong to a date ("March 9, 2021") or stand between dates.
                Err(error) => {
                    let dates: Vec<_> = part.split(|it| it.is_sign(',')).filter(|it| !it.is_empty()).collect();
                    if dates.len() < 2 {
                        return Err(error);
                    }
                    for date in dates {
                        parts.push(point(self.text, date)?);
                    }
                }
            }
        }
        let all = lexemes.iter().any(is_and);
        if all && let Some(or) = lexemes.iter().find(|lexeme| is_or(lexeme)) {
            return Err(EntryError::new(or.start, EntryReason::MixedList));
        }
        // As in a range: the first shares its marks where it does not stand by itself.
        let is_shared = parts.first().is_none_or(Partial::lacks_year);
        let of = |at: usize| if at == 0 || is_shared { mark } else { Mark::default() };
        let mut dates: Vec<Partial> = parts.into_iter().enumerate().map(|(at, date)| marked(date, of(at))).collect();
        complete(&mut dates)?;
        let mut texts = Vec::with_capacity(dates.len());
        for date in &dates {
            let moment = moment(date, self.calendar)?;
            if all && matches!(moment.form, Form::Stretch { .. }) {
                return Err(EntryError::new(moment.start, EntryReason::StretchInList));
            }
            texts.push(moment.member()?);
        }
        let texts = texts.join(",");
        Ok(if all { format!("{{{texts}}}") } else { format!("[{texts}]") })
    }

    fn completed(&self, mut dates: [Partial; 2]) -> Result<[Moment; 2], EntryError> {
        complete(&mut dates)?;
        let [first, last] = dates;
        Ok([moment(&first, self.calendar)?, moment(&last, self.calendar)?])
    }

    /// What stands on both sides of the one joint.
    fn parted<'b>(
        &self,
        lexemes: &'b [Lexeme],
        is_joint: impl Fn(&Lexeme) -> bool,
    ) -> Result<(&'b [Lexeme], &'b [Lexeme]), EntryError> {
        let Some(at) = joint(lexemes, &is_joint) else {
            return Err(EntryError::new(self.text.len(), EntryReason::NoSecond));
        };
        let (left, right) = (&lexemes[..at], &lexemes[at + 1..]);
        if let Some(second) =
            right.iter().find(|lexeme| is_joint(lexeme) || matches!(lexeme.means(), Some(Meaning::And | Meaning::Or)))
        {
            return Err(EntryError::new(second.start, EntryReason::Combined));
        }
        if left.is_empty() {
            return Err(unexpected(self.text, lexemes, |lexeme| is_joint(lexeme)));
        }
        if right.is_empty() {
            return Err(EntryError::new(self.text.len(), EntryReason::NoSecond));
        }
        Ok((left, right))
    }
}

/// Marks at the start, and what follows them and words that say nothing.
fn opening(lexemes: &[Lexeme]) -> (Mark, &[Lexeme]) {
    let mut mark = Mark::default();
    for (at, lexeme) in lexemes.iter().enumerate() {
        match lexeme.means() {
            Some(Meaning::About) => mark.approximate = true,
            Some(Meaning::Perhaps) => mark.questioned = true,
            Some(Meaning::Noise) => {}
            _ => return (mark, &lexemes[at..]),
        }
    }
    (mark, &[])
}

/// Where the first joint stands.
fn joint(lexemes: &[Lexeme], is_joint: impl Fn(&Lexeme) -> bool) -> Option<usize> {
    lexemes.iter().position(is_joint)
}

fn is_until(lexeme: &Lexeme) -> bool {
    lexeme.means() == Some(Meaning::Until) || lexeme.what == What::Sign('-')
}

/// "or before", "of later": whether it is before.
fn or_beyond(lexeme: &Lexeme) -> Option<bool> {
    match lexeme.means() {
        Some(Meaning::Before | Meaning::Earlier) => Some(true),
        Some(Meaning::After | Meaning::Later) => Some(false),
        _ => None,
    }
}

fn marked(date: Partial, mark: Mark) -> Partial {
    Partial { mark: either(date.mark, mark), ..date }
}

fn either(one: Mark, other: Mark) -> Mark {
    Mark { questioned: one.questioned || other.questioned, approximate: one.approximate || other.approximate }
}

/// Members of a set from one date to another.
fn enclosed(first: &Moment, last: &Moment) -> Result<String, EntryError> {
    if let Some(instant) = [first, last].into_iter().find(|it| matches!(it.form, Form::Instant(_))) {
        return Err(EntryError::new(instant.start, EntryReason::TimeInList));
    }
    if last.last < first.first {
        return Err(EntryError::new(0, EntryReason::Backwards));
    }
    let mark = either(first.mark, last.mark);
    match (&first.form, &last.form) {
        (Form::Year, Form::Year) => members(Step::Year, first.first, last.last, mark, first.start),
        (Form::Month, Form::Month) if mark == Mark::default() => {
            Ok([first, last].map(|it| it.single().unwrap_or_default()).join(".."))
        }
        _ => members(Step::Day, first.first, last.last, mark, first.start),
    }
}
