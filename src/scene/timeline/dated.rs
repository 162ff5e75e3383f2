//! Rails, events and links on a lane.

use emath::{Pos2, Rangef, Rect, pos2, vec2};

use super::frame::text;
use super::gutter::colour_of;
use super::paint::{Look, Paint, Strip, closed, corners, diamond, push_box, push_fade, push_polygon};
use super::{Pen, line};
use crate::layout::timeline::{DIAMOND, Mark, MarkOf, PlacedLane, PlacedMark, Rail, Shape, Tip};
use crate::model::claim::Nature;
use crate::model::time::{Answer, Conjunction};
use crate::scene::emphasis::node_state;
use crate::scene::looks::DIMMED_NODE;
use crate::scene::marks::push_contested;
use crate::scene::text::SECTION;
use crate::scene::{Anchor, Hit, HitShape, Ink, Item, Level, NodeState, Role, Stroke, Style};

/// Height of an event's bar.
const BAR: f32 = 13.0;
/// Height of a link's bar.
const LINK_BAR: f32 = 5.0;
/// Height of a rail.
const RAIL: f32 = 4.0;
/// Height of the part of a rail that is not sure, and of its arrowhead.
const UNSURE_RAIL: f32 = 8.0;
/// Half the width of a link's diamond.
const LINK_DIAMOND: f32 = 4.0;
/// Length of an arrowhead.
const ARROW: f64 = 8.0;
/// What solid and fading parts of a bar share.
const SEAM: f64 = 0.75;
/// From an arrowhead's tip to the edge of the screen.
const ARROW_MARGIN: f64 = 5.0;
/// Least height that a hand must hit.
const HIT: f32 = 16.0;
/// The same in a thin row, whose neighbours are near.
const THIN_HIT: f32 = 7.0;

/// How strongly a thing is drawn beside what is pointed at.
pub fn strength(level: Level) -> f32 {
    if level == Level::Dimmed { DIMMED_NODE } else { 1.0 }
}

/// How a mark lies in the window: as the things that it stands for. A rival date is asked for itself.
pub fn state_of(pen: &Pen<'_>, mark: &Mark) -> NodeState {
    node_state(pen.emphasis.answers.of(mark.members[0].id.as_str()))
}

/// How much the most prominent thing of a mark stands out.
pub fn level_of(pen: &Pen<'_>, mark: &Mark) -> Level {
    mark.members.iter().map(|member| pen.level(&member.id)).min().unwrap_or(Level::Plain)
}

/// Whether a mark stands for a fact, a judgement or a forecast.
pub fn nature_of(pen: &Pen<'_>, mark: &Mark) -> Nature {
    match mark.members[0].of {
        MarkOf::Event(place) => pen.case.events()[place as usize].nature,
        MarkOf::Link(place) => pen.case.links()[place as usize].nature,
    }
}

/// Adds the rail of a lane: how long its entity existed.
pub fn push_rail(items: &mut Vec<Item>, pen: &Pen<'_>, lane: &PlacedLane) {
    let row = &pen.lanes.lanes[lane.lane];
    let Some((rail, id)) = lane.content.rail.as_ref().zip(row.id.as_ref()) else { return };
    let answer = pen.emphasis.answers.of(id.as_str());
    let level = pen.level(id);
    let role = colour_of(pen, row);
    let share = match answer {
        Answer::Out => 0.45,
        Answer::Possible => 0.7,
        Answer::Certain | Answer::Undated => 1.0,
    };
    let ink = Ink::new(role).strength(share * strength(level));
    let sure = Paint { fill: Some(ink), hatch: None, outline: None };
    let hatched = Paint {
        fill: Some(ink.strength(ink.strength * 0.16)),
        hatch: Some(ink.strength(ink.strength * 0.65)),
        outline: Some(Stroke::new(1.0, ink)),
    };
    let strip = Strip { y: lane.rail_y, height: RAIL, view: lane.rect.x_range() };
    let looks =
        BarLook { sure, unsure: hatched, unsure_height: UNSURE_RAIL, arrow_height: UNSURE_RAIL, has_question: true };
    for shape in &lane.rail {
        match *shape {
            Shape::Bar { left, right, start, end } => push_bar(items, &strip, (left, right), (start, end), &looks),
            Shape::Stretch { left, right, .. } => {
                push_box(items, &strip.of_height(UNSURE_RAIL), (left, right), &hatched);
            }
            Shape::Diamond { x, .. } => {
                push_polygon(items, diamond(pos2(x as f32, strip.y), LINK_DIAMOND), &sure);
            }
            Shape::BowTie { left, right } => push_bow_tie(items, &strip.of_height(UNSURE_RAIL), left, right, 1.0),
        }
    }
    push_claimed_starts(items, pen, rail, &strip, &hatched, ink);
}

/// Where sources disagree on the start: hatched from the first claim to the last, a flag at each, ≠ before them.
fn push_claimed_starts(items: &mut Vec<Item>, pen: &Pen<'_>, rail: &Rail, strip: &Strip, hatched: &Paint, ink: Ink) {
    let x = |stamp| f64::from(pen.axis.x_from_stamp(stamp));
    let starts: Vec<f64> = rail.claimed_starts.iter().map(|span| x(span.start())).collect();
    if let (Some(first), Some(last)) = (starts.first(), starts.last()) {
        push_box(items, &strip.of_height(UNSURE_RAIL), (*first, *last), hatched);
        for start in starts.iter().filter(|start| strip.view.contains(**start as f32)) {
            let tip = pos2(*start as f32, strip.y - UNSURE_RAIL / 2.0 - 0.5);
            let points = vec![tip, tip + vec2(-4.5, -8.0), tip + vec2(4.5, -8.0)];
            items.push(Item::Polygon {
                points,
                fill: Some(Ink::new(Role::Text1).strength(ink.strength)),
                stroke: None,
            });
        }
    }
    if rail.is_contested {
        let known = rail.forms.iter().filter_map(|form| form.first_known()).min().map(x);
        let first = starts.first().copied().or(known).unwrap_or(f64::from(strip.view.min));
        let centre = (first as f32 - 12.0).clamp(strip.view.min + 10.0, strip.view.max - 10.0);
        push_contested(items, pos2(centre, strip.y - 1.0), 6.5, Role::Text1.into());
    }
}

/// Whether a mark is made of diamonds.
pub fn is_point(mark: &PlacedMark) -> bool {
    mark.shapes.iter().all(|shape| matches!(shape, Shape::Diamond { .. }))
}

/// Adds an event or link with its hits.
pub fn push_mark(items: &mut Vec<Item>, hits: &mut Vec<Hit>, pen: &Pen<'_>, lane: &PlacedLane, placed: &PlacedMark) {
    let mark = &lane.content.marks[placed.mark];
    let level = level_of(pen, mark);
    let strength = strength(level);
    let is_lit = level <= Level::Lit;
    let (bar, point) = match (mark.is_link(), is_lit) {
        (true, true) => (Role::LinkLit, Role::LinkLit),
        (true, false) => (Role::Link, Role::Link),
        (false, _) => (Role::EventBar, Role::Event),
    };
    let mut look = Look::new(bar, point, state_of(pen, mark), strength).of_nature(nature_of(pen, mark));
    if mark.is_rival {
        look = look.of_rival();
    }
    let height = if mark.is_link() { LINK_BAR } else { BAR };
    let strip = Strip { y: placed.y, height, view: lane.rect.x_range() };
    push_join(items, mark, placed, &strip, look.line);
    for shape in &placed.shapes {
        push_ring(items, shape, &strip, mark, level);
        push_shape(items, shape, &strip, (mark, placed.is_thin), &look, strength);
        let rect = bounds(shape, &strip);
        if rect.x_range().intersection(strip.view).span() >= 0.0 {
            let least = if placed.is_thin { THIN_HIT } else { HIT };
            let grown = rect.expand2(vec2(2.0, ((least - rect.height()) / 2.0).max(0.0)));
            hits.push(Hit { id: mark.members[placed.lead].id.clone(), shape: HitShape::Rect(grown) });
        }
    }
}

/// The dotted line between the members of a set.
fn push_join(items: &mut Vec<Item>, mark: &Mark, placed: &PlacedMark, strip: &Strip, ink: Ink) {
    let Some(conjunction) = mark.conjunction else { return };
    let style = match conjunction {
        Conjunction::All => Style::Dotted,
        // One of them holds: nothing joins them but the question.
        Conjunction::One => Style::Dashed(2.0, 4.0),
    };
    for pair in placed.shapes.windows(2) {
        let (from, to) = (pair[0].extent().1, pair[1].extent().0);
        if let Some(rect) = strip.rect(from, to) {
            let stroke = Stroke::new(1.25, ink).style(style);
            items.push(line(rect.left_center(), rect.right_center(), stroke));
        }
    }
}

fn push_shape(items: &mut Vec<Item>, shape: &Shape, strip: &Strip, mark: (&Mark, bool), look: &Look, strength: f32) {
    let (mark, is_thin) = mark;
    match *shape {
        Shape::Diamond { x, hollow } => {
            let r = if mark.is_link() { LINK_DIAMOND } else { DIAMOND as f32 };
            let one_of = mark.conjunction == Some(Conjunction::One);
            let paint = if hollow || one_of { look.hollow } else { look.small };
            push_polygon(items, diamond(pos2(x as f32, strip.y), r), &paint);
        }
        Shape::Stretch { left, right, outer_left, outer_right } => {
            push_stretch(items, strip, (left, right), (outer_left, outer_right), &look.unsure);
        }
        Shape::Bar { left, right, start, end } => {
            let looks = BarLook {
                sure: look.sure,
                unsure: look.unsure,
                unsure_height: strip.height,
                arrow_height: if is_thin { UNSURE_RAIL } else { strip.height },
                has_question: !is_thin,
            };
            push_bar(items, strip, (left, right), (start, end), &looks);
        }
        Shape::BowTie { left, right } => push_bow_tie(items, strip, left, right, strength),
    }
}

/// Once, somewhere in here: a diamond pulled apart, its points giving way to a fade where the date is "about".
fn push_stretch(items: &mut Vec<Item>, strip: &Strip, inner: (f64, f64), outer: (f64, f64), paint: &Paint) {
    let (left, right) = inner;
    if outer != inner {
        push_fade(items, strip, outer.0, left, paint);
        push_box(items, strip, inner, &Paint { outline: None, ..*paint });
        push_fade(items, strip, outer.1, right, paint);
        if let (Some(stroke), Some(rect)) = (paint.outline, strip.rect(left, right)) {
            items.push(line(rect.left_top(), rect.right_top(), stroke));
            items.push(line(rect.left_bottom(), rect.right_bottom(), stroke));
        }
        return;
    }
    let Some(rect) = strip.rect(left, right) else { return };
    let point = (strip.height / 2.0).min(rect.width() / 2.0);
    let (top, bottom, y) = (rect.top(), rect.bottom(), strip.y);
    let points = vec![
        pos2(rect.left(), y),
        pos2(rect.left() + point, top),
        pos2(rect.right() - point, top),
        pos2(rect.right(), y),
        pos2(rect.right() - point, bottom),
        pos2(rect.left() + point, bottom),
    ];
    push_polygon(items, points, paint);
}

/// How a bar or rail is painted.
struct BarLook {
    sure: Paint,
    unsure: Paint,
    unsure_height: f32,
    arrow_height: f32,
    /// Whether a `?` stands behind what fades into the unknown.
    has_question: bool,
}

/// Adds a bar with both its ends.
fn push_bar(items: &mut Vec<Item>, strip: &Strip, solid: (f64, f64), tips: (Tip, Tip), looks: &BarLook) {
    let (mut left, mut right) = solid;
    let (first, last) = (f64::from(strip.view.min) + ARROW_MARGIN, f64::from(strip.view.max) - ARROW_MARGIN);
    // What goes on for ever ends in an arrowhead whose tip lies at the edge of the screen.
    if tips.0 == Tip::Open {
        left = first + ARROW;
    }
    if tips.1 == Tip::Open {
        right = last - ARROW;
    }
    let unsure = strip.of_height(looks.unsure_height);
    for (solid, tip, aside) in [(left, tips.0, -8.0), (right, tips.1, 8.0)] {
        match tip {
            Tip::Crisp | Tip::Open => {}
            Tip::Hatched(stop) => push_box(items, &unsure, (solid.min(stop), solid.max(stop)), &looks.unsure),
            Tip::Fade(stop) => push_fade(items, strip, stop, solid, &looks.sure),
            Tip::Unknown(stop) => {
                push_fade(items, strip, stop, solid, &looks.sure);
                let at = pos2((stop + aside) as f32, strip.y);
                if looks.has_question && strip.view.contains(at.x) {
                    let ink = Ink::new(Role::Text1).strength(looks.sure.fill.map_or(1.0, |ink| ink.strength.max(0.5)));
                    items.push(text(at, Anchor::Middle, "?", SECTION, ink));
                }
            }
        }
    }
    if right > left {
        // Solid and fade share a little, so that no seam shows between them.
        let fades = |tip: Tip| matches!(tip, Tip::Fade(_) | Tip::Unknown(_));
        let left = if fades(tips.0) { left - SEAM } else { left };
        let right = if fades(tips.1) { right + SEAM } else { right };
        push_body(items, strip, (left, right), (tips.0 == Tip::Open, tips.1 == Tip::Open), looks);
    }
}

/// The solid part of a bar with its arrowheads: one outline where they are as high as the bar.
fn push_body(items: &mut Vec<Item>, strip: &Strip, solid: (f64, f64), arrows: (bool, bool), looks: &BarLook) {
    let Some(rect) = strip.rect(solid.0, solid.1) else { return };
    let half = looks.arrow_height / 2.0;
    let tip = |x: f32, is_shown: bool| is_shown.then(|| pos2(x, strip.y));
    let left = tip(rect.left() - ARROW as f32, arrows.0);
    let right = tip(rect.right() + ARROW as f32, arrows.1);
    if half * 2.0 <= strip.height {
        let ends = [Some(rect.left_top()), Some(rect.right_top()), right];
        let back = [Some(rect.right_bottom()), Some(rect.left_bottom()), left];
        push_polygon(items, ends.into_iter().chain(back).flatten().collect(), &looks.sure);
        return;
    }
    push_polygon(items, corners(rect), &looks.sure);
    for (tip, back) in [(left, rect.left()), (right, rect.right())] {
        if let Some(tip) = tip {
            let points = vec![tip, pos2(back, strip.y - half), pos2(back, strip.y + half)];
            push_polygon(items, points, &looks.sure);
        }
    }
}

/// Ends before it starts: the bar turned inside out.
fn push_bow_tie(items: &mut Vec<Item>, strip: &Strip, left: f64, right: f64, strength: f32) {
    let Some(rect) = strip.rect(left, right) else { return };
    let paint = Look::impossible(strength);
    let middle = rect.center();
    push_polygon(items, vec![rect.left_top(), middle, rect.left_bottom()], &paint);
    push_polygon(items, vec![rect.right_top(), rect.right_bottom(), middle], &paint);
}

/// What is selected wears the red thread, what is pointed at a ring of ink.
fn push_ring(items: &mut Vec<Item>, shape: &Shape, strip: &Strip, mark: &Mark, level: Level) {
    let stroke = match level {
        Level::Selected => Stroke::new(2.5, Role::Thread),
        Level::Hovered => Stroke::new(1.5, Role::Text1),
        _ => return,
    };
    if let Shape::Diamond { x, .. } = shape {
        let r = if mark.is_link() { LINK_DIAMOND } else { DIAMOND as f32 };
        items.push(closed(diamond(pos2(*x as f32, strip.y), r + 5.5), stroke));
        return;
    }
    let rect = bounds(shape, strip).expand(2.5);
    items.push(Item::Rect {
        rect,
        radius: 3.0,
        fill: None,
        stroke: Some(Stroke::new(stroke.width.min(2.0), stroke.ink)),
    });
}

/// What a shape covers, cut to a little more than the screen.
fn bounds(shape: &Shape, strip: &Strip) -> Rect {
    let (left, right) = shape.extent();
    let height = if let Shape::Diamond { .. } = shape { DIAMOND as f32 * 2.0 } else { strip.height };
    let x = Rangef::new(
        (left as f32).clamp(strip.view.min - 40.0, strip.view.max + 40.0),
        (right as f32).clamp(strip.view.min - 40.0, strip.view.max + 40.0),
    );
    Rect::from_x_y_ranges(x, Rangef::new(strip.y - height / 2.0, strip.y + height / 2.0))
}

/// The middle of a mark, for what is drawn at it.
pub fn middle(shape: &Shape, y: f32) -> Pos2 {
    pos2(shape.anchor() as f32, y)
}
