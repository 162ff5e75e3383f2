//! The system's own file dialogs. They may never answer, so nobody waits for them: each is awaited on a thread of its
//! own, and the window offers a field for a path meanwhile.

use std::path::PathBuf;
use std::pin::Pin;
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
        let case_files = words.get("dialog-case-files");
        let picture_files = words.get("dialog-picture-files");
        let dialog = rfd::AsyncFileDialog::new();
        // The dialog is made here, on the thread of the window, as some systems demand; only the wait is elsewhere.
        let answer: Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => Box::pin(dialog.add_filter(case_files, &["ron", "csv", "tsv"]).pick_file()),
            Purpose::Save => Box::pin(dialog.add_filter(case_files, &["ron"]).set_file_name(name).save_file()),
            Purpose::Picture(_) => {
                Box::pin(dialog.add_filter(picture_files, &["svg", "png"]).set_file_name(name).save_file())
            }
        };
        self.await_answer(ctx, purpose, async { answer.await.map(|handle| handle.path().to_owned()) });
    }

    fn await_answer(
        &mut self,
        ctx: &Context,
        purpose: Purpose,
        answer: impl Future<Output = Option<PathBuf>> + Send + 'static,
    ) {
        self.count += 1;
        let number = self.count;
        let since = ctx.input(|input| input.time);
        self.open = Some(OpenDialog { number, purpose, since, opened: Instant::now(), offered_path: false });
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let wait = move || {
            let path = pollster::block_on(answer);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ctx: &Context, seconds: f64) {
        let input = egui::RawInput { time: Some(seconds), ..egui::RawInput::default() };
        ctx.run_ui(input, |_| {}).textures_delta.clear();
    }

    fn next_answer(dialogs: &mut Dialogs) -> (Purpose, Answer) {
        loop {
            if let Some(answer) = dialogs.answer() {
                return answer;
            }
            std::thread::yield_now();
        }
    }

    /// As a portal does that hangs.
    #[test]
    fn row_48_a_dialog_that_never_answers_holds_nobody_up_and_a_path_can_be_typed() {
        let (ctx, mut dialogs) = (Context::default(), Dialogs::default());
        at(&ctx, 10.0);
        dialogs.await_answer(&ctx, Purpose::Open, std::future::pending());
        assert_eq!((dialogs.answer(), dialogs.is_slow(&ctx)), (None, None), "nobody waits, and there is time");
        at(&ctx, 10.1 + PATIENCE_SECONDS);
        assert_eq!(dialogs.is_slow(&ctx), Some(Purpose::Open));
        assert_eq!(dialogs.is_slow(&ctx), None, "said once");

        let path = PathBuf::from("/cases/case.ron");
        dialogs.await_answer(&ctx, Purpose::Save, std::future::ready(Some(path.clone())));
        assert_eq!(next_answer(&mut dialogs), (Purpose::Save, Answer::Path(path)), "the one that hangs is forgotten");
    }
}
