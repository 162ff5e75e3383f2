//! What was made for lanes that came on screen, kept until the lanes or the scale change.

use std::collections::HashMap;
use std::sync::Arc;

use super::content::Content;
use super::lanes::Lanes;
use super::request::Maker;
use super::rows::{Pack, Room, pack};
use crate::layout::axis::Axis;
use crate::model::time::Span;

/// Lanes with up to so many things have all their marks made at once; of others only those in view.
pub const WHOLE: usize = 200;
/// Height of the head of a group.
pub const GROUP_HEIGHT: f32 = 24.0;
/// Height of the head of a folded group, on which the counts of its lanes stand.
pub const FOLDED_HEIGHT: f32 = 28.0;
/// Lanes that are kept ready; more than ever fit on a screen.
const MOST_KEPT: usize = 2_000;

/// A part that holds more time than so many times what is in view is made anew.
const MOST_WIDER: i128 = 4;

/// Marks and rows of the lanes that were on screen.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    contents: HashMap<usize, Arc<Content>>,
    packs: HashMap<usize, Arc<Pack>>,
    parts: HashMap<usize, Part>,
    scale: Option<Axis>,
    rows: Option<Arc<Rows>>,
}

/// The part of a large lane around what was in view: its marks and rows.
#[derive(Clone, Debug)]
struct Part {
    span: Span,
    content: Arc<Content>,
    pack: Arc<Pack>,
}

/// Where each lane lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The upper edge of each lane, counted from that of the first, and the lower edge of the last.
    tops: Vec<f64>,
}

impl Rows {
    fn new(heights: impl Iterator<Item = f32>) -> Self {
        let mut top = 0.0;
        let mut tops = vec![top];
        tops.extend(heights.map(|height| {
            top += f64::from(height);
            top
        }));
        Self { tops }
    }

    /// Upper edge of a lane, counted from that of the first.
    pub fn top(&self, lane: usize) -> f64 {
        self.tops[lane]
    }

    /// Height of a lane.
    pub fn height_of(&self, lane: usize) -> f32 {
        (self.tops[lane + 1] - self.tops[lane]) as f32
    }

    /// Height of all lanes together.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The lanes of which something lies between two heights.
    pub fn between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        let lanes = self.tops.len() - 1;
        let first = self.tops[1..].partition_point(|end| *end <= top);
        let end = self.tops[..lanes].partition_point(|start| *start < bottom);
        first..end.max(first)
    }
}

impl Stage {
    /// Forgets everything: the lanes are others now.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Where the lanes lie at the scale of this axis. In small cases the height of a lane follows its marks.
    pub fn rows(&mut self, lanes: &Lanes, axis: &Axis, maker: &Maker<'_>) -> Arc<Rows> {
        self.rescale(lanes, axis);
        if let Some(rows) = &self.rows {
            return Arc::clone(rows);
        }
        let heights: Vec<f32> = (0..lanes.lanes.len()).map(|lane| self.height(lanes, lane, axis, maker)).collect();
        let rows = Arc::new(Rows::new(heights.into_iter()));
        self.rows = Some(Arc::clone(&rows));
        rows
    }

    fn height(&mut self, lanes: &Lanes, lane: usize, axis: &Axis, maker: &Maker<'_>) -> f32 {
        let content = &lanes.lanes[lane];
        match &content.group {
            Some(head) if head.folded => FOLDED_HEIGHT,
            Some(_) => GROUP_HEIGHT,
            None if follows(lanes, lane) => self.pack(lanes, lane, axis, maker).height(),
            None => Room::fixed(content).height(),
        }
    }

    /// The marks of a lane that is small enough to have them all made.
    pub fn content(&mut self, lanes: &Lanes, lane: usize, maker: &Maker<'_>) -> Arc<Content> {
        if self.contents.len() > MOST_KEPT {
            self.contents.clear();
            self.packs.clear();
        }
        let make = || Arc::new(Content::new(lanes, lane, lanes.items(lane), maker));
        Arc::clone(self.contents.entry(lane).or_insert_with(make))
    }

    /// The rows of the marks of such a lane, at the scale of this axis.
    pub fn pack(&mut self, lanes: &Lanes, lane: usize, axis: &Axis, maker: &Maker<'_>) -> Arc<Pack> {
        self.rescale(lanes, axis);
        if let Some(pack) = self.packs.get(&lane) {
            return Arc::clone(pack);
        }
        let content = self.content(lanes, lane, maker);
        let room = match &lanes.lanes[lane] {
            head if head.group.is_some() => Room { rows: 1, thin: 0 },
            _ if follows(lanes, lane) => Room::FULL,
            fixed => Room::fixed(fixed),
        };
        let packed = Arc::new(pack(&content, axis, room));
        self.packs.insert(lane, Arc::clone(&packed));
        packed
    }

    /// The marks of a part of a large lane that holds `span`, with their rows. More is made than is asked for, so that
    /// a hand that pans or zooms seldom has to wait for it.
    pub fn part(
        &mut self,
        lane: usize,
        span: Span,
        make: impl FnOnce(Span) -> (Content, Pack),
    ) -> (Arc<Content>, Arc<Pack>) {
        let length = |span: Span| i128::from(span.end().0) - i128::from(span.start().0);
        let is_kept = |part: &Part| part.span.covers(span) && length(part.span) <= MOST_WIDER * length(span);
        if self.parts.len() > MOST_KEPT {
            self.parts.clear();
        }
        if !self.parts.get(&lane).is_some_and(is_kept) {
            let aside = (length(span) / 2).min(i128::from(i64::MAX / 4)) as i64;
            let span = Span::new(span.start().plus(-aside), span.end().plus(aside));
            let (content, pack) = make(span);
            self.parts.insert(lane, Part { span, content: Arc::new(content), pack: Arc::new(pack) });
        }
        let part = &self.parts[&lane];
        (Arc::clone(&part.content), Arc::clone(&part.pack))
    }

    fn rescale(&mut self, lanes: &Lanes, axis: &Axis) {
        if self.scale.is_none_or(|known| !known.is_as_large_as(*axis)) {
            self.scale = Some(*axis);
            self.packs.clear();
            if lanes.is_small {
                self.rows = None;
            }
        }
    }
}

/// Whether the height of a lane follows its marks.
fn follows(lanes: &Lanes, lane: usize) -> bool {
    lanes.is_small && lanes.lanes[lane].len() <= WHOLE && lanes.lanes[lane].group.is_none()
}
