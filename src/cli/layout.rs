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
use crate::file::save::{Disk, Replacing, save_file};
use crate::layout::font::FontMeasure;
use crate::layout::network::{Request, arrange};
use crate::locale::{Words, storage};
use crate::model::Id;
use crate::scene::network::request::request;

/// The arguments.
#[derive(Clone, Debug, Args)]
pub struct Layout {
    /// A case, or an edge list: source and target, separated by tabs (.tsv) or commas (.csv); the weight of the third
    /// column counts only with --weights.
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
        let (bytes, _) = load(&self.input, words)?;
        let fail = |reason: String| Outcome::failed(format!("{}: {reason}", self.input.display()));
        let ending = self.input.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let request = match ending {
            "tsv" => edge_list(&bytes, '\t', self.weights, words).map_err(fail)?,
            "csv" => edge_list(&bytes, ',', self.weights, words).map_err(fail)?,
            _ => {
                let opened = crate::file::read(&bytes)
                    .map_err(|refused| fail(crate::locale::findings::message(&refused.finding, words)))?;
                request(&opened.case, &|_| false, None, &FontMeasure)
            }
        };
        let request = Request { seed: self.seed, ..request };
        let layout = arrange(&request, &Cancel::default()).unwrap_or_default();
        let mut table = String::new();
        for (id, position) in layout.ids.iter().zip(&layout.positions) {
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{id}\t{}\t{}", position.x, position.y);
        }
        save_file(&Disk, &self.output, table.as_bytes(), Replacing::Anything).map_err(|error| {
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
fn edge_list(bytes: &[u8], separator: char, weighed: bool, words: &Words) -> Result<Request, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut positions: HashMap<&str, u32> = HashMap::new();
    let mut ids: Vec<Id> = Vec::new();
    let mut ends = Vec::new();
    let mut weights = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut cells = line.split(separator).map(str::trim);
        let (Some(from), Some(to)) = (cells.next(), cells.next().filter(|cell| !cell.is_empty())) else {
            return Err(words.with("layout-bad-line", &[("line", (at + 1).into())]));
        };
        if weighed {
            let weight = cells.next().unwrap_or_default();
            let number = weight.parse().ok().and_then(|number| Weight::new(number).ok()).map(Weight::get);
            weights.push(number.filter(|number| *number > 0.0).ok_or_else(|| {
                words.with("layout-bad-weight", &[("line", (at + 1).into()), ("weight", weight.into())])
            })? as f32);
        }
        let mut position = |name| {
            *positions.entry(name).or_insert_with(|| {
                ids.push(Id::from(name));
                ids.len() as u32 - 1
            })
        };
        ends.push((position(from), position(to)));
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
    })
}
