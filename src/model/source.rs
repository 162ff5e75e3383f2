//! Sources and the citations that lead to them.

use super::Id;
use super::time::When;

/// A field of the file that this version does not know: its name and its text, kept and written back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// The field's name.
    pub name: Box<str>,
    /// The value exactly as it stood in the file.
    pub text: Box<str>,
}

/// Something that was said or written, on which claims stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in the file.
    pub id: Id,
    /// Open list: "press release", "news item", "report", …
    pub kind: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<When>,
    /// Language code of its text.
    pub language: Option<String>,
    /// Where it can be found; shown and copied, never opened.
    pub address: Option<String>,
    /// Reliability of the source in the case's grading scheme, for example `A`.
    pub reliability: Option<String>,
    /// The source that this one repeats: a reprint is not corroboration.
    pub repeats: Option<Id>,
    /// What it can speak of: silence outside coverage is not absence.
    pub covers: Vec<Coverage>,
    /// The evidence file beside the case, with its hash.
    pub attachment: Option<Attachment>,
    /// Handling code.
    pub handling: Option<String>,
    /// Conditions of use.
    pub use_limits: Vec<String>,
    /// Remark.
    pub note: Option<String>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

impl Source {
    /// A source of which nothing is known yet.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            kind: String::new(),
            title: String::new(),
            publisher: None,
            published: None,
            language: None,
            address: None,
            reliability: None,
            repeats: None,
            covers: Vec::new(),
            attachment: None,
            handling: None,
            use_limits: Vec::new(),
            note: None,
            extra: Vec::new(),
        }
    }
}

/// A period and the entities that a source covers.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The covered period.
    pub period: When,
    /// The covered entities; empty: all.
    pub entities: Vec<Id>,
    /// Remark.
    pub note: Option<String>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// A file that belongs to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Path relative to the case file.
    pub path: String,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: Option<String>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// A reference to a passage in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Cite {
    /// The source.
    pub source: Id,
    /// Locator: paragraph and sentence, page, time code.
    pub at: Option<String>,
    /// A short quotation.
    pub quote: Option<String>,
    /// Credibility of this one item in the case's grading scheme, for example `1`.
    pub credibility: Option<String>,
    /// When the team learned of it.
    pub learned: Option<When>,
    /// Remark.
    pub note: Option<String>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}
