//! Texts, lists and maps of the drafts.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::super::watch;
use crate::model::case::Section;

/// A text, borrowed from the file where it holds no escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text<'t>(pub Cow<'t, str>);

impl Text<'_> {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Text<'_>> for String {
    fn from(text: Text<'_>) -> Self {
        text.0.into_owned()
    }
}

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Letters;
        impl<'de> Visitor<'de> for Letters {
            type Value = Text<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }
        deserializer.deserialize_str(Letters)
    }
}

/// A field that this version does not know, or could not take: its name and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown<'t> {
    /// The name as written.
    pub name: &'t str,
    /// The value as written.
    pub text: &'t str,
}

/// What stands in one of the case's lists.
pub trait Listing {
    /// That list.
    const SECTION: Section;

    /// Its id.
    fn id(&self) -> &Text<'_>;
}

/// A list of the case. Items that could not be read are left out; `origins` then says which were kept.
#[derive(Clone, Debug)]
pub struct Listed<T> {
    /// The items that could be read.
    pub items: Vec<T>,
    /// Their positions in the file; empty where every item could be read.
    pub origins: Vec<u32>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { items: Vec::new(), origins: Vec::new() }
    }
}

impl<T> Listed<T> {
    /// Position in the file of item `index`.
    pub fn origin(&self, index: usize) -> u32 {
        self.origins.get(index).copied().unwrap_or(index as u32)
    }
}

impl<'de, T: Deserialize<'de> + Listing> Deserialize<'de> for Listed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Listing> Visitor<'de> for Items<T> {
            type Value = Vec<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let mut items: Vec<T> = Vec::new();
                while let Some(item) = list.next_element::<T>()? {
                    if items.len().is_multiple_of(watch::EVERY) && watch::stops_at(item.id().as_str()) {
                        return Err(A::Error::custom("cancelled"));
                    }
                    items.push(item);
                }
                Ok(items)
            }
        }
        let items = deserializer.deserialize_seq(Items(PhantomData))?;
        Ok(Self { items, origins: Vec::new() })
    }
}

/// The entries of a map in the order of the file; a key may stand there twice.
#[derive(Clone, Debug)]
pub struct Pairs<'t, T>(pub Vec<(Text<'t>, T)>);

impl<T> Default for Pairs<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de: 't, 't, T: Deserialize<'de>> Deserialize<'de> for Pairs<'t, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Vec<(Text<'de>, T)>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(Entries(PhantomData)).map(Self)
    }
}
