//! What holds for every typed text.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::locale::{Language, Words};

fn amsterdam() -> Calendar {
    static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::named("Europe/Amsterdam").unwrap());
    CALENDAR.clone()
}

/// Reading the messages takes longer than all else here.
fn words(language: Language) -> Words {
    static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| [Language::English, Language::Dutch].map(Words::new));
    WORDS[usize::from(language == Language::Dutch)].clone()
}

fn mark() -> impl Strategy<Value = &'static str> {
    prop_oneof![5 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")]
}

/// A date that words say exactly.
fn single() -> impl Strategy<Value = String> {
    (1000..=2999_i32, 1..=12_u32, 1..=28_u32, 33..=41_u32, 0..4_u8, mark()).prop_map(
        |(year, month, day, code, form, mark)| match form {
            0 => format!("{year}-{month:02}-{day:02}{mark}"),
            1 => format!("{year}-{month:02}{mark}"),
            2 => format!("{year}-{code}{mark}"),
            _ => format!("{year}{mark}"),
        },
    )
}

fn instant() -> impl Strategy<Value = String> {
    let zones = prop_oneof![Just(""), Just("Z"), Just("+02:00"), Just("-03:30"), Just("[America/New_York]")];
    let seconds = prop_oneof![Just(""), Just(":07"), Just(":30.25")];
    (1990..2040_i32, 5..=9_u32, 1..=28_u32, 0..24_u32, 0..60_u32, seconds, zones).prop_map(
        |(year, month, day, hour, minute, second, zone)| {
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}{second}{zone}")
        },
    )
}

/// A date, an extent or a set that words say exactly.
fn date() -> impl Strategy<Value = String> {
    let two = || (single(), single());
    prop_oneof![
        4 => single(),
        1 => instant(),
        1 => (instant(), instant()).prop_map(|(one, other)| format!("{one}/{other}")),
        3 => two().prop_map(|(one, other)| format!("{one}/{other}")),
        1 => single().prop_map(|end| format!("/{end}")),
        1 => single().prop_map(|end| format!("../{end}")),
        1 => single().prop_map(|start| format!("{start}/")),
        1 => single().prop_map(|start| format!("{start}/..")),
        1 => two().prop_map(|(one, other)| format!("[{one},{other}]")),
        1 => (two(), single()).prop_map(|((one, other), third)| format!("{{{one},{other},{third}}}")),
        1 => single().prop_map(|date| format!("[..{date}]")),
        1 => single().prop_map(|date| format!("[{date}..]")),
        1 => (1000..2000_i32, 0..99_i32).prop_map(|(year, more)| format!("[{year}..{}]", year + more)),
        1 => (1990..2010_i32, 1..=12_u32, 1..=27_u32)
            .prop_map(|(year, month, day)| format!("{{{year}-{month:02}-{day:02}..{year}-{month:02}-28}}")),
    ]
}

/// Something that looks like a typed date.
fn sentence() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "maart",
        "March",
        "mrt.",
        "9",
        "9e",
        "2021",
        "'21",
        "1990s",
        "-",
        "–",
        "/",
        ",",
        ".",
        ":",
        "?",
        "~",
        "%",
        "of",
        "or",
        "en",
        "and",
        "tot",
        "t/m",
        "tussen",
        "between",
        "van",
        "from",
        "sinds",
        "voor",
        "na",
        "week",
        "10",
        "Q1",
        "half",
        "third",
        "begin",
        "medio",
        "eind",
        "jaren",
        "negentig",
        "eeuw",
        "om",
        "5",
        "uur",
        "pm",
        "05:00",
        "UTC",
        "utc+1",
        "Europe/Paris",
        "ongeveer",
        "misschien",
        "dinsdag",
        "later",
        "3/4/2021",
        "2021-W10",
        "09-03-2021",
        "2021-03~",
        "v.Chr.",
        "winter",
        "2020/21",
        "one of",
        "still open",
        "999999999999",
        "",
        "'s",
        "[",
        "{",
        "..",
    ]);
    let blanks = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((words, blanks), 0..9)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(word, blank)| [word, blank]).collect())
}

/// What is understood parses, and what is not says where in the text.
fn check(text: &str) -> Result<(), TestCaseError> {
    match read(text, &amsterdam(), None) {
        Ok(entered) => {
            let when = When::parse(&entered.edtf, &amsterdam(), None);
            prop_assert_eq!(when.as_ref(), Ok(&entered.when), "{} as {}", text, entered.edtf);
        }
        Err(error) => {
            prop_assert!(text.is_char_boundary(error.offset), "{text:?}: {error:?}");
            prop_assert!(error.character(text) <= text.chars().count() + 1);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn no_long_text_panics(text in "[a-zé0-9 ?'./:–-]{0,220}") {
        check(&text)?;
    }

    #[test]
    fn no_words_of_dates_in_any_order_panic(text in sentence()) {
        check(&text)?;
    }

    #[test]
    fn what_a_date_is_said_as_is_read_back(text in date(), is_dutch in any::<bool>()) {
        let words = words(if is_dutch { Language::Dutch } else { Language::English });
        let Ok(when) = When::parse(&text, &amsterdam(), None) else { return Ok(()) };
        // What ends before it starts is refused where it is typed in words.
        prop_assume!(!when.is_impossible());
        let said = words.date(&when, &amsterdam().zone);
        match read(&said, &amsterdam(), None) {
            Ok(entered) => {
                prop_assert_eq!(entered.when.bounds(), when.bounds(), "{} said as {} read as {}", text, said, entered.edtf);
                prop_assert_eq!(entered.when.is_extent(), when.is_extent());
            }
            Err(error) => prop_assert!(false, "{text} said as {said}: {error:?}"),
        }
    }

    #[test]
    fn a_day_is_the_same_however_it_is_typed(year in 1000..=2999_i32, month in 1..=12_u8, day in 13..=28_u8) {
        let expected = format!("{year}-{month:02}-{day:02}");
        for language in Language::ALL {
            let words = words(language);
            let [long, short] = ["month-long", "month"].map(|key| words.get(&format!("{key}-{month}")));
            for typed in [
                format!("{day} {long} {year}"),
                format!("{day}e {} {year}", short.to_uppercase()),
                format!("{long} {day}, {year}"),
                format!("{year} {short} {day}"),
                format!("{day}/{month}/{year}"),
                format!("{day}-{month}-{year}"),
                format!("{day:02}.{month:02}.{year}"),
                format!("{day}-{short}-{year}"),
            ] {
                prop_assert_eq!(read(&typed, &amsterdam(), None).map(|entered| entered.edtf), Ok(expected.clone()), "{}", typed);
            }
        }
    }
}

#[test]
fn the_longest_texts_are_read_as_fast_as_short_ones() {
    // No clock: the work is bounded by the length, and the length by `MOST_CHARACTERS`.
    for unit in ["of ", "9 ", "9,", "- ", "tot en met ", "jaren ", "utc+", "a'", "9-", "van ", "half ", "\u{fdfa}"] {
        let text: String = unit.chars().cycle().take(MOST_CHARACTERS).collect();
        assert!(read(&text, &amsterdam(), None).is_err(), "{unit}");
    }
}
