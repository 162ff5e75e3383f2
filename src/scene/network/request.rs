//! What the layout is asked, from the case: which nodes, how much room their names need, what is pinned.

use std::collections::HashMap;

use emath::{Pos2, Rect, pos2};

use super::gather::radius;
use super::names::NAME_HEIGHT;
use crate::layout::measure::Measure;
use crate::layout::network::labels::GAP as NAME_GAP;
use crate::layout::network::{Layout, Request};
use crate::model::{Case, Id};
use crate::scene::text::NODE;

/// Width over height that a layout strives for: the same for every window, so that the same file gives the same
/// picture on every machine.
const ASPECT: f32 = 2.0;

/// A layout request for what is not hidden. `previous`: where things were. Folding events moves nothing, so events are
/// arranged even where they are folded.
pub fn request(case: &Case, hidden: &dyn Fn(&Id) -> bool, previous: Option<&Layout>, measure: &dyn Measure) -> Request {
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
    }
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
