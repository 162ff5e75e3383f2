//! The head of the table: which table, the filter, what has a row, which columns.

use egui::{EventFilter, Id as EguiId, Key, Modifiers, Role as Access, TextEdit, Ui, WidgetInfo, vec2};

use super::TableView;
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::table::{Column, Scope, Sheet, Shown};
use crate::model::Case;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::fonts;
use crate::ui::icon::{self, Icon};
use crate::ui::parts::{self, BODY, FINE};
use crate::ui::views::canvas;

/// Width of the filter, in points.
const FILTER: f32 = 170.0;

/// What a column is called.
pub(super) fn name(cx: &ViewCx<'_>, column: &Column) -> String {
    match column {
        Column::Attribute(attribute) => cx.words().attribute(attribute),
        _ => cx.text(&format!("table-field-{}", column.word())),
    }
}

impl TableView {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, shown: &Shown) -> bool {
        let all = self.sheet.len(case);
        let count = if self.asked.is_some() {
            cx.text("table-sorting")
        } else if self.rows.len() == all {
            cx.words().with("table-rows", &[("count", all.into())])
        } else {
            cx.words().with("table-rows-of", &[("count", self.rows.len().into()), ("all", all.into())])
        };
        canvas::header_ui(ui, cx, &cx.text("pane-table"), &count, |ui| {
            if icon::button_ui(ui, Icon::Close, &cx.text("table-close"), true).clicked() {
                cx.run(UiCommand::ToggleTable);
            }
            if icon::button_ui(ui, Icon::Copy, &cx.text("table-copy"), !self.rows.is_empty()).clicked() {
                self.copy(cx, case, shown);
            }
            let columns = icon::button_ui(ui, Icon::More, &cx.text("table-columns"), true);
            egui::Popup::menu(&columns).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
                self.columns_menu_ui(ui, cx, shown);
            });
            self.scope_ui(ui, cx);
            self.filter_ui(ui, cx);
            ui.add_space(8.0);
            // From right to left: the last comes first.
            for sheet in Sheet::ALL.into_iter().rev() {
                let is_on = sheet == self.sheet;
                let text = parts::rich(cx, cx.text(sheet.key()), BODY, if is_on { Role::Text1 } else { Role::Text2 });
                let response = ui.add(egui::Button::selectable(is_on, text));
                let name = cx
                    .words()
                    .with("table-tab", &[("name", cx.text(sheet.key()).into()), ("count", sheet.len(case).into())]);
                response.widget_info(|| WidgetInfo::selected(Access::Tab, true, is_on, &name));
                if response.clicked() {
                    self.turn_to(sheet);
                }
            }
        })
    }

    fn scope_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) {
        let text = parts::rich(cx, cx.text(self.scope.key()), FINE, Role::Text2);
        let button = ui.button(text);
        let name = cx.words().with("table-scope", &[("what", cx.text(self.scope.key()).into())]);
        button.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
        egui::Popup::menu(&button).show(|ui| {
            ui.set_min_width(200.0);
            for scope in Scope::ALL {
                if ui.selectable_label(scope == self.scope, cx.text(scope.key())).clicked() {
                    self.scope = scope;
                }
            }
        });
    }

    fn filter_ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) {
        let id = EguiId::unique("table-filter");
        let hint = cx.text("table-filter");
        let field = TextEdit::singleline(&mut self.filter).id(id).font(fonts::font_id(BODY, 1.0)).hint_text(&hint);
        let response = ui.add_sized(vec2(FILTER, 24.0), field).accessible_name(&hint);
        if response.has_focus() {
            // Esc belongs to the field, and only then to the selection.
            let keep = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keep));
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                self.filter.clear();
                self.take_focus = true;
            } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
                self.take_focus = true;
            }
        }
    }

    fn columns_menu_ui(&self, ui: &mut Ui, cx: &ViewCx<'_>, shown: &Shown) {
        ui.set_min_width(200.0);
        let now = shown.columns(self.sheet);
        let most = ui.ctx().content_rect().height() * 0.6;
        egui::ScrollArea::vertical().max_height(most).show(ui, |ui| {
            let attributes = cx.case().and_then(|case| cx.derived().attributes(case).get(&self.sheet));
            let attributes = attributes.map_or(&[] as &[_], Vec::as_slice);
            for column in self.sheet.columns(attributes) {
                let at = now.iter().position(|(known, _)| *known == column);
                let mut is_on = at.is_some();
                if !ui.checkbox(&mut is_on, name(cx, &column)).clicked() {
                    continue;
                }
                let mut columns = now.clone();
                match at {
                    // The last one stays: a table without columns says nothing.
                    Some(at) if columns.len() > 1 => {
                        columns.remove(at);
                    }
                    Some(_) => {}
                    None => columns.push((column.clone(), column.first_width())),
                }
                self.leave(cx, shown, &columns);
            }
        });
        ui.separator();
        if ui.button(cx.text("table-columns-reset")).clicked() {
            cx.send(Command::Table(self.sheet, Shown { columns: Vec::new(), ..shown.clone() }));
        }
    }

    /// Leaves the table with these columns.
    pub(super) fn leave(&self, cx: &ViewCx<'_>, shown: &Shown, columns: &[(Column, f32)]) {
        let columns = columns.iter().map(|(column, width)| (column.word(), *width)).collect();
        cx.send(Command::Table(self.sheet, Shown { columns, ..shown.clone() }));
    }
}
