//! A large network in the plane, in columns: where each node is, what it looks like, what is tied to what. Made once for
//! each content and layout, on any thread; asked in every frame.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::{Deref, Range};
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2};

use super::fold;
use super::gather::{pairs, radius};
use crate::analysis::folds::{Folded, Folds};
use crate::base::rows::Rows;
use crate::layout::network::Layout;
use crate::layout::network::camera::{Camera, ZOOM_RANGE};
use crate::model::answers::Answers;
use crate::model::case::{Item, Place};
use crate::model::{Case, Id};
use crate::scene::styles::{Scale, look_of};
use crate::scene::{KindLook, NodeState, node_state};

/// With more nodes and ties than this, a network is drawn as pixels with sharp things above.
pub const LARGE_FROM: usize = 4_000;
/// With more events than this, events are ties between those who took part: as nodes they would hide the network.
pub const MOST_EVENT_NODES: usize = 5_000;

/// Cells of the grid in which nodes are found, for each node.
const CELLS_PER_NODE: f32 = 0.5;
/// Share of the room of one node that a node with the mean number of ties may fill.
const FILLED: f32 = 0.23;
/// Distance of neighbours at which their names can be read, in points.
const READING_DISTANCE: f32 = 70.0;
/// Least radius on screen, in points.
const LEAST_RADIUS: f32 = 0.75;
/// A node whose size an attribute decides is as large as the mean one at this radius, in points at zoom 1.
const USUAL_RADIUS: f32 = 10.0;
/// The largest node is so many times as large as the mean one.
const LARGEST: f32 = 4.0;

/// Whether the events of this case are drawn as ties.
pub fn folds_events(case: &Case) -> bool {
    case.view().fold_events || case.events().len() > MOST_EVENT_NODES
}

/// Whether the network of this case is drawn as pixels.
pub fn is_large(case: &Case) -> bool {
    let (nodes, ties) = case.graph().size();
    nodes + ties > LARGE_FROM
}

/// The network, without its places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// Ids of the nodes, entities first, in the order of the case.
    pub ids: Vec<Id>,
    /// Where each node stands in the case.
    pub places: Vec<Place>,
    /// Number of ties of each node.
    pub ties_of: Vec<u32>,
    /// Which of [`Self::looks`] each node has.
    pub look_of: Vec<u16>,
    /// The different looks.
    pub looks: Vec<KindLook>,
    /// The ends of each tie, as positions of nodes.
    pub ends: Vec<(u32, u32)>,
    /// The link or event that each tie stands for: links before events, in the order of the case.
    pub ties: Vec<Place>,
    /// Ties of each node.
    pub rows: Rows,
    /// Nodes, the most important first.
    pub order: Vec<u32>,
    /// Where the layout puts each node, in points at zoom 1.
    laid: Vec<Pos2>,
    mean_ties: f32,
    /// Radius of each node at zoom 1, where an attribute decides it.
    size_of: Option<Vec<f32>>,
    positions: HashMap<Id, u32>,
    /// The nodes that are folded groups, with their positions among the groups of the case.
    groups: BTreeMap<u32, Folded>,
    /// How many ties a tie stands for that leads into a group, where it is more than one.
    merged: HashMap<u32, u32>,
    /// Links with an end that is not drawn, though it is not hidden: an event among too many.
    pub loose: usize,
}

impl Base {
    fn new(case: &Case, layout: &Layout, hidden: &dyn Fn(&Id) -> bool) -> Self {
        let mut this = Self::default();
        let mut looks: HashMap<KindLook, u16> = HashMap::new();
        let places = layout.by_id();
        let folds = Folds::new(case);
        let sizes = Scale::of_nodes(case);
        let mut add = |this: &mut Self, id: &Id, place: Place, look: KindLook| {
            if hidden(id) || folds.of(id).is_some() {
                return;
            }
            let Some(at) = places.get(id).copied() else { return };
            let known = this.looks.len() as u16;
            let number = *looks.entry(look).or_insert(known);
            if number == known {
                this.looks.push(look);
            }
            this.positions.insert(id.clone(), this.ids.len() as u32);
            this.ids.push(id.clone());
            this.places.push(place);
            this.laid.push(at);
            this.look_of.push(number);
        };
        for (at, entity) in case.entities().iter().enumerate() {
            let item = Item::Entity(entity);
            if let Some(look) = look_of(case, item) {
                add(&mut this, &entity.id, Place::Entity(at as u32), look);
            }
        }
        if !folds_events(case) {
            for (at, event) in case.events().iter().enumerate() {
                if let Some(look) = look_of(case, Item::Event(event)) {
                    add(&mut this, &event.id, Place::Event(at as u32), look);
                }
            }
        }
        for group in folds.groups() {
            let seen: Vec<Id> = group.members.iter().filter(|id| !hidden(id)).cloned().collect();
            let place = seen.first().and_then(|id| case.place(id.as_str()));
            if let Some(place) = place {
                let node = this.ids.len() as u32;
                add(&mut this, &group.id, place, fold::look(case, group));
                if this.ids.len() as u32 > node {
                    this.positions.extend(seen.iter().map(|id| (id.clone(), node)));
                    this.groups.insert(node, Folded { members: seen, ..group.clone() });
                }
            }
        }
        this.tie(case, hidden);
        this.rows = Rows::new(this.ids.len(), &this.ends);
        this.ties_of = (0..this.ids.len() as u32).map(|node| this.rows.of(node).len() as u32).collect();
        this.size_of = sizes.map(|sizes| {
            let radius = |(node, place): (u32, &Place)| match this.groups.get(&node) {
                Some(group) => radius(fold::ties(case, group), false),
                None => case.at(*place).map_or(0.0, |item| sizes.radius(item)),
            };
            (0..).zip(&this.places).map(radius).collect()
        });
        this.order = (0..this.ids.len() as u32).collect();
        let size = |node: u32| this.size_of.as_ref().map_or(0.0, |sizes| sizes[node as usize]);
        this.order.sort_by(|one, other| {
            let by_ties = || this.ties_of[*other as usize].cmp(&this.ties_of[*one as usize]);
            size(*other).total_cmp(&size(*one)).then_with(by_ties).then(one.cmp(other))
        });
        let total: usize = this.ties_of.iter().map(|ties| *ties as usize).sum();
        this.mean_ties = (total as f32 / this.ids.len().max(1) as f32).max(1.0);
        this
    }

    /// Ties in the order of the case: links, then events.
    fn tie(&mut self, case: &Case, hidden: &dyn Fn(&Id) -> bool) {
        let at = &self.positions;
        let groups = Some(&self.groups).filter(|groups| !groups.is_empty());
        let mut merging = Merging { groups, ..Merging::default() };
        for (number, link) in case.links().iter().enumerate() {
            if hidden(&link.id) {
                continue;
            }
            match (at.get(&link.from), at.get(&link.to)) {
                (Some(from), Some(to)) => merging.push(*from, *to, Place::Link(number as u32)),
                // The end of a visible link is visible too: it has no place only as an event that is a tie.
                _ => self.loose += 1,
            }
        }
        for (number, event) in case.events().iter().enumerate().filter(|(_, event)| !hidden(&event.id)) {
            let people = event.participants.iter().filter_map(|participant| at.get(&participant.entity).copied());
            let place = Place::Event(number as u32);
            if let Some(middle) = at.get(&event.id) {
                people.for_each(|person| merging.push(*middle, person, place));
            } else {
                let people: Vec<u32> = people.collect();
                pairs(&people).for_each(|(from, to)| merging.push(from, to, place));
            }
        }
        let Merging { ends, ties, merged, .. } = merging;
        (self.ends, self.ties, self.merged) = (ends, ties, merged);
    }

    /// The folded group that a node is, with those of its members that are not hidden.
    pub fn group(&self, node: u32) -> Option<&Folded> {
        self.groups.get(&node)
    }

    /// How many ties a tie stands for.
    pub fn merged(&self, tie: u32) -> u32 {
        self.merged.get(&tie).copied().unwrap_or(1)
    }

    /// The ties that stand for a link or an event: none where another speaks for it.
    pub fn ties_for(&self, place: Place) -> Range<u32> {
        // Ties stand in the order of the case, links before events.
        let first = self.ties.partition_point(|tie| order(*tie) < order(place));
        let of_it = self.ties[first..].iter().take_while(|tie| **tie == place).count();
        first as u32..(first + of_it) as u32
    }

    /// Everything that a tie into a group stands for, in the order of their members.
    pub fn behind(&self, case: &Case, tie: u32) -> Vec<Id> {
        let (from, to) = self.ends[tie as usize];
        // Asked from the end with fewer things.
        let things = |node: u32| self.groups.get(&node).map_or(1, |group| group.members.len());
        let (from, to) = if things(from) <= things(to) { (from, to) } else { (to, from) };
        let own = std::slice::from_ref(&self.ids[from as usize]);
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for id in self.groups.get(&from).map_or(own, |group| &group.members) {
            for tied in case.graph().neighbours(id.as_str()) {
                if self.positions.get(tied.id) == Some(&to) && seen.insert(tied.tie.item()) {
                    found.push(tied.tie.item().clone());
                }
            }
        }
        found
    }

    /// How a node stands in the window.
    pub fn state(&self, node: u32, answers: &Answers) -> NodeState {
        match self.groups.get(&node) {
            Some(group) => fold::state(answers, group.members.iter()),
            None => node_state(answers.at(self.places[node as usize])),
        }
    }
}

/// Links before events, as ties stand in the plane.
fn order(place: Place) -> (u8, u32) {
    match place {
        Place::Link(at) => (0, at),
        Place::Event(at) => (1, at),
        Place::Source(at) | Place::Entity(at) | Place::Story(at) => (2, at),
    }
}

/// Ties being gathered: one for all between two nodes of which one is a group, none within a group.
#[derive(Default)]
struct Merging<'a> {
    groups: Option<&'a BTreeMap<u32, Folded>>,
    known: HashMap<(u32, u32), u32>,
    ends: Vec<(u32, u32)>,
    ties: Vec<Place>,
    merged: HashMap<u32, u32>,
}

impl Merging<'_> {
    fn push(&mut self, from: u32, to: u32, place: Place) {
        let is_group = |node| self.groups.is_some_and(|groups| groups.contains_key(node));
        if is_group(&from) || is_group(&to) {
            if from == to {
                return;
            }
            let tie = self.ends.len() as u32;
            let known = *self.known.entry((from.min(to), from.max(to))).or_insert(tie);
            if known != tie {
                *self.merged.entry(known).or_insert(1) += 1;
                return;
            }
        }
        self.ends.push((from, to));
        self.ties.push(place);
    }
}

/// The network, and where its nodes are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    base: Arc<Base>,
    /// Where each node is, in points at zoom 1.
    pub at: Vec<Pos2>,
    grid: Grid,
    /// Mean distance of neighbouring nodes, in points at zoom 1.
    spacing: f32,
}

impl Deref for Plane {
    type Target = Base;

    fn deref(&self) -> &Base {
        &self.base
    }
}

impl Plane {
    /// What of a case is not hidden, where the layout puts it; what is pinned, where it is pinned.
    pub fn new(case: &Case, layout: &Layout, hidden: &dyn Fn(&Id) -> bool) -> Self {
        Self { base: Arc::new(Base::new(case, layout, hidden)), ..Self::default() }.with_pins(case)
    }

    /// The same network with the pins that the case has now.
    #[must_use]
    pub fn with_pins(mut self, case: &Case) -> Self {
        self.at = self.base.laid.clone();
        for (id, (x, y)) in &case.view().pins {
            // What is folded keeps its pin for when it is unfolded.
            if let Some(node) = self.position(id).filter(|node| !self.base.groups.contains_key(node)) {
                self.at[node as usize] = Pos2::new(*x as f32, *y as f32);
            }
        }
        for (node, group) in &self.base.groups {
            if let Some(at) = fold::pin(case, group) {
                self.at[*node as usize] = at;
            }
        }
        self.grid = Grid::new(&self.at);
        let bounds = self.grid.bounds;
        let area = (bounds.width() * bounds.height()).max(1.0);
        self.spacing = (area / self.at.len().max(1) as f32).sqrt();
        self
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The position of a node.
    pub fn position(&self, id: &Id) -> Option<u32> {
        self.positions.get(id).copied()
    }

    /// The look of a node.
    pub fn look(&self, node: u32) -> KindLook {
        self.looks[usize::from(self.look_of[node as usize])]
    }

    /// All nodes within this rectangle of the plane.
    pub fn bounds(&self) -> Rect {
        self.grid.bounds
    }

    /// Radius of a node on screen, in points: as in a small network where there is room, less where it is crowded.
    pub fn radius(&self, node: u32, camera: Camera) -> f32 {
        let ties = self.ties_of[node as usize];
        let is_event = matches!(self.places[node as usize], Place::Event(_)) && !self.groups.contains_key(&node);
        let size = self.size_of.as_ref().map(|sizes| sizes[node as usize]);
        let free = size.unwrap_or_else(|| radius(ties as usize, is_event)) * node_scale(camera);
        let crowded = (FILLED * self.spacing * camera.zoom).max(LEAST_RADIUS);
        let share = size.map_or_else(|| (ties as f32 / self.mean_ties).sqrt(), |size| size / USUAL_RADIUS);
        let share = share.clamp(0.7, LARGEST);
        free.min(crowded * share).max(LEAST_RADIUS)
    }

    /// The magnification at which neighbours lie so far apart that their names can be read, in the mean.
    pub fn reading_zoom(&self) -> f32 {
        (READING_DISTANCE / self.spacing.max(1e-3)).clamp(*ZOOM_RANGE.start(), 2.0)
    }

    /// The largest radius of any node.
    pub fn largest_radius(&self, camera: Camera) -> f32 {
        self.order.first().map_or(0.0, |node| self.radius(*node, camera))
    }

    /// The nodes whose centre lies in a rectangle of the plane; once each, in no order. Stops after `most`.
    pub fn nodes_in(&self, area: Rect, most: usize) -> Vec<u32> {
        let mut found = Vec::new();
        for cell in self.grid.cells_in(area) {
            for node in self.grid.cell(cell).iter().filter(|node| area.contains(self.at[**node as usize])) {
                if found.len() == most {
                    return found;
                }
                found.push(*node);
            }
        }
        found
    }

    /// The node at a point of the view: the nearest of those whose mark is there.
    pub fn pick(&self, at: Pos2, camera: Camera, size: Vec2) -> Option<u32> {
        let reach = self.largest_radius(camera) + PICK_REACH;
        let area = Rect::from_center_size(at, Vec2::splat(2.0 * reach));
        let area = Rect::from_two_pos(camera.to_plane(area.min, size), camera.to_plane(area.max, size));
        let mut best: Option<(f32, u32)> = None;
        for cell in self.grid.cells_in(area) {
            for node in self.grid.cell(cell) {
                let distance = camera.to_view(self.at[*node as usize], size).distance(at);
                let is_nearer = best.is_none_or(|(least, known)| (distance, *node) < (least, known));
                if is_nearer && distance <= self.radius(*node, camera) + PICK_REACH {
                    best = Some((distance, *node));
                }
            }
        }
        best.map(|(_, node)| node)
    }

    /// The tie at a point of the view: the nearest, if it is near enough. Looks at every tie.
    pub fn pick_tie(&self, at: Pos2, camera: Camera, size: Vec2) -> Option<u32> {
        let reach = camera.distance(Vec2::splat(TIE_REACH)).abs();
        let here = camera.to_plane(at, size);
        let area = Rect::from_center_size(here, 2.0 * reach);
        let mut best: Option<(f32, u32)> = None;
        for (tie, (from, to)) in self.ends.iter().enumerate() {
            let (from, to) = (self.at[*from as usize], self.at[*to as usize]);
            if !Rect::from_two_pos(from, to).intersects(area) {
                continue;
            }
            let (from, to) = (camera.to_view(from, size), camera.to_view(to, size));
            let along = to - from;
            let share = ((at - from).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
            let distance = at.distance(from + along * share);
            if distance <= TIE_REACH && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, tie as u32));
            }
        }
        best.map(|(_, tie)| tie)
    }
}

/// Nodes are picked from so many points around their mark.
const PICK_REACH: f32 = 3.0;
/// Ties are picked from so many points away.
const TIE_REACH: f32 = 4.0;

/// How much larger nodes are drawn at a magnification: they grow less than distances do.
pub fn node_scale(camera: Camera) -> f32 {
    camera.zoom.sqrt().clamp(0.45, 1.15)
}

/// Points in the cells of a grid.
#[derive(Clone, Debug, PartialEq)]
struct Grid {
    bounds: Rect,
    columns: usize,
    rows: usize,
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Default for Grid {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Grid {
    fn new(points: &[Pos2]) -> Self {
        let bounds = if points.is_empty() {
            Rect::from_min_size(Pos2::ZERO, Vec2::ZERO)
        } else {
            points.iter().fold(Rect::NOTHING, |bounds, at| bounds.union(Rect::from_pos(*at)))
        };
        let cells = (points.len() as f32 * CELLS_PER_NODE).clamp(1.0, 250_000.0);
        let aspect = (bounds.width().max(1.0) / bounds.height().max(1.0)).clamp(0.01, 100.0);
        let columns = (cells * aspect).sqrt().ceil().max(1.0) as usize;
        let rows = (cells / aspect).sqrt().ceil().max(1.0) as usize;
        let mut this =
            Self { bounds, columns, rows, starts: vec![0; columns * rows + 1], nodes: vec![0; points.len()] };
        let cell_of: Vec<usize> = points.iter().map(|at| this.row(at.y) * columns + this.column(at.x)).collect();
        for cell in &cell_of {
            this.starts[cell + 1] += 1;
        }
        for cell in 0..columns * rows {
            this.starts[cell + 1] += this.starts[cell];
        }
        let mut next = this.starts.clone();
        for (node, cell) in cell_of.iter().enumerate() {
            this.nodes[next[*cell] as usize] = node as u32;
            next[*cell] += 1;
        }
        this
    }

    fn column(&self, x: f32) -> usize {
        let share = (x - self.bounds.left()) / self.bounds.width().max(1e-6);
        ((share * self.columns as f32).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        let share = (y - self.bounds.top()) / self.bounds.height().max(1e-6);
        ((share * self.rows as f32).max(0.0) as usize).min(self.rows - 1)
    }

    fn cells_in(&self, area: Rect) -> impl Iterator<Item = usize> {
        let columns = self.column(area.left())..=self.column(area.right());
        let rows = self.row(area.top())..=self.row(area.bottom());
        let width = self.columns;
        let is_near = area.intersects(self.bounds);
        rows.filter(move |_| is_near).flat_map(move |row| columns.clone().map(move |column| row * width + column))
    }

    fn cell(&self, cell: usize) -> &[u32] {
        &self.nodes[self.starts[cell] as usize..self.starts[cell + 1] as usize]
    }
}
