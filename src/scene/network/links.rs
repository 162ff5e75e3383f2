//! Ties as lines: how sure, how dated, how lit; with heads and signs.

use std::collections::BTreeMap;

use emath::{Pos2, Rect, Vec2, vec2};

use super::Network;
use super::gather::{Node, Tie};
use crate::layout::network::edges::{Parallel, Stop, routes as ways};
use crate::model::Id;
use crate::model::link::{Direction, Strength};
use crate::model::time::Answer;
use crate::scene::looks::{DIMMED_LINK, LINK_WIDTH, LIT_WIDTH, TENTATIVE, UNCONFIRMED, dimmed};
use crate::scene::marks::{push_arrowhead, push_badge, push_contested, push_knot, push_ticks, push_unsourced};
use crate::scene::{Ink, Item, Level, Role, Scene, Stroke, Style};

/// From the border of a node to the end of a line; more where the node has a ring.
const GAP: f32 = 2.5;
const GAP_RING: f32 = 7.5;
/// Weight of the lines of what is pointed at, and of the red thread.
const POINTED_WIDTH: f32 = 2.0;
const THREAD_WIDTH: f32 = 2.5;
/// Weight of several lines drawn as one.
const BUNDLE_WIDTH: f32 = 3.2;
/// With more lines than this they end at a circle around each node and not at its shape: nobody could tell.
const MOST_EXACT: usize = 600;
/// Below this magnification arrowheads go.
const LEAST_HEAD_ZOOM: f32 = 0.35;
/// Below this magnification lines outside the window go.
const LEAST_FADED_ZOOM: f32 = 0.12;

/// The way of a tie on screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    pub points: Vec<Pos2>,
    pub bundle: Option<usize>,
}

/// The ways of all ties.
pub fn routes(input: &Network<'_>, nodes: &[Node<'_>], ties: &[Tie<'_>]) -> Vec<Drawn> {
    let stops: Vec<Stop> = nodes.iter().map(|node| Stop { centre: node.centre, radius: node.radius + 3.0 }).collect();
    let ends: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.from, tie.to)).collect();
    let is_crowded = ties.len() > MOST_EXACT;
    let reach = |node: usize, way: Vec2| {
        let node = &nodes[node];
        let gap = if node.level == Level::Selected { GAP_RING } else { GAP };
        let share = if is_crowded { 1.0 } else { node.look.shape.reach(way) };
        share * node.radius + gap
    };
    // What is selected as a whole is told apart; what leads into a group is one line.
    let parallel = |members: &[usize]| {
        let is_chosen = |at: &usize| input.emphasis.selected.contains(ties[*at].id);
        let into_group = members
            .first()
            .is_some_and(|at| [ties[*at].from, ties[*at].to].iter().any(|end| nodes[*end].folded.is_some()));
        if members.len() > 1 && members.iter().all(is_chosen) {
            Parallel::Fanned
        } else if into_group {
            Parallel::Merged
        } else {
            Parallel::ByNumber
        }
    };
    ways(&stops, &ends, &reach, &parallel)
        .into_iter()
        .zip(ties)
        .map(|(route, tie)| {
            // In a large network one tie stands for all that lead into a group.
            let merged = (tie.count > 1 && !route.points.is_empty()).then_some(tie.count);
            Drawn { points: route.points, bundle: route.bundled.filter(|count| *count > 0).or(merged) }
        })
        .collect()
}

/// Lets the first tie of each line that is drawn for several speak for all: as sure as the surest of them, in the window
/// as the best of them, with a head only where they agree on a direction.
pub fn merge(ties: &mut [Tie<'_>], routes: &[Drawn]) {
    let ends = |tie: &Tie<'_>| (tie.from.min(tie.to), tie.from.max(tie.to));
    let mut first: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, drawn) in routes.iter().enumerate().filter(|(_, drawn)| drawn.bundle.is_some()) {
        if !drawn.points.is_empty() {
            first.insert(ends(&ties[at]), at);
        }
    }
    for at in 0..if first.is_empty() { 0 } else { ties.len() } {
        let Some(speaks) = first.get(&ends(&ties[at])).copied().filter(|speaks| *speaks != at) else { continue };
        let (from, strength, answer, lit) = (ties[at].from, ties[at].strength, ties[at].answer, ties[at].is_lit);
        let (direction, thread, level) = (ties[at].direction, ties[at].is_thread, ties[at].level);
        let is_participation = ties[at].is_participation;
        let tie = &mut ties[speaks];
        if tie.direction != direction || tie.from != from {
            tie.direction = Direction::Neither;
        }
        tie.strength = tie.strength.min(strength);
        tie.answer = best(tie.answer, answer);
        tie.is_lit |= lit;
        tie.is_thread |= thread;
        tie.level = tie.level.min(level);
        tie.is_participation &= is_participation;
    }
}

fn best(one: Answer, other: Answer) -> Answer {
    let rank = |answer| match answer {
        Answer::Certain => 0,
        Answer::Possible => 1,
        Answer::Undated => 2,
        Answer::Out => 3,
    };
    if rank(one) <= rank(other) { one } else { other }
}

/// The ties of each line that is drawn for several, by the first of them.
pub fn bundles(ties: &[Tie<'_>], routes: &[Drawn]) -> BTreeMap<Id, Vec<Id>> {
    let mut bundles: BTreeMap<(usize, usize), Vec<&Id>> = BTreeMap::new();
    let ends = |tie: &Tie<'_>| (tie.from.min(tie.to), tie.from.max(tie.to));
    let first = ties.iter().zip(routes).filter(|(_, drawn)| drawn.bundle.is_some());
    for (tie, _) in first {
        bundles.insert(ends(tie), Vec::new());
    }
    if bundles.is_empty() {
        return BTreeMap::new();
    }
    for tie in ties {
        if let Some(bundle) = bundles.get_mut(&ends(tie)) {
            bundle.push(tie.id);
        }
    }
    let named =
        bundles.into_values().filter_map(|ids| Some(((*ids.first()?).clone(), ids.into_iter().cloned().collect())));
    named.collect()
}

/// Draws the lines: faded, then plain, then lit ones.
pub fn push(scene: &mut Scene, input: &Network<'_>, ties: &[Tie<'_>], routes: &[Drawn], view: Rect) {
    let mut order: Vec<usize> = (0..ties.len())
        .filter(|at| routes[*at].points.len() > 1 && Rect::from_points(&routes[*at].points).intersects(view))
        .collect();
    if input.camera.zoom < LEAST_FADED_ZOOM {
        let all = order.len();
        order.retain(|at| layer(&ties[*at]) > 0);
        scene.omit("omitted-faded-links", all - order.len());
    }
    if input.camera.zoom < LEAST_HEAD_ZOOM {
        scene.omit("omitted-heads", order.iter().filter(|at| has_head(&ties[**at])).count());
    }
    order.sort_by_key(|at| layer(&ties[*at]));
    let share = transparency(&order, routes, view);
    for at in order {
        push_line(&mut scene.items, input, &ties[at], &routes[at], share);
    }
}

/// Lines may cover so much of what lies between them before they are seen through, as a share of it.
const MOST_COVERED: f32 = 0.35;
/// Fewer lines than this are told apart wherever they run.
const FEW_LINES: usize = 150;
/// Least share of a line that is left of it.
const LEAST_SEEN: f32 = 0.16;

/// How much of each line is left where there are so many that they would cover the ground: then many over each other
/// are darker than few, and one can see where they run.
fn transparency(order: &[usize], routes: &[Drawn], view: Rect) -> f32 {
    if order.len() < FEW_LINES {
        return 1.0;
    }
    let mut bounds = Rect::NOTHING;
    let mut covered = 0.0;
    for at in order {
        let points = &routes[*at].points;
        covered += points.windows(2).map(|ends| ends[0].distance(ends[1])).sum::<f32>() * LINK_WIDTH;
        bounds = bounds.union(Rect::from_points(points));
    }
    let ground = bounds.intersect(view).area().max(1.0);
    // What lies outside the view is as likely to be covered as what lies in it.
    let seen = ground / bounds.area().max(1.0);
    (MOST_COVERED / (covered * seen / ground).max(1e-6)).clamp(LEAST_SEEN, 1.0)
}

fn has_head(tie: &Tie<'_>) -> bool {
    !tie.is_participation && tie.direction != Direction::Neither
}

/// Faded, plain, lit, the red thread.
fn layer(tie: &Tie<'_>) -> u8 {
    match (tie.is_thread, tie.is_lit, tie.answer) {
        (true, ..) => 3,
        (_, true, _) => 2,
        (_, _, Answer::Out) => 0,
        _ => 1,
    }
}

fn ink(tie: &Tie<'_>) -> Ink {
    let role = match tie.answer {
        _ if tie.is_thread => Role::Thread,
        Answer::Out => Role::LinkFaded,
        _ if tie.is_lit => Role::LinkLit,
        _ => Role::Link,
    };
    // Lines between events and their participants are quieter than links: the diamond speaks for them.
    let ink = if tie.is_participation && role == Role::Link { Ink::new(role).strength(0.72) } else { Ink::new(role) };
    if tie.level == Level::Dimmed && !tie.is_thread { dimmed(ink, DIMMED_LINK) } else { ink }
}

fn push_line(items: &mut Vec<Item>, input: &Network<'_>, tie: &Tie<'_>, drawn: &Drawn, share: f32) {
    let ink = ink(tie);
    let ink = if tie.is_lit || drawn.bundle.is_some() { ink } else { ink.alpha(ink.alpha * share) };
    let width = match (tie.is_thread, drawn.bundle, tie.is_lit) {
        (true, ..) => THREAD_WIDTH,
        (_, Some(_), _) => BUNDLE_WIDTH.max(tie.width.unwrap_or_default()),
        (.., lit) if tie.width.is_some() => tie.width.unwrap_or(LINK_WIDTH).max(if lit { LIT_WIDTH } else { 0.0 }),
        (_, _, true) if tie.level == Level::Lit => POINTED_WIDTH,
        (_, _, true) => LIT_WIDTH,
        _ if tie.is_participation => 1.0,
        _ => LINK_WIDTH,
    };
    let style = match tie.strength {
        Strength::Confirmed => Style::Solid,
        Strength::Tentative => TENTATIVE,
        Strength::Unconfirmed => UNCONFIRMED,
    };
    let mut points = drawn.points.clone();
    let heads = input.camera.zoom >= LEAST_HEAD_ZOOM && has_head(tie);
    if heads {
        head(items, &mut points, width, ink, tie.is_implied);
    }
    if heads && tie.direction == Direction::Both {
        points.reverse();
        head(items, &mut points, width, ink, tie.is_implied);
    }
    if tie.answer == Answer::Possible {
        push_ticks(items, &points, ink);
    }
    items.push(Item::Line { points, stroke: Stroke::new(width, ink).style(style) });
    if tie.is_thread
        && let [first, .., last] = drawn.points[..]
    {
        push_knot(items, first);
        push_knot(items, last);
    }
    let middle = along(&drawn.points, 0.5);
    match sign(tie, drawn) {
        Some(Sign::Bundle(count)) => {
            push_badge(items, middle - vec2(8.0, 0.0), &count.to_string(), Role::Text2);
        }
        Some(Sign::Contested) => push_contested(items, middle, 7.0, ink),
        Some(Sign::Unsourced) => push_unsourced(items, middle, ink),
        None => {}
    }
}

/// What stands on the middle of a line.
enum Sign {
    Bundle(usize),
    Contested,
    Unsourced,
}

/// Where more ties than this have no source, the rings that say so would say it of everything: they are counted.
const MOST_UNSOURCED: usize = 40;

/// Leaves out the rings of ties without a source where there are too many; how many.
pub fn quieten(ties: &mut [Tie<'_>]) -> usize {
    let unsourced = ties.iter().filter(|tie| tie.is_unsourced && !tie.is_participation).count();
    if unsourced <= MOST_UNSOURCED {
        return 0;
    }
    for tie in ties {
        tie.is_unsourced &= tie.is_lit;
    }
    unsourced
}

fn sign(tie: &Tie<'_>, drawn: &Drawn) -> Option<Sign> {
    match drawn.bundle {
        Some(count) => Some(Sign::Bundle(count)),
        None if tie.is_contested => Some(Sign::Contested),
        None if tie.is_unsourced && !tie.is_participation => Some(Sign::Unsourced),
        None => None,
    }
}

/// The room that the signs on lines take.
pub fn signs(ties: &[Tie<'_>], routes: &[Drawn]) -> Vec<Rect> {
    (ties.iter().zip(routes))
        .filter(|(tie, drawn)| drawn.points.len() > 1 && sign(tie, drawn).is_some())
        .map(|(_, drawn)| Rect::from_center_size(along(&drawn.points, 0.5), Vec2::splat(20.0)))
        .collect()
}

/// Puts a head on the last point and lets the line end behind it.
fn head(items: &mut Vec<Item>, points: &mut [Pos2], width: f32, ink: Ink, hollow: bool) {
    let [.., before, tip] = points else { return };
    let direction = *tip - *before;
    if direction.length() > 0.5 {
        *tip = push_arrowhead(items, *tip, direction.normalized(), width.min(2.5), ink, hollow);
    }
}

/// The point at a share of the length of a line.
pub fn along(points: &[Pos2], share: f32) -> Pos2 {
    let lengths: Vec<f32> = points.windows(2).map(|ends| ends[0].distance(ends[1])).collect();
    let mut left = lengths.iter().sum::<f32>() * share;
    for (ends, length) in points.windows(2).zip(&lengths) {
        if left <= *length && *length > 0.0 {
            return ends[0].lerp(ends[1], left / length);
        }
        left -= length;
    }
    points.last().copied().unwrap_or_default()
}
