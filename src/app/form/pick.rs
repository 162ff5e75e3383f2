//! A thing of the case that is named by typing.

use super::{FormFault, Reader, Spot};
use crate::base::text::fold;
use crate::model::case::Item;
use crate::model::piece::{Piece, Wanted};
use crate::model::{Case, Id};

/// A thing, by what was typed or chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// What is typed.
    pub text: String,
    /// What was chosen, with the name that it was chosen by.
    chosen: Option<(Id, String)>,
    /// It is not there yet and is made along with the form: an entity of this kind, or a source.
    pub make: Option<String>,
}

impl Pick {
    /// This thing.
    pub fn of(case: &Case, id: &Id) -> Self {
        let name = case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned());
        Self { text: name.clone(), chosen: Some((id.clone(), name)), make: None }
    }

    /// What is to be made, of this name and kind.
    pub fn to_make(name: String, kind: String) -> Self {
        Self { text: name, chosen: None, make: Some(kind) }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What was chosen, if what is typed is still its name.
    pub fn chosen(&self) -> Option<&Id> {
        self.chosen.as_ref().filter(|(_, name)| *name == self.text).map(|(id, _)| id)
    }

    /// The kind of what is to be made of what is typed, if that is wanted.
    pub(super) fn newcomer(&self) -> Option<&str> {
        self.make.as_deref().filter(|_| !self.is_empty())
    }

    /// The thing that is meant: chosen, made along with the form, or the only one of this name.
    pub(super) fn resolve(&self, reader: &Reader<'_>, wanted: Wanted, spot: Spot) -> Result<Id, FormFault> {
        if let Some(id) = self.chosen() {
            return Ok(id.clone());
        }
        if self.is_empty() {
            return Err(FormFault::Missing(spot));
        }
        let typed = fold(self.text.trim());
        let is_meant = |item: &Item<'_>| wanted.takes(item.section()) && fold(item.name()) == typed;
        let mut named: Box<dyn Iterator<Item = Item<'_>>> = match self.make {
            Some(_) => Box::new(reader.newcomers.iter().map(Piece::item).filter(is_meant)),
            None => Box::new(reader.case.items().filter(is_meant)),
        };
        match (named.next(), named.next()) {
            (Some(item), None) => Ok(item.id().clone()),
            _ => Err(FormFault::Unknown(spot, self.text.trim().to_owned())),
        }
    }
}

/// Things whose names hold what is typed, those that begin with it first.
pub fn matches(case: &Case, wanted: Wanted, typed: &str, most: usize) -> Vec<Id> {
    let typed = fold(typed.trim());
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for item in case.items().filter(|item| wanted.takes(item.section())) {
        let name = fold(item.name());
        if name.starts_with(&typed) {
            first.push(item.id().clone());
        } else if others.len() < most && name.contains(&typed) {
            others.push(item.id().clone());
        }
        if first.len() >= most {
            break;
        }
    }
    first.extend(others);
    first.truncate(most);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_thing_only_where_one_alone_is_meant() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "Anna"), Entity(id: "b", kind: "person", name: "Jan"),
            Entity(id: "c", kind: "person", name: "Jan"), Entity(id: "d", kind: "person", name: "Janneke"),
        ], events: [Event(id: "e", title: "Anna")])"#;
        let case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let typed = |text: &str| Pick { text: text.to_owned(), ..Pick::default() };
        let resolve = |pick: &Pick| pick.resolve(&Reader { case: &case, newcomers: &[] }, Wanted::Entity, Spot::MAIN);
        assert_eq!(resolve(&typed(" anná ")), Ok("a".into()));
        assert!(matches!(resolve(&typed("Jan")), Err(FormFault::Unknown(..))), "which of them?");
        assert_eq!(resolve(&Pick::of(&case, &"c".into())), Ok("c".into()));
        assert!(matches!(resolve(&typed("")), Err(FormFault::Missing(_))));
        let changed = Pick { text: "Janneke".to_owned(), ..Pick::of(&case, &"c".into()) };
        assert_eq!(resolve(&changed), Ok("d".into()), "what is typed counts");
        let found = matches(&case, Wanted::Entity, "an", 9);
        assert_eq!(found.iter().map(Id::as_str).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
