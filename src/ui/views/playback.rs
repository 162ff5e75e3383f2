//! The bar below the timeline: play, step, speed, what playing does, and the window in full.

use egui::{
    Align, Align2, Button, Color32, CornerRadius, Layout, Popup, Rect, Response, RichText, Role as Access, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::playback::{Mode, SPEEDS, StepLength};
use crate::app::workspace::Modal;
use crate::model::time::WindowRule;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::parts::{self, LABEL, STRONG};
use crate::ui::{fonts, menu_bar};

/// Room at both ends of the bar.
const PADDING: f32 = 10.0;
/// Room between two parts.
const GAP: f32 = 4.0;
/// Side of an icon button.
const ICON: f32 = 28.0;
/// Width of a line between two groups.
const DIVIDER: f32 = 9.0;
/// Room around the text of a button.
const AROUND: f32 = 5.0;
/// Room for the sign of a menu.
const CHEVRON: f32 = 14.0;
/// Least room for the window in full: other dates take other widths, and nothing may jump while it plays.
const LEAST_WINDOW: f32 = 184.0;
/// Less than this shows no date in full.
const LEAST_TEXT: f32 = 60.0;

/// The texts of the bar.
struct Texts {
    step: String,
    speed: String,
    mode: String,
    label: String,
    rule: String,
    window: String,
    length: String,
    off: String,
}

/// What there is room for. What is left out stands in the menu of choices, or can be done without.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Fit {
    outermost: bool,
    steps: bool,
    choices: bool,
    label: bool,
    length: bool,
    off_in_words: bool,
    /// Width of the window in full.
    window: f32,
}

/// Draws the bar into `rect`.
pub fn playback_ui(ui: &mut Ui, cx: &ViewCx<'_>, rect: Rect) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::Panel));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, cx.colour(Role::Hairline)));
    let Some(texts) = texts(cx) else { return };
    let fit = fit(ui, &texts, rect.width());
    let inside = rect.shrink2(vec2(PADDING, 0.0));
    let mut bar = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)));
    let ui = &mut bar;
    ui.spacing_mut().item_spacing.x = GAP;
    buttons_ui(ui, cx, fit);
    divider(ui, cx);
    if fit.steps {
        step_menu_ui(ui, cx, &texts);
        speed_menu_ui(ui, cx, &texts);
    }
    if fit.choices {
        mode_menu_ui(ui, cx, &texts);
        divider(ui, cx);
    } else {
        choices_ui(ui, cx, &texts);
    }
    if fit.label {
        label_ui(ui, cx, &texts.label);
    }
    if fit.choices {
        rule_menu_ui(ui, cx, &texts);
    }
    window_ui(ui, cx, &texts, fit.window);
    if fit.length {
        label_ui(ui, cx, &texts.length);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| off_ui(ui, cx, &texts, fit));
}

fn texts(cx: &ViewCx<'_>) -> Option<Texts> {
    let case = cx.case()?;
    let words = cx.words();
    let playback = cx.workspace.playback();
    let step = now(cx).map(|length| cx.text(length.key())).unwrap_or_default();
    let mode = match (playback.mode, playback.backwards) {
        (Mode::Slide, false) => "playback-slides",
        (Mode::Slide, true) => "playback-slides-back",
        (Mode::Grow, false) => "playback-grows",
        (Mode::Grow, true) => "playback-shrinks",
    };
    let rule = match cx.workspace.window_rule() {
        WindowRule::Touches => "playback-rule-touches",
        WindowRule::Inside => "playback-rule-inside",
    };
    let (window, length) = match cx.workspace.window() {
        Some(window) => (words.span(window, &case.calendar().zone), words.length(window)),
        None => (cx.text("window-none"), String::new()),
    };
    Some(Texts {
        step: words.with("playback-step", &[("step", step.into())]),
        speed: speed_text(cx, playback.speed),
        mode: cx.text(mode),
        label: cx.text("window-label"),
        rule: cx.text(rule),
        window,
        length,
        off: cx.text(UiCommand::WindowOff.key()),
    })
}

fn speed_text(cx: &ViewCx<'_>, speed: f32) -> String {
    cx.words().with("playback-speed", &[("speed", (speed as i64).into())])
}

/// Length of a step now.
fn now(cx: &ViewCx<'_>) -> Option<StepLength> {
    cx.derived().extent.map(|extent| cx.workspace.playback().length(extent))
}

fn text_width(ui: &Ui, text: &str, strong: bool) -> f32 {
    let font = fonts::font_id(if strong { STRONG } else { LABEL }, 1.0);
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// Room is won in steps: the length goes first, then the label, the words of the last button, the menus of what playing
/// does, those of step and speed, and the buttons that lead to the ends of the case. What is left belongs to the window in full.
fn fit(ui: &Ui, texts: &Texts, width: f32) -> Fit {
    let label = |text: &str| text_width(ui, text, false) + GAP;
    let menu = |text: &str| label(text) + 2.0 * AROUND + CHEVRON;
    let steps = menu(&texts.step) + menu(&texts.speed);
    let choices = menu(&texts.mode) + menu(&texts.rule) + DIVIDER + GAP;
    let window = text_width(ui, &texts.window, true) + 2.0 * AROUND + GAP;
    let taken = |fit: Fit| {
        let icons = if fit.outermost { 6.0 } else { 3.0 };
        let off = if fit.off_in_words { label(&texts.off) + 2.0 * AROUND } else { ICON + GAP };
        2.0 * PADDING
            + icons * (ICON + GAP)
            + DIVIDER
            + GAP
            + if fit.steps { steps } else { 0.0 }
            + if fit.choices { choices } else { ICON + GAP }
            + if fit.label { label(&texts.label) } else { 0.0 }
            + if fit.length { label(&texts.length) } else { 0.0 }
            + off
    };
    let wanted = window.max(LEAST_WINDOW);
    let mut fit =
        Fit { outermost: true, steps: true, choices: true, label: true, length: true, off_in_words: true, window: 0.0 };
    for drop in [
        (|fit| fit.length = false) as fn(&mut Fit),
        |fit| fit.label = false,
        |fit| fit.off_in_words = false,
        |fit| fit.choices = false,
        |fit| fit.steps = false,
        |fit| fit.outermost = false,
    ] {
        if taken(fit) + wanted <= width {
            break;
        }
        drop(&mut fit);
    }
    Fit { window: (width - taken(fit)).min(window - GAP).max(0.0), ..fit }
}

fn buttons_ui(ui: &mut Ui, cx: &ViewCx<'_>, fit: Fit) {
    if fit.outermost {
        button_ui(ui, cx, Icon::First, UiCommand::WindowFirst);
    }
    button_ui(ui, cx, Icon::Back, UiCommand::StepBack);
    play_ui(ui, cx);
    button_ui(ui, cx, Icon::Forward, UiCommand::StepForward);
    if fit.outermost {
        button_ui(ui, cx, Icon::Last, UiCommand::WindowLast);
        toggle_ui(ui, cx, Icon::Loop, UiCommand::Loop);
    }
}

/// The ink disc. Its sign points where playing goes.
fn play_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let playback = cx.workspace.playback();
    let enabled = UiCommand::PlayPause.available(cx.workspace);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::splat(ICON), if enabled { Sense::click() } else { Sense::hover() });
    let name = cx.text(UiCommand::PlayPause.key());
    response.widget_info(|| WidgetInfo::selected(Access::Button, enabled, playback.playing, &name));
    let disc = if enabled { Role::Text1 } else { Role::Text3 };
    ui.painter().circle_filled(rect.center(), 13.0, cx.colour(disc));
    if response.has_focus() || response.hovered() {
        ui.painter().circle_stroke(rect.center(), 14.0, Stroke::new(1.0, cx.colour(Role::ControlBorder)));
    }
    let sign = match (playback.playing, playback.backwards) {
        (true, _) => Icon::Pause,
        (false, false) => Icon::Play,
        (false, true) => Icon::PlayBack,
    };
    icon::paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(14.0)), sign, cx.colour(Role::Canvas));
    if response.on_hover_text(name).clicked() {
        cx.run(UiCommand::PlayPause);
    }
}

fn button_ui(ui: &mut Ui, cx: &ViewCx<'_>, icon: Icon, command: UiCommand) {
    if icon::button_ui(ui, icon, &cx.text(command.key()), command.available(cx.workspace)).clicked() {
        cx.run(command);
    }
}

/// A button that stays pressed.
fn toggle_ui(ui: &mut Ui, cx: &ViewCx<'_>, icon: Icon, command: UiCommand) {
    let on = menu_bar::is_on(cx, command);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::click());
    let name = cx.text(command.key());
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, on, &name));
    frame(ui, cx, &response, on);
    let role = if on { Role::Text1 } else { Role::Text2 };
    icon::paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(16.0)), icon, cx.colour(role));
    if response.on_hover_text(cx.text(&format!("{}.help", command.key()))).clicked() {
        cx.run(command);
    }
}

/// The ground of a button that is pressed, pointed at or has the keyboard.
fn frame(ui: &Ui, cx: &ViewCx<'_>, response: &Response, pressed: bool) {
    let fill = match (pressed, response.hovered()) {
        (true, _) => Some(Role::Sunken),
        (false, true) => Some(Role::HoverFill),
        (false, false) => None,
    };
    let border = match (response.has_focus(), pressed) {
        (true, _) => Stroke::new(1.5, cx.colour(Role::Text1)),
        (false, true) => Stroke::new(1.0, cx.colour(Role::ControlBorder)),
        (false, false) => Stroke::NONE,
    };
    let rect = response.rect.shrink2(vec2(0.0, 1.0));
    let fill = fill.map_or(Color32::TRANSPARENT, |role| cx.colour(role));
    ui.painter().rect(rect, CornerRadius::same(6), fill, border, StrokeKind::Inside);
}

fn divider(ui: &mut Ui, cx: &ViewCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(DIVIDER, 18.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, cx.colour(Role::Line)));
}

fn label_ui(ui: &mut Ui, cx: &ViewCx<'_>, text: &str) {
    ui.label(parts::rich(cx, text, LABEL, Role::Text3));
}

/// A word with the sign of a menu, and the menu.
fn menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, text: &str, help: &str, content: impl FnOnce(&mut Ui)) {
    let width = text_width(ui, text, false) + 2.0 * AROUND + CHEVRON;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, text));
    frame(ui, cx, &response, Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)));
    let start = rect.left_center() + vec2(AROUND, 0.0);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, text, (LABEL, Role::Text1), f32::INFINITY);
    let sign = Rect::from_center_size(rect.right_center() - vec2(AROUND + 5.0, 0.0), Vec2::splat(10.0));
    icon::paint(ui.painter(), sign, Icon::ChevronDown, cx.colour(Role::Text3));
    Popup::menu(&response).show(content);
    if !help.is_empty() {
        response.on_hover_text(help);
    }
}

fn step_menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts) {
    menu_ui(ui, cx, &texts.step, "", |ui| step_ui(ui, cx));
}

fn speed_menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts) {
    menu_ui(ui, cx, &texts.speed, "", |ui| speed_ui(ui, cx));
}

fn mode_menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts) {
    menu_ui(ui, cx, &texts.mode, "", |ui| mode_ui(ui, cx));
}

fn rule_menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts) {
    let rule = match cx.workspace.window_rule() {
        WindowRule::Touches => UiCommand::WindowTouches,
        WindowRule::Inside => UiCommand::WindowInside,
    };
    menu_ui(ui, cx, &texts.rule, &cx.text(&format!("{}.help", rule.key())), |ui| rule_ui(ui, cx));
}

/// All that there is no room for, behind one button.
fn choices_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts) {
    let response = icon::button_ui(ui, Icon::More, &cx.text("playback-choices"), true);
    Popup::menu(&response).show(|ui| {
        for command in [UiCommand::WindowFirst, UiCommand::WindowLast] {
            command_ui(ui, cx, command);
        }
        ui.separator();
        ui.menu_button(&texts.step, |ui| step_ui(ui, cx));
        ui.menu_button(&texts.speed, |ui| speed_ui(ui, cx));
        ui.separator();
        mode_ui(ui, cx);
        ui.separator();
        rule_ui(ui, cx);
    });
}

fn step_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let speed = cx.workspace.playback().speed;
    for length in StepLength::ALL {
        if ui.selectable_label(now(cx) == Some(length), cx.text(length.key())).clicked() {
            cx.send(Command::Playback { step: Some(length), speed });
            ui.close();
        }
    }
}

fn speed_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let playback = cx.workspace.playback();
    for speed in SPEEDS {
        if ui.selectable_label((playback.speed - speed).abs() < 0.1, speed_text(cx, speed)).clicked() {
            cx.send(Command::Playback { step: playback.step, speed });
            ui.close();
        }
    }
}

fn mode_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    for command in [UiCommand::PlaySlide, UiCommand::PlayGrow] {
        command_ui(ui, cx, command);
    }
    ui.separator();
    for command in [UiCommand::Backwards, UiCommand::Loop] {
        command_ui(ui, cx, command);
    }
}

fn rule_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    for command in [UiCommand::WindowTouches, UiCommand::WindowInside] {
        command_ui(ui, cx, command);
    }
}

fn command_ui(ui: &mut Ui, cx: &ViewCx<'_>, command: UiCommand) {
    let chord = command.chords().first().map(ToString::to_string).unwrap_or_default();
    let button = Button::selectable(menu_bar::is_on(cx, command), cx.text(command.key()))
        .shortcut_text(RichText::new(chord).color(cx.colour(Role::Text3)))
        .wrap_mode(egui::TextWrapMode::Extend);
    let response = ui.add_enabled(command.available(cx.workspace), button);
    if response.clicked() {
        cx.run(command);
        ui.close();
    }
    response.on_hover_text(cx.text(&format!("{}.help", command.key())));
}

/// The window in full; a click lets it be typed.
fn window_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts, width: f32) {
    if width < LEAST_TEXT {
        return;
    }
    let name = format!("{} {}", texts.label, texts.window);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    frame(ui, cx, &response, false);
    let start = rect.left_center() + vec2(AROUND, 0.0);
    let room = width - 2.0 * AROUND;
    parts::line(ui, cx, start, Align2::LEFT_CENTER, &texts.window, (STRONG, Role::Text1), room + 1.0);
    if response.clicked() {
        cx.send(Command::Show(Modal::WindowByText));
    }
    response.on_hover_text(format!("{name}\n{}", cx.text("command-window-by-text.help")));
}

fn off_ui(ui: &mut Ui, cx: &ViewCx<'_>, texts: &Texts, fit: Fit) {
    let on = UiCommand::WindowOff.available(cx.workspace);
    let response = if fit.off_in_words {
        let width = text_width(ui, &texts.off, false) + 2.0 * AROUND;
        let (rect, response) =
            ui.allocate_exact_size(vec2(width, 26.0), if on { Sense::click() } else { Sense::hover() });
        response.widget_info(|| WidgetInfo::labeled(Access::Button, on, &texts.off));
        frame(ui, cx, &response, false);
        let role = if on { Role::Text1 } else { Role::Text3 };
        parts::line(ui, cx, rect.center(), Align2::CENTER_CENTER, &texts.off, (LABEL, role), f32::INFINITY);
        response
    } else {
        icon::button_ui(ui, Icon::Close, &texts.off, on)
    };
    if response.clicked() {
        cx.run(UiCommand::WindowOff);
    }
    response.on_hover_text(cx.text("command-window-off.help"));
}
