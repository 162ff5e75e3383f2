//! Dialogs over the window: questions, lists, and fields for what no file dialog can give.

use std::path::{Path, PathBuf};

use egui::{
    Align, Button, Grid, Id as EguiId, InnerResponse, Key, Layout, Response, RichText, Role as Access, ScrollArea,
    TextEdit, Ui, WidgetInfo, vec2,
};

use super::cx::ViewCx;
use super::{edge_list, form, history, lists, parts, safety_dialogs, styling, window_by_text};
use crate::app::command::{Command, UnsavedAnswer};
use crate::app::command_table::{Menu, UiCommand};
use crate::app::form::{BulkForm, Form, PropertiesForm};
use crate::app::workspace::{DeletionTold, MergingTold, Modal, Pending, Written};
use crate::scene::Role;

/// What is typed into the fields of dialogs.
#[derive(Clone, Debug, Default)]
pub struct ModalState {
    text: String,
    form: Form,
    bulk: BulkForm,
    properties: PropertiesForm,
    shown: Option<Modal>,
}

/// Draws the open dialog; the palette draws itself.
pub fn modal_ui(ui: &Ui, cx: &ViewCx<'_>, state: &mut ModalState) {
    let Some(modal) = cx.workspace.modal() else {
        state.shown = None;
        return;
    };
    if matches!(modal, Modal::Palette(_)) {
        return;
    }
    let is_new = state.shown.as_ref() != Some(modal);
    if is_new {
        state.shown = Some(modal.clone());
        // A menu that is open would lie above the dialog.
        egui::Popup::close_all(ui.ctx());
        state.text = first_text(cx, modal);
        match (modal, cx.case()) {
            (Modal::Form(of), _) => state.form = cx.workspace.first_form(of),
            (Modal::Bulk, _) => state.bulk = BulkForm::default(),
            (Modal::Properties, Some(case)) => state.properties = PropertiesForm::new(case),
            _ => {}
        }
    }
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::same(16));
    // Each kind of dialog remembers its own size.
    let id = EguiId::unique(("modal", std::mem::discriminant(modal)));
    let response = egui::Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        let wide = matches!(
            modal,
            Modal::EdgeList
                | Modal::Findings
                | Modal::Hidden
                | Modal::Looks
                | Modal::Shortcuts
                | Modal::Recovery
                | Modal::Difference
        );
        let is_form = matches!(modal, Modal::Form(_) | Modal::Bulk | Modal::Properties);
        let width: f32 = if wide {
            760.0
        } else if is_form {
            560.0
        } else {
            480.0
        };
        ui.set_width(width.min(ui.ctx().content_rect().width() - 64.0).max(0.0));
        match modal {
            Modal::Palette(_) => {}
            Modal::OpenByPath => path_ui(ui, cx, state, is_new, "dialog-open-by-path", Command::OpenPath),
            Modal::SaveByPath => path_ui(ui, cx, state, is_new, "dialog-save-by-path", Command::SaveToTyped),
            Modal::PictureByPath(picture) => {
                path_ui(ui, cx, state, is_new, "dialog-picture-by-path", |path| {
                    Command::PictureToTyped(*picture, path)
                });
            }
            Modal::WindowByText => window_by_text::window_ui(ui, cx, &mut state.text, is_new),
            Modal::Form(of) => form::form_ui(ui, cx, of, &mut state.form, is_new),
            Modal::Bulk => form::bulk_ui(ui, cx, &mut state.bulk, is_new),
            Modal::Properties => form::properties_ui(ui, cx, &mut state.properties, is_new),
            Modal::Merge(told) => merge_ui(ui, cx, told),
            Modal::Delete(told) => delete_ui(ui, cx, told),
            Modal::Unsaved(pending) => unsaved_ui(ui, cx, pending),
            Modal::DropsComments => drops_comments_ui(ui, cx),
            Modal::Replace(what, path) => replace_ui(ui, cx, *what, path),
            Modal::EdgeList => edge_list::edge_list_ui(ui, cx),
            Modal::Findings => titled(ui, cx, "dialog-findings", |ui| lists::findings_ui(ui, cx)),
            Modal::Hidden => titled(ui, cx, "dialog-hidden", |ui| lists::hidden_ui(ui, cx)),
            Modal::History => titled(ui, cx, "dialog-history", |ui| history::history_ui(ui, cx)),
            Modal::Recovery => safety_dialogs::recovery_ui(ui, cx),
            Modal::Difference => safety_dialogs::difference_ui(ui, cx),
            Modal::Versions => safety_dialogs::versions_ui(ui, cx),
            Modal::Looks => titled(ui, cx, "dialog-looks", |ui| styling::styling_ui(ui, cx)),
            Modal::Shortcuts => titled(ui, cx, "dialog-shortcuts", |ui| shortcuts_ui(ui, cx)),
            Modal::About => titled(ui, cx, "dialog-about", |ui| about_ui(ui, cx)),
        }
    });
    if response.should_close() {
        cx.send(Command::CloseModal);
    }
}

fn first_text(cx: &ViewCx<'_>, modal: &Modal) -> String {
    match modal {
        Modal::WindowByText => window_by_text::first_text(cx),
        Modal::SaveByPath => cx
            .workspace
            .document()
            .and_then(|document| document.path())
            .map(|path| path.display().to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A heading, the content, and a button that closes.
fn titled(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, content: impl FnOnce(&mut Ui)) {
    heading(ui, &cx.text(key));
    content(ui);
    ui.add_space(8.0);
    button_row(ui, |ui| {
        if ui.button(cx.text("dialog-close")).clicked() {
            cx.send(Command::CloseModal);
        }
    });
}

/// Buttons from the right. As high as a button: a row that took the height left over would keep a dialog from shrinking.
pub(super) fn button_row<T>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> T) -> InnerResponse<T> {
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), content)
}

pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).heading());
    ui.add_space(8.0);
}

/// A single-line field with a name; whether Enter was pressed in it.
pub(super) fn field_ui(ui: &mut Ui, text: &mut String, name: &str, focus: bool) -> bool {
    let response = hinted_field_ui(ui, text, (name, name), focus);
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// The same with words of its own in the empty field; the field.
pub(super) fn hinted_field_ui(ui: &mut Ui, text: &mut String, (name, hint): (&str, &str), focus: bool) -> Response {
    let response = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text(hint));
    response.widget_info(|| WidgetInfo::labeled(Access::TextInput, true, name));
    if focus {
        response.request_focus();
        select_all(ui, response.id, text);
    }
    response
}

/// What stands in a field that just got the keyboard is written over by what is typed, as in every form.
fn select_all(ui: &Ui, id: EguiId, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

fn path_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ModalState,
    focus: bool,
    key: &str,
    command: impl FnOnce(PathBuf) -> Command,
) {
    heading(ui, &cx.text(key));
    let enter = field_ui(ui, &mut state.text, &cx.text("dialog-path"), focus);
    ui.add_space(8.0);
    let typed = PathBuf::from(state.text.trim());
    let ready = !typed.as_os_str().is_empty();
    let path = std::path::absolute(&typed).unwrap_or(typed);
    if buttons_ui(ui, cx, "dialog-ok", ready) || (enter && ready) {
        // The command closes the dialog: closing it first would mean that it was put away.
        cx.send(command(path));
    }
}

/// Cancel, and a main action; whether the main action was taken.
pub(super) fn buttons_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, ready: bool) -> bool {
    button_row(ui, |ui| {
        let main = ui.add_enabled(ready, Button::new(RichText::new(cx.text(key)).strong())).clicked();
        if ui.button(cx.text("dialog-cancel")).clicked() {
            cx.send(Command::CloseModal);
        }
        main
    })
    .inner
}

fn unsaved_ui(ui: &mut Ui, cx: &ViewCx<'_>, pending: &Pending) {
    let title = cx.case().map(|case| case.head().title.clone()).unwrap_or_default();
    heading(ui, &cx.words().with("dialog-unsaved", &[("title", title.as_str().into())]));
    let key = match pending {
        Pending::Quit => "dialog-unsaved-quit",
        Pending::Close => "dialog-unsaved-close",
        Pending::Reload(_) => "dialog-unsaved-reload",
        Pending::Open(_) | Pending::Example(_) | Pending::Recover(_) | Pending::Version(_) | Pending::New => {
            "dialog-unsaved-open"
        }
    };
    ui.label(cx.text(key));
    ui.add_space(12.0);
    button_row(ui, |ui| {
        for (key, answer) in [
            ("dialog-save", UnsavedAnswer::Save),
            ("dialog-cancel", UnsavedAnswer::Cancel),
            ("dialog-discard", UnsavedAnswer::Discard),
        ] {
            let text = RichText::new(cx.text(key));
            let text = if answer == UnsavedAnswer::Save { text.strong() } else { text };
            if ui.button(text).clicked() {
                cx.send(Command::Unsaved(answer));
            }
        }
    });
}

/// What becomes of entities that are merged, before they are.
fn merge_ui(ui: &mut Ui, cx: &ViewCx<'_>, told: &MergingTold) {
    let words = cx.words();
    heading(ui, &words.with("dialog-merge", &[("name", told.keep.as_str().into())]));
    let gone = told.gone.join(", ");
    ui.add(egui::Label::new(words.with("merge-gone", &[("names", gone.as_str().into())])).wrap());
    let counts = [
        ("merge-links", told.links),
        ("merge-between", told.between),
        ("merge-events", told.events),
        ("merge-claims", told.claims),
    ];
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        ui.label(words.with(key, &[("count", count.into())]));
    }
    ui.add(egui::Label::new(cx.text("merge-kept")).wrap());
    ui.add_space(8.0);
    if buttons_ui(ui, cx, "merge-confirm", true) {
        cx.send(Command::MergeSelection);
    }
}

/// What goes along with what is deleted, before anything is.
fn delete_ui(ui: &mut Ui, cx: &ViewCx<'_>, told: &DeletionTold) {
    let words = cx.words();
    heading(ui, &words.with("dialog-delete", &[("name", told.what.as_str().into())]));
    if told.links > 0 {
        ui.label(words.with("delete-links", &[("count", told.links.into())]));
    }
    if told.loosened > 0 {
        ui.label(words.with("delete-loosened", &[("count", told.loosened.into())]));
    }
    ui.label(cx.text("delete-undo"));
    ui.add_space(8.0);
    if buttons_ui(ui, cx, "delete-confirm", true) {
        cx.send(Command::DeleteSelection);
    }
}

fn drops_comments_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    heading(ui, &cx.text("dialog-comments"));
    ui.label(cx.text("dialog-comments-text"));
    ui.add_space(12.0);
    button_row(ui, |ui| {
        if ui.button(RichText::new(cx.text("command-save-as")).strong()).clicked() {
            // It closes the dialog; closing it first would mean that what waits for the save is called off.
            cx.run(UiCommand::SaveAs);
        }
        if ui.button(cx.text("dialog-comments-save")).clicked() {
            cx.run(UiCommand::Save);
        }
        if ui.button(cx.text("dialog-cancel")).clicked() {
            cx.send(Command::CloseModal);
        }
    });
}

fn replace_ui(ui: &mut Ui, cx: &ViewCx<'_>, what: Written, path: &Path) {
    heading(ui, &cx.text("dialog-replace"));
    ui.add(egui::Label::new(path.display().to_string()).wrap());
    ui.add_space(12.0);
    button_row(ui, |ui| {
        if ui.button(RichText::new(cx.text("dialog-cancel")).strong()).clicked() {
            cx.send(Command::CloseModal);
        }
        if ui.button(cx.text("dialog-replace-it")).clicked() {
            cx.send(match what {
                Written::Case => Command::SaveTo(path.to_owned()),
                Written::Picture(picture) => Command::PictureTo(picture, path.to_owned()),
            });
        }
    });
}

fn shortcuts_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let height = lists::room(ui);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        // One grid, so that the columns of all menus stand below each other.
        Grid::new("shortcuts").num_columns(3).min_col_width(150.0).spacing([16.0, 6.0]).show(ui, |ui| {
            for menu in Menu::ALL {
                ui.label(parts::rich(cx, cx.text(menu.key()), parts::SECTION, Role::Text2));
                ui.end_row();
                let of_menu = |command: &&UiCommand| command.menu() == menu && !command.chords().is_empty();
                for command in UiCommand::ALL.iter().filter(of_menu) {
                    let chords: Vec<_> = command.chords().iter().map(ToString::to_string).collect();
                    let help = cx.text(&format!("{}.help", command.key()));
                    ui.label(RichText::new(chords.join(", ")).monospace());
                    ui.label(cx.text(command.key()));
                    ui.label(RichText::new(help).color(cx.colour(Role::Text3)));
                    ui.end_row();
                }
            }
        });
        ui.add_space(12.0);
        ui.label(parts::rich(cx, cx.text("gestures"), parts::SECTION, Role::Text2));
        Grid::new("gestures").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
            for key in GESTURES {
                ui.label(cx.text(key));
                ui.label(RichText::new(cx.text(&format!("{key}.does"))).color(cx.colour(Role::Text3)));
                ui.end_row();
            }
        });
    });
}

/// What mouse and bare keys do; message keys, with what they do as the attribute `.does`.
pub const GESTURES: &[&str] = &[
    "gesture-wheel",
    "gesture-ctrl-wheel",
    "gesture-shift-wheel",
    "gesture-drag-ground",
    "gesture-shift-drag",
    "gesture-drag-node",
    "gesture-click",
    "gesture-ctrl-click",
    "gesture-double-click",
    "gesture-double-click-ground",
    "gesture-alt-drag-node",
    "gesture-alt-drag-end",
    "gesture-alt-click-lane",
    "gesture-ruler",
    "gesture-ruler-double",
    "gesture-arrows",
    "gesture-escape",
];

fn about_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    ui.label(cx.words().with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]));
    ui.add_space(4.0);
    for key in ["about-what", "about-never", "about-licence", "about-fonts"] {
        ui.add(egui::Label::new(cx.text(key)).wrap());
        ui.add_space(4.0);
    }
}
