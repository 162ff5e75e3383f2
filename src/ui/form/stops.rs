//! Page Down goes to the next group of a form's fields, Page Up to the one before: to the first field there that is empty.

use egui::{Id, Key, Response, Ui};

/// The groups of fields of the form that is being drawn.
#[derive(Clone, Debug, Default)]
struct Stops {
    groups: Vec<Group>,
    /// The first field of a row that was just added gets the keyboard: of this group, after so many fields.
    wanted: Option<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Group {
    first: Option<Id>,
    first_empty: Option<Id>,
    has_focus: bool,
    fields: usize,
}

/// One form is open at a time.
fn memory() -> Id {
    Id::unique("stops of the form")
}

fn with<R>(ui: &Ui, work: impl FnOnce(&mut Stops) -> R) -> R {
    ui.data_mut(|data| work(data.get_temp_mut_or_default(memory())))
}

/// A form begins.
pub fn begin(ui: &Ui) {
    with(ui, |stops| stops.groups.clear());
}

/// A group of fields begins.
pub fn group(ui: &Ui) {
    with(ui, |stops| stops.groups.push(Group::default()));
}

/// A field of the group.
pub fn field(ui: &Ui, response: &Response, is_empty: bool) {
    let (id, has_focus) = (response.id, response.has_focus());
    let is_wanted = with(ui, |stops| {
        let at = stops.groups.len().checked_sub(1);
        let (Some(at), Some(group)) = (at, stops.groups.last_mut()) else { return false };
        group.first = group.first.or(Some(id));
        group.first_empty = group.first_empty.or(is_empty.then_some(id));
        group.has_focus |= has_focus;
        group.fields += 1;
        stops.wanted.take_if(|wanted| *wanted == (at, group.fields - 1)).is_some()
    });
    if is_wanted {
        response.request_focus();
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// The button that adds a row to the group: the keyboard comes here where there is no field.
pub fn add_button(ui: &Ui, response: &Response) {
    let (id, has_focus, clicked) = (response.id, response.has_focus(), response.clicked());
    with(ui, |stops| {
        let at = stops.groups.len().saturating_sub(1);
        let Some(group) = stops.groups.last_mut() else { return };
        group.first = group.first.or(Some(id));
        group.has_focus |= has_focus;
        if clicked {
            stops.wanted = Some((at, group.fields));
        }
    });
}

/// The form ends: the keyboard goes where it was asked to.
pub fn end(ui: &Ui) {
    let (on, back) = ui.input(|input| (input.key_pressed(Key::PageDown), input.key_pressed(Key::PageUp)));
    if !on && !back {
        return;
    }
    let to = with(ui, |stops| {
        let at = stops.groups.iter().position(|group| group.has_focus)?;
        let stop = |group: &Group| group.first_empty.or(group.first);
        // Round and round: the last group is one step back from the first.
        let (before, after) = (&stops.groups[..at], &stops.groups[at + 1..]);
        let mut round = after.iter().chain(before);
        if on { round.find_map(stop) } else { round.rev().find_map(stop) }
    });
    if let Some(to) = to {
        ui.memory_mut(|memory| memory.request_focus(to));
    }
}
