//! Putting items into a case and taking them out: checks first, changes second, and gives the edit that takes it back.

use super::Id;
use super::case::{Case, Item, Parts, Section};
use super::edit::{Edit, EditError};
use super::piece::{Piece, references};
use super::view::ViewState;

/// Where an item stands in its list, and how many sound items stand before each item of that list that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Position among the sound items.
    pub at: usize,
    /// What [`super::case::Aside::after`] is to be, in the order of the asides of that list.
    pub asides: Vec<usize>,
}

impl Case {
    /// Puts an item in: instead of the one with its id, or anew, at the end of its list or where `slot` says.
    pub(super) fn put(&mut self, piece: Piece, slot: Option<Slot>) -> Result<Edit, EditError> {
        let id = piece.id().clone();
        if id.as_str().is_empty() {
            return Err(EditError::NoId);
        }
        let before = self.item(id.as_str()).map(Piece::from);
        if before.as_ref().is_some_and(|before| before.section() != piece.section()) {
            return Err(EditError::Taken(id));
        }
        let is_new = before.is_none();
        if is_new && self.view().groups.iter().any(|group| group.id == id) {
            return Err(EditError::Taken(id));
        }
        for (wanted, what) in references(piece.item()) {
            // An item may refer to itself, but a link may not end at itself as a link.
            let fits = if *wanted == id {
                what.fits(piece.item())
            } else {
                self.item(wanted.as_str()).is_some_and(|item| what.fits(item))
            };
            if !fits {
                return Err(EditError::NoItem(wanted.clone()));
            }
        }
        let is_tied_anew = before.as_ref().is_none_or(|before| ties(before.item()) != ties(piece.item()));
        let section = piece.section();
        let parts = self.parts_mut();
        if let Some(before) = before {
            replace(parts, &piece);
            self.content_changed(is_tied_anew);
            return Ok(Edit::Put(Box::new(before), None));
        }
        let at = slot.as_ref().map_or(usize::MAX, |slot| slot.at);
        insert(parts, piece, at);
        if let Some(slot) = slot {
            set_asides(parts, section, slot.asides);
        }
        self.content_changed(true);
        Ok(Edit::Remove(id))
    }

    /// Takes an item out. Nothing may refer to it any more.
    pub(super) fn remove(&mut self, id: &Id) -> Result<Edit, EditError> {
        let Some(item) = self.item(id.as_str()) else { return Err(EditError::NoItem(id.clone())) };
        let piece = Piece::from(item);
        let user =
            self.items().find(|other| other.id() != id && references(*other).iter().any(|(used, _)| *used == id));
        if let Some(user) = user {
            return Err(EditError::InUse { id: id.clone(), by: user.id().clone() });
        }
        if is_in_view(self.view(), id) {
            return Err(EditError::InView(id.clone()));
        }
        let section = piece.section();
        let parts = self.parts_mut();
        let asides: Vec<usize> =
            parts.asides.iter().filter(|aside| aside.section == section).map(|aside| aside.after).collect();
        let at = take(parts, &piece);
        for aside in parts.asides.iter_mut().filter(|aside| aside.section == section && aside.after > at) {
            aside.after -= 1;
        }
        self.content_changed(true);
        Ok(Edit::Put(Box::new(piece), Some(Slot { at, asides })))
    }

    /// All items, list by list, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let parts = self.parts();
        (parts.sources.iter().map(Item::Source))
            .chain(parts.entities.iter().map(Item::Entity))
            .chain(parts.events.iter().map(Item::Event))
            .chain(parts.links.iter().map(Item::Link))
            .chain(parts.stories.iter().map(Item::Story))
    }
}

/// What an item is tied to, in order: where that changes, the graph does.
fn ties(item: Item<'_>) -> Vec<&Id> {
    match item {
        Item::Link(link) => vec![&link.from, &link.to],
        Item::Event(event) => event.participants.iter().map(|participant| &participant.entity).collect(),
        Item::Source(_) | Item::Entity(_) | Item::Story(_) => Vec::new(),
    }
}

/// Whether the view names this thing.
pub fn is_in_view(view: &ViewState, id: &Id) -> bool {
    view.pins.contains_key(id)
        || view.hidden.contains(id)
        || view.colours.contains_key(id)
        || view.lanes.order.contains(id)
        || view.lanes.pins.contains(id)
        || view.groups.iter().any(|group| group.members.contains(id))
}

fn replace(parts: &mut Parts, piece: &Piece) {
    fn set<T: Clone>(list: &mut [T], id: impl Fn(&T) -> &Id, with: &T) {
        if let Some(old) = list.iter_mut().find(|old| id(old) == id(with)) {
            *old = with.clone();
        }
    }
    match piece {
        Piece::Source(source) => set(&mut parts.sources, |one| &one.id, source),
        Piece::Entity(entity) => set(&mut parts.entities, |one| &one.id, entity),
        Piece::Event(event) => set(&mut parts.events, |one| &one.id, event),
        Piece::Link(link) => set(&mut parts.links, |one| &one.id, link),
        Piece::Story(story) => set(&mut parts.stories, |one| &one.id, story),
    }
}

fn insert(parts: &mut Parts, piece: Piece, at: usize) {
    fn put<T>(list: &mut Vec<T>, at: usize, one: T) {
        list.insert(at.min(list.len()), one);
    }
    match piece {
        Piece::Source(source) => put(&mut parts.sources, at, source),
        Piece::Entity(entity) => put(&mut parts.entities, at, entity),
        Piece::Event(event) => put(&mut parts.events, at, event),
        Piece::Link(link) => put(&mut parts.links, at, link),
        Piece::Story(story) => put(&mut parts.stories, at, story),
    }
}

/// Takes an item out of its list; where it stood.
fn take(parts: &mut Parts, piece: &Piece) -> usize {
    fn out<T>(list: &mut Vec<T>, id: impl Fn(&T) -> &Id, wanted: &Id) -> usize {
        let at = list.iter().position(|one| id(one) == wanted).unwrap_or(list.len());
        if at < list.len() {
            list.remove(at);
        }
        at
    }
    let id = piece.id();
    match piece {
        Piece::Source(_) => out(&mut parts.sources, |one| &one.id, id),
        Piece::Entity(_) => out(&mut parts.entities, |one| &one.id, id),
        Piece::Event(_) => out(&mut parts.events, |one| &one.id, id),
        Piece::Link(_) => out(&mut parts.links, |one| &one.id, id),
        Piece::Story(_) => out(&mut parts.stories, |one| &one.id, id),
    }
}

fn set_asides(parts: &mut Parts, section: Section, afters: Vec<usize>) {
    let of_section = parts.asides.iter_mut().filter(|aside| aside.section == section);
    for (aside, after) in of_section.zip(afters) {
        aside.after = after;
    }
}
