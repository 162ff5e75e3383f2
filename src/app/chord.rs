//! Keyboard shortcuts, independent of any toolkit.

use std::fmt;

/// A key of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Key {
    /// A letter or digit, upper case.
    Letter(char),
    /// A function key.
    Function(u8),
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    Space,
    Plus,
    Minus,
    Delete,
}

/// A key with its modifiers; `ctrl` is Cmd on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// Control held.
    pub ctrl: bool,
    /// Shift held.
    pub shift: bool,
    /// Alt held.
    pub alt: bool,
    /// The key.
    pub key: Key,
}

impl Chord {
    /// The key alone.
    pub const fn plain(key: Key) -> Self {
        Self { ctrl: false, shift: false, alt: false, key }
    }

    /// With control.
    pub const fn ctrl(key: Key) -> Self {
        Self { ctrl: true, shift: false, alt: false, key }
    }

    /// With control and shift.
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { ctrl: true, shift: true, alt: false, key }
    }

    /// With shift.
    pub const fn shift(key: Key) -> Self {
        Self { ctrl: false, shift: true, alt: false, key }
    }

    /// With alt and shift.
    pub const fn alt_shift(key: Key) -> Self {
        Self { ctrl: false, shift: true, alt: true, key }
    }

    /// With alt.
    pub const fn alt(key: Key) -> Self {
        Self { ctrl: false, shift: false, alt: true, key }
    }

    /// Whether a text field would take this key for itself.
    pub const fn is_typing(self) -> bool {
        !self.ctrl && !self.alt && !matches!(self.key, Key::Function(_))
    }

    /// Whether a text field moves, selects or takes back with this chord.
    pub const fn is_editing(self) -> bool {
        let moves = matches!(self.key, Key::Left | Key::Right | Key::Home | Key::End | Key::Delete);
        // Alt moves by a word, as Ctrl does; with Shift it selects.
        (self.alt && self.shift && moves)
            || self.ctrl && (moves || matches!(self.key, Key::Letter('A' | 'C' | 'V' | 'X' | 'Y' | 'Z')))
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                formatter.write_str(name)?;
            }
        }
        match self.key {
            Key::Letter(letter) => write!(formatter, "{letter}"),
            Key::Function(number) => write!(formatter, "F{number}"),
            Key::Left => formatter.write_str("←"),
            Key::Right => formatter.write_str("→"),
            Key::Up => formatter.write_str("↑"),
            Key::Down => formatter.write_str("↓"),
            Key::Home => formatter.write_str("Home"),
            Key::End => formatter.write_str("End"),
            Key::Space => formatter.write_str("Space"),
            Key::Plus => formatter.write_str("+"),
            Key::Minus => formatter.write_str("−"),
            Key::Delete => formatter.write_str("Del"),
        }
    }
}
