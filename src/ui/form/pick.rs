//! A field in which a thing of the case is named: what it may be is offered below it while it is typed.

use egui::{Button, Key, TextEdit, Ui};

use crate::app::form::{Pick, matches};
use crate::model::piece::Wanted;
use crate::model::{Case, Id};
use crate::ui::cx::ViewCx;
use crate::ui::naming;

/// Things that are offered.
const MOST: usize = 6;

/// What was found for what was typed, and in which state of the case.
type Remembered = (String, u64, Vec<Id>);

/// Draws the field; whether Enter was pressed in it, though nothing was left to choose.
pub fn pick_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    pick: &mut Pick,
    wanted: Wanted,
    (name, hint, width): (&str, &str, f32),
) -> bool {
    let mut submits = false;
    ui.vertical(|ui| {
        ui.set_width(width);
        let field = TextEdit::singleline(&mut pick.text).desired_width(width).hint_text(hint);
        let response = ui.add(field).accessible_name(name);
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let memory = response.id.with("offered");
        let offered_id = response.id.with("is offered");
        // What is offered stays for the click that takes the keyboard away.
        let was_offered: bool = ui.data(|data| data.get_temp(offered_id).unwrap_or(false));
        let is_open = pick.chosen().is_none() && (response.has_focus() || enter || was_offered);
        let is_offered = is_open && response.has_focus();
        ui.data_mut(|data| data.insert_temp(offered_id, is_offered));
        if !is_open {
            submits = enter;
            return;
        }
        let found = found(ui, case, pick, wanted, memory);
        if enter {
            if let (false, Some(first)) = (pick.is_empty(), found.first()) {
                *pick = Pick::of(case, first);
                response.request_focus();
            } else {
                submits = true;
            }
            return;
        }
        let mut is_inside = false;
        for id in &found {
            let item = case.item(id.as_str());
            let title = item.map(|item| naming::title(case, item)).unwrap_or_default();
            let choice = ui.add(Button::new(title).wrap_mode(egui::TextWrapMode::Truncate).frame_when_inactive(false));
            is_inside |= choice.contains_pointer() || choice.has_focus();
            if choice.clicked() {
                *pick = Pick::of(case, id);
            }
        }
        if is_inside {
            ui.data_mut(|data| data.insert_temp(offered_id, true));
        }
        if found.is_empty() && !pick.is_empty() {
            ui.weak(cx.text("form-nothing-called-so"));
        }
    });
    submits
}

/// What is offered: looked for once for each text.
fn found(ui: &Ui, case: &Case, pick: &Pick, wanted: Wanted, memory: egui::Id) -> Vec<Id> {
    let content = case.revision().content;
    let remembered: Option<Remembered> = ui.data(|data| data.get_temp(memory));
    if let Some((_, _, found)) = remembered.filter(|(text, then, _)| *text == pick.text && *then == content) {
        return found;
    }
    let found = matches(case, wanted, &pick.text, MOST);
    ui.data_mut(|data| data.insert_temp(memory, (pick.text.clone(), content, found.clone())));
    found
}
