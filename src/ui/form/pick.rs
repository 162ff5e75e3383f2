//! A field in which a thing of the case is named: what it may be is offered below it while it is typed. What is not there
//! yet can be made along with the form.

use egui::{Button, Key, Sense, TextEdit, Ui};

use super::{kind_choice_ui, stops};
use crate::app::form::{Pick, matches};
use crate::model::piece::Wanted;
use crate::model::{Case, Id};
use crate::ui::cx::ViewCx;
use crate::ui::naming;

/// Things that are offered.
const MOST: usize = 6;

/// A field for a thing.
#[derive(Clone, Copy, Debug)]
pub struct PickField<'a> {
    /// Which things are offered.
    pub wanted: Wanted,
    /// Its accessible name.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Its width.
    pub width: f32,
    /// Whether it gets the keyboard now.
    pub focus: bool,
    /// The kind of an entity that is made along with the form; that of the last new entity where it is left out.
    pub kind: Option<&'static str>,
}

/// What was found for what was typed, and in which state of the case.
type Remembered = (String, u64, Vec<Id>);

/// What is offered, and which of it Enter takes: the number of a thing, or of making a new one, which is offered last.
#[derive(Clone, Debug, Default)]
struct Offering {
    is_open: bool,
    text: String,
    at: Option<usize>,
    /// The arrow keys chose it.
    is_walked: bool,
}

/// Draws the field; whether Enter was pressed in it, though nothing was left to choose.
pub fn pick_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, pick: &mut Pick, field: PickField<'_>) -> bool {
    let mut submits = false;
    ui.vertical(|ui| {
        ui.set_width(field.width);
        let edit = TextEdit::singleline(&mut pick.text).desired_width(field.width).hint_text(field.hint);
        let response = ui.add(edit).accessible_name(field.name);
        stops::field(ui, &response, pick.is_empty());
        if field.focus {
            response.request_focus();
        }
        if pick.is_empty() {
            pick.make = None;
        }
        let left_by = |key| response.lost_focus() && ui.input(|input| input.key_pressed(key));
        let (enter, tab) = (left_by(Key::Enter), left_by(Key::Tab));
        if pick.chosen().is_some() || pick.make.is_some() {
            submits = enter;
            newcomer_ui(ui, cx, case, pick, field);
            return;
        }
        let memory = response.id.with("offering");
        let mut offering: Offering = ui.data(|data| data.get_temp(memory).unwrap_or_default());
        // What is offered stays for the click, or the key, that takes the keyboard away.
        if !(response.has_focus() || enter || tab || offering.is_open) {
            return;
        }
        let found = found(ui, case, pick, field.wanted, response.id.with("offered"));
        let is_new = field.wanted != Wanted::Event && !pick.is_empty();
        let count = found.len() + usize::from(is_new);
        if offering.text != pick.text {
            // Of what was not asked for in words nothing is taken unless it is walked to.
            let at = (count > 0 && !pick.is_empty()).then_some(0);
            offering = Offering { text: pick.text.clone(), at, ..Offering::default() };
        }
        if response.has_focus() {
            walk(ui, &mut offering, count);
        }
        offering.is_open = response.has_focus();
        let mut taken = None;
        if enter {
            taken = offering.at;
            submits = taken.is_none();
        } else if tab {
            // Going on takes what is meant, but makes nothing that nobody chose.
            taken = offering.at.filter(|at| *at < found.len() || offering.is_walked);
        }
        if !(enter || tab) {
            let clicked = offered_ui(ui, cx, case, (&found, &pick.text, is_new), &mut offering);
            taken = taken.or(clicked);
        }
        match taken {
            Some(at) if at < found.len() => *pick = Pick::of(case, &found[at]),
            Some(_) => {
                let kind = field.kind.map_or_else(|| cx.workspace.kind_of_new(case), str::to_owned);
                *pick = Pick::to_make(pick.text.trim().to_owned(), kind);
            }
            None => {}
        }
        if taken.is_some() {
            offering = Offering::default();
            if !tab {
                response.request_focus();
            }
        }
        ui.data_mut(|data| data.insert_temp(memory, offering));
    });
    submits
}

/// The arrow keys walk through what is offered.
fn walk(ui: &Ui, offering: &mut Offering, count: usize) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::ArrowDown) && count > 0 {
        offering.at = Some(offering.at.map_or(0, |at| (at + 1).min(count - 1)));
        offering.is_walked = true;
    }
    if pressed(Key::ArrowUp) {
        offering.at = offering.at.and_then(|at| at.checked_sub(1));
        offering.is_walked = true;
    }
}

/// What is offered; the number of what was clicked. The keyboard passes it by: it is walked through with the arrow keys.
fn offered_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    (found, text, is_new): (&[Id], &str, bool),
    offering: &mut Offering,
) -> Option<usize> {
    let title = |id: &Id| case.item(id.as_str()).map(|item| naming::title(case, item)).unwrap_or_default();
    let new = is_new.then(|| cx.words().with("form-make-new", &[("name", text.trim().into())]));
    let mut clicked = None;
    for (at, title) in found.iter().map(title).chain(new).enumerate() {
        let is_next = offering.at == Some(at);
        let button = Button::new(title).wrap_mode(egui::TextWrapMode::Truncate).frame_when_inactive(is_next);
        let choice = ui.add(button.selected(is_next).sense(Sense::CLICK));
        offering.is_open |= choice.contains_pointer();
        if choice.clicked() {
            clicked = Some(at);
        }
    }
    clicked
}

/// Says that the thing is made along with the form, and as what.
fn newcomer_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, pick: &mut Pick, field: PickField<'_>) {
    let Some(kind) = pick.make.as_mut().filter(|_| field.wanted != Wanted::Source) else {
        if pick.make.is_some() {
            ui.weak(cx.text("form-newcomer"));
        }
        return;
    };
    ui.horizontal(|ui| {
        ui.weak(cx.text("form-newcomer"));
        kind_choice_ui(ui, cx, case, &format!("{}, {}", field.name, cx.text("form-kind")), kind);
    });
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
