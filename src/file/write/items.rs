//! Sources, entities, events, links and stories, and the lines that hang on them.

use super::super::draft::{direction_word, exactness_word, nature_word, order_relation_word, strength_word};
use super::Writer;
use super::value::{Inline, about, number, quoted, texts};
use crate::model::Id;
use crate::model::claim::{Claim, Exactness, Nature, Quantity, Value};
use crate::model::entity::{Entity, Merged, MergedPart};
use crate::model::event::{Event, Order, Participant};
use crate::model::link::{Direction, Link, Strength};
use crate::model::source::{Cite, Coverage, Source};
use crate::model::story::{Step, Story};
use crate::model::time::When;

impl Writer {
    fn when(&mut self, name: &str, when: Option<&When>) {
        if let Some(when) = when {
            self.text(name, when.text());
            if let Some(reach) = when.about() {
                self.field(&format!("{name}_about"), &about(reach));
            }
        }
    }

    fn nature(&mut self, nature: Nature) {
        if nature != Nature::default() {
            self.field("nature", nature_word(nature));
        }
    }

    fn claims(&mut self, claims: &[Claim]) {
        self.lines("claims", claims.iter().map(claim));
    }

    fn cites(&mut self, cites: &[Cite]) {
        self.lines("cites", cites.iter().map(cite));
    }

    fn tags(&mut self, tags: &[String]) {
        self.texts("tags", tags.iter().map(String::as_str));
    }
}

pub(super) fn source(writer: &mut Writer, source: &Source) {
    writer.open("Source(");
    writer.text("id", source.id.as_str());
    writer.text("kind", &source.kind);
    writer.text("title", &source.title);
    writer.maybe("publisher", source.publisher.as_deref());
    writer.when("published", source.published.as_ref());
    writer.maybe("language", source.language.as_deref());
    writer.maybe("address", source.address.as_deref());
    writer.maybe("reliability", source.reliability.as_deref());
    writer.maybe("repeats", source.repeats.as_ref().map(Id::as_str));
    writer.lines("covers", source.covers.iter().map(coverage));
    if let Some(attachment) = &source.attachment {
        let mut block = Inline::new("Attachment");
        block.text("path", &attachment.path);
        block.maybe("sha256", attachment.sha256.as_deref());
        block.extras(&attachment.extra);
        writer.field("attachment", &block.done());
    }
    writer.maybe("handling", source.handling.as_deref());
    writer.texts("use_limits", source.use_limits.iter().map(String::as_str));
    writer.maybe("note", source.note.as_deref());
    writer.extras(&source.extra);
    writer.close(")");
}

fn coverage(coverage: &Coverage) -> String {
    let mut block = Inline::new("Coverage");
    block.when("period", Some(&coverage.period));
    if !coverage.entities.is_empty() {
        block.field("entities", &ids(&coverage.entities));
    }
    block.maybe("note", coverage.note.as_deref());
    block.extras(&coverage.extra);
    block.done()
}

pub(super) fn entity(writer: &mut Writer, entity: &Entity) {
    entity_after(writer, "", entity);
}

fn entity_after(writer: &mut Writer, before: &str, entity: &Entity) {
    writer.open(&format!("{before}Entity("));
    writer.text("id", entity.id.as_str());
    writer.text("kind", &entity.kind);
    writer.text("name", &entity.name);
    writer.texts("aliases", entity.aliases.iter().map(String::as_str));
    writer.when("existed", entity.existed.as_ref());
    writer.maybe("code", entity.code.as_deref());
    writer.tags(&entity.tags);
    writer.maybe("note", entity.note.as_deref());
    writer.claims(&entity.claims);
    writer.cites(&entity.cites);
    if !entity.merged.is_empty() {
        writer.open("merged: [");
        for one in &entity.merged {
            merged(writer, one);
        }
        writer.close("]");
    }
    writer.extras(&entity.extra);
    writer.close(")");
}

fn merged(writer: &mut Writer, merged: &Merged) {
    writer.open("Merged(");
    entity_after(writer, "entity: ", &merged.entity);
    entity_after(writer, "kept: ", &merged.kept);
    writer.texts("from", merged.from.iter().map(Id::as_str));
    writer.texts("to", merged.to.iter().map(Id::as_str));
    let part = |part: &MergedPart| {
        let mut block = Inline::new("MergedPart");
        block.text("event", part.event.as_str());
        block.text("role", &part.role);
        if part.at > 0 {
            block.field("at", &part.at.to_string());
        }
        block.extras(&part.extra);
        block.done()
    };
    writer.lines("parts", merged.parts.iter().map(part));
    writer.texts("others", merged.others.iter().map(Id::as_str));
    writer.extras(&merged.extra);
    writer.close(")");
}

pub(super) fn event(writer: &mut Writer, event: &Event) {
    writer.open("Event(");
    writer.text("id", event.id.as_str());
    writer.text("title", &event.title);
    writer.maybe("kind", event.kind.as_deref());
    writer.when("when", event.when.as_ref());
    writer.nature(event.nature);
    writer.maybe("place", event.place.as_ref().map(Id::as_str));
    writer.lines("participants", event.participants.iter().map(participant));
    writer.lines("order", event.order.iter().map(order));
    writer.tags(&event.tags);
    writer.maybe("note", event.note.as_deref());
    writer.claims(&event.claims);
    writer.cites(&event.cites);
    writer.extras(&event.extra);
    writer.close(")");
}

fn participant(participant: &Participant) -> String {
    let mut block = Inline::new("Participant");
    block.text("entity", participant.entity.as_str());
    block.text("role", &participant.role);
    block.maybe("note", participant.note.as_deref());
    block.list("claims", participant.claims.iter().map(claim));
    block.list("cites", participant.cites.iter().map(cite));
    block.extras(&participant.extra);
    block.done()
}

fn order(order: &Order) -> String {
    let mut block = Inline::new("Order");
    block.field("is", order_relation_word(order.is));
    block.text("event", order.event.as_str());
    if let Some(days) = order.days {
        block.field("days", &days.to_string());
    }
    block.maybe("note", order.note.as_deref());
    block.list("cites", order.cites.iter().map(cite));
    block.extras(&order.extra);
    block.done()
}

pub(super) fn link(writer: &mut Writer, link: &Link) {
    writer.open("Link(");
    writer.text("id", link.id.as_str());
    writer.text("from", link.from.as_str());
    writer.text("to", link.to.as_str());
    writer.text("relation", &link.relation);
    if link.direction != Direction::default() {
        writer.field("direction", direction_word(link.direction));
    }
    writer.when("when", link.when.as_ref());
    if link.strength != Strength::default() {
        writer.field("strength", strength_word(link.strength));
    }
    if link.implied {
        writer.field("implied", "true");
    }
    writer.nature(link.nature);
    writer.tags(&link.tags);
    writer.maybe("note", link.note.as_deref());
    writer.claims(&link.claims);
    writer.cites(&link.cites);
    writer.extras(&link.extra);
    writer.close(")");
}

pub(super) fn story(writer: &mut Writer, story: &Story) {
    writer.open("Story(");
    writer.text("id", story.id.as_str());
    writer.text("title", &story.title);
    writer.lines("steps", story.steps.iter().map(step));
    writer.extras(&story.extra);
    writer.close(")");
}

fn step(step: &Step) -> String {
    let mut block = Inline::new("Step");
    block.text("title", &step.title);
    block.maybe("text", step.text.as_deref());
    block.when("window", step.window.as_ref());
    if !step.show.is_empty() {
        block.field("show", &ids(&step.show));
    }
    block.list("cites", step.cites.iter().map(cite));
    block.extras(&step.extra);
    block.done()
}

fn claim(claim: &Claim) -> String {
    let mut block = Inline::new("Claim");
    block.text("of", &claim.of);
    let value = match &claim.value {
        Value::Text(text) => format!("Text({})", quoted(text)),
        Value::Quantity(value) => quantity(value),
        Value::Date(when) => format!("Date({})", quoted(when.text())),
        Value::Reference(id) => format!("Reference({})", quoted(id.as_str())),
    };
    block.field("value", &value);
    block.when("as_of", claim.as_of.as_ref());
    if claim.nature != Nature::default() {
        block.field("nature", nature_word(claim.nature));
    }
    block.maybe("note", claim.note.as_deref());
    block.list("cites", claim.cites.iter().map(cite));
    block.extras(&claim.extra);
    block.done()
}

fn quantity(quantity: &Quantity) -> String {
    let mut block = Inline::new("Quantity");
    block.text("stated", &quantity.stated);
    if let Some(low) = quantity.low {
        block.field("low", &number(low));
    }
    if let Some(high) = quantity.high {
        block.field("high", &number(high));
    }
    block.text("unit", &quantity.unit);
    if quantity.exactness != Exactness::default() {
        block.field("exactness", exactness_word(quantity.exactness));
    }
    block.extras(&quantity.extra);
    block.done()
}

fn cite(cite: &Cite) -> String {
    let mut block = Inline::new("Cite");
    block.text("source", cite.source.as_str());
    block.maybe("at", cite.at.as_deref());
    block.maybe("quote", cite.quote.as_deref());
    block.maybe("credibility", cite.credibility.as_deref());
    block.when("learned", cite.learned.as_ref());
    block.maybe("note", cite.note.as_deref());
    block.extras(&cite.extra);
    block.done()
}

fn ids(ids: &[Id]) -> String {
    texts(ids.iter().map(Id::as_str))
}
