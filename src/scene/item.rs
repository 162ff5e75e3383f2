//! The few shapes that every picture is made of. Lengths are logical points, y runs down.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2};

use super::pixels::Pixels;
use super::text::{plate_rect, text_rect};
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

/// An upright rectangle among many of one colour.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Bar {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
}

impl Bar {
    /// The same as a rectangle.
    pub fn rect(self) -> Rect {
        Rect::from_min_max(Pos2::new(self.left, self.top), Pos2::new(self.right, self.bottom))
    }
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
    /// Many upright rectangles of one colour, such as the columns of counts: drawn as one thing, as there may be
    /// thousands. Their sides lie on whole pixels, so that neighbours meet without a seam.
    Bars {
        /// The rectangles.
        bars: Vec<Bar>,
        /// Filled with.
        ink: Ink,
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
    /// Pixels that were drawn beforehand, moved and scaled into a rectangle.
    Pixels {
        /// Where.
        rect: Rect,
        /// What.
        pixels: Arc<Pixels>,
        /// Share of their opacity.
        strength: f32,
    },
    /// Items that show only inside a rectangle.
    Clip {
        /// Where they show.
        rect: Rect,
        /// What is drawn.
        items: Vec<Item>,
    },
}

impl Item {
    /// A rectangle that it certainly stays inside. Drawing skips what lies outside the view.
    pub fn bounds(&self) -> Rect {
        let reach = |stroke: &Option<Stroke>| stroke.map_or(0.0, |stroke| stroke.width);
        match self {
            // A mitre reaches further than half the width.
            Self::Polygon { points, stroke, .. } => Rect::from_points(points).expand(2.0 * reach(stroke)),
            Self::Line { points, stroke } => Rect::from_points(points).expand(2.0 * stroke.width),
            Self::Rect { rect, stroke, .. } => rect.expand(reach(stroke)),
            Self::Circle { centre, radius, stroke, .. } => {
                Rect::from_center_size(*centre, Vec2::splat(2.0 * (radius + reach(stroke))))
            }
            Self::Fade { rect, .. } | Self::Clip { rect, .. } | Self::Pixels { rect, .. } => *rect,
            Self::Hatch { points, .. } => Rect::from_points(points),
            Self::Bars { bars, .. } => bars.iter().map(|bar| bar.rect()).fold(Rect::NOTHING, Rect::union).expand(1.0),
            // A font of the system may be wider than the bundled one, and fallback letters taller.
            Self::Text { at, anchor, text, style, .. } => {
                let rect = plate_rect(text_rect(*at, *anchor, text, *style));
                rect.expand2(Vec2::new(rect.width() * 0.25, style.size * 0.5))
            }
        }
    }
}

impl Item {
    /// The same thing elsewhere.
    #[must_use]
    pub fn moved(self, by: Vec2) -> Self {
        let all = |points: Vec<Pos2>| points.into_iter().map(|point| point + by).collect();
        match self {
            Self::Polygon { points, fill, stroke } => Self::Polygon { points: all(points), fill, stroke },
            Self::Rect { rect, radius, fill, stroke } => Self::Rect { rect: rect.translate(by), radius, fill, stroke },
            Self::Circle { centre, radius, fill, stroke } => Self::Circle { centre: centre + by, radius, fill, stroke },
            Self::Line { points, stroke } => Self::Line { points: all(points), stroke },
            Self::Fade { rect, left, right } => Self::Fade { rect: rect.translate(by), left, right },
            Self::Hatch { points, left, right } => Self::Hatch { points: all(points), left, right },
            Self::Bars { bars, ink } => {
                let moved = |bar: Bar| Bar {
                    left: bar.left + by.x,
                    right: bar.right + by.x,
                    top: bar.top + by.y,
                    bottom: bar.bottom + by.y,
                };
                Self::Bars { bars: bars.into_iter().map(moved).collect(), ink }
            }
            Self::Text { at, anchor, text, style, ink, plate } => {
                Self::Text { at: at + by, anchor, text, style, ink, plate }
            }
            Self::Pixels { rect, pixels, strength } => Self::Pixels { rect: rect.translate(by), pixels, strength },
            Self::Clip { rect, items } => {
                Self::Clip { rect: rect.translate(by), items: items.into_iter().map(|item| item.moved(by)).collect() }
            }
        }
    }
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
    /// Notes that so many things were left out; nothing where it is none.
    pub fn omit(&mut self, key: &'static str, count: usize) {
        if count > 0 {
            self.omissions.push((key, count));
        }
    }

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

#[cfg(test)]
mod tests {
    use emath::pos2;

    use super::*;

    fn hit(name: &str, shape: HitShape) -> Hit {
        Hit { id: Id::from(name), shape }
    }

    #[test]
    fn the_topmost_thing_is_picked() {
        let scene = Scene {
            hits: vec![
                hit("lane", HitShape::Rect(Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 30.0)))),
                hit("node", HitShape::Circle(pos2(20.0, 15.0), 10.0)),
                hit("link", HitShape::Line(vec![pos2(20.0, 15.0), pos2(90.0, 15.0), pos2(90.0, 60.0)], 3.0)),
            ],
            ..Scene::default()
        };
        let pick = |x: f32, y: f32| scene.pick(pos2(x, y)).map(ToString::to_string);
        assert_eq!(pick(5.0, 5.0).as_deref(), Some("lane"));
        assert_eq!(pick(20.0, 8.0).as_deref(), Some("node"));
        assert_eq!(pick(50.0, 17.0).as_deref(), Some("link"));
        assert_eq!(pick(92.0, 50.0).as_deref(), Some("link"));
        assert_eq!(pick(50.0, 50.0), None);
    }

    #[test]
    fn every_hit_lies_in_its_bounds() {
        let line = HitShape::Line(vec![pos2(0.0, 0.0), pos2(10.0, 10.0)], 2.0);
        assert!(line.contains(pos2(11.0, 11.0)) && line.bounds().contains(pos2(11.0, 11.0)));
        // A line of one point twice is still something to point at.
        assert!(HitShape::Line(vec![pos2(1.0, 1.0); 2], 2.0).contains(pos2(2.0, 1.0)));
    }
}
