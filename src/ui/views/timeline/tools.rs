//! The tools in the head of the timeline: which clock, and how lanes stand.

use egui::{Role as Access, Ui, WidgetInfo};

use crate::app::command_table::UiCommand;
use crate::model::dates::Clock;
use crate::ui::cx::ViewCx;
use crate::ui::menu_bar;

/// Message key of the name of a clock.
pub const fn clock_key(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => "clock-happened",
        Clock::Known => "clock-known",
        Clock::Published => "clock-published",
    }
}

const CLOCKS: [UiCommand; 3] = [UiCommand::ClockHappened, UiCommand::ClockKnown, UiCommand::ClockPublished];
const GROUPS: [UiCommand; 4] =
    [UiCommand::LanesByEntity, UiCommand::LanesByKind, UiCommand::LanesByInvestigation, UiCommand::LanesByTag];
const SORTS: [UiCommand; 3] = [UiCommand::LanesFirst, UiCommand::LanesName, UiCommand::LanesConnection];
const REST: [UiCommand; 8] = [
    UiCommand::LanePin,
    UiCommand::LaneUp,
    UiCommand::LaneDown,
    UiCommand::LanesReset,
    UiCommand::GroupsFold,
    UiCommand::GroupsUnfold,
    UiCommand::CountsSooner,
    UiCommand::CountsLater,
];

/// Draws the tools, from the right.
pub fn tools_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    if cx.case().is_none() {
        return;
    }
    ui.spacing_mut().item_spacing.x = 6.0;
    menu_ui(ui, cx, &cx.text("menu-lanes"), &[&GROUPS, &SORTS, &REST]);
    let clock = cx.text(clock_key(cx.workspace.clock()));
    menu_ui(ui, cx, &cx.words().with("clock-button", &[("clock", clock.into())]), &[&CLOCKS]);
}

/// A button that opens a menu of commands, in groups.
fn menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, label: &str, groups: &[&[UiCommand]]) {
    let menu = ui.menu_button(label, |ui| {
        ui.set_min_width(240.0);
        for (number, group) in groups.iter().enumerate() {
            if number > 0 {
                ui.separator();
            }
            for command in *group {
                menu_bar::command_ui(ui, cx, *command);
            }
        }
    });
    menu.response.widget_info(|| WidgetInfo::labeled(Access::Button, true, label));
}
