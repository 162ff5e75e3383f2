//! What stands in the details when nothing is selected, or much.

use egui::{Id as EguiId, Label, ScrollArea, Sense, Ui, vec2};

use super::source::fact_ui;
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::document::Document;
use crate::app::history::Label as StepLabel;
use crate::locale::keys::grading_key;
use crate::model::edit::Edit;
use crate::model::finding::Severity;
use crate::model::{Case, Id};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::outline::row_ui;
use crate::ui::parts::{self, BODY, FINE, HEAD, LABEL, PADDING, ROW, TITLE};

/// Draws the case as a whole.
pub fn case_ui(ui: &mut Ui, cx: &ViewCx<'_>, document: &Document) {
    let case = document.case();
    let words = cx.words();
    let head = case.head();
    ui.add_space(12.0);
    ui.add(Label::new(parts::rich(cx, &head.title, TITLE, Role::Text1)).wrap().selectable(true));
    if head.example {
        ui.add_space(4.0);
        parts::chip_ui(ui, cx, &cx.text("example-case"));
    }
    if let Some(summary) = &head.summary {
        ui.add_space(8.0);
        parts::paragraph_ui(ui, cx, summary, BODY, Role::Text1);
    }
    parts::rule_ui(ui, cx);
    ui.spacing_mut().item_spacing.y = 4.0;
    let counts = [
        ("count-entities", case.entities().len()),
        ("count-events", case.events().len()),
        ("count-links", case.links().len()),
        ("count-sources", case.sources().len()),
    ];
    let counts = counts.map(|(key, count)| words.with(key, &[("count", count.into())]));
    parts::paragraph_ui(ui, cx, counts.join(" · "), BODY, Role::Text1);
    if let Some(extent) = cx.derived().extent {
        fact_ui(ui, cx, "case-extent", &words.span(extent, &case.calendar().zone));
    }
    if let Some(code) = &head.language {
        fact_ui(ui, cx, "details-language", &super::why::language(words, code));
    }
    fact_ui(ui, cx, "case-zone", &head.time_zone);
    fact_ui(ui, cx, "case-grading", &cx.text(grading_key(head.grading)));
    findings_ui(ui, cx, document);
    parts::rule_ui(ui, cx);
    parts::paragraph_ui(ui, cx, cx.text("details-nothing"), LABEL, Role::Text3);
}

fn findings_ui(ui: &mut Ui, cx: &ViewCx<'_>, document: &Document) {
    if document.findings().is_empty() {
        return;
    }
    let counts = [
        (Severity::Error, "count-errors", Icon::Error, Role::Error),
        (Severity::Warning, "count-warnings", Icon::Warning, Role::Warning),
        (Severity::Note, "count-notes", Icon::Note, Role::Text2),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (severity, key, sign, role) in counts {
            let count = document.finding_count(severity);
            if count > 0 {
                icon::inline_ui(ui, sign, cx.colour(role));
                ui.label(parts::rich(cx, cx.words().with(key, &[("count", count.into())]), BODY, role));
                ui.add_space(4.0);
            }
        }
        if ui.small_button(cx.text("show-findings")).clicked() {
            cx.run(UiCommand::Findings);
        }
    });
}

/// Draws several selected things as one list; gives the thing under the pointer.
pub fn several_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case) -> Option<Id> {
    let ids: Vec<&Id> = cx.workspace.selection().ids().iter().collect();
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        ui.vertical(|ui| {
            let text = cx.words().with("details-several", &[("count", ids.len().into())]);
            ui.label(parts::rich(cx, text, HEAD, Role::Text1));
            ui.label(parts::rich(cx, kinds_text(cx, case, &ids), FINE, Role::Text3));
            ui.add_space(4.0);
            group_name_ui(ui, cx, case, &ids);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for command in [UiCommand::SelectNeighbours, UiCommand::SelectPath, UiCommand::WindowOfSelection] {
                    if command.available(cx.workspace) && ui.small_button(cx.text(command.key())).clicked() {
                        cx.run(command);
                    }
                }
            });
        });
    });
    ui.add_space(8.0);
    let mut hovered = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("details-several").auto_shrink(false).show_rows(ui, ROW, ids.len(), |ui, range| {
        for id in &ids[range] {
            let Some(item) = case.item(id.as_str()) else { continue };
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
            let response = ui.interact(rect, EguiId::unique(("details-selected", id.as_str())), Sense::click());
            if row_ui(ui, cx, case, item, &response) {
                hovered = Some((*id).clone());
            }
        }
    });
    hovered
}

/// Where a folded group is selected, and nothing else: its name, to be changed.
fn group_name_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, ids: &[&Id]) {
    let folds = &cx.derived().folds;
    let number = ids.first().and_then(|id| folds.of(id));
    let Some(folded) = number.map(|number| &folds.groups()[number]) else { return };
    if folded.members.len() != ids.len() || ids.iter().any(|id| folds.of(id) != number) {
        return;
    }
    let memory = EguiId::unique(("name of a group", folded.id.as_str()));
    let mut text: String = ui.data(|data| data.get_temp(memory)).unwrap_or_else(|| folded.name.clone());
    let name = cx.text("group-name");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(parts::rich(cx, &name, LABEL, Role::Text2));
        let field = egui::TextEdit::singleline(&mut text).desired_width(ui.available_width() - PADDING);
        let response = ui.add(field).accessible_name(&name);
        if response.lost_focus() {
            ui.data_mut(|data| data.remove::<String>(memory));
            let typed = text.trim();
            if !typed.is_empty() && typed != folded.name {
                let mut groups = case.view().groups.clone();
                let named = groups.iter_mut().filter(|group| group.id == folded.id);
                named.for_each(|group| typed.clone_into(&mut group.name));
                let label = StepLabel { key: "edit-group-name", name: typed.to_owned() };
                cx.send(Command::Edit(label, Edit::Groups(groups)));
            }
        } else if response.changed() {
            ui.data_mut(|data| data.insert_temp(memory, text));
        }
    });
    ui.add_space(4.0);
}

/// "3 entities · 1 link".
fn kinds_text(cx: &ViewCx<'_>, case: &Case, ids: &[&Id]) -> String {
    use crate::model::case::Item;
    let mut counts = [0_usize; 4];
    for id in ids {
        match case.item(id.as_str()) {
            Some(Item::Entity(_)) => counts[0] += 1,
            Some(Item::Event(_)) => counts[1] += 1,
            Some(Item::Link(_)) => counts[2] += 1,
            Some(Item::Source(_)) => counts[3] += 1,
            _ => {}
        }
    }
    let keys = ["count-entities", "count-events", "count-links", "count-sources"];
    let texts = keys.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    texts.map(|(key, count)| cx.words().with(key, &[("count", count.into())])).collect::<Vec<_>>().join(" · ")
}
