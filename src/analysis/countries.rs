//! The country of each thing of a case.

use std::collections::HashMap;

use crate::model::{Case, Id};

/// The kind of entities that are countries.
pub const COUNTRY: &str = "country";

/// The country of each thing: itself, else the first that it is tied to, else that of the first place, or other thing,
/// that it is tied to and that has one. What has none is missing.
pub fn countries(case: &Case) -> HashMap<&Id, &Id> {
    let is_country = |id: &Id| case.entity(id.as_str()).is_some_and(|entity| entity.kind == COUNTRY);
    let mut ties: Vec<(&Id, &Id)> = Vec::new();
    for link in case.links() {
        ties.extend([(&link.from, &link.to), (&link.to, &link.from)]);
    }
    for event in case.events() {
        let people = event.participants.iter().map(|participant| &participant.entity);
        for other in event.place.iter().chain(people) {
            ties.extend([(&event.id, other), (other, &event.id)]);
        }
    }
    let countries = case.entities().iter().map(|entity| &entity.id).filter(|id| is_country(id));
    let mut found: HashMap<&Id, &Id> = countries.map(|id| (id, id)).collect();
    // Two steps: an office stands in a town, the town in a country. Further, everything would be everywhere.
    for _ in 0..2 {
        let known = found.clone();
        for (of, other) in &ties {
            if let Some(country) = known.get(other) {
                found.entry(of).or_insert(country);
            }
        }
    }
    found
}
