//! How much lies where in time: counts that cost the same for a hundred things and for a million.
//!
//! The starts and the ends of all dates are kept in order. How many dates touch a column is then the number of starts
//! before its end less the number of ends before its start; two searches, whatever the scale. No pyramid of levels is
//! needed, and every count is exact at every scale. It takes 16 bytes for each moment and 32 for each period.

use jiff::tz::TimeZone;

use super::form::Form;
use crate::layout::axis::{Axis, Stride, marks};
use crate::model::time::civil::Unit;
use crate::model::time::{Edge, Span, Stamp};
use crate::model::time_index;

/// Least width of a column of the overview in points.
const LEAST_COLUMN: f64 = 7.0;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// The longest that a moment of each class may be uncertain, and the shortest column in which it can be certain, in
/// milliseconds: days, months, years, whose lengths differ. A coarser moment counts as possible in every column.
const CLASSES: [(i64, i64); 3] =
    [(25 * HOUR, 23 * HOUR), (31 * DAY + HOUR, 28 * DAY - HOUR), (366 * DAY + HOUR, 365 * DAY - HOUR)];

/// When something may have been, and when it surely was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact {
    /// Once, at some time in here; questioned: or not at all.
    Moment {
        /// Where it may lie.
        span: Span,
        /// It counts as certain nowhere.
        questioned: bool,
    },
    /// From one end to the other.
    Period {
        /// It may have been at any time in here. An end of which nothing is known stops at what is known: what fades
        /// into the unknown would else fill the picture.
        possible: Span,
        /// It surely was at each time in here.
        certain: Option<Span>,
    },
}

impl Fact {
    /// What the date in a row of a column may mean: one fact, or one for each member of a set.
    pub fn of(column: &time_index::Column, at: usize) -> impl Iterator<Item = Self> {
        // Most dates are one fact: no list is made for them.
        let set = column.set(at).map(|set| Form::of(set).0.into_iter().filter_map(Self::of_form));
        let one = if set.is_none() { Self::of_one(column, at) } else { None };
        one.into_iter().chain(set.into_iter().flatten())
    }

    fn of_one(column: &time_index::Column, at: usize) -> Option<Self> {
        let known = column.known(at)?;
        let traits = column.traits(at);
        let Some(outer) = column.outer(at) else {
            // Only claims tell of it.
            return Some(Self::Moment { span: known, questioned: true });
        };
        if traits.is_moment() {
            return Some(Self::Moment { span: outer, questioned: traits.is_questioned() });
        }
        let start = if traits.has_open_start() { Stamp::MIN } else { known.start() };
        let end = if traits.has_open_end() { Stamp::MAX } else { known.end() };
        let certain = column.sure(at).filter(|(start, end)| start <= end).map(|(start, end)| Span::new(start, end));
        Some(Self::Period { possible: Span::new(start, end), certain })
    }

    fn of_form(form: Form) -> Option<Self> {
        let possible = form.known_span()?;
        Some(match form {
            Form::Moment { outer, questioned, .. } => Self::Moment { span: outer, questioned },
            Form::Impossible(_) => Self::Period { possible, certain: None },
            Form::Period { start, end } => Self::Period {
                possible: Span::new(
                    if start.edge == Edge::Open { Stamp::MIN } else { possible.start() },
                    if end.edge == Edge::Open { Stamp::MAX } else { possible.end() },
                ),
                certain: None,
            },
        })
    }

    /// All of time in which something of it may be drawn.
    pub fn possible(self) -> Span {
        match self {
            Self::Moment { span, .. } => span,
            Self::Period { possible, .. } => possible,
        }
    }
}

/// Stretches, as their starts and their ends, each in order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stretches {
    starts: Vec<Stamp>,
    ends: Vec<Stamp>,
}

impl Stretches {
    fn push(&mut self, span: Span) {
        self.starts.push(span.start());
        self.ends.push(span.end());
    }

    fn sort(&mut self) {
        self.starts.sort_unstable();
        self.ends.sort_unstable();
        self.starts.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    fn bytes(&self) -> usize {
        (self.starts.capacity() + self.ends.capacity()) * size_of::<Stamp>()
    }
}

/// All that is dated on a lane, or in a case, to be counted in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Density {
    moments: [Stretches; CLASSES.len() + 1],
    possible: Stretches,
    certain: Stretches,
}

impl FromIterator<Fact> for Density {
    fn from_iter<T: IntoIterator<Item = Fact>>(facts: T) -> Self {
        let mut this = Self::default();
        for fact in facts {
            match fact {
                Fact::Moment { span, questioned } => {
                    let length = span.end().0.saturating_sub(span.start().0);
                    let fits = |(longest, _): &(i64, i64)| !questioned && length <= *longest;
                    let class = CLASSES.iter().position(fits).unwrap_or(CLASSES.len());
                    this.moments[class].push(span);
                }
                Fact::Period { possible, certain } => {
                    this.possible.push(possible);
                    if let Some(certain) = certain {
                        this.certain.push(certain);
                    }
                }
            }
        }
        this.moments.iter_mut().for_each(Stretches::sort);
        this.possible.sort();
        this.certain.sort();
        this
    }
}

impl Density {
    /// How many dates touch a stretch of time.
    pub fn touching(&self, span: Span) -> usize {
        self.moments
            .iter()
            .chain([&self.possible])
            .map(|all| {
                let started = all.starts.partition_point(|start| *start <= span.end());
                started - all.ends.partition_point(|end| *end < span.start())
            })
            .sum()
    }

    /// How many dates there are.
    pub fn len(&self) -> usize {
        self.moments.iter().chain([&self.possible]).map(|all| all.starts.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Memory that it takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.moments.iter().chain([&self.possible, &self.certain]).map(Stretches::bytes).sum()
    }

    /// Counts in columns, from each edge to the next. Edges ascend.
    pub fn columns(&self, edges: &[Stamp]) -> Vec<Column> {
        let mut columns: Vec<Column> =
            edges.windows(2).map(|pair| Column { start: pair[0], end: pair[1], certain: 0, possible: 0 }).collect();
        for (class, all) in self.moments.iter().enumerate() {
            let shortest = CLASSES.get(class).map_or(i64::MAX, |(_, shortest)| *shortest);
            let (mut started, mut over) = (Cursor::new(&all.starts), Cursor::new(&all.ends));
            let (mut started_earlier, mut ended) = (Cursor::new(&all.starts), Cursor::new(&all.ends));
            for column in &mut columns {
                let touching = started.before(column.end) - over.before(column.start);
                let before = started_earlier.before(column.start);
                let ended = ended.before(column.end);
                // Nothing is long enough to stick out at both sides: what has ended and did not start earlier lies in
                // the column.
                let is_wide = column.end.0.saturating_sub(column.start.0) >= shortest;
                let inside = if is_wide { ended.saturating_sub(before).min(touching) } else { 0 };
                column.certain += inside;
                column.possible += touching - inside;
            }
        }
        let (mut started, mut over) = (Cursor::new(&self.possible.starts), Cursor::new(&self.possible.ends));
        let (mut sure, mut gone) = (Cursor::new(&self.certain.starts), Cursor::new(&self.certain.ends));
        for column in &mut columns {
            let touching = started.before(column.end) - over.before(column.start);
            let certain = (sure.before(column.end) - gone.before(column.start)).min(touching);
            column.certain += certain;
            column.possible += touching - certain;
        }
        columns
    }
}

/// Counts how many of an ordered list lie before ever later stamps: a search that starts where the last one ended.
struct Cursor<'a> {
    list: &'a [Stamp],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn new(list: &'a [Stamp]) -> Self {
        Self { list, at: 0 }
    }

    fn before(&mut self, stamp: Stamp) -> usize {
        let rest = &self.list[self.at..];
        // Doubling steps, then a search within the last one (Bentley and Yao 1976).
        let mut step = 1;
        while step < rest.len() && rest[step] < stamp {
            step *= 2;
        }
        let from = step / 2;
        let to = (step + 1).min(rest.len());
        self.at += from.min(rest.len()) + rest[from.min(rest.len())..to].partition_point(|other| *other < stamp);
        self.at
    }
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// From here.
    pub start: Stamp,
    /// Up to, not including, here.
    pub end: Stamp,
    /// How many things surely lie in it.
    pub certain: usize,
    /// How many things may lie in it besides.
    pub possible: usize,
}

/// Counts in columns of one calendar unit, wide enough to be seen.
pub fn columns(density: &Density, axis: Axis, zone: &TimeZone) -> Vec<Column> {
    density.columns(&edges(axis, zone, LEAST_COLUMN))
}

/// The edges of columns of one calendar unit, each at least so many points wide. Units of the calendar, so that what is
/// known to the day, the month or the year lies in one column and not across the edge of two; and they stay where they
/// are while a hand pans.
pub fn edges(axis: Axis, zone: &TimeZone, least: f64) -> Vec<Stamp> {
    let mut edges: Vec<Stamp> = marks(axis, stride(axis, least), zone).collect();
    edges.push(Stamp(axis.to() as i64).plus(1));
    edges.dedup();
    edges
}

/// The shortest unit whose columns are wide enough.
fn stride(axis: Axis, least: f64) -> Stride {
    let small = [
        Stride::Calendar(Unit::Second, 1),
        Stride::Calendar(Unit::Second, 15),
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
        .find(|stride| stride.length() / axis.ms_per_point() >= least)
        .unwrap_or(Stride::Calendar(Unit::Year, 1_000_000_000))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fact() -> impl Strategy<Value = Fact> {
        let length = prop_oneof![Just(1_i64), Just(DAY - 1), Just(7 * DAY), Just(40 * DAY), Just(500 * DAY)];
        (0..2_000_i64, length, any::<bool>(), any::<bool>()).prop_map(|(day, length, questioned, is_period)| {
            let span = Span::new(Stamp(day * DAY), Stamp(day * DAY + length));
            if is_period {
                let certain = (!questioned).then_some(Span::new(span.start(), Stamp(span.start().0 + length / 2)));
                Fact::Period { possible: span, certain }
            } else {
                Fact::Moment { span, questioned }
            }
        })
    }

    /// Counts one column by asking every fact.
    fn slowly(facts: &[Fact], start: Stamp, end: Stamp) -> (usize, usize) {
        let column = Span::new(start, end.plus(-1));
        let mut counts = (0, 0);
        for fact in facts {
            let (touches, is_certain) = match fact {
                Fact::Moment { span, questioned } => (column.touches(*span), !questioned && column.covers(*span)),
                Fact::Period { possible, certain } => {
                    (column.touches(*possible), certain.is_some_and(|certain| column.touches(certain)))
                }
            };
            counts.0 += usize::from(touches && is_certain);
            counts.1 += usize::from(touches && !is_certain);
        }
        counts
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn columns_count_what_asking_every_date_would(
            facts in prop::collection::vec(fact(), 0..60),
            width in prop_oneof![Just(DAY), Just(7 * DAY), Just(30 * DAY), Just(400 * DAY)],
            first in 0..1_000_i64,
        ) {
            let density: Density = facts.iter().copied().collect();
            let edges: Vec<Stamp> = (0..30).map(|at| Stamp(first * DAY + at * width)).collect();
            for column in density.columns(&edges) {
                let (certain, possible) = slowly(&facts, column.start, column.end);
                prop_assert_eq!(column.certain + column.possible, certain + possible);
                // What is coarser than its class of columns may count as possible, never the other way round.
                prop_assert!(column.certain <= certain, "{:?}", column);
                if width == DAY || width == 400 * DAY {
                    prop_assert_eq!(column.certain, facts_of_class(&facts, width, &column));
                }
            }
            let whole = Span::new(edges[0], edges[29].plus(-1));
            let (certain, possible) = slowly(&facts, edges[0], edges[29]);
            prop_assert_eq!(density.touching(whole), certain + possible);
        }
    }

    /// Certain facts of a column, without moments that are coarser than a year.
    fn facts_of_class(facts: &[Fact], width: i64, column: &Column) -> usize {
        let fine: Vec<Fact> = facts
            .iter()
            .copied()
            .filter(|fact| match fact {
                Fact::Moment { span, .. } => span.end().0 - span.start().0 <= width.min(CLASSES[2].0),
                Fact::Period { .. } => true,
            })
            .collect();
        slowly(&fine, column.start, column.end).0
    }

    #[test]
    fn a_day_is_certain_in_its_day_and_possible_in_its_hours() {
        let day = Span::new(Stamp(0), Stamp(DAY - 1));
        let density: Density = [Fact::Moment { span: day, questioned: false }].into_iter().collect();
        let counts = |width: i64| {
            let edges: Vec<Stamp> = (0..=DAY / width).map(|at| Stamp(at * width)).collect();
            density.columns(&edges).iter().map(|column| (column.certain, column.possible)).collect::<Vec<_>>()
        };
        assert_eq!(counts(DAY), [(1, 0)]);
        assert_eq!(counts(12 * HOUR), [(0, 1), (0, 1)]);
    }
}
