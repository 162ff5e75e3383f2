//! The few shapes that every picture is made of. Lengths are logical points, y runs down.

use emath::{Pos2, Rect, Vec2};

use super::{Ink, Stroke};
use crate::layout::measure::TextStyle;
use crate::model::Id;

/// Which point of a text is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// One thing to draw. Later items lie on top.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A convex polygon.
    Polygon {
        /// Corners, in order.
        points: Vec<Pos2>,
        /// Filled with.
        fill: Option<Ink>,
        /// Outlined with.
        stroke: Option<Stroke>,
    },
    /// A rectangle with round corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Filled with.
        fill: Option<Ink>,
        /// Outlined with.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Centre.
        centre: Pos2,
        /// Radius.
        radius: f32,
        /// Filled with.
        fill: Option<Ink>,
        /// Outlined with.
        stroke: Option<Stroke>,
    },
    /// A line through points; closed if the last point is the first.
    Line {
        /// Points, in order.
        points: Vec<Pos2>,
        /// Drawn with.
        stroke: Stroke,
    },
    /// A rectangle whose colour runs from `left` to `right`.
    Fade {
        /// Where.
        rect: Rect,
        /// Colour at the left edge.
        left: Ink,
        /// Colour at the right edge.
        right: Ink,
    },
    /// 45° hatching inside a convex polygon: lines 1.1 wide, pitch 4.5, anchored to the origin of the scene. The
    /// colour runs from `left` to `right` over the polygon's width.
    Hatch {
        /// Corners, in order.
        points: Vec<Pos2>,
        /// Colour at the left edge.
        left: Ink,
        /// Colour at the right edge.
        right: Ink,
    },
    /// One line of text, centred on the cap height at `at.y`.
    Text {
        /// The anchor point; y is the middle of the capitals.
        at: Pos2,
        /// Which point of the text lies at `at.x`.
        anchor: Anchor,
        /// The text.
        text: String,
        /// Size and weight.
        style: TextStyle,
        /// Colour.
        ink: Ink,
        /// A plate behind the text (padding 3 × 1, radius 3) that keeps lines from running through it.
        plate: Option<Ink>,
    },
    /// Items that show only inside a rectangle.
    Clip {
        /// Where they show.
        rect: Rect,
        /// What is drawn.
        items: Vec<Item>,
    },
}

/// Where something can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub enum HitShape {
    /// Inside a rectangle.
    Rect(Rect),
    /// Inside a circle.
    Circle(Pos2, f32),
    /// Near an open line: within this many points.
    Line(Vec<Pos2>, f32),
}

/// Something that can be pointed at, and the thing of the case that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The thing.
    pub id: Id,
    /// Where.
    pub shape: HitShape,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width and height.
    pub size: Vec2,
    /// What is drawn, back to front.
    pub items: Vec<Item>,
    /// What can be pointed at; later ones win.
    pub hits: Vec<Hit>,
    /// What was left out or folded: message key and count, for the header.
    pub omissions: Vec<(&'static str, usize)>,
}

impl Scene {
    /// The topmost thing at a point.
    pub fn pick(&self, at: Pos2) -> Option<&Id> {
        self.hits.iter().rev().find(|hit| hit.shape.contains(at)).map(|hit| &hit.id)
    }
}

impl HitShape {
    /// Whether a point lies on it.
    pub fn contains(&self, at: Pos2) -> bool {
        match self {
            Self::Rect(rect) => rect.contains(at),
            Self::Circle(centre, radius) => centre.distance_sq(at) <= radius * radius,
            Self::Line(points, reach) => {
                points.windows(2).any(|ends| distance_to_segment(at, ends[0], ends[1]) <= *reach)
            }
        }
    }

    /// The rectangle around it.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Rect(rect) => *rect,
            Self::Circle(centre, radius) => Rect::from_center_size(*centre, Vec2::splat(2.0 * radius)),
            Self::Line(points, reach) => Rect::from_points(points).expand(*reach),
        }
    }
}

fn distance_to_segment(at: Pos2, from: Pos2, to: Pos2) -> f32 {
    let along = to - from;
    let length_sq = along.length_sq();
    if length_sq == 0.0 {
        return at.distance(from);
    }
    let share = ((at - from).dot(along) / length_sq).clamp(0.0, 1.0);
    at.distance(from + along * share)
}
