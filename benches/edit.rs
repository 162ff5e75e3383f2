//! One edit at any scale, from the command to the frame that shows it: what the user waits for. Frames are run and turned
//! into triangles; no device is needed.
//!
//! `cargo bench --bench edit [-- S|M|L]`

mod support;

#[path = "support/stage.rs"]
mod stage;

use std::time::{Duration, Instant};

use rodedraad::app::command::Command;
use rodedraad::app::history::Label;
use rodedraad::model::Case;
use rodedraad::model::change::Change;
use rodedraad::model::edit::Edit;
use rodedraad::model::entity::Entity;
use rodedraad::model::event::Event;
use rodedraad::model::link::Link;
use rodedraad::model::piece::Piece;
use rodedraad::model::time::When;
use stage::{Panes, Stage, button, tell, wheel};
use support::{maker, wanted_size};

/// Edits of each kind.
const EDITS: usize = 15;

fn main() {
    let size = wanted_size();
    let case = Case::new(maker::parts(size));
    println!("{}: {} entities, {} links, {} events", size.name, size.entities, size.links, size.events);
    let (a, b) = (case.entities()[3].id.clone(), case.entities()[9].id.clone());
    let (entity, event) = (case.entities()[7].clone(), case.events()[5].clone());
    let calendar = case.calendar().clone();
    let mut stage = Stage::new(case);
    // The pointer rests on the network, zoomed in a little: what is under it is looked for in each frame.
    let at = egui::pos2(640.0, 150.0);
    stage.frame(vec![egui::Event::PointerMoved(at), wheel(60.0, egui::Modifiers::NONE)], Panes::All);
    for pressed in [true, false] {
        stage.frame(vec![button(egui::PointerButton::Primary, at, pressed)], Panes::All);
    }
    stage.work_off(Panes::All);
    let kinds: [(&str, &dyn Fn(usize) -> Edit); 7] = [
        ("pin", &|at| Edit::Pin { id: a.clone(), at: Some((at as f64, 1.0)) }),
        ("rename", &|at| rename(&entity, at)),
        ("date", &|at| {
            let day = format!("2021-03-{:02}", at + 1);
            let other = Event { when: When::parse(&day, &calendar, None).ok(), ..event.clone() };
            Edit::Change(Box::new(Change::put([Piece::Event(other)])))
        }),
        ("new event", &|at| {
            let event = Event { title: format!("New {at}"), ..Event::new(id("newevent", at)) };
            Edit::Change(Box::new(Change::put([Piece::Event(event)])))
        }),
        ("delete", &|at| Edit::Change(Box::new(Change::remove([id("newevent", at)])))),
        ("new entity", &|at| {
            let entity = Entity { name: format!("New {at}"), kind: "person".into(), ..Entity::new(id("new", at)) };
            Edit::Change(Box::new(Change::put([Piece::Entity(entity)])))
        }),
        ("new link", &|at| {
            let link = Link { relation: "knows".into(), ..Link::new(id("newlink", at), a.clone(), b.clone()) };
            Edit::Change(Box::new(Change::put([Piece::Link(link)])))
        }),
    ];
    for (name, edit) in kinds {
        let times: Vec<Duration> = (0..EDITS)
            .map(|at| {
                let label = Label { key: "edit-change", name: String::new() };
                let command = Command::Edit(label, edit(at));
                let since = Instant::now();
                stage.commands.send(command);
                stage.frame(Vec::new(), Panes::All);
                let taken = since.elapsed();
                stage.work_off(Panes::All);
                taken
            })
            .collect();
        tell(name, &times);
    }
    println!();
}

fn id(word: &str, at: usize) -> rodedraad::model::Id {
    format!("{word}-{at}").as_str().into()
}

fn rename(entity: &Entity, at: usize) -> Edit {
    let other = Entity { name: format!("Renamed {at}"), ..entity.clone() };
    Edit::Change(Box::new(Change::put([Piece::Entity(other)])))
}
