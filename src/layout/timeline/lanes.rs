//! Which lanes there are, in which order, and what stands on each.

use std::collections::HashMap;

use super::density::{Fact, facts};
use super::form::Form;
use super::gaps::Gaps;
use super::marks::{Mark, MarkOf, Rail, clustered, dates, marks_of};
use super::request::Request;
use crate::model::case::Item;
use crate::model::event::Event;
use crate::model::link::Link;
use crate::model::time::{Span, Stamp};
use crate::model::{Case, Id};

/// One lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its entity, as a position in the case; none for the lane of events without a visible participant.
    pub entity: Option<u32>,
    /// Its entity's id.
    pub id: Option<Id>,
    /// When the entity existed.
    pub rail: Option<Rail>,
    /// Events and dated links, by time.
    pub marks: Vec<Mark>,
}

/// A visible thing without a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Undated {
    /// The thing.
    pub id: Id,
    /// How it is called on its chip.
    pub label: String,
}

/// All lanes of a case, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// Visible things without a date: entities, then events, then links.
    pub undated: Vec<Undated>,
    /// How many entities are hidden and so have no lane.
    pub hidden: usize,
    /// How many dated links run between two events, and so stand on no lane.
    pub between_events: usize,
    /// From the first to the last known date of what is visible.
    pub extent: Option<Span>,
    /// Where nothing is dated.
    pub gaps: Gaps,
    /// What the columns of the overview count.
    pub facts: Vec<Fact>,
    index: HashMap<Id, usize>,
}

impl Lanes {
    /// The lane of an entity.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.index.get(id).copied()
    }
}

/// Makes the lanes of a case.
pub fn lanes(request: &Request<'_>) -> Lanes {
    let case = request.case;
    let mut undated = Vec::new();
    let Gathered { mut by_entity, loose, between_events, undated: undated_ties } = gather(request);
    let mut lanes = Vec::new();
    let mut hidden = 0;
    for (place, entity) in case.entities().iter().enumerate() {
        if (request.is_hidden)(&entity.id) {
            hidden += 1;
            continue;
        }
        let rail = Rail::of(entity.existed.as_ref(), &entity.claims);
        let marks = by_entity.remove(&place).unwrap_or_default();
        let is_dated = rail.is_some() || !marks.is_empty();
        if !is_dated {
            undated.push(Undated { id: entity.id.clone(), label: entity.name.clone() });
        }
        if is_dated || (request.is_kept)(&entity.id) {
            lanes.push(Lane {
                entity: Some(place as u32),
                id: Some(entity.id.clone()),
                rail,
                marks: by_time(clustered(by_weight(marks, case))),
            });
        }
    }
    sort(&mut lanes, case);
    if !loose.is_empty() {
        lanes.push(Lane { entity: None, id: None, rail: None, marks: by_time(clustered(by_weight(loose, case))) });
    }
    undated.extend(undated_ties);
    let extent = extent(&lanes);
    let gaps = Gaps::of_lanes(&lanes);
    let index = lanes.iter().enumerate().filter_map(|(place, lane)| Some((lane.id.clone()?, place))).collect();
    Lanes { lanes, undated, hidden, between_events, extent, gaps, facts: facts(request), index }
}

/// The marks of events and links, by the lanes on which they stand.
#[derive(Default)]
struct Gathered {
    by_entity: HashMap<usize, Vec<Mark>>,
    /// Events none of whose participants has a lane.
    loose: Vec<Mark>,
    between_events: usize,
    undated: Vec<Undated>,
}

fn gather(request: &Request<'_>) -> Gathered {
    let case = request.case;
    let places: HashMap<&str, usize> =
        case.entities().iter().enumerate().map(|(place, entity)| (entity.id.as_str(), place)).collect();
    let lane_of = |id: &Id| if (request.is_hidden)(id) { None } else { places.get(id.as_str()).copied() };
    let mut found = Gathered::default();
    for (place, event) in case.events().iter().enumerate() {
        if (request.is_hidden)(&event.id) {
            continue;
        }
        let item = Item::Event(event);
        if !is_dated(item) {
            found.undated.push(Undated { id: event.id.clone(), label: event.title.clone() });
            continue;
        }
        let marks = marks_of(MarkOf::Event(place as u32), item, event.title.clone(), request);
        for lane in lanes_of_event(event, lane_of) {
            found.by_entity.entry(lane).or_default().extend(marks.iter().cloned());
        }
        if lanes_of_event(event, lane_of).is_empty() {
            found.loose.extend(marks);
        }
    }
    for (place, link) in case.links().iter().enumerate() {
        if (request.is_hidden)(&link.id) || (request.is_hidden)(&link.from) || (request.is_hidden)(&link.to) {
            continue;
        }
        let item = Item::Link(link);
        if !is_dated(item) {
            found.undated.push(Undated { id: link.id.clone(), label: sentence(case, link) });
            continue;
        }
        let ends = lanes_of_link(link, lane_of);
        if ends.is_empty() {
            found.between_events += 1;
        }
        for (lane, label) in ends.into_iter().map(|(lane, is_from)| (lane, link_label(case, link, is_from))) {
            let marks = marks_of(MarkOf::Link(place as u32), item, label, request);
            found.by_entity.entry(lane).or_default().extend(marks);
        }
    }
    found
}

/// Whether something about the time of a thing is known.
fn is_dated(item: Item<'_>) -> bool {
    let own = item.when().into_iter();
    own.chain(dates(item.claims(), "when")).any(|when| Form::of(when).0.iter().any(|form| form.first_known().is_some()))
}

/// The lanes of an event's participants, each once.
fn lanes_of_event(event: &Event, lane_of: impl Fn(&Id) -> Option<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for lane in event.participants.iter().filter_map(|participant| lane_of(&participant.entity)) {
        if !found.contains(&lane) {
            found.push(lane);
        }
    }
    found
}

/// The lanes of a link's ends, and whether the link starts there. A link to itself stands once.
fn lanes_of_link(link: &Link, lane_of: impl Fn(&Id) -> Option<usize>) -> Vec<(usize, bool)> {
    let from = lane_of(&link.from).map(|lane| (lane, true));
    let to = lane_of(&link.to).map(|lane| (lane, false)).filter(|_| link.from != link.to);
    from.into_iter().chain(to).collect()
}

fn name_of<'a>(case: &'a Case, id: &'a Id) -> &'a str {
    case.item(id.as_str()).map_or(id.as_str(), Item::name)
}

/// What a link says, from its start to its end.
fn sentence(case: &Case, link: &Link) -> String {
    format!("{} {} {}", name_of(case, &link.from), link.relation, name_of(case, &link.to))
}

/// What a link says on the lane of one of its ends: "works on Argus" where it starts, "← FIOD works on" where it ends.
fn link_label(case: &Case, link: &Link, is_from: bool) -> String {
    if is_from {
        format!("{} {}", link.relation, name_of(case, &link.to))
    } else {
        format!("← {} {}", name_of(case, &link.from), link.relation)
    }
}

/// Events before links, what ties more before what ties less, then in the order of the case: the first gives a cluster
/// its label.
fn by_weight(mut marks: Vec<Mark>, case: &Case) -> Vec<Mark> {
    marks.sort_by_key(|mark| {
        let of = mark.members[0].of;
        let weight = match of {
            MarkOf::Event(place) => case.events()[place as usize].participants.len(),
            MarkOf::Link(_) => 0,
        };
        (std::cmp::Reverse(weight), of)
    });
    marks
}

fn by_time(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.is_link(), mark.is_rival, mark.first_known()));
    marks
}

/// Lanes that the user has put in order come first, then by the first thing that is known of their time, then what has
/// more ties, then by name.
fn sort(lanes: &mut [Lane], case: &Case) {
    let chosen: HashMap<&str, usize> =
        case.view().lane_order.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
    lanes.sort_by_cached_key(|lane| {
        let entity = lane.entity.map(|place| &case.entities()[place as usize]);
        let id = entity.map_or("", |entity| entity.id.as_str());
        let first = lane.marks.iter().map(Mark::first_known);
        let existed = lane.rail.iter().flat_map(|rail| &rail.forms).filter_map(|form| form.first_known());
        (
            chosen.get(id).copied().unwrap_or(usize::MAX),
            first.chain(existed).min().unwrap_or(Stamp::MAX),
            std::cmp::Reverse(case.graph().degree(id)),
            entity.map(|entity| entity.name.clone()),
            id.to_owned(),
        )
    });
}

fn extent(lanes: &[Lane]) -> Option<Span> {
    lanes
        .iter()
        .flat_map(|lane| {
            let marks = lane.marks.iter().flat_map(|mark| &mark.forms);
            marks.chain(lane.rail.iter().flat_map(|rail| &rail.forms))
        })
        .filter_map(|form| form.known_span())
        .reduce(Span::hull)
}
