//! Instants: a calendar day with a time on the clock.

use jiff::tz::TimeZone;

use super::civil::{CivilDate, CivilTime, DAY, HOUR, MINUTE, SECOND};
use super::zone::{Place, offset_at, stamp_of};
use super::{DateError, DateReason, Span, Stamp, zone_named};

/// A time on the clock as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock<'a> {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 60.
    pub second: Option<u8>,
    /// Milliseconds and how many decimals of the second are written, 1 to 3.
    pub fraction: Option<(u16, u8)>,
    /// How far the clock is from UTC.
    pub shift: Option<Shift>,
    /// Zone named in brackets. Without this and an offset, the case's zone is meant.
    pub zone: Option<&'a str>,
    source: Source<'a>,
}

/// How far a clock is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shift {
    /// `Z`.
    Utc,
    /// Minutes ahead of UTC.
    Minutes(i16),
}

/// Where an instant stands in the text, for errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Source<'a> {
    /// The whole text.
    text: &'a str,
    /// Byte at which its day starts.
    start: usize,
    /// Byte at which its time starts.
    time: usize,
    /// Byte at which its offset would start.
    shift: usize,
    /// Byte at which its zone in brackets would start.
    zone: usize,
}

/// Reads the time in `text[start..end]`, whose `T` stands at `time - 1`.
pub(super) fn read(text: &str, start: usize, time: usize, end: usize) -> Result<Clock<'_>, DateError> {
    let mut cursor = Cursor { bytes: &text.as_bytes()[..end], at: time };
    let hour = cursor.two(DateReason::Time)?;
    cursor.expect(b':', DateReason::Time)?;
    let minute = cursor.two(DateReason::Time)?;
    let second = if cursor.eat(b':') { Some(cursor.two(DateReason::Time)?) } else { None };
    let fraction = if second.is_some() && cursor.eat(b'.') { Some(cursor.fraction()?) } else { None };
    // 60 is the leap second that clocks show now and then.
    for (value, most, at) in [(hour, 23, 0), (minute, 59, 3), (second.unwrap_or(0), 60, 6)] {
        if value > most {
            return Err(DateError::new(time + at, DateReason::NoSuchTime));
        }
    }
    let shift_at = cursor.at;
    let shift = cursor.shift()?;
    let zone_at = cursor.at;
    let zone = if cursor.eat(b'[') {
        let from = cursor.at;
        let name = &text[from..end];
        let length = name.find(']').ok_or(DateError::new(zone_at, DateReason::UnclosedZone))?;
        cursor.at += length + 1;
        Some(&name[..length])
    } else {
        None
    };
    if cursor.at < end {
        let reason = if shift_at == cursor.at { DateReason::Time } else { DateReason::Unexpected };
        return Err(DateError::new(cursor.at, reason));
    }
    let source = Source { text, start, time, shift: shift_at, zone: zone_at };
    Ok(Clock { hour, minute, second, fraction, shift, zone, source })
}

impl Clock<'_> {
    /// Milliseconds shown since the clock showed 00:00. A leap second counts as the second before it.
    pub(super) fn of_day(&self) -> i64 {
        i64::from(self.hour) * HOUR
            + i64::from(self.minute) * MINUTE
            + i64::from(self.second.map_or(0, |second| second.min(59))) * SECOND
            + self.fraction.map_or(0, |(milliseconds, _)| i64::from(milliseconds))
    }

    /// Length in milliseconds of what is written: a minute, a second, or the last decimal of one.
    pub(super) fn length(&self) -> i64 {
        match (self.second, self.fraction) {
            (None, _) => MINUTE,
            (Some(_), None) => SECOND,
            (Some(_), Some((_, decimals))) => 10_i64.pow(3 - u32::from(decimals.min(3))),
        }
    }

    /// The stretch meant on that day; `case_zone` where no zone is written.
    pub(super) fn span(&self, date: CivilDate, case_zone: &TimeZone) -> Result<Span, DateError> {
        let named;
        let zone = match self.zone {
            Some(name) if case_zone.iana_name() == Some(name) => case_zone,
            Some(name) => {
                let error = DateError::new(self.source.zone + 1, DateReason::UnknownZone);
                named = zone_named(name).ok_or(error)?;
                &named
            }
            None => case_zone,
        };
        let start = match self.shift {
            None => return self.shown_in(date, zone),
            Some(Shift::Utc) => self.less(date, 0),
            Some(Shift::Minutes(minutes)) if self.zone.is_none() => self.less(date, i64::from(minutes) * MINUTE),
            Some(Shift::Minutes(minutes)) => self.agreed(date, zone, i64::from(minutes) * MINUTE)?,
        };
        Ok(Span::new(start, start.plus(self.length() - 1)))
    }

    fn less(&self, date: CivilDate, offset: i64) -> Stamp {
        Stamp(date.number() * DAY + self.of_day() - offset)
    }

    /// The moment by an offset that the zone must have had then. Offsets of local mean time have seconds, which the
    /// notation has not: within a minute the zone's own is taken.
    fn agreed(&self, date: CivilDate, zone: &TimeZone, offset: i64) -> Result<Stamp, DateError> {
        let stamp = self.less(date, offset);
        let of_zone = offset_at(stamp, zone).unwrap_or(offset);
        if (of_zone - offset).abs() < MINUTE {
            return Ok(self.less(date, of_zone));
        }
        // A time that was skipped has no offset that agrees; saying so is the better advice.
        self.shown_in(date, zone)?;
        let Source { text, shift, zone, .. } = self.source;
        let without = [&text[..shift], &text[zone..]].concat();
        Err(DateError::suggest(shift, DateReason::OffsetMismatch, &without))
    }

    /// The stretch in which the zone's clock showed this. Where it was put back and showed it twice, both are meant.
    fn shown_in(&self, date: CivilDate, zone: &TimeZone) -> Result<Span, DateError> {
        let day = date.number();
        let first = stamp_of(day, self.of_day(), zone);
        let last = stamp_of(day, self.of_day() + self.length() - 1, zone);
        if let (Place::Skipped { by, .. }, Place::Skipped { .. }) = (first, last) {
            return Err(self.skipped(date, by));
        }
        let start = first.first();
        let end = match last {
            Place::Skipped { jump, .. } => jump.plus(-1),
            shown => shown.last(),
        };
        Ok(Span::new(start, end.max(start)))
    }

    /// The error for a time that the clock jumped over, with what it showed as long after the jump.
    fn skipped(&self, date: CivilDate, by: i64) -> DateError {
        let Source { text, start, time, shift, zone } = self.source;
        let shown = date.number() * DAY + self.of_day() + by;
        let then = CivilTime::from_day(CivilDate::from_number(shown.div_euclid(DAY)), shown.rem_euclid(DAY));
        let CivilDate { year, month, day } = then.date;
        // What follows the minutes is the same after a jump of whole minutes, as all jumps since 1937 are.
        let rest = &text[time + 5..shift];
        let suggestion = format!(
            "{}{year:04}-{month:02}-{day:02}T{:02}:{:02}{rest}{}",
            &text[..start],
            then.hour,
            then.minute,
            &text[zone..],
        );
        DateError::suggest(time, DateReason::SkippedTime, &suggestion)
    }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn eat(&mut self, byte: u8) -> bool {
        let is = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, byte: u8, reason: DateReason) -> Result<(), DateError> {
        if self.eat(byte) { Ok(()) } else { Err(DateError::new(self.at, reason)) }
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.bytes.get(self.at).filter(|byte| byte.is_ascii_digit())? - b'0';
        self.at += 1;
        Some(digit)
    }

    fn two(&mut self, reason: DateReason) -> Result<u8, DateError> {
        let tens = self.digit().ok_or(DateError::new(self.at, reason))?;
        let ones = self.digit().ok_or(DateError::new(self.at, reason))?;
        Ok(tens * 10 + ones)
    }

    /// Milliseconds and the number of decimals.
    fn fraction(&mut self) -> Result<(u16, u8), DateError> {
        let mut milliseconds = 0;
        let mut decimals = 0;
        for worth in [100, 10, 1] {
            let Some(digit) = self.digit() else { break };
            milliseconds += u16::from(digit) * worth;
            decimals += 1;
        }
        let at = self.at;
        if decimals == 0 || self.digit().is_some() {
            return Err(DateError::new(at, DateReason::Fraction));
        }
        Ok((milliseconds, decimals))
    }

    /// `Z`, `±hh`, `±hh:mm` or nothing.
    fn shift(&mut self) -> Result<Option<Shift>, DateError> {
        let from = self.at;
        if self.eat(b'Z') {
            return Ok(Some(Shift::Utc));
        }
        let negative = match self.bytes.get(self.at) {
            Some(b'+') => false,
            Some(b'-') => true,
            _ => return Ok(None),
        };
        self.at += 1;
        let hours = i16::from(self.two(DateReason::Offset)?);
        let minutes = if self.eat(b':') { i16::from(self.two(DateReason::Offset)?) } else { 0 };
        let total = hours * 60 + minutes;
        // ISO 8601-2 leaves out -00:00; no zone is further than 14 hours from UTC.
        if minutes > 59 || total > 14 * 60 || (negative && total == 0) {
            return Err(DateError::new(from, DateReason::Offset));
        }
        Ok(Some(Shift::Minutes(if negative { -total } else { total })))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amsterdam, when};
    use super::super::{Calendar, When};
    use super::*;

    fn length(text: &str) -> i64 {
        let outer = when(text).outer();
        outer.end().0 - outer.start().0 + 1
    }

    #[test]
    fn a_time_is_as_long_as_its_last_digit() {
        for (text, expected) in [
            ("2021-03-09T05:00", 60_000),
            ("2021-03-09T05:00:30", 1_000),
            ("2021-03-09T05:00:30.5", 100),
            ("2021-03-09T05:00:30.55", 10),
            ("2021-03-09T05:00:30.555", 1),
        ] {
            assert_eq!(length(text), expected, "{text}");
        }
    }

    #[test]
    fn days_are_as_long_as_the_zone_makes_them() {
        assert_eq!(length("2021-03-28"), 23 * HOUR);
        assert_eq!(length("2021-10-31"), 25 * HOUR);
        assert_eq!(length("2021-03"), 31 * DAY - HOUR);
        assert_eq!(length("2021"), 365 * DAY);
    }

    #[test]
    fn a_time_that_comes_twice_covers_both_unless_an_offset_tells() {
        let [summer, winter] = ["+02:00", "+01:00"].map(|offset| when(&format!("2021-10-31T02:30{offset}")).outer());
        assert_eq!(winter.start().0 - summer.start().0, HOUR);
        assert_eq!(when("2021-10-31T02:30").outer(), summer.hull(winter));
        assert_eq!(when("2021-10-31T02:30[Europe/Amsterdam]").outer(), summer.hull(winter));
        assert_eq!(when("2021-10-31T02:30+01:00[Europe/Amsterdam]").outer(), winter);
        assert_eq!(length("2021-10-31T03:00"), MINUTE);
    }

    #[test]
    fn an_instant_with_a_zone_is_the_same_in_every_case() {
        let tokyo = Calendar::named("Asia/Tokyo").unwrap();
        let text = "2021-03-09T05:00[Europe/Amsterdam]";
        assert_eq!(When::parse(text, &tokyo, None).unwrap().outer(), when(text).outer());
        assert_ne!(When::parse("2021-03-09T05:00", &tokyo, None).unwrap().outer(), when(text).outer());
        assert_eq!(when(text).bounds().earliest_start, Stamp(1_615_262_400_000));
    }

    #[test]
    fn a_time_without_zone_may_not_exist_in_another_zone() {
        let when = when("2021-03-14T02:30");
        let new_york = Calendar::named("America/New_York").unwrap();
        let error = when.by(&new_york, None).unwrap_err();
        assert_eq!((error.offset, error.reason), (11, DateReason::SkippedTime));
        assert_eq!(when.by(&amsterdam(), None), Ok(when));
    }

    #[test]
    fn a_day_that_a_zone_left_out_is_the_moment_of_the_jump() {
        let apia = Calendar::named("Pacific/Apia").unwrap();
        let day = |text| When::parse(text, &apia, None).unwrap().outer();
        assert_eq!(day("2011-12-30").start(), day("2011-12-30").end());
        assert_eq!(day("2011-12-30").start(), day("2011-12-31").start());
        assert_eq!(day("2011-12-29").end().plus(1), day("2011-12-31").start());
    }
}
