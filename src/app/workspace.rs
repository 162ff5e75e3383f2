//! The state of the program: the open case, the one selection, the one time window, and what is shown over them.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::Command;
use super::derived::{Derived, Timed};
use super::document::Document;
use super::effect::Picture;
use super::examples::Example;
use super::focus::Focus;
use super::form::FormOf;
use super::playback::Playback;
use super::safety::{Difference, EarlierVersion, JournalState, LeftWork};
use super::selection::Selection;
use super::settings::Settings;
use crate::file::edge_list::EdgeList;
use crate::locale::{Arg, Words};
use crate::model::case::Revision;
use crate::model::dates::Clock;
use crate::model::time::{Span, WindowRule};
use crate::model::{Case, Id};

/// A message in words: key and fillers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Message key.
    pub key: &'static str,
    /// Fillers.
    pub args: Vec<(&'static str, String)>,
}

impl Notice {
    /// A message without fillers.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// A message with one filler.
    pub fn with(key: &'static str, name: &'static str, value: impl Into<String>) -> Self {
        Self { key, args: vec![(name, value.into())] }
    }

    /// In words.
    pub fn text(&self, words: &Words) -> String {
        // Numbers decide between singular and plural.
        let filler = |value: &str| value.parse::<i64>().map_or_else(|_| Arg::from(value.to_owned()), Arg::from);
        let args: Vec<_> = self.args.iter().map(|(name, value)| (*name, filler(value))).collect();
        words.with(self.key, &args)
    }
}

/// A message that stays until it is dealt with, and what can be done about it.
#[derive(Clone, Debug)]
pub struct Strip {
    /// What is said.
    pub notice: Notice,
    /// Whether it is an error.
    pub is_error: bool,
    /// Message key of the remedy, and the command that it gives.
    pub remedy: Option<(&'static str, Command)>,
}

/// What to do once unsaved work is saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pending {
    Open(PathBuf),
    Example(Example),
    Reload(PathBuf),
    Recover(PathBuf),
    Version(PathBuf),
    New,
    Close,
    Quit,
}

/// What is about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Written {
    Case,
    Picture(Picture),
}

/// A clock by which a job is to read the case, and which state of the case that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockAsked {
    /// The clock.
    pub clock: Clock,
    /// Number of the opened case.
    pub generation: u64,
    /// State of the case.
    pub revision: Revision,
}

/// What deleting the selection takes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionTold {
    /// What was to be deleted: the one thing's name, or how many there are.
    pub what: String,
    /// How many links go along.
    pub links: usize,
    /// How many things lose a citation, a part, a claim or a step that refers to it.
    pub loosened: usize,
}

/// What merging the selected entities does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergingTold {
    /// Name of the entity that stays.
    pub keep: String,
    /// Names of those that go into it.
    pub gone: Vec<String>,
    /// Links that start or end at it from now on.
    pub links: usize,
    /// Links between them, which become links of it to itself.
    pub between: usize,
    /// Events in which it takes part from now on.
    pub events: usize,
    /// Claims that come to it.
    pub claims: usize,
}

/// A dialog over the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Modal {
    /// Commands and things, by words; `true` starts with commands.
    Palette(bool),
    /// A path to open, typed.
    OpenByPath,
    /// A path to save to, typed: the way out when no file dialog answers.
    SaveByPath,
    /// A path to write a picture to, typed.
    PictureByPath(Picture),
    /// A time window, typed.
    WindowByText,
    /// Unsaved work would be lost.
    Unsaved(Pending),
    /// Saving would drop the comments of the file.
    DropsComments,
    /// There is a file already where this is to be written.
    Replace(Written, PathBuf),
    /// A table, before it is taken over.
    EdgeList,
    /// What reading the case found.
    Findings,
    /// What is hidden, and why.
    Hidden,
    /// Rules, sizes and widths.
    Looks,
    /// The steps that can be taken back or done again.
    History,
    /// Work that a crash left.
    Recovery,
    /// What differs between a file and the open case.
    Difference,
    /// Earlier versions of the open file.
    Versions,
    /// A thing is made or changed.
    Form(FormOf),
    /// All that is selected is changed.
    Bulk,
    /// What is said of the case as a whole.
    Properties,
    /// The selected entities become one.
    Merge(Box<MergingTold>),
    /// Deleting the selection takes more along.
    Delete(Box<DeletionTold>),
    /// All shortcuts.
    Shortcuts,
    /// About the program.
    About,
}

/// The state of the program.
#[derive(Debug)]
pub struct Workspace {
    pub(super) document: Option<Document>,
    pub(super) selection: Selection,
    pub(super) past: Vec<Selection>,
    pub(super) future: Vec<Selection>,
    pub(super) hovered: Option<Id>,
    pub(super) focus: Option<Focus>,
    pub(super) window: Option<Span>,
    pub(super) clock: Clock,
    /// The clock for which a job reads a large case.
    pub(super) clock_asked: Option<ClockAsked>,
    /// What that job made, until it is taken over.
    pub(super) timed: Option<Box<Timed>>,
    pub(super) window_rule: WindowRule,
    pub(super) playback: Playback,
    pub(super) modal: Option<Modal>,
    pub(super) pending: Option<Pending>,
    pub(super) notice: Option<Notice>,
    pub(super) notices_given: u64,
    pub(super) strip: Option<Strip>,
    pub(super) opening: Option<PathBuf>,
    pub(super) edge_list: Option<Arc<EdgeList>>,
    pub(super) settings: Settings,
    pub(super) words: Words,
    pub(super) derived: Arc<Derived>,
    pub(super) generation: u64,
    /// The source that was cited last.
    pub(super) last_source: Option<Id>,
    /// The kind of the entity that was made last.
    pub(super) last_kind: Option<String>,
    pub(super) journal: JournalState,
    pub(super) left: Vec<LeftWork>,
    pub(super) difference: Option<Arc<Difference>>,
    pub(super) versions: Vec<EarlierVersion>,
}

impl Workspace {
    /// No case open.
    pub fn new(settings: Settings) -> Self {
        let words = Words::new(settings.language()).with_clocks(settings.clocks);
        Self {
            document: None,
            selection: Selection::default(),
            past: Vec::new(),
            future: Vec::new(),
            hovered: None,
            focus: None,
            window: None,
            clock: Clock::default(),
            clock_asked: None,
            timed: None,
            window_rule: WindowRule::default(),
            playback: Playback::default(),
            modal: None,
            pending: None,
            notice: None,
            notices_given: 0,
            strip: None,
            opening: None,
            edge_list: None,
            settings,
            words,
            derived: Arc::default(),
            generation: 0,
            last_source: None,
            last_kind: None,
            journal: JournalState::default(),
            left: Vec::new(),
            difference: None,
            versions: Vec::new(),
        }
    }

    /// The open case with its history.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// The open case.
    pub fn case(&self) -> Option<&Case> {
        self.document.as_ref().map(Document::case)
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// How far the recovery journal is.
    pub fn journal(&self) -> &JournalState {
        &self.journal
    }

    /// Work that crashes left.
    pub fn left(&self) -> &[LeftWork] {
        &self.left
    }

    /// What differs between a file and the open case, as it was asked last.
    pub fn difference(&self) -> Option<&Arc<Difference>> {
        self.difference.as_ref()
    }

    /// The earlier versions of the open file, as they were listed last.
    pub fn versions(&self) -> &[EarlierVersion] {
        &self.versions
    }

    /// What the pointer is on, in whichever view.
    pub fn hovered(&self) -> Option<&Id> {
        self.hovered.as_ref()
    }

    /// The neighbourhood that is looked at.
    pub fn focus(&self) -> Option<&Focus> {
        self.focus.as_ref()
    }

    /// The time window.
    pub fn window(&self) -> Option<Span> {
        self.window
    }

    /// The selected things that are entities: they have lanes.
    pub fn selected_entities(&self) -> impl Iterator<Item = &Id> {
        let case = self.case();
        self.selection.ids().iter().filter(move |id| case.is_some_and(|case| case.entity(id.as_str()).is_some()))
    }

    /// By which clock the case is read.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// By which clock a job is reading the case.
    pub fn clock_asked(&self) -> Option<Clock> {
        self.clock_asked.map(|asked| asked.clock)
    }

    /// What the time window asks of a date.
    pub fn window_rule(&self) -> WindowRule {
        self.window_rule
    }

    /// Whether and how the window moves by itself.
    pub fn playback(&self) -> Playback {
        self.playback
    }

    /// The open dialog.
    pub fn modal(&self) -> Option<&Modal> {
        self.modal.as_ref()
    }

    /// The latest passing message, and a number that is new with each.
    pub fn notice(&self) -> Option<(&Notice, u64)> {
        self.notice.as_ref().map(|notice| (notice, self.notices_given))
    }

    /// The message that stays.
    pub fn strip(&self) -> Option<&Strip> {
        self.strip.as_ref()
    }

    /// The file that is being read.
    pub fn opening(&self) -> Option<&PathBuf> {
        self.opening.as_ref()
    }

    /// The table that is shown before it is taken over.
    pub fn edge_list(&self) -> Option<&Arc<EdgeList>> {
        self.edge_list.as_ref()
    }

    /// What is remembered between starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// For the shell, which remembers the arrangement of its panes here.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// Texts in the chosen language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What was worked out from the case, the window and the selection.
    pub fn derived(&self) -> &Arc<Derived> {
        &self.derived
    }

    /// A number that is new with each opened case: cameras and caches start afresh.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether an earlier selection can be returned to.
    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a later selection can be returned to.
    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }

    /// The title of the window: the case, a mark for unsaved work, and the program.
    pub fn title(&self) -> String {
        self.document.as_ref().map_or_else(
            || "Rode Draad".to_owned(),
            |document| {
                let mark = if document.is_dirty() { "• " } else { "" };
                format!("{mark}{} – Rode Draad", document.case().head().title)
            },
        )
    }
}
