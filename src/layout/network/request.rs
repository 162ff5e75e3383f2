//! What is asked of the layout, and what it answers.

use std::collections::HashMap;

use emath::{Pos2, Vec2};

use crate::model::Id;

/// A network to be arranged. Equal requests give equal layouts, so equality is the cache key.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The nodes.
    pub ids: Vec<Id>,
    /// Ties, as positions in `ids`.
    pub ends: Vec<(u32, u32)>,
    /// Room that each node needs with its label: half width and half height, in points at zoom 1.
    pub rooms: Vec<Vec2>,
    /// Where pinned nodes stay; anything that is not finite counts as no pin.
    pub pins: Vec<Option<Pos2>>,
    /// Where nodes were before: the new layout starts from there and moves as little as it can.
    pub previous: Vec<Option<Pos2>>,
    /// Width over height of the place where it will be shown.
    pub aspect: f32,
    /// Decides among layouts that are equally good.
    pub seed: u64,
}

/// Where the nodes are, in points at zoom 1, y down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The nodes, in the order of the request.
    pub ids: Vec<Id>,
    /// Their centres.
    pub positions: Vec<Pos2>,
}

impl Layout {
    /// Centres by id.
    pub fn by_id(&self) -> HashMap<&Id, Pos2> {
        self.ids.iter().zip(self.positions.iter().copied()).collect()
    }
}
