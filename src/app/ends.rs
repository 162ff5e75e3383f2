//! Moving an end of a date by hand: which end is meant, and the date that comes of it.

use crate::model::time::civil::{CivilTime, Unit, floor};
use crate::model::time::{Calendar, Stamp, When};

/// What of a date is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateEnd {
    /// Its start.
    Start,
    /// Its end.
    Finish,
    /// All of it: it is one moment.
    Whole,
}

/// The part of a date that is nearest to this moment; nothing where the date is a set, whose parts have no order.
pub fn nearest(when: &When, at: Stamp) -> Option<DateEnd> {
    if when.is_set() {
        return None;
    }
    if !when.text().contains('/') {
        return Some(DateEnd::Whole);
    }
    let bounds = when.bounds();
    let known = |one: Stamp, other: Stamp| if one.is_bounded() { one } else { other };
    let start = known(bounds.earliest_start, bounds.latest_start);
    let end = known(bounds.latest_end, bounds.earliest_end);
    let far = |stamp: Stamp| if stamp.is_bounded() { stamp.0.abs_diff(at.0) } else { u64::MAX };
    Some(if far(start) <= far(end) { DateEnd::Start } else { DateEnd::Finish })
}

/// The date with that end at this moment, to the unit. What the end was marked with (`~`, `?`, `%`) stays. Nothing where
/// the moment cannot be written, or the date would end before it starts.
pub fn moved(when: &When, end: DateEnd, to: Stamp, unit: Unit, calendar: &Calendar) -> Option<When> {
    let point = point(to, unit, calendar)?;
    let text = when.text();
    let marked = |old: &str| {
        let mark = old.chars().next_back().filter(|mark| ['~', '?', '%'].contains(mark));
        format!("{point}{}", mark.map(String::from).unwrap_or_default())
    };
    let text = match (end, text.split_once('/')) {
        (DateEnd::Whole, None) => marked(text),
        (DateEnd::Start, Some((start, finish))) => format!("{}/{finish}", marked(start)),
        (DateEnd::Finish, Some((start, finish))) => format!("{start}/{}", marked(finish)),
        _ => return None,
    };
    When::parse(&text, calendar, when.about()).ok().filter(|moved| !moved.is_impossible())
}

/// A moment as it is written, to the unit: days, or minutes.
pub fn point(at: Stamp, unit: Unit, calendar: &Calendar) -> Option<String> {
    let at = CivilTime::at(floor(at, unit, &calendar.zone), &calendar.zone);
    let date = at.date;
    (0..=9_999).contains(&date.year).then(|| match unit {
        Unit::Minute | Unit::Hour => {
            format!("{:04}-{:02}-{:02}T{:02}:{:02}:00", date.year, date.month, date.day, at.hour, at.minute)
        }
        _ => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_end_moves_and_keeps_its_mark() {
        let calendar = Calendar::named("Europe/Amsterdam").expect("the zones are built in");
        let when = |text: &str| When::parse(text, &calendar, None).expect("a date");
        let day = |text: &str| when(text).bounds().earliest_start;
        let to = |text: &str, at: &str, to: &str| {
            let when = when(text);
            let end = nearest(&when, day(at))?;
            moved(&when, end, day(to), Unit::Day, &calendar).map(|when| when.text().to_owned())
        };
        let cases = [
            ("2021-03-09", "2021-03-09", "2021-04-01", Some("2021-04-01")),
            ("2021-03~", "2021-03-20", "2021-04-01", Some("2021-04-01~")),
            ("2021-01-01/2021-12-31", "2021-02-01", "2021-03-05", Some("2021-03-05/2021-12-31")),
            ("2021-01-01?/2021-12-31?", "2021-11-01", "2021-10-05", Some("2021-01-01?/2021-10-05?")),
            ("2021-01-01/..", "2021-11-01", "2021-02-02", Some("2021-02-02/..")),
            ("2021-01-01/2021-12-31", "2021-02-01", "2022-03-05", None),
            ("[2021,2023]", "2021-02-01", "2022-03-05", None),
        ];
        for (text, at, dragged, wanted) in cases {
            assert_eq!(to(text, at, dragged).as_deref(), wanted, "{text}");
        }
    }
}
