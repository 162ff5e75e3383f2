//! A date as written, with what it may mean.

use std::sync::Arc;

use super::answer::Reading;
use super::bounds::End;
use super::narrow::{Origin, within};
use super::read::read;
use super::set::Members;
use super::{
    About, Answer, Bounds, Calendar, Conjunction, DateError, Edge, Member, Parts, Precision, Span, Stamp, WindowRule,
};

/// A date as written.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    pub(super) text: Arc<str>,
    pub(super) bounds: Bounds,
    /// What few dates have, so that the others stay small.
    pub(super) rare: Option<Box<Rare>>,
    pub(super) start_edge: Edge,
    pub(super) end_edge: Edge,
    pub(super) start_questioned: bool,
    pub(super) end_questioned: bool,
    pub(super) is_extent: bool,
    pub(super) precision: Precision,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rare {
    pub(super) about: Option<About>,
    /// What is written, where `~` adds to it.
    pub(super) written: Option<Span>,
    pub(super) members: Option<Members>,
    pub(super) origin: Origin,
}

impl Default for Rare {
    fn default() -> Self {
        Self { about: None, written: None, members: None, origin: Origin::Written }
    }
}

impl When {
    /// Reads an EDTF expression, an instant, or two of them with a slash. `about` says how far `~` and `%` reach for
    /// this date, instead of the calendar's tolerances.
    pub fn parse(text: &str, calendar: &Calendar, about: Option<About>) -> Result<Self, DateError> {
        Self::resolve(text, || Arc::from(text), calendar, about)
    }

    /// The same text by another calendar or another reach of `~`, without what narrowed it. An error where the clock of the other zone jumps
    /// over a time that is written without its own zone.
    pub fn by(&self, calendar: &Calendar, about: Option<About>) -> Result<Self, DateError> {
        Self::resolve(&self.text, || Arc::clone(&self.text), calendar, about)
    }

    fn resolve(
        text: &str,
        keep: impl FnOnce() -> Arc<str>,
        calendar: &Calendar,
        about: Option<About>,
    ) -> Result<Self, DateError> {
        let (start, end, is_extent) = match read(text)? {
            Parts::Moment(point) => {
                let end = End::at(&point, calendar, about)?;
                (end, end, false)
            }
            Parts::Extent { start, end } => {
                (End::of(&start, true, calendar, about)?, End::of(&end, false, calendar, about)?, true)
            }
            Parts::Set { conjunction, members } => {
                let members = Members::resolve(conjunction, &members, calendar, about)?;
                return Ok(Self::set(keep(), members, about));
            }
        };
        let Reading { bounds, start_questioned, end_questioned } =
            if is_extent { start.until(end) } else { start.moment() };
        let is_widened = start.span != start.written || end.span != end.written;
        let written = is_widened.then(|| {
            // What is written may end before it starts where only the widening saves it.
            let outer = bounds.outer();
            let inside = |stamp: Stamp| within(Span::new(stamp, stamp), outer).start();
            Span::new(inside(start.written.start()), inside(end.written.end()))
        });
        let is_rare = about.is_some() || is_widened;
        // The coarser of two dated ends; there is always one.
        let precision = start.precision.into_iter().chain(end.precision).min().unwrap_or(Precision::Millennium);
        Ok(Self {
            text: keep(),
            bounds,
            rare: is_rare.then(|| Box::new(Rare { about, written, ..Rare::default() })),
            start_edge: start.edge,
            end_edge: end.edge,
            start_questioned,
            end_questioned,
            is_extent,
            precision,
        })
    }

    fn set(text: Arc<str>, members: Members, about: Option<About>) -> Self {
        let (start_edge, end_edge) = members.edges();
        Self {
            text,
            bounds: members.bounds(),
            start_edge,
            end_edge,
            start_questioned: start_edge.is_questioned(),
            end_questioned: end_edge.is_questioned(),
            is_extent: false,
            precision: members.precision(),
            rare: Some(Box::new(Rare {
                about,
                written: Some(members.written()),
                members: Some(members),
                ..Rare::default()
            })),
        }
    }

    /// As written; of a [derived](Self::derived) date, the nearest that could be written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How far `~` reaches for this date alone, where the file says so.
    pub fn about(&self) -> Option<About> {
        self.rare.as_ref()?.about
    }

    /// The four bounds over all members.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether it touches the window, first and last millisecond included. Never [`Answer::Undated`].
    ///
    /// An end marked `?` or `%` does not make an answer certain, nor does an unknown one, but the other end still may:
    /// `/2021` is certainly in a window that holds all of 2021. An [impossible](Self::is_impossible) date counts as
    /// the stretch between its ends and is at best possible.
    pub fn answer(&self, window: Span) -> Answer {
        match self.members_in_zone() {
            Some(members) => members.answer(window),
            None => self.reading().answer(window),
        }
    }

    /// Whether it does to the window what `rule` asks. Never [`Answer::Undated`].
    ///
    /// Of a set `{…}` one member that touches is enough, but all must lie inside. What goes on for ever (`..`) never
    /// lies inside, not even in a window that goes on for ever. What is certainly (or possibly) inside certainly (or at
    /// least possibly) touches.
    pub fn answer_by(&self, window: Span, rule: WindowRule) -> Answer {
        match (rule, self.members_in_zone()) {
            (WindowRule::Touches, _) => self.answer(window),
            (WindowRule::Inside, Some(members)) => members.answer_inside(window),
            (WindowRule::Inside, None) if self.start_edge == Edge::Open || self.end_edge == Edge::Open => Answer::Out,
            (WindowRule::Inside, None) => self.reading().answer_inside(window),
        }
    }

    /// What is known of the start; of a moment, the same as of the end. Of a set, of the member that starts first.
    pub fn start_edge(&self) -> Edge {
        self.start_edge
    }

    /// What is known of the end; of a moment, the same as of the start. Of a set, of the member that ends last.
    pub fn end_edge(&self) -> Edge {
        self.end_edge
    }

    /// Whether it is written with a slash and lasts from start to end; otherwise it is some time within.
    pub fn is_extent(&self) -> bool {
        self.is_extent
    }

    /// Whether by every reading the end is before the start.
    pub fn is_impossible(&self) -> bool {
        self.is_extent && self.bounds.is_impossible()
    }

    /// How fine a moment is; of an extent or set, how fine its coarsest date is.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The members of a set and whether all of them hold or one.
    pub fn members(&self) -> Option<(Conjunction, &[Member])> {
        self.members_in_zone().map(|members| (members.conjunction, &*members.list))
    }

    /// The stretch that belongs to it by every reading: just the points at which a window of one millisecond is
    /// answered [`Answer::Certain`]. `None` where there is none, and for sets, whose members have their own.
    pub fn core(&self) -> Option<Span> {
        if self.members_in_zone().is_some() {
            return None;
        }
        self.reading().sure().filter(|(start, end)| start <= end).map(|(start, end)| Span::new(start, end))
    }

    /// All that may belong to it: outside this, a window is answered [`Answer::Out`].
    pub fn outer(&self) -> Span {
        self.bounds.outer()
    }

    /// From the earliest to the latest time that is known of it: an end of which nothing is known, or that is open, does
    /// not count. Nothing where nothing is known of either end.
    pub fn known(&self) -> Option<Span> {
        match self.members_in_zone() {
            Some(members) => members
                .list
                .iter()
                .filter_map(|member| known(false, member.bounds, member.start_edge, member.end_edge))
                .reduce(Span::hull),
            None => known(self.is_extent, self.bounds, self.start_edge, self.end_edge),
        }
    }

    /// The latest start and the earliest end by every reading: what a window must touch to be answered
    /// [`Answer::Certain`]. The start may lie after the end, as that of a day does. `None` where no window is certain,
    /// and for sets.
    pub fn sure(&self) -> Option<(Stamp, Stamp)> {
        if self.members_in_zone().is_some() { None } else { self.reading().sure() }
    }

    /// Whether it is a set, whose members are asked one by one.
    pub fn is_set(&self) -> bool {
        self.members_in_zone().is_some()
    }

    /// What is written, without what `~` and `%` add: an unsure edge fades from here to [`outer`](Self::outer), in
    /// which it always lies.
    pub fn written(&self) -> Span {
        self.rare.as_ref().and_then(|rare| rare.written).unwrap_or(self.outer())
    }

    /// Sorts by earliest start, then latest end, then text: a total order that is the same everywhere.
    pub fn sort_key(&self) -> (Stamp, Stamp, &str) {
        (self.bounds.earliest_start, self.bounds.latest_end, &self.text)
    }

    /// The civil fields as written, for putting the date in words.
    pub fn parts(&self) -> Parts<'_> {
        read(&self.text).expect("the same text was read before")
    }

    fn reading(&self) -> Reading {
        Reading { bounds: self.bounds, start_questioned: self.start_questioned, end_questioned: self.end_questioned }
    }

    fn members_in_zone(&self) -> Option<&Members> {
        self.rare.as_ref()?.members.as_ref()
    }
}

/// What is known of a date with these bounds and edges.
fn known(is_extent: bool, bounds: Bounds, start: Edge, end: Edge) -> Option<Span> {
    let outer = bounds.outer();
    if bounds.is_impossible() || (!is_extent && outer.start().is_bounded() && outer.end().is_bounded()) {
        return Some(outer);
    }
    let of = |edge: Edge, ends: [Stamp; 2]| if matches!(edge, Edge::Unknown | Edge::Open) { None } else { Some(ends) };
    [of(start, [bounds.earliest_start, bounds.latest_start]), of(end, [bounds.earliest_end, bounds.latest_end])]
        .into_iter()
        .flatten()
        .flatten()
        .filter(|stamp| stamp.is_bounded())
        .map(|stamp| Span::new(stamp, stamp))
        .reduce(Span::hull)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amsterdam, shown, when};
    use super::*;

    fn span(span: Span) -> String {
        format!("{} {}", shown(span.start(), &amsterdam()), shown(span.end(), &amsterdam()))
    }

    #[test]
    fn a_picture_tells_what_is_sure_written_and_possible() {
        for (text, core, written, outer) in [
            ("2021-03-09", "", "2021-03-09 2021-03-09<", "2021-03-09 2021-03-09<"),
            ("2021-02-15~", "", "2021-02-15 2021-02-15<", "2021-02-08 2021-02-22<"),
            ("2021-02-15~/2021-03-09", "2021-02-22< 2021-03-09", "2021-02-15 2021-03-09<", "2021-02-08 2021-03-09<"),
            ("2018?/2021-03-09", "", "2018-01-01 2021-03-09<", "2018-01-01 2021-03-09<"),
            ("2021-03-09/..", "2021-03-09< never", "2021-03-09 never", "2021-03-09 never"),
            ("/2021-03-09", "", "ever 2021-03-09<", "ever 2021-03-09<"),
            ("2021-03-09/2021-03-08", "", "2021-03-08 2021-03-09<", "2021-03-08 2021-03-09<"),
            ("[2020~,2022]", "", "2020-01-01 2022-12-31<", "2019-01-01 2022-12-31<"),
        ] {
            let when = when(text);
            let found = (when.core().map(span).unwrap_or_default(), span(when.written()), span(when.outer()));
            assert_eq!(found, (core.to_owned(), written.to_owned(), outer.to_owned()), "{text}");
        }
    }

    #[test]
    fn impossible_is_only_what_no_reading_can_save() {
        for (text, expected) in [
            ("2021-03-09/2021-03-08", true),
            ("2022/2021?", true),
            ("2021-03-09T05:00/2021-03-09T04:59", true),
            ("2021-03-09~/2021-03-08", false),
            ("2021/2021", false),
            ("2021-06/2021", false),
            ("2022/", false),
            ("[2022,2021]", false),
        ] {
            assert_eq!(when(text).is_impossible(), expected, "{text}");
        }
    }

    #[test]
    fn members_stand_beside_their_conjunction() {
        let set = when("{2018-12~,1670..1672}");
        let (conjunction, members) = set.members().unwrap();
        assert_eq!((conjunction, members.len()), (Conjunction::All, 2));
        assert_eq!(span(members[0].bounds.outer()), "2018-11-01 2019-01-31<");
        assert_eq!(span(members[0].written), "2018-12-01 2018-12-31<");
        assert_eq!(members[1].repeats, Some(super::super::civil::Unit::Year));
        assert!(!set.is_extent() && when("2020/2021").is_extent());
        assert!(when("2021").members().is_none());
    }

    #[test]
    fn dates_sort_by_start_then_end_then_text() {
        let mut dates = ["2021", "2020/2022", "/2021", "2021-01-01", "2020", "2021~", "2021?"].map(when);
        dates.sort_by(|left, right| left.sort_key().cmp(&right.sort_key()));
        let texts = dates.each_ref().map(When::text);
        assert_eq!(texts, ["/2021", "2020", "2020/2022", "2021~", "2021-01-01", "2021", "2021?"]);
    }

    #[test]
    fn a_date_stays_small() {
        assert_eq!(size_of::<Option<When>>(), 64);
    }
}
