//! The parts of the view and the ground on which the lanes are drawn.

use emath::{Pos2, Rect, pos2, vec2};

use super::cuts::CutPlace;
use super::{Pen, TimelineView, filled, hairline, line};
use crate::layout::axis::Axis;
use crate::layout::timeline::{GroupHead, Placed, Rows};
use crate::model::Id;
use crate::scene::looks::PLAYHEAD;
use crate::scene::text::BADGE;
use crate::scene::{Anchor, Item, Level, Role, Stroke};

/// Height of the axis with the window's track.
pub const AXIS: f32 = 46.0;
/// Height of the window's track at the lower edge of the axis.
pub const TRACK: f32 = 11.0;
/// Height of the strip of what has no date.
const UNDATED: f32 = 28.0;
/// Height of the picture of the whole case.
const OVERVIEW: f32 = 48.0;
/// Below this height the lanes need all the room.
const LEAST_WITH_OVERVIEW: f32 = 290.0;
/// Free space below the last lane when scrolled to the end.
const SCROLL_MARGIN: f32 = 8.0;
/// Width of a grip of the window: wider than it is drawn, so that a hand finds it.
const GRIP_HIT: f32 = 14.0;
/// Height of the flag of the playhead.
const FLAG: f32 = 15.0;

/// Several things under one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The pill that opens the list.
    pub rect: Rect,
    /// The things.
    pub ids: Vec<Id>,
}

/// A column of a lane that shows counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Position among the lanes.
    pub lane: usize,
    /// The column over the height of the lane.
    pub rect: Rect,
    /// What it counts.
    pub column: crate::layout::timeline::Column,
}

/// Where the parts of the view lie, for the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Regions {
    /// The axis as drawn: time to x for ruler, track and lanes.
    pub axis: Axis,
    /// The labels of the axis: drawing here makes a window, a double click clears it.
    pub ruler: Rect,
    /// The track of the window, the lower part of the axis.
    pub track: Rect,
    /// The window's left grip, if its start is on screen.
    pub left_grip: Option<Rect>,
    /// The window's right grip, if its end is on screen.
    pub right_grip: Option<Rect>,
    /// The window's bar between the grips, if any of it is on screen.
    pub window_bar: Option<Rect>,
    /// The names at the left of the lanes.
    pub gutter: Rect,
    /// The lanes without their names.
    pub lanes_area: Rect,
    /// Each lane on screen, names included, cut to what is seen. None stands for events without a visible participant.
    pub lanes: Vec<(Option<Id>, Rect)>,
    /// Pills of marks that stand for several things.
    pub clusters: Vec<Cluster>,
    /// Heads of groups on screen, cut to what is seen.
    pub groups: Vec<(GroupHead, Rect)>,
    /// Columns of lanes that show counts.
    pub counted: Vec<Counted>,
    /// Time that is left out.
    pub cuts: Vec<CutPlace>,
    /// The mark of the present moment, if it is on screen.
    pub today: Option<Rect>,
    /// The strip of what has no date, if there is any.
    pub undated: Option<Rect>,
    /// The pill at its end with the things that have no room there.
    pub undated_more: Option<Cluster>,
    /// The picture of the whole case, if there is room: its ground, without names.
    pub overview: Option<Rect>,
    /// Time to x in the picture of the whole case.
    pub overview_axis: Axis,
    /// The frame around the part of the whole case that the lanes show.
    pub overview_frame: Option<Rect>,
    /// Where each lane lies, on screen or not.
    pub rows: std::sync::Arc<Rows>,
    /// How far the lanes are moved up: what the view asked for, held within what there is.
    pub scroll: f32,
    /// The most they can be moved up.
    pub max_scroll: f32,
}

impl Regions {
    /// Cuts the view into its parts.
    pub(super) fn new(view: &TimelineView<'_>, axis: Axis, rows: &std::sync::Arc<Rows>, has_undated: bool) -> Self {
        let (width, height) = (view.size.x, view.size.y);
        let overview_height = if height >= LEAST_WITH_OVERVIEW { OVERVIEW } else { 0.0 };
        let undated_height = if has_undated { UNDATED } else { 0.0 };
        let bottom = (height - overview_height).max(AXIS);
        let lanes_bottom = (bottom - undated_height).max(AXIS);
        let right_of_gutter = |top: f32, bottom: f32| Rect::from_min_max(pos2(view.gutter, top), pos2(width, bottom));
        let lanes_area = right_of_gutter(AXIS, lanes_bottom);
        let hidden = rows.height() as f32 - lanes_area.height();
        let max_scroll = if hidden > 0.0 { hidden + SCROLL_MARGIN } else { 0.0 };
        let overview = right_of_gutter(bottom + 4.0, height - 15.0).with_max_x(width - 8.0);
        Self {
            axis,
            ruler: right_of_gutter(0.0, AXIS - TRACK),
            track: right_of_gutter(AXIS - TRACK, AXIS),
            left_grip: None,
            right_grip: None,
            window_bar: None,
            gutter: Rect::from_min_max(pos2(0.0, AXIS), pos2(view.gutter, lanes_bottom)),
            lanes_area,
            lanes: Vec::new(),
            clusters: Vec::new(),
            groups: Vec::new(),
            counted: Vec::new(),
            cuts: Vec::new(),
            today: None,
            undated: has_undated.then(|| Rect::from_min_max(pos2(0.0, lanes_bottom), pos2(width, bottom))),
            undated_more: None,
            overview: (overview_height > 0.0).then_some(overview),
            overview_axis: axis.placed(overview.left(), overview.width()),
            overview_frame: None,
            rows: std::sync::Arc::clone(rows),
            scroll: if view.scroll.is_finite() { view.scroll.clamp(0.0, max_scroll) } else { 0.0 },
            max_scroll,
        }
    }

    /// Notes where the window's bar and grips were drawn.
    pub(super) fn note_window(&mut self, left: f32, right: f32) {
        let within = self.track;
        let grip = |x: f32| {
            let rect = Rect::from_center_size(pos2(x, within.center().y), vec2(GRIP_HIT, TRACK));
            (within.left() - 1.0 <= x && x <= within.right() + 1.0).then_some(rect)
        };
        self.left_grip = grip(left - 4.0);
        self.right_grip = grip(right + 4.0);
        let bar = within.with_min_x(left.max(within.left())).with_max_x(right.min(within.right()));
        self.window_bar = (bar.width() > 0.0).then_some(bar);
    }
}

/// Where the window lies on an axis: its edges, which may be off screen.
pub fn window_edges(pen: &Pen<'_>, axis: Axis) -> Option<(f32, f32)> {
    pen.view.window.map(|window| (axis.x_from_stamp(window.start()), axis.x_after(window.end())))
}

/// The ground of the lanes: white where it counts, a shade darker outside the window.
pub fn push_ground(items: &mut Vec<Item>, pen: &Pen<'_>, area: Rect) {
    let Some((left, right)) = window_edges(pen, pen.axis) else {
        items.push(filled(area, Role::Canvas));
        return;
    };
    items.push(filled(area, Role::OutsideWindow));
    let inside = area.with_min_x(left.max(area.left())).with_max_x(right.min(area.right()));
    if inside.width() > 0.0 {
        items.push(filled(inside, Role::InsideWindow));
    }
}

/// Hairlines between lanes.
pub fn push_lane_lines(items: &mut Vec<Item>, placed: &Placed, area: Rect) {
    for lane in &placed.lanes {
        let y = lane.rect.bottom();
        items.push(hairline(pos2(area.left(), y), pos2(area.right(), y)));
    }
}

/// The edges of the window, under the marks.
pub fn push_window_edges(items: &mut Vec<Item>, pen: &Pen<'_>, area: Rect) {
    let Some((left, right)) = window_edges(pen, pen.axis) else { return };
    for x in [left, right] {
        if area.x_range().contains(x) {
            let x = crisp(x);
            items.push(line(pos2(x, area.top()), pos2(x, area.bottom()), Stroke::new(1.0, Role::Text3)));
        }
    }
}

/// The red thread above and below each selected lane, names included.
pub fn push_selected_lines(items: &mut Vec<Item>, pen: &Pen<'_>, placed: &Placed, regions: &Regions) {
    let (gutter, area) = (regions.gutter, regions.lanes_area);
    for lane in &placed.lanes {
        let is_selected = pen.lanes.lanes[lane.lane].id.as_ref().is_some_and(|id| pen.level(id) == Level::Selected);
        let edges = [lane.rect.top(), lane.rect.bottom()].map(crisp);
        for y in edges.into_iter().filter(|y| is_selected && (area.top()..=area.bottom() + 1.0).contains(y)) {
            items.push(line(pos2(gutter.left(), y), pos2(area.right(), y), Stroke::new(1.0, Role::Thread)));
        }
    }
}

/// The middle of a point, so that a line of one point is sharp.
fn crisp(at: f32) -> f32 {
    at.floor() + 0.5
}

/// The moment that is playing: a dashed line and a flag with its date.
pub fn push_playhead(items: &mut Vec<Item>, pen: &Pen<'_>, area: Rect) {
    let Some(playhead) = pen.view.playhead else { return };
    let x = pen.axis.x_from_stamp(playhead);
    if !area.x_range().contains(x) {
        return;
    }
    let stroke = Stroke::new(1.0, Role::Text1).style(PLAYHEAD);
    items.push(line(pos2(x, area.top()), pos2(x, area.bottom()), stroke));
    let text = pen.words.stamp(playhead, &pen.case.calendar().zone);
    let width = pen.measure.width(&text, BADGE) + 10.0;
    let centre = x.clamp(area.left() + width / 2.0, (area.right() - width / 2.0).max(area.left() + width / 2.0));
    let rect = Rect::from_center_size(pos2(centre, area.top() + FLAG / 2.0), vec2(width, FLAG));
    items.push(Item::Rect { rect, radius: 3.0, fill: Some(Role::Text1.into()), stroke: None });
    items.push(Item::Text {
        at: rect.center(),
        anchor: Anchor::Middle,
        text,
        style: BADGE,
        ink: Role::Canvas.into(),
        plate: None,
    });
}

/// Shows how far the lanes are scrolled.
pub fn push_scroll_thumb(items: &mut Vec<Item>, regions: &Regions) {
    if regions.max_scroll <= 0.0 {
        return;
    }
    let area = regions.lanes_area;
    let all = area.height() + regions.max_scroll;
    let height = (area.height() / all * area.height()).max(16.0);
    let top = area.top() + regions.scroll / regions.max_scroll * (area.height() - height);
    let rect = Rect::from_min_size(pos2(area.right() - 4.0, top), vec2(3.0, height));
    items.push(Item::Rect { rect, radius: 1.5, fill: Some(Role::Line.into()), stroke: None });
}

/// Lines between the parts.
pub fn push_borders(items: &mut Vec<Item>, regions: &Regions) {
    let (left, right) = (0.0, regions.lanes_area.right());
    let across = |y: f32, role: Role| line(pos2(left, y), pos2(right, y), Stroke::new(1.0, role));
    items.push(across(AXIS, Role::Line));
    items.push(across(regions.lanes_area.bottom(), Role::Line));
    if let Some(undated) = regions.undated {
        items.push(across(undated.bottom(), Role::Hairline));
    }
    let x = regions.lanes_area.left();
    items.push(line(pos2(x, AXIS), pos2(x, regions.lanes_area.bottom()), Stroke::new(1.0, Role::Line)));
}

/// A line of text.
pub fn text(
    at: Pos2,
    anchor: Anchor,
    text: impl Into<String>,
    style: crate::layout::measure::TextStyle,
    ink: impl Into<crate::scene::Ink>,
) -> Item {
    Item::Text { at, anchor, text: text.into(), style, ink: ink.into(), plate: None }
}
