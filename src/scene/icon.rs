//! The signs inside the shapes: a few strokes in units of the radius, y down.

use emath::{Pos2, Rect, Vec2, vec2};

use super::kinds::Icon;
use super::{Anchor, Ink, Item, Stroke};
use crate::layout::font;
use crate::layout::measure::{TextStyle, Weight};
use crate::model::kind::BuiltInKind;

/// Width of a stroke, in units of the radius.
const STROKE: f32 = 0.15;

/// One part of a sign.
enum Part {
    /// A line with round ends.
    Line(&'static [(f32, f32)], f32),
    /// A filled convex polygon.
    Fill(&'static [(f32, f32)]),
    /// A filled rectangle: left, top, right, bottom.
    Block(f32, f32, f32, f32),
    /// A disc: centre, radius.
    Dot(f32, f32, f32),
    /// A circle: centre, radius, width.
    Ring(f32, f32, f32, f32),
}

use Part::{Block, Dot, Fill, Line, Ring};

/// Head and shoulders.
const SHOULDERS: &[(f32, f32)] = &[
    (-0.53, 0.52),
    (-0.49, 0.34),
    (-0.375, 0.188),
    (-0.203, 0.086),
    (0.0, 0.05),
    (0.203, 0.086),
    (0.375, 0.188),
    (0.49, 0.34),
    (0.53, 0.52),
];

const MAGNIFIER: &[Part] = &[Ring(-0.1, -0.12, 0.36, STROKE), Line(&[(0.17, 0.15), (0.5, 0.48)], 0.17)];
const TOWERS: &[Part] = &[Block(-0.5, -0.48, -0.01, 0.48), Block(0.12, -0.08, 0.5, 0.48)];
const DOTS: &[Part] = &[Dot(-0.44, -0.1, 0.14), Dot(0.0, -0.1, 0.14), Dot(0.44, -0.1, 0.14)];
const TEMPLE: &[Part] = &[
    Fill(&[(0.0, -0.62), (0.56, -0.22), (-0.56, -0.22)]),
    Block(-0.42, -0.1, -0.24, 0.4),
    Block(-0.09, -0.1, 0.09, 0.4),
    Block(0.24, -0.1, 0.42, 0.4),
    Block(-0.55, 0.5, 0.55, 0.64),
];
const CHEVRONS: &[Part] = &[
    Line(&[(-0.5, -0.06), (0.0, -0.48), (0.5, -0.06)], STROKE),
    Line(&[(-0.5, 0.42), (0.0, 0.0), (0.5, 0.42)], STROKE),
];
const BAR: &[Part] = &[Line(&[(-0.62, 0.0), (0.36, 0.0)], 0.22)];
const LASTS: &[Part] = &[Line(&[(-0.36, 0.0), (0.36, 0.0)], 0.24)];
const DOT: &[Part] = &[Dot(0.0, -0.2, 0.31)];
const PERSON: &[Part] = &[Dot(0.0, -0.28, 0.28), Fill(SHOULDERS)];
const HEADS: &[Part] = &[
    Dot(-0.56, -0.2, 0.17),
    Dot(0.0, -0.2, 0.17),
    Dot(0.56, -0.2, 0.17),
    Fill(&[(-0.83, 0.33), (-0.79, 0.18), (-0.68, 0.08), (-0.56, 0.04), (-0.44, 0.08), (-0.33, 0.18), (-0.29, 0.33)]),
    Fill(&[(-0.27, 0.33), (-0.23, 0.18), (-0.12, 0.08), (0.0, 0.04), (0.12, 0.08), (0.23, 0.18), (0.27, 0.33)]),
    Fill(&[(0.29, 0.33), (0.33, 0.18), (0.44, 0.08), (0.56, 0.04), (0.68, 0.08), (0.79, 0.18), (0.83, 0.33)]),
];
const BOX: &[Part] = &[
    Line(&[(-0.41, -0.39), (0.41, -0.39), (0.41, 0.41), (-0.41, 0.41), (-0.41, -0.39)], 0.13),
    Line(&[(-0.41, -0.11), (0.41, -0.11)], 0.13),
];
const HASH: &[Part] = &[
    Line(&[(-0.08, -0.46), (-0.28, 0.46)], 0.13),
    Line(&[(0.28, -0.46), (0.08, 0.46)], 0.13),
    Line(&[(-0.42, -0.17), (0.48, -0.17)], 0.13),
    Line(&[(-0.48, 0.17), (0.42, 0.17)], 0.13),
];

const fn parts(icon: Icon) -> &'static [Part] {
    match icon {
        Icon::None | Icon::Letter(_) => &[],
        Icon::Bar => LASTS,
        Icon::Kind(kind) => match kind {
            BuiltInKind::Investigation => MAGNIFIER,
            BuiltInKind::Organisation => TOWERS,
            BuiltInKind::Platform => DOTS,
            BuiltInKind::Agency => TEMPLE,
            BuiltInKind::Unit => CHEVRONS,
            BuiltInKind::Country => BAR,
            BuiltInKind::Place => DOT,
            BuiltInKind::Person => PERSON,
            BuiltInKind::Group => HEADS,
            BuiltInKind::Asset => BOX,
            BuiltInKind::Account => HASH,
        },
    }
}

/// Adds a sign in a shape of radius `r`.
pub(super) fn push_icon(items: &mut Vec<Item>, icon: Icon, centre: Pos2, r: f32, ink: Ink) {
    if let Icon::Letter(letter) = icon {
        push_text(items, letter.to_string(), centre, r, 1.05, ink);
        return;
    }
    let place = |x: f32, y: f32| centre + vec2(x, y) * r;
    let places = |points: &[(f32, f32)]| points.iter().map(|&(x, y)| place(x, y)).collect();
    items.extend(parts(icon).iter().map(|part| match *part {
        Line(points, width) => Item::Line { points: places(points), stroke: Stroke::solid(width * r, ink).round() },
        Fill(points) => Item::Polygon { points: places(points), fill: Some(ink), stroke: None },
        Block(left, top, right, bottom) => Item::Rect {
            rect: Rect::from_min_max(place(left, top), place(right, bottom)),
            radius: 0.0,
            fill: Some(ink),
            stroke: None,
        },
        Dot(x, y, radius) => Item::Circle { centre: place(x, y), radius: radius * r, fill: Some(ink), stroke: None },
        Ring(x, y, radius, width) => Item::Circle {
            centre: place(x, y),
            radius: radius * r,
            fill: None,
            stroke: Some(Stroke::solid(width * r, ink)),
        },
    }));
}

/// Adds a short text in a shape of radius `r`, at `size` times the radius or smaller, so that it fits.
pub(super) fn push_text(items: &mut Vec<Item>, text: String, centre: Pos2, r: f32, size: f32, ink: Ink) {
    let em = font::width(&text, TextStyle::new(1.0, Weight::SemiBold)).max(0.1);
    let style = TextStyle::new(r * size.min(1.45 / em), Weight::SemiBold);
    items.push(Item::Text { at: centre, anchor: Anchor::Middle, text, style, ink, plate: None });
}

/// Where the middle of a sign lies when the outline's middle is elsewhere.
pub(super) fn icon_centre(icon: Icon) -> Vec2 {
    match icon {
        Icon::Kind(BuiltInKind::Country) => vec2(-0.1, 0.0),
        Icon::Kind(BuiltInKind::Platform) => vec2(0.0, -0.1),
        Icon::Kind(BuiltInKind::Place) => vec2(0.0, -0.2),
        _ => Vec2::ZERO,
    }
}
