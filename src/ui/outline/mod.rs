//! The outline at the left: legend and filter in one, and every thing of the case in lists.

mod legend;
mod list;
mod rows;

use std::sync::Arc;

use egui::{EventFilter, Id as EguiId, Key, Margin, Modifiers, ScrollArea, TextEdit, Ui, vec2};

use self::legend::KindCount;
use self::list::ListState;
use self::rows::Sort;
use super::cx::ViewCx;
use super::fonts;
use super::icon::{self, Icon};
use super::parts::{self, BODY, HoverSender, PADDING, ROW, SectionHead};
use crate::app::table::Sheet;
use crate::model::case::Revision;
use crate::model::dates::Clock;
use crate::model::time::{Span, WindowRule};
use crate::model::{Case, Id};
use crate::scene::Role;

pub use self::list::{item_icon, row_ui};

/// From what the rows were worked out.
#[derive(Clone, Debug, PartialEq)]
struct RowsKey {
    generation: u64,
    structure: u64,
    content: u64,
    list: Sheet,
    sort: Sort,
    filter: String,
    clock: Clock,
}

/// What the outline remembers: which sections are open, the filter, and worked-out rows.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one part whether it is shown")]
pub struct OutlineState {
    filter: String,
    filter_shown: bool,
    filter_opened: bool,
    kinds_closed: bool,
    links_closed: bool,
    list: Sheet,
    sort: Sort,
    rows: Arc<[Id]>,
    rows_key: Option<RowsKey>,
    kinds: Vec<KindCount>,
    strengths: [usize; 3],
    kind_index: legend::KindIndex,
    kinds_of: Option<(u64, Revision)>,
    kinds_key: Option<(Option<Span>, WindowRule, Clock)>,
    lead: Option<Id>,
    list_state: ListState,
    hover: HoverSender,
}

/// Draws the outline.
pub fn outline_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut OutlineState) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // A row that fades at the edge of the list would look like one outside the window.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    header_ui(ui, cx, state);
    let Some(case) = cx.case() else { return };
    refresh(cx, case, state);
    if state.filter_shown {
        filter_ui(ui, cx, state);
    }
    let hovered = body_ui(ui, cx, case, state);
    state.hover.send(cx, hovered.as_ref());
}

fn header_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut OutlineState) {
    parts::header_ui(ui, cx, &cx.text("outline"), "", |ui| {
        let open = cx.case().is_some();
        let response = icon::button_ui(ui, Icon::Filter, &cx.text("outline-filter-toggle"), open);
        if response.clicked() {
            state.filter_shown = !state.filter_shown;
            state.filter_opened = state.filter_shown;
            state.filter.clear();
        }
    });
}

fn filter_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut OutlineState) {
    let id = EguiId::unique("outline-filter");
    let hint = cx.text("outline-filter");
    egui::Frame::NONE.inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 4 }).show(ui, |ui| {
        let field = TextEdit::singleline(&mut state.filter).id(id).font(fonts::font_id(BODY, 1.0)).hint_text(&hint);
        let response = ui.add(field.desired_width(f32::INFINITY)).accessible_name(&hint);
        if std::mem::take(&mut state.filter_opened) {
            response.request_focus();
        }
        if response.has_focus() {
            // Esc belongs to the field, and only then to the selection.
            let keep = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keep));
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            state.filter_shown = false;
            state.filter.clear();
        }
    });
}

fn refresh(cx: &ViewCx<'_>, case: &Case, state: &mut OutlineState) {
    let revision = case.revision();
    let generation = cx.workspace.generation();
    if state.kinds_of != Some((generation, revision)) {
        state.kind_index = legend::KindIndex::new(case);
        state.strengths = legend::strengths(case);
        state.kinds_of = Some((generation, revision));
        state.kinds_key = None;
    }
    let workspace = cx.workspace;
    let key = (workspace.window(), workspace.window_rule(), workspace.clock());
    if state.kinds_key != Some(key) {
        state.kinds = legend::kinds(case, &state.kind_index, workspace);
        state.kinds_key = Some(key);
    }
    let key = RowsKey {
        generation,
        structure: revision.structure,
        content: revision.content,
        list: state.list,
        sort: state.sort,
        filter: state.filter.clone(),
        clock: cx.workspace.clock(),
    };
    let is_new = state.rows_key.as_ref() != Some(&key);
    if is_new {
        state.rows = rows::rows(case, cx.derived(), state.list, state.sort, &state.filter).into();
        state.list_state = ListState::default();
        state.rows_key = Some(key);
    }
    let lead = cx.workspace.selection().lead();
    if is_new || state.lead.as_ref() != lead {
        state.lead = lead.cloned();
        state.list_state.lead_moved(lead.and_then(|lead| state.rows.iter().position(|id| id == lead)));
    }
}

/// The legend above, scrolling by itself where it is long; the lists below, one of them open.
fn body_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, state: &mut OutlineState) -> Option<Id> {
    let below = Sheet::ALL.len() as f32 * (ROW + 2.0) + 8.0;
    let most = ((ui.available_height() - below) * 0.76).max(3.0 * ROW);
    ScrollArea::vertical().id_salt("outline-legend").auto_shrink([false, true]).max_height(most).show(ui, |ui| {
        legend_ui(ui, cx, case, state);
    });
    parts::rule_ui(ui, cx);
    let mut hovered = None;
    for (at, list) in Sheet::ALL.into_iter().enumerate() {
        let open = list == state.list;
        let remark = if open && list == Sheet::Entities { cx.text(state.sort.key()) } else { String::new() };
        let count = Some(if open { state.rows.len() } else { list.len(case) });
        let name = cx.text(list.key());
        let head = SectionHead { name: &name, count, remark: "", open };
        let response = parts::section_ui(ui, cx, EguiId::unique(("outline-section", list)), head);
        if open && list == Sheet::Entities {
            sort_ui(ui, cx, state, response.rect, &remark);
        }
        if response.clicked() {
            state.list = list;
        }
        if open {
            let rest = (Sheet::ALL.len() - at - 1) as f32 * (ROW + 2.0);
            let height = (ui.available_height() - rest).max(2.0 * ROW);
            hovered = list::list_ui(ui, cx, case, state, height);
        }
    }
    hovered
}

fn legend_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, state: &mut OutlineState) {
    ui.add_space(6.0);
    let remark = if cx.workspace.window().is_some() { cx.text("answer-certain") } else { String::new() };
    let name = cx.text("outline-kinds");
    let head = SectionHead { name: &name, count: None, remark: &remark, open: !state.kinds_closed };
    if parts::section_ui(ui, cx, EguiId::unique("outline-kinds"), head).clicked() {
        state.kinds_closed = !state.kinds_closed;
    }
    if !state.kinds_closed {
        legend::kinds_ui(ui, cx, case, &state.kinds);
    }
    parts::rule_ui(ui, cx);
    let name = cx.text("outline-certainty");
    let head = SectionHead { name: &name, count: None, remark: "", open: !state.links_closed };
    if parts::section_ui(ui, cx, EguiId::unique("outline-certainty"), head).clicked() {
        state.links_closed = !state.links_closed;
    }
    if !state.links_closed {
        legend::strengths_ui(ui, cx, case, state.strengths);
        legend::looks_ui(ui, cx, case);
    }
}

/// The order of the entities, at the right of their section's head.
fn sort_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut OutlineState, head: egui::Rect, remark: &str) {
    let rect =
        egui::Rect::from_min_max(egui::pos2(head.center().x, head.top()), head.right_bottom() - vec2(PADDING, 0.0));
    let galley =
        ui.painter().layout_no_wrap(remark.to_owned(), fonts::font_id(parts::FINE, 1.0), cx.colour(Role::Text3));
    let rect = rect.with_min_x(rect.right() - galley.size().x - 18.0);
    let response = ui.interact(rect, EguiId::unique("outline-sort"), egui::Sense::click());
    let name = cx.words().with("outline-sort", &[("order", remark.into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let lit = response.hovered() || response.has_focus();
    let role = if lit { Role::Text1 } else { Role::Text3 };
    let end = egui::pos2(rect.right(), rect.center().y);
    let chevron = egui::Rect::from_center_size(end - vec2(5.0, 0.0), vec2(10.0, 10.0));
    icon::paint(ui.painter(), chevron, Icon::ChevronDown, cx.colour(role));
    parts::line(ui, cx, end - vec2(16.0, 0.0), egui::Align2::RIGHT_CENTER, remark, (parts::FINE, role), rect.width());
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, cx.colour(Role::Text1));
        ui.painter().rect_stroke(rect.expand2(vec2(4.0, -3.0)), 3.0, stroke, egui::StrokeKind::Inside);
    }
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(140.0);
        for sort in Sort::ALL {
            if ui.selectable_label(sort == state.sort, cx.text(sort.key())).clicked() {
                state.sort = sort;
            }
        }
    });
}
