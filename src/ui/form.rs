//! The form in which a thing is made or changed: what is typed is checked while it is typed.

use egui::{ComboBox, Grid, Role as Access, TextEdit, Ui, WidgetInfo, vec2};

use super::cx::ViewCx;
use super::modals::{buttons_ui, heading};
use super::naming;
use super::parts::{self, LABEL};
use crate::app::command::Command;
use crate::app::form::{Form, FormFault, FormOf};
use crate::model::Case;
use crate::model::case::Item;
use crate::model::kind::BuiltInKind;
use crate::model::link::Strength;
use crate::scene::Role;

/// Which fields a form has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Entity,
    Event,
    Link,
    Source,
    Story,
}

fn sort(case: &Case, of: &FormOf) -> Sort {
    match of {
        FormOf::NewEntity => Sort::Entity,
        FormOf::NewEvent => Sort::Event,
        FormOf::NewLink(..) => Sort::Link,
        FormOf::Change(id) => match case.item(id.as_str()) {
            Some(Item::Event(_)) => Sort::Event,
            Some(Item::Link(_)) => Sort::Link,
            Some(Item::Source(_)) => Sort::Source,
            Some(Item::Story(_)) => Sort::Story,
            Some(Item::Entity(_)) | None => Sort::Entity,
        },
    }
}

/// Draws the form; `focus` gives its first field the keyboard.
pub(super) fn form_ui(ui: &mut Ui, cx: &ViewCx<'_>, of: &FormOf, form: &mut Form, focus: bool) {
    let Some(case) = cx.case() else { return };
    let sort = sort(case, of);
    heading(ui, &title(cx, case, of));
    let mut enter = false;
    Grid::new("form").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
        let name = match sort {
            Sort::Link => "form-relation",
            Sort::Event | Sort::Source | Sort::Story => "form-title",
            Sort::Entity => "form-name",
        };
        enter |= row_ui(ui, cx, name, &mut form.name, focus);
        match sort {
            Sort::Entity => kind_ui(ui, cx, case, &mut form.kind),
            Sort::Event | Sort::Source => enter |= row_ui(ui, cx, "form-kind", &mut form.kind, false),
            Sort::Link => strength_ui(ui, cx, &mut form.strength),
            Sort::Story => {}
        }
        if sort != Sort::Story {
            enter |= row_ui(ui, cx, "form-when", &mut form.when, false);
        }
        if !matches!(sort, Sort::Source | Sort::Story) {
            enter |= row_ui(ui, cx, "form-tags", &mut form.tags, false);
        }
        if sort != Sort::Story {
            ui.label(cx.text("form-note"));
            let name = cx.text("form-note");
            ui.add(TextEdit::multiline(&mut form.note).desired_rows(2).desired_width(f32::INFINITY))
                .accessible_name(&name);
            ui.end_row();
        }
    });
    let piece = form.piece(case, of);
    ui.add_space(4.0);
    let (text, role) = understood(cx, case, form, &piece);
    parts::paragraph_ui(ui, cx, text, LABEL, role);
    ui.add_space(8.0);
    let ready = piece.is_ok();
    let key = if form.is_new { "form-make" } else { "form-change" };
    if buttons_ui(ui, cx, key, ready) || (enter && ready) {
        cx.send(Command::TakeForm(of.clone(), Box::new(form.clone())));
    }
}

fn title(cx: &ViewCx<'_>, case: &Case, of: &FormOf) -> String {
    let words = cx.words();
    match of {
        FormOf::NewEntity => cx.text("form-new-entity"),
        FormOf::NewEvent => cx.text("form-new-event"),
        FormOf::NewLink(from, to) => {
            let (from, to) = (naming::name(case, from).into(), naming::name(case, to).into());
            words.with("form-new-link", &[("from", from), ("to", to)])
        }
        FormOf::Change(id) => {
            let name = case.item(id.as_str()).map(|item| naming::title(case, item)).unwrap_or_default();
            words.with("form-of", &[("name", name.into())])
        }
    }
}

/// What the date was understood as, or what is missing.
fn understood(
    cx: &ViewCx<'_>,
    case: &Case,
    form: &Form,
    piece: &Result<crate::model::piece::Piece, FormFault>,
) -> (String, Role) {
    match piece {
        Err(FormFault::NoName) => (cx.text("form-no-name"), Role::Text3),
        Err(FormFault::Gone) => (cx.text("form-gone"), Role::Error),
        Err(FormFault::Date(error)) => (cx.words().entry_refused(form.when.trim(), error), Role::Error),
        Ok(piece) => match piece.item().when() {
            Some(when) => {
                let date = cx.words().date(when, &case.calendar().zone);
                let edtf = when.text().into();
                (cx.words().with("form-date", &[("date", date.into()), ("edtf", edtf)]), Role::Text2)
            }
            None => (cx.text("form-no-date"), Role::Text3),
        },
    }
}

/// A field with its name; whether Enter was pressed in it.
fn row_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, text: &mut String, focus: bool) -> bool {
    ui.label(cx.text(key));
    let enter = super::modals::field_ui(ui, text, &cx.text(key), focus);
    ui.end_row();
    enter
}

fn kind_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, kind: &mut String) {
    ui.label(cx.text("form-kind"));
    let name = cx.words().kind(case, kind);
    let own = case.head().kinds.iter().map(|kind| kind.id.clone());
    let words: Vec<String> = BuiltInKind::ALL.map(|kind| kind.word().to_owned()).into_iter().chain(own).collect();
    let response = ComboBox::from_id_salt("form-kind").selected_text(&name).show_ui(ui, |ui| {
        for word in words {
            let name = cx.words().kind(case, &word);
            ui.selectable_value(kind, word, name);
        }
    });
    let said = format!("{}: {name}", cx.text("form-kind"));
    response.response.widget_info(|| WidgetInfo::labeled(Access::ComboBox, true, &said));
    ui.end_row();
}

fn strength_ui(ui: &mut Ui, cx: &ViewCx<'_>, strength: &mut Strength) {
    ui.label(cx.text("form-strength"));
    ui.horizontal(|ui| {
        for one in Strength::ALL {
            ui.radio_value(strength, one, cx.text(naming::strength_key(one)));
        }
    });
    ui.end_row();
}
