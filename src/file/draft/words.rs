//! The closed lists of the format: bare words. The first word of each is the default.

use serde::Deserialize;

use super::super::located::path::Path;
use super::super::located::shape::{Located, Shaping};
use super::super::located::tree::Node;
use crate::model::{case, claim, event, link, time};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $model:ty, $word:ident { $first:ident $(, $rest:ident)* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
        pub enum $name {
            #[default]
            $first,
            $($rest,)*
        }

        impl $name {
            const WORDS: &[&str] = &[stringify!($first) $(, stringify!($rest))*];
        }

        impl From<$name> for $model {
            fn from(word: $name) -> Self {
                match word {
                    $name::$first => Self::$first,
                    $($name::$rest => Self::$rest,)*
                }
            }
        }

        /// The word in the file.
        pub fn $word(value: $model) -> &'static str {
            match value {
                <$model>::$first => stringify!($first),
                $(<$model>::$rest => stringify!($rest),)*
            }
        }

        impl<'t> Located<'t> for $name {
            fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
                match shaping.word(node, Self::WORDS, path)? {
                    stringify!($first) => Some(Self::$first),
                    $(stringify!($rest) => Some(Self::$rest),)*
                    _ => None,
                }
            }
        }
    )*};
}

words! {
    /// Grading scheme.
    Grading = case::Grading, grading_word { Admiralty, Europol4x4, Uk3x5x2, Ungraded }
    /// Fact, judgement or forecast.
    Nature = claim::Nature, nature_word { Fact, Judgement, Forecast }
    /// How exactly a quantity was stated.
    Exactness = claim::Exactness, exactness_word { Exact, Rounded, AtLeast, OrderOfMagnitude, Vague }
    /// Which way a link points.
    Direction = link::Direction, direction_word { Forward, Both, Neither }
    /// How sure a link is.
    Strength = link::Strength, strength_word { Confirmed, Tentative, Unconfirmed }
    /// How one event stands to another.
    OrderRelation = event::OrderRelation, order_relation_word { After, Before, Within }
}

/// How far `~` reaches for one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum About {
    Days(u32),
    Months(u32),
    Years(u32),
}

impl From<About> for time::About {
    fn from(about: About) -> Self {
        match about {
            About::Days(count) => Self::Days(count),
            About::Months(count) => Self::Months(count),
            About::Years(count) => Self::Years(count),
        }
    }
}

impl<'t> Located<'t> for About {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let (name, inner) = shaping.variant(node, &["Days", "Months", "Years"], path)?;
        let count = u32::located(inner, path, shaping)?;
        Some(match name {
            "Days" => Self::Days(count),
            "Months" => Self::Months(count),
            _ => Self::Years(count),
        })
    }
}
