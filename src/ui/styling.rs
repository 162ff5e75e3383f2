//! The dialog of looks: by which attribute nodes grow and links widen, and the rules that give colours.

use egui::{ComboBox, Grid, Role as Access, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::cx::ViewCx;
use super::details::swatch_ui;
use super::icon::{self, Icon};
use super::lists::room;
use super::parts::{self, LABEL, SECTION};
use crate::app::command::Command;
use crate::app::history::Label;
use crate::app::table::Sheet;
use crate::app::visibility::EVENT_KIND;
use crate::model::Case;
use crate::model::edit::Edit;
use crate::model::kind::{BuiltInKind, Colour};
use crate::model::view::{Looks, Rule};
use crate::scene::{Role, Theme};

/// Draws the dialog. Each change is a step of its own.
pub fn styling_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let Some(case) = cx.case() else { return };
    let view = case.view();
    let before = Looks { rules: view.rules.clone(), size_by: view.size_by.clone(), width_by: view.width_by.clone() };
    let mut looks = before.clone();
    let of_nodes = attributes(cx, &[Sheet::Entities, Sheet::Events]);
    let of_links = attributes(cx, &[Sheet::Links]);
    Grid::new("looks-sizes").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
        choice_ui(ui, cx, ("looks-size", "looks-by-ties"), &of_nodes, &mut looks.size_by);
        ui.end_row();
        choice_ui(ui, cx, ("looks-width", "looks-alike"), &of_links, &mut looks.width_by);
        ui.end_row();
    });
    ui.add_space(10.0);
    parts::paragraph_ui(ui, cx, cx.text("looks-rules"), SECTION, Role::Text2);
    parts::paragraph_ui(ui, cx, cx.text("looks-rules-help"), LABEL, Role::Text3);
    ui.add_space(4.0);
    let height = (room(ui) - 130.0).max(80.0);
    let mut change = None;
    ScrollArea::vertical().id_salt("looks-rules").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        for (at, rule) in looks.rules.iter_mut().enumerate() {
            change = change.take().or(rule_ui(ui, cx, case, &of_nodes, (at, rule)));
            ui.add_space(6.0);
        }
    });
    match change {
        Some(Change::Remove(at)) => {
            looks.rules.remove(at);
        }
        Some(Change::Raise(at)) => looks.rules.swap(at, at - 1),
        None => {}
    }
    if ui.button(cx.text("looks-rule-add")).clicked() {
        let colour = Some(Colour(Theme::light().value(Role::Kind(BuiltInKind::Platform))));
        let (kind, tag, attribute) = (first_kind(case), None, None);
        looks.rules.push(Rule { kind, tag, attribute, value: None, least: None, colour, extra: Vec::new() });
    }
    if looks != before {
        let label = Label { key: "edit-looks", name: String::new() };
        cx.send(Command::Edit(label, Edit::Looks(Box::new(looks))));
    }
}

/// What is to become of the list of rules.
enum Change {
    Remove(usize),
    Raise(usize),
}

fn attributes(cx: &ViewCx<'_>, sheets: &[Sheet]) -> Vec<String> {
    let known = cx.case().map(|case| cx.derived().attributes(case));
    let of = |sheet: &Sheet| known.and_then(|known| known.get(sheet));
    let mut found: Vec<String> = sheets.iter().filter_map(of).flatten().cloned().collect();
    found.sort();
    found.dedup();
    found
}

fn first_kind(case: &Case) -> Option<String> {
    case.entities().first().map(|entity| entity.kind.clone())
}

/// The kinds that the case has, events last.
fn kinds(case: &Case) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for entity in case.entities() {
        if !kinds.contains(&entity.kind) {
            kinds.push(entity.kind.clone());
        }
    }
    kinds.push(EVENT_KIND.to_owned());
    kinds
}

/// A name, and a list of attributes with `none` first.
fn choice_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    (name, none): (&'static str, &str),
    attributes: &[String],
    chosen: &mut Option<String>,
) {
    ui.label(cx.text(name));
    options_ui(
        ui,
        name,
        &cx.text(name),
        &cx.text(none),
        attributes.iter().map(|word| (word.clone(), cx.words().attribute(word))),
        chosen,
    );
}

/// A list to choose one from, or `none`.
fn options_ui(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    none: &str,
    options: impl Iterator<Item = (String, String)>,
    chosen: &mut Option<String>,
) {
    let options: Vec<(String, String)> = options.collect();
    let known = chosen.as_ref().and_then(|chosen| options.iter().find(|(word, _)| word == chosen));
    let shown = known.map_or_else(|| chosen.clone().unwrap_or_else(|| none.to_owned()), |(_, name)| name.clone());
    let response = ComboBox::from_id_salt(id).width(130.0).selected_text(&shown).show_ui(ui, |ui| {
        ui.selectable_value(chosen, None, none);
        for (word, name) in options {
            ui.selectable_value(chosen, Some(word), name);
        }
    });
    let said = format!("{name}: {shown}");
    response.response.widget_info(|| WidgetInfo::labeled(Access::ComboBox, true, &said));
}

/// One rule: its conditions in a row, its colours below.
fn rule_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    attributes: &[String],
    (at, rule): (usize, &mut Rule),
) -> Option<Change> {
    let mut change = None;
    let number = [("number", (at + 1).into())];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        ui.label(cx.words().with("looks-rule", &number));
        let names = kinds(case).into_iter().map(|word| {
            let name = cx.words().kind(case, &word);
            (word, name)
        });
        options_ui(ui, ("rule-kind", at), &cx.text("looks-kind"), &cx.text("looks-any-kind"), names, &mut rule.kind);
        text_ui(ui, cx, ("rule-tag", at), "looks-tag", &mut rule.tag);
        let words = attributes.iter().map(|word| (word.clone(), cx.words().attribute(word)));
        let (name, none) = (cx.text("looks-attribute"), cx.text("looks-any-attribute"));
        options_ui(ui, ("rule-attribute", at), &name, &none, words, &mut rule.attribute);
        if rule.attribute.is_some() {
            text_ui(ui, cx, ("rule-value", at), "looks-value", &mut rule.value);
            least_ui(ui, cx, at, &mut rule.least);
        }
        let up = icon::button_ui(ui, Icon::ChevronUp, &cx.words().with("looks-rule-up", &number), at > 0);
        if up.clicked() {
            change = Some(Change::Raise(at));
        }
        if icon::button_ui(ui, Icon::Close, &cx.words().with("looks-rule-remove", &number), true).clicked() {
            change = Some(Change::Remove(at));
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        for role in BuiltInKind::ALL.map(Role::Kind).into_iter().chain([Role::Event]) {
            let colour = Colour(Theme::light().value(role));
            let word = match role {
                Role::Kind(kind) => kind.word(),
                _ => EVENT_KIND,
            };
            let name = cx
                .words()
                .with("looks-colour", &[("number", (at + 1).into()), ("kind", cx.words().kind(case, word).into())]);
            if swatch_ui(ui, cx, ("rule", at, word), &name, colour, rule.colour == Some(colour)) {
                rule.colour = Some(colour);
            }
        }
    });
    change
}

/// A condition that is typed; taken over when the field is left, so that a word is one step and not a step a letter.
fn text_ui(ui: &mut Ui, cx: &ViewCx<'_>, id: (&str, usize), key: &str, value: &mut Option<String>) {
    let id = egui::Id::unique(id);
    let mut text = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| value.clone().unwrap_or_default());
    let name = cx.text(key);
    let response =
        ui.add(TextEdit::singleline(&mut text).id(id).desired_width(96.0).hint_text(&name)).accessible_name(&name);
    if response.lost_focus() {
        let typed = text.trim();
        *value = (!typed.is_empty()).then(|| typed.to_owned());
    }
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
    } else {
        ui.data_mut(|data| data.remove::<String>(id));
    }
}

/// The least number: what is typed and is no number is not taken over.
fn least_ui(ui: &mut Ui, cx: &ViewCx<'_>, at: usize, least: &mut Option<f64>) {
    let mut text = least.map(|least| least.to_string());
    text_ui(ui, cx, ("rule-least", at), "looks-least", &mut text);
    match text {
        None => *least = None,
        Some(text) => {
            let number = text.replace(' ', "").replace(',', ".").parse::<f64>().ok();
            *least = number.filter(|number| number.is_finite()).or(*least);
        }
    }
}
