//! The parts of a form that come in lists: a row for each, a button that adds one, and one that takes it away.

use egui::{ComboBox, EventFilter, Key, TextEdit, Ui};

use super::pick::{PickField, pick_ui};
use super::stops;
use crate::app::form::{CiteForm, ClaimForm, Form, OrderForm, ParticipantForm, Valued};
use crate::base::text::fold;
use crate::model::Case;
use crate::model::claim::{Exactness, Nature};
use crate::model::event::OrderRelation;
use crate::model::piece::Wanted;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::parts::{self, SECTION};

/// Where a part stands, for the names of its fields: "Claim 2, ".
type Prefix<'a> = &'a str;

/// A field in a row; whether Enter was pressed in it.
fn text_ui(ui: &mut Ui, cx: &ViewCx<'_>, prefix: Prefix<'_>, key: &str, text: &mut String, width: f32) -> bool {
    let name = cx.text(key);
    let shown = cx.words().try_with(&format!("{key}.hint"), &[]).unwrap_or_else(|| name.clone());
    let field = TextEdit::singleline(text).desired_width(width).hint_text(shown);
    let response = ui.add(field).accessible_name(format!("{prefix}{name}"));
    stops::field(ui, &response, text.is_empty());
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// The head of a list, which is a group of the form.
fn head_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str) {
    stops::group(ui);
    ui.add_space(8.0);
    ui.label(parts::rich(cx, cx.text(key), SECTION, Role::Text2));
}

/// The button that adds to a list, below it: who types comes there last.
fn add_ui<T>(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, list: &mut Vec<T>, new: impl FnOnce() -> T) {
    let response = ui.button(cx.text(key));
    stops::add_button(ui, &response);
    if response.clicked() {
        list.push(new());
    }
}

fn remove_ui(ui: &mut Ui, cx: &ViewCx<'_>, prefix: Prefix<'_>) -> bool {
    icon::button_ui(ui, Icon::Close, &format!("{prefix}{}", cx.text("form-remove")), true).clicked()
}

fn prefix(cx: &ViewCx<'_>, key: &str, at: usize) -> String {
    cx.words().with(key, &[("number", (at + 1).into())])
}

/// Takes away the parts for which `row` says so.
fn rows<T>(ui: &mut Ui, list: &mut Vec<T>, mut row: impl FnMut(&mut Ui, usize, &mut T) -> bool) {
    let mut gone = None;
    for (at, part) in list.iter_mut().enumerate() {
        ui.push_id(at, |ui| {
            if row(ui, at, part) {
                gone = Some(at);
            }
        });
    }
    if let Some(at) = gone {
        list.remove(at);
    }
}

/// Citations; whether Enter was pressed in one.
pub fn cites_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, cites: &mut Vec<CiteForm>, before: Prefix<'_>) -> bool {
    let mut enter = false;
    head_ui(ui, cx, "form-cites");
    rows(ui, cites, |ui, at, cite| {
        let prefix = format!("{before}{}", prefix(cx, "form-cite-number", at));
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            let hint = cx.text("form-source");
            let name = format!("{prefix}{hint}");
            let field = PickField {
                wanted: Wanted::Source,
                name: &name,
                hint: &hint,
                width: 205.0,
                focus: false,
                kind: Some(""),
            };
            enter |= pick_ui(ui, cx, case, &mut cite.source, field);
            enter |= text_ui(ui, cx, &prefix, "form-at", &mut cite.at, 110.0);
            enter |= text_ui(ui, cx, &prefix, "form-credibility", &mut cite.credibility, 142.0);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        let is_more = !(cite.quote.is_empty() && cite.learned.is_empty() && cite.note.is_empty());
        let title = format!("{prefix}{}", cx.text("form-cite-more"));
        egui::CollapsingHeader::new(cx.text("form-cite-more")).id_salt(title).default_open(is_more).show(ui, |ui| {
            enter |= text_ui(ui, cx, &prefix, "form-quote", &mut cite.quote, f32::INFINITY);
            enter |= text_ui(ui, cx, &prefix, "form-learned", &mut cite.learned, f32::INFINITY);
            enter |= text_ui(ui, cx, &prefix, "form-note", &mut cite.note, f32::INFINITY);
        });
        is_gone
    });
    add_ui(ui, cx, "form-add-cite", cites, || cx.workspace.first_cite(case));
    enter
}

/// Who takes part; whether Enter was pressed in one.
pub fn participants_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, form: &mut Form) -> bool {
    let mut enter = false;
    head_ui(ui, cx, "form-participants");
    rows(ui, &mut form.participants, |ui, at, part| {
        let prefix = prefix(cx, "form-participant-number", at);
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            let hint = cx.text("form-participant");
            let name = format!("{prefix}{hint}");
            let field =
                PickField { wanted: Wanted::Entity, name: &name, hint: &hint, width: 215.0, focus: false, kind: None };
            enter |= pick_ui(ui, cx, case, &mut part.entity, field);
            enter |= text_ui(ui, cx, &prefix, "form-role", &mut part.role, 190.0);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        is_gone
    });
    add_ui(ui, cx, "form-add-participant", &mut form.participants, ParticipantForm::default);
    enter
}

/// What is said of the order among events; whether Enter was pressed in one.
pub fn order_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, form: &mut Form) -> bool {
    let mut enter = false;
    head_ui(ui, cx, "form-orders");
    rows(ui, &mut form.order, |ui, at, order| {
        let prefix = prefix(cx, "form-order-number", at);
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            let relations = [OrderRelation::After, OrderRelation::Before, OrderRelation::Within];
            choice_ui(ui, cx, &format!("{prefix}is"), &mut order.is, &relations, |is| match is {
                OrderRelation::After => "form-order-after",
                OrderRelation::Before => "form-order-before",
                OrderRelation::Within => "form-order-within",
            });
            let hint = cx.text("form-order-event");
            let name = format!("{prefix}{hint}");
            let field =
                PickField { wanted: Wanted::Event, name: &name, hint: &hint, width: 200.0, focus: false, kind: None };
            enter |= pick_ui(ui, cx, case, &mut order.event, field);
            enter |= text_ui(ui, cx, &prefix, "form-days", &mut order.days, 80.0);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        is_gone
    });
    add_ui(ui, cx, "form-add-order", &mut form.order, OrderForm::default);
    enter
}

/// A choice from a short list.
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    name: &str,
    value: &mut T,
    all: &[T],
    key: impl Fn(T) -> &'static str,
) {
    let all: Vec<(T, String)> = all.iter().map(|one| (*one, cx.text(key(*one)))).collect();
    list_ui(ui, name, &cx.text(key(*value)), value, &all);
}

/// A choice from a list, of which this is chosen. Arrow keys and first letters choose without opening it.
pub fn list_ui<T: Clone + PartialEq>(ui: &mut Ui, name: &str, chosen: &str, value: &mut T, all: &[(T, String)]) {
    let list = ComboBox::from_id_salt(name).selected_text(chosen).show_ui(ui, |ui| {
        for (one, name) in all {
            ui.selectable_value(value, one.clone(), name);
        }
    });
    let response = list.response;
    let said = format!("{name}: {chosen}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &said));
    stops::field(ui, &response, false);
    if !response.has_focus() || list.inner.is_some() || all.is_empty() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let at = all.iter().position(|(one, _)| one == value);
    let (up, down, letter) = ui.input(|input| {
        let letter = input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) => Some(fold(text)).filter(|text| !text.trim().is_empty()),
            _ => None,
        });
        (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown), letter)
    });
    let next = match letter {
        Some(letter) => typed_ahead(ui, response.id, &letter, at, all),
        None if down => Some(at.map_or(0, |at| (at + 1).min(all.len() - 1))),
        None if up => Some(at.map_or(0, |at| at.saturating_sub(1))),
        None => None,
    };
    if let Some(next) = next {
        *value = all[next].0.clone();
        ui.ctx().request_repaint();
    }
}

/// Letters typed so soon after each other, in seconds, are the beginning of one word.
const AHEAD: f64 = 1.0;

/// What letters typed on a closed list choose: what begins with all of them, else the next that begins with the last one.
fn typed_ahead<T>(ui: &Ui, id: egui::Id, letter: &str, at: Option<usize>, all: &[(T, String)]) -> Option<usize> {
    let (memory, now) = (id.with("typed"), ui.input(|input| input.time));
    let (before, then): (String, f64) = ui.data(|data| data.get_temp(memory).unwrap_or_default());
    let word = if now - then < AHEAD { before + letter } else { letter.to_owned() };
    let from = |first: usize, start: &str| {
        (first..first + all.len()).map(|at| at % all.len()).find(|at| fold(&all[*at].1).starts_with(start))
    };
    let is_word = word.chars().count() > 1;
    let whole = at.filter(|_| is_word).and_then(|at| from(at, &word));
    let kept = if whole.is_some() || !is_word { word } else { letter.to_owned() };
    ui.data_mut(|data| data.insert_temp(memory, (kept, now)));
    whole.or_else(|| from(at.map_or(0, |at| at + 1), letter))
}

const fn exactness_key(exactness: Exactness) -> &'static str {
    match exactness {
        Exactness::Exact => "form-exact",
        Exactness::Rounded => "form-rounded",
        Exactness::AtLeast => "form-at-least",
        Exactness::OrderOfMagnitude => "form-order-of-magnitude",
        Exactness::Vague => "form-vague",
    }
}

/// Facts, judgements and forecasts.
pub const NATURES: [Nature; 3] = [Nature::Fact, Nature::Judgement, Nature::Forecast];

/// What sources say; whether Enter was pressed in one.
pub fn claims_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, claims: &mut Vec<ClaimForm>) -> bool {
    let mut enter = false;
    head_ui(ui, cx, "form-claims");
    rows(ui, claims, |ui, at, claim| {
        // Each claim, and its sources, are groups of their own.
        stops::group(ui);
        let prefix = prefix(cx, "form-claim-number", at);
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            enter |= text_ui(ui, cx, &prefix, "form-attribute", &mut claim.of, 130.0);
            let name = format!("{prefix}{}", cx.text("form-valued"));
            choice_ui(ui, cx, &name, &mut claim.valued, &Valued::ALL, Valued::key);
            enter |= value_ui(ui, cx, case, claim, &prefix);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        if claim.valued == Valued::Quantity {
            ui.horizontal(|ui| {
                enter |= text_ui(ui, cx, &prefix, "form-unit", &mut claim.unit, 100.0);
                enter |= text_ui(ui, cx, &prefix, "form-low", &mut claim.low, 90.0);
                enter |= text_ui(ui, cx, &prefix, "form-high", &mut claim.high, 90.0);
                let all = [
                    Exactness::Exact,
                    Exactness::Rounded,
                    Exactness::AtLeast,
                    Exactness::OrderOfMagnitude,
                    Exactness::Vague,
                ];
                let name = format!("{prefix}{}", cx.text("form-exactness"));
                choice_ui(ui, cx, &name, &mut claim.exactness, &all, exactness_key);
            });
        }
        ui.horizontal(|ui| {
            enter |= text_ui(ui, cx, &prefix, "form-as-of", &mut claim.as_of, 160.0);
            let name = format!("{prefix}{}", cx.text("form-nature"));
            choice_ui(ui, cx, &name, &mut claim.nature, &NATURES, naming::nature_key);
            enter |= text_ui(ui, cx, &prefix, "form-note", &mut claim.note, f32::INFINITY);
        });
        ui.indent("cites", |ui| enter |= cites_ui(ui, cx, case, &mut claim.cites, &prefix));
        is_gone
    });
    stops::group(ui);
    add_ui(ui, cx, "form-add-claim", claims, || ClaimForm {
        cites: vec![cx.workspace.first_cite(case)],
        ..ClaimForm::default()
    });
    enter
}

fn value_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, claim: &mut ClaimForm, prefix: Prefix<'_>) -> bool {
    let hint = cx.text("form-value");
    let name = format!("{prefix}{hint}");
    match claim.valued {
        Valued::Reference => {
            let field = PickField {
                wanted: Wanted::Anything,
                name: &name,
                hint: &hint,
                width: 190.0,
                focus: false,
                kind: None,
            };
            pick_ui(ui, cx, case, &mut claim.other, field)
        }
        Valued::Text | Valued::Quantity | Valued::Date => {
            text_ui(ui, cx, prefix, "form-value", &mut claim.value, 190.0)
        }
    }
}
