//! A window that loses its graphics device leaves all that it holds for the next.

use egui::Context;

use super::App;
use crate::app::command::Command;
use crate::app::settings::Settings;
use crate::app::workspace::{Notice, Strip, Workspace};
use crate::ui::device::{Rescue, Rescued};
use crate::ui::shell::Shell;

impl App {
    /// Goes on with what the window before left there, if it lost its device, and leaves there what this one holds.
    #[must_use]
    pub fn with_rescue(mut self, ctx: &Context, rescue: Rescue) -> Self {
        if let Some(rescued) = rescue.take() {
            self.take_over(rescued);
            self.safety.wake(ctx);
        }
        self.rescue = rescue;
        self
    }

    /// For trying: as if the graphics device were lost now.
    pub fn lose_device(&self) {
        self.device.lose();
    }

    /// The device is lost: all that this window holds is left for the next. At once, as painting without a device ends the
    /// event loop.
    pub(super) fn leave(&mut self) {
        self.remember();
        (self.looks.is_lost, self.looks.may_close) = (true, true);
        let workspace = std::mem::replace(&mut self.workspace, Workspace::new(Settings::default()));
        let shell = std::mem::replace(&mut self.shell, Shell::new(&self.workspace));
        let safety = std::mem::take(&mut self.safety);
        self.rescue.replace(Some(Rescued { workspace, shell, safety }));
    }

    /// Goes on where a window that lost its device had come to.
    fn take_over(&mut self, Rescued { workspace, mut shell, safety }: Rescued) {
        // What was drawn lies on the device that is gone.
        shell.network.large.forget_drawings();
        (self.workspace, self.shell, self.safety) = (workspace, shell, safety);
        let strip = Strip { notice: Notice::new("strip-device-lost"), is_error: false, remedy: None };
        self.commands.send(Command::ShowStrip(Box::new(strip)));
    }
}
