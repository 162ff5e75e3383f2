//! The graph over a case: entities and events are nodes, links and participations are edges.
//!
//! The petgraph graph and its indices stay in this module. Algorithms run on a [`Snapshot`]: positions in it are
//! plain numbers that mean nothing outside that snapshot.

use petgraph::Direction as Way;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _};

use super::case::{Parts, Place};
use super::link::Link;
use super::{Id, IdMap};

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
    nodes: IdMap<NodeIndex>,
    /// The nodes in the order of the file: entities, then events.
    order: Vec<NodeIndex>,
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
    /// Builds the graph. `slots`: where each item stands. Participations of entities that do not exist are left out (the
    /// reader has reported them).
    pub(super) fn new(parts: &Parts, slots: &IdMap<Place>) -> Self {
        let count = parts.entities.len() + parts.events.len();
        let ties = parts.links.len() + parts.events.iter().map(|event| event.participants.len()).sum::<usize>();
        let mut this = Self {
            graph: StableDiGraph::with_capacity(count, ties),
            nodes: IdMap::with_capacity_and_hasher(count, foldhash::fast::RandomState::default()),
            order: (0..count).map(NodeIndex::new).collect(),
            degrees: vec![0; count],
        };
        for id in parts.entities.iter().map(|entity| &entity.id).chain(parts.events.iter().map(|event| &event.id)) {
            let node = this.graph.add_node(id.clone());
            this.nodes.insert(id.clone(), node);
        }
        let node = |id: &Id| match slots.get(id)? {
            Place::Entity(at) => Some(NodeIndex::new(*at as usize)),
            Place::Event(at) => Some(NodeIndex::new(parts.entities.len() + *at as usize)),
            Place::Source(_) | Place::Link(_) | Place::Story(_) => None,
        };
        for (at, event) in parts.events.iter().enumerate() {
            let event_node = NodeIndex::new(parts.entities.len() + at);
            for (position, participant) in event.participants.iter().enumerate() {
                if let Some(entity) = node(&participant.entity) {
                    this.tie(entity, event_node, Tie::Participation(event.id.clone(), position));
                }
            }
        }
        for link in &parts.links {
            if let (Some(from), Some(to)) = (node(&link.from), node(&link.to)) {
                this.tie(from, to, Tie::Link(link.id.clone()));
            }
        }
        this
    }

    /// Adds the last entity of the case; `entities`: how many there are without it.
    pub(super) fn add_entity(&mut self, id: &Id, entities: usize) {
        let node = self.graph.add_node(id.clone());
        self.nodes.insert(id.clone(), node);
        self.order.insert(entities.min(self.order.len()), node);
        self.degrees.push(0);
    }

    /// Adds the last link of the case.
    pub(super) fn add_link(&mut self, link: &Link) {
        if let (Some(from), Some(to)) = (self.nodes.get(&link.from), self.nodes.get(&link.to)) {
            self.tie(*from, *to, Tie::Link(link.id.clone()));
        }
    }

    fn tie(&mut self, from: NodeIndex, to: NodeIndex, tie: Tie) {
        self.graph.add_edge(from, to, tie);
        self.degrees[from.index()] += 1;
        self.degrees[to.index()] += 1;
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
        let mut position = vec![0; self.graph.node_count()];
        let mut ids = Vec::with_capacity(self.graph.node_count());
        for node in &self.order {
            position[node.index()] = ids.len() as u32;
            ids.push(self.graph[*node].clone());
        }
        let mut ends = Vec::with_capacity(self.graph.edge_count());
        let mut ties = Vec::with_capacity(self.graph.edge_count());
        for edge in self.graph.edge_references() {
            ends.push((position[edge.source().index()], position[edge.target().index()]));
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
