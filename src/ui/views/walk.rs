//! Walking through the timeline with the arrows: left and right in time, up and down from lane to lane.

use super::canvas::Step;
use crate::layout::timeline::{Lanes, MarkOf};
use crate::model::case::Place;
use crate::model::{Case, Id};

/// The lane of an entity, or the first on which an event or link stands.
pub fn lane_of(lanes: &Lanes, id: &Id) -> Option<usize> {
    match lanes.index().place(id.as_str())? {
        Place::Entity(at) => lanes.of_entity(at),
        place => {
            let of = mark_of(place)?;
            let on_lanes = lanes.index().lanes_of(of).iter().filter_map(|entity| lanes.of_entity(*entity));
            on_lanes.min().or_else(|| {
                // Events without a visible participant stand on the last lane.
                let last = lanes.lanes.len().checked_sub(1)?;
                let number = lanes.index().number(of);
                (lanes.lanes[last].id.is_none() && lanes.items(last).any(|item| item == number)).then_some(last)
            })
        }
    }
}

fn mark_of(place: Place) -> Option<MarkOf> {
    match place {
        Place::Event(at) => Some(MarkOf::Event(at)),
        Place::Link(at) => Some(MarkOf::Link(at)),
        _ => None,
    }
}

/// The thing that an arrow leads to from `lead`: from a lane's name into its marks, from mark to mark in time, from
/// lane to lane. Without a lead the first lane.
pub fn next(case: &Case, lanes: &Lanes, lead: Option<&Id>, step: Step) -> Option<Id> {
    let Some(lead) = lead else { return lanes.lanes.iter().find_map(|lane| lane.id.clone()) };
    let lane = lane_of(lanes, lead)?;
    let number = lanes.index().place(lead.as_str()).and_then(mark_of).map(|of| lanes.index().number(of));
    let id = |item: u32| match lanes.index().dated(item) {
        MarkOf::Event(at) => case.events()[at as usize].id.clone(),
        MarkOf::Link(at) => case.links()[at as usize].id.clone(),
    };
    match (step, number) {
        (Step::Right, None) => lanes.items(lane).next().map(id),
        (Step::Right, Some(number)) => lanes.items(lane).skip_while(|item| *item != number).nth(1).map(id),
        (Step::Left, None) => None,
        (Step::Left, Some(number)) => {
            let before = lanes.items(lane).take_while(|item| *item != number).last();
            before.map(id).or_else(|| lanes.lanes[lane].id.clone())
        }
        (Step::Up, _) => lanes.lanes[..lane].iter().rev().find_map(|lane| lane.id.clone()),
        (Step::Down, _) => lanes.lanes[lane + 1..].iter().find_map(|lane| lane.id.clone()),
    }
}
