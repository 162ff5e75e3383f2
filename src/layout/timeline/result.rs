//! What is on screen, with its place.

use std::collections::HashMap;
use std::sync::Arc;

use emath::Rect;

use super::content::Content;
use super::density::{Column, edges};
use super::form::Form;
use super::labels::{Block, Side, inside};
use super::lanes::Lanes;
use super::marks::{Mark, MarkOf};
use super::request::Maker;
use super::rows::{Occupied, Pack, Room, Slot, THIN_MARGIN, THIN_ROW, extent, pack};
use super::shape::Shape;
use super::stage::{Rows, Stage, WHOLE};
use crate::layout::axis::Axis;
use crate::model::time::{Span, Stamp};

/// Height of a row of marks in a lane.
const ROW: f32 = 20.0;
/// From the upper edge of a lane to the middle of its first row.
const FIRST_ROW: f32 = 11.5;
/// The same in a lane without a rail, where the row stands in the middle.
const FIRST_ROW_ALONE: f32 = 14.0;
/// From the lower edge of a lane to the middle of its rail.
const RAIL: f32 = 5.5;

/// How far a label may stand from its mark, beside its own width.
const REACH: f64 = 20.0;
/// Height of a label with the mark in the next row.
const LABEL_HEIGHT: f32 = 14.0;
/// Free space beside the label of a thin mark.
const LABEL_GAP: f64 = 4.0;

/// The part of the lanes that can be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Time to x.
    pub axis: Axis,
    /// Upper edge of the lanes on screen.
    pub top: f32,
    /// Lower edge of the lanes on screen.
    pub bottom: f32,
    /// How far the lanes are moved up.
    pub scroll: f32,
}

/// Which labels get their room first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Priority {
    Selected,
    Lit,
    In,
    Possible,
    Outside,
}

/// A label on screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Where it begins.
    pub x: f32,
    /// Where.
    pub side: Side,
    /// It sticks to the left edge, as its bar began off screen: a `‹` belongs before it.
    pub is_sticky: bool,
    /// How wide it is with all its parts.
    pub width: f32,
}

/// A mark on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// Position in the content of the lane.
    pub mark: usize,
    /// Middle of its row.
    pub y: f32,
    /// It stands in a thin row, where it has no label unless it is chosen.
    pub is_thin: bool,
    /// Its shapes, with x on screen.
    pub shapes: Vec<Shape>,
    /// Its label.
    pub label: Option<PlacedLabel>,
    /// The member that gives the label.
    pub lead: usize,
    /// Marks of the lane that have no place of their own and fold into this one.
    pub guests: Vec<usize>,
}

/// A lane on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// Position among the lanes.
    pub lane: usize,
    /// Where it lies; the first and the last may reach out of the screen.
    pub rect: Rect,
    /// Its marks, of which some are on screen.
    pub content: Arc<Content>,
    /// The rail's shapes.
    pub rail: Vec<Shape>,
    /// Middle of the rail.
    pub rail_y: f32,
    /// Its marks that are on screen.
    pub marks: Vec<PlacedMark>,
    /// Things for which there is no room.
    pub folded: usize,
    /// Too much stands here for marks: counts instead. What is chosen still has its mark.
    pub columns: Option<Vec<Column>>,
}

/// All that is on screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Lanes, from top to bottom.
    pub lanes: Vec<PlacedLane>,
}

/// What is to be placed, and how.
pub struct Sight<'a> {
    /// The lanes.
    pub lanes: &'a Lanes,
    /// Where each of them lies.
    pub rows: &'a Rows,
    /// What marks are made from.
    pub maker: &'a Maker<'a>,
    /// The part that can be seen.
    pub viewport: Viewport,
    /// From more things than this in view a lane shows counts.
    pub most_marks: usize,
    /// What has its mark even on a lane that shows counts.
    pub chosen: &'a [MarkOf],
    /// Tells which member of a mark leads and which labels go first.
    pub rank: &'a dyn Fn(&Mark) -> (Priority, usize),
    /// Measures the label that a mark would have on a lane.
    pub width: &'a dyn Fn(usize, &Mark, Priority, usize) -> f32,
}

/// Places what can be seen.
pub fn place(sight: &Sight<'_>, stage: &mut Stage) -> Placed {
    let viewport = &sight.viewport;
    let scroll = f64::from(viewport.scroll);
    let height = f64::from(viewport.bottom - viewport.top);
    let shown = sight.rows.between(scroll, scroll + height);
    let edges = edges(viewport.axis, &sight.maker.case.calendar().zone, LEAST_COLUMN);
    Placed { lanes: shown.map(|lane| place_lane(sight, stage, lane, &edges)).collect() }
}

/// Places one lane; `edges` are those of columns of counts.
fn place_lane(sight: &Sight<'_>, stage: &mut Stage, lane: usize, edges: &[Stamp]) -> PlacedLane {
    let viewport = &sight.viewport;
    let axis = &viewport.axis;
    let top = viewport.top + (sight.rows.top(lane) - f64::from(viewport.scroll)) as f32;
    let rect = Rect::from_x_y_ranges(axis.left()..=axis.right(), top..=top + sight.rows.height_of(lane));
    let (content, pack, is_counted) = stocked(sight, stage, lane);
    let rail = content.rail.iter().flat_map(|rail| &rail.forms).map(|form| on_screen(*form, axis)).collect();
    let first_row = if content.rail.is_some() { FIRST_ROW } else { FIRST_ROW_ALONE };
    let mut guests: Vec<Vec<usize>> = vec![Vec::new(); content.marks.len()];
    for (guest, host) in pack.into.iter().enumerate() {
        if let Some(host) = host {
            guests[*host].push(guest);
        }
    }
    let mut candidates = Vec::new();
    for (place, mark) in content.marks.iter().enumerate() {
        let Some(slot) = pack.slots[place] else { continue };
        let shapes: Vec<Shape> = mark.forms.iter().map(|form| on_screen(*form, axis)).collect();
        let (priority, lead) = (sight.rank)(mark);
        let mut block = Block::of(mark);
        block.text = f64::from((sight.width)(lane, mark, priority, lead));
        block.pill |= !guests[place].is_empty();
        let y = top
            + first_row
            + match slot {
                Slot::Row(row, _) => ROW * f32::from(row),
                Slot::Thin(row) => ROW * (f32::from(pack.rows) - 0.5) + THIN_MARGIN + THIN_ROW * f32::from(row),
            };
        candidates.push(Candidate {
            slot,
            priority,
            block,
            is_link: mark.is_link(),
            placed: PlacedMark {
                mark: place,
                y,
                is_thin: matches!(slot, Slot::Thin(_)),
                shapes,
                label: None,
                lead,
                guests: std::mem::take(&mut guests[place]),
            },
        });
    }
    PlacedLane {
        lane,
        rect,
        rail,
        rail_y: rect.bottom() - RAIL,
        marks: labelled(candidates, axis),
        folded: pack.folded(&content),
        columns: is_counted
            .then(|| sight.lanes.lanes[lane].density.iter().flat_map(|all| all.columns(edges)).collect()),
        content,
    }
}

/// Fades and labels reach so far beyond what is known, in points.
const BEYOND: f32 = 420.0;

/// The marks of a lane with their rows, and whether it shows counts instead.
fn stocked(sight: &Sight<'_>, stage: &mut Stage, lane: usize) -> (Arc<Content>, Arc<Pack>, bool) {
    let (lanes, axis) = (sight.lanes, &sight.viewport.axis);
    if lanes.lanes[lane].group.as_ref().is_some_and(|head| !head.folded) {
        return Default::default();
    }
    let in_view = lanes.touching(lane, axis.shown());
    if in_view.is_some_and(|count| count > sight.most_marks) {
        let index = lanes.index();
        let stands_here = |of: &&MarkOf| {
            let entity = lanes.lanes[lane].entity;
            index.known(**of).is_some() && entity.is_some_and(|entity| index.lanes_of(**of).contains(&entity))
        };
        let chosen = sight.chosen.iter().filter(stands_here).map(|of| index.number(*of));
        let content = Content::new(lanes, lane, chosen, sight.maker);
        let pack = pack(&content, axis, Room { rows: 1, thin: 0 });
        return (Arc::new(content), Arc::new(pack), true);
    }
    if lanes.lanes[lane].len() <= WHOLE {
        let content = stage.content(lanes, lane, sight.maker);
        return (content, stage.pack(lanes, lane, axis, sight.maker), false);
    }
    let around = Span::new(axis.nearest_stamp(axis.left() - BEYOND), axis.nearest_stamp(axis.right() + BEYOND));
    let (content, pack) = stage.part(lane, around, |span| {
        let items = lanes.items_in(lane, span);
        let content = Content::new(lanes, lane, items.iter().map(|(_, item)| *item), sight.maker);
        let places: HashMap<u32, usize> = items.iter().map(|(place, item)| (*item, *place)).collect();
        let pack = spread(lanes, lane, &content, &places);
        (content, pack)
    });
    (content, pack, false)
}

/// Rows by the place on the lane: what comes into view from either side takes the row that it always has.
fn spread(lanes: &Lanes, lane: usize, content: &Content, places: &HashMap<u32, usize>) -> Pack {
    let room = Room::fixed(&lanes.lanes[lane]);
    let slot = |mark: &Mark| {
        let place = places.get(&lanes.index().number(mark.members[0].of)).copied().unwrap_or(0);
        if mark.is_link() && room.thin > 0 {
            Slot::Thin((place % usize::from(room.thin)) as u8)
        } else {
            Slot::Row((place % usize::from(room.rows)) as u8, Side::Right)
        }
    };
    Pack {
        rows: room.rows,
        thin: room.thin,
        slots: content.marks.iter().map(|mark| Some(slot(mark))).collect(),
        into: vec![None; content.marks.len()],
    }
}

/// Least width of a column, in points.
const LEAST_COLUMN: f64 = 3.0;

/// A mark that still seeks a place for its label.
struct Candidate {
    slot: Slot,
    priority: Priority,
    block: Block,
    is_link: bool,
    placed: PlacedMark,
}

/// Gives labels their room, by priority, and drops marks that cannot be seen.
fn labelled(mut candidates: Vec<Candidate>, axis: &Axis) -> Vec<PlacedMark> {
    let view = (f64::from(axis.left()), f64::from(axis.right()));
    candidates.retain(|candidate| {
        let (left, right) = extent(&candidate.placed.shapes);
        // A label may be on screen while its mark is just off it.
        let reach = candidate.block.width() + REACH;
        left - reach <= view.1 && right + reach >= view.0
    });
    let bare = |candidate: &Candidate| Occupied::new(&candidate.placed.shapes, &candidate.block, Side::Nowhere);
    let mut occupied: Vec<Occupied> = candidates.iter().map(bare).collect();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    // What has its own row goes before what has only a thin one.
    order.sort_by_key(|place| (matches!(candidates[*place].slot, Slot::Thin(_)), candidates[*place].priority));
    for place in order {
        let found = label_of(place, &candidates, &occupied, view);
        if let Some(label) = found {
            occupied[place] = Occupied::new(&candidates[place].placed.shapes, &candidates[place].block, label.side);
        }
        candidates[place].placed.label = found;
    }
    let mut marks: Vec<PlacedMark> = candidates.into_iter().map(|candidate| candidate.placed).collect();
    marks.retain(|mark| mark.label.is_some() || mark.shapes.iter().any(|shape| shape.touches(view.0, view.1)));
    marks
}

/// The first place that is free for the label of one mark.
fn label_of(place: usize, candidates: &[Candidate], occupied: &[Occupied], view: (f64, f64)) -> Option<PlacedLabel> {
    let candidate = &candidates[place];
    let (shapes, block) = (&candidate.placed.shapes, &candidate.block);
    let planned = match candidate.slot {
        // Between events only what is chosen tells its name.
        Slot::Thin(_) if candidate.priority > Priority::Lit => return None,
        Slot::Row(_, side @ (Side::Left | Side::Right)) => side,
        Slot::Row(_, Side::Inside | Side::Nowhere) if !candidate.is_link && block.fits_inside(shapes) => {
            let (x, is_sticky) = inside(shapes[0], block.text, view)?;
            let (x, width) = (x as f32, block.text as f32);
            return Some(PlacedLabel { x, side: Side::Inside, is_sticky, width });
        }
        Slot::Thin(_) | Slot::Row(..) => Side::preferred(shapes, block, true),
    };
    [Some(planned), planned.other()].into_iter().flatten().find_map(|side| {
        let (start, end) = block.span(shapes, side)?;
        let with_label = Occupied::new(shapes, block, side);
        let is_free = candidates.iter().zip(occupied).enumerate().all(|(other, (neighbour, taken))| {
            // Most are far away, which two comparisons tell.
            if other == place || taken.is_far_from(&with_label) {
                return true;
            }
            match (candidate.slot, neighbour.slot) {
                (Slot::Row(row, _), Slot::Row(taken_row, _)) => row != taken_row || taken.is_clear_of(&with_label),
                (Slot::Row(..), Slot::Thin(_)) => true,
                // The label of a thin mark is taller than its row.
                (Slot::Thin(_), _) => {
                    let apart = (candidate.placed.y - neighbour.placed.y).abs();
                    apart >= LABEL_HEIGHT || !taken.overlaps((start, end), LABEL_GAP)
                }
            }
        });
        let is_whole = start >= view.0 && end <= view.1;
        (is_whole && is_free).then_some(PlacedLabel {
            x: start as f32,
            side,
            is_sticky: false,
            width: (end - start) as f32,
        })
    })
}

/// The shape of a form with x on screen.
fn on_screen(form: Form, axis: &Axis) -> Shape {
    Shape::new(form, axis).moved(axis.offset())
}
