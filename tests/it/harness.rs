//! The whole window in memory, with verbs that a user would use. What a user sees of it is in [`seen`].

mod seen;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use crate::found::{Found, texts_in};
use crate::found::{found_in, name_of};
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Vec2, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::examples::Example;
use rodedraad::app::settings::{Settings, ThemeChoice};
use rodedraad::jobs::starts::Starts;
use rodedraad::locale::Language;
use rodedraad::model::time::{Calendar, Span, When};
use rodedraad::ui::app::{App, Start};
use rodedraad::ui::device::Rescue;
use rodedraad::ui::settings_file::Store;

/// Workers get so long before a test gives up on them; on a machine at rest they need a hundredth of it.
const PATIENCE: Duration = Duration::from_mins(10);

/// More frames in a row than any movement needs: then something repaints for ever.
const MOST_FRAMES: usize = 60;

/// The program in a window that is never shown.
pub struct Window {
    harness: Harness<'static, App>,
    title: String,
    copied: Vec<String>,
    was_closed: bool,
    close_refused: bool,
}

/// How a window is opened.
pub struct Opening {
    pub start: Start,
    pub language: Language,
    pub theme: ThemeChoice,
    pub size: Vec2,
    pub scale: f32,
    pub recent: Vec<PathBuf>,
    pub data: Option<PathBuf>,
    pub rescue: Rescue,
}

impl Opening {
    pub fn of(start: Start) -> Self {
        Self {
            start,
            language: Language::English,
            theme: ThemeChoice::Light,
            size: Vec2::new(1280.0, 720.0),
            scale: 1.0,
            recent: Vec::new(),
            data: None,
            rescue: Rescue::default(),
        }
    }

    pub fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    pub fn theme(self, theme: ThemeChoice) -> Self {
        Self { theme, ..self }
    }

    pub fn size(self, width: f32, height: f32) -> Self {
        Self { size: Vec2::new(width, height), ..self }
    }

    pub fn scale(self, scale: f32) -> Self {
        Self { scale, ..self }
    }

    pub fn recent(self, recent: Vec<PathBuf>) -> Self {
        Self { recent, ..self }
    }

    /// Keeps journals in this folder, and counts starts.
    pub fn data(self, data: &Path) -> Self {
        Self { data: Some(data.to_owned()), ..self }
    }

    /// Goes on with what a window that lost its device left there.
    pub fn rescue(self, rescue: &Rescue) -> Self {
        Self { rescue: Rescue::clone(rescue), ..self }
    }

    /// Opens the window and waits until it has come to rest.
    pub fn open(self) -> Window {
        let settings = Settings {
            language: Some(self.language.code().to_owned()),
            theme: self.theme,
            recent: self.recent,
            ..Settings::default()
        };
        let (start, data, rescue) = (self.start, self.data, self.rescue);
        let harness = Harness::builder()
            .with_size(self.size)
            .with_pixels_per_point(self.scale)
            .with_render_cursor(false)
            .build_eframe(move |cx| {
                let app = App::with_settings(&cx.egui_ctx, settings, Store::default(), start);
                let app = app.expect("threads can be started").with_path_fields();
                let app = match data {
                    Some(data) => app.with_data(&cx.egui_ctx, &data, Some(Starts::begin(data.join("starts")))),
                    None => app,
                };
                app.with_rescue(&cx.egui_ctx, rescue)
            });
        // The title that was given in the first frame is gone by now; all later ones are taken from the commands.
        let title = harness.state().workspace().title();
        let mut window = Window { harness, title, copied: Vec::new(), was_closed: false, close_refused: false };
        window.settle();
        window
    }
}

/// The first example in English.
pub const LEMONT: Example = Example::LemontArgus(Language::English);

/// Opens the first example in English, light, 1280×720.
pub fn open_example() -> Window {
    Opening::of(Start::Example(LEMONT)).open()
}

/// Opens the second example.
pub fn open_crypto_phones() -> Window {
    Opening::of(Start::Example(Example::CryptoPhones)).open()
}

/// Ctrl held.
pub fn ctrl(key: Key) -> (Modifiers, Key) {
    (Modifiers::COMMAND | Modifiers::CTRL, key)
}

/// Ctrl and Shift held.
pub fn ctrl_shift(key: Key) -> (Modifiers, Key) {
    (Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT, key)
}

/// The key alone.
pub fn plain(key: Key) -> (Modifiers, Key) {
    (Modifiers::NONE, key)
}

/// The window between these dates, in the zone of the examples.
pub fn span(text: &str) -> Span {
    let calendar = Calendar::named("Europe/Amsterdam").expect("the zones are built in");
    When::parse(text, &calendar, None).expect("a date").outer()
}

impl Window {
    /// One frame with these events.
    pub fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
        let output = self.harness.output();
        for command in &output.viewport_output[&ViewportId::ROOT].commands {
            match command {
                ViewportCommand::Title(title) => self.title.clone_from(title),
                ViewportCommand::Close => self.was_closed = true,
                ViewportCommand::CancelClose => self.close_refused = true,
                _ => {}
            }
        }
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied.push(text.clone());
            }
        }
    }

    /// Whether the frame just drawn asks for another one at once.
    pub fn wants_another_frame(&self) -> bool {
        self.repaint_delay().is_zero()
    }

    /// When the window asks to be drawn again.
    pub fn repaint_delay(&self) -> Duration {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    }

    /// Draws frames until no worker is at work and nothing moves. Gives the number of frames.
    #[track_caller]
    pub fn settle(&mut self) -> usize {
        let deadline = Instant::now() + PATIENCE;
        let mut frames = 0;
        let mut in_a_row = 0;
        loop {
            self.frame([]);
            frames += 1;
            if !self.harness.state().is_idle() {
                assert!(Instant::now() < deadline, "the workers did not come to an end");
                in_a_row = 0;
                std::thread::sleep(Duration::from_millis(1));
            } else if self.wants_another_frame() {
                in_a_row += 1;
                let causes = self.harness.ctx.repaint_causes();
                assert!(in_a_row < MOST_FRAMES, "the window does not come to rest: {causes:?}");
            } else {
                break;
            }
        }
        self.harness.check_accessibility();
        self.assert_no_clash();
        frames
    }

    /// The toolkit paints a warning where two widgets have the same id.
    #[track_caller]
    fn assert_no_clash(&self) {
        for clipped in &self.harness.output().shapes {
            for text in texts_in(&clipped.shape) {
                let is_clash = text.contains("First use of") || text.contains("Second use of");
                assert!(!is_clash, "two things have one id: {text}");
            }
        }
    }

    /// Presses and releases a key, and waits until all is at rest.
    #[track_caller]
    pub fn press(&mut self, key: (Modifiers, Key)) {
        self.strike(key);
        self.settle();
    }

    /// Presses and releases a key in two frames, and waits for nothing.
    pub fn strike(&mut self, (modifiers, key): (Modifiers, Key)) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame([Event::ModifiersChanged(modifiers), event(true)]);
        self.frame([event(false), Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// Types text, letter by letter.
    #[track_caller]
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.frame([Event::Text(letter.to_string())]);
        }
        self.settle();
    }

    /// Runs a command by its name, through the palette, as a user without a pointer would.
    #[track_caller]
    pub fn run(&mut self, command: UiCommand) {
        let name = self.word(command.key());
        self.press(ctrl(Key::K));
        self.type_text(&name);
        self.press(plain(Key::Enter));
    }

    /// Sends a command as a view would.
    #[track_caller]
    pub fn send(&mut self, command: Command) {
        self.harness.state_mut().send(command);
        self.settle();
    }

    /// Finds a thing by its name and goes there, by keyboard.
    #[track_caller]
    pub fn select(&mut self, name: &str) {
        self.press(ctrl(Key::F));
        self.type_text(name);
        self.press(plain(Key::Enter));
        assert_eq!(self.lead_name().as_deref(), Some(name), "found and selected");
    }

    /// Types a time window.
    #[track_caller]
    pub fn narrow(&mut self, window: &str) {
        self.press(ctrl(Key::T));
        self.type_text(window);
        self.press(plain(Key::Enter));
        assert_eq!(self.workspace().window(), Some(span(window)));
    }

    /// Moves the pointer.
    #[track_caller]
    pub fn point_at(&mut self, at: Pos2) {
        self.frame([Event::PointerMoved(at)]);
        self.settle();
    }

    /// Takes the pointer out of the window.
    #[track_caller]
    pub fn take_pointer_away(&mut self) {
        self.frame([Event::PointerGone]);
        self.settle();
    }

    /// Presses and releases the main button of the mouse.
    #[track_caller]
    pub fn click_at(&mut self, pos: Pos2) {
        let event =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.frame([Event::PointerMoved(pos)]);
        self.frame([event(true)]);
        self.frame([event(false)]);
        self.settle();
    }

    /// Clicks with the secondary button.
    pub fn right_click_at(&mut self, pos: Pos2) {
        let button = PointerButton::Secondary;
        let event = |pressed| Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
        self.frame([Event::PointerMoved(pos)]);
        self.frame([event(true)]);
        self.frame([event(false)]);
        self.settle();
    }

    /// Clicks what has this name.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        let found = self.get(name);
        assert!(!found.disabled, "{name} is greyed out");
        self.click_at(found.rect.center());
    }

    /// Clicks twice.
    #[track_caller]
    pub fn double_click_at(&mut self, pos: Pos2) {
        let event =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.frame([Event::PointerMoved(pos)]);
        self.frame([event(true), event(false), event(true), event(false)]);
        self.settle();
    }

    /// Presses a button as a screen reader does, wherever it is scrolled to.
    #[track_caller]
    pub fn press_button(&mut self, name: &str) {
        let found = self.all(name).into_iter().find(|found| found.clickable);
        let found = found.unwrap_or_else(|| panic!("no button is called {name:?}: {:#?}", self.names()));
        assert!(!found.disabled, "{name} is greyed out");
        self.act(&found, egui::accesskit::Action::Click);
    }

    /// Presses a painted mark as a screen reader does.
    #[track_caller]
    pub fn press_mark(&mut self, mark: &Found) {
        self.act(mark, egui::accesskit::Action::Click);
    }

    /// Moves the keyboard on, waiting for nothing but what that takes.
    pub fn tab(&mut self) {
        self.strike((Modifiers::NONE, Key::Tab));
    }

    /// Gives the keyboard to what has this name.
    #[track_caller]
    pub fn focus(&mut self, name: &str) {
        let found = self.all(name).into_iter().find(|found| found.focusable);
        let found = found.unwrap_or_else(|| panic!("nothing that takes the keyboard is called {name:?}"));
        self.act(&found, egui::accesskit::Action::Focus);
        assert_eq!(self.focused().map(|found| found.name).as_deref(), Some(name));
    }

    #[track_caller]
    fn act(&mut self, found: &Found, action: egui::accesskit::Action) {
        let (target_node, target_tree) = found.place;
        let request = egui::accesskit::ActionRequest { action, target_node, target_tree, data: None };
        self.frame([Event::AccessKitActionRequest(request)]);
        self.settle();
    }

    /// Drags with the main button.
    #[track_caller]
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(Modifiers::NONE, from, to);
    }

    /// The same with keys held.
    #[track_caller]
    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        self.frame([Event::ModifiersChanged(modifiers)]);
        let event = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
        self.frame([Event::PointerMoved(from)]);
        self.frame([event(from, true)]);
        for step in 1..=8 {
            self.frame([Event::PointerMoved(from.lerp(to, step as f32 / 8.0))]);
        }
        self.frame([event(to, false)]);
        self.frame([Event::ModifiersChanged(Modifiers::NONE)]);
        self.frame([Event::PointerGone]);
        self.settle();
    }

    /// Lets a file fall onto the window.
    #[track_caller]
    pub fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.settle();
    }

    /// Another program comes to the front, then this one again.
    #[track_caller]
    pub fn look_away_and_back(&mut self) {
        for focused in [false, true] {
            self.harness.input_mut().focused = focused;
            self.settle();
        }
    }

    /// The window system asks the window to close. Gives whether the window lets it.
    #[track_caller]
    pub fn ask_to_close(&mut self) -> bool {
        self.close_refused = false;
        let viewport = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.frame([]);
        let viewport = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.clear();
        self.settle();
        !self.close_refused
    }

    /// Makes the window larger or smaller.
    #[track_caller]
    pub fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(Vec2::new(width, height));
        self.settle();
    }

    /// Lets time pass in steps of a quarter of a second without any input. Gives the number of steps after which the
    /// window had asked for a frame at once.
    pub fn wait_seconds(&mut self, seconds: f64) -> usize {
        let steps = (seconds * 4.0).ceil() as usize;
        let mut asked = 0;
        for _ in 0..steps {
            self.frame([]);
            asked += usize::from(self.wants_another_frame());
        }
        asked
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
