//! What is on screen, with its place.

use emath::Rect;

use super::labels::{Block, Side, inside};
use super::lanes::Lanes;
use super::marks::Mark;
use super::rows::{LaneRows, Occupied, Rows, Slot, THIN_MARGIN, THIN_ROW, extent};
use super::shape::Shape;
use crate::layout::axis::Axis;

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
    /// Position in the lane.
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
}

/// A lane on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// Position among the lanes.
    pub lane: usize,
    /// Where it lies; the first and the last may reach out of the screen.
    pub rect: Rect,
    /// The rail's shapes.
    pub rail: Vec<Shape>,
    /// Middle of the rail.
    pub rail_y: f32,
    /// Its marks that are on screen.
    pub marks: Vec<PlacedMark>,
    /// Things for which there is no room.
    pub folded: usize,
}

/// All that is on screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Lanes, from top to bottom.
    pub lanes: Vec<PlacedLane>,
}

/// Places what can be seen. `rank` tells which member of a mark leads and which labels go first; `width` measures the
/// label that a mark would have.
pub fn place(
    lanes: &Lanes,
    rows: &Rows,
    viewport: &Viewport,
    rank: &dyn Fn(&Mark) -> (Priority, usize),
    width: &dyn Fn(&Mark, Priority, usize) -> f32,
) -> Placed {
    let offset = viewport.top - viewport.scroll;
    let is_shown =
        |rows: &LaneRows| rows.top + rows.height + offset > viewport.top && rows.top + offset < viewport.bottom;
    let placed = rows.lanes.iter().enumerate().filter(|(_, rows)| is_shown(rows)).map(|(lane, lane_rows)| {
        let content = &lanes.lanes[lane];
        let top = lane_rows.top + offset;
        let rect = Rect::from_x_y_ranges(viewport.axis.left()..=viewport.axis.right(), top..=top + lane_rows.height);
        let on_screen = |form| on_screen(Shape::new(form, &viewport.axis), &viewport.axis);
        let rail = content.rail.iter().flat_map(|rail| &rail.forms).map(|form| on_screen(*form)).collect();
        let first_row = if content.rail.is_some() { FIRST_ROW } else { FIRST_ROW_ALONE };
        let mut candidates = Vec::new();
        for (place, mark) in content.marks.iter().enumerate() {
            let Some(slot) = lane_rows.marks[place] else { continue };
            let shapes: Vec<Shape> = mark.forms.iter().map(|form| on_screen(*form)).collect();
            let (priority, lead) = rank(mark);
            let mut block = Block::of(mark);
            block.text = f64::from(width(mark, priority, lead));
            let y = top
                + first_row
                + match slot {
                    Slot::Row(row, _) => ROW * f32::from(row),
                    Slot::Thin(row) => {
                        ROW * (f32::from(lane_rows.rows) - 0.5) + THIN_MARGIN + THIN_ROW * f32::from(row)
                    }
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
                },
            });
        }
        PlacedLane {
            lane,
            rect,
            rail,
            rail_y: rect.bottom() - RAIL,
            marks: labelled(candidates, &viewport.axis),
            folded: lane_rows.folded(content),
        }
    });
    Placed { lanes: placed.collect() }
}

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
            if other == place {
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

/// The shape with x on screen.
fn on_screen(shape: Shape, axis: &Axis) -> Shape {
    shape.moved(axis.offset())
}
