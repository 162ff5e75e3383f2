//! How things look by what is chosen in the case: colours by hand, rules, sizes by an attribute.

use super::KindLook;
use crate::base::text::fold;
use crate::model::Case;
use crate::model::case::Item;
use crate::model::claim::{Claim, Value};
use crate::model::kind::Colour;
use crate::model::link::Link;
use crate::model::time::When;
use crate::model::view::Rule;

/// How an entity or event looks: in the colour chosen by hand, else in that of the first rule that matches, else as its
/// kind. None for links, sources and stories.
pub fn look_of(case: &Case, item: Item<'_>) -> Option<KindLook> {
    let look = match item {
        Item::Entity(entity) => KindLook::of_word(&entity.kind, &case.head().kinds),
        Item::Event(event) => KindLook::event(event.when.as_ref().is_some_and(When::is_extent)),
        Item::Link(_) | Item::Source(_) | Item::Story(_) => return None,
    };
    Some(colour_of(case, item).map_or(look, |colour| look.coloured(colour)))
}

fn colour_of(case: &Case, item: Item<'_>) -> Option<Colour> {
    let view = case.view();
    view.colours.get(item.id()).copied().or_else(|| {
        let mut colours = view.rules.iter().filter_map(|rule| Some((rule, rule.colour?)));
        colours.find(|(rule, _)| matches(case, rule, item)).map(|(_, colour)| colour)
    })
}

/// Whether a rule speaks of this thing: every condition that it states must hold; without any it speaks of nothing.
pub fn matches(case: &Case, rule: &Rule, item: Item<'_>) -> bool {
    let Rule { kind, tag, attribute, value, least, .. } = rule;
    let has_condition = [kind, tag, attribute].iter().any(|condition| condition.is_some());
    let is_kind = kind.as_ref().is_none_or(|kind| match item {
        Item::Entity(entity) => entity.kind == *kind,
        Item::Event(_) => kind == "event",
        _ => false,
    });
    let is_tagged = tag.as_ref().is_none_or(|tag| item.tags().iter().any(|known| fold(known) == fold(tag)));
    let is_claimed = attribute.as_ref().is_none_or(|attribute| {
        // What is contested matches by any of its claims: none is dropped for being disputed.
        item.claims().iter().filter(|claim| claim.of == *attribute).any(|claim| {
            value.as_ref().is_none_or(|value| fold(&text(case, claim)) == fold(value))
                && least.is_none_or(|least| number(claim).is_some_and(|number| number >= least))
        })
    });
    has_condition && is_kind && is_tagged && is_claimed
}

fn text(case: &Case, claim: &Claim) -> String {
    match &claim.value {
        Value::Text(text) => text.clone(),
        Value::Quantity(quantity) => quantity.stated.clone(),
        Value::Date(when) => when.text().to_owned(),
        Value::Reference(id) => case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned()),
    }
}

/// The number that a claim states: its lower bound, or where it has none its upper.
fn number(claim: &Claim) -> Option<f64> {
    let quantity = claim.quantity()?;
    quantity.low.or(quantity.high).filter(|number| number.is_finite())
}

/// The number that is claimed first of an attribute.
pub fn claimed(claims: &[Claim], attribute: &str) -> Option<f64> {
    claims.iter().filter(|claim| claim.of == attribute).find_map(number)
}

/// A scale from the least to the greatest number that is claimed of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    attribute: String,
    low: f64,
    high: f64,
}

/// Radius of the smallest and the largest node on a scale, in points at zoom 1.
const RADII: [f32; 2] = [8.0, 26.0];
/// Width of the thinnest and the thickest link on a scale, in points.
const WIDTHS: [f32; 2] = [1.0, 7.0];

impl Scale {
    /// The scale of the nodes, where sizes are by an attribute of which there are numbers.
    pub fn of_nodes(case: &Case) -> Option<Self> {
        let claims = (case.entities().iter().map(|entity| entity.claims.as_slice()))
            .chain(case.events().iter().map(|event| event.claims.as_slice()));
        Self::new(case.view().size_by.as_deref()?, claims)
    }

    /// The scale of the links, where widths are by an attribute of which there are numbers.
    pub fn of_links(case: &Case) -> Option<Self> {
        Self::new(case.view().width_by.as_deref()?, case.links().iter().map(|link| link.claims.as_slice()))
    }

    fn new<'a>(attribute: &str, claims: impl Iterator<Item = &'a [Claim]>) -> Option<Self> {
        let numbers = claims.filter_map(|claims| claimed(claims, attribute));
        let (low, high) =
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(number), high.max(number)));
        (low <= high).then(|| Self { attribute: attribute.to_owned(), low: low.min(0.0), high })
    }

    /// Where a number stands on the scale: 0 at the least (or at nought), 1 at the greatest. By roots, so that areas and
    /// not lengths tell how much it is, and half of a range of millions is not lost at the lower end.
    fn share(&self, claims: &[Claim]) -> Option<f32> {
        let number = claimed(claims, &self.attribute)?;
        // Halves first: the ends of the range of numbers are further apart than a number can say.
        let range = (self.high / 2.0 - self.low / 2.0).max(f64::MIN_POSITIVE);
        Some(((number / 2.0 - self.low / 2.0) / range).clamp(0.0, 1.0).sqrt() as f32)
    }

    /// Radius of a node at zoom 1; the smallest where nothing is claimed.
    pub fn radius(&self, item: Item<'_>) -> f32 {
        let [least, most] = RADII;
        self.share(item.claims()).map_or(least, |share| least + share * (most - least))
    }

    /// Width of a link; the thinnest where nothing is claimed.
    pub fn width(&self, link: &Link) -> f32 {
        let [least, most] = WIDTHS;
        self.share(&link.claims).map_or(least, |share| least + share * (most - least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edit::Edit;
    use crate::model::view::Looks;
    use crate::scene::Role;

    fn case(rules: Vec<Rule>) -> Case {
        let text = r#"Case(format: (1, 0), title: "T", entities: [
            Entity(id: "a", kind: "platform", name: "A", tags: ["Seized"],
                claims: [Claim(of: "users", value: Quantity(stated: "70,000", low: 70000, unit: "users"))]),
            Entity(id: "b", kind: "platform", name: "B",
                claims: [Claim(of: "users", value: Quantity(stated: "600", high: 600, unit: "users")),
                         Claim(of: "users", value: Text("many"))]),
            Entity(id: "c", kind: "person", name: "C"),
        ])"#;
        let mut case = crate::file::read(text.as_bytes()).expect("it opens").case;
        let looks = Looks { rules, size_by: Some("users".to_owned()), width_by: None };
        case.apply(Edit::Looks(Box::new(looks))).expect("looks are never refused");
        case
    }

    fn rule() -> Rule {
        Rule {
            kind: None,
            tag: None,
            attribute: None,
            value: None,
            least: None,
            colour: Some(Colour([1, 2, 3])),
            extra: Vec::new(),
        }
    }

    fn coloured(rule: Rule) -> Vec<&'static str> {
        let case = case(vec![rule]);
        let chosen = |id: &&&str| {
            let look = look_of(&case, case.item(id).expect("it is there")).expect("nodes have looks");
            look.role == Role::Chosen(Colour([1, 2, 3]))
        };
        ["a", "b", "c"].iter().filter(chosen).copied().collect()
    }

    #[test]
    fn every_condition_of_a_rule_must_hold_and_one_without_any_speaks_of_nothing() {
        assert_eq!(coloured(rule()), [""; 0]);
        assert_eq!(coloured(Rule { kind: Some("platform".into()), ..rule() }), ["a", "b"]);
        assert_eq!(coloured(Rule { tag: Some("seized".into()), ..rule() }), ["a"], "as people compare words");
        let users = Rule { attribute: Some("users".into()), ..rule() };
        assert_eq!(coloured(users.clone()), ["a", "b"]);
        assert_eq!(coloured(Rule { least: Some(1_000.0), ..users.clone() }), ["a"]);
        assert_eq!(coloured(Rule { value: Some("Many".into()), ..users.clone() }), ["b"], "by any of its claims");
        assert_eq!(coloured(Rule { kind: Some("person".into()), ..users }), [""; 0]);
    }

    #[test]
    fn the_first_rule_that_matches_wins_and_a_colour_by_hand_wins_from_rules() {
        let other = Rule { kind: Some("platform".into()), colour: Some(Colour([9, 9, 9])), ..rule() };
        let mut case = case(vec![Rule { tag: Some("seized".into()), ..rule() }, other]);
        let role = |case: &Case, id: &str| look_of(case, case.item(id).expect("it is there")).expect("a look").role;
        assert_eq!(role(&case, "a"), Role::Chosen(Colour([1, 2, 3])));
        assert_eq!(role(&case, "b"), Role::Chosen(Colour([9, 9, 9])));
        case.apply(Edit::Colour { id: "a".into(), colour: Some(Colour([5, 5, 5])) }).expect("it is there");
        assert_eq!(role(&case, "a"), Role::Chosen(Colour([5, 5, 5])));
    }

    #[test]
    fn sizes_grow_with_what_is_claimed_and_are_finite_whatever_it_is() {
        let case = case(Vec::new());
        let scale = Scale::of_nodes(&case).expect("numbers are claimed");
        let radius = |id: &str| scale.radius(case.item(id).expect("it is there"));
        assert!((radius("a") - 26.0).abs() < 0.01 && radius("b") < radius("a") && radius("b") > radius("c"));
        for (low, high) in [(-f64::MAX, f64::MAX), (0.0, 0.0), (5.0, 5.0)] {
            let scale = Scale { attribute: "users".into(), low, high };
            assert!(scale.radius(case.item("a").expect("it is there")).is_finite());
        }
    }
}
