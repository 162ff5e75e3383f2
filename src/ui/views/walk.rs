//! Walking through the timeline with the arrows: left and right in time, up and down from lane to lane.

use super::canvas::Step;
use crate::layout::axis::Axis;
use crate::layout::timeline::{Lane, Lanes, rows};
use crate::model::case::Item;
use crate::model::{Case, Id};

/// Upper edge and height of the lane of an entity, or of the first participant of an event or end of a link.
pub fn lane_place(lanes: &Lanes, axis: &Axis, id: &Id) -> Option<(f32, f32)> {
    let at =
        lanes.position(id).or_else(|| lanes.lanes.iter().position(|lane| things(lane).any(|thing| thing == id)))?;
    let rows = rows(lanes, axis);
    rows.lanes.get(at).map(|lane| (lane.top, lane.height))
}

/// The thing that an arrow leads to from `lead`: from a lane's name into its marks, from mark to mark in time, from
/// lane to lane. Without a lead the first lane.
pub fn next(case: &Case, lanes: &Lanes, lead: Option<&Id>, step: Step) -> Option<Id> {
    let Some(lead) = lead else { return lanes.lanes.first().and_then(|lane| lane.id.clone()) };
    let lane = lanes.position(lead).or_else(|| home(case, lanes, lead))?;
    let inside = things(&lanes.lanes[lane]).position(|thing| thing == lead);
    match step {
        Step::Left => match inside {
            Some(0) => lanes.lanes[lane].id.clone(),
            Some(at) => things(&lanes.lanes[lane]).nth(at - 1).cloned(),
            None => None,
        },
        Step::Right => things(&lanes.lanes[lane]).nth(inside.map_or(0, |at| at + 1)).cloned(),
        Step::Up => lanes.lanes[..lane].iter().rev().find_map(|lane| lane.id.clone()),
        Step::Down => lanes.lanes[lane + 1..].iter().find_map(|lane| lane.id.clone()),
    }
}

/// The first lane on which an event or link stands.
fn home(case: &Case, lanes: &Lanes, id: &Id) -> Option<usize> {
    match case.item(id.as_str())? {
        Item::Event(_) | Item::Link(_) => lanes.lanes.iter().position(|lane| things(lane).any(|thing| thing == id)),
        _ => None,
    }
}

/// What stands on a lane, in time.
fn things(lane: &Lane) -> impl Iterator<Item = &Id> {
    lane.marks.iter().flat_map(|mark| mark.members.iter().map(|member| &member.id))
}
