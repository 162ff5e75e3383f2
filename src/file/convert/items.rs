//! Sources, entities, events, links and stories, with what hangs on them.

use super::super::codes;
use super::super::draft::{self, Text};
use super::super::located::path::Path;
use super::Conversion;
use super::grades::Graded;
use super::head::{extras, strings};
use super::ids::Wanted;
use crate::model::Id;
use crate::model::claim::{Claim, Quantity, Value};
use crate::model::entity::{Entity, Merged, MergedPart};
use crate::model::event::{Event, Order, OrderRelation, Participant};
use crate::model::link::Link;
use crate::model::source::{Attachment, Cite, Coverage, Source};
use crate::model::story::{Step, Story};

/// What cannot be taken leaves a gap and breaks the item, so that all faults of an item are noticed in one go.
impl<'t> Conversion<'_, 't> {
    pub(super) fn source(&mut self, draft: draft::Source<'t>, path: &Path<'_>) -> Source {
        Source {
            id: self.own_id(&draft.id),
            kind: draft.kind.into(),
            title: draft.title.into(),
            publisher: string(draft.publisher),
            published: self.date(draft.published, draft.published_about, "published", path),
            language: string(draft.language),
            address: string(draft.address),
            reliability: self.grade(draft.reliability, Graded::Source, "reliability", path),
            repeats: self.maybe(draft.repeats.as_ref(), Wanted::Source, "repeats", path),
            covers: self.each(draft.covers, "covers", path, Self::coverage),
            attachment: draft.attachment.map(|attachment| Attachment {
                path: attachment.path.into(),
                sha256: string(attachment.sha256),
                extra: extras(&attachment.extra),
            }),
            handling: string(draft.handling),
            use_limits: strings(draft.use_limits),
            note: string(draft.note),
            extra: extras(&draft.extra),
        }
    }

    fn coverage(&mut self, draft: draft::Coverage<'t>, path: &Path<'_>) -> Option<Coverage> {
        let period = self.when(draft.period, draft.period_about, &path.field("period"));
        let entities = self.references(&draft.entities, Wanted::Entity, "entities", path);
        Some(Coverage { period: period?, entities, note: string(draft.note), extra: extras(&draft.extra) })
    }

    fn cite(&mut self, draft: draft::Cite<'t>, path: &Path<'_>) -> Cite {
        Cite {
            source: self.reference(&draft.source, Wanted::Source, &path.field("source")),
            at: string(draft.at),
            quote: string(draft.quote),
            credibility: self.grade(draft.credibility, Graded::Item, "credibility", path),
            learned: self.date(draft.learned, draft.learned_about, "learned", path),
            note: string(draft.note),
            extra: extras(&draft.extra),
        }
    }

    fn cites(&mut self, drafts: Vec<draft::Cite<'t>>, path: &Path<'_>) -> Vec<Cite> {
        self.each(drafts, "cites", path, Self::cite)
    }

    fn claims(&mut self, drafts: Vec<draft::Claim<'t>>, path: &Path<'_>) -> Vec<Claim> {
        self.each(drafts, "claims", path, Self::claim)
    }

    fn claim(&mut self, draft: draft::Claim<'t>, path: &Path<'_>) -> Option<Claim> {
        let value_path = path.field("value");
        let value = match draft.value {
            draft::Value::Text(text) => Some(Value::Text(text.into())),
            draft::Value::Quantity(quantity) => Some(Value::Quantity(self.quantity(quantity, &value_path))),
            draft::Value::Date(text) => self.when(text, None, &value_path).map(Value::Date),
            draft::Value::Reference(id) => Some(Value::Reference(self.reference(&id, Wanted::Anything, &value_path))),
        };
        let as_of = self.date(draft.as_of, draft.as_of_about, "as_of", path);
        let cites = self.cites(draft.cites, path);
        Some(Claim {
            of: draft.of.into(),
            value: value?,
            as_of,
            nature: draft.nature.into(),
            note: string(draft.note),
            cites,
            extra: extras(&draft.extra),
        })
    }

    fn quantity(&mut self, draft: draft::Quantity<'_>, path: &Path<'_>) -> Quantity {
        let low = self.bound(draft.low, "low", path);
        let high = self.bound(draft.high, "high", path);
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            self.note(codes::LOW_ABOVE_HIGH, path, vec![("low", low.to_string()), ("high", high.to_string())]);
        }
        Quantity {
            stated: draft.stated.into(),
            low,
            high,
            unit: draft.unit.into(),
            exactness: draft.exactness.into(),
            extra: extras(&draft.extra),
        }
    }

    /// RON has words for numbers that are none.
    pub(super) fn bound(&mut self, number: Option<f64>, name: &'static str, path: &Path<'_>) -> Option<f64> {
        if number.is_some_and(|number| !number.is_finite()) {
            self.refuse(codes::BAD_NUMBER, &path.field(name), Vec::new());
        }
        number
    }

    pub(super) fn entity(&mut self, draft: draft::Entity<'t>, path: &Path<'_>) -> Entity {
        let id = self.own_id(&draft.id);
        self.check_kind(draft.kind.as_str(), &path.field("kind"));
        self.entity_of(id, draft, path)
    }

    fn entity_of(&mut self, id: Id, draft: draft::Entity<'t>, path: &Path<'_>) -> Entity {
        Entity {
            id,
            kind: draft.kind.into(),
            name: draft.name.into(),
            aliases: strings(draft.aliases),
            existed: self.date(draft.existed, draft.existed_about, "existed", path),
            code: string(draft.code),
            tags: strings(draft.tags),
            note: string(draft.note),
            claims: self.claims(draft.claims, path),
            cites: self.cites(draft.cites, path),
            merged: self.each(draft.merged, "merged", path, Self::merged),
            extra: extras(&draft.extra),
        }
    }

    /// Its id is free: nothing else has it before it is split again.
    fn merged(&mut self, draft: draft::Merged<'t>, path: &Path<'_>) -> Merged {
        let (id, kept) = (Id::from(draft.entity.id.as_str()), Id::from(draft.kept.id.as_str()));
        Merged {
            entity: self.entity_of(id, draft.entity, &path.field("entity")),
            kept: self.entity_of(kept, draft.kept, &path.field("kept")),
            from: self.references(&draft.from, Wanted::Anything, "from", path),
            to: self.references(&draft.to, Wanted::Anything, "to", path),
            parts: self.each(draft.parts, "parts", path, |this: &mut Self, part: draft::MergedPart<'t>, path| {
                MergedPart {
                    event: this.reference(&part.event, Wanted::Event, &path.field("event")),
                    role: part.role.into(),
                    at: part.at,
                    extra: extras(&part.extra),
                }
            }),
            others: self.references(&draft.others, Wanted::Anything, "others", path),
            extra: extras(&draft.extra),
        }
    }

    pub(super) fn event(&mut self, draft: draft::Event<'t>, path: &Path<'_>) -> Event {
        Event {
            id: self.own_id(&draft.id),
            title: draft.title.into(),
            kind: string(draft.kind),
            when: self.date(draft.when, draft.when_about, "when", path),
            nature: draft.nature.into(),
            place: self.maybe(draft.place.as_ref(), Wanted::Entity, "place", path),
            participants: self.each(draft.participants, "participants", path, Self::participant),
            order: self.each(draft.order, "order", path, Self::order),
            tags: strings(draft.tags),
            note: string(draft.note),
            claims: self.claims(draft.claims, path),
            cites: self.cites(draft.cites, path),
            extra: extras(&draft.extra),
        }
    }

    fn participant(&mut self, draft: draft::Participant<'t>, path: &Path<'_>) -> Participant {
        Participant {
            entity: self.reference(&draft.entity, Wanted::Entity, &path.field("entity")),
            role: draft.role.into(),
            note: string(draft.note),
            claims: self.claims(draft.claims, path),
            cites: self.cites(draft.cites, path),
            extra: extras(&draft.extra),
        }
    }

    fn order(&mut self, draft: draft::Order<'t>, path: &Path<'_>) -> Order {
        let is = draft.is.into();
        if is == OrderRelation::Within && draft.days.is_none() {
            self.refuse(codes::MISSING_FIELD, path, vec![("field", "days".to_owned())]);
        }
        Order {
            is,
            event: self.reference(&draft.event, Wanted::Event, &path.field("event")),
            days: draft.days,
            note: string(draft.note),
            cites: self.cites(draft.cites, path),
            extra: extras(&draft.extra),
        }
    }

    pub(super) fn link(&mut self, draft: draft::Link<'t>, path: &Path<'_>) -> Link {
        Link {
            id: self.own_id(&draft.id),
            from: self.end(&draft.from, &path.field("from")),
            to: self.end(&draft.to, &path.field("to")),
            relation: draft.relation.into(),
            direction: draft.direction.into(),
            when: self.date(draft.when, draft.when_about, "when", path),
            strength: draft.strength.into(),
            implied: draft.implied,
            nature: draft.nature.into(),
            tags: strings(draft.tags),
            note: string(draft.note),
            claims: self.claims(draft.claims, path),
            cites: self.cites(draft.cites, path),
            extra: extras(&draft.extra),
        }
    }

    pub(super) fn story(&mut self, draft: draft::Story<'t>, path: &Path<'_>) -> Story {
        Story {
            id: self.own_id(&draft.id),
            title: draft.title.into(),
            steps: self.each(draft.steps, "steps", path, Self::step),
            extra: extras(&draft.extra),
        }
    }

    fn step(&mut self, draft: draft::Step<'t>, path: &Path<'_>) -> Step {
        Step {
            title: draft.title.into(),
            text: string(draft.text),
            window: self.date(draft.window, draft.window_about, "window", path),
            show: self.references(&draft.show, Wanted::Anything, "show", path),
            cites: self.cites(draft.cites, path),
            extra: extras(&draft.extra),
        }
    }

    /// Converts the list in field `name`.
    fn each<D, M, R: Into<Option<M>>>(
        &mut self,
        drafts: Vec<D>,
        name: &'static str,
        path: &Path<'_>,
        mut convert: impl FnMut(&mut Self, D, &Path<'_>) -> R,
    ) -> Vec<M> {
        let path = path.field(name);
        let mut converted = Vec::with_capacity(drafts.len());
        for (index, draft) in drafts.into_iter().enumerate() {
            converted.extend(convert(self, draft, &path.index(index)).into());
        }
        converted
    }

    fn maybe(&mut self, id: Option<&Text<'t>>, wanted: Wanted, name: &'static str, path: &Path<'_>) -> Option<Id> {
        id.map(|id| self.reference(id, wanted, &path.field(name)))
    }

    /// The ids in the list `name`.
    pub(super) fn references(
        &mut self,
        ids: &[Text<'t>],
        wanted: Wanted,
        name: &'static str,
        path: &Path<'_>,
    ) -> Vec<Id> {
        let path = path.field(name);
        ids.iter().enumerate().map(|(index, id)| self.reference(id, wanted, &path.index(index))).collect()
    }
}

/// A text of the model.
pub(super) fn string(text: Option<Text<'_>>) -> Option<String> {
    text.map(Into::into)
}
