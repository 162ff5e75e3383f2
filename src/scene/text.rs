//! The sizes of type by use, and the room that a line of text takes.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::Anchor;
use crate::layout::font;
use crate::layout::measure::{TextStyle, Weight};

/// Name in the details.
pub const TITLE: TextStyle = TextStyle::new(20.0, Weight::SemiBold);
/// Titles of dialogs, empty states.
pub const HEAD: TextStyle = TextStyle::new(15.0, Weight::SemiBold);
/// Rows, menus, buttons, passages.
pub const BODY: TextStyle = TextStyle::new(13.0, Weight::Regular);
/// Names in rows.
pub const NAME: TextStyle = TextStyle::new(13.0, Weight::Medium);
/// What is selected; headers; the six largest nodes.
pub const STRONG: TextStyle = TextStyle::new(13.0, Weight::SemiBold);
/// Labels of nodes.
pub const NODE: TextStyle = TextStyle::new(12.0, Weight::Medium);
/// Labels of nodes that are lit.
pub const NODE_STRONG: TextStyle = TextStyle::new(12.0, Weight::SemiBold);
/// Labels of lanes, status line.
pub const LANE: TextStyle = TextStyle::new(12.0, Weight::Regular);
/// Labels of bars and events, dates in rows.
pub const FINE: TextStyle = TextStyle::new(11.5, Weight::Regular);
/// Heads of sections.
pub const SECTION: TextStyle = TextStyle::new(11.5, Weight::SemiBold);
/// Axis and labels of links.
pub const TICK: TextStyle = TextStyle::new(11.0, Weight::Regular);
/// Labels of links that are lit.
pub const TICK_STRONG: TextStyle = TextStyle::new(11.0, Weight::SemiBold);
/// Years on the axis.
pub const YEAR: TextStyle = TextStyle::new(12.0, Weight::SemiBold);
/// Badges.
pub const BADGE: TextStyle = TextStyle::new(10.5, Weight::SemiBold);
/// Locators, dates as typed, ids.
pub const MONO: TextStyle = TextStyle::new(12.0, Weight::Mono);

/// Lines of running text are this much taller than their type.
pub const LINE_HEIGHT: f32 = 1.3;
/// From the middle of the capitals down to the baseline, in em.
pub const BASELINE: f32 = 0.35;
/// Corner radius of plates.
pub const PLATE_RADIUS: f32 = 3.0;

/// The rectangle of one line of text, from the tops of tall letters to the tails of low ones.
pub fn text_rect(at: Pos2, anchor: Anchor, text: &str, style: TextStyle) -> Rect {
    let width = font::width(text, style);
    let left = left_edge(at.x, anchor, width);
    Rect::from_min_size(pos2(left, at.y - 0.52 * style.size), vec2(width, 1.12 * style.size))
}

/// The plate behind a line of text.
pub fn plate_rect(text: Rect) -> Rect {
    text.expand2(Vec2::new(3.0, 1.0))
}

/// Where a text of this width begins.
pub fn left_edge(x: f32, anchor: Anchor, width: f32) -> f32 {
    match anchor {
        Anchor::Left => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::Right => x - width,
    }
}
