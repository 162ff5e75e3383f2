//! The way from the whole case to one field: a chain on the stack that costs nothing until a finding needs it.

use std::fmt;

use super::tree::{Node, Shape};

/// One step down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// A field of a block.
    Field(&'p str),
    /// An element of a list.
    Index(usize),
    /// The entry of a map at this position, with this key.
    Entry(usize, &'p str),
}

/// A field path, for example `links[3].from`.
#[derive(Clone, Copy, Debug)]
pub struct Path<'p> {
    above: Option<(&'p Self, Step<'p>)>,
}

impl Path<'_> {
    /// The case itself.
    pub const WHOLE: Path<'static> = Path { above: None };
}

impl<'p> Path<'p> {
    /// The field `name` of this.
    pub fn field(&'p self, name: &'p str) -> Self {
        Self { above: Some((self, Step::Field(name))) }
    }

    /// Element `index` of this.
    pub fn index(&'p self, index: usize) -> Self {
        Self { above: Some((self, Step::Index(index))) }
    }

    /// The entry of this map at `position`, with this key.
    pub fn entry(&'p self, position: usize, key: &'p str) -> Self {
        Self { above: Some((self, Step::Entry(position, key))) }
    }

    /// The value at the end of the path, or the last on the way that is there; and for a map's entry its key.
    pub fn node<'n>(&self, root: &'n Node, text: &str) -> &'n Node {
        let Some((above, step)) = self.above else { return root };
        let parent = bare(above.node(root, text), text);
        let found = match (step, &parent.shape) {
            (Step::Field(name), Shape::Block(_, _)) => parent.field(text, name),
            (Step::Field(_), Shape::Tuple(_, items)) if items.len() == 1 => items[0].field(text, step.name()),
            (Step::Index(index), Shape::List(items)) => items.get(index),
            (Step::Entry(position, _), Shape::Map(pairs)) => pairs.get(position).map(|(key, _)| key),
            _ => None,
        };
        found.map_or(parent, |node| bare(node, text))
    }
}

impl<'p> Step<'p> {
    fn name(self) -> &'p str {
        match self {
            Self::Field(name) | Self::Entry(_, name) => name,
            Self::Index(_) => "",
        }
    }
}

/// What stands in `Some(…)`, which means the same as without.
pub fn bare<'n>(node: &'n Node, text: &str) -> &'n Node {
    match &node.shape {
        Shape::Tuple(_, items) if items.len() == 1 && node.name(text) == "Some" => bare(&items[0], text),
        _ => node,
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((above, step)) = self.above else { return Ok(()) };
        above.fmt(formatter)?;
        match step {
            Step::Field(name) if above.above.is_none() => formatter.write_str(name),
            Step::Field(name) => write!(formatter, ".{name}"),
            Step::Index(index) => write!(formatter, "[{index}]"),
            Step::Entry(_, key) => write!(formatter, "[{key:?}]"),
        }
    }
}
