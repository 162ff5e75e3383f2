//! The dialog in which a time window is typed, in words or as EDTF.

use egui::{RichText, Ui};

use super::cx::ViewCx;
use super::modals::{buttons_ui, field_ui, heading};
use crate::app::command::Command;
use crate::locale::entry;
use crate::model::time::{Calendar, Tolerances};
use crate::scene::Role;

/// What stands in the field at first: the window as it is.
pub(super) fn first_text(cx: &ViewCx<'_>) -> String {
    let zone = cx.case().map(|case| case.calendar().zone.clone());
    match (cx.workspace.window(), zone) {
        (Some(window), Some(zone)) => crate::locale::typed_span(window, &zone),
        _ => String::new(),
    }
}

/// The field, what its text is understood as, and the buttons. `focus` gives it the keyboard.
pub(super) fn window_ui(ui: &mut Ui, cx: &ViewCx<'_>, text: &mut String, focus: bool) {
    heading(ui, &cx.text("dialog-window"));
    let enter = field_ui(ui, text, &cx.text("dialog-window-hint"), focus);
    let calendar = cx.case().map_or_else(
        || Calendar { zone: jiff::tz::TimeZone::UTC, tolerances: Tolerances::default() },
        |case| case.calendar().clone(),
    );
    let typed = text.trim();
    let read = entry::read(typed, &calendar, None);
    let window = read.as_ref().ok().map(|entered| entered.when.outer());
    let (words, role) = match &read {
        _ if typed.is_empty() => (cx.text("dialog-window-empty"), Role::Text3),
        Ok(entered) => {
            let span = cx.words().span(entered.when.outer(), &calendar.zone);
            (cx.words().with("dialog-window-understood", &[("span", span.into())]), Role::Text2)
        }
        Err(error) => (cx.words().entry_refused(typed, error), Role::Error),
    };
    ui.label(RichText::new(words).color(cx.colour(role)));
    ui.add_space(8.0);
    let ready = typed.is_empty() || window.is_some();
    if buttons_ui(ui, cx, "dialog-ok", ready) || (enter && ready) {
        cx.send(Command::CloseModal);
        cx.send(Command::Window(window.filter(|_| !typed.is_empty())));
    }
}
