//! The system's own file dialogs. They may never answer, so nobody waits for them: each is awaited on a thread of its
//! own, and the window offers a field for a path meanwhile.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use egui::Context;

use crate::app::effect::Picture;
use crate::locale::Words;

/// What a dialog was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Purpose {
    Open,
    Save,
    Picture(Picture),
}

/// The dialogs that are open.
#[derive(Debug)]
pub struct Dialogs {
    sender: SyncSender<(u64, Option<PathBuf>)>,
    receiver: Receiver<(u64, Option<PathBuf>)>,
    open: Option<OpenDialog>,
    count: u64,
}

#[derive(Clone, Copy, Debug)]
struct OpenDialog {
    number: u64,
    purpose: Purpose,
    since: f64,
    opened: Instant,
    offered_path: bool,
}

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// With a path.
    Path(PathBuf),
    /// Without one.
    PutAway,
    /// Nobody saw it: the system has no file dialogs.
    NoDialog,
}

/// Nobody puts a dialog away as quickly as this.
const AT_ONCE: Duration = Duration::from_millis(400);
/// After so many seconds without an answer the window offers to type a path.
const PATIENCE_SECONDS: f64 = 3.0;

impl Default for Dialogs {
    fn default() -> Self {
        let (sender, receiver) = sync_channel(16);
        Self { sender, receiver, open: None, count: 0 }
    }
}

impl Dialogs {
    /// Opens a dialog. An older one that is still open is forgotten: its answer will not be taken.
    pub fn open(&mut self, ctx: &Context, purpose: Purpose, name: &str, words: &Words) {
        self.count += 1;
        let number = self.count;
        let since = ctx.input(|input| input.time);
        self.open = Some(OpenDialog { number, purpose, since, opened: Instant::now(), offered_path: false });
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let case_files = words.get("dialog-case-files");
        let picture_files = words.get("dialog-picture-files");
        let dialog = rfd::AsyncFileDialog::new();
        // The dialog is made here, on the thread of the window, as some systems demand; only the wait is elsewhere.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => Box::pin(dialog.add_filter(case_files, &["ron", "csv", "tsv"]).pick_file()),
            Purpose::Save => Box::pin(dialog.add_filter(case_files, &["ron"]).set_file_name(name).save_file()),
            Purpose::Picture(_) => {
                Box::pin(dialog.add_filter(picture_files, &["svg", "png"]).set_file_name(name).save_file())
            }
        };
        let wait = move || {
            let path = pollster::block_on(answer).map(|handle| handle.path().to_owned());
            // The window may be gone by now; then nobody needs the answer.
            if sender.send((number, path)).is_ok() {
                ctx.request_repaint();
            }
        };
        if std::thread::Builder::new().name("file dialog".to_owned()).spawn(wait).is_err() {
            self.open = None;
        }
    }

    /// The answer of the open dialog, if it came.
    pub fn answer(&mut self) -> Option<(Purpose, Answer)> {
        while let Ok((number, path)) = self.receiver.try_recv() {
            if let Some(open) = self.open
                && open.number == number
            {
                self.open = None;
                let at_once = open.opened.elapsed() < AT_ONCE;
                let answer = path.map_or(if at_once { Answer::NoDialog } else { Answer::PutAway }, Answer::Path);
                return Some((open.purpose, answer));
            }
        }
        None
    }

    /// Says once, after some seconds, that the dialog does not answer.
    pub fn is_slow(&mut self, ctx: &Context) -> Option<Purpose> {
        let open = self.open.as_mut()?;
        if open.offered_path {
            return None;
        }
        let left = PATIENCE_SECONDS - (ctx.input(|input| input.time) - open.since);
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
            return None;
        }
        open.offered_path = true;
        Some(open.purpose)
    }
}
