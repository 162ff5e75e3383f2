//! What the layout is asked, from the case: which nodes, how much room their names need, what is pinned.

use std::collections::HashMap;

use emath::{Pos2, Rect, pos2};

use super::form::form;
use super::gather::{pairs, radius};
use super::names::NAME_HEIGHT;
use super::plane::MOST_EVENT_NODES;
use crate::layout::measure::Measure;
use crate::layout::network::labels::GAP as NAME_GAP;
use crate::layout::network::{Form, Layout, Request};
use crate::model::{Case, Id};
use crate::scene::text::NODE;

/// Width over height that a layout strives for: the same for every window, so that the same file gives the same
/// picture on every machine.
const ASPECT: f32 = 2.0;

/// A layout request for what is not hidden. `previous`: where things were. Folding events moves nothing, so events are
/// arranged even where they are folded, but for those that are too many ever to be nodes.
pub fn request(case: &Case, hidden: &dyn Fn(&Id) -> bool, previous: Option<&Layout>, measure: &dyn Measure) -> Request {
    let (ids, ends) = if case.events().len() > MOST_EVENT_NODES { entities(case, hidden) } else { all(case, hidden) };
    let form = form(case, &ids, &ends);
    // What stands in order stands anew.
    let previous = previous.filter(|_| form == Form::Free);
    let before: HashMap<&Id, Pos2> = previous.map(Layout::by_id).unwrap_or_default();
    let pins = &case.view().pins;
    Request {
        rooms: ids.iter().map(|id| room(case, id, measure)).collect(),
        pins: ids.iter().map(|id| pins.get(id).map(|(x, y)| Pos2::new(*x as f32, *y as f32))).collect(),
        previous: ids.iter().map(|id| before.get(id).copied()).collect(),
        ids,
        ends,
        weights: Vec::new(),
        aspect: ASPECT,
        seed: 1,
        form,
    }
}

/// Everything that is a node, with its ties.
fn all(case: &Case, hidden: &dyn Fn(&Id) -> bool) -> (Vec<Id>, Vec<(u32, u32)>) {
    let snapshot = case.graph().snapshot();
    let mut position: Vec<Option<u32>> = Vec::with_capacity(snapshot.ids.len());
    let mut ids = Vec::new();
    for id in &snapshot.ids {
        let is_kept = !hidden(id);
        position.push(is_kept.then_some(ids.len() as u32));
        if is_kept {
            ids.push(id.clone());
        }
    }
    let ends = (snapshot.ends.iter())
        .filter_map(|(from, to)| Some((position[*from as usize]?, position[*to as usize]?)))
        .collect();
    (ids, ends)
}

/// Entities only, tied by links and by the events in which they took part.
fn entities(case: &Case, hidden: &dyn Fn(&Id) -> bool) -> (Vec<Id>, Vec<(u32, u32)>) {
    let kept = case.entities().iter().map(|entity| &entity.id).filter(|id| !hidden(id));
    let ids: Vec<Id> = kept.cloned().collect();
    let position: HashMap<&Id, u32> = ids.iter().enumerate().map(|(at, id)| (id, at as u32)).collect();
    let at = |id: &Id| position.get(id).copied();
    let mut ends: Vec<(u32, u32)> =
        case.links().iter().filter_map(|link| Some((at(&link.from)?, at(&link.to)?))).collect();
    for event in case.events() {
        let people: Vec<u32> = event.participants.iter().filter_map(|participant| at(&participant.entity)).collect();
        ends.extend(pairs(&people));
    }
    (ids, ends)
}

/// Names that are wider may reach over the room of others: they find a place beside.
const WIDEST_NAME: f32 = 170.0;

/// The node with its name below, as seen from its centre.
fn room(case: &Case, id: &Id, measure: &dyn Measure) -> Rect {
    let is_event = case.event(id.as_str()).is_some();
    let radius = radius(case.graph().degree(id.as_str()), is_event);
    let name = case.item(id.as_str()).map_or("", |item| item.name());
    let half = (measure.width(name, NODE).min(WIDEST_NAME) / 2.0 + 2.0).max(radius * 1.1);
    Rect::from_min_max(pos2(-half, -radius), pos2(half, radius + NAME_GAP + NAME_HEIGHT))
}
