//! The present moment on the axis: a hollow triangle and a word, and nothing in the lanes, so that none takes it for
//! something of the case.

use emath::{Rect, pos2, vec2};

use super::Pen;
use super::axis::{LOWER_Y, UPPER_Y};
use super::frame::{Regions, text};
use crate::layout::axis::{Ends, Ticks};
use crate::layout::measure::TextStyle;
use crate::scene::text::{TICK, YEAR};
use crate::scene::{Anchor, Item, Role, Stroke};

/// Half the width of the triangle, and its height.
const TRIANGLE: (f32, f32) = (4.0, 6.0);
/// Its upper edge.
const TOP: f32 = 1.5;
/// From the middle of the triangle to the word.
const INDENT: f32 = 7.0;
/// Free space that the word keeps to other labels.
const GAP: f32 = 6.0;

/// Adds the mark. The word stands where it is free, above or below, right or left; else the triangle stands alone.
pub fn push(items: &mut Vec<Item>, pen: &Pen<'_>, ticks: &Ticks, ends: &Ends, regions: &mut Regions) {
    let Some(now) = pen.view.now else { return };
    let x = pen.axis.x_from_stamp(now);
    if x < pen.axis.left()
        || x > pen.axis.right()
        || pen.axis.cuts_on_screen().any(|(cut, ..)| cut.span().contains(now))
    {
        return;
    }
    let (half, height) = TRIANGLE;
    let tip = pos2(x, TOP + height);
    let points = vec![tip, tip + vec2(-half, -height), tip + vec2(half, -height), tip];
    items.push(Item::Line { points, stroke: Stroke::new(1.0, Role::Text2) });
    regions.today = Some(Rect::from_center_size(pos2(x, TOP + height / 2.0), vec2(14.0, 14.0)));
    let word = pen.words.get("timeline-today");
    let width = pen.measure.width(&word, TICK);
    let sides = [x + INDENT, x - INDENT - width];
    let is_free = |left: f32, in_upper: bool| {
        let right = left + width;
        let row = if in_upper { (&ticks.upper[..], YEAR) } else { (&ticks.lower[..], TICK) };
        let is_whole = left >= pen.axis.left() && right <= pen.axis.right();
        let is_clear = labels(pen, row).all(|(start, end)| right + GAP <= start || left - GAP >= end);
        let pills = regions.cuts.iter().map(|cut| cut.pill.x_range());
        let is_off_pills = in_upper || pills.into_iter().all(|pill| right + GAP <= pill.min || left - GAP >= pill.max);
        is_whole && is_clear && is_off_pills && (!in_upper || ends.are_clear_of(left, right))
    };
    let places = [(true, UPPER_Y), (false, LOWER_Y)].into_iter().flat_map(|row| sides.map(|left| (row, left)));
    let free = places.into_iter().find(|((in_upper, _), left)| is_free(*left, *in_upper));
    if let Some(((_, y), left)) = free {
        items.push(text(pos2(left, y), Anchor::Left, word, TICK, Role::Text2));
    }
}

/// What the labels of a row take.
fn labels<'a>(
    pen: &'a Pen<'_>,
    (row, style): (&'a [crate::layout::axis::Tick], TextStyle),
) -> impl Iterator<Item = (f32, f32)> {
    row.iter().filter_map(|tick| tick.label.as_ref()).map(move |(x, text)| (*x, *x + pen.measure.width(text, style)))
}
