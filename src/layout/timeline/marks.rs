//! What stands on a lane: events, dated links, and how long the entity existed.

use std::collections::HashMap;

use super::form::Form;
use super::request::Maker;
use crate::model::claim::{Claim, Value};
use crate::model::time::{Conjunction, Span, Stamp, When};
use crate::model::{Id, case::Item};

/// What a mark stands for: an event in which the entity of the lane takes part, or a dated link of it.
pub use crate::model::time_index::Dated as MarkOf;

/// One thing that a mark stands for, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Position in the case.
    pub of: MarkOf,
    /// Its id.
    pub id: Id,
    /// Label.
    pub label: String,
    /// Width of the label in points.
    pub width: f32,
}

/// One mark on a lane: all things of one sort that have the same date.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for, the weightiest first; never empty.
    pub members: Vec<Member>,
    /// Its date: one form, or several for a set.
    pub forms: Vec<Form>,
    /// How the members of a set belong together.
    pub conjunction: Option<Conjunction>,
    /// A date that another source gives for the same thing: drawn weaker, without a label.
    pub is_rival: bool,
    /// What stands before its label, in this order.
    pub signs: Vec<Sign>,
}

/// What stands before a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// The date, or its end, is questioned.
    Questioned,
    /// Sources disagree on the date.
    Contested,
    /// No source is named.
    Unsourced,
    /// The date ends before it starts.
    Impossible,
}

impl Sign {
    /// The signs of a date, of which sources may disagree, on a thing.
    fn of(forms: &[Form], is_contested: bool, item: Item<'_>) -> Vec<Self> {
        let is_questioned = forms.iter().any(|form| match form {
            Form::Moment { questioned, .. } => *questioned,
            Form::Period { end, .. } => end.edge.is_questioned(),
            Form::Impossible(_) => false,
        });
        let is_impossible = forms.iter().any(|form| matches!(form, Form::Impossible(_)));
        [
            (Self::Questioned, is_questioned),
            (Self::Contested, is_contested),
            (Self::Unsourced, item.is_unsourced()),
            (Self::Impossible, is_impossible),
        ]
        .into_iter()
        .filter_map(|(sign, holds)| holds.then_some(sign))
        .collect()
    }
}

impl Mark {
    /// Whether it stands for links, which are drawn thinner than events.
    pub fn is_link(&self) -> bool {
        matches!(self.members[0].of, MarkOf::Link(_))
    }

    /// Whether its date contradicts itself.
    pub fn is_impossible(&self) -> bool {
        self.signs.contains(&Sign::Impossible)
    }

    /// Whether the two differ in nothing but what they stand for.
    fn is_twin_of(&self, other: &Self) -> bool {
        self.forms == other.forms
            && self.signs == other.signs
            && (self.conjunction, self.is_rival) == (other.conjunction, other.is_rival)
    }

    /// The earliest time that is known of it.
    pub fn first_known(&self) -> Stamp {
        self.forms.iter().filter_map(|form| form.first_known()).min().unwrap_or(Stamp::MAX)
    }
}

/// The existence of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// From when to when.
    pub forms: Vec<Form>,
    /// Starts that different sources claim, where they differ: from the first to the last the rail is unsure.
    pub claimed_starts: Vec<Span>,
    /// Sources disagree on it.
    pub is_contested: bool,
}

impl Rail {
    /// The rail of an entity, if it is dated.
    pub fn of(existed: Option<&When>, rivals: &[&When]) -> Option<Self> {
        let own = existed.or(rivals.first().copied())?;
        let (mut forms, _) = Form::of(own);
        forms.retain(|form| form.first_known().is_some());
        let mut claimed_starts: Vec<Span> =
            std::iter::once(own).chain(rivals.iter().copied()).filter_map(start_of).collect();
        claimed_starts.sort_by_key(|span| (span.start(), span.end()));
        claimed_starts.dedup();
        if claimed_starts.len() < 2 {
            claimed_starts.clear();
        }
        let is_contested = rivals.iter().any(|rival| rival.text() != own.text());
        (!forms.is_empty()).then_some(Self { forms, claimed_starts, is_contested })
    }
}

/// The dates that claims give for `attribute`.
pub fn dates<'a>(claims: &'a [Claim], attribute: &str) -> Vec<&'a When> {
    let mut found: Vec<&When> = Vec::new();
    for claim in claims.iter().filter(|claim| claim.of == attribute) {
        if let Value::Date(when) = &claim.value
            && found.iter().all(|known| known.text() != when.text())
        {
            found.push(when);
        }
    }
    found
}

/// The stretch in which the start lies; none where it is open or not known.
fn start_of(when: &When) -> Option<Span> {
    match Form::of(when).0.first()? {
        Form::Moment { written, .. } => Some(*written),
        Form::Period { start, .. } if start.earliest.is_bounded() && start.latest.is_bounded() => {
            Some(Span::new(start.earliest, start.latest))
        }
        _ => None,
    }
}

/// The marks of one thing on a lane: its own date first, then those that other sources give.
pub fn marks_of(of: MarkOf, label: String, maker: &Maker<'_>) -> Vec<Mark> {
    let item = maker.item(of);
    let rivals = maker.claimed(item.claims(), "when");
    let Some(own) = maker.date(of).or(rivals.first().copied()) else { return Vec::new() };
    let is_contested = rivals.iter().any(|rival| rival.text() != own.text());
    let label = if own.is_impossible() { format!("{label} · {}", maker.impossible) } else { label };
    let width = maker.measure.width(&label, maker.style);
    let member = Member { of, id: item.id().clone(), label, width };
    let mark = |when: &When, member: Member, is_rival: bool| {
        let (mut forms, conjunction) = Form::of(when);
        forms.retain(|form| form.first_known().is_some());
        let signs = if is_rival { Vec::new() } else { Sign::of(&forms, is_contested, item) };
        Mark { members: vec![member], forms, conjunction, is_rival, signs }
    };
    let mut marks = vec![mark(own, member.clone(), false)];
    for rival in rivals.into_iter().filter(|rival| rival.text() != own.text()) {
        marks.push(mark(rival, Member { label: String::new(), width: 0.0, ..member.clone() }, true));
    }
    marks.retain(|mark| !mark.forms.is_empty());
    marks
}

/// Puts marks of one sort with one date into one, in the order given.
pub fn clustered(marks: Vec<Mark>) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::with_capacity(marks.len());
    // By sort and first known time, so that only marks that may be twins are compared.
    let mut places: HashMap<(bool, Stamp), Vec<usize>> = HashMap::new();
    for mark in marks {
        let same_start = places.entry((mark.is_link(), mark.first_known())).or_default();
        let twin = same_start.iter().copied().find(|place| mark.is_twin_of(&found[*place]));
        if let Some(place) = twin {
            found[place].members.extend(mark.members);
        } else {
            same_start.push(found.len());
            found.push(mark);
        }
    }
    found
}
