//! What is to be drawn: nodes with their looks, ties with theirs.

use std::collections::HashMap;

use emath::{Pos2, Rect};

use super::Network;
use super::fold;
use super::plane::{folds_events, node_scale};
use crate::model::Id;
use crate::model::claim::{Nature, contested};
use crate::model::link::{Direction, Link, Strength};
use crate::model::time::{Answer, When};
use crate::scene::styles::{Scale, look_of};
use crate::scene::{KindLook, Level, Light, NodeState, node_state};

/// A node on screen.
pub struct Node<'a> {
    pub id: &'a Id,
    pub name: &'a str,
    pub aliases: &'a [String],
    pub look: KindLook,
    pub code: Option<&'a str>,
    pub centre: Pos2,
    pub radius: f32,
    pub ties: usize,
    pub state: NodeState,
    pub level: Level,
    pub is_event: bool,
    pub is_focused: bool,
    pub is_pinned: bool,
    pub is_unsourced: bool,
    /// It lies outside the neighbourhood that is looked at.
    pub is_beyond: bool,
    pub nature: Nature,
    /// It stands for so many things.
    pub folded: Option<String>,
}

impl Node<'_> {
    /// Whether any of it may be seen, rings included.
    pub fn is_in(&self, view: Rect) -> bool {
        view.expand(self.radius + 20.0).contains(self.centre)
    }
}

/// A tie on screen.
pub struct Tie<'a> {
    /// The thing that explains it: the link, or the event.
    pub id: &'a Id,
    pub from: usize,
    pub to: usize,
    pub label: &'a str,
    pub when: Option<&'a When>,
    pub strength: Strength,
    pub direction: Direction,
    pub is_implied: bool,
    pub is_contested: bool,
    pub is_unsourced: bool,
    pub answer: Answer,
    pub level: Level,
    /// It hangs on something selected: lit, with its label.
    pub is_lit: bool,
    /// Both of its ends are selected: the red thread.
    pub is_thread: bool,
    pub is_participation: bool,
    /// Its width by an attribute, where widths are; in points.
    pub width: Option<f32>,
    /// It stands for so many ties.
    pub count: usize,
}

/// Radius of a node with so many ties.
pub fn radius(ties: usize, is_event: bool) -> f32 {
    let root = (ties as f32).sqrt();
    if is_event { (5.0 + 1.8 * root).clamp(7.0, 12.0) } else { (8.0 + 3.2 * root).clamp(9.0, 24.0) }
}

/// The nodes to be drawn, or those of a large network that are drawn one by one.
pub fn nodes<'a>(input: &Network<'a>, light: &Light) -> Vec<Node<'a>> {
    match &input.part {
        Some(part) => part.nodes(input, light),
        None => all_nodes(input, light),
    }
}

/// The ties to be drawn, in the order of the case.
pub fn ties<'a>(input: &Network<'a>, nodes: &[Node<'a>], light: &Light) -> Vec<Tie<'a>> {
    match &input.part {
        Some(part) => part.ties(input, nodes, light),
        None => all_ties(input, nodes, light),
    }
}

fn all_nodes<'a>(input: &Network<'a>, light: &Light) -> Vec<Node<'a>> {
    let places = input.layout.by_id();
    let dragged: HashMap<&Id, Pos2> = input.dragged.iter().map(|(id, at)| (id, *at)).collect();
    let scale = node_scale(input.camera);
    let view = input.case.view();
    let sizes = Scale::of_nodes(input.case);
    let place = |id: &Id| {
        let pin = view.pins.get(id).map(|(x, y)| Pos2::new(*x as f32, *y as f32));
        let plane = dragged.get(id).copied().or(pin).or_else(|| places.get(id).copied())?;
        Some(input.camera.to_view(plane, input.size))
    };
    let node = |id: &'a Id, is_event: bool| -> Option<Node<'a>> {
        if (input.emphasis.hidden)(id) || input.folds.of(id).is_some() {
            return None;
        }
        let item = input.case.item(id.as_str())?;
        let ties = input.case.graph().degree(id.as_str());
        Some(Node {
            id,
            name: item.name(),
            aliases: &[],
            look: look_of(input.case, item)?,
            code: None,
            centre: place(id)?,
            radius: sizes.as_ref().map_or_else(|| radius(ties, is_event), |sizes| sizes.radius(item)) * scale,
            ties,
            state: node_state(input.emphasis.answers.of(id.as_str())),
            level: light.level(id, &input.emphasis),
            is_event,
            is_focused: input.emphasis.focused == Some(id),
            is_pinned: view.pins.contains_key(id),
            is_unsourced: item.is_unsourced(),
            is_beyond: input.emphasis.is_beyond(id),
            nature: Nature::Fact,
            folded: None,
        })
    };
    let mut nodes = Vec::new();
    for entity in input.case.entities() {
        nodes.extend(node(&entity.id, false).map(|node| Node {
            code: entity.code.as_deref(),
            aliases: &entity.aliases,
            ..node
        }));
    }
    if !folds_events(input.case) {
        for event in input.case.events() {
            let node = node(&event.id, true);
            nodes.extend(node.map(|node| Node { nature: event.nature, ..node }));
        }
    }
    nodes.extend(input.folds.groups().iter().filter_map(|group| {
        let node = fold::node(input, light, group)?;
        let plane = dragged.get(&group.id).copied().or_else(|| fold::pin(input.case, group));
        let plane = plane.or_else(|| places.get(&group.id).copied())?;
        Some(Node { centre: input.camera.to_view(plane, input.size), radius: node.radius * scale, ..node })
    }));
    give_room(&mut nodes);
    nodes
}

/// With fewer nodes than this each has room.
const CROWD: usize = 30;
/// Share of the distance between neighbours that the mean radius may take.
const FILLED: f32 = 0.36;
/// Least radius of a node that is made smaller, in points: below it is a dot.
const LEAST: f32 = 3.5;

/// Makes nodes smaller, all by the same share, where they would lie on each other.
fn give_room(nodes: &mut [Node<'_>]) {
    if nodes.len() < CROWD {
        return;
    }
    let bounds = nodes.iter().fold(Rect::NOTHING, |bounds, node| bounds.union(Rect::from_pos(node.centre)));
    // What stands in a row has the room above and below it.
    let (width, height) = (bounds.width().max(bounds.height() / 3.0), bounds.height().max(bounds.width() / 3.0));
    let spacing = (width * height / nodes.len() as f32).sqrt();
    let mean = nodes.iter().map(|node| node.radius).sum::<f32>() / nodes.len() as f32;
    let share = FILLED * spacing / mean.max(0.1);
    if share < 1.0 {
        for node in nodes {
            node.radius = (node.radius * share).max(LEAST.min(node.radius));
        }
    }
}

/// Ties whose ends are drawn.
fn all_ties<'a>(input: &Network<'a>, nodes: &[Node<'a>], light: &Light) -> Vec<Tie<'a>> {
    let drawn: HashMap<&Id, usize> = nodes.iter().enumerate().map(|(at, node)| (node.id, at)).collect();
    let at = |id: &Id| drawn.get(input.folds.node(id)).copied();
    // What lies within a group is not drawn.
    let is_apart = |from: usize, to: usize| from != to || nodes[from].folded.is_none();
    let mut ties = Vec::new();
    for link in input.case.links() {
        if (input.emphasis.hidden)(&link.id) {
            continue;
        }
        if (input.emphasis.hidden)(&link.from) || (input.emphasis.hidden)(&link.to) {
            continue;
        }
        let (Some(from), Some(to)) = (at(&link.from), at(&link.to)) else { continue };
        if is_apart(from, to) {
            ties.push(of_link(input, light, nodes, link, (from, to)));
        }
    }
    for event in input.case.events() {
        if (input.emphasis.hidden)(&event.id) {
            continue;
        }
        let people: Vec<(usize, &str)> = (event.participants.iter())
            .filter(|participant| !(input.emphasis.hidden)(&participant.entity))
            .filter_map(|participant| Some((at(&participant.entity)?, participant.role.as_str())))
            .collect();
        if let Some(middle) = at(&event.id) {
            let people = people.iter().filter(|(person, _)| is_apart(middle, *person));
            ties.extend(
                people.map(|(person, role)| Tie {
                    label: role,
                    ..plain(input, light, nodes, &event.id, middle, *person)
                }),
            );
        } else {
            let people: Vec<usize> = people.iter().map(|(person, _)| *person).collect();
            ties.extend(pairs(&people).map(|(from, to)| Tie {
                label: &event.title,
                when: event.when.as_ref(),
                ..plain(input, light, nodes, &event.id, from, to)
            }));
        }
    }
    ties
}

/// The tie of a link between two nodes.
pub fn of_link<'a>(
    input: &Network<'a>,
    light: &Light,
    nodes: &[Node<'_>],
    link: &'a Link,
    (from, to): (usize, usize),
) -> Tie<'a> {
    Tie {
        label: &link.relation,
        when: link.when.as_ref(),
        strength: link.strength,
        direction: link.direction,
        is_implied: link.implied,
        is_contested: !contested(&link.claims).is_empty(),
        is_unsourced: link.cites.is_empty() && link.claims.iter().all(|claim| claim.cites.is_empty()),
        is_participation: false,
        width: input.widths.map(|widths| widths.width(link)),
        ..plain(input, light, nodes, &link.id, from, to)
    }
}

/// Participants with more of them than this are tied to the first only: all pairs would be a thicket.
const MOST_ALL_PAIRS: usize = 6;

/// Who is tied to whom by an event in which these took part.
pub fn pairs<T: Copy + PartialEq>(people: &[T]) -> impl Iterator<Item = (T, T)> {
    let all = people.len() <= MOST_ALL_PAIRS;
    people.iter().enumerate().flat_map(move |(at, from)| {
        let others = if all || at == 0 { &people[at + 1..] } else { &[] };
        others.iter().filter(move |to| *to != from).map(move |to| (*from, *to))
    })
}

/// A participation without words; the caller fills in what a link has more.
pub fn plain<'a>(
    input: &Network<'a>,
    light: &Light,
    nodes: &[Node<'_>],
    id: &'a Id,
    from: usize,
    to: usize,
) -> Tie<'a> {
    let selected = input.emphasis.selected;
    let ends = [&nodes[from], &nodes[to]];
    let both = ends.iter().all(|end| end.level == Level::Selected);
    let either = ends.iter().any(|end| end.level == Level::Selected) || selected.contains(id);
    let pointed = input.emphasis.hovered.is_some_and(|hovered| {
        hovered == id || ends.iter().any(|end| end.id == hovered || end.folded.is_some() && end.level == Level::Hovered)
    });
    Tie {
        id,
        from,
        to,
        label: "",
        when: None,
        strength: Strength::Confirmed,
        direction: Direction::Neither,
        is_implied: false,
        is_contested: false,
        is_unsourced: false,
        answer: input.emphasis.answers.of(id.as_str()),
        level: if pointed {
            Level::Lit
        } else {
            let is_beyond = ends.iter().any(|end| end.is_beyond);
            light.level(id, &input.emphasis).max(if light.is_on() || is_beyond { Level::Dimmed } else { Level::Plain })
        },
        is_lit: either || pointed,
        is_thread: both || selected.contains(id),
        is_participation: true,
        width: None,
        count: 1,
    }
}
