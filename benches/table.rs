//! The table at any scale: finding and sorting its rows (a job), and one frame of scrolling, hovering and walking. Frames
//! are run and turned into triangles; no device is needed.
//!
//! `cargo bench --bench table [-- S|M|L]`

mod support;

#[path = "support/stage.rs"]
mod stage;

use std::time::Duration;

use egui::{Event, Key, Modifiers, Pos2};
use rodedraad::app::command::Command;
use rodedraad::app::table::{Column, Sheet, Shown};
use rodedraad::model::Case;
use stage::{Panes, SIZE, Stage, button, tell, wheel};
use support::{maker, wanted_size};

/// Frames of each kind.
const FRAMES: usize = 60;

fn main() {
    let size = wanted_size();
    let case = Case::new(maker::parts(size));
    println!("{}: {} entities, {} links, {} events", size.name, size.entities, size.links, size.events);
    let mut stage = Stage::new(case);
    for sheet in [Sheet::Links, Sheet::Events, Sheet::Entities] {
        stage.table.turn_to(sheet);
        stage.work_off(Panes::Table);
        let rows = stage.table.rows().len();
        let sorts: &[Column] = match sheet {
            Sheet::Links => &[Column::From, Column::When],
            _ => &[Column::Name, Column::When],
        };
        for sort in sorts {
            println!("{rows} rows, sorted by {}:", sort.word());
            let shown = Shown { sort: Some(sort.word()), ..Shown::default() };
            stage.commands.send(Command::Table(sheet, shown));
            stage.work_off(Panes::Table);
        }
        frames(&mut stage, rows);
    }
}

fn frames(stage: &mut Stage, rows: usize) {
    let at = Pos2::new(SIZE.x / 2.0, SIZE.y / 2.0);
    let frame = |stage: &mut Stage, events: Vec<Event>| stage.frame(events, Panes::Table);
    frame(stage, vec![Event::PointerMoved(at)]);
    print!("one frame of {rows} rows:");
    let scroll: Vec<Duration> = (0..FRAMES).map(|_| frame(stage, vec![wheel(-400.0, Modifiers::NONE)])).collect();
    tell("scroll", &scroll);
    let hover: Vec<Duration> = (0..FRAMES)
        .map(|step| frame(stage, vec![Event::PointerMoved(at + egui::vec2(0.0, (step % 20) as f32 * 10.0))]))
        .collect();
    tell("hover", &hover);
    for pressed in [true, false] {
        frame(stage, vec![button(egui::PointerButton::Primary, at, pressed)]);
    }
    let key = |key: Key, pressed: bool| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let walk: Vec<Duration> = (0..FRAMES)
        .map(|step| {
            let key_of = if step % 2 == 0 { Key::End } else { Key::Home };
            frame(stage, vec![key(key_of, true), key(key_of, false)])
        })
        .collect();
    tell("from end to end", &walk);
    println!();
}
