//! One change of many things.

use std::collections::BTreeSet;

use super::newcomers::newcomers;
use super::parts::cites;
use super::{CiteForm, FormFault, Reader, Spot, list};
use crate::model::change::Change;
use crate::model::claim::Nature;
use crate::model::link::Strength;
use crate::model::piece::Piece;
use crate::model::source::Cite;
use crate::model::{Case, Id};

/// What is changed in all of them; empty fields change nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkForm {
    /// The kind of entities, or of events.
    pub kind: String,
    /// Tags to add, with commas between them.
    pub add_tags: String,
    /// Tags to take away, with commas between them.
    pub remove_tags: String,
    /// Strength of links.
    pub strength: Option<Strength>,
    /// Nature of events and links.
    pub nature: Option<Nature>,
    /// Citations to add.
    pub cites: Vec<CiteForm>,
}

/// What comes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bulk {
    /// How many things change.
    pub count: usize,
    /// The change.
    pub change: Change,
}

impl BulkForm {
    /// The change of these things. Things that it does not change are not in it.
    pub fn bulk(&self, case: &Case, ids: &BTreeSet<Id>) -> Result<Bulk, FormFault> {
        let newcomers = newcomers(case, &[], self.cites.iter().collect());
        let cites = cites(&Reader { case, newcomers: &newcomers }, &self.cites, Spot::MAIN)?;
        let (add, remove) = (list(&self.add_tags), list(&self.remove_tags));
        let mut pieces = Vec::new();
        for item in ids.iter().filter_map(|id| case.item(id.as_str())) {
            let before = Piece::from(item);
            let mut piece = before.clone();
            self.change(&mut piece, &cites, &add, &remove);
            if piece != before {
                pieces.push(piece);
            }
        }
        let count = pieces.len();
        let newcomers = newcomers.into_iter().filter(|_| count > 0);
        Ok(Bulk { count, change: Change::put(newcomers.chain(pieces)) })
    }

    fn change(&self, piece: &mut Piece, more: &[Cite], add: &[String], remove: &[String]) {
        let kind = self.kind.trim();
        let (tags, cites) = match piece {
            Piece::Entity(entity) => {
                if !kind.is_empty() {
                    kind.clone_into(&mut entity.kind);
                }
                (&mut entity.tags, &mut entity.cites)
            }
            Piece::Event(event) => {
                if !kind.is_empty() {
                    event.kind = Some(kind.to_owned());
                }
                event.nature = self.nature.unwrap_or(event.nature);
                (&mut event.tags, &mut event.cites)
            }
            Piece::Link(link) => {
                link.strength = self.strength.unwrap_or(link.strength);
                link.nature = self.nature.unwrap_or(link.nature);
                (&mut link.tags, &mut link.cites)
            }
            Piece::Source(_) | Piece::Story(_) => return,
        };
        tags.retain(|tag| !remove.contains(tag));
        for tag in add {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        for cite in more {
            if !cites.contains(cite) {
                cites.push(cite.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::case::Item;

    #[test]
    fn only_what_changes_is_in_the_change() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "A", tags: ["x"]), Entity(id: "b", kind: "person", name: "B"),
        ], links: [Link(id: "l", from: "a", to: "b", relation: "knows")])"#;
        let case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let all: BTreeSet<Id> = case.items().map(Item::id).cloned().collect();
        let form = BulkForm { add_tags: "y, x".into(), strength: Some(Strength::Tentative), ..BulkForm::default() };
        let bulk = form.bulk(&case, &all).expect("it is sound");
        assert_eq!(bulk.count, 3);
        let again = BulkForm { add_tags: "x".into(), ..BulkForm::default() };
        let bulk = again.bulk(&case, &BTreeSet::from(["a".into()])).expect("it is sound");
        assert_eq!(bulk, Bulk::default());
        let none = BulkForm::default().bulk(&case, &all).expect("it is sound");
        assert_eq!(none.count, 0);
    }
}
