//! The thread that keeps the recovery journal: whatever it is told is on the disk a moment later, however busy the window
//! and the workers are.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::file::journal::keeper::{Ask, Keeper, Report};
use crate::file::storage::Disk;
use crate::model::edit::Edit;

/// The thread, and what it has told.
#[derive(Debug)]
pub struct JournalThread {
    asks: Option<Sender<Ask<Disk>>>,
    reports: Receiver<Report>,
    /// Asks and reports that are under way.
    under_way: Arc<AtomicI64>,
    thread: Option<JoinHandle<()>>,
}

impl JournalThread {
    /// Starts the thread; journals stand in folders below `journals`. `wake` is called whenever there is a report.
    pub fn new(journals: PathBuf, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (asks, received) = channel();
        let (tell, reports) = channel();
        let under_way = Arc::new(AtomicI64::new(0));
        let count = Arc::clone(&under_way);
        let stem = format!("{}-{}", milliseconds(), std::process::id());
        let work = move || {
            let mut keeper = Keeper::new(Disk, journals, stem);
            keep(&mut keeper, &received, &count, &mut |report| {
                count.fetch_add(1, Ordering::AcqRel);
                if tell.send(report).is_ok() {
                    wake();
                }
            });
        };
        let thread = Builder::new().name("journal".to_owned()).spawn(work)?;
        Ok(Self { asks: Some(asks), reports, under_way, thread: Some(thread) })
    }

    /// Asks something of the keeper.
    pub fn ask(&self, ask: Ask<Disk>) {
        if let Some(asks) = &self.asks {
            self.under_way.fetch_add(1, Ordering::AcqRel);
            // It ends only after this sender does.
            let _ = asks.send(ask);
        }
    }

    /// Hands edits over that were made now.
    pub fn edits(&self, edits: Vec<Edit>) {
        let now = milliseconds();
        self.ask(Ask::Edits(edits.into_iter().map(|edit| (now, edit)).collect()));
    }

    /// The next report, if there is one.
    pub fn report(&self) -> Option<Report> {
        let report = self.reports.try_recv().ok()?;
        self.under_way.fetch_sub(1, Ordering::AcqRel);
        Some(report)
    }

    /// Whether all that was asked for is done and told.
    pub fn is_idle(&self) -> bool {
        self.under_way.load(Ordering::Acquire) == 0
    }
}

impl Drop for JournalThread {
    /// Waits until all that was asked for is done: also when the window falls.
    fn drop(&mut self) {
        self.asks = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Milliseconds since 1970, by the clock of the machine.
pub fn milliseconds() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
}

/// What is waiting is written in one go and waited for once.
fn keep(keeper: &mut Keeper<Disk>, asks: &Receiver<Ask<Disk>>, under_way: &AtomicI64, tell: &mut dyn FnMut(Report)) {
    while let Ok(ask) = asks.recv() {
        let mut next = Some(ask);
        let mut done = 0;
        while let Some(ask) = next {
            keeper.take(ask, tell);
            done += 1;
            next = asks.try_recv().ok();
        }
        keeper.sync(tell);
        if keeper.is_behind() {
            keeper.idle(tell);
        }
        under_way.fetch_sub(done, Ordering::AcqRel);
    }
}
