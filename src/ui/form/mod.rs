//! The form in which a thing is made or changed: what is typed is checked while it is typed.

mod bulk;
mod lists;
mod pick;
mod properties;
mod stops;

use egui::{Grid, ScrollArea, TextEdit, Ui, vec2};

pub(super) use self::bulk::bulk_ui;
use self::lists::{NATURES, choice_ui, list_ui};
use self::pick::{PickField, pick_ui};
pub(super) use self::properties::properties_ui;
use super::cx::ViewCx;
use super::modals::{buttons_ui, heading, hinted_field_ui};
use super::naming;
use super::parts::{self, FINE, LABEL};
use crate::app::command::Command;
use crate::app::form::{Form, FormFault, FormOf, Part, Pick, Pieces, Spot};
use crate::model::Case;
use crate::model::case::{Item, Section};
use crate::model::kind::BuiltInKind;
use crate::model::link::{Direction, Strength};
use crate::model::piece::{Piece, Wanted};
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
        FormOf::NewEvent(..) => Sort::Event,
        FormOf::NewLink(..) => Sort::Link,
        FormOf::NewSource => Sort::Source,
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
    stops::begin(ui);
    stops::group(ui);
    // What the window leaves beside heading, date and buttons.
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    ScrollArea::vertical().id_salt("form").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        // Beside the scroll bar.
        ui.set_max_width((ui.available_width() - 8.0).max(0.0));
        let grid = |name: &str| Grid::new(name.to_owned()).num_columns(2).spacing(vec2(12.0, 8.0)).min_col_width(88.0);
        grid("form").show(ui, |ui| enter |= main_ui(ui, cx, case, sort, form, focus));
        if sort == Sort::Event {
            enter |= lists::participants_ui(ui, cx, case, form);
        }
        if matches!(sort, Sort::Entity | Sort::Event | Sort::Link) {
            enter |= lists::cites_ui(ui, cx, case, &mut form.cites, "");
            ui.add_space(10.0);
            stops::group(ui);
            grid("more").show(ui, |ui| enter |= more_ui(ui, cx, sort, form));
            enter |= lists::claims_ui(ui, cx, case, &mut form.claims);
        }
        if sort == Sort::Event {
            enter |= lists::order_ui(ui, cx, case, form);
        }
    });
    stops::end(ui);
    let pieces = remembered(ui, case, &(of.clone(), form.clone()), |(of, form)| form.pieces(case, of));
    ui.add_space(4.0);
    let (text, role) = understood(cx, case, &pieces);
    parts::paragraph_ui(ui, cx, text, LABEL, role);
    if let Ok(Pieces { newcomers, .. }) = &pieces {
        also_made_ui(ui, cx, newcomers);
    }
    parts::paragraph_ui(ui, cx, cx.text("form-keys"), FINE, Role::Text3);
    ui.add_space(8.0);
    let ready = pieces.is_ok();
    let key = if form.is_new { "form-make" } else { "form-change" };
    if buttons_ui(ui, cx, key, ready) || (enter && ready) {
        cx.send(Command::TakeForm(of.clone(), Box::new(form.clone())));
    }
}

/// What is made along with the form.
fn also_made_ui(ui: &mut Ui, cx: &ViewCx<'_>, newcomers: &[Piece]) {
    for (key, section) in [("form-also-made", Section::Entities), ("form-also-source", Section::Sources)] {
        let these = newcomers.iter().map(Piece::item).filter(|item| item.section() == section);
        let names: Vec<&str> = these.map(Item::name).collect();
        if !names.is_empty() {
            let also = cx.words().with(key, &[("names", names.join(", ").into())]);
            parts::paragraph_ui(ui, cx, also, LABEL, Role::Text2);
        }
    }
}

/// What comes of a form: worked out again only when something was typed, or the case has changed. Names are looked for
/// among all of the case, which must not be done in each frame.
fn remembered<F, R>(ui: &Ui, case: &Case, form: &F, work: impl FnOnce(&F) -> R) -> R
where
    F: Clone + PartialEq + Send + Sync + 'static,
    R: Clone + Send + Sync + 'static,
{
    let (id, content) = (ui.scope_id().with("comes of it"), case.revision().content);
    let known: Option<(F, u64, R)> = ui.data(|data| data.get_temp(id));
    if let Some((.., result)) = known.filter(|(known, then, _)| known == form && *then == content) {
        return result;
    }
    let result = work(form);
    ui.data_mut(|data| data.insert_temp(id, (form.clone(), content, result.clone())));
    result
}

/// The fields that every thing of its sort has; whether Enter was pressed in one.
fn main_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, sort: Sort, form: &mut Form, focus: bool) -> bool {
    let mut enter = false;
    let thing = |wanted, kind, focus| PickField { wanted, name: "", hint: "", width: 0.0, focus, kind };
    if sort == Sort::Link {
        let mut focus = focus;
        for (key, pick) in [("form-from", &mut form.from), ("form-to", &mut form.to)] {
            let is_first = focus && pick.is_empty();
            focus &= !is_first;
            enter |= thing_ui(ui, cx, case, key, pick, thing(Wanted::Node, None, is_first));
        }
        enter |= row_ui(ui, cx, "form-relation", &mut form.name, focus);
    } else {
        let name = if sort == Sort::Entity { "form-name" } else { "form-title" };
        enter |= row_ui(ui, cx, name, &mut form.name, focus);
    }
    match sort {
        Sort::Entity => kind_ui(ui, cx, case, &mut form.kind),
        Sort::Event | Sort::Source => enter |= row_ui(ui, cx, "form-kind", &mut form.kind, false),
        Sort::Link => {}
        Sort::Story => return enter,
    }
    enter |= row_ui(ui, cx, "form-when", &mut form.when, false);
    match sort {
        Sort::Event => {
            let place = thing(Wanted::Entity, Some(BuiltInKind::Place.word()), false);
            enter |= thing_ui(ui, cx, case, "form-place", &mut form.place, place);
        }
        Sort::Source => {
            for (key, text) in [
                ("form-publisher", &mut form.publisher),
                ("form-language", &mut form.language),
                ("form-address", &mut form.address),
                ("form-reliability", &mut form.reliability),
            ] {
                enter |= row_ui(ui, cx, key, text, false);
            }
            note_ui(ui, cx, form);
        }
        Sort::Entity | Sort::Link | Sort::Story => {}
    }
    enter
}

/// What is typed less often, below the sources; whether Enter was pressed in one.
fn more_ui(ui: &mut Ui, cx: &ViewCx<'_>, sort: Sort, form: &mut Form) -> bool {
    let mut enter = false;
    if sort == Sort::Link {
        strength_ui(ui, cx, &mut form.strength);
        ui.label(cx.text("form-direction"));
        let all = [Direction::Forward, Direction::Both, Direction::Neither];
        choice_ui(ui, cx, &cx.text("form-direction"), &mut form.direction, &all, naming::direction_key);
        ui.end_row();
    }
    if sort == Sort::Entity {
        enter |= row_ui(ui, cx, "form-aliases", &mut form.aliases, false);
    }
    if matches!(sort, Sort::Event | Sort::Link) {
        ui.label(cx.text("form-nature"));
        choice_ui(ui, cx, &cx.text("form-nature"), &mut form.nature, &NATURES, naming::nature_key);
        ui.end_row();
    }
    enter |= row_ui(ui, cx, "form-tags", &mut form.tags, false);
    note_ui(ui, cx, form);
    enter
}

fn note_ui(ui: &mut Ui, cx: &ViewCx<'_>, form: &mut Form) {
    let name = cx.text("form-note");
    ui.label(&name);
    let field = TextEdit::multiline(&mut form.note).desired_rows(2).desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(&name);
    stops::field(ui, &response, form.note.is_empty());
    ui.end_row();
}

fn title(cx: &ViewCx<'_>, case: &Case, of: &FormOf) -> String {
    let words = cx.words();
    match of {
        FormOf::NewEntity => cx.text("form-new-entity"),
        FormOf::NewEvent(..) => cx.text("form-new-event"),
        FormOf::NewSource => cx.text("form-new-source"),
        FormOf::NewLink(Some(from), Some(to)) => {
            let (from, to) = (naming::name(case, from).into(), naming::name(case, to).into());
            words.with("form-new-link", &[("from", from), ("to", to)])
        }
        FormOf::NewLink(..) => cx.text("command-new-link").trim_end_matches('…').to_owned(),
        FormOf::Change(id) => {
            let name = case.item(id.as_str()).map(|item| naming::title(case, item)).unwrap_or_default();
            words.with("form-of", &[("name", name.into())])
        }
    }
}

/// What the date was understood as, or what is missing or wrong, and where.
fn understood(cx: &ViewCx<'_>, case: &Case, pieces: &Result<Pieces, FormFault>) -> (String, Role) {
    match pieces {
        Err(fault) => fault_text(cx, fault),
        Ok(pieces) => match pieces.main.item().when() {
            Some(when) => {
                let date = cx.words().date(when, &case.calendar().zone);
                let edtf = when.text().into();
                (cx.words().with("form-date", &[("date", date.into()), ("edtf", edtf)]), Role::Text2)
            }
            None => (cx.text("form-no-date"), Role::Text3),
        },
    }
}

/// What is wrong, and where.
pub(super) fn fault_text(cx: &ViewCx<'_>, fault: &FormFault) -> (String, Role) {
    let words = cx.words();
    let at = |spot: &Spot, text: String| {
        let place = place(cx, spot);
        if place.is_empty() { text } else { format!("{place}: {text}") }
    };
    match fault {
        FormFault::Missing(spot) if *spot == Spot::MAIN => (cx.text("form-no-name"), Role::Text3),
        FormFault::Missing(spot) => (at(spot, cx.text("form-missing")), Role::Text3),
        FormFault::Gone => (cx.text("form-gone"), Role::Error),
        FormFault::Date(spot, typed, error) => (at(spot, words.entry_refused(typed, error)), Role::Error),
        FormFault::Unknown(spot, typed) => {
            (at(spot, words.with("form-unknown", &[("typed", typed.as_str().into())])), Role::Error)
        }
        FormFault::Number(spot, typed) => {
            (at(spot, words.with("form-no-number", &[("typed", typed.as_str().into())])), Role::Error)
        }
    }
}

/// "Claim 2, Citation 1, Source".
fn place(cx: &ViewCx<'_>, spot: &Spot) -> String {
    let numbered = |key: &str, at: usize| cx.words().with(key, &[("number", (at + 1).into())]);
    let part = match spot.part {
        Part::Main => String::new(),
        Part::Participant(at) => numbered("form-participant-number", at),
        Part::Order(at) => numbered("form-order-number", at),
        Part::Claim(at) => numbered("form-claim-number", at),
    };
    let cite = spot.cite.map(|at| numbered("form-cite-number", at)).unwrap_or_default();
    if spot.part == Part::Main && spot.cite.is_none() && spot.field == crate::app::form::Field::When {
        return String::new();
    }
    format!("{part}{cite}{}", cx.text(spot.field.key()))
}

/// What may be typed into a field, as an example; nothing where its name says it.
fn hint(cx: &ViewCx<'_>, key: &str) -> String {
    cx.words().try_with(&format!("{key}.hint"), &[]).unwrap_or_default()
}

/// A field with its name; whether Enter was pressed in it.
pub(super) fn row_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, text: &mut String, focus: bool) -> bool {
    ui.label(cx.text(key));
    let response = hinted_field_ui(ui, text, (&cx.text(key), &hint(cx, key)), focus);
    stops::field(ui, &response, text.is_empty());
    ui.end_row();
    response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

fn thing_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, key: &str, pick: &mut Pick, field: PickField<'_>) -> bool {
    let name = cx.text(key);
    ui.label(&name);
    let field = PickField { name: &name, hint: &cx.text("form-pick-hint"), width: ui.available_width(), ..field };
    let enter = pick_ui(ui, cx, case, pick, field);
    ui.end_row();
    enter
}

pub(super) fn kind_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, kind: &mut String) {
    ui.label(cx.text("form-kind"));
    kind_choice_ui(ui, cx, case, &cx.text("form-kind"), kind);
    ui.end_row();
}

/// A choice of one of the case's kinds.
fn kind_choice_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, name: &str, kind: &mut String) {
    let own = case.head().kinds.iter().map(|kind| kind.id.clone());
    let words = BuiltInKind::ALL.map(|kind| kind.word().to_owned()).into_iter().chain(own);
    let all: Vec<(String, String)> = words.map(|word| (word.clone(), cx.words().kind(case, &word))).collect();
    let chosen = cx.words().kind(case, kind);
    list_ui(ui, name, &chosen, kind, &all);
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
