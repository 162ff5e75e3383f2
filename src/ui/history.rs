//! The list of steps: what was done, what can be done again, and where the file was saved; a click goes there.

use egui::{Align2, Id as EguiId, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::cx::ViewCx;
use super::lists::room;
use super::menu_bar::label_text;
use super::parts::{self, BODY, FINE, LABEL, ROW, STRONG};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::scene::Role;

/// Draws the list, the oldest state above.
pub fn history_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(history) = cx.workspace.document().map(Document::history) else { return };
    parts::paragraph_ui(ui, cx, cx.text("history-help"), LABEL, Role::Text3);
    ui.add_space(6.0);
    let done = history.done().len();
    let undone: Vec<String> = history.undone().map(|step| label_text(cx, &step.label)).collect();
    let count = 1 + done + undone.len();
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = room(ui).min(16.0 * ROW);
    let area = ScrollArea::vertical().id_salt("history").auto_shrink([false, true]).max_height(height);
    // The present state is in view at first.
    let area = area.min_scrolled_height(height).stick_to_bottom(undone.is_empty());
    area.show_rows(ui, ROW, count, |ui, range| {
        for state in range {
            let name = match state.checked_sub(1) {
                None if history.dropped() > 0 => {
                    cx.workspace.words().with("history-dropped", &[("count", history.dropped().into())])
                }
                None => cx.text("history-start"),
                Some(step) => match history.done().get(step) {
                    Some(step) => label_text(cx, &step.label),
                    None => undone[step - done].clone(),
                },
            };
            state_ui(ui, cx, state, &name, (done, history.saved_at() == Some(state)));
        }
    });
}

/// One state of the case: after so many steps.
fn state_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: usize, name: &str, (done, is_saved): (usize, bool)) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, EguiId::unique(("history", state)), Sense::click());
    let is_now = state == done;
    let remark = if is_saved { cx.text("history-saved") } else { String::new() };
    let spoken = if remark.is_empty() { name.to_owned() } else { format!("{name}, {remark}") };
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, is_now, &spoken));
    if response.clicked() {
        cx.send(Command::JumpTo(state));
    }
    parts::row_fill(ui, cx, &response, is_now, false);
    let y = rect.center().y;
    let right = pos2(rect.right() - 8.0, y);
    let remark = parts::line(ui, cx, right, Align2::RIGHT_CENTER, &remark, (FINE, Role::Text3), 160.0);
    let style = if is_now { STRONG } else { BODY };
    let role = if state > done { Role::FadedText } else { Role::Text1 };
    let start = pos2(rect.left() + 12.0, y);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, name, (style, role), remark.left() - 8.0 - start.x);
}
