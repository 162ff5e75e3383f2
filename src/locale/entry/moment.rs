//! A completed date, and how EDTF writes it.

use crate::model::time::civil::{CivilDate, CivilTime, days_in_month};
use crate::model::time::{Calendar, DateReason, Mark, When};

use super::error::{EntryError, EntryReason};
use super::point::{Core, Partial};
use super::vocabulary::Part;

/// A completed date.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment {
    pub form: Form,
    pub mark: Mark,
    /// First and last day that are said.
    pub first: CivilDate,
    pub last: CivilDate,
    /// Byte at which it starts.
    pub start: usize,
}

/// How EDTF can write a date.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Year,
    Month,
    Day,
    /// Only as one of the units from its first day to its last.
    Stretch {
        unit: Step,
        /// Whether its edges are sharp, as those of a week are.
        is_sharp: bool,
    },
    /// As this text.
    Other(String),
    /// With a time of day.
    Instant(String),
}

/// What a stretch is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Day,
    Year,
}

/// Most dates that a marked stretch is listed as.
const MOST_LISTED: usize = 60;

impl Moment {
    /// A single EDTF date with its marks. A stretch has none.
    pub fn single(&self) -> Option<String> {
        let plain = match &self.form {
            Form::Year => year(self.first),
            Form::Month => month(self.first),
            Form::Day => day(self.first),
            Form::Other(text) | Form::Instant(text) => text.clone(),
            Form::Stretch { .. } => return None,
        };
        Some(plain + sign(self.mark))
    }

    /// As a member, or several, of a set of which one holds.
    pub fn member(&self) -> Result<String, EntryError> {
        match (&self.form, self.single()) {
            (Form::Instant(_), _) => Err(EntryError::new(self.start, EntryReason::TimeInList)),
            (_, Some(single)) => Ok(single),
            (form, None) => {
                let unit = if let Form::Stretch { unit, .. } = form { *unit } else { Step::Day };
                members(unit, self.first, self.last, self.mark, self.start)
            }
        }
    }

    /// As one end of an extent. What EDTF cannot say there is its outermost day, questioned.
    pub fn end(&self, is_start: bool) -> String {
        self.single().unwrap_or_else(|| {
            let outermost = if is_start { self.first } else { self.last };
            let text = match self.form {
                Form::Stretch { unit: Step::Year, .. } => year(outermost),
                _ => day(outermost),
            };
            text + sign(Mark { questioned: true, ..self.mark })
        })
    }

    /// The last date before it, or the first after it, as fine as itself.
    pub fn beside(&self, is_before: bool) -> Result<String, EntryError> {
        let by = if is_before { -1 } else { 1 };
        let (first, last) = match self.form {
            Form::Instant(_) => return Err(EntryError::new(self.start, EntryReason::TimeInList)),
            // Its edges are not sharp: before it may be in it.
            Form::Stretch { is_sharp: false, .. } => (self.last.plus_days(1), self.first.plus_days(-1)),
            _ => (self.first, self.last),
        };
        let edge = if is_before { first } else { last };
        let text = match self.form {
            Form::Year => year(CivilDate::new(edge.year + by, 1, 1)),
            Form::Month => month(CivilDate { day: 1, ..edge }.plus_months(by)),
            _ => day(edge.plus_days(by)),
        };
        Ok(text + sign(self.mark))
    }
}

/// Each unit from the first day to the last as members of a set: a range, or one by one where they are marked.
pub(super) fn members(
    unit: Step,
    first: CivilDate,
    last: CivilDate,
    mark: Mark,
    start: usize,
) -> Result<String, EntryError> {
    let text = |date| if unit == Step::Year { year(date) } else { day(date) };
    if mark == Mark::default() {
        return Ok(format!("{}..{}", text(first), text(last)));
    }
    let next = |date: &CivilDate| {
        if unit == Step::Year { CivilDate { year: date.year + 1, ..*date } } else { date.plus_days(1) }
    };
    let dates = std::iter::successors(Some(first), |date| Some(next(date))).take_while(|date| *date <= last);
    let texts: Vec<String> = dates.take(MOST_LISTED + 1).map(|date| text(date) + sign(mark)).collect();
    if texts.len() > MOST_LISTED {
        return Err(EntryError::new(start, EntryReason::MarkedStretch));
    }
    Ok(texts.join(","))
}

pub(super) fn year(date: CivilDate) -> String {
    if date.year < 0 { format!("-{:04}", -date.year) } else { format!("{:04}", date.year) }
}

pub(super) fn month(date: CivilDate) -> String {
    format!("{}-{:02}", year(date), date.month)
}

pub(super) fn day(date: CivilDate) -> String {
    format!("{}-{:02}", month(date), date.day)
}

pub(super) fn sign(mark: Mark) -> &'static str {
    match (mark.questioned, mark.approximate) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    }
}

/// Makes a date of what is said, if nothing lacks and all of it exists.
pub(super) fn moment(date: &Partial, calendar: &Calendar) -> Result<Moment, EntryError> {
    let error = |reason| EntryError::new(date.start, reason);
    if let Core::Number(number) = date.core {
        return Err(error(EntryReason::NumberAlone { number }));
    }
    let found = match (&date.core, date.part) {
        (Core::Decade(first), part) => of_years(*first, 10, part),
        (Core::Century(hundreds), part) => of_years(hundreds * 100, 100, part),
        (Core::Edtf(text), None) => edtf(text, calendar).map_err(error)?,
        (Core::Edtf(_), Some(_)) => return Err(error(EntryReason::NoDate)),
        (core, part) => {
            let year = date.year.ok_or_else(|| error(EntryReason::NoYear))?;
            if !(-9999..=9999).contains(&year) {
                return Err(error(EntryReason::date(DateReason::Year)));
            }
            in_year(year, core, part, calendar).map_err(error)?
        }
    };
    let (form, first, last) = found;
    if let Some(weekday) = date.weekday
        && (first != last || first.weekday() != weekday)
    {
        let reason = if first == last { EntryReason::WrongWeekday { date: first } } else { EntryReason::NoDay };
        return Err(error(reason));
    }
    let form = match (&date.clock, form) {
        (None, form) => form,
        (Some(clock), Form::Day) => Form::Instant(format!("{}T{clock}", day(first))),
        (Some(_), _) => return Err(error(EntryReason::NoDay)),
    };
    if matches!(form, Form::Instant(_)) && date.mark != Mark::default() {
        return Err(error(EntryReason::MarkedTime));
    }
    Ok(Moment { form, mark: date.mark, first, last, start: date.start })
}

type Found = (Form, CivilDate, CivilDate);

/// A decade or century, or a part of it.
fn of_years(first: i64, length: i64, part: Option<Part>) -> Found {
    // Thirds of ten are 4, 3, 3; of a hundred 34, 33, 33.
    let (second, third) = ((length + 2) / 3, (length + 2) / 3 + length / 3);
    let (from, until) = match part {
        None => (0, length),
        Some(Part::Early) => (0, second),
        Some(Part::Mid) => (second, third),
        Some(Part::Late) => (third, length),
    };
    let (from, until) = (CivilDate::new(first + from, 1, 1), CivilDate::new(first + until - 1, 12, 31));
    let form = match part {
        None if length == 10 => Form::Other(format!("{:03}X", first / 10)),
        None => Form::Other(format!("{:02}XX", first / 100)),
        Some(_) => Form::Stretch { unit: Step::Year, is_sharp: false },
    };
    (form, from, until)
}

fn in_year(year: i64, core: &Core, part: Option<Part>, calendar: &Calendar) -> Result<Found, EntryReason> {
    let of_day = |date: CivilDate| (Form::Day, date, date);
    match (core, part) {
        (Core::Year, None) => Ok((Form::Year, CivilDate::new(year, 1, 1), CivilDate::new(year, 12, 31))),
        (Core::Year, Some(part)) => {
            let code = match part {
                Part::Early => 37,
                Part::Mid => 38,
                Part::Late => 39,
            };
            in_year(year, &Core::Season(code), None, calendar)
        }
        (Core::Month(month), part) => {
            let last = days_in_month(year, *month);
            let (from, until) = match part {
                None => (1, last),
                Some(Part::Early) => (1, 10),
                Some(Part::Mid) => (11, 20),
                Some(Part::Late) => (21, last),
            };
            let stretch = Form::Stretch { unit: Step::Day, is_sharp: false };
            let form = if part.is_some() { stretch } else { Form::Month };
            Ok((form, CivilDate::new(year, *month, from), CivilDate::new(year, *month, until)))
        }
        (Core::Day { month, day }, None) => {
            if (1..=days_in_month(year, *month)).contains(day) {
                Ok(of_day(CivilDate::new(year, *month, *day)))
            } else {
                Err(EntryReason::date(DateReason::NoSuchDay))
            }
        }
        (Core::Season(code), None) => edtf(&format!("{}-{code}", self::year(CivilDate::new(year, 1, 1))), calendar),
        (Core::Week { week, day }, None) => {
            let most = CivilDate::new(year, 12, 28).iso_week().1;
            if !(1..=most).contains(week) {
                return Err(EntryReason::NoSuchWeek { most });
            }
            // The 4th of January is always in the first week.
            let start = CivilDate::new(year, 1, 4);
            let monday = start.plus_days(1 - i64::from(start.weekday()) + 7 * (i64::from(*week) - 1));
            Ok(match day {
                Some(day) => of_day(monday.plus_days(i64::from(*day) - 1)),
                None => (Form::Stretch { unit: Step::Day, is_sharp: true }, monday, monday.plus_days(6)),
            })
        }
        _ => Err(EntryReason::NoDate),
    }
}

/// A date that is EDTF already.
fn edtf(text: &str, calendar: &Calendar) -> Result<Found, EntryReason> {
    let when = When::parse(text, calendar, None)
        .map_err(|error| EntryReason::Date { reason: error.reason, suggestion: error.suggestion })?;
    let written = when.written();
    let [first, last] = [written.start(), written.end()].map(|stamp| CivilTime::at(stamp, &calendar.zone).date);
    let text = text.to_owned();
    let form = if text.contains('T') { Form::Instant(text) } else { Form::Other(text) };
    Ok((form, first, last))
}
