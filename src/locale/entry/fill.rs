//! Dates side by side lend each other what they lack: "3-9 maart 2021", "week 10 t/m 12 2021".

use super::error::{EntryError, EntryReason};
use super::point::{Core, Partial, counted, decade_of, most};
use super::vocabulary::Unit;

/// Completes each of the dates from its neighbours: what a number counts and a time of day belongs to from the left and
/// the right, the year from the right, and from the left where there is none.
pub(super) fn complete(dates: &mut [Partial]) -> Result<(), EntryError> {
    for at in 1..dates.len() {
        let (before, from) = dates.split_at_mut(at);
        lend(&before[at - 1], &mut from[0])?;
    }
    for at in (1..dates.len()).rev() {
        let (before, from) = dates.split_at_mut(at);
        let (date, next) = (&mut before[at - 1], &from[0]);
        lend(next, date)?;
        if date.lacks_year() {
            date.year = next.year;
        }
    }
    for at in 1..dates.len() {
        if dates[at].lacks_year() {
            dates[at].year = dates[at - 1].year;
        }
    }
    Ok(())
}

/// Gives `date` what only makes sense beside `other`: what its number counts, of which month it is a part, and the day
/// of its time.
fn lend(other: &Partial, date: &mut Partial) -> Result<(), EntryError> {
    if date.is_clock() && !other.is_clock() {
        date.core = other.core.clone();
        date.year = other.year;
        return Ok(());
    }
    match (&date.core, &other.core) {
        (Core::Number(number), other) => {
            let number = *number;
            if let Some(core) = alike(other, number, date.start)? {
                date.core = core;
            }
        }
        (Core::Year, Core::Month(month)) if date.part.is_some() && date.year.is_none() => {
            date.core = Core::Month(*month);
        }
        (Core::Year, Core::Decade(_) | Core::Century(_)) if date.part.is_some() && date.year.is_none() => {
            date.core = other.core.clone();
        }
        _ => {}
    }
    Ok(())
}

/// The thing with this number that is of the same kind as `other`.
fn alike(other: &Core, number: u32, place: usize) -> Result<Option<Core>, EntryError> {
    let unit = match other {
        Core::Day { month, .. } => {
            let day = u8::try_from(number).unwrap_or(u8::MAX);
            return Ok(Some(Core::Day { month: *month, day }));
        }
        Core::Decade(_) => {
            return decade_of(i64::from(number)).transpose().map_err(|reason| EntryError::new(place, reason));
        }
        Core::Week { .. } => Unit::Week,
        Core::Season(33..=36) => Unit::Quarter,
        Core::Season(37..=39) => Unit::Third,
        Core::Season(40 | 41) => Unit::HalfYear,
        Core::Century(_) => Unit::Century,
        _ => return Ok(None),
    };
    let most = most(unit);
    let count = u8::try_from(number).ok().filter(|count| (1..=most).contains(count));
    let count = count.ok_or(EntryError::new(place, EntryReason::NoSuchPart { most }))?;
    Ok(Some(counted(unit, count)))
}
