//! Panes of the window without a window: frames are run and turned into triangles; what the panes ask of the workers is
//! done at once.

use std::hint::black_box;
use std::time::{Duration, Instant};

use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2,
};
use rodedraad::app::command::Command;
use rodedraad::app::document::{Document, Origin};
use rodedraad::app::examples::Example;
use rodedraad::app::settings::Settings;
use rodedraad::app::workspace::Workspace;
use rodedraad::jobs::workers::{Watched, Work as _};
use rodedraad::locale::Language;
use rodedraad::model::Case;
use rodedraad::scene::Theme;
use rodedraad::ui::cx::{Commands, Headway, ViewCx};
use rodedraad::ui::outline::{OutlineState, outline_ui};
use rodedraad::ui::status::status_ui;
use rodedraad::ui::views::network::NetworkView;
use rodedraad::ui::views::table::TableView;
use rodedraad::ui::views::timeline::TimelineView;
use rodedraad::ui::work::{Job, Reply};
use rodedraad::ui::{fonts, textures};

use crate::support::{median, milliseconds};

/// Size of the panes together, in points.
pub const SIZE: Vec2 = Vec2::new(1280.0, 720.0);
/// From one frame to the next, in seconds.
const FRAME: f64 = 1.0 / 60.0;

/// Which panes are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panes {
    /// The timeline alone.
    Timeline,
    /// The network alone.
    Network,
    /// The table alone.
    Table,
    /// Network above timeline, with outline and status line.
    All,
}

impl Panes {
    /// All that there are, and whether the network is among what is drawn.
    const ALL: [(Self, bool); 4] =
        [(Self::Timeline, false), (Self::Network, true), (Self::Table, false), (Self::All, true)];

    fn with_network(self) -> bool {
        Self::ALL.contains(&(self, true))
    }
}

/// The panes.
pub struct Stage {
    context: Context,
    pub workspace: Workspace,
    pub timeline: TimelineView,
    pub network: NetworkView,
    pub table: TableView,
    outline: OutlineState,
    pub commands: Commands,
    time: f64,
    /// The network was drawn.
    with_network: bool,
}

impl Stage {
    /// With this case open.
    pub fn new(case: Case) -> Self {
        let context = Context::default();
        fonts::install(&context);
        let mut workspace = Workspace::new(Settings::default());
        let origin = Origin::Example(Example::LemontArgus(Language::English));
        let (document, took) = timed(|| Document::new(case, origin, Vec::new(), false, false));
        println!("worked out by the job that opens the file: {:.0} ms", milliseconds(took));
        let ((), took) = timed(|| workspace.dispatch(Command::Opened(Box::new(document)), &mut Vec::new()));
        println!("opened on the thread of the window: {:.1} ms", milliseconds(took));
        Self {
            context,
            workspace,
            timeline: TimelineView::default(),
            network: NetworkView::default(),
            table: TableView::default(),
            outline: OutlineState::default(),
            commands: Commands::default(),
            time: 0.0,
            with_network: false,
        }
    }

    /// One frame. Gives what it cost, triangles included.
    pub fn frame(&mut self, events: Vec<Event>, panes: Panes) -> Duration {
        self.time += FRAME;
        self.with_network |= panes.with_network();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            max_texture_side: Some(8_192),
            focused: true,
            events,
            ..RawInput::default()
        };
        let since = Instant::now();
        for (_, command) in self.commands.take() {
            self.workspace.dispatch(command, &mut Vec::new());
        }
        let Self { context, workspace, timeline, network, table, outline, commands, .. } = self;
        let mut output = context.run_ui(input, |ui| {
            let cx = ViewCx { workspace, theme: Theme::light(), commands, headway: Headway::default() };
            if panes == Panes::All {
                egui::Panel::bottom("status").show(ui, |ui| status_ui(ui, &cx));
                egui::Panel::left("outline").show(ui, |ui| outline_ui(ui, &cx, outline));
                egui::Panel::top("network").exact_size(300.0).show(ui, |ui| network.ui(ui, &cx));
            }
            egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| match panes {
                Panes::Network => network.ui(ui, &cx),
                Panes::Table => table.ui(ui, &cx),
                Panes::Timeline | Panes::All => timeline.ui(ui, &cx),
            });
        });
        let triangles = context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let cost = since.elapsed();
        assert!(!triangles.is_empty(), "something is drawn");
        output.drop_without_applying_deltas();
        cost
    }

    /// So many frames in which nothing happens.
    pub fn rest(&mut self, frames: usize, panes: Panes) {
        (0..frames).for_each(|_| {
            self.frame(Vec::new(), panes);
        });
    }

    /// Does all that the panes ask of the workers, and tells what took how long.
    pub fn work_off(&mut self, panes: Panes) {
        // Long enough for a hand to be at rest.
        self.rest(12, panes);
        while let Some(job) = self.due() {
            let name = match &job {
                Job::Layout(..) => "network arranged",
                Job::Plane(..) => "network put into columns",
                Job::Cloud(..) => "network drawn",
                Job::Lanes(..) => "lanes and counts made",
                Job::Table(..) => "rows found and sorted",
                _ => "something else",
            };
            let (reply, took) = timed(|| job.run(&Watched::default(), &|_| {}));
            println!("{name}, by a job: {:.0} ms", milliseconds(took));
            match reply {
                Reply::Layout(key, layout, is_at_rest) => self.network.arranged(key, layout, is_at_rest),
                Reply::Plane(key, plane) => self.network.plane_made(key, plane),
                Reply::Cloud(number, cloud, image) => {
                    textures::keep(&self.context, &cloud.pixels, *image);
                    self.network.large.drawn(number, *cloud);
                }
                Reply::Lanes(number, lanes) => {
                    println!("the counts take {:.0} MB", lanes.bytes() as f64 / 1e6);
                    self.timeline.lanes_made(number, *lanes);
                }
                Reply::Table(number, rows) => self.table.found(number, rows),
                _ => {}
            }
            self.rest(12, panes);
        }
    }

    fn due(&mut self) -> Option<Job> {
        let cx = ViewCx {
            workspace: &self.workspace,
            theme: Theme::light(),
            commands: &self.commands,
            headway: Headway::default(),
        };
        let of_network = if self.with_network { self.network.layout_job(&cx) } else { None };
        of_network
            .or_else(|| self.network.large.job())
            .or_else(|| self.timeline.lanes_job())
            .or_else(|| self.table.job())
    }
}

/// What came of some work, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let since = Instant::now();
    let value = work();
    (black_box(value), since.elapsed())
}

/// The wheel turns.
pub fn wheel(points: f32, modifiers: Modifiers) -> Event {
    let delta = Vec2::new(0.0, points);
    let (phase, source) = (TouchPhase::Move, MouseWheelSource::Unknown);
    Event::MouseWheel { unit: MouseWheelUnit::Point, delta, source, phase, modifiers }
}

/// A button goes down, or up.
pub fn button(button: PointerButton, at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::default() }
}

/// Prints the middle and the worst of some times after some words.
pub fn tell(what: &str, times: &[Duration]) {
    let worst = times.iter().max().copied().unwrap_or_default();
    print!("  {what} {:.1} (worst {:.1}) ms", milliseconds(median(times)), milliseconds(worst));
}
