//! Text to tree, in one pass. Accepts all of RON that [`ron`] does, and knows the place of everything in it.
//!
//! Stops at the first thing that is not RON. Takes time in proportion to the text, and stack in proportion to
//! [`DEEPEST`].

use super::super::codes::{self, Code};
use super::super::watch;
use super::tree::{Field, Node, Shape, unescape};

/// Brackets within brackets; a case has about ten, unknown fields may have more.
pub const DEEPEST: u32 = 128;

/// What is not RON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub code: Code,
    /// Byte offset.
    pub offset: usize,
    /// Offset of the bracket that was never closed, where that is the trouble.
    pub open: Option<usize>,
}

/// A parsed text: one value and the comments around and within it.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The value.
    pub root: Node,
    /// Offsets of the comments.
    pub comments: Vec<u32>,
}

/// Reads the one value of `text`.
pub fn parse(text: &str) -> Result<Parsed, Fault> {
    let mut parser = Parser { text, at: 0, comments: Vec::new(), open: Vec::new() };
    parser.blanks()?;
    parser.attributes()?;
    let root = parser.value()?;
    parser.blanks()?;
    if parser.at < text.len() {
        return Err(parser.fault(codes::SYNTAX_AFTER));
    }
    Ok(Parsed { root, comments: parser.comments })
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    comments: Vec<u32>,
    /// Offsets of the brackets that are open.
    open: Vec<usize>,
}

impl Parser<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// A fault here; at the end of the text it is always that the text ends.
    fn fault(&self, code: Code) -> Fault {
        if self.at >= self.text.len() {
            Fault { code: codes::SYNTAX_END, offset: self.text.len(), open: self.open.last().copied() }
        } else {
            Fault { code, offset: self.at, open: None }
        }
    }

    fn fault_at(code: Code, offset: usize) -> Fault {
        Fault { code, offset, open: None }
    }

    fn blanks(&mut self) -> Result<(), Fault> {
        loop {
            match self.byte() {
                Some(b' ' | b'\t'..=b'\r') => self.at += 1,
                Some(b'/') => self.comment()?,
                Some(0xC2 | 0xE2) => match self.rest().chars().next() {
                    Some(blank @ ('\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')) => {
                        self.at += blank.len_utf8();
                    }
                    _ => return Ok(()),
                },
                _ => return Ok(()),
            }
        }
    }

    fn comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        match self.text.as_bytes().get(start + 1) {
            Some(b'/') => {
                self.at = self.rest().find('\n').map_or(self.text.len(), |length| start + length);
            }
            Some(b'*') => {
                let mut level = 1;
                self.at += 2;
                while level > 0 {
                    let Some(found) = self.rest().find(['/', '*']) else {
                        return Err(Self::fault_at(codes::SYNTAX_COMMENT, start));
                    };
                    self.at += found;
                    let step = match self.rest().as_bytes() {
                        [b'/', b'*', ..] => 1,
                        [b'*', b'/', ..] => -1,
                        _ => 0,
                    };
                    level += step;
                    self.at += if step == 0 { 1 } else { 2 };
                }
            }
            _ => return Err(self.fault(codes::SYNTAX_SIGN)),
        }
        self.comments.push(start as u32);
        Ok(())
    }

    /// Skips `#![…]` lines: the extensions that a case needs are always on.
    fn attributes(&mut self) -> Result<(), Fault> {
        while self.byte() == Some(b'#') {
            loop {
                match self.byte() {
                    Some(b']') => break,
                    Some(b'"') => {
                        self.quoted()?;
                    }
                    Some(_) => self.at += self.rest().chars().next().map_or(1, char::len_utf8),
                    None => return Err(self.fault(codes::SYNTAX_SIGN)),
                }
            }
            self.at += 1;
            self.blanks()?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<Node, Fault> {
        let start = self.at;
        let shape = match self.byte() {
            Some(b'"') => self.quoted()?,
            Some(b'[') => self.bracketed(b']', Self::list)?,
            Some(b'{') => self.bracketed(b'}', Self::map)?,
            Some(b'(') => self.round(0)?,
            Some(b'\'') => self.character()?,
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.number(),
            Some(b'r') if self.is_raw_text() => self.raw()?,
            Some(b'b') if self.rest().starts_with("b\"") || self.rest().starts_with("b'") => {
                self.at += 1;
                let _: Shape = if self.byte() == Some(b'"') { self.quoted()? } else { self.character()? };
                Shape::Other
            }
            Some(b'b') if self.rest().starts_with("br\"") || self.rest().starts_with("br#") => {
                self.at += 1;
                self.raw()?;
                Shape::Other
            }
            _ => self.named()?,
        };
        Ok(Node { start: start as u32, end: self.at as u32, shape })
    }

    /// A word, alone or with what stands between its round brackets.
    fn named(&mut self) -> Result<Shape, Fault> {
        let Some(length) = self.name() else { return Err(self.fault(codes::SYNTAX_SIGN)) };
        let end = self.at;
        self.blanks()?;
        if self.byte() == Some(b'(') {
            self.round(length)
        } else {
            // Blanks after the word are not part of it; comments among them were counted and may be met again.
            self.at = end;
            while self.comments.last().is_some_and(|comment| *comment as usize >= end) {
                self.comments.pop();
            }
            Ok(Shape::Word)
        }
    }

    /// Steps over a name and gives its length.
    fn name(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length = if let Some(raw) = rest.strip_prefix("r#") {
            2 + raw.find(|letter: char| !is_name(letter) && !".+-".contains(letter)).unwrap_or(raw.len())
        } else if rest.starts_with(|letter: char| letter == '_' || letter.is_alphabetic()) {
            rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())
        } else {
            0
        };
        self.at += length;
        (length > 0).then_some(length as u32)
    }

    fn bracketed(
        &mut self,
        close: u8,
        content: impl FnOnce(&mut Self, u8) -> Result<Shape, Fault>,
    ) -> Result<Shape, Fault> {
        if self.open.len() >= DEEPEST as usize {
            return Err(self.fault(codes::SYNTAX_NESTING));
        }
        self.open.push(self.at);
        self.at += 1;
        let shape = content(self, close)?;
        self.open.pop();
        self.at += 1;
        Ok(shape)
    }

    /// Calls `element` until the closing bracket, with commas between; does not step over the bracket.
    fn elements(&mut self, close: u8, mut element: impl FnMut(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        self.blanks()?;
        let mut count = 0_usize;
        while self.byte() != Some(close) {
            count += 1;
            if count.is_multiple_of(watch::EVERY) && watch::stops_at(self.rest()) {
                // Whoever cancelled does not look at the fault.
                return Err(self.fault(codes::SYNTAX_OTHER));
            }
            element(self)?;
            self.blanks()?;
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == close => break,
                _ => return Err(self.fault(codes::SYNTAX_COMMA)),
            }
            self.blanks()?;
        }
        Ok(())
    }

    fn list(&mut self, close: u8) -> Result<Shape, Fault> {
        Ok(Shape::List(self.values(close)?))
    }

    fn values(&mut self, close: u8) -> Result<Vec<Node>, Fault> {
        let mut values = Vec::new();
        self.elements(close, |this| {
            values.push(this.value()?);
            Ok(())
        })?;
        Ok(values)
    }

    fn map(&mut self, close: u8) -> Result<Shape, Fault> {
        let mut pairs = Vec::new();
        self.elements(close, |this| {
            let key = this.value()?;
            this.colon()?;
            pairs.push((key, this.value()?));
            Ok(())
        })?;
        Ok(Shape::Map(pairs))
    }

    fn colon(&mut self) -> Result<(), Fault> {
        self.blanks()?;
        if self.byte() != Some(b':') {
            return Err(self.fault(codes::SYNTAX_COLON));
        }
        self.at += 1;
        self.blanks()
    }

    fn round(&mut self, name: u32) -> Result<Shape, Fault> {
        self.bracketed(b')', |this, close| {
            this.blanks()?;
            if this.has_field_name()? {
                Ok(Shape::Block(name, this.fields(close)?))
            } else {
                Ok(Shape::Tuple(name, this.values(close)?))
            }
        })
    }

    /// Whether a name and a colon come next.
    fn has_field_name(&mut self) -> Result<bool, Fault> {
        let (at, comments) = (self.at, self.comments.len());
        if self.byte() == Some(b'r') && self.is_raw_text() {
            return Ok(false);
        }
        let named = self.name().is_some() && {
            self.blanks()?;
            self.byte() == Some(b':')
        };
        self.at = at;
        self.comments.truncate(comments);
        Ok(named)
    }

    fn fields(&mut self, close: u8) -> Result<Vec<Field>, Fault> {
        let mut fields = Vec::new();
        self.elements(close, |this| {
            let start = this.at as u32;
            let Some(length) = this.name() else { return Err(this.fault(codes::SYNTAX_SIGN)) };
            this.colon()?;
            fields.push(Field { start, length, value: this.value()? });
            Ok(())
        })?;
        Ok(fields)
    }

    fn quoted(&mut self) -> Result<Shape, Fault> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        loop {
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(_) => self.at += 1,
                None => return Err(Self::fault_at(codes::SYNTAX_TEXT, start)),
            }
        }
        self.at += 1;
        if escaped {
            self.check_escapes(start + 1)?;
        }
        Ok(Shape::Text)
    }

    /// Finds the first unknown escape in the text that starts at `start` and ends before here.
    fn check_escapes(&self, start: usize) -> Result<(), Fault> {
        let content = self.text.get(start..self.at - 1).unwrap_or_default();
        match unescape(content) {
            Ok(_) => Ok(()),
            Err(offset) => Err(Self::fault_at(codes::SYNTAX_ESCAPE, start + offset)),
        }
    }

    fn is_raw_text(&self) -> bool {
        self.rest()[1..].trim_start_matches('#').starts_with('"')
    }

    fn raw(&mut self) -> Result<Shape, Fault> {
        let start = self.at;
        self.at += 1;
        let hashes = self.rest().len() - self.rest().trim_start_matches('#').len();
        self.at += hashes;
        if self.byte() != Some(b'"') {
            return Err(self.fault(codes::SYNTAX_SIGN));
        }
        self.at += 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let Some(length) = self.rest().find(&close) else { return Err(Self::fault_at(codes::SYNTAX_TEXT, start)) };
        self.at += length + close.len();
        Ok(Shape::Text)
    }

    fn character(&mut self) -> Result<Shape, Fault> {
        let start = self.at;
        let mut letters = self.rest().char_indices().skip(1);
        let mut escaped = false;
        // The longest character literal is '\u{10FFFF}'.
        for (length, letter) in letters.by_ref().take(12) {
            match letter {
                '\'' if !escaped && length > 1 => {
                    self.at = start + length + 1;
                    return Ok(Shape::Other);
                }
                _ => escaped = letter == '\\' && !escaped,
            }
        }
        Err(Self::fault_at(codes::SYNTAX_TEXT, start))
    }

    /// A number, or a range of numbers.
    fn number(&mut self) -> Shape {
        let bytes = self.text.as_bytes();
        let start = self.at;
        while let Some(byte) = bytes.get(self.at) {
            let before = bytes.get(self.at.wrapping_sub(1)).copied();
            let sign = self.at == start || before.is_some_and(|before| matches!(before, b'e' | b'E' | b'.' | b'='));
            match byte {
                b'+' | b'-' if sign => self.at += 1,
                b'=' if before == Some(b'.') => self.at += 1,
                b'.' | b'_' => self.at += 1,
                byte if byte.is_ascii_alphanumeric() => self.at += 1,
                _ => break,
            }
        }
        if self.text[start..self.at].contains("..") { Shape::Other } else { Shape::Number }
    }
}

fn is_name(letter: char) -> bool {
    letter == '_' || letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}
