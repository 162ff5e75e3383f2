//! The names of nodes, where they fit.

use std::borrow::Cow;
use std::collections::BTreeSet;

use emath::{Pos2, Rect, Vec2, vec2};

use super::Network;
use super::form::Arrangement;
use super::gather::Node;
use crate::layout::measure::TextStyle;
use crate::layout::network::labels::{Ground, Lines, Place, Wish, place};
use crate::model::Id;
use crate::scene::looks::plate;
use crate::scene::marks::push_unsourced;
use crate::scene::text::{NODE, NODE_STRONG, STRONG};
use crate::scene::{Anchor, Hit, HitShape, Item, Level, NodeState, Role, Scene};

/// Share of the canvas that names may cover.
const SHARE: f32 = 0.18;
/// So many of the largest nodes have larger names.
const LARGEST: usize = 6;
/// Below this magnification names go.
const LEAST_ZOOM: f32 = 0.11;
/// Where more things than this have no source, the rings that say so are left out and counted.
const MOST_UNSOURCED: usize = 40;
/// Room of such a ring, left of a name.
const RING_ROOM: f32 = 15.0;
/// Height of a name in points.
pub const NAME_HEIGHT: f32 = 15.0;

/// Draws the names that fit; gives whose they are. What does not fit is counted.
pub fn push(scene: &mut Scene, input: &Network<'_>, nodes: &[Node<'_>], taken: &[Rect], lines: &Lines) -> BTreeSet<Id> {
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    let largest = largest(nodes);
    let style = |at: usize| -> TextStyle {
        match nodes[at].level {
            Level::Selected => STRONG,
            _ if largest.contains(&at) => STRONG,
            Level::Hovered | Level::Lit => NODE_STRONG,
            Level::Plain | Level::Dimmed => NODE,
        }
    };
    // What stands in order takes more room, so that it is seen from further off: that is no reason to name nothing.
    let is_ordered = Arrangement::of(input.case) != Arrangement::Free;
    let seen: Vec<usize> = (0..nodes.len())
        .filter(|at| view.contains(nodes[*at].centre))
        .filter(|at| {
            is_ordered || input.part.is_some() || input.camera.zoom >= LEAST_ZOOM || nodes[*at].level <= Level::Lit
        })
        .collect();
    let seen = if input.part.is_some() { foremost(seen, nodes) } else { seen };
    let wishes: Vec<Wish> = seen
        .iter()
        .map(|at| {
            let node = &nodes[*at];
            let bounds = node.look.shape.bounds_at(node.centre, node.radius);
            let ring = if node.level <= Level::Hovered { 6.0 } else { 0.0 };
            let sign = if node.is_unsourced { RING_ROOM } else { 0.0 };
            Wish {
                centre: node.centre,
                half: bounds.size() / 2.0 + Vec2::splat(ring),
                size: vec2(input.measure.width(node.name, style(*at)) + 4.0 + sign, NAME_HEIGHT),
                short: short(node).map(|text| vec2(input.measure.width(&text, style(*at)) + 4.0 + sign, NAME_HEIGHT)),
                is_needed: node.level <= Level::Hovered,
                priority: priority(node),
                was_shown: input.shown.contains(node.id),
            }
        })
        .collect();
    let places = place(&wishes, &Ground { canvas: view.shrink(2.0), taken, lines, share: SHARE });
    let mut shown = BTreeSet::new();
    let mut dropped = 0;
    for (at, place) in seen.iter().zip(&places) {
        let node = &nodes[*at];
        let Some(Place { rect, is_short }) = *place else {
            dropped += 1;
            continue;
        };
        let text = if is_short { short(node) } else { None };
        push_name(scene, node, &text.unwrap_or(Cow::Borrowed(node.name)), rect, style(*at));
        shown.insert(node.id.clone());
    }
    dropped += nodes.iter().filter(|node| view.contains(node.centre)).count() - seen.len();
    scene.omit("omitted-labels", dropped);
    shown
}

/// Above a picture of a large network so many names look for a place; there is room for few.
const MOST_WISHES: usize = 240;

/// The most important of these nodes.
fn foremost(mut seen: Vec<usize>, nodes: &[Node<'_>]) -> Vec<usize> {
    if seen.len() > MOST_WISHES {
        seen.sort_by(|one, other| priority(&nodes[*other]).total_cmp(&priority(&nodes[*one])).then(one.cmp(other)));
        seen.truncate(MOST_WISHES);
    }
    seen
}

/// Names of so many letters are not cut.
const SHORT: usize = 14;

/// A shorter form of a name: the alias first, an ellipsis second.
fn short<'a>(node: &Node<'a>) -> Option<Cow<'a, str>> {
    let length = |text: &str| text.chars().count();
    let alias = node.aliases.iter().min_by_key(|alias| length(alias));
    if let Some(alias) = alias.filter(|alias| length(alias) * 4 <= length(node.name) * 3) {
        return Some(Cow::Borrowed(alias));
    }
    (length(node.name) > SHORT + 2).then(|| {
        let start: String = node.name.chars().take(SHORT).collect();
        Cow::Owned(format!("{}…", start.trim_end()))
    })
}

/// Leaves out the rings of things without a source where there are too many; how many.
pub fn quieten(nodes: &mut [Node<'_>]) -> usize {
    let unsourced = nodes.iter().filter(|node| node.is_unsourced).count();
    if unsourced <= MOST_UNSOURCED {
        return 0;
    }
    for node in nodes {
        node.is_unsourced &= node.level <= Level::Lit;
    }
    unsourced
}

fn largest(nodes: &[Node<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nodes.len()).filter(|at| !nodes[*at].is_event).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(nodes[*at].ties), *at));
    order.truncate(LARGEST);
    order
}

fn priority(node: &Node<'_>) -> f32 {
    let by_level = match node.level {
        Level::Selected => 30_000.0,
        Level::Hovered => 20_000.0,
        Level::Lit => 10_000.0,
        Level::Plain | Level::Dimmed => 0.0,
    };
    let by_kind = if node.is_event { 0.0 } else { 1_000.0 };
    let by_state = if node.state == NodeState::Outside { 0.0 } else { 500.0 };
    by_level + by_kind + by_state + node.ties as f32
}

fn push_name(scene: &mut Scene, node: &Node<'_>, text: &str, room: Rect, style: TextStyle) {
    let rect = if node.is_unsourced { room.with_min_x(room.left() + RING_ROOM) } else { room };
    let role = match (node.level, node.state) {
        (Level::Selected | Level::Hovered | Level::Lit, _) => Role::Text1,
        (Level::Dimmed, _) | (_, NodeState::Outside) => Role::FadedText,
        _ => Role::Text1,
    };
    scene.items.push(Item::Rect { rect, radius: 3.0, fill: Some(plate()), stroke: None });
    scene.items.push(Item::Text {
        at: rect.center(),
        anchor: Anchor::Middle,
        text: text.to_owned(),
        style,
        ink: role.into(),
        plate: None,
    });
    if node.is_unsourced {
        push_unsourced(&mut scene.items, rect.left_center() - vec2(8.0, 0.0), role.into());
    }
    scene.hits.push(Hit { id: node.id.clone(), shape: HitShape::Rect(rect) });
}
