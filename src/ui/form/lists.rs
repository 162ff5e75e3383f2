//! The parts of a form that come in lists: a row for each, a button that adds one, and one that takes it away.

use egui::{ComboBox, TextEdit, Ui};

use super::pick::pick_ui;
use crate::app::form::{CiteForm, ClaimForm, Form, OrderForm, ParticipantForm, Valued};
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
    let hint = cx.text(key);
    let field = TextEdit::singleline(text).desired_width(width).hint_text(&hint);
    let response = ui.add(field).accessible_name(format!("{prefix}{hint}"));
    response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// The head of a list, with the button that adds to it; whether it was pressed.
fn head_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, add: &str) -> bool {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(parts::rich(cx, cx.text(key), SECTION, Role::Text2));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.button(cx.text(add)).clicked()).inner
    })
    .inner
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
    if head_ui(ui, cx, "form-cites", "form-add-cite") {
        cites.push(CiteForm::default());
    }
    rows(ui, cites, |ui, at, cite| {
        let prefix = format!("{before}{}", prefix(cx, "form-cite-number", at));
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            let hint = cx.text("form-source");
            let name = format!("{prefix}{hint}");
            enter |= pick_ui(ui, cx, case, &mut cite.source, Wanted::Source, (&name, &hint, 230.0));
            enter |= text_ui(ui, cx, &prefix, "form-at", &mut cite.at, 120.0);
            enter |= text_ui(ui, cx, &prefix, "form-credibility", &mut cite.credibility, 90.0);
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
    enter
}

/// Who takes part; whether Enter was pressed in one.
pub fn participants_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, form: &mut Form) -> bool {
    let mut enter = false;
    if head_ui(ui, cx, "form-participants", "form-add-participant") {
        form.participants.push(ParticipantForm::default());
    }
    rows(ui, &mut form.participants, |ui, at, part| {
        let prefix = prefix(cx, "form-participant-number", at);
        let mut is_gone = false;
        ui.horizontal_top(|ui| {
            let hint = cx.text("form-participant");
            let name = format!("{prefix}{hint}");
            enter |= pick_ui(ui, cx, case, &mut part.entity, Wanted::Entity, (&name, &hint, 230.0));
            enter |= text_ui(ui, cx, &prefix, "form-role", &mut part.role, 190.0);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        is_gone
    });
    enter
}

/// What is said of the order among events; whether Enter was pressed in one.
pub fn order_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, form: &mut Form) -> bool {
    let mut enter = false;
    if head_ui(ui, cx, "form-orders", "form-add-order") {
        form.order.push(OrderForm::default());
    }
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
            enter |= pick_ui(ui, cx, case, &mut order.event, Wanted::Event, (&name, &hint, 200.0));
            enter |= text_ui(ui, cx, &prefix, "form-days", &mut order.days, 80.0);
            is_gone = remove_ui(ui, cx, &prefix);
        });
        is_gone
    });
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
    let chosen = cx.text(key(*value));
    let response = ComboBox::from_id_salt(name).selected_text(&chosen).show_ui(ui, |ui| {
        for one in all {
            ui.selectable_value(value, *one, cx.text(key(*one)));
        }
    });
    let said = format!("{name}: {chosen}");
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &said));
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
    if head_ui(ui, cx, "form-claims", "form-add-claim") {
        claims.push(ClaimForm { cites: vec![CiteForm::default()], ..ClaimForm::default() });
    }
    rows(ui, claims, |ui, at, claim| {
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
    enter
}

fn value_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, claim: &mut ClaimForm, prefix: Prefix<'_>) -> bool {
    let hint = cx.text("form-value");
    let name = format!("{prefix}{hint}");
    match claim.valued {
        Valued::Reference => pick_ui(ui, cx, case, &mut claim.other, Wanted::Anything, (&name, &hint, 190.0)),
        Valued::Text | Valued::Quantity | Valued::Date => {
            text_ui(ui, cx, prefix, "form-value", &mut claim.value, 190.0)
        }
    }
}
