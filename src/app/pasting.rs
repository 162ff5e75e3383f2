//! Things on the clipboard, as text of a case file: between two windows of the program, or into any editor.

use std::collections::{BTreeMap, BTreeSet};

use super::form::free_id_besides;
use crate::file;
use crate::model::case::Item;
use crate::model::change::Change;
use crate::model::piece::{Piece, references};
use crate::model::view::ViewState;
use crate::model::{Case, Id};

/// The text of these things, with the sources that they are cited to, and the links between them.
pub fn copied(case: &Case, ids: &BTreeSet<Id>) -> String {
    let mut all = ids.clone();
    let both = case.links().iter().filter(|link| ids.contains(&link.from) && ids.contains(&link.to));
    all.extend(both.map(|link| link.id.clone()));
    let cited: Vec<Id> = (all.iter().filter_map(|id| case.item(id.as_str())))
        .flat_map(|item| references(item).into_iter().map(|(id, _)| id.clone()))
        .filter(|id| case.source(id.as_str()).is_some())
        .collect();
    all.extend(cited);
    // In the order of the file.
    let pieces: Vec<Piece> = case.items().filter(|item| all.contains(item.id())).map(Piece::from).collect();
    file::write::fragment(&pieces.iter().collect::<Vec<_>>(), &ViewState::default())
}

/// What comes of pasting a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// What is put in.
    pub change: Change,
    /// The new things.
    pub ids: Vec<Id>,
    /// Things that the case has already, just so.
    pub known: usize,
    /// Links whose ends are not here.
    pub left_out: usize,
}

/// Reads things from a text; nothing if it is none of a case.
pub fn pasted(case: &Case, text: &str) -> Option<Pasted> {
    if !text.trim_start().starts_with("Case(") {
        return None;
    }
    let pieces = file::pieces(text, case)?;
    let mut found = Pasted::default();
    let mut names: BTreeMap<Id, Id> = BTreeMap::new();
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    let mut news = Vec::new();
    for piece in pieces {
        let id = piece.id().clone();
        let before = case.item(id.as_str());
        if before.is_some_and(|before| before == piece.item()) {
            found.known += 1;
            continue;
        }
        let mut piece = piece;
        if before.is_some() || taken.contains(&id) {
            let name = piece.item().name().to_owned();
            let free = free_id_besides(case, id.as_str(), &taken);
            names.insert(id, free.clone());
            piece.rename(free, name);
        }
        taken.insert(piece.id().clone());
        news.push(piece);
    }
    let here: BTreeSet<Id> = news.iter().map(|piece| piece.id().clone()).collect();
    let is_here = |id: &Id| here.contains(id) || case.item(id.as_str()).is_some();
    for mut piece in news {
        piece.rewire(&|id| names.get(id).cloned());
        if let Item::Link(link) = piece.item()
            && !(is_here(&link.from) && is_here(&link.to))
        {
            found.left_out += 1;
            continue;
        }
        let gone: BTreeSet<Id> =
            references(piece.item()).into_iter().map(|(id, _)| id.clone()).filter(|id| !is_here(id)).collect();
        piece.forget(&gone);
        found.ids.push(piece.id().clone());
        found.change.put.push((piece, None));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edit::Edit;

    fn example() -> Case {
        file::read(include_bytes!("../../examples/lemont-argus.ron")).expect("the example opens").case
    }

    fn ids(ids: &[&str]) -> BTreeSet<Id> {
        ids.iter().copied().map(Id::from).collect()
    }

    #[test]
    fn what_is_copied_and_pasted_into_an_empty_case_brings_its_sources_and_links() {
        let text = copied(&example(), &ids(&["argus", "lemont"]));
        let mut case = Case::empty("T");
        let pasted = pasted(&case, &text).expect("it is of a case");
        case.apply(Edit::Change(Box::new(pasted.change))).expect("it fits");
        assert_eq!((case.entities().len(), case.links().len(), pasted.left_out), (2, 1, 0));
        assert!(!case.sources().is_empty());
        assert_eq!(case.entity("argus"), example().entity("argus"));
    }

    #[test]
    fn pasting_the_same_again_adds_nothing_and_what_differs_gets_another_id() {
        let mut case = example();
        let text = copied(&case, &ids(&["argus", "lemont"]));
        let again = pasted(&case, &text).expect("it is of a case");
        assert_eq!((again.change.put.len(), again.known), (0, 4), "two entities, the link and the source");
        let changed = text.replace("name: \"Argus\"", "name: \"Argus II\"");
        let other = pasted(&case, &changed).expect("it is of a case");
        assert_eq!(other.ids, [Id::from("argus-2")]);
        case.apply(Edit::Change(Box::new(other.change))).expect("it fits");
    }

    #[test]
    fn links_without_their_ends_are_left_out_and_counted_and_other_texts_are_no_things() {
        let case = example();
        let text = copied(&case, &ids(&["argus-follows-lemont"]));
        let pasted_there = pasted(&Case::empty("T"), &text).expect("it is of a case");
        assert_eq!(pasted_there.left_out, 1);
        assert!(pasted(&case, "just words").is_none());
        assert!(pasted(&case, "Case(format").is_none());
    }
}
