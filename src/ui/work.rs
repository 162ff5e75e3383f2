//! The jobs that the window hands to its workers, and what comes back.

use std::path::PathBuf;
use std::sync::Arc;

use egui::ColorImage;

use super::safety_work;
use super::status::neighbourhood_text;
use super::textures;
use super::views::network::large::PlaneKey;
use super::views::timeline::tools::clock_key;
use crate::analysis::communities::communities;
use crate::app::command::{Command, SaveFailure};
use crate::app::derived::Timed;
use crate::app::document::{Document, Fingerprint, Mark, Origin, Replacing};
use crate::app::effect::Picture;
use crate::app::examples::Example;
use crate::app::safety::{Comparing, LeftWork, SafetyNews};
use crate::app::table::{self, Query, Subject};
use crate::app::visibility::{Visibility, set_aside};
use crate::app::workspace::{ClockAsked, Modal, Workspace, Written};
use crate::base::parallel::threads;
use crate::export::{Caption, Format, picture};
use crate::file::edge_list::{self, EdgeList, Reading};
use crate::file::hold::{self, Asked, Hold, Holder};
use crate::file::journal::{self, Left};
use crate::file::save::{Disk, LoadError, PAUSE, SaveError, is_same_file, load_file, save_file, save_patiently};
use crate::file::{self, Opened, Refused, Stopped};
use crate::jobs::workers::{Lane, Watched, Work};
use crate::layout::font::FontMeasure;
use crate::layout::network::{Layout, Watch, arrange_watched};
use crate::layout::timeline::{Lanes, Request as LanesRequest, lanes};
use crate::locale::{self, Words, findings, storage};
use crate::model::Case;
use crate::model::dates::Clock;
use crate::model::time::WindowRule;
use crate::scene::Scene;
use crate::scene::network::cloud::{Cloud, CloudRequest, cloud};
use crate::scene::network::plane::Plane;
use crate::scene::network::request::{inside, request};
use crate::scene::theme::Theme;

/// Which jobs replace each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Slot {
    Open,
    Disk,
    Compare,
    Layout,
    Lanes,
    Clock,
    Plane,
    Cloud,
    Table,
    Communities,
}

/// Which arrangement a layout answers: the numbers of the opened case, of its structure, of the chosen layout and of the
/// folded groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LayoutKey {
    pub generation: u64,
    pub structure: u64,
    pub form: u64,
    pub groups: u64,
}

impl LayoutKey {
    /// Whether both arrange the same case in the same way, so that one moves as little as it can from the other.
    pub fn is_alike(self, other: Self) -> bool {
        (self.generation, self.form) == (other.generation, other.form)
    }
}

/// A job.
pub enum Job {
    /// Reads and checks a file.
    Open(PathBuf, Words),
    /// Reads a table in another way.
    EdgeListAs(Arc<EdgeList>, Reading),
    /// Makes a case of a table.
    EdgeListCase(Arc<EdgeList>, Words),
    /// Writes a file by the save protocol.
    Save {
        /// The file.
        path: PathBuf,
        /// Its new content.
        text: String,
        /// What may be replaced.
        replacing: Replacing,
        /// The state that is saved.
        mark: Mark,
        /// Earlier versions that are kept.
        versions: usize,
        /// For messages.
        words: Words,
    },
    /// Looks for journals that nobody writes.
    FindLeft(PathBuf),
    /// Makes a case of a journal.
    Recover(Box<Left<Disk>>),
    /// Takes a journal away.
    PutAway(Box<Left<Disk>>),
    /// Says what differs between a file and the case.
    Compare(Comparing, PathBuf, Arc<Case>, Words),
    /// Lists the earlier versions of a file.
    ListVersions(PathBuf),
    /// Opens an earlier version.
    OpenVersion(PathBuf, Words),
    /// Asks for a file, as this holder.
    Hold(PathBuf, Holder, bool),
    /// Gives a file back.
    Release(Hold),
    /// Sees whether a file still holds what it held.
    CheckDisk(PathBuf, Fingerprint),
    /// Arranges the network of a case; where things were.
    Layout(LayoutKey, Arc<Case>, Option<Arc<Layout>>),
    /// Puts a large network into columns, without what is hidden.
    Plane(PlaneKey, Arc<Case>, Arc<Layout>, Visibility),
    /// Draws a large network; the number of the request.
    Cloud(u64, Box<CloudRequest>),
    /// Reads a large case by another clock.
    Clock(ClockAsked, Arc<Case>),
    /// Makes the lanes of a large case; the number of the request.
    Lanes(u64, Box<LanesRequest>),
    /// Finds the communities of a case.
    Communities(u64, Arc<Case>),
    /// Finds the rows of a large table and their order; the number of the request.
    Table(u64, Box<(Query, Subject)>),
    /// Writes a picture, as SVG or PNG by the ending of the path.
    Picture {
        /// Which picture.
        which: Picture,
        /// What is in it.
        scene: Box<Scene>,
        /// Its colours.
        theme: &'static Theme,
        /// The file.
        path: PathBuf,
        /// The file of the open case, which is never replaced by a picture of it.
        case: Option<PathBuf>,
        /// What may be replaced.
        replacing: Replacing,
        /// What it says of itself.
        caption: Caption,
        /// For messages.
        words: Words,
    },
}

/// What comes back.
pub enum Reply {
    /// Something for the state machine.
    Command(Box<Command>),
    /// The network is arranged.
    Layout(LayoutKey, Arc<Layout>, bool),
    /// The large network is in columns.
    Plane(PlaneKey, Arc<Plane>),
    /// The large network is drawn: with the pixels as the device takes them.
    Cloud(u64, Box<Cloud>, Box<ColorImage>),
    /// Journals that nobody writes.
    Left(Vec<(Left<Disk>, LeftWork)>),
    /// What became of a journal.
    Recovered(Box<Left<Disk>>, Option<Box<Document>>),
    /// Whether a file is ours.
    Held(PathBuf, Asked),
    /// The rows of the table.
    Table(u64, Vec<u32>),
    /// The lanes are made.
    Lanes(u64, Box<Lanes>),
    /// The picture is written, with so many letters that no typeface has; or why not.
    Picture(Result<(PathBuf, usize), String>),
    /// Nothing to tell.
    Nothing,
}

impl Work for Job {
    type Reply = Reply;
    type Slot = Slot;

    fn slot(&self) -> Option<Slot> {
        match self {
            Self::Open(..) | Self::OpenVersion(..) | Self::EdgeListAs(..) | Self::EdgeListCase(..) => Some(Slot::Open),
            Self::Compare(..) => Some(Slot::Compare),
            Self::CheckDisk(..) => Some(Slot::Disk),
            Self::Layout(..) => Some(Slot::Layout),
            Self::Plane(..) => Some(Slot::Plane),
            Self::Cloud(..) => Some(Slot::Cloud),
            Self::Lanes(..) => Some(Slot::Lanes),
            Self::Clock(..) => Some(Slot::Clock),
            Self::Table(..) => Some(Slot::Table),
            Self::Communities(..) => Some(Slot::Communities),
            Self::Save { .. }
            | Self::Picture { .. }
            | Self::FindLeft(_)
            | Self::Recover(_)
            | Self::PutAway(_)
            | Self::ListVersions(_)
            | Self::Hold(..)
            | Self::Release(_) => None,
        }
    }

    fn lane(&self) -> Lane {
        match self {
            Self::Layout(..) | Self::Picture { .. } => Lane::Compute,
            // The network is drawn while another arrangement of it is worked out.
            Self::Plane(..) | Self::Cloud(..) => Lane::Draw,
            // Lanes too: they must not wait for the arrangement of a large network.
            _ => Lane::Disk,
        }
    }

    fn run(self, watch: &Watched, early: &(dyn Fn(Reply) + Sync)) -> Reply {
        let cancel = &watch.cancel;
        match self {
            Self::Open(path, words) => open(path, &words, watch).map_or(Reply::Nothing, command),
            Self::EdgeListAs(list, reading) => list
                .read_as(reading, cancel)
                .map_or(Reply::Nothing, |list| command(Command::EdgeListRead(Box::new(list)))),
            Self::EdgeListCase(list, words) => edge_list_case(&list, &words, watch).map_or(Reply::Nothing, command),
            Self::Save { path, text, replacing, mark, versions, words } => {
                let pause = |tried| {
                    if tried == 1 {
                        early(command(Command::News(SafetyNews::SaveWaits(path.clone()))));
                    }
                    std::thread::sleep(PAUSE);
                };
                let saved = save_patiently(&Disk, &path, text.as_bytes(), replacing, versions, &pause);
                let result = saved.map_err(|error| match error {
                    SaveError::Changed => SaveFailure::Changed,
                    SaveError::Exists => SaveFailure::Exists,
                    SaveError::NotConfirmed(_) => {
                        let reason = storage::save_error(&error, &words);
                        SaveFailure::NotConfirmed(reason, Fingerprint::of(text.as_bytes()))
                    }
                    other => SaveFailure::Other(storage::save_error(&other, &words)),
                });
                command(Command::Saved { path, mark, result })
            }
            Self::FindLeft(journals) => Reply::Left(safety_work::find_left(&journals)),
            Self::Recover(left) => {
                let document = safety_work::recovered(&left).map(Box::new);
                Reply::Recovered(left, document)
            }
            Self::PutAway(left) => {
                let _ = journal::discard(&Disk, &left.folder);
                command(Command::News(SafetyNews::PutAway(left.folder)))
            }
            Self::Compare(comparing, path, case, words) => {
                let difference = safety_work::compare(comparing, path, &case, &words);
                command(Command::News(SafetyNews::Compared(Box::new(difference))))
            }
            Self::ListVersions(path) => command(Command::News(SafetyNews::Versions(safety_work::versions(&path)))),
            Self::OpenVersion(path, words) => {
                open(path, &words, watch).map_or(Reply::Nothing, |opened| command(safety_work::as_copy(opened)))
            }
            Self::Hold(path, me, take_over) => {
                let asked = hold::hold(&path, &me, take_over);
                Reply::Held(path, asked)
            }
            Self::Release(hold) => {
                drop(hold);
                Reply::Nothing
            }
            Self::CheckDisk(path, known) => match load_file(&path) {
                Ok((_, now)) if now != known => command(Command::ChangedOnDisk(path)),
                Err(LoadError::NotFound | LoadError::BrokenLink) => command(Command::GoneFromDisk(path)),
                _ => Reply::Nothing,
            },
            Self::Layout(key, case, previous) => arranged(key, case, previous.as_deref(), watch, early),
            Self::Plane(key, case, layout, visibility) => {
                let plane = Plane::new(&case, &layout, &|id| visibility.is_hidden(id));
                Reply::Plane(key, Arc::new(plane))
            }
            Self::Cloud(number, request) => cloud(&request, cancel).map_or(Reply::Nothing, |cloud| {
                let image = textures::image(&cloud.pixels);
                Reply::Cloud(number, Box::new(cloud), Box::new(image))
            }),
            Self::Clock(asked, case) => command(Command::ReadByClock(asked, Box::new(Timed::new(&case, asked.clock)))),
            Self::Communities(generation, case) => {
                let snapshot = case.graph().snapshot();
                drop(case);
                communities(snapshot.ids.len(), &snapshot.ends, cancel).map_or(Reply::Nothing, |of| {
                    let count = of.iter().max().map_or(0, |most| *most as usize + 1);
                    let mut found = vec![Vec::new(); count];
                    for (id, community) in snapshot.ids.into_iter().zip(of) {
                        found[community as usize].push(id);
                    }
                    command(Command::FoldCommunities(generation, found))
                })
            }
            Self::Table(number, asked) => {
                table::rows(&asked.0, &asked.1, cancel).map_or(Reply::Nothing, |rows| Reply::Table(number, rows))
            }
            Self::Lanes(number, request) => Reply::Lanes(number, Box::new(lanes(*request))),
            Self::Picture { path, case: Some(case), words, .. } if is_same_file(&path, &case) => {
                Reply::Picture(Err(words.get("output-is-input")))
            }
            Self::Picture { which, scene, theme, path, replacing, caption, words, .. } => {
                match write_picture(&scene, theme, &caption, &path, replacing, &words) {
                    Ok(missing) => Reply::Picture(Ok((path, missing))),
                    Err(None) => command(Command::Show(Modal::Replace(Written::Picture(which), path))),
                    Err(Some(reason)) => Reply::Picture(Err(reason)),
                }
            }
        }
    }
}

/// Arranges the network. The case is let go before that: it takes long, and an edit copies a case that somebody else holds.
fn arranged(
    key: LayoutKey,
    case: Arc<Case>,
    previous: Option<&Layout>,
    watch: &Watched,
    early: &(dyn Fn(Reply) + Sync),
) -> Reply {
    // What is hidden is arranged too: showing it again moves nothing.
    let request = request(&case, &|_| false, previous, &FontMeasure);
    let inside = inside(&case, previous);
    drop(case);
    let kept = |layout| Arc::new(Layout { inside: inside.clone(), ..layout });
    let first = |layout| early(Reply::Layout(key, kept(layout), false));
    let watch = Watch { cancel: &watch.cancel, progress: &watch.progress, threads: threads(), first: Some(&first) };
    arrange_watched(&request, &watch).map_or(Reply::Nothing, |layout| Reply::Layout(key, kept(layout), true))
}

/// Pixels per point of a saved PNG: sharp when printed.
const SCALE: f32 = 2.0;

/// How many letters no typeface has, or why there is no picture; no reason where a file is in the way.
fn write_picture(
    scene: &Scene,
    theme: &Theme,
    caption: &Caption,
    path: &std::path::Path,
    replacing: Replacing,
    words: &Words,
) -> Result<usize, Option<String>> {
    let failed = |reason: String| Some(words.with("notice-picture-failed", &[("reason", reason.into())]));
    let format = Format::of(path).ok_or_else(|| failed(words.get("picture-ending")))?;
    let picture = picture(scene, theme, caption, format, SCALE).map_err(|error| failed(error.to_string()))?;
    match save_file(&Disk, path, &picture.bytes, replacing, 0) {
        Ok(_) => Ok(picture.missing_glyphs),
        Err(SaveError::Exists) => Err(None),
        Err(error) => Err(Some(storage::save_error(&error, words))),
    }
}

fn command(command: Command) -> Reply {
    Reply::Command(Box::new(command))
}

/// Reads a file; what is not a case is told and leaves what is open as it is. Nothing where reading was cancelled.
fn open(path: PathBuf, words: &Words, watch: &Watched) -> Option<Command> {
    let (bytes, fingerprint) = match load_file(&path) {
        Ok(loaded) => loaded,
        Err(error) => return Some(Command::OpenFailed(path, storage::load_error(&error, words))),
    };
    if EdgeList::is_meant_by(&path) {
        return EdgeList::new(&path, &bytes, &watch.cancel).map(|list| Command::EdgeListRead(Box::new(list)));
    }
    match file::read_watched(&bytes, &watch.cancel, &watch.progress) {
        Ok(opened) => Some(Command::Opened(Box::new(document(opened, Origin::File(path, fingerprint))))),
        Err(Stopped::Refused(refused)) => Some(Command::OpenFailed(path, refusal(&refused, words))),
        Err(Stopped::Cancelled) => None,
    }
}

/// A case of a table, as unsaved work; nothing where it was cancelled.
fn edge_list_case(list: &EdgeList, words: &Words, watch: &Watched) -> Option<Command> {
    let parts = edge_list::parts(
        list,
        &locale::edge_list::texts(words),
        &locale::edge_list::date(),
        &watch.cancel,
        &watch.progress,
    )?;
    let name = list.path.with_extension("ron");
    let name = name.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let document = Document::new(Case::new(parts), Origin::New(name), Vec::new(), false, false);
    (!watch.cancel.is_cancelled()).then(|| Command::Opened(Box::new(document)))
}

/// Reads a built-in case.
pub fn open_example(example: Example) -> Command {
    match file::read(example.text().as_bytes()) {
        Ok(opened) => Command::Opened(Box::new(document(opened, Origin::Example(example)))),
        Err(refused) => Command::OpenFailed(PathBuf::from(example.file_name()), format!("{:?}", refused.finding.code)),
    }
}

pub(super) fn document(opened: Opened, origin: Origin) -> Document {
    Document::new(opened.case, origin, opened.findings, opened.read_only, opened.has_comments)
}

pub(super) fn refusal(refused: &Refused, words: &Words) -> String {
    let finding = &refused.finding;
    let place = words.with(
        "finding-place",
        &[("line", i64::from(finding.place.line).into()), ("column", i64::from(finding.place.column).into())],
    );
    format!("{place} {} {}", findings::message(finding, words), findings::advice(finding, words))
}

/// What a picture says of itself: title, window, and what is left out of it.
pub fn caption(workspace: &Workspace, scene: &Scene) -> Caption {
    let words = workspace.words();
    let Some(case) = workspace.case() else { return Caption::default() };
    let mut lines = Vec::new();
    if let Some(window) = workspace.window() {
        let span = words.span(window, &case.calendar().zone);
        lines.push(format!("{}: {span}", words.get("window-label")));
        if workspace.window_rule() == WindowRule::Inside {
            lines.push(words.get("status-inside"));
        }
    }
    if workspace.clock() != Clock::Happened {
        let clock = words.get(clock_key(workspace.clock())).into();
        lines.push(words.with("clock-button", &[("clock", clock)]));
    }
    lines.extend(neighbourhood_text(workspace).map(|(text, _)| text));
    lines.extend(workspace.derived().visibility.sentence(words));
    lines.extend(set_aside(case, words));
    for (key, count) in &scene.omissions {
        lines.push(words.with(key, &[("count", (*count).into())]));
    }
    if case.head().example {
        lines.push(words.get("example-case"));
    }
    Caption { title: case.head().title.clone(), lines }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// An edit while a large network was being arranged copied the whole case, which took a tenth of a second.
    #[test]
    fn a_case_whose_network_is_being_arranged_is_held_by_nobody_else() {
        let (mut entities, mut links) = (String::new(), String::new());
        for at in 0..600 {
            let _ = write!(entities, "Entity(id: \"e{at}\", kind: \"person\", name: \"{at}\"),");
            let (from, to) = (at, (at + 1) % 600);
            let _ = write!(links, "Link(id: \"l{at}\", from: \"e{from}\", to: \"e{to}\", relation: \"knows\"),");
        }
        let text = format!("Case(format: (1, 0), title: \"T\", entities: [{entities}], links: [{links}])");
        let case = Arc::new(file::read(text.as_bytes()).expect("it opens").case);
        let heard = AtomicUsize::new(0);
        let early = |_: Reply| {
            heard.fetch_add(1, Ordering::Relaxed);
            assert_eq!(Arc::strong_count(&case), 1, "while it is being arranged");
        };
        let key = LayoutKey { generation: 0, structure: 0, form: 0, groups: 0 };
        let reply = Job::Layout(key, Arc::clone(&case), None).run(&Watched::default(), &early);
        assert!(matches!(reply, Reply::Layout(_, layout, true) if layout.ids.len() == 600));
        assert!(heard.into_inner() > 0, "first positions were told");
    }
}
