//! Ties as lines: how sure, how dated, how lit; with heads, marks and words.

use emath::{Pos2, Rect, Vec2, vec2};

use super::Network;
use super::gather::{Node, Tie};
use crate::layout::network::edges::{Stop, routes as ways};
use crate::model::link::{Direction, Strength};
use crate::model::time::Answer;
use crate::scene::looks::{DIMMED_LINK, LINK_WIDTH, LIT_WIDTH, TENTATIVE, UNCONFIRMED, dimmed, plate};
use crate::scene::marks::{push_arrowhead, push_badge, push_contested, push_knot, push_ticks, push_unsourced};
use crate::scene::text::{TICK, TICK_STRONG, text_rect};
use crate::scene::{Anchor, Ink, Item, Level, Role, Scene, Stroke, Style};

/// From the border of a node to the end of a line; more where the node has a ring.
const GAP: f32 = 2.5;
const GAP_RING: f32 = 7.5;
/// Lines and heads that are smaller than this on screen are not drawn as such.
const LEAST_HEAD_ZOOM: f32 = 0.35;

/// The way of a tie on screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    pub points: Vec<Pos2>,
    pub bundle: Option<usize>,
}

/// The ways of all ties.
pub fn routes(nodes: &[Node<'_>], ties: &[Tie<'_>]) -> Vec<Drawn> {
    let stops: Vec<Stop> = nodes.iter().map(|node| Stop { centre: node.centre, radius: node.radius + 3.0 }).collect();
    let ends: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.from, tie.to)).collect();
    let reach = |node: usize, way: Vec2| {
        let node = &nodes[node];
        let gap = if node.level == Level::Selected { GAP_RING } else { GAP };
        node.look.shape.reach(way) * node.radius + gap
    };
    ways(&stops, &ends, &reach)
        .into_iter()
        .map(|route| Drawn { points: route.points, bundle: route.bundled.filter(|count| *count > 0) })
        .collect()
}

/// Draws the lines: faded, then plain, then lit ones.
pub fn push(scene: &mut Scene, input: &Network<'_>, ties: &[Tie<'_>], routes: &[Drawn], view: Rect) {
    let mut order: Vec<usize> = (0..ties.len())
        .filter(|at| routes[*at].points.len() > 1 && Rect::from_points(&routes[*at].points).intersects(view))
        .collect();
    order.sort_by_key(|at| layer(&ties[*at]));
    for at in order {
        push_line(&mut scene.items, input, &ties[at], &routes[at]);
    }
}

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

fn push_line(items: &mut Vec<Item>, input: &Network<'_>, tie: &Tie<'_>, drawn: &Drawn) {
    let ink = ink(tie);
    let width = match (tie.is_thread, drawn.bundle, tie.is_lit) {
        (true, ..) => 2.5,
        (_, Some(_), _) => 3.2,
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
    let heads = input.camera.zoom >= LEAST_HEAD_ZOOM && !tie.is_participation;
    if heads && matches!(tie.direction, Direction::Forward | Direction::Both) {
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
    if let Some(count) = drawn.bundle {
        push_badge(items, middle - vec2(8.0, 0.0), &count.to_string(), Role::Text2);
    } else if tie.is_contested {
        push_contested(items, middle, 7.0, ink);
    } else if tie.is_unsourced && !tie.is_participation {
        push_unsourced(items, middle, ink);
    }
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

/// Words on ties that are lit: the relation, then its date, on the spot of the line that is freest.
pub fn push_labels(
    scene: &mut Scene,
    input: &Network<'_>,
    nodes: &[Node<'_>],
    ties: &[Tie<'_>],
    routes: &[Drawn],
    view: Rect,
) {
    let mut taken: Vec<Rect> = nodes
        .iter()
        .filter(|node| view.contains(node.centre))
        .map(|node| node.look.shape.bounds_at(node.centre, node.radius).expand(2.0))
        .collect();
    taken.extend(scene.hits.iter().map(|hit| hit.shape.bounds()));
    let part_of = ["part of", "onderdeel van", "maakt deel uit van", "deel van"];
    let mut dropped = 0;
    for (tie, drawn) in ties.iter().zip(routes) {
        let silent = tie.label.is_empty() || (tie.is_participation && part_of.contains(&tie.label));
        if !tie.is_lit || silent || drawn.points.len() < 2 || drawn.bundle.is_some() {
            continue;
        }
        let date = tie.when.map(|when| input.words.date_brief(when, &input.case.calendar().zone));
        if !push_label(scene, input, tie, drawn, date.as_deref(), &mut taken, view) {
            dropped += 1;
        }
    }
    if dropped > 0 {
        scene.omissions.push(("omitted-link-labels", dropped));
    }
}

/// Shares of the line where its words may stand, best first.
const SPOTS: [f32; 7] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

fn push_label(
    scene: &mut Scene,
    input: &Network<'_>,
    tie: &Tie<'_>,
    drawn: &Drawn,
    date: Option<&str>,
    taken: &mut Vec<Rect>,
    view: Rect,
) -> bool {
    let style = if tie.level == Level::Lit && input.emphasis.hovered.is_some() { TICK_STRONG } else { TICK };
    let is_out = tie.answer == Answer::Out;
    let width = |text: &str, style| input.measure.width(text, style);
    // With its date where there is room, else without: the hover and the details have it.
    for date in [date, None] {
        let date_width = date.map_or(0.0, |date| width(date, TICK) + 6.0);
        let whole = width(tie.label, style) + date_width;
        let spot = SPOTS.iter().map(|share| along(&drawn.points, *share)).find_map(|at| {
            let rect = Rect::from_center_size(at, vec2(whole + 6.0, 14.0));
            (view.contains_rect(rect) && !taken.iter().any(|other| other.intersects(rect))).then_some((at, rect))
        });
        let Some((at, rect)) = spot else { continue };
        taken.push(rect);
        let left = at.x - whole / 2.0;
        let role = if is_out { Role::FadedText } else { Role::Text2 };
        scene.items.push(Item::Rect { rect, radius: 3.0, fill: Some(plate()), stroke: None });
        scene.items.push(text(Pos2::new(left, at.y), tie.label, style, role));
        if let Some(date) = date {
            let x = left + whole - date_width + 6.0;
            scene.items.push(text(Pos2::new(x, at.y), date, TICK, Role::Text3));
        }
        debug_assert!(text_rect(at, Anchor::Middle, tie.label, style).is_finite(), "labels have a place");
        return true;
    }
    false
}

fn text(at: Pos2, text: &str, style: crate::layout::measure::TextStyle, role: Role) -> Item {
    Item::Text { at, anchor: Anchor::Left, text: text.to_owned(), style, ink: role.into(), plate: None }
}
