//! What stands on one lane, as marks: made when the lane comes on screen.

use super::lanes::Lanes;
use super::marks::{Mark, MarkOf, Rail, clustered, marks_of};
use super::request::Maker;
use crate::model::case::{Item, Place};
use crate::model::link::Link;
use crate::model::{Case, Id};

/// The marks of a lane, and the existence of its entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// When the entity existed.
    pub rail: Option<Rail>,
    /// Events and dated links, by time.
    pub marks: Vec<Mark>,
}

impl Content {
    /// The marks of these things on a lane.
    pub fn new(lanes: &Lanes, lane: usize, items: impl Iterator<Item = u32>, maker: &Maker<'_>) -> Self {
        let own = lanes.lanes[lane].id.as_ref();
        let marks = items
            .map(|item| lanes.index().dated(item))
            .flat_map(|dated| marks_of(dated, label(maker.case, dated, own), maker))
            .collect();
        Self { rail: rail(lanes, lane, maker), marks: by_time(clustered(by_weight(marks, maker.case))) }
    }
}

fn rail(lanes: &Lanes, lane: usize, maker: &Maker<'_>) -> Option<Rail> {
    let at = lanes.lanes[lane].entity?;
    let entity = maker.case.entities().get(at as usize)?;
    Rail::of(maker.dates.at(maker.case, Place::Entity(at)), &maker.claimed(&entity.claims, "existed"))
}

/// What a thing says on the lane of an entity.
fn label(case: &Case, of: MarkOf, lane: Option<&Id>) -> String {
    match of {
        MarkOf::Event(at) => case.events()[at as usize].title.clone(),
        MarkOf::Link(at) => {
            let link = &case.links()[at as usize];
            if lane == Some(&link.from) {
                format!("{} {}", link.relation, name_of(case, &link.to))
            } else if lane == Some(&link.to) {
                format!("← {} {}", name_of(case, &link.from), link.relation)
            } else {
                sentence(case, link)
            }
        }
    }
}

fn name_of<'a>(case: &'a Case, id: &'a Id) -> &'a str {
    case.item(id.as_str()).map_or(id.as_str(), Item::name)
}

/// What a link says, from its start to its end.
pub fn sentence(case: &Case, link: &Link) -> String {
    format!("{} {} {}", name_of(case, &link.from), link.relation, name_of(case, &link.to))
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
