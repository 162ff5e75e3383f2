//! The heads of the columns, and the rows that are in view.

use egui::{Align2, CursorIcon, Rangef, Rect, Role as Access, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::head::name;
use super::{ROW, TableView};
use crate::app::command::Command;
use crate::app::table::{Column, Shown};
use crate::model::case::Item;
use crate::model::{Case, Id};
use crate::scene::{NodeState, Role};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::outline::item_icon;
use crate::ui::parts::{self, BODY, LABEL, NAME, RowState, STRONG};
use crate::ui::views::canvas::{self, Under};

/// Height of the heads of the columns, in points.
pub(super) const HEAD: f32 = 26.0;
/// Room at the left, in which the sign of a thing stands.
pub(super) const MARGIN: f32 = 36.0;
/// Room at either side of a cell.
const PAD: f32 = 6.0;
/// A border between columns is caught from so far.
const BORDER: f32 = 7.0;

impl TableView {
    /// The heads: a click sorts, a second turns the order round, a third gives that of the file; borders are dragged.
    pub(super) fn columns_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, shown: &Shown, columns: &[(Column, f32)]) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEAD));
        let sorted = shown.sorted_by();
        let mut left = rect.left() + MARGIN;
        let mut dropped = None;
        for (at, (column, width)) in columns.iter().enumerate() {
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, HEAD));
            left += width;
            let response =
                ui.interact(cell.shrink2(vec2(BORDER / 2.0, 0.0)), ui.scope_id().with(("head", at)), Sense::click());
            let is_sorted = sorted.as_ref() == Some(column);
            let title = name(cx, column);
            let order = match (is_sorted, shown.descending) {
                (false, _) => "table-unsorted",
                (true, false) => "table-ascending",
                (true, true) => "table-descending",
            };
            let spoken =
                cx.words().with("table-head", &[("name", title.as_str().into()), ("order", cx.text(order).into())]);
            response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, &spoken));
            if response.clicked() {
                let (sort, descending) = match (is_sorted, shown.descending) {
                    (false, _) => (Some(column.word()), false),
                    (true, false) => (Some(column.word()), true),
                    (true, true) => (None, false),
                };
                cx.send(Command::Table(self.sheet, Shown { sort, descending, ..shown.clone() }));
            }
            response.context_menu(|ui| {
                if let Some(moved) = head_menu_ui(ui, cx, at, columns) {
                    self.leave(cx, shown, &moved);
                    ui.close();
                }
            });
            let role = if response.hovered() || is_sorted { Role::Text1 } else { Role::Text2 };
            let room = width - 2.0 * PAD - if is_sorted { 14.0 } else { 0.0 };
            let (from, anchor) = if column.is_number() {
                (cell.right_center() - vec2(PAD + if is_sorted { 14.0 } else { 0.0 }, 0.0), Align2::RIGHT_CENTER)
            } else {
                (cell.left_center() + vec2(PAD, 0.0), Align2::LEFT_CENTER)
            };
            let text = parts::line(ui, cx, from, anchor, &title, (LABEL, role), room);
            if is_sorted {
                let sign = Rect::from_center_size(pos2(text.right() + 9.0, cell.center().y), vec2(10.0, 10.0));
                let icon = if shown.descending { Icon::ChevronDown } else { Icon::ChevronUp };
                icon::paint(ui.painter(), sign, icon, cx.colour(Role::Text2));
            }
            if response.has_focus() {
                let stroke = Stroke::new(1.5, cx.colour(Role::Text1));
                ui.painter().rect_stroke(cell.shrink(2.0), 3.0, stroke, egui::StrokeKind::Inside);
            }
            dropped = dropped.or(self.border_ui(ui, cx, cell, (at, *width), &title));
        }
        parts::hairline(ui, cx, rect.left()..=rect.right(), rect.bottom());
        if dropped.is_some() {
            self.leave(cx, shown, columns);
            self.resized = None;
        }
    }

    /// The border at the right of a column; something where it was let go.
    fn border_ui(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        cell: Rect,
        (at, width): (usize, f32),
        title: &str,
    ) -> Option<()> {
        let border = Rect::from_center_size(cell.right_center(), vec2(BORDER, cell.height()));
        let response = ui.interact(border, ui.scope_id().with(("border", at)), Sense::DRAG);
        let name = cx.words().with("table-border", &[("name", title.into())]);
        response.widget_info(|| WidgetInfo::labeled(Access::Splitter, true, &name));
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
        }
        let role = if response.hovered() || response.dragged() { Role::Text3 } else { Role::Hairline };
        let line = cell.y_range().shrink(5.0);
        ui.painter().vline(cell.right() - 0.5, line, Stroke::new(1.0, cx.colour(role)));
        if response.dragged() {
            let before = self.resized.filter(|(dragged, _)| *dragged == at).map_or(width, |(_, width)| width);
            self.resized = Some((at, (before + response.drag_delta().x).clamp(40.0, 1_000.0)));
        }
        response.drag_stopped().then_some(())
    }

    /// The rows in view; gives the thing under the pointer.
    pub(super) fn rows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewCx<'_>,
        case: &Case,
        (shown, columns): (&Shown, &[(Column, f32)]),
        seen: Rangef,
    ) -> Option<Id> {
        let area = ui.available_rect_before_wrap();
        // What takes clicks and keys is as wide as can be seen; cells run on beyond it.
        let area = Rect::from_x_y_ranges(seen, area.y_range());
        let body = ui.interact(area, ui.scope_id().with("table-rows"), Sense::click());
        let spoken = cx.words().with("table-body", &[("name", cx.text(self.sheet.key()).into())]);
        body.widget_info(|| WidgetInfo::labeled(Access::ListBox, true, &spoken));
        if std::mem::take(&mut self.take_focus) {
            body.request_focus();
        }
        self.has_focus = body.has_focus();
        let lead = self.lead_row(cx, case);
        self.keys(ui, cx, case, shown, &body, lead);
        self.scroll.wheel(ui, area, ROW);
        if let Some(row) = self.reveal.take() {
            self.scroll.reveal(row, area.height(), ROW);
        }
        self.scroll.clamp(area.height(), ROW, self.rows.len());
        let (range, offset) = self.scroll.in_view(area.height(), ROW, self.rows.len());
        let first = range.start;
        let left = ui.max_rect().left();
        let width: f32 = columns.iter().map(|(_, width)| width).sum::<f32>() + MARGIN;
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
        child.set_clip_rect(area.intersect(ui.clip_rect()));
        let pointer = body.hover_pos().filter(|at| area.contains(*at));
        let mut hovered = None;
        let rows = self.rows.clone();
        for row in range {
            let top = area.top() + offset + (row - first) as f32 * ROW;
            let rect = Rect::from_min_size(pos2(left, top), vec2(width.max(area.width()), ROW));
            let Some(item) = case.at(self.sheet.place(rows[row])) else { continue };
            let seen = rect.intersect(area);
            let response = child.interact(seen, child.scope_id().with(("row", row - first)), Sense::hover());
            let sentence = naming::sentence(cx, case, item);
            let is_selected = cx.is_selected(item.id());
            response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, is_selected, &sentence));
            if child.input(|input| input.has_accesskit_action_request(response.id, egui::accesskit::Action::Click)) {
                self.pick(cx, case, row, egui::Modifiers::NONE);
            }
            let is_pointed = pointer.is_some_and(|at| seen.contains(at));
            if is_pointed {
                hovered = Some((row, item.id().clone()));
            }
            let focused = self.has_focus && lead == Some(row);
            if focused {
                child
                    .ctx()
                    .accesskit_node_builder(body.id, |node| node.set_active_descendant(response.id.accesskit_id()));
            }
            Self::row_ui(
                &child,
                cx,
                case,
                item,
                rect.intersect(area.expand2(vec2(f32::INFINITY, 0.0))),
                RowState { selected: is_selected, lit: is_pointed || cx.is_hovered(item.id()), focused },
                columns,
            );
        }
        if self.rows.is_empty() && self.asked.is_none() {
            let text = cx.text(if self.sheet.len(case) == 0 { "outline-empty" } else { "table-none" });
            let at = area.left_top() + vec2(MARGIN, 16.0);
            parts::line(&child, cx, at, Align2::LEFT_CENTER, &text, (BODY, Role::Text3), area.width() - 2.0 * MARGIN);
        }
        self.clicks(ui, cx, case, &body, hovered.as_ref());
        canvas::context_menu(&body, cx, Under::Thing);
        hovered.map(|(_, id)| id)
    }

    fn row_ui(
        ui: &Ui,
        cx: &ViewCx<'_>,
        case: &Case,
        item: Item<'_>,
        rect: Rect,
        state: RowState,
        columns: &[(Column, f32)],
    ) {
        parts::row_ground(ui, cx, rect, state);
        let hidden = cx.derived().visibility.is_hidden(item.id());
        let node = if hidden { NodeState::Outside } else { naming::state(cx.derived(), item.id()) };
        let is_pale = !state.selected && node == NodeState::Outside;
        let y = rect.top() + ROW / 2.0;
        let square = Rect::from_center_size(pos2(rect.left() + 20.0, y), vec2(15.0, 15.0));
        item_icon(ui, cx, case, item, square, node);
        let cells = Self::cells(cx, case);
        let role = if is_pale { Role::FadedText } else { Role::Text1 };
        let mut left = rect.left() + MARGIN;
        let seen = ui.clip_rect().x_range();
        for (at, (column, width)) in columns.iter().enumerate() {
            let cell = Rangef::new(left, left + width);
            left += width;
            if !cell.intersects(seen) {
                continue;
            }
            let text = cells.text(item, column);
            if text.is_empty() {
                continue;
            }
            let style = match (at, state.selected) {
                (0, true) => STRONG,
                (0, false) => NAME,
                _ => BODY,
            };
            let (from, anchor) = if column.is_number() {
                (pos2(cell.max - PAD, y), Align2::RIGHT_CENTER)
            } else {
                (pos2(cell.min + PAD, y), Align2::LEFT_CENTER)
            };
            parts::line(ui, cx, from, anchor, &text, (style, role), width - 2.0 * PAD);
        }
    }
}

/// Moves a column, or takes it away; gives the columns as they are to be.
fn head_menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, at: usize, columns: &[(Column, f32)]) -> Option<Vec<(Column, f32)>> {
    ui.set_min_width(180.0);
    let mut columns = columns.to_vec();
    let last = columns.len() - 1;
    if ui.add_enabled(at > 0, egui::Button::new(cx.text("table-column-left"))).clicked() {
        columns.swap(at, at - 1);
        return Some(columns);
    }
    if ui.add_enabled(at < last, egui::Button::new(cx.text("table-column-right"))).clicked() {
        columns.swap(at, at + 1);
        return Some(columns);
    }
    if ui.add_enabled(last > 0, egui::Button::new(cx.text("table-column-off"))).clicked() {
        columns.remove(at);
        return Some(columns);
    }
    None
}
