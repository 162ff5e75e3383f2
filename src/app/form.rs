//! What is typed when a thing is made or changed, and the thing that comes of it.

use crate::locale::entry::{self, EntryError};
use crate::model::case::Item;
use crate::model::entity::Entity;
use crate::model::event::Event;
use crate::model::kind::BuiltInKind;
use crate::model::link::{Link, Strength};
use crate::model::piece::Piece;
use crate::model::time::When;
use crate::model::{Case, Id};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormOf {
    /// A new entity.
    NewEntity,
    /// A new event.
    NewEvent,
    /// A new link from the first to the second.
    NewLink(Id, Id),
    /// A change of this thing.
    Change(Id),
}

/// The fields. Which of them count depends on what the form is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Name, title or relation.
    pub name: String,
    /// Kind: of entities one of the case's, of events free.
    pub kind: String,
    /// Date as typed: EDTF or words.
    pub when: String,
    /// Tags with commas between them.
    pub tags: String,
    /// Remark.
    pub note: String,
    /// Of links.
    pub strength: Strength,
    /// The thing is not there yet.
    pub is_new: bool,
}

/// Why a form cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum FormFault {
    /// It has no name.
    NoName,
    /// What it changes is not there any more.
    Gone,
    /// The date cannot be read.
    Date(EntryError),
}

impl Form {
    /// The fields as they are at first: those of the thing, or empty ones.
    pub fn new(case: &Case, of: &FormOf) -> Self {
        let FormOf::Change(id) = of else {
            let kind = match of {
                FormOf::NewEntity => BuiltInKind::Person.word().to_owned(),
                _ => String::new(),
            };
            return Self { kind, is_new: true, ..Self::default() };
        };
        let Some(item) = case.item(id.as_str()) else { return Self::default() };
        let kind = match item {
            Item::Entity(entity) => entity.kind.clone(),
            Item::Event(event) => event.kind.clone().unwrap_or_default(),
            Item::Source(source) => source.kind.clone(),
            Item::Link(_) | Item::Story(_) => String::new(),
        };
        Self {
            name: item.name().to_owned(),
            kind,
            when: item.when().map(|when| when.text().to_owned()).unwrap_or_default(),
            tags: item.tags().join(", "),
            note: item.note().unwrap_or_default().to_owned(),
            strength: if let Item::Link(link) = item { link.strength } else { Strength::default() },
            is_new: false,
        }
    }

    /// The date, if one is typed: what stood there before stays as it was written.
    pub fn date(&self, case: &Case, before: Option<&When>) -> Result<Option<When>, EntryError> {
        let typed = self.when.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match before.filter(|before| before.text() == typed) {
            Some(before) => Ok(Some(before.clone())),
            None => entry::read(typed, case.calendar(), None).map(|entered| Some(entered.when)),
        }
    }

    /// The thing that comes of it.
    pub fn piece(&self, case: &Case, of: &FormOf) -> Result<Piece, FormFault> {
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            return Err(FormFault::NoName);
        }
        let mut piece = match of {
            FormOf::NewEntity => Piece::Entity(Entity::new(free_id(case, &name))),
            FormOf::NewEvent => Piece::Event(Event::new(free_id(case, &name))),
            FormOf::NewLink(from, to) => {
                let id = free_id(case, &format!("{from} {name} {to}"));
                Piece::Link(Link::new(id, from.clone(), to.clone()))
            }
            FormOf::Change(id) => Piece::from(case.item(id.as_str()).ok_or(FormFault::Gone)?),
        };
        let when = self.date(case, piece.item().when()).map_err(FormFault::Date)?;
        let kind = Some(self.kind.trim().to_owned()).filter(|kind| !kind.is_empty());
        let note = Some(self.note.trim().to_owned()).filter(|note| !note.is_empty());
        let tags = || -> Vec<String> {
            let tags = self.tags.split(',').map(str::trim).filter(|tag| !tag.is_empty());
            tags.map(str::to_owned).collect()
        };
        match &mut piece {
            Piece::Entity(entity) => {
                (entity.name, entity.existed, entity.tags, entity.note) = (name, when, tags(), note);
                entity.kind = kind.unwrap_or_else(|| BuiltInKind::Asset.word().to_owned());
            }
            Piece::Event(event) => {
                (event.title, event.when, event.tags, event.note, event.kind) = (name, when, tags(), note, kind);
            }
            Piece::Link(link) => {
                (link.relation, link.when, link.tags, link.note) = (name, when, tags(), note);
                link.strength = self.strength;
            }
            Piece::Source(source) => {
                (source.title, source.published, source.note) = (name, when, note);
                source.kind = kind.unwrap_or_else(|| source.kind.clone());
            }
            Piece::Story(story) => story.title = name,
        }
        Ok(piece)
    }
}

/// Letters of an id that is made of a name.
const LONGEST_ID: usize = 48;

/// A readable id that nothing has yet: the words of the name in lower case with hyphens between them.
pub fn free_id(case: &Case, name: &str) -> Id {
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
        case.item(id).is_none() && !in_aside(id) && case.view().groups.iter().all(|group| group.id.as_str() != id)
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
    fn a_form_that_nobody_touched_changes_nothing() {
        let case = case();
        let of = FormOf::Change("anna".into());
        let piece = Form::new(&case, &of).piece(&case, &of).expect("it is there");
        assert_eq!(Some(piece), case.item("anna").map(Piece::from));
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
        let event = form("medio maart 2021").piece(&case, &FormOf::NewEvent).expect("a date in words");
        assert_eq!(event.item().when().map(When::text), Some("[2021-03-11..2021-03-20]"));
        assert!(matches!(form("3/4/2021").piece(&case, &FormOf::NewEvent), Err(FormFault::Date(_))));
        let nameless = Form { name: "  ".into(), ..Form::default() };
        assert_eq!(nameless.piece(&case, &FormOf::NewEntity), Err(FormFault::NoName));
    }
}
