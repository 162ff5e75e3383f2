//! Changing the items of a case: several at once, checked first and changed second; gives the change that takes it back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Id;
use super::case::{Case, Item, Parts, Place, Section};
use super::edit::EditError;
use super::piece::{Piece, Sought, references};
use super::rewiring::{Added, Removed, Wiring};
use super::view::ViewState;

/// A change of items. What is put in takes the place of the item with its id, or is new.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Items that are put in. The position counts for new ones only: in their list as it is afterwards; none: at its end.
    pub put: Vec<(Piece, Option<usize>)>,
    /// Items that are taken out.
    pub remove: BTreeSet<Id>,
    /// How many sound items are to stand before each item that was set aside; none: as follows from the rest.
    pub asides: Option<Vec<usize>>,
}

impl Change {
    /// Puts these items in.
    pub fn put(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self { put: pieces.into_iter().map(|piece| (piece, None)).collect(), ..Self::default() }
    }

    /// About how many bytes of memory it takes.
    pub fn weight(&self) -> usize {
        let pieces: usize = self.put.iter().map(|(piece, _)| piece.weight()).sum();
        pieces + 48 * self.remove.len() + 8 * self.asides.as_ref().map_or(0, Vec::len)
    }

    /// Takes these items out.
    pub fn remove(ids: impl IntoIterator<Item = Id>) -> Self {
        Self { remove: ids.into_iter().collect(), ..Self::default() }
    }
}

impl Case {
    /// Carries out a change; gives the one that takes it back. What is refused changes nothing.
    pub(super) fn change(&mut self, change: Change) -> Result<Change, EditError> {
        self.check(&change)?;
        let Change { put, remove, asides } = change;
        let mut rewired = false;
        let mut back = Change::default();
        let asides_before: Vec<usize> = self.parts().asides.iter().map(|aside| aside.after).collect();
        let mut news: Vec<(Piece, Option<usize>)> = Vec::new();
        let mut keeps_dates = remove.is_empty();
        let touched: Vec<Id> = put.iter().map(|(piece, _)| piece.id().clone()).chain(remove.iter().cloned()).collect();
        for (piece, at) in put {
            if let Some(before) = self.item(piece.id().as_str()).map(Piece::from) {
                rewired |= ties(before.item()) != ties(piece.item());
                keeps_dates &= before.has_dates_of(&piece);
                let uses = self.uses_mut();
                uses.take(before.item());
                uses.add(piece.item());
                back.put.push((before, None));
                replace(self, piece);
            } else {
                self.uses_mut().add(piece.item());
                back.remove.insert(piece.id().clone());
                news.push((piece, at));
            }
        }
        let places: Vec<Place> = remove.iter().filter_map(|id| self.place(id.as_str())).collect();
        let taken = take(self.parts_mut(), &places);
        for (piece, _) in &taken {
            self.uses_mut().take(piece.item());
        }
        let parts = self.parts_mut();
        let wiring = match (rewired, at_the_end(&news)) {
            (false, Some(_)) if news.is_empty() && remove.is_empty() => Wiring::Same,
            (false, Some(added)) if remove.is_empty() => Wiring::Added(added),
            (false, _) if news.is_empty() => Wiring::Removed(Removed::new(&taken)),
            _ => Wiring::Other,
        };
        back.put.extend(taken);
        insert(parts, news);
        if let Some(asides) = asides {
            for (aside, after) in parts.asides.iter_mut().zip(asides) {
                aside.after = after;
            }
        }
        if !remove.is_empty() {
            back.asides = Some(asides_before);
        }
        keeps_dates &= matches!(wiring, Wiring::Same);
        self.content_changed(wiring, &touched);
        self.touch(touched, keeps_dates);
        Ok(back)
    }

    fn check(&self, change: &Change) -> Result<(), EditError> {
        let mut put: HashMap<&Id, Item<'_>> = HashMap::with_capacity(change.put.len());
        for (piece, _) in &change.put {
            let id = piece.id();
            let is_taken = match self.item(id.as_str()) {
                Some(before) => before.section() != piece.item().section() || change.remove.contains(id),
                None => self.view().groups.iter().any(|group| group.id == *id),
            };
            if id.as_str().is_empty() {
                return Err(EditError::NoId);
            }
            if is_taken || put.insert(id, piece.item()).is_some() {
                return Err(EditError::Taken(id.clone()));
            }
        }
        let afterwards = |id: &Id| match put.get(id) {
            Some(item) => Some(*item),
            None if change.remove.contains(id) => None,
            None => self.item(id.as_str()),
        };
        for (piece, _) in &change.put {
            for (id, wanted) in references(piece.item()) {
                if !afterwards(id).is_some_and(|item| wanted.takes(item.section())) {
                    return Err(EditError::NoItem(id.clone()));
                }
            }
        }
        if change.remove.is_empty() {
            return Ok(());
        }
        for id in &change.remove {
            if self.item(id.as_str()).is_none() {
                return Err(EditError::NoItem(id.clone()));
            }
            if is_in_view(self.view(), id) {
                return Err(EditError::InView(id.clone()));
            }
        }
        let stays = |item: &Item<'_>| !(change.remove.contains(item.id()) || put.contains_key(item.id()));
        let sought = Sought::new(self, &change.remove);
        let leaving = change.remove.iter().chain(put.keys().copied()).filter_map(|id| self.item(id.as_str()));
        if !sought.is_used(self, &leaving.collect::<Vec<_>>()) {
            return Ok(());
        }
        for item in self.items().filter(stays) {
            if let Some(id) = sought.first_in(item) {
                return Err(EditError::InUse { id: id.clone(), by: item.id().clone() });
            }
        }
        Ok(())
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

/// What new items there are, where all are nodes or ties and stand at the end of their lists: those are added to the
/// graph, while all else makes it anew.
fn at_the_end(news: &[(Piece, Option<usize>)]) -> Option<Added> {
    let mut added = Added::default();
    for (piece, at) in news {
        match piece {
            Piece::Entity(_) if at.is_none() => added.entities += 1,
            Piece::Event(_) if at.is_none() => added.events += 1,
            Piece::Link(_) if at.is_none() => added.links += 1,
            _ => return None,
        }
    }
    Some(added)
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

fn replace(case: &mut Case, piece: Piece) {
    let place = case.place(piece.id().as_str());
    let parts = case.parts_mut();
    match (place, piece) {
        (Some(Place::Source(at)), Piece::Source(one)) => set(&mut parts.sources, at, one),
        (Some(Place::Entity(at)), Piece::Entity(one)) => set(&mut parts.entities, at, one),
        (Some(Place::Event(at)), Piece::Event(one)) => set(&mut parts.events, at, one),
        (Some(Place::Link(at)), Piece::Link(one)) => set(&mut parts.links, at, one),
        (Some(Place::Story(at)), Piece::Story(one)) => set(&mut parts.stories, at, one),
        _ => {}
    }
}

/// Takes items out, with the positions at which they stood, and lets what was set aside keep its place among the others.
fn take(parts: &mut Parts, gone: &[Place]) -> Vec<(Piece, Option<usize>)> {
    if gone.is_empty() {
        return Vec::new();
    }
    let at = |of: fn(&Place) -> Option<u32>| -> Vec<usize> {
        let mut at: Vec<usize> = gone.iter().filter_map(of).map(|at| at as usize).collect();
        at.sort_unstable();
        at
    };
    let mut taken: Vec<(Piece, Option<usize>)> = Vec::new();
    let mut positions: BTreeMap<Section, Vec<usize>> = BTreeMap::new();
    let lists = [
        out(&mut parts.sources, &at(|one| if let Place::Source(at) = one { Some(*at) } else { None }), Piece::Source),
        out(&mut parts.entities, &at(|one| if let Place::Entity(at) = one { Some(*at) } else { None }), Piece::Entity),
        out(&mut parts.events, &at(|one| if let Place::Event(at) = one { Some(*at) } else { None }), Piece::Event),
        out(&mut parts.links, &at(|one| if let Place::Link(at) = one { Some(*at) } else { None }), Piece::Link),
        out(&mut parts.stories, &at(|one| if let Place::Story(at) = one { Some(*at) } else { None }), Piece::Story),
    ];
    for (piece, at) in lists.into_iter().flatten() {
        positions.entry(piece.item().section()).or_default().push(at);
        taken.push((piece, Some(at)));
    }
    for aside in &mut parts.asides {
        let before = positions.get(&aside.section).map_or(0, |taken| taken.partition_point(|at| *at < aside.after));
        aside.after -= before;
    }
    taken
}

/// Puts new items in, those with a position in rising order first.
fn insert(parts: &mut Parts, mut news: Vec<(Piece, Option<usize>)>) {
    news.sort_by_key(|(_, at)| at.unwrap_or(usize::MAX));
    for (piece, at) in news {
        match piece {
            Piece::Source(one) => put(&mut parts.sources, at, one),
            Piece::Entity(one) => put(&mut parts.entities, at, one),
            Piece::Event(one) => put(&mut parts.events, at, one),
            Piece::Link(one) => put(&mut parts.links, at, one),
            Piece::Story(one) => put(&mut parts.stories, at, one),
        }
    }
}

fn set<T>(list: &mut [T], at: u32, one: T) {
    if let Some(slot) = list.get_mut(at as usize) {
        *slot = one;
    }
}

/// With more of them the list is gone through once instead of being closed up after each.
const FEW: usize = 8;

/// Takes out what stands at these places, which rise, with the places.
fn out<T>(list: &mut Vec<T>, gone: &[usize], piece: impl Fn(T) -> Piece) -> Vec<(Piece, usize)> {
    if gone.len() <= FEW {
        let mut taken: Vec<_> = gone.iter().rev().map(|at| (piece(list.remove(*at)), *at)).collect();
        taken.reverse();
        return taken;
    }
    let mut taken = Vec::with_capacity(gone.len());
    let mut kept = Vec::with_capacity(list.len());
    let mut next = gone.iter().copied().peekable();
    for (at, one) in std::mem::take(list).into_iter().enumerate() {
        if next.next_if_eq(&at).is_some() {
            taken.push((piece(one), at));
        } else {
            kept.push(one);
        }
    }
    *list = kept;
    taken
}

fn put<T>(list: &mut Vec<T>, at: Option<usize>, one: T) {
    list.insert(at.unwrap_or(list.len()).min(list.len()), one);
}
