//! Marks that network and timeline share: badges, arrowheads, the signs for contested, unsourced and wrong.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::looks::LINK_WIDTH;
use super::shape::octagon;
use super::text::BADGE;
use super::{Anchor, Ink, Item, Role, Stroke};
use crate::layout::font;

/// Height of a badge without its border.
const BADGE_HEIGHT: f32 = 16.0;
/// Distance between ticks along a link.
const TICK_PITCH: f32 = 7.5;

/// Adds a badge (a pill with a number or a few words); `at` is the middle of its left edge. Gives its rectangle.
pub fn push_badge(items: &mut Vec<Item>, at: Pos2, text: &str, fill: Role) -> Rect {
    let width = (font::width(text, BADGE) + 10.0).max(BADGE_HEIGHT);
    let rect = Rect::from_min_size(at - vec2(0.0, BADGE_HEIGHT / 2.0), vec2(width, BADGE_HEIGHT));
    let border = rect.expand(2.0);
    items.push(Item::Rect {
        rect: border,
        radius: border.height() / 2.0,
        fill: Some(Role::Canvas.into()),
        stroke: None,
    });
    items.push(Item::Rect { rect, radius: BADGE_HEIGHT / 2.0, fill: Some(fill.into()), stroke: None });
    items.push(Item::Text {
        at: rect.center(),
        anchor: Anchor::Middle,
        text: text.to_owned(),
        style: BADGE,
        ink: Role::Canvas.into(),
        plate: None,
    });
    rect
}

/// Adds a pill with an outline, as `+2` where several marks share a spot; `at` is the middle of its left edge.
pub fn push_pill(items: &mut Vec<Item>, at: Pos2, text: &str) -> Rect {
    let width = (font::width(text, BADGE) + 10.0).max(BADGE_HEIGHT);
    let rect = Rect::from_min_size(at - vec2(0.0, BADGE_HEIGHT / 2.0), vec2(width, BADGE_HEIGHT));
    items.push(Item::Rect {
        rect,
        radius: BADGE_HEIGHT / 2.0,
        fill: Some(Role::Canvas.into()),
        stroke: Some(Stroke::new(1.0, Role::Text3)),
    });
    items.push(Item::Text {
        at: rect.center(),
        anchor: Anchor::Middle,
        text: text.to_owned(),
        style: BADGE,
        ink: Role::Text1.into(),
        plate: None,
    });
    rect
}

/// Adds the head of a link that ends at `tip`; hollow if the link is implied. Gives the point where its line ends.
pub fn push_arrowhead(items: &mut Vec<Item>, tip: Pos2, direction: Vec2, width: f32, ink: Ink, hollow: bool) -> Pos2 {
    let along = direction.normalized();
    let aside = along.rot90();
    let back = tip - along * (6.0 + 2.0 * width);
    let half = aside * (2.4 + width);
    let points = vec![tip, back + half, back - half];
    items.push(if hollow {
        Item::Polygon { points, fill: Some(Role::Canvas.into()), stroke: Some(Stroke::new(LINK_WIDTH, ink)) }
    } else {
        Item::Polygon { points, fill: Some(ink), stroke: None }
    });
    back
}

/// Adds ticks at 45° across a line: it may lie in the window.
pub fn push_ticks(items: &mut Vec<Item>, points: &[Pos2], ink: Ink) {
    let mut left = TICK_PITCH / 2.0;
    for ends in points.windows(2) {
        let along = ends[1] - ends[0];
        let length = along.length();
        let step = along.normalized();
        // Turned by 45° from the line itself, so that no direction of the line hides its ticks.
        let tick = (step - step.rot90()).normalized() * 3.6;
        while left < length {
            let at = ends[0] + step * left;
            items.push(Item::Line { points: vec![at - tick, at + tick], stroke: Stroke::new(1.1, ink) });
            left += TICK_PITCH;
        }
        left -= length;
    }
}

/// Adds the sign for "sources disagree": ≠ in a ring.
pub fn push_contested(items: &mut Vec<Item>, centre: Pos2, r: f32, ink: Ink) {
    items.push(Item::Circle {
        centre,
        radius: r,
        fill: Some(Role::Canvas.into()),
        stroke: Some(Stroke::new(1.25, ink)),
    });
    let at = |x: f32, y: f32| centre + vec2(x, y) * r;
    for points in
        [vec![at(-0.5, -0.2), at(0.5, -0.2)], vec![at(-0.5, 0.2), at(0.5, 0.2)], vec![at(0.3, -0.58), at(-0.3, 0.58)]]
    {
        items.push(Item::Line { points, stroke: Stroke::new(1.25, ink).round() });
    }
}

/// Adds the sign for "no source": an empty ring.
pub fn push_unsourced(items: &mut Vec<Item>, centre: Pos2, ink: Ink) {
    items.push(Item::Circle {
        centre,
        radius: 5.5,
        fill: Some(Role::Canvas.into()),
        stroke: Some(Stroke::new(1.25, ink)),
    });
}

/// Adds a knot of the red thread: the path passes here.
pub fn push_knot(items: &mut Vec<Item>, centre: Pos2) {
    items.push(Item::Circle { centre, radius: 4.5, fill: Some(Role::Thread.into()), stroke: None });
}

/// Adds the triangle that stands before a warning in words.
pub fn push_warning(items: &mut Vec<Item>, centre: Pos2, r: f32) {
    let at = |x: f32, y: f32| centre + vec2(x, y) * r;
    let ink = Ink::new(Role::Warning);
    items.push(Item::Polygon {
        points: vec![at(0.0, -0.92), at(1.0, 0.82), at(-1.0, 0.82)],
        fill: Some(ink.strength(0.12)),
        stroke: Some(Stroke::new(1.4, ink).round()),
    });
    items.push(Item::Line { points: vec![at(0.0, -0.3), at(0.0, 0.22)], stroke: Stroke::new(1.4, ink).round() });
    items.push(Item::Circle { centre: at(0.0, 0.52), radius: 0.9, fill: Some(ink), stroke: None });
}

/// Adds the octagon that stands before an error in words.
pub fn push_error(items: &mut Vec<Item>, centre: Pos2, r: f32) {
    let ink = Ink::new(Role::Error);
    let points = octagon(1.0, 0.58).iter().map(|corner| centre + *corner * r).collect();
    items.push(Item::Polygon { points, fill: Some(ink.strength(0.12)), stroke: Some(Stroke::new(1.6, ink)) });
    let arm = vec2(0.36, 0.36) * r;
    for arm in [arm, arm.rot90()] {
        items.push(Item::Line { points: vec![centre - arm, centre + arm], stroke: Stroke::new(1.6, ink).round() });
    }
}

/// Adds corner brackets 10 clear of a rectangle: the keyboard is here.
pub fn push_brackets(items: &mut Vec<Item>, around: Rect) {
    let rect = around.expand(10.0);
    let stroke = Stroke::new(2.0, Role::Text1);
    for (corner, x, y) in [
        (rect.left_top(), 9.0, 9.0),
        (rect.right_top(), -9.0, 9.0),
        (rect.right_bottom(), -9.0, -9.0),
        (rect.left_bottom(), 9.0, -9.0),
    ] {
        items.push(Item::Line { points: vec![corner + vec2(x, 0.0), corner, corner + vec2(0.0, y)], stroke });
    }
}

/// Adds a pin in a disc: the place is kept by hand.
pub fn push_pin(items: &mut Vec<Item>, centre: Pos2, r: f32) {
    items.push(Item::Circle {
        centre,
        radius: r,
        fill: Some(Role::Canvas.into()),
        stroke: Some(Stroke::new(1.0, Role::Line)),
    });
    push_pin_sign(items, centre, r, Role::Text1.into());
}

/// Adds a pin without its disc, as in a header.
pub fn push_pin_sign(items: &mut Vec<Item>, centre: Pos2, r: f32, ink: Ink) {
    let at = |x: f32, y: f32| pos2(centre.x + x * r, centre.y + y * r);
    let fills = [
        vec![at(-0.28, -0.56), at(0.28, -0.56), at(0.28, -0.4), at(-0.28, -0.4)],
        vec![at(-0.18, -0.42), at(0.18, -0.42), at(0.22, 0.02), at(-0.22, 0.02)],
        vec![at(-0.4, 0.0), at(0.4, 0.0), at(0.4, 0.16), at(-0.4, 0.16)],
        vec![at(-0.07, 0.14), at(0.07, 0.14), at(0.04, 0.62), at(-0.04, 0.62)],
    ];
    items.extend(fills.map(|points| Item::Polygon { points, fill: Some(ink), stroke: None }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_keep_their_pitch_round_corners() {
        let mut items = Vec::new();
        push_ticks(&mut items, &[pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 20.0)], Role::Link.into());
        assert_eq!(items.len(), 4);
    }

    #[test]
    fn a_badge_grows_with_its_text() {
        let mut items = Vec::new();
        let one = push_badge(&mut items, Pos2::ZERO, "4", Role::Text1);
        let more = push_badge(&mut items, Pos2::ZERO, "about 11,000", Role::Text1);
        assert!(one.width() >= 16.0 && more.width() > one.width() + 40.0);
        assert!((one.center().y).abs() < 1e-6);
    }
}
