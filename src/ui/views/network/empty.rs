//! What the network shows while there is nothing in the case: how to begin.

use egui::{Button, Rect, Role as Access, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::command_table::UiCommand;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::menu_bar;
use crate::ui::parts::{self, BODY};

/// How a case begins: the source first, as all else stands on one.
const FIRST: [UiCommand; 4] = [UiCommand::NewSource, UiCommand::NewEntity, UiCommand::NewEvent, UiCommand::Paste];
const WIDTH: f32 = 280.0;
const BUTTON: f32 = 28.0;

/// Offers what a new case needs first; nothing where there is something already.
pub fn empty_ui(ui: &mut Ui, cx: &ViewCx<'_>, rect: Rect) {
    let is_empty = cx.case().is_some_and(|case| case.entities().is_empty() && case.events().is_empty());
    let height = 48.0 + FIRST.len() as f32 * (BUTTON + 6.0);
    if !is_empty || rect.width() < WIDTH || rect.height() < height {
        return;
    }
    let room = Rect::from_center_size(rect.center(), vec2(WIDTH, height));
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let said = cx.text("network-empty");
        let head = ui.label(parts::rich(cx, &said, BODY, Role::Text2));
        head.widget_info(|| WidgetInfo::labeled(Access::Label, true, &said));
        ui.spacing_mut().item_spacing.y = 6.0;
        for command in FIRST {
            let keys = command.chords().first().map(ToString::to_string).unwrap_or_default();
            let button = Button::new(menu_bar::name(cx, command)).shortcut_text(keys).min_size(vec2(WIDTH, BUTTON));
            if ui.add_enabled(command.available(cx.workspace), button).clicked() {
                cx.run(command);
            }
        }
    });
}
