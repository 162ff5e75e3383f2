//! Claims: what a source says of one attribute of one thing. Claims on one attribute stand side by side.

use super::Id;
use super::source::{Cite, Extra};
use super::time::When;

/// Whether something is said to be so, judged to be so, or expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nature {
    /// Stated as a fact.
    #[default]
    Fact,
    /// The source's own judgement.
    Judgement,
    /// Expected by the source.
    Forecast,
}

/// One statement about an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The attribute, for example `users`; also `when`, `existed`, `name`.
    pub of: String,
    /// What is said.
    pub value: Value,
    /// The date for which it is said.
    pub as_of: Option<When>,
    /// Fact, judgement or forecast.
    pub nature: Nature,
    /// Remark.
    pub note: Option<String>,
    /// Where it is said.
    pub cites: Vec<Cite>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// The value of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number with its exactness.
    Quantity(Quantity),
    /// A date.
    Date(When),
    /// Another thing of the case.
    Reference(Id),
}

/// How exactly a quantity was stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exactness {
    /// Counted.
    #[default]
    Exact,
    /// Rounded ("about 70,000").
    Rounded,
    /// A floor ("at least 28").
    AtLeast,
    /// An order of magnitude ("hundreds of millions").
    OrderOfMagnitude,
    /// A word without a size ("several").
    Vague,
}

/// A number as it was stated. The bounds serve sorting and drawing; the screen says what was stated.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// In the words of the source (or ours, in the case's language).
    pub stated: String,
    /// Least value that the words allow; finite.
    pub low: Option<f64>,
    /// Greatest value that the words allow; finite.
    pub high: Option<f64>,
    /// Unit: what is counted or measured.
    pub unit: String,
    /// How exactly it was stated.
    pub exactness: Exactness,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

impl Quantity {
    /// Whether two statements say the same number of the same thing, whatever their words.
    pub fn agrees_with(&self, other: &Self) -> bool {
        if self.unit != other.unit {
            return false;
        }
        match (self.low, self.high, other.low, other.high) {
            (None, None, None, None) => self.stated == other.stated,
            _ => self.low == other.low && self.high == other.high,
        }
    }
}

impl Claim {
    /// The quantity, if the claim states one.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether both claims speak of one attribute at one as-of date and say different things.
    pub fn contradicts(&self, other: &Self) -> bool {
        let same_date = match (&self.as_of, &other.as_of) {
            (None, None) => true,
            (Some(mine), Some(theirs)) => mine.text() == theirs.text(),
            _ => false,
        };
        self.of == other.of && same_date && !self.agrees_with(other)
    }

    fn agrees_with(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Text(mine), Value::Text(theirs)) => mine == theirs,
            (Value::Quantity(mine), Value::Quantity(theirs)) => mine.agrees_with(theirs),
            (Value::Date(mine), Value::Date(theirs)) => mine.text() == theirs.text(),
            (Value::Reference(mine), Value::Reference(theirs)) => mine == theirs,
            _ => false,
        }
    }
}

/// The attributes of `claims` on which sources disagree, in order of first mention.
pub fn contested(claims: &[Claim]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        if !found.contains(&claim.of.as_str()) && claims[index + 1..].iter().any(|other| claim.contradicts(other)) {
            found.push(&claim.of);
        }
    }
    found
}
