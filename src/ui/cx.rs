//! What a view may see, and the queue into which it puts its commands.

use std::cell::RefCell;
use std::panic::Location;

use egui::{Color32, Response};

use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::app::derived::Derived;
use crate::app::workspace::Workspace;
use crate::locale::Words;
use crate::model::{Case, Id};
use crate::scene::theme::Theme;
use crate::scene::{Ink, Role};

/// Commands that were sent in this frame; carried out before the next one.
#[derive(Debug, Default)]
pub struct Commands(RefCell<Vec<(&'static Location<'static>, Command)>>);

impl Commands {
    /// Sends a command. Where it was sent from is kept for the log.
    #[track_caller]
    pub fn send(&self, command: Command) {
        self.0.borrow_mut().push((Location::caller(), command));
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Takes all commands out, in the order in which they were sent.
    pub fn take(&self) -> Vec<(&'static Location<'static>, Command)> {
        self.0.take()
    }
}

/// What a view may see: the state to read, the colours, and the queue.
#[derive(Clone, Copy)]
pub struct ViewCx<'a> {
    /// The state of the program.
    pub workspace: &'a Workspace,
    /// Colours.
    pub theme: &'static Theme,
    /// The queue.
    pub commands: &'a Commands,
    /// How far long work is.
    pub headway: Headway,
}

/// How much of some long work is done, from 0 to 1; none where it does not go on, or does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Headway {
    pub opening: Option<f32>,
    pub arranging: Option<f32>,
}

impl<'a> ViewCx<'a> {
    /// Texts in the chosen language.
    pub fn words(&self) -> &'a Words {
        self.workspace.words()
    }

    /// The message with this key.
    pub fn text(&self, key: &str) -> String {
        self.words().get(key)
    }

    /// The open case.
    pub fn case(&self) -> Option<&'a Case> {
        self.workspace.case()
    }

    /// What was worked out from case and window.
    pub fn derived(&self) -> &'a Derived {
        self.workspace.derived()
    }

    /// A colour by its role.
    pub fn colour(&self, role: Role) -> Color32 {
        self.ink(Ink::new(role))
    }

    /// A weakened colour.
    pub fn ink(&self, ink: Ink) -> Color32 {
        super::theme::colour(self.theme, ink)
    }

    /// Sends a command.
    #[track_caller]
    pub fn send(&self, command: Command) {
        self.commands.send(command);
    }

    /// Sends a command without a target.
    #[track_caller]
    pub fn run(&self, command: UiCommand) {
        self.commands.send(Command::Ui(command));
    }

    /// Whether this thing is selected.
    pub fn is_selected(&self, id: &Id) -> bool {
        self.workspace.selection().contains(id)
    }

    /// Whether the pointer is on this thing, here or in another view.
    pub fn is_hovered(&self, id: &Id) -> bool {
        self.workspace.hovered() == Some(id)
    }

    /// What a click, a double click and the pointer mean on anything that stands for a thing of the case: the same
    /// in every view. Returns whether the pointer is on it.
    #[track_caller]
    pub fn interact(&self, response: &Response, id: &Id) -> bool {
        if response.double_clicked() {
            self.send(Command::GoTo(id.clone()));
        } else if response.clicked() {
            let modifiers = response.ctx.input(|input| input.modifiers);
            self.send(Command::Select(if modifiers.command || modifiers.shift {
                Select::Toggle(id.clone())
            } else {
                Select::Only(id.clone())
            }));
        }
        response.hovered()
    }
}
