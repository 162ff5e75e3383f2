//! Merging entities into one, and splitting them again. Nothing is lost: claims stand side by side, names become other names,
//! and the originals are kept with what leads back.

use std::collections::BTreeSet;

use super::Id;
use super::case::{Case, Item};
use super::change::Change;
use super::claim::{Claim, Nature, Value};
use super::deletion::of_view;
use super::edit::Edit;
use super::entity::{Entity, Merged, MergedPart};
use super::event::Participant;
use super::piece::{Piece, references};
use super::time::Calendar;

/// What merging does, and the edits that carry it out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merging {
    /// Entities that go into the other.
    pub gone: Vec<Id>,
    /// Links that start or end at the other from now on.
    pub links: usize,
    /// Links between them, which become links of the other to itself.
    pub between: usize,
    /// Events in which the other takes part from now on.
    pub events: usize,
    /// Claims that come to the other.
    pub claims: usize,
    /// What is to be done, in order: one step.
    pub edits: Vec<Edit>,
}

impl Merging {
    /// Works out the merging of `others` into `keep`; ids that are no entities are left out. Nothing if none is left.
    pub fn new(case: &Case, keep: &Id, others: &BTreeSet<Id>) -> Option<Self> {
        let mut kept = case.entity(keep.as_str())?.clone();
        let gone: Vec<&Entity> =
            others.iter().filter(|id| *id != keep).filter_map(|id| case.entity(id.as_str())).collect();
        if gone.is_empty() {
            return None;
        }
        let ids: BTreeSet<Id> = gone.iter().map(|entity| entity.id.clone()).collect();
        let mut merging = Self { gone: ids.iter().cloned().collect(), ..Self::default() };
        for entity in &gone {
            let record = record(case, entity, &kept);
            merging.claims += entity.claims.len();
            take_in(case.calendar(), &mut kept, entity);
            kept.merged.push(record);
        }
        let mut change = Change::remove(ids.iter().cloned());
        let other = |id: &Id| ids.contains(id).then(|| keep.clone());
        for item in case.items().filter(|item| !ids.contains(item.id()) && item.id() != keep) {
            if !references(item).iter().any(|(id, _)| ids.contains(*id)) {
                continue;
            }
            match item {
                Item::Link(link) => {
                    let ends = [&link.from, &link.to].map(|id| ids.contains(id) || id == keep);
                    merging.links += usize::from(ends != [true, true]);
                    merging.between += usize::from(ends == [true, true]);
                }
                Item::Event(_) => merging.events += 1,
                Item::Source(_) | Item::Entity(_) | Item::Story(_) => {}
            }
            let mut piece = Piece::from(item);
            piece.rewire(&other);
            change.put.push((piece, None));
        }
        let mut kept = Piece::Entity(kept);
        kept.rewire(&other);
        change.put.push((kept, None));
        merging.edits = of_view(case, &ids);
        merging.edits.push(Edit::Change(Box::new(change)));
        Some(merging)
    }
}

/// What leads back from `kept` to `entity`.
fn record(case: &Case, entity: &Entity, kept: &Entity) -> Merged {
    let id = &entity.id;
    let links = |is_end: &dyn Fn(&super::link::Link) -> bool| {
        case.links().iter().filter(|link| is_end(link)).map(|link| link.id.clone()).collect()
    };
    let parts = case.events().iter().flat_map(|event| {
        let mine = (0..).zip(&event.participants).filter(|(_, participant)| participant.entity == *id);
        mine.map(|(at, participant)| MergedPart {
            event: event.id.clone(),
            at,
            role: participant.role.clone(),
            extra: Vec::new(),
        })
    });
    let others = case.items().filter(|item| {
        let others = other_references(*item);
        others.contains(&id) && !others.contains(&&kept.id)
    });
    Merged {
        entity: entity.clone(),
        kept: Entity { merged: Vec::new(), ..kept.clone() },
        from: links(&|link| link.from == *id),
        to: links(&|link| link.to == *id),
        parts: parts.collect(),
        others: others.map(|item| item.id().clone()).filter(|other| other != id && *other != kept.id).collect(),
        extra: Vec::new(),
    }
}

/// What an item refers to beside the ends of a link and who takes part in an event.
fn other_references(item: Item<'_>) -> Vec<&Id> {
    let mut found: Vec<&Id> = references(item).into_iter().map(|(id, _)| id).collect();
    let ties: Vec<&Id> = match item {
        Item::Link(link) => vec![&link.from, &link.to],
        Item::Event(event) => event.participants.iter().map(|participant| &participant.entity).collect(),
        Item::Source(_) | Item::Entity(_) | Item::Story(_) => Vec::new(),
    };
    for tie in ties {
        if let Some(at) = found.iter().position(|id| *id == tie) {
            found.remove(at);
        }
    }
    found
}

/// What one of two remarks adds to the other.
fn both_notes(one: Option<&str>, other: Option<&str>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}\n{other}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// What the other says of existence and kind, where that is not what is said here: claims, side by side. A claim cannot hold
/// how far "about" reaches: that stays with the original.
fn differences(calendar: &Calendar, kept: &Entity, entity: &Entity) -> Vec<Claim> {
    let claim = |of: &str, value: Value| Claim {
        of: of.to_owned(),
        value,
        as_of: None,
        nature: Nature::Fact,
        note: None,
        cites: entity.cites.clone(),
        extra: Vec::new(),
    };
    let mut claims = Vec::new();
    if let (Some(one), Some(other)) = (&kept.existed, &entity.existed)
        && one.text() != other.text()
    {
        let date = other.by(calendar, None).unwrap_or_else(|_| other.clone());
        claims.push(claim("existed", Value::Date(date)));
    }
    if kept.kind != entity.kind {
        claims.push(claim("kind", Value::Text(entity.kind.clone())));
    }
    claims
}

fn new_of<T: PartialEq + Clone>(here: &[T], there: &[T]) -> Vec<T> {
    there.iter().filter(|one| !here.contains(one)).cloned().collect()
}

/// The other names that come with an entity.
fn new_names(kept: &Entity, entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(&entity.name).chain(&entity.aliases) {
        if *name != kept.name && !kept.aliases.contains(name) && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

fn take_in(calendar: &Calendar, kept: &mut Entity, entity: &Entity) {
    kept.aliases.extend(new_names(kept, entity));
    kept.tags.extend(new_of(&kept.tags, &entity.tags));
    let claims = differences(calendar, kept, entity);
    kept.claims.extend(entity.claims.iter().cloned().chain(claims));
    kept.cites.extend(new_of(&kept.cites, &entity.cites));
    kept.note = both_notes(kept.note.as_deref(), entity.note.as_deref());
    kept.existed = kept.existed.take().or_else(|| entity.existed.clone());
    kept.code = kept.code.take().or_else(|| entity.code.clone());
}

/// The edits that split what was merged into an entity last; nothing if nothing was. `free`: an id that nothing has, like
/// the one that is given.
pub fn split(case: &Case, keep: &Id, free: impl Fn(&Id) -> Id) -> Option<(Id, Vec<Edit>)> {
    let mut kept = case.entity(keep.as_str())?.clone();
    let record = kept.merged.pop()?;
    let id = free(&record.entity.id);
    give_back(case.calendar(), &mut kept, &record);
    let mut change = Change::put([Piece::Entity(kept), Piece::Entity(Entity { id: id.clone(), ..record.entity })]);
    let mut touched: BTreeSet<&Id> = record.from.iter().chain(&record.to).chain(&record.others).collect();
    touched.extend(record.parts.iter().map(|part| &part.event));
    // A file may say that the entity refers to itself.
    for item in touched.into_iter().filter(|id| *id != keep).filter_map(|id| case.item(id.as_str())) {
        let mut piece = Piece::from(item);
        if record.others.contains(item.id()) {
            piece.rewire_but_ties(&|other| (other == keep).then(|| id.clone()));
        }
        match &mut piece {
            Piece::Link(link) => {
                if record.from.contains(&link.id) && link.from == *keep {
                    link.from = id.clone();
                }
                if record.to.contains(&link.id) && link.to == *keep {
                    link.to = id.clone();
                }
            }
            Piece::Event(event) => {
                for part in record.parts.iter().filter(|part| part.event == event.id) {
                    let is_it = |one: &Participant| one.entity == *keep && one.role == part.role;
                    // Where it stood, or wherever it stands by now.
                    let there = event.participants.get(part.at as usize).filter(|one| is_it(one));
                    let at = there.map(|_| part.at as usize).or_else(|| event.participants.iter().rposition(is_it));
                    if let Some(one) = at.and_then(|at| event.participants.get_mut(at)) {
                        one.entity = id.clone();
                    }
                }
            }
            Piece::Source(_) | Piece::Entity(_) | Piece::Story(_) => {}
        }
        change.put.push((piece, None));
    }
    Some((id, vec![Edit::Change(Box::new(change))]))
}

/// Takes away what came with the other; what was done since stays.
fn give_back(calendar: &Calendar, kept: &mut Entity, record: &Merged) {
    let (before, other) = (&record.kept, &record.entity);
    let names = new_names(before, other);
    kept.aliases.retain(|name| !names.contains(name));
    let tags = new_of(&before.tags, &other.tags);
    kept.tags.retain(|tag| !tags.contains(tag));
    let cites = new_of(&before.cites, &other.cites);
    kept.cites.retain(|cite| !cites.contains(cite));
    for claim in other.claims.iter().chain(&differences(calendar, before, other)) {
        if let Some(at) = kept.claims.iter().rposition(|one| one == claim) {
            kept.claims.remove(at);
        }
    }
    if kept.note == both_notes(before.note.as_deref(), other.note.as_deref()) {
        kept.note.clone_from(&before.note);
    }
    if before.existed.is_none() && kept.existed == other.existed {
        kept.existed = None;
    }
    if before.code.is_none() && kept.code == other.code {
        kept.code = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Case {
        crate::file::read(include_bytes!("../../examples/crypto-phones.ron")).expect("the example opens").case
    }

    fn apply(case: &mut Case, edits: Vec<Edit>) {
        for edit in edits {
            case.apply(edit).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn any_two_entities_of_the_example_merge_and_split_again_to_what_they_were() {
        let original = example();
        let ids: Vec<Id> = original.entities().iter().map(|entity| entity.id.clone()).collect();
        let free = |id: &Id| id.clone();
        for pair in ids.windows(2) {
            let [keep, gone] = pair else { continue };
            let mut case = original.clone();
            let merging = Merging::new(&case, keep, &BTreeSet::from([gone.clone()])).expect("two entities");
            apply(&mut case, merging.edits);
            assert!(case.entity(gone.as_str()).is_none());
            let text = crate::file::write(&case);
            let read = crate::file::read(text.as_bytes()).expect("it opens");
            assert!(read.case.parts() == case.parts(), "{keep} and {gone}: it is saved and read again");
            let (id, edits) = split(&case, keep, free).expect("something was merged");
            assert_eq!(id, *gone);
            apply(&mut case, edits);
            for item in original.items() {
                assert_eq!(case.item(item.id().as_str()), Some(item), "{keep} and {gone}");
            }
        }
    }

    #[test]
    fn sources_that_disagree_stay_side_by_side_and_what_was_done_since_stays_when_it_is_split() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "Jan", existed: "1970", tags: ["x"]),
            Entity(id: "b", kind: "group", name: "Johan", aliases: ["Jan"], existed: "1971", note: "N"),
            Entity(id: "c", kind: "person", name: "Piet"),
        ], links: [Link(id: "ab", from: "a", to: "b", relation: "is perhaps"),
            Link(id: "bc", from: "b", to: "c", relation: "knows")])"#;
        let mut case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let merging = Merging::new(&case, &"a".into(), &BTreeSet::from(["b".into()])).expect("two entities");
        assert_eq!((merging.links, merging.between, merging.events), (1, 1, 0));
        apply(&mut case, merging.edits);
        let merged = case.entity("a").expect("it is kept").clone();
        assert_eq!((merged.aliases.as_slice(), merged.note.as_deref()), (&["Johan".to_owned()][..], Some("N")));
        let of: Vec<&str> = merged.claims.iter().map(|claim| claim.of.as_str()).collect();
        assert_eq!(of, ["existed", "kind"], "both dates and both kinds are there");
        let since = Entity { tags: vec!["x".into(), "later".into()], ..merged };
        apply(&mut case, vec![Edit::Change(Box::new(Change::put([Piece::Entity(since)])))]);
        let (_, edits) = split(&case, &"a".into(), Clone::clone).expect("something was merged");
        apply(&mut case, edits);
        let kept = case.entity("a").expect("it is there");
        assert_eq!((kept.tags.len(), kept.claims.len(), kept.aliases.len(), &kept.note), (2, 0, 0, &None));
        assert_eq!(case.link("bc").map(|link| link.from.as_str()), Some("b"));
        assert!(split(&case, &"a".into(), Clone::clone).is_none());
    }

    fn opened(text: &str) -> Case {
        crate::file::read(text.as_bytes()).expect("it opens").case
    }

    /// The claim that keeps the other's date had a reach of its own, which the file has no place for.
    #[test]
    fn what_a_merged_entity_says_of_its_date_is_saved_as_it_is_shown() {
        let mut case = opened(
            r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "A", existed: "2019"),
            Entity(id: "b", kind: "person", name: "B", existed: "2018~", existed_about: Years(2)),
        ])"#,
        );
        let merging = Merging::new(&case, &"a".into(), &BTreeSet::from(["b".into()])).expect("two entities");
        apply(&mut case, merging.edits);
        assert_eq!(case.entity("a").map(|entity| entity.claims.len()), Some(1));
        assert!(opened(&crate::file::write(&case)).parts() == case.parts());
    }

    /// Nobody's program writes that, but somebody's hand may.
    #[test]
    fn an_entity_that_is_said_to_refer_to_itself_is_split() {
        let mut case = opened(
            r#"Case(format: (1, 0), title: "T", entities: [Entity(id: "a", kind: "person", name: "A", merged: [
            Merged(entity: Entity(id: "b", kind: "person", name: "B"), kept: Entity(id: "a", kind: "person", name: "A"),
                others: ["a"])])])"#,
        );
        let (id, edits) = split(&case, &"a".into(), Id::clone).expect("it was merged");
        apply(&mut case, edits);
        assert_eq!((id.as_str(), case.entities().len()), ("b", 2));
    }
}
