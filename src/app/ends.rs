//! Moving an end of a date by hand: which end is meant, and the date that comes of it.

use crate::model::time::civil::{CivilTime, Unit, floor};
use crate::model::time::{Calendar, Stamp, When};
use crate::model::time_index::{Dated, TimeIndex};
use crate::model::{Case, Id};

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

/// The start or end of another event or link that lies nearest to a moment, and no further away than `reach` milliseconds;
/// of equals the first. An uncertain start is where it may begin at the earliest, an uncertain end where it may be over at
/// the latest.
pub fn beside(case: &Case, index: &TimeIndex, at: Stamp, reach: u64, own: &Id) -> Option<(Stamp, Id)> {
    let id = |dated: Dated| match dated {
        Dated::Event(at) => &case.events()[at as usize].id,
        Dated::Link(at) => &case.links()[at as usize].id,
    };
    let dated = (0..index.dated_count() as u32).map(|item| index.dated(item));
    let edges = dated.filter_map(|dated| Some((index.known(dated)?, dated)));
    let edges = edges.flat_map(|(known, dated)| [(known.start(), dated), (known.end(), dated)]);
    let near = edges.map(|(edge, dated)| (edge.0.abs_diff(at.0), edge, dated)).filter(|(far, ..)| *far <= reach);
    let (_, edge, dated) = near.filter(|(.., dated)| id(*dated) != own).min_by_key(|(far, ..)| *far)?;
    Some((edge, id(dated).clone()))
}

/// The coarsest unit, no coarser than this one, in which a start or end can be written.
pub fn unit_for(edge: Stamp, unit: Unit, calendar: &Calendar) -> Unit {
    let is_whole = |unit| [edge, edge.plus(1)].into_iter().any(|edge| floor(edge, unit, &calendar.zone) == edge);
    if unit == Unit::Day && !is_whole(Unit::Day) { Unit::Minute } else { unit }
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
    use crate::model::dates::{Clock, Dates};

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

    #[test]
    fn an_end_near_that_of_another_thing_is_found_and_written_in_its_unit() {
        let text = r#"Case(format: (1, 0), title: "T", time_zone: "Europe/Amsterdam", events: [
            Event(id: "a", title: "A", when: "2021-03-09"), Event(id: "b", title: "B", when: "2021-03-10T14:30+01:00"),
            Event(id: "c", title: "C", when: "2021-03-20/2021-03-25"), Event(id: "d", title: "D")])"#;
        let case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let index = TimeIndex::new(&case, &Dates::new(&case, Clock::Happened));
        let calendar = case.calendar();
        let day = |text: &str| When::parse(text, calendar, None).expect("a date").bounds().earliest_start;
        let found = |at: &str, hours: u64, own: &str| {
            let (edge, id) = beside(&case, &index, day(at), hours * 3_600_000, &own.into())?;
            let text = point(edge, unit_for(edge, Unit::Day, calendar), calendar)?;
            Some((id.to_string(), text))
        };
        let is = |id: &str, text: &str| Some((id.to_owned(), text.to_owned()));
        assert_eq!(found("2021-03-08", 26, "c"), is("a", "2021-03-09"));
        assert_eq!(found("2021-03-08", 20, "c"), None, "too far away");
        assert_eq!(found("2021-03-11", 12, "c"), is("b", "2021-03-10T14:30:00"));
        assert_eq!(found("2021-03-26", 1, "a"), is("c", "2021-03-25"), "its last day");
        assert_eq!(found("2021-03-26", 1, "c"), None, "not to itself");
    }
}
