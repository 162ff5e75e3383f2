//! `rodedraad stats`: how much of what is in a case.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::check::line;
use super::{FAILED, FINDINGS, FINE, Outcome, asked_window, load};
use crate::file;
use crate::locale::Words;
use crate::model::answers::{Answers, Tally};
use crate::model::case::{Case, Item};
use crate::model::claim::{Claim, contested};
use crate::model::finding::{Finding, Severity};
use crate::model::time::{Stamp, When};

/// Which case is counted, and how it is told.
#[derive(Clone, Debug, Args)]
pub struct Stats {
    /// The case.
    case: PathBuf,
    /// Counts what lies in this time: EDTF or words, for example 2021-02/2021-03-09 or "mid Feb 2021".
    #[arg(long)]
    window: Option<String>,
    /// One JSON object.
    #[arg(long)]
    json: bool,
}

impl Stats {
    /// Counts. Findings of severity error do not keep the rest from being counted.
    pub fn run(&self, words: &Words) -> Outcome {
        let bytes = match load(&self.case, words) {
            Ok((bytes, _)) => bytes,
            Err(outcome) => return outcome,
        };
        let opened = match file::read(&bytes) {
            Ok(opened) => opened,
            Err(refused) => {
                let code = if refused.is_limit() { FAILED } else { FINDINGS };
                return Outcome::ended(code, line(&self.case, &refused.finding, words));
            }
        };
        let window = match self.window.as_deref().map(|asked| (asked, asked_window(asked, &opened.case, words))) {
            None => None,
            Some((asked, Ok(entered))) => {
                let span = entered.when.outer();
                let understood = words.span(span, &opened.case.calendar().zone);
                Some((format!("{asked} ({understood})"), Answers::new(&opened.case, Some(span))))
            }
            Some((_, Err(outcome))) => return outcome,
        };
        let counts = Counts::new(&opened.case, &opened.findings);
        let mut outcome = Outcome { code: if counts.errors > 0 { FINDINGS } else { FINE }, ..Outcome::default() };
        outcome.said = if self.json {
            format!("{}\n", counts.json(window.as_ref().map(|(_, answers)| answers)))
        } else {
            counts.words(&opened.case, window.as_ref().map(|(asked, answers)| (asked.as_str(), answers)), words)
        };
        let errors = opened.findings.iter().filter(|finding| finding.severity == Severity::Error);
        for finding in errors.take(3) {
            outcome.complain(&line(&self.case, finding, words));
        }
        outcome
    }
}

/// Everything that is counted.
struct Counts {
    kinds: BTreeMap<String, usize>,
    entities: usize,
    events: usize,
    links: usize,
    participations: usize,
    quantities: usize,
    sources: usize,
    citations: usize,
    unsourced: usize,
    undated: usize,
    contested: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    aside: usize,
}

impl Counts {
    fn new(case: &Case, findings: &[Finding]) -> Self {
        let items = || {
            let entities = case.entities().iter().map(Item::Entity);
            let events = case.events().iter().map(Item::Event);
            entities.chain(events).chain(case.links().iter().map(Item::Link))
        };
        let participants = || case.events().iter().flat_map(|event| &event.participants);
        let lists = || items().map(Item::claims).chain(participants().map(|participant| &participant.claims[..]));
        let claims = || lists().flatten();
        let severity = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let mut kinds = BTreeMap::new();
        for entity in case.entities() {
            *kinds.entry(entity.kind.clone()).or_default() += 1;
        }
        Self {
            kinds,
            entities: case.entities().len(),
            events: case.events().len(),
            links: case.links().len(),
            participations: participants().count(),
            quantities: claims().filter(|claim| claim.quantity().is_some()).count(),
            sources: case.sources().len(),
            citations: items().map(|item| item.cites().len()).sum::<usize>()
                + participants().map(|participant| participant.cites.len()).sum::<usize>()
                + case.events().iter().flat_map(|event| &event.order).map(|order| order.cites.len()).sum::<usize>()
                + case
                    .parts()
                    .stories
                    .iter()
                    .flat_map(|story| &story.steps)
                    .map(|step| step.cites.len())
                    .sum::<usize>()
                + claims().map(|claim: &Claim| claim.cites.len()).sum::<usize>(),
            unsourced: items().filter(|item| item.is_unsourced()).count(),
            undated: Answers::new(case, None).tally().undated,
            contested: lists().map(|claims| contested(claims).len()).sum(),
            errors: severity(Severity::Error),
            warnings: severity(Severity::Warning),
            notes: severity(Severity::Note),
            aside: case.parts().asides.len(),
        }
    }

    fn json(&self, window: Option<&Answers>) -> Value {
        let mut object = json!({
            "entities": self.entities,
            "events": self.events,
            "links": self.links,
            "participations": self.participations,
            "quantities": self.quantities,
            "sources": self.sources,
            "citations": self.citations,
            "unsourced": self.unsourced,
            "undated": self.undated,
            "contested": self.contested,
            "aside": self.aside,
            "kinds": self.kinds,
            "findings": { "error": self.errors, "warning": self.warnings, "note": self.notes },
        });
        if let Some(answers) = window {
            let mut all = tally(answers.tally());
            all["entities"] = tally(answers.entity_tally());
            all["events"] = tally(answers.event_tally());
            all["links"] = tally(answers.link_tally());
            object["window"] = all;
        }
        object
    }

    fn words(&self, case: &Case, window: Option<(&str, &Answers)>, words: &Words) -> String {
        let mut text = format!("{}\n", case.head().title);
        let mut line = |key: &str, value: String| {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{:<16}{value}", words.get(&format!("stats-{key}")));
        };
        let number = |count: usize| words.number(count as i64);
        line("entities", number(self.entities));
        for (kind, count) in &self.kinds {
            let name = case.added_kind(kind).map(|kind| kind.name.clone());
            let name = name.or_else(|| words.try_with(&format!("kind-{kind}"), &[])).unwrap_or_else(|| kind.clone());
            line("kind", format!("{} {name}", number(*count)));
        }
        for (key, count) in [
            ("events", self.events),
            ("participations", self.participations),
            ("links", self.links),
            ("sources", self.sources),
            ("citations", self.citations),
            ("quantities", self.quantities),
            ("unsourced", self.unsourced),
            ("undated", self.undated),
            ("contested", self.contested),
        ] {
            line(key, number(count));
        }
        if self.aside > 0 {
            line("aside", number(self.aside));
        }
        if let Some((start, end)) = reach(case) {
            line("span", format!("{start} – {end}"));
        }
        if let Some((asked, answers)) = window {
            line("window", asked.to_owned());
            for (key, tally) in [
                ("entities", answers.entity_tally()),
                ("events", answers.event_tally()),
                ("links", answers.link_tally()),
                ("all", answers.tally()),
            ] {
                let filled = [
                    ("certain", tally.certain),
                    ("possible", tally.possible),
                    ("out", tally.out),
                    ("undated", tally.undated),
                ]
                .map(|(name, count)| (name, (count as i64).into()));
                line(key, words.with("stats-tally", &filled));
            }
        }
        line("findings", {
            let filled = [("error", self.errors), ("warning", self.warnings), ("note", self.notes)]
                .map(|(name, count)| (name, (count as i64).into()));
            words.with("stats-severities", &filled)
        });
        text
    }
}

fn tally(tally: Tally) -> Value {
    json!({
        "certain": tally.certain,
        "possible": tally.possible,
        "out": tally.out,
        "undated": tally.undated,
    })
}

/// First and last day that a date of the case names, open and unknown ends aside.
fn reach(case: &Case) -> Option<(String, String)> {
    let entities = case.entities().iter().filter_map(|entity| entity.existed.as_ref());
    let events = case.events().iter().filter_map(|event| event.when.as_ref());
    let links = case.links().iter().filter_map(|link| link.when.as_ref());
    let written: Vec<_> = entities.chain(events).chain(links).map(When::written).collect();
    let starts = written.iter().map(|span| span.start());
    let ends = written.iter().map(|span| span.end());
    let bounded = |stamp: &Stamp| stamp.is_bounded();
    let first = starts.clone().chain(ends.clone()).filter(bounded).min()?;
    let last = starts.chain(ends).filter(bounded).max()?;
    let day = |stamp: Stamp| {
        let instant = jiff::Timestamp::from_millisecond(stamp.0).ok()?;
        Some(case.calendar().zone.to_datetime(instant).date().to_string())
    };
    Some((day(first)?, day(last)?))
}
