//! Every code of a finding, once, with its severity. The words stand in `assets/locales/*/findings.ftl`.

use crate::model::finding::Severity;

/// A kind of finding: its stable name and how grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Kebab-case, used on the command line and as key `finding-<name>` of the message.
    pub name: &'static str,
    /// How grave it is in a file of our own version.
    pub severity: Severity,
}

macro_rules! codes {
    ($($severity:ident: $($(#[$doc:meta])* $constant:ident = $name:literal,)*;)*) => {
        $($(
            $(#[$doc])*
            pub const $constant: Code = Code { name: $name, severity: Severity::$severity };
        )*)*
        /// All codes, in order of declaration.
        pub const ALL: &[Code] = &[$($($constant,)*)*];
    };
}

codes! {
    Error:
    /// No bytes, or nothing but blanks and comments.
    EMPTY_FILE = "empty-file",
    /// Text in UTF-16.
    UTF_16 = "utf-16",
    /// Text in Windows-1252.
    WINDOWS_1252 = "windows-1252",
    /// Bytes that are not UTF-8.
    INVALID_UTF8 = "invalid-utf8",
    /// More bytes than are read.
    TOO_LARGE = "too-large",
    /// More items than are read.
    TOO_MANY_ITEMS = "too-many-items",
    /// The text ends inside a bracket.
    SYNTAX_END = "syntax-end",
    /// A text without a closing quote.
    SYNTAX_TEXT = "syntax-text",
    /// A block comment that does not end.
    SYNTAX_COMMENT = "syntax-comment",
    /// An unknown escape in a text.
    SYNTAX_ESCAPE = "syntax-escape",
    /// A comma is missing.
    SYNTAX_COMMA = "syntax-comma",
    /// A colon is missing.
    SYNTAX_COLON = "syntax-colon",
    /// Brackets nested too deeply.
    SYNTAX_NESTING = "syntax-nesting",
    /// Something after the end of the case.
    SYNTAX_AFTER = "syntax-after",
    /// A sign that cannot stand here.
    SYNTAX_SIGN = "syntax-sign",
    /// Not RON for another reason.
    SYNTAX_OTHER = "syntax-other",
    /// RON, but no case.
    NOT_A_CASE = "not-a-case",
    /// A field stands there twice.
    DUPLICATE_FIELD = "duplicate-field",
    /// A required field is missing.
    MISSING_FIELD = "missing-field",
    /// A value of another type than the field has.
    WRONG_TYPE = "wrong-type",
    /// A block with another name than belongs here.
    WRONG_NAME = "wrong-name",
    /// A number that is not finite, or too large for its field.
    BAD_NUMBER = "bad-number",
    /// A word that is not in the closed list.
    UNKNOWN_WORD = "unknown-word",
    /// An empty id.
    EMPTY_ID = "empty-id",
    /// An id that another item has.
    DUPLICATE_ID = "duplicate-id",
    /// A key of a map that stands there twice.
    DUPLICATE_KEY = "duplicate-key",
    /// An id that nothing has.
    DANGLING_ID = "dangling-id",
    /// An id of something else than belongs here.
    WRONG_ITEM = "wrong-item",
    /// A link to an item that is itself set aside.
    END_ASIDE = "end-aside",
    /// A text that is not a date.
    BAD_DATE = "bad-date",
    /// A text that is not a colour.
    BAD_COLOUR = "bad-colour",
    /// A text that is not one letter.
    BAD_LETTER = "bad-letter",
    /// A time zone that does not exist.
    UNKNOWN_ZONE = "unknown-zone",
    ;
    Warning:
    /// A field that this version does not know.
    UNKNOWN_FIELD = "unknown-field",
    /// A kind that is neither built in nor added by the case.
    UNKNOWN_KIND = "unknown-kind",
    /// A date whose end lies before its start.
    ENDS_BEFORE_START = "ends-before-start",
    /// Dates that the order of events does not allow.
    ORDER_CONTRADICTION = "order-contradiction",
    /// Events that come after each other in a circle.
    ORDER_CIRCLE = "order-circle",
    /// A lower bound above the upper one.
    LOW_ABOVE_HIGH = "low-above-high",
    /// Two ids that look the same.
    LOOK_ALIKE = "look-alike",
    /// An id that mixes alphabets.
    MIXED_ALPHABETS = "mixed-alphabets",
    /// An invisible character in an id.
    HIDDEN_CHARACTER = "hidden-character",
    /// A character that ids do not have.
    ID_CHARACTER = "id-character",
    /// A grade outside the scheme of the case.
    UNKNOWN_GRADE = "unknown-grade",
    /// Comments that a save drops.
    COMMENTS = "comments",
    /// A file of a newer minor version.
    NEWER_MINOR = "newer-minor",
    /// A file of a newer major version.
    NEWER_MAJOR = "newer-major",
    ;
    Note:
    /// No citation stands on it or its claims.
    UNSOURCED = "unsourced",
    /// It has no date, and nothing that it takes part in has one.
    UNDATED = "undated",
    /// Two claims differ on one attribute at one date.
    CONTESTED = "contested",
    ;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ALL;

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = ALL.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), ALL.len());
    }
}
