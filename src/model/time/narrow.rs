//! Dates that say more than was written, or follow though nothing was written: what the order of events adds.

use std::sync::Arc;

use super::civil::CivilTime;
use super::when::Rare;
use super::{Bounds, Calendar, Conjunction, Edge, Member, Precision, Span, Stamp, When};

/// Where the bounds of a date come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the text alone.
    Written,
    /// From the text, of which these were the bounds, narrowed by something else.
    Narrowed(Bounds),
    /// Not from a text: nothing was written.
    Derived,
}

impl When {
    /// Where the bounds come from.
    pub fn origin(&self) -> Origin {
        self.rare.as_ref().map_or(Origin::Written, |rare| rare.origin)
    }

    /// The same text with what else is known of its bounds, and that for sure. `None` where that adds nothing, contradicts the text, or
    /// is asked of a set of which all hold, whose members have no place of their own in an order.
    ///
    /// Marks stay: a questioned end is as little certain as before.
    #[must_use]
    pub fn narrowed(&self, to: Bounds) -> Option<Self> {
        let mut narrower = self.clone();
        let mut rare = narrower.rare.take().map_or_else(Rare::default, |rare| *rare);
        if let Some(members) = &mut rare.members {
            if members.conjunction == Conjunction::All || !members.keep(to.outer()) {
                return None;
            }
            narrower.bounds = members.bounds();
            (narrower.start_edge, narrower.end_edge) = members.edges();
            narrower.start_questioned = narrower.start_edge.is_questioned();
            narrower.end_questioned = narrower.end_edge.is_questioned();
            narrower.precision = members.precision();
            rare.written = Some(members.written());
        } else {
            narrower.bounds = if self.is_extent { both(self.bounds, to)? } else { shared(self.bounds, to)? };
            narrower.start_edge = known(self.start_edge, narrower.bounds.earliest_start, narrower.bounds.latest_start);
            narrower.end_edge = known(self.end_edge, narrower.bounds.earliest_end, narrower.bounds.latest_end);
            narrower.doubt_what_rests_on_doubt(to);
            let outer = narrower.bounds.outer();
            rare.written = rare.written.map(|written| within(written, outer));
        }
        if narrower.bounds == self.bounds {
            return None;
        }
        rare.origin = Origin::Narrowed(self.bounds);
        narrower.rare = Some(Box::new(rare));
        Some(narrower)
    }

    /// An end may owe its bound to the other one alone; where that is questioned and nothing `sure` says as much, so is
    /// this end. Without a bound on its other side it was never certain; narrowed it would be.
    fn doubt_what_rests_on_doubt(&mut self, sure: Bounds) {
        let starts_in_doubt = self.start_questioned && sure.earliest_end < self.bounds.earliest_end;
        let ends_in_doubt = self.end_questioned && sure.latest_start > self.bounds.latest_start;
        if starts_in_doubt {
            (self.end_questioned, self.end_edge) = (true, self.end_edge.questioned());
        }
        if ends_in_doubt {
            (self.start_questioned, self.start_edge) = (true, self.start_edge.questioned());
        }
    }

    /// A moment somewhere in `span`, which nobody wrote down; each end may be [questioned](Edge::Questioned). Its text
    /// is the nearest EDTF expression in days, such as `[2021-03-09..]`. `None` where neither end is bounded.
    pub fn derived(span: Span, questioned: (bool, bool), calendar: &Calendar) -> Option<Self> {
        let is_bounded = (span.start().is_bounded(), span.end().is_bounded());
        if is_bounded == (false, false) {
            return None;
        }
        let edge = |is_bounded, questioned| match (is_bounded, questioned) {
            (false, _) => Edge::Unknown,
            (true, false) => Edge::Firm,
            (true, true) => Edge::Questioned,
        };
        // Both ends are one unknown moment: what is in doubt at one end is in doubt of the whole.
        let is_questioned = questioned.0 || questioned.1;
        Some(Self {
            text: Arc::from(nearest(span, calendar)),
            bounds: Bounds::moment(span),
            rare: Some(Box::new(Rare { origin: Origin::Derived, ..Rare::default() })),
            start_edge: edge(is_bounded.0, questioned.0),
            end_edge: edge(is_bounded.1, questioned.1),
            start_questioned: is_questioned,
            end_questioned: is_questioned,
            is_extent: false,
            precision: fineness(span),
        })
    }

    /// The bounds that hold even where what is questioned is wrong. Never narrower than [`bounds`](Self::bounds).
    pub(in crate::model) fn sure_bounds(&self) -> Bounds {
        const FREE: Bounds = Bounds {
            earliest_start: Stamp::MIN,
            latest_start: Stamp::MAX,
            earliest_end: Stamp::MIN,
            latest_end: Stamp::MAX,
        };
        let mut bounds = self.bounds;
        if let Some((_, members)) = self.members() {
            return if members.iter().any(Member::is_questioned) { FREE } else { bounds };
        }
        if !self.is_extent {
            return if self.start_questioned || self.end_questioned { FREE } else { bounds };
        }
        // Start and end limit each other, so that a bound of the sure end may be that of the questioned one.
        if self.start_questioned {
            bounds.earliest_end =
                if bounds.earliest_end == bounds.earliest_start { Stamp::MIN } else { bounds.earliest_end };
        }
        if self.end_questioned {
            bounds.latest_start =
                if bounds.latest_start == bounds.latest_end { Stamp::MAX } else { bounds.latest_start };
        }
        if self.start_questioned {
            (bounds.earliest_start, bounds.latest_start) = (Stamp::MIN, Stamp::MAX);
        }
        if self.end_questioned {
            (bounds.earliest_end, bounds.latest_end) = (Stamp::MIN, Stamp::MAX);
        }
        bounds
    }
}

/// What both say of a moment.
fn shared(written: Bounds, to: Bounds) -> Option<Bounds> {
    let (start, end) = (written.earliest_start.max(to.earliest_start), written.latest_end.min(to.latest_end));
    (start <= end).then(|| Bounds::moment(Span::new(start, end)))
}

/// What both say of an extent.
fn both(written: Bounds, to: Bounds) -> Option<Bounds> {
    let latest_end = written.latest_end.min(to.latest_end);
    let earliest_start = written.earliest_start.max(to.earliest_start);
    let bounds = Bounds {
        earliest_start,
        latest_start: written.latest_start.min(to.latest_start).min(latest_end),
        earliest_end: written.earliest_end.max(to.earliest_end).max(earliest_start),
        latest_end,
    };
    let is_sound = bounds.earliest_start <= bounds.latest_start && bounds.earliest_end <= bounds.latest_end;
    (is_sound && !written.is_impossible()).then_some(bounds)
}

/// An end of which nothing was known, and which now lies between two bounds, is known like any other.
fn known(edge: Edge, earliest: Stamp, latest: Stamp) -> Edge {
    if edge == Edge::Unknown && earliest.is_bounded() && latest.is_bounded() { Edge::Firm } else { edge }
}

/// As much of `span` as lies in `outer`; where none does, the end of `outer` that is nearest.
pub(super) fn within(span: Span, outer: Span) -> Span {
    let inside = |stamp: Stamp| stamp.clamp(outer.start(), outer.end());
    Span::new(inside(span.start()), inside(span.end()))
}

/// How fine a stretch is that no text gives a precision.
fn fineness(span: Span) -> Precision {
    const DAY: i64 = 25 * 3_600_000;
    if !span.start().is_bounded() || !span.end().is_bounded() {
        return Precision::Millennium;
    }
    match span.end().0.saturating_sub(span.start().0) / DAY {
        0 => Precision::Day,
        1..31 => Precision::Month,
        31..366 => Precision::Year,
        366..3_660 => Precision::Decade,
        3_660..36_600 => Precision::Century,
        _ => Precision::Millennium,
    }
}

/// The set or day of EDTF that holds the whole of `span`. Years that are not written with four digits are left out.
fn nearest(span: Span, calendar: &Calendar) -> String {
    let day = |stamp: Stamp| CivilTime::at(stamp, &calendar.zone).date;
    let text = |stamp: Stamp| {
        let date = day(stamp);
        let sign = if date.year < 0 { "-" } else { "" };
        format!("{sign}{:04}-{:02}-{:02}", date.year.abs(), date.month, date.day)
    };
    let is_writable = |stamp: Stamp| stamp.is_bounded() && (-9_999..=9_999).contains(&day(stamp).year);
    let (start, end) = (span.start(), span.end());
    match (is_writable(start), is_writable(end)) {
        (true, true) if day(start) == day(end) => text(start),
        (true, true) => format!("[{}..{}]", text(start), text(end)),
        (true, false) => format!("[{}..]", text(start)),
        (false, true) => format!("[..{}]", text(end)),
        // Off the years that EDTF writes with four digits.
        (false, false) if start.is_bounded() && start.0 > 0 => "[9999-12-31..]".to_owned(),
        (false, false) => "[..9999-12-31]".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amsterdam, line, shown, when};
    use super::super::{Answer, Parts};
    use super::*;

    fn bounds(text: &str) -> Bounds {
        when(text).bounds()
    }

    fn narrowed(text: &str, to: &str) -> String {
        when(text).narrowed(bounds(to)).map_or("none".to_owned(), |when| line(&when, &amsterdam()))
    }

    #[test]
    fn a_date_is_narrowed_to_what_both_say() {
        for (text, to, expected) in [
            ("2021-03", "[2021-03-09..]", "2021-03-09 2021-03-31< Firm"),
            ("2021-03?", "[2021-03-09..]", "2021-03-09 2021-03-31< Questioned"),
            ("2021-03", "[2021-04-01..]", "none"),
            ("2021-03", "[2020..]", "none"),
            ("2021-02-15~", "[2021-02-20..]", "2021-02-20 2021-02-22< Soft"),
            ("2018/", "[2018-06..2020-05]", "2018-06-01 2018-12-31< Firm / 2018-06-01 2020-05-31< Firm"),
            ("2021-03-09/..", "[2021-03-09..]", "none"),
            ("2021-03-09/2021-03-08", "[2021-03-01..2021-03-31]", "none"),
            ("[2018-12,2019-10]", "[2019..]", "2019-10-01 2019-10-31< Firm"),
            ("[2018-12?,2019-10]", "[2019..]", "2019-10-01 2019-10-31< Questioned"),
            ("[2018-12,2019-10]", "[2019-03..2019-05]", "none"),
            ("{2018-12,2019-10}", "[2018-12-05..]", "none"),
        ] {
            assert_eq!(narrowed(text, to), expected, "{text} to {to}");
        }
    }

    #[test]
    fn a_narrowed_date_keeps_its_text_and_says_that_it_was_narrowed() {
        let date = when("2021-02-15~").narrowed(bounds("[2021-02-20..]")).unwrap();
        assert_eq!((date.text(), date.origin()), ("2021-02-15~", Origin::Narrowed(bounds("2021-02-15~"))));
        assert!(date.outer().covers(date.written()));
        assert_eq!(when("2021").origin(), Origin::Written);
        assert_eq!(date.answer(when("2021-02-20/2021-02-28").outer()), Answer::Certain);
        let questioned = when("2021-03?").narrowed(bounds("[2021-03-09..]")).unwrap();
        assert_eq!(questioned.answer(when("2021").outer()), Answer::Possible);
        assert_eq!(questioned.answer(when("2021-03-01").outer()), Answer::Out);
    }

    #[test]
    fn what_is_only_derived_is_a_moment_somewhere() {
        let calendar = amsterdam();
        let from = bounds("2021-03-09T05:00").earliest_start;
        let until = bounds("2021-05").latest_end;
        for (span, text) in [
            (Span::new(from, Stamp::MAX), "[2021-03-09..]"),
            (Span::new(Stamp::MIN, until), "[..2021-05-31]"),
            (Span::new(from, until), "[2021-03-09..2021-05-31]"),
            (Span::new(from, from), "2021-03-09"),
            (bounds("-0044-03/-0043").outer(), "[-0044-03-01..-0043-12-31]"),
            (Span::new(bounds("Y17000").earliest_start, Stamp::MAX), "[9999-12-31..]"),
            (Span::new(Stamp::MIN, bounds("Y-17000").earliest_start), "[..9999-12-31]"),
        ] {
            let date = When::derived(span, (false, false), &calendar).unwrap();
            assert_eq!((date.text(), date.outer(), date.origin()), (text, span, Origin::Derived));
            assert!(matches!(date.parts(), Parts::Set { .. } | Parts::Moment(_)));
            assert!(!date.is_extent() && date.members().is_none());
        }
        assert_eq!(When::derived(Span::new(Stamp::MIN, Stamp::MAX), (false, false), &calendar), None);
    }

    #[test]
    fn a_derived_date_answers_like_a_set_of_which_one_holds() {
        let calendar = amsterdam();
        let span = when("[2021-03-09..2021-05-31]").outer();
        let date = When::derived(span, (false, false), &calendar).unwrap();
        let doubtful = When::derived(span, (false, true), &calendar).unwrap();
        let open = When::derived(Span::new(span.start(), Stamp::MAX), (false, false), &calendar).unwrap();
        for window in ["2021", "2021-03", "2021-06", "2021-03-09/2021-05-31", "2020/2030"] {
            let window = when(window).outer();
            assert_eq!(date.answer(window), when("[2021-03-09..2021-05-31]").answer(window));
            assert_eq!(open.answer(window), when("[2021-03-09..]").answer(window));
            assert_ne!(doubtful.answer(window), Answer::Certain);
        }
        assert_eq!((doubtful.start_edge(), doubtful.end_edge()), (Edge::Firm, Edge::Questioned));
        assert_eq!((open.start_edge(), open.end_edge()), (Edge::Firm, Edge::Unknown));
    }

    #[test]
    fn what_is_questioned_bounds_nothing_for_sure() {
        for (text, expected) in [
            ("2021-03", "2021-03-01 2021-03-31< 2021-03-01 2021-03-31<"),
            ("2021-03?", "ever never ever never"),
            ("2018?/2021-03-09", "ever never 2021-03-09 2021-03-09<"),
            // Where what is questioned limits the other end, both are in doubt.
            ("2021-03-05?/2021-03", "ever never ever never"),
            ("2021-03/2021-03-09?", "ever never ever never"),
            ("2018/2021?", "2018-01-01 2018-12-31< ever never"),
            ("[2018,2019?]", "ever never ever never"),
            ("2021-03-09/..", "2021-03-09 2021-03-09< never never"),
        ] {
            let Bounds { earliest_start, latest_start, earliest_end, latest_end } = when(text).sure_bounds();
            let shown = [earliest_start, latest_start, earliest_end, latest_end].map(|at| shown(at, &amsterdam()));
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }
}
