//! The graph over a case: entities and events are nodes, links and participations are edges.
//!
//! The petgraph graph and its indices stay in this module. Algorithms run on a [`Snapshot`]: positions in it are
//! plain numbers that mean nothing outside that snapshot.

use std::collections::HashSet;

use petgraph::Direction as Way;
use petgraph::stable_graph::{EdgeIndex, EdgeReference, NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _};

use super::case::{Parts, Place};
use super::event::Event;
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
    /// How many of the nodes are events.
    count_of_events: usize,
    /// Something was taken out.
    holes: bool,
    /// A participation was left out, for want of its entity.
    waits: bool,
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
        Self::following(&Self::default(), parts, slots, &[])
    }

    /// The same, taking over from the graph before the ties of items that were not touched since: these must stand in
    /// the same order among each other.
    pub(super) fn following(before: &Self, parts: &Parts, slots: &IdMap<Place>, touched: &[Id]) -> Self {
        let count = parts.entities.len() + parts.events.len();
        let ties = parts.links.len() + parts.events.iter().map(|event| event.participants.len()).sum::<usize>();
        let mut this = Self {
            graph: StableDiGraph::with_capacity(count, ties),
            nodes: IdMap::with_capacity_and_hasher(count, foldhash::fast::RandomState::default()),
            order: (0..count).map(NodeIndex::new).collect(),
            degrees: vec![0; count],
            count_of_events: parts.events.len(),
            holes: false,
            waits: false,
        };
        let mut moved = vec![NodeIndex::end(); before.degrees.len()];
        for id in parts.entities.iter().map(|entity| &entity.id).chain(parts.events.iter().map(|event| &event.id)) {
            let node = this.graph.add_node(id.clone());
            this.nodes.insert(id.clone(), node);
            if let Some(old) = before.nodes.get(id) {
                moved[old.index()] = node;
            }
        }
        let node = |id: &Id| match slots.get(id)? {
            Place::Entity(at) => Some(NodeIndex::new(*at as usize)),
            Place::Event(at) => Some(NodeIndex::new(parts.entities.len() + *at as usize)),
            Place::Source(_) | Place::Link(_) | Place::Story(_) => None,
        };
        let touched: HashSet<&Id, foldhash::fast::RandomState> = touched.iter().collect();
        let untouched = before.edges().filter(|edge| !touched.contains(edge.weight().item()));
        let mut kept = untouched.map(|edge| (edge.weight(), edge.source(), edge.target())).peekable();
        let mut ends = |tie: &Tie, from: &Id, to: &Id| match kept.next_if(|(kept, ..)| *kept == tie) {
            Some((_, from, to)) => Some((moved[from.index()], moved[to.index()])),
            None => node(from).zip(node(to)),
        };
        for event in &parts.events {
            for (position, participant) in event.participants.iter().enumerate() {
                let tie = Tie::Participation(event.id.clone(), position);
                if let Some((entity, event)) = ends(&tie, &participant.entity, &event.id) {
                    this.tie(entity, event, tie);
                } else {
                    this.waits = true;
                }
            }
        }
        for link in &parts.links {
            let tie = Tie::Link(link.id.clone());
            if let Some((from, to)) = ends(&tie, &link.from, &link.to) {
                this.tie(from, to, tie);
            }
        }
        this
    }

    /// All ties in the order of the file: participations, then links. An event that was added later has its ties behind
    /// older links, but behind those of all older events, too.
    fn edges(&self) -> impl Iterator<Item = EdgeReference<'_, Tie>> {
        let of = |links: bool| {
            self.graph.edge_references().filter(move |edge| matches!(edge.weight(), Tie::Link(_)) == links)
        };
        of(false).chain(of(true))
    }

    /// Both ends of each tie in the order of the file, as positions among entities, then events.
    pub(super) fn ends(&self) -> impl Iterator<Item = (u32, u32, &Tie)> {
        let mut position = vec![0; self.degrees.len()];
        for (at, node) in self.order.iter().enumerate() {
            position[node.index()] = at as u32;
        }
        self.edges().map(move |edge| (position[edge.source().index()], position[edge.target().index()], edge.weight()))
    }

    /// Adds the last entity of the case; `entities`: how many there are without it.
    pub(super) fn add_entity(&mut self, id: &Id, entities: usize) {
        let node = self.graph.add_node(id.clone());
        self.nodes.insert(id.clone(), node);
        self.order.insert(entities.min(self.order.len()), node);
        self.degrees.push(0);
    }

    /// Adds the last event of the case with the ties of its participants.
    pub(super) fn add_event(&mut self, event: &Event) {
        let node = self.graph.add_node(event.id.clone());
        self.nodes.insert(event.id.clone(), node);
        self.order.push(node);
        self.count_of_events += 1;
        self.degrees.push(0);
        for (position, participant) in event.participants.iter().enumerate() {
            if let Some(entity) = self.nodes.get(&participant.entity).copied() {
                self.tie(entity, node, Tie::Participation(event.id.clone(), position));
            } else {
                self.waits = true;
            }
        }
    }

    /// Adds the last link of the case.
    pub(super) fn add_link(&mut self, link: &Link) {
        if let (Some(from), Some(to)) = (self.nodes.get(&link.from), self.nodes.get(&link.to)) {
            self.tie(*from, *to, Tie::Link(link.id.clone()));
        }
    }

    /// Takes links out, each given with the node that it starts from.
    pub(super) fn remove_links(&mut self, links: &[(Id, Id)]) {
        let gone: HashSet<&Id, foldhash::fast::RandomState> = links.iter().map(|(_, link)| link).collect();
        let starts: HashSet<&Id, foldhash::fast::RandomState> = links.iter().map(|(from, _)| from).collect();
        let starts = starts.into_iter().filter_map(|id| self.nodes.get(id));
        let edges = starts.flat_map(|node| self.graph.edges_directed(*node, Way::Outgoing));
        let edges = edges.filter(|edge| matches!(edge.weight(), Tie::Link(id) if gone.contains(id)));
        let edges: Vec<_> = edges.map(|edge| edge.id()).collect();
        self.remove_edges(edges);
    }

    fn remove_edges(&mut self, edges: Vec<EdgeIndex>) {
        for edge in edges {
            if let Some((from, to)) = self.graph.edge_endpoints(edge) {
                self.degrees[from.index()] -= 1;
                self.degrees[to.index()] -= 1;
                self.graph.remove_edge(edge);
                self.holes = true;
            }
        }
    }

    /// Takes nodes out with their ties; other ids are passed over. `entities` and `events`: the positions at which they
    /// stood.
    pub(super) fn remove_nodes(&mut self, ids: &[Id], entities: &[u32], events: &[u32]) {
        let first = self.order.len() - self.count_of_events;
        let mut at = 0_usize;
        self.order.retain(|_| {
            at += 1;
            let position = at - 1;
            match position.checked_sub(first) {
                None => entities.binary_search(&(position as u32)).is_err(),
                Some(event) => events.binary_search(&(event as u32)).is_err(),
            }
        });
        self.count_of_events -= events.len();
        let nodes: Vec<NodeIndex> = ids.iter().filter_map(|id| self.nodes.remove(id)).collect();
        for node in nodes {
            let ways = [Way::Outgoing, Way::Incoming];
            let edges = ways.into_iter().flat_map(|way| self.graph.edges_directed(node, way));
            let edges = edges.map(|edge| edge.id()).collect();
            self.remove_edges(edges);
            self.graph.remove_node(node);
            self.holes = true;
        }
    }

    /// Whether what is new can be added in place. Not where something was taken out since the graph was made, as what is
    /// added would stand in its place and out of order; nor where a participation waits for an entity, which may come.
    pub(super) fn takes_additions(&self) -> bool {
        !self.holes && !self.waits
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
        edges.sort_by_key(|(edge, _, outgoing)| (matches!(self.graph[*edge], Tie::Link(_)), *edge, !outgoing));
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
        let ids = self.order.iter().map(|node| self.graph[*node].clone()).collect();
        let (ends, ties) = self.ends().map(|(from, to, tie)| ((from, to), tie.clone())).unzip();
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
