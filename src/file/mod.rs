//! Text to case and back. Pure but for `save`, which owns the save protocol: bytes in, findings and a case out.
//!
//! Reading goes bytes → text → draft → case. A clean file is read in one pass by `ron` and serde; where that pass or
//! a check meets anything, a second reading builds a tree that knows the place of every value and collects all
//! findings. What cannot be taken as written stays in the case as its own text and is written back.

pub mod bytes;
pub mod codes;
mod convert;
mod draft;
pub mod edge_list;
mod located;
mod notices;
mod scan;
pub mod hold;
pub mod journal;
pub mod save;
pub mod storage;
mod watch;
pub mod write;

use ron::error::Position;

use crate::base::cancel::{Cancel, Progress};
use crate::model::Case;
use crate::model::case::Parts;
use crate::model::finding::{Finding, Place, Severity};
use crate::model::piece::Piece;

use codes::Code;
use convert::{Converted, Found};
use located::lines::Lines;
use located::parse::{Fault, Parsed};
use located::path::Path;
use located::shape::{Located as _, Shaping};
use located::tree::{Node, Shape};
use notices::{Args, FIRST, Newer, Notices};
pub use notices::{CHAIN_PARTS, CHAIN_STEPS};
pub use write::write;

/// The version of the format that this program writes.
pub const VERSION: (u32, u32) = (1, 0);

/// A case that was read, with everything that was noticed.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The case.
    pub case: Case,
    /// The findings, in the order of the file.
    pub findings: Vec<Finding>,
    /// The file is of a newer major version: what we would write might not mean the same.
    pub read_only: bool,
    /// There are comments, which a save would drop.
    pub has_comments: bool,
}

impl Opened {
    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Why a file was not opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The reason, with its place.
    pub finding: Box<Finding>,
}

impl Refused {
    /// A reason that concerns the whole file.
    fn whole(code: Code, args: Args) -> Self {
        Self::at(code, Place::START, args)
    }

    fn at(code: Code, place: Place, args: Args) -> Self {
        let finding =
            Finding { severity: code.severity, code: code.name, place, path: String::new(), item: None, args };
        Self { finding: Box::new(finding) }
    }

    /// Whether a limit is the reason, and not what the file says.
    pub fn is_limit(&self) -> bool {
        [codes::TOO_LARGE.name, codes::TOO_MANY_ITEMS.name].contains(&self.finding.code)
    }
}

/// Why a text has no canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCanonical {
    /// It is no case.
    Refused(Refused),
    /// It is of a newer major version.
    Newer((u32, u32)),
}

/// Why a watched reading gave no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The file does not open.
    Refused(Refused),
    /// Somebody asked to stop.
    Cancelled,
}

/// Reads a case.
pub fn read(bytes: &[u8]) -> Result<Opened, Refused> {
    read_text(bytes::text(bytes)?)
}

/// Reads a case, tells how far it is, and stops soon after it is asked to.
pub fn read_watched(bytes: &[u8], cancel: &Cancel, progress: &Progress) -> Result<Opened, Stopped> {
    let text = bytes::text(bytes).map_err(Stopped::Refused)?;
    let outcome = watch::watched(text, cancel, progress, || read_text(text));
    // What a cancelled reading found is not the whole, and must not be taken for it.
    if cancel.is_cancelled() { Err(Stopped::Cancelled) } else { outcome.map_err(Stopped::Refused) }
}

fn read_text(text: &str) -> Result<Opened, Refused> {
    let scan = scan::scan(text);
    if scan.items > scan::MOST_ITEMS {
        let args = vec![("count", scan.items.to_string()), ("most", scan::MOST_ITEMS.to_string())];
        return Err(Refused::whole(codes::TOO_MANY_ITEMS, args));
    }
    let fast = if scan.comments == 0 { read_fast(text) } else { None };
    fast.map_or_else(|| read_located(text), Ok)
}

/// The canonical form of a case.
pub fn canonical(text: &str) -> Result<String, NotCanonical> {
    let opened = read(text.as_bytes()).map_err(NotCanonical::Refused)?;
    if opened.read_only {
        return Err(NotCanonical::Newer(opened.case.head().format));
    }
    Ok(write(&opened.case))
}

/// Reads a file of our version in which there is nothing to notice; else nothing.
fn read_fast(text: &str) -> Option<Opened> {
    let draft = draft::case(text)?;
    if newer(draft.format) != Newer::No {
        return None;
    }
    let Converted { parts, notices, .. } = convert::parts(draft, None, Notices::default());
    let parts = parts.filter(|_| notices.len() == 0)?;
    Some(Opened { case: Case::new(parts), findings: Vec::new(), read_only: false, has_comments: false })
}

/// Reads a piece of a case, as [`write::fragment`] writes it. Nothing if it is none.
fn read_fragment(text: &str, case: &Case) -> Option<Parts> {
    let Parsed { root, .. } = located::parse::parse(text).ok()?;
    let mut shaping = Shaping::new(text, Notices::default());
    let draft = draft::Case::located(&root, &Path::WHOLE, &mut shaping)?;
    let Shaping { asides, kept, .. } = shaping;
    let found = Found { text, root: &root, asides, kept };
    convert::fragment(draft, found, case.calendar().clone(), case.head().grading)
}

/// The items of a piece of a case, list by list, with dates by the calendar of `case`. Nothing if it is none.
pub fn pieces(text: &str, case: &Case) -> Option<Vec<Piece>> {
    read_fragment(text, case).map(journal::edit::pieces)
}

fn newer(format: (u32, u32)) -> Newer {
    if format.0 > VERSION.0 {
        Newer::Major
    } else if format > VERSION {
        Newer::Minor
    } else {
        Newer::No
    }
}

fn read_located(text: &str) -> Result<Opened, Refused> {
    let lines = Lines::new(text);
    let Parsed { root, comments } = located::parse::parse(text).map_err(|fault| syntax(text, &lines, &fault))?;
    accept_as_ron(text, &lines)?;
    if !matches!(&root.shape, Shape::Block(..)) || !matches!(root.name(text), "" | "Case") {
        return Err(Refused::at(codes::NOT_A_CASE, lines.place(text, root.start as usize), Vec::new()));
    }
    let format = format_of(&root, text);
    let newer = newer(format);
    let mut shaping = Shaping::new(text, Notices::new(newer));
    let draft = draft::Case::located(&root, &Path::WHOLE, &mut shaping);
    let Shaping { notices, asides, kept, .. } = shaping;
    let not_a_case = || Refused::at(codes::NOT_A_CASE, lines.place(text, root.start as usize), Vec::new());
    let draft = draft.ok_or_else(not_a_case)?;
    let found = Found { text, root: &root, asides, kept };
    let Converted { parts, mut notices, mut kept } = convert::parts(draft, Some(found), notices);
    let parts = parts.ok_or_else(not_a_case)?;
    version_notice(newer, format, &root, text, &mut notices);
    kept.sort_unstable();
    let dropped: Vec<u32> = comments.into_iter().filter(|comment| !lies_in(*comment, &kept)).collect();
    if let Some(first) = dropped.first() {
        let args = vec![("count", dropped.len().to_string())];
        notices.add(codes::COMMENTS, *first as usize, &Path::WHOLE, None, args);
    }
    Ok(Opened {
        case: Case::new(parts),
        findings: notices.placed(text, &lines),
        read_only: newer == Newer::Major,
        has_comments: !dropped.is_empty(),
    })
}

/// Whether `offset` lies in one of `stretches`, which are sorted. Stretches may lie in each other, not overlap.
fn lies_in(offset: u32, stretches: &[(u32, u32)]) -> bool {
    let next = stretches.partition_point(|(start, _)| *start <= offset);
    stretches[..next].iter().rev().take(located::parse::DEEPEST as usize).any(|(_, end)| offset < *end)
}

/// The version that the file states; ours where it states none that can be read.
fn format_of(root: &Node, text: &str) -> (u32, u32) {
    let number = |node: &Node| node.source(text).parse().ok();
    match root.field(text, "format").map(|node| &node.shape) {
        Some(Shape::Tuple(0, items)) if items.len() == 2 => number(&items[0]).zip(number(&items[1])).unwrap_or(VERSION),
        _ => VERSION,
    }
}

fn version_notice(newer: Newer, format: (u32, u32), root: &Node, text: &str, notices: &mut Notices) {
    let code = match newer {
        Newer::No => return,
        Newer::Minor => codes::NEWER_MINOR,
        Newer::Major => codes::NEWER_MAJOR,
    };
    let offset = root.field(text, "format").map_or(0, |node| node.start as usize);
    let args = vec![
        ("version", format!("{}.{}", format.0, format.1)),
        ("ours", format!("{}.{}", VERSION.0, VERSION.1)),
        ("count", notices.unknown().to_string()),
    ];
    notices.add(code, offset, &Path::WHOLE.field("format"), None, args);
}

/// The refusal of a text that is not RON.
fn syntax(text: &str, lines: &Lines, fault: &Fault) -> Refused {
    let Fault { code, offset, open } = *fault;
    if text.trim().is_empty() || code == codes::SYNTAX_END && open.is_none() {
        return Refused::whole(codes::EMPTY_FILE, Vec::new());
    }
    let mut args = Vec::new();
    if let Some(sign) = text.get(offset..).and_then(|rest| rest.chars().next()) {
        args.push(("sign", sign.escape_debug().to_string()));
    }
    if let Some(open) = open {
        args.push(("sign", text.get(open..=open).unwrap_or_default().to_owned()));
        args.push((FIRST, lines.place(text, open).line.to_string()));
    }
    Refused::at(code, lines.place(text, offset), args)
}

/// Lets `ron` have the last word on what is RON: our tree forgives a little more.
fn accept_as_ron(text: &str, lines: &Lines) -> Result<(), Refused> {
    let Err(error) = ron::from_str::<serde::de::IgnoredAny>(text) else { return Ok(()) };
    let Position { line, col } = error.span.end;
    let code =
        if error.code == ron::Error::ExceededRecursionLimit { codes::SYNTAX_NESTING } else { codes::SYNTAX_OTHER };
    // `ron` counts line feeds only; the offset that this gives is looked up in our own lines.
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = text.get(start..).unwrap_or_default();
    let offset = start + rest.char_indices().nth(col.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    Err(Refused::at(code, lines.place(text, offset), vec![("detail", error.code.to_string())]))
}

#[cfg(test)]
pub(crate) mod tests;
