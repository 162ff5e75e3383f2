//! The bar below the timeline: play, step, speed, and the window in full.

use egui::{
    Align, Button, CornerRadius, Frame, Layout, Margin, Rect, RichText, Role as Access, Sense, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::playback::StepLength;
use crate::app::workspace::Modal;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};

/// Speeds to choose from, in steps a second.
const SPEEDS: [f32; 5] = [1.0, 2.0, 3.0, 6.0, 12.0];

/// Width from which the bar has room for the length of the window.
const LEAST_FOR_LENGTH: f32 = 800.0;

/// Draws the bar into `rect`.
pub fn playback_ui(ui: &mut Ui, cx: &ViewCx<'_>, rect: Rect) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::Panel));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, cx.colour(Role::Hairline)));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    Frame::new().inner_margin(Margin::symmetric(10, 0)).show(&mut inside, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        buttons_ui(ui, cx);
        let wide = rect.width() > 620.0;
        if wide {
            ui.add_space(4.0);
            divider(ui, cx);
            step_ui(ui, cx);
            speed_ui(ui, cx);
        }
        divider(ui, cx);
        window_ui(ui, cx, wide, rect.width() > LEAST_FOR_LENGTH);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let on = cx.workspace.window().is_some();
            let button = ui.add_enabled(on, Button::new(cx.text(UiCommand::WindowOff.key())));
            if button.on_hover_text(cx.text("command-window-off.help")).clicked() {
                cx.run(UiCommand::WindowOff);
            }
        });
    });
}

fn buttons_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    for (icon, command) in [(Icon::First, UiCommand::WindowFirst), (Icon::Back, UiCommand::StepBack)] {
        button_ui(ui, cx, icon, command);
    }
    let playing = cx.workspace.playback().playing;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    let name = cx.text(UiCommand::PlayPause.key());
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, playing, &name));
    ui.painter().circle_filled(rect.center(), 13.0, cx.colour(Role::Text1));
    if response.has_focus() || response.hovered() {
        ui.painter().circle_stroke(rect.center(), 14.0, Stroke::new(1.0, cx.colour(Role::ControlBorder)));
    }
    let sign = if playing { Icon::Pause } else { Icon::Play };
    icon::paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(14.0)), sign, cx.colour(Role::Canvas));
    if response.on_hover_text(name).clicked() {
        cx.run(UiCommand::PlayPause);
    }
    for (icon, command) in [(Icon::Forward, UiCommand::StepForward), (Icon::Last, UiCommand::WindowLast)] {
        button_ui(ui, cx, icon, command);
    }
}

fn button_ui(ui: &mut Ui, cx: &ViewCx<'_>, icon: Icon, command: UiCommand) {
    if icon::button_ui(ui, icon, &cx.text(command.key()), command.available(cx.workspace)).clicked() {
        cx.run(command);
    }
}

fn divider(ui: &mut Ui, cx: &ViewCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(9.0, 18.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, cx.colour(Role::Line)));
}

fn step_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let lengths =
        [StepLength::Hour, StepLength::Day, StepLength::Week, StepLength::Month, StepLength::Quarter, StepLength::Year];
    let playback = cx.workspace.playback();
    let now = playback.step.or_else(|| Some(StepLength::fitting(cx.derived().extent?)));
    let words = now.map(|length| cx.text(length.key())).unwrap_or_default();
    let label = cx.words().with("playback-step", &[("step", words.as_str().into())]);
    let menu = ui.menu_button(&label, |ui| {
        for length in lengths {
            if ui.selectable_label(now == Some(length), cx.text(length.key())).clicked() {
                cx.send(Command::Playback { step: Some(length), speed: playback.speed });
                ui.close();
            }
        }
    });
    menu.response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
}

fn speed_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let playback = cx.workspace.playback();
    let words = |speed: f32| cx.words().with("playback-speed", &[("speed", (speed as i64).into())]);
    let label = words(playback.speed);
    let menu = ui.menu_button(&label, |ui| {
        for speed in SPEEDS {
            if ui.selectable_label((playback.speed - speed).abs() < 0.1, words(speed)).clicked() {
                cx.send(Command::Playback { step: playback.step, speed });
                ui.close();
            }
        }
    });
    menu.response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
}

/// The window in full; a click lets it be typed.
fn window_ui(ui: &mut Ui, cx: &ViewCx<'_>, wide: bool, with_length: bool) {
    let Some(case) = cx.case() else { return };
    let (text, length) = match cx.workspace.window() {
        Some(window) => (cx.words().span(window, &case.calendar().zone), Some(cx.words().length(window))),
        None => (cx.text("window-none"), None),
    };
    if wide {
        ui.label(RichText::new(cx.text("window-label")).color(cx.colour(Role::Text3)).size(12.0));
    }
    let name = format!("{} {text}", cx.text("window-label"));
    let response = ui.add(Button::new(RichText::new(&text).strong()).frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if response.on_hover_text(cx.text("command-window-by-text.help")).clicked() {
        cx.send(Command::Show(Modal::WindowByText));
    }
    if let (Some(length), true) = (length, with_length) {
        ui.label(RichText::new(length).color(cx.colour(Role::Text3)).size(12.0));
    }
}
