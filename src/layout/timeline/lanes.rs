//! Which lanes there are, in which order, and what stands on each: positions only, so that a million events take little
//! and the lanes can be made on any thread. The marks themselves are made when a lane comes on screen.

use std::sync::Arc;

use super::arrangement::GroupName;
use super::density::{Density, Fact};
use super::gaps::{Gaps, contents_at};
use super::request::Request;
use crate::model::Id;
use crate::model::case::Place;
use crate::model::time::{Span, Stamp};
use crate::model::time_index::{Dated, TimeIndex};

/// A lane with more things than this has its counts ready for any scale.
const COUNTED_FROM: usize = 40;
/// Things of a lane that share an entry in its list of ends.
const BLOCK: usize = 64;
/// An entity without a lane.
const NO_LANE: u32 = u32::MAX;

/// The head of a group of lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupHead {
    /// Its name.
    pub name: GroupName,
    /// How many lanes it has.
    pub lanes: usize,
    /// Its lanes are put away; what stands on them is counted here.
    pub folded: bool,
}

/// One lane, or the head of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Its entity, as a position in the case; none for heads of groups and for the lane of events without a visible
    /// participant.
    pub entity: Option<u32>,
    /// Its entity's id.
    pub id: Option<Id>,
    /// It is the head of a group.
    pub group: Option<GroupHead>,
    /// It was put on top.
    pub is_pinned: bool,
    /// How many dated events stand on it.
    pub events: usize,
    /// How many dated links stand on it.
    pub links: usize,
    /// What stands on it, if that is not what its entity takes part in.
    own: Vec<u32>,
    /// Counts for any scale, where there is much.
    pub density: Option<Density>,
    /// The latest known end in each block of its things, but for those that go on for ever.
    block_ends: Vec<Stamp>,
    /// What goes on for ever, or has always been: positions on the lane.
    endless: Vec<u32>,
}

impl Lane {
    /// How many dated things stand on it.
    pub fn len(&self) -> usize {
        self.events + self.links
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// All lanes of a case, in their order.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// Visible things without a date: entities, then events, then links.
    pub undated: Vec<Place>,
    /// How many entities are hidden and so have no lane.
    pub hidden: usize,
    /// How many lanes are put away in folded groups.
    pub folded: usize,
    /// How many dated links run between two events, and so stand on no lane.
    pub between_events: usize,
    /// From the first to the last known date of what is visible.
    pub extent: Option<Span>,
    /// Where nothing is dated.
    pub gaps: Gaps,
    /// Counts of all that is visible.
    pub density: Density,
    request: Request,
    lane_of: Vec<u32>,
    /// Lanes stand on top of each other with heights that follow their marks; in large cases heights are fixed.
    pub is_small: bool,
}

/// From so many marks on heights of lanes are fixed: else every change of scale would have to place them all.
const MOST_MARKS: usize = 3_000;

impl Lanes {
    /// The lane of an entity; where its group is folded, the head of the group.
    pub fn position(&self, id: &Id) -> Option<usize> {
        match self.request.index.place(id.as_str())? {
            Place::Entity(at) => self.of_entity(at),
            _ => None,
        }
    }

    /// The lane of an entity, by position in the case.
    pub fn of_entity(&self, at: u32) -> Option<usize> {
        self.lane_of.get(at as usize).filter(|lane| **lane != NO_LANE).map(|lane| *lane as usize)
    }

    /// Dates and ties.
    pub fn index(&self) -> &Arc<TimeIndex> {
        &self.request.index
    }

    /// The visible events and links of a lane, as numbers of the index, by the first time that is known of them.
    pub fn items(&self, lane: usize) -> impl Iterator<Item = u32> {
        self.all_items(lane)
            .iter()
            .copied()
            .filter(|item| !self.request.hidden.item(*item))
            .take(self.lanes[lane].len())
    }

    fn all_items(&self, lane: usize) -> &[u32] {
        let lane = &self.lanes[lane];
        match lane.entity {
            Some(entity) => self.request.index.row(entity),
            None => &lane.own,
        }
    }

    /// The things of a lane of which something may show between two times, as numbers of the index with their places
    /// on the lane.
    pub fn items_in(&self, lane: usize, span: Span) -> Vec<(usize, u32)> {
        let index = &self.request.index;
        let items = self.all_items(lane);
        let blocks = &self.lanes[lane].block_ends;
        let is_shown = |item: u32, (start, end): (Stamp, Stamp)| {
            start <= span.end() && end >= span.start() && !self.request.hidden.item(item)
        };
        let mut found: Vec<(usize, u32)> = (self.lanes[lane].endless.iter())
            .map(|place| (*place as usize, items[*place as usize]))
            .filter(|(_, item)| drawn(index, *item).is_some_and(|drawn| is_shown(*item, drawn)))
            .collect();
        'blocks: for (block, some) in items.chunks(BLOCK).enumerate() {
            if blocks.get(block).is_some_and(|end| *end < span.start()) {
                continue;
            }
            for (place, item) in some.iter().enumerate() {
                let Some(drawn) = drawn(index, *item).filter(|drawn| !is_endless(*drawn)) else { continue };
                if drawn.0 > span.end() {
                    break 'blocks;
                }
                if is_shown(*item, drawn) {
                    found.push((block * BLOCK + place, *item));
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// How many things of a lane touch a stretch of time; none where there are too few to be counted.
    pub fn touching(&self, lane: usize, span: Span) -> Option<usize> {
        Some(self.lanes[lane].density.as_ref()?.touching(span))
    }

    /// Memory that the counts take, in bytes.
    pub fn bytes(&self) -> usize {
        let lanes = self.lanes.iter().filter_map(|lane| lane.density.as_ref()).map(Density::bytes).sum::<usize>();
        lanes + self.density.bytes()
    }
}

/// From when to when something is drawn: an open end goes on for ever.
fn drawn(index: &TimeIndex, item: u32) -> Option<(Stamp, Stamp)> {
    let (column, at) = index.column(index.dated(item));
    let known = column.known(at)?;
    let traits = column.traits(at);
    let start = if traits.has_open_start() { Stamp::MIN } else { known.start() };
    let end = if traits.has_open_end() { Stamp::MAX } else { known.end() };
    Some((start, end))
}

fn is_endless((start, end): (Stamp, Stamp)) -> bool {
    start == Stamp::MIN || end == Stamp::MAX
}

/// Makes the lanes of a case.
pub fn lanes(request: Request) -> Lanes {
    let index = Arc::clone(&request.index);
    let mut undated = Vec::new();
    let mut hidden = 0;
    let mut shown: Vec<u32> = Vec::new();
    let mut counts: Vec<(usize, usize)> = vec![(0, 0); index.entity_count()];
    for entity in 0..index.entity_count() as u32 {
        if request.hidden.entity(entity) {
            hidden += 1;
            continue;
        }
        let count = count(&request, index.row(entity));
        counts[entity as usize] = count;
        let is_dated = index.entities.known(entity as usize).is_some() || count != (0, 0);
        if !is_dated {
            undated.push(Place::Entity(entity));
        }
        if is_dated || request.kept.contains(&entity) {
            shown.push(entity);
        }
    }
    let first = |entity: u32| first_known(&request, entity);
    request.arrangement.sort(&mut shown, &index, &first);
    let (mut lanes, lane_of, folded) = stacked(&request, &shown, &counts);
    let strays = strays(&request, &mut undated);
    if !strays.loose.is_empty() {
        lanes.push(own_lane(&index, strays.loose));
    }
    let facts = |item: u32| {
        let (column, at) = index.column(index.dated(item));
        Fact::of(column, at)
    };
    let visible = (0..index.dated_count() as u32).filter(|item| !request.hidden.item(*item));
    let rails = shown.iter().flat_map(|entity| Fact::of(&index.entities, *entity as usize));
    let density: Density = visible.clone().flat_map(facts).chain(rails).collect();
    let gaps = Gaps::of(shown.iter().flat_map(|entity| contents_at(&index.entities, *entity as usize, true)).chain(
        visible.clone().flat_map(|item| {
            let (column, at) = index.column(index.dated(item));
            contents_at(column, at, false)
        }),
    ));
    let extent = (shown.iter().filter_map(|entity| index.entities.known(*entity as usize)))
        .chain(visible.filter_map(|item| index.known(index.dated(item))))
        .reduce(Span::hull);
    let marks: usize = lanes.iter().map(Lane::len).sum();
    let mut lanes = Lanes {
        lanes,
        undated,
        hidden,
        folded,
        between_events: strays.between_events,
        extent,
        gaps,
        density,
        request,
        lane_of,
        is_small: marks <= MOST_MARKS,
    };
    lanes.count_lanes();
    lanes
}

impl Lanes {
    /// Makes the counts of lanes on which much stands.
    fn count_lanes(&mut self) {
        let index = Arc::clone(&self.request.index);
        for at in 0..self.lanes.len() {
            if self.lanes[at].len() <= COUNTED_FROM {
                continue;
            }
            let density: Density = self
                .items(at)
                .flat_map(|item| {
                    let (column, at) = index.column(index.dated(item));
                    Fact::of(column, at)
                })
                .collect();
            let ends = |items: &[u32]| {
                let drawn = items.iter().filter_map(|item| drawn(&index, *item)).filter(|drawn| !is_endless(*drawn));
                drawn.map(|(_, end)| end).max().unwrap_or(Stamp::MIN)
            };
            let block_ends = self.all_items(at).chunks(BLOCK).map(ends).collect();
            let endless = |(_, item): &(usize, &u32)| drawn(&index, **item).is_some_and(is_endless);
            let endless =
                self.all_items(at).iter().enumerate().filter(endless).map(|(place, _)| place as u32).collect();
            self.lanes[at].endless = endless;
            self.lanes[at].density = Some(density);
            self.lanes[at].block_ends = block_ends;
        }
    }
}

/// How many visible dated events and links stand in a row.
fn count(request: &Request, row: &[u32]) -> (usize, usize) {
    let (mut events, mut links) = (0, 0);
    for item in row {
        let dated = request.index.dated(*item);
        if request.index.known(dated).is_none() {
            // Undated things stand last.
            break;
        }
        if !request.hidden.item(*item) {
            match dated {
                Dated::Event(_) => events += 1,
                Dated::Link(_) => links += 1,
            }
        }
    }
    (events, links)
}

/// The first time that is known of what stands on the lane of an entity.
fn first_known(request: &Request, entity: u32) -> Stamp {
    let index = &request.index;
    let item = index.row(entity).iter().find(|item| !request.hidden.item(**item));
    let of_item = item.and_then(|item| index.known(index.dated(*item)));
    let existed = index.entities.known(entity as usize);
    of_item.into_iter().chain(existed).map(Span::start).min().unwrap_or(Stamp::MAX)
}

/// Lanes with the heads of their groups, the lane of each entity, and how many lanes are put away.
fn stacked(request: &Request, shown: &[u32], counts: &[(usize, usize)]) -> (Vec<Lane>, Vec<u32>, usize) {
    let index = &request.index;
    let arrangement = &request.arrangement;
    let mut lanes: Vec<Lane> = Vec::with_capacity(shown.len());
    let mut lane_of = vec![NO_LANE; index.entity_count()];
    let mut folded = 0;
    let mut rest = shown;
    while let Some(first) = rest.first() {
        let group = arrangement.group(*first);
        let end = rest.iter().position(|entity| arrangement.group(*entity) != group).unwrap_or(rest.len());
        let (members, others) = rest.split_at(end);
        rest = others;
        let is_folded = group.is_some_and(|group| arrangement.folded[group as usize]);
        if let Some(group) = group {
            let mut head = if is_folded { merged(request, members) } else { Lane::default() };
            head.group = Some(GroupHead {
                name: arrangement.groups[group as usize].clone(),
                lanes: members.len(),
                folded: is_folded,
            });
            lanes.push(head);
        }
        for entity in members {
            if is_folded {
                folded += 1;
                lane_of[*entity as usize] = lanes.len() as u32 - 1;
                continue;
            }
            lane_of[*entity as usize] = lanes.len() as u32;
            let (events, links) = counts[*entity as usize];
            lanes.push(Lane {
                entity: Some(*entity),
                id: Some(index.id(*entity).clone()),
                is_pinned: arrangement.is_pinned(*entity),
                events,
                links,
                ..Lane::default()
            });
        }
    }
    (lanes, lane_of, folded)
}

/// One lane with everything that stands on several, each thing once.
fn merged(request: &Request, members: &[u32]) -> Lane {
    let index = &request.index;
    let mut items: Vec<u32> = members
        .iter()
        .flat_map(|entity| index.row(*entity).iter().copied())
        .filter(|item| !request.hidden.item(*item) && index.known(index.dated(*item)).is_some())
        .collect();
    items.sort_unstable();
    items.dedup();
    own_lane(index, items)
}

fn own_lane(index: &TimeIndex, mut own: Vec<u32>) -> Lane {
    own.sort_unstable_by_key(|item| (index.known(index.dated(*item)).map_or(Stamp::MAX, Span::start), *item));
    let events = own.iter().filter(|item| matches!(index.dated(**item), Dated::Event(_))).count();
    Lane { events, links: own.len() - events, own, ..Lane::default() }
}

/// What stands on no lane.
#[derive(Default)]
struct Strays {
    /// Dated events none of whose participants has a lane.
    loose: Vec<u32>,
    between_events: usize,
}

fn strays(request: &Request, undated: &mut Vec<Place>) -> Strays {
    let index = &request.index;
    let mut found = Strays::default();
    for item in (0..index.dated_count() as u32).filter(|item| !request.hidden.item(*item)) {
        let dated = index.dated(item);
        if index.known(dated).is_none() {
            undated.push(match dated {
                Dated::Event(at) => Place::Event(at),
                Dated::Link(at) => Place::Link(at),
            });
            continue;
        }
        let on_lane = index.lanes_of(dated).iter().any(|entity| !request.hidden.entity(*entity));
        match (on_lane, dated) {
            (true, _) => {}
            (false, Dated::Event(_)) => found.loose.push(item),
            (false, Dated::Link(_)) => found.between_events += 1,
        }
    }
    found
}
