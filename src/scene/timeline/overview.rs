//! The whole case in one strip: how much lies where, what the lanes show of it, and the window.

use emath::{Rangef, Rect, pos2, vec2};

use super::axis::label;
use super::frame::{Regions, text, window_edges};
use super::{Pen, filled};
use crate::layout::axis::{Axis, Name, Ticks, ticks};
use crate::layout::measure::{TextStyle, Weight};
use crate::layout::timeline::columns;
use crate::scene::text::LANE;
use crate::scene::{Anchor, Item, Role, Stroke};

/// Years below the strip and the legend.
const SMALL: TextStyle = TextStyle::new(10.5, Weight::Regular);
/// Least height of a column that counts anything.
const LEAST: f32 = 2.0;
/// Free space above the highest column.
const HEADROOM: f32 = 2.0;
/// Free space at either end of the case.
const MARGIN: f32 = 10.0;
/// Least width of the frame, so that it can be gripped.
const LEAST_FRAME: f32 = 8.0;
/// Where names start: in line with the icons of the lanes.
const LEFT: f32 = 16.0;

/// Adds the strip.
pub fn push(items: &mut Vec<Item>, pen: &Pen<'_>, regions: &mut Regions) {
    let Some(ground) = regions.overview else { return };
    let strip = Rect::from_min_max(pos2(0.0, ground.top() - 4.0), pen.view.size.to_pos2());
    items.push(filled(strip, Role::Panel));
    push_names(items, pen, strip);
    let shown = pen.axis.shown();
    let axis = Axis::fit(pen.lanes.extent.unwrap_or(shown), (MARGIN, MARGIN), ground.left(), ground.width());
    regions.overview_axis = axis;
    items.push(filled(ground, Role::Sunken));
    let (left, right) = (axis.x_from_ms(pen.axis.from()), axis.x_from_ms(pen.axis.to()));
    let frame = frame(ground, left, right);
    regions.overview_frame = Some(frame);
    items.push(filled(frame, Role::Canvas));
    super::cuts::push_in_overview(items, pen, axis, ground);
    push_columns(items, pen, axis, ground);
    push_years(items, pen, axis, ground);
    items.push(Item::Rect { rect: frame, radius: 2.0, fill: None, stroke: Some(Stroke::new(1.5, Role::Text1)) });
    if let Some((left, right)) = window_edges(pen, axis) {
        let x = Rangef::new(left.max(ground.left()), right.min(ground.right()).max(left.max(ground.left()) + 2.0));
        if left <= ground.right() && right >= ground.left() {
            items.push(filled(
                Rect::from_x_y_ranges(x, Rangef::new(ground.top() - 4.0, ground.top() - 1.0)),
                Role::Text1,
            ));
        }
    }
}

/// What the lanes show, at least as wide as a hand needs and never outside the strip.
fn frame(ground: Rect, left: f32, right: f32) -> Rect {
    let (left, right) = (left.clamp(ground.left(), ground.right()), right.clamp(ground.left(), ground.right()));
    let missing = (LEAST_FRAME - (right - left)).max(0.0) / 2.0;
    let left = (left - missing).clamp(ground.left(), ground.right() - LEAST_FRAME);
    ground.with_min_x(left).with_max_x((right + missing).max(left + LEAST_FRAME))
}

fn push_names(items: &mut Vec<Item>, pen: &Pen<'_>, strip: Rect) {
    let name = pen.words.get("timeline-whole-case");
    items.push(text(pos2(LEFT, strip.top() + 15.0), Anchor::Left, name, LANE, Role::Text2));
    let mut x = LEFT;
    let y = strip.top() + 33.0;
    for (key, strength) in [("timeline-certain", 1.0), ("timeline-possible", POSSIBLE)] {
        let square = Rect::from_min_size(pos2(x, y - 3.5), vec2(7.0, 7.0));
        items.push(filled(square, crate::scene::Ink::new(Role::EventBar).strength(strength)));
        let word = pen.words.get(key);
        let width = pen.measure.width(&word, SMALL);
        items.push(text(pos2(x + 11.0, y), Anchor::Left, word, SMALL, Role::Text3));
        x += 11.0 + width + 12.0;
    }
}

/// Share of the colour of certain columns that possible ones have.
const POSSIBLE: f32 = 0.42;

/// Dark what is certain, light on top what is possible; linear, to the highest column.
fn push_columns(items: &mut Vec<Item>, pen: &Pen<'_>, axis: Axis, ground: Rect) {
    let columns = columns(&pen.lanes.density, axis, pen.view.zone);
    let most = columns.iter().map(|column| column.certain + column.possible).max().unwrap_or(0).max(1);
    let room = ground.height() - HEADROOM;
    let height = |count: usize| if count == 0 { 0.0 } else { (count as f32 / most as f32 * room).max(LEAST) };
    for (place, column) in columns.iter().enumerate() {
        let left = axis.x_from_stamp(column.start).max(ground.left());
        let right = columns.get(place + 1).map_or(axis.right(), |next| axis.x_from_stamp(next.start));
        let x = Rangef::new(left + 0.5, right.min(ground.right()) - 0.5);
        if x.span() <= 0.0 {
            continue;
        }
        let certain = height(column.certain);
        let all = height(column.certain + column.possible).max(certain + if column.possible > 0 { LEAST } else { 0.0 });
        let all = all.min(ground.height());
        let part = |from: f32, to: f32, strength: f32| {
            let y = Rangef::new(ground.bottom() - to, ground.bottom() - from);
            filled(Rect::from_x_y_ranges(x, y), crate::scene::Ink::new(Role::EventBar).strength(strength))
        };
        if all > certain {
            items.push(part(certain, all, POSSIBLE));
        }
        if certain > 0.0 {
            items.push(part(0.0, certain, 1.0));
        }
    }
}

/// The years below the strip; in a case of a few days, the days.
fn push_years(items: &mut Vec<Item>, pen: &Pen<'_>, axis: Axis, ground: Rect) {
    let ticks = ticks(axis, pen.view.zone, (SMALL, SMALL), pen.measure, &|name, at| label(pen.words, name, at), &[]);
    for tick in row_of_years(&ticks) {
        if let Some((x, label)) = &tick.label {
            items.push(text(pos2(x - 2.0, ground.bottom() + 7.5), Anchor::Left, label.clone(), SMALL, Role::Text3));
        }
    }
}

fn row_of_years(ticks: &Ticks) -> &[crate::layout::axis::Tick] {
    if ticks.level.lower.1 == Name::Year { &ticks.lower } else { &ticks.upper }
}
