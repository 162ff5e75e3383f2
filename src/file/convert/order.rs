//! The order of events: what cannot hold, with the chain that makes it so.

use super::super::codes;
use super::super::located::path::Path;
use super::super::notices::{CHAIN_PARTS, CHAIN_STEPS};
use super::{Conversion, field};
use crate::model::case::{Parts, Section};
use crate::model::event::{Event, OrderRelation};
use crate::model::order::{Ordered, Said};

impl Conversion<'_, '_> {
    /// Notes contradictions in the order of the events; gives what that order says of their dates.
    pub(super) fn check_order_of_events(&mut self, parts: &Parts) -> Option<Ordered> {
        let kept = std::mem::take(self.kept.of(Section::Events));
        let ordered = Ordered::new(&parts.events, &self.calendar, |id| {
            let origin = self.ids.origin(id, Section::Events)?;
            kept.binary_search(&origin).ok()
        });
        for contradiction in ordered.iter().flat_map(Ordered::contradictions) {
            let Some(first) = contradiction.constraints.first() else { continue };
            let said = ordered.iter().flat_map(|ordered| ordered.said(contradiction, &parts.events));
            let chain: Vec<String> = said.map(|said| step(&said)).collect();
            let code = if contradiction.is_circle() { codes::ORDER_CIRCLE } else { codes::ORDER_CONTRADICTION };
            self.item = Some(parts.events[first.event].id.clone());
            let list = Path::WHOLE.field(field(Section::Events));
            let item = list.index(kept[first.event] as usize);
            let orders = item.field("order");
            let args = vec![("chain", chain.join(CHAIN_STEPS)), ("count", chain.len().to_string())];
            self.note(code, &orders.index(first.position), args);
        }
        self.item = None;
        *self.kept.of(Section::Events) = kept;
        ordered
    }
}

/// One step of a chain, to be put into words: relation, days, then title and date of either event.
fn step(said: &Said<'_>) -> String {
    let relation = match said.order.is {
        OrderRelation::After => "after",
        OrderRelation::Before => "before",
        OrderRelation::Within => "within",
    };
    let title = |event: &Event| event.title.replace(CHAIN_STEPS, " ").replace(CHAIN_PARTS, " ");
    let date = |event: &Event, tells: bool| {
        let when = event.when.as_ref().filter(|_| tells);
        when.map(|when| when.text().to_owned()).unwrap_or_default()
    };
    [
        relation.to_owned(),
        said.order.days.map(|days| days.to_string()).unwrap_or_default(),
        title(said.event),
        date(said.event, said.tells_event_date),
        title(said.other),
        date(said.other, said.tells_other_date),
    ]
    .join(CHAIN_PARTS)
}
