//! The program as a window: replies and commands in, effects out, then the picture.

mod rescue;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::{App as EframeApp, CreationContext, Frame};
use egui::{Context, Ui, ViewportCommand};

use crate::app::command::Command;
use crate::app::document::{Document, Replacing};
use crate::app::effect::{Effect, Picture, ViewRequest};
use crate::app::examples::Example;
use crate::app::safety::JournalNote;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::workspace::{Modal, Notice, Strip, Workspace};
use crate::jobs::starts::Starts;
use crate::jobs::workers::Workers;
use crate::locale::Language;
use crate::scene::theme::Theme;
use crate::ui::cx::{Commands, Headway, ViewCx};
use crate::ui::device::{Rescue, Watch};
use crate::ui::dialogs::{Answer, Dialogs, Purpose};
use crate::ui::keyboard::send_shortcuts;
use crate::ui::safety::{Safety, me};
use crate::ui::shell::Shell;
use crate::ui::textures;
use crate::ui::trace::Trace;
use crate::ui::views::timeline::TimelineView;
use crate::ui::work::{Job, Reply, Slot};
use crate::ui::{settings_file, theme, work};

/// The program. A new feature adds to one of these parts, never to this list.
pub struct App {
    workspace: Workspace,
    shell: Shell,
    commands: Commands,
    workers: Workers<Job>,
    dialogs: Dialogs,
    theme: &'static Theme,
    looks: Looks,
    store: settings_file::Store,
    trace: Option<Trace>,
    device: Watch,
    rescue: Rescue,
    safety: Safety,
}

/// What of the settings the window wears now; set anew only when it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Looks {
    theme: Option<bool>,
    percent: u16,
    playing_since: Option<f64>,
    was_focused: bool,
    may_close: bool,
    is_lost: bool,
    path_fields: bool,
}

/// After so many frames a start did not fail.
const SETTLED_AFTER: u64 = 3;

/// While long work goes on, what it tells is shown anew so often.
const HEADWAY: Duration = Duration::from_millis(250);

/// How often each thing was worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Made {
    pub layouts: u64,
    pub network_pictures: u64,
    pub timeline_pictures: u64,
}

/// What a window begins with.
#[derive(Debug, Default)]
pub struct Opening {
    /// What to show first.
    pub start: Start,
    /// A language instead of the one that was chosen before.
    pub language: Option<Language>,
    /// What the window before held, and where this one leaves what it holds, if the device is lost.
    pub rescue: Rescue,
    /// For trying: the device is destroyed after this time.
    pub lose_device: Option<Duration>,
    /// The user's own folder for journals.
    pub data: Option<PathBuf>,
    /// Starts that failed.
    pub starts: Option<Starts>,
}

/// What to show first.
#[derive(Clone, Debug, Default)]
pub enum Start {
    /// The welcome screen.
    #[default]
    Welcome,
    /// A file.
    File(PathBuf),
    /// A built-in case; read before the first frame, so that tests see it at once.
    Example(Example),
}

impl App {
    /// Makes the program with the user's settings; with what the window before held, if that lost its device.
    pub fn new(cx: &CreationContext<'_>, opening: Opening, trace: Option<Trace>) -> std::io::Result<Self> {
        let Opening { start, language, rescue, lose_device, data, starts } = opening;
        let rescued = rescue.take();
        let is_again = rescued.is_some();
        let mut app = Self::first(cx, if is_again { Start::Welcome } else { start }, language)?;
        if let Some(data) = data.filter(|_| !is_again) {
            app = app.with_data(&cx.egui_ctx, &data, starts);
        }
        rescue.replace(rescued);
        app = app.with_rescue(&cx.egui_ctx, rescue);
        app.trace = trace;
        app.device = Watch::new(cx, lose_device.filter(|_| !is_again));
        Ok(app)
    }

    fn first(cx: &CreationContext<'_>, start: Start, language: Option<Language>) -> std::io::Result<Self> {
        let store = settings_file::Store::of_user();
        let (mut settings, damaged) = store.load();
        if let Some(language) = language {
            settings.language = Some(language.code().to_owned());
        }
        let app = Self::with_settings(&cx.egui_ctx, settings, store, start)?;
        if let Some(kept) = damaged {
            app.commands.send(Command::Notify(Notice::with(
                "notice-settings-reset",
                "path",
                kept.display().to_string(),
            )));
        }
        Ok(app)
    }

    /// Makes the program with these settings.
    pub fn with_settings(
        ctx: &Context,
        settings: Settings,
        store: settings_file::Store,
        start: Start,
    ) -> std::io::Result<Self> {
        crate::ui::fonts::install(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let wake = ctx.clone();
        let mut workspace = Workspace::new(settings);
        let commands = Commands::default();
        match start {
            Start::Welcome => {}
            Start::File(path) => commands.send(Command::OpenPath(path)),
            Start::Example(example) => {
                workspace.dispatch(work::open_example(example), &mut Vec::new());
            }
        }
        Ok(Self {
            shell: Shell::new(&workspace),
            workspace,
            commands,
            workers: Workers::new(move || wake.request_repaint())?,
            dialogs: Dialogs::default(),
            theme: Theme::light(),
            looks: Looks::default(),
            store,
            trace: None,
            device: Watch::default(),
            rescue: Rescue::default(),
            safety: Safety::default(),
        })
    }

    /// The state of the program, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Asks for paths in fields of the window instead of in the system's dialogs: for tests, which nobody watches.
    #[must_use]
    pub fn with_path_fields(mut self) -> Self {
        self.looks.path_fields = true;
        self
    }

    /// The timeline as it is shown.
    pub fn timeline(&self) -> &TimelineView {
        &self.shell.timeline
    }

    /// Whether no command waits and no worker is at work, so that only the user can change what is shown.
    pub fn is_idle(&self) -> bool {
        self.commands.is_empty() && self.workers.is_idle() && self.safety.is_idle()
    }

    /// How often each thing was worked out: for tests that nothing is made twice.
    pub fn made(&self) -> Made {
        Made {
            layouts: self.shell.network.layouts_asked(),
            network_pictures: self.shell.network.pictures_made(),
            timeline_pictures: self.shell.timeline.pictures_made(),
        }
    }

    /// Sends a command as a view would; carried out before the next frame.
    pub fn send(&mut self, command: Command) {
        self.commands.send(command);
    }

    /// Carries out replies, commands and effects until none is left.
    fn settle(&mut self, ctx: &Context) {
        while let Some(reply) = self.workers.reply() {
            self.receive(reply, ctx);
        }
        match self.dialogs.answer() {
            Some((Purpose::Open, Answer::Path(path))) => self.commands.send(Command::OpenPath(path)),
            Some((Purpose::Save, Answer::Path(path))) => self.commands.send(Command::SaveTo(path)),
            Some((Purpose::Picture(picture), Answer::Path(path))) => {
                self.commands.send(Command::PictureTo(picture, path));
            }
            Some((purpose, Answer::NoDialog)) => self.commands.send(Command::Show(path_field(purpose))),
            Some((Purpose::Save, Answer::PutAway)) => self.commands.send(Command::SaveAbandoned),
            Some((Purpose::Open | Purpose::Picture(_), Answer::PutAway)) | None => {}
        }
        while let Some(news) = self.safety.news() {
            self.commands.send(Command::News(news));
        }
        let mut effects = Vec::new();
        loop {
            let commands = self.commands.take();
            if commands.is_empty() && effects.is_empty() {
                break;
            }
            for (_, command) in commands {
                self.workspace.dispatch(command, &mut effects);
            }
            for effect in std::mem::take(&mut effects) {
                self.carry_out(effect, ctx);
            }
        }
        if let Some(job) = self.safety.give_back(&self.workspace) {
            self.submit(job);
        }
    }

    fn receive(&mut self, reply: Reply, ctx: &Context) {
        match reply {
            Reply::Command(command) => self.commands.send(*command),
            Reply::Nothing => {}
            Reply::Layout(key, layout, is_at_rest) => self.shell.network.arranged(key, layout, is_at_rest),
            Reply::Plane(key, plane) => self.shell.network.plane_made(key, plane),
            Reply::Cloud(number, cloud, image) => {
                textures::keep(ctx, &cloud.pixels, *image);
                self.shell.network.large.drawn(number, *cloud);
            }
            Reply::Left(found) => {
                let news = self.safety.found(found);
                self.commands.send(Command::News(news));
            }
            Reply::Recovered(left, document) => {
                for command in self.safety.recovered(*left, document.map(|document| *document)) {
                    self.commands.send(command);
                }
            }
            Reply::Held(path, asked) => {
                let (news, release) = self.safety.held(path, asked, &self.workspace);
                self.commands.send(Command::News(news));
                if let Some(job) = release {
                    self.submit(job);
                }
            }
            Reply::Table(number, rows) => self.shell.table.found(number, rows),
            Reply::Lanes(number, lanes) => self.shell.timeline.lanes_made(number, *lanes),
            Reply::Picture(Ok((path, missing))) => {
                let mut notice = Notice::with("notice-picture-saved", "path", path.display().to_string());
                notice.args.push(("missing", missing.to_string()));
                self.commands.send(Command::Notify(notice));
            }
            Reply::Picture(Err(reason)) => {
                self.commands.send(Command::Notify(Notice::with("strip-not-saved", "reason", reason)));
            }
        }
        ctx.request_repaint();
    }

    fn carry_out(&mut self, effect: Effect, ctx: &Context) {
        match effect {
            Effect::Open(path) => self.submit(Job::Open(path, self.workspace.words().clone())),
            Effect::CancelOpen => self.workers.stop(Some(Slot::Open)),
            Effect::StopLayout => {
                self.workers.stop(Some(Slot::Layout));
                self.shell.network.stopped();
            }
            Effect::OpenExample(example) => self.commands.send(work::open_example(example)),
            Effect::PickOpen => self.pick(ctx, Purpose::Open, ""),
            Effect::PickSave { name } => self.pick(ctx, Purpose::Save, &name),
            Effect::PickPicture { picture, name } => self.pick(ctx, Purpose::Picture(picture), &name),
            Effect::Save { path, text, replacing, mark, versions } => {
                let words = self.workspace.words().clone();
                self.submit(Job::Save { path, text, replacing, mark, versions, words });
            }
            Effect::WritePicture(picture, path, replacing) => self.write_picture(picture, path, replacing),
            Effect::CheckDisk(path, fingerprint) => self.submit(Job::CheckDisk(path, fingerprint)),
            Effect::ReadEdgeListAs(list, reading) => self.submit(Job::EdgeListAs(list, reading)),
            Effect::TakeEdgeList(list) => {
                self.submit(Job::EdgeListCase(list, self.workspace.words().clone()));
            }
            Effect::ReadByClock(asked) => {
                if let Some(document) = self.workspace.document() {
                    self.submit(Job::Clock(asked, document.shared_case()));
                }
            }
            Effect::FindCommunities(generation) => {
                if let Some(document) = self.workspace.document() {
                    self.submit(Job::Communities(generation, document.shared_case()));
                }
            }
            Effect::Journal(_)
            | Effect::Recover(_)
            | Effect::PutAway(_)
            | Effect::Compare(..)
            | Effect::ListVersions(_)
            | Effect::OpenVersion(_)
            | Effect::Hold(..) => self.guard(effect),
            Effect::AskClipboard => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::View(ViewRequest::FullScreen) => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Effect::View(request) => self.shell.request(&request, &mut self.workspace),
            Effect::Quit => {
                self.looks.may_close = true;
                // What is not saved is not wanted: the user was asked.
                self.safety.note(JournalNote::Close, &self.workspace);
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// What guards the work.
    fn guard(&mut self, effect: Effect) {
        let words = || self.workspace.words().clone();
        let document = self.workspace.document();
        let job = match effect {
            Effect::Journal(note) => return self.safety.note(note, &self.workspace),
            Effect::Recover(folder) => self.safety.recover(&folder),
            Effect::PutAway(folder) => self.safety.put_away(&folder),
            Effect::Compare(comparing, path) => {
                document.map(|document| Job::Compare(comparing, path, document.shared_case(), words()))
            }
            Effect::ListVersions(path) => Some(Job::ListVersions(path)),
            Effect::OpenVersion(path) => Some(Job::OpenVersion(path, words())),
            Effect::Hold(path, take_over) => (!self.safety.holds(&path)).then(|| Job::Hold(path, me(), take_over)),
            _ => None,
        };
        if let Some(job) = job {
            self.submit(job);
        }
    }

    /// Keeps journals and the count of starts in this folder.
    #[must_use]
    pub fn with_data(mut self, ctx: &Context, data: &std::path::Path, starts: Option<Starts>) -> Self {
        let (safety, commands, jobs) = Safety::new(data, ctx, starts);
        self.safety = safety;
        for command in commands {
            self.commands.send(command);
        }
        for job in jobs {
            self.submit(job);
        }
        self
    }

    /// Asks the user for a path.
    fn pick(&mut self, ctx: &Context, purpose: Purpose, name: &str) {
        let words = self.workspace.words();
        if self.looks.path_fields {
            self.commands.send(Command::Show(path_field(purpose)));
        } else {
            self.dialogs.open(ctx, purpose, name, words);
        }
    }

    fn submit(&mut self, job: Job) {
        if !self.workers.submit(job) {
            self.commands.send(Command::Notify(Notice::new("notice-busy")));
        }
    }

    fn write_picture(&mut self, which: Picture, path: PathBuf, replacing: Replacing) {
        let scene = match which {
            Picture::Network => self.shell.network.scene(),
            Picture::Timeline => self.shell.timeline.scene(),
        };
        let Some(scene) = scene else { return };
        let caption = work::caption(&self.workspace, scene);
        let scene = scene.clone();
        let case = self.workspace.document().and_then(Document::path).map(std::path::Path::to_owned);
        let words = self.workspace.words().clone();
        let (scene, theme) = (Box::new(scene), self.theme);
        self.submit(Job::Picture { which, scene, theme, path, case, replacing, caption, words });
    }

    /// Theme and text size, where they changed.
    fn dress(&mut self, ctx: &Context) {
        let settings = self.workspace.settings();
        let dark = match settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => ctx.system_theme() == Some(egui::Theme::Dark),
        };
        if self.looks.theme != Some(dark) {
            self.looks.theme = Some(dark);
            self.theme = if dark { Theme::dark() } else { Theme::light() };
            theme::apply(ctx, self.theme, 1.0);
        }
        if self.looks.percent != settings.text_percent {
            self.looks.percent = settings.text_percent;
            ctx.set_zoom_factor(f32::from(settings.text_percent) / 100.0);
        }
    }

    /// While playing, the window moves by as many steps as time has passed for.
    fn play(&mut self, ctx: &Context) {
        let (Some(since), Some(length)) = (self.looks.playing_since, self.seconds_a_step()) else { return };
        let steps = ((ctx.input(|input| input.time) - since) / length).floor();
        if steps >= 1.0 {
            self.looks.playing_since = Some(since + steps * length);
            self.commands.send(Command::Tick(steps.min(1000.0) as u32));
        }
    }

    /// Asks for a frame at the moment of the next step, and for none where nothing plays.
    fn wait_for_next_step(&mut self, ctx: &Context) {
        let Some(length) = self.seconds_a_step() else {
            self.looks.playing_since = None;
            return;
        };
        let now = ctx.input(|input| input.time);
        let since = *self.looks.playing_since.get_or_insert(now);
        // A higher speed may have made the step due already.
        let rest = (since + length - now).clamp(0.001, length);
        ctx.request_repaint_after(Duration::from_secs_f64(rest));
    }

    fn seconds_a_step(&self) -> Option<f64> {
        let playback = self.workspace.playback();
        playback.playing.then(|| 1.0 / f64::from(playback.speed))
    }

    /// What the window system says: files dropped, the window asked to close, the window in front again.
    fn listen(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if let Some(path) = dropped.first().map(|file| file.path().to_owned()) {
            self.commands.send(Command::OpenPath(path));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.looks.may_close {
            let dirty = self.workspace.document().is_some_and(Document::is_dirty);
            if dirty {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.commands.send(Command::CloseRequested);
            }
        }
        let focused = ctx.input(|input| input.focused);
        if focused && !self.looks.was_focused {
            self.commands.send(Command::Focused);
        }
        if !focused && self.looks.was_focused {
            // The user is elsewhere: a good moment, and one that a kill later cannot undo.
            self.remember();
        }
        self.looks.was_focused = focused;
        if let Some(purpose) = self.dialogs.is_slow(ctx) {
            self.offer_path(purpose);
        }
    }

    /// Writes the settings.
    fn remember(&mut self) {
        self.workspace.settings_mut().panes = self.shell.panes();
        self.store.save(self.workspace.settings());
    }

    fn offer_path(&self, purpose: Purpose) {
        let remedy = Some(("remedy-by-path", Command::Show(path_field(purpose))));
        let strip = Strip { notice: Notice::new("strip-dialog-slow"), is_error: false, remedy };
        self.commands.send(Command::ShowStrip(Box::new(strip)));
    }
}

/// The field in which the path for this is typed.
fn path_field(purpose: Purpose) -> Modal {
    match purpose {
        Purpose::Open => Modal::OpenByPath,
        Purpose::Save => Modal::SaveByPath,
        Purpose::Picture(picture) => Modal::PictureByPath(picture),
    }
}

impl EframeApp for App {
    fn logic(&mut self, ctx: &Context, frame: &mut Frame) {
        let since = Instant::now();
        if let Some(trace) = &mut self.trace {
            trace.begin(frame.info().cpu_usage);
        }
        if self.device.is_lost(ctx) && !self.looks.is_lost {
            self.leave();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.play(ctx);
        self.settle(ctx);
        self.wait_for_next_step(ctx);
        let title = self.workspace.title();
        let shown: Option<String> = ctx.data(|data| data.get_temp(egui::Id::unique("title")));
        if shown.as_deref() != Some(title.as_str()) {
            ctx.data_mut(|data| data.insert_temp(egui::Id::unique("title"), title.clone()));
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
        self.dress(ctx);
        if self.is_idle() && ctx.cumulative_frame_nr() > SETTLED_AFTER {
            self.safety.settled();
        }
        if let Some(trace) = &mut self.trace {
            trace.logic(since);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let since = Instant::now();
        let ctx = ui.ctx().clone();
        self.listen(&ctx);
        let Self { workspace, shell, commands, theme, workers, .. } = self;
        let headway = Headway { opening: workers.progress(Slot::Open), arranging: workers.progress(Slot::Layout) };
        if headway != Headway::default() {
            ctx.request_repaint_after(HEADWAY);
        }
        let cx = ViewCx { workspace, theme, commands, headway };
        send_shortcuts(&ctx, &cx, shell.keyboard());
        shell.ui(ui, &cx);
        let jobs =
            [shell.network.layout_job(&cx), shell.network.large.job(), shell.timeline.lanes_job(), shell.table.job()];
        for job in jobs.into_iter().flatten() {
            self.submit(job);
        }
        if !self.commands.is_empty() {
            ctx.request_repaint();
        }
        if let Some(trace) = &mut self.trace {
            trace.ui(since, &ctx);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if !self.looks.is_lost {
            self.remember();
        }
    }
}

impl Drop for App {
    /// A device may be lost between two looks at it: then the toolkit cannot paint and gives up.
    fn drop(&mut self) {
        if std::thread::panicking() && self.device.was_lost() && !self.looks.is_lost {
            self.leave();
        }
    }
}
