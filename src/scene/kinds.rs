//! How each kind looks: colour, shape, icon. Takes kinds of the case, gives looks.

use super::Role;
use super::shape::Shape;
use crate::model::kind::{BuiltInKind, CaseKind, Colour};

/// The sign inside a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Nothing: an event of one moment.
    None,
    /// The sign of a built-in kind.
    Kind(BuiltInKind),
    /// A short bar: an event that lasts.
    Bar,
    /// A letter: a kind of the case's own.
    Letter(char),
}

/// Colour, shape and icon of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KindLook {
    /// Colour.
    pub role: Role,
    /// Outline.
    pub shape: Shape,
    /// Sign inside it.
    pub icon: Icon,
}

impl KindLook {
    /// The look of a built-in kind.
    pub const fn built_in(kind: BuiltInKind) -> Self {
        let shape = match kind {
            BuiltInKind::Investigation => Shape::Hexagon,
            BuiltInKind::Organisation => Shape::Square,
            BuiltInKind::Platform => Shape::Bubble,
            BuiltInKind::Agency => Shape::House,
            BuiltInKind::Unit => Shape::Shield,
            BuiltInKind::Country => Shape::Flag,
            BuiltInKind::Place => Shape::Pin,
            BuiltInKind::Person => Shape::Circle,
            BuiltInKind::Group => Shape::Pill,
            BuiltInKind::Asset => Shape::Octagon,
            BuiltInKind::Account => Shape::Parallelogram,
        };
        Self { role: Role::Kind(kind), shape, icon: Icon::Kind(kind) }
    }

    /// The look of an event; one that lasts carries a bar.
    pub const fn event(lasts: bool) -> Self {
        Self { role: Role::Event, shape: Shape::Diamond, icon: if lasts { Icon::Bar } else { Icon::None } }
    }

    /// The look of a kind that the case adds: the shape of what it is like, and a letter.
    ///
    /// Like nothing known: the shape of assets, the least specific of the built-in kinds.
    pub fn added(kind: &CaseKind) -> Self {
        let like = kind.like.as_deref().and_then(BuiltInKind::from_word).unwrap_or(BuiltInKind::Asset);
        let letter = kind.letter.or_else(|| initial(&kind.name)).or_else(|| initial(&kind.id)).unwrap_or('?');
        let look = Self { icon: Icon::Letter(letter), ..Self::built_in(like) };
        kind.colour.map_or(look, |colour| look.coloured(colour))
    }

    /// The look of the kind with this word: built-in, added by the case, or unknown (an octagon with its initial).
    pub fn of_word<'a>(word: &str, added: impl IntoIterator<Item = &'a CaseKind>) -> Self {
        if let Some(kind) = BuiltInKind::from_word(word) {
            return Self::built_in(kind);
        }
        match added.into_iter().find(|kind| kind.id == word) {
            Some(kind) => Self::added(kind),
            None => Self { icon: Icon::Letter(initial(word).unwrap_or('?')), ..Self::built_in(BuiltInKind::Asset) },
        }
    }

    /// The same look in a colour that the user chose.
    #[must_use]
    pub const fn coloured(self, colour: Colour) -> Self {
        Self { role: Role::Chosen(colour), ..self }
    }

    /// The colour of what is written on it.
    pub const fn on(self) -> Role {
        match self.role {
            Role::Chosen(colour) => Role::OnChosen(colour),
            _ => Role::OnKind,
        }
    }
}

fn initial(text: &str) -> Option<char> {
    text.chars().find(|letter| letter.is_alphanumeric()).and_then(|letter| letter.to_uppercase().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(like: Option<&str>, letter: Option<char>, colour: Option<Colour>) -> CaseKind {
        CaseKind {
            id: "vessel".to_owned(),
            name: "Vessel".to_owned(),
            like: like.map(str::to_owned),
            letter,
            colour,
            extra: Vec::new(),
        }
    }

    #[test]
    fn every_built_in_kind_has_a_shape_of_its_own() {
        let mut shapes: Vec<Shape> = BuiltInKind::ALL.map(|kind| KindLook::built_in(kind).shape).to_vec();
        shapes.push(KindLook::event(false).shape);
        assert_eq!(shapes, Shape::ALL);
    }

    #[test]
    fn a_kind_of_the_case_takes_the_shape_of_its_family_and_a_letter() {
        let plain = KindLook::added(&added(Some("platform"), None, None));
        assert_eq!((plain.shape, plain.icon), (Shape::Bubble, Icon::Letter('V')));
        assert_eq!(plain.role, Role::Kind(BuiltInKind::Platform));
        let own = KindLook::added(&added(Some("boat"), Some('b'), Some(Colour([1, 2, 3]))));
        assert_eq!((own.shape, own.icon), (Shape::Octagon, Icon::Letter('b')));
        assert_eq!(own.on(), Role::OnChosen(Colour([1, 2, 3])));
        let list = [added(Some("unit"), None, None)];
        assert_eq!(KindLook::of_word("vessel", &list).shape, Shape::Shield);
        assert_eq!(KindLook::of_word("person", &list).shape, Shape::Circle);
        assert_eq!(KindLook::of_word("zeppelin", &list).icon, Icon::Letter('Z'));
    }
}
