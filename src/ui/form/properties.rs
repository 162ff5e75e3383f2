//! What is said of the case as a whole, in a form.

use egui::{ComboBox, Grid, ScrollArea, TextEdit, Ui, vec2};

use super::lists::choice_ui;
use super::row_ui;
use crate::app::command::Command;
use crate::app::form::{KindForm, PropertiesFault, PropertiesForm};
use crate::locale::keys::grading_key;
use crate::model::case::Grading;
use crate::model::kind::{BuiltInKind, Colour};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::modals::{buttons_ui, heading};
use crate::ui::parts::{self, LABEL, SECTION};

/// Draws the form; `focus` gives its first field the keyboard.
pub fn properties_ui(ui: &mut Ui, cx: &ViewCx<'_>, form: &mut PropertiesForm, focus: bool) {
    let Some(case) = cx.case() else { return };
    heading(ui, &cx.text("dialog-properties"));
    let mut enter = false;
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    ScrollArea::vertical().id_salt("properties").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        Grid::new("properties").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
            enter |= row_ui(ui, cx, "form-title", &mut form.title, focus);
            let name = cx.text("properties-summary");
            ui.label(&name);
            let field = TextEdit::multiline(&mut form.summary).desired_rows(3).desired_width(f32::INFINITY);
            ui.add(field).accessible_name(&name);
            ui.end_row();
            enter |= row_ui(ui, cx, "properties-language", &mut form.language, false);
            enter |= row_ui(ui, cx, "properties-zone", &mut form.time_zone, false);
            let name = cx.text("properties-grading");
            ui.label(&name);
            let all = [Grading::Admiralty, Grading::Europol4x4, Grading::Uk3x5x2, Grading::Ungraded];
            choice_ui(ui, cx, &name, &mut form.grading, &all, grading_key);
            ui.end_row();
        });
        kinds_ui(ui, cx, &mut form.kinds);
    });
    let head = form.head(case);
    ui.add_space(4.0);
    match &head {
        Ok(_) => parts::paragraph_ui(ui, cx, cx.text("properties-help"), LABEL, Role::Text3),
        Err(fault) => parts::paragraph_ui(ui, cx, fault_text(cx, fault), LABEL, Role::Error),
    };
    ui.add_space(8.0);
    let ready = head.is_ok();
    if buttons_ui(ui, cx, "form-change", ready) || (enter && ready) {
        cx.send(Command::TakeProperties(Box::new(form.clone())));
    }
}

fn fault_text(cx: &ViewCx<'_>, fault: &PropertiesFault) -> String {
    let with = |key: &str, typed: &String| cx.words().with(key, &[("typed", typed.as_str().into())]);
    match fault {
        PropertiesFault::NoTitle => cx.text("properties-no-title"),
        PropertiesFault::Zone(typed) => with("properties-no-zone", typed),
        PropertiesFault::NoKindName => cx.text("properties-no-kind-name"),
        PropertiesFault::Letter(typed) => with("properties-no-letter", typed),
        PropertiesFault::Colour(typed) => with("properties-no-colour", typed),
    }
}

/// The kinds that the case adds. One that is in use stays: only names, shapes and colours change.
fn kinds_ui(ui: &mut Ui, cx: &ViewCx<'_>, kinds: &mut Vec<KindForm>) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(parts::rich(cx, cx.text("properties-kinds"), SECTION, Role::Text2));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(cx.text("properties-add-kind")).clicked() {
                kinds.push(KindForm::default());
            }
        });
    });
    let mut gone = None;
    for (at, kind) in kinds.iter_mut().enumerate() {
        let prefix = cx.words().with("properties-kind-number", &[("number", (at + 1).into())]);
        ui.push_id(at, |ui| {
            ui.horizontal(|ui| {
                let field = |ui: &mut Ui, key: &str, text: &mut String, width: f32| {
                    let hint = cx.text(key);
                    let field = TextEdit::singleline(text).desired_width(width).hint_text(&hint);
                    ui.add(field).accessible_name(format!("{prefix}{hint}"));
                };
                field(ui, "form-name", &mut kind.name, 140.0);
                like_ui(ui, cx, &prefix, &mut kind.like);
                field(ui, "properties-letter", &mut kind.letter, 50.0);
                field(ui, "properties-colour", &mut kind.colour, 70.0);
                let mut rgb = Colour::parse(kind.colour.trim()).map_or([128; 3], |colour| colour.0);
                if ui.color_edit_button_srgb(&mut rgb).changed() {
                    kind.colour = Colour(rgb).text();
                }
                if icon::button_ui(ui, Icon::Close, &format!("{prefix}{}", cx.text("form-remove")), true).clicked() {
                    gone = Some(at);
                }
            });
        });
    }
    if let Some(at) = gone {
        kinds.remove(at);
    }
}

/// The built-in kind whose shape and colour it has.
fn like_ui(ui: &mut Ui, cx: &ViewCx<'_>, prefix: &str, like: &mut Option<BuiltInKind>) {
    let name = |like: Option<BuiltInKind>| {
        let case = cx.case()?;
        Some(cx.words().kind(case, like?.word()))
    };
    let none = cx.text("properties-like-none");
    let shown = name(*like).unwrap_or_else(|| none.clone());
    let response = ComboBox::from_id_salt("like").selected_text(&shown).show_ui(ui, |ui| {
        ui.selectable_value(like, None, &none);
        for kind in BuiltInKind::ALL {
            ui.selectable_value(like, Some(kind), name(Some(kind)).unwrap_or_default());
        }
    });
    let said = format!("{prefix}{}: {shown}", cx.text("properties-like"));
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &said));
}
