//! From rows to a case: everybody who is named becomes an entity, each row a link that leads back to its line.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use super::{Column, Doubt, EdgeList, MOST_DOUBTS, Row, Trouble, rows};
use crate::base::cancel::{Cancel, Progress};
use crate::base::text::fold;
use crate::model::Id;
use crate::model::case::{Grading, Head, Parts};
use crate::model::claim::{Claim, Exactness, Nature, Quantity, Value};
use crate::model::entity::Entity;
use crate::model::link::{Direction, Link, Strength};
use crate::model::source::{Attachment, Cite, Source};
use crate::model::time::{Tolerances, When};
use crate::model::view::ViewState;

/// The words of the language in which a case is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// Language code of the case.
    pub language: String,
    /// The word for a line of a file, for citations.
    pub line: String,
    /// The relation of a tie of which none is told.
    pub relation: String,
    /// Before the lines that could not be taken.
    pub not_taken: String,
    /// Before a time that could not be read.
    pub time: String,
    /// The name of the attribute that holds the weight.
    pub weight: String,
}

/// The kind of everybody who is named: nothing else is known of them.
const KIND: &str = "account";
const SOURCE: &str = "edge-list";
const ZONE: &str = "Europe/Amsterdam";
/// After so many rows somebody is told how far it is.
const STEP: u64 = 4_096;

/// A case of all rows that can be taken. `date` reads a time, if it can. None if it was cancelled.
pub fn parts(
    list: &EdgeList,
    texts: &Texts,
    date: &dyn Fn(&str) -> Option<When>,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Parts> {
    let mut making = Making {
        list,
        texts,
        date,
        names: HashMap::new(),
        ids: HashMap::new(),
        dates: HashMap::new(),
        entities: Vec::new(),
        source: Id::from(SOURCE),
    };
    let mut links = Vec::with_capacity(list.preview.sound);
    let mut bad: Vec<Doubt> = Vec::new();
    let mut bad_count = 0;
    let mut is_first = list.reading.has_header;
    let total = (list.preview.sound + list.preview.bad) as u64;
    for (done, row) in (0_u64..).zip(rows(&list.text, list.reading.delimiter)) {
        if done % STEP == 0 {
            progress.set(done, total);
            if cancel.is_cancelled() {
                return None;
            }
        }
        let doubt = match row {
            Err(doubt) => doubt,
            Ok(_) if std::mem::take(&mut is_first) => continue,
            Ok(row) => match row.trouble(&list.reading) {
                None => {
                    links.push(making.link(&row));
                    continue;
                }
                Some(trouble) => row.doubt(trouble),
            },
        };
        bad_count += 1;
        if bad.len() < MOST_DOUBTS {
            bad.push(doubt);
        }
    }
    let name = list.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = Source { note: note(texts, &bad, bad_count), ..source(&name, &list.sha256) };
    let title = list.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Some(Parts {
        head: head(if title.is_empty() { name } else { title }, texts),
        sources: vec![source],
        entities: making.entities,
        events: Vec::new(),
        links,
        stories: Vec::new(),
        view: ViewState::default(),
        asides: Vec::new(),
    })
}

/// What could not be taken, line by line: it is not lost.
fn note(texts: &Texts, bad: &[Doubt], count: usize) -> Option<String> {
    if bad.is_empty() {
        return None;
    }
    let mut note = format!("{} {count}", texts.not_taken);
    for Doubt { line, trouble, text } in bad {
        let why = match trouble {
            Trouble::NoSource | Trouble::NoTarget => "",
            Trouble::OpenQuote => "\"… ",
        };
        // Writing to a string cannot fail.
        let _ = write!(note, "\n{} {line}: {why}{text}", texts.line);
    }
    Some(note)
}

fn head(title: String, texts: &Texts) -> Head {
    Head {
        format: crate::file::VERSION,
        title,
        summary: None,
        language: Some(texts.language.clone()),
        time_zone: ZONE.to_owned(),
        grading: Grading::default(),
        example: false,
        tolerances: Tolerances::default(),
        kinds: Vec::new(),
        extra: Vec::new(),
    }
}

fn source(name: &str, sha256: &str) -> Source {
    Source {
        kind: "file".to_owned(),
        title: name.to_owned(),
        attachment: Some(Attachment { path: name.to_owned(), sha256: Some(sha256.to_owned()), extra: Vec::new() }),
        ..Source::new(Id::from(SOURCE))
    }
}

/// What is known so far.
struct Making<'a> {
    list: &'a EdgeList,
    texts: &'a Texts,
    date: &'a dyn Fn(&str) -> Option<When>,
    /// Ids by name.
    names: HashMap<String, Id>,
    /// How often each beginning of an id was given.
    ids: HashMap<String, u32>,
    /// Times that were read already: they come again and again.
    dates: HashMap<String, Option<When>>,
    entities: Vec<Entity>,
    source: Id,
}

impl Making<'_> {
    fn link(&mut self, row: &Row) -> Link {
        let reading = &self.list.reading;
        let cell = |column| row.cell(reading.column(column));
        let cite = Cite {
            source: self.source.clone(),
            at: Some(format!("{} {}", self.texts.line, row.line)),
            quote: None,
            credibility: None,
            learned: None,
            note: None,
            extra: Vec::new(),
        };
        let (from, to) = (self.entity(cell(Column::Source), &cite), self.entity(cell(Column::Target), &cite));
        let time = cell(Column::Time);
        let when = self.when(time);
        let relation = cell(Column::Relation);
        Link {
            id: Id::from(format!("row-{}", row.line).as_str()),
            from,
            to,
            relation: if relation.is_empty() { self.texts.relation.clone() } else { relation.to_owned() },
            direction: Direction::Forward,
            note: self.remark(row, (!time.is_empty() && when.is_none()).then_some(time)),
            when,
            strength: Strength::Confirmed,
            implied: false,
            nature: Nature::Fact,
            tags: Vec::new(),
            claims: weight(cell(Column::Weight), self.texts, &cite).into_iter().collect(),
            cites: vec![cite],
            extra: Vec::new(),
        }
    }

    /// A time that could not be read, and what stands in columns that hold nothing else.
    fn remark(&self, row: &Row, time: Option<&str>) -> Option<String> {
        let reading = &self.list.reading;
        let mut remarks: Vec<String> = time.map(|time| format!("{}: {time}", self.texts.time)).into_iter().collect();
        for (at, cell) in row.cells().enumerate() {
            let is_other = reading.columns.get(at).is_none_or(|column| *column == Column::Other);
            if is_other && !cell.trim().is_empty() {
                let name = self.list.preview.names.get(at).filter(|name| !name.is_empty());
                remarks.push(name.map_or_else(|| cell.trim().to_owned(), |name| format!("{name}: {}", cell.trim())));
            }
        }
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    fn when(&mut self, text: &str) -> Option<When> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.dates.get(text) {
            return known.clone();
        }
        let when = (self.date)(text);
        self.dates.insert(text.to_owned(), when.clone());
        when
    }

    /// The id of who is named; an entity is made where the name is new.
    fn entity(&mut self, name: &str, cite: &Cite) -> Id {
        if let Some(id) = self.names.get(name) {
            return id.clone();
        }
        let id = self.new_id(name);
        self.names.insert(name.to_owned(), id.clone());
        self.entities.push(Entity {
            kind: KIND.to_owned(),
            name: name.to_owned(),
            cites: vec![cite.clone()],
            ..Entity::new(id.clone())
        });
        id
    }

    /// An id that tells the name, as far as letters and digits do.
    fn new_id(&mut self, name: &str) -> Id {
        const MOST: usize = 40;
        let plain: String = fold(name)
            .chars()
            .take(MOST)
            .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
            .collect();
        let word = plain.trim_matches('-');
        let word = if word.is_empty() { "node" } else { word };
        // Rows and the source have ids of their own.
        let word = if word == SOURCE || word.starts_with("row-") { format!("n-{word}") } else { word.to_owned() };
        match self.ids.entry(word) {
            Entry::Vacant(free) => Id::from(free.insert_entry(1).key().as_str()),
            Entry::Occupied(mut taken) => {
                *taken.get_mut() += 1;
                // A dot stands in no word: nobody else has this id.
                Id::from(format!("{}.{}", taken.key(), taken.get()).as_str())
            }
        }
    }
}

/// The weight as a quantity; what is no number, in its own words.
fn weight(text: &str, texts: &Texts, cite: &Cite) -> Option<Claim> {
    if text.is_empty() {
        return None;
    }
    let number =
        text.parse::<f64>().or_else(|_| text.replace(',', ".").parse()).ok().filter(|number| number.is_finite());
    let value = match number {
        Some(number) => Value::Quantity(Quantity {
            stated: text.to_owned(),
            low: Some(number),
            high: Some(number),
            unit: texts.weight.clone(),
            exactness: Exactness::Exact,
            extra: Vec::new(),
        }),
        None => Value::Text(text.to_owned()),
    };
    Some(Claim {
        of: texts.weight.clone(),
        value,
        as_of: None,
        nature: Nature::Fact,
        note: None,
        cites: vec![cite.clone()],
        extra: Vec::new(),
    })
}
