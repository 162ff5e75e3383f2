//! The timeline at any scale: what its columns and lanes cost to make, one frame of pan, zoom and hover, and a moved
//! window with counters and lists that follow. Frames are run and turned into triangles; no device is needed.
//!
//! `cargo bench --bench timeline [-- S|M|L]`

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2,
};
use rodedraad::app::command::Command;
use rodedraad::app::document::{Document, Origin};
use rodedraad::app::effect::ViewRequest;
use rodedraad::app::examples::Example;
use rodedraad::app::settings::Settings;
use rodedraad::app::workspace::Workspace;
use rodedraad::base::cancel::Cancel;
use rodedraad::file;
use rodedraad::jobs::workers::Work as _;
use rodedraad::locale::Language;
use rodedraad::model::Case;
use rodedraad::model::answers::Answers;
use rodedraad::model::dates::Dates;
use rodedraad::model::time::{Span, Stamp};
use rodedraad::model::time_index::TimeIndex;
use rodedraad::scene::Theme;
use rodedraad::ui::cx::{Commands, ViewCx};
use rodedraad::ui::fonts;
use rodedraad::ui::outline::{OutlineState, outline_ui};
use rodedraad::ui::status::status_ui;
use rodedraad::ui::views::timeline::TimelineView;
use rodedraad::ui::work::Reply;
use support::{is_measuring, maker, median, milliseconds, wanted_size};

/// Size of the window in points.
const SIZE: Vec2 = Vec2::new(1280.0, 720.0);
/// Frames of each kind.
const FRAMES: usize = 60;
/// From one frame to the next, in seconds.
const FRAME: f64 = 1.0 / 60.0;

fn main() {
    let size = wanted_size();
    let case = Case::new(maker::parts(size));
    println!("{}: {} entities, {} links, {} events", size.name, size.entities, size.links, size.events);
    let (index, took) = timed(|| TimeIndex::new(&case, &Dates::default()));
    println!("columns of all dates: {:.0} ms", milliseconds(took));
    let window = Span::new(Stamp(1_600_000_000_000), Stamp(1_610_000_000_000));
    let times: Vec<Duration> = (0..9).map(|_| timed(|| Answers::of_index(&index, Some(window))).1).collect();
    println!("answers to one window: {:.1} ms", milliseconds(median(&times)));
    drop(index);
    let text = file::write(&case);
    let mut stage = Stage::new(case);
    for share in [1.0, 0.1, 0.001] {
        stage.frames(share);
    }
    stage.moved_window();
    drop(stage);
    rendered(&text);
}

/// Draws the timeline of the case with the program itself, reading included.
fn rendered(text: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (case, picture) = (folder.path().join("case.ron"), folder.path().join("timeline.svg"));
    std::fs::write(&case, text).expect("room for the case");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_rodedraad"));
    program.arg("render").arg(&case).args(["--view", "timeline", "-o"]).arg(&picture);
    let (status, took) = timed(|| program.status().expect("the program runs"));
    assert!(status.success(), "{status}");
    println!("render --view timeline, {:.0} MB read: {:.1} s", text.len() as f64 / 1e6, took.as_secs_f64());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let since = Instant::now();
    let value = work();
    (black_box(value), since.elapsed())
}

/// The pane of the timeline with outline and status line, without a window.
struct Stage {
    context: Context,
    workspace: Workspace,
    timeline: TimelineView,
    outline: OutlineState,
    commands: Commands,
    time: f64,
}

impl Stage {
    fn new(case: Case) -> Self {
        let context = Context::default();
        fonts::install(&context);
        let mut workspace = Workspace::new(Settings::default());
        let (document, took) = timed(|| {
            Document::new(case, Origin::Example(Example::LemontArgus(Language::English)), Vec::new(), false, false)
        });
        println!("worked out by the job that opens the file: {:.0} ms", milliseconds(took));
        let ((), took) = timed(|| workspace.dispatch(Command::Opened(Box::new(document)), &mut Vec::new()));
        println!("opened on the thread of the window: {:.1} ms", milliseconds(took));
        let mut this = Self {
            context,
            workspace,
            timeline: TimelineView::default(),
            outline: OutlineState::default(),
            commands: Commands::default(),
            time: 0.0,
        };
        this.frame(Vec::new(), false);
        if let Some(job) = this.timeline.lanes_job() {
            let (reply, took) = timed(|| job.run(&Cancel::default()));
            println!("lanes and counts, made by a job: {:.0} ms", milliseconds(took));
            if let Reply::Lanes(number, lanes) = reply {
                println!("the counts take {:.0} MB", lanes.bytes() as f64 / 1e6);
                this.timeline.lanes_made(number, *lanes);
            }
        }
        (0..3).for_each(|_| {
            this.frame(Vec::new(), false);
        });
        this
    }

    /// One frame of the timeline alone, or with outline and status line. Gives what it cost, triangles included.
    fn frame(&mut self, events: Vec<Event>, with_lists: bool) -> Duration {
        self.time += FRAME;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let since = Instant::now();
        for (_, command) in self.commands.take() {
            let mut effects = Vec::new();
            self.workspace.dispatch(command, &mut effects);
        }
        let Self { context, workspace, timeline, outline, commands, .. } = self;
        let mut output = context.run_ui(input, |ui| {
            let cx = ViewCx { workspace, theme: Theme::light(), commands };
            if with_lists {
                egui::Panel::bottom("status").show(ui, |ui| status_ui(ui, &cx));
                egui::Panel::left("outline").show(ui, |ui| outline_ui(ui, &cx, outline));
            }
            egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
                timeline.ui(ui, &cx);
            });
        });
        let triangles = context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let cost = since.elapsed();
        assert!(!triangles.is_empty(), "something is drawn");
        output.drop_without_applying_deltas();
        cost
    }

    /// Pans, zooms and hovers where this share of the case is shown.
    fn frames(&mut self, share: f64) {
        let count = if is_measuring() { FRAMES } else { 3 };
        self.timeline.request(&ViewRequest::FitAll);
        let middle = Pos2::new(760.0, 330.0);
        self.frame(vec![Event::PointerMoved(middle)], false);
        (0..30).for_each(|_| {
            self.frame(Vec::new(), false);
        });
        // Zooms in by steps of the wheel until so much is left.
        let steps = (1.0_f64 / share).ln().round() as usize;
        for _ in 0..steps * 2 {
            self.frame(vec![wheel(50.0, Modifiers::COMMAND)], false);
        }
        (0..20).for_each(|_| {
            self.frame(Vec::new(), false);
        });
        let hover: Vec<_> = (0..count)
            .map(|at| {
                self.frame(
                    vec![Event::PointerMoved(middle + Vec2::new(at as f32 * 7.0 % 400.0, at as f32 % 300.0))],
                    false,
                )
            })
            .collect();
        let zoom: Vec<_> = (0..count)
            .map(|at| self.frame(vec![wheel(if at % 2 == 0 { 20.0 } else { -20.0 }, Modifiers::COMMAND)], false))
            .collect();
        let scroll: Vec<_> = (0..count).map(|_| self.frame(vec![wheel(-40.0, Modifiers::NONE)], false)).collect();
        self.frame(vec![Event::PointerMoved(middle), button(middle, true)], false);
        let pan: Vec<_> = (0..count)
            .map(|at| self.frame(vec![Event::PointerMoved(middle + Vec2::new(at as f32 * 3.0, 0.0))], false))
            .collect();
        self.frame(vec![button(middle, false)], false);
        let shown = self.timeline.scene().map_or(0, |scene| scene.items.len());
        print!("one frame with {share} of the case in view ({shown} items):");
        for (what, times) in [("pan", pan), ("zoom", zoom), ("scroll", scroll), ("hover", hover)] {
            let worst = times.iter().max().copied().unwrap_or_default();
            print!("  {what} {:.1} (worst {:.1}) ms", milliseconds(median(&times)), milliseconds(worst));
        }
        println!();
    }

    /// Moves the window by a week a frame; lists and counters follow.
    fn moved_window(&mut self) {
        const WEEK: i64 = 7 * 86_400_000;
        let count = if is_measuring() { FRAMES } else { 3 };
        self.timeline.request(&ViewRequest::FitAll);
        (0..30).for_each(|_| {
            self.frame(Vec::new(), true);
        });
        let mut start = 1_500_000_000_000;
        let times: Vec<_> = (0..count)
            .map(|_| {
                start += WEEK;
                self.commands.send(Command::Window(Some(Span::new(Stamp(start), Stamp(start + 10 * WEEK)))));
                self.frame(Vec::new(), true)
            })
            .collect();
        let worst = times.iter().max().copied().unwrap_or_default();
        println!(
            "moved window, with timeline, counters and lists: {:.1} (worst {:.1}) ms",
            milliseconds(median(&times)),
            milliseconds(worst)
        );
    }
}

fn wheel(points: f32, modifiers: Modifiers) -> Event {
    let delta = Vec2::new(0.0, points);
    let (phase, source) = (TouchPhase::Move, MouseWheelSource::Unknown);
    Event::MouseWheel { unit: MouseWheelUnit::Point, delta, source, phase, modifiers }
}

fn button(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Middle, pressed, modifiers: Modifiers::default() }
}
