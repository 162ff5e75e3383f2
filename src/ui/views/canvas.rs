//! What both views share: keys that walk, things as accessible nodes, the context menu.

use egui::accesskit::Action;
use egui::{EventFilter, Id as EguiId, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::model::Id;
use crate::ui::cx::ViewCx;
use crate::ui::{menu_bar, naming};

/// A step with an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
}

/// The arrow that was pressed while the view has the keyboard. Arrows then belong to the view and not to the focus, and
/// Esc, which clears the selection, does not take the keyboard away.
pub fn arrow(ui: &Ui, canvas: &Response) -> Option<Step> {
    if !canvas.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.id, filter));
    ui.input_mut(|input| {
        [
            (Key::ArrowLeft, Step::Left),
            (Key::ArrowRight, Step::Right),
            (Key::ArrowUp, Step::Up),
            (Key::ArrowDown, Step::Down),
        ]
        .into_iter()
        .find_map(|(key, step)| input.consume_key(Modifiers::NONE, key).then_some(step))
    })
}

/// Enter, while the view has the keyboard: brings what is selected into view.
pub fn enter(ui: &Ui, cx: &ViewCx<'_>, canvas: &Response) {
    if canvas.has_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
        && let Some(lead) = cx.workspace.selection().lead()
    {
        cx.send(Command::GoTo(lead.clone()));
    }
}

/// What a click on a thing means: the same in every view.
pub fn select(ui: &Ui, cx: &ViewCx<'_>, id: &Id) {
    let modifiers = ui.input(|input| input.modifiers);
    cx.send(Command::Select(if modifiers.command || modifiers.shift {
        Select::Toggle(id.clone())
    } else {
        Select::Only(id.clone())
    }));
}

/// The same of a mark that stands for several things.
pub fn select_all(ui: &Ui, cx: &ViewCx<'_>, mut ids: Vec<Id>) {
    if let [id] = ids.as_slice() {
        select(ui, cx, id);
        return;
    }
    let modifiers = ui.input(|input| input.modifiers);
    if !(modifiers.command || modifiers.shift) {
        cx.send(Command::Select(Select::Many(ids)));
    } else if ids.iter().all(|id| cx.is_selected(id)) {
        for id in ids {
            cx.send(Command::Select(Select::Toggle(id)));
        }
    } else {
        ids.retain(|id| !cx.is_selected(id));
        cx.send(Command::Select(Select::Add(ids)));
    }
}

/// Makes painted things exist for a screen reader: each a button with a sentence, which it may press. The pointer
/// goes to the canvas below.
pub fn accessible<'a>(ui: &Ui, cx: &ViewCx<'_>, salt: &str, things: impl Iterator<Item = (&'a Id, Rect)>) {
    let Some(case) = cx.case() else { return };
    for (number, (id, rect)) in things.enumerate() {
        let Some(item) = case.item(id.as_str()) else { continue };
        let widget = EguiId::unique((salt, id.as_str(), number));
        let response = ui.interact(rect, widget, Sense::hover());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, true, cx.is_selected(id), naming::sentence(cx, case, item))
        });
        if ui.input(|input| input.has_accesskit_action_request(widget, Action::Click)) {
            cx.send(Command::Select(Select::Only(id.clone())));
        }
    }
}

/// What a right click was on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Under {
    #[default]
    Ground,
    Thing,
    /// The name of a lane, whose entity is then selected.
    Lane,
}

/// The menu of a right click.
pub fn context_menu(response: &Response, cx: &ViewCx<'_>, under: Under) {
    response.context_menu(|ui| {
        ui.set_min_width(200.0);
        let commands: &[UiCommand] = match under {
            Under::Lane => &[
                UiCommand::LanePin,
                UiCommand::LaneUp,
                UiCommand::LaneDown,
                UiCommand::Hide,
                UiCommand::GroupsFold,
                UiCommand::GroupsUnfold,
                UiCommand::LanesReset,
                UiCommand::SelectNeighbours,
                UiCommand::WindowOfSelection,
                UiCommand::CopyName,
            ],
            Under::Thing => &[
                UiCommand::FitSelection,
                UiCommand::SelectNeighbours,
                UiCommand::SelectPath,
                UiCommand::WindowOfSelection,
                UiCommand::Fold,
                UiCommand::Unfold,
                UiCommand::Pin,
                UiCommand::Hide,
                UiCommand::CopyName,
                UiCommand::NewLink,
                UiCommand::Change,
                UiCommand::Delete,
            ],
            Under::Ground => &[
                UiCommand::NewEntity,
                UiCommand::NewEvent,
                UiCommand::NewLink,
                UiCommand::NewSource,
                UiCommand::FitAll,
                UiCommand::SelectAll,
                UiCommand::FoldEvents,
                UiCommand::ShowAll,
                UiCommand::UnpinAll,
                UiCommand::UnfoldAll,
                UiCommand::WindowOff,
                UiCommand::Cuts,
            ],
        };
        for command in commands {
            let button = egui::Button::new(menu_bar::name(cx, *command)).wrap_mode(egui::TextWrapMode::Extend);
            let shown = command.chords().first().map(ToString::to_string).unwrap_or_default();
            if ui.add_enabled(command.available(cx.workspace), button.shortcut_text(shown)).clicked() {
                cx.run(*command);
                ui.close();
            }
        }
    });
}

/// Head of a pane: its name, what it shows, tools at the right. Gives whether it is dragged, to rearrange the panes.
pub fn header_ui(ui: &mut Ui, cx: &ViewCx<'_>, name: &str, shown: &str, tools: impl FnOnce(&mut Ui)) -> bool {
    let top = ui.cursor().min;
    let handle = Rect::from_min_size(top, egui::vec2(ui.available_width(), 36.0));
    let response = ui.interact(handle, ui.scope_id().with("handle"), Sense::DRAG);
    crate::ui::parts::header_ui(ui, cx, name, shown, tools);
    // The handle lies below the tools and feels their presses too: only a hand that moves takes the pane along.
    response.dragged() && ui.input(|input| input.pointer.is_decidedly_dragging())
}
