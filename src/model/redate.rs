//! Dates read anew when the calendar of a case changes: its zone, or how far "about" reaches.

use super::case::Parts;
use super::claim::Value;
use super::entity::Entity;
use super::said::Said;
use super::time::{Calendar, When};

/// Reads every date of the items anew, by this calendar.
pub(super) fn redate(parts: &mut Parts, calendar: &Calendar) {
    let said = &mut |said: Said<'_>| match said {
        Said::Claims(claims) => {
            for claim in claims {
                if let Value::Date(date) = &mut claim.value {
                    when(calendar, date);
                }
                maybe(calendar, &mut claim.as_of);
            }
        }
        Said::Cites(cites) => cites.iter_mut().for_each(|cite| maybe(calendar, &mut cite.learned)),
    };
    for source in &mut parts.sources {
        maybe(calendar, &mut source.published);
        for coverage in &mut source.covers {
            when(calendar, &mut coverage.period);
        }
    }
    for entity in &mut parts.entities {
        existed(calendar, entity);
        entity.walk_said(said);
    }
    for event in &mut parts.events {
        maybe(calendar, &mut event.when);
        event.walk_said(said);
    }
    for link in &mut parts.links {
        maybe(calendar, &mut link.when);
        link.walk_said(said);
    }
    for story in &mut parts.stories {
        for step in &mut story.steps {
            maybe(calendar, &mut step.window);
        }
        story.walk_said(said);
    }
}

fn existed(calendar: &Calendar, entity: &mut Entity) {
    maybe(calendar, &mut entity.existed);
    for merged in &mut entity.merged {
        existed(calendar, &mut merged.entity);
        existed(calendar, &mut merged.kept);
    }
}

fn when(calendar: &Calendar, when: &mut When) {
    // What could be read once can be read by any calendar; if not, it stays as it was.
    if let Ok(read) = when.by(calendar, when.about()) {
        *when = read;
    }
}

fn maybe(calendar: &Calendar, date: &mut Option<When>) {
    if let Some(date) = date {
        when(calendar, date);
    }
}
