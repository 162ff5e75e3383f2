//! What differs between two states of a case: what came, what went, and which fields of what stayed changed.

use std::collections::HashMap;

use crate::model::Id;
use crate::model::case::{Case, Head, Item, Section};

/// What became of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Became {
    Added,
    Removed,
    Changed,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What became of it.
    pub became: Became,
    /// The list in which it stands.
    pub section: Section,
    /// Its id.
    pub id: Id,
    /// Its name: as it is afterwards, or was before it went.
    pub name: String,
    /// The fields that differ, by their names in the file.
    pub fields: Vec<&'static str>,
}

/// All differences between two states of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Fields of the case as a whole, by their names in the file.
    pub head: Vec<&'static str>,
    /// Things, in the order of the file: those of the later state, and then what went.
    pub things: Vec<Changed>,
    /// Whether the order of things differs, though nothing else does.
    pub is_reordered: bool,
    /// Whether what is pinned, hidden, coloured and grouped differs.
    pub view: bool,
}

impl Changes {
    /// Whether both states are alike.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many things came, went or changed.
    pub fn count(&self, became: Became) -> usize {
        self.things.iter().filter(|changed| changed.became == became).count()
    }
}

/// What differs from `before` to `after`.
pub fn changes(before: &Case, after: &Case) -> Changes {
    let mut things = Vec::new();
    for item in after.items() {
        let changed = |became, fields| Changed {
            became,
            section: item.section(),
            id: item.id().clone(),
            name: item.name().to_owned(),
            fields,
        };
        match before.item(item.id().as_str()).filter(|other| other.section() == item.section()) {
            None => things.push(changed(Became::Added, Vec::new())),
            Some(other) if other != item => things.push(changed(Became::Changed, fields(other, item))),
            Some(_) => {}
        }
    }
    let kept: HashMap<&Id, Section> = after.items().map(|item| (item.id(), item.section())).collect();
    let gone = before.items().filter(|item| kept.get(item.id()) != Some(&item.section()));
    things.extend(gone.map(|item| Changed {
        became: Became::Removed,
        section: item.section(),
        id: item.id().clone(),
        name: item.name().to_owned(),
        fields: Vec::new(),
    }));
    let is_reordered = things.is_empty() && !before.items().map(Item::id).eq(after.items().map(Item::id));
    let mut head = head(before.head(), after.head());
    if before.parts().asides != after.parts().asides {
        head.push("set-aside");
    }
    Changes { head, things, is_reordered, view: before.view() != after.view() }
}

/// Names the fields of two values that differ.
macro_rules! differing {
    ($before:expr, $after:expr; $($field:ident),* $(,)?) => {{
        let mut fields = Vec::new();
        $(if $before.$field != $after.$field {
            fields.push(stringify!($field));
        })*
        fields
    }};
}

fn head(before: &Head, after: &Head) -> Vec<&'static str> {
    differing!(before, after; format, title, summary, language, time_zone, grading, example, tolerances, kinds, extra)
}

fn fields(before: Item<'_>, after: Item<'_>) -> Vec<&'static str> {
    match (before, after) {
        (Item::Source(before), Item::Source(after)) => differing!(before, after; kind, title, publisher, published,
            language, address, reliability, repeats, covers, attachment, handling, use_limits, note, extra),
        (Item::Entity(before), Item::Entity(after)) => differing!(before, after; kind, name, aliases, existed, code,
            tags, note, claims, cites, merged, extra),
        (Item::Event(before), Item::Event(after)) => differing!(before, after; title, kind, when, nature, place,
            participants, order, tags, note, claims, cites, extra),
        (Item::Link(before), Item::Link(after)) => differing!(before, after; from, to, relation, direction, when,
            strength, implied, nature, tags, note, claims, cites, extra),
        (Item::Story(before), Item::Story(after)) => differing!(before, after; title, steps, extra),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::change::Change;
    use crate::model::edit::Edit;
    use crate::model::entity::Entity;
    use crate::model::piece::Piece;

    #[test]
    fn what_came_went_and_changed_is_told_with_its_fields() {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "person", name: "Anna", note: "N"),
            Entity(id: "b", kind: "person", name: "Bert"),
        ])"#;
        let before = crate::file::read(text.as_bytes()).expect("it opens").case;
        let mut after = before.clone();
        assert!(changes(&before, &after).is_empty());
        let anna = Entity { name: "Anne".to_owned(), note: None, ..before.entity("a").expect("she is there").clone() };
        let new = Entity { name: "Chris".to_owned(), ..Entity::new("c".into()) };
        let change = Change::put([Piece::Entity(anna), Piece::Entity(new)]);
        after.apply(Edit::Change(Box::new(change))).expect("it fits");
        after.apply(Edit::Change(Box::new(Change::remove(["b".into()])))).expect("it fits");
        let found = changes(&before, &after);
        let told: Vec<_> =
            found.things.iter().map(|one| (one.became, one.name.as_str(), one.fields.join(" "))).collect();
        let none = String::new();
        assert_eq!(
            told,
            [
                (Became::Changed, "Anne", "name note".to_owned()),
                (Became::Added, "Chris", none.clone()),
                (Became::Removed, "Bert", none),
            ]
        );
        assert!(!found.view && found.head.is_empty() && !found.is_reordered);
        assert_eq!(found.count(Became::Added), 1);
    }
}
