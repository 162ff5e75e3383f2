//! A table before it is taken over: how it is written, what each column holds, what the rows give and what not.

use egui::{ComboBox, Grid, RichText, Role as Access, ScrollArea, Ui, WidgetInfo};

use super::cx::ViewCx;
use super::modals::{buttons_ui, heading};
use super::parts::{self, FINE, LABEL};
use crate::app::command::Command;
use crate::file::edge_list::{Column, DELIMITERS, EdgeList, Reading};
use crate::scene::Role;

/// Height of the rows, and of the list of what cannot be taken.
const ROWS: f32 = 190.0;
const DOUBTS: f32 = 110.0;

/// Draws the preview.
pub fn edge_list_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(list) = cx.workspace.edge_list() else { return };
    let name = list.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    heading(ui, &cx.words().with("dialog-edge-list", &[("name", name.into())]));
    dialect_ui(ui, cx, list);
    ui.add_space(8.0);
    rows_ui(ui, cx, list);
    ui.add_space(8.0);
    outcome_ui(ui, cx, list);
    ui.add_space(8.0);
    let is_ready = list.reading.is_complete() && list.preview.sound > 0;
    if buttons_ui(ui, cx, "edge-list-take", is_ready) {
        cx.send(Command::TakeEdgeList);
    }
}

/// Encoding, delimiter, header.
fn dialect_ui(ui: &mut Ui, cx: &ViewCx<'_>, list: &EdgeList) {
    let reading = &list.reading;
    ui.horizontal_wrapped(|ui| {
        let encoding = [("encoding", list.encoding.name().into()), ("count", list.unreadable.into())];
        ui.label(cx.words().with("edge-list-encoding", &encoding));
        ui.separator();
        let name = cx.text("edge-list-delimiter");
        ui.label(&name);
        let chosen = cx.text(delimiter_key(reading.delimiter));
        let response = ComboBox::from_id_salt("delimiter").selected_text(chosen).show_ui(ui, |ui| {
            for delimiter in DELIMITERS {
                let is_chosen = delimiter == reading.delimiter;
                if ui.selectable_label(is_chosen, cx.text(delimiter_key(delimiter))).clicked() && !is_chosen {
                    cx.send(Command::ReadEdgeListAs(Reading { delimiter, ..reading.clone() }));
                }
            }
        });
        response.response.widget_info(|| WidgetInfo::labeled(Access::ComboBox, true, &name));
        ui.separator();
        let mut has_header = reading.has_header;
        if ui.checkbox(&mut has_header, cx.text("edge-list-header")).clicked() {
            cx.send(Command::ReadEdgeListAs(Reading { has_header, ..reading.clone() }));
        }
    });
    let why = if reading.has_header { "edge-list-by-name" } else { "edge-list-by-place" };
    parts::paragraph_ui(ui, cx, cx.text(why), FINE, Role::Text3);
}

const fn delimiter_key(delimiter: u8) -> &'static str {
    match delimiter {
        b'\t' => "delimiter-tab",
        b';' => "delimiter-semicolon",
        b'|' => "delimiter-bar",
        _ => "delimiter-comma",
    }
}

/// The first rows, under what each column holds.
fn rows_ui(ui: &mut Ui, cx: &ViewCx<'_>, list: &EdgeList) {
    let (reading, preview) = (&list.reading, &list.preview);
    ScrollArea::both().id_salt("edge rows").max_height(ROWS).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("edge rows").striped(true).show(ui, |ui| {
            ui.label("");
            for (at, column) in reading.columns.iter().enumerate() {
                column_ui(ui, cx, reading, at, *column);
            }
            ui.end_row();
            if !preview.names.is_empty() {
                ui.label("");
                for name in preview.names.iter().take(reading.columns.len()) {
                    ui.label(RichText::new(name).strong());
                }
                ui.end_row();
            }
            for (number, row) in preview.rows.iter().enumerate() {
                ui.label(RichText::new((number + 1).to_string()).color(cx.colour(Role::Text3)));
                for cell in row {
                    ui.label(cell);
                }
                ui.end_row();
            }
        });
    });
}

/// A choice of what a column holds.
fn column_ui(ui: &mut Ui, cx: &ViewCx<'_>, reading: &Reading, at: usize, column: Column) {
    let name = cx.words().with("edge-list-column", &[("number", (at + 1).into())]);
    let response =
        ComboBox::from_id_salt(("column", at)).width(92.0).selected_text(cx.text(column.key())).show_ui(ui, |ui| {
            for choice in Column::ALL {
                if ui.selectable_label(choice == column, cx.text(choice.key())).clicked() && choice != column {
                    cx.send(Command::ReadEdgeListAs(reading.with(at, choice)));
                }
            }
        });
    response.response.widget_info(|| WidgetInfo::labeled(Access::ComboBox, true, &name));
}

/// How many rows can be taken; which cannot, and why.
fn outcome_ui(ui: &mut Ui, cx: &ViewCx<'_>, list: &EdgeList) {
    let preview = &list.preview;
    let key = if list.reading.is_complete() { "edge-list-rows" } else { "edge-list-incomplete" };
    let said = cx.words().with(key, &[("sound", preview.sound.into()), ("bad", preview.bad.into())]);
    parts::paragraph_ui(ui, cx, said, LABEL, Role::Text1);
    if preview.doubts.is_empty() || !list.reading.is_complete() {
        return;
    }
    let height = ui.text_style_height(&egui::TextStyle::Body);
    let area = ScrollArea::vertical().id_salt("doubts").max_height(DOUBTS).auto_shrink([false, true]);
    area.show_rows(ui, height, preview.doubts.len(), |ui, rows| {
        for doubt in &preview.doubts[rows] {
            let args = [
                ("line", (doubt.line as i64).into()),
                ("why", cx.text(doubt.trouble.key()).into()),
                ("text", doubt.text.clone().into()),
            ];
            ui.label(cx.words().with("edge-list-doubt", &args));
        }
    });
}
