//! The strip under the menu bar: a message that stays until it is dealt with. And the passing notices at the bottom.

use egui::{Align, Align2, Area, Frame, Id as EguiId, Layout, Margin, Order, Panel, Stroke, Ui, vec2};

use super::cx::ViewCx;
use super::icon::{self, Icon};
use crate::app::command::Command;
use crate::scene::Role;

/// How long a passing notice stays, in seconds.
const NOTICE_SECONDS: f64 = 6.0;

/// Draws the strip, if there is something to say.
pub fn strip_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    opening_ui(ui, cx);
    let Some(strip) = cx.workspace.strip() else { return };
    let (fill, icon, colour) = if strip.is_error {
        (Role::SelectedFill, Icon::Error, Role::Error)
    } else {
        (Role::Sunken, Icon::Note, Role::Text2)
    };
    let frame = Frame::new()
        .fill(cx.colour(if strip.is_error { Role::Sunken } else { fill }))
        .inner_margin(Margin::symmetric(12, 4));
    Panel::top("strip").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            icon::inline_ui(ui, icon, cx.colour(colour));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon::button_ui(ui, Icon::Close, &cx.text("dismiss"), true).clicked() {
                    cx.send(Command::DismissStrip);
                }
                if let Some((key, command)) = &strip.remedy
                    && ui.button(cx.text(key)).clicked()
                {
                    cx.send(command.clone());
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(egui::Label::new(strip.notice.text(cx.words())).wrap());
                });
            });
        });
    });
}

/// The file that is being read, and a way to stop that.
fn opening_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(path) = cx.workspace.opening() else { return };
    let frame = Frame::new().fill(cx.colour(Role::Sunken)).inner_margin(Margin::symmetric(12, 4));
    Panel::top("opening").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            icon::inline_ui(ui, Icon::Document, cx.colour(Role::Text2));
            let path = path.display().to_string();
            ui.label(match cx.headway.opening {
                Some(share) => {
                    let percent = ((share * 100.0) as i64).min(99).into();
                    cx.words().with("opening-share", &[("path", path.into()), ("percent", percent)])
                }
                None => cx.words().with("opening", &[("path", path.into())]),
            });
            if ui.button(cx.text("dialog-cancel")).clicked() {
                cx.send(Command::CancelOpen);
            }
        });
        if let Some(share) = cx.headway.opening {
            // A line that grows, at the lower edge of the strip.
            let rect = ui.max_rect().expand2(vec2(12.0, 0.0));
            let end = rect.left() + rect.width() * share;
            let y = ui.min_rect().bottom() + 3.0;
            ui.painter().hline(rect.left()..=end, y, Stroke::new(2.0, cx.colour(Role::Text1)));
        }
    });
}

/// When the notice that is shown came up.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoticeState {
    number: u64,
    since: f64,
}

/// Draws the passing notice, and asks for one more frame when it is time for it to leave.
pub fn notice_ui(ui: &Ui, cx: &ViewCx<'_>, state: &mut NoticeState) {
    let Some((notice, number)) = cx.workspace.notice() else { return };
    let now = ui.input(|input| input.time);
    if state.number != number {
        *state = NoticeState { number, since: now };
    }
    let left = NOTICE_SECONDS - (now - state.since);
    if left <= 0.0 {
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    Area::new(EguiId::unique("notice"))
        .order(Order::Tooltip)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -40.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .stroke(Stroke::new(1.0, cx.colour(Role::Line)))
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.set_max_width(560.0);
                    ui.add(egui::Label::new(notice.text(cx.words())).wrap());
                });
        });
}
