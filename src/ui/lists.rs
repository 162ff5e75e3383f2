//! Lists that stand in dialogs: what reading the case found, and what is hidden.

use egui::{Align2, Id as EguiId, Rect, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::cx::ViewCx;
use super::details::show_edit;
use super::icon::{self, Icon};
use super::naming;
use super::outline::item_icon;
use super::parts::{self, BODY, FINE, LABEL, MONO, NAME};
use super::status::hidden_text;
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::visibility::HiddenBy;
use crate::locale::{Words, findings};
use crate::model::finding::{Finding, Severity};
use crate::model::{Case, Id};
use crate::scene::{NodeState, Role};

/// Findings that are listed; more are counted.
const MOST: usize = 10_000;
/// Height of a finding: a sentence, and what to do.
const FINDING: f32 = 44.0;
/// Height of a hidden thing.
const HIDDEN: f32 = 30.0;

/// The height that a list in a dialog may take: what the window leaves beside heading and buttons.
pub fn room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 240.0).max(100.0)
}

/// Draws what reading the case found, gravest first.
pub fn findings_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(document) = cx.workspace.document() else { return };
    let found = document.findings();
    if found.is_empty() {
        parts::paragraph_ui(ui, cx, cx.text("findings-none"), BODY, Role::Text2);
        return;
    }
    let words = cx.words();
    let counts =
        [(Severity::Error, "count-errors"), (Severity::Warning, "count-warnings"), (Severity::Note, "count-notes")];
    let counts = counts.map(|(severity, key)| (key, document.finding_count(severity)));
    let texts = counts.into_iter().filter(|(_, count)| *count > 0);
    let text = texts.map(|(key, count)| words.with(key, &[("count", count.into())])).collect::<Vec<_>>().join(" · ");
    parts::paragraph_ui(ui, cx, text, LABEL, Role::Text2);
    ui.add_space(6.0);
    let shown = found.len().min(MOST);
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = room(ui).min(12.0 * FINDING);
    let area = ScrollArea::vertical().id_salt("findings").auto_shrink([false, true]);
    let area = area.max_height(height).min_scrolled_height(height);
    area.show_rows(ui, FINDING, shown, |ui, range| {
        for at in range {
            finding_ui(ui, cx, &found[at], at);
        }
    });
    if found.len() > shown {
        ui.add_space(6.0);
        let text = words.with("details-more", &[("count", (found.len() - shown).into())]);
        parts::paragraph_ui(ui, cx, text, LABEL, Role::Text3);
    }
}

/// What is said of a finding when there is no room for columns: severity, place, sentence, advice.
pub fn finding_sentence(words: &Words, finding: &Finding) -> String {
    let place = format!("{}:{}", finding.place.line, finding.place.column);
    let severity = words.get(&format!("severity-{}", finding.severity.word()));
    format!("{severity}, {place}: {} {}", findings::message(finding, words), findings::advice(finding, words))
}

fn finding_ui(ui: &mut Ui, cx: &ViewCx<'_>, finding: &Finding, at: usize) {
    let words = cx.words();
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), FINDING));
    let leads = finding.item.as_ref().filter(|id| cx.case().is_some_and(|case| case.item(id.as_str()).is_some()));
    let sense = if leads.is_some() { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, EguiId::unique(("finding", at)), sense);
    let sentence = finding_sentence(words, finding);
    let role = if leads.is_some() { Access::Button } else { Access::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &sentence));
    if let Some(id) = leads
        && response.clicked()
    {
        cx.send(Command::GoTo(id.clone()));
    }
    let (sign, role) = match finding.severity {
        Severity::Error => (Icon::Error, Role::Error),
        Severity::Warning => (Icon::Warning, Role::Warning),
        Severity::Note => (Icon::Note, Role::Text2),
    };
    if leads.is_some() {
        parts::row_fill(ui, cx, &response, false, false);
    }
    let y = rect.top() + 14.0;
    let square = Rect::from_center_size(pos2(rect.left() + 14.0, y), vec2(15.0, 15.0));
    icon::paint(ui.painter(), square, sign, cx.colour(role));
    let place = format!("{}:{}", finding.place.line, finding.place.column);
    let right = pos2(rect.right() - 8.0, y);
    let place = parts::line(ui, cx, right, Align2::RIGHT_CENTER, &place, (MONO, Role::Text3), 90.0);
    let left = square.right() + 10.0;
    let message = findings::message(finding, words);
    let width = place.left() - 10.0 - left;
    parts::line(ui, cx, pos2(left, y), Align2::LEFT_CENTER, &message, (BODY, Role::Text1), width);
    let advice = findings::advice(finding, words);
    let width = rect.right() - 8.0 - left;
    parts::line(ui, cx, pos2(left, y + 17.0), Align2::LEFT_CENTER, &advice, (FINE, Role::Text2), width);
    response.on_hover_text(format!("{message}\n{advice}\n{}", finding.path));
}

/// Draws every hidden thing with the reason and the way back.
pub fn hidden_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(case) = cx.case() else { return };
    let hidden: Vec<(&Id, HiddenBy)> =
        cx.derived().visibility.hidden().iter().map(|(id, reason)| (id, *reason)).collect();
    if hidden.is_empty() {
        parts::paragraph_ui(ui, cx, cx.text("hidden-none"), BODY, Role::Text2);
        return;
    }
    parts::paragraph_ui(ui, cx, hidden_text(cx), LABEL, Role::Text2);
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = room(ui).min(14.0 * HIDDEN);
    let area = ScrollArea::vertical().id_salt("hidden").auto_shrink([false, true]);
    let area = area.max_height(height).min_scrolled_height(height);
    area.show_rows(ui, HIDDEN, hidden.len(), |ui, range| {
        for (id, reason) in &hidden[range] {
            thing_ui(ui, cx, case, id, *reason);
        }
    });
    ui.add_space(10.0);
    if ui.button(cx.text(UiCommand::ShowAll.key())).clicked() {
        cx.run(UiCommand::ShowAll);
    }
}

fn thing_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, reason: HiddenBy) {
    let Some(item) = case.item(id.as_str()) else { return };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HIDDEN));
    let response = ui.interact(rect, EguiId::unique(("hidden", id.as_str())), Sense::click());
    let sentence = naming::sentence(cx, case, item);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, cx.is_selected(id), &sentence));
    cx.interact(&response, id);
    parts::row_fill(ui, cx, &response, cx.is_selected(id), false);
    let y = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + 16.0, y), vec2(16.0, 16.0));
    item_icon(ui, cx, case, item, square, NodeState::Outside);
    let mut right = rect.right() - 8.0;
    if let Some((label, edit)) = show_edit(case, item, reason) {
        let name = cx.words().with("hidden-show", &[("name", naming::title(case, item).into())]);
        let place = Rect::from_center_size(pos2(right - 32.0, y), vec2(64.0, 24.0));
        let button = ui.place(place, egui::Button::new(cx.text("show")).min_size(vec2(64.0, 24.0)));
        button.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
        if button.clicked() {
            cx.send(Command::Edit(label, edit));
        }
        right = place.left() - 10.0;
    }
    let reason = cx.text(reason.key());
    let at = pos2(right, y);
    let reason = parts::line(ui, cx, at, Align2::RIGHT_CENTER, &reason, (FINE, Role::Text3), 140.0);
    let start = pos2(square.right() + 10.0, y);
    let title = naming::title(case, item);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, &title, (NAME, Role::Text1), reason.left() - 10.0 - start.x);
}
