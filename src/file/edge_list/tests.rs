//! Tables as people have them.

use proptest::prelude::*;

use super::*;
use crate::base::cancel::Progress;
use crate::model::Case;
use crate::model::claim::Value;
use crate::model::time::{Calendar, When};

fn list(name: &str, bytes: &[u8]) -> EdgeList {
    EdgeList::new(Path::new(name), bytes, &Cancel::default()).expect("nobody cancels")
}

fn texts() -> Texts {
    Texts {
        language: "en".to_owned(),
        line: "line".to_owned(),
        relation: "contact".to_owned(),
        not_taken: "Rows not taken:".to_owned(),
        time: "Time".to_owned(),
        weight: "weight".to_owned(),
    }
}

fn case(list: &EdgeList) -> Case {
    let calendar = Calendar::named("Europe/Amsterdam").unwrap();
    let date = |text: &str| When::parse(text, &calendar, None).ok();
    Case::new(parts(list, &texts(), &date, &Cancel::default(), &Progress::default()).expect("nobody cancels"))
}

/// Who is tied to whom, by name.
fn ties(case: &Case) -> Vec<String> {
    let name = |id: &crate::model::Id| case.entity(id.as_str()).unwrap().name.clone();
    case.links().iter().map(|link| format!("{} > {}", name(&link.from), name(&link.to))).collect()
}

#[test]
fn delimiter_encoding_and_header_are_found_out() {
    use Column::{Other, Relation, Source, Target, Time, Weight};
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let utf_16 = |text: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let cases = [
        (b"a1,b1\nb1,c1\n".to_vec(), b',', Encoding::Utf8, false, vec![Source, Target]),
        (
            b"\xEF\xBB\xBFbron;doel;gewicht\nJan;Piet;3,5\n".to_vec(),
            b';',
            Encoding::Utf8,
            true,
            vec![Source, Target, Weight],
        ),
        (
            latin("Van;Naar;Datum\nZoë;André;2021-03-01\n"),
            b';',
            Encoding::Windows1252,
            true,
            vec![Source, Target, Time],
        ),
        (utf_16("from\tto\ttype\nZoë\tB\tcall\n"), b'\t', Encoding::Utf16, true, vec![Source, Target, Relation]),
        (
            b"x|y|1|2020|knows|more\n".to_vec(),
            b'|',
            Encoding::Utf8,
            false,
            vec![Source, Target, Weight, Time, Relation, Other],
        ),
        // It names a source, but no target: it is a row like others.
        (b"source,remark\nA,B\n".to_vec(), b',', Encoding::Utf8, false, vec![Source, Target]),
        (b"Date,Target,Source\n2020,A,B\n".to_vec(), b',', Encoding::Utf8, true, vec![Time, Target, Source]),
        // Commas inside a quote are no delimiters.
        (b"\"Doe, J.\";\"Roe, R.\"\n\"Doe, J.\";X\n".to_vec(), b';', Encoding::Utf8, false, vec![Source, Target]),
    ];
    for (bytes, delimiter, encoding, has_header, columns) in cases {
        let list = list("contacts.csv", &bytes);
        let shown = String::from_utf8_lossy(&bytes);
        assert_eq!(list.encoding, encoding, "{shown}");
        assert_eq!(list.reading, Reading { delimiter, has_header, columns }, "{shown}");
    }
}

#[test]
fn each_row_is_a_link_with_weight_time_and_relation_that_leads_to_its_line() {
    let list = list(
        "calls.csv",
        "bron;doel;gewicht;tijd;soort;kenmerk\nZoë;Jan;3,5;2021-03-12;belt;x\nJan;Zoë;veel;gisteren;;\n".as_bytes(),
    );
    let case = case(&list);
    assert_eq!(ties(&case), ["Zoë > Jan", "Jan > Zoë"]);
    let [first, second] = case.links() else { panic!("two links") };
    assert_eq!((first.relation.as_str(), second.relation.as_str()), ("belt", "contact"));
    assert_eq!(first.when.as_ref().map(When::text), Some("2021-03-12"));
    assert!(
        matches!(&first.claims[0].value, Value::Quantity(weight) if weight.low == Some(3.5) && weight.stated == "3,5")
    );
    assert!(matches!(&second.claims[0].value, Value::Text(weight) if weight == "veel"));
    assert_eq!(first.note.as_deref(), Some("kenmerk: x"));
    assert_eq!(second.note.as_deref(), Some("Time: gisteren"), "what cannot be read stays in its own words");
    assert_eq!((first.cites[0].at.as_deref(), second.cites[0].at.as_deref()), (Some("line 2"), Some("line 3")));
    let source = &case.sources()[0];
    assert_eq!(source.title, "calls.csv");
    assert_eq!(source.attachment.as_ref().unwrap().sha256.as_deref().map(str::len), Some(64));
    assert_eq!(case.head().title, "calls");
    // It can be saved and read again.
    let again = crate::file::read(crate::file::write(&case).as_bytes()).unwrap();
    assert_eq!((again.count(crate::model::finding::Severity::Error), again.case.links().len()), (0, 2));
}

#[test]
fn row_51_ragged_rows_line_breaks_and_an_open_quote_are_listed_and_nothing_is_lost() {
    let text = "van;naar;soort\r\nA;B;\"zegt: \"\"hallo\"\"\r\nen gaat\"\r\n;C;leeg\r\nD\r\nE;F;x;te veel\r\nG;\"H;open\r\nI;J;na\r\n";
    let list = list("dump.csv", &encoding_rs::WINDOWS_1252.encode(text).0);
    let doubts: Vec<(u64, Trouble)> = list.preview.doubts.iter().map(|doubt| (doubt.line, doubt.trouble)).collect();
    assert_eq!(doubts, [(4, Trouble::NoSource), (5, Trouble::NoTarget), (7, Trouble::OpenQuote)]);
    assert_eq!((list.preview.sound, list.preview.bad), (3, 3));
    let case = case(&list);
    assert_eq!(ties(&case), ["A > B", "E > F", "I > J"]);
    assert_eq!(case.links()[0].relation, "zegt: \"hallo\"\r\nen gaat");
    assert_eq!(case.links()[1].note.as_deref(), Some("te veel"));
    assert_eq!(case.links()[2].cites[0].at.as_deref(), Some("line 8"));
    let note = case.sources()[0].note.as_deref().unwrap();
    assert!(
        note.starts_with("Rows not taken: 3") && note.contains("line 5: D") && note.contains("G;\"H;open"),
        "{note}"
    );
}

#[test]
fn lines_that_end_by_a_carriage_return_alone_are_lines() {
    let list = list("x.csv", b"A,B\rC,D\r");
    assert_eq!(
        case(&list).links().iter().map(|link| link.cites[0].at.clone().unwrap()).collect::<Vec<_>>(),
        ["line 1", "line 2"]
    );
}

#[test]
fn what_is_no_table_gives_no_case_and_no_panic() {
    let wide = vec![b','; 100_000];
    for bytes in [
        &b""[..],
        b"\n\n\r\n",
        b"source,target\n",
        b"\0\x01\xff\xfe\x80",
        b"one column\nonly\n",
        b"\"",
        b"\xEF\xBB\xBF",
        &wide,
    ] {
        let list = list("x.csv", bytes);
        assert_eq!(list.preview.sound, 0, "{:?}", &bytes[..bytes.len().min(20)]);
        assert!(list.reading.columns.len() <= 64);
        assert_eq!(case(&list).links().len(), 0);
    }
}

#[test]
fn columns_can_be_told_and_another_delimiter_is_looked_at_anew() {
    let first = list("x.csv", b"1,A,B\n2,C,D\n");
    assert_eq!(first.reading.columns, [Column::Source, Column::Target, Column::Weight]);
    let reading = first.reading.with(0, Column::Weight).with(1, Column::Source).with(2, Column::Target);
    assert_eq!(reading.columns, [Column::Weight, Column::Source, Column::Target]);
    let told = first.read_as(reading.clone(), &Cancel::default()).unwrap();
    assert_eq!(ties(&case(&told)), ["A > B", "C > D"]);
    let halved = told.reading.with(2, Column::Other);
    assert!(!halved.is_complete() && first.read_as(halved, &Cancel::default()).unwrap().preview.sound == 0);
    let other = told.read_as(Reading { delimiter: b';', ..reading }, &Cancel::default()).unwrap();
    assert_eq!(other.reading.columns.len(), 1, "nothing is divided by semicolons");
    let header = first.read_as(Reading { has_header: true, ..first.reading.clone() }, &Cancel::default()).unwrap();
    assert_eq!((header.preview.sound, header.preview.names), (1, vec!["1".to_owned(), "A".to_owned(), "B".to_owned()]));
}

#[test]
fn names_that_look_alike_stay_apart() {
    let case = case(&list("x.csv", "Zoë,Zoe\nzoe,ZOË\nedge list,row 1\n東京,Москва\n".as_bytes()));
    assert_eq!(case.entities().len(), 8);
    assert_eq!(ties(&case)[3], "東京 > Москва");
}

#[test]
fn a_cancelled_reading_gives_nothing() {
    let cancel = Cancel::default();
    let list = list("x.csv", b"A,B\n");
    cancel.cancel();
    assert!(EdgeList::new(Path::new("x.csv"), b"A,B\n", &cancel).is_none());
    assert!(parts(&list, &texts(), &|_| None, &cancel, &Progress::default()).is_none());
}

proptest! {
    #[test]
    fn every_row_is_taken_or_listed(bytes in prop::collection::vec(prop::sample::select(&b"ab,;\t|\"\n\r x1\xe9\0"[..]), 0..200)) {
        let list = list("x.csv", &bytes);
        let case = case(&list);
        prop_assert_eq!(case.links().len(), list.preview.sound);
        prop_assert!(list.preview.doubts.len() == list.preview.bad);
        let header = usize::from(list.reading.has_header);
        prop_assert_eq!(rows(&list.text, list.reading.delimiter).count(), list.preview.sound + list.preview.bad + header);
        // No letter of the file stands in no row.
        let begins: Vec<u64> = rows(&list.text, list.reading.delimiter).map(|row| row.map_or_else(|doubt| doubt.line, |row| row.line)).collect();
        prop_assert!(begins.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", begins);
    }
}
