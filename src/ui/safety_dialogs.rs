//! Dialogs about the safety of the work: what a crash left, what differs from a file, and earlier versions.

use std::path::Path;

use egui::{RichText, ScrollArea, Ui};

use super::cx::ViewCx;
use super::lists::room;
use super::modals::{button_row, heading};
use super::parts::{self, BODY, FINE, LABEL, NAME};
use crate::analysis::changes::{Became, Changed, Changes};
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::safety::{Comparing, Difference, LeftWork, SafetyWish};
use crate::locale::Words;
use crate::model::case::Section;
use crate::model::time::Stamp;
use crate::scene::Role;

/// Differences that are listed one by one; more are counted.
const MOST: usize = 500;

/// A point in time in the zone of the open case, or UTC.
pub fn moment(cx: &ViewCx<'_>, at: i64) -> String {
    let zone = cx.case().map_or(jiff::tz::TimeZone::UTC, |case| case.calendar().zone.clone());
    // To the minute: nobody remembers seconds.
    cx.words().stamp(Stamp(at - at.rem_euclid(60_000)), &zone)
}

fn section_key(section: Section) -> &'static str {
    match section {
        Section::Kinds => "thing-kind",
        Section::Sources => "thing-source",
        Section::Entities => "thing-entity",
        Section::Events => "thing-event",
        Section::Links => "thing-link",
        Section::Stories => "thing-story",
    }
}

const fn became_key(became: Became) -> &'static str {
    match became {
        Became::Added => "change-added",
        Became::Removed => "change-removed",
        Became::Changed => "change-changed",
    }
}

/// How many things came, went and changed.
fn counts(words: &Words, changes: &Changes) -> String {
    let counted = [Became::Added, Became::Changed, Became::Removed].map(|became| {
        let count = changes.count(became);
        (count > 0).then(|| words.with(&format!("{}-count", became_key(became)), &[("count", count.into())]))
    });
    let mut told: Vec<String> = counted.into_iter().flatten().collect();
    if !changes.head.is_empty() {
        told.push(words.get("change-head"));
    }
    if changes.view {
        told.push(words.get("change-view"));
    }
    if changes.is_reordered {
        told.push(words.get("change-order"));
    }
    if told.is_empty() { words.get("change-none") } else { told.join(" · ") }
}

fn field_text(words: &Words, field: &str) -> String {
    words.try_with(&format!("file-field-{}", field.replace('_', "-")), &[]).unwrap_or_else(|| field.to_owned())
}

fn change_text(words: &Words, changed: &Changed) -> String {
    let fields: Vec<String> = changed.fields.iter().map(|field| field_text(words, field)).collect();
    let fillers = [
        ("thing", words.get(section_key(changed.section)).into()),
        ("name", changed.name.as_str().into()),
        ("fields", fields.join(", ").into()),
    ];
    words.with(became_key(changed.became), &fillers)
}

/// The differences one by one, below how many there are.
pub(super) fn changes_ui(ui: &mut Ui, cx: &ViewCx<'_>, changes: &Changes, most: f32) {
    let words = cx.words();
    parts::paragraph_ui(ui, cx, counts(words, changes), BODY, Role::Text1);
    if !changes.head.is_empty() {
        let fields: Vec<String> = changes.head.iter().map(|field| field_text(words, field)).collect();
        let text = words.with("change-head-fields", &[("fields", fields.join(", ").into())]);
        parts::paragraph_ui(ui, cx, text, LABEL, Role::Text2);
    }
    ui.add_space(4.0);
    let area = ScrollArea::vertical().id_salt("changes").auto_shrink([false, true]).max_height(most);
    area.show(ui, |ui| {
        for changed in changes.things.iter().take(MOST) {
            parts::paragraph_ui(ui, cx, change_text(words, changed), LABEL, Role::Text2);
        }
        if changes.things.len() > MOST {
            let text = words.with("details-more", &[("count", (changes.things.len() - MOST).into())]);
            parts::paragraph_ui(ui, cx, text, LABEL, Role::Text3);
        }
    });
}

fn path_text(path: &Path) -> String {
    path.display().to_string()
}

/// Work that crashes left: each with what it has that its file has not.
pub(super) fn recovery_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    heading(ui, &cx.text("dialog-recovery"));
    parts::paragraph_ui(ui, cx, cx.text("recovery-help"), LABEL, Role::Text2);
    ui.add_space(8.0);
    let height = room(ui);
    ScrollArea::vertical().id_salt("recovery").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        for (at, left) in cx.workspace.left().iter().enumerate() {
            ui.push_id(at, |ui| left_ui(ui, cx, left));
            parts::rule_ui(ui, cx);
        }
    });
    ui.add_space(8.0);
    button_row(ui, |ui| {
        if ui.button(cx.text("recovery-later")).clicked() {
            cx.send(Command::CloseModal);
        }
    });
}

fn left_ui(ui: &mut Ui, cx: &ViewCx<'_>, left: &LeftWork) {
    let words = cx.words();
    ui.add_space(6.0);
    let title = if left.title.is_empty() { words.get("recovery-unknown") } else { left.title.clone() };
    parts::paragraph_ui(ui, cx, title, NAME, Role::Text1);
    if let Some(path) = &left.path {
        parts::paragraph_ui(ui, cx, path_text(path), FINE, Role::Text3);
    }
    if let Some(error) = left.error {
        parts::paragraph_ui(ui, cx, words.get(error), LABEL, Role::Error);
    } else {
        let last = left.last.map(|at| moment(cx, at)).unwrap_or_default();
        let fillers = [("count", (left.edits as i64).into()), ("last", last.into())];
        parts::paragraph_ui(ui, cx, words.with("recovery-edits", &fillers), LABEL, Role::Text2);
        if left.lost > 0 {
            let text = words.with("recovery-lost", &[("count", left.lost.into())]);
            parts::paragraph_ui(ui, cx, text, LABEL, Role::Warning);
        }
        match &left.changes {
            Some(changes) => changes_ui(ui, cx, changes, 140.0),
            None => {
                parts::paragraph_ui(ui, cx, words.get("recovery-no-file"), LABEL, Role::Text2);
            }
        }
    }
    ui.add_space(4.0);
    button_row(ui, |ui| {
        if left.error.is_none() && ui.button(RichText::new(words.get("recovery-open")).strong()).clicked() {
            cx.send(Command::Wish(SafetyWish::Recover(left.folder.clone())));
        }
        let discard = words.with("recovery-discard", &[("title", left.title.as_str().into())]);
        // It cannot be taken back: it is asked for twice.
        let id = ui.scope_id().with("put away");
        let is_sure: bool = ui.data(|data| data.get_temp(id).unwrap_or(false));
        let key = if is_sure { "recovery-put-away-sure" } else { "recovery-put-away" };
        let response = ui.button(words.get(key));
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(id, !is_sure));
            if is_sure {
                cx.send(Command::Wish(SafetyWish::PutAway(left.folder.clone())));
            }
        }
        response.on_hover_text(discard);
    });
}

/// What differs between a file and the open case, and what can be done about it.
pub(super) fn difference_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(difference) = cx.workspace.difference().cloned() else { return };
    let words = cx.words();
    heading(
        ui,
        &words.get(match difference.comparing {
            Comparing::Conflict => "dialog-conflict",
            Comparing::OnDisk => "dialog-on-disk",
            Comparing::Version => "dialog-version",
        }),
    );
    parts::paragraph_ui(ui, cx, path_text(&difference.path), FINE, Role::Text3);
    ui.add_space(4.0);
    match &difference.changes {
        Ok(changes) => {
            parts::paragraph_ui(ui, cx, words.get("difference-help"), LABEL, Role::Text2);
            ui.add_space(4.0);
            changes_ui(ui, cx, changes, room(ui));
        }
        Err(reason) => {
            let text = words.with("difference-unreadable", &[("reason", reason.as_str().into())]);
            parts::paragraph_ui(ui, cx, text, BODY, Role::Error);
        }
    }
    ui.add_space(12.0);
    button_row(ui, |ui| answers_ui(ui, cx, &difference));
}

fn answers_ui(ui: &mut Ui, cx: &ViewCx<'_>, difference: &Difference) {
    let words = cx.words();
    let button = |ui: &mut Ui, key: &str, strong: bool| {
        let text = RichText::new(words.get(key));
        ui.button(if strong { text.strong() } else { text }).clicked()
    };
    match difference.comparing {
        Comparing::Conflict => {
            if button(ui, "command-save-as", true) {
                cx.run(UiCommand::SaveAs);
            }
            if button(ui, "dialog-cancel", false) {
                cx.send(Command::CloseModal);
            }
            if button(ui, "difference-theirs", false) {
                cx.run(UiCommand::Reload);
            }
            if let Some(fingerprint) = difference.fingerprint
                && button(ui, "difference-overwrite", false)
            {
                cx.send(Command::Wish(SafetyWish::Overwrite(difference.path.clone(), fingerprint)));
            }
        }
        Comparing::OnDisk => {
            if button(ui, "dialog-close", true) {
                cx.send(Command::CloseModal);
            }
            if button(ui, "difference-theirs", false) {
                cx.run(UiCommand::Reload);
            }
        }
        Comparing::Version => {
            if button(ui, "versions-back", true) {
                cx.run(UiCommand::Versions);
            }
            if button(ui, "versions-open", false) {
                cx.send(Command::Wish(SafetyWish::OpenVersion(difference.path.clone())));
            }
        }
    }
}

/// Counts of earlier versions to choose from.
const COUNTS: [usize; 5] = [0, 5, 10, 25, 100];

/// The earlier versions of the open file.
pub(super) fn versions_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let words = cx.words();
    heading(ui, &words.get("dialog-versions"));
    parts::paragraph_ui(ui, cx, words.get("versions-help"), LABEL, Role::Text2);
    ui.add_space(6.0);
    if cx.workspace.versions().is_empty() {
        parts::paragraph_ui(ui, cx, words.get("versions-none"), BODY, Role::Text2);
    }
    let height = room(ui);
    ScrollArea::vertical().id_salt("versions").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        for version in cx.workspace.versions() {
            ui.push_id(version.number, |ui| {
                ui.horizontal(|ui| {
                    let saved = version.saved.map(|at| moment(cx, at)).unwrap_or_default();
                    let kilobytes = version.bytes.div_ceil(1000) as i64;
                    let fillers = [
                        ("number", words.number(version.number as i64).into()),
                        ("saved", saved.into()),
                        ("size", kilobytes.into()),
                    ];
                    ui.label(words.with("versions-one", &fillers));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let button = |ui: &mut Ui, key: &str| {
                            let text = words.get(key);
                            let name = format!("{text} ({})", version.number);
                            ui.button(text).accessible_name(&name).clicked()
                        };
                        if button(ui, "versions-open") {
                            cx.send(Command::Wish(SafetyWish::OpenVersion(version.path.clone())));
                        }
                        if button(ui, "versions-compare") {
                            let wish = SafetyWish::Compare(Comparing::Version, version.path.clone());
                            cx.send(Command::Wish(wish));
                        }
                    });
                });
            });
        }
    });
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(words.get("versions-keep"));
        for count in COUNTS {
            let is_on = cx.workspace.settings().versions == count;
            let text = if count == 0 { words.get("versions-keep-none") } else { words.number(count as i64) };
            if ui.radio(is_on, text).clicked() {
                cx.send(Command::Wish(SafetyWish::KeepVersions(count)));
            }
        }
    });
    ui.add_space(8.0);
    button_row(ui, |ui| {
        if ui.button(cx.text("dialog-close")).clicked() {
            cx.send(Command::CloseModal);
        }
    });
}
