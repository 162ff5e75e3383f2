//! Wires: one thing in several lanes is tied by a vertical line.

use std::collections::BTreeMap;

use emath::{Rangef, Rect, pos2};

use super::dated::{level_of, middle, state_of, strength};
use super::frame::window_edges;
use super::{Pen, line};
use crate::layout::timeline::{MarkOf, Placed, Shape};
use crate::scene::{Ink, Item, Level, NodeState, Role, Stroke};

/// With more lanes on screen only what is selected or pointed at is tied.
const MOST_LANES: usize = 12;
/// Wires nearer than this are drawn as one.
const ONE_LINE: f32 = 3.0;
/// From the upper edge of a lane off screen to where its wire ends.
const LANE_MIDDLE: f32 = 14.0;

/// A vertical line through the lanes of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    x: f32,
    /// It runs through diamonds, which say where the others of the same moment run.
    is_exact: bool,
    rows: Rangef,
    stroke: Stroke,
}

/// The wires of what is on screen, each place once.
pub fn wires(pen: &Pen<'_>, placed: &Placed, area: Rect) -> Vec<Wire> {
    let mut found: BTreeMap<(MarkOf, usize), Wire> = BTreeMap::new();
    let ties_all = placed.lanes.len() <= MOST_LANES;
    for lane in &placed.lanes {
        for mark in &lane.marks {
            let content = &lane.content.marks[mark.mark];
            let level = level_of(pen, content);
            let is_chosen = matches!(level, Level::Selected | Level::Hovered);
            if content.is_rival || !(is_chosen || (ties_all && !content.is_link())) {
                continue;
            }
            let stroke = stroke(state_of(pen, content), level);
            for member in &content.members {
                if content.is_link() && !matches!(pen.level(&member.id), Level::Selected | Level::Hovered) {
                    continue;
                }
                for (place, shape) in mark.shapes.iter().enumerate() {
                    let at = middle(shape, mark.y);
                    if !area.x_range().contains(at.x) {
                        continue;
                    }
                    let wire = found.entry((member.of, place)).or_insert_with(|| Wire {
                        x: at.x,
                        is_exact: matches!(shape, Shape::Diamond { .. }),
                        rows: rows_off_screen(pen, placed, member.of, area).unwrap_or(Rangef::point(at.y)),
                        stroke,
                    });
                    wire.rows = Rangef::new(wire.rows.min.min(at.y), wire.rows.max.max(at.y));
                }
            }
        }
    }
    let mut wires: Vec<Wire> = found.into_values().filter(|wire| wire.rows.span() > 1.0).collect();
    merge(&mut wires);
    wires
}

/// Things of one moment run along one line, through the diamonds if there are any: each stretch once.
fn merge(wires: &mut Vec<Wire>) {
    wires.sort_by(|left, right| left.x.total_cmp(&right.x).then(left.rows.min.total_cmp(&right.rows.min)));
    wires.dedup_by(|later, earlier| {
        let is_one = later.x - earlier.x < ONE_LINE
            && later.stroke == earlier.stroke
            && later.rows.intersects(earlier.rows)
            && !(later.is_exact && earlier.is_exact && later.x - earlier.x > 0.5);
        if is_one {
            earlier.rows = Rangef::new(later.rows.min.min(earlier.rows.min), later.rows.max.max(earlier.rows.max));
            if later.is_exact {
                (earlier.x, earlier.is_exact) = (later.x, true);
            }
        }
        is_one
    });
}

fn stroke(state: NodeState, level: Level) -> Stroke {
    let ink = match state {
        NodeState::In => Ink::new(Role::Text1),
        NodeState::Possible => Ink::new(Role::Text1).strength(0.6),
        NodeState::Outside => Ink::new(Role::Text1).strength(0.3),
    };
    let width = if state == NodeState::Outside { 1.0 } else { 1.25 };
    Stroke::new(width, ink.strength(ink.strength * strength(level)))
}

/// From the topmost to the lowest lane of a thing that is not on screen.
fn rows_off_screen(pen: &Pen<'_>, placed: &Placed, of: MarkOf, area: Rect) -> Option<Rangef> {
    let on_screen = |lane: usize| placed.lanes.iter().any(|placed| placed.lane == lane);
    let ys = lanes_of(pen, of)
        .filter(|lane| !on_screen(*lane))
        .map(|lane| area.top() + (pen.rows.top(lane) - f64::from(pen.scroll)) as f32 + LANE_MIDDLE);
    ys.map(Rangef::point).reduce(|left, right| Rangef::new(left.min.min(right.min), left.max.max(right.max)))
}

fn lanes_of<'a>(pen: &'a Pen<'_>, of: MarkOf) -> impl Iterator<Item = usize> + 'a {
    pen.lanes.index().lanes_of(of).iter().filter_map(|entity| pen.lanes.of_entity(*entity))
}

/// Adds the wires.
pub fn push(items: &mut Vec<Item>, wires: &[Wire]) {
    for wire in wires {
        items.push(line(pos2(wire.x, wire.rows.min), pos2(wire.x, wire.rows.max), wire.stroke));
    }
}

/// Vertical lines that a label may cross: there it needs a plate.
pub struct Lines(Vec<(f32, Rangef)>);

impl Lines {
    /// Wires, edges of the window and of cuts, the playhead.
    pub fn new(pen: &Pen<'_>, wires: &[Wire]) -> Self {
        let (left, right) = window_edges(pen, pen.axis).unzip();
        let playhead = pen.view.playhead.map(|stamp| pen.axis.x_from_stamp(stamp));
        let cuts = pen.axis.cuts_on_screen().flat_map(|(_, left, right)| [left, right]);
        let full = [left, right, playhead].into_iter().flatten().chain(cuts).map(|x| (x, Rangef::EVERYTHING));
        Self(wires.iter().map(|wire| (wire.x, wire.rows)).chain(full).collect())
    }

    /// Whether a line runs through a stretch of a row.
    pub fn cross(&self, x: Rangef, y: f32) -> bool {
        self.0.iter().any(|(line, rows)| x.contains(*line) && rows.contains(y))
    }
}
