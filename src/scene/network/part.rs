//! Of a large network, what is drawn one by one above the picture of all: the most important nodes in view, what is
//! selected and pointed at, and where few are in view, all of them with their ties.

use std::collections::{BTreeSet, HashMap};

use emath::{Pos2, Rect};

use super::Network;
use super::cloud::{Cloud, LeftOut};
use super::fold;
use super::gather::{Node, Tie, of_link, plain};
use super::plane::Plane;
use crate::layout::network::camera::Camera;
use crate::model::Id;
use crate::model::case::Place;
use crate::model::claim::Nature;
use crate::scene::{Item, Light, Scene, node_state};

/// So many nodes are drawn one by one.
const MOST_NODES: usize = 160;
/// If no more nodes than [`MOST_NODES`] are in view, so many of their ties are drawn one by one too.
const MOST_TIES: usize = 500;
/// So many ties of what is selected or pointed at are drawn one by one.
const MOST_LIT: usize = 300;
/// Share of the picture's opacity while something is pointed at.
const RECEDED: f32 = 0.45;

/// What is drawn one by one, and the picture below it.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The whole network.
    pub plane: &'a Plane,
    /// The picture below; none until one is drawn.
    pub cloud: Option<&'a Cloud>,
    /// Nodes and ties that are always drawn one by one: those that the picture leaves out.
    pub sharp: &'a LeftOut,
}

/// What is to be drawn one by one in a view that comes to rest here: the picture leaves it out. Where a neighbourhood is
/// looked at, that comes before the rest.
pub fn sharp(plane: &Plane, camera: Camera, size: emath::Vec2, near: Option<&dyn Fn(&Id) -> bool>) -> LeftOut {
    let view = Rect::from_min_size(Pos2::ZERO, size).expand(plane.largest_radius(camera));
    let area = Rect::from_two_pos(camera.to_plane(view.min, size), camera.to_plane(view.max, size));
    let found = plane.nodes_in(area, MOST_NODES + 1);
    let mut sharp = LeftOut::default();
    if found.len() > MOST_NODES {
        let in_view = plane.order.iter().filter(|node| area.contains(plane.at[**node as usize]));
        if let Some(near) = near {
            let near = in_view.filter(|node| near(&plane.ids[**node as usize]));
            sharp.nodes = near.take(MOST_NODES).copied().collect();
            let ties = sharp.nodes.iter().flat_map(|node| plane.rows.ties_of(*node).iter().zip(plane.rows.of(*node)));
            let inside = ties.filter(|(_, next)| sharp.nodes.contains(*next)).map(|(tie, _)| *tie);
            sharp.ties = inside.take(2 * MOST_TIES).collect();
            return sharp;
        }
        sharp.nodes = in_view.take(MOST_NODES).copied().collect();
        return sharp;
    }
    sharp.nodes = found.into_iter().collect();
    let count: usize = sharp.nodes.iter().map(|node| plane.ties_of[*node as usize] as usize).sum();
    if count <= 2 * MOST_TIES {
        let ties = sharp.nodes.iter().flat_map(|node| plane.rows.ties_of(*node)).copied();
        sharp.ties = ties.collect();
    }
    sharp
}

impl Part<'_> {
    /// Puts the picture on the ground.
    pub fn push_cloud(&self, scene: &mut Scene, input: &Network<'_>, recedes: bool) {
        let Some(cloud) = self.cloud else { return };
        let rect = cloud.rect(input.camera, input.size);
        let strength = if recedes { RECEDED } else { 1.0 };
        scene.items.push(Item::Pixels { rect, pixels: cloud.pixels.clone(), strength });
        scene.omit("omitted-density", cloud.ties);
        scene.omit("omitted-loose-links", self.plane.loose);
        scene.omit("omitted-lit-links", self.lit(input).1);
    }

    /// What is under the pointer with the first of its ties: of a node that is tied to thousands, all would be no light.
    pub(super) fn light(&self, input: &Network<'_>) -> Light {
        let hovered = input.emphasis.hovered;
        let Some((id, node)) = hovered.and_then(|id| Some((id, self.plane.position(id)?))) else {
            return Light::new(input.case, hovered);
        };
        let ties = self.plane.rows.ties_of(node).iter().zip(self.plane.rows.of(node));
        let lit = ties.take(MOST_LIT).flat_map(|(tie, next)| {
            let tie = input.case.at(self.plane.ties[*tie as usize]).map(|item| item.id().clone());
            [Some(self.plane.ids[*next as usize].clone()), tie].into_iter().flatten()
        });
        Light::of(id.clone(), lit.collect())
    }

    /// Ties of what is selected or pointed at, and how many of them are too many.
    fn lit(&self, input: &Network<'_>) -> (BTreeSet<u32>, usize) {
        let mut lit = BTreeSet::new();
        let mut dropped = 0;
        // A group is one node, however many of its members are selected.
        let mut seen = BTreeSet::new();
        let things = input.emphasis.hovered.into_iter().chain(input.emphasis.selected);
        for id in things {
            if let Some(node) = self.plane.position(id) {
                if !seen.insert(node) {
                    continue;
                }
                let ties = self.plane.rows.ties_of(node);
                let room = MOST_LIT.saturating_sub(lit.len());
                dropped += ties.len().saturating_sub(room);
                lit.extend(ties.iter().take(room));
            } else if let Some(place) = input.case.place(id.as_str()) {
                lit.extend(self.plane.ties_for(place));
            }
        }
        (lit, dropped)
    }

    /// The nodes that are drawn.
    pub(super) fn nodes<'a>(&self, input: &Network<'a>, light: &Light) -> Vec<Node<'a>> {
        let plane = self.plane;
        let mut wanted = self.sharp.nodes.clone();
        let selected = input.emphasis.selected.iter().chain(input.emphasis.hovered).filter_map(|id| plane.position(id));
        wanted.extend(selected.take(MOST_LIT));
        wanted.extend(input.dragged.iter().filter_map(|(id, _)| plane.position(id)));
        let ties = self.lit(input).0;
        for tie in self.sharp.ties.iter().chain(&ties) {
            let (from, to) = plane.ends[*tie as usize];
            wanted.extend([from, to]);
        }
        let dragged: HashMap<&Id, Pos2> = input.dragged.iter().map(|(id, at)| (id, *at)).collect();
        let view = input.case.view();
        let node = |at: u32| -> Option<Node<'a>> {
            if let Some(group) = plane.group(at) {
                let group = input.folds.group(&group.id)?;
                let in_plane = dragged.get(&group.id).copied().unwrap_or(plane.at[at as usize]);
                let node = fold::node(input, light, group)?;
                let centre = input.camera.to_view(in_plane, input.size);
                return Some(Node { centre, radius: plane.radius(at, input.camera), ..node });
            }
            let place = plane.places[at as usize];
            let (id, name, aliases, code, nature, is_unsourced): (&'a Id, _, &[String], _, _, _) = match place {
                Place::Entity(entity) => {
                    let entity = input.case.entities().get(entity as usize)?;
                    let item = crate::model::case::Item::Entity(entity);
                    (
                        &entity.id,
                        &entity.name,
                        &entity.aliases,
                        entity.code.as_deref(),
                        Nature::Fact,
                        item.is_unsourced(),
                    )
                }
                Place::Event(event) => {
                    let event = input.case.events().get(event as usize)?;
                    let item = crate::model::case::Item::Event(event);
                    (&event.id, &event.title, &[], None, event.nature, item.is_unsourced())
                }
                _ => return None,
            };
            let in_plane = dragged.get(id).copied().unwrap_or(plane.at[at as usize]);
            Some(Node {
                id,
                name,
                aliases,
                look: plane.look(at),
                code,
                centre: input.camera.to_view(in_plane, input.size),
                radius: plane.radius(at, input.camera),
                ties: plane.ties_of[at as usize] as usize,
                state: node_state(input.emphasis.answers.at(place)),
                level: light.level(id, &input.emphasis),
                is_event: matches!(place, Place::Event(_)),
                is_focused: input.emphasis.focused == Some(id),
                is_pinned: view.pins.contains_key(id),
                is_unsourced,
                is_beyond: input.emphasis.is_beyond(id),
                nature,
                folded: None,
            })
        };
        wanted.into_iter().filter_map(node).collect()
    }

    /// The ties that are drawn.
    pub(super) fn ties<'a>(&self, input: &Network<'a>, nodes: &[Node<'a>], light: &Light) -> Vec<Tie<'a>> {
        let at: HashMap<&Id, usize> = nodes.iter().enumerate().map(|(at, node)| (node.id, at)).collect();
        let mut wanted = self.sharp.ties.clone();
        wanted.extend(self.lit(input).0);
        let tie = |tie: u32| -> Option<Tie<'a>> {
            let (from, to) = self.plane.ends[tie as usize];
            let end = |node: u32| at.get(&self.plane.ids[node as usize]).copied();
            let ends = (end(from)?, end(to)?);
            match self.plane.ties[tie as usize] {
                Place::Link(link) => Some(of_link(input, light, nodes, input.case.links().get(link as usize)?, ends)),
                Place::Event(event) => {
                    let event = input.case.events().get(event as usize)?;
                    Some(Tie {
                        label: &event.title,
                        when: event.when.as_ref(),
                        ..plain(input, light, nodes, &event.id, ends.0, ends.1)
                    })
                }
                _ => None,
            }
        };
        let counted = |at: u32| Some(Tie { count: self.plane.merged(at) as usize, ..tie(at)? });
        wanted.into_iter().filter_map(counted).collect()
    }
}
