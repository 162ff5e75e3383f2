//! Scenes on the screen: items to egui's shapes. What lies outside the view costs a comparison, no more.

use egui::emath::{Rot2, TSTransform};
use egui::epaint::{CircleShape, Mesh, PathShape, PathStroke, RectShape, StrokeKind};
use egui::{Color32, Painter, Pos2, Rect, Shape, Vec2, pos2, vec2};

use super::fonts::font_id;
use super::textures;
use super::theme::colour;
use crate::layout::measure::TextStyle;
use crate::scene::item::Bar;
use crate::scene::text::{BASELINE, PLATE_RADIUS, left_edge, plate_rect, text_rect};
use crate::scene::{Anchor, Ink, Item, Stroke, Style, Theme, dash, hatch};

/// Below this width (pixels) round ends cannot be told from flat ones.
const ROUND_FROM: f32 = 1.5;
/// Corners of a circle that is drawn as a path.
const CIRCLE_CORNERS: usize = 48;

/// Draws items. `to_screen` moves and scales the scene onto the screen; lines and type scale with it.
pub fn paint(items: &[Item], painter: &Painter, to_screen: TSTransform, theme: &Theme) {
    let mut brush = Brush { painter: painter.clone(), to_screen, theme, shapes: Vec::with_capacity(items.len()) };
    brush.items(items);
    brush.flush();
}

struct Brush<'a> {
    painter: Painter,
    to_screen: TSTransform,
    theme: &'a Theme,
    /// Collected and handed over together: each hand-over takes a lock.
    shapes: Vec<Shape>,
}

impl Brush<'_> {
    fn flush(&mut self) {
        self.painter.extend(self.shapes.drain(..));
    }

    fn items(&mut self, items: &[Item]) {
        let visible = self.to_screen.inverse() * self.painter.clip_rect();
        for item in items {
            if item.bounds().intersects(visible) {
                self.item(item);
            }
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Polygon { points, fill, stroke } => self.polygon(points, *fill, *stroke),
            Item::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke),
            Item::Circle { centre, radius, fill, stroke } => self.circle(*centre, *radius, *fill, *stroke),
            Item::Line { points, stroke } => self.line(points, *stroke),
            Item::Fade { rect, left, right } => {
                let colours = [self.colour(*left), self.colour(*right)];
                let pixel = 1.0 / self.painter.pixels_per_point();
                self.shapes.push(fade(self.to_screen * *rect, colours, pixel));
            }
            Item::Bars { bars, ink } => self.bars(bars, *ink),
            Item::Hatch { points, left, right } => self.hatch(points, *left, *right),
            Item::Text { at, anchor, text, style, ink, plate } => {
                if let Some(plate) = plate {
                    let rect = plate_rect(text_rect(*at, *anchor, text, *style));
                    self.rect(rect, PLATE_RADIUS, Some(*plate), None);
                }
                self.text(*at, *anchor, text, *style, *ink);
            }
            Item::Pixels { rect, pixels, strength } => {
                let texture = textures::of(&self.painter, pixels);
                let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                let tint = Color32::WHITE.gamma_multiply(*strength);
                let mut mesh = Mesh::with_texture(texture);
                mesh.add_rect_with_uv(self.to_screen * *rect, whole, tint);
                self.shapes.push(Shape::mesh(mesh));
            }
            Item::Clip { rect, items } => {
                self.flush();
                let whole = self.painter.clip_rect();
                self.painter.shrink_clip_rect(self.to_screen * *rect);
                self.items(items);
                self.flush();
                self.painter.set_clip_rect(whole);
            }
        }
    }

    fn polygon(&mut self, points: &[Pos2], fill: Option<Ink>, stroke: Option<Stroke>) {
        let points = self.placed(points);
        let fill = self.fill(fill);
        match stroke {
            Some(stroke) if stroke.style != Style::Solid => {
                self.shapes.push(PathShape::convex_polygon(points.clone(), fill, PathStroke::NONE).into());
                self.broken(closed(points), stroke);
            }
            stroke => {
                let stroke = stroke.map_or(PathStroke::NONE, |stroke| self.pen(stroke).into());
                self.shapes.push(PathShape::convex_polygon(points, fill, stroke).into());
            }
        }
    }

    fn rect(&mut self, rect: Rect, radius: f32, fill: Option<Ink>, stroke: Option<Stroke>) {
        // Grounds and rules lie on whole pixels, so that they meet without seams; marks stay where the dates put them.
        let snap = fill.is_some_and(|ink| ink.role.is_ground()) || stroke.is_some_and(|it| it.ink.role.is_rule());
        let radius = (radius * self.to_screen.scaling).min(f32::from(u8::MAX));
        let rect = self.to_screen * rect;
        let broken = stroke.filter(|stroke| stroke.style != Style::Solid);
        let pen = if broken.is_some() { egui::Stroke::NONE } else { self.pen_or_none(stroke) };
        let shape = RectShape::new(rect, radius, self.fill(fill), pen, StrokeKind::Middle);
        self.shapes.push(shape.with_round_to_pixels(snap).into());
        if let Some(stroke) = broken {
            self.broken(closed(rounded(rect, radius)), stroke);
        }
    }

    fn circle(&mut self, centre: Pos2, radius: f32, fill: Option<Ink>, stroke: Option<Stroke>) {
        let center = self.to_screen * centre;
        let radius = radius * self.to_screen.scaling;
        let broken = stroke.filter(|stroke| stroke.style != Style::Solid);
        let pen = if broken.is_some() { egui::Stroke::NONE } else { self.pen_or_none(stroke) };
        self.shapes.push(CircleShape { center, radius, fill: self.fill(fill), stroke: pen }.into());
        if let Some(stroke) = broken {
            self.broken(closed(arc(center, radius, 0.0, CIRCLE_CORNERS, CIRCLE_CORNERS)), stroke);
        }
    }

    fn line(&mut self, points: &[Pos2], stroke: Stroke) {
        let mut points = self.placed(points);
        if stroke.style != Style::Solid {
            self.broken(points, stroke);
            return;
        }
        let pen = self.pen(stroke);
        let is_closed = points.len() > 2 && points.first() == points.last();
        if stroke.round && pen.width * self.painter.pixels_per_point() >= ROUND_FROM {
            let capsule = |ends: &[Pos2]| {
                Shape::convex_polygon(capsule(ends[0], ends[1], pen.width), pen.color, PathStroke::NONE)
            };
            self.shapes.extend(points.windows(2).map(capsule));
            return;
        }
        match (&points[..], is_closed) {
            // egui puts a lone segment on whole pixels: right for rules, wrong for marks.
            (&[from, to], _) if stroke.ink.role.is_rule() => self.shapes.push(Shape::line_segment([from, to], pen)),
            (_, true) => {
                points.pop();
                self.shapes.push(Shape::closed_line(points, pen));
            }
            _ => self.shapes.push(Shape::line(points, pen)),
        }
    }

    /// A dashed or dotted line through points on the screen.
    fn broken(&mut self, points: Vec<Pos2>, stroke: Stroke) {
        let scale = self.to_screen.scaling;
        let pen = self.pen(stroke);
        // Dashes far outside the view would be made and thrown away, thousands of them on a long axis.
        let room = self.painter.clip_rect().expand(pen.width);
        match stroke.style {
            Style::Solid => self.shapes.push(Shape::line(points, pen)),
            Style::Dashed(on, off) => {
                let dashes = dash::dashes(&points, on * scale, (on + off) * scale, room);
                self.shapes.extend(dashes.into_iter().map(|dash| Shape::line(dash, pen)));
            }
            Style::Dotted => {
                let dots = dash::dots(&points, 3.2 * pen.width, room);
                let dot = |at| Shape::circle_filled(at, 0.75 * pen.width, pen.color);
                self.shapes.extend(dots.into_iter().map(dot));
            }
        }
    }

    /// One mesh: thousands of single rectangles would cost more than all the rest of a frame.
    fn bars(&mut self, bars: &[Bar], ink: Ink) {
        let colour = self.colour(ink);
        let pixels = self.painter.pixels_per_point();
        let crisp = |x: f32| (x * pixels).round() / pixels;
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(4 * bars.len());
        mesh.reserve_triangles(2 * bars.len());
        for bar in bars {
            let rect = self.to_screen * bar.rect();
            let (left, right) = (crisp(rect.left()), crisp(rect.right()));
            let rect = Rect::from_min_max(pos2(left, crisp(rect.top())), pos2(right, crisp(rect.bottom())));
            mesh.add_colored_rect(rect, colour);
        }
        self.shapes.push(Shape::mesh(mesh));
    }

    /// One mesh, with edges that are smoothed as egui smooths its lines: a wide hatching has hundreds of stripes, and as
    /// lines of their own they would cost more than all the rest of a frame.
    fn hatch(&mut self, points: &[Pos2], left: Ink, right: Ink) {
        let half = hatch::WIDTH * self.to_screen.scaling / 2.0;
        let soft = 0.5 / self.painter.pixels_per_point();
        // What is thinner than a pixel is paler instead.
        let (inner, share) = if half > soft { (half - soft, 1.0) } else { (0.0, half / soft) };
        let ends = [left, right].map(|ink| self.colour(ink).gamma_multiply(share));
        let bounds = self.to_screen * Rect::from_points(points);
        let colour = |x: f32| {
            let share = if bounds.width() > 0.0 { ((x - bounds.left()) / bounds.width()).clamp(0.0, 1.0) } else { 0.0 };
            if ends[0] == ends[1] { ends[0] } else { ends[0].lerp_to_gamma(ends[1], share) }
        };
        let mut mesh = Mesh::default();
        for [from, to] in hatch::lines(points) {
            let (from, to) = (self.to_screen * from, self.to_screen * to);
            let across = (to - from).normalized().rot90();
            let first = mesh.vertices.len() as u32;
            for offset in [-inner - 2.0 * soft, -inner, inner, inner + 2.0 * soft] {
                let is_edge = offset.abs() > inner;
                for end in [from, to] {
                    let full = colour(end.x);
                    mesh.colored_vertex(end + across * offset, if is_edge { Color32::TRANSPARENT } else { full });
                }
            }
            for strip in [0, 2, 4] {
                let at = first + strip;
                mesh.add_triangle(at, at + 1, at + 2);
                mesh.add_triangle(at + 2, at + 1, at + 3);
            }
        }
        if !mesh.is_empty() {
            self.shapes.push(Shape::mesh(mesh));
        }
    }

    fn text(&mut self, at: Pos2, anchor: Anchor, text: &str, style: TextStyle, ink: Ink) {
        let font = font_id(style, self.to_screen.scaling);
        // The colour is given when drawing, so that one layout serves every emphasis.
        let galley = self.painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        let Some(row) = galley.rows.first() else { return };
        let Some(glyph) = row.glyphs.first() else { return };
        let baseline = row.pos.y + glyph.pos.y;
        let at = self.to_screen * (at + Vec2::new(0.0, BASELINE * style.size));
        let left = left_edge(at.x, anchor, galley.size().x);
        self.shapes.push(Shape::galley(pos2(left, at.y - baseline), galley, self.colour(ink)));
    }

    fn placed(&self, points: &[Pos2]) -> Vec<Pos2> {
        points.iter().map(|at| self.to_screen * *at).collect()
    }

    fn colour(&self, ink: Ink) -> Color32 {
        colour(self.theme, ink)
    }

    fn fill(&self, fill: Option<Ink>) -> Color32 {
        fill.map_or(Color32::TRANSPARENT, |ink| self.colour(ink))
    }

    fn pen(&self, stroke: Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width * self.to_screen.scaling, self.colour(stroke.ink))
    }

    fn pen_or_none(&self, stroke: Option<Stroke>) -> egui::Stroke {
        stroke.map_or(egui::Stroke::NONE, |stroke| self.pen(stroke))
    }
}

fn closed(mut points: Vec<Pos2>) -> Vec<Pos2> {
    points.extend(points.first().copied());
    points
}

/// Points on a circle: `count` of them from a number of steps on, where `whole` steps go all the way round.
fn arc(centre: Pos2, radius: f32, first: f32, count: usize, whole: usize) -> Vec<Pos2> {
    let turn = |step: usize| (first + step as f32) / whole as f32 * std::f32::consts::TAU;
    (0..count).map(|step| centre + Vec2::angled(turn(step)) * radius).collect()
}

/// The outline of a rectangle with round corners.
fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.clamp(0.0, rect.width().min(rect.height()).max(0.0) / 2.0);
    if radius <= 0.0 {
        return vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    }
    let inner = rect.shrink(radius);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let quarter = CIRCLE_CORNERS / 4;
    corners
        .iter()
        .enumerate()
        .flat_map(|(at, corner)| arc(*corner, radius, (at * quarter) as f32, quarter + 1, CIRCLE_CORNERS))
        .collect()
}

/// A segment with round ends.
fn capsule(from: Pos2, to: Pos2, width: f32) -> Vec<Pos2> {
    let ahead = (to - from).normalized() * (width / 2.0);
    let half = |centre: Pos2, start: Vec2| {
        (0..=8).map(move |step: u8| {
            let turn = Rot2::from_angle(f32::from(step) / 8.0 * std::f32::consts::PI);
            centre + turn * start
        })
    };
    // Clockwise as seen, from the left side of the far end on.
    let left = vec2(ahead.y, -ahead.x);
    half(to, left).chain(half(from, -left)).collect()
}

/// A rectangle whose colour runs from left to right, with its upper and lower edge smoothed as egui smooths those of
/// its neighbours.
fn fade(rect: Rect, [left, right]: [Color32; 2], pixel: f32) -> Shape {
    let soft = pixel.min(rect.height()) / 2.0;
    let rows =
        [(rect.top() - soft, 0.0), (rect.top() + soft, 1.0), (rect.bottom() - soft, 1.0), (rect.bottom() + soft, 0.0)];
    let mut mesh = Mesh::default();
    for (y, share) in rows {
        mesh.colored_vertex(pos2(rect.left(), y), left.gamma_multiply(share));
        mesh.colored_vertex(pos2(rect.right(), y), right.gamma_multiply(share));
    }
    for row in [0, 2, 4] {
        mesh.add_triangle(row, row + 1, row + 2);
        mesh.add_triangle(row + 2, row + 1, row + 3);
    }
    Shape::mesh(mesh)
}

#[cfg(test)]
mod tests {
    use egui::epaint::ClippedShape;

    use super::*;
    use crate::scene::text::BODY;
    use crate::scene::{KindLook, NodeMarks, NodeState, Role, node_items};
    use crate::ui::fonts;

    /// The shapes of items on a screen of 200 × 100.
    fn painted(items: &[Item], to_screen: TSTransform) -> Vec<ClippedShape> {
        let ctx = egui::Context::default();
        fonts::install(&ctx);
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0));
        let input = egui::RawInput { screen_rect: Some(screen), ..egui::RawInput::default() };
        let mut shapes = Vec::new();
        let mut output = ctx.run_ui(input, |ui| {
            let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("picture"));
            let painter = Painter::new(ui.ctx().clone(), layer, screen);
            paint(items, &painter, to_screen, Theme::light());
            painter.for_each_shape(|shape| shapes.push(shape.clone()));
        });
        output.textures_delta.clear();
        shapes
    }

    fn text(at: Pos2, anchor: Anchor) -> Item {
        Item::Text { at, anchor, text: "HHH".to_owned(), style: BODY, ink: Role::Text1.into(), plate: None }
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let look = KindLook::event(true);
        let node = |at| node_items(look, at, 12.0, NodeState::Possible, &NodeMarks::default());
        assert!(painted(&node(pos2(100.0, 50.0)), TSTransform::IDENTITY).len() > 2);
        assert!(painted(&node(pos2(300.0, 50.0)), TSTransform::IDENTITY).is_empty());
        // Moved into view.
        let moved = TSTransform::from_translation(vec2(-200.0, 0.0));
        assert!(painted(&node(pos2(300.0, 50.0)), moved).len() > 2);
        assert!(painted(&[text(pos2(500.0, 50.0), Anchor::Left)], TSTransform::IDENTITY).is_empty());
    }

    #[test]
    fn capitals_are_centred_and_anchors_hold() {
        for (anchor, expected) in [(Anchor::Left, 100.0), (Anchor::Middle, 87.0), (Anchor::Right, 74.0)] {
            let shapes = painted(&[text(pos2(100.0, 50.0), anchor)], TSTransform::IDENTITY);
            let Shape::Text(shape) = &shapes[0].shape else { panic!("no text") };
            let ink = shape.galley.rows[0].visuals.mesh_bounds.translate(shape.pos.to_vec2());
            assert!((ink.center().y - 50.0).abs() <= 1.0, "{ink:?}");
            assert!((shape.pos.x - expected).abs() < 2.0, "{anchor:?}: {:?}", shape.pos);
        }
    }

    #[test]
    fn clipping_shrinks_the_view_and_gives_it_back() {
        let dot =
            |x| Item::Circle { centre: pos2(x, 50.0), radius: 5.0, fill: Some(Role::Thread.into()), stroke: None };
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(60.0, 100.0));
        let items = [Item::Clip { rect, items: vec![dot(50.0), dot(120.0)] }, dot(150.0)];
        let shapes = painted(&items, TSTransform::IDENTITY);
        assert_eq!(shapes.len(), 2);
        assert_eq!(shapes[0].clip_rect, rect);
        assert_eq!(shapes[1].clip_rect, Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0)));
    }

    #[test]
    fn a_long_dashed_line_costs_what_is_seen_of_it() {
        let ends = |from: f32, to: f32| vec![pos2(from, 50.0), pos2(to, 50.0)];
        let line =
            |from, to, style| Item::Line { points: ends(from, to), stroke: Stroke::new(1.0, Role::Link).style(style) };
        let dashed = Style::Dashed(7.0, 4.0);
        let count = painted(&[line(-1e5, 1e5, dashed)], TSTransform::IDENTITY).len();
        assert!((18..=22).contains(&count), "{count}");
        let count = painted(&[line(0.0, 200.0, Style::Dotted)], TSTransform::IDENTITY).len();
        assert!((61..=64).contains(&count), "{count}");
    }

    #[test]
    fn round_ends_reach_half_the_width_further() {
        let bounds = Rect::from_points(&capsule(pos2(10.0, 10.0), pos2(20.0, 10.0), 4.0));
        assert!((bounds.min - pos2(8.0, 8.0)).length() < 1e-4 && (bounds.max - pos2(22.0, 12.0)).length() < 1e-4);
    }
}
