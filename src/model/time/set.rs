//! Sets: dates of which all hold, `{…}`, or one, `[…]`.

use jiff::tz::TimeZone;

use super::answer::{Answer, Reading};
use super::bounds::{Bounds, Edge, End};
use super::civil::{Unit, floor, next};
use super::narrow::within;
use super::parts::{MemberPart, Precision};
use super::{About, Calendar, DateError, Span, Stamp};

/// How the members of a set belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conjunction {
    /// `{…}`: all of them hold.
    All,
    /// `[…]`: one of them holds, and it is not known which.
    One,
}

/// One member of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its bounds. A range in a set of which one member holds is a moment somewhere in it.
    pub bounds: Bounds,
    /// The same without what `~` adds.
    pub written: Span,
    /// What is known of its start.
    pub start_edge: Edge,
    /// What is known of its end.
    pub end_edge: Edge,
    /// How fine it is.
    pub precision: Precision,
    /// In a set of which all hold, a range stands for each unit in it.
    pub repeats: Option<Unit>,
}

impl Member {
    /// Whether it is as written or not at all.
    pub(super) fn is_questioned(&self) -> bool {
        self.start_edge.is_questioned() || self.end_edge.is_questioned()
    }
}

/// The members of a set, with the zone in whose calendar its ranges are counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Members {
    pub conjunction: Conjunction,
    pub list: Box<[Member]>,
    zone: TimeZone,
}

impl Members {
    pub fn resolve(
        conjunction: Conjunction,
        parts: &[MemberPart<'_>],
        calendar: &Calendar,
        about: Option<About>,
    ) -> Result<Self, DateError> {
        let list: Result<_, _> = parts.iter().map(|part| member(part, conjunction, calendar, about)).collect();
        Ok(Self { conjunction, list: list?, zone: calendar.zone.clone() })
    }

    /// Of a set of which one holds: leaves out what does not touch `span`, and the rest to within it. Whether any is
    /// left. That a questioned member is left out makes the others no surer.
    pub fn keep(&mut self, span: Span) -> bool {
        let touches = |member: &&Member| member.bounds.outer().touches(span);
        let doubt = self.list.iter().any(|member| !touches(&member) && member.is_questioned());
        let edge = |edge: Edge| if doubt { edge.questioned() } else { edge };
        let kept = self.list.iter().filter(touches).map(|member| {
            let outer = within(span, member.bounds.outer());
            Member {
                bounds: Bounds::moment(outer),
                written: within(member.written, outer),
                start_edge: edge(member.start_edge),
                end_edge: edge(member.end_edge),
                ..*member
            }
        });
        self.list = kept.collect();
        !self.list.is_empty()
    }

    pub fn answer(&self, window: Span) -> Answer {
        let answers = self.list.iter().map(|member| self.answer_of(member, window));
        match self.conjunction {
            Conjunction::All => {
                let mut best = Answer::Out;
                for answer in answers {
                    best = best.min(answer);
                    if best == Answer::Certain {
                        break;
                    }
                }
                best
            }
            Conjunction::One => of_one(answers),
        }
    }

    /// Whether all that holds lies inside the window: all members, or the one that it is.
    pub fn answer_inside(&self, window: Span) -> Answer {
        let answers = self.list.iter().map(|member| answer_inside(member, window));
        match self.conjunction {
            Conjunction::All => answers.max().unwrap_or(Answer::Out),
            Conjunction::One => of_one(answers),
        }
    }

    fn answer_of(&self, member: &Member, window: Span) -> Answer {
        let questioned = member.is_questioned();
        let Some(unit) = member.repeats else {
            let reading = Reading { bounds: member.bounds, start_questioned: questioned, end_questioned: questioned };
            return reading.answer(window);
        };
        if !member.bounds.outer().touches(window) {
            Answer::Out
        } else if !questioned && self.holds_a_unit(member.bounds, unit, window) {
            Answer::Certain
        } else {
            Answer::Possible
        }
    }

    /// Whether the first, the last or one of the units between lies in the window as a whole.
    fn holds_a_unit(&self, bounds: Bounds, unit: Unit, window: Span) -> bool {
        let Bounds { earliest_start, latest_start, earliest_end, latest_end } = bounds;
        let first = Span::new(earliest_start, latest_start);
        let last = Span::new(earliest_end, latest_end);
        if [first, last].iter().any(|end| end.start().is_bounded() && window.covers(*end)) {
            return true;
        }
        let from = latest_start.plus(1).max(window.start());
        let until = earliest_end.plus(-1).min(window.end());
        if from >= until {
            return false;
        }
        if !from.is_bounded() || !until.is_bounded() {
            return true;
        }
        let start = if floor(from, unit, &self.zone) == from { from } else { next(from, unit, 1, &self.zone) };
        next(start, unit, 1, &self.zone).plus(-1) <= until
    }

    /// The bounds of the whole: from the first member that holds to the last.
    pub fn bounds(&self) -> Bounds {
        let of = |bound: fn(&Bounds) -> Stamp| self.list.iter().map(move |member| bound(&member.bounds));
        let latest_start = of(|bounds| bounds.latest_start);
        let earliest_end = of(|bounds| bounds.earliest_end);
        let (latest_start, earliest_end) = match self.conjunction {
            Conjunction::All => (latest_start.min(), earliest_end.max()),
            Conjunction::One => (latest_start.max(), earliest_end.min()),
        };
        Bounds {
            earliest_start: of(|bounds| bounds.earliest_start).min().unwrap_or(Stamp::MIN),
            latest_start: latest_start.unwrap_or(Stamp::MAX),
            earliest_end: earliest_end.unwrap_or(Stamp::MIN),
            latest_end: of(|bounds| bounds.latest_end).max().unwrap_or(Stamp::MAX),
        }
    }

    pub fn written(&self) -> Span {
        let spans = self.list.iter().map(|member| member.written);
        spans.reduce(Span::hull).unwrap_or(Span::new(Stamp::MIN, Stamp::MAX))
    }

    /// What is known of the start of the member that starts first, and of the end of the one that ends last.
    pub fn edges(&self) -> (Edge, Edge) {
        let first = self.list.iter().min_by_key(|member| member.bounds.earliest_start);
        let last = self.list.iter().max_by_key(|member| member.bounds.latest_end);
        (first.map_or(Edge::Unknown, |member| member.start_edge), last.map_or(Edge::Unknown, |member| member.end_edge))
    }

    /// That of the coarsest member.
    pub fn precision(&self) -> Precision {
        self.list.iter().map(|member| member.precision).min().unwrap_or(Precision::Millennium)
    }
}

/// The answer where one of the members holds, and it is not known which.
fn of_one(mut answers: impl Iterator<Item = Answer>) -> Answer {
    let first = answers.next().unwrap_or(Answer::Out);
    if answers.all(|answer| answer == first) { first } else { Answer::Possible }
}

/// Whether a member lies inside the window; of a range that stands for each unit in it, whether all of them do: between
/// the first and the last nothing lies further out.
fn answer_inside(member: &Member, window: Span) -> Answer {
    if member.start_edge == Edge::Open || member.end_edge == Edge::Open {
        return Answer::Out;
    }
    let questioned = member.is_questioned();
    let answer = Reading { bounds: member.bounds, start_questioned: questioned, end_questioned: questioned }
        .answer_inside(window);
    // Where a range runs off the axis, it cannot be told which units there are.
    let outer = member.bounds.outer();
    let is_counted = outer.start().is_bounded() && outer.end().is_bounded();
    if member.repeats.is_some() && !is_counted { answer.max(Answer::Possible) } else { answer }
}

fn member(
    part: &MemberPart<'_>,
    conjunction: Conjunction,
    calendar: &Calendar,
    about: Option<About>,
) -> Result<Member, DateError> {
    let (start, end) = match part {
        MemberPart::At(point) => {
            let end = End::at(point, calendar, about)?;
            (end, end)
        }
        MemberPart::OnOrBefore(point) => (End::open(true), End::at(point, calendar, about)?),
        MemberPart::OnOrAfter(point) => (End::at(point, calendar, about)?, End::open(false)),
        MemberPart::Range(first, last) => (End::at(first, calendar, about)?, End::at(last, calendar, about)?),
    };
    let precision = start.precision.or(end.precision).unwrap_or(Precision::Day);
    let is_range = !matches!(part, MemberPart::At(_));
    let forever = |edge: Edge| if edge == Edge::Open { Edge::Unknown } else { edge };
    Ok(match conjunction {
        Conjunction::All => Member {
            bounds: if is_range { Bounds::extent(start.span, end.span) } else { start.moment().bounds },
            written: start.written.hull(end.written),
            start_edge: start.edge,
            end_edge: end.edge,
            precision,
            repeats: is_range.then(|| unit(precision)),
        },
        Conjunction::One => Member {
            bounds: Bounds::moment(start.span.hull(end.span)),
            written: start.written.hull(end.written),
            start_edge: forever(start.edge),
            end_edge: forever(end.edge),
            precision,
            repeats: None,
        },
    })
}

/// The unit that a range of dates of this precision is counted in.
fn unit(precision: Precision) -> Unit {
    match precision {
        Precision::Season | Precision::Month => Unit::Month,
        finer if finer > Precision::Month => Unit::Day,
        _ => Unit::Year,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Moments somewhere between two small numbers, each with whether it is questioned.
    fn members() -> impl Strategy<Value = Vec<(i64, i64, bool)>> {
        proptest::collection::vec((0..6_i64, 0..4_i64, any::<bool>()), 1..4)
            .prop_map(|list| list.into_iter().map(|(from, more, asked)| (from, from + more, asked)).collect())
    }

    fn set(conjunction: Conjunction, list: &[(i64, i64, bool)]) -> Members {
        let list = list.iter().map(|(from, to, questioned)| {
            let span = Span::new(Stamp(*from), Stamp(*to));
            let edge = if *questioned { Edge::Questioned } else { Edge::Firm };
            Member {
                bounds: Bounds::moment(span),
                written: span,
                start_edge: edge,
                end_edge: edge,
                precision: Precision::Day,
                repeats: None,
            }
        });
        Members { conjunction, list: list.collect(), zone: TimeZone::UTC }
    }

    /// Every way in which the members can fall: as written, and with what is questioned anywhere.
    fn readings(list: &[(i64, i64, bool)], doubted: bool) -> Vec<Vec<i64>> {
        let mut all = vec![Vec::new()];
        for (from, to, questioned) in list {
            let range = if doubted && *questioned { -2..=12 } else { *from..=*to };
            all = all
                .into_iter()
                .flat_map(|before| range.clone().map(move |at| [before.as_slice(), &[at]].concat()))
                .collect();
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        #[test]
        fn a_set_lies_inside_where_all_that_holds_does(list in members(), from in 0..9_i64, more in 0..9_i64) {
            let window = Span::new(Stamp(from), Stamp(from + more));
            let holds = |at: &i64| window.contains(Stamp(*at));
            let (written, doubted) = (readings(&list, false), readings(&list, true));
            // Of `{…}` each reading is one way in which all fall; of `[…]` it is also open which of them holds.
            let all = |readings: &[Vec<i64>]| readings.iter().map(|one| one.iter().all(holds)).collect::<Vec<_>>();
            let one = |readings: &[Vec<i64>]| readings.iter().flatten().map(holds).collect::<Vec<_>>();
            for (conjunction, written, doubted) in [
                (Conjunction::All, all(&written), all(&doubted)),
                (Conjunction::One, one(&written), one(&doubted)),
            ] {
                let expected = match (doubted.iter().all(|is| *is), written.iter().any(|is| *is)) {
                    (true, _) => Answer::Certain,
                    (false, true) => Answer::Possible,
                    (false, false) => Answer::Out,
                };
                prop_assert_eq!(set(conjunction, &list).answer_inside(window), expected, "{:?}", conjunction);
            }
        }
    }
}
