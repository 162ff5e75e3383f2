//! What each kind of date looks like on its lane, to the pixel: in light, in dark, and in grey as a printer would give it.
//! Rastered on the processor, so that no driver is needed.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test it date_pictures`, look at the pictures, commit them.

use std::path::PathBuf;

use emath::vec2;
use rodedraad::cli::render::{View, scene};
use rodedraad::export::{Caption, Format, picture};
use rodedraad::locale::{Language, Words};
use rodedraad::scene::theme::Theme;

use crate::harness::span;

/// One lane a kind of date: what it is, as written, and what else the event says.
const KINDS: [(&str, &str, &str); 16] = [
    ("day", "2021-03-09", ""),
    ("time of day", "2021-03-09T05:00", ""),
    ("month", "2021-03", ""),
    ("year", "2020", ""),
    ("about a day", "2021-02-15~", ""),
    ("about a month", "2020-12~", ""),
    ("questioned", "2020-11?", ""),
    ("period", "2020-04-01/2020-06-13", ""),
    ("soft start", "2019-12~/2021-03-09", ""),
    ("unknown start", "/2021-03-09", ""),
    ("unknown end", "2020-09-01/", ""),
    ("open end", "2021-01-10/..", ""),
    ("set", "{2019-12,2020-10}", ""),
    ("one of", "[2019-12,2020-10]", ""),
    ("impossible", "2020-06-13/2020-04-01", ""),
    ("forecast", "2021-03-09/2021-06-30", "nature: Forecast,"),
];

fn case() -> String {
    let entities: Vec<String> = (KINDS.iter().enumerate())
        .map(|(at, (name, ..))| format!("Entity(id: \"n{at}\", kind: \"platform\", name: \"{name}\")"))
        .collect();
    let events: Vec<String> = (KINDS.iter().enumerate())
        .map(|(at, (_, when, more))| {
            format!(
                "Event(id: \"e{at}\", title: \"{when}\", when: \"{when}\", {more} \
                 participants: [Participant(entity: \"n{at}\", role: \"r\")], cites: [Cite(source: \"s\")])"
            )
        })
        .collect();
    let order: Vec<String> = (0..KINDS.len()).map(|at| format!("\"n{at}\"")).collect();
    format!(
        "Case(format: (1, 0), title: \"Dates\", time_zone: \"Europe/Amsterdam\", \
         sources: [Source(id: \"s\", kind: \"report\", title: \"s\")], entities: [{}], events: [{}], \
         view: View(lane_order: [{}]))",
        entities.join(","),
        events.join(","),
        order.join(",")
    )
}

/// The picture as it is printed without colours: every pixel by its luminance (Rec. 709).
fn grey(bytes: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let channels = info.color_type.samples();
    let luminance = |pixel: &[u8]| {
        let share = |at: usize, part: u32| u32::from(pixel[at]) * part;
        ((share(0, 2126) + share(1, 7152) + share(2, 722)) / 10_000) as u8
    };
    let grey: Vec<u8> = pixels[..info.buffer_size()].chunks(channels).map(luminance).collect();
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, info.width, info.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&grey).unwrap();
    written
}

fn compare(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("dates-{name}.png"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, bytes).unwrap();
        return;
    }
    let known = std::fs::read(&path).unwrap_or_default();
    if known != bytes {
        let aside = path.with_extension("new.png");
        std::fs::write(&aside, bytes).unwrap();
        panic!("{} is not what it was; the new picture lies beside it", path.display());
    }
}

#[test]
fn each_kind_of_date_looks_as_it_did_in_light_dark_and_grey() {
    let case = rodedraad::file::read(case().as_bytes()).unwrap().case;
    let words = Words::new(Language::English);
    let drawn = scene(&case, View::Timeline, vec2(900.0, 620.0), Some(span("2020-06/2021-03-05")), &words);
    let png = |theme| picture(&drawn, theme, &Caption::default(), Format::Png, 1.0).unwrap().bytes;
    let light = png(Theme::light());
    compare("light", &light);
    compare("dark", &png(Theme::dark()));
    compare("grey", &grey(&light));
}
