//! Three named threads, one for the disk, one for computing and one for drawing, so that a slow layout never holds up a
//! save or a picture.
//!
//! A new job in a slot makes the older one there stale: it is asked to stop, and its reply is dropped.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::Builder;

use crate::base::cancel::{Cancel, Progress};

/// Which thread does the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Lane {
    Disk,
    Compute,
    Draw,
}

/// How a job is told to stop, and tells how far it is.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Watched {
    pub cancel: Cancel,
    pub progress: Progress,
}

/// What can be handed to [`Workers`].
pub trait Work: Send + 'static {
    /// What comes back.
    type Reply: Send + 'static;
    /// Which jobs replace each other.
    type Slot: Copy + PartialEq + Send;

    /// The slot of this job; none for jobs that must all be done.
    fn slot(&self) -> Option<Self::Slot>;
    /// The thread that does it.
    fn lane(&self) -> Lane;
    /// Does the work; looks now and then whether it is to stop, and tells how far it is. What `early` is given is handed on at once, before the work ends.
    fn run(self, watch: &Watched, early: &(dyn Fn(Self::Reply) + Sync)) -> Self::Reply;
}

/// The threads and what is under way.
pub struct Workers<W: Work> {
    disk: SyncSender<Task<W>>,
    compute: SyncSender<Task<W>>,
    draw: SyncSender<Task<W>>,
    replies: Receiver<Done<W>>,
    under_way: Vec<UnderWay<W::Slot>>,
    count: u64,
}

struct Task<W> {
    number: u64,
    watch: Watched,
    work: W,
}

struct Done<W: Work> {
    number: u64,
    reply: W::Reply,
    /// The work goes on.
    is_early: bool,
}

struct UnderWay<S> {
    number: u64,
    slot: Option<S>,
    watch: Watched,
}

/// Jobs that may wait for one thread.
const QUEUE: usize = 64;

impl<W: Work> Workers<W> {
    /// Starts the threads. `wake` is called from them whenever a reply is ready.
    pub fn new(wake: impl Fn() + Clone + Send + Sync + 'static) -> std::io::Result<Self> {
        let (reply_sender, replies) = sync_channel(4 * QUEUE);
        let start = |name: &str| -> std::io::Result<SyncSender<Task<W>>> {
            let (sender, tasks) = sync_channel::<Task<W>>(QUEUE);
            let (replies, wake) = (reply_sender.clone(), wake.clone());
            Builder::new().name(name.to_owned()).spawn(move || work_off(&tasks, &replies, &wake))?;
            Ok(sender)
        };
        let (disk, compute, draw) = (start("disk")?, start("compute")?, start("draw")?);
        Ok(Self { disk, compute, draw, replies, under_way: Vec::new(), count: 0 })
    }

    /// Hands a job over; false if the queue is full, and then nothing was begun.
    pub fn submit(&mut self, work: W) -> bool {
        let slot = work.slot();
        if slot.is_some() {
            self.stop(slot);
        }
        self.count += 1;
        let (number, watch) = (self.count, Watched::default());
        let lane = match work.lane() {
            Lane::Disk => &self.disk,
            Lane::Compute => &self.compute,
            Lane::Draw => &self.draw,
        };
        match lane.try_send(Task { number, watch: watch.clone(), work }) {
            Ok(()) => {
                self.under_way.push(UnderWay { number, slot, watch });
                true
            }
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => false,
        }
    }

    /// Asks the jobs of a slot to stop; their replies will be dropped.
    pub fn stop(&mut self, slot: Option<W::Slot>) {
        self.under_way.retain(|job| {
            let stale = job.slot == slot;
            if stale {
                job.watch.cancel.cancel();
            }
            !stale
        });
    }

    /// The next reply that still matters.
    pub fn reply(&mut self) -> Option<W::Reply> {
        while let Ok(done) = self.replies.try_recv() {
            if let Some(at) = self.under_way.iter().position(|job| job.number == done.number) {
                if !done.is_early {
                    self.under_way.swap_remove(at);
                }
                return Some(done.reply);
            }
        }
        None
    }

    /// Whether a job of this slot is waiting or running.
    pub fn is_busy(&self, slot: W::Slot) -> bool {
        self.under_way.iter().any(|job| job.slot == Some(slot))
    }

    /// How much of the job of this slot is done, from 0 to 1; none where no such job runs, or where it does not tell.
    pub fn progress(&self, slot: W::Slot) -> Option<f32> {
        let job = self.under_way.iter().find(|job| job.slot == Some(slot))?;
        let (done, total) = job.watch.progress.get();
        (total > 0).then(|| (done as f64 / total as f64).clamp(0.0, 1.0) as f32)
    }

    /// Whether anything is waiting or running.
    pub fn is_idle(&self) -> bool {
        self.under_way.is_empty()
    }
}

fn work_off<W: Work>(tasks: &Receiver<Task<W>>, replies: &SyncSender<Done<W>>, wake: &(impl Fn() + Sync)) {
    while let Ok(Task { number, watch, work }) = tasks.recv() {
        if watch.cancel.is_cancelled() {
            continue;
        }
        let early = |reply| {
            // Nobody listens any more: the end of the work will tell.
            let _ = replies.send(Done { number, reply, is_early: true });
            wake();
        };
        let reply = work.run(&watch, &early);
        if replies.send(Done { number, reply, is_early: false }).is_err() {
            return;
        }
        wake();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    struct Wait(u32, Receiver<()>);

    impl Work for Wait {
        type Reply = u32;
        type Slot = u8;

        fn slot(&self) -> Option<u8> {
            Some(0)
        }

        fn lane(&self) -> Lane {
            Lane::Compute
        }

        fn run(self, watch: &Watched, early: &(dyn Fn(u32) + Sync)) -> u32 {
            watch.progress.set(1, 4);
            self.1.recv().unwrap();
            early(self.0 + 100);
            self.0
        }
    }

    #[test]
    fn of_three_jobs_in_one_slot_only_the_last_replies_early_and_in_the_end() {
        let (woken, wakes) = channel();
        let mut workers = Workers::new(move || woken.send(()).unwrap()).unwrap();
        let gates: Vec<_> = (0..3)
            .map(|number| {
                let (open, gate) = channel();
                assert!(workers.submit(Wait(number, gate)));
                open
            })
            .collect();
        assert_eq!(workers.progress(1), None);
        for gate in &gates {
            // A stale job that never began has dropped its gate.
            let _ = gate.send(());
        }
        let (mut replies, mut far) = (Vec::new(), Vec::new());
        while !workers.is_idle() {
            wakes.recv().unwrap();
            far.extend(workers.progress(0));
            replies.extend(workers.reply());
        }
        assert_eq!(far, [0.25, 0.25], "how far the last one is, at either of its replies");
        assert_eq!(workers.progress(0), None, "what is done tells nothing any more");
        assert_eq!(replies, [102, 2], "first what is early, then what it ends with");
    }
}
