//! Shortcuts: the program's own chords, turned into the toolkit's, longest first.

use egui::{Context, Event, Key as EguiKey, KeyboardShortcut, Modifiers};

use super::cx::ViewCx;
use crate::app::chord::{Chord, Key};
use crate::app::command::Command;
use crate::app::command_table::UiCommand;

/// What has the keyboard, as far as shortcuts need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// One of the two pictures.
    Canvas,
    /// The rows of the table.
    Table,
    /// Anything else.
    Elsewhere,
}

/// Sends the commands whose shortcuts were pressed. Keys that a text field would take are left to it; Space is left to
/// whatever has the keyboard, unless that is one of the two pictures; the table selects all of its own rows.
pub fn send_shortcuts(ctx: &Context, cx: &ViewCx<'_>, keyboard: Keyboard) {
    let typing = ctx.text_edit_focused();
    let pressed_elsewhere = ctx.egui_wants_keyboard_input() && keyboard != Keyboard::Canvas;
    let in_dialog = cx.workspace.modal().is_some();
    // A dialog has all keys to itself.
    let of_commands: &[UiCommand] = if in_dialog { &[] } else { UiCommand::ALL };
    let mut all: Vec<(Chord, UiCommand)> = of_commands
        .iter()
        .flat_map(|command| command.chords().iter().map(|chord| (*chord, *command)))
        .filter(|(chord, _)| !(typing && (chord.is_typing() || chord.is_editing())))
        .filter(|(chord, _)| !(chord.key == Key::Space && pressed_elsewhere))
        .filter(|(_, command)| !(keyboard == Keyboard::Table && *command == UiCommand::SelectAll))
        .collect();
    // The chord with more modifiers goes first: Ctrl+S must not take Ctrl+Shift+S away.
    all.sort_by_key(|(chord, _)| std::cmp::Reverse(usize::from(chord.shift) + usize::from(chord.alt)));
    for (chord, command) in all {
        if ctx.input_mut(|input| shortcuts(chord).any(|shortcut| input.consume_shortcut(&shortcut)))
            && command.available(cx.workspace)
        {
            cx.run(command);
        }
    }
    if !in_dialog && !typing {
        clipboard(ctx, cx, keyboard);
    }
    // A popup or a text field takes Esc for itself first.
    if !in_dialog && !typing && !egui::Popup::is_any_open(ctx) {
        let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape));
        if escape {
            cx.send(Command::Escape);
        }
    }
}

/// The window system turns Ctrl+C and Ctrl+V into events of their own. The table copies its own rows.
fn clipboard(ctx: &Context, cx: &ViewCx<'_>, keyboard: Keyboard) {
    let copies = ctx.input(|input| input.events.contains(&Event::Copy));
    if copies && keyboard != Keyboard::Table && UiCommand::Copy.available(cx.workspace) {
        cx.run(UiCommand::Copy);
    }
    let pasted = ctx.input(|input| {
        input.events.iter().find_map(|event| if let Event::Paste(text) = event { Some(text.clone()) } else { None })
    });
    if let (Some(text), true) = (pasted, cx.case().is_some()) {
        cx.send(Command::Paste(text));
    }
}

/// A key can be typed in several ways: plus stands with and without shift, and on the number pad.
fn shortcuts(chord: Chord) -> impl Iterator<Item = KeyboardShortcut> {
    let modifiers = Modifiers { alt: chord.alt, ctrl: false, shift: chord.shift, mac_cmd: false, command: chord.ctrl };
    keys(chord.key).into_iter().map(move |key| KeyboardShortcut::new(modifiers, key))
}

fn keys(key: Key) -> Vec<EguiKey> {
    match key {
        Key::Letter(letter) => EguiKey::from_name(&letter.to_string()).into_iter().collect(),
        Key::Function(number) => EguiKey::from_name(&format!("F{number}")).into_iter().collect(),
        Key::Left => vec![EguiKey::ArrowLeft],
        Key::Right => vec![EguiKey::ArrowRight],
        Key::Up => vec![EguiKey::ArrowUp],
        Key::Down => vec![EguiKey::ArrowDown],
        Key::Home => vec![EguiKey::Home],
        Key::End => vec![EguiKey::End],
        Key::Space => vec![EguiKey::Space],
        Key::Plus => vec![EguiKey::Plus, EguiKey::Equals],
        Key::Minus => vec![EguiKey::Minus],
        Key::Delete => vec![EguiKey::Delete],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_has_a_key_on_the_keyboard() {
        for command in UiCommand::ALL {
            for chord in command.chords() {
                assert!(shortcuts(*chord).next().is_some(), "{command:?}: {chord}");
            }
        }
    }
}
