//! Random edits of items: whatever is done, the case stays sound, and undoing and doing again gives the same bytes.

use std::collections::BTreeSet;

use super::super::write;
use super::Dice;
use super::random::Maker;
use crate::model::case::{Case, Item};
use crate::model::change::Change;
use crate::model::edit::Edit;
use crate::model::kind::Colour;
use crate::model::link::Strength;
use crate::model::merging::{Merging, split};
use crate::model::piece::{Piece, references};
use crate::model::view::{Group, LaneView, Looks, Rule, ViewState};
use crate::model::{Id, case};

/// Edits of one sequence.
const EDITS: usize = 200;
/// Sequences; `RODEDRAAD_EDIT_SEQUENCES` sets another number, 1,000 for the full run.
const SEQUENCES: u64 = 24;

fn sequences() -> u64 {
    std::env::var("RODEDRAAD_EDIT_SEQUENCES").ok().and_then(|text| text.parse().ok()).unwrap_or(SEQUENCES)
}

/// What a case made anew of the same parts would be: items, graph and places must not have a past.
fn assert_sound(case: &Case, what: &str) {
    let fresh = Case::new(case.parts().clone());
    assert!(fresh.parts() == case.parts(), "{what}: a reader would drop something");
    assert_eq!(fresh.graph().snapshot(), case.graph().snapshot(), "{what}");
    for item in case.items() {
        assert_eq!(case.item(item.id().as_str()).map(Item::id), Some(item.id()), "{what}");
    }
    assert_eq!(fresh.places(), case.places(), "{what}");
    assert!(case.has_true_uses(), "{what}");
}

/// What is named, but is not there.
fn dangling(case: &Case) -> BTreeSet<Id> {
    let named = case.items().flat_map(|item| references(item).into_iter().map(|(id, _)| id));
    named.filter(|id| case.item(id.as_str()).is_none()).cloned().collect()
}

/// A piece of the case under another id, or under its own with another name.
fn piece(case: &Case, dice: &mut Dice, number: usize) -> Option<Piece> {
    let items: Vec<Item<'_>> = case.items().collect();
    let mut piece = Piece::from(*items.get(dice.below(items.len().max(1)))?);
    let is_new = dice.one_in(2);
    let (new_id, name) = (Id::from(format!("new {number}").as_str()), format!("Changed {number}"));
    let (id, text) = match &mut piece {
        Piece::Source(source) => (&mut source.id, &mut source.title),
        Piece::Entity(entity) => (&mut entity.id, &mut entity.name),
        Piece::Event(event) => (&mut event.id, &mut event.title),
        Piece::Link(link) => (&mut link.id, &mut link.relation),
        Piece::Story(story) => (&mut story.id, &mut story.title),
    };
    if is_new {
        *id = new_id;
    } else {
        *text = name;
    }
    if let Piece::Event(event) = &mut piece
        && dice.one_in(3)
    {
        event.participants.pop();
    }
    Some(piece)
}

/// A random change of how the case is shown.
fn view_edit(case: &Case, dice: &mut Dice) -> Option<Edit> {
    let items: Vec<&Id> = case.items().map(Item::id).collect();
    let id = (*items.get(dice.below(items.len().max(1)))?).clone();
    let colour = Some(Colour([dice.below(256) as u8, 7, 200])).filter(|_| dice.one_in(2));
    Some(match dice.below(10) {
        0 => Edit::Pin { id, at: (!dice.one_in(3)).then(|| (dice.below(1000) as f64 / 7.0, -0.1)) },
        1 => Edit::Hide { id, hidden: dice.one_in(2) },
        2 => {
            Edit::HideKind { kind: dice.pick(&["event", "person", "odd \"kind\""]).to_owned(), hidden: dice.one_in(2) }
        }
        3 => Edit::HideStrength { strength: dice.pick(&Strength::ALL), hidden: dice.one_in(2) },
        4 => Edit::Colour { id, colour },
        5 => Edit::FoldEvents { fold: dice.one_in(2) },
        6 => Edit::Layout(dice.pick(&[None, Some("layered".to_owned())])),
        7 => Edit::Lanes(Box::new(LaneView {
            order: vec![id],
            sort: dice.pick(&[None, Some("name".to_owned())]),
            folds: [format!("kind:{}", dice.below(9))].into(),
            ..LaneView::default()
        })),
        8 => {
            let rule = Rule {
                kind: Some("person".to_owned()),
                tag: None,
                attribute: Some("users".to_owned()),
                value: None,
                least: Some(dice.below(100) as f64 / 3.0),
                colour,
                extra: Vec::new(),
            };
            Edit::Looks(Box::new(Looks { rules: vec![rule], size_by: Some("users".to_owned()), width_by: None }))
        }
        _ => Edit::Groups(vec![Group {
            id: format!("group {}", dice.below(1000)).as_str().into(),
            name: "Twee: \"samen\"".to_owned(),
            by: None,
            members: vec![id],
            at: Some((0.1 + 0.2, 1e-9)),
            extra: Vec::new(),
        }]),
    })
}

/// A random change of what is said of the whole.
fn head_edit(case: &Case, dice: &mut Dice) -> Edit {
    let mut head = case.head().clone();
    head.title = format!("Title {}", dice.below(1_000));
    head.time_zone = dice.pick(&["Europe/Amsterdam", "America/Curacao", "UTC"]).to_owned();
    head.grading = dice.pick(&[case::Grading::Ungraded, case::Grading::Admiralty]);
    if dice.one_in(2) {
        head.kinds.pop();
    }
    Edit::Head(Box::new(head))
}

/// A random change of items, or of how they are shown. It may be one that is refused.
pub(crate) fn random_edit(case: &Case, dice: &mut Dice, number: usize) -> Option<Edit> {
    match dice.below(12) {
        0..4 => view_edit(case, dice),
        4 => Some(head_edit(case, dice)),
        _ => edit(case, dice, number),
    }
}

fn edit(case: &Case, dice: &mut Dice, number: usize) -> Option<Edit> {
    let items: Vec<&Id> = case.items().map(Item::id).collect();
    if dice.one_in(3) {
        let id = (*items.get(dice.below(items.len().max(1)))?).clone();
        let ids = if dice.one_in(2) { vec![id] } else { vec![id, items[dice.below(items.len())].clone()] };
        return Some(Edit::Change(Box::new(Change::remove(ids))));
    }
    piece(case, dice, number).map(|piece| Edit::Change(Box::new(Change::put([piece]))))
}

/// Two entities become one, or one is split again; in a case with entities enough.
fn merging(case: &Case, dice: &mut Dice) -> Vec<Edit> {
    let entities = case.entities();
    let merged = entities.iter().find(|entity| !entity.merged.is_empty());
    if let Some(merged) = merged.filter(|_| dice.one_in(2)) {
        let numbered = |id: &Id| {
            let id = id.clone();
            (0..).map(move |number: u32| Id::from(format!("{id} again {number}").as_str()))
        };
        let is_free = |id: &Id| case.item(id.as_str()).is_none() && case.view().groups.iter().all(|one| one.id != *id);
        let free =
            |id: &Id| std::iter::once(id.clone()).chain(numbered(id)).find(is_free).unwrap_or_else(|| id.clone());
        return split(case, &merged.id, free).map(|(_, edits)| edits).unwrap_or_default();
    }
    let mut any = || entities.get(dice.below(entities.len().max(1))).map(|entity| entity.id.clone());
    let (Some(keep), Some(other)) = (any(), any()) else { return Vec::new() };
    Merging::new(case, &keep, &BTreeSet::from([other])).map(|merging| merging.edits).unwrap_or_default()
}

#[test]
fn random_edits_keep_a_case_sound_and_are_undone_and_done_again_to_the_byte() {
    let (mut taken, mut refused, mut merged) = (0, 0, 0);
    for seed in 0..sequences() {
        let mut dice = Dice(seed + 1);
        let parts = Maker::new(&mut dice).case().parts().clone();
        // What the view names cannot go; without it more can.
        let view = if seed % 2 == 0 { ViewState::default() } else { parts.view.clone() };
        let mut case = Case::new(case::Parts { view, ..parts });
        let before = write(&case);
        let waited_for = dangling(&case);
        let mut inverses = Vec::new();
        for number in 0..EDITS {
            if dice.one_in(12) {
                for edit in merging(&case, &mut dice) {
                    merged += 1;
                    inverses.push(case.apply(edit).expect("what a merging or a split is told as can be done"));
                }
            }
            let Some(edit) = random_edit(&case, &mut dice, number) else { continue };
            let as_it_was = case.parts().clone();
            match case.apply(edit) {
                Ok(inverse) => {
                    taken += 1;
                    inverses.push(inverse);
                }
                Err(error) => {
                    refused += 1;
                    assert!(*case.parts() == as_it_was, "{error}: what is refused changes nothing");
                }
            }
            assert_sound(&case, &format!("sequence {seed}, edit {number}"));
            assert!(dangling(&case).is_subset(&waited_for), "sequence {seed}, edit {number}: what is named stays");
        }
        let after = write(&case);
        let read = super::open(&after).case;
        assert!(read.parts() == case.parts(), "sequence {seed}: what is saved opens as it was");
        let play = |case: &mut Case, edits: Vec<Edit>| -> Vec<Edit> {
            let back = edits.into_iter().rev().map(|edit| case.apply(edit).expect("an inverse fits"));
            back.collect()
        };
        let again = play(&mut case, inverses);
        assert_eq!(write(&case), before, "sequence {seed}: undone");
        assert_sound(&case, "undone");
        let inverses = play(&mut case, again);
        assert_eq!(write(&case), after, "sequence {seed}: done again");
        play(&mut case, inverses);
        assert_eq!(write(&case), before, "sequence {seed}: undone again");
    }
    assert!(taken > refused && refused > 0 && merged > 50, "{taken} taken, {refused} refused, {merged} of mergings");
}
