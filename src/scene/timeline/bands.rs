//! What sources cover, behind the lanes: outside a band an empty lane means unseen, not quiet.

use emath::{Rangef, Rect, pos2};

use super::paint::Paint;
use super::paint::{Strip, push_fade};
use super::{Pen, filled, line};
use crate::layout::timeline::PlacedLane;
use crate::model::coverage::Band;
use crate::scene::{Ink, Item, Role, Stroke};

/// Width of the edge on top of a band.
const EDGE: f32 = 2.0;

/// Adds the bands of a lane.
pub fn push(items: &mut Vec<Item>, pen: &Pen<'_>, lane: &PlacedLane) {
    let Some(entity) = pen.lanes.lanes[lane.lane].entity else { return };
    let view = lane.rect.x_range();
    for band in pen.coverage.of(entity) {
        let x = |stamp| pen.axis.x_from_stamp(stamp);
        let outer = Rangef::new(x(band.outer.start()), pen.axis.x_after(band.outer.end()));
        if outer.min > view.max || outer.max < view.min {
            continue;
        }
        push_band(items, pen, lane, band, outer);
    }
}

/// Full where it is sure, fading where only some readings cover.
fn push_band(items: &mut Vec<Item>, pen: &Pen<'_>, lane: &PlacedLane, band: &Band, outer: Rangef) {
    let rect = lane.rect.shrink2(emath::vec2(0.0, 0.5));
    let view = rect.x_range();
    let strip = Strip { y: rect.center().y, height: rect.height(), view };
    let paint = Paint { fill: Some(Ink::new(Role::CoverageFill)), hatch: None, outline: None };
    let core = band.core.map(|core| Rangef::new(pen.axis.x_from_stamp(core.start()), pen.axis.x_after(core.end())));
    let Some(core) = core else {
        let middle = f64::from(outer.center());
        push_fade(items, &strip, f64::from(outer.min), middle, &paint);
        push_fade(items, &strip, f64::from(outer.max), middle, &paint);
        return;
    };
    push_fade(items, &strip, f64::from(outer.min), f64::from(core.min), &paint);
    push_fade(items, &strip, f64::from(outer.max), f64::from(core.max), &paint);
    let shown = Rangef::new(core.min.max(view.min), core.max.min(view.max));
    if shown.span() > 0.0 {
        items.push(filled(Rect::from_x_y_ranges(shown, rect.y_range()), Role::CoverageFill));
        let y = rect.top() + EDGE / 2.0;
        items.push(line(pos2(shown.min, y), pos2(shown.max, y), Stroke::new(EDGE, Role::CoverageEdge)));
    }
}
