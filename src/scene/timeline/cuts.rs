//! Where empty time is left out: a band with two zigzag edges, and a pill with what it skips in words.

use std::collections::BTreeSet;

use emath::{Pos2, Rangef, Rect, pos2, vec2};

use super::axis::LOWER_Y;
use super::frame::{Regions, text};
use super::{Pen, filled};
use crate::layout::axis::{Axis, Cuts};
use crate::layout::measure::Measure;
use crate::layout::timeline::{CutThreshold, Form, Lanes, cuts_for, selected};
use crate::locale::Words;
use crate::model::dates::Dates;
use crate::model::time::{Span, Stamp};
use crate::model::{Case, Id};
use crate::scene::text::BADGE;
use crate::scene::{Anchor, Item, Role, Stroke};

/// How far the teeth of an edge reach out of the band.
const TOOTH: f32 = 3.0;
/// From one tooth to the next.
const PITCH: f32 = 7.0;
/// Height of the pill.
const PILL: f32 = 16.0;
/// Free space beside the words in the pill.
const PILL_PADDING: f32 = 6.0;
/// Free space that labels of the axis keep to the pill.
const PILL_GAP: f32 = 4.0;
/// Parts of the whole case narrower than this have no room for a zigzag.
const LEAST_ZIGZAG: f32 = 2.0 * PITCH;

/// A cut on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CutPlace {
    /// The time that is left out.
    pub span: Span,
    /// The band over the lanes and the axis above them.
    pub band: Rect,
    /// The pill with its length.
    pub pill: Rect,
    /// Its length in words.
    pub text: String,
    /// What it leaves out, in a sentence with both dates.
    pub sentence: String,
}

/// What the axis of a case leaves out: gaps over `threshold`, but not inside the window or what is selected. None of
/// them where `threshold` is none: true scale.
pub fn cuts(
    case: &Case,
    dates: &Dates,
    lanes: &Lanes,
    window: Option<Span>,
    selection: &BTreeSet<Id>,
    threshold: Option<CutThreshold>,
) -> Cuts {
    let (Some(threshold), Some(extent)) = (threshold, lanes.gaps.extent()) else { return Cuts::NONE };
    let selected_dates = selection.iter().filter_map(|id| dates.of(case, id.as_str()));
    let mut kept: Vec<Span> = selected_dates
        .flat_map(|when| Form::of(when).0)
        .filter_map(|form| selected(form, extent))
        .chain(window)
        .collect();
    kept.sort_unstable_by_key(|span| span.start());
    kept.dedup_by(|next, span| {
        let touches = span.touches(*next);
        if touches {
            *span = span.hull(*next);
        }
        touches
    });
    cuts_for(&lanes.gaps, &kept, threshold, &case.calendar().zone)
}

/// The cuts on screen with their pills, for labels to stay clear of.
pub fn places(case: &Case, axis: Axis, words: &Words, measure: &dyn Measure, bottom: f32) -> Vec<CutPlace> {
    let zone = &case.calendar().zone;
    axis.cuts_on_screen()
        .map(|(cut, left, right)| {
            let length = words.skipped(cut.span(), zone);
            let width = measure.width(&length, BADGE) + 2.0 * PILL_PADDING;
            let seen = Rangef::new(left.max(axis.left()), right.min(axis.right()));
            let middle = pos2(f32::midpoint(left, right).clamp(seen.min, seen.max), LOWER_Y);
            let dates = words.span(cut.span(), zone);
            let sentence = words.with("timeline-cut", &[("length", length.as_str().into()), ("dates", dates.into())]);
            CutPlace {
                span: cut.span(),
                band: Rect::from_x_y_ranges(seen, Rangef::new(0.0, bottom)),
                pill: Rect::from_center_size(middle, vec2(width, PILL)),
                text: length,
                sentence,
            }
        })
        .collect()
}

/// What the pills take of the axis.
pub fn taken(places: &[CutPlace]) -> Vec<(f32, f32)> {
    places.iter().map(|place| (place.pill.left() - PILL_GAP, place.pill.right() + PILL_GAP)).collect()
}

/// The bands over all that is drawn so far but for its signs, such as the `?` of what is not known from here on.
pub fn push_bands_under_signs(items: &mut Vec<Item>, axis: Axis, area: Rect) {
    if axis.cuts_on_screen().next().is_none() {
        return;
    }
    let (signs, drawn): (Vec<Item>, Vec<Item>) =
        std::mem::take(items).into_iter().partition(|item| matches!(item, Item::Text { .. }));
    *items = drawn;
    push_bands(items, axis, area);
    items.extend(signs);
}

/// The bands, over what goes on through them: rails and open bars are interrupted there.
fn push_bands(items: &mut Vec<Item>, axis: Axis, area: Rect) {
    for (_, left, right) in axis.cuts_on_screen() {
        let band = area.with_min_x(left).with_max_x(right);
        items.push(filled(band.expand2(vec2(TOOTH / 2.0, 0.0)).intersect(area), Role::Sunken));
        for (x, out) in [(left, -TOOTH), (right, TOOTH)] {
            if area.x_range().expand(TOOTH).contains(x) {
                let points =
                    zigzag(area.top(), area.bottom()).map(|(y, is_out)| pos2(x + if is_out { out } else { 0.0 }, y));
                items.push(edge(points.collect()));
            }
        }
    }
}

/// The pills on the axis.
pub fn push_pills(items: &mut Vec<Item>, places: &[CutPlace]) {
    for place in places {
        items.push(Item::Rect {
            rect: place.pill,
            radius: PILL / 2.0,
            fill: Some(Role::Raised.into()),
            stroke: Some(Stroke::new(1.0, Role::ControlBorder)),
        });
        items.push(text(place.pill.center(), Anchor::Middle, place.text.clone(), BADGE, Role::Text1));
    }
}

/// What the lanes leave out, in the picture of the whole case, which is at true scale.
pub fn push_in_overview(items: &mut Vec<Item>, pen: &Pen<'_>, axis: Axis, ground: Rect) {
    for cut in pen.axis.cuts().closed(pen.axis.ms_per_point()) {
        let x = |stamp: Stamp| axis.x_from_stamp(stamp).clamp(ground.left(), ground.right());
        let band = ground.with_min_x(x(cut.span().start())).with_max_x(x(cut.span().end().plus(1)));
        items.push(filled(band, Role::Sunken));
        if band.width() >= LEAST_ZIGZAG {
            let y = band.center().y;
            let points = zigzag(band.left() + 1.0, band.right() - 1.0)
                .map(|(x, is_out)| pos2(x, y + if is_out { -TOOTH } else { 0.0 }));
            items.push(edge(points.collect()));
        }
    }
}

/// Notes where the cuts are, for the hand.
pub fn note(regions: &mut Regions, places: Vec<CutPlace>) {
    regions.cuts = places;
}

/// The corners of a zigzag from one position to another, and which of them stand out.
fn zigzag(from: f32, to: f32) -> impl Iterator<Item = (f32, bool)> {
    let steps = ((to - from) / (PITCH / 2.0)).max(0.0) as usize;
    (0..=steps).map(move |step| (from + step as f32 * PITCH / 2.0, step % 2 == 1))
}

fn edge(points: Vec<Pos2>) -> Item {
    Item::Line { points, stroke: Stroke::new(1.0, Role::ControlBorder) }
}
