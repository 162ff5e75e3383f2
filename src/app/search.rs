//! Finding anything by its words: names, aliases, notes, claims, passages and sources; case and accents do not count.

use std::collections::BTreeSet;

use crate::base::parallel::{in_pieces, threads};
use crate::base::text::{fold, near_miss};
use crate::model::case::{Item, Place};
use crate::model::claim::{Claim, Value};
use crate::model::graph::Tie;
use crate::model::source::Cite;
use crate::model::{Case, Id};

/// Where a text stands; earlier ones rank higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Name, title or relation.
    Name,
    /// Another name.
    Alias,
    /// Id in the file.
    Id,
    /// Remark, tag or role.
    Note,
    /// What a source says.
    Claim,
    /// Locator or quotation.
    Citation,
    /// Publisher or address of a source.
    Source,
}

impl Field {
    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Alias => "field-alias",
            Self::Id => "field-id",
            Self::Note => "field-note",
            Self::Claim => "field-claim",
            Self::Citation => "field-citation",
            Self::Source => "field-source",
        }
    }
}

/// A thing that was found, and the text in which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The thing.
    pub id: Id,
    /// Where the words stand.
    pub field: Field,
    /// The text in which they stand.
    pub text: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where all that was found stands in the case, best first.
    pub places: Vec<Place>,
    /// The first of it, with the texts in which the words stand.
    pub best: Vec<Match>,
}

/// Every text of a case, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchIndex {
    entries: Vec<Entry>,
}

/// The texts of one thing, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    id: Id,
    place: Place,
    folded: Box<str>,
    /// Where each text ends, and what it is.
    ends: Box<[(Field, u32)]>,
}

impl Entry {
    fn new(case: &Case, place: Place) -> Self {
        let Some(item) = case.at(place) else {
            return Self::empty(place);
        };
        let mut folded = String::new();
        let ends = texts(case, item)
            .into_iter()
            .map(|(field, text)| {
                folded.push_str(&fold(&text));
                (field, folded.len() as u32)
            })
            .collect();
        Self { id: item.id().clone(), place, folded: folded.into_boxed_str(), ends }
    }

    fn empty(place: Place) -> Self {
        Self { id: Id::from(""), place, folded: Box::default(), ends: Box::default() }
    }

    fn texts(&self) -> impl Iterator<Item = (Field, &str)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        starts.zip(&self.ends).map(|(start, (field, end))| (*field, &self.folded[start as usize..*end as usize]))
    }

    /// Whether all words stand in its texts.
    fn has(&self, words: &[&str]) -> bool {
        // A word that stands nowhere in the whole stands in no part of it.
        words.iter().all(|word| self.folded.contains(word) && self.texts().any(|(_, text)| text.contains(word)))
    }
}

/// Things whose texts are collected together by one thread.
const PIECE: usize = 4_096;
/// So many of what was found are told with their texts: nobody reads on.
const MOST_TOLD: usize = 500;

/// Where all that can be found stands, in the order of the index.
fn places(case: &Case) -> impl Iterator<Item = Place> {
    let (entities, events) = (case.entities().len() as u32, case.events().len() as u32);
    let (links, sources) = (case.links().len() as u32, case.sources().len() as u32);
    (0..entities)
        .map(Place::Entity)
        .chain((0..events).map(Place::Event))
        .chain((0..links).map(Place::Link))
        .chain((0..sources).map(Place::Source))
}

/// Where something stands in the index, if it can be found.
fn position(case: &Case, place: Place) -> Option<usize> {
    let (entities, events, links) = (case.entities().len(), case.events().len(), case.links().len());
    match place {
        Place::Entity(at) => Some(at as usize),
        Place::Event(at) => Some(entities + at as usize),
        Place::Link(at) => Some(entities + events + at as usize),
        Place::Source(at) => Some(entities + events + links + at as usize),
        Place::Story(_) => None,
    }
}

impl SearchIndex {
    /// The same for a case in which these items were touched since. What is not touched keeps its order among the rest.
    /// `stands`: nothing came or went, so that all stands where it stood.
    #[must_use]
    pub fn updated(mut self, case: &Case, touched: &BTreeSet<Id>, stands: bool) -> Self {
        let stale = with_dependants(case, touched);
        if stands {
            for place in stale.iter().filter_map(|id| case.place(id.as_str())) {
                if let Some(entry) = position(case, place).and_then(|at| self.entries.get_mut(at)) {
                    *entry = Entry::new(case, place);
                }
            }
            return self;
        }
        let mut stale_at: Vec<usize> = stale.iter().filter_map(|id| position(case, case.place(id.as_str())?)).collect();
        stale_at.sort_unstable();
        let mut stale_at = stale_at.into_iter().peekable();
        // Its word lies where it lay: then it need not be read.
        let is_it = |entry: &Entry, id: &Id| entry.id.address() == id.address() || entry.id == *id;
        let mut before = self.entries.into_iter().peekable();
        let entries = places(case).enumerate().map(|(at, place)| {
            let Some(item) = case.at(place) else { return Entry::empty(place) };
            let is_stale = stale_at.next_if_eq(&at).is_some();
            // What went is passed over, and what is put in anew.
            while before.next_if(|entry| !is_it(entry, item.id()) && stale.contains(&entry.id)).is_some() {}
            match before.next_if(|entry| is_it(entry, item.id())) {
                Some(entry) if !is_stale => Entry { place, ..entry },
                _ => Entry::new(case, place),
            }
        });
        Self { entries: entries.collect() }
    }

    /// Collects the texts of a case.
    pub fn new(case: &Case) -> Self {
        let none = Id::from("");
        let empty = |place| Entry { id: none.clone(), place, folded: Box::default(), ends: Box::default() };
        let mut entries: Vec<Entry> = places(case).map(empty).collect();
        in_pieces(
            threads(),
            &mut entries,
            PIECE,
            || (),
            |(), _, some| {
                for entry in some {
                    *entry = Entry::new(case, entry.place);
                }
            },
        );
        Self { entries }
    }

    /// The things in whose texts all words of the question stand, best first: by field, then by whether the text
    /// begins with the words, then in the order of the case. An empty question finds nothing. `case` is the one whose
    /// texts were collected.
    pub fn find(&self, case: &Case, question: &str) -> Found {
        let question = fold(question);
        let words: Vec<&str> = question.split_whitespace().collect();
        if words.is_empty() {
            return Found::default();
        }
        let mut found: Vec<(Field, bool, usize, usize)> = Vec::new();
        for (order, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.has(&words)) {
            let best = (entry.texts().enumerate())
                .filter(|(_, (_, text))| words.iter().any(|word| text.contains(word)))
                .map(|(number, (field, text))| (field, !text.starts_with(words[0]), number))
                .min();
            found.extend(best.map(|(field, inside, number)| (field, inside, order, number)));
        }
        found.sort_unstable();
        let told = |(field, _, order, number): &(Field, bool, usize, usize)| {
            let item = case.at(self.entries[*order].place)?;
            let (_, text) = texts(case, item).into_iter().nth(*number)?;
            Some(Match { id: item.id().clone(), field: *field, text })
        };
        Found {
            best: found.iter().take(MOST_TOLD).filter_map(told).collect(),
            places: found.iter().map(|(_, _, order, _)| self.entries[*order].place).collect(),
        }
    }

    /// A name that resembles the question, for when nothing was found.
    pub fn suggestion<'a>(&self, case: &'a Case, question: &str) -> Option<&'a str> {
        let names = self.entries.iter().filter_map(|entry| case.at(entry.place)).flat_map(|item| {
            let aliases = match item {
                Item::Entity(entity) => entity.aliases.as_slice(),
                _ => &[],
            };
            std::iter::once(item.name()).chain(aliases.iter().map(String::as_str))
        });
        near_miss(question, names.take(MOST_COMPARED))
    }
}

/// These items, and those whose texts name them: links that end at them, claims that refer to them.
fn with_dependants(case: &Case, touched: &BTreeSet<Id>) -> BTreeSet<Id> {
    let mut all = touched.clone();
    for id in touched {
        let ties = case.graph().neighbours(id.as_str()).into_iter();
        all.extend(ties.filter_map(|neighbour| match neighbour.tie {
            Tie::Link(link) => Some(link.clone()),
            Tie::Participation(..) => None,
        }));
    }
    // Mostly nothing names them, and then no claim need be looked at.
    let touched: BTreeSet<&Id> = touched.iter().filter(|id| case.is_named(id)).collect();
    if touched.is_empty() {
        return all;
    }
    let refers = |claim: &Claim| matches!(&claim.value, Value::Reference(id) if touched.contains(id));
    let named = case.items().filter(|item| {
        let parts = if let Item::Event(event) = item { event.participants.as_slice() } else { &[] };
        item.claims().iter().chain(parts.iter().flat_map(|part| &part.claims)).any(refers)
    });
    all.extend(named.map(|item| item.id().clone()));
    all
}

/// So many names are compared with a word that was not found: more would be felt.
const MOST_COMPARED: usize = 20_000;

fn texts(case: &Case, item: Item<'_>) -> Vec<(Field, String)> {
    let mut texts: Vec<(Field, String)> = vec![(Field::Name, item.name().to_owned())];
    texts.push((Field::Id, item.id().to_string()));
    texts.extend(item.note().map(|note| (Field::Note, note.to_owned())));
    texts.extend(item.tags().iter().map(|tag| (Field::Note, tag.clone())));
    cite_texts(item.cites(), &mut texts);
    claim_texts(case, item.claims(), &mut texts);
    match item {
        Item::Entity(entity) => {
            texts.extend(entity.aliases.iter().chain(&entity.code).map(|alias| (Field::Alias, alias.clone())));
        }
        Item::Event(event) => {
            for participant in &event.participants {
                texts.push((Field::Note, participant.role.clone()));
                texts.extend(participant.note.iter().map(|note| (Field::Note, note.clone())));
                claim_texts(case, &participant.claims, &mut texts);
                cite_texts(&participant.cites, &mut texts);
            }
            for order in &event.order {
                texts.extend(order.note.iter().map(|note| (Field::Note, note.clone())));
                cite_texts(&order.cites, &mut texts);
            }
        }
        Item::Link(link) => {
            for end in [&link.from, &link.to] {
                texts.extend(case.item(end.as_str()).map(|item| (Field::Note, item.name().to_owned())));
            }
        }
        Item::Source(source) => {
            let attachment = source.attachment.as_ref().map(|attachment| &attachment.path);
            let own = [&source.publisher, &source.address, &source.handling].into_iter().flatten();
            texts.extend(own.chain(attachment).chain(&source.use_limits).map(|text| (Field::Source, text.clone())));
            let covered = source.covers.iter().filter_map(|coverage| coverage.note.as_ref());
            texts.extend(covered.map(|note| (Field::Note, note.clone())));
        }
        Item::Story(_) => {}
    }
    texts
}

fn claim_texts(case: &Case, claims: &[Claim], texts: &mut Vec<(Field, String)>) {
    for claim in claims {
        let value = match &claim.value {
            Value::Text(text) => text.clone(),
            Value::Quantity(quantity) => format!("{} {}", quantity.stated, quantity.unit),
            Value::Date(when) => when.text().to_owned(),
            Value::Reference(id) => {
                case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned())
            }
        };
        texts.push((Field::Claim, format!("{}: {value}", claim.of)));
        texts.extend(claim.note.iter().map(|note| (Field::Claim, note.clone())));
        cite_texts(&claim.cites, texts);
    }
}

fn cite_texts(cites: &[Cite], texts: &mut Vec<(Field, String)>) {
    for cite in cites {
        texts.extend(
            [&cite.at, &cite.quote, &cite.note].into_iter().flatten().map(|text| (Field::Citation, text.clone())),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::tests::Dice;
    use crate::file::tests::edits::random_edit;
    use crate::file::tests::random::Maker;

    const CASE: &str = r#"Case(
    format: (1, 0),
    title: "T",
    sources: [
        Source(id: "s", kind: "report", title: "Report", publisher: "Gazette", address: "gazette.example/1", use_limits: ["not in court"], attachment: Attachment(path: "scans/page.pdf"), covers: [Coverage(period: "2020", note: "only the harbour")]),
    ],
    entities: [
        Entity(id: "zoe", kind: "person", name: "Zo\u{eb}", aliases: ["Zwaantje"], code: "ZO", cites: [Cite(source: "s", at: "p. 17")]),
        Entity(id: "boat", kind: "asset", name: "Boat", note: "painted green", claims: [Claim(of: "length", value: Quantity(stated: "twelve", unit: "metres"))]),
    ],
    events: [
        Event(id: "first", title: "First crossing"),
        Event(id: "crossing", title: "Crossing", participants: [
            Participant(entity: "boat", role: "carried", note: "by night", claims: [Claim(of: "cargo", value: Text("barrels"))], cites: [Cite(source: "s", at: "p. 23")]),
        ], order: [Order(is: After, event: "first", note: "by the tide table", cites: [Cite(source: "s", quote: "ebb")])]),
    ],
)"#;

    fn found(question: &str) -> Vec<String> {
        let case = crate::file::read(CASE.as_bytes()).expect("it opens").case;
        let found = SearchIndex::new(&case).find(&case, question);
        assert_eq!(found.places.len(), found.best.len());
        found.best.into_iter().map(|hit| hit.id.to_string()).collect()
    }

    #[test]
    fn an_index_that_is_mended_after_random_edits_is_the_one_made_anew() {
        let mut mended = 0;
        for seed in 0..12 {
            let mut dice = Dice(seed + 900);
            let mut case = Maker::new(&mut dice).case();
            let mut index = SearchIndex::new(&case);
            for number in 0..80 {
                let (content, structure) = (case.revision().content, case.revision().structure);
                let Some(edit) = random_edit(&case, &mut dice, number) else { continue };
                if case.apply(edit).is_err() {
                    continue;
                }
                index = match case.since(content) {
                    Some(since) => index.updated(&case, &since.ids, case.revision().structure == structure),
                    None => SearchIndex::new(&case),
                };
                mended += usize::from(case.since(content).is_some());
                assert!(index == SearchIndex::new(&case), "sequence {seed}, edit {number}");
            }
        }
        assert!(mended > 200, "{mended}");
    }

    #[test]
    fn row_14_a_name_is_found_however_its_accents_are_made_and_without_them() {
        for question in ["Zo\u{eb}", "zoe\u{308}", "ZOE", "zwaantje", "p. 17"] {
            assert_eq!(found(question), ["zoe"], "{question:?}");
        }
        assert!(found("z\u{43e}\u{435}").is_empty(), "Cyrillic letters are others, however alike they look");
    }

    #[test]
    fn every_text_of_a_participation_an_order_and_a_source_is_found() {
        for question in ["carried", "by night", "barrels", "p. 23", "tide table", "ebb"] {
            assert_eq!(found(question), ["crossing"], "{question:?}");
        }
        for question in ["gazette", "not in court", "page.pdf", "only the harbour"] {
            assert_eq!(found(question), ["s"], "{question:?}");
        }
        assert_eq!(found("twelve metres"), ["boat"]);
    }

    #[test]
    fn all_words_must_be_there_and_names_come_first() {
        assert_eq!(found("crossing"), ["crossing", "first"], "what begins with the word stands before the rest");
        assert_eq!(found("green boat"), ["boat"]);
        assert!(found("green crossing").is_empty() && found(" ").is_empty());
    }
}
