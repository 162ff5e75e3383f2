//! How the parts of a mark are filled: solid, hatched, fading, hollow, pale.

use emath::{Pos2, Rangef, Rect, pos2};

use crate::model::claim::Nature;
use crate::scene::looks::{FORECAST, dimmed, outside_bar, possible_fill, possible_hatch};
use crate::scene::{Ink, Item, NodeState, Role, Stroke};

/// Width of outlines.
const OUTLINE: f32 = 1.25;
/// What is drawn beyond the edge of the screen, so that ends are not seen where there are none.
const OVERHANG: f32 = 40.0;
/// Share of a small mark's colour outside the window; a bar takes less, as it is larger.
const OUTSIDE_SMALL: f32 = 0.4;

/// How something is filled and outlined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Filled with.
    pub fill: Option<Ink>,
    /// Hatched with.
    pub hatch: Option<Ink>,
    /// Outlined with.
    pub outline: Option<Stroke>,
}

/// How the parts of one mark are painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// What is sure.
    pub sure: Paint,
    /// Somewhere in here.
    pub unsure: Paint,
    /// A diamond.
    pub small: Paint,
    /// A diamond whose date is not exact.
    pub hollow: Paint,
    /// What lies across bars, such as the line that joins a set.
    pub line: Ink,
}

impl Look {
    /// The look of a mark in the colour `bar`, diamonds in `point`; `strength` is what hovering leaves of it.
    pub fn new(bar: Role, point: Role, state: NodeState, strength: f32) -> Self {
        let ink = |role: Role, share: f32| dimmed(Ink::new(role).strength(share), strength);
        let outline = |role: Role, share: f32| Some(Stroke::new(OUTLINE, ink(role, share)));
        let hatched = |role: Role, fill: f32, hatch: f32, edge: f32| Paint {
            fill: Some(ink(role, fill)),
            hatch: Some(ink(role, hatch)),
            outline: outline(role, edge),
        };
        let plain = |fill: Ink| Paint { fill: Some(dimmed(fill, strength)), hatch: None, outline: None };
        let hollow =
            |share: f32| Paint { fill: Some(Role::Canvas.into()), hatch: None, outline: outline(point, share) };
        let possible = |role: Role| hatched(role, possible_fill(role).strength, possible_hatch(role).strength, 1.0);
        match state {
            NodeState::In => Self {
                sure: plain(bar.into()),
                unsure: possible(point),
                small: plain(point.into()),
                hollow: hollow(1.0),
                line: ink(point, 1.0),
            },
            NodeState::Possible => Self {
                sure: possible(bar),
                unsure: hatched(point, 0.08, 0.4, 0.6),
                small: possible(point),
                hollow: hollow(0.6),
                line: ink(point, 0.6),
            },
            NodeState::Outside => Self {
                sure: plain(outside_bar(bar)),
                unsure: hatched(point, 0.05, 0.18, 0.4),
                small: plain(Ink::new(point).strength(OUTSIDE_SMALL)),
                hollow: hollow(OUTSIDE_SMALL),
                line: ink(point, OUTSIDE_SMALL),
            },
        }
    }

    /// The look of what is not a plain fact: hollow, and dashed if it is only expected.
    #[must_use]
    pub fn of_nature(self, nature: Nature) -> Self {
        if nature == Nature::Fact {
            return self;
        }
        let edge = self.hollow.outline.map(|stroke| match nature {
            Nature::Forecast => stroke.style(FORECAST),
            _ => stroke,
        });
        let hollow = Paint { outline: edge, ..self.hollow };
        Self { sure: hollow, small: hollow, hollow, unsure: Paint { outline: edge, ..self.unsure }, ..self }
    }

    /// The look of a date that another source gives for the same thing.
    #[must_use]
    pub fn of_rival(self) -> Self {
        Self { sure: self.hollow, small: self.hollow, ..self }
    }

    /// The look of a date that contradicts itself.
    pub fn impossible(strength: f32) -> Paint {
        let ink = |share: f32| dimmed(Ink::new(Role::Error).strength(share), strength);
        Paint { fill: Some(ink(0.12)), hatch: None, outline: Some(Stroke::new(1.6, ink(1.0))) }
    }
}

/// Where a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Middle.
    pub y: f32,
    /// Height.
    pub height: f32,
    /// What can be seen.
    pub view: Rangef,
}

impl Strip {
    fn shown(&self, x: f64) -> f32 {
        (x as f32).clamp(self.view.min - OVERHANG, self.view.max + OVERHANG)
    }

    /// The rectangle between two positions, cut a little beyond the edges of the screen; none if nothing of it shows.
    pub fn rect(&self, left: f64, right: f64) -> Option<Rect> {
        let (left, right) = (self.shown(left), self.shown(right));
        let rows = Rangef::new(self.y - self.height / 2.0, self.y + self.height / 2.0);
        (right > left).then(|| Rect::from_x_y_ranges(Rangef::new(left, right), rows))
    }

    /// The same strip with another height.
    pub fn of_height(self, height: f32) -> Self {
        Self { height, ..self }
    }
}

/// Adds a box between two positions.
pub fn push_box(items: &mut Vec<Item>, strip: &Strip, (left, right): (f64, f64), paint: &Paint) {
    let Some(rect) = strip.rect(left, right) else { return };
    push_polygon(items, corners(rect), paint);
}

/// Adds a convex polygon.
pub fn push_polygon(items: &mut Vec<Item>, points: Vec<Pos2>, paint: &Paint) {
    if paint.fill.is_some() {
        items.push(Item::Polygon { points: points.clone(), fill: paint.fill, stroke: None });
    }
    if let Some(hatch) = paint.hatch {
        items.push(Item::Hatch { points: points.clone(), left: hatch, right: hatch });
    }
    if let Some(stroke) = paint.outline {
        items.push(closed(points, stroke));
    }
}

/// Adds a stretch whose colour goes from nothing at `clear` to all at `full`.
pub fn push_fade(items: &mut Vec<Item>, strip: &Strip, clear: f64, full: f64, paint: &Paint) {
    let Some(rect) = strip.rect(clear.min(full), clear.max(full)) else { return };
    let share = |x: f32| (((f64::from(x) - clear) / (full - clear)).clamp(0.0, 1.0)) as f32;
    let (left, right) = (share(rect.left()), share(rect.right()));
    let ends = |ink: Ink| (ink.alpha(ink.alpha * left), ink.alpha(ink.alpha * right));
    if let Some((left, right)) = paint.fill.map(ends) {
        items.push(Item::Fade { rect, left, right });
    }
    if let Some((left, right)) = paint.hatch.map(ends) {
        items.push(Item::Hatch { points: corners(rect), left, right });
    }
}

/// The corners of a rectangle.
pub fn corners(rect: Rect) -> Vec<Pos2> {
    vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]
}

/// The corners of a diamond.
pub fn diamond(centre: Pos2, r: f32) -> Vec<Pos2> {
    let Pos2 { x, y } = centre;
    vec![pos2(x, y - r), pos2(x + r, y), pos2(x, y + r), pos2(x - r, y)]
}

/// A closed line.
pub fn closed(mut points: Vec<Pos2>, stroke: Stroke) -> Item {
    points.extend(points.first().copied());
    Item::Line { points, stroke }
}
