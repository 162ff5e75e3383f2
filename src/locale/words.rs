//! The messages of one language.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use super::Language;

/// A value put into a message: text, or a number that decides between singular and plural.
pub type Arg<'a> = FluentValue<'a>;

/// In which zone times on the clock are shown. Days without a time are always those of the case's zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clocks {
    /// That of the case.
    #[default]
    Case,
    /// UTC.
    Utc,
}

/// The messages of one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    language: Language,
    clocks: Clocks,
    bundle: Arc<FluentBundle<FluentResource>>,
}

/// The message files, by area; each exists in every language.
macro_rules! areas {
    ($($area:literal),* $(,)?) => {
        const ENGLISH: &[(&str, &str)] =
            &[$(($area, include_str!(concat!("../../assets/locales/en/", $area, ".ftl")))),*];
        const DUTCH: &[(&str, &str)] =
            &[$(($area, include_str!(concat!("../../assets/locales/nl/", $area, ".ftl")))),*];
    };
}

areas!("dates", "entry", "kinds", "findings", "network", "timeline", "commands", "window", "panels");

impl Words {
    /// Reads the built-in messages of a language. A message file that cannot be read is a fault of the build, which
    /// the tests find; its sound messages are kept.
    pub fn new(language: Language) -> Self {
        let (files, region) = match language {
            Language::English => (ENGLISH, "en-GB"),
            Language::Dutch => (DUTCH, "nl-NL"),
        };
        let region: LanguageIdentifier = region.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![region]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => grouped_by_comma,
            Language::Dutch => grouped_by_point,
        }));
        for (_, text) in files {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, clocks: Clocks::Case, bundle: Arc::new(bundle) }
    }

    /// The same words with times on the clock in another zone.
    #[must_use]
    pub fn with_clocks(self, clocks: Clocks) -> Self {
        Self { clocks, ..self }
    }

    /// In which zone times on the clock are shown.
    pub fn clocks(&self) -> Clocks {
        self.clocks
    }

    /// The zone in which times on the clock are shown, where the case's is `zone`.
    pub fn clock_zone<'a>(&self, zone: &'a TimeZone) -> &'a TimeZone {
        match self.clocks {
            Clocks::Case => zone,
            Clocks::Utc => const { &TimeZone::UTC },
        }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this key; `key.attribute` asks for an attribute. The key itself where there is none.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with this key, filled with `args`.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.try_with(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The message with this key, if there is one.
    pub fn try_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (message, attribute) = key.split_once('.').map_or((key, None), |(message, rest)| (message, Some(rest)));
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// A whole number with its thousands set apart.
    pub fn number(&self, number: i64) -> String {
        let separator = match self.language {
            Language::English => ',',
            Language::Dutch => '.',
        };
        group(&number.to_string(), separator)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Words").field(&self.language).finish()
    }
}

type Memoizer = intl_memoizer::concurrent::IntlLangMemoizer;

fn grouped_by_comma(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    whole(value).map(|number| group(&number, ','))
}

fn grouped_by_point(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    whole(value).map(|number| group(&number, '.'))
}

fn whole(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(format!("{:.0}", number.value)),
        _ => None,
    }
}

/// Sets thousands apart from five digits on, as in "9 999" and "10,000": years and small counts stay whole.
fn group(number: &str, separator: char) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    if digits.len() < 5 {
        return number.to_owned();
    }
    let mut text = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    /// Key → names of its fillers, of messages and their attributes.
    fn keys(files: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        let mut found = BTreeMap::new();
        for (area, text) in files {
            let resource = fluent_syntax::parser::parse(*text).unwrap_or_else(|(_, errors)| {
                panic!("{area}.ftl: {errors:?}");
            });
            for entry in resource.body {
                let Entry::Message(message) = entry else { continue };
                let mut add = |key: String, pattern: &Pattern<&str>| {
                    assert!(found.insert(key.clone(), fillers(pattern)).is_none(), "{area}.ftl: {key} twice");
                };
                if let Some(value) = &message.value {
                    add(message.id.name.to_owned(), value);
                }
                for attribute in &message.attributes {
                    add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
                }
            }
        }
        found
    }

    fn fillers(pattern: &Pattern<&str>) -> Vec<String> {
        let mut names = Vec::new();
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                collect(expression, &mut names);
            }
        }
        names.sort();
        names.dedup();
        names
    }

    fn collect(expression: &Expression<&str>, names: &mut Vec<String>) {
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        match inline {
            InlineExpression::VariableReference { id } => names.push(id.name.to_owned()),
            InlineExpression::Placeable { expression } => collect(expression, names),
            _ => {}
        }
        if let Expression::Select { variants, .. } = expression {
            for variant in variants {
                names.extend(fillers(&variant.value));
            }
        }
    }

    #[test]
    fn dutch_and_english_have_the_same_keys_with_the_same_fillers() {
        let english = keys(ENGLISH);
        let dutch = keys(DUTCH);
        assert!(english.len() > 50, "the message files are read");
        for (key, fillers) in &english {
            assert_eq!(dutch.get(key), Some(fillers), "{key} in Dutch");
        }
        for key in dutch.keys() {
            assert!(english.contains_key(key), "{key} in English");
        }
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(Words::new(Language::English).number(70_000), "70,000");
        assert_eq!(Words::new(Language::Dutch).number(1_234_567), "1.234.567");
        assert_eq!(Words::new(Language::Dutch).number(2021), "2021");
    }

    #[test]
    fn an_unknown_key_shows_itself_instead_of_nothing() {
        assert_eq!(Words::new(Language::English).get("no-such-key"), "no-such-key");
    }

    #[test]
    fn a_regional_code_finds_its_language() {
        assert_eq!(Language::from_code("nl-BE"), Some(Language::Dutch));
        assert_eq!(Language::from_code("en_GB.UTF-8"), Some(Language::English));
        assert_eq!(Language::from_code("de"), None);
    }
}
