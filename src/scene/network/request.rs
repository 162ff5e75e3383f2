//! What the layout is asked, from the case: which nodes, how much room their names need, what is pinned.

use std::collections::HashMap;

use emath::{Pos2, Vec2, vec2};

use super::gather::radius;
use crate::layout::measure::Measure;
use crate::layout::network::{Layout, Request};
use crate::model::graph::Tie;
use crate::model::{Case, Id};
use crate::scene::text::NODE;

/// Width over height that a layout strives for: the same for every window, so that the same file gives the same
/// picture on every machine.
const ASPECT: f32 = 2.1;

/// A layout request for what is not hidden. `previous`: where things were.
pub fn request(case: &Case, hidden: &dyn Fn(&Id) -> bool, previous: Option<&Layout>, measure: &dyn Measure) -> Request {
    let snapshot = case.graph().snapshot();
    let fold = case.view().fold_events;
    let stays = |id: &Id| !(hidden(id) || fold && case.event(id.as_str()).is_some());
    let mut position: Vec<Option<u32>> = Vec::with_capacity(snapshot.ids.len());
    let mut ids = Vec::new();
    for id in &snapshot.ids {
        let at = ids.len() as u32;
        let is_kept = stays(id);
        position.push(is_kept.then_some(at));
        if is_kept {
            ids.push(id.clone());
        }
    }
    let mut ends: Vec<(u32, u32)> = Vec::new();
    let mut gathered: HashMap<&Id, Vec<u32>> = HashMap::new();
    for ((from, to), tie) in snapshot.ends.iter().zip(&snapshot.ties) {
        match (position[*from as usize], position[*to as usize]) {
            (Some(from), Some(to)) => ends.push((from, to)),
            (Some(person), None) if fold && matches!(tie, Tie::Participation(..)) => {
                gathered.entry(tie.item()).or_default().push(person);
            }
            _ => {}
        }
    }
    // Folded events hold their participants together; in the order of the case, so that no map decides.
    for event in case.events() {
        if let Some([first, others @ ..]) = gathered.get(&event.id).map(Vec::as_slice) {
            ends.extend(others.iter().filter(|other| *other != first).map(|other| (*first, *other)));
        }
    }
    let before: HashMap<&Id, Pos2> = previous.map(Layout::by_id).unwrap_or_default();
    let pins = &case.view().pins;
    Request {
        rooms: ids.iter().map(|id| room(case, id, measure)).collect(),
        pins: ids.iter().map(|id| pins.get(id).map(|(x, y)| Pos2::new(*x as f32, *y as f32))).collect(),
        previous: ids.iter().map(|id| before.get(id).copied()).collect(),
        ids,
        ends,
        aspect: ASPECT,
        seed: 1,
    }
}

/// Half width and half height of a node with its name below.
fn room(case: &Case, id: &Id, measure: &dyn Measure) -> Vec2 {
    let is_event = case.event(id.as_str()).is_some();
    let radius = radius(case.graph().degree(id.as_str()), is_event);
    let name = case.item(id.as_str()).map_or("", |item| item.name());
    // Long names may reach over the room of others: they find a place beside.
    let width = measure.width(name, NODE).min(150.0);
    vec2((width / 2.0).max(radius * 1.1), radius + 9.0)
}
