//! The words that dates are made of, Dutch and English in one list: folded, without case and accents.

use crate::base::text::near_miss;

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month(u8),
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// EDTF's code, 21 to 24.
    Season(u8),
    Part(Part),
    /// "half maart" is its middle, "first half" one of two.
    Half,
    Unit(Unit),
    /// "eerste", "second".
    Ordinal(u8),
    /// "third": an ordinal, or a third of a year.
    Third,
    /// "jaren", before a decade.
    Decade,
    /// "negentig", after "jaren".
    Tens(u8),
    /// "nineties".
    Nineties(u8),
    About,
    Perhaps,
    Before,
    After,
    /// At the latest.
    By,
    /// At the earliest.
    NoEarlier,
    /// The end is included.
    Until,
    Since,
    From,
    /// Dutch "van": "from" at the start, else "of".
    Van,
    Between,
    And,
    Or,
    /// English "of", Dutch "or".
    Of,
    OneOf,
    EachOf,
    /// After "or".
    Later,
    /// After "or".
    Earlier,
    /// Goes on for ever.
    Open,
    /// Has no start.
    NoStart,
    At,
    Hour,
    DayPart(DayPart),
    Utc,
    Bce,
    Ce,
    /// Depends on the day on which it is read.
    Relative,
    /// Says nothing by itself.
    Noise,
}

/// Part of a month, year, decade or century.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// What is counted in a year, or a century.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Quarter,
    Third,
    HalfYear,
    Week,
    Century,
}

/// What turns twelve hours into twenty-four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Am,
    Pm,
    Night,
    Afternoon,
    Evening,
}

use Meaning::{
    About, After, And, At, Bce, Before, Between, By, Ce, Decade, EachOf, Earlier, From, Half, Hour, Later, Month,
    NoEarlier, NoStart, Noise, Of, OneOf, Open, Or, Ordinal, Perhaps, Relative, Season, Since, Tens, Third, Until, Utc,
    Van, Weekday,
};

const WORDS: &[(Meaning, &[&str])] = &[
    (Month(1), &["jan", "januari", "january"]),
    (Month(2), &["feb", "febr", "februari", "february"]),
    (Month(3), &["mrt", "maart", "mar", "march"]),
    (Month(4), &["apr", "april"]),
    (Month(5), &["mei", "may"]),
    (Month(6), &["jun", "juni", "june"]),
    (Month(7), &["jul", "juli", "july"]),
    (Month(8), &["aug", "augustus", "august"]),
    (Month(9), &["sep", "sept", "september"]),
    (Month(10), &["okt", "oct", "oktober", "october"]),
    (Month(11), &["nov", "november"]),
    (Month(12), &["dec", "december"]),
    (Weekday(1), &["maandag", "ma", "monday", "mon"]),
    (Weekday(2), &["dinsdag", "di", "tuesday", "tue", "tues"]),
    (Weekday(3), &["woensdag", "wo", "wednesday", "wed"]),
    (Weekday(4), &["donderdag", "do", "thursday", "thu", "thur", "thurs"]),
    (Weekday(5), &["vrijdag", "vr", "friday", "fri"]),
    (Weekday(6), &["zaterdag", "za", "saturday", "sat"]),
    (Weekday(7), &["zondag", "zo", "sunday", "sun"]),
    (Season(21), &["lente", "voorjaar", "spring"]),
    (Season(22), &["zomer", "summer"]),
    (Season(23), &["herfst", "najaar", "autumn", "fall"]),
    (Season(24), &["winter"]),
    (Meaning::Part(Part::Early), &["begin", "beginning", "early", "vroeg", "start"]),
    (Meaning::Part(Part::Mid), &["medio", "midden", "mid", "middle", "halverwege", "halfweg"]),
    (Meaning::Part(Part::Late), &["eind", "einde", "end", "late", "laat"]),
    (Half, &["half", "halve"]),
    (Meaning::Unit(Unit::Quarter), &["kwartaal", "quarter", "kw"]),
    (Meaning::Unit(Unit::HalfYear), &["halfjaar", "helft"]),
    (Meaning::Unit(Unit::Week), &["week", "wk"]),
    (Meaning::Unit(Unit::Century), &["eeuw", "century"]),
    (Ordinal(1), &["eerste", "first"]),
    (Ordinal(2), &["tweede", "second"]),
    (Ordinal(3), &["derde"]),
    (Ordinal(4), &["vierde", "fourth"]),
    (Third, &["third"]),
    (Decade, &["jaren"]),
    (Tens(0), &["nul"]),
    (Tens(10), &["tien"]),
    (Tens(20), &["twintig"]),
    (Tens(30), &["dertig"]),
    (Tens(40), &["veertig"]),
    (Tens(50), &["vijftig"]),
    (Tens(60), &["zestig"]),
    (Tens(70), &["zeventig"]),
    (Tens(80), &["tachtig"]),
    (Tens(90), &["negentig"]),
    (Meaning::Nineties(20), &["twenties"]),
    (Meaning::Nineties(30), &["thirties"]),
    (Meaning::Nineties(40), &["forties"]),
    (Meaning::Nineties(50), &["fifties"]),
    (Meaning::Nineties(60), &["sixties"]),
    (Meaning::Nineties(70), &["seventies"]),
    (Meaning::Nineties(80), &["eighties"]),
    (Meaning::Nineties(90), &["nineties"]),
    (About, &["ongeveer", "circa", "ca", "c", "rond", "rondom", "omstreeks"]),
    (About, &["about", "around", "approximately", "approx", "roughly"]),
    (Perhaps, &["vermoedelijk", "waarschijnlijk", "misschien", "mogelijk", "wellicht"]),
    (Perhaps, &["possibly", "probably", "perhaps", "maybe", "likely"]),
    (Before, &["voor", "before"]),
    (After, &["na", "after"]),
    (By, &["uiterlijk", "by"]),
    (Until, &["tot", "until", "till", "to", "through", "tm"]),
    (Since, &["sinds", "sedert", "since"]),
    (From, &["vanaf", "from"]),
    (Van, &["van"]),
    (Between, &["tussen", "between"]),
    (And, &["en", "and"]),
    (Or, &["or"]),
    (Of, &["of"]),
    (Later, &["later"]),
    (Earlier, &["eerder", "earlier"]),
    (At, &["om", "at", "te"]),
    (Hour, &["uur", "hour", "hours", "hr", "hrs"]),
    (Meaning::DayPart(DayPart::Am), &["am", "ochtends", "morgens"]),
    (Meaning::DayPart(DayPart::Pm), &["pm"]),
    (Meaning::DayPart(DayPart::Night), &["nachts"]),
    (Meaning::DayPart(DayPart::Afternoon), &["middags"]),
    (Meaning::DayPart(DayPart::Evening), &["avonds"]),
    (Utc, &["utc", "gmt"]),
    (Bce, &["bce", "bc"]),
    (Ce, &["ce", "ad"]),
    (Relative, &["vandaag", "gisteren", "eergisteren", "morgen", "overmorgen", "nu", "heden", "vanochtend"]),
    (Relative, &["vanmiddag", "vanavond", "vannacht", "vorig", "vorige", "afgelopen", "komend", "komende"]),
    (Relative, &["volgend", "volgende", "deze", "dit", "geleden", "onlangs", "recent", "nog"]),
    (Relative, &["today", "yesterday", "tomorrow", "tonight", "now", "present", "last", "next", "this", "ago"]),
    (Relative, &["recently", "current", "previous"]),
    (Noise, &["the", "de", "het", "in", "op", "on", "during", "tijdens", "gedurende", "jaar", "year", "maand"]),
    (Noise, &["month", "ergens", "sometime", "den", "anno", "periode", "period", "onwards", "onward", "af"]),
];

const PHRASES: &[(&[&str], Meaning)] = &[
    (&["tot", "en", "met"], Until),
    (&["t", "/", "m"], Until),
    (&["up", "to", "and", "including"], Until),
    (&["up", "to"], Until),
    (&["some", "time", "in"], Noise),
    (&["in", "de", "loop", "van"], Noise),
    (&["in", "the", "course", "of"], Noise),
    (&["on", "or", "before"], By),
    (&["op", "of", "voor"], By),
    (&["no", "later", "than"], By),
    (&["not", "later", "than"], By),
    (&["niet", "later", "dan"], By),
    (&["on", "or", "after"], NoEarlier),
    (&["op", "of", "na"], NoEarlier),
    (&["no", "earlier", "than"], NoEarlier),
    (&["not", "earlier", "than"], NoEarlier),
    (&["niet", "eerder", "dan"], NoEarlier),
    (&["one", "of"], OneOf),
    (&["een", "van"], OneOf),
    (&["each", "of"], EachOf),
    (&["elk", "van"], EachOf),
    (&["still", "open"], Open),
    (&["loopt", "door"], Open),
    (&["no", "start"], NoStart),
    (&["zonder", "begin"], NoStart),
    (&["om", "en", "nabij"], About),
    (&["derde", "deel"], Meaning::Unit(Unit::Third)),
    (&["v", ".", "chr"], Bce),
    (&["voor", "christus"], Bce),
    (&["n", ".", "chr"], Ce),
    (&["na", "christus"], Ce),
    (&["a", ".", "m"], Meaning::DayPart(DayPart::Am)),
    (&["p", ".", "m"], Meaning::DayPart(DayPart::Pm)),
    (&["o", "'", "clock"], Hour),
    (&["'", "s"], Noise),
];

/// What a folded word means.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(meaning, _)| *meaning)
}

/// A phrase that starts with the first of these words and signs: its meaning and how many of them it takes.
pub(super) fn phrase<'a>(words: &(impl Iterator<Item = Option<&'a str>> + Clone)) -> Option<(Meaning, usize)> {
    let starts = |phrase: &[&str]| {
        let mut words = words.clone();
        phrase.iter().all(|wanted| words.next().flatten() == Some(wanted))
    };
    PHRASES.iter().find(|(phrase, _)| starts(phrase)).map(|(phrase, meaning)| (*meaning, phrase.len()))
}

/// A word of dates that was probably meant; months first. Words of two letters are near to everything.
pub(super) fn near(word: &str) -> Option<&'static str> {
    let words = WORDS.iter().flat_map(|(_, words)| *words).copied().filter(|known| known.len() > 2);
    near_miss(word, words).filter(|_| word.chars().count() > 2)
}
