//! Dates read anew when the calendar of a case changes: its zone, or how far "about" reaches.

use super::case::Parts;
use super::claim::{Claim, Value};
use super::entity::Entity;
use super::source::Cite;
use super::time::{Calendar, When};

/// Reads every date of the items anew, by this calendar.
pub(super) fn redate(parts: &mut Parts, calendar: &Calendar) {
    let redate = Redate { calendar };
    for source in &mut parts.sources {
        redate.maybe(&mut source.published);
        for coverage in &mut source.covers {
            redate.when(&mut coverage.period);
        }
    }
    for entity in &mut parts.entities {
        redate.entity(entity);
    }
    for event in &mut parts.events {
        redate.maybe(&mut event.when);
        for participant in &mut event.participants {
            redate.claims(&mut participant.claims);
            redate.cites(&mut participant.cites);
        }
        for order in &mut event.order {
            redate.cites(&mut order.cites);
        }
        redate.claims(&mut event.claims);
        redate.cites(&mut event.cites);
    }
    for link in &mut parts.links {
        redate.maybe(&mut link.when);
        redate.claims(&mut link.claims);
        redate.cites(&mut link.cites);
    }
    for story in &mut parts.stories {
        for step in &mut story.steps {
            redate.maybe(&mut step.window);
            redate.cites(&mut step.cites);
        }
    }
}

struct Redate<'a> {
    calendar: &'a Calendar,
}

impl Redate<'_> {
    fn entity(&self, entity: &mut Entity) {
        self.maybe(&mut entity.existed);
        self.claims(&mut entity.claims);
        self.cites(&mut entity.cites);
        for merged in &mut entity.merged {
            self.entity(&mut merged.entity);
            self.entity(&mut merged.kept);
        }
    }

    fn when(&self, when: &mut When) {
        // What could be read once can be read by any calendar; if not, it stays as it was.
        if let Ok(read) = when.by(self.calendar, when.about()) {
            *when = read;
        }
    }

    fn maybe(&self, when: &mut Option<When>) {
        if let Some(when) = when {
            self.when(when);
        }
    }

    fn cites(&self, cites: &mut [Cite]) {
        for cite in cites {
            self.maybe(&mut cite.learned);
        }
    }

    fn claims(&self, claims: &mut [Claim]) {
        for claim in claims {
            if let Value::Date(when) = &mut claim.value {
                self.when(when);
            }
            self.maybe(&mut claim.as_of);
            self.cites(&mut claim.cites);
        }
    }
}
