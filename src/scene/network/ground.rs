//! What lies below the network and says why things stand where they stand: rings, boxes, dates.

use emath::{Pos2, Rect, pos2};

use super::Network;
use crate::layout::axis::{Axis, Ticks, ticks};
use crate::layout::font::elide;
use crate::layout::network::Mark;
use crate::scene::looks::plate;
use crate::scene::network::form::Arrangement;
use crate::scene::text::{NODE, TICK, YEAR};
use crate::scene::timeline::label;
use crate::scene::{Anchor, Ink, Item, Role, Scene, Stroke, Style};

/// Height of the strip with the dates.
const STRIP: f32 = 36.0;
/// Middle of its two rows.
const UPPER_Y: f32 = 11.0;
const LOWER_Y: f32 = 26.5;
/// The dates begin so far before the first thing that has one.
const BEFORE_FIRST: f32 = 16.0;
/// Corners of a ring's polygon.
const CORNERS: usize = 96;

/// Draws what lies below.
pub fn push(scene: &mut Scene, input: &Network<'_>) {
    for mark in &input.layout.marks {
        match mark {
            Mark::Ring { centre, radii, steps } => {
                let corner = |at: usize| {
                    let (sine, cosine) = (at as f32 / CORNERS as f32 * std::f32::consts::TAU).sin_cos();
                    let point = *centre + emath::vec2(radii.x * sine, -radii.y * cosine);
                    // Rounded, so that the last bits of a sine, which differ between machines, never show.
                    let at = input.camera.to_view(point, input.size);
                    pos2((at.x * 8.0).round() / 8.0, (at.y * 8.0).round() / 8.0)
                };
                let points: Vec<Pos2> = (0..=CORNERS).map(corner).collect();
                let top = points[0];
                scene.items.push(Item::Line { points, stroke: Stroke::new(1.0, Role::Line) });
                let steps = input.words.with("mark-steps", &[("steps", i64::from(*steps).into())]);
                push_text(scene, top, Anchor::Middle, steps, TICK, Role::Text3);
            }
            Mark::Box { rect, name, count } => {
                let rect = to_view(input, *rect);
                let stroke = Some(Stroke::new(1.0, Role::Line));
                let fill = Some(Ink::new(Role::Text1).alpha(0.02));
                scene.items.push(Item::Rect { rect, radius: 6.0, fill, stroke });
                push_text(scene, title_at(rect), Anchor::Left, title(input, rect, name, *count), NODE, Role::Text2);
            }
            Mark::Undated { rect, count } => {
                let rect = to_view(input, *rect);
                let stroke = Some(Stroke::new(1.0, Role::Line));
                scene.items.push(Item::Rect { rect, radius: 6.0, fill: None, stroke });
                let title = input.words.with("mark-undated", &[("count", (*count).into())]);
                push_text(scene, rect.center_top(), Anchor::Middle, title, TICK, Role::Text3);
            }
            Mark::Times { .. } => {
                if let Some(ticks) = dates(input) {
                    for (row, role) in [(&ticks.lower, Role::Hairline), (&ticks.upper, Role::Line)] {
                        for tick in row.iter().filter(|tick| tick.is_shown) {
                            let points = vec![pos2(tick.x, STRIP), pos2(tick.x, input.size.y)];
                            scene.items.push(Item::Line { points, stroke: Stroke::new(1.0, role).style(Style::Solid) });
                        }
                    }
                }
            }
        }
    }
}

/// Where no name may stand: the titles, and the strip with the dates.
pub fn rooms(input: &Network<'_>) -> Vec<Rect> {
    let mut rooms = Vec::new();
    for mark in &input.layout.marks {
        match mark {
            Mark::Box { rect, name, count } => {
                let rect = to_view(input, *rect);
                let width = input.measure.width(&title(input, rect, name, *count), NODE);
                let at = title_at(rect);
                rooms.push(Rect::from_min_max(at - emath::vec2(3.0, 8.0), at + emath::vec2(width + 3.0, 8.0)));
            }
            Mark::Times { .. } => rooms.push(strip(input)),
            Mark::Ring { centre, radii, .. } => {
                let top = input.camera.to_view(pos2(centre.x, centre.y - radii.y), input.size);
                rooms.push(Rect::from_center_size(top, emath::vec2(48.0, 16.0)));
            }
            Mark::Undated { rect, .. } => {
                let top = to_view(input, *rect).center_top();
                rooms.push(Rect::from_center_size(top, emath::vec2(80.0, 16.0)));
            }
        }
    }
    rooms
}

/// Draws the strip with the dates, above all else.
pub fn push_dates(scene: &mut Scene, input: &Network<'_>) {
    let Some(ticks) = dates(input) else { return };
    let rect = strip(input);
    scene.items.push(Item::Rect { rect, radius: 0.0, fill: Some(Role::Panel.into()), stroke: None });
    let edge = vec![rect.left_bottom(), rect.right_bottom()];
    scene.items.push(Item::Line { points: edge, stroke: Stroke::new(1.0, Role::Line) });
    for (row, y, style, role) in
        [(&ticks.upper, UPPER_Y, YEAR, Role::Text1), (&ticks.lower, LOWER_Y, TICK, Role::Text2)]
    {
        for (x, text) in row.iter().filter_map(|tick| tick.label.as_ref()) {
            scene.items.push(Item::Text {
                at: pos2(*x, y),
                anchor: Anchor::Left,
                text: text.clone(),
                style,
                ink: role.into(),
                plate: None,
            });
        }
    }
}

/// The marks of the dates along x, if places are dates.
fn dates(input: &Network<'_>) -> Option<Ticks> {
    let (times, rect) = input.layout.marks.iter().find_map(|mark| match mark {
        Mark::Times { times, rect } => Some((*times, *rect)),
        _ => None,
    })?;
    let rect = to_view(input, rect);
    let ms_per_point = (times.1 - times.0) / f64::from(rect.width().max(1e-3));
    // What has no date stands at the left: no date may stand above it.
    let left = dated_from(rect).min(input.size.x);
    let from = times.0 - f64::from(rect.left() - left) * ms_per_point;
    let axis = Axis::new(from, ms_per_point, left, input.size.x - left);
    let zone = input.words.clock_zone(&input.case.calendar().zone);
    Some(ticks(axis, zone, (YEAR, TICK), input.measure, &|name, at| label(input.words, name, at), &[]))
}

/// Where the dates begin on screen.
fn dated_from(rect: Rect) -> f32 {
    (rect.left() - BEFORE_FIRST).max(0.0)
}

fn strip(input: &Network<'_>) -> Rect {
    let left = input.layout.marks.iter().find_map(|mark| match mark {
        Mark::Times { rect, .. } => Some(dated_from(to_view(input, *rect))),
        _ => None,
    });
    Rect::from_min_max(pos2(left.unwrap_or(0.0).min(input.size.x), 0.0), pos2(input.size.x, STRIP))
}

fn to_view(input: &Network<'_>, rect: Rect) -> Rect {
    Rect::from_two_pos(input.camera.to_view(rect.min, input.size), input.camera.to_view(rect.max, input.size))
}

/// The title stands in the upper border, so that it takes no room from what is in the box.
fn title_at(rect: Rect) -> Pos2 {
    rect.left_top() + emath::vec2(12.0, 0.0)
}

/// What stands there, as far as the box is wide.
fn title(input: &Network<'_>, rect: Rect, name: &str, count: usize) -> String {
    elide(&whole_title(input, name, count), NODE, rect.width() - 18.0).into_owned()
}

fn whole_title(input: &Network<'_>, name: &str, count: usize) -> String {
    if name.is_empty() {
        return input.words.with("mark-nowhere", &[("count", count.into())]);
    }
    let name = match Arrangement::of(input.case) {
        Arrangement::Kind => input.words.kind(input.case, name),
        _ => name.to_owned(),
    };
    input.words.with("mark-box", &[("name", name.into()), ("count", count.into())])
}

fn push_text(
    scene: &mut Scene,
    at: Pos2,
    anchor: Anchor,
    text: String,
    style: crate::layout::measure::TextStyle,
    role: Role,
) {
    scene.items.push(Item::Text { at, anchor, text, style, ink: role.into(), plate: Some(plate()) });
}
