//! One node: shape, icon, state, emphasis. The same in network, outline rows, timeline gutter and details.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::icon::{icon_centre, push_icon, push_text};
use super::looks::{
    FORECAST, dimmed, outside_fill, outside_icon, outside_outline, possible_fill, possible_hatch, possible_outline,
};
use super::marks::{push_badge, push_brackets, push_pin};
use super::{Ink, Item, KindLook, Role, Stroke, Style};
use crate::model::claim::Nature;
use crate::model::kind::BuiltInKind;

use super::kinds::Icon;

/// Least radius that carries an icon.
pub const ICON_FROM: f32 = 6.0;
/// Least radius that carries a code of letters.
pub const CODE_FROM: f32 = 8.5;
/// Below this radius a node is a dot.
pub const DOT_BELOW: f32 = 3.0;
/// Room between a node and the ring around it.
pub const RING_CLEAR: f32 = 5.5;

/// Whether a thing lies in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NodeState {
    /// Certainly.
    #[default]
    In,
    /// Possibly.
    Possible,
    /// Certainly not.
    Outside,
}

/// The ring around a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ring {
    /// None.
    #[default]
    None,
    /// The pointer is on it: ink.
    Hovered,
    /// Selected: the red thread.
    Selected,
}

/// What else a node shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeMarks<'a> {
    /// Ring in the node's own shape.
    pub ring: Ring,
    /// Corner brackets: the keyboard is here.
    pub focused: bool,
    /// A pin at the upper right.
    pub pinned: bool,
    /// Share of the colour that is left when something else is pointed at; what is selected is never dimmed.
    pub strength: f32,
    /// Letters instead of the icon, from radius 8.5 up: the code of a country.
    pub code: Option<&'a str>,
    /// Stands for several: outlines behind it and this text in a badge.
    pub folded: Option<&'a str>,
    /// A judgement is hollow; a forecast is hollow with a broken outline.
    pub nature: Nature,
}

impl Default for NodeMarks<'_> {
    fn default() -> Self {
        Self {
            ring: Ring::None,
            focused: false,
            pinned: false,
            strength: 1.0,
            code: None,
            folded: None,
            nature: Nature::Fact,
        }
    }
}

/// The colours of a node.
struct Inks {
    fill: Ink,
    hatch: Option<Ink>,
    outline: Option<Stroke>,
    icon: Ink,
}

impl Inks {
    fn new(look: KindLook, state: NodeState, strength: f32) -> Self {
        let role = look.role;
        let weaker = |ink: Ink| dimmed(ink, strength);
        let outline = |stroke: Stroke| Stroke { ink: weaker(stroke.ink), ..stroke };
        match state {
            NodeState::In => {
                Self { fill: weaker(role.into()), hatch: None, outline: None, icon: weaker(look.on().into()) }
            }
            NodeState::Possible => Self {
                fill: weaker(possible_fill(role)),
                hatch: Some(weaker(possible_hatch(role))),
                outline: Some(outline(possible_outline(role))),
                icon: weaker(role.into()),
            },
            NodeState::Outside => Self {
                fill: weaker(outside_fill(role)),
                hatch: None,
                outline: Some(outline(outside_outline(role))),
                icon: weaker(outside_icon(role)),
            },
        }
    }
}

impl Inks {
    /// What is not a fact is hollow: outlined in the colour that it would be filled with.
    fn of_nature(self, nature: Nature) -> Self {
        let style = match nature {
            Nature::Fact => return self,
            Nature::Judgement => Style::Solid,
            Nature::Forecast => FORECAST,
        };
        let outline = self.outline.unwrap_or(Stroke::new(1.5, self.fill)).style(style);
        Self { fill: Role::Canvas.into(), hatch: self.hatch, outline: Some(outline), icon: outline.ink }
    }
}

/// What a node looks like, back to front.
pub fn node_items(look: KindLook, centre: Pos2, r: f32, state: NodeState, marks: &NodeMarks<'_>) -> Vec<Item> {
    let mut items = Vec::with_capacity(8);
    push_node(&mut items, look, centre, r, state, marks);
    items
}

/// Adds a node to a picture.
pub fn push_node(items: &mut Vec<Item>, look: KindLook, centre: Pos2, r: f32, state: NodeState, marks: &NodeMarks<'_>) {
    let strength = if marks.ring == Ring::Selected { 1.0 } else { marks.strength };
    let inks = Inks::new(look, state, strength).of_nature(marks.nature);
    if marks.folded.is_some() && r >= DOT_BELOW {
        for step in [2.0, 1.0] {
            push_sheet(items, look, centre + vec2(4.0, -4.0) * step, r, strength);
        }
    }
    if r < DOT_BELOW {
        push_dot(items, centre, r, state, &inks);
    } else {
        push_shape(items, look, centre, r, &inks);
        if r >= ICON_FROM {
            push_sign(items, look, centre, r, &inks, marks.code);
        }
    }
    match marks.ring {
        Ring::None => {}
        Ring::Hovered => push_ring(items, look, centre, r, Stroke::new(1.5, Role::Text1)),
        Ring::Selected => {
            let width = if r < 14.0 { 2.5 } else { 3.0 };
            push_ring(items, look, centre, r, Stroke::new(width, Role::Thread));
        }
    }
    if marks.focused {
        push_brackets(items, look.shape.bounds_at(centre, r));
    }
    if marks.pinned {
        let (at, radius) = pin(centre, r);
        push_pin(items, at, radius);
    }
    if let Some(text) = marks.folded {
        let bounds = look.shape.bounds_at(centre, r);
        push_badge(items, pos2(bounds.right() - 1.0, bounds.top() - 7.0), text, Role::Text1);
    }
}

/// Centre and radius of the pin at the upper right.
fn pin(centre: Pos2, r: f32) -> (Pos2, f32) {
    (centre + vec2(0.97, -1.03) * r.max(7.0), (0.45 * r).clamp(7.0, 9.0))
}

/// The room that the sheets behind a folded node take, with the badge at their corner.
pub fn fold_room(bounds: Rect) -> Rect {
    Rect::from_min_max(pos2(bounds.center().x, bounds.top() - 17.0), pos2(bounds.right() + 26.0, bounds.top() + 10.0))
}

/// The room that the pin of a node takes.
pub fn pin_room(centre: Pos2, r: f32) -> Rect {
    let (at, radius) = pin(centre, r);
    Rect::from_center_size(at, Vec2::splat(2.0 * radius))
}

fn placed(points: &[Vec2], centre: Pos2, r: f32) -> Vec<Pos2> {
    points.iter().map(|corner| centre + *corner * r).collect()
}

/// A node too small for a shape.
fn push_dot(items: &mut Vec<Item>, centre: Pos2, r: f32, state: NodeState, inks: &Inks) {
    let (fill, stroke) = match state {
        NodeState::In => (inks.fill, None),
        // Too small to hatch: hollow says "not sure" just as well.
        NodeState::Possible => (inks.fill, Some(Stroke::new(1.0, inks.icon))),
        NodeState::Outside => (inks.outline.map_or(inks.fill, |outline| outline.ink), None),
    };
    items.push(Item::Circle { centre, radius: r, fill: Some(fill), stroke });
}

fn push_shape(items: &mut Vec<Item>, look: KindLook, centre: Pos2, r: f32, inks: &Inks) {
    for piece in look.shape.pieces() {
        items.push(Item::Polygon { points: placed(piece, centre, r), fill: Some(inks.fill), stroke: None });
    }
    if let Some(hatch) = inks.hatch.filter(|_| r >= ICON_FROM) {
        for piece in look.shape.pieces() {
            items.push(Item::Hatch { points: placed(piece, centre, r), left: hatch, right: hatch });
        }
    }
    if let Some(stroke) = inks.outline {
        items.push(Item::Line { points: look.shape.ring(centre, r, 0.0), stroke });
    }
}

/// One of the outlines behind a folded node.
fn push_sheet(items: &mut Vec<Item>, look: KindLook, centre: Pos2, r: f32, strength: f32) {
    let fill = dimmed(possible_fill(look.role), strength);
    for piece in look.shape.pieces() {
        items.push(Item::Polygon { points: placed(piece, centre, r), fill: Some(fill), stroke: None });
    }
    let stroke = Stroke::new(1.0, dimmed(look.role.into(), strength));
    items.push(Item::Line { points: look.shape.ring(centre, r, 0.0), stroke });
}

fn push_sign(items: &mut Vec<Item>, look: KindLook, centre: Pos2, r: f32, inks: &Inks, code: Option<&str>) {
    let middle = centre + icon_centre(look.icon) * r;
    if inks.hatch.is_some() && look.icon != Icon::None {
        // The sign stands on plain ground: hatching through it would break its strokes.
        items.push(Item::Circle { centre: middle, radius: r * 0.64, fill: Some(inks.fill), stroke: None });
    }
    match code.filter(|code| r >= CODE_FROM && !code.is_empty()) {
        Some(code) => push_text(items, code.to_owned(), middle, r, 0.85, inks.icon),
        // Letters carry their own place; strokes are drawn around the centre of the shape.
        None if matches!(look.icon, Icon::Letter(_)) => push_icon(items, look.icon, middle, r, inks.icon),
        None => push_icon(items, look.icon, centre, r, inks.icon),
    }
}

fn push_ring(items: &mut Vec<Item>, look: KindLook, centre: Pos2, r: f32, stroke: Stroke) {
    let clear = RING_CLEAR + stroke.width / 2.0;
    items.push(Item::Line { points: look.shape.ring(centre, r.max(DOT_BELOW), clear), stroke });
}

/// The look of a built-in kind at rest, as in a legend: icon box of this side around the centre.
pub fn legend_items(kind: BuiltInKind, centre: Pos2, side: f32) -> Vec<Item> {
    let look = KindLook::built_in(kind);
    node_items(look, centre, look.shape.radius_in(side), NodeState::In, &NodeMarks::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(r: f32, state: NodeState, marks: &NodeMarks<'_>) -> Vec<Item> {
        node_items(KindLook::built_in(BuiltInKind::Country), Pos2::ZERO, r, state, marks)
    }

    fn texts(items: &[Item]) -> Vec<&str> {
        items
            .iter()
            .filter_map(|item| if let Item::Text { text, .. } = item { Some(text.as_str()) } else { None })
            .collect()
    }

    #[test]
    fn detail_comes_with_size() {
        let marks = NodeMarks { code: Some("NL"), ..NodeMarks::default() };
        assert!(matches!(items(2.9, NodeState::In, &marks)[..], [Item::Circle { .. }]));
        assert!(items(5.9, NodeState::In, &marks).iter().all(|item| matches!(item, Item::Polygon { .. })));
        assert!(matches!(items(8.0, NodeState::In, &marks).last(), Some(Item::Line { .. })));
        assert_eq!(texts(&items(8.5, NodeState::In, &marks)), ["NL"]);
    }

    #[test]
    fn what_is_possible_is_hatched_and_nothing_else_is() {
        for (state, hatched) in [(NodeState::In, false), (NodeState::Possible, true), (NodeState::Outside, false)] {
            let items = items(12.0, state, &NodeMarks::default());
            assert_eq!(items.iter().any(|item| matches!(item, Item::Hatch { .. })), hatched, "{state:?}");
        }
    }

    #[test]
    fn the_selection_is_red_and_never_dimmed() {
        let marks = NodeMarks { strength: 0.42, ring: Ring::Selected, ..NodeMarks::default() };
        let items = items(12.0, NodeState::In, &marks);
        assert!(matches!(&items[0], Item::Polygon { fill: Some(ink), .. } if ink.strength >= 1.0));
        let Some(Item::Line { points, stroke }) = items.last() else { panic!("no ring") };
        assert_eq!(stroke.ink.role, Role::Thread);
        assert_eq!(points.first(), points.last());
    }

    #[test]
    fn what_is_judged_or_expected_is_hollow() {
        for (nature, style) in [(Nature::Judgement, Style::Solid), (Nature::Forecast, FORECAST)] {
            let items = items(12.0, NodeState::In, &NodeMarks { nature, ..NodeMarks::default() });
            assert!(
                matches!(&items[0], Item::Polygon { fill: Some(ink), .. } if ink.role == Role::Canvas),
                "{nature:?}"
            );
            let outlined = items.iter().any(|item| matches!(item, Item::Line { stroke, .. } if stroke.style == style));
            assert!(outlined, "{nature:?}");
        }
    }

    #[test]
    fn a_folded_node_tells_how_many() {
        let marks = NodeMarks { folded: Some("4"), ..NodeMarks::default() };
        assert_eq!(texts(&items(12.0, NodeState::In, &marks)), ["4"]);
    }
}
