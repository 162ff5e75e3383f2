//! Pieces that refer to other things than before.

use super::Id;
use super::claim::{Claim, Value};
use super::entity::Entity;
use super::piece::Piece;
use super::source::Cite;

impl Piece {
    /// Replaces every id that the item refers to; its own stays.
    pub fn rewire(&mut self, other: &dyn Fn(&Id) -> Option<Id>) {
        self.rewire_but_ties(other);
        let rewire = Rewire { other };
        match self {
            Self::Event(event) => {
                for participant in &mut event.participants {
                    rewire.id(&mut participant.entity);
                }
            }
            Self::Link(link) => {
                rewire.id(&mut link.from);
                rewire.id(&mut link.to);
            }
            Self::Source(_) | Self::Entity(_) | Self::Story(_) => {}
        }
    }

    /// The same but for the ends of links and who takes part in events.
    pub(super) fn rewire_but_ties(&mut self, other: &dyn Fn(&Id) -> Option<Id>) {
        let rewire = Rewire { other };
        match self {
            Self::Source(source) => {
                rewire.maybe(&mut source.repeats);
                for coverage in &mut source.covers {
                    rewire.list(&mut coverage.entities);
                }
            }
            Self::Entity(entity) => rewire.entity(entity),
            Self::Event(event) => {
                rewire.maybe(&mut event.place);
                for participant in &mut event.participants {
                    rewire.claims(&mut participant.claims);
                    rewire.cites(&mut participant.cites);
                }
                for order in &mut event.order {
                    rewire.id(&mut order.event);
                    rewire.cites(&mut order.cites);
                }
                rewire.claims(&mut event.claims);
                rewire.cites(&mut event.cites);
            }
            Self::Link(link) => {
                rewire.claims(&mut link.claims);
                rewire.cites(&mut link.cites);
            }
            Self::Story(story) => {
                for step in &mut story.steps {
                    rewire.list(&mut step.show);
                    rewire.cites(&mut step.cites);
                }
            }
        }
    }
}

struct Rewire<'a> {
    other: &'a dyn Fn(&Id) -> Option<Id>,
}

impl Rewire<'_> {
    fn entity(&self, entity: &mut Entity) {
        self.claims(&mut entity.claims);
        self.cites(&mut entity.cites);
        for merged in &mut entity.merged {
            self.entity(&mut merged.entity);
            self.entity(&mut merged.kept);
            for list in [&mut merged.from, &mut merged.to, &mut merged.others] {
                self.list(list);
            }
            for part in &mut merged.parts {
                self.id(&mut part.event);
            }
        }
    }

    fn list(&self, ids: &mut [Id]) {
        for id in ids {
            self.id(id);
        }
    }

    fn id(&self, id: &mut Id) {
        if let Some(other) = (self.other)(id) {
            *id = other;
        }
    }

    fn maybe(&self, id: &mut Option<Id>) {
        if let Some(id) = id {
            self.id(id);
        }
    }

    fn cites(&self, cites: &mut [Cite]) {
        for cite in cites {
            self.id(&mut cite.source);
        }
    }

    fn claims(&self, claims: &mut [Claim]) {
        for claim in claims {
            if let Value::Reference(id) = &mut claim.value {
                self.id(id);
            }
            self.cites(&mut claim.cites);
        }
    }
}
