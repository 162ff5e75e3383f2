//! A contradiction as what was said: who is after whom, and which dates stand in the way.

use super::{Contradiction, Ordered};
use crate::model::event::{Event, Order};

/// One thing that was said of the order of two events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said<'a> {
    /// The event of which it was said.
    pub event: &'a Event,
    /// What was said: how it stands to `other`.
    pub order: &'a Order,
    /// The other event.
    pub other: &'a Event,
    /// Whether the date of `event` stands in the way, and is not told yet.
    pub tells_event_date: bool,
    /// Whether that of `other` does.
    pub tells_other_date: bool,
}

impl Ordered {
    /// What a contradiction consists of, in the order in which one says it. `events` are those of the case.
    pub fn said<'a>(&self, contradiction: &Contradiction, events: &'a [Event]) -> Vec<Said<'a>> {
        let mut dated = contradiction.dated.clone();
        let mut tell = |event: usize| {
            let count = dated.len();
            dated.retain(|one| *one != event);
            dated.len() < count
        };
        (contradiction.constraints.iter())
            .filter_map(|constraint| {
                let other = self.other(*constraint)?;
                let event = events.get(constraint.event)?;
                Some(Said {
                    event,
                    order: event.order.get(constraint.position)?,
                    other: events.get(other)?,
                    tells_event_date: tell(constraint.event),
                    tells_other_date: tell(other),
                })
            })
            .collect()
    }
}
