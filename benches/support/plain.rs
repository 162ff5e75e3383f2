//! The same file as plain structs of Strings, as serde fills them by itself: nothing is checked and nothing looked up.
//! What the reader of the program costs is measured against this.

use ron::extensions::Extensions;
use serde::Deserialize;

/// Reads a file.
pub fn read(text: &str) -> Case {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .from_str(text)
        .expect("the file is sound")
}

/// Blocks with required fields before the semicolon, and others after it.
macro_rules! blocks {
    ($($name:ident { $($required:ident: $required_type:ty,)* ; $($optional:ident: $optional_type:ty,)* })*) => {$(
        #[derive(Deserialize)]
        pub struct $name {
            $(pub $required: $required_type,)*
            $(#[serde(default)] pub $optional: $optional_type,)*
        }
    )*};
}

blocks! {
    Case {
        format: (u32, u32), title: String, ;
        summary: Option<String>, language: Option<String>, time_zone: Option<String>, grading: Option<Grading>,
        example: bool, sources: Vec<Source>, entities: Vec<Entity>, events: Vec<Event>, links: Vec<Link>,
    }
    Source {
        id: String, kind: String, title: String, ;
        publisher: Option<String>, published: Option<String>, language: Option<String>, address: Option<String>,
        reliability: Option<String>, repeats: Option<String>, handling: Option<String>, use_limits: Vec<String>,
        note: Option<String>,
    }
    Cite {
        source: String, ;
        at: Option<String>, quote: Option<String>, credibility: Option<String>, learned: Option<String>,
        note: Option<String>,
    }
    Claim {
        of: String, value: Value, ;
        as_of: Option<String>, nature: Nature, note: Option<String>, cites: Vec<Cite>,
    }
    Quantity {
        stated: String, unit: String, ;
        low: Option<f64>, high: Option<f64>, exactness: Exactness,
    }
    Entity {
        id: String, kind: String, name: String, ;
        aliases: Vec<String>, existed: Option<String>, code: Option<String>, tags: Vec<String>, note: Option<String>,
        claims: Vec<Claim>, cites: Vec<Cite>,
    }
    Event {
        id: String, title: String, ;
        kind: Option<String>, when: Option<String>, nature: Nature, place: Option<String>,
        participants: Vec<Participant>, tags: Vec<String>, note: Option<String>, claims: Vec<Claim>, cites: Vec<Cite>,
    }
    Participant {
        entity: String, role: String, ;
        note: Option<String>, claims: Vec<Claim>, cites: Vec<Cite>,
    }
    Link {
        id: String, from: String, to: String, relation: String, ;
        direction: Direction, when: Option<String>, strength: Strength, implied: bool, nature: Nature,
        tags: Vec<String>, note: Option<String>, claims: Vec<Claim>, cites: Vec<Cite>,
    }
}

#[derive(Deserialize)]
pub enum Value {
    Text(String),
    Quantity(Quantity),
    Date(String),
    Reference(String),
}

/// Closed lists; the first word is the default.
macro_rules! words {
    ($($name:ident { $first:ident $(, $rest:ident)* })*) => {$(
        #[derive(Default, Deserialize)]
        pub enum $name {
            #[default]
            $first,
            $($rest,)*
        }
    )*};
}

words! {
    Grading { Admiralty, Europol4x4, Uk3x5x2, Ungraded }
    Nature { Fact, Judgement, Forecast }
    Exactness { Exact, Rounded, AtLeast, OrderOfMagnitude, Vague }
    Direction { Forward, Both, Neither }
    Strength { Confirmed, Tentative, Unconfirmed }
}
