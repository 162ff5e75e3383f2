//! Pieces that refer to other things than before.

use super::Id;
use super::claim::Value;
use super::entity::Entity;
use super::piece::Piece;
use super::said::Said;

/// What an id is replaced by; nothing: it stays.
type Other<'a> = &'a dyn Fn(&Id) -> Option<Id>;

impl Piece {
    /// Replaces every id that the item refers to; its own stays.
    pub fn rewire(&mut self, other: Other<'_>) {
        self.rewire_but_ties(other);
        match self {
            Self::Event(event) => {
                for participant in &mut event.participants {
                    id(&mut participant.entity, other);
                }
            }
            Self::Link(link) => {
                id(&mut link.from, other);
                id(&mut link.to, other);
            }
            Self::Source(_) | Self::Entity(_) | Self::Story(_) => {}
        }
    }

    /// The same but for the ends of links and who takes part in events.
    pub(super) fn rewire_but_ties(&mut self, other: Other<'_>) {
        self.walk_said(&mut |said| match said {
            Said::Claims(claims) => {
                for claim in claims {
                    if let Value::Reference(to) = &mut claim.value {
                        id(to, other);
                    }
                }
            }
            Said::Cites(cites) => cites.iter_mut().for_each(|cite| id(&mut cite.source, other)),
        });
        match self {
            Self::Source(source) => {
                list(source.repeats.as_mut_slice(), other);
                for coverage in &mut source.covers {
                    list(&mut coverage.entities, other);
                }
            }
            Self::Entity(entity) => what_leads_back(entity, other),
            Self::Event(event) => {
                list(event.place.as_mut_slice(), other);
                for order in &mut event.order {
                    id(&mut order.event, other);
                }
            }
            Self::Link(_) => {}
            Self::Story(story) => {
                for step in &mut story.steps {
                    list(&mut step.show, other);
                }
            }
        }
    }
}

fn id(id: &mut Id, other: Other<'_>) {
    if let Some(other) = other(id) {
        *id = other;
    }
}

fn list(ids: &mut [Id], other: Other<'_>) {
    for one in ids {
        id(one, other);
    }
}

fn what_leads_back(entity: &mut Entity, other: Other<'_>) {
    for merged in &mut entity.merged {
        what_leads_back(&mut merged.entity, other);
        what_leads_back(&mut merged.kept, other);
        for ids in [&mut merged.from, &mut merged.to, &mut merged.others] {
            list(ids, other);
        }
        for part in &mut merged.parts {
            id(&mut part.event, other);
        }
    }
}
