//! The network: pan, zoom, point, drag, select by rectangle, walk with the arrows.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::{
    CornerRadius, Key, PointerButton, Pos2, Rect, Response, Role as Access, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use super::canvas::{self, Step};
use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::app::effect::ViewRequest;
use crate::app::history::Label;
use crate::layout::font::FontMeasure;
use crate::layout::network::Layout;
use crate::layout::network::camera::Camera;
use crate::locale::{Clocks, Language};
use crate::model::case::Revision;
use crate::model::edit::Edit;
use crate::model::time::{Span, WindowRule};
use crate::model::{Case, Id};
use crate::scene::network::{Network, NetworkScene, fit, network, request::request};
use crate::scene::{Emphasis, Role, Scene};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::paint::paint;
use crate::ui::parts::HoverSender;
use crate::ui::work::{Job, LayoutKey};

/// How long a jump of the camera takes, in seconds.
const FLIGHT: f64 = 0.22;
/// Things that become accessible nodes; more are reached through the lists.
const MOST_ACCESSIBLE: usize = 500;

/// Half the side of the square on the middle of a link in which a screen reader finds it.
const LINK_REACH: f32 = 6.0;

/// The view with its camera.
#[derive(Debug, Default)]
pub struct NetworkView {
    layout: Option<Layout>,
    asked: Option<LayoutKey>,
    camera: Option<Camera>,
    flight: Option<Flight>,
    size: Vec2,
    /// The user has moved the camera: from then on it stays where it was put.
    was_moved: bool,
    drag: Drag,
    hover: HoverSender,
    picture: Option<(PictureKey, NetworkScene)>,
    pictures_made: u64,
    layouts_asked: u64,
    wishes: Vec<ViewRequest>,
    neighbours: Option<((u64, u64, Id), usize)>,
    context_on_thing: bool,
    /// The keyboard is to come here in this frame.
    pub take_focus: bool,
    /// The keyboard is here.
    pub has_focus: bool,
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
}

/// Everything that a picture depends on: equal keys, equal pictures.
#[derive(Clone, Debug, PartialEq)]
struct PictureKey {
    generation: u64,
    revision: Revision,
    window: Option<Span>,
    window_rule: WindowRule,
    selected: Arc<BTreeSet<Id>>,
    hovered: Option<Id>,
    focused: Option<Id>,
    camera: Camera,
    size: Vec2,
    language: Language,
    clocks: Clocks,
    dragged: Vec<(Id, Pos2)>,
}

impl NetworkView {
    /// A layout is ready.
    pub fn arranged(&mut self, key: LayoutKey, layout: Layout) {
        if self.asked == Some(key) {
            self.layout = Some(layout);
            self.picture = None;
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

    /// Notes what was asked; it is done when the case and the size are at hand.
    pub fn request(&mut self, request: &ViewRequest) {
        self.wishes.push(request.clone());
    }

    /// The layout that is missing, if any: one for each case and each change of its structure.
    pub fn layout_job(&mut self, cx: &ViewCx<'_>) -> Option<Job> {
        let case = cx.case()?;
        let key = (cx.workspace.generation(), case.revision().structure);
        if self.asked == Some(key) {
            return None;
        }
        self.asked = Some(key);
        self.layouts_asked += 1;
        // What is hidden is arranged too: showing it again moves nothing.
        let request = request(case, &|_| false, self.layout.as_ref(), &FontMeasure);
        Some(Job::Layout(key, Box::new(request)))
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
        if self.layout.is_some() && cx.case().is_some() && rect.width() > 8.0 && rect.height() > 8.0 {
            self.aim(ui, cx);
            self.draw(ui, cx, rect, &response);
            self.handle(ui, cx, rect, &response);
        }
        dragged
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
        if self.layout.is_none() {
            shown.push(cx.text("network-arranging"));
        }
        if let Some((_, picture)) = &self.picture {
            shown.extend(
                picture.scene.omissions.iter().map(|(key, count)| cx.words().with(key, &[("count", (*count).into())])),
            );
        }
        let folded = cx.case().is_some_and(|case| case.view().fold_events);
        if folded {
            shown.push(cx.text("events-folded"));
        }
        canvas::header_ui(ui, cx, &cx.text("pane-network"), &shown.join(" · "), |ui| {
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

    /// Brings the camera where it was asked to go.
    fn aim(&mut self, ui: &Ui, cx: &ViewCx<'_>) {
        let (Some(layout), Some(case)) = (&self.layout, cx.case()) else { return };
        let hidden = &cx.derived().visibility;
        let folded = case.view().fold_events;
        let visible = |id: &Id| !(hidden.is_hidden(id) || folded && case.event(id.as_str()).is_some());
        let pinned = with_pins(layout, cx);
        let whole = fit(&pinned, &visible, self.size);
        let camera = *self.camera.get_or_insert(whole);
        let now = ui.input(|input| input.time);
        for wish in std::mem::take(&mut self.wishes) {
            let middle = (self.size / 2.0).to_pos2();
            self.was_moved = wish != ViewRequest::FitAll;
            let to = match wish {
                ViewRequest::FitAll => whole,
                ViewRequest::FitSelection => {
                    let ids = around(cx);
                    if ids.is_empty() { camera } else { fit(&pinned, &|id| ids.contains(id), self.size) }
                }
                ViewRequest::Reveal(_) => self.revealing(cx, &pinned, camera),
                ViewRequest::ZoomIn | ViewRequest::ZoomNetwork(true) => camera.zoom_at(middle, 1.3, self.size),
                ViewRequest::ZoomOut | ViewRequest::ZoomNetwork(false) => camera.zoom_at(middle, 1.0 / 1.3, self.size),
                ViewRequest::PinSelection => {
                    pin_selection(cx, &pinned);
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

    /// The camera moved so far that the selection is in view; not at all where it is.
    fn revealing(&self, cx: &ViewCx<'_>, layout: &Layout, camera: Camera) -> Camera {
        let ids = around(cx);
        let places = layout.by_id();
        let inside = Rect::from_min_size(Pos2::ZERO, self.size).shrink(40.0);
        let points: Vec<Pos2> = ids.iter().filter_map(|id| places.get(id).copied()).collect();
        let in_view = points.iter().all(|point| inside.contains(camera.to_view(*point, self.size)));
        if points.is_empty() || (in_view && camera.zoom > 0.3) {
            return camera;
        }
        let bounds = Rect::from_points(&points);
        Camera { centre: bounds.center(), zoom: camera.zoom.max(0.7), ..camera }
    }

    fn draw(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let (Some(case), Some(layout), Some(camera)) = (cx.case(), &self.layout, self.camera) else { return };
        let workspace = cx.workspace;
        let focused = if response.has_focus() { workspace.selection().lead() } else { None };
        let dragged = if let Drag::Nodes(nodes) = &self.drag { nodes.clone() } else { Vec::new() };
        let key = PictureKey {
            generation: workspace.generation(),
            revision: case.revision(),
            window: workspace.window(),
            window_rule: workspace.window_rule(),
            selected: workspace.selection().shared(),
            hovered: workspace.hovered().cloned(),
            focused: focused.cloned(),
            camera,
            size: rect.size(),
            language: cx.words().language(),
            clocks: cx.words().clocks(),
            dragged,
        };
        if self.picture.as_ref().is_none_or(|(known, _)| *known != key) {
            let visibility = &cx.derived().visibility;
            let hidden = |id: &Id| visibility.is_hidden(id);
            let shown = self.picture.as_ref().map(|(_, picture)| picture.shown.clone()).unwrap_or_default();
            let picture = network(&Network {
                case,
                layout,
                camera,
                size: rect.size(),
                emphasis: Emphasis {
                    answers: &cx.derived().answers,
                    selected: &key.selected,
                    hovered: key.hovered.as_ref(),
                    focused: key.focused.as_ref(),
                    hidden: &hidden,
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
        let around =
            |centre: &Pos2, radius: f32| Rect::from_center_size(rect.min + centre.to_vec2(), Vec2::splat(2.0 * radius));
        let nodes = picture.nodes.iter().map(|(id, centre, radius)| (id, around(centre, *radius)));
        let links = picture.links.iter().map(|(id, middle)| (id, around(middle, LINK_REACH)));
        canvas::accessible(ui, cx, "network", nodes.chain(links).take(MOST_ACCESSIBLE));
    }

    fn handle(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let Some(camera) = self.camera else { return };
        let local = |at: Pos2| (at - rect.min).to_pos2();
        let pointer = response.hover_pos().map(local);
        let under = pointer.and_then(|at| self.picture.as_ref()?.1.scene.pick(at).cloned());
        if response.contains_pointer() || matches!(self.drag, Drag::None) {
            let on = if response.contains_pointer() { under.as_ref() } else { None };
            self.hover.send(cx, on);
        }
        if let Some(at) = pointer
            && response.contains_pointer()
        {
            let factor = ui.input(|input| input.zoom_delta() * (input.smooth_scroll_delta().y / 240.0).exp());
            if (factor - 1.0).abs() > f32::EPSILON {
                self.flight = None;
                self.was_moved = true;
                self.camera = Some(camera.zoom_at(at, factor, self.size));
            }
        }
        self.handle_drag(ui, cx, rect, response);
        if response.double_clicked_by(PointerButton::Primary) {
            match &under {
                Some(id) => cx.send(Command::GoTo(id.clone())),
                None => cx.run(UiCommand::FitAll),
            }
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            match &under {
                Some(id) => canvas::select(ui, cx, id),
                None => cx.send(Command::Select(Select::Nothing)),
            }
        } else if response.secondary_clicked() {
            self.context_on_thing = under.is_some();
            if let Some(id) = under.filter(|id| !cx.is_selected(id)) {
                cx.send(Command::Select(Select::Only(id)));
            }
        }
        canvas::enter(ui, cx, response);
        canvas::context_menu(response, cx, self.context_on_thing);
        if let Some(step) = canvas::arrow(ui, response) {
            self.walk(cx, step);
        }
    }

    fn handle_drag(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let Some(camera) = self.camera else { return };
        let mut moved = response.drag_delta();
        if response.drag_started() {
            self.flight = None;
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(rect.min);
            self.drag = self.beginning(ui, cx, (from - rect.min).to_pos2(), response);
            // The toolkit calls it a drag only after some points; what is dragged stays under the hand.
            moved = response.interact_pointer_pos().map_or(moved, |at| at - from);
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) && !matches!(self.drag, Drag::None) {
            self.drag = Drag::None;
        }
        match &mut self.drag {
            Drag::None => {}
            Drag::Pan => {
                self.was_moved = true;
                self.camera = Some(camera.pan(moved));
            }
            Drag::Nodes(nodes) => {
                for (_, at) in nodes {
                    *at += camera.distance(moved);
                }
            }
            Drag::Select(_) => ui.ctx().request_repaint(),
        }
        if response.drag_stopped() {
            match std::mem::take(&mut self.drag) {
                Drag::Nodes(nodes) => pin(cx, nodes),
                Drag::Select(from) => {
                    if let Some(to) = response.interact_pointer_pos() {
                        self.select_in(cx, Rect::from_two_pos(from, (to - rect.min).to_pos2()));
                    }
                }
                Drag::None | Drag::Pan => {}
            }
        }
    }

    /// What a drag from here does: a node moves (with the whole selection if it belongs to it), Shift draws a
    /// rectangle, the ground moves the picture.
    fn beginning(&self, ui: &Ui, cx: &ViewCx<'_>, from: Pos2, response: &Response) -> Drag {
        if response.dragged_by(PointerButton::Middle) {
            return Drag::Pan;
        }
        if ui.input(|input| input.modifiers.shift) {
            return Drag::Select(from);
        }
        let (Some((_, picture)), Some(camera)) = (&self.picture, self.camera) else { return Drag::Pan };
        let Some(id) = picture.scene.pick(from).filter(|id| picture.nodes.iter().any(|(node, ..)| node == *id)) else {
            return Drag::Pan;
        };
        let moves = |node: &Id| node == id || (cx.is_selected(id) && cx.is_selected(node));
        let nodes = picture.nodes.iter().filter(|(node, ..)| moves(node));
        Drag::Nodes(nodes.map(|(node, centre, _)| (node.clone(), camera.to_plane(*centre, self.size))).collect())
    }

    fn select_in(&self, cx: &ViewCx<'_>, area: Rect) {
        let Some((_, picture)) = &self.picture else { return };
        let ids = picture.nodes.iter().filter(|(_, centre, _)| area.contains(*centre)).map(|(id, ..)| id.clone());
        cx.send(Command::Select(Select::Many(ids.collect())));
    }

    /// The next node in a direction: the nearest by distance, with what lies aside counting double.
    fn walk(&self, cx: &ViewCx<'_>, step: Step) {
        let Some((_, picture)) = &self.picture else { return };
        let lead = cx.workspace.selection().lead();
        let from = picture.nodes.iter().find(|(id, ..)| Some(id) == lead).map(|(_, centre, _)| *centre);
        let Some(from) = from else {
            let middle = (self.size / 2.0).to_pos2();
            let nearest = picture.nodes.iter().min_by(|a, b| a.1.distance(middle).total_cmp(&b.1.distance(middle)));
            if let Some((id, ..)) = nearest {
                cx.send(Command::Select(Select::Only(id.clone())));
            }
            return;
        };
        let cost = |to: Pos2| -> Option<f32> {
            let (x, y) = (to.x - from.x, to.y - from.y);
            let (ahead, aside) = match step {
                Step::Left => (-x, y),
                Step::Right => (x, y),
                Step::Up => (-y, x),
                Step::Down => (y, x),
            };
            (ahead > 1.0).then_some(ahead + 2.0 * aside.abs())
        };
        let next = picture
            .nodes
            .iter()
            .filter(|(id, ..)| Some(id) != lead)
            .filter_map(|(id, centre, _)| Some((cost(*centre)?, id)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, id)) = next {
            cx.send(Command::Select(Select::Only(id.clone())));
        }
    }
}

/// The layout with pinned nodes where they are pinned.
fn with_pins(layout: &Layout, cx: &ViewCx<'_>) -> Layout {
    let mut layout = layout.clone();
    if let Some(case) = cx.case() {
        for (id, position) in layout.ids.iter().zip(&mut layout.positions) {
            if let Some((x, y)) = case.view().pins.get(id) {
                *position = Pos2::new(*x as f32, *y as f32);
            }
        }
    }
    layout
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
    ids
}

fn pin_selection(cx: &ViewCx<'_>, layout: &Layout) {
    let places = layout.by_id();
    let nodes = cx.workspace.selection().ids().iter().filter_map(|id| Some((id.clone(), *places.get(id)?)));
    pin(cx, nodes.collect());
}

/// Pins nodes where they are: one step to undo.
fn pin(cx: &ViewCx<'_>, nodes: Vec<(Id, Pos2)>) {
    let Some(case) = cx.case() else { return };
    let name = match nodes.as_slice() {
        [] => return,
        [(id, _)] => case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned()),
        many => many.len().to_string(),
    };
    let label = Label { key: "edit-pin", name };
    cx.send(Command::Begin(label.clone()));
    for (id, at) in nodes {
        // A tenth of a point is finer than any eye, and keeps the file readable.
        let round = |value: f32| (f64::from(value) * 10.0).round() / 10.0;
        cx.send(Command::Edit(label.clone(), Edit::Pin { id, at: Some((round(at.x), round(at.y))) }));
    }
    cx.send(Command::End);
}
