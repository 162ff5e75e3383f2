//! A small case for the tests of this panel.

use crate::model::Id;
use crate::model::case::{Case, Parts};
use crate::model::claim::{Claim, Exactness, Nature, Quantity, Value};
use crate::model::entity::Entity;
use crate::model::link::Link;
use crate::model::source::{Cite, Source};
use crate::model::time::{Calendar, When};

fn when(text: &str) -> When {
    When::parse(text, &Calendar::named("Europe/Amsterdam").unwrap(), None).unwrap()
}

fn cite(source: &str, at: &str) -> Cite {
    Cite {
        source: Id::from(source),
        at: Some(at.to_owned()),
        quote: None,
        credibility: Some("1".to_owned()),
        learned: None,
        note: None,
        extra: Vec::new(),
    }
}

fn source(id: &str, title: &str, repeats: Option<&str>) -> Source {
    Source {
        kind: "press release".to_owned(),
        title: title.to_owned(),
        publisher: Some("Politie".to_owned()),
        published: Some(when("2021-03-09")),
        language: Some("nl".to_owned()),
        reliability: Some("A".to_owned()),
        repeats: repeats.map(Id::from),
        ..Source::new(Id::from(id))
    }
}

fn claim(of: &str, value: Value, as_of: Option<&str>, cites: Vec<Cite>) -> Claim {
    Claim {
        of: of.to_owned(),
        value,
        as_of: as_of.map(when),
        nature: Nature::Fact,
        note: None,
        cites,
        extra: Vec::new(),
    }
}

fn users(stated: &str, low: f64, high: f64, exactness: Exactness) -> Value {
    let (low, high) = (Some(low), Some(high));
    Value::Quantity(Quantity {
        stated: stated.to_owned(),
        low,
        high,
        unit: "users".to_owned(),
        exactness,
        extra: Vec::new(),
    })
}

fn entity(id: &str, name: &str, claims: Vec<Claim>, cites: Vec<Cite>) -> Entity {
    Entity { kind: "investigation".to_owned(), name: name.to_owned(), claims, cites, ..Entity::new(Id::from(id)) }
}

/// Two entities, a link, three sources of which one repeats another, and two claims that disagree.
pub fn sample() -> Case {
    let mut case = Case::empty("Sample");
    let claims = vec![
        claim("aim", Value::Text("drugs".to_owned()), None, Vec::new()),
        claim(
            "users",
            users("some 70,000", 65e3, 75e3, Exactness::Rounded),
            Some("2021-03"),
            vec![cite("press", "¶3")],
        ),
        claim("users", users("170,000", 17e4, 17e4, Exactness::Exact), Some("2021-03"), vec![cite("paper", "p. 2")]),
    ];
    let link = Link {
        relation: "follows".to_owned(),
        cites: vec![cite("press", "¶3.s5")],
        ..Link::new("follows".into(), "argus".into(), "lemont".into())
    };
    let parts = Parts {
        sources: vec![
            source("press", "Nieuwe klap", None),
            source("paper", "Sky", None),
            source("reprint", "Nieuwe klap (video)", Some("press")),
        ],
        entities: vec![
            entity("argus", "Argus", claims, vec![cite("press", "¶3.s5")]),
            entity("lemont", "Lemont", Vec::new(), Vec::new()),
        ],
        links: vec![link],
        ..case.parts().clone()
    };
    case = Case::new(parts);
    case
}
