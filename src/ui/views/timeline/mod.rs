//! The timeline: pan and zoom through time, scroll lanes, make and move the window, walk with the arrows.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::{CornerRadius, PointerButton, Rect, Response, Role as Access, Sense, Ui, Vec2, WidgetInfo};

mod edit;
mod hand;
mod hover;
mod lanes;
mod lists;
mod spoken;
pub mod tools;

use self::edit::DraggedEnd;
use self::hover::HoverCard;
use super::canvas;
use super::cuts::{self, TimeCuts};
use super::playback::playback_ui;
use super::walk;
use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::app::effect::ViewRequest;
use crate::app::focus::FocusKey;
use crate::app::playback::Mode;
use crate::layout::axis::Axis;
use crate::layout::font::FontMeasure;
use crate::layout::timeline::{Lanes, Request, Stage, lanes as made_from};
use crate::locale::{Clocks, Language};
use crate::model::Id;
use crate::model::case::Revision;
use crate::model::dates::Clock;
use crate::model::difference::{difference, in_order};
use crate::model::time::{Span, Stamp, WindowRule};
use crate::scene::timeline::{
    Cluster, GUTTER, Timeline, TimelineScene, TimelineView as Picture, choice, fit_axis, request, timeline,
};
use crate::scene::{Emphasis, Role, Scene};
use crate::ui::cx::ViewCx;
use crate::ui::paint::paint;
use crate::ui::parts::HoverSender;
use crate::ui::track::Track;
use crate::ui::work::Job;

/// How long a jump through time takes, in seconds.
const FLIGHT: f64 = 0.22;
/// Height of the bar below the lanes.
const PLAYBACK: f32 = 38.0;
/// Lanes of cases with up to so many events and links are made within a frame.
const MADE_AT_ONCE: usize = 5_000;
/// Things that become accessible nodes; more are reached through the lists.
const MOST_ACCESSIBLE: usize = 500;

/// The view with its axis.
#[derive(Debug, Default)]
pub struct TimelineView {
    axis: Option<Axis>,
    flight: Option<(Axis, Axis, f64)>,
    /// What showed the whole case in the frame before, and from when to when that was.
    whole: Option<(Axis, Option<Span>)>,
    scroll: f32,
    lanes: Option<(LanesKey, Lanes)>,
    /// Lanes of a large case that are asked for: the number of the request, and the request until it is handed out.
    awaited: Option<(u64, LanesKey, Option<Box<Request>>)>,
    lanes_asked: u64,
    stage: Stage,
    picture: Option<(PictureKey, TimelineScene)>,
    pictures_made: u64,
    shown: String,
    cuts: TimeCuts,
    drag: Drag,
    dragged_end: Option<DraggedEnd>,
    track: Track<Axis>,
    hover: HoverSender,
    card: HoverCard,
    wishes: Vec<ViewRequest>,
    cluster: Option<Cluster>,
    size: Vec2,
    /// The user has moved through time: from then on the axis stays where it was put.
    was_moved: bool,
    context: canvas::Under,
    /// The keyboard is to come here in this frame.
    pub take_focus: bool,
    /// The keyboard is here.
    pub has_focus: bool,
}

/// What a held pointer does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Drag {
    #[default]
    None,
    Pan,
    /// A new window from this moment.
    Window(Stamp),
    /// The window's start or end.
    Edge(bool),
    /// The window as a whole: where in it the hand is, in milliseconds from its start.
    Body(f64),
    /// What the lanes show, in the picture of the whole case.
    Overview,
    /// A lane, by its name: it goes where it is let go.
    Lane,
    /// An end of a date.
    End,
}

/// Everything that the lanes depend on.
#[derive(Clone, Debug, PartialEq)]
struct LanesKey {
    generation: u64,
    clock: Clock,
    revision: Revision,
    selected_undated: BTreeSet<Id>,
    language: Language,
}

/// Everything that a picture depends on: equal keys, equal pictures.
#[derive(Clone, Debug, PartialEq)]
struct PictureKey {
    lanes: LanesKey,
    window: Option<Span>,
    window_rule: WindowRule,
    selected: Arc<BTreeSet<Id>>,
    near: Option<FocusKey>,
    hovered: Option<Id>,
    focused: Option<Id>,
    axis: Axis,
    scroll: f32,
    size: Vec2,
    playing: bool,
    counts_from: usize,
    clocks: Clocks,
    now: Stamp,
}

impl TimelineView {
    /// The picture as it is now, for saving it.
    pub fn scene(&self) -> Option<&Scene> {
        self.picture.as_ref().map(|(_, picture)| &picture.scene)
    }

    /// What stands in the head of the pane.
    pub fn header(&self) -> &str {
        &self.shown
    }

    /// How many pictures were made: for tests that nothing is made twice.
    pub fn pictures_made(&self) -> u64 {
        self.pictures_made
    }

    /// Notes what was asked; it is done when the case and the size are at hand.
    pub fn request(&mut self, request: &ViewRequest) {
        self.wishes.push(request.clone());
    }

    /// Draws the pane. Gives whether its head is dragged.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> bool {
        self.shown = self.header_text(cx);
        let dragged = canvas::header_ui(ui, cx, &cx.text("pane-timeline"), &self.shown, |ui| {
            let width = ui.available_width();
            tools::tools_ui(ui, cx);
            cuts::switch_ui(ui, cx, width);
        });
        let whole = ui.available_rect_before_wrap();
        let bar_height = if whole.height() > 150.0 { PLAYBACK } else { 0.0 };
        let rect = whole.with_max_y(whole.bottom() - bar_height);
        let response = ui.interact(rect, ui.scope_id().with("timeline"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Access::Group, true, cx.text("pane-timeline")));
        self.has_focus = response.has_focus();
        if self.take_focus {
            response.request_focus();
        }
        if self.size != rect.size() && !self.was_moved {
            self.axis = None;
        }
        self.size = rect.size();
        if cx.case().is_some() && rect.width() > GUTTER + 20.0 && rect.height() > 60.0 {
            self.make_lanes(cx);
            self.make_cuts(ui, cx, rect);
            self.aim(ui, cx);
            if let Some(axis) = self.axis.filter(|_| self.flight.is_none()) {
                self.track.note(axis, ui.input(|input| input.time));
            }
            self.draw(ui, cx, rect, &response);
            self.handle(ui, cx, rect, &response);
            self.cluster_ui(ui, cx, &response);
        }
        if bar_height > 0.0 {
            playback_ui(ui, cx, whole.with_min_y(rect.bottom()));
        }
        dragged
    }

    fn header_text(&self, cx: &ViewCx<'_>) -> String {
        let Some((_, lanes)) = &self.lanes else {
            return if self.awaited.is_some() { cx.text("timeline-arranging") } else { String::new() };
        };
        let mut shown: Vec<String> = difference_text(cx).into_iter().collect();
        shown.push(cx.words().with("lane-count", &[("count", lane_count(lanes).into())]));
        if let Some((_, picture)) = &self.picture {
            let omissions = &picture.scene.omissions;
            shown.extend(omissions.iter().map(|(key, count)| cx.words().with(key, &[("count", (*count).into())])));
        }
        shown.join(" · ")
    }

    fn emphasis<'a>(
        cx: &ViewCx<'a>,
        focused: Option<&'a Id>,
        hidden: &'a dyn Fn(&Id) -> bool,
        near: &'a dyn Fn(&Id) -> bool,
    ) -> Emphasis<'a> {
        Emphasis {
            neighbourhood: cx.workspace.focus().map(|_| near),
            answers: &cx.derived().answers,
            selected: cx.workspace.selection().ids(),
            hovered: cx.workspace.hovered(),
            focused,
            hidden,
        }
    }

    fn make_lanes(&mut self, cx: &ViewCx<'_>) {
        let Some(case) = cx.case() else { return };
        let undated = |id: &&Id| cx.derived().answers.of(id.as_str()) == crate::model::time::Answer::Undated;
        let key = LanesKey {
            generation: cx.workspace.generation(),
            clock: cx.workspace.clock(),
            revision: Revision { places: 0, ..case.revision() },
            selected_undated: cx.workspace.selection().ids().iter().filter(undated).cloned().collect(),
            language: cx.words().language(),
        };
        let is_known = self.lanes.as_ref().is_some_and(|(known, _)| *known == key);
        if is_known || self.awaited.as_ref().is_some_and(|(_, awaited, _)| *awaited == key) {
            return;
        }
        let visibility = &cx.derived().visibility;
        let hidden = |id: &Id| visibility.is_hidden(id);
        let index = &cx.derived().index;
        let request = request(case, index, &Self::emphasis(cx, None, &hidden, &|_| true), &choice(case));
        if index.dated_count() <= MADE_AT_ONCE {
            self.stage.clear();
            self.lanes = Some((key, made_from(request)));
            return;
        }
        // Positions of another content mean other things.
        if self.lanes.as_ref().is_some_and(|(_, lanes)| !Arc::ptr_eq(lanes.index(), index)) {
            self.lanes = None;
            self.picture = None;
        }
        self.lanes_asked += 1;
        self.awaited = Some((self.lanes_asked, key, Some(Box::new(request))));
    }

    /// The job that makes the lanes of a large case, if they are needed.
    pub fn lanes_job(&mut self) -> Option<Job> {
        let (number, _, request) = self.awaited.as_mut()?;
        Some(Job::Lanes(*number, request.take()?))
    }

    /// Takes lanes that a job has made, if they are still those that are wanted.
    pub fn lanes_made(&mut self, number: u64, lanes: Lanes) {
        if let Some((_, key, _)) = self.awaited.take_if(|(awaited, ..)| *awaited == number) {
            self.stage.clear();
            self.lanes = Some((key, lanes));
        }
    }

    /// Leaves out other time where window, selection or case ask for it; what is looked at stays in place.
    fn make_cuts(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect) {
        let Some((_, lanes)) = &self.lanes else { return };
        let is_held = self.drag != Drag::None || cx.workspace.playback().playing;
        let Some(change) = self.cuts.update(cx, lanes, is_held) else { return };
        if change == cuts::Change::Whole && !self.was_moved {
            (self.axis, self.flight) = (None, None);
        }
        if let Some(axis) = self.axis {
            let axis = axis.placed(GUTTER, (self.size.x - GUTTER).max(1.0));
            let anchor = cuts::anchor(ui, cx, axis, rect);
            self.axis = Some(axis.with_cuts(self.cuts.cuts(), anchor));
            self.flight = self.flight.map(|(from, to, since)| (from, to.with_cuts(self.cuts.cuts(), anchor), since));
        }
    }

    /// Brings the axis where it was asked to go.
    fn aim(&mut self, ui: &Ui, cx: &ViewCx<'_>) {
        let Some((lanes_key, lanes)) = &self.lanes else { return };
        // Where lanes lie is known from the picture of them: of other lanes, as before something was made, it says nothing.
        let is_drawn = self.picture.as_ref().is_some_and(|(drawn, _)| drawn.lanes == *lanes_key);
        let whole = fit_axis(lanes, self.cuts.cuts(), self.size.x, GUTTER);
        let shown = *self.axis.get_or_insert(whole);
        let now = ui.input(|input| input.time);
        // Where the whole case was shown it still is after its first date, or one beyond what is shown.
        let before = self.whole.replace((whole, lanes.extent)).filter(|(before, _)| *before == shown);
        let is_beyond =
            |extent: Span| !(shown.shown().start() <= extent.start() && extent.end() <= shown.shown().end());
        let has_grown = before.is_some_and(|(_, was)| lanes.extent.is_some_and(|now| was.is_none() || is_beyond(now)));
        let axis = if has_grown && self.drag == Drag::None { whole } else { shown };
        if axis != shown {
            self.flight = Some((shown, axis, now));
        }
        let middle = GUTTER + (self.size.x - GUTTER) / 2.0;
        for wish in std::mem::take(&mut self.wishes) {
            let to = match wish {
                ViewRequest::FitAll => {
                    self.scroll = 0.0;
                    whole
                }
                ViewRequest::FitSelection => match selected_span(cx) {
                    Some(span) => {
                        let width = (self.size.x - GUTTER).max(1.0);
                        Axis::fit_with(span, self.cuts.cuts(), (60.0, 140.0), GUTTER, width)
                    }
                    None => axis,
                },
                ViewRequest::Reveal(_) if !is_drawn => {
                    self.wishes.push(wish);
                    ui.ctx().request_repaint();
                    continue;
                }
                ViewRequest::Reveal(id) => {
                    self.scroll_to(&id);
                    revealing(cx, axis)
                }
                ViewRequest::MoveLane(up) => {
                    if let Some((_, all)) = &self.lanes {
                        lanes::move_selected(cx, all, up);
                    }
                    continue;
                }
                ViewRequest::FoldGroups => {
                    if let Some((_, all)) = &self.lanes {
                        lanes::fold_groups(cx, all);
                    }
                    continue;
                }
                ViewRequest::GoView(forward) => match self.track.go(forward, now) {
                    Some(axis) => axis.with_cuts(self.cuts.cuts(), middle),
                    None => continue,
                },
                ViewRequest::ZoomIn => axis.zoom_at(middle, 1.4),
                ViewRequest::ZoomOut => axis.zoom_at(middle, 1.0 / 1.4),
                _ => continue,
            };
            self.was_moved = to != whole;
            if to != axis {
                self.flight = Some((shown, to, now));
            }
        }
        if let Some((from, to, since)) = self.flight {
            let share = ((now - since) / FLIGHT).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - share).powi(3);
            if share >= 1.0 {
                (self.axis, self.flight) = (Some(to), None);
            } else {
                self.axis = Some(from.towards(to, eased).placed(GUTTER, (self.size.x - GUTTER).max(1.0)));
                ui.ctx().request_repaint();
            }
        }
    }

    /// Scrolls so that the lane of this thing, or of one of its participants, is in view.
    fn scroll_to(&mut self, id: &Id) {
        let (Some((_, lanes)), Some((_, picture))) = (&self.lanes, &self.picture) else { return };
        let regions = &picture.regions;
        let Some(lane) = walk::lane_of(lanes, id) else { return };
        let top = regions.rows.top(lane) as f32;
        let height = regions.rows.height_of(lane);
        {
            let room = regions.lanes_area.height();
            if top < self.scroll {
                self.scroll = top;
            } else if top + height > self.scroll + room {
                self.scroll = top + height - room;
            }
        }
    }

    fn draw(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let (Some(case), Some((lanes_key, lanes)), Some(axis)) = (cx.case(), &self.lanes, self.axis) else { return };
        let workspace = cx.workspace;
        let focused = if response.has_focus() { workspace.selection().lead() } else { None };
        let key = PictureKey {
            lanes: lanes_key.clone(),
            window: workspace.window(),
            window_rule: workspace.window_rule(),
            selected: workspace.selection().shared(),
            near: workspace.focus().map(|focus| focus.key().clone()),
            hovered: workspace.hovered().cloned(),
            focused: focused.cloned(),
            axis,
            scroll: self.scroll,
            size: rect.size(),
            playing: workspace.playback().playing,
            counts_from: workspace.settings().counts_from,
            clocks: cx.words().clocks(),
            now: cuts::now(),
        };
        if self.picture.as_ref().is_none_or(|(known, _)| *known != key) {
            let visibility = &cx.derived().visibility;
            let hidden = |id: &Id| visibility.is_hidden(id);
            let near = |id: &Id| workspace.focus().is_none_or(|focus| focus.reach().contains(id));
            let view = Picture {
                size: rect.size(),
                axis,
                scroll: self.scroll,
                gutter: GUTTER,
                zone: cx.words().clock_zone(&case.calendar().zone),
                window: key.window,
                playhead: key.window.filter(|_| key.playing).map(|window| playhead(cx, window)),
                most_marks: key.counts_from,
                now: Some(key.now),
            };
            let emphasis = Self::emphasis(cx, focused, &hidden, &near);
            let (dates, words) = (&cx.derived().dates, cx.words());
            let coverage = &cx.derived().coverage;
            let measure = &FontMeasure;
            let input = Timeline { case, dates, lanes, coverage, view: &view, emphasis: &emphasis, measure, words };
            let picture = timeline(&input, &mut self.stage);
            self.scroll = picture.regions.scroll;
            self.pictures_made += 1;
            self.picture = Some((PictureKey { scroll: self.scroll, ..key }, picture));
        }
        let Some((_, picture)) = &self.picture else { return };
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::Canvas));
        paint(&picture.scene.items, &painter, TSTransform::from_translation(rect.min.to_vec2()), cx.theme);
        let offset = rect.min.to_vec2();
        let hits =
            picture.scene.hits.iter().take(MOST_ACCESSIBLE).map(|hit| (&hit.id, hit.shape.bounds().translate(offset)));
        canvas::accessible(ui, cx, "timeline", hits);
        cuts::accessible(ui, cx, &picture.regions, offset);
        self.accessible_pills(ui, cx, offset);
        self.accessible_groups(ui, cx, offset);
        self.accessible_counts(ui, cx, offset);
        self.empty_ui(ui, cx, offset);
    }

    fn handle(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let Some(axis) = self.axis else { return };
        let pointer = response.hover_pos().filter(|_| response.contains_pointer()).map(|at| (at - rect.min).to_pos2());
        let under = pointer.and_then(|at| self.picture.as_ref()?.1.scene.pick(at).cloned());
        if self.drag == Drag::None {
            self.hover.send_from(cx, under.as_ref(), pointer);
        }
        if let Some(at) = pointer {
            self.handle_wheel(ui, at, axis);
            self.point_ui(ui, at, under.is_some());
        }
        self.handle_drag(ui, cx, rect, response);
        if let Some(at) = pointer.filter(|_| self.drag == Drag::None && under.is_none())
            && ui.input(|input| input.modifiers.alt)
        {
            self.placing_ui(ui, cx, at, rect);
        }
        if let Some((_, picture)) = &self.picture {
            let at = pointer.filter(|_| self.drag == Drag::None);
            self.card.ui(ui, cx, picture, at, under.as_ref(), rect);
        }
        let group = pointer.and_then(|at| self.group_at(at));
        let on_ruler = pointer.is_some_and(|at| at.y < 46.0 && at.x > GUTTER);
        let cluster = pointer.and_then(|at| self.cluster_at(at));
        let counted = |at| cx.case().and_then(|case| self.counted_at(at, case));
        if response.double_clicked_by(PointerButton::Primary) {
            match &under {
                _ if on_ruler => cx.send(Command::Window(None)),
                Some(id) => cx.send(Command::GoTo(id.clone())),
                None => cx.run(UiCommand::FitAll),
            }
        } else if response.clicked_by(PointerButton::Primary)
            && ui.input(|input| input.modifiers.alt)
            && pointer.is_some_and(|at| under.is_none() && self.place_event(cx, at))
        {
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            match (&cluster, &under) {
                _ if group.is_some() => group.iter().for_each(|name| lanes::toggle_group(cx, name)),
                (Some(_), _) => self.cluster = cluster,
                (None, Some(id)) => canvas::select(ui, cx, id),
                (None, None) if let Some(list) = pointer.and_then(counted) => self.cluster = Some(list),
                (None, None) if !on_ruler => cx.send(Command::Select(Select::Nothing)),
                (None, None) => {}
            }
        } else if response.secondary_clicked() {
            let on_lane = pointer.is_some_and(|at| self.lane_at(at).is_some());
            self.context = match &under {
                Some(_) if on_lane => canvas::Under::Lane,
                Some(_) => canvas::Under::Thing,
                None => canvas::Under::Ground,
            };
            if let Some(id) = under.filter(|id| !cx.is_selected(id)) {
                cx.send(Command::Select(Select::Only(id)));
            }
        }
        canvas::enter(ui, cx, response);
        canvas::context_menu(response, cx, self.context);
        if let Some(step) = canvas::arrow(ui, response)
            && let (Some(case), Some((_, lanes))) = (cx.case(), &self.lanes)
            && let Some(id) = walk::next(case, lanes, cx.workspace.selection().lead(), step)
        {
            cx.send(Command::GoTo(id));
        }
    }
}

/// The moment that is playing: the end of the window that leads.
fn playhead(cx: &ViewCx<'_>, window: Span) -> Stamp {
    let playback = cx.workspace.playback();
    if playback.backwards && playback.mode == Mode::Slide { window.start() } else { window.end() }
}

/// How many lanes there are, heads of groups not counted.
fn lane_count(lanes: &Lanes) -> usize {
    lanes.lanes.iter().filter(|lane| lane.group.is_none()).count() + lanes.folded
}

/// How long after the one selected thing the other is, if two dated things are selected.
fn difference_text(cx: &ViewCx<'_>) -> Option<String> {
    let case = cx.case()?;
    if cx.workspace.selection().len() != 2 {
        return None;
    }
    let mut whens = cx.workspace.selection().ids().iter().filter_map(|id| cx.derived().dates.of(case, id.as_str()));
    let (one, other) = (whens.next()?, whens.next()?);
    let (first, second, _) = in_order(one, other);
    Some(cx.words().difference(difference(first, second, &case.calendar().zone)))
}

/// The bounded time of the selected things.
fn selected_span(cx: &ViewCx<'_>) -> Option<Span> {
    let case = cx.case()?;
    let mut span: Option<Span> = None;
    let dates = &cx.derived().dates;
    for when in cx.workspace.selection().ids().iter().filter_map(|id| dates.of(case, id.as_str())) {
        let bounds = when.bounds();
        for stamp in [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end] {
            if stamp.is_bounded() {
                let here = Span::new(stamp, stamp);
                span = Some(span.map_or(here, |span| span.hull(here)));
            }
        }
    }
    span
}

/// The axis moved so far that the selection's time is on screen; not at all where it is.
fn revealing(cx: &ViewCx<'_>, axis: Axis) -> Axis {
    let Some(span) = selected_span(cx) else { return axis };
    if axis.shown().touches(span) {
        return axis;
    }
    let middle = f64::midpoint(span.start().0 as f64, span.end().0 as f64);
    axis.with_time_at(middle, axis.left() + axis.width() / 2.0)
}
