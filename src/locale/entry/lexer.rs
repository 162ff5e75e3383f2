//! From typed text to words, numbers and signs that mean something in a date.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::model::time::{Calendar, Parts, When, zone_named};

use super::error::{EntryError, EntryReason};
use super::numeric::{iso_week, numeric};
use super::vocabulary::{Meaning, Unit, meaning, near, phrase};

/// A word, number or sign with its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexeme {
    pub what: What,
    /// Byte of its first character.
    pub start: usize,
    /// Byte after its last character.
    pub end: usize,
    /// Whether it follows the one before without a blank.
    pub glued: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Number {
        value: u32,
        /// How many digits are written.
        digits: usize,
        /// Whether an apostrophe stands for more digits.
        is_short: bool,
    },
    /// A number with an ending: "9e", "19th".
    Ordinal(u32),
    /// A number with an "s": "1990s".
    Decade {
        value: u32,
        digits: usize,
    },
    Day {
        year: i64,
        month: u8,
        day: u8,
    },
    Month {
        year: i64,
        month: u8,
    },
    Week {
        year: i64,
        week: u8,
        day: Option<u8>,
    },
    /// A single date or instant that is EDTF already.
    Edtf(String),
    /// Name of a zone.
    Zone(String),
    /// Distance from UTC as EDTF has it.
    Shift(String),
    Sign(char),
    Means(Meaning),
    Unknown(String),
}

impl Lexeme {
    pub fn means(&self) -> Option<Meaning> {
        match self.what {
            What::Means(meaning) => Some(meaning),
            _ => None,
        }
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.what == What::Sign(sign)
    }
}

/// Cuts the text. Refuses words that depend on the day on which they are read, and words that no date has.
pub(super) fn lexemes(text: &str, calendar: &Calendar) -> Result<Vec<Lexeme>, EntryError> {
    let mut cutter = Cutter { text, calendar, raws: Vec::new() };
    let letters = folded(text);
    // A dash always stands between dates; a hyphen may be part of one.
    for run in letters.split_inclusive(|letter| matches!(letter.sign, ' ' | '–')) {
        let (run, separator) = match run.split_last() {
            Some((last, rest)) if matches!(last.sign, ' ' | '–') => (rest, Some(last)),
            _ => (run, None),
        };
        cutter.run(run)?;
        if let Some(dash) = separator.filter(|separator| separator.sign == '–') {
            cutter.raws.push(Raw { what: RawWhat::Sign('-'), start: dash.start, end: dash.end, glued: false });
        }
    }
    let lexemes = joined(&cutter.raws);
    check_words(text, &lexemes)?;
    Ok(of_and_or(lexemes))
}

/// A folded character and the bytes of the text that it comes from.
#[derive(Clone, Copy, Debug)]
struct Letter {
    sign: char,
    start: usize,
    end: usize,
}

fn folded(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let unified = match character {
            '–' | '—' | '‒' | '―' => '–',
            '‐' | '‑' | '−' => '-',
            '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
            blank if blank.is_whitespace() => ' ',
            other => other,
        };
        let parts = std::iter::once(unified).nfkd().filter(|letter| !is_combining_mark(*letter));
        letters.extend(parts.flat_map(char::to_lowercase).map(|sign| Letter { sign, start, end }));
    }
    letters
}

#[derive(Clone, Debug)]
struct Raw {
    what: RawWhat,
    start: usize,
    end: usize,
    glued: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum RawWhat {
    Digits(String),
    Letters(String),
    Sign(char),
    Done(What),
}

impl Raw {
    fn letters(&self) -> Option<&str> {
        match &self.what {
            RawWhat::Letters(letters) => Some(letters),
            _ => None,
        }
    }

    fn digits(&self) -> Option<&str> {
        match &self.what {
            RawWhat::Digits(digits) => Some(digits),
            _ => None,
        }
    }

    fn is_glued_sign(&self, sign: char) -> bool {
        self.glued && self.what == RawWhat::Sign(sign)
    }
}

/// Cuts runs without blanks.
struct Cutter<'a> {
    text: &'a str,
    calendar: &'a Calendar,
    raws: Vec<Raw>,
}

impl Cutter<'_> {
    fn run(&mut self, run: &[Letter]) -> Result<(), EntryError> {
        let is_loose = |letter: &&Letter| matches!(letter.sign, ',' | ';' | ')' | '(' | '"');
        let from = run.iter().take_while(is_loose).count();
        let to = run.len() - run[from..].iter().rev().take_while(is_loose).count();
        let core = &run[from..to];
        let Some((first, last)) = core.first().zip(core.last()) else {
            self.comma(run);
            return Ok(());
        };
        let mark = Some(last).filter(|last| core.len() > 1 && matches!(last.sign, '?' | '~' | '%'));
        let bare = if mark.is_some() { &core[..core.len() - 1] } else { core };
        let word: String = bare.iter().map(|letter| letter.sign).collect();
        let end = bare.last().map_or(last.end, |letter| letter.end);
        let written = &self.text[first.start..end];
        if written.contains('/') && zone_named(written).is_some() {
            self.push(RawWhat::Done(What::Zone(written.to_owned())), first.start, end, false);
        } else if let Some(year) = self.winter(&word) {
            self.push(RawWhat::Digits(year), first.start, end, false);
        } else if let Some(what) = numeric(word.trim_end_matches('.'), first.start)? {
            self.push(RawWhat::Done(what), first.start, end, false);
        } else if let Some(what) = iso_week(&word).or_else(|| shift(&word).map(What::Shift)) {
            self.push(RawWhat::Done(what), first.start, end, false);
        } else if word.bytes().any(|byte| !byte.is_ascii_digit())
            && let Some(edtf) = self.edtf(first.start, last.end)
        {
            self.push(RawWhat::Done(What::Edtf(edtf)), first.start, last.end, false);
            self.comma(&run[to..]);
            return Ok(());
        } else {
            self.pieces(bare);
        }
        if let Some(mark) = mark {
            self.push(RawWhat::Sign(mark.sign), mark.start, mark.end, true);
        }
        self.comma(&run[to..]);
        Ok(())
    }

    fn push(&mut self, what: RawWhat, start: usize, end: usize, glued: bool) {
        self.raws.push(Raw { what, start, end, glued });
    }

    fn comma(&mut self, loose: &[Letter]) {
        if let Some(comma) = loose.iter().find(|letter| matches!(letter.sign, ',' | ';')) {
            self.push(RawWhat::Sign(','), comma.start, comma.end, true);
        }
    }

    /// "winter 2020/21", "winter 2020-2021": the year in which it starts.
    fn winter(&self, word: &str) -> Option<String> {
        self.raws.last().filter(|raw| raw.letters() == Some("winter"))?;
        let (year, next) = word.split_once(['/', '-'])?;
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
        let after = number(year).filter(|_| year.len() == 4)? + 1;
        let is_next = match next.len() {
            4 => number(next)? == after,
            2 => number(next)? == after % 100,
            _ => false,
        };
        is_next.then(|| year.to_owned())
    }

    /// A single date that is EDTF, also where its letters are small.
    fn edtf(&self, start: usize, end: usize) -> Option<String> {
        let written = &self.text[start..end];
        let first = written.chars().next().filter(char::is_ascii)?;
        if !first.is_ascii_digit() && !matches!(first, '-' | 'X' | 'Y') || written.bytes().all(|it| it.is_ascii_digit())
        {
            return None;
        }
        let is_small =
            first.is_ascii_digit() && written.bytes().all(|it| !it.is_ascii_alphabetic() || b"xtz".contains(&it));
        let large = is_small.then(|| written.to_ascii_uppercase());
        [Some(written.to_owned()), large].into_iter().flatten().find(|text| {
            When::parse(text, self.calendar, None).is_ok_and(|when| matches!(when.parts(), Parts::Moment(_)))
        })
    }

    /// Numbers, words and signs.
    fn pieces(&mut self, run: &[Letter]) {
        let class = |sign: char| (sign.is_ascii_digit(), sign.is_alphabetic());
        for (at, group) in run
            .chunk_by(|one, other| class(one.sign) == class(other.sign) && class(one.sign) != (false, false))
            .enumerate()
        {
            let text: String = group.iter().map(|letter| letter.sign).collect();
            let what = match class(group[0].sign) {
                (true, _) => RawWhat::Digits(text),
                (_, true) => RawWhat::Letters(text),
                _ => RawWhat::Sign(group[0].sign),
            };
            self.push(what, group[0].start, group[group.len() - 1].end, at > 0);
        }
    }
}

/// `utc+1`, `utc-03:30` as EDTF has it.
fn shift(word: &str) -> Option<String> {
    let rest = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt"))?;
    let (sign, rest) = (rest.chars().next().filter(|sign| matches!(sign, '+' | '-'))?, &rest[1..]);
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2);
    Some(format!("{sign}{:02}:{:02}", number(hours)?, number(minutes)?))
}

/// Puts together what belongs together: phrases, numbers with endings, abbreviations with their points.
fn joined(raws: &[Raw]) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = Vec::with_capacity(raws.len());
    let mut at = 0;
    while let Some(raw) = raws.get(at) {
        let words = raws[at..].iter().map(|raw| match &raw.what {
            RawWhat::Letters(letters) => Some(&**letters),
            RawWhat::Sign('/') => Some("/"),
            RawWhat::Sign('.') => Some("."),
            RawWhat::Sign('\'') => Some("'"),
            _ => None,
        });
        let (what, taken) = match &raw.what {
            RawWhat::Letters(_) | RawWhat::Sign('\'') if let Some((meaning, taken)) = phrase(&words) => {
                (Some(What::Means(meaning)), taken)
            }
            RawWhat::Letters(letters) => (Some(word(raws, at, letters)), 1),
            RawWhat::Digits(digits) => number(raws, at, digits),
            RawWhat::Sign(sign) => (sign_here(raws, at, *sign), 1),
            RawWhat::Done(what) => (Some(what.clone()), 1),
        };
        if let Some(what) = what {
            let end = raws[at + taken - 1].end;
            lexemes.push(Lexeme { what, start: raw.start, end, glued: raw.glued });
        }
        at += taken;
    }
    lexemes
}

fn word(raws: &[Raw], at: usize, letters: &str) -> What {
    let digits_follow = raws.get(at + 1).is_some_and(|next| next.glued && next.digits().is_some());
    let follows_digits = raws[at].glued && at > 0 && raws[at - 1].digits().is_some();
    let meaning = match letters {
        "q" | "k" if digits_follow => Some(Meaning::Unit(Unit::Quarter)),
        "h" if digits_follow && !follows_digits => Some(Meaning::Unit(Unit::HalfYear)),
        "w" if digits_follow => Some(Meaning::Unit(Unit::Week)),
        "u" | "h" if follows_digits => Some(Meaning::Hour),
        "z" if follows_digits => Some(Meaning::Utc),
        _ => meaning(letters),
    };
    meaning.map_or_else(|| What::Unknown(letters.to_owned()), What::Means)
}

/// A number, with its ending where it has one.
fn number(raws: &[Raw], at: usize, text: &str) -> (Option<What>, usize) {
    let value = text.parse().unwrap_or(u32::MAX);
    let digits = text.len();
    let glued = |place: usize| raws.get(place).filter(|raw| raw.glued);
    let ending = |place: usize| glued(place).and_then(Raw::letters);
    match ending(at + 1) {
        Some("e" | "de" | "ste" | "th" | "st" | "nd" | "rd") => return (Some(What::Ordinal(value)), 2),
        Some("s") => return (Some(What::Decade { value, digits }), 2),
        _ => {}
    }
    if glued(at + 1).is_some_and(|raw| raw.is_glued_sign('\'')) && ending(at + 2) == Some("s") {
        return (Some(What::Decade { value, digits }), 3);
    }
    let is_short = at > 0 && raws[at].glued && raws[at - 1].what == RawWhat::Sign('\'');
    (Some(What::Number { value, digits, is_short }), 1)
}

/// A sign, or nothing where it only belongs to the writing of what stands beside it.
fn sign_here(raws: &[Raw], at: usize, sign: char) -> Option<What> {
    let glued = raws[at].glued;
    let before = at.checked_sub(1).map(|at| &raws[at]).filter(|_| glued);
    let after = raws.get(at + 1).filter(|next| next.glued);
    let is_year = |raw: &Raw| raw.digits().is_some_and(|digits| digits.len() == 4);
    let counts = |raw: &Raw| raw.letters().is_some_and(|word| matches!(word, "q" | "k" | "kw" | "h" | "w" | "wk"));
    let is_idle = match (sign, before, after) {
        ('\'', ..) => true,
        // An abbreviation, or an ordinal as in "9. Mar".
        ('.', Some(before), after) => {
            before.letters().is_some() || before.digits().is_some() && after.is_none_or(|it| it.digits().is_none())
        }
        ('-', Some(before), Some(after)) => {
            let parts = |word: &str| matches!(meaning(word), Some(Meaning::Part(_) | Meaning::Half));
            let counted = at >= 2 && before.digits().is_some() && counts(&raws[at - 2]);
            before.letters().is_some_and(parts) && !after.letters().is_some_and(parts)
                || is_year(before) && counts(after)
                || counted && is_year(after)
                || is_dashed(raws, at + 1)
                || at >= 1 && is_dashed(raws, at - 1)
        }
        _ => false,
    };
    match sign {
        _ if is_idle => None,
        '~' if after.is_some() || !glued => Some(What::Means(Meaning::About)),
        '@' => Some(What::Means(Meaning::At)),
        _ => Some(What::Sign(sign)),
    }
}

/// Whether the month in the middle of "9-mrt-2021" stands here.
fn is_dashed(raws: &[Raw], at: usize) -> bool {
    let is_month = |word: &str| matches!(meaning(word), Some(Meaning::Month(_)));
    let Some([first, before, month, after, last]) = at.checked_sub(2).and_then(|from| raws.get(from..at + 3)) else {
        return false;
    };
    month.letters().is_some_and(is_month)
        && before.is_glued_sign('-')
        && after.is_glued_sign('-')
        && [first, last].iter().all(|raw| raw.digits().is_some())
        && month.glued
        && last.glued
}

fn check_words(text: &str, lexemes: &[Lexeme]) -> Result<(), EntryError> {
    for lexeme in lexemes {
        let word = || text[lexeme.start..lexeme.end].to_owned();
        match &lexeme.what {
            What::Means(Meaning::Relative) => {
                return Err(EntryError::new(lexeme.start, EntryReason::Relative { word: word() }));
            }
            What::Unknown(folded) => {
                let near = near(folded);
                return Err(EntryError::new(lexeme.start, EntryReason::UnknownWord { word: word(), near }));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Tells the English "of" from the Dutch, which means "or", by what stands around it; the same for "van" and "from",
/// which start a range only at the start.
fn of_and_or(mut lexemes: Vec<Lexeme>) -> Vec<Lexeme> {
    for at in 0..lexemes.len() {
        let meaning = match lexemes[at].means() {
            Some(Meaning::Of) if is_english_of(&lexemes, at) => Meaning::Noise,
            Some(Meaning::Of) => Meaning::Or,
            Some(Meaning::Van | Meaning::From) => {
                let is_first = lexemes[..at].iter().all(|before| {
                    matches!(
                        before.means(),
                        Some(Meaning::About | Meaning::Perhaps | Meaning::Noise | Meaning::Or | Meaning::And)
                    )
                });
                if is_first { Meaning::From } else { Meaning::Noise }
            }
            _ => continue,
        };
        lexemes[at].what = What::Means(meaning);
    }
    lexemes
}

fn is_english_of(lexemes: &[Lexeme], at: usize) -> bool {
    let next = lexemes[at + 1..].iter().find(|after| after.means() != Some(Meaning::Noise));
    let before = at.checked_sub(1).map(|at| &lexemes[at]);
    let earlier = at.checked_sub(2).map(|at| &lexemes[at]);
    let (Some(before), Some(next)) = (before, next) else { return false };
    let is_year = |lexeme: &Lexeme| matches!(lexeme.what, What::Number { digits: 4, .. });
    let is_small = |lexeme: &Lexeme| matches!(lexeme.what, What::Number { digits: 1 | 2, .. } | What::Ordinal(_));
    let follows = |lexeme: Option<&Lexeme>| {
        matches!(
            lexeme.and_then(Lexeme::means),
            Some(Meaning::Unit(_) | Meaning::Half | Meaning::Third | Meaning::Month(_))
        )
    };
    match before.means() {
        Some(Meaning::Part(_)) => !matches!(next.means(), Some(Meaning::Part(_) | Meaning::Half)),
        Some(Meaning::Ordinal(_)) => matches!(next.means(), Some(Meaning::Month(_))),
        Some(Meaning::Third) => is_year(next) || matches!(next.means(), Some(Meaning::Month(_))),
        Some(Meaning::Month(_) | Meaning::Unit(_) | Meaning::Half | Meaning::Season(_)) => is_year(next),
        _ if is_small(before) => matches!(next.means(), Some(Meaning::Month(_))) || is_year(next) && follows(earlier),
        _ => false,
    }
}
