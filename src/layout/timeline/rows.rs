//! Which row of its lane a mark takes, so that neither marks nor labels collide.

use super::content::Content;
use super::labels::{Block, Side};
use super::lanes::Lane;
use super::shape::Shape;
use crate::layout::axis::Axis;

/// Height of a lane with one, two and three rows, in points.
pub const LANE_HEIGHTS: [f32; 3] = [28.0, 48.0, 68.0];
/// What a lane grows by for each row of thin marks.
pub const THIN_ROW: f32 = 7.0;
/// Free space above the first row of thin marks.
pub const THIN_MARGIN: f32 = 2.0;
/// Most rows of thin marks.
const MOST_THIN_ROWS: usize = 3;
/// Free space between a label and what stands beside it.
const GAP: f64 = 10.0;
/// Free space between thin marks.
const THIN_GAP: f64 = 4.0;
/// Least distance of the middles of two diamonds.
const DIAMOND_PITCH: f64 = 16.0;
/// How far a diamond may sit on the end of a bar.
const SEAT: f64 = 7.0;

/// Where in its lane a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// In a row with labels, counted from the top, its label at this side.
    Row(u8, Side),
    /// In a thin row below those, without a label.
    Thin(u8),
}

/// The places of the marks of one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// How many rows with labels it has, at least one.
    pub rows: u8,
    /// How many thin rows it has.
    pub thin: u8,
    /// The place of each mark; none where there is no room.
    pub slots: Vec<Option<Slot>>,
    /// For each mark without a place, the one that stands for it.
    pub into: Vec<Option<usize>>,
}

impl Pack {
    /// Height of a lane that is packed like this.
    pub fn height(&self) -> f32 {
        let thin = if self.thin > 0 { THIN_MARGIN + THIN_ROW * f32::from(self.thin) } else { 0.0 };
        LANE_HEIGHTS[usize::from(self.rows.max(1)) - 1] + thin
    }

    /// How many things have no place of their own.
    pub fn folded(&self, content: &Content) -> usize {
        let gone = self.slots.iter().zip(&content.marks).filter(|(slot, _)| slot.is_none());
        gone.map(|(_, mark)| mark.members.len()).sum()
    }
}

/// How many rows a lane may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Rows with labels.
    pub rows: u8,
    /// Thin rows.
    pub thin: u8,
}

impl Room {
    /// All that a lane can have.
    pub const FULL: Self = Self { rows: LANE_HEIGHTS.len() as u8, thin: MOST_THIN_ROWS as u8 };

    /// Of a lane whose height does not follow its marks.
    pub fn fixed(lane: &Lane) -> Self {
        let (labelled, links) = if lane.events > 0 { (lane.events, lane.links) } else { (lane.links, 0) };
        let rows = match labelled {
            0..=1 => 1,
            2..=20 => 2,
            _ => 3,
        };
        Self { rows, thin: u8::from(links > 0) }
    }

    /// Height of a lane with so many rows.
    pub fn height(self) -> f32 {
        Pack { rows: self.rows, thin: self.thin, ..Pack::default() }.height()
    }
}

/// Gives every mark of a lane its row at the scale of this axis; where the axis begins does not matter. First fit, in
/// the order of the marks. Where there are events, links lie below them in thin rows; elsewhere they take their place.
pub fn pack(content: &Content, axis: &Axis, room: Room) -> Pack {
    let mut rows: Vec<Row> = vec![Row::default(); usize::from(room.rows)];
    let mut thin: Vec<Row> = vec![Row::default(); usize::from(room.thin)];
    let marks = &content.marks;
    let has_events = marks.iter().any(|mark| !mark.is_link());
    let mut slots: Vec<Option<Slot>> = vec![None; marks.len()];
    let mut into = vec![None; marks.len()];
    for (place, mark) in marks.iter().enumerate() {
        let shapes: Vec<Shape> = mark.forms.iter().map(|form| Shape::new(*form, axis)).collect();
        let block = Block::of(mark);
        if has_events && mark.is_link() {
            let occupied = Occupied::new(&shapes, &block, Side::Nowhere);
            let blocker = |row: &Row| {
                row.near(&occupied).find(|unit| unit.occupied.overlaps(occupied.span(), THIN_GAP)).map(|unit| unit.mark)
            };
            if let Some(row) = thin.iter().position(|row| blocker(row).is_none()) {
                thin[row].push(Unit { mark: place, occupied, bare: occupied, is_bare: false });
                slots[place] = Some(Slot::Thin(row as u8));
            } else {
                into[place] = thin.first().and_then(blocker);
            }
        } else {
            match seat(&mut rows, place, &shapes, &block, mark.is_link()) {
                Ok((row, side)) => slots[place] = Some(Slot::Row(row as u8, side)),
                Err(host) => into[place] = host,
            }
        }
    }
    for (row, units) in rows.iter().enumerate() {
        for unit in units.all().filter(|unit| unit.is_bare) {
            slots[unit.mark] = Some(Slot::Row(row as u8, Side::Nowhere));
        }
    }
    let (mut used, mut used_thin) = (1, 0);
    for slot in slots.iter().flatten() {
        match slot {
            Slot::Row(row, _) => used = used.max(row + 1),
            Slot::Thin(row) => used_thin = used_thin.max(row + 1),
        }
    }
    Pack { rows: used, thin: used_thin, slots, into }
}

/// Free space beyond which two marks never meet, whatever their ends look like.
const FAR: f64 = 32.0;

/// The marks of a row, in the order in which they came: nearly that of their left edges.
#[derive(Clone, Debug, Default)]
struct Row {
    units: Vec<Unit>,
    /// The rightmost edge of each unit and all before it: a search that comes from the right may stop there.
    reach: Vec<f64>,
    /// Those that go on for ever.
    endless: Vec<Unit>,
}

impl Row {
    fn push(&mut self, unit: Unit) {
        if unit.occupied.left.is_infinite() || unit.occupied.right.is_infinite() {
            self.endless.push(unit);
            return;
        }
        let before = self.reach.last().copied().unwrap_or(f64::NEG_INFINITY);
        self.reach.push(before.max(unit.occupied.right).max(unit.bare.right));
        self.units.push(unit);
    }

    /// The marks that may be in the way of another, the last first.
    fn near(&self, other: &Occupied) -> impl Iterator<Item = &Unit> {
        let least = other.left - FAR;
        let finite = self.units.iter().zip(&self.reach).rev().take_while(move |(_, reach)| **reach >= least);
        self.endless.iter().chain(finite.map(|(unit, _)| unit))
    }

    fn all(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().chain(&self.endless)
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut Unit> {
        self.units.iter_mut().chain(&mut self.endless)
    }
}

/// A mark in a row.
#[derive(Clone, Copy, Debug)]
struct Unit {
    mark: usize,
    occupied: Occupied,
    /// What it takes without its label.
    bare: Occupied,
    /// It has no label.
    is_bare: bool,
}

/// Finds a row: with the label where it reads best, then with the label at the other side, then without, then where
/// others must give up their labels for it. A mark counts for more than a label. Where there is no row: the mark of the
/// last row that is in the way.
fn seat(
    rows: &mut [Row],
    mark: usize,
    shapes: &[Shape],
    block: &Block,
    is_link: bool,
) -> Result<(usize, Side), Option<usize>> {
    let preferred = Side::preferred(shapes, block, is_link);
    let bare = Occupied::new(shapes, block, Side::Nowhere);
    for side in [Some(preferred), preferred.other(), Some(Side::Nowhere)].into_iter().flatten() {
        let occupied = Occupied::new(shapes, block, side);
        let is_free = |row: &Row| row.near(&occupied).all(|unit| unit.occupied.is_clear_of(&occupied));
        if let Some(row) = rows.iter().position(is_free) {
            rows[row].push(Unit { mark, occupied, bare, is_bare: side == Side::Nowhere });
            return Ok((row, side));
        }
    }
    let blocker = |row: &Row| row.near(&bare).find(|unit| !unit.bare.is_clear_of(&bare)).map(|unit| unit.mark);
    let Some(row) = rows.iter().position(|row| blocker(row).is_none()) else {
        return Err(rows.last().and_then(blocker));
    };
    for unit in rows[row].all_mut().filter(|unit| !unit.occupied.is_clear_of(&bare)) {
        (unit.occupied, unit.is_bare) = (unit.bare, true);
    }
    rows[row].push(Unit { mark, occupied: bare, bare, is_bare: true });
    Ok((row, Side::Nowhere))
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

    /// From left to right.
    pub fn span(&self) -> (f64, f64) {
        (self.left, self.right)
    }

    /// Whether it comes nearer than `gap` to a stretch.
    pub fn overlaps(&self, (left, right): (f64, f64), gap: f64) -> bool {
        self.left < right + gap && left < self.right + gap
    }

    /// Whether the two are so far apart that they never meet, whatever their ends look like.
    pub fn is_far_from(&self, other: &Self) -> bool {
        self.right + FAR < other.left || other.right + FAR < self.left
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
    shapes
        .iter()
        .map(|shape| shape.extent())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), (start, end)| (left.min(start), right.max(end)))
}
