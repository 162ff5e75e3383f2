//! A large network as pixels: links fade to density, nodes are discs. Drawn by worker threads; the window moves and scales
//! the picture while the hand moves, and `render` writes it. The same request gives the same bytes, whatever the number
//! of threads: all counting is in whole numbers, band by band.

mod discs;
mod lines;
mod tone;

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2};

use super::plane::Plane;
use crate::base::cancel::Cancel;
use crate::base::parallel::in_pieces;
use crate::layout::network::camera::Camera;
use crate::model::answers::Answers;
use crate::model::time::Answer;
use crate::scene::pixels::Pixels;
use crate::scene::{Role, Theme};
use lines::Segment;

/// Rows of pixels that are drawn together.
const BAND: usize = 32;
/// Share of the view that the picture shows beyond each of its edges, so that a hand may pan a while.
pub const MARGIN: f32 = 0.25;

/// What is to be drawn.
#[derive(Clone)]
pub struct CloudRequest {
    /// The network.
    pub plane: Arc<Plane>,
    /// Which things lie in the window.
    pub answers: Arc<Answers>,
    /// What of the plane is seen.
    pub camera: Camera,
    /// Width and height of the view in points.
    pub size: Vec2,
    /// Share of the view beyond each edge.
    pub margin: f32,
    /// Pixels per point.
    pub scale: f32,
    /// Longest side that the device takes, in pixels; what would be longer is drawn coarser.
    pub most_side: u32,
    /// Nodes and ties that are drawn above the picture and not in it.
    pub left_out: Arc<LeftOut>,
    /// Colours.
    pub theme: &'static Theme,
    /// Threads that draw. The picture does not depend on it.
    pub threads: usize,
}

/// Nodes and ties of the plane, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Nodes.
    pub nodes: BTreeSet<u32>,
    /// Ties.
    pub ties: BTreeSet<u32>,
}

/// The drawn picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cloud {
    /// The pixels.
    pub pixels: Arc<Pixels>,
    /// The camera with which it was drawn.
    pub camera: Camera,
    /// The size of the view for which it was drawn.
    pub size: Vec2,
    /// Share of the view beyond each edge.
    pub margin: f32,
    /// What is drawn above it.
    pub left_out: Arc<LeftOut>,
    /// How many ties are only seen as density.
    pub ties: usize,
}

impl Cloud {
    /// Where the picture lies in a view with this camera and size: it is moved and scaled.
    pub fn rect(&self, camera: Camera, size: Vec2) -> Rect {
        let view = Rect::from_min_size(Pos2::ZERO, self.size);
        let drawn = view.expand2(self.size * self.margin);
        let place = |at: Pos2| camera.to_view(self.camera.to_plane(at, self.size), size);
        Rect::from_two_pos(place(drawn.min), place(drawn.max))
    }

    /// Share of the view that the picture covers.
    pub fn covered(&self, camera: Camera, size: Vec2) -> f32 {
        let view = Rect::from_min_size(Pos2::ZERO, size);
        let seen = self.rect(camera, size).intersect(view);
        if seen.is_positive() { seen.area() / view.area().max(1.0) } else { 0.0 }
    }
}

/// Most pixels of a picture: what is larger is drawn coarser.
const MOST_PIXELS: f32 = 24e6;

/// Draws the picture; none if it was cancelled.
pub fn cloud(request: &CloudRequest, cancel: &Cancel) -> Option<Cloud> {
    let whole = request.size * (1.0 + 2.0 * request.margin);
    let scale = request.scale.min((MOST_PIXELS / whole.x.max(1.0) / whole.y.max(1.0)).sqrt());
    let scale = scale.min(request.most_side as f32 / whole.x.max(whole.y).max(1.0));
    let (width, height) = ((whole.x * scale).floor().max(1.0) as usize, (whole.y * scale).floor().max(1.0) as usize);
    let drawing = Drawing::new(request, scale, (width, height), cancel)?;
    let mut premultiplied = vec![0; width * height * 4];
    let band = BAND * width * 4;
    in_pieces(
        request.threads,
        &mut premultiplied,
        band,
        || lines::Space::new(width, BAND),
        |space, first, rows| {
            if !cancel.is_cancelled() {
                drawing.draw_band(first / band, rows, space);
            }
        },
    );
    let pixels = Pixels { width: width as u32, height: height as u32, premultiplied };
    (!cancel.is_cancelled()).then(|| Cloud {
        pixels: Arc::new(pixels),
        camera: request.camera,
        size: request.size,
        margin: request.margin,
        left_out: Arc::clone(&request.left_out),
        ties: drawing.ties,
    })
}

/// All that is drawn, in pixels.
struct Drawing {
    width: usize,
    /// Ties by the first and last band that they touch.
    segments: Vec<Segment>,
    discs: Vec<discs::Disc>,
    tone: tone::Tone,
    ties: usize,
}

impl Drawing {
    fn new(request: &CloudRequest, scale: f32, (width, height): (usize, usize), cancel: &Cancel) -> Option<Self> {
        let plane = &request.plane;
        let middle = Vec2::new(width as f32, height as f32) / 2.0;
        let place = |at: Pos2| {
            let off = camera_offset(request.camera, at) * scale;
            [middle.x + off.x, middle.y + off.y]
        };
        let at: Vec<[f32; 2]> = plane.at.iter().map(|at| place(*at)).collect();
        if cancel.is_cancelled() {
            return None;
        }
        let room = [width as f32, height as f32];
        let mut segments = Vec::with_capacity(plane.ends.len());
        let mut left_out = request.left_out.ties.iter().peekable();
        for (tie, ((from, to), place)) in plane.ends.iter().zip(&plane.ties).enumerate() {
            if left_out.peek().is_some_and(|next| **next as usize == tie) {
                left_out.next();
                continue;
            }
            let is_faded = request.answers.at(*place) == Answer::Out;
            segments.extend(Segment::new(at[*from as usize], at[*to as usize], room, is_faded));
        }
        if cancel.is_cancelled() {
            return None;
        }
        let covered: f64 = segments.iter().map(|segment| f64::from(segment.seen())).sum();
        let mean = covered / (width * height) as f64;
        let discs = discs::all(request, &at, scale, room);
        let tone = tone::Tone::new(mean, request.theme);
        Some(Self { width, ties: segments.len(), segments, discs, tone })
    }

    fn draw_band(&self, band: usize, rows: &mut [u8], space: &mut lines::Space) {
        let first = band * BAND;
        let height = rows.len() / 4 / self.width;
        space.clear();
        for segment in self.segments.iter().filter(|segment| segment.touches(first, first + height)) {
            segment.draw(space, first, height);
        }
        for (pixel, counts) in rows.chunks_exact_mut(4).zip(space.counts()) {
            pixel.copy_from_slice(&self.tone.colour(counts));
        }
        for disc in self.discs.iter().filter(|disc| disc.touches(first, first + height)) {
            disc.draw(rows, self.width, first, height);
        }
    }
}

/// From the middle of the view, in points.
fn camera_offset(camera: Camera, at: Pos2) -> Vec2 {
    camera.to_view(at, Vec2::ZERO).to_vec2()
}

/// The colour of a role as bytes.
fn bytes(theme: &Theme, role: Role) -> [u8; 3] {
    let [red, green, blue, _] = theme.resolve(role.into());
    [red, green, blue]
}

#[cfg(test)]
mod tests;
