//! The line at the bottom: what the case holds, what is not certainly in the picture and why, and whether it is saved.

use egui::{Align2, Id as EguiId, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::cx::ViewCx;
use super::fonts;
use super::icon::{self, Icon};
use super::parts::{self, BADGE, LABEL, PADDING};
use super::views::timeline::tools::clock_key;
use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::app::derived::items;
use crate::app::document::Document;
use crate::app::visibility::HiddenBy;
use crate::app::workspace::{Modal, Workspace};
use crate::locale::Clocks;
use crate::model::Id;
use crate::model::case::Item;
use crate::model::dates::Clock;
use crate::model::finding::Severity;
use crate::model::time::{Answer, WindowRule};
use crate::scene::Role;

/// Height in points.
pub const HEIGHT: f32 = 28.0;

/// What a click on a counter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    None,
    Hidden,
    Findings,
    Answered(Answer),
    Contested,
    Unsourced,
    /// Counts what touches the window again.
    Touches,
    /// Read the case again by when things happened.
    Happened,
    /// Look at all again.
    NearOff,
}

/// One counter.
#[derive(Clone, Debug)]
struct Counter {
    key: &'static str,
    icon: Option<Icon>,
    role: Role,
    text: String,
    /// Only the number, for when room is short; the icon tells which.
    short: String,
    hint: String,
    action: Action,
    is_short: bool,
}

impl Counter {
    /// What is written.
    fn shown(&self) -> &str {
        if self.is_short { &self.short } else { &self.text }
    }
}

/// Draws the status line into the whole width.
pub fn status_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let Some(document) = cx.workspace.document() else { return };
    let mut counters = counters(cx, document);
    let left = rect.left() + PADDING;
    let width = rect.width() - 2.0 * PADDING;
    // Room is won in steps: the zone goes first, then the title gives way, then counters lose their words one by one.
    let long: f32 = counters.iter().map(|counter| counter_width(ui, counter)).sum();
    let zone = long + right_width(ui, cx, document, true) <= width;
    let title = text_width(ui, &document.case().head().title);
    let least = right_width(ui, cx, document, false) - title + title.min(LEAST_TITLE);
    let counted = shorten(ui, &mut counters, width - least);
    let right = right_ui(ui, cx, document, rect, zone, width - counted);
    let mut x = left;
    for counter in &counters {
        let width = counter_width(ui, counter);
        if x + width > right + GAP {
            break;
        }
        let place = Rect::from_min_size(pos2(x, rect.top()), vec2(width, HEIGHT));
        counter_ui(ui, cx, document, counter, place);
        x += width;
    }
}

fn counters(cx: &ViewCx<'_>, document: &Document) -> Vec<Counter> {
    let words = cx.words();
    let case = document.case();
    let derived = cx.derived();
    let tally = derived.answers.tally();
    let plain = |key, count: usize| Counter {
        key,
        icon: None,
        role: Role::Text2,
        text: words.with(key, &[("count", count.into())]),
        short: words.with(key, &[("count", count.into())]),
        hint: String::new(),
        action: Action::None,
        is_short: false,
    };
    let counted = |key, icon, count: usize, action| Counter {
        key,
        icon: Some(icon),
        role: Role::Text2,
        text: words.with(key, &[("count", count.into())]),
        short: words.number(count as i64),
        hint: if count > 0 { words.get("status-select") } else { String::new() },
        action: if count > 0 { action } else { Action::None },
        is_short: false,
    };
    let hidden = derived.visibility.hidden().len();
    let contested = derived.contested.iter().map(|(_, count)| count).sum();
    let inside = cx.workspace.window_rule() == WindowRule::Inside && cx.workspace.window().is_some();
    // What does not lie inside the window need not be outside it.
    let outside = if inside { "status-not-inside" } else { "status-outside" };
    let mut counters = vec![
        plain("count-entities", case.entities().len()),
        plain("count-events", case.events().len()),
        plain("count-links", case.links().len()),
        Counter {
            hint: if hidden > 0 { hidden_text(cx) } else { String::new() },
            ..counted("status-hidden", if hidden > 0 { Icon::EyeOff } else { Icon::Eye }, hidden, Action::Hidden)
        },
        counted("status-possible", Icon::Hatch, tally.possible, Action::Answered(Answer::Possible)),
        counted(outside, Icon::Outside, tally.out, Action::Answered(Answer::Out)),
        counted("status-undated", Icon::Undated, tally.undated, Action::Answered(Answer::Undated)),
        counted("status-contested", Icon::Contested, contested, Action::Contested),
        counted("status-unsourced", Icon::Unsourced, derived.unsourced.len(), Action::Unsourced),
    ];
    counters.extend(restrictions(cx));
    let errors = document.finding_count(Severity::Error);
    let warnings = document.finding_count(Severity::Warning);
    for (key, icon, role, count) in
        [("count-errors", Icon::Error, Role::Error, errors), ("count-warnings", Icon::Warning, Role::Warning, warnings)]
    {
        if count > 0 {
            let hint = words.get("show-findings");
            counters.push(Counter { role, hint, ..counted(key, icon, count, Action::Findings) });
        }
    }
    counters
}

/// What is not looked at as usual: it must not be forgotten, and a click ends it.
fn restrictions(cx: &ViewCx<'_>) -> Vec<Counter> {
    let words = cx.words();
    let mut counters = Vec::new();
    if let Some((text, short)) = neighbourhood_text(cx.workspace) {
        counters.push(Counter {
            key: "status-near",
            icon: Some(Icon::Filter),
            role: Role::Text1,
            text,
            short,
            hint: words.get("status-near-off"),
            action: Action::NearOff,
            is_short: false,
        });
    }
    if cx.workspace.window_rule() == WindowRule::Inside && cx.workspace.window().is_some() {
        counters.push(Counter {
            key: "status-inside",
            icon: Some(Icon::Filter),
            role: Role::Text1,
            text: words.get("status-inside"),
            short: String::new(),
            hint: words.get("status-touch-again"),
            action: Action::Touches,
            is_short: false,
        });
    }
    if let Some(clock) = cx.workspace.clock_asked() {
        let reading = words.with("clock-reading", &[("clock", words.get(clock_key(clock)).into())]);
        counters.push(Counter {
            key: "status-clock-reading",
            icon: Some(Icon::Undated),
            role: Role::Text1,
            short: reading.clone(),
            text: reading,
            hint: String::new(),
            action: Action::None,
            is_short: false,
        });
    } else if cx.workspace.clock() != Clock::Happened {
        // What is seen is not when things happened: that must not be forgotten.
        let clock = words.with("clock-button", &[("clock", words.get(clock_key(cx.workspace.clock())).into())]);
        counters.push(Counter {
            key: "status-clock",
            icon: Some(Icon::Undated),
            role: Role::Text1,
            short: clock.clone(),
            text: clock,
            hint: words.get("status-happened-again"),
            action: Action::Happened,
            is_short: false,
        });
    }
    counters
}

/// "within 2 steps of Argus: 14 of 31", and how many are faded.
pub fn neighbourhood_text(workspace: &Workspace) -> Option<(String, String)> {
    let (focus, case, words) = (workspace.focus()?, workspace.case()?, workspace.words());
    let name = match focus.around() {
        [id] => case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned()),
        several => words.with("near-several", &[("count", several.len().into())]),
    };
    let (near, all) = (focus.reach().len(), case.entities().len() + case.events().len());
    let fillers = [
        ("steps", i64::from(focus.steps()).into()),
        ("name", name.into()),
        ("near", near.into()),
        ("faded", (all - near).into()),
    ];
    Some((words.with("status-near", &fillers), words.with("status-near-short", &fillers)))
}

/// "hidden 5: 3 by kind, 2 by hand. Show".
pub fn hidden_text(cx: &ViewCx<'_>) -> String {
    let words = cx.words();
    let visibility = &cx.derived().visibility;
    let reasons: Vec<_> = HiddenBy::ALL
        .into_iter()
        .map(|reason| (reason, visibility.count(reason)))
        .filter(|(_, count)| *count > 0)
        .map(|(reason, count)| format!("{} {}", words.number(count as i64), words.get(reason.key())))
        .collect();
    let count = visibility.hidden().len();
    words.with("status-hidden-why", &[("count", count.into()), ("reasons", reasons.join(", ").into())])
}

/// The title of the case may shrink to this width before counters lose their words.
const LEAST_TITLE: f32 = 120.0;
/// Most width of the name of a zone.
const MOST_ZONE: f32 = 200.0;
/// Room between counters.
const GAP: f32 = 14.0;

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), fonts::font_id(LABEL, 1.0), egui::Color32::PLACEHOLDER).size().x
}

fn counter_width(ui: &Ui, counter: &Counter) -> f32 {
    let icon = if counter.icon.is_some() { 19.0 } else { 0.0 };
    icon + text_width(ui, counter.shown()) + GAP
}

/// Takes words away until the counters fit into `room`, from those that count nothing first. Gives their width.
fn shorten(ui: &Ui, counters: &mut [Counter], room: f32) -> f32 {
    let mut width: f32 = counters.iter().map(|counter| counter_width(ui, counter)).sum();
    for idle in [true, false] {
        for counter in counters.iter_mut().rev() {
            if width <= room {
                return width;
            }
            if counter.icon.is_some() && (counter.action == Action::None) == idle {
                width -= counter_width(ui, counter);
                counter.is_short = true;
                width += counter_width(ui, counter);
            }
        }
    }
    width
}

fn counter_ui(ui: &Ui, cx: &ViewCx<'_>, document: &Document, counter: &Counter, place: Rect) {
    let active = counter.action != Action::None;
    let sense = if active { Sense::click() } else { Sense::hover() };
    let response = ui.interact(place, EguiId::unique(("status", counter.key)), sense);
    let name =
        if counter.hint.is_empty() { counter.text.clone() } else { format!("{}. {}", counter.text, counter.hint) };
    let role = if active { Access::Button } else { Access::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if response.clicked() {
        act(cx, document, counter.action);
    }
    if active && (response.hovered() || response.has_focus()) {
        let around = place.expand2(vec2(0.0, -3.0)).translate(vec2(-GAP / 2.0, 0.0));
        ui.painter().rect_filled(around, 4.0, cx.colour(Role::HoverFill));
        if response.has_focus() {
            let stroke = egui::Stroke::new(1.5, cx.colour(Role::Text1));
            ui.painter().rect_stroke(around, 4.0, stroke, egui::StrokeKind::Inside);
        }
    }
    let y = place.center().y;
    let mut x = place.left();
    if let Some(sign) = counter.icon {
        let square = Rect::from_center_size(pos2(x + 7.0, y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), square, sign, cx.colour(counter.role));
        x += 19.0;
    }
    parts::line(ui, cx, pos2(x, y), Align2::LEFT_CENTER, counter.shown(), (LABEL, counter.role), f32::INFINITY);
    if counter.is_short || !counter.hint.is_empty() {
        response.on_hover_text(name);
    }
}

fn act(cx: &ViewCx<'_>, document: &Document, action: Action) {
    let derived = cx.derived();
    let ids: Vec<Id> = match action {
        Action::None => return,
        Action::Hidden => return cx.send(Command::Show(Modal::Hidden)),
        Action::Findings => return cx.send(Command::Show(Modal::Findings)),
        Action::Answered(answer) => items(document.case())
            .map(Item::id)
            .filter(|id| derived.answers.of(id.as_str()) == answer)
            .cloned()
            .collect(),
        Action::Contested => derived.contested.iter().map(|(id, _)| id.clone()).collect(),
        Action::Unsourced => derived.unsourced.clone(),
        Action::Touches => return cx.run(UiCommand::WindowTouches),
        Action::NearOff => return cx.run(UiCommand::NearOff),
        Action::Happened => return cx.run(UiCommand::ClockHappened),
    };
    cx.send(Command::Select(Select::Many(ids)));
}

/// Whether it is saved: icon, words, colour.
fn saved(cx: &ViewCx<'_>, document: &Document) -> (Icon, String, Role) {
    let words = cx.words();
    if document.is_dirty() {
        let (sign, key, role) = kept(cx, document);
        let at = cx.workspace.journal().kept_at.map(|at| clock(cx, at)).unwrap_or_default();
        (sign, words.with(key, &[("at", at.into())]), role)
    } else if document.is_read_only() {
        (Icon::Note, words.get("status-read-only"), Role::Text2)
    } else {
        (Icon::Check, words.get("status-saved"), Role::Text2)
    }
}

/// What is not saved may be safe all the same: in the journal.
fn kept(cx: &ViewCx<'_>, document: &Document) -> (Icon, &'static str, Role) {
    let journal = cx.workspace.journal();
    if journal.failed.is_some() {
        (Icon::Error, "status-not-kept", Role::Error)
    } else if !document.has_journal() || !journal.is_on {
        (Icon::Warning, "status-not-saved", Role::Warning)
    } else if journal.kept < journal.told {
        (Icon::Warning, "status-being-kept", Role::Warning)
    } else {
        (Icon::Warning, "status-kept", Role::Warning)
    }
}

/// The time on the clock, to the second.
fn clock(cx: &ViewCx<'_>, at: i64) -> String {
    let zone = cx.case().map(|case| cx.words().clock_zone(&case.calendar().zone).clone());
    let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default();
    zone.unwrap_or(jiff::tz::TimeZone::UTC).to_datetime(at).strftime("%H:%M:%S").to_string()
}

fn chip_width(ui: &Ui, text: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), fonts::font_id(BADGE, 1.0), egui::Color32::PLACEHOLDER);
    galley.size().x + 16.0
}

fn right_width(ui: &Ui, cx: &ViewCx<'_>, document: &Document, zone: bool) -> f32 {
    let head = document.case().head();
    let mut width = text_width(ui, &head.title) + GAP + 19.0 + text_width(ui, &saved(cx, document).1);
    if head.example {
        width += chip_width(ui, &cx.text("example-case")) + GAP;
    }
    if zone {
        width += text_width(ui, zone_name(cx, &head.time_zone)) + GAP;
    }
    width + GAP
}

/// Title, chip, zone and whether it is saved, from the right edge to the left; the title gives way. Gives the left end.
fn right_ui(ui: &mut Ui, cx: &ViewCx<'_>, document: &Document, rect: Rect, zone: bool, room: f32) -> f32 {
    let head = document.case().head();
    let y = rect.center().y;
    let (sign, text, role) = saved(cx, document);
    let least = rect.right() - PADDING - room.max(0.0);
    let mut x = rect.right() - PADDING;
    x = parts::line(ui, cx, pos2(x, y), Align2::RIGHT_CENTER, &text, (LABEL, role), f32::INFINITY).left() - 5.0;
    let square = Rect::from_center_size(pos2(x - 7.0, y), vec2(14.0, 14.0));
    icon::paint(ui.painter(), square, sign, cx.colour(role));
    let around = Rect::from_min_max(pos2(square.left(), rect.top()), rect.right_bottom() - vec2(PADDING, 0.0));
    label(ui, "status-is-saved", around, &text);
    x = square.left() - GAP;
    if zone {
        x = zone_ui(ui, cx, pos2(x, y), zone_name(cx, &head.time_zone)) - GAP;
    }
    if head.example {
        let text = cx.text("example-case");
        let width = chip_width(ui, &text);
        let chip = Rect::from_min_max(pos2(x - width, y - 9.0), pos2(x, y + 9.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(chip), |ui| parts::chip_ui(ui, cx, &text));
        x = chip.left() - GAP;
    }
    let title = (parts::STRONG, Role::Text1);
    let style = crate::layout::measure::TextStyle { size: LABEL.size, ..title.0 };
    let place = parts::line(ui, cx, pos2(x, y), Align2::RIGHT_CENTER, &head.title, (style, title.1), x - least);
    let response = label(ui, "status-title", place, &head.title);
    response.on_hover_text(&head.title);
    place.left()
}

/// The zone in which times on the clock are shown.
fn zone_name<'a>(cx: &ViewCx<'_>, of_case: &'a str) -> &'a str {
    match cx.words().clocks() {
        Clocks::Case => of_case,
        Clocks::Utc => "UTC",
    }
}

/// The zone, its right end at `right`; a click switches between the case's and UTC. Gives its left end.
fn zone_ui(ui: &Ui, cx: &ViewCx<'_>, right: egui::Pos2, zone: &str) -> f32 {
    let width = text_width(ui, zone).min(MOST_ZONE);
    let place = Rect::from_min_max(pos2(right.x - width, right.y - 10.0), pos2(right.x, right.y + 10.0));
    let response = ui.interact(place.expand2(vec2(5.0, 0.0)), EguiId::unique("status-zone"), Sense::click());
    let hint = cx.words().with("status-zone", &[("zone", zone.into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &hint));
    if response.clicked() {
        cx.run(UiCommand::ClocksUtc);
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(response.rect, 4.0, cx.colour(Role::HoverFill));
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, cx.colour(Role::Text1));
        ui.painter().rect_stroke(response.rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
    parts::line(ui, cx, right, Align2::RIGHT_CENTER, zone, (LABEL, Role::Text3), MOST_ZONE);
    response.on_hover_text(hint);
    place.left()
}

fn label(ui: &Ui, id: &'static str, rect: Rect, text: &str) -> egui::Response {
    let response = ui.interact(rect, EguiId::unique(id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
    response
}
