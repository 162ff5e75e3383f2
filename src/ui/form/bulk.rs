//! One change of all that is selected.

use egui::{Grid, Ui, vec2};

use super::lists::{NATURES, cites_ui};
use super::{fault_text, remembered, row_ui};
use crate::app::command::Command;
use crate::app::form::BulkForm;
use crate::model::link::Strength;
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::modals::{buttons_ui, heading};
use crate::ui::naming;
use crate::ui::parts::{self, LABEL};

/// Draws the form; `focus` gives its first field the keyboard.
pub fn bulk_ui(ui: &mut Ui, cx: &ViewCx<'_>, form: &mut BulkForm, focus: bool) {
    let Some(case) = cx.case() else { return };
    let (words, ids) = (cx.words(), cx.workspace.selection().ids());
    heading(ui, &words.with("bulk-title", &[("count", ids.len().into())]));
    parts::paragraph_ui(ui, cx, cx.text("bulk-help"), LABEL, Role::Text3);
    ui.add_space(6.0);
    let mut enter = false;
    Grid::new("bulk").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
        enter |= row_ui(ui, cx, "bulk-add-tags", &mut form.add_tags, focus);
        enter |= row_ui(ui, cx, "bulk-remove-tags", &mut form.remove_tags, false);
        enter |= row_ui(ui, cx, "form-kind", &mut form.kind, false);
        ui.label(cx.text("form-strength"));
        ui.horizontal(|ui| {
            ui.radio_value(&mut form.strength, None, cx.text("bulk-as-it-is"));
            for one in Strength::ALL {
                ui.radio_value(&mut form.strength, Some(one), cx.text(naming::strength_key(one)));
            }
        });
        ui.end_row();
        ui.label(cx.text("form-nature"));
        ui.horizontal(|ui| {
            ui.radio_value(&mut form.nature, None, format!("{} ", cx.text("bulk-as-it-is")));
            for one in NATURES {
                ui.radio_value(&mut form.nature, Some(one), cx.text(naming::nature_key(one)));
            }
        });
        ui.end_row();
    });
    enter |= cites_ui(ui, cx, case, &mut form.cites, "");
    let shared = cx.workspace.selection().shared();
    let asked = (form.clone(), shared);
    let count = remembered(ui, case, &asked, |(form, ids)| form.bulk(case, ids).map(|bulk| bulk.count));
    let (text, role) = match &count {
        Ok(count) => (words.with("bulk-count", &[("count", (*count).into())]), Role::Text2),
        Err(fault) => fault_text(cx, fault),
    };
    ui.add_space(4.0);
    parts::paragraph_ui(ui, cx, text, LABEL, role);
    ui.add_space(8.0);
    let ready = count.is_ok_and(|count| count > 0);
    if buttons_ui(ui, cx, "form-change", ready) || (enter && ready) {
        cx.send(Command::TakeBulk(Box::new(form.clone())));
    }
}
