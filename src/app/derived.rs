//! What is worked out from the case and the window, and kept until one of them changes.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::search::SearchIndex;
use super::table::{Sheet, citations};
use super::visibility::Visibility;
use crate::analysis::folds::Folds;
use crate::model::answers::Answers;
use crate::model::case::{Item, Revision, Since};
use crate::model::claim::contested;
use crate::model::coverage::Coverage;
use crate::model::dates::{Clock, Dates};
use crate::model::time::{Span, Stamp, WindowRule};
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id, IdMap};
use crate::scene::styles::Scale;

/// What the values were worked out from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    generation: u64,
    revision: Revision,
    window: Option<Span>,
    rule: WindowRule,
    clock: Clock,
}

/// What is worked out from the content of a case alone: in a large case this takes a while, so that the job that reads
/// the file does it.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    search: SearchIndex,
    counted: Counted,
    timed: Timed,
}

/// What is counted in a case: quick enough to be counted anew after each edit.
#[derive(Clone, Debug, Default)]
struct Counted {
    entities_by_ties: Vec<(Id, usize)>,
    unsourced: Vec<Id>,
    contested: Vec<(Id, usize)>,
    coverage: Coverage,
}

/// What only some lists ask for: worked out when one of them does.
#[derive(Clone, Debug, Default)]
struct Asked {
    cited: OnceLock<Arc<IdMap<usize>>>,
    attributes: OnceLock<BTreeMap<Sheet, Vec<String>>>,
}

/// Attributes of each list that are offered; more than these nobody looks through.
const MOST_ATTRIBUTES: usize = 100;

impl Prepared {
    /// Works it out.
    pub fn new(case: &Case) -> Self {
        let (search, counted) = (SearchIndex::new(case), Counted::new(case));
        Self { search, counted, timed: Timed::new(case, Clock::default()) }
    }
}

impl Counted {
    fn new(case: &Case) -> Self {
        let mut entities_by_ties: Vec<_> =
            case.entities().iter().map(|entity| (entity.id.clone(), case.graph().degree(entity.id.as_str()))).collect();
        entities_by_ties.sort_by_key(|(_, ties)| std::cmp::Reverse(*ties));
        Self {
            entities_by_ties,
            unsourced: items(case).filter(|item| item.is_unsourced()).map(|item| item.id().clone()).collect(),
            contested: items(case)
                .filter_map(|item| {
                    let count = contested(item.claims()).len();
                    (count > 0).then(|| (item.id().clone(), count))
                })
                .collect(),
            coverage: Coverage::new(case),
        }
    }
}

/// What is worked out from the dates of a case by one clock.
#[derive(Clone, Debug, Default)]
pub struct Timed {
    dates: Arc<Dates>,
    index: Arc<TimeIndex>,
    events_by_time: Vec<Id>,
    extent: Option<Span>,
}

impl Timed {
    /// Works it out.
    pub fn new(case: &Case, clock: Clock) -> Self {
        let dates = Dates::new(case, clock);
        let index = TimeIndex::new(case, &dates);
        let mut events: Vec<(Stamp, Stamp, u32)> = (0..case.events().len())
            .map(|at| {
                let (start, end) = match (index.events.outer(at), index.events.known(at)) {
                    (Some(outer), Some(known)) => (known.start(), outer.end()),
                    _ => (Stamp::MAX, Stamp::MAX),
                };
                (start, end, at as u32)
            })
            .collect();
        events.sort_unstable();
        let events_by_time = events.into_iter().map(|(.., at)| case.events()[at as usize].id.clone()).collect();
        let extent = extent(&index);
        Self { dates: Arc::new(dates), index: Arc::new(index), events_by_time, extent }
    }
}

/// First and last moment that is known of any date.
pub fn extent(index: &TimeIndex) -> Option<Span> {
    [&index.entities, &index.events, &index.links]
        .into_iter()
        .flat_map(|column| (0..column.len()).filter_map(|at| column.outer(at).and_then(|_| column.known(at))))
        .reduce(Span::hull)
}

/// With more dated things than this, reading the case by another clock is a job: it would be felt.
const MOST_READ_AT_ONCE: usize = 50_000;

/// Worked-out values; equal keys give equal values, so nothing is worked out twice.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    /// Which things lie in the window.
    pub answers: Arc<Answers>,
    /// What is hidden, and why.
    pub visibility: Visibility,
    /// The texts of the case.
    pub search: SearchIndex,
    /// Entities, those with most ties first, then by name.
    pub entities_by_ties: Vec<(Id, usize)>,
    /// Events in order of time.
    pub events_by_time: Vec<Id>,
    /// First and last moment that is known, by the chosen clock.
    pub extent: Option<Span>,
    /// Things that stand on no citation.
    pub unsourced: Vec<Id>,
    /// Things on which sources disagree, with the number of their contested attributes.
    pub contested: Vec<(Id, usize)>,
    /// What sources cover.
    pub coverage: Coverage,
    asked: Asked,
    /// Dates by the chosen clock.
    pub dates: Arc<Dates>,
    /// The same in columns, with the ties.
    pub index: Arc<TimeIndex>,
    /// Folded groups of the network.
    pub folds: Arc<Folds>,
    /// How wide links are drawn, where an attribute decides it.
    pub widths: Option<Scale>,
}

impl Derived {
    /// Brings the values up to date; whether anything had to be worked out. `prepared` is used if the content is new, `timed` if the
    /// clock is.
    pub fn refresh(
        &mut self,
        case: &Case,
        generation: u64,
        (window, rule, clock): (Option<Span>, WindowRule, Clock),
        (prepared, timed): (Option<Prepared>, Option<Timed>),
    ) -> bool {
        let key = Key { generation, revision: case.revision(), window, rule, clock };
        let before = self.key.replace(key);
        if before == Some(key) {
            return false;
        }
        let same_content = before.is_some_and(|before| {
            before.generation == key.generation
                && before.revision.structure == key.revision.structure
                && before.revision.content == key.revision.content
        });
        if !same_content {
            self.asked = Asked::default();
            let since = before.filter(|before| before.generation == key.generation && before.clock == Clock::Happened);
            let since = since.and_then(|before| case.since(before.revision.content));
            match (prepared, since) {
                (Some(prepared), _) => self.set_content(prepared),
                (None, Some(since)) => {
                    let stands = before.is_some_and(|before| before.revision.structure == key.revision.structure);
                    self.update_content(case, &since, stands);
                }
                (None, None) => self.set_content(Prepared::new(case)),
            }
        }
        let same_dates = same_content && before.is_some_and(|before| before.clock == clock);
        if self.dates.clock() != clock {
            let timed = timed.filter(|timed| timed.dates.clock() == clock);
            self.set_timed(timed.unwrap_or_else(|| Timed::new(case, clock)));
        }
        if !same_dates || before.is_none_or(|before| (before.window, before.rule) != (window, rule)) {
            self.answers = Arc::new(Answers::by(case, &self.dates, &self.index, window, rule));
        }
        if !same_content || before.is_none_or(|before| before.revision.groups != key.revision.groups) {
            self.folds = Arc::new(Folds::new(case));
        }
        if !same_content || before.is_none_or(|before| before.revision.looks != key.revision.looks) {
            self.visibility = Visibility::new(case);
            self.widths = Scale::of_links(case);
        }
        true
    }

    /// Whether reading the case by another clock is worth a job.
    pub fn is_large(&self) -> bool {
        self.index.dated_count() > MOST_READ_AT_ONCE
    }

    /// Numbers that differ where things came or went.
    pub fn content(&self) -> Option<(u64, u64)> {
        self.key.map(|key| (key.generation, key.revision.structure))
    }

    /// How many passages of each source are cited. `case`: the one that all this was worked out from.
    pub fn cited(&self, case: &Case) -> &Arc<IdMap<usize>> {
        self.asked.cited.get_or_init(|| Arc::new(citations(case)))
    }

    /// The attributes of each list. `case`: the one that all this was worked out from.
    pub fn attributes(&self, case: &Case) -> &BTreeMap<Sheet, Vec<String>> {
        self.asked.attributes.get_or_init(|| {
            Sheet::ALL.into_iter().map(|sheet| (sheet, sheet.attributes(case, MOST_ATTRIBUTES))).collect()
        })
    }

    /// Brings up to date what a small change touched; equal to working it all out anew.
    fn update_content(&mut self, case: &Case, since: &Since, stands: bool) {
        let index = std::mem::take(&mut self.search);
        if since.keeps_dates {
            // Then claims, citations and ties are as they were, too.
            self.search = index.updated(case, &since.ids, stands);
            return;
        }
        let (search, counted, timed) = std::thread::scope(|scope| {
            let others = scope.spawn(|| (index.updated(case, &since.ids, stands), Counted::new(case)));
            let timed = Timed::new(case, Clock::default());
            // A panic over there is one here.
            let (search, counted) = others.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (search, counted, timed)
        });
        self.set_content(Prepared { search, counted, timed });
    }

    fn set_content(&mut self, content: Prepared) {
        let Prepared { search, counted, timed } = content;
        let Counted { entities_by_ties, unsourced, contested, coverage } = counted;
        self.coverage = coverage;
        self.search = search;
        self.entities_by_ties = entities_by_ties;
        self.unsourced = unsourced;
        self.contested = contested;
        self.set_timed(timed);
    }

    fn set_timed(&mut self, timed: Timed) {
        let Timed { dates, index, events_by_time, extent } = timed;
        self.dates = dates;
        self.index = index;
        self.events_by_time = events_by_time;
        self.extent = extent;
    }
}

/// Entities, events and links, in the order of the file.
pub fn items(case: &Case) -> impl Iterator<Item = Item<'_>> {
    (case.entities().iter().map(Item::Entity))
        .chain(case.events().iter().map(Item::Event))
        .chain(case.links().iter().map(Item::Link))
}
