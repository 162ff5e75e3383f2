//! Tree to draft: every fault of shape is noticed, and what is sound is taken.
//!
//! A fault costs the item that holds it, no more; a fault in what is said of the whole case costs that field.

use std::borrow::Cow;

use super::super::codes;
use super::super::draft::{Listed, Listing, Pairs, Text, Unknown};
use super::super::notices::{Args, FIRST, Notices};
use super::path::{Path, bare};
use super::tree::{Field, Node, Shape};
use crate::base::text::near_miss;
use crate::model::case::Section;

/// What can be read from the tree. Nothing means that it cannot be taken as written, and a finding says why.
pub trait Located<'t>: Sized {
    /// Reads `node`, which stands at `path`.
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self>;
}

/// A reading of one tree.
#[derive(Debug)]
pub struct Shaping<'t> {
    text: &'t str,
    /// What was noticed.
    pub notices: Notices,
    /// Items that could not be read, by section and position.
    pub asides: Vec<(Section, u32)>,
    /// Stretches of the text that are kept as they are.
    pub kept: Vec<(u32, u32)>,
}

impl<'t> Shaping<'t> {
    /// Reads from `text`.
    pub fn new(text: &'t str, notices: Notices) -> Self {
        Self { text, notices, asides: Vec::new(), kept: Vec::new() }
    }

    /// The whole text of the file.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The fields of a block that may be called `name`.
    pub fn block<'n>(
        &mut self,
        node: &'n Node,
        name: &'static str,
        known: &'static [&'static str],
        path: &'n Path<'n>,
    ) -> Option<Block<'n>> {
        let node = bare(node, self.text);
        let found = node.name(self.text);
        let fields: &[Field] = match &node.shape {
            Shape::Block(..) | Shape::Tuple(..)
                if !found.is_empty() && found != name && !is_some_block(node, found) =>
            {
                let args = vec![("expected", name.to_owned()), ("found", found.to_owned())];
                self.notices.add(codes::WRONG_NAME, node.start as usize, path, None, args);
                return None;
            }
            Shape::Block(_, fields) => fields,
            Shape::Tuple(_, items) if items.is_empty() => &[],
            _ => {
                self.wrong_type(node, "block", path);
                return None;
            }
        };
        Some(Block { node, fields, known, path, sound: true, kept: Vec::new() })
    }

    /// One of `words`.
    pub fn word(&mut self, node: &Node, words: &'static [&'static str], path: &Path<'_>) -> Option<&'static str> {
        let node = bare(node, self.text);
        let source = node.source(self.text);
        if node.shape == Shape::Word {
            if let Some(word) = words.iter().find(|word| **word == source) {
                return Some(word);
            }
        } else if node.shape != Shape::Text {
            self.wrong_type(node, "word", path);
            return None;
        }
        self.unknown_word(node, source, words, path);
        None
    }

    /// One of `names` with one value in brackets.
    pub fn variant<'n>(
        &mut self,
        node: &'n Node,
        names: &'static [&'static str],
        path: &Path<'_>,
    ) -> Option<(&'static str, &'n Node)> {
        let node = bare(node, self.text);
        let found = node.name(self.text);
        if let Shape::Tuple(_, items) = &node.shape
            && let Some(name) = names.iter().find(|name| **name == found)
            && let [inner] = &items[..]
        {
            return Some((name, inner));
        }
        if matches!(node.shape, Shape::Word) || !found.is_empty() && !names.contains(&found) {
            let word = if found.is_empty() { node.source(self.text) } else { found };
            self.unknown_word(node, word, names, path);
        } else {
            self.wrong_type(node, "variant", path);
        }
        None
    }

    fn unknown_word(&mut self, node: &Node, word: &str, words: &[&'static str], path: &Path<'_>) {
        let unquoted = word.trim_matches('"');
        let near = near_miss(unquoted, words.iter().copied()).unwrap_or_default();
        let args = vec![("word", word.to_owned()), ("words", words.join(", ")), ("near", near.to_owned())];
        self.notices.add(codes::UNKNOWN_WORD, node.start as usize, path, None, args);
    }

    /// Says that something else belongs here; `expected` is the last part of a message's key.
    pub fn wrong_type(&mut self, node: &Node, expected: &str, path: &Path<'_>) {
        let found = match &node.shape {
            Shape::Text => "text",
            Shape::Number => "number",
            Shape::Word => match node.source(self.text) {
                "true" | "false" => "flag",
                "inf" | "NaN" => "number",
                _ => "word",
            },
            Shape::List(_) => "list",
            Shape::Block(..) => "block",
            Shape::Tuple(..) => "tuple",
            Shape::Map(_) => "map",
            Shape::Other => "other",
        };
        let args = vec![("expected", expected.to_owned()), ("found", found.to_owned())];
        self.notices.add(codes::WRONG_TYPE, node.start as usize, path, None, args);
    }

    fn bad_number(&mut self, node: &Node, most: String, path: &Path<'_>) {
        let args: Args = vec![("number", node.source(self.text).chars().take(40).collect()), ("most", most)];
        self.notices.add(codes::BAD_NUMBER, node.start as usize, path, None, args);
    }

    /// A whole number up to `most`.
    fn whole(&mut self, node: &Node, most: u64, path: &Path<'_>) -> Option<u64> {
        let node = bare(node, self.text);
        let source = node.source(self.text);
        if node.shape != Shape::Number && !is_number_word(source) {
            self.wrong_type(node, "number", path);
            return None;
        }
        let number = integer(source).filter(|number| *number <= u128::from(most));
        if number.is_none() {
            self.bad_number(node, most.to_string(), path);
        }
        number.map(|number| number as u64)
    }
}

/// `Some(field: …)`: an optional block without its name.
fn is_some_block(node: &Node, name: &str) -> bool {
    name == "Some" && matches!(node.shape, Shape::Block(..))
}

fn is_number_word(source: &str) -> bool {
    matches!(source, "inf" | "NaN" | "inff32" | "inff64" | "NaNf32" | "NaNf64")
}

/// A whole number as RON writes it: with `_` between digits, in base 2, 8, 10 or 16, perhaps with its type behind.
fn integer(source: &str) -> Option<u128> {
    let digits = source.strip_prefix('+').unwrap_or(source);
    let (digits, base) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (digits, 10),
    };
    let digits = digits.split(['i', 'u']).next().unwrap_or_default().replace('_', "");
    let digits = digits.strip_prefix('-').filter(|digits| digits.bytes().all(|digit| digit == b'0')).unwrap_or(&digits);
    u128::from_str_radix(digits, base).ok()
}

fn float(source: &str) -> Option<f64> {
    let source = source.strip_suffix("f32").or_else(|| source.strip_suffix("f64")).unwrap_or(source);
    let value = match source.replace('_', "").parse::<f64>() {
        Ok(value) => value,
        Err(_) => match source.strip_prefix('-') {
            Some(digits) => -(integer(digits)? as f64),
            None => integer(source)? as f64,
        },
    };
    value.is_finite().then_some(value)
}

/// What became of a field.
enum Taken<T> {
    Absent,
    Faulty,
    Sound(T),
}

impl<T> Taken<T> {
    fn sound(self) -> Option<T> {
        match self {
            Self::Sound(value) => Some(value),
            Self::Absent | Self::Faulty => None,
        }
    }
}

/// The fields of one block, taken one after another.
#[derive(Debug)]
pub struct Block<'n> {
    node: &'n Node,
    fields: &'n [Field],
    known: &'static [&'static str],
    path: &'n Path<'n>,
    sound: bool,
    /// Positions of fields that could not be taken.
    kept: Vec<usize>,
}

impl Block<'_> {
    /// A field that must be there.
    pub fn required<'t, T: Located<'t>>(&mut self, name: &'static str, shaping: &mut Shaping<'t>) -> Option<T> {
        let found = self.take(name, shaping);
        if matches!(found, Taken::Absent) {
            let args = vec![("field", name.to_owned())];
            shaping.notices.add(codes::MISSING_FIELD, self.node.start as usize, self.path, None, args);
            self.sound = false;
        }
        found.sound()
    }

    /// A field that may be left out.
    pub fn optional<'t, T: Located<'t> + Default>(
        &mut self,
        name: &'static str,
        shaping: &mut Shaping<'t>,
    ) -> Option<T> {
        match self.take(name, shaping) {
            Taken::Absent => Some(T::default()),
            found => found.sound(),
        }
    }

    fn take<'t, T: Located<'t>>(&mut self, name: &'static str, shaping: &mut Shaping<'t>) -> Taken<T> {
        let text = shaping.text;
        let mut named = self.fields.iter().enumerate().filter(|(_, field)| plain_name(field, text) == name);
        let Some((position, field)) = named.next() else { return Taken::Absent };
        let path = self.path.field(name);
        let value = T::located(&field.value, &path, shaping);
        if value.is_none() {
            self.kept.push(position);
            self.sound = false;
        }
        for (again, twin) in named {
            let args = vec![("field", name.to_owned()), (FIRST, field.start.to_string())];
            shaping.notices.add(codes::DUPLICATE_FIELD, twin.start as usize, &path, None, args);
            self.kept.push(again);
            self.sound = false;
        }
        value.map_or(Taken::Faulty, Taken::Sound)
    }

    /// The unknown fields, if all others could be taken.
    pub fn strict_rest<'t>(&mut self, shaping: &mut Shaping<'t>) -> Option<Vec<Unknown<'t>>> {
        self.kept.clear();
        let rest = self.lenient_rest(shaping);
        self.sound.then_some(rest)
    }

    /// The unknown fields, and those that could not be taken.
    pub fn lenient_rest<'t>(&mut self, shaping: &mut Shaping<'t>) -> Vec<Unknown<'t>> {
        let text = shaping.text;
        let mut rest = Vec::new();
        for (position, field) in self.fields.iter().enumerate() {
            let name = plain_name(field, text);
            let unknown = !self.known.contains(&name);
            if unknown {
                let near = near_miss(name, self.known.iter().copied()).unwrap_or_default();
                let args = vec![("field", name.to_owned()), ("near", near.to_owned())];
                shaping.notices.add(codes::UNKNOWN_FIELD, field.start as usize, &self.path.field(name), None, args);
            }
            if unknown || self.kept.contains(&position) {
                shaping.kept.push((field.value.start, field.value.end));
                rest.push(Unknown { name: field.name(text), text: field.value.source(text) });
            }
        }
        rest
    }
}

fn plain_name<'t>(field: &Field, text: &'t str) -> &'t str {
    let name = field.name(text);
    name.strip_prefix("r#").unwrap_or(name)
}

impl<'t> Located<'t> for Text<'t> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        let content: Option<Cow<'t, str>> = node.text(shaping.text);
        if content.is_none() {
            shaping.wrong_type(node, "text", path);
        }
        content.map(Text)
    }
}

impl<'t> Located<'t> for bool {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        match node.source(shaping.text) {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                shaping.wrong_type(node, "flag", path);
                None
            }
        }
    }
}

impl<'t> Located<'t> for u16 {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        shaping.whole(node, u64::from(Self::MAX), path).map(|number| number as Self)
    }
}

impl<'t> Located<'t> for u32 {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        shaping.whole(node, u64::from(Self::MAX), path).map(|number| number as Self)
    }
}

impl<'t> Located<'t> for f64 {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        let source = node.source(shaping.text);
        if node.shape != Shape::Number && !is_number_word(source) {
            shaping.wrong_type(node, "number", path);
            return None;
        }
        let number = float(source);
        if number.is_none() {
            shaping.bad_number(node, format!("{:e}", Self::MAX), path);
        }
        number
    }
}

impl<'t, A: Located<'t>, B: Located<'t>> Located<'t> for (A, B) {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        if let Shape::Tuple(0, items) = &node.shape
            && let [first, second] = &items[..]
        {
            let (first, second) = (A::located(first, path, shaping), B::located(second, path, shaping));
            return Some((first?, second?));
        }
        shaping.wrong_type(node, "pair", path);
        None
    }
}

impl<'t, T: Located<'t>> Located<'t> for Option<T> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        if node.shape == Shape::Word && node.source(shaping.text) == "None" {
            return Some(None);
        }
        T::located(node, path, shaping).map(Some)
    }
}

impl<'t, T: Located<'t>> Located<'t> for Vec<T> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let items = list(node, path, shaping)?;
        // Every element is read even after a fault, so that all faults are noticed at once.
        let read: Self = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| T::located(item, &path.index(index), shaping))
            .collect();
        (read.len() == items.len()).then_some(read)
    }
}

impl<'t, T: Located<'t> + Listing> Located<'t> for Listed<T> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let items = list(node, path, shaping)?;
        let mut listed = Self { items: Vec::with_capacity(items.len()), origins: Vec::with_capacity(items.len()) };
        for (index, item) in items.iter().enumerate() {
            if let Some(item) = T::located(item, &path.index(index), shaping) {
                listed.items.push(item);
                listed.origins.push(index as u32);
            } else {
                shaping.asides.push((T::SECTION, index as u32));
            }
        }
        Some(listed)
    }
}

impl<'t, T: Located<'t>> Located<'t> for Pairs<'t, T> {
    fn located(node: &Node, path: &Path<'_>, shaping: &mut Shaping<'t>) -> Option<Self> {
        let node = bare(node, shaping.text);
        let Shape::Map(pairs) = &node.shape else {
            shaping.wrong_type(node, "map", path);
            return None;
        };
        let mut read = Vec::with_capacity(pairs.len());
        for (position, (key, value)) in pairs.iter().enumerate() {
            let text = Text::located(key, path, shaping);
            let name = text.as_ref().map_or("", Text::as_str);
            let value = T::located(value, &path.entry(position, name), shaping);
            read.extend(text.zip(value));
        }
        (read.len() == pairs.len()).then_some(Self(read))
    }
}

fn list<'n>(node: &'n Node, path: &Path<'_>, shaping: &mut Shaping<'_>) -> Option<&'n [Node]> {
    let node = bare(node, shaping.text);
    if let Shape::List(items) = &node.shape {
        Some(items)
    } else {
        shaping.wrong_type(node, "list", path);
        None
    }
}
