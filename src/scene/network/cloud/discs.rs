//! Nodes as discs: filled where they certainly lie in the window, ringed where possibly, pale where not.

use super::CloudRequest;
use super::tone::over;
use crate::scene::looks::{outside_outline, possible_fill};
use crate::scene::{Ink, NodeState, Role};

/// Width of the ring of what possibly lies in the window, in points.
const RING: f32 = 1.0;
/// Ground around each disc that keeps it from lines and from other discs, in points; small discs have none.
const CLEAR: f32 = 0.8;
const CLEAR_FROM: f32 = 2.5;

/// One node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    at: [f32; 2],
    /// With its ground.
    outer: f32,
    radius: f32,
    fill: [u8; 3],
    /// Colour and width of its ring.
    ring: Option<([u8; 3], f32)>,
    ground: [u8; 3],
}

/// The nodes that are drawn, the least important first.
pub fn all(request: &CloudRequest, at: &[[f32; 2]], scale: f32, room: [f32; 2]) -> Vec<Disc> {
    let plane = &request.plane;
    let resolve = |ink: Ink| {
        let [red, green, blue, _] = request.theme.resolve(Ink { alpha: 1.0, ..ink });
        [red, green, blue]
    };
    let ground = resolve(Role::Canvas.into());
    let nodes = plane.order.iter().rev().filter(|node| !request.left_out.nodes.contains(node));
    nodes
        .filter_map(|node| {
            let radius = plane.radius(*node, request.camera) * scale;
            let clear = if radius >= CLEAR_FROM * scale { CLEAR * scale } else { 0.0 };
            let (at, outer) = (at[*node as usize], radius + clear);
            let is_seen = (0..2).all(|axis| at[axis] + outer >= -1.0 && at[axis] - outer <= room[axis] + 1.0);
            if !is_seen {
                return None;
            }
            let role = plane.look(*node).role;
            let (fill, ring) = match plane.state(*node, &request.answers) {
                NodeState::In => (resolve(role.into()), None),
                NodeState::Possible => (resolve(possible_fill(role)), Some((resolve(role.into()), RING * scale))),
                NodeState::Outside => (resolve(outside_outline(role).ink), None),
            };
            Some(Disc { at, outer, radius, fill, ring, ground })
        })
        .collect()
}

impl Disc {
    /// Whether any of it lies in these rows.
    pub fn touches(&self, first: usize, end: usize) -> bool {
        self.at[1] - self.outer - 1.0 < end as f32 && self.at[1] + self.outer + 1.0 > first as f32
    }

    /// Draws it into the band of rows that begins at `top`.
    pub fn draw(&self, rows: &mut [u8], width: usize, top: usize, height: usize) {
        let from = |middle: f32, least: usize| ((middle - self.outer - 1.0).floor().max(0.0) as usize).max(least);
        let to = |middle: f32, most: usize| ((middle + self.outer + 2.0).max(0.0) as usize).min(most);
        for y in from(self.at[1], top)..to(self.at[1], top + height) {
            for x in from(self.at[0], 0)..to(self.at[0], width) {
                let off = [x as f32 + 0.5 - self.at[0], y as f32 + 0.5 - self.at[1]];
                let distance = (off[0] * off[0] + off[1] * off[1]).sqrt();
                let share = |radius: f32| ((radius + 0.5 - distance).clamp(0.0, 1.0) * 255.0).round() as u8;
                // What is smaller than a pixel covers less of it.
                let share = |radius: f32| {
                    if radius < 0.5 { (f32::from(share(0.5)) * radius * 2.0) as u8 } else { share(radius) }
                };
                if share(self.outer) == 0 {
                    continue;
                }
                let at = ((y - top) * width + x) * 4;
                let Some(pixel) = rows.get_mut(at..at + 4) else { continue };
                let mut colour = [pixel[0], pixel[1], pixel[2], pixel[3]];
                if self.outer > self.radius {
                    colour = over(colour, self.ground, share(self.outer));
                }
                match self.ring {
                    Some((ring, thick)) => {
                        colour = over(colour, ring, share(self.radius));
                        colour = over(colour, self.fill, share((self.radius - thick).max(0.0)));
                    }
                    None => colour = over(colour, self.fill, share(self.radius)),
                }
                pixel.copy_from_slice(&colour);
            }
        }
    }
}
