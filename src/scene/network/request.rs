//! What the layout is asked, from the case: which nodes, how much room their names need, what is pinned.

use std::collections::{HashMap, HashSet};

use emath::{Pos2, Rect, Vec2, pos2};

use super::fold;
use super::form::form;
use super::gather::{pairs, radius};
use super::names::NAME_HEIGHT;
use super::plane::MOST_EVENT_NODES;
use crate::analysis::folds::Folds;
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
    let folds = Folds::new(case);
    let (ids, ends) = if folds.is_empty() { (ids, ends) } else { folded(&folds, &ids, &ends) };
    let form = form(case, &ids, &ends);
    // What stands in order stands anew.
    let previous = previous.filter(|_| form == Form::Free);
    let previous = previous.filter(|layout| !is_other(layout, &folds));
    let before = previous.map(|layout| known_places(layout, &folds)).unwrap_or_default();
    let pins = &case.view().pins;
    let pin = |id: &Id| match folds.group(id) {
        Some(group) => fold::pin(case, group),
        None => pins.get(id).map(|(x, y)| Pos2::new(*x as f32, *y as f32)),
    };
    Request {
        rooms: ids.iter().map(|id| room(case, &folds, id, measure)).collect(),
        pins: ids.iter().map(pin).collect(),
        previous: ids.iter().map(|id| before.get(id).copied()).collect(),
        ids,
        ends,
        weights: Vec::new(),
        aspect: ASPECT,
        seed: 1,
        form,
    }
}

/// The same with a node for each group instead of its members, one tie for all between two nodes of which one is a
/// group, and none within a group.
fn folded(folds: &Folds, ids: &[Id], ends: &[(u32, u32)]) -> (Vec<Id>, Vec<(u32, u32)>) {
    let mut nodes: Vec<Id> = Vec::new();
    let mut group_at: Vec<Option<u32>> = vec![None; folds.groups().len()];
    let position: Vec<(u32, bool)> = ids
        .iter()
        .map(|id| {
            let next = nodes.len() as u32;
            let Some(group) = folds.of(id) else {
                nodes.push(id.clone());
                return (next, false);
            };
            let at = *group_at[group].get_or_insert_with(|| {
                nodes.push(folds.groups()[group].id.clone());
                next
            });
            (at, true)
        })
        .collect();
    let mut seen = HashSet::new();
    let ends = (ends.iter().map(|(from, to)| (position[*from as usize], position[*to as usize])))
        .filter(|((from, one), (to, other))| {
            let is_folded = *one || *other;
            !is_folded || from != to && seen.insert((*from.min(to), *from.max(to)))
        })
        .map(|((from, _), (to, _))| (from, to))
        .collect();
    (nodes, ends)
}

/// Where so large a part of the nodes of before is folded now, the rest says nothing of where groups belong.
const MOST_FOLDED: f32 = 0.4;

/// Whether a folding leaves so little of a layout that it is arranged anew.
pub fn is_other(before: &Layout, folds: &Folds) -> bool {
    let gone = before.ids.iter().filter(|id| folds.of(id).is_some()).count();
    gone as f32 > MOST_FOLDED * before.ids.len() as f32
}

/// Where things were. A group that is new stands in the middle of where its members were, or were last.
fn known_places(layout: &Layout, folds: &Folds) -> HashMap<Id, Pos2> {
    let mut known: HashMap<Id, Pos2> = layout.inside.iter().cloned().collect();
    known.extend(layout.ids.iter().cloned().zip(layout.positions.iter().copied()));
    for group in folds.groups() {
        if known.contains_key(&group.id) {
            continue;
        }
        let of_members = group.members.iter().filter_map(|id| known.get(id));
        let (sum, count) = of_members.fold((Vec2::ZERO, 0.0), |(sum, count), at| (sum + at.to_vec2(), count + 1.0));
        if count > 0.0 {
            known.insert(group.id.clone(), (sum / count).to_pos2());
        }
    }
    known
}

/// Where what is folded was last, to be kept with the new layout: unfolded, it stands there again.
pub fn inside(case: &Case, previous: Option<&Layout>) -> Vec<(Id, Pos2)> {
    let (Some(previous), false) = (previous, case.view().groups.is_empty()) else { return Vec::new() };
    let folds = Folds::new(case);
    let known = known_places(previous, &folds);
    let members = folds.groups().iter().flat_map(|group| &group.members);
    members.filter_map(|id| Some((id.clone(), *known.get(id)?))).collect()
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
fn room(case: &Case, folds: &Folds, id: &Id, measure: &dyn Measure) -> Rect {
    let (ties, name) = match folds.group(id) {
        Some(group) => (fold::ties(case, group), group.name.as_str()),
        None => (case.graph().degree(id.as_str()), case.item(id.as_str()).map_or("", |item| item.name())),
    };
    let radius = radius(ties, case.event(id.as_str()).is_some());
    let half = (measure.width(name, NODE).min(WIDEST_NAME) / 2.0 + 2.0).max(radius * 1.1);
    Rect::from_min_max(pos2(-half, -radius), pos2(half, radius + NAME_GAP + NAME_HEIGHT))
}
