//! Pieces that refer to other things than before.

use super::Id;
use super::claim::{Claim, Value};
use super::piece::Piece;
use super::source::Cite;

impl Piece {
    /// Replaces every id that the item refers to; its own stays.
    pub fn rewire(&mut self, other: &dyn Fn(&Id) -> Option<Id>) {
        let rewire = Rewire { other };
        match self {
            Self::Source(source) => {
                rewire.maybe(&mut source.repeats);
                source.covers.iter_mut().flat_map(|coverage| &mut coverage.entities).for_each(|id| rewire.id(id));
            }
            Self::Entity(entity) => {
                rewire.claims(&mut entity.claims);
                rewire.cites(&mut entity.cites);
            }
            Self::Event(event) => {
                rewire.maybe(&mut event.place);
                for participant in &mut event.participants {
                    rewire.id(&mut participant.entity);
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
                rewire.id(&mut link.from);
                rewire.id(&mut link.to);
                rewire.claims(&mut link.claims);
                rewire.cites(&mut link.cites);
            }
            Self::Story(story) => {
                for step in &mut story.steps {
                    step.show.iter_mut().for_each(|id| rewire.id(id));
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
