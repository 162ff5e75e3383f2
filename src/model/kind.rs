//! Kinds of entity: the eleven built-in ones, and those that a case adds.

use super::source::Extra;

/// A built-in kind; each has a shape, a colour and an icon of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BuiltInKind {
    Investigation,
    Organisation,
    Platform,
    Agency,
    Unit,
    Country,
    Place,
    Person,
    Group,
    Asset,
    Account,
}

impl BuiltInKind {
    /// All, in the order of the legend.
    pub const ALL: [Self; 11] = [
        Self::Investigation,
        Self::Organisation,
        Self::Platform,
        Self::Agency,
        Self::Unit,
        Self::Country,
        Self::Place,
        Self::Person,
        Self::Group,
        Self::Asset,
        Self::Account,
    ];

    /// The word used in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Investigation => "investigation",
            Self::Organisation => "organisation",
            Self::Platform => "platform",
            Self::Agency => "agency",
            Self::Unit => "unit",
            Self::Country => "country",
            Self::Place => "place",
            Self::Person => "person",
            Self::Group => "group",
            Self::Asset => "asset",
            Self::Account => "account",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A kind that a case adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseKind {
    /// The word used in [`super::entity::Entity::kind`].
    pub id: String,
    /// Shown in the legend.
    pub name: String,
    /// Built-in kind whose shape it takes.
    pub like: Option<String>,
    /// One character used as the icon.
    pub letter: Option<char>,
    /// `RRGGBB`.
    pub colour: Option<Colour>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// An sRGB colour chosen by the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `RRGGBB`, hexadecimal.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Writes `RRGGBB`.
    pub fn text(self) -> String {
        let Self([red, green, blue]) = self;
        format!("{red:02X}{green:02X}{blue:02X}")
    }
}
