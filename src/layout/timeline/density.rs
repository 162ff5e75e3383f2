//! How much lies where in time: the columns of the overview.

use jiff::tz::TimeZone;

use super::form::Form;
use super::request::Request;
use crate::layout::axis::{Axis, Stride, marks};
use crate::model::time::civil::Unit;
use crate::model::time::{Edge, Span, Stamp, When};

/// Least width of a column in points.
const LEAST_COLUMN: f64 = 7.0;

/// When something may have been, and when it surely was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// It may have been at any time in here. An end of which nothing is known stops at what is known: what fades into
    /// the unknown would else fill the picture.
    pub possible: Span,
    /// It surely was at each time in here, if it lasts; if it is a moment, it surely lies in here.
    pub certain: Option<Span>,
    /// It is a moment: it counts as certain where `certain` lies in one column.
    pub is_moment: bool,
}

impl Fact {
    fn of(when: &When) -> impl Iterator<Item = Self> {
        let core = when.core();
        Form::of(when).0.into_iter().filter_map(move |form| {
            let possible = form.known_span()?;
            Some(match form {
                Form::Moment { outer, questioned, .. } => {
                    Self { possible: outer, certain: (!questioned).then_some(outer), is_moment: true }
                }
                Form::Impossible(span) => Self { possible: span, certain: None, is_moment: false },
                Form::Period { start, end } => Self {
                    possible: Span::new(
                        if start.edge == Edge::Open { Stamp::MIN } else { possible.start() },
                        if end.edge == Edge::Open { Stamp::MAX } else { possible.end() },
                    ),
                    certain: core,
                    is_moment: false,
                },
            })
        })
    }
}

/// The dates of all visible things of a case.
pub fn facts(request: &Request<'_>) -> Vec<Fact> {
    let case = request.case;
    let is_shown = |id| !(request.is_hidden)(id);
    let entities =
        case.entities().iter().filter(|entity| is_shown(&entity.id)).filter_map(|entity| entity.existed.as_ref());
    let events = case.events().iter().filter(|event| is_shown(&event.id)).filter_map(|event| event.when.as_ref());
    let links = case
        .links()
        .iter()
        .filter(|link| is_shown(&link.id) && is_shown(&link.from) && is_shown(&link.to))
        .filter_map(|link| link.when.as_ref());
    entities.chain(events).chain(links).flat_map(Fact::of).collect()
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// From here to the next column.
    pub start: Stamp,
    /// How many things surely lie in it.
    pub certain: usize,
    /// How many things may lie in it besides.
    pub possible: usize,
}

/// Counts facts in columns of one calendar unit, wide enough to be seen.
pub fn columns(facts: &[Fact], axis: Axis, zone: &TimeZone) -> Vec<Column> {
    let starts: Vec<Stamp> = marks(axis, stride(axis), zone).collect();
    if starts.is_empty() {
        return Vec::new();
    }
    // Differences from one column to the next: a fact is entered twice, however many columns it spans.
    let mut certain = vec![0_i64; starts.len() + 1];
    let mut any = vec![0_i64; starts.len() + 1];
    let column_of = |stamp: Stamp| starts.partition_point(|start| *start <= stamp).saturating_sub(1);
    let last_shown = Stamp(axis.to() as i64);
    for fact in facts {
        if fact.possible.end() < starts[0] || fact.possible.start() > last_shown {
            continue;
        }
        let (first, last) = (column_of(fact.possible.start()), column_of(fact.possible.end()));
        any[first] += 1;
        any[last + 1] -= 1;
        if let Some(sure) = fact.certain.filter(|sure| sure.end() >= starts[0] && sure.start() <= last_shown) {
            let (first, last) = (column_of(sure.start()), column_of(sure.end()));
            if !fact.is_moment || first == last {
                certain[first] += 1;
                certain[last + 1] -= 1;
            }
        }
    }
    let (mut sure, mut all) = (0, 0);
    starts
        .iter()
        .enumerate()
        .map(|(place, start)| {
            sure += certain[place];
            all += any[place];
            let certain = usize::try_from(sure).unwrap_or(0);
            Column { start: *start, certain, possible: usize::try_from(all - sure).unwrap_or(0) }
        })
        .collect()
}

/// The shortest unit whose columns are wide enough.
fn stride(axis: Axis) -> Stride {
    let small = [
        Stride::Calendar(Unit::Minute, 1),
        Stride::Calendar(Unit::Minute, 15),
        Stride::Calendar(Unit::Hour, 1),
        Stride::Calendar(Unit::Hour, 6),
        Stride::Calendar(Unit::Day, 1),
        Stride::Calendar(Unit::Week, 1),
        Stride::Calendar(Unit::Month, 1),
        Stride::Calendar(Unit::Quarter, 1),
    ];
    let years = (0..9).flat_map(|power| [1, 2, 5].map(|count| Stride::Calendar(Unit::Year, count * 10_u32.pow(power))));
    small
        .into_iter()
        .chain(years)
        .find(|stride| stride.length() / axis.ms_per_point() >= LEAST_COLUMN)
        .unwrap_or(Stride::Calendar(Unit::Year, 1_000_000_000))
}
