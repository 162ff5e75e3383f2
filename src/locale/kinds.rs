//! Names of kinds: those of the program in the language of the interface, those of the case in its own words.

use super::Words;
use crate::model::Case;

impl Words {
    /// The name of a kind of entity, by its word in the file: built in, added by the case, or else the word itself.
    pub fn kind(&self, case: &Case, word: &str) -> String {
        match case.added_kind(word) {
            Some(kind) => kind.name.clone(),
            None => self.try_with(&format!("kind-{word}"), &[]).unwrap_or_else(|| word.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::model::kind::BuiltInKind;

    #[test]
    fn every_built_in_kind_has_a_name_and_an_unknown_one_names_itself() {
        let case = Case::empty("");
        for language in Language::ALL {
            let words = Words::new(language);
            for kind in BuiltInKind::ALL {
                assert_ne!(words.kind(&case, kind.word()), kind.word());
            }
            assert_eq!(words.kind(&case, "ship"), "ship");
        }
    }
}
