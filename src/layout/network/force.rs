//! Large parts: forces after d3-force, by the fjadra library (Barnes and Hut's tree for the repulsion).

use fjadra::{Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};

use super::random::sunflower;
use super::stress::LENGTH;
use super::{Part, Point};
use crate::base::cancel::Cancel;

/// 1 − 0.001^(1/300): the strength of the forces dies down over 300 ticks. A number and not a power function, so that
/// every machine counts the same.
const DECAY: f64 = 0.022_762_778_101_813_55;

pub fn arrange(part: &Part, has_start: bool, cancel: &Cancel) -> Option<Vec<Point>> {
    let spread = sunflower(part.members.len(), LENGTH * 0.3);
    let nodes = spread.into_iter().zip(part.start.iter().zip(&part.pins)).map(|(point, (start, pin))| {
        let node = Node::default();
        match (pin, start) {
            (Some([x, y]), _) => node.fixed_position(*x, *y),
            (None, Some([x, y])) if has_start => node.position(*x, *y),
            _ => node.position(point[0], point[1]),
        }
    });
    let lengths: Vec<f64> = part.shares.iter().map(|share| LENGTH * 0.5 * share).collect();
    let links = part.ends.iter().map(|(from, to)| (*from as usize, *to as usize));
    let mut simulation = SimulationBuilder::default()
        .with_alpha(if has_start { 0.2 } else { 1.0 })
        .with_alpha_decay(DECAY)
        .build(nodes)
        .add_force("link", Link::new(links).distance(move |_: &_, tie| lengths[tie]))
        .add_force("charge", ManyBody::new().strength(-160.0))
        .add_force("x", PositionX::new().strength(0.03))
        .add_force("y", PositionY::new().strength(0.03));
    while !simulation.is_finished() {
        if cancel.is_cancelled() {
            return None;
        }
        simulation.tick(1);
    }
    Some(
        simulation.positions().map(|[x, y]| if x.is_finite() && y.is_finite() { [x, y] } else { [0.0, 0.0] }).collect(),
    )
}
