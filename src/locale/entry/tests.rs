//! What is typed, and what it is understood as.

use super::*;
use crate::locale::{Language, Words};

fn amsterdam() -> Calendar {
    Calendar::named("Europe/Amsterdam").unwrap()
}

fn edtf(text: &str) -> Result<String, EntryError> {
    read(text, &amsterdam(), None).map(|entered| entered.edtf)
}

#[track_caller]
fn assert_table(table: &[(&str, &str)]) {
    let mut faults = Vec::new();
    for (typed, expected) in table {
        match edtf(typed) {
            Ok(found) if found == *expected => {}
            found => faults.push(format!("{typed:?}: {found:?} instead of {expected:?}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn edtf_and_instants_stay_as_they_are() {
    for text in [
        "2021",
        "2021-03",
        "2021-03-09",
        "2021-02/2021-03-09",
        "2018?/..",
        "/2021-03-09",
        "202X",
        "2021-21",
        "{2018-12,2019-10}",
        "[..2021]",
        "Y17E7",
        "-0043",
        "2021-03-09T05:00[Europe/Amsterdam]",
        "2021-03-09T05:00:30+01:00/2021-03-09T06:00Z",
        "2021-03-09/2021-03-08",
        "2020-21",
    ] {
        assert_eq!(edtf(text).as_deref(), Ok(text), "{text}");
        assert_eq!(edtf(&format!("  {text} ")).as_deref(), Ok(text), "{text} with blanks");
    }
}

#[test]
fn days_months_and_years() {
    assert_table(&[
        ("maart 2021", "2021-03"),
        ("mrt 2021", "2021-03"),
        ("mrt. 2021", "2021-03"),
        ("Mar 2021", "2021-03"),
        ("MAART 2021", "2021-03"),
        ("March 2021", "2021-03"),
        ("March, 2021", "2021-03"),
        ("March of 2021", "2021-03"),
        ("in maart 2021", "2021-03"),
        ("2021 maart", "2021-03"),
        ("Sept. 2021", "2021-09"),
        ("okt 2021", "2021-10"),
        ("oct 2021", "2021-10"),
        ("febr 2021", "2021-02"),
        ("03-2021", "2021-03"),
        ("3/2021", "2021-03"),
        ("3.2021", "2021-03"),
        ("2021-3", "2021-03"),
        ("9 maart 2021", "2021-03-09"),
        ("9  maart ,  2021", "2021-03-09"),
        ("9 mrt 2021", "2021-03-09"),
        ("9 mrt. 2021", "2021-03-09"),
        ("9e maart 2021", "2021-03-09"),
        ("de 9e maart 2021", "2021-03-09"),
        ("op 9 maart 2021", "2021-03-09"),
        ("March 9, 2021", "2021-03-09"),
        ("March 9th, 2021", "2021-03-09"),
        ("the 9th of March 2021", "2021-03-09"),
        ("9th of March, 2021", "2021-03-09"),
        ("3rd of March 2021", "2021-03-03"),
        ("1st Mar 2021", "2021-03-01"),
        ("2021 March 9", "2021-03-09"),
        ("9-mrt-2021", "2021-03-09"),
        ("09-Mar-2021", "2021-03-09"),
        ("9. Mar 2021", "2021-03-09"),
        ("09-03-2021", "2021-03-09"),
        ("9-3-2021", "2021-03-09"),
        ("9.3.2021", "2021-03-09"),
        ("9.3.2021.", "2021-03-09"),
        ("2021-3-9", "2021-03-09"),
        ("2021/03/09", "2021-03-09"),
        ("13/4/2021", "2021-04-13"),
        ("4/13/2021", "2021-04-13"),
        ("3/3/2021", "2021-03-03"),
        ("4-13-2021", "2021-04-13"),
        ("29 februari 2020", "2020-02-29"),
        ("het jaar 2021", "2021"),
        ("dinsdag 9 maart 2021", "2021-03-09"),
        ("di 9 mrt 2021", "2021-03-09"),
        ("Tuesday, March 9, 2021", "2021-03-09"),
        ("Tue 9 Mar 2021", "2021-03-09"),
        ("do 11-03-2021", "2021-03-11"),
        ("44 v.Chr.", "-0043"),
        ("44 BCE", "-0043"),
        ("800 n.Chr.", "0800"),
        ("１０ maart 2021", "2021-03-10"),
    ]);
}

#[test]
fn times_of_day() {
    assert_table(&[
        ("9 mrt 2021 05:00", "2021-03-09T05:00"),
        ("9 mrt 2021, 05:00", "2021-03-09T05:00"),
        ("9 mrt 2021 om 5 uur", "2021-03-09T05:00"),
        ("9 maart 2021 om 5 uur 's middags", "2021-03-09T17:00"),
        ("9 maart 2021, 11 uur 's avonds", "2021-03-09T23:00"),
        ("9 maart 2021 12 uur ’s nachts", "2021-03-09T00:00"),
        ("9 maart 2021 om half 6", "2021-03-09T05:30"),
        ("March 9, 2021 at 5:30 pm", "2021-03-09T17:30"),
        ("March 9, 2021, 5:30 p.m.", "2021-03-09T17:30"),
        ("9 Mar 2021 12 am", "2021-03-09T00:00"),
        ("9 Mar 2021 12:15pm", "2021-03-09T12:15"),
        ("9 Mar 2021 5am", "2021-03-09T05:00"),
        ("9 mrt 2021 17u30", "2021-03-09T17:30"),
        ("9 mrt 2021 17h30", "2021-03-09T17:30"),
        ("9 mrt 2021 17u", "2021-03-09T17:00"),
        ("9 mrt 2021 17.30 uur", "2021-03-09T17:30"),
        ("9 mrt 2021 17.30", "2021-03-09T17:30"),
        ("9 mrt 2021 05:00:07", "2021-03-09T05:00:07"),
        ("9 mrt 2021, 05:00:00,5 UTC", "2021-03-09T05:00:00.5Z"),
        ("9 Mar 2021, 05:00 UTC−03:30", "2021-03-09T05:00-03:30"),
        ("9 Mar 2021, 05:00 Europe/Paris", "2021-03-09T05:00[Europe/Paris]"),
        ("9 Mar 2021, 05:00 America/New_York", "2021-03-09T05:00[America/New_York]"),
        ("05:00 op 9 maart 2021", "2021-03-09T05:00"),
        ("2021-03-09 05:00", "2021-03-09T05:00"),
        ("09-03-2021 5:00", "2021-03-09T05:00"),
        ("9 Mar 2021, 05:00 – 06:59", "2021-03-09T05:00/2021-03-09T06:59"),
        ("9 maart 2021 van 5:00 tot 7:00", "2021-03-09T05:00/2021-03-09T07:00"),
        ("9 mrt 2021 23:00 - 10 mrt 2021 01:00", "2021-03-09T23:00/2021-03-10T01:00"),
        ("sinds 9 mrt 2021 05:00", "2021-03-09T05:00/.."),
        ("2021-03-09t05:00z", "2021-03-09T05:00Z"),
    ]);
}

#[test]
fn weeks_quarters_halves_and_seasons() {
    assert_table(&[
        ("week 10 2021", "[2021-03-08..2021-03-14]"),
        ("wk 10 2021", "[2021-03-08..2021-03-14]"),
        ("week 10, 2021", "[2021-03-08..2021-03-14]"),
        ("week 10 van 2021", "[2021-03-08..2021-03-14]"),
        ("week 10 of 2021", "[2021-03-08..2021-03-14]"),
        ("10e week van 2021", "[2021-03-08..2021-03-14]"),
        ("2021 week 10", "[2021-03-08..2021-03-14]"),
        ("2021-W10", "[2021-03-08..2021-03-14]"),
        ("2021w10", "[2021-03-08..2021-03-14]"),
        ("W10 2021", "[2021-03-08..2021-03-14]"),
        ("2021-W10-3", "2021-03-10"),
        ("2021-W10-3 05:00", "2021-03-10T05:00"),
        ("week 53 2020", "[2020-12-28..2021-01-03]"),
        ("week 1 2021", "[2021-01-04..2021-01-10]"),
        ("week 10 t/m 12 2021", "2021-03-08?/2021-03-28?"),
        ("week 10-12 2021", "2021-03-08?/2021-03-28?"),
        ("week 10 of 11 2021", "[2021-03-08..2021-03-14,2021-03-15..2021-03-21]"),
        ("voor week 10 2021", "[..2021-03-07]"),
        ("na week 10 2021", "[2021-03-15..]"),
        ("Q1 2021", "2021-33"),
        ("q4 2021", "2021-36"),
        ("2021-Q1", "2021-33"),
        ("2021Q1", "2021-33"),
        ("K2 2021", "2021-34"),
        ("1e kwartaal 2021", "2021-33"),
        ("eerste kwartaal van 2021", "2021-33"),
        ("kwartaal 3 van 2021", "2021-35"),
        ("first quarter of 2021", "2021-33"),
        ("the 3rd quarter of 2021", "2021-35"),
        ("third quarter 2021", "2021-35"),
        ("quarter 2 of 2021", "2021-34"),
        ("Q1 - Q3 2021", "2021-33/2021-35"),
        ("1e of 2e kwartaal 2021", "[2021-33,2021-34]"),
        ("eerste helft 2021", "2021-40"),
        ("tweede helft van 2021", "2021-41"),
        ("1e halfjaar 2021", "2021-40"),
        ("tweede half jaar 2021", "2021-41"),
        ("first half of 2021", "2021-40"),
        ("H2 2021", "2021-41"),
        ("half 1 of 2021", "2021-40"),
        ("third 1 of 2020", "2020-37"),
        ("first third of 2020", "2020-37"),
        ("derde deel 2 van 2020", "2020-38"),
        ("voorjaar 2021", "2021-21"),
        ("lente 2021", "2021-21"),
        ("spring 2021", "2021-21"),
        ("spring of 2021", "2021-21"),
        ("zomer van 2021", "2021-22"),
        ("najaar 2021", "2021-23"),
        ("fall 2021", "2021-23"),
        ("winter 2021", "2021-24"),
        ("winter 2020/2021", "2020-24"),
        ("winter 2020-21", "2020-24"),
        ("lente of zomer 2021", "[2021-21,2021-22]"),
    ]);
}

#[test]
fn parts_of_months_and_years_decades_and_centuries() {
    assert_table(&[
        ("begin 2020", "2020-37"),
        ("medio 2020", "2020-38"),
        ("half 2020", "2020-38"),
        ("halverwege 2020", "2020-38"),
        ("eind 2020", "2020-39"),
        ("early 2020", "2020-37"),
        ("mid 2020", "2020-38"),
        ("mid-2020", "2020-38"),
        ("late 2020", "2020-39"),
        ("the end of 2020", "2020-39"),
        ("begin maart 2021", "[2021-03-01..2021-03-10]"),
        ("begin van maart 2021", "[2021-03-01..2021-03-10]"),
        ("medio maart 2021", "[2021-03-11..2021-03-20]"),
        ("half maart 2021", "[2021-03-11..2021-03-20]"),
        ("mid Feb 2021", "[2021-02-11..2021-02-20]"),
        ("mid-February 2021", "[2021-02-11..2021-02-20]"),
        ("early March 2021", "[2021-03-01..2021-03-10]"),
        ("late Feb 2021", "[2021-02-21..2021-02-28]"),
        ("end of February 2020", "[2020-02-21..2020-02-29]"),
        ("begin of eind maart 2021", "[2021-03-01..2021-03-10,2021-03-21..2021-03-31]"),
        ("medio maart t/m mei 2021", "2021-03-11?/2021-05"),
        ("begin - medio 2020", "2020-37/2020-38"),
        ("begin tot eind maart 2021", "2021-03-01?/2021-03-31?"),
        ("voor medio maart 2021", "[..2021-03-20]"),
        ("na medio maart 2021", "[2021-03-11..]"),
        ("tussen begin maart en eind mei 2021", "[2021-03-01..2021-05-31]"),
        ("jaren 90", "199X"),
        ("de jaren '90", "199X"),
        ("de jaren negentig", "199X"),
        ("jaren 1920", "192X"),
        ("de jaren 2020", "202X"),
        ("the 1990s", "199X"),
        ("1990's", "199X"),
        ("'90s", "199X"),
        ("the nineties", "199X"),
        ("2020s", "202X"),
        ("begin jaren 90", "[1990..1993]"),
        ("mid 1990s", "[1994..1996]"),
        ("eind jaren negentig", "[1997..1999]"),
        ("jaren 80 en 90", "{198X,199X}"),
        ("jaren 80 - 90", "198X/199X"),
        ("19e eeuw", "18XX"),
        ("de 19de eeuw", "18XX"),
        ("the 19th century", "18XX"),
        ("21st century", "20XX"),
        ("end of the 19th century", "[1867..1899]"),
        ("19e of 20e eeuw", "[18XX,19XX]"),
    ]);
}

#[test]
fn about_and_perhaps() {
    assert_table(&[
        ("ongeveer maart 2021", "2021-03~"),
        ("circa 2021", "2021~"),
        ("ca. 2021", "2021~"),
        ("c. 2021", "2021~"),
        ("rond 9 maart 2021", "2021-03-09~"),
        ("omstreeks 1990", "1990~"),
        ("about March 2021", "2021-03~"),
        ("around 9 Mar 2021", "2021-03-09~"),
        ("approximately 2021", "2021~"),
        ("~ 2021", "2021~"),
        ("vermoedelijk 2021", "2021?"),
        ("waarschijnlijk maart 2021", "2021-03?"),
        ("misschien 9 mrt 2021", "2021-03-09?"),
        ("possibly 2021", "2021?"),
        ("probably March 2021", "2021-03?"),
        ("maart 2021?", "2021-03?"),
        ("09-03-2021?", "2021-03-09?"),
        ("about March 2021?", "2021-03%"),
        ("misschien rond maart 2021", "2021-03%"),
        ("vermoedelijk omstreeks 2018", "2018%"),
        ("about the 1990s", "199X~"),
        ("rond voorjaar 2021", "2021-21~"),
        ("ca. 2018 - 2021", "2018~/2021"),
        ("2018? – 2021", "2018?/2021"),
        ("ongeveer maart - juni 2021", "2021-03~/2021-06~"),
        ("vermoedelijk van maart tot juni 2021", "2021-03?/2021-06?"),
        ("van ongeveer 2018 tot 2021", "2018~/2021"),
        ("misschien 2018 of 2019", "[2018?,2019]"),
        ("misschien 9 of 10 maart 2021", "[2021-03-09?,2021-03-10?]"),
        ("2018 of 2019?", "[2018,2019?]"),
        ("voor ongeveer 2018", "[..2017~]"),
        ("mogelijk tussen 2018 en 2020", "[2018?,2019?,2020?]"),
        ("about week 1 2021", "[2021-01-04~,2021-01-05~,2021-01-06~,2021-01-07~,2021-01-08~,2021-01-09~,2021-01-10~]"),
        ("about mid March 2021 to May 2021", "2021-03-11%/2021-05"),
    ]);
}

#[test]
fn before_after_since_and_until() {
    assert_table(&[
        ("voor 9 maart 2021", "[..2021-03-08]"),
        ("vóór maart 2021", "[..2021-02]"),
        ("voor 2021", "[..2020]"),
        ("before 1 January 2021", "[..2020-12-31]"),
        ("before January 2021", "[..2020-12]"),
        ("before spring 2021", "[..2021-02-28]"),
        ("na 9 maart 2021", "[2021-03-10..]"),
        ("after March 2021", "[2021-04..]"),
        ("after 2021", "[2022..]"),
        ("after the 1990s", "[2000-01-01..]"),
        ("uiterlijk 9 maart 2021", "[..2021-03-09]"),
        ("by March 2021", "[..2021-03]"),
        ("on or before 9 March 2021", "[..2021-03-09]"),
        ("op of na 9 maart 2021", "[2021-03-09..]"),
        ("2018 of later", "[2018..]"),
        ("2018 or later", "[2018..]"),
        ("2018 of eerder", "[..2018]"),
        ("9 Mar 2021 or before", "[..2021-03-09]"),
        ("tot 9 maart 2021", "/2021-03-09"),
        ("until March 2021", "/2021-03"),
        ("t/m 9 mrt 2021", "/2021-03-09"),
        ("tot en met 2021", "/2021"),
        ("up to 2021", "/2021"),
        ("vanaf maart 2021", "2021-03/"),
        ("van 2018", "2018/"),
        ("from 9 Mar 2021", "2021-03-09/"),
        ("from 2018 onwards", "2018/"),
        ("sinds 2018", "2018/.."),
        ("since March 2018", "2018-03/.."),
        ("2018? – still open", "2018?/.."),
        ("2018 – loopt door", "2018/.."),
        ("zonder begin – 2018", "../2018"),
        ("? – 2018", "/2018"),
        ("voor 2021-03-09", "[..2021-03-08]"),
        ("sinds 2018?", "2018?/.."),
        ("sinds 202X", "202X/.."),
    ]);
}

#[test]
fn ranges_and_lists() {
    assert_table(&[
        ("maart t/m juni 2021", "2021-03/2021-06"),
        ("maart tot juni 2021", "2021-03/2021-06"),
        ("maart - juni 2021", "2021-03/2021-06"),
        ("maart-juni 2021", "2021-03/2021-06"),
        ("maart – juni 2021", "2021-03/2021-06"),
        ("maart–juni 2021", "2021-03/2021-06"),
        ("Feb to Mar 2021", "2021-02/2021-03"),
        ("from Feb to Mar 2021", "2021-02/2021-03"),
        ("van maart tot en met juni 2021", "2021-03/2021-06"),
        ("vanaf maart 2021 tot juni 2021", "2021-03/2021-06"),
        ("nov 2020 - mrt 2021", "2020-11/2021-03"),
        ("3-9 maart 2021", "2021-03-03/2021-03-09"),
        ("3 t/m 9 maart 2021", "2021-03-03/2021-03-09"),
        ("van 3 tot 9 maart 2021", "2021-03-03/2021-03-09"),
        ("3 maart - 9 april 2021", "2021-03-03/2021-04-09"),
        ("March 3-9, 2021", "2021-03-03/2021-03-09"),
        ("March 3 to April 9, 2021", "2021-03-03/2021-04-09"),
        ("9 maart 2021 - 12 april", "2021-03-09/2021-04-12"),
        ("09-03-2021 - 12-03-2021", "2021-03-09/2021-03-12"),
        ("09-03-2021–12-03-2021", "2021-03-09/2021-03-12"),
        ("1914-1918", "1914/1918"),
        ("2018 - 2021", "2018/2021"),
        ("2018 tot maart 2021", "2018/2021-03"),
        ("2021-02 t/m 2021-03-09", "2021-02/2021-03-09"),
        ("di 9 mrt t/m vr 12 mrt 2021", "2021-03-09/2021-03-12"),
        ("tussen 3 en 9 maart 2021", "[2021-03-03..2021-03-09]"),
        ("between 3 and 9 March 2021", "[2021-03-03..2021-03-09]"),
        ("between March and June 2021", "[2021-03..2021-06]"),
        ("tussen 2018 en 2021", "[2018..2021]"),
        ("tussen 2018 en maart 2021", "[2018-01-01..2021-03-31]"),
        ("tussen 3-9-2021 en 9-9-2021", "[2021-09-03..2021-09-09]"),
        ("one of 8 Mar 2021 – 14 Mar 2021", "[2021-03-08..2021-03-14]"),
        ("elk van 2018 – 2020", "{2018..2020}"),
        ("9 of 10 maart 2021", "[2021-03-09,2021-03-10]"),
        ("9 or 10 March 2021", "[2021-03-09,2021-03-10]"),
        ("9 en 10 maart 2021", "{2021-03-09,2021-03-10}"),
        ("maart of april 2021", "[2021-03,2021-04]"),
        ("March and April 2021", "{2021-03,2021-04}"),
        ("2020 of 2021", "[2020,2021]"),
        ("3, 5 en 9 maart 2021", "{2021-03-03,2021-03-05,2021-03-09}"),
        ("3 maart, 5 april of 9 mei 2021", "[2021-03-03,2021-04-05,2021-05-09]"),
        ("9 Mar 2021, 12 Apr 2021 or 3 May 2021", "[2021-03-09,2021-04-12,2021-05-03]"),
        ("March 9, 2021 or March 12, 2021", "[2021-03-09,2021-03-12]"),
        ("2018, 2019 or 2021", "[2018,2019,2021]"),
    ]);
}

/// Typed, key of the reason, the character from which it is not understood.
const REFUSED: &[(&str, &str, usize)] = &[
    ("", "empty", 1),
    ("   ", "empty", 1),
    ("today", "relative", 1),
    ("vandaag", "relative", 1),
    ("sinds gisteren", "relative", 7),
    ("last week", "relative", 1),
    ("2018 - heden", "relative", 8),
    ("marhc 2021", "unknown-word", 1),
    ("9 maatr 2021", "unknown-word", 3),
    ("sooner 2021", "unknown-word", 1),
    ("3/4/2021", "ambiguous-day", 1),
    ("voor 3/4/2021", "ambiguous-day", 6),
    ("jaren 20", "ambiguous-decade", 7),
    ("the 1900s", "ambiguous-hundred", 5),
    ("09-03-21", "two-digit-year", 7),
    ("maart '21", "two-digit-year", 8),
    ("maart", "no-year", 1),
    ("medio maart", "no-year", 1),
    ("9 maart", "no-year", 1),
    ("week 10", "no-year", 1),
    ("maart - juni", "no-year", 1),
    ("9", "number-alone", 1),
    ("9 - 2021", "number-alone", 1),
    ("maandag 9 maart 2021", "wrong-weekday", 1),
    ("Friday 9 Mar 2021", "wrong-weekday", 1),
    ("maandag maart 2021", "no-day", 1),
    ("maart 2021 om 5 uur", "no-day", 1),
    ("week 10 2021 05:00", "no-day", 1),
    ("week 53 2021", "no-such-week", 1),
    ("Q5 2021", "no-such-part", 1),
    ("week 54 2021", "no-such-part", 1),
    ("juni - maart 2021", "backwards", 1),
    ("tussen 2021 en 2018", "backwards", 1),
    ("9 Mar 2021, 07:00 – 05:00", "backwards", 1),
    ("2018 of 2019 en 2020", "mixed-list", 6),
    ("2018 - 2019 - 2020", "combined", 13),
    ("3-5 of 9 maart 2021", "combined", 5),
    ("9 mrt 2021 05:00 of 10 mrt 2021", "time-in-list", 1),
    ("voor 9 mrt 2021 05:00", "time-in-list", 6),
    ("rond 9 mrt 2021 05:00", "marked-time", 1),
    ("week 10 en 12 2021", "stretch-in-list", 1),
    ("misschien tussen 1 jan 2018 en 31 dec 2018", "marked-stretch", 18),
    ("tussen 2018", "no-second", 12),
    ("van 2018 tot", "no-second", 13),
    ("voor", "no-date", 5),
    ("ongeveer", "no-date", 1),
    ("2021 2022", "unexpected", 6),
    ("maart april 2021", "unexpected", 7),
    ("maart/april 2021", "unexpected", 6),
    ("30 februari 2021", "date", 1),
    ("2021-02-30", "date", 9),
    ("2021-13", "date", 6),
    ("31-11-2021", "date", 1),
    ("1914-18", "date", 6),
    ("9 mrt 2021 25:00", "date", 12),
    ("9 mrt 2021 13 pm", "date", 12),
    ("28 maart 2021 02:30", "date", 1),
    ("2021-02/2021-13", "date", 13),
    ("{2021", "date", 1),
    ("210 maart", "date", 1),
];

#[test]
fn what_is_refused_says_why_and_from_where() {
    let mut faults = Vec::new();
    for (typed, key, place) in REFUSED {
        match edtf(typed) {
            Err(error) if (error.reason.key(), error.character(typed)) == (*key, *place) => {}
            found => faults.push(format!("{typed:?}: {found:?} instead of {key} at {place}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let long = "2021 ".repeat(41);
    let error = edtf(&long).unwrap_err();
    assert_eq!((error.reason, error.offset), (EntryReason::TooLong, MOST_CHARACTERS));
}

#[test]
fn every_refusal_is_said_in_both_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (typed, ..) in REFUSED {
            let error = edtf(typed).unwrap_err();
            for text in [words.entry_error(&error), words.entry_advice(&error)] {
                assert!(!text.contains("entry-error") && !text.contains('{'), "{typed}: {text}");
            }
        }
    }
}

#[test]
fn refusals_say_what_to_type() {
    let said = |typed: &str, language| {
        let error = edtf(typed).unwrap_err();
        let words = Words::new(language);
        format!("{}. {}", words.entry_error(&error), words.entry_advice(&error))
    };
    let english = Language::English;
    assert_eq!(said("marhc 2021", english), "no date has the word “marhc”. Near: “march”");
    assert_eq!(said("9 maatr 2021", Language::Dutch), "geen datum heeft het woord “maatr”. Lijkt op: “maart”");
    assert_eq!(said("3/4/2021", english), "3 Apr 2021 or 4 Mar 2021. Type the month as a word, or year-month-day");
    assert_eq!(
        said("maandag 9 maart 2021", Language::Dutch),
        "9 mrt 2021 is een dinsdag. Verbeter de dag van de week, of laat die weg"
    );
    assert_eq!(said("jaren 20", english), "the 1920s or the 2020s. Type all four digits");
    assert!(said("28 maart 2021 02:30", english).ends_with("Near: 2021-03-28T03:30"));
}

#[test]
fn a_misspelled_month_is_found_in_both_languages() {
    for (typed, near) in [
        ("januarri", "januari"),
        ("febuary", "february"),
        ("septmber", "september"),
        ("ocktober", "oktober"),
        ("agustus", "augustus"),
        ("decembre", "december"),
    ] {
        let error = edtf(&format!("9 {typed} 2021")).unwrap_err();
        assert_eq!(error.reason, EntryReason::UnknownWord { word: typed.to_owned(), near: Some(near) });
    }
}

#[test]
fn a_week_is_a_window_of_seven_days_and_a_date_somewhere_in_them() {
    let week = read("week 10 2021", &amsterdam(), None).unwrap().when;
    let span = |text: &str| When::parse(text, &amsterdam(), None).unwrap().outer();
    assert_eq!(week.outer(), span("2021-03-08/2021-03-14"));
    assert_eq!(week.answer(span("2021-03-10")), crate::model::time::Answer::Possible);
    assert_eq!(week.answer(span("2021-03")), crate::model::time::Answer::Certain);
}

#[test]
fn the_reach_of_about_can_be_given() {
    let entered = read("circa 9 maart 2021", &amsterdam(), Some(About::Days(2))).unwrap();
    let expected = When::parse("2021-03-07/2021-03-11", &amsterdam(), None).unwrap().outer();
    assert_eq!(entered.when.outer(), expected);
}
