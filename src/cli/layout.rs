//! `rodedraad layout`: where the nodes of a network go, as a table.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use emath::{Pos2, Rect, Vec2};

use super::{Outcome, load};
use crate::analysis::paths::Weight;
use crate::base::cancel::Cancel;
use crate::file::edge_list::{Column, EdgeList, rows};
use crate::file::save::{Disk, Replacing, is_same_file, save_file};
use crate::layout::font::FontMeasure;
use crate::layout::network::{Form, Request, arrange};
use crate::locale::{Words, storage};
use crate::model::Id;
use crate::scene::network::request::request;

/// The arguments.
#[derive(Clone, Debug, Args)]
pub struct Layout {
    /// A case, or an edge list (.tsv, .csv): source, target, weight, as the window reads it; the weight counts only with
    /// --weights.
    pub input: PathBuf,
    /// Where to: a line for each node with its id, x and y, separated by tabs.
    #[arg(short, long, value_name = "OUT.tsv")]
    pub output: PathBuf,
    /// Decides among layouts that are equally good.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Lets the third column of an edge list count: what is tied more strongly lies nearer.
    #[arg(long)]
    pub weights: bool,
}

impl Layout {
    pub(super) fn run(&self, words: &Words) -> Outcome {
        match self.try_run(words) {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn try_run(&self, words: &Words) -> Result<Outcome, Outcome> {
        let started = Instant::now();
        if is_same_file(&self.input, &self.output) {
            return Err(Outcome::failed(format!("{}: {}", self.output.display(), words.get("output-is-input"))));
        }
        let (bytes, _) = load(&self.input, words)?;
        let fail = |reason: String| Outcome::failed(format!("{}: {reason}", self.input.display()));
        let request = if EdgeList::is_meant_by(&self.input) {
            let list = EdgeList::new(&self.input, &bytes, &Cancel::default())
                .ok_or_else(|| fail(words.with("layout-bad-line", &[("line", 1.into())])))?;
            edge_list(&list, self.weights, words).map_err(fail)?
        } else {
            let opened = crate::file::read(&bytes)
                .map_err(|refused| fail(crate::locale::findings::message(&refused.finding, words)))?;
            request(&opened.case, &|_| false, None, &FontMeasure)
        };
        let request = Request { seed: self.seed, ..request };
        let layout = arrange(&request, &Cancel::default()).unwrap_or_default();
        let mut table = String::new();
        for (id, position) in layout.ids.iter().zip(&layout.positions) {
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{id}\t{}\t{}", position.x, position.y);
        }
        save_file(&Disk, &self.output, table.as_bytes(), Replacing::Anything, 0).map_err(|error| {
            Outcome::failed(format!("{}: {}", self.output.display(), storage::save_error(&error, words)))
        })?;
        let said = words.with(
            "layout-done",
            &[
                ("nodes", request.ids.len().into()),
                ("links", request.ends.len().into()),
                ("seconds", format!("{:.2}", started.elapsed().as_secs_f64()).into()),
            ],
        );
        Ok(Outcome { said: said + "\n", ..Outcome::default() })
    }
}

/// A network from a table of ties; nodes in the order in which they are first named.
fn edge_list(list: &EdgeList, weighed: bool, words: &Words) -> Result<Request, String> {
    let mut positions: HashMap<String, u32> = HashMap::new();
    let mut ids: Vec<Id> = Vec::new();
    let mut ends = Vec::new();
    let mut weights = Vec::new();
    let reading = &list.reading;
    let [source, target] = [Column::Source, Column::Target].map(|column| reading.column(column));
    // The third column counts even if the header has another name for it.
    let third = reading.column(Column::Weight).or(Some(2));
    let bad_line = |line: u64| words.with("layout-bad-line", &[("line", (line as i64).into())]);
    for row in rows(&list.text, reading.delimiter).skip(usize::from(reading.has_header)) {
        let row = row.map_err(|doubt| bad_line(doubt.line))?;
        if row.trouble(reading).is_some() {
            return Err(bad_line(row.line));
        }
        if weighed {
            let weight = row.cell(third);
            let number = weight.parse().ok().and_then(|number| Weight::new(number).ok()).map(Weight::get);
            weights.push(number.filter(|number| *number > 0.0).ok_or_else(|| {
                words.with("layout-bad-weight", &[("line", (row.line as i64).into()), ("weight", weight.into())])
            })? as f32);
        }
        let mut position = |name: &str| {
            if let Some(known) = positions.get(name) {
                return *known;
            }
            ids.push(Id::from(name));
            positions.insert(name.to_owned(), ids.len() as u32 - 1);
            ids.len() as u32 - 1
        };
        ends.push((position(row.cell(source)), position(row.cell(target))));
    }
    let count = ids.len();
    Ok(Request {
        ids,
        ends,
        weights,
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::splat(16.0)); count],
        pins: vec![None; count],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
        form: Form::Free,
    })
}
