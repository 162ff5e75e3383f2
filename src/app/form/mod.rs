//! What is typed when a thing is made or changed, and the thing that comes of it.

mod bulk;
mod newcomers;
mod parts;
mod pick;
mod properties;

use std::collections::BTreeSet;

pub use self::bulk::{Bulk, BulkForm};
pub use self::parts::{CiteForm, ClaimForm, OrderForm, ParticipantForm, Valued};
pub use self::pick::{Pick, matches};
pub use self::properties::{KindForm, PropertiesFault, PropertiesForm};
use crate::locale::entry::{self, EntryError};
use crate::model::case::Item;
use crate::model::claim::Nature;
use crate::model::entity::Entity;
use crate::model::event::Event;
use crate::model::kind::BuiltInKind;
use crate::model::link::{Direction, Link, Strength};
use crate::model::piece::{Piece, Wanted};
use crate::model::source::Source;
use crate::model::time::When;
use crate::model::{Case, Id};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormOf {
    /// A new entity.
    NewEntity,
    /// A new event in which these take part, on this date as it would be typed.
    NewEvent(Vec<Id>, String),
    /// A new link from the first to the second, as far as they are known.
    NewLink(Option<Id>, Option<Id>),
    /// A new source.
    NewSource,
    /// A change of this thing.
    Change(Id),
}

/// The fields. Which of them count depends on what the form is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Name, title or relation.
    pub name: String,
    /// Kind: of entities one of the case's, of events and sources free.
    pub kind: String,
    /// Date as typed: EDTF or words.
    pub when: String,
    /// Other names with commas between them.
    pub aliases: String,
    /// Tags with commas between them.
    pub tags: String,
    /// Remark.
    pub note: String,
    /// Of links.
    pub strength: Strength,
    /// Of links.
    pub direction: Direction,
    /// Of links: where it starts.
    pub from: Pick,
    /// Of links: where it ends.
    pub to: Pick,
    /// Of events and links.
    pub nature: Nature,
    /// Of events.
    pub place: Pick,
    /// Of sources.
    pub publisher: String,
    /// Of sources.
    pub language: String,
    /// Of sources: where it can be read.
    pub address: String,
    /// Of sources: how far it is to be relied on.
    pub reliability: String,
    /// Of events.
    pub participants: Vec<ParticipantForm>,
    /// Of events.
    pub order: Vec<OrderForm>,
    /// What sources say.
    pub claims: Vec<ClaimForm>,
    /// The sources it stands on.
    pub cites: Vec<CiteForm>,
    /// The thing is not there yet.
    pub is_new: bool,
}

/// A part of a form that comes in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Main,
    Participant(usize),
    Order(usize),
    Claim(usize),
}

/// A field of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Name,
    When,
    From,
    To,
    Place,
    Entity,
    Event,
    Days,
    Attribute,
    Value,
    Low,
    High,
    AsOf,
    Source,
    Learned,
}

impl Field {
    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "form-name",
            Self::When => "form-when",
            Self::From => "form-from",
            Self::To => "form-to",
            Self::Place => "form-place",
            Self::Entity => "form-participant",
            Self::Event => "form-order-event",
            Self::Days => "form-days",
            Self::Attribute => "form-attribute",
            Self::Value => "form-value",
            Self::Low => "form-low",
            Self::High => "form-high",
            Self::AsOf => "form-as-of",
            Self::Source => "form-source",
            Self::Learned => "form-learned",
        }
    }
}

/// Where in a form something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The part.
    pub part: Part,
    /// The citation of it, if it is in one.
    pub cite: Option<usize>,
    /// The field.
    pub field: Field,
}

impl Spot {
    /// The form itself.
    pub const MAIN: Self = Self { part: Part::Main, cite: None, field: Field::Name };

    const fn claim(at: usize) -> Self {
        Self { part: Part::Claim(at), ..Self::MAIN }
    }

    const fn participant(at: usize) -> Self {
        Self { part: Part::Participant(at), field: Field::Entity, ..Self::MAIN }
    }

    const fn order(at: usize) -> Self {
        Self { part: Part::Order(at), field: Field::Event, ..Self::MAIN }
    }

    const fn cite(self, at: usize) -> Self {
        Self { cite: Some(at), ..self }
    }

    const fn at(self, field: Field) -> Self {
        Self { field, ..self }
    }
}

/// Why a form cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum FormFault {
    /// What it changes is not there any more.
    Gone,
    /// Something is needed here.
    Missing(Spot),
    /// The date cannot be read.
    Date(Spot, String, EntryError),
    /// Nothing of the case, or more than one thing, is called so.
    Unknown(Spot, String),
    /// No number.
    Number(Spot, String),
}

/// What comes of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Pieces {
    /// The thing itself.
    pub main: Piece,
    /// What it names and was not there yet.
    pub newcomers: Vec<Piece>,
}

impl Pieces {
    /// All of it, in an order in which it can be put into a case.
    pub fn all(self) -> impl Iterator<Item = Piece> {
        self.newcomers.into_iter().chain([self.main])
    }
}

/// Reads what is typed, for a case.
struct Reader<'c> {
    case: &'c Case,
    /// What is made along with the form.
    newcomers: &'c [Piece],
}

impl Reader<'_> {
    /// The date, if one is typed: what stood there before stays as it was written.
    fn date(&self, typed: &str, before: Option<&When>, spot: Spot) -> Result<Option<When>, FormFault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match before.filter(|before| before.text() == typed) {
            Some(before) => Ok(Some(before.clone())),
            None => entry::read(typed, self.case.calendar(), None)
                .map(|entered| Some(entered.when))
                .map_err(|error| FormFault::Date(spot, typed.to_owned(), error)),
        }
    }
}

/// A text that may be left out, as its field shows it.
fn kept(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// A text that may be left out, from its field.
fn maybe(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Texts with commas between them.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

impl Form {
    /// The fields as they are at first: those of the thing, or empty ones with what is known already.
    pub fn new(case: &Case, of: &FormOf) -> Self {
        let FormOf::Change(id) = of else { return Self::of_new(case, of) };
        let Some(item) = case.item(id.as_str()) else { return Self::default() };
        let mut form = Self {
            name: item.name().to_owned(),
            when: item.when().map(|when| when.text().to_owned()).unwrap_or_default(),
            tags: item.tags().join(", "),
            note: kept(item.note()),
            claims: item.claims().iter().map(|claim| ClaimForm::new(case, claim)).collect(),
            cites: item.cites().iter().map(|cite| CiteForm::new(case, cite)).collect(),
            ..Self::default()
        };
        match item {
            Item::Entity(entity) => {
                form.kind.clone_from(&entity.kind);
                form.aliases = entity.aliases.join(", ");
            }
            Item::Event(event) => {
                form.kind = kept(event.kind.as_deref());
                form.nature = event.nature;
                form.place = event.place.as_ref().map(|place| Pick::of(case, place)).unwrap_or_default();
                form.participants = event.participants.iter().map(|one| ParticipantForm::new(case, one)).collect();
                form.order = event.order.iter().map(|order| OrderForm::new(case, order)).collect();
            }
            Item::Link(link) => {
                (form.strength, form.direction, form.nature) = (link.strength, link.direction, link.nature);
                (form.from, form.to) = (Pick::of(case, &link.from), Pick::of(case, &link.to));
            }
            Item::Source(source) => {
                form.kind.clone_from(&source.kind);
                form.publisher = kept(source.publisher.as_deref());
                form.language = kept(source.language.as_deref());
                form.address = kept(source.address.as_deref());
                form.reliability = kept(source.reliability.as_deref());
            }
            Item::Story(_) => {}
        }
        form
    }

    fn of_new(case: &Case, of: &FormOf) -> Self {
        let mut form = Self { is_new: true, ..Self::default() };
        let pick = |id: &Option<Id>| id.as_ref().map(|id| Pick::of(case, id)).unwrap_or_default();
        match of {
            FormOf::NewEntity => BuiltInKind::Person.word().clone_into(&mut form.kind),
            FormOf::NewEvent(participants, when) => {
                form.participants = participants.iter().map(|id| ParticipantForm::of_entity(case, id)).collect();
                form.when.clone_from(when);
                if form.participants.is_empty() {
                    form.participants.push(ParticipantForm::default());
                }
            }
            FormOf::NewLink(from, to) => (form.from, form.to) = (pick(from), pick(to)),
            FormOf::NewSource | FormOf::Change(_) => {}
        }
        form
    }

    /// What comes of it.
    pub fn pieces(&self, case: &Case, of: &FormOf) -> Result<Pieces, FormFault> {
        let mut newcomers = self.newcomers(case);
        let main = self.main(&Reader { case, newcomers: &newcomers }, of)?;
        // What is named in a passage stands on that passage.
        for newcomer in &mut newcomers {
            if let Piece::Entity(entity) = newcomer {
                entity.cites = main.item().cites().to_vec();
            }
        }
        Ok(Pieces { main, newcomers })
    }

    fn main(&self, reader: &Reader<'_>, of: &FormOf) -> Result<Piece, FormFault> {
        let case = reader.case;
        let taken: BTreeSet<Id> = reader.newcomers.iter().map(|piece| piece.id().clone()).collect();
        let free_id = |name: &str| free_id_besides(case, name, &taken);
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            return Err(FormFault::Missing(Spot::MAIN));
        }
        let mut piece = match of {
            FormOf::NewEntity => Piece::Entity(Entity::new(free_id(&name))),
            FormOf::NewEvent(..) => Piece::Event(Event::new(free_id(&name))),
            FormOf::NewSource => Piece::Source(Source::new(free_id(&name))),
            FormOf::NewLink(..) => {
                let (from, to) = self.ends(reader)?;
                Piece::Link(Link::new(free_id(&format!("{from} {name} {to}")), from, to))
            }
            FormOf::Change(id) => Piece::from(case.item(id.as_str()).ok_or(FormFault::Gone)?),
        };
        let when = reader.date(&self.when, piece.item().when(), Spot::MAIN.at(Field::When))?;
        let kind = maybe(&self.kind);
        let note = maybe(&self.note);
        let claims = parts::claims(reader, &self.claims)?;
        let cites = parts::cites(reader, &self.cites, Spot::MAIN)?;
        match &mut piece {
            Piece::Entity(entity) => {
                (entity.name, entity.existed, entity.tags, entity.note) = (name, when, list(&self.tags), note);
                (entity.claims, entity.cites) = (claims, cites);
                entity.kind = kind.unwrap_or_else(|| BuiltInKind::Asset.word().to_owned());
                if entity.aliases.join(", ") != self.aliases {
                    entity.aliases = list(&self.aliases);
                }
            }
            Piece::Event(event) => {
                (event.title, event.when, event.tags, event.note) = (name, when, list(&self.tags), note);
                (event.kind, event.nature, event.claims, event.cites) = (kind, self.nature, claims, cites);
                event.place = if self.place.is_empty() {
                    None
                } else {
                    Some(self.place.resolve(reader, Wanted::Entity, Spot::MAIN.at(Field::Place))?)
                };
                event.participants = parts::participants(reader, &self.participants)?;
                event.order = parts::orders(reader, &self.order)?;
            }
            Piece::Link(link) => {
                (link.from, link.to) = self.ends(reader)?;
                (link.relation, link.when, link.tags, link.note) = (name, when, list(&self.tags), note);
                (link.claims, link.cites) = (claims, cites);
                (link.strength, link.direction, link.nature) = (self.strength, self.direction, self.nature);
            }
            Piece::Source(source) => {
                (source.title, source.published, source.note) = (name, when, note);
                source.kind = kind.unwrap_or_else(|| source.kind.clone());
                source.publisher = maybe(&self.publisher);
                source.language = maybe(&self.language);
                source.address = maybe(&self.address);
                source.reliability = maybe(&self.reliability);
            }
            Piece::Story(story) => story.title = name,
        }
        Ok(piece)
    }

    fn ends(&self, reader: &Reader<'_>) -> Result<(Id, Id), FormFault> {
        let from = self.from.resolve(reader, Wanted::Node, Spot::MAIN.at(Field::From))?;
        let to = self.to.resolve(reader, Wanted::Node, Spot::MAIN.at(Field::To))?;
        Ok((from, to))
    }
}

/// Letters of an id that is made of a name.
const LONGEST_ID: usize = 48;

/// A readable id that nothing has yet: the words of the name in lower case with hyphens between them.
pub fn free_id(case: &Case, name: &str) -> Id {
    free_id_besides(case, name, &BTreeSet::new())
}

/// The same, and none of these.
pub fn free_id_besides(case: &Case, name: &str, taken: &BTreeSet<Id>) -> Id {
    let folded = crate::base::text::fold(name);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut slug: String = words.join("-").chars().take(LONGEST_ID).collect();
    if slug.is_empty() {
        "thing".clone_into(&mut slug);
    }
    // What was set aside keeps its id in the file: its text may hold it.
    let in_aside = |id: &str| case.parts().asides.iter().any(|aside| aside.text.contains(&format!("\"{id}\"")));
    let is_free = |id: &str| {
        case.item(id).is_none()
            && !taken.contains(&Id::from(id))
            && !in_aside(id)
            && case.view().groups.iter().all(|group| group.id.as_str() != id)
    };
    let numbered = (2..=u32::MAX).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|id| is_free(id));
    Id::from(free.unwrap_or(slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "anna", kind: "person", name: "Anna", existed: "2018?/..", tags: ["a", "b"], note: "N",
                aliases: ["An"]),
        ])"#;
        crate::file::read(text.as_bytes()).expect("it opens").case
    }

    #[test]
    fn a_form_that_nobody_touched_changes_nothing_of_anything() {
        for text in
            [include_str!("../../../examples/crypto-phones.ron"), include_str!("../../../examples/lemont-argus.ron")]
        {
            let case = crate::file::read(text.as_bytes()).expect("it opens").case;
            for item in case.items() {
                let of = FormOf::Change(item.id().clone());
                let pieces = Form::new(&case, &of).pieces(&case, &of);
                let as_it_was = Pieces { main: Piece::from(item), newcomers: Vec::new() };
                assert_eq!(pieces, Ok(as_it_was), "{}", item.id());
            }
        }
    }

    #[test]
    fn what_is_typed_into_lists_becomes_claims_citations_and_parts() {
        let text = r#"Case(format: (1, 0), title: "T", sources: [Source(id: "s", kind: "report", title: "Report")],
            entities: [Entity(id: "anna", kind: "person", name: "Anna")])"#;
        let case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let cite = CiteForm { at: "p. 3".into(), ..CiteForm::of_source(&case, &"s".into()) };
        let claim = ClaimForm {
            of: "users".into(),
            valued: Valued::Quantity,
            value: "about 70,000".into(),
            unit: "users".into(),
            as_of: "maart 2021".into(),
            cites: vec![cite.clone(), CiteForm::default()],
            ..ClaimForm::default()
        };
        let anna = ParticipantForm { role: "present".into(), ..ParticipantForm::of_entity(&case, &"anna".into()) };
        let mut form = Form {
            name: "Meeting".into(),
            participants: vec![anna, ParticipantForm::default()],
            claims: vec![claim, ClaimForm::default()],
            cites: vec![cite],
            ..Form::default()
        };
        let of = FormOf::NewEvent(Vec::new(), String::new());
        let Ok(Pieces { main: Piece::Event(event), .. }) = form.pieces(&case, &of) else { panic!("it is sound") };
        assert_eq!(
            (event.participants.len(), event.claims.len(), event.cites.len()),
            (1, 1, 1),
            "empty parts count not"
        );
        let quantity = event.claims[0].quantity().expect("a quantity");
        assert_eq!((quantity.low, quantity.high, event.claims[0].cites.len()), (Some(70_000.0), Some(70_000.0), 1));
        assert_eq!(event.claims[0].as_of.as_ref().map(When::text), Some("2021-03"));
        form.claims[0].as_of = "3/4/2021".into();
        let at = Spot::claim(0).at(Field::AsOf);
        assert!(matches!(form.pieces(&case, &of), Err(FormFault::Date(spot, ..)) if spot == at));
    }

    #[test]
    fn ids_are_words_of_the_name_that_nothing_has_yet() {
        let case = case();
        assert_eq!(free_id(&case, "Café  'De Börs' 2").as_str(), "cafe-de-bors-2");
        assert_eq!(free_id(&case, "ANNA").as_str(), "anna-2");
        assert_eq!(free_id(&case, "…").as_str(), "thing");
        assert!(free_id(&case, &"long ".repeat(80)).as_str().len() <= LONGEST_ID);
    }

    #[test]
    fn dates_are_taken_in_words_and_what_is_wrong_with_them_is_told() {
        let case = case();
        let form = |when: &str| Form { name: "E".into(), when: when.into(), ..Form::default() };
        let event = form("medio maart 2021")
            .pieces(&case, &FormOf::NewEvent(Vec::new(), String::new()))
            .expect("a date in words");
        assert_eq!(event.main.item().when().map(When::text), Some("[2021-03-11..2021-03-20]"));
        assert!(matches!(
            form("3/4/2021").pieces(&case, &FormOf::NewEvent(Vec::new(), String::new())),
            Err(FormFault::Date(..))
        ));
        let nameless = Form { name: "  ".into(), ..Form::default() };
        assert_eq!(nameless.pieces(&case, &FormOf::NewEntity), Err(FormFault::Missing(Spot::MAIN)));
    }
}
