//! The order of an event among others: what was said of it and where, on whose dates it rests, what cannot hold.

use egui::Ui;

use super::links::head_ui;
use super::things::{ThingRow, thing_row_ui};
use super::why::source_row_ui;
use crate::model::event::{Event, Order, OrderRelation};
use crate::model::order::{Constraint, Contradiction, Ordered};
use crate::model::{Case, Id};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::parts::{self, FINE};

/// Width of the words before the name of the other event.
const RELATION: f32 = 60.0;

/// Draws what is known of the order of an event, said of it or of others; gives the thing under the pointer.
pub fn order_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, event: &Event) -> Option<Id> {
    let at = case.position(event.id.as_str())?;
    let on = case.ordered().map(|ordered| ordered.constraints_on(at)).unwrap_or_default();
    let of_others: Vec<Constraint> = on.into_iter().filter(|constraint| constraint.event != at).collect();
    if event.order.is_empty() && of_others.is_empty() {
        return None;
    }
    parts::rule_ui(ui, cx);
    head_ui(ui, cx, &cx.text("details-order"), event.order.len() + of_others.len(), "");
    let mut hovered = None;
    for (position, order) in event.order.iter().enumerate() {
        let constraint = Constraint { event: at, position };
        hovered = hovered.or(constraint_ui(ui, cx, case, (order, order.is, &order.event), constraint));
    }
    for constraint in of_others {
        let Some(owner) = case.events().get(constraint.event) else { continue };
        let Some(order) = owner.order.get(constraint.position) else { continue };
        let is = match order.is {
            OrderRelation::After => OrderRelation::Before,
            OrderRelation::Before => OrderRelation::After,
            OrderRelation::Within => OrderRelation::Within,
        };
        hovered = hovered.or(constraint_ui(ui, cx, case, (order, is, &owner.id), constraint));
    }
    if let Some(ordered) = case.ordered() {
        hovered = hovered.or(rests_ui(ui, cx, case, ordered, at));
        for contradiction in contradictions(ordered, at) {
            ui.add_space(2.0);
            parts::paragraph_ui(ui, cx, cx.words().contradiction(case, contradiction), FINE, Role::Error);
            parts::paragraph_ui(ui, cx, cx.text("order-not-used"), FINE, Role::Text3);
        }
    }
    hovered
}

/// One constraint: the other event, how far away at most, its remark and its sources.
fn constraint_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    (order, is, other): (&Order, OrderRelation, &Id),
    constraint: Constraint,
) -> Option<Id> {
    let key = match is {
        OrderRelation::After => "order-after",
        OrderRelation::Before => "order-before",
        OrderRelation::Within => "order-within",
    };
    let after = order.days.map(|days| cx.words().with("order-days", &[("count", days.into())]));
    let row = ThingRow {
        id: other,
        before: &cx.text(key),
        after: &after.unwrap_or_default(),
        grade: "",
        salt: constraint.position,
        column: RELATION,
    };
    let hovered = thing_row_ui(ui, cx, case, row);
    if let Some(note) = &order.note {
        parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
    }
    for cite in &order.cites {
        source_row_ui(ui, cx, case, cite);
    }
    hovered
}

/// The events on whose dates the tightened date rests, where those are not neighbours in the order.
fn rests_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, ordered: &Ordered, at: usize) -> Option<Id> {
    let mut sources: Vec<usize> = ordered
        .reasons(at)
        .into_iter()
        .filter(|reason| reason.constraints.len() > 1)
        .map(|reason| reason.rests_on)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let mut hovered = None;
    for (salt, source) in sources.into_iter().filter_map(|at| case.events().get(at)).enumerate() {
        let date = source.when.as_ref().map(|when| cx.words().date_brief(when, &case.calendar().zone));
        let row = ThingRow {
            id: &source.id,
            before: &cx.text("order-rests-on"),
            after: &date.unwrap_or_default(),
            grade: "",
            salt,
            column: RELATION,
        };
        hovered = hovered.or(thing_row_ui(ui, cx, case, row));
    }
    hovered
}

/// The contradictions on whose chain an event stands.
fn contradictions(ordered: &Ordered, at: usize) -> impl Iterator<Item = &Contradiction> {
    ordered.contradictions().iter().filter(move |contradiction| {
        contradiction.constraints.iter().any(|one| one.event == at || ordered.other(*one) == Some(at))
    })
}
