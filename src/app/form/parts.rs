//! The parts of a form that come in lists: citations, claims, participants, and what is said of the order of events.
//!
//! Each part remembers what it was read from, so that what has no field stays as it was.

use super::pick::Pick;
use super::{Field, FormFault, Reader, Spot, kept, maybe};
use crate::model::claim::{Claim, Exactness, Nature, Quantity, Value};
use crate::model::event::{Order, OrderRelation, Participant};
use crate::model::piece::Wanted;
use crate::model::source::Cite;
use crate::model::time::When;
use crate::model::{Case, Id};

/// A citation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CiteForm {
    /// What it was read from.
    pub before: Option<Cite>,
    /// The source.
    pub source: Pick,
    /// The place in it.
    pub at: String,
    /// Its words there.
    pub quote: String,
    /// How far it is to be believed.
    pub credibility: String,
    /// When it was learned, as typed.
    pub learned: String,
    /// Remark.
    pub note: String,
}

fn text(when: Option<&When>) -> String {
    when.map(|when| when.text().to_owned()).unwrap_or_default()
}

impl CiteForm {
    /// The fields of a citation.
    pub fn new(case: &Case, cite: &Cite) -> Self {
        Self {
            source: Pick::of(case, &cite.source),
            at: kept(cite.at.as_deref()),
            quote: kept(cite.quote.as_deref()),
            credibility: kept(cite.credibility.as_deref()),
            learned: text(cite.learned.as_ref()),
            note: kept(cite.note.as_deref()),
            before: Some(cite.clone()),
        }
    }

    /// A citation of this source, of which nothing more is known.
    pub fn of_source(case: &Case, source: &Id) -> Self {
        Self { source: Pick::of(case, source), ..Self::default() }
    }

    /// Whether nothing is typed.
    fn is_empty(&self) -> bool {
        self.source.is_empty() && self.at.trim().is_empty() && self.quote.trim().is_empty()
    }

    fn cite(&self, reader: &Reader<'_>, spot: Spot) -> Result<Cite, FormFault> {
        let source = self.source.resolve(reader, Wanted::Source, spot.at(Field::Source))?;
        let before = self.before.as_ref();
        let extra = before.map(|cite| cite.extra.clone()).unwrap_or_default();
        let learned = before.and_then(|cite| cite.learned.as_ref());
        Ok(Cite {
            source,
            at: maybe(&self.at),
            quote: maybe(&self.quote),
            credibility: maybe(&self.credibility),
            learned: reader.date(&self.learned, learned, spot.at(Field::Learned))?,
            note: maybe(&self.note),
            extra,
        })
    }
}

/// The citations that come of their fields; empty ones are left out.
pub(super) fn cites(reader: &Reader<'_>, forms: &[CiteForm], spot: Spot) -> Result<Vec<Cite>, FormFault> {
    let filled = forms.iter().enumerate().filter(|(_, form)| !form.is_empty());
    filled.map(|(at, form)| form.cite(reader, spot.cite(at))).collect()
}

/// What kind of value a claim has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Valued {
    #[default]
    Text,
    Quantity,
    Date,
    Reference,
}

impl Valued {
    /// All, the commonest first.
    pub const ALL: [Self; 4] = [Self::Text, Self::Quantity, Self::Date, Self::Reference];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "claim-text",
            Self::Quantity => "claim-quantity",
            Self::Date => "claim-date",
            Self::Reference => "claim-reference",
        }
    }
}

/// A claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimForm {
    /// What it was read from.
    pub before: Option<Claim>,
    /// The attribute.
    pub of: String,
    /// What kind of value.
    pub valued: Valued,
    /// The value as typed: words, what was stated, or a date.
    pub value: String,
    /// Another thing, where the value is one.
    pub other: Pick,
    /// Of a quantity.
    pub unit: String,
    /// Of a quantity: the least that the words allow.
    pub low: String,
    /// Of a quantity: the most that the words allow.
    pub high: String,
    /// Of a quantity.
    pub exactness: Exactness,
    /// The date for which it is said, as typed.
    pub as_of: String,
    /// Fact, judgement or forecast.
    pub nature: Nature,
    /// Remark.
    pub note: String,
    /// Where it is said.
    pub cites: Vec<CiteForm>,
}

impl ClaimForm {
    /// The fields of a claim.
    pub fn new(case: &Case, claim: &Claim) -> Self {
        let mut form = Self {
            of: claim.of.clone(),
            as_of: text(claim.as_of.as_ref()),
            nature: claim.nature,
            note: kept(claim.note.as_deref()),
            cites: claim.cites.iter().map(|cite| CiteForm::new(case, cite)).collect(),
            before: Some(claim.clone()),
            ..Self::default()
        };
        match &claim.value {
            Value::Text(text) => form.value.clone_from(text),
            Value::Quantity(quantity) => {
                form.valued = Valued::Quantity;
                form.value.clone_from(&quantity.stated);
                form.unit.clone_from(&quantity.unit);
                let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
                (form.low, form.high) = (number(quantity.low), number(quantity.high));
                form.exactness = quantity.exactness;
            }
            Value::Date(when) => {
                form.valued = Valued::Date;
                when.text().clone_into(&mut form.value);
            }
            Value::Reference(id) => {
                form.valued = Valued::Reference;
                form.other = Pick::of(case, id);
            }
        }
        form
    }

    fn is_empty(&self) -> bool {
        [&self.of, &self.value].iter().all(|text| text.trim().is_empty()) && self.other.is_empty()
    }

    fn claim(&self, reader: &Reader<'_>, spot: Spot) -> Result<Claim, FormFault> {
        let before = self.before.as_ref();
        if self.of.trim().is_empty() {
            return Err(FormFault::Missing(spot.at(Field::Attribute)));
        }
        let value = self.value(reader, spot)?;
        let as_of = before.and_then(|claim| claim.as_of.as_ref());
        Ok(Claim {
            of: self.of.trim().to_owned(),
            value,
            as_of: reader.date(&self.as_of, as_of, spot.at(Field::AsOf))?,
            nature: self.nature,
            note: maybe(&self.note),
            cites: cites(reader, &self.cites, spot)?,
            extra: before.map(|claim| claim.extra.clone()).unwrap_or_default(),
        })
    }

    fn value(&self, reader: &Reader<'_>, spot: Spot) -> Result<Value, FormFault> {
        let (before, spot) = (self.before.as_ref().map(|claim| &claim.value), spot.at(Field::Value));
        if self.valued == Valued::Reference {
            return self.other.resolve(reader, Wanted::Anything, spot).map(Value::Reference);
        }
        if self.value.trim().is_empty() {
            return Err(FormFault::Missing(spot));
        }
        Ok(match self.valued {
            Valued::Quantity => Value::Quantity(self.quantity(spot)?),
            Valued::Date => {
                let before = if let Some(Value::Date(when)) = before { Some(when) } else { None };
                let when = reader.date(&self.value, before, spot)?;
                Value::Date(when.ok_or(FormFault::Missing(spot))?)
            }
            Valued::Text | Valued::Reference => Value::Text(self.value.trim().to_owned()),
        })
    }

    fn quantity(&self, spot: Spot) -> Result<Quantity, FormFault> {
        let stated = self.value.trim().to_owned();
        let (mut low, mut high) = (bound(&self.low, spot.at(Field::Low))?, bound(&self.high, spot.at(Field::High))?);
        let extra = match self.before.as_ref().map(|claim| &claim.value) {
            Some(Value::Quantity(quantity)) => quantity.extra.clone(),
            _ => Vec::new(),
        };
        if self.before.is_none() && low.is_none() && high.is_none() {
            // What is stated as one number needs not be typed twice.
            let number = number_in(&stated);
            low = number;
            high = number.filter(|_| self.exactness != Exactness::AtLeast);
        }
        Ok(Quantity { stated, low, high, unit: self.unit.trim().to_owned(), exactness: self.exactness, extra })
    }
}

fn bound(text: &str, spot: Spot) -> Result<Option<f64>, FormFault> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.parse::<f64>().ok().filter(|number| number.is_finite()).or_else(|| number_in(typed));
    number.map(Some).ok_or_else(|| FormFault::Number(spot, typed.to_owned()))
}

/// The only number in a text, with points or commas between thousands; nothing where there is none, or more than one.
pub fn number_in(text: &str) -> Option<f64> {
    let mut found = text
        .split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == ','))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let (word, more) = (found.next()?, found.next());
    if more.is_some() {
        return None;
    }
    let groups: Vec<&str> = word.split(['.', ',']).collect();
    let is_grouped = groups.len() > 1 && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let plain = if is_grouped { groups.concat() } else { word.replace(',', ".") };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The claims that come of their fields; empty ones are left out.
pub(super) fn claims(reader: &Reader<'_>, forms: &[ClaimForm]) -> Result<Vec<Claim>, FormFault> {
    let filled = forms.iter().enumerate().filter(|(_, form)| !form.is_empty());
    filled.map(|(at, form)| form.claim(reader, Spot::claim(at))).collect()
}

/// A part in an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParticipantForm {
    /// What it was read from.
    pub before: Option<Participant>,
    /// The entity.
    pub entity: Pick,
    /// Its role.
    pub role: String,
}

impl ParticipantForm {
    /// The fields of a part.
    pub fn new(case: &Case, participant: &Participant) -> Self {
        let entity = Pick::of(case, &participant.entity);
        Self { entity, role: participant.role.clone(), before: Some(participant.clone()) }
    }

    /// A part of this entity, whose role is not known yet.
    pub fn of_entity(case: &Case, entity: &Id) -> Self {
        Self { entity: Pick::of(case, entity), ..Self::default() }
    }
}

/// The parts that come of their fields; empty ones are left out.
pub(super) fn participants(reader: &Reader<'_>, forms: &[ParticipantForm]) -> Result<Vec<Participant>, FormFault> {
    let filled = forms.iter().enumerate().filter(|(_, form)| !form.entity.is_empty());
    let read = filled.map(|(at, form)| {
        let entity = form.entity.resolve(reader, Wanted::Entity, Spot::participant(at))?;
        let new = || Participant {
            entity: entity.clone(),
            role: String::new(),
            note: None,
            claims: Vec::new(),
            cites: Vec::new(),
            extra: Vec::new(),
        };
        let before = form.before.clone().unwrap_or_else(new);
        Ok(Participant { entity: entity.clone(), role: form.role.trim().to_owned(), ..before })
    });
    read.collect()
}

/// How an event stands to another in time.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderForm {
    /// What it was read from.
    pub before: Option<Order>,
    /// The relation.
    pub is: OrderRelation,
    /// The other event.
    pub event: Pick,
    /// Greatest distance in days, as typed.
    pub days: String,
}

impl Default for OrderForm {
    fn default() -> Self {
        Self { before: None, is: OrderRelation::After, event: Pick::default(), days: String::new() }
    }
}

impl OrderForm {
    /// The fields of an order.
    pub fn new(case: &Case, order: &Order) -> Self {
        let days = order.days.map(|days| days.to_string()).unwrap_or_default();
        Self { is: order.is, event: Pick::of(case, &order.event), days, before: Some(order.clone()) }
    }
}

/// The orders that come of their fields; empty ones are left out.
pub(super) fn orders(reader: &Reader<'_>, forms: &[OrderForm]) -> Result<Vec<Order>, FormFault> {
    let filled = forms.iter().enumerate().filter(|(_, form)| !form.event.is_empty());
    let read = filled.map(|(at, form)| {
        let spot = Spot::order(at);
        let event = form.event.resolve(reader, Wanted::Event, spot)?;
        let typed = form.days.trim();
        let days = match typed.parse() {
            Ok(days) => Some(days),
            Err(_) if typed.is_empty() => None,
            Err(_) => return Err(FormFault::Number(spot.at(Field::Days), typed.to_owned())),
        };
        let before = form.before.as_ref();
        Ok(Order {
            is: form.is,
            event,
            days,
            note: before.and_then(|order| order.note.clone()),
            cites: before.map(|order| order.cites.clone()).unwrap_or_default(),
            extra: before.map(|order| order.extra.clone()).unwrap_or_default(),
        })
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_in_what_was_stated_where_there_is_only_one() {
        let numbers = [
            ("about 70,000", Some(70_000.0)),
            ("ongeveer 70.000 gebruikers", Some(70_000.0)),
            ("1.234.567", Some(1_234_567.0)),
            ("12,5 kg", Some(12.5)),
            ("3.", Some(3.0)),
            ("between 3 and 5", None),
            ("several", None),
        ];
        for (text, number) in numbers {
            assert_eq!(number_in(text), number, "{text}");
        }
    }
}
