//! The network: pan, zoom, point, drag, select by rectangle, walk with the arrows.

mod empty;
mod hand;
pub mod large;
mod spoken;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::{CornerRadius, Pos2, Rect, Response, Role as Access, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::canvas;
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::effect::{Effect, ViewRequest};
use crate::app::focus::FocusKey;
use crate::layout::font::FontMeasure;
use crate::layout::network::Layout;
use crate::layout::network::camera::Camera;
use crate::locale::{Clocks, Language};
use crate::model::case::Revision;
use crate::model::time::{Span, WindowRule};
use crate::model::{Case, Id};
use crate::scene::network::form::Arrangement;
use crate::scene::network::plane::{Plane, folds_events};
use crate::scene::network::{Network, NetworkScene, network};
use crate::scene::{Emphasis, Role, Scene};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::paint::paint;
use crate::ui::parts::HoverSender;
use crate::ui::track::Track;
use crate::ui::work::{Job, LayoutKey};
use large::{Ground, Large, PlaneKey};

/// How long a jump of the camera takes, in seconds.
const FLIGHT: f64 = 0.22;
/// How long nodes take from one layout to another, in seconds.
const MORPH: f64 = 0.35;
/// Things that become accessible nodes; more are reached through the lists.
const MOST_ACCESSIBLE: usize = 500;
/// Below this magnification what is asked for is brought nearer.
const LEAST_REVEALED: f32 = 0.3;

/// Half the side of the square on the middle of a link in which a screen reader finds it.
const LINK_REACH: f32 = 6.0;

/// The view with its camera.
#[derive(Debug, Default)]
pub struct NetworkView {
    layout: Option<Arc<Layout>>,
    asked: Option<LayoutKey>,
    /// The camera that showed all, when it was last asked for.
    whole: Option<Camera>,
    camera: Option<Camera>,
    flight: Option<Flight>,
    /// A job works on another arrangement.
    is_awaited: bool,
    /// Arranging was stopped before it came to rest.
    is_stopped: bool,
    /// The whole is to be fitted again when a large network is in columns.
    is_refitted: bool,
    /// Which request the shown arrangement answers.
    shown_by: Option<LayoutKey>,
    morph: Option<Morph>,
    size: Vec2,
    /// The user has moved the camera: from then on it stays where it was put.
    was_moved: bool,
    drag: Drag,
    track: Track<Camera>,
    hover: HoverSender,
    picture: Option<(PictureKey, NetworkScene)>,
    pictures_made: u64,
    layouts_asked: u64,
    wishes: Vec<ViewRequest>,
    neighbours: Option<((u64, u64, Id), usize)>,
    context: canvas::Under,
    /// What a large network needs more.
    pub large: Large,
    /// The keyboard is to come here in this frame.
    pub take_focus: bool,
    /// The keyboard is here.
    pub has_focus: bool,
}

/// Nodes on their way from another layout.
#[derive(Clone, Debug)]
struct Morph {
    from: Arc<Layout>,
    /// When the first frame of it was drawn.
    since: Option<f64>,
}

#[derive(Clone, Copy, Debug)]
struct Flight {
    from: Camera,
    to: Camera,
    since: f64,
}

/// What a held pointer does.
#[derive(Clone, Debug, Default)]
enum Drag {
    #[default]
    None,
    Pan,
    /// These nodes move with it; where each is now, in the plane.
    Nodes(Vec<(Id, Pos2)>),
    /// A rectangle from here, in points of the view.
    Select(Pos2),
    /// A new link from this node, which was taken at this point of the view.
    Tie(Id, Pos2),
}

/// Everything that a picture depends on: equal keys, equal pictures.
#[derive(Clone, Debug, PartialEq)]
struct PictureKey {
    generation: u64,
    revision: Revision,
    window: Option<Span>,
    window_rule: WindowRule,
    selected: Arc<BTreeSet<Id>>,
    /// Which neighbourhood is looked at.
    near: Option<FocusKey>,
    hovered: Option<Id>,
    focused: Option<Id>,
    camera: Camera,
    size: Vec2,
    language: Language,
    clocks: Clocks,
    dragged: Vec<(Id, Pos2)>,
    /// Which plane and which drawing of a large network lies below.
    large: (u64, u64),
    /// How far nodes are on their way from another layout.
    on_the_way: Option<f32>,
}

impl NetworkView {
    /// A layout is ready.
    pub fn arranged(&mut self, key: LayoutKey, layout: Arc<Layout>, is_at_rest: bool) {
        if self.asked == Some(key) {
            self.is_awaited = !is_at_rest;
            let is_other =
                self.shown_by.is_some_and(|shown| !shown.is_alike(key) && shown.generation == key.generation);
            let is_folded = self.shown_by.is_some_and(|shown| shown.groups != key.groups)
                && self.layout.as_ref().is_some_and(|before| is_much_less(before, &layout));
            if is_other || is_folded {
                // All of it is shown from where it was, on its way to where it is.
                self.morph = self.layout.take().map(|from| Morph { from, since: None });
                self.wishes.push(ViewRequest::FitAll);
            }
            if self.shown_by == Some(key) && !self.was_moved {
                // At rest it takes other room than at first: a large one once it is in columns.
                self.camera = None;
                self.is_refitted = true;
            }
            self.shown_by = Some(key);
            self.layout = Some(layout);
            self.picture = None;
            self.large.forget_layout();
        }
    }

    /// The picture as it is now, for saving it.
    pub fn scene(&self) -> Option<&Scene> {
        self.picture.as_ref().map(|(_, picture)| &picture.scene)
    }

    /// How many pictures were made: for tests that nothing is made twice.
    pub fn pictures_made(&self) -> u64 {
        self.pictures_made
    }

    /// How many layouts were asked for.
    pub fn layouts_asked(&self) -> u64 {
        self.layouts_asked
    }

    /// The columns of a large network are made.
    pub fn plane_made(&mut self, key: PlaneKey, plane: Arc<Plane>) {
        self.large.made(key, plane);
        if std::mem::take(&mut self.is_refitted) && !self.was_moved {
            self.camera = None;
        }
    }

    /// Arranging was stopped: what there is stays.
    pub fn stopped(&mut self) {
        self.is_stopped = self.is_awaited;
        self.is_awaited = false;
    }

    /// Notes what was asked; it is done when the case and the size are at hand.
    pub fn request(&mut self, request: &ViewRequest) {
        if *request == ViewRequest::ArrangeOn {
            (self.asked, self.is_stopped) = (None, false);
            return;
        }
        self.wishes.push(request.clone());
    }

    /// The layout that is missing, if any: one for each case and each change of its structure.
    pub fn layout_job(&mut self, cx: &ViewCx<'_>) -> Option<Job> {
        let document = cx.workspace.document()?;
        let revision = document.case().revision();
        let key = LayoutKey {
            generation: cx.workspace.generation(),
            structure: revision.structure,
            form: revision.form,
            groups: revision.groups,
        };
        if self.asked == Some(key) {
            return None;
        }
        // Another layout puts all in order anew; the same one moves as little as it can.
        let is_same = self.asked.is_some_and(|asked| asked.is_alike(key));
        self.asked = Some(key);
        self.layouts_asked += 1;
        (self.is_awaited, self.is_stopped) = (true, false);
        Some(Job::Layout(key, document.shared_case(), self.layout.clone().filter(|_| is_same)))
    }

    /// Draws the pane. Gives whether its head is dragged.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> bool {
        let dragged = self.header_ui(ui, cx);
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, ui.scope_id().with("network"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Access::Group, true, cx.text("pane-network")));
        if self.size != rect.size() && !self.was_moved {
            self.camera = None;
        }
        self.size = rect.size();
        self.has_focus = response.has_focus();
        if self.take_focus {
            response.request_focus();
        }
        if let Some(layout) = &self.layout {
            self.large.update(cx, layout, self.asked);
        }
        let is_ready = self.layout.is_some() && !self.large.is_awaited();
        if is_ready && cx.case().is_some() && rect.width() > 8.0 && rect.height() > 8.0 {
            self.aim(ui, cx);
            self.note_camera(ui);
            self.draw(ui, cx, rect, &response);
            self.handle(ui, cx, rect, &response);
            empty::empty_ui(ui, cx, rect);
        }
        dragged
    }

    /// The arrangement while nodes go from one layout to another, and how far they are. A hand that takes hold ends it.
    fn on_the_way(&mut self, ui: &Ui) -> Option<(Cow<'static, Layout>, f32)> {
        let now = ui.input(|input| input.time);
        let morph = self.morph.as_mut().filter(|_| !self.large.is_on() && matches!(self.drag, Drag::None));
        let (Some(morph), Some(layout)) = (morph, &self.layout) else {
            self.morph = None;
            return None;
        };
        let share = ((now - *morph.since.get_or_insert(now)) / MORPH).clamp(0.0, 1.0) as f32;
        if share >= 1.0 {
            self.morph = None;
            return None;
        }
        ui.ctx().request_repaint();
        let eased = 1.0 - (1.0 - share) * (1.0 - share) * (1.0 - share);
        let before = morph.from.by_id();
        let mut way = Layout { marks: Vec::new(), ..Layout::clone(layout) };
        for (id, at) in layout.ids.iter().zip(&mut way.positions) {
            if let Some(from) = before.get(id) {
                *at = from.lerp(*at, eased);
            }
        }
        Some((Cow::Owned(way), share))
    }

    fn header_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> bool {
        let mut shown = Vec::new();
        match cx.workspace.selection().lead().and_then(|id| cx.case()?.item(id.as_str())) {
            Some(item) => {
                let title = cx.case().map(|case| naming::title(case, item)).unwrap_or_default();
                shown.push(cx.words().with("selected-name", &[("name", title.into())]));
                let count = cx.case().map_or(0, |case| self.neighbours(cx.workspace.generation(), case, item.id()));
                shown.extend((count > 0).then(|| cx.words().with("network-neighbours", &[("count", count.into())])));
            }
            None => shown.extend(cx.case().map(|case| {
                let (nodes, ties) = case.graph().size();
                cx.words().with("network-size", &[("nodes", nodes.into()), ("ties", ties.into())])
            })),
        }
        shown.extend(cx.case().and_then(|case| Arrangement::of(case).key()).map(|key| cx.text(key)));
        if self.layout.is_none() || self.is_awaited || self.large.is_awaited() {
            shown.push(match cx.headway.arranging {
                Some(share) => cx.words().with("network-arranging-share", &[("percent", percent(share).into())]),
                None => cx.text("network-arranging"),
            });
        } else if self.is_stopped {
            shown.push(cx.text("network-stopped"));
        }
        if let Some((_, picture)) = &self.picture {
            shown.extend(
                picture.scene.omissions.iter().map(|(key, count)| cx.words().with(key, &[("count", (*count).into())])),
            );
        }
        let groups = cx.derived().folds.groups().len();
        if groups > 0 {
            shown.push(cx.words().with("groups-folded", &[("count", groups.into())]));
        }
        if cx.case().is_some_and(|case| case.view().fold_events) {
            shown.push(cx.text("events-folded"));
        } else if cx.case().is_some_and(folds_events) {
            shown.push(cx.text("events-too-many"));
        }
        canvas::header_ui(ui, cx, &cx.text("pane-network"), &shown.join(" · "), |ui| {
            self.stop_ui(ui, cx);
            for (icon, command) in [
                (Icon::Plus, UiCommand::ZoomIn),
                (Icon::Minus, UiCommand::ZoomOut),
                (Icon::Fit, UiCommand::FitAll),
                (Icon::Pin, UiCommand::Pin),
            ] {
                let name = cx.text(command.key());
                if icon::button_ui(ui, icon, &name, command.available(cx.workspace)).clicked() {
                    match command {
                        UiCommand::ZoomIn => cx.send(Command::View(ViewRequest::ZoomNetwork(true))),
                        UiCommand::ZoomOut => cx.send(Command::View(ViewRequest::ZoomNetwork(false))),
                        _ => cx.run(command),
                    }
                }
            }
        })
    }

    /// A way to stop arranging a large network once there is something to see, and to go on.
    fn stop_ui(&self, ui: &mut Ui, cx: &ViewCx<'_>) {
        if self.is_stopped {
            if ui.button(cx.text("network-arrange-on")).clicked() {
                cx.send(Command::View(ViewRequest::ArrangeOn));
            }
        } else if self.is_awaited
            && self.layout.is_some()
            && cx.headway.arranging.is_some()
            && ui.button(cx.text("network-stop")).clicked()
        {
            cx.send(Command::Effect(Box::new(Effect::StopLayout)));
        }
    }

    /// How many different things are tied to this one; none to a link. Counted once for each selection.
    fn neighbours(&mut self, generation: u64, case: &Case, id: &Id) -> usize {
        let key = (generation, case.revision().structure, id.clone());
        if self.neighbours.as_ref().is_none_or(|(known, _)| *known != key) {
            let tied: BTreeSet<_> = case.graph().neighbours(id.as_str()).into_iter().map(|tied| tied.id).collect();
            let count = tied.into_iter().filter(|tied| *tied != id).count();
            self.neighbours = Some((key, count));
        }
        self.neighbours.as_ref().map_or(0, |(_, count)| *count)
    }

    /// Remembers where the camera has been, once somebody has moved it.
    fn note_camera(&mut self, ui: &Ui) {
        if let Some(camera) = self.camera.filter(|_| self.flight.is_none()) {
            self.track.note(camera, ui.input(|input| input.time));
        }
    }

    /// Brings the camera where it was asked to go.
    fn aim(&mut self, ui: &Ui, cx: &ViewCx<'_>) {
        let Some(ground) = Ground::new(self.layout.as_deref(), self.large.plane(), cx) else { return };
        let camera = match self.camera {
            Some(camera) => camera,
            None => *self.camera.insert(*self.whole.insert(ground.whole(cx, self.size))),
        };
        let now = ui.input(|input| input.time);
        for wish in std::mem::take(&mut self.wishes) {
            let is_due = cx
                .case()
                .is_some_and(|case| self.shown_by.is_none_or(|shown| shown.structure != case.revision().structure));
            if matches!(wish, ViewRequest::Reveal(_))
                && is_due
                && around(cx).iter().any(|id| ground.place(id).is_none())
            {
                // What is new has no place yet: it is shown once it has.
                self.wishes.push(wish);
                continue;
            }
            let middle = (self.size / 2.0).to_pos2();
            // Where all was shown, what is new is shown with all the rest.
            let aimed = self.flight.map_or(camera, |flight| flight.to);
            let shows_all = matches!(wish, ViewRequest::Reveal(_)) && self.whole == Some(aimed) && ground.is_small();
            self.was_moved = wish != ViewRequest::FitAll && !shows_all;
            let to = match wish {
                ViewRequest::Reveal(_) if shows_all => *self.whole.insert(ground.whole(cx, self.size)),
                ViewRequest::FitAll => *self.whole.insert(ground.whole(cx, self.size)),
                ViewRequest::FitSelection => {
                    let ids = around(cx);
                    if ids.is_empty() { camera } else { ground.fitting(&ids, self.size) }
                }
                ViewRequest::Reveal(_) => revealing(cx, &ground, camera, self.size),
                ViewRequest::ZoomIn | ViewRequest::ZoomNetwork(true) => camera.zoom_at(middle, 1.3, self.size),
                ViewRequest::ZoomOut | ViewRequest::ZoomNetwork(false) => camera.zoom_at(middle, 1.0 / 1.3, self.size),
                ViewRequest::GoView(forward) => match self.track.go(forward, now) {
                    Some(camera) => camera,
                    None => continue,
                },
                ViewRequest::PinSelection => {
                    let folds = &cx.derived().folds;
                    // A group is one node, however many of its members are selected.
                    let selected: BTreeSet<&Id> =
                        cx.workspace.selection().ids().iter().map(|id| folds.node(id)).collect();
                    let places = selected.into_iter().filter_map(|id| Some((id.clone(), ground.place(id)?)));
                    hand::pin(cx, places.collect());
                    continue;
                }
                _ => continue,
            };
            self.flight = Some(Flight { from: camera, to, since: now });
        }
        if let Some(flight) = self.flight {
            let share = ((now - flight.since) / FLIGHT).clamp(0.0, 1.0) as f32;
            let eased = 1.0 - (1.0 - share) * (1.0 - share) * (1.0 - share);
            self.camera = Some(Camera {
                centre: flight.from.centre + (flight.to.centre - flight.from.centre) * eased,
                zoom: flight.from.zoom * (flight.to.zoom / flight.from.zoom).powf(eased),
                stretch: flight.from.stretch + (flight.to.stretch - flight.from.stretch) * eased,
            });
            if share >= 1.0 {
                self.camera = Some(flight.to);
                self.flight = None;
            } else {
                ui.ctx().request_repaint();
            }
        }
    }

    fn draw(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let way = self.on_the_way(ui);
        let (Some(case), Some(layout), Some(camera)) = (cx.case(), &self.layout, self.camera) else { return };
        let (layout, on_the_way) = match way {
            Some((layout, share)) => (layout, Some(share)),
            None => (Cow::Borrowed(&**layout), None),
        };
        let workspace = cx.workspace;
        let focused = if response.has_focus() { workspace.selection().lead() } else { None };
        let dragged = if let Drag::Nodes(nodes) = &self.drag { nodes.clone() } else { Vec::new() };
        let key = PictureKey {
            generation: workspace.generation(),
            revision: case.revision(),
            window: workspace.window(),
            window_rule: workspace.window_rule(),
            selected: workspace.selection().shared(),
            // While the hand moves a large network, what passes under it is no business of its own.
            near: workspace.focus().map(|focus| focus.key().clone()),
            hovered: workspace.hovered().filter(|_| !self.large.is_moving(&self.drag)).cloned(),
            focused: focused.cloned(),
            camera,
            size: rect.size(),
            language: cx.words().language(),
            clocks: cx.words().clocks(),
            dragged,
            large: self.large.number(),
            on_the_way,
        };
        let pixels = ui.ctx().pixels_per_point();
        self.large.aim(ui, cx, camera, rect.size(), pixels);
        if self.picture.as_ref().is_none_or(|(known, _)| *known != key) {
            let visibility = &cx.derived().visibility;
            let hidden = |id: &Id| visibility.is_hidden(id);
            let near = |id: &Id| workspace.focus().is_none_or(|focus| focus.reach().contains(id));
            let shown = self.picture.as_ref().map(|(_, picture)| picture.shown.clone()).unwrap_or_default();
            let picture = network(&Network {
                case,
                layout: &layout,
                folds: &cx.derived().folds,
                widths: cx.derived().widths.as_ref(),
                part: self.large.part(),
                camera,
                size: rect.size(),
                emphasis: Emphasis {
                    answers: &cx.derived().answers,
                    selected: &key.selected,
                    hovered: key.hovered.as_ref(),
                    focused: key.focused.as_ref(),
                    hidden: &hidden,
                    neighbourhood: workspace.focus().map(|_| &near as &dyn Fn(&Id) -> bool),
                },
                has_window: key.window.is_some(),
                shown: &shown,
                dragged: &key.dragged,
                measure: &FontMeasure,
                words: cx.words(),
            });
            self.pictures_made += 1;
            self.picture = Some((key, picture));
        }
        let Some((_, picture)) = &self.picture else { return };
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::Canvas));
        paint(&picture.scene.items, &painter, TSTransform::from_translation(rect.min.to_vec2()), cx.theme);
        if let (Drag::Select(from), Some(at)) = (&self.drag, response.interact_pointer_pos()) {
            let area = Rect::from_two_pos(rect.min + from.to_vec2(), at);
            let fill = cx.ink(crate::scene::Ink::new(Role::Thread).alpha(0.06));
            painter.rect(area, CornerRadius::ZERO, fill, Stroke::new(1.0, cx.colour(Role::Thread)), StrokeKind::Inside);
        }
        if let (Drag::Tie(_, from), Some(at)) = (&self.drag, response.interact_pointer_pos()) {
            painter.line_segment([rect.min + from.to_vec2(), at], Stroke::new(2.0, cx.colour(Role::Thread)));
        }
        let around =
            |centre: &Pos2, radius: f32| Rect::from_center_size(rect.min + centre.to_vec2(), Vec2::splat(2.0 * radius));
        let nodes = picture.nodes.iter().map(|(id, centre, radius)| (id, around(centre, *radius)));
        let links = picture.links.iter().map(|(id, middle)| (id, around(middle, LINK_REACH)));
        let (several, single): (Vec<_>, Vec<_>) =
            nodes.chain(links).take(MOST_ACCESSIBLE).partition(|(id, _)| spoken::is_several(cx, picture, id));
        canvas::accessible(ui, cx, "network", single.into_iter());
        for (id, rect) in several {
            spoken::several_ui(ui, cx, picture, id, rect);
        }
    }
}

/// Whether a layout has so many nodes fewer, or more, than the one before that it is another picture.
fn is_much_less(before: &Layout, now: &Layout) -> bool {
    let (least, most) = (before.ids.len().min(now.ids.len()), before.ids.len().max(now.ids.len()));
    10 * least < 7 * most
}

/// A share in whole hundredths, and never all before the end.
fn percent(share: f32) -> i64 {
    ((share * 100.0) as i64).min(99)
}

/// The selected nodes, and the ends of selected links.
fn around(cx: &ViewCx<'_>) -> BTreeSet<Id> {
    let Some(case) = cx.case() else { return BTreeSet::new() };
    let mut ids = BTreeSet::new();
    for id in cx.workspace.selection().ids() {
        match case.link(id.as_str()) {
            Some(link) => ids.extend([link.from.clone(), link.to.clone()]),
            None => {
                ids.insert(id.clone());
            }
        }
    }
    let folds = &cx.derived().folds;
    ids.iter().map(|id| folds.node(id).clone()).collect()
}

/// The camera moved so far that the selection is in view; not at all where it is.
fn revealing(cx: &ViewCx<'_>, ground: &Ground<'_>, camera: Camera, size: Vec2) -> Camera {
    let inside = Rect::from_min_size(Pos2::ZERO, size).shrink(40.0);
    let points: Vec<Pos2> = around(cx).iter().filter_map(|id| ground.place(id)).collect();
    let in_view = points.iter().all(|point| inside.contains(camera.to_view(*point, size)));
    if points.is_empty() || (in_view && camera.zoom > LEAST_REVEALED.min(ground.usual_zoom())) {
        return camera;
    }
    let bounds = Rect::from_points(&points);
    Camera { centre: bounds.center(), zoom: camera.zoom.max(ground.usual_zoom()), ..camera }
}
