//! What stands in the middle when no case is open: ways to open one.

use std::path::Path;

use egui::{Align2, Button, Id as EguiId, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::cx::ViewCx;
use super::parts::{self, FINE, HEAD, LABEL, NAME, SECTION};
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::scene::Role;

/// Width of the column.
const WIDTH: f32 = 440.0;
/// Height of a recent file.
const FILE: f32 = 40.0;

/// Draws the welcome screen into the whole room.
pub fn welcome_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0.0, cx.colour(Role::Canvas));
    let width = WIDTH.min(room.width() - 32.0);
    let top = (room.height() * 0.24).max(24.0);
    let column = egui::Rect::from_min_max(
        pos2(room.center().x - width / 2.0, room.top() + top),
        pos2(room.center().x + width / 2.0, room.bottom()),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
        ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(ui, |ui| {
            if let Some(path) = cx.workspace.opening() {
                let text = cx.words().with("welcome-reading", &[("path", path.display().to_string().into())]);
                parts::paragraph_ui(ui, cx, text, HEAD, Role::Text1);
                return;
            }
            column_ui(ui, cx);
        });
    });
}

fn column_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let head = ui.label(parts::rich(cx, cx.text("welcome"), HEAD, Role::Text1));
    head.widget_info(|| WidgetInfo::labeled(Access::Heading, true, cx.text("welcome")));
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for command in [
            UiCommand::Open,
            UiCommand::NewCase,
            UiCommand::ExampleFirst,
            UiCommand::ExampleSecond,
            UiCommand::OpenByPath,
        ] {
            let response = ui.add(Button::new(cx.text(command.key())).min_size(vec2(0.0, 26.0)));
            if response.clicked() {
                cx.run(command);
            }
            response.on_hover_text(cx.text(&format!("{}.help", command.key())));
        }
    });
    ui.add_space(8.0);
    parts::paragraph_ui(ui, cx, cx.text("welcome-examples"), LABEL, Role::Text3);
    let recent = &cx.workspace.settings().recent;
    if recent.is_empty() {
        return;
    }
    ui.add_space(24.0);
    ui.label(parts::rich(cx, cx.text("welcome-recent"), SECTION, Role::Text2));
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for path in recent {
        recent_ui(ui, cx, path);
    }
}

fn recent_ui(ui: &mut Ui, cx: &ViewCx<'_>, path: &Path) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), FILE));
    let response = ui.interact(rect, EguiId::unique(("welcome-recent", path)), Sense::click());
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let sentence = cx.words().with("welcome-open-recent", &[("path", path.display().to_string().into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &sentence));
    if response.clicked() {
        cx.send(Command::OpenPath(path.to_owned()));
    }
    parts::row_fill(ui, cx, &response, false, false);
    let left = rect.left() + 8.0;
    let width = rect.width() - 16.0;
    let at = pos2(left, rect.top() + 13.0);
    parts::line(ui, cx, at, Align2::LEFT_CENTER, &name, (NAME, Role::Text1), width);
    let at = pos2(left, rect.top() + 28.0);
    parts::line(ui, cx, at, Align2::LEFT_CENTER, &folder, (FINE, Role::Text3), width);
}
