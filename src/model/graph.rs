//! The graph over a case: entities and events are nodes, links and participations are edges.
//!
//! The petgraph graph and its indices stay in this module. Algorithms run on a [`Snapshot`]: positions in it are
//! plain numbers that mean nothing outside that snapshot.

use std::collections::HashMap;

use petgraph::Direction as Way;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _};

use super::Id;
use super::case::Parts;

/// What an edge of the graph stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tie {
    /// The link with this id.
    Link(Id),
    /// The participation at this position of the event's list.
    Participation(Id, usize),
}

impl Tie {
    /// The item whose details explain this tie: the link, or the event.
    pub fn item(&self) -> &Id {
        match self {
            Self::Link(id) | Self::Participation(id, _) => id,
        }
    }
}

/// The living graph. Holds ids only; what they stand for is in the case.
#[derive(Clone, Debug, Default)]
pub struct CaseGraph {
    graph: StableDiGraph<Id, Tie>,
    nodes: HashMap<Id, NodeIndex>,
    /// How many ends of ties meet at each node: counting them anew would be felt at one that knows everybody.
    degrees: Vec<u32>,
}

/// One tie seen from a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour<'a> {
    /// The node at the other end.
    pub id: &'a Id,
    /// The tie.
    pub tie: &'a Tie,
    /// Whether the tie runs from the node that was asked about.
    pub outgoing: bool,
}

impl CaseGraph {
    /// Builds the graph. Participations of entities that do not exist are left out (the reader has reported them).
    pub(super) fn new(parts: &Parts) -> Self {
        let mut this = Self::default();
        for id in parts.entities.iter().map(|entity| &entity.id).chain(parts.events.iter().map(|event| &event.id)) {
            let node = this.graph.add_node(id.clone());
            this.nodes.insert(id.clone(), node);
        }
        this.degrees = vec![0; this.graph.node_count()];
        for event in &parts.events {
            for (position, participant) in event.participants.iter().enumerate() {
                this.tie(&participant.entity, &event.id, Tie::Participation(event.id.clone(), position));
            }
        }
        for link in &parts.links {
            this.tie(&link.from, &link.to, Tie::Link(link.id.clone()));
        }
        this
    }

    fn tie(&mut self, from: &Id, to: &Id, tie: Tie) {
        if let (Some(from), Some(to)) = (self.nodes.get(from), self.nodes.get(to)) {
            self.graph.add_edge(*from, *to, tie);
            self.degrees[from.index()] += 1;
            self.degrees[to.index()] += 1;
        }
    }

    /// The ties of a node, in the order of the file; a self-link appears twice. Empty for an unknown id.
    pub fn neighbours(&self, id: &str) -> Vec<Neighbour<'_>> {
        let Some(node) = self.nodes.get(id) else { return Vec::new() };
        let mut edges: Vec<_> = self
            .graph
            .edges_directed(*node, Way::Outgoing)
            .map(|edge| (edge.id(), edge.target(), true))
            .chain(self.graph.edges_directed(*node, Way::Incoming).map(|edge| (edge.id(), edge.source(), false)))
            .collect();
        edges.sort_by_key(|(edge, _, outgoing)| (*edge, !outgoing));
        edges
            .into_iter()
            .map(|(edge, other, outgoing)| Neighbour { id: &self.graph[other], tie: &self.graph[edge], outgoing })
            .collect()
    }

    /// How many ends of ties meet at a node.
    pub fn degree(&self, id: &str) -> usize {
        self.nodes.get(id).map_or(0, |node| self.degrees[node.index()] as usize)
    }

    /// How many nodes and ties there are.
    pub fn size(&self) -> (usize, usize) {
        (self.graph.node_count(), self.graph.edge_count())
    }

    /// A compact copy for algorithms; nodes and ties in the order of the file.
    pub fn snapshot(&self) -> Snapshot {
        let mut position = HashMap::with_capacity(self.graph.node_count());
        let mut ids = Vec::with_capacity(self.graph.node_count());
        for node in self.graph.node_indices() {
            position.insert(node, ids.len() as u32);
            ids.push(self.graph[node].clone());
        }
        let mut ends = Vec::with_capacity(self.graph.edge_count());
        let mut ties = Vec::with_capacity(self.graph.edge_count());
        for edge in self.graph.edge_references() {
            ends.push((position[&edge.source()], position[&edge.target()]));
            ties.push(edge.weight().clone());
        }
        Snapshot { ids, ends, ties }
    }
}

/// A compact copy of the graph. Positions are valid for this copy only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Node ids by position.
    pub ids: Vec<Id>,
    /// From and to, as positions, one pair a tie.
    pub ends: Vec<(u32, u32)>,
    /// What each pair stands for.
    pub ties: Vec<Tie>,
}
