//! Labels of marks, with the signs before them and the pill behind them.

use std::borrow::Cow;

use emath::{Rangef, Rect, pos2, vec2};

use super::Pen;
use super::dated::{is_point, level_of, nature_of, state_of};
use super::frame::{Cluster, text};
use super::wires::Lines;
use crate::layout::measure::TextStyle;
use crate::layout::timeline::{
    Mark, MarkOf, PART_GAP, PlacedLane, PlacedMark, Priority, Shape, Side, Sign, width_of_sign,
};
use crate::model::claim::Nature;
use crate::scene::looks::plate;
use crate::scene::marks::{push_contested, push_error, push_pill, push_unsourced};
use crate::scene::text::{FINE, SECTION};
use crate::scene::{Anchor, Hit, HitShape, Ink, Item, Level, NodeState, Role};

/// How far a label moves aside for a ring: less than what labels keep free.
const RING: f32 = 6.0;

/// Which labels go first, and which member of a mark gives the text: what is selected, then what is pointed at.
pub fn rank(pen: &Pen<'_>, mark: &Mark) -> (Priority, usize) {
    let level = level_of(pen, mark);
    let lead = match level {
        Level::Selected | Level::Hovered => mark.members.iter().position(|member| pen.level(&member.id) == level),
        _ => None,
    };
    let priority = match (level, state_of(pen, mark)) {
        (Level::Selected, _) => Priority::Selected,
        (Level::Hovered | Level::Lit, _) => Priority::Lit,
        (_, NodeState::In) => Priority::In,
        (_, NodeState::Possible) => Priority::Possible,
        (_, NodeState::Outside) => Priority::Outside,
    };
    (priority, lead.unwrap_or(0))
}

fn style_of(priority: Priority) -> TextStyle {
    if priority == Priority::Selected { SECTION } else { FINE }
}

/// Width of the text of a label.
pub fn text_width(pen: &Pen<'_>, (lane, mark): (usize, &Mark), priority: Priority, lead: usize) -> f32 {
    pen.measure.width(&label_of(pen, lane, mark, priority, lead), style_of(priority))
}

/// The label of a mark on a lane. What is selected or pointed at says in which role the lane's entity takes part.
fn label_of<'a>(pen: &Pen<'_>, lane: usize, mark: &'a Mark, priority: Priority, lead: usize) -> Cow<'a, str> {
    let member = &mark.members[lead];
    let is_chosen = matches!(pen.level(&member.id), Level::Selected | Level::Hovered);
    let role =
        if is_chosen && priority <= Priority::Lit && !mark.is_rival { role_of(pen, lane, member.of) } else { None };
    role.map_or(Cow::Borrowed(&*member.label), |role| Cow::Owned(format!("{} · {role}", member.label)))
}

/// The role in which the entity of a lane takes part in an event.
fn role_of<'a>(pen: &'a Pen<'_>, lane: usize, of: MarkOf) -> Option<&'a str> {
    let MarkOf::Event(at) = of else { return None };
    let id = pen.lanes.lanes[lane].id.as_ref()?;
    let event = &pen.case.events()[at as usize];
    event.participants.iter().find(|participant| participant.entity == *id).map(|participant| &*participant.role)
}

/// Adds the label of a mark.
pub fn push(
    items: &mut Vec<Item>,
    hits: &mut Vec<Hit>,
    pen: &Pen<'_>,
    (lane, placed): (&PlacedLane, &PlacedMark),
    lines: &Lines,
    clusters: &mut Vec<Cluster>,
) {
    let mark = &lane.content.marks[placed.mark];
    let Some(label) = placed.label else { return };
    let (priority, lead) = rank(pen, mark);
    let (level, state) = (level_of(pen, mark), state_of(pen, mark));
    let member = &mark.members[lead];
    let ink = ink_of(mark, level, state);
    let is_fact = nature_of(pen, mark) == Nature::Fact;
    let mut x = label.x + beside_ring(placed, label.side, level);
    let y = placed.y;
    if label.side != Side::Inside {
        x = push_signs(items, mark, x, y, ink);
    }
    let style = style_of(priority);
    let written = label_of(pen, lane.lane, mark, priority, lead);
    let width = pen.measure.width(&written, style);
    let crosses = lines.cross(Rangef::new(x - 3.0, x + width + 3.0), y);
    if label.side == Side::Inside {
        push_inside(items, placed, (x, label.is_sticky), (&written, style), (level, state, is_fact));
    } else if width > 0.0 {
        items.push(Item::Text {
            at: pos2(x, y),
            anchor: Anchor::Left,
            text: written.into_owned(),
            style,
            ink,
            plate: crosses.then(plate),
        });
    }
    let rect = Rect::from_min_size(pos2(label.x, y - 8.0), vec2(label.width, 16.0));
    hits.push(Hit { id: member.id.clone(), shape: HitShape::Rect(rect) });
    let ids = everything(lane, placed);
    if ids.len() > 1 {
        let count = pen.words.with("timeline-more", &[("count", (ids.len() as i64 - 1).into())]);
        let start = if width > 0.0 { x + width + PART_GAP as f32 } else { x };
        let rect = push_pill(items, pos2(start, y), &count);
        clusters.push(Cluster { rect, ids });
    }
}

/// All that a mark stands for: its members, then what found no room beside it.
fn everything(lane: &PlacedLane, placed: &PlacedMark) -> Vec<crate::model::Id> {
    let marks = std::iter::once(&placed.mark).chain(&placed.guests).map(|mark| &lane.content.marks[*mark]);
    marks.filter(|mark| !mark.is_rival).flat_map(|mark| &mark.members).map(|member| member.id.clone()).collect()
}

/// The ring around a diamond needs room: the label moves aside.
fn beside_ring(placed: &PlacedMark, side: Side, level: Level) -> f32 {
    let has_ring = matches!(level, Level::Selected | Level::Hovered) && is_point(placed);
    match side {
        Side::Right if has_ring => RING,
        Side::Left if has_ring => -RING,
        _ => 0.0,
    }
}

fn ink_of(mark: &Mark, level: Level, state: NodeState) -> Ink {
    let role = match (level, state) {
        _ if mark.is_impossible() => Role::Error,
        (Level::Selected | Level::Hovered | Level::Lit, _) => Role::Text1,
        (Level::Dimmed, _) | (_, NodeState::Outside) => Role::FadedText,
        _ if mark.is_link() => Role::Text2,
        _ => Role::Text1,
    };
    Ink::new(role)
}

/// The signs before a label; gives where the text begins.
fn push_signs(items: &mut Vec<Item>, mark: &Mark, mut x: f32, y: f32, ink: Ink) -> f32 {
    for sign in &mark.signs {
        let width = width_of_sign(*sign) as f32;
        let centre = pos2(x + width / 2.0, y);
        match sign {
            Sign::Questioned => items.push(text(centre, Anchor::Middle, "?", SECTION, ink)),
            Sign::Contested => push_contested(items, centre, width / 2.0, ink),
            Sign::Unsourced => push_unsourced(items, centre, ink),
            Sign::Impossible => push_error(items, centre, width / 2.0),
        }
        x += width + PART_GAP as f32;
    }
    x
}

/// A label in its bar: on solid ground in the colour of the ground's contrast, else on a plate.
fn push_inside(
    items: &mut Vec<Item>,
    placed: &PlacedMark,
    (x, is_sticky): (f32, bool),
    (label, style): (&str, TextStyle),
    (level, state, is_fact): (Level, NodeState, bool),
) {
    let has_body = matches!(placed.shapes[0], Shape::Bar { left, right, .. } if right > left);
    let is_solid = has_body && is_fact && state != NodeState::Possible;
    let role = match (is_solid, state, level) {
        (true, NodeState::In, Level::Dimmed) | (true, NodeState::Outside, _) => Role::Text2,
        (true, ..) => Role::OnKind,
        (false, NodeState::Outside, _) | (false, _, Level::Dimmed) => Role::FadedText,
        (false, ..) => Role::Text1,
    };
    let plate = (!is_solid).then(plate);
    if is_sticky {
        items.push(text(pos2(x - 3.0, placed.y), Anchor::Right, "‹", style, role));
    }
    items.push(Item::Text {
        at: pos2(x, placed.y),
        anchor: Anchor::Left,
        text: label.to_owned(),
        style,
        ink: role.into(),
        plate,
    });
}
