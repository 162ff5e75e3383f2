//! What things are called and how they look, wherever they are listed.

use super::cx::ViewCx;
use crate::app::derived::Derived;
use crate::locale::Words;
pub use crate::locale::keys::{answer_key, direction_key, nature_key, strength_key};
use crate::model::case::{Grading, Item};
use crate::model::link::{Direction, Link, Strength};
use crate::model::source::Cite;
use crate::model::time::Answer;
use crate::model::{Case, Id};
use crate::scene::looks::{TENTATIVE, UNCONFIRMED};
use crate::scene::styles::look_of;
use crate::scene::{KindLook, NodeState, Style};

/// The name of a thing; its id where it is not in the case.
pub fn name<'a>(case: &'a Case, id: &'a Id) -> &'a str {
    case.item(id.as_str()).map_or(id.as_str(), Item::name)
}

/// A link in words: "Argus follows Lemont".
pub fn link_phrase(case: &Case, link: &Link) -> String {
    let way = match link.direction {
        Direction::Forward => "",
        Direction::Both => " ↔",
        Direction::Neither => " –",
    };
    format!("{} {}{way} {}", name(case, &link.from), link.relation, name(case, &link.to))
}

/// What is written for a thing in a list: a link as a phrase, all others by name.
pub fn title(case: &Case, item: Item<'_>) -> String {
    match item {
        Item::Link(link) => link_phrase(case, link),
        _ => item.name().to_owned(),
    }
}

/// What kind of thing it is, in words.
pub fn kind(words: &Words, case: &Case, item: Item<'_>) -> String {
    match item {
        Item::Entity(entity) => words.kind(case, &entity.kind),
        Item::Event(event) => event.kind.clone().unwrap_or_else(|| words.get("kind-event")),
        Item::Link(_) => words.get("kind-link"),
        Item::Source(source) => source.kind.clone(),
        Item::Story(_) => words.get("kind-story"),
    }
}

/// How an entity or event looks, colours chosen by hand or by rules included. None for links, sources and stories.
pub fn look(case: &Case, item: Item<'_>) -> Option<KindLook> {
    look_of(case, item)
}

/// The letters inside the shape of an entity.
pub fn code(item: Item<'_>) -> Option<&str> {
    match item {
        Item::Entity(entity) => entity.code.as_deref(),
        _ => None,
    }
}

/// How a thing is drawn: by whether it lies in the window.
pub fn state(derived: &Derived, id: &Id) -> NodeState {
    match derived.answers.of(id.as_str()) {
        Answer::Certain | Answer::Undated => NodeState::In,
        Answer::Possible => NodeState::Possible,
        Answer::Out => NodeState::Outside,
    }
}

/// How the line of a strength is broken.
pub const fn strength_style(strength: Strength) -> Style {
    match strength {
        Strength::Confirmed => Style::Solid,
        Strength::Tentative => TENTATIVE,
        Strength::Unconfirmed => UNCONFIRMED,
    }
}

/// The sentence that a screen reader says of a row: kind, name, number of ties, whether it lies in the window, why it
/// is hidden.
pub fn sentence(cx: &ViewCx<'_>, case: &Case, item: Item<'_>) -> String {
    let words = cx.words();
    let derived = cx.derived();
    let mut parts = vec![format!("{} {}", kind(words, case, item), title(case, item))];
    if let Item::Entity(_) | Item::Event(_) = item {
        parts.push(words.with("links-count", &[("count", case.graph().degree(item.id().as_str()).into())]));
    }
    let when = derived.dates.of(case, item.id().as_str()).or(item.when());
    if let Some(when) = when {
        parts.push(words.date(when, &case.calendar().zone));
    }
    let answer = derived.answers.of(item.id().as_str());
    // Without a window everything dated is in it, which is no news.
    if !matches!(item, Item::Source(_) | Item::Story(_))
        && (cx.workspace.window().is_some() || answer == Answer::Undated)
    {
        parts.push(words.get(answer_key(answer, cx.workspace.window_rule())));
    }
    if let Some(reason) = derived.visibility.reason(item.id()) {
        parts.push(words.with("hidden-because", &[("reason", words.get(reason.key()).into())]));
    }
    parts.join(", ")
}

/// The grade of a passage: reliability of its source and credibility of the passage, "A1". None where neither is given.
pub fn grade(case: &Case, cite: &Cite) -> Option<String> {
    let reliability = case.source(cite.source.as_str()).and_then(|source| source.reliability.as_deref());
    let grade = format!("{}{}", reliability.unwrap_or_default(), cite.credibility.as_deref().unwrap_or_default());
    (!grade.is_empty()).then_some(grade)
}

/// What the grade of a passage means: "reliable source, confirmed elsewhere".
pub fn grade_meaning(words: &Words, case: &Case, cite: &Cite) -> String {
    let reliability = case.source(cite.source.as_str()).and_then(|source| source.reliability.as_deref());
    let scheme = match case.head().grading {
        Grading::Admiralty => "admiralty",
        Grading::Europol4x4 => "europol",
        Grading::Uk3x5x2 => "uk",
        Grading::Ungraded => return String::new(),
    };
    let meaning = |what: &str, grade: Option<&str>| {
        words.try_with(&format!("grade-{scheme}-{what}-{}", grade?.to_ascii_lowercase()), &[])
    };
    let parts = [meaning("source", reliability), meaning("passage", cite.credibility.as_deref())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
