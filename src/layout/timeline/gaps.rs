//! Empty stretches of time, and which of them an axis leaves out.
//!
//! ```text
//! forms ─ contents() ─► spans ─ Gaps::of() ─► Gaps ─ cuts_for() ─► Cuts
//!                                per case and filter      per window, selection, threshold
//! ```
//!
//! Empty is where nothing is dated, and may be dated: what an event, a link or a claim says, with all that "about" and a
//! coarse date leave open, is not empty. Where something merely goes on, time is empty all the same: the existence of an
//! entity, and what has an open or unknown end, fill only the stretches in which they begin and end. So nothing ever
//! begins, ends or happens inside a cut.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::form::{End, Form};
use crate::layout::axis::{Cut, Cuts};
use crate::model::time::civil::{Unit, floor, next};
use crate::model::time::{Edge, Span, Stamp};
use crate::model::time_index::Column;

/// Gaps that are kept: more than an axis has cuts, as a window may lie in some of them.
const MOST_GAPS: usize = 256;

/// The automatic threshold is this part of the whole.
const AUTOMATIC_PART: i64 = 8;

/// A cut keeps at least this share of its gap when it is rounded to whole units: four parts of so many.
const LEAST_KEPT: (i64, i64) = (3, 4);

/// Width of a cut whose length is said in whole years, in points.
const NARROW: u8 = 48;
/// Width of a cut whose length takes more words.
const WIDE: u8 = 66;

/// How long a gap must be to be cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CutThreshold {
    /// An eighth of all that is dated.
    #[default]
    Automatic,
    Month,
    Quarter,
    Year,
    FiveYears,
}

impl CutThreshold {
    /// Least length of a gap in milliseconds, where all that is dated takes `extent`. Months and years are their shortest.
    pub fn least(self, extent: Span) -> i64 {
        const DAY: i64 = 86_400_000;
        match self {
            Self::Automatic => length(extent) / AUTOMATIC_PART,
            Self::Month => 28 * DAY,
            Self::Quarter => 90 * DAY,
            Self::Year => 365 * DAY,
            Self::FiveYears => 5 * 365 * DAY,
        }
    }
}

/// Milliseconds in a span, both ends included.
fn length(span: Span) -> i64 {
    span.end().0.saturating_sub(span.start().0).saturating_add(1)
}

/// What fills time of something with this date: an event or a link all of it, what exists only its beginning and its end.
pub fn contents(form: Form, exists: bool) -> impl Iterator<Item = Span> {
    let [first, second] = match form {
        Form::Moment { outer: span, .. } | Form::Impossible(span) => [bounded(span), None],
        Form::Period { start, end } => {
            let goes_on = |end: End| matches!(end.edge, Edge::Open | Edge::Unknown);
            match (known(start), known(end)) {
                (Some(first), Some(last)) if !exists && !goes_on(start) && !goes_on(end) => {
                    [Some(first.hull(last)), None]
                }
                ends => ends.into(),
            }
        }
    };
    first.into_iter().chain(second)
}

/// The same for the date in a row of a column.
pub fn contents_at(column: &Column, at: usize, exists: bool) -> impl Iterator<Item = Span> {
    let set = column.set(at).map(|set| Form::of(set).0.into_iter().flat_map(move |form| contents(form, exists)));
    let ends = if exists && set.is_none() { column.ends(at) } else { None };
    // Of what is bounded at both sides all is known; of what is not, only the end that is.
    let known = if set.is_none() && ends.is_none() { column.known(at).and_then(bounded) } else { None };
    known.into_iter().chain(ends.into_iter().flatten().flatten()).chain(set.into_iter().flatten())
}

fn bounded(span: Span) -> Option<Span> {
    (span.start().is_bounded() && span.end().is_bounded()).then_some(span)
}

/// Where an end may lie, as far as that is known.
fn known(end: End) -> Option<Span> {
    match (end.earliest.is_bounded(), end.latest.is_bounded()) {
        (true, true) => Some(Span::new(end.earliest, end.latest)),
        (true, false) => Some(Span::at(end.earliest)),
        (false, true) => Some(Span::at(end.latest)),
        (false, false) => None,
    }
}

/// The time that is protected while something with this date is selected: all of it, what is open as far as `extent`.
pub fn selected(form: Form, extent: Span) -> Option<Span> {
    let known = form.known_span()?;
    let Form::Period { start, end } = form else { return Some(known) };
    let first = if start.edge == Edge::Open { extent.start().min(known.start()) } else { known.start() };
    let last = if end.edge == Edge::Open { extent.end().max(known.end()) } else { known.end() };
    Some(Span::new(first, last))
}

/// The longest stretches in which nothing is dated, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    spans: Vec<Span>,
    extent: Option<Span>,
}

impl Gaps {
    /// The gaps between spans in any order: O(n log n).
    pub fn of(contents: impl IntoIterator<Item = Span>) -> Self {
        let mut filled: Vec<Span> = contents.into_iter().filter_map(bounded).collect();
        filled.sort_unstable_by_key(|span| span.start());
        let mut gaps = Vec::new();
        let mut extent: Option<Span> = None;
        for span in filled {
            if let Some(before) = extent
                && span.start() > before.end().plus(1)
            {
                gaps.push(Span::new(before.end().plus(1), span.start().plus(-1)));
            }
            extent = Some(extent.map_or(span, |before| before.hull(span)));
        }
        gaps.sort_unstable_by_key(|gap| (std::cmp::Reverse(length(*gap)), gap.start()));
        gaps.truncate(MOST_GAPS);
        gaps.sort_unstable_by_key(|gap| gap.start());
        Self { spans: gaps, extent }
    }

    /// From the first to the last thing that fills time.
    pub fn extent(&self) -> Option<Span> {
        self.extent
    }

    /// The gaps, in order of time.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}

/// What an axis leaves out: the gaps that are long enough, without the window and what is selected (`kept`). Each cut is
/// made of whole years of `zone` where its gap has room for them, else of whole months, days, hours; so its length can be
/// said in words without rounding.
pub fn cuts_for(gaps: &Gaps, kept: &[Span], threshold: CutThreshold, zone: &TimeZone) -> Cuts {
    let Some(extent) = gaps.extent else { return Cuts::NONE };
    let least = threshold.least(extent);
    let pieces = gaps.spans.iter().filter(|gap| length(**gap) >= least).flat_map(|gap| without(*gap, kept));
    let mut longest: Vec<Span> = pieces.filter(|piece| length(*piece) >= least).collect();
    longest.sort_by_key(|piece| std::cmp::Reverse(length(*piece)));
    longest.truncate(crate::layout::axis::MOST_CUTS);
    Cuts::new(longest.into_iter().filter_map(|piece| whole(piece, zone)))
}

/// What is left of a gap outside some spans.
fn without(gap: Span, kept: &[Span]) -> Vec<Span> {
    let mut pieces = vec![gap];
    for span in kept {
        let mut left = Vec::with_capacity(pieces.len() + 1);
        for piece in pieces {
            if !piece.touches(*span) {
                left.push(piece);
                continue;
            }
            if piece.start() < span.start() {
                left.push(Span::new(piece.start(), span.start().plus(-1)));
            }
            if span.end() < piece.end() {
                left.push(Span::new(span.end().plus(1), piece.end()));
            }
        }
        pieces = left;
    }
    pieces
}

/// The whole units inside a gap: the coarsest that leave out most of it.
fn whole(gap: Span, zone: &TimeZone) -> Option<Cut> {
    let units = [Unit::Year, Unit::Month, Unit::Day, Unit::Hour, Unit::Minute, Unit::Second];
    units.into_iter().find_map(|unit| {
        let first = floor(gap.start(), unit, zone);
        let start = if first == gap.start() { first } else { next(gap.start(), unit, 1, zone) };
        let end = floor(gap.end().plus(1), unit, zone);
        let kept = end.0.saturating_sub(start.0);
        let is_most = kept > 0 && kept / LEAST_KEPT.0 >= length(gap) / LEAST_KEPT.1;
        let width = if unit == Unit::Year { NARROW } else { WIDE };
        is_most.then(|| Cut::new(Span::new(start, Stamp(end.0 - 1)), width))
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::model::time::{Calendar, When};

    fn calendar() -> Calendar {
        Calendar::named("Europe/Amsterdam").unwrap()
    }

    fn date(text: &str) -> When {
        When::parse(text, &calendar(), None).unwrap()
    }

    fn span(text: &str) -> Span {
        date(text).outer()
    }

    /// The cuts between dates, of which the second in a pair tells whether it is an existence.
    fn cuts(dates: &[(&str, bool)], kept: &[&str], threshold: CutThreshold) -> Vec<Span> {
        let contents = dates.iter().flat_map(|(text, exists)| {
            Form::of(&date(text)).0.into_iter().flat_map(|form| contents(form, *exists)).collect::<Vec<_>>()
        });
        let kept: Vec<Span> = kept.iter().map(|text| span(text)).collect();
        cuts_for(&Gaps::of(contents), &kept, threshold, &calendar().zone).iter().map(Cut::span).collect()
    }

    const AUTOMATIC: CutThreshold = CutThreshold::Automatic;

    #[test]
    fn a_long_gap_is_cut_in_whole_years_and_a_short_one_is_not() {
        let dates = [("2008-02-11", false), ("2018-03", false), ("2018-10-01", false), ("2021-03-09", false)];
        assert_eq!(cuts(&dates, &[], AUTOMATIC), [span("2009/2017"), span("2019/2020")]);
        assert_eq!(cuts(&dates, &[], CutThreshold::FiveYears), [span("2009/2017")]);
        let month = cuts(&dates, &[], CutThreshold::Month);
        assert_eq!(month, [span("2009/2017"), span("2018-04/2018-09"), span("2019/2020")]);
    }

    #[test]
    fn where_whole_years_would_leave_much_behind_months_are_cut_and_below_them_days() {
        let dates = [("2020-03-10", false), ("2021-12-20", false), ("2022-02-01", false)];
        let found = cuts(&dates, &[], CutThreshold::Month);
        assert_eq!(found, [span("2020-04/2021-11"), span("2021-12-21/2022-01-31")]);
    }

    #[test]
    fn what_may_lie_in_a_gap_fills_it_and_what_merely_goes_on_does_not() {
        let ends = [("2008", false), ("2021", false)];
        let with = |date: &'static str, exists: bool| cuts(&[ends[0], ends[1], (date, exists)], &[], AUTOMATIC);
        assert_eq!(with("2008/2021", true), [span("2009/2020")], "a rail is interrupted");
        assert_eq!(with("2008/..", false), [span("2009/2020")], "so is what is still open");
        assert_eq!(with("2008/", false), [span("2009/2020")], "and what has an unknown end");
        assert_eq!(with("2008/2021", false), [], "an event that lasts fills its time");
        assert_eq!(with("201X", false), [], "it may have been at any time in these ten years");
        assert_eq!(with("2014/..", true), [span("2009/2013"), span("2015/2020")], "something begins in it");
        assert_eq!(with("2014~", true), [span("2009/2012"), span("2016/2020")], "about takes its room");
    }

    #[test]
    fn a_gap_is_cut_beside_the_window_and_the_selection_but_not_inside_them() {
        let dates = [("2000", false), ("2021", false)];
        assert_eq!(cuts(&dates, &["2010"], AUTOMATIC), [span("2001/2009"), span("2011/2020")]);
        assert_eq!(cuts(&dates, &["2002/2021"], AUTOMATIC), []);
        assert_eq!(cuts(&dates, &["2010", "2011/2013"], AUTOMATIC), [span("2001/2009"), span("2014/2020")]);
    }

    #[test]
    fn what_is_selected_is_protected_as_far_as_it_is_known_or_open() {
        let extent = span("2000/2021");
        let of = |text: &str| selected(Form::of(&date(text)).0[0], extent);
        assert_eq!(of("2008/2010"), Some(span("2008/2010")));
        assert_eq!(of("2008/.."), Some(span("2008/2021")));
        assert_eq!(of("2008/"), Some(span("2008")));
    }

    #[test]
    fn nothing_dated_has_no_cuts() {
        assert_eq!(cuts(&[], &[], CutThreshold::Month), []);
        assert_eq!(cuts(&[("2008", false)], &[], CutThreshold::Month), []);
    }

    const DAY: i64 = 86_400_000;

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        vec((-400_000..400_000_i64, 0..2_000_i64), 0..30).prop_map(|spans| {
            let span = |(day, days): (i64, i64)| Span::new(Stamp(day * DAY), Stamp((day + days) * DAY + 1));
            spans.into_iter().map(span).collect()
        })
    }

    fn thresholds() -> impl Strategy<Value = CutThreshold> {
        use CutThreshold::{Automatic, FiveYears, Month, Quarter, Year};
        prop::sample::select(vec![Automatic, Month, Quarter, Year, FiveYears])
    }

    proptest! {
        #[test]
        fn no_cut_touches_what_is_dated_or_kept(filled in spans(), kept in spans(), threshold in thresholds()) {
            let cuts = cuts_for(&Gaps::of(filled.iter().copied()), &kept, threshold, &calendar().zone);
            for cut in cuts.iter() {
                prop_assert!(filled.iter().chain(&kept).all(|span| !span.touches(cut.span())), "{cut:?}");
            }
            let cuts: Vec<Cut> = cuts.iter().collect();
            prop_assert!(cuts.windows(2).all(|pair| pair[0].span().end() < pair[1].span().start()));
        }

        #[test]
        fn gaps_and_contents_fill_the_extent(mut filled in spans()) {
            let gaps = Gaps::of(filled.iter().copied());
            filled.extend(gaps.spans());
            let together = Gaps::of(filled);
            prop_assert_eq!((together.spans(), together.extent()), (&[][..], gaps.extent()));
        }
    }
}
