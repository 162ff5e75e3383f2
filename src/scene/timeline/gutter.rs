//! The names at the left of the lanes.

use std::borrow::Cow;

use emath::{Rect, pos2, vec2};

use super::frame::{Regions, text};
use super::{Pen, filled, hairline};
use crate::layout::font::elide;
use crate::layout::measure::{TextStyle, Weight};
use crate::layout::timeline::{GroupHead, GroupName, Lane, Placed, PlacedLane};
use crate::locale::Words;
use crate::model::Case;
use crate::model::case::Item as Thing;
use crate::model::entity::Entity;
use crate::scene::emphasis::node_state;
use crate::scene::looks::DIMMED_NODE;
use crate::scene::marks::push_brackets;
use crate::scene::node::push_node;
use crate::scene::styles::look_of;
use crate::scene::text::{BADGE, FINE, LANE, SECTION};
use crate::scene::{Anchor, Hit, HitShape, Item, KindLook, Level, NodeMarks, NodeState, Role, Scene, Stroke};

const NAME_STRONG: TextStyle = TextStyle::new(12.0, Weight::SemiBold);
/// Middle of the icon.
const ICON_X: f32 = 24.0;
/// Side of the box in which the icon stands.
const ICON: f32 = 16.0;
/// Start of the name.
pub const NAME_X: f32 = 42.0;
/// Middle of the chevron of a group, and start of its name.
const CHEVRON_X: f32 = 14.0;
const HEAD_X: f32 = 24.0;
/// Free space at the right.
const MARGIN: f32 = 8.0;
/// From the upper edge of a lane to the middle of its name.
const FIRST_LINE: f32 = 14.0;

/// Adds icon and name of each lane.
pub fn push(scene: &mut Scene, pen: &Pen<'_>, placed: &Placed, regions: &mut Regions) {
    let area = regions.gutter;
    let mut items = vec![filled(area, Role::Canvas)];
    for lane in &placed.lanes {
        let content = &pen.lanes.lanes[lane.lane];
        let rect = lane.rect.with_min_x(area.left()).with_max_x(area.right());
        if let Some(head) = &content.group {
            push_head(&mut items, pen, head, rect);
            let seen = rect.intersect(area);
            if seen.height() > 0.0 {
                regions.groups.push((head.clone(), seen));
            }
            continue;
        }
        push_lane(&mut items, pen, content, lane, rect);
        let seen = rect.intersect(area);
        if seen.height() > 0.0 {
            regions.lanes.push((content.id.clone(), seen.with_max_x(regions.lanes_area.right())));
            scene.hits.extend(content.id.clone().map(|id| Hit { id, shape: HitShape::Rect(seen) }));
        }
    }
    scene.items.push(Item::Clip { rect: area, items });
}

/// The head of a group: a chevron, its name, how many lanes it has.
fn push_head(items: &mut Vec<Item>, pen: &Pen<'_>, head: &GroupHead, rect: Rect) {
    items.push(filled(rect, Role::Panel));
    items.push(hairline(rect.left_bottom(), rect.right_bottom()));
    let y = rect.center().y;
    let (x, r) = (rect.left() + CHEVRON_X, 3.0);
    let chevron = if head.folded {
        vec![pos2(x - 1.5, y - r), pos2(x + 1.5, y), pos2(x - 1.5, y + r)]
    } else {
        vec![pos2(x - r, y - 1.5), pos2(x, y + 1.5), pos2(x + r, y - 1.5)]
    };
    items.push(Item::Line { points: chevron, stroke: Stroke::new(1.5, Role::Text2) });
    let count = pen.words.number(head.lanes as i64);
    items.push(text(pos2(rect.right() - MARGIN, y), Anchor::Right, count.clone(), FINE, Role::Text3));
    let room = rect.right() - MARGIN - pen.measure.width(&count, FINE) - 8.0 - (rect.left() + HEAD_X);
    let name = group_name(pen.case, pen.words, &head.name);
    let name = elide(&name, SECTION, room).into_owned();
    items.push(text(pos2(rect.left() + HEAD_X, y), Anchor::Left, name, SECTION, Role::Text2));
}

/// What a group of lanes is called.
pub fn group_name(case: &Case, words: &Words, name: &GroupName) -> String {
    match name {
        GroupName::Kind(kind) => words.kind(case, kind),
        GroupName::Investigation(id) => case.entity(id.as_str()).map_or_else(|| id.to_string(), |one| one.name.clone()),
        GroupName::Tag(tag) => tag.clone(),
        GroupName::Rest => words.get("lanes-rest"),
    }
}

fn push_lane(items: &mut Vec<Item>, pen: &Pen<'_>, content: &Lane, lane: &PlacedLane, rect: Rect) {
    let entity = content.entity.map(|place| &pen.case.entities()[place as usize]);
    let level = content.id.as_ref().map_or(Level::Plain, |id| pen.level(id));
    match level {
        Level::Selected => items.push(filled(rect, Role::SelectedFill)),
        Level::Hovered => items.push(filled(rect, Role::HoverFill)),
        _ => {}
    }
    items.push(hairline(rect.left_bottom(), rect.right_bottom()));
    if level == Level::Selected {
        items.push(filled(rect.with_max_x(rect.left() + 3.0), Role::Thread));
    }
    let centre = pos2(rect.left() + ICON_X, rect.top() + FIRST_LINE);
    let state = content.id.as_ref().map_or(NodeState::In, |id| node_state(pen.emphasis.answers.of(id.as_str())));
    let look = entity.map_or(KindLook::event(false), |entity| own_look(pen, entity));
    let marks = NodeMarks {
        strength: if level == Level::Dimmed { DIMMED_NODE } else { 1.0 },
        code: entity.and_then(|entity| entity.code.as_deref()),
        ..NodeMarks::default()
    };
    push_node(items, look, centre, look.shape.radius_in(ICON), state, &marks);
    if content.id.is_some() && content.id.as_ref() == pen.emphasis.focused {
        push_brackets(items, Rect::from_center_size(centre, emath::Vec2::splat(ICON - 10.0)));
    }
    let mut right = rect.right() - MARGIN;
    if content.is_pinned {
        push_pin(items, pos2(right - 4.0, centre.y));
        right -= 14.0;
    }
    if lane.folded > 0 {
        let count = pen.words.with("timeline-more", &[("count", (lane.folded as i64).into())]);
        let width = pen.measure.width(&count, BADGE);
        items.push(text(pos2(right, centre.y), Anchor::Right, count, BADGE, Role::Text3));
        right -= width + 6.0;
    }
    let style = if level <= Level::Lit { NAME_STRONG } else { LANE };
    let role = match (state, level) {
        (_, Level::Selected | Level::Hovered | Level::Lit) => Role::Text1,
        (NodeState::Outside, _) | (_, Level::Dimmed) => Role::FadedText,
        _ => Role::Text1,
    };
    let loose = || Cow::Owned(pen.words.get("timeline-loose"));
    let name = entity.map_or_else(loose, |entity| name_that_fits(pen, entity, style, right - rect.left() - NAME_X));
    items.push(text(pos2(rect.left() + NAME_X, centre.y), Anchor::Left, name, style, role));
}

/// A pin: the lane stands on top because somebody put it there.
fn push_pin(items: &mut Vec<Item>, at: emath::Pos2) {
    let ink = Stroke::new(1.25, Role::Text3);
    items.push(Item::Circle { centre: at - vec2(0.0, 2.0), radius: 2.5, fill: None, stroke: Some(ink) });
    items.push(Item::Line { points: vec![at + vec2(0.0, 0.5), at + vec2(0.0, 5.0)], stroke: ink });
}

/// The look of an entity's kind, in the colour that the user chose for it.
fn own_look(pen: &Pen<'_>, entity: &Entity) -> KindLook {
    let by_kind = || KindLook::of_word(&entity.kind, &pen.case.head().kinds);
    look_of(pen.case, Thing::Entity(entity)).unwrap_or_else(by_kind)
}

/// The colour of an entity's rail.
pub fn colour_of(pen: &Pen<'_>, lane: &Lane) -> Role {
    lane.entity.map_or(Role::Event, |place| own_look(pen, &pen.case.entities()[place as usize]).role)
}

/// The name; where it is too long a shorter alias, else the name cut short.
fn name_that_fits<'a>(pen: &Pen<'_>, entity: &'a Entity, style: TextStyle, room: f32) -> Cow<'a, str> {
    let fits = |name: &&String| pen.measure.width(name, style) <= room;
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .find(fits)
        .map_or_else(|| elide(&entity.name, style, room), |name| Cow::Borrowed(name.as_str()))
}
