//! Which row of its lane a mark takes, so that neither marks nor labels collide.

use super::labels::{Block, Side};
use super::lanes::{Lane, Lanes};
use super::shape::Shape;

/// Height of a lane with one, two and three rows, in points.
pub const LANE_HEIGHTS: [f32; 3] = [28.0, 48.0, 68.0];
/// Free space between a label and what stands beside it.
const GAP: f64 = 10.0;
/// Least distance of the middles of two diamonds.
const DIAMOND_PITCH: f64 = 16.0;
/// How far a diamond may sit on the end of a bar.
const SEAT: f64 = 7.0;

/// The rows of one lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneRows {
    /// Upper edge, counted from that of the first lane.
    pub top: f32,
    /// Height.
    pub height: f32,
    /// For each mark its row and the side of its label; none where it is folded away.
    pub marks: Vec<Option<(u8, Side)>>,
}

impl LaneRows {
    /// How many things are folded away.
    pub fn folded(&self, lane: &Lane) -> usize {
        let gone = self.marks.iter().zip(&lane.marks).filter(|(row, _)| row.is_none());
        gone.map(|(_, mark)| mark.members.len()).sum()
    }
}

/// The rows of all lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// In the order of the lanes.
    pub lanes: Vec<LaneRows>,
    /// Height of all lanes together.
    pub height: f32,
}

/// Gives every mark its row at this scale.
pub fn rows(lanes: &Lanes, ms_per_point: f64) -> Rows {
    let mut top = 0.0;
    let lanes = lanes
        .lanes
        .iter()
        .map(|lane| {
            let marks = pack(lane, ms_per_point);
            let most = marks.iter().flatten().map(|(row, _)| usize::from(*row)).max().unwrap_or(0);
            let height = LANE_HEIGHTS[most];
            top += height;
            LaneRows { top: top - height, height, marks }
        })
        .collect();
    Rows { lanes, height: top }
}

/// First fit, in the order of the marks: with the label where it reads best, then with the label anywhere, then
/// without, then not at all.
fn pack(lane: &Lane, ms_per_point: f64) -> Vec<Option<(u8, Side)>> {
    let mut rows: [Vec<Occupied>; LANE_HEIGHTS.len()] = Default::default();
    lane.marks
        .iter()
        .map(|mark| {
            let shapes: Vec<Shape> = mark.forms.iter().map(|form| Shape::new(*form, ms_per_point)).collect();
            let block = Block::of(mark, 0);
            let preferred = Side::preferred(&shapes, &block, mark.is_link());
            let tries = [Some(preferred), preferred.other(), Some(Side::Nowhere)];
            for side in tries.into_iter().flatten() {
                let occupied = Occupied::new(&shapes, &block, side);
                let free = rows.iter().position(|row| row.iter().all(|other| other.is_clear_of(&occupied)));
                if let Some(row) = free {
                    rows[row].push(occupied);
                    return Some((row as u8, side));
                }
            }
            None
        })
        .collect()
}

/// What a mark with its label takes of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Occupied {
    left: f64,
    right: f64,
    left_side: Flank,
    right_side: Flank,
}

/// How a side of a mark ends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Flank {
    /// In a label, a fade, a `?`: keeps its distance to everything.
    Soft,
    /// In the straight end of a bar.
    Bar(f64),
    /// In a diamond with this middle.
    Diamond(f64),
}

impl Occupied {
    /// What `shapes` with the label `block` at `side` take.
    pub fn new(shapes: &[Shape], block: &Block, side: Side) -> Self {
        let (left, right) = extent(shapes);
        let flank = |x: f64| {
            let shape = shapes.iter().find(|shape| {
                let (left, right) = shape.extent();
                left.total_cmp(&x).is_eq() || right.total_cmp(&x).is_eq()
            });
            match shape {
                Some(Shape::Diamond { x, .. }) => Flank::Diamond(*x),
                Some(shape @ Shape::Bar { left, right, .. }) if x.is_finite() && shape.is_sharp_at(x) => {
                    Flank::Bar(if (x - left).abs() < (x - right).abs() { *left } else { *right })
                }
                _ => Flank::Soft,
            }
        };
        let (mut occupied_left, mut occupied_right) = (left, right);
        let (mut left_side, mut right_side) = (flank(left), flank(right));
        match block.span(shapes, side) {
            Some((start, _)) if side == Side::Left => {
                occupied_left = start;
                left_side = Flank::Soft;
            }
            Some((_, end)) if side == Side::Right => {
                occupied_right = end;
                right_side = Flank::Soft;
            }
            _ => {}
        }
        Self { left: occupied_left, right: occupied_right, left_side, right_side }
    }

    /// Whether the two can stand in one row.
    pub fn is_clear_of(&self, other: &Self) -> bool {
        let (first, second) =
            if self.left + self.right <= other.left + other.right { (self, other) } else { (other, self) };
        match (first.right_side, second.left_side) {
            (Flank::Diamond(left), Flank::Diamond(right)) => right - left >= DIAMOND_PITCH,
            (Flank::Bar(end), Flank::Bar(start)) => start - end >= -1.0,
            (Flank::Bar(end), Flank::Diamond(x)) => x >= end - SEAT && first.left < x - SEAT,
            (Flank::Diamond(x), Flank::Bar(start)) => start >= x - SEAT && second.right > x + SEAT,
            _ => second.left - first.right >= GAP,
        }
    }
}

/// From the leftmost to the rightmost point of several shapes.
pub fn extent(shapes: &[Shape]) -> (f64, f64) {
    shapes.iter().map(|shape| shape.extent()).fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), (start, end)| {
        (left.min(start), right.max(end))
    })
}
