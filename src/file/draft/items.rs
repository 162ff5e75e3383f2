//! The blocks of the format. Required fields stand before the semicolon, the others after it.

use serde::Deserialize;

use super::super::located::path::Path;
use super::super::located::shape::{Located, Shaping};
use super::super::located::tree::{Node, Shape};
use super::text::{Listed, Listing, Pairs, Text, Unknown};
use super::words::{About, Direction, Exactness, Grading, Nature, OrderRelation, Strength};
use crate::model::case::Section;

/// `strict` blocks fall as a whole where a field is at fault; of `lenient` ones the field is kept as unknown.
macro_rules! drafts {
    ($($mode:ident $(#[$doc:meta])* $name:ident {
        $($required:ident: $required_type:ty,)* ; $($optional:ident: $optional_type:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 't"))]
        pub struct $name<'t> {
            $(pub $required: $required_type,)*
            $(#[serde(default)] pub $optional: $optional_type,)*
            /// What this version does not know, as written.
            #[serde(skip)]
            pub extra: Vec<Unknown<'t>>,
        }

        impl<'t> Located<'t> for $name<'t> {
            fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
                const FIELDS: &[&str] = &[$(stringify!($required),)* $(stringify!($optional),)*];
                let mut block = shaping.block(node, stringify!($name), FIELDS, path)?;
                $(let $required = block.required::<$required_type>(stringify!($required), shaping);)*
                $(let $optional = block.optional::<$optional_type>(stringify!($optional), shaping);)*
                let extra = drafts!(@rest $mode block shaping);
                Some(Self {
                    $($required: drafts!(@take $mode $required),)*
                    $($optional: drafts!(@take $mode $optional),)*
                    extra,
                })
            }
        }
    )*};
    (@rest strict $block:ident $shaping:ident) => { $block.strict_rest($shaping)? };
    (@rest lenient $block:ident $shaping:ident) => { $block.lenient_rest($shaping) };
    (@take strict $field:ident) => { $field? };
    (@take lenient $field:ident) => { $field.unwrap_or_default() };
}

drafts! {
    lenient
    /// The whole file.
    Case {
        format: (u32, u32),
        title: Text<'t>,
        ;
        summary: Option<Text<'t>>,
        language: Option<Text<'t>>,
        time_zone: Option<Text<'t>>,
        grading: Grading,
        example: bool,
        tolerances: Tolerances<'t>,
        kinds: Listed<Kind<'t>>,
        sources: Listed<Source<'t>>,
        entities: Listed<Entity<'t>>,
        events: Listed<Event<'t>>,
        links: Listed<Link<'t>>,
        stories: Listed<Story<'t>>,
        view: View<'t>,
    }
    strict
    #[derive(Default)]
    /// How far `~` reaches by precision.
    Tolerances {
        ;
        day: Option<u16>,
        month: Option<u16>,
        season: Option<u16>,
        year: Option<u16>,
        decade: Option<u16>,
        century: Option<u16>,
    }
    strict
    /// A kind that the case adds.
    Kind {
        id: Text<'t>,
        name: Text<'t>,
        ;
        like: Option<Text<'t>>,
        letter: Option<Text<'t>>,
        colour: Option<Text<'t>>,
    }
    strict
    /// A source.
    Source {
        id: Text<'t>,
        kind: Text<'t>,
        title: Text<'t>,
        ;
        publisher: Option<Text<'t>>,
        published: Option<Text<'t>>,
        published_about: Option<About>,
        language: Option<Text<'t>>,
        address: Option<Text<'t>>,
        reliability: Option<Text<'t>>,
        repeats: Option<Text<'t>>,
        covers: Vec<Coverage<'t>>,
        attachment: Option<Attachment<'t>>,
        handling: Option<Text<'t>>,
        use_limits: Vec<Text<'t>>,
        note: Option<Text<'t>>,
    }
    strict
    /// What a source can speak of.
    Coverage {
        period: Text<'t>,
        ;
        period_about: Option<About>,
        entities: Vec<Text<'t>>,
        note: Option<Text<'t>>,
    }
    strict
    /// A file beside the case.
    Attachment {
        path: Text<'t>,
        ;
        sha256: Option<Text<'t>>,
    }
    strict
    /// A reference to a passage.
    Cite {
        source: Text<'t>,
        ;
        at: Option<Text<'t>>,
        quote: Option<Text<'t>>,
        credibility: Option<Text<'t>>,
        learned: Option<Text<'t>>,
        learned_about: Option<About>,
        note: Option<Text<'t>>,
    }
    strict
    /// What a source says of one attribute.
    Claim {
        of: Text<'t>,
        value: Value<'t>,
        ;
        as_of: Option<Text<'t>>,
        as_of_about: Option<About>,
        nature: Nature,
        note: Option<Text<'t>>,
        cites: Vec<Cite<'t>>,
    }
    strict
    /// A number as it was stated.
    Quantity {
        stated: Text<'t>,
        unit: Text<'t>,
        ;
        low: Option<f64>,
        high: Option<f64>,
        exactness: Exactness,
    }
    strict
    /// What exists.
    Entity {
        id: Text<'t>,
        kind: Text<'t>,
        name: Text<'t>,
        ;
        aliases: Vec<Text<'t>>,
        existed: Option<Text<'t>>,
        existed_about: Option<About>,
        code: Option<Text<'t>>,
        tags: Vec<Text<'t>>,
        note: Option<Text<'t>>,
        claims: Vec<Claim<'t>>,
        cites: Vec<Cite<'t>>,
        merged: Vec<Merged<'t>>,
    }
    strict
    /// An entity that was merged into another.
    Merged {
        entity: Entity<'t>,
        kept: Entity<'t>,
        ;
        from: Vec<Text<'t>>,
        to: Vec<Text<'t>>,
        parts: Vec<MergedPart<'t>>,
        others: Vec<Text<'t>>,
    }
    strict
    /// Its part in an event.
    MergedPart {
        event: Text<'t>,
        role: Text<'t>,
        ;
        at: u32,
    }
    strict
    /// What happens.
    Event {
        id: Text<'t>,
        title: Text<'t>,
        ;
        kind: Option<Text<'t>>,
        when: Option<Text<'t>>,
        when_about: Option<About>,
        nature: Nature,
        place: Option<Text<'t>>,
        participants: Vec<Participant<'t>>,
        order: Vec<Order<'t>>,
        tags: Vec<Text<'t>>,
        note: Option<Text<'t>>,
        claims: Vec<Claim<'t>>,
        cites: Vec<Cite<'t>>,
    }
    strict
    /// A part in an event.
    Participant {
        entity: Text<'t>,
        role: Text<'t>,
        ;
        note: Option<Text<'t>>,
        claims: Vec<Claim<'t>>,
        cites: Vec<Cite<'t>>,
    }
    strict
    /// A place in the order of events.
    Order {
        is: OrderRelation,
        event: Text<'t>,
        ;
        days: Option<u32>,
        note: Option<Text<'t>>,
        cites: Vec<Cite<'t>>,
    }
    strict
    /// A tie.
    Link {
        id: Text<'t>,
        from: Text<'t>,
        to: Text<'t>,
        relation: Text<'t>,
        ;
        direction: Direction,
        when: Option<Text<'t>>,
        when_about: Option<About>,
        strength: Strength,
        implied: bool,
        nature: Nature,
        tags: Vec<Text<'t>>,
        note: Option<Text<'t>>,
        claims: Vec<Claim<'t>>,
        cites: Vec<Cite<'t>>,
    }
    strict
    /// A case told in steps.
    Story {
        id: Text<'t>,
        title: Text<'t>,
        ;
        steps: Vec<Step<'t>>,
    }
    strict
    /// One step of a story.
    Step {
        title: Text<'t>,
        ;
        text: Option<Text<'t>>,
        window: Option<Text<'t>>,
        window_about: Option<About>,
        show: Vec<Text<'t>>,
        cites: Vec<Cite<'t>>,
    }
    lenient
    #[derive(Default)]
    /// How the case was left.
    View {
        ;
        layout: Option<Text<'t>>,
        pins: Pairs<'t, (f64, f64)>,
        hidden: Vec<Text<'t>>,
        hidden_kinds: Vec<Text<'t>>,
        hidden_strengths: Vec<Strength>,
        colours: Pairs<'t, Text<'t>>,
        rules: Vec<Rule<'t>>,
        size_by: Option<Text<'t>>,
        width_by: Option<Text<'t>>,
        groups: Vec<Group<'t>>,
        lane_order: Vec<Text<'t>>,
        lane_pins: Vec<Text<'t>>,
        lane_groups: Option<Text<'t>>,
        lane_sort: Option<Text<'t>>,
        lane_folds: Vec<Text<'t>>,
        fold_events: bool,
    }
    strict
    /// Things that the network draws as one.
    Group {
        id: Text<'t>,
        name: Text<'t>,
        ;
        by: Option<Text<'t>>,
        members: Vec<Text<'t>>,
        at: Option<(f64, f64)>,
    }
    strict
    /// A styling rule.
    Rule {
        ;
        kind: Option<Text<'t>>,
        tag: Option<Text<'t>>,
        attribute: Option<Text<'t>>,
        value: Option<Text<'t>>,
        least: Option<f64>,
        colour: Option<Text<'t>>,
    }
}

/// The value of a claim.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 't"))]
pub enum Value<'t> {
    Text(Text<'t>),
    Quantity(Quantity<'t>),
    Date(Text<'t>),
    Reference(Text<'t>),
}

impl<'t> Located<'t> for Value<'t> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        // `Quantity(stated: …)` is the variant and the block at once.
        if node.name(shaping.text()) == "Quantity" && matches!(node.shape, Shape::Block(..)) {
            return Quantity::located(node, path, shaping).map(Self::Quantity);
        }
        let (name, inner) = shaping.variant(node, &["Text", "Quantity", "Date", "Reference"], path)?;
        Some(match name {
            "Quantity" => Self::Quantity(Quantity::located(inner, path, shaping)?),
            "Text" => Self::Text(Text::located(inner, path, shaping)?),
            "Date" => Self::Date(Text::located(inner, path, shaping)?),
            _ => Self::Reference(Text::located(inner, path, shaping)?),
        })
    }
}

macro_rules! listings {
    ($($name:ident = $section:ident,)*) => {$(
        impl Listing for $name<'_> {
            const SECTION: Section = Section::$section;

            fn id(&self) -> &Text<'_> {
                &self.id
            }
        }
    )*};
}

listings! {
    Kind = Kinds,
    Source = Sources,
    Entity = Entities,
    Event = Events,
    Link = Links,
    Story = Stories,
}
