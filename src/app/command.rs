//! Everything that can change the state of the program.

use std::path::PathBuf;

use super::command_table::UiCommand;
use super::derived::Timed;
use super::document::{Document, Fingerprint, Mark, Saved};
use super::effect::{Effect, Picture, ViewRequest};
use super::examples::Example;
use super::form::{BulkForm, Form, FormOf, PropertiesForm};
use super::history::Label;
use super::playback::StepLength;
use super::safety::{SafetyNews, SafetyWish};
use super::settings::ThemeChoice;
use super::table::{Sheet, Shown};
use super::workspace::{ClockAsked, Modal, Notice, Strip};
use crate::file::edge_list::{EdgeList, Reading};
use crate::locale::Language;
use crate::model::Id;
use crate::model::dates::Clock;
use crate::model::edit::Edit;
use crate::model::time::Span;

/// How a pick changes the selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Select {
    /// This thing alone.
    Only(Id),
    /// This thing in addition, or no longer.
    Toggle(Id),
    /// These things alone; the first leads.
    Many(Vec<Id>),
    /// These things in addition.
    Add(Vec<Id>),
    /// Nothing.
    Nothing,
}

/// The user's answer to the question about unsaved work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum UnsavedAnswer {
    Save,
    Discard,
    Cancel,
}

/// A change of state. Views send them; [`super::workspace::Workspace::dispatch`] carries them out.
#[derive(Clone, Debug)]
pub enum Command {
    /// A command without a target.
    Ui(UiCommand),
    /// Changes the selection.
    Select(Select),
    /// Selects a thing and brings it into view.
    GoTo(Id),
    /// The pointer is on this thing, or on none.
    Hover(Option<Id>),
    /// Changes the case in one step.
    Edit(Label, Edit),
    /// Opens a gesture.
    Begin(Label),
    /// Closes the gesture.
    End,
    /// Takes the gesture back.
    Abort,
    /// Sets the time window, or takes it away.
    Window(Option<Span>),
    /// Reads the case by another clock.
    Clock(Clock),
    /// A table was read: it is shown before anything is taken over.
    EdgeListRead(Box<EdgeList>),
    /// Reads the table that is shown in another way.
    ReadEdgeListAs(Reading),
    /// Makes a case of the table that is shown.
    TakeEdgeList,
    /// The open case is read by the clock that was asked for.
    ReadByClock(ClockAsked, Box<Timed>),
    /// Time passed while playing: move the window by this many steps in the direction of playing.
    Tick(u32),
    /// Sets length and speed of the steps.
    Playback {
        /// Length of a step; none: one that fits the case.
        step: Option<StepLength>,
        /// Steps a second.
        speed: f32,
    },
    /// Opens this file, after a question if there is unsaved work.
    OpenPath(PathBuf),
    /// Stops reading the file that is being read; what was open stays open.
    CancelOpen,
    /// Opens a built-in case, after a question if there is unsaved work.
    OpenExample(Example),
    /// A case was read.
    Opened(Box<Document>),
    /// A case could not be read: a message for the user.
    OpenFailed(PathBuf, String),
    /// The user chose where to save, and was asked if there was a file already.
    SaveTo(PathBuf),
    /// The user typed where to save: a file that is there already is asked about.
    SaveToTyped(PathBuf),
    /// The user was asked where to save and gave no answer: what waited for the save does not happen.
    SaveAbandoned,
    /// A save ended: the new fingerprint, or a message.
    Saved {
        /// The file.
        path: PathBuf,
        /// The state that was saved.
        mark: Mark,
        /// What is now on disk, or what went wrong.
        result: Result<Saved, SaveFailure>,
    },
    /// The open file changed on disk.
    ChangedOnDisk(PathBuf),
    /// The open file is no longer on disk.
    GoneFromDisk(PathBuf),
    /// The user chose where to write a picture, and was asked if there was a file already.
    PictureTo(Picture, PathBuf),
    /// The user typed where to write a picture: a file that is there already is asked about.
    PictureToTyped(Picture, PathBuf),
    /// The window is asked to close.
    CloseRequested,
    /// The user answered the question about unsaved work.
    Unsaved(UnsavedAnswer),
    /// Shows a dialog.
    Show(Modal),
    /// Closes what is open, else looks at all again, else clears the selection, else the window.
    Escape,
    /// Closes the dialog.
    CloseModal,
    /// Switches the language.
    Language(Language),
    /// Switches the theme.
    Theme(ThemeChoice),
    /// Leaves a table with other columns, or another order.
    Table(Sheet, Shown),
    /// Puts text on the clipboard.
    Copy(String),
    /// Puts in what is on the clipboard.
    Paste(String),
    /// Tells the user something.
    Notify(Notice),
    /// Shows a message that stays.
    ShowStrip(Box<Strip>),
    /// Takes the message strip away.
    DismissStrip,
    /// Takes back or does again until so many steps are done.
    JumpTo(usize),
    /// Takes what was typed into a form.
    TakeForm(FormOf, Box<Form>),
    /// Changes all that is selected.
    TakeBulk(Box<BulkForm>),
    /// Changes what is said of the case as a whole.
    TakeProperties(Box<PropertiesForm>),
    /// Deletes what is selected, with what goes along.
    DeleteSelection,
    /// Merges the selected entities into the one that was selected last.
    MergeSelection,
    /// Folds each of these communities into a group of the network.
    FoldCommunities(u64, Vec<Vec<Id>>),
    /// Something about the safety of the work.
    News(SafetyNews),
    /// Something that guards the work is wanted.
    Wish(SafetyWish),
    /// Asks the views.
    View(ViewRequest),
    /// Hands an effect through.
    Effect(Box<Effect>),
    /// The window came to the front.
    Focused,
}

/// Why a save failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// The file is not what we last knew.
    Changed,
    /// There is a file already.
    Exists,
    /// The new file stands in its place, but the disk did not confirm it: a message for the user, and what it holds.
    NotConfirmed(String, Fingerprint),
    /// Anything else, as a message for the user.
    Other(String),
}
