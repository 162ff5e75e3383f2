//! What is asked of the layout, and what it answers.

use std::collections::HashMap;

use emath::{Pos2, Rect};

use super::forms::{Form, Mark};
use crate::model::Id;

/// A network to be arranged. Equal requests give equal layouts, so equality is the cache key.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The nodes.
    pub ids: Vec<Id>,
    /// Ties, as positions in `ids`.
    pub ends: Vec<(u32, u32)>,
    /// How strongly each tie pulls; empty: all alike.
    pub weights: Vec<f32>,
    /// Room that each node takes with its name, as seen from its centre, in points at zoom 1.
    pub rooms: Vec<Rect>,
    /// Where pinned nodes stay; anything that is not finite counts as no pin.
    pub pins: Vec<Option<Pos2>>,
    /// Where nodes were before: they stay there, and what is new finds a place among them. Empty: all is new.
    pub previous: Vec<Option<Pos2>>,
    /// Width over height that the whole strives for.
    pub aspect: f32,
    /// Decides among layouts that are equally good.
    pub seed: u64,
    /// What the places are to say.
    pub form: Form,
}

/// Where the nodes are, in points at zoom 1, y down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The nodes, in the order of the request.
    pub ids: Vec<Id>,
    /// Their centres. Finite.
    pub positions: Vec<Pos2>,
    /// The rooms of the request: what must be seen of each node.
    pub rooms: Vec<Rect>,
    /// What is drawn below, so that the places are understood.
    pub marks: Vec<Mark>,
    /// Where things were last that are folded into a node of this layout: unfolded, they stand there again.
    pub inside: Vec<(Id, Pos2)>,
}

impl Layout {
    /// Centres by id.
    pub fn by_id(&self) -> HashMap<&Id, Pos2> {
        self.ids.iter().zip(self.positions.iter().copied()).collect()
    }
}
