//! The timeline as a picture: axis and window above, lanes in the middle, what is undated and the whole case below.

mod axis;
mod bands;
mod counts;
mod cuts;
mod dated;
mod frame;
mod gutter;
mod labels;
mod overview;
mod paint;
mod today;
mod undated;
mod wires;

pub use cuts::{CutPlace, cuts};
pub use frame::{Cluster, Counted, Regions};
pub use gutter::group_name;

pub use axis::label;

use std::sync::Arc;

use emath::{Rect, Vec2, vec2};
use jiff::tz::TimeZone;

use super::emphasis::Light;
use super::text::FINE;
use super::{Emphasis, Item, Level, Role, Scene, Stroke};
use crate::layout::axis::{Axis, Cuts};
use crate::layout::measure::Measure;
use crate::layout::timeline::{
    Arrangement, Choice, GroupBy, Hidden, Lanes, Maker, MarkOf, Placed, PlacedMark, Request, Rows, Sight, SortBy,
    Stage, Viewport, place,
};
use crate::locale::Words;
use crate::model::case::Place;
use crate::model::coverage::Coverage;
use crate::model::dates::Dates;
use crate::model::time::{Span, Stamp};
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id};

/// Usual width of the names at the left, in points.
pub const GUTTER: f32 = 168.0;

/// Share of the width that stays free at either side when all is fitted.
const FIT_MARGIN: f32 = 0.04;
/// Room at the right for labels of the last things, where there is room to spare.
const FIT_LABELS: f32 = 110.0;

/// What the user has chosen to see.
#[derive(Clone, Copy, Debug)]
pub struct TimelineView<'a> {
    /// Width and height of the whole view, in points.
    pub size: Vec2,
    /// Time to x. Only the left time and the scale count: the picture puts it right of the gutter.
    pub axis: Axis,
    /// How far the lanes are moved up, in points; held within what there is.
    pub scroll: f32,
    /// Width of the names at the left.
    pub gutter: f32,
    /// Zone in which the axis counts days and hours: the case's, or the one in which times are shown.
    pub zone: &'a TimeZone,
    /// The window: what lies outside is pale.
    pub window: Option<Span>,
    /// The moment that is playing.
    pub playhead: Option<Stamp>,
    /// From more things than this in view a lane shows counts instead of marks.
    pub most_marks: usize,
    /// The present moment, to be marked on the axis. None in pictures that must be the same on every day.
    pub now: Option<Stamp>,
}

/// How many marks a lane shows before it shows counts, unless the user chooses otherwise.
pub const MOST_MARKS: usize = 100;

impl<'a> TimelineView<'a> {
    /// All lanes from the first on, in the usual gutter, without a window and without the present moment.
    pub fn plain(size: Vec2, axis: Axis, zone: &'a TimeZone) -> Self {
        Self {
            size,
            axis,
            scroll: 0.0,
            gutter: GUTTER,
            zone,
            window: None,
            playhead: None,
            most_marks: MOST_MARKS,
            now: None,
        }
    }
}

impl TimelineView<'_> {
    /// The view with a size in which its parts have room: a smaller panel shows a part of it.
    fn drawable(&self) -> Self {
        const LEAST: Vec2 = vec2(160.0, 90.0);
        let size = self.size.max(LEAST);
        Self { size, gutter: self.gutter.clamp(0.0, size.x * 0.6), ..*self }
    }
}

/// A picture of the timeline and where to grip it.
#[derive(Clone, Debug)]
pub struct TimelineScene {
    /// The picture.
    pub scene: Scene,
    /// Its parts.
    pub regions: Regions,
}

/// How the case says that lanes stand.
pub fn choice(case: &Case) -> Choice {
    let lanes = &case.view().lanes;
    Choice {
        group: match lanes.groups.as_deref() {
            Some("kind") => GroupBy::Kind,
            Some("investigation") => GroupBy::Investigation,
            Some("tag") => GroupBy::Tag,
            _ => GroupBy::Entity,
        },
        sort: match lanes.sort.as_deref() {
            Some("name") => SortBy::Name,
            Some("connection") => SortBy::Connection,
            _ => SortBy::First,
        },
        pinned: lanes.pins.clone(),
        order: lanes.order.clone(),
        folded: lanes.folds.clone(),
    }
}

/// What the lanes of a case are made from, for [`crate::layout::timeline::lanes`]. To be made anew when the case changes,
/// when things are hidden or shown, and when something without a date is selected; not when time, pointer or window move.
pub fn request(case: &Case, index: &Arc<TimeIndex>, emphasis: &Emphasis<'_>, choice: &Choice) -> Request {
    let kept = emphasis.selected.iter().filter_map(|id| match case.place(id.as_str()) {
        Some(Place::Entity(at)) => Some(at),
        _ => None,
    });
    Request {
        index: Arc::clone(index),
        hidden: Hidden::new(case, emphasis.hidden),
        kept: kept.collect(),
        arrangement: Arrangement::new(case, choice),
    }
}

/// The axis that shows everything that is dated, but for the time that is left out, for a view of this width.
pub fn fit_axis(lanes: &Lanes, cuts: Cuts, width: f32, gutter: f32) -> Axis {
    // A case without dates shows the first years of this century, so that there is something to zoom.
    let no_dates = || Span::new(Stamp(946_684_800_000), Stamp(1_609_459_200_000));
    let width = (width - gutter).max(1.0);
    let margin = width * FIT_MARGIN;
    let labels = FIT_LABELS.min(width * 0.1);
    let margins = (margin.min(40.0), margin.max(labels));
    Axis::fit_with(lanes.extent.unwrap_or_else(no_dates), cuts, margins, gutter, width)
}

/// What the picture is made from.
#[derive(Clone, Copy)]
pub struct Timeline<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its dates by the chosen clock.
    pub dates: &'a Dates,
    /// Its lanes.
    pub lanes: &'a Lanes,
    /// What its sources cover.
    pub coverage: &'a Coverage,
    /// What the user has chosen to see.
    pub view: &'a TimelineView<'a>,
    /// What stands out.
    pub emphasis: &'a Emphasis<'a>,
    /// Tells how wide texts are.
    pub measure: &'a dyn Measure,
    /// Texts.
    pub words: &'a Words,
}

/// Draws the timeline. `stage` keeps what can be used again; it belongs to these lanes, this language and this clock.
pub fn timeline(input: &Timeline<'_>, stage: &mut Stage) -> TimelineScene {
    let Timeline { case, dates, lanes, coverage, emphasis, measure, words, .. } = *input;
    let view = &input.view.drawable();
    let axis = view.axis.placed(view.gutter, view.size.x - view.gutter);
    let impossible = words.get("timeline-impossible");
    let maker = Maker { case, dates, measure, style: FINE, impossible: &impossible };
    let rows = stage.rows(lanes, &axis, &maker);
    let mut regions = Regions::new(view, axis, &rows, !lanes.undated.is_empty());
    let light = Light::new(case, emphasis.hovered);
    let pen = Pen {
        case,
        lanes,
        rows: &rows,
        view,
        axis,
        coverage,
        emphasis,
        light: &light,
        measure,
        words,
        scroll: regions.scroll,
    };
    let viewport =
        Viewport { axis, top: regions.lanes_area.top(), bottom: regions.lanes_area.bottom(), scroll: regions.scroll };
    let sight = Sight {
        lanes,
        rows: &rows,
        maker: &maker,
        viewport,
        most_marks: view.most_marks,
        chosen: &chosen(&pen),
        rank: &|mark| labels::rank(&pen, mark),
        width: &|lane, mark, priority, lead| labels::text_width(&pen, (lane, mark), priority, lead),
    };
    let placed = place(&sight, stage);
    let mut scene = Scene { size: view.size, ..Scene::default() };
    cuts::note(&mut regions, cuts::places(case, axis, words, measure, viewport.bottom));
    let (ticks, ends) = axis::ticks_of(&pen, &regions.cuts);
    lanes_items(&mut scene, &pen, &placed, &ticks, &mut regions);
    gutter::push(&mut scene, &pen, &placed, &mut regions);
    axis::push(&mut scene.items, &pen, (&ticks, &ends), &mut regions);
    undated::push(&mut scene, &pen, &mut regions);
    overview::push(&mut scene.items, &pen, &mut regions);
    frame::push_borders(&mut scene.items, &regions);
    frame::push_selected_lines(&mut scene.items, &pen, &placed, &regions);
    scene.omissions = omissions(&pen, &placed);
    TimelineScene { scene, regions }
}

/// Selected things that have their marks even where a lane shows counts; more would be counts again.
const MOST_CHOSEN: usize = 200;

/// What is selected or pointed at, of what stands on lanes.
fn chosen(pen: &Pen<'_>) -> Vec<MarkOf> {
    let emphasis = pen.emphasis;
    let of = |id: &Id| match pen.case.place(id.as_str()) {
        Some(Place::Event(at)) => Some(MarkOf::Event(at)),
        Some(Place::Link(at)) => Some(MarkOf::Link(at)),
        _ => None,
    };
    emphasis.hovered.into_iter().chain(emphasis.selected).filter_map(of).take(MOST_CHOSEN).collect()
}

/// Everything that is needed to draw a part.
struct Pen<'a> {
    case: &'a Case,
    lanes: &'a Lanes,
    rows: &'a Rows,
    view: &'a TimelineView<'a>,
    axis: Axis,
    coverage: &'a Coverage,
    emphasis: &'a Emphasis<'a>,
    light: &'a Light,
    measure: &'a dyn Measure,
    words: &'a Words,
    scroll: f32,
}

impl Pen<'_> {
    /// How much a thing stands out.
    fn level(&self, id: &Id) -> Level {
        self.light.level(id, self.emphasis)
    }
}

/// Ground, grid, window, wires, marks and labels, clipped to the lanes.
fn lanes_items(
    scene: &mut Scene,
    pen: &Pen<'_>,
    placed: &Placed,
    ticks: &crate::layout::axis::Ticks,
    regions: &mut Regions,
) {
    let area = regions.lanes_area;
    let mut items = Vec::new();
    let mut hits = Vec::new();
    frame::push_ground(&mut items, pen, area);
    axis::push_shades(&mut items, pen, area);
    for lane in &placed.lanes {
        bands::push(&mut items, pen, lane);
    }
    axis::push_grid(&mut items, ticks, area);
    frame::push_lane_lines(&mut items, placed, area);
    frame::push_window_edges(&mut items, pen, area);
    let wires = wires::wires(pen, placed, area);
    wires::push(&mut items, &wires);
    // Diamonds lie on the ends of bars, and on the edges of cuts: they never lie inside one.
    let is_bar = |mark: &&PlacedMark| !dated::is_point(mark);
    for lane in &placed.lanes {
        counts::push(&mut items, pen, lane, regions);
        dated::push_rail(&mut items, pen, lane);
        for mark in lane.marks.iter().filter(is_bar) {
            dated::push_mark(&mut items, &mut hits, pen, lane, mark);
        }
    }
    cuts::push_bands_under_signs(&mut items, pen.axis, area);
    for lane in &placed.lanes {
        for mark in lane.marks.iter().filter(|mark| !is_bar(mark)) {
            dated::push_mark(&mut items, &mut hits, pen, lane, mark);
        }
    }
    let lines = wires::Lines::new(pen, &wires);
    for lane in &placed.lanes {
        for mark in &lane.marks {
            labels::push(&mut items, &mut hits, pen, (lane, mark), &lines, &mut regions.clusters);
        }
    }
    frame::push_playhead(&mut items, pen, area);
    frame::push_scroll_thumb(&mut items, regions);
    scene.items.push(Item::Clip { rect: area, items });
    let seen = |hit: &super::Hit| hit.shape.bounds().intersects(area);
    scene.hits.extend(hits.into_iter().filter(seen));
}

/// What the header tells of what is not drawn.
fn omissions(pen: &Pen<'_>, placed: &Placed) -> Vec<(&'static str, usize)> {
    let dropped = placed.lanes.iter().map(|lane| {
        let marks = &lane.content.marks;
        lane.marks.iter().filter(|mark| mark.label.is_none() && !mark.is_thin && !marks[mark.mark].is_rival).count()
    });
    let counted = placed.lanes.iter().map(|lane| usize::from(lane.columns.is_some()));
    [
        ("timeline-hidden-lanes", pen.lanes.hidden),
        ("timeline-folded-lanes", pen.lanes.folded),
        ("timeline-counted", counted.sum()),
        ("timeline-folded", placed.lanes.iter().map(|lane| lane.folded).sum()),
        ("timeline-labels-off", dropped.sum()),
        ("timeline-between-events", pen.lanes.between_events),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .collect()
}

/// A filled rectangle without an outline.
fn filled(rect: Rect, ink: impl Into<super::Ink>) -> Item {
    Item::Rect { rect, radius: 0.0, fill: Some(ink.into()), stroke: None }
}

/// A straight line.
fn line(from: emath::Pos2, to: emath::Pos2, stroke: Stroke) -> Item {
    Item::Line { points: vec![from, to], stroke }
}

/// A hairline of the grid or between parts.
fn hairline(from: emath::Pos2, to: emath::Pos2) -> Item {
    line(from, to, Stroke::new(1.0, Role::Hairline))
}

#[cfg(test)]
mod cuts_tests;
#[cfg(test)]
mod scale_tests;
#[cfg(test)]
mod tests;
