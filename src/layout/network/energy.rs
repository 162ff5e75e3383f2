//! How bad an arrangement is, node by node: the fewer crossings, the evener the ties, the clearer the names, the less.
//!
//! After Davidson and Harel, "Drawing Graphs Nicely Using Simulated Annealing" (1996), with names as rooms, room
//! between the ties of one node, and the proportions of a screen.

use super::geometry::{Area, cross, distance, distance_to_line, touches};
use super::{Part, Point};
use crate::base::rows::Rows;

/// Share of the frame that nodes and names fill.
const FILLED: f64 = 0.52;
/// Room between two rooms, across and down.
const GAP: Point = [10.0, 5.0];
/// A tie passes a node that is not its end at this distance at least.
const CLEAR: f64 = 13.0;
/// Least length of a tie, so that a word fits on it.
const LEAST_LENGTH: f64 = 84.0;

const CROSSING: f64 = 1.5;
const THROUGH_NODE: f64 = 3.0;
const THROUGH_NAME: f64 = 0.45;
const OVERLAP: f64 = 3.5;
const LENGTH: f64 = 1.1;
const REPULSION: f64 = 0.10;
const SHARP_ANGLE: f64 = 0.9;
const OUTSIDE: f64 = 2.0;
const HUB_ASIDE: f64 = 5.0;

/// Cosine of the angle below which two ties of one node are hard to tell apart: about 20°.
const SHARP: f64 = 0.94;

/// The measure for one part.
pub struct Energy<'a> {
    part: &'a Part,
    rows: Rows,
    /// Half width and half height of the frame.
    frame: Point,
    centre: Point,
    /// Ideal distance of two nodes that are not tied.
    spacing: f64,
    lengths: Vec<f64>,
    /// How much each node wants the middle, 0 to 1.
    hubs: Vec<f64>,
    radii: Vec<f64>,
    /// What a tie must come near to matter to a node, as seen from its centre.
    reaches: Vec<Area>,
}

impl<'a> Energy<'a> {
    /// Measures arrangements of `part` around `centre`, within a frame of this width over height.
    pub fn new(part: &'a Part, aspect: f64, centre: Point) -> Self {
        let rows = Rows::new(part.members.len(), &part.ends);
        let area: f64 = (part.rooms.iter())
            .map(|room| (room[1][0] - room[0][0] + GAP[0]) * (room[1][1] - room[0][1] + GAP[1]))
            .sum::<f64>()
            / FILLED;
        let height = (area / aspect).sqrt();
        let spacing = (area / part.members.len() as f64).sqrt();
        let degree = |node: u32| rows.of(node).len() as f64;
        let lengths = (part.ends.iter().zip(&part.shares))
            .map(|((from, to), share)| {
                let crowd = (degree(*from).max(degree(*to)) - 1.0).max(0.0);
                (share * spacing * (0.85 + 0.11 * crowd.sqrt())).max(LEAST_LENGTH)
            })
            .collect();
        let most = (0..rows.len() as u32).map(degree).fold(1.0, f64::max);
        let hubs = (0..rows.len() as u32)
            .map(|node| if degree(node) < 4.0 { 0.0 } else { (degree(node) / most) * (degree(node) / most) })
            .collect();
        // The shape of a node is a circle that hangs from the upper edge of its room.
        let radii: Vec<f64> = part.rooms.iter().map(|room| -room[0][1]).collect();
        let reaches = (part.rooms.iter().zip(&radii))
            .map(|(room, radius)| {
                let clear = radius + CLEAR;
                [[room[0][0].min(-clear), room[0][1].min(-clear)], [room[1][0].max(clear), room[1][1].max(clear)]]
            })
            .collect();
        Self {
            part,
            rows,
            frame: [height * aspect / 2.0, height / 2.0],
            centre,
            spacing,
            lengths,
            hubs,
            radii,
            reaches,
        }
    }

    /// Half width and half height of the frame.
    pub fn frame(&self) -> Point {
        self.frame
    }

    /// All that one node adds: where it lies, its ties, and what they pass.
    pub fn of(&self, node: u32, points: &[Point]) -> f64 {
        self.placed(node, points) + self.among_nodes(node, points) + self.tied(node, points)
    }

    /// All nodes together; what two nodes share counts twice.
    pub fn total(&self, points: &[Point]) -> f64 {
        (0..points.len() as u32).map(|node| self.of(node, points)).sum()
    }

    fn room(&self, node: u32, points: &[Point]) -> Area {
        let (at, room) = (points[node as usize], self.part.rooms[node as usize]);
        [[at[0] + room[0][0], at[1] + room[0][1]], [at[0] + room[1][0], at[1] + room[1][1]]]
    }

    /// In the frame; hubs in its middle.
    fn placed(&self, node: u32, points: &[Point]) -> f64 {
        let room = self.room(node, points);
        let mut sum = 0.0;
        for axis in 0..2 {
            let before = (self.centre[axis] - self.frame[axis]) - room[0][axis];
            let behind = room[1][axis] - (self.centre[axis] + self.frame[axis]);
            let outside = before.max(behind).max(0.0) / self.spacing;
            sum += OUTSIDE * outside * (1.0 + 4.0 * outside);
            let aside = (points[node as usize][axis] - self.centre[axis]) / self.frame[axis];
            sum += HUB_ASIDE * self.hubs[node as usize] * aside * aside;
        }
        sum
    }

    /// Apart from other nodes, and off their ties.
    fn among_nodes(&self, node: u32, points: &[Point]) -> f64 {
        let room = self.room(node, points);
        let at = points[node as usize];
        let mut sum = 0.0;
        for other in (0..points.len() as u32).filter(|other| *other != node) {
            let second = self.room(other, points);
            let over =
                [0, 1].map(|axis| room[1][axis].min(second[1][axis]) - room[0][axis].max(second[0][axis]) + GAP[axis]);
            if over[0] > 0.0 && over[1] > 0.0 {
                sum += OVERLAP * (0.3 + (over[0] / 20.0).min(over[1] / 10.0));
            }
            // Rooms are broader than high, so nodes side by side count as nearer.
            let apart = [(at[0] - points[other as usize][0]) * 0.7, at[1] - points[other as usize][1]];
            let near = apart[0] * apart[0] + apart[1] * apart[1];
            sum += REPULSION * self.spacing * self.spacing / near.max(25.0);
        }
        for (from, to) in &self.part.ends {
            if *from != node && *to != node {
                sum += self.passing(node, points[*from as usize], points[*to as usize], points);
            }
        }
        sum
    }

    /// How badly a tie of others passes a node and its name.
    fn passing(&self, node: u32, from: Point, to: Point, points: &[Point]) -> f64 {
        let (at, reach) = (points[node as usize], self.reaches[node as usize]);
        for axis in 0..2 {
            let (low, high) = if from[axis] < to[axis] { (from[axis], to[axis]) } else { (to[axis], from[axis]) };
            if high < at[axis] + reach[0][axis] || low > at[axis] + reach[1][axis] {
                return 0.0;
            }
        }
        let radius = self.radii[node as usize];
        let clear = radius + CLEAR;
        let passes = distance_to_line(at, from, to);
        let through_node = if passes < clear { THROUGH_NODE * (0.3 + (clear - passes) / clear) } else { 0.0 };
        let room = self.part.rooms[node as usize];
        let name = [[at[0] + room[0][0], at[1] + radius], [at[0] + room[1][0], at[1] + room[1][1]]];
        through_node + if touches(name, from, to) { THROUGH_NAME } else { 0.0 }
    }

    /// Its ties: even in length, uncrossed, clear of nodes, spread around their ends.
    fn tied(&self, node: u32, points: &[Point]) -> f64 {
        let mut sum = 0.0;
        for (other, tie) in self.rows.of(node).iter().zip(self.rows.ties_of(node)) {
            let (from, to) = (points[node as usize], points[*other as usize]);
            let length = self.lengths[*tie as usize];
            let stretch = distance(from, to) / length - 1.0;
            sum += LENGTH * stretch * stretch * if stretch < 0.0 { 2.0 } else { 1.0 };
            sum += self.crossings(*tie, points);
            for third in (0..points.len() as u32).filter(|third| *third != node && third != other) {
                sum += self.passing(third, from, to, points);
            }
            sum += self.sharp(*other, node, points);
        }
        sum + 0.5 * (self.rows.of(node).iter()).map(|other| self.sharp(node, *other, points)).sum::<f64>()
    }

    fn crossings(&self, tie: u32, points: &[Point]) -> f64 {
        let (a, b) = self.part.ends[tie as usize];
        let (from, to) = (points[a as usize], points[b as usize]);
        let low = [from[0].min(to[0]), from[1].min(to[1])];
        let high = [from[0].max(to[0]), from[1].max(to[1])];
        let mut count = 0.0;
        for (c, d) in &self.part.ends {
            if a == *c || a == *d || b == *c || b == *d {
                continue;
            }
            let (first, second) = (points[*c as usize], points[*d as usize]);
            let aside = |axis: usize| {
                (first[axis] < low[axis] && second[axis] < low[axis])
                    || (first[axis] > high[axis] && second[axis] > high[axis])
            };
            if !aside(0) && !aside(1) && cross(from, to, first, second) {
                count += 1.0;
            }
        }
        CROSSING * count
    }

    /// How close the tie from `node` to `other` lies to other ties of `node`.
    fn sharp(&self, node: u32, other: u32, points: &[Point]) -> f64 {
        let at = points[node as usize];
        let way = |to: u32| {
            let to = points[to as usize];
            let length = distance(at, to).max(1e-9);
            [(to[0] - at[0]) / length, (to[1] - at[1]) / length]
        };
        let first = way(other);
        (self.rows.of(node).iter().filter(|third| **third != other))
            .map(|third| {
                let second = way(*third);
                let cosine = first[0] * second[0] + first[1] * second[1];
                if cosine > SHARP { SHARP_ANGLE * (cosine - SHARP) / (1.0 - SHARP) } else { 0.0 }
            })
            .sum()
    }
}
