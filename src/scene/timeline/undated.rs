//! The strip of what has no date: a window never hides it.

use std::borrow::Cow;

use emath::{Pos2, Rect, pos2, vec2};

use super::frame::{Cluster, Regions, text};
use super::gutter::NAME_X;
use super::{Pen, filled};
use crate::layout::font::elide;
use crate::layout::measure::TextStyle;
use crate::layout::timeline::sentence;
use crate::model::Id;
use crate::model::case::Place;
use crate::scene::text::{FINE, LANE, SECTION};
use crate::scene::{Anchor, Hit, HitShape, Item, Level, Role, Scene, Stroke, Style};

/// Height of a chip.
const CHIP: f32 = 18.0;
/// Free space in a chip at either side.
const PADDING: f32 = 8.0;
/// Between chips.
const GAP: f32 = 6.0;
/// The most room that one chip takes.
const MOST: f32 = 300.0;
/// Things that the list behind the pill holds; the lists of the outline hold all.
const MOST_LISTED: usize = 500;
/// Least room kept for the pill of what does not fit.
const MORE: f32 = 44.0;

/// Adds the strip.
pub fn push(scene: &mut Scene, pen: &Pen<'_>, regions: &mut Regions) {
    let Some(rect) = regions.undated else { return };
    let items = &mut scene.items;
    items.push(filled(rect, Role::Panel));
    let y = rect.center().y;
    push_sign(items, pos2(24.0, y));
    let undated = &pen.lanes.undated;
    let count = pen.words.number(undated.len() as i64);
    // The number is never cut: it is what the strip is for.
    let room = pen.view.gutter - 12.0 - pen.measure.width(&count, FINE) - 8.0 - NAME_X;
    let name = pen.words.get("timeline-undated");
    items.push(text(pos2(NAME_X, y), Anchor::Left, elide(&name, LANE, room), LANE, Role::Text2));
    items.push(text(pos2(pen.view.gutter - 12.0, y), Anchor::Right, count, FINE, Role::Text2));

    let mut x = pen.view.gutter + 8.0;
    let end = rect.right() - 8.0;
    let all = pen.words.with("timeline-more", &[("count", (undated.len() as i64).into())]);
    let more = MORE.max(pen.measure.width(&all, FINE) + 2.0 * PADDING + GAP);
    for (place, thing) in undated.iter().enumerate() {
        let Some((id, name)) = called(pen, *thing) else { continue };
        let level = pen.level(id);
        let style = if level == Level::Selected { SECTION } else { FINE };
        let label = elide(&name, style, MOST - 2.0 * PADDING);
        let width = pen.measure.width(&label, style) + 2.0 * PADDING;
        let is_last = place + 1 == undated.len();
        if x + width > end - if is_last { 0.0 } else { more } {
            let rest = undated[place..].iter().filter_map(|thing| called(pen, *thing));
            let ids = rest.take(MOST_LISTED).map(|(id, _)| id.clone()).collect();
            let count = ((undated.len() - place) as i64).into();
            let label = pen.words.with("timeline-more", &[("count", count)]);
            let chip = Rect::from_min_size(
                pos2(x, y - CHIP / 2.0),
                vec2(pen.measure.width(&label, FINE) + 2.0 * PADDING, CHIP),
            );
            push_chip(items, chip, &label, FINE, Level::Plain);
            regions.undated_more = Some(Cluster { rect: chip, ids });
            return;
        }
        let chip = Rect::from_min_size(pos2(x, y - CHIP / 2.0), vec2(width, CHIP));
        push_chip(items, chip, &label, style, level);
        scene.hits.push(Hit { id: id.clone(), shape: HitShape::Rect(chip) });
        x += width + GAP;
    }
}

/// The id of a thing, and how it is called on its chip.
fn called<'a>(pen: &Pen<'a>, place: Place) -> Option<(&'a Id, Cow<'a, str>)> {
    let case = pen.case;
    Some(match place {
        Place::Entity(at) => {
            let entity = case.entities().get(at as usize)?;
            (&entity.id, Cow::Borrowed(&*entity.name))
        }
        Place::Event(at) => {
            let event = case.events().get(at as usize)?;
            (&event.id, Cow::Borrowed(&*event.title))
        }
        Place::Link(at) => {
            let link = case.links().get(at as usize)?;
            (&link.id, Cow::Owned(sentence(case, link)))
        }
        Place::Source(_) | Place::Story(_) => return None,
    })
}

fn push_chip(items: &mut Vec<Item>, rect: Rect, label: &str, style: TextStyle, level: Level) {
    let (width, edge) = match level {
        Level::Selected => (2.0, Role::Thread),
        Level::Hovered => (1.5, Role::Text1),
        _ => (1.0, Role::Line),
    };
    let ink = if level == Level::Dimmed { Role::FadedText } else { Role::Text1 };
    items.push(Item::Rect {
        rect,
        radius: CHIP / 2.0,
        fill: Some(Role::Raised.into()),
        stroke: Some(Stroke::new(width, edge)),
    });
    items.push(text(rect.center(), Anchor::Middle, label, style, ink));
}

/// A circle of dots: no place in time.
fn push_sign(items: &mut Vec<Item>, centre: Pos2) {
    items.push(Item::Circle {
        centre,
        radius: 6.0,
        fill: None,
        stroke: Some(Stroke::new(1.5, Role::Text2).style(Style::Dashed(2.4, 2.31))),
    });
}
