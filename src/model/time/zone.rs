//! Between the axis and the calendar of a zone. jiff knows the years -9999 to 9999; outside them UTC is taken.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::Stamp;
use super::civil::{CivilDate, CivilTime, DAY, SECOND};

/// Where on the axis a calendar day and clock time lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The clock showed it once.
    Once(Stamp),
    /// The clock was put back and showed it twice.
    Twice(Stamp, Stamp),
    /// The clock was put forward over it.
    Skipped {
        /// The moment of the jump.
        jump: Stamp,
        /// By how many milliseconds.
        by: i64,
    },
}

impl Place {
    /// The first moment at which it shows, or the jump over it.
    pub fn first(self) -> Stamp {
        match self {
            Self::Once(stamp) | Self::Twice(stamp, _) | Self::Skipped { jump: stamp, .. } => stamp,
        }
    }

    /// The last moment at which it shows, or the jump over it.
    pub fn last(self) -> Stamp {
        match self {
            Self::Once(stamp) | Self::Twice(_, stamp) | Self::Skipped { jump: stamp, .. } => stamp,
        }
    }
}

/// Where day number `day` with the clock `of_day` milliseconds past 00:00 lies; 24:00 is the next day's 00:00.
pub(super) fn stamp_of(day: i64, of_day: i64, zone: &TimeZone) -> Place {
    let (day, of_day) = (day.saturating_add(of_day.div_euclid(DAY)), of_day.rem_euclid(DAY));
    // A day just off the axis may still have milliseconds on it.
    let shown = i128::from(day) * i128::from(DAY) + i128::from(of_day);
    let shown = shown.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
    let Some(civil) = to_jiff(day, of_day) else {
        return Place::Once(Stamp(shown));
    };
    let minus = |offset: Offset| Stamp(shown.saturating_sub(i64::from(offset.seconds()) * SECOND));
    match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => Place::Once(minus(offset)),
        AmbiguousOffset::Fold { before, after } => Place::Twice(minus(before), minus(after)),
        AmbiguousOffset::Gap { before, after } => {
            // The jump is the first change after the moment that the later offset makes of it.
            let jump = Timestamp::from_millisecond(minus(after).0)
                .ok()
                .and_then(|start| zone.following(start).next())
                .map_or(minus(before), |change| Stamp(change.timestamp().as_millisecond()));
            Place::Skipped { jump, by: i64::from(after.seconds() - before.seconds()) * SECOND }
        }
    }
}

/// Day number and milliseconds past 00:00 that the zone shows at `stamp`.
pub(super) fn local(stamp: Stamp, zone: &TimeZone) -> (i64, i64) {
    let shown = stamp.0.saturating_add(offset_at(stamp, zone).unwrap_or(0));
    (shown.div_euclid(DAY), shown.rem_euclid(DAY))
}

/// Milliseconds that the zone's clock is ahead of UTC at `stamp`; `None` outside jiff's years.
pub(super) fn offset_at(stamp: Stamp, zone: &TimeZone) -> Option<i64> {
    let timestamp = Timestamp::from_millisecond(stamp.0).ok()?;
    Some(i64::from(zone.to_offset(timestamp).seconds()) * SECOND)
}

/// The last moment until `stamp` at which the zone's clock was changed.
pub(super) fn last_change(stamp: Stamp, zone: &TimeZone) -> Option<Stamp> {
    let after = Timestamp::from_millisecond(stamp.0.checked_add(1)?).ok()?;
    Some(Stamp(zone.preceding(after).next()?.timestamp().as_millisecond()))
}

/// First millisecond of a calendar day.
pub(super) fn first_of_day(date: CivilDate, zone: &TimeZone) -> Stamp {
    stamp_of(date.number(), 0, zone).first()
}

/// Last millisecond of a calendar day. Where midnight came twice the day lasted until the second. A day that a zone left
/// out on moving across the date line ends a millisecond before it starts.
pub(super) fn last_of_day(date: CivilDate, zone: &TimeZone) -> Stamp {
    let next = stamp_of(date.number().saturating_add(1), 0, zone).last();
    next.plus(-1)
}

fn to_jiff(day: i64, of_day: i64) -> Option<DateTime> {
    let shown = CivilTime::from_day(CivilDate::from_number(day), of_day);
    let year = i16::try_from(shown.date.year).ok()?;
    let (month, day) = (shown.date.month as i8, shown.date.day as i8);
    let (hour, minute, second) = (shown.hour as i8, shown.minute as i8, shown.second as i8);
    DateTime::new(year, month, day, hour, minute, second, i32::from(shown.millisecond) * 1_000_000).ok()
}
