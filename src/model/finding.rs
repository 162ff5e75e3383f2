//! Findings: what reading or checking a case noticed, with its place. Says what, not in which language.

use super::Id;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something could not be taken as written.
    Error,
    /// Taken as written, but probably not meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word used on the command line and as message key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where in the file, counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

impl Place {
    /// The place of findings about the whole file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// One thing noticed. The words come from the message `finding-<code>` and its attribute `.advice`, filled with `args`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// What it is: kebab-case, stable, unique for the message.
    pub code: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Path of the field, for example `entities[3].claims[0].value`.
    pub path: String,
    /// The item it is about, if it got into the case.
    pub item: Option<Id>,
    /// Fillers of the message, by name.
    pub args: Vec<(&'static str, String)>,
}
