//! Lanes on which too much stands for marks: columns that tell how much, certain below and possible on top.

use emath::{Rangef, Rect};

use super::Pen;
use super::dated::strength;
use super::frame::{Counted, Regions, window_edges};
use crate::layout::timeline::{Column, PlacedLane};
use crate::scene::item::Bar;
use crate::scene::looks::dimmed;
use crate::scene::{Ink, Item, Level, Role};

/// Share of the colour of certain columns that possible ones have.
pub const POSSIBLE: f32 = 0.42;
/// Share of the colour outside the window.
const OUTSIDE: f32 = 0.35;
/// Least height of a column that counts anything.
const LEAST: f32 = 2.0;
/// From the upper edge of a lane to its highest column.
const HEADROOM: f32 = 4.0;
/// From the lowest column to the lower edge of the lane: the rail lies there.
const FOOT: f32 = 9.0;
/// A column of so many things has the full height; heights are logarithmic, so that one thing still shows beside a
/// thousand, and the same count is as high on every lane, at every scale and wherever a hand pans.
const FULL: f32 = 1_024.0;

/// Adds the columns of a lane, if it shows counts.
pub fn push(items: &mut Vec<Item>, pen: &Pen<'_>, lane: &PlacedLane, regions: &mut Regions) {
    let Some(columns) = &lane.columns else { return };
    let ground = lane.rect.y_range();
    let y = Rangef::new(ground.min + HEADROOM, ground.max - FOOT);
    let window = window_edges(pen, pen.axis);
    let level = pen.lanes.lanes[lane.lane].id.as_ref().map_or(Level::Plain, |id| pen.level(id));
    let strength = if level == Level::Selected || level == Level::Lit { 1.0 } else { strength(level) };
    let mut bars: [Vec<Bar>; 4] = Default::default();
    for column in columns.iter().filter(|column| column.certain + column.possible > 0) {
        let x = Rangef::new(pen.axis.x_from_stamp(column.start), pen.axis.x_from_stamp(column.end));
        let all = height(column, y.span());
        let certain = if column.certain > 0 {
            (all * column.certain as f32 / (column.certain + column.possible) as f32).max(1.0)
        } else {
            0.0
        };
        let is_outside = window.is_some_and(|(left, right)| x.max <= left || x.min >= right);
        let tone = if is_outside { 2 } else { 0 };
        if certain > 0.0 {
            bars[tone].push(Bar { left: x.min, right: x.max, top: y.max - certain, bottom: y.max });
        }
        if column.possible > 0 {
            bars[tone + 1].push(Bar { left: x.min, right: x.max, top: y.max - all, bottom: y.max - certain });
        }
        let rect = Rect::from_x_y_ranges(x, ground);
        regions.counted.push(Counted { lane: lane.lane, rect, column: *column });
    }
    for (bars, share) in bars.into_iter().zip([1.0, POSSIBLE, OUTSIDE, POSSIBLE * OUTSIDE]) {
        if !bars.is_empty() {
            items.push(Item::Bars { bars, ink: dimmed(Ink::new(Role::EventBar).strength(share), strength) });
        }
    }
}

fn height(column: &Column, room: f32) -> f32 {
    let count = (column.certain + column.possible) as f32;
    ((1.0 + count).log2() / (1.0 + FULL).log2() * room).clamp(LEAST, room)
}
