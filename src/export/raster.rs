//! A picture as pixels, computed on the processor. The same pixels on every machine: the scalar code path is used
//! even where faster instructions exist, since those round differently.

use std::sync::Arc;

use emath::{Pos2, Rect};
use vello_cpu::color::PremulRgba8;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Join, Point, RoundedRect, Shape as _};
use vello_cpu::peniko::{ColorStop, ColorStops, Gradient, ImageQuality, ImageSampler, LinearGradientPosition};
use vello_cpu::{
    Image, ImageSource, Level, PaintType, Pixmap, PixmapMut, RasterizerSettings, RenderContext, RenderMode,
    RenderSettings, Resources, kurbo,
};

use super::glyph::Glyphs;
use crate::layout::measure::TextStyle;
use crate::scene::pixels::Pixels;
use crate::scene::text::{BASELINE, PLATE_RADIUS, left_edge, plate_rect, text_rect};
use crate::scene::{Ink, Item, Role, Scene, Stroke, Style, Theme, dash, hatch};

/// Longest side, in pixels. The rasteriser counts in 16 bits; most programs refuse larger pictures earlier.
pub const MAX_SIDE: u32 = 32_767;
/// Most pixels of one picture: 400 MB while it is made.
pub const MAX_PIXELS: u64 = 100_000_000;

/// How a picture is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RasterOptions {
    /// Pixels per point.
    pub scale: f32,
    /// Ground; none leaves it transparent.
    pub background: Option<Role>,
}

impl Default for RasterOptions {
    fn default() -> Self {
        Self { scale: 1.0, background: Some(Role::Canvas) }
    }
}

/// Why no picture was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RasterError {
    /// Nothing to show.
    #[error("the picture is {width} × {height} pixels: nothing to draw")]
    Empty {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// Too large to make.
    #[error(
        "the picture would be {width} × {height} pixels; at most {MAX_SIDE} a side and {MAX_PIXELS} in all. Choose a \
         smaller scale, or SVG, which has no limit"
    )]
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// Pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// Rows from the top; four bytes a pixel, sRGB, colour multiplied by alpha.
    pub premultiplied: Vec<u8>,
    /// Characters that the typefaces lack; they are drawn as hollow boxes.
    pub missing_glyphs: usize,
}

/// Draws a scene.
pub fn raster(scene: &Scene, theme: &Theme, options: RasterOptions) -> Result<Raster, RasterError> {
    let (width, height) = pixels(scene, options.scale)?;
    let settings = RenderSettings { level: level(), num_threads: 0 };
    let mut canvas = Canvas {
        context: RenderContext::new_with(width, height, settings),
        theme,
        scale: f64::from(options.scale),
        glyphs: Glyphs::default(),
    };
    if let Some(role) = options.background {
        canvas.context.set_paint(canvas.colour(role.into()));
        canvas.context.fill_rect(&kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
    }
    canvas.context.set_transform(Affine::scale(canvas.scale));
    canvas.items(&scene.items, Rect::from_min_size(Pos2::ZERO, scene.size));
    canvas.context.flush();
    let mut premultiplied = vec![0; usize::from(width) * usize::from(height) * 4];
    let target = PixmapMut::new(width, height, &mut premultiplied).expect("the buffer has the size of the picture");
    let speed = RasterizerSettings { render_mode: RenderMode::OptimizeSpeed, ..RasterizerSettings::default() };
    canvas.context.render_with(target, &mut Resources::new(), speed);
    Ok(Raster { width, height, premultiplied, missing_glyphs: canvas.glyphs.missing })
}

/// Size in pixels, if it can be made.
fn pixels(scene: &Scene, scale: f32) -> Result<(u16, u16), RasterError> {
    let count = |points: f32| (points * scale).ceil().clamp(0.0, u32::MAX as f32) as u32;
    let (width, height) = (count(scene.size.x), count(scene.size.y));
    if width == 0 || height == 0 {
        return Err(RasterError::Empty { width, height });
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(RasterError::TooLarge { width, height });
    }
    Ok((width as u16, height as u16))
}

/// The level of instructions that every machine has in common.
fn level() -> Level {
    // On x86 the baseline of an ordinary build is the scalar fallback; elsewhere the fallback is asked for by name
    // (a feature that `Cargo.toml` turns on for those machines only).
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return Level::baseline();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return Level::fallback();
}

struct Canvas<'a> {
    context: RenderContext,
    theme: &'a Theme,
    scale: f64,
    glyphs: Glyphs,
}

impl Canvas<'_> {
    fn items(&mut self, items: &[Item], visible: Rect) {
        for item in items.iter().filter(|item| item.bounds().intersects(visible)) {
            self.item(item, visible);
        }
    }

    fn item(&mut self, item: &Item, visible: Rect) {
        match item {
            Item::Polygon { points, fill, stroke } => self.shape(&polyline(points, true), *fill, *stroke),
            Item::Rect { rect, radius, fill, stroke } => {
                let radius = f64::from(*radius).min(f64::from(rect.width().min(rect.height())) / 2.0).max(0.0);
                let path = if radius > 0.0 {
                    RoundedRect::from_rect(area(*rect), radius).to_path(0.01)
                } else {
                    area(*rect).to_path(0.1)
                };
                self.shape(&path, *fill, *stroke);
            }
            Item::Circle { centre, radius, fill, stroke } => {
                let path = Circle::new(point(*centre), f64::from(radius.max(0.0))).to_path(0.01);
                self.shape(&path, *fill, *stroke);
            }
            Item::Line { points, stroke } if stroke.style != Style::Solid => self.broken(points, *stroke, visible),
            Item::Line { points, stroke } => {
                let closed = points.len() > 2 && points.first() == points.last();
                let open = if closed { &points[..points.len() - 1] } else { points };
                let path = polyline(&self.snapped(open, *stroke), closed);
                self.shape(&path, None, Some(*stroke));
            }
            Item::Fade { rect, left, right } => {
                self.context.set_paint(self.run(*rect, *left, *right));
                self.context.fill_rect(&area(*rect));
            }
            Item::Bars { bars, ink } => {
                self.context.set_paint(self.colour(*ink));
                let pixel = |x: f32| (f64::from(x) * self.scale).round() / self.scale;
                let mut path = BezPath::new();
                for bar in bars {
                    let (left, right) = (pixel(bar.left), pixel(bar.right));
                    let rect = kurbo::Rect::new(left, f64::from(bar.top), right, f64::from(bar.bottom));
                    path.extend(rect.to_path(0.1));
                }
                self.context.fill_path(&path);
            }
            Item::Hatch { points, left, right } => {
                let mut path = BezPath::new();
                for stripe in hatch::stripes(points) {
                    path.extend(polyline(&stripe, true));
                }
                self.context.set_paint(self.run(Rect::from_points(points), *left, *right));
                self.context.fill_path(&path);
            }
            Item::Text { at, anchor, text, style, ink, plate } => {
                let rect = text_rect(*at, *anchor, text, *style);
                if let Some(plate) = plate {
                    let path = RoundedRect::from_rect(area(plate_rect(rect)), f64::from(PLATE_RADIUS)).to_path(0.01);
                    self.shape(&path, Some(*plate), None);
                }
                let left = left_edge(at.x, *anchor, rect.width());
                self.text(text, *style, Pos2::new(left, at.y + BASELINE * style.size), *ink);
            }
            Item::Pixels { rect, pixels, strength } => self.pixels(*rect, pixels, *strength),
            Item::Clip { rect, items } => {
                self.context.push_clip_path(&area(*rect).to_path(0.1));
                self.items(items, visible.intersect(*rect));
                self.context.pop_clip_path();
            }
        }
    }

    /// A picture in a picture: pixel on pixel where it has the scale of this one.
    fn pixels(&mut self, rect: Rect, pixels: &Pixels, strength: f32) {
        let (Ok(width), Ok(height)) = (u16::try_from(pixels.width), u16::try_from(pixels.height)) else { return };
        if width == 0 || height == 0 {
            return;
        }
        let colours = pixels.premultiplied.chunks_exact(4);
        let colours = colours.map(|pixel| PremulRgba8 { r: pixel[0], g: pixel[1], b: pixel[2], a: pixel[3] });
        let image = Arc::new(Pixmap::from_parts(colours.collect(), width, height));
        let sampler = ImageSampler { quality: ImageQuality::Low, alpha: strength, ..ImageSampler::default() };
        self.context.set_paint(Image { image: ImageSource::Pixmap(image), sampler });
        let scale = |points: f32, count: u16| f64::from(points) / f64::from(count);
        let (across, down) = (scale(rect.width(), width), scale(rect.height(), height));
        let place = Affine::translate((f64::from(rect.left()), f64::from(rect.top())));
        self.context.set_paint_transform(place * Affine::scale_non_uniform(across, down));
        self.context.fill_rect(&area(rect));
        self.context.reset_paint_transform();
    }

    fn text(&mut self, text: &str, style: TextStyle, baseline: Pos2, ink: Ink) {
        let path = self.glyphs.path(text, style, [f64::from(baseline.x), f64::from(baseline.y)]);
        if !path.elements().is_empty() {
            self.context.set_paint(self.colour(ink));
            self.context.fill_path(&path);
        }
    }

    /// A broken line, cut to the view first: a dashed line may be far longer than what is seen of it.
    fn broken(&mut self, points: &[Pos2], stroke: Stroke, visible: Rect) {
        let room = visible.expand(stroke.width);
        let mut path = BezPath::new();
        self.context.set_paint(self.colour(stroke.ink));
        match stroke.style {
            Style::Dashed(on, off) => {
                for dash in dash::dashes(points, on, on + off, room) {
                    path.extend(polyline(&dash, false));
                }
            }
            Style::Solid | Style::Dotted => {
                for dot in dash::dots(points, 3.2 * stroke.width, room) {
                    path.extend(Circle::new(point(dot), 0.75 * f64::from(stroke.width)).to_path(0.01));
                }
                self.context.fill_path(&path);
                return;
            }
        }
        self.context.set_stroke(pen(Stroke { style: Style::Solid, ..stroke }));
        self.context.stroke_path(&path);
    }

    fn shape(&mut self, path: &BezPath, fill: Option<Ink>, stroke: Option<Stroke>) {
        if path.elements().is_empty() {
            return;
        }
        if let Some(ink) = fill {
            self.context.set_paint(self.colour(ink));
            self.context.fill_path(path);
        }
        if let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0) {
            self.context.set_paint(self.colour(stroke.ink));
            self.context.set_stroke(pen(stroke));
            self.context.stroke_path(path);
        }
    }

    /// Rules lie on whole pixels, so that a hairline is one crisp line; marks stay where the dates put them.
    fn snapped(&self, points: &[Pos2], stroke: Stroke) -> Vec<Pos2> {
        let mut points = points.to_vec();
        if let ([from, to], true) = (&mut points[..], stroke.ink.role.is_rule()) {
            let scale = self.scale as f32;
            let snap = |at: f32| {
                let half = (stroke.width * scale).round().max(1.0) / 2.0;
                ((at * scale - half).round() + half) / scale
            };
            if (from.x - to.x).abs() < 1e-4 {
                from.x = snap(from.x);
                to.x = from.x;
            } else if (from.y - to.y).abs() < 1e-4 {
                from.y = snap(from.y);
                to.y = from.y;
            }
        }
        points
    }

    fn colour(&self, ink: Ink) -> AlphaColor<Srgb> {
        let [red, green, blue, alpha] = self.theme.resolve(ink);
        AlphaColor::from_rgba8(red, green, blue, alpha)
    }

    /// A colour that runs over the width of a rectangle.
    fn run(&self, rect: Rect, left: Ink, right: Ink) -> PaintType {
        if left == right || rect.width() <= 0.0 {
            return self.colour(left).into();
        }
        let stop = |offset: f32, ink: Ink| ColorStop::from((offset, self.colour(ink)));
        Gradient {
            kind: LinearGradientPosition {
                start: Point::new(f64::from(rect.left()), 0.0),
                end: Point::new(f64::from(rect.right()), 0.0),
            }
            .into(),
            stops: ColorStops::from(&[stop(0.0, left), stop(1.0, right)][..]),
            ..Gradient::default()
        }
        .into()
    }
}

fn pen(stroke: Stroke) -> kurbo::Stroke {
    let width = f64::from(stroke.width);
    let join = if stroke.round { Join::Round } else { Join::Miter };
    let cap = if stroke.round { Cap::Round } else { Cap::Butt };
    let solid = kurbo::Stroke::new(width).with_join(join).with_caps(cap);
    match stroke.style {
        Style::Solid => solid,
        Style::Dashed(on, off) => solid.with_dashes(0.0, [f64::from(on), f64::from(off)]),
        // A dash of no length with round ends is a dot.
        Style::Dotted => kurbo::Stroke::new(1.5 * width).with_caps(Cap::Round).with_dashes(0.0, [1e-3, 3.2 * width]),
    }
}

fn point(at: Pos2) -> Point {
    Point::new(f64::from(at.x), f64::from(at.y))
}

fn area(rect: Rect) -> kurbo::Rect {
    kurbo::Rect::from_points(point(rect.min), point(rect.max))
}

fn polyline(points: &[Pos2], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    let [first, rest @ ..] = points else { return path };
    path.move_to(point(*first));
    for at in rest {
        path.line_to(point(*at));
    }
    if closed {
        path.close_path();
    }
    path
}
