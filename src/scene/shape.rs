//! The outlines of the kinds, in units of the radius, y down; how far they reach, and rings around them.
//!
//! Curves are sampled from cubics with plain arithmetic, no sine or cosine, so that every machine gets the same
//! corners.

use std::sync::LazyLock;

use emath::{Pos2, Rect, Vec2, vec2};

/// The outline of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Hexagon,
    Square,
    Bubble,
    House,
    Shield,
    Flag,
    Pin,
    Circle,
    Pill,
    Octagon,
    Parallelogram,
    Diamond,
}

/// A cubic that runs from (1, 0) to (0, 1) is a quarter of a circle when its handles are this long.
const QUARTER: f32 = 0.552_285;
/// Corners that a quarter of a circle is sampled at.
const STEPS: usize = 10;

struct Geometry {
    pieces: Vec<Vec<Vec2>>,
    outline: Vec<Vec2>,
    bounds: Rect,
}

static ALL: LazyLock<[Geometry; 12]> = LazyLock::new(|| Shape::ALL.map(Shape::geometry));

impl Shape {
    /// All, in the order of the legend.
    pub const ALL: [Self; 12] = [
        Self::Hexagon,
        Self::Square,
        Self::Bubble,
        Self::House,
        Self::Shield,
        Self::Flag,
        Self::Pin,
        Self::Circle,
        Self::Pill,
        Self::Octagon,
        Self::Parallelogram,
        Self::Diamond,
    ];

    /// Convex polygons that cover it together. They overlap where they meet, so that no seam shows between them.
    pub fn pieces(self) -> &'static [Vec<Vec2>] {
        &ALL[self as usize].pieces
    }

    /// Its outline, clockwise as seen. Not always convex.
    pub fn outline(self) -> &'static [Vec2] {
        &ALL[self as usize].outline
    }

    /// The rectangle around it, in units of the radius.
    pub fn bounds(self) -> Rect {
        ALL[self as usize].bounds
    }

    /// The rectangle around it, at a place and size.
    pub fn bounds_at(self, centre: Pos2, r: f32) -> Rect {
        let bounds = self.bounds();
        Rect::from_min_max(centre + bounds.min.to_vec2() * r, centre + bounds.max.to_vec2() * r)
    }

    /// The radius at which it fills a square box of this side as its neighbours in a list do: wide shapes give way.
    pub fn radius_in(self, side: f32) -> f32 {
        let bounds = self.bounds();
        side / bounds.width().max(bounds.height()).max(2.16)
    }

    /// How far it reaches from its centre in a direction, in units of the radius. Links end here.
    pub fn reach(self, direction: Vec2) -> f32 {
        let direction = direction.normalized();
        let outline = self.outline();
        let reach = edges(outline).filter_map(|(from, to)| ray_meets(direction, from, to)).fold(0.0, f32::max);
        if reach > 0.0 { reach } else { 1.0 }
    }

    /// Its outline at a place and size, moved outwards by `clear` points: closed (the last point is the first).
    pub fn ring(self, centre: Pos2, r: f32, clear: f32) -> Vec<Pos2> {
        let outline: Vec<Vec2> = self.outline().iter().map(|corner| *corner * r).collect();
        let moved = if clear == 0.0 { outline } else { offset(&outline, clear) };
        moved.iter().chain(moved.first()).map(|corner| centre + *corner).collect()
    }

    fn geometry(self) -> Geometry {
        let (pieces, outline) = match self {
            Self::Bubble => bubble(),
            Self::Flag => flag(),
            Self::Pin => pin(),
            convex => {
                let outline = convex.convex();
                (vec![outline.clone()], outline)
            }
        };
        let bounds =
            outline.iter().fold(Rect::NOTHING, |bounds, corner| bounds.union(Rect::from_pos(corner.to_pos2())));
        Geometry { pieces, outline, bounds }
    }

    fn convex(self) -> Vec<Vec2> {
        match self {
            Self::Hexagon => {
                // Half the root of three: the hexagon stands on its point.
                let wide = 1.08 * 0.866_025_4;
                corners(&[(0.0, -1.08), (wide, -0.54), (wide, 0.54), (0.0, 1.08), (-wide, 0.54), (-wide, -0.54)])
            }
            Self::Square => rounded(Rect::from_min_max(Pos2::new(-0.92, -0.92), Pos2::new(0.92, 0.92)), 0.12),
            Self::House => corners(&[(0.0, -1.12), (1.02, -0.42), (1.02, 0.9), (-1.02, 0.9), (-1.02, -0.42)]),
            Self::Shield => shield(),
            Self::Pill => rounded(Rect::from_min_max(Pos2::new(-1.28, -0.78), Pos2::new(1.28, 0.78)), 0.78),
            Self::Octagon => octagon(0.96, 0.55),
            Self::Parallelogram => corners(&[(-0.72, -0.78), (1.2, -0.78), (0.72, 0.78), (-1.2, 0.78)]),
            Self::Diamond => corners(&[(0.0, -1.16), (1.16, 0.0), (0.0, 1.16), (-1.16, 0.0)]),
            Self::Circle | Self::Bubble | Self::Flag | Self::Pin => disc(Vec2::ZERO, 1.0),
        }
    }
}

/// A square with cut corners.
pub(super) fn octagon(half: f32, cut: f32) -> Vec<Vec2> {
    let inner = half - cut;
    corners(&[
        (-inner, -half),
        (inner, -half),
        (half, -inner),
        (half, inner),
        (inner, half),
        (-inner, half),
        (-half, inner),
        (-half, -inner),
    ])
}

fn corners(points: &[(f32, f32)]) -> Vec<Vec2> {
    points.iter().map(|&(x, y)| vec2(x, y)).collect()
}

fn cubic(from: Vec2, out: Vec2, back: Vec2, to: Vec2, share: f32) -> Vec2 {
    let rest = 1.0 - share;
    from * (rest * rest * rest)
        + out * (3.0 * rest * rest * share)
        + back * (3.0 * rest * share * share)
        + to * (share * share * share)
}

/// A quarter of a circle between two unit directions, both ends included.
fn quarter(centre: Vec2, radius: f32, from: Vec2, to: Vec2) -> impl Iterator<Item = Vec2> {
    (0..=STEPS).map(move |step| {
        let share = step as f32 / STEPS as f32;
        centre + cubic(from, from + to * QUARTER, to + from * QUARTER, to, share) * radius
    })
}

fn disc(centre: Vec2, radius: f32) -> Vec<Vec2> {
    let turns = [vec2(0.0, -1.0), vec2(1.0, 0.0), vec2(0.0, 1.0), vec2(-1.0, 0.0)];
    (0..4).flat_map(|turn| quarter(centre, radius, turns[turn], turns[(turn + 1) % 4]).take(STEPS)).collect()
}

fn rounded(rect: Rect, radius: f32) -> Vec<Vec2> {
    let inner = rect.shrink(radius);
    let turns = [
        (inner.right_top(), vec2(0.0, -1.0), vec2(1.0, 0.0)),
        (inner.right_bottom(), vec2(1.0, 0.0), vec2(0.0, 1.0)),
        (inner.left_bottom(), vec2(0.0, 1.0), vec2(-1.0, 0.0)),
        (inner.left_top(), vec2(-1.0, 0.0), vec2(0.0, -1.0)),
    ];
    let mut points: Vec<Vec2> =
        turns.iter().flat_map(|&(centre, from, to)| quarter(centre.to_vec2(), radius, from, to)).collect();
    points.dedup_by(|one, other| (*one - *other).length_sq() < 1e-8);
    points
}

fn shield() -> Vec<Vec2> {
    let half = |side: f32| {
        let (from, to) = (vec2(side * 0.92, -0.05), vec2(0.0, 1.14));
        let (out, back) = (vec2(side * 0.92, 0.5), vec2(side * 0.62, 0.86));
        (0..=STEPS).map(move |step| cubic(from, out, back, to, step as f32 / STEPS as f32))
    };
    let mut points = corners(&[(-0.92, -0.92), (0.92, -0.92)]);
    points.extend(half(1.0));
    let mut left: Vec<Vec2> = half(-1.0).take(STEPS).collect();
    left.reverse();
    points.extend(left);
    points
}

fn bubble() -> (Vec<Vec<Vec2>>, Vec<Vec2>) {
    let body = rounded(Rect::from_min_max(Pos2::new(-0.98, -0.92), Pos2::new(0.98, 0.72)), 0.42);
    let tail = corners(&[(-0.52, 0.4), (-0.1, 0.4), (-0.1, 0.72), (-0.52, 1.1)]);
    // The body starts at its upper right corner and goes round; the tail hangs after the lower right corner.
    let mut outline = body.clone();
    let after = 2 * (STEPS + 1);
    outline.splice(after..after, corners(&[(-0.1, 0.72), (-0.52, 1.1), (-0.52, 0.72)]));
    (vec![body, tail], outline)
}

fn flag() -> (Vec<Vec<Vec2>>, Vec<Vec2>) {
    let field = corners(&[(-1.1, -0.76), (0.8, -0.76), (0.8, 0.76), (-1.1, 0.76)]);
    let upper = corners(&[(0.6, -0.76), (1.16, -0.76), (0.8, 0.0), (0.6, 0.0)]);
    let lower = corners(&[(0.6, 0.0), (0.8, 0.0), (1.16, 0.76), (0.6, 0.76)]);
    let outline = corners(&[(-1.1, -0.76), (1.16, -0.76), (0.8, 0.0), (1.16, 0.76), (-1.1, 0.76)]);
    (vec![field, upper, lower], outline)
}

fn pin() -> (Vec<Vec<Vec2>>, Vec<Vec2>) {
    let (centre, radius, tip) = (vec2(0.0, -0.2), 0.88, vec2(0.0, 1.2));
    let head = disc(centre, radius);
    // Where the lines from the tip touch the head.
    let far = (tip - centre).length();
    let down = radius * radius / far;
    let aside = radius * (1.0 - (radius / far) * (radius / far)).sqrt();
    let (right, left) = (centre + vec2(aside, down), centre + vec2(-aside, down));
    let above = |corner: &&Vec2| corner.y - centre.y < down - 0.01;
    let rising = head.iter().filter(above).filter(|corner| corner.x < 0.0);
    let falling = head.iter().filter(above).filter(|corner| corner.x >= 0.0);
    let outline = [tip, left].into_iter().chain(rising.copied()).chain(falling.copied()).chain([right]).collect();
    (vec![head, vec![tip, left, centre, right]], outline)
}

fn edges(outline: &[Vec2]) -> impl Iterator<Item = (Vec2, Vec2)> + '_ {
    outline.iter().zip(outline.iter().cycle().skip(1)).map(|(from, to)| (*from, *to))
}

fn cross(one: Vec2, other: Vec2) -> f32 {
    one.x * other.y - one.y * other.x
}

/// How far along `direction` (from the origin) an edge is met.
fn ray_meets(direction: Vec2, from: Vec2, to: Vec2) -> Option<f32> {
    let edge = to - from;
    let turn = cross(direction, edge);
    if turn.abs() < 1e-9 {
        return None;
    }
    let along = cross(from, edge) / turn;
    let share = cross(from, direction) / turn;
    (along > 0.0 && (-1e-5..=1.000_01).contains(&share)).then_some(along)
}

/// Every edge moved outwards (the outline runs clockwise as seen); corners are mitred.
///
/// Beside a hollow, moved edges may run backwards: they are gone from the ring, and their neighbours meet instead.
fn offset(outline: &[Vec2], by: f32) -> Vec<Vec2> {
    let mut moved: Vec<Edge> = edges(outline).map(|(from, to)| Edge::moved(from, to, by)).collect();
    loop {
        let count = moved.len();
        let meetings: Vec<Vec2> = (0..count).map(|at| moved[(at + count - 1) % count].meets(&moved[at], by)).collect();
        let backwards = (0..count).find(|&at| (meetings[(at + 1) % count] - meetings[at]).dot(moved[at].along) < -1e-4);
        match backwards {
            Some(at) if count > 3 => moved.remove(at),
            _ => return meetings,
        };
    }
}

/// A moved edge: where it was, its direction, its outward normal.
struct Edge {
    from: Vec2,
    to: Vec2,
    along: Vec2,
    outward: Vec2,
}

impl Edge {
    fn moved(from: Vec2, to: Vec2, by: f32) -> Self {
        let along = (to - from).normalized();
        let outward = vec2(along.y, -along.x);
        Self { from: from + outward * by, to: to + outward * by, along, outward }
    }

    /// Where it meets the next edge.
    fn meets(&self, next: &Self, by: f32) -> Vec2 {
        let turn = cross(self.along, next.along);
        if turn.abs() < 1e-3 {
            return (self.to + next.from) / 2.0;
        }
        let meeting = self.from + self.along * (cross(next.from - self.from, next.along) / turn);
        // The corner that both edges came from, if they still share one.
        let corner = self.to - self.outward * by;
        let mitre = meeting - corner;
        if turn > 0.0 && mitre.length() > 2.0 * by { corner + mitre.normalized() * (2.0 * by) } else { meeting }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_convex(points: &[Vec2]) -> bool {
        let count = points.len();
        (0..count).all(|at| {
            let (one, two, three) = (points[at], points[(at + 1) % count], points[(at + 2) % count]);
            cross(two - one, three - two) >= -1e-5
        })
    }

    fn area(points: &[Vec2]) -> f32 {
        edges(points).map(|(from, to)| cross(from, to)).sum::<f32>() / 2.0
    }

    fn inside(points: &[Vec2], at: Vec2) -> bool {
        edges(points)
            .filter(|(from, to)| (from.y > at.y) != (to.y > at.y))
            .filter(|(from, to)| at.x < from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x))
            .count()
            % 2
            == 1
    }

    #[test]
    fn pieces_are_convex_and_clockwise() {
        for shape in Shape::ALL {
            for piece in shape.pieces() {
                assert!(is_convex(piece), "{shape:?}");
                assert!(area(piece) > 0.0, "{shape:?}");
            }
            assert!(area(shape.outline()) > 0.0, "{shape:?}");
        }
    }

    #[test]
    fn pieces_cover_the_outline_and_nothing_else() {
        for shape in Shape::ALL {
            for step in 0..80 * 80 {
                let at = vec2((step % 80) as f32 / 29.0 - 1.371, (step / 80) as f32 / 29.0 - 1.333);
                let covered = shape.pieces().iter().any(|piece| inside(piece, at));
                assert_eq!(covered, inside(shape.outline(), at), "{shape:?} at {at:?}");
            }
        }
    }

    #[test]
    fn rings_keep_their_distance() {
        for shape in Shape::ALL {
            for (r, clear) in [(9.0, 5.5), (14.0, 5.5), (24.0, 7.0)] {
                let ring = shape.ring(Pos2::ZERO, r, clear);
                assert_eq!(ring.first(), ring.last());
                let outline: Vec<Vec2> = shape.outline().iter().map(|corner| *corner * r).collect();
                for corner in &ring {
                    let near = edges(&outline)
                        .map(|(from, to)| {
                            let share =
                                ((corner.to_vec2() - from).dot(to - from) / (to - from).length_sq()).clamp(0.0, 1.0);
                            (corner.to_vec2() - from - (to - from) * share).length()
                        })
                        .fold(f32::MAX, f32::min);
                    assert!(near > clear * 0.95 && near < clear * 3.0, "{shape:?} r {r}: {near} at {corner:?}");
                    assert!(!inside(&outline, corner.to_vec2()), "{shape:?}");
                }
            }
        }
    }

    #[test]
    fn reach_ends_at_the_outline() {
        assert!((Shape::Circle.reach(vec2(3.0, 4.0)) - 1.0).abs() < 2e-3);
        assert!((Shape::Diamond.reach(vec2(0.0, -2.0)) - 1.16).abs() < 1e-5);
        assert!((Shape::Pin.reach(vec2(0.0, 1.0)) - 1.2).abs() < 1e-5);
        assert!((Shape::Flag.reach(vec2(1.0, 0.0)) - 0.8).abs() < 1e-5);
        for shape in Shape::ALL {
            for turn in [vec2(1.0, 0.0), vec2(-1.0, 0.3), vec2(0.2, -1.0), vec2(-0.7, 0.7)] {
                let reach = shape.reach(turn);
                assert!((0.7..1.5).contains(&reach), "{shape:?} {turn:?}: {reach}");
            }
        }
    }
}
