//! The program in a window that is not there: frames are run and turned into triangles, and no device is needed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2,
    ViewportId,
};
use rodedraad::app::command::Command;
use rodedraad::app::settings::Settings;
use rodedraad::ui::app::{App, Start};
use rodedraad::ui::settings_file::Store;

/// Size of the window in points.
pub const SIZE: Vec2 = Vec2::new(1280.0, 720.0);
/// Seconds from one frame to the next while something moves.
const FRAME: f64 = 1.0 / 60.0;
/// How long nothing must be asked for before the program is taken to be at rest.
const QUIET: Duration = Duration::from_secs(1);
/// A program that is not at rest after so long never is.
const PATIENCE: Duration = Duration::from_mins(1);

/// The window.
pub struct Window {
    context: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
    /// A worker asked for a frame.
    woken: Arc<AtomicBool>,
    /// The last frame asked for another after so long.
    next: Duration,
}

impl Window {
    /// Opens the window.
    pub fn new(start: Start) -> Self {
        let context = Context::default();
        let app = App::with_settings(&context, Settings::default(), Store::default(), start).expect("threads start");
        let woken = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&woken);
        let drawing = std::thread::current().id();
        context.set_request_repaint_callback(move |_| {
            // What drawing itself asks for is told at the end of the frame.
            if std::thread::current().id() != drawing {
                flag.store(true, Ordering::SeqCst);
            }
        });
        Self { context, app, frame: eframe::Frame::_new_kittest(), time: 0.0, woken, next: Duration::ZERO }
    }

    /// The program.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Sends a command as a view would.
    pub fn send(&mut self, command: Command) {
        self.app.send(command);
        self.next = Duration::ZERO;
    }

    /// One frame in which this happens. Gives what it cost, triangles included.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += FRAME;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let since = Instant::now();
        let Self { context, app, frame, .. } = self;
        let mut output = context.run_ui(input, |ui| {
            app.logic(ui.ctx(), frame);
            app.ui(ui, frame);
        });
        let triangles = context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let cost = since.elapsed();
        assert!(!triangles.is_empty(), "something is drawn");
        self.next = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |output| output.repaint_delay);
        output.drop_without_applying_deltas();
        cost
    }

    /// Runs frames as long as any are asked for. Gives their number.
    pub fn settle(&mut self) -> usize {
        let begin = Instant::now();
        let mut quiet_since = Instant::now();
        let mut frames = 0;
        while quiet_since.elapsed() < QUIET && begin.elapsed() < PATIENCE {
            let is_woken = self.woken.swap(false, Ordering::SeqCst);
            if is_woken || self.next < QUIET {
                self.time += if is_woken { 0.0 } else { self.next.as_secs_f64() };
                self.frame(Vec::new());
                frames += 1;
                quiet_since = Instant::now();
            } else {
                if !self.app.is_idle() {
                    quiet_since = Instant::now();
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        frames
    }

    /// How many frames are asked for while so many seconds pass in which nobody touches anything.
    pub fn frames_asked_for(&mut self, seconds: f64) -> usize {
        let end = self.time + seconds;
        let mut frames = 0;
        loop {
            let is_woken = self.woken.swap(false, Ordering::SeqCst);
            let at = self.time + if is_woken { 0.0 } else { self.next.as_secs_f64() };
            if at >= end {
                return frames;
            }
            self.time = at;
            self.frame(Vec::new());
            frames += 1;
        }
    }
}

/// The pointer comes here.
pub fn moved(to: Pos2) -> Event {
    Event::PointerMoved(to)
}

/// The middle button goes down, or up.
pub fn middle(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Middle, pressed, modifiers: Modifiers::default() }
}

/// The wheel turns with Ctrl held, which zooms in both views.
pub fn zoomed(lines: f32) -> Event {
    let delta = Vec2::new(0.0, lines);
    let (phase, source) = (TouchPhase::Move, MouseWheelSource::Unknown);
    Event::MouseWheel { unit: MouseWheelUnit::Line, delta, source, phase, modifiers: Modifiers::COMMAND }
}
