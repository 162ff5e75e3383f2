//! Where in an item something is said, and on which sources it stands: the one walk for all that changes either.

use super::claim::Claim;
use super::entity::Entity;
use super::event::Event;
use super::link::Link;
use super::piece::Piece;
use super::source::Cite;
use super::story::Story;

/// A list of an item that is walked to.
pub(super) enum Said<'a> {
    /// What sources say. The citations of each claim follow.
    Claims(&'a mut Vec<Claim>),
    /// The sources that something stands on.
    Cites(&'a mut Vec<Cite>),
}

/// What is done at each list.
pub(super) type Visit<'v> = dyn FnMut(Said<'_>) + 'v;

fn claims(list: &mut Vec<Claim>, visit: &mut Visit<'_>) {
    visit(Said::Claims(list));
    for claim in list {
        visit(Said::Cites(&mut claim.cites));
    }
}

impl Entity {
    /// Also in what was merged into it.
    pub(super) fn walk_said(&mut self, visit: &mut Visit<'_>) {
        claims(&mut self.claims, visit);
        visit(Said::Cites(&mut self.cites));
        for merged in &mut self.merged {
            merged.entity.walk_said(visit);
            merged.kept.walk_said(visit);
        }
    }
}

impl Event {
    pub(super) fn walk_said(&mut self, visit: &mut Visit<'_>) {
        for participant in &mut self.participants {
            claims(&mut participant.claims, visit);
            visit(Said::Cites(&mut participant.cites));
        }
        for order in &mut self.order {
            visit(Said::Cites(&mut order.cites));
        }
        claims(&mut self.claims, visit);
        visit(Said::Cites(&mut self.cites));
    }
}

impl Link {
    pub(super) fn walk_said(&mut self, visit: &mut Visit<'_>) {
        claims(&mut self.claims, visit);
        visit(Said::Cites(&mut self.cites));
    }
}

impl Story {
    pub(super) fn walk_said(&mut self, visit: &mut Visit<'_>) {
        for step in &mut self.steps {
            visit(Said::Cites(&mut step.cites));
        }
    }
}

impl Piece {
    /// Walks to everything that is said in the item.
    pub(super) fn walk_said(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::Source(_) => {}
            Self::Entity(entity) => entity.walk_said(visit),
            Self::Event(event) => event.walk_said(visit),
            Self::Link(link) => link.walk_said(visit),
            Self::Story(story) => story.walk_said(visit),
        }
    }
}
