//! What is claimed, in words: attributes and values.

use super::Words;
use crate::model::Case;
use crate::model::case::Item;
use crate::model::claim::{Claim, Quantity, Value};

impl Words {
    /// An attribute in words: those that the program knows in the language of the interface, all others as the case says.
    pub fn attribute(&self, of: &str) -> String {
        let known = self.try_with(&format!("attribute-{of}"), &[]);
        known.unwrap_or_else(|| {
            let mut letters = of.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
    }

    /// What a claim says.
    pub fn claimed(&self, case: &Case, claim: &Claim) -> String {
        match &claim.value {
            Value::Text(text) => text.clone(),
            Value::Quantity(quantity) if ends_in_number(quantity) => format!("{} {}", quantity.stated, quantity.unit),
            Value::Quantity(quantity) => quantity.stated.clone(),
            Value::Date(when) => self.date_brief(when, &case.calendar().zone),
            Value::Reference(id) => case.item(id.as_str()).map_or(id.as_str(), Item::name).to_owned(),
        }
    }
}

/// Whether the unit can stand right behind what was stated: "some 70,000" users, but not "thousands of kilograms" kg.
pub fn ends_in_number(quantity: &Quantity) -> bool {
    quantity.stated.ends_with(|letter: char| letter.is_ascii_digit())
}
