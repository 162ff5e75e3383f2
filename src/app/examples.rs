//! The cases that are built into the program, so that they open from any folder.

use crate::locale::Language;

/// A built-in case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Example {
    LemontArgus(Language),
    CryptoPhones,
}

impl Example {
    /// The text of its file.
    pub const fn text(self) -> &'static str {
        match self {
            Self::LemontArgus(Language::English) => include_str!("../../examples/lemont-argus.ron"),
            Self::LemontArgus(Language::Dutch) => include_str!("../../examples/lemont-argus.nl.ron"),
            Self::CryptoPhones => include_str!("../../examples/crypto-phones.ron"),
        }
    }

    /// The name of its file.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::LemontArgus(Language::English) => "lemont-argus.ron",
            Self::LemontArgus(Language::Dutch) => "lemont-argus.nl.ron",
            Self::CryptoPhones => "crypto-phones.ron",
        }
    }
}
