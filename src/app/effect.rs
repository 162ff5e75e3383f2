//! What the state machine asks of the outside world.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::{Fingerprint, Mark, Replacing};
use super::examples::Example;
use super::safety::{Comparing, JournalNote};
use super::workspace::ClockAsked;
use crate::file::edge_list::{EdgeList, Reading};
use crate::model::Id;

/// One of the two pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Picture {
    Network,
    Timeline,
}

/// Something that the views are asked to do; they own their cameras.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewRequest {
    /// Show everything in both views.
    FitAll,
    /// Show the selected things.
    FitSelection,
    /// Bring this thing into view where it is not.
    Reveal(Id),
    /// Let the focused picture show what it showed before, or after (`true`).
    GoView(bool),
    /// Take the window that was there before, or after (`true`).
    GoWindow(bool),
    /// Zoom the focused view in.
    ZoomIn,
    /// Zoom the focused view out.
    ZoomOut,
    /// Zoom the network in, or out.
    ZoomNetwork(bool),
    /// Go on arranging the network after it was stopped.
    ArrangeOn,
    /// Pin the selected nodes where they are.
    PinSelection,
    /// Move the lanes of the selection one place up, or down.
    MoveLane(bool),
    /// Fold all groups of lanes.
    FoldGroups,
    /// Put the panes where they were at first.
    ResetPanes,
    /// Move the keyboard to the next pane.
    NextPane,
    /// Show or put away the outline.
    ToggleOutline,
    /// Show or put away the details.
    ToggleDetails,
    /// Show or put away the table.
    ToggleTable,
    /// Fill the screen, or stop doing so.
    FullScreen,
}

/// A request to the outside world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read and check this file; answers with [`super::command::Command::Opened`].
    Open(PathBuf),
    /// Stop reading the file that is being read.
    CancelOpen,
    /// Stop arranging the network: it stays as far as it is.
    StopLayout,
    /// Find the communities of the open case; answers with [`super::command::Command::FoldCommunities`].
    FindCommunities(u64),
    /// Read this built-in case.
    OpenExample(Example),
    /// Ask the user for a file to open.
    PickOpen,
    /// Ask the user where to save.
    PickSave {
        /// Name to propose.
        name: String,
    },
    /// Ask the user where to save a picture.
    PickPicture {
        /// Which picture.
        picture: Picture,
        /// Name to propose.
        name: String,
    },
    /// Write this text; answers with [`super::command::Command::Saved`].
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
    },
    /// Write a picture of a view to this file.
    WritePicture(Picture, PathBuf, Replacing),
    /// See whether the open file changed on disk.
    CheckDisk(PathBuf, Fingerprint),
    /// Read a table in another way; answers with [`super::command::Command::EdgeListRead`].
    ReadEdgeListAs(Arc<EdgeList>, Reading),
    /// Make a case of a table; answers with [`super::command::Command::Opened`].
    TakeEdgeList(Arc<EdgeList>),
    /// Read the open case by this clock; answers with [`super::command::Command::ReadByClock`].
    ReadByClock(ClockAsked),
    /// Tell the keeper of the journal.
    Journal(JournalNote),
    /// Open the work of this journal; answers with [`super::command::Command::Opened`].
    Recover(PathBuf),
    /// Take the journal away for good.
    PutAway(PathBuf),
    /// Say what differs between a file and the open case.
    Compare(Comparing, PathBuf),
    /// List the earlier versions of a file.
    ListVersions(PathBuf),
    /// Open an earlier version as a case of its own; answers with [`super::command::Command::Opened`].
    OpenVersion(PathBuf),
    /// Hold this file open, so that others are told; `true`: also if somebody elsewhere may have it.
    Hold(PathBuf, bool),
    /// Ask for the text on the clipboard; answers with [`super::command::Command::Paste`].
    AskClipboard,
    /// Put text on the clipboard.
    Copy(String),
    /// Ask the views.
    View(ViewRequest),
    /// End the program.
    Quit,
}
