//! What is said of the case as a whole.

use super::{kept, maybe};
use crate::model::Case;
use crate::model::case::{Grading, Head};
use crate::model::kind::{BuiltInKind, CaseKind, Colour};
use crate::model::time::Calendar;

/// The properties of a case, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PropertiesForm {
    /// Title.
    pub title: String,
    /// What the case is about.
    pub summary: String,
    /// Language code of the case's own texts.
    pub language: String,
    /// IANA name of the zone whose days are meant.
    pub time_zone: String,
    /// Grading scheme.
    pub grading: Grading,
    /// Kinds that the case adds.
    pub kinds: Vec<KindForm>,
}

/// A kind that the case adds, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KindForm {
    /// What it was read from.
    pub before: Option<CaseKind>,
    /// Its name.
    pub name: String,
    /// The built-in kind whose shape and colour it has.
    pub like: Option<BuiltInKind>,
    /// The letter in its shape.
    pub letter: String,
    /// Its colour as `RRGGBB`.
    pub colour: String,
}

/// What is wrong with the properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PropertiesFault {
    /// A case has a title.
    NoTitle,
    /// No zone is called so.
    Zone(String),
    /// A kind without a name.
    NoKindName,
    /// More than one letter.
    Letter(String),
    /// No colour.
    Colour(String),
}

impl PropertiesForm {
    /// The properties of a case.
    pub fn new(case: &Case) -> Self {
        let head = case.head();
        let kinds = head.kinds.iter().map(|kind| KindForm {
            name: kind.name.clone(),
            like: kind.like.as_deref().and_then(BuiltInKind::from_word),
            letter: kind.letter.map(String::from).unwrap_or_default(),
            colour: kind.colour.map(Colour::text).unwrap_or_default(),
            before: Some(kind.clone()),
        });
        Self {
            title: head.title.clone(),
            summary: kept(head.summary.as_deref()),
            language: kept(head.language.as_deref()),
            time_zone: head.time_zone.clone(),
            grading: head.grading,
            kinds: kinds.collect(),
        }
    }

    /// The properties that come of it.
    pub fn head(&self, case: &Case) -> Result<Head, PropertiesFault> {
        let title = maybe(&self.title).ok_or(PropertiesFault::NoTitle)?;
        let zone = self.time_zone.trim().to_owned();
        if Calendar::named(&zone).is_none() && zone != case.head().time_zone {
            return Err(PropertiesFault::Zone(zone));
        }
        let mut kinds: Vec<CaseKind> = Vec::with_capacity(self.kinds.len());
        for form in &self.kinds {
            let kind = form.kind(&kinds)?;
            kinds.push(kind);
        }
        Ok(Head {
            title,
            summary: maybe(&self.summary),
            language: maybe(&self.language),
            time_zone: zone,
            grading: self.grading,
            kinds,
            ..case.head().clone()
        })
    }
}

impl KindForm {
    fn kind(&self, others: &[CaseKind]) -> Result<CaseKind, PropertiesFault> {
        let name = maybe(&self.name).ok_or(PropertiesFault::NoKindName)?;
        let mut letters = self.letter.trim().chars();
        let letter = letters.next();
        if letters.next().is_some() {
            return Err(PropertiesFault::Letter(self.letter.trim().to_owned()));
        }
        let colour = match self.colour.trim() {
            "" => None,
            text => Some(Colour::parse(text).ok_or_else(|| PropertiesFault::Colour(text.to_owned()))?),
        };
        let like = self.like.map(|kind| kind.word().to_owned());
        Ok(match &self.before {
            // A word that is not built in stays as it is written.
            Some(before) => {
                let like = like.or_else(|| before.like.clone().filter(|word| BuiltInKind::from_word(word).is_none()));
                CaseKind { name, like, letter, colour, ..before.clone() }
            }
            None => CaseKind { id: word(&name, others), name, like, letter, colour, extra: Vec::new() },
        })
    }
}

/// A word for a kind that no other kind has.
fn word(name: &str, others: &[CaseKind]) -> String {
    let folded = crate::base::text::fold(name);
    let is_free = |word: &str| BuiltInKind::from_word(word).is_none() && others.iter().all(|kind| kind.id != word);
    let numbered = (2..u32::MAX).map(|number| format!("{folded} {number}"));
    std::iter::once(folded.clone()).chain(numbered).find(|word| is_free(word)).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_that_nobody_touched_are_those_of_the_case() {
        let text = include_str!("../../../examples/crypto-phones.ron");
        let case = crate::file::read(text.as_bytes()).expect("it opens").case;
        assert_eq!(PropertiesForm::new(&case).head(&case).as_ref(), Ok(case.head()));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let case = Case::empty("T");
        let form = |change: fn(&mut PropertiesForm)| {
            let mut form = PropertiesForm::new(&case);
            change(&mut form);
            form.head(&case)
        };
        assert_eq!(form(|form| form.title.clear()), Err(PropertiesFault::NoTitle));
        assert_eq!(form(|form| form.time_zone = "Mars".into()), Err(PropertiesFault::Zone("Mars".into())));
        let vessel =
            KindForm { name: "Person".into(), colour: "00ff10".into(), letter: "V".into(), ..KindForm::default() };
        let mut with_kind = PropertiesForm::new(&case);
        with_kind.kinds.push(vessel);
        let head = with_kind.head(&case).expect("it is sound");
        assert_eq!((head.kinds[0].id.as_str(), head.kinds[0].letter), ("person 2", Some('V')));
    }
}
