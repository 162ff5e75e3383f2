//! Things that are made along with a form, as it names what is not there yet.

use std::collections::BTreeSet;

use super::{CiteForm, Form, Pick, free_id_besides};
use crate::base::text::fold;
use crate::model::case::Section;
use crate::model::entity::Entity;
use crate::model::piece::Piece;
use crate::model::source::Source;
use crate::model::{Case, Id};

/// The entities that these fields and the sources that these citations name and that are to be made; each name once.
pub(super) fn newcomers(case: &Case, entities: &[&Pick], cites: Vec<&CiteForm>) -> Vec<Piece> {
    let mut made: Vec<Piece> = Vec::new();
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    let entities = entities.iter().map(|pick| (Section::Entities, *pick));
    let sources = cites.into_iter().map(|cite| (Section::Sources, &cite.source));
    for (section, pick) in entities.chain(sources) {
        let (Some(kind), name) = (pick.newcomer(), pick.text.trim()) else { continue };
        let is_same = |piece: &Piece| piece.item().section() == section && fold(piece.item().name()) == fold(name);
        if made.iter().any(is_same) {
            continue;
        }
        let id = free_id_besides(case, name, &taken);
        taken.insert(id.clone());
        made.push(if section == Section::Sources {
            Piece::Source(Source { title: name.to_owned(), ..Source::new(id) })
        } else {
            Piece::Entity(Entity { name: name.to_owned(), kind: kind.to_owned(), ..Entity::new(id) })
        });
    }
    made
}

impl Form {
    /// What is made along with it.
    pub(super) fn newcomers(&self, case: &Case) -> Vec<Piece> {
        let participants = self.participants.iter().map(|one| &one.entity);
        let values = self.claims.iter().map(|claim| &claim.other);
        let entities: Vec<&Pick> =
            [&self.from, &self.to, &self.place].into_iter().chain(participants).chain(values).collect();
        let cites = self.cites.iter().chain(self.claims.iter().flat_map(|claim| &claim.cites)).collect();
        newcomers(case, &entities, cites)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::form::{FormOf, ParticipantForm};
    use crate::model::change::Change;
    use crate::model::edit::Edit;

    fn new(name: &str, kind: &str) -> Pick {
        Pick::to_make(name.into(), kind.into())
    }

    #[test]
    fn what_a_form_names_and_is_not_there_yet_is_made_once_in_the_same_step() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [Entity(id: "a", kind: "person", name: "A")])"#;
        let mut case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let part = |name| ParticipantForm { entity: new(name, "agency"), ..ParticipantForm::default() };
        let form = Form {
            name: "Police".into(),
            place: new("Rotterdam", "place"),
            participants: vec![part("Police"), part("police "), part("A")],
            cites: vec![CiteForm { source: new("Report", ""), ..CiteForm::default() }],
            ..Form::default()
        };
        let pieces = form.pieces(&case, &FormOf::NewEvent(Vec::new(), String::new())).expect("it is sound");
        let made: Vec<_> = pieces.newcomers.iter().map(|piece| piece.id().as_str().to_owned()).collect();
        assert_eq!(made, ["rotterdam", "police", "a-2", "report"], "a person called A is there; another was wanted");
        let Piece::Event(event) = &pieces.main else { panic!("an event") };
        let parts: Vec<_> = event.participants.iter().map(|part| part.entity.as_str()).collect();
        assert_eq!((event.id.as_str(), parts), ("police-2", vec!["police", "police", "a-2"]));
        let cited = |piece: &Piece| piece.item().cites().first().map(|cite| cite.source.as_str().to_owned());
        assert_eq!(cited(&pieces.newcomers[1]).as_deref(), Some("report"), "on the same source");
        let before = crate::file::write(&case);
        let back = case.apply(Edit::Change(Box::new(Change::put(pieces.all())))).expect("it fits as one change");
        assert_eq!(case.entity("rotterdam").map(|entity| entity.kind.as_str()), Some("place"));
        case.apply(back).expect("and is taken back as one");
        assert_eq!(crate::file::write(&case), before);
    }
}
