//! The window's frame: bars, side panels, and the two pictures in panes that can be rearranged.

use egui::{CentralPanel, Frame, Panel, Rect, Response, Sense, Ui, vec2};
use egui_tiles::{Behavior, TileId, Tiles, Tree, UiResponse};
use serde::{Deserialize, Serialize};

use super::cx::ViewCx;
use super::details::{DetailsState, details_ui};
use super::fonts;
use super::keyboard::Keyboard;
use super::menu_bar::menu_bar_ui;
use super::modals::{ModalState, modal_ui};
use super::outline::{OutlineState, outline_ui};
use super::palette::{self, PaletteState, palette_ui};
use super::status::status_ui;
use super::strip::{NoticeState, notice_ui, strip_ui};
use super::track::Track;
use super::views::network::NetworkView;
use super::views::table::TableView;
use super::views::timeline::TimelineView;
use super::welcome::welcome_ui;
use crate::app::command::Command;
use crate::app::effect::ViewRequest;
use crate::app::table::Sheet;
use crate::app::workspace::{Modal, Notice, Workspace};
use crate::model::case::Item;
use crate::model::time::Span;
use crate::scene::Role;

/// A pane of the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pane {
    Network,
    Timeline,
    Table,
}

/// Everything that the window remembers from frame to frame and that is not the program's state.
#[derive(Debug)]
pub struct Shell {
    tree: Tree<Pane>,
    /// The network with its camera.
    pub network: NetworkView,
    /// The timeline with its axis.
    pub timeline: TimelineView,
    /// The table with its rows.
    pub table: TableView,
    outline: OutlineState,
    details: DetailsState,
    palette: PaletteState,
    modal: ModalState,
    notice: NoticeState,
    focus: Option<FocusStop>,
    wanted: Option<FocusStop>,
    generation: u64,
    windows: Track<Option<Span>>,
    go_window: Option<bool>,
}

/// Where F6 stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FocusStop {
    Outline,
    Network,
    Timeline,
    Table,
    Details,
}

/// The network's share of the height.
const NETWORK_SHARE: f32 = 0.48;
/// The table's share of the height.
const TABLE_SHARE: f32 = 0.34;

impl Shell {
    /// The panes as they were left, or as they are at first.
    pub fn new(workspace: &Workspace) -> Self {
        let saved = workspace.settings().panes.as_deref().and_then(saved_tree);
        Self {
            tree: saved.unwrap_or_else(first_tree),
            network: NetworkView::default(),
            timeline: TimelineView::default(),
            table: TableView::default(),
            outline: OutlineState::default(),
            details: DetailsState::default(),
            palette: PaletteState::default(),
            modal: ModalState::default(),
            notice: NoticeState::default(),
            focus: None,
            wanted: None,
            generation: 0,
            windows: Track::default(),
            go_window: None,
        }
    }

    /// The arrangement of the panes, to be remembered.
    pub fn panes(&self) -> Option<String> {
        serde_json::to_string(&self.tree).ok()
    }

    /// What has the keyboard.
    pub fn keyboard(&self) -> Keyboard {
        if self.network.has_focus || self.timeline.has_focus {
            Keyboard::Canvas
        } else if self.table.has_focus {
            Keyboard::Table
        } else {
            Keyboard::Elsewhere
        }
    }

    /// Whether the table is shown.
    pub fn shows_table(&self) -> bool {
        self.table_tile().is_some()
    }

    fn table_tile(&self) -> Option<TileId> {
        self.tree.tiles.find_pane(&Pane::Table)
    }

    /// Shows the table below the pictures, with what is selected in it, or puts it away.
    fn toggle_table(&mut self, workspace: &Workspace) {
        if let Some(tile) = self.table_tile() {
            self.tree.remove_recursively(tile);
            return;
        }
        let table = self.tree.tiles.insert_pane(Pane::Table);
        let Some(root) = self.tree.root() else { return };
        let whole = self.tree.tiles.insert_vertical_tile(vec![root, table]);
        if let Some(egui_tiles::Tile::Container(egui_tiles::Container::Linear(linear))) = self.tree.tiles.get_mut(whole)
        {
            linear.shares.set_share(root, 1.0 - TABLE_SHARE);
            linear.shares.set_share(table, TABLE_SHARE);
        }
        self.tree.root = Some(whole);
        let lead = workspace.selection().lead().and_then(|id| workspace.case()?.item(id.as_str()));
        if let Some(sheet) = lead.and_then(Sheet::of) {
            self.table.turn_to(sheet);
        }
        self.wanted = Some(FocusStop::Table);
        self.focus = self.wanted;
    }

    /// Carries out what a command asked of the views.
    pub fn request(&mut self, request: &ViewRequest, workspace: &mut Workspace) {
        match request {
            ViewRequest::ResetPanes => {
                self.tree = first_tree();
                let settings = workspace.settings_mut();
                (settings.outline, settings.details) = (true, true);
            }
            ViewRequest::ToggleOutline => {
                let settings = workspace.settings_mut();
                settings.outline = !settings.outline;
            }
            ViewRequest::ToggleDetails => {
                let settings = workspace.settings_mut();
                settings.details = !settings.details;
            }
            ViewRequest::ToggleTable => self.toggle_table(workspace),
            ViewRequest::NextPane => {
                self.wanted = Some(self.next_stop(workspace));
                self.focus = self.wanted;
            }
            ViewRequest::FullScreen => {}
            ViewRequest::GoWindow(forward) => self.go_window = Some(*forward),
            ViewRequest::ZoomIn | ViewRequest::ZoomOut | ViewRequest::GoView(_) => {
                if self.focus == Some(FocusStop::Timeline) {
                    self.timeline.request(request);
                } else {
                    self.network.request(request);
                }
            }
            _ => {
                self.network.request(request);
                self.timeline.request(request);
            }
        }
    }

    fn next_stop(&self, workspace: &Workspace) -> FocusStop {
        let settings = workspace.settings();
        let stops: Vec<FocusStop> = [
            (settings.outline, FocusStop::Outline),
            (true, FocusStop::Network),
            (true, FocusStop::Timeline),
            (self.shows_table(), FocusStop::Table),
            (settings.details, FocusStop::Details),
        ]
        .into_iter()
        .filter_map(|(shown, stop)| shown.then_some(stop))
        .collect();
        let at = stops.iter().position(|stop| Some(*stop) == self.focus);
        stops[at.map_or(0, |at| at + 1) % stops.len()]
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) {
        if self.generation != cx.workspace.generation() {
            self.generation = cx.workspace.generation();
            self.windows = Track::default();
            self.network = NetworkView::default();
            self.timeline = TimelineView::default();
            self.table.forget();
            tell_of_boxes(ui, cx);
        }
        menu_bar_ui(ui, cx);
        strip_ui(ui, cx);
        if cx.case().is_some() {
            self.case_ui(ui, cx);
        } else {
            CentralPanel::default().frame(Frame::new().fill(cx.colour(Role::Panel))).show(ui, |ui| welcome_ui(ui, cx));
        }
        match cx.workspace.modal() {
            Some(Modal::Palette(commands_first)) => palette_ui(ui, cx, &mut self.palette, *commands_first),
            _ => palette::closed(&mut self.palette),
        }
        modal_ui(ui, cx, &mut self.modal);
        notice_ui(ui, cx, &mut self.notice);
    }

    fn case_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) {
        let panel = Frame::new().fill(cx.colour(Role::Panel));
        // F6 was pressed since the last frame: where the keyboard goes.
        self.note_window(ui, cx);
        let wanted = self.wanted.take();
        Panel::bottom("status").exact_size(28.0).resizable(false).frame(panel).show(ui, |ui| status_ui(ui, cx));
        let settings = cx.workspace.settings();
        if settings.outline {
            let outline = Panel::left("outline").default_size(256.0).size_range(200.0..=420.0).frame(panel);
            let response = outline.show(ui, |ui| {
                focus_anchor(ui, wanted == Some(FocusStop::Outline), &cx.text("command-toggle-outline"));
                outline_ui(ui, cx, &mut self.outline);
            });
            self.note_focus(ui, &response.response, FocusStop::Outline);
        }
        if settings.details {
            // On a narrow window the pictures keep the larger part.
            let width = (ui.available_width() * 0.31).clamp(290.0, 380.0);
            let details = Panel::right("details").default_size(width).size_range(280.0..=560.0).frame(panel);
            let response = details.show(ui, |ui| {
                focus_anchor(ui, wanted == Some(FocusStop::Details), &cx.text("command-toggle-details"));
                details_ui(ui, cx, &mut self.details);
            });
            self.note_focus(ui, &response.response, FocusStop::Details);
        }
        let canvas = Frame::new().fill(cx.colour(Role::Canvas));
        CentralPanel::default().frame(canvas).show(ui, |ui| {
            let Self { tree, network, timeline, table, .. } = self;
            table.take_focus |= wanted == Some(FocusStop::Table);
            table.has_focus = false;
            network.take_focus = wanted == Some(FocusStop::Network);
            timeline.take_focus = wanted == Some(FocusStop::Timeline);
            tree.ui(&mut Panes { cx, network, timeline, table }, ui);
            name_borders(ui, &cx.text("pane-border"));
        });
        if wanted.is_some() {
            // A picture that loses the keyboard in this frame does not know it yet.
        } else if self.network.has_focus {
            self.focus = Some(FocusStop::Network);
        } else if self.timeline.has_focus {
            self.focus = Some(FocusStop::Timeline);
        } else if self.table.has_focus {
            self.focus = Some(FocusStop::Table);
        }
    }

    /// Remembers which windows there were, and goes back and forward among them. Playing is one movement.
    fn note_window(&mut self, ui: &Ui, cx: &ViewCx<'_>) {
        if cx.case().is_none() {
            return;
        }
        let now = ui.input(|input| input.time);
        if !cx.workspace.playback().playing {
            self.windows.note(cx.workspace.window(), now);
        }
        if let Some(window) = self.go_window.take().and_then(|forward| self.windows.go(forward, now)) {
            cx.send(Command::Window(window));
        }
    }

    fn note_focus(&mut self, ui: &Ui, panel: &Response, stop: FocusStop) {
        let clicked = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
        if clicked.is_some_and(|at| panel.rect.contains(at)) {
            self.focus = Some(stop);
        }
    }
}

/// A place for the keyboard at the head of a side panel: Tab goes on from here.
fn focus_anchor(ui: &mut Ui, take: bool, name: &str) {
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), 1.0));
    let response = ui.interact(rect, ui.scope_id().with("anchor"), Sense::focusable_noninteractive());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, name));
    if take {
        response.request_focus();
    }
}

/// The pane library gives the borders between panes no name; a screen reader needs one.
fn name_borders(ui: &Ui, name: &str) {
    let (layer, area) = (ui.layer_id(), ui.max_rect().expand(1.0));
    let borders: Vec<egui::Id> = ui.ctx().viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let is_border = |widget: &&egui::WidgetRect| {
            let (short, long) =
                (widget.rect.width().min(widget.rect.height()), widget.rect.width().max(widget.rect.height()));
            // Borders between columns of the table are short; they have names of their own.
            let thin = short <= 8.0 && long > 40.0;
            thin && widget.sense.senses_drag() && area.contains_rect(widget.rect) && widgets.info(widget.id).is_none()
        };
        widgets.get_layer(layer).filter(is_border).map(|widget| widget.id).collect()
    });
    for border in borders {
        ui.ctx().accesskit_node_builder(border, |node| {
            node.set_role(egui::accesskit::Role::Splitter);
            node.set_label(name);
        });
    }
}

fn first_tree() -> Tree<Pane> {
    let mut tiles = Tiles::default();
    let network = tiles.insert_pane(Pane::Network);
    let timeline = tiles.insert_pane(Pane::Timeline);
    let root = tiles.insert_vertical_tile(vec![network, timeline]);
    if let Some(egui_tiles::Tile::Container(egui_tiles::Container::Linear(linear))) = tiles.get_mut(root) {
        linear.shares.set_share(network, NETWORK_SHARE);
        linear.shares.set_share(timeline, 1.0 - NETWORK_SHARE);
    }
    Tree::new(egui::Id::unique("panes"), root, tiles)
}

/// A saved arrangement counts only if it holds each picture once, and the table at most once.
fn saved_tree(text: &str) -> Option<Tree<Pane>> {
    let tree: Tree<Pane> = serde_json::from_str(text).ok()?;
    let count = |pane: Pane| {
        tree.tiles.tiles().filter(|tile| matches!(tile, egui_tiles::Tile::Pane(found) if *found == pane)).count()
    };
    let reachable = tree.root().is_some() && tree.active_tiles().len() > 1;
    let is_whole = count(Pane::Network) == 1 && count(Pane::Timeline) == 1 && count(Pane::Table) <= 1;
    (reachable && is_whole).then_some(tree)
}

struct Panes<'a> {
    cx: &'a ViewCx<'a>,
    network: &'a mut NetworkView,
    timeline: &'a mut TimelineView,
    table: &'a mut TableView,
}

impl Behavior<Pane> for Panes<'_> {
    fn pane_ui(&mut self, ui: &mut Ui, _tile: TileId, pane: &mut Pane) -> UiResponse {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let dragged = match pane {
            Pane::Network => self.network.ui(ui, self.cx),
            Pane::Timeline => self.timeline.ui(ui, self.cx),
            Pane::Table => self.table.ui(ui, self.cx),
        };
        if dragged { UiResponse::DragStarted } else { UiResponse::None }
    }

    fn tab_title_for_pane(&mut self, pane: &Pane) -> egui::WidgetText {
        self.cx
            .text(match pane {
                Pane::Network => "pane-network",
                Pane::Timeline => "pane-timeline",
                Pane::Table => "pane-table",
            })
            .into()
    }

    fn gap_width(&self, _style: &egui::Style) -> f32 {
        1.0
    }

    fn min_size(&self) -> f32 {
        120.0
    }

    fn simplification_options(&self) -> egui_tiles::SimplificationOptions {
        egui_tiles::SimplificationOptions { all_panes_must_have_tabs: false, ..Default::default() }
    }
}

/// Says how many names of the case that was just opened have letters which stand as boxes here.
fn tell_of_boxes(ui: &Ui, cx: &ViewCx<'_>) {
    let Some(case) = cx.case() else { return };
    let count = fonts::names_with_boxes(ui.ctx(), case.items().map(Item::name));
    if count > 0 {
        cx.send(Command::Notify(Notice::with("notice-boxes", "count", count.to_string())));
    }
}
