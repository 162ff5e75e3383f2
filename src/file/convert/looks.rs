//! Ids that look like others, or hold what nobody sees.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::super::codes;
use super::super::located::path::Path;
use super::super::notices::FIRST;
use super::{Conversion, field};

/// What `text` looks like: compatibility forms unified, the invisible left out, and letters of other alphabets
/// replaced by the Latin ones that they are drawn like.
pub(super) fn skeleton(text: &str) -> String {
    text.nfkd().filter(|letter| !is_hidden(*letter)).map(latin).nfc().collect()
}

/// Zero-width characters, and those that change the direction of text.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
        || letter.is_control()
}

/// The letters of other alphabets that fonts draw like Latin ones: a part of Unicode's table of confusables that
/// covers Cyrillic and Greek.
fn latin(letter: char) -> char {
    const TWINS: &[(&str, char)] = &[
        ("аα", 'a'),
        ("АΑ", 'A'),
        ("В\u{392}", 'B'),
        ("с\u{3F2}", 'c'),
        ("С\u{3F9}", 'C'),
        ("ԁ", 'd'),
        ("е", 'e'),
        ("Е\u{395}", 'E'),
        ("һ", 'h'),
        ("Н\u{397}", 'H'),
        ("іι", 'i'),
        ("І\u{399}", 'I'),
        ("ј", 'j'),
        ("Ј", 'J'),
        ("К\u{39A}", 'K'),
        ("κк", 'k'),
        ("ӏ", 'l'),
        ("М\u{39C}", 'M'),
        ("Ν", 'N'),
        ("оο", 'o'),
        ("О\u{39F}", 'O'),
        ("рρ", 'p'),
        ("Р\u{3A1}", 'P'),
        ("ԛ", 'q'),
        ("ѕ", 's'),
        ("Ѕ", 'S'),
        ("Т\u{3A4}", 'T'),
        ("υ", 'u'),
        ("ν", 'v'),
        ("ԝ", 'w'),
        ("х", 'x'),
        ("Х\u{3A7}", 'X'),
        ("уγ", 'y'),
        ("У\u{3A5}", 'Y'),
        ("Ζ", 'Z'),
        ("‐‑‒–—−", '-'),
    ];
    if letter.is_ascii() {
        return letter;
    }
    TWINS.iter().find(|(twins, _)| twins.contains(letter)).map_or(letter, |(_, latin)| *latin)
}

/// The alphabets whose letters are mistaken for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
}

fn alphabet(letter: char) -> Option<Alphabet> {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Some(Alphabet::Latin),
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52F}' => Some(Alphabet::Cyrillic),
        _ => None,
    }
}

fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

impl Conversion<'_, '_> {
    /// Notes ids that are easily mistaken. Plain ASCII ids of the usual letters cost one look at each byte.
    pub(super) fn check_looks(&mut self) {
        let order = std::mem::take(&mut self.ids.order);
        for (id, section, origin) in &order {
            let usual = id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
            if !usual {
                self.item = Some(id.clone());
                let list = Path::WHOLE.field(field(*section));
                let item = list.index(*origin as usize);
                self.check_letters(id.as_str(), &item.field("id"));
            }
        }
        if order.iter().any(|(id, ..)| !id.as_str().is_ascii()) {
            let mut seen: HashMap<String, usize> = HashMap::with_capacity(order.len());
            for (index, (id, section, origin)) in order.iter().enumerate() {
                let first = *seen.entry(skeleton(id.as_str())).or_insert(index);
                if first == index {
                    continue;
                }
                let (other, other_section, other_origin) = &order[first];
                let place = self.found.as_ref().map_or(0, |found| {
                    let list = Path::WHOLE.field(field(*other_section));
                    list.index(*other_origin as usize).field("id").node(found.root, found.text).start
                });
                self.item = Some(id.clone());
                let list = Path::WHOLE.field(field(*section));
                let item = list.index(*origin as usize);
                let args = vec![
                    ("id", id.as_str().to_owned()),
                    ("other", other.as_str().to_owned()),
                    (FIRST, place.to_string()),
                ];
                self.note(codes::LOOK_ALIKE, &item.field("id"), args);
            }
        }
        self.item = None;
        self.ids.order = order;
    }

    fn check_letters(&mut self, id: &str, path: &Path<'_>) {
        let hidden = id.chars().find(|letter| is_hidden(*letter));
        if let Some(letter) = hidden {
            self.note(codes::HIDDEN_CHARACTER, path, vec![("character", code_point(letter))]);
        }
        let odd = id.chars().find(|letter| {
            !letter.is_alphanumeric() && !"-_.".contains(*letter) && !is_combining_mark(*letter) && !is_hidden(*letter)
        });
        if let Some(letter) = odd {
            let shown = if letter.is_whitespace() { code_point(letter) } else { letter.to_string() };
            self.note(codes::ID_CHARACTER, path, vec![("character", shown)]);
        }
        let first = id.chars().find_map(alphabet);
        let stranger = id.chars().find(|letter| alphabet(*letter).is_some_and(|other| Some(other) != first));
        if let Some(letter) = stranger {
            let args = vec![("id", id.to_owned()), ("character", letter.to_string()), ("point", code_point(letter))];
            self.note(codes::MIXED_ALPHABETS, path, args);
        }
    }
}
