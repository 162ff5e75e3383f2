//! Work on many things by several threads, with a result that does not depend on how many there are: things are cut into
//! pieces of fixed size, and each piece is worked on by itself.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most threads that are used where nobody says otherwise.
const MOST_THREADS: usize = 8;

/// The environment variable that says how many threads are used: for a machine that others work on too.
pub const THREADS: &str = "RODEDRAAD_THREADS";

/// As many threads as the machine runs at once, within reason, or as many as [`THREADS`] says.
pub fn threads() -> usize {
    let wanted = std::env::var(THREADS).ok().and_then(|text| text.parse::<usize>().ok());
    let found = || std::thread::available_parallelism().map_or(1, usize::from);
    wanted.unwrap_or_else(found).clamp(1, MOST_THREADS)
}

/// Lets `work` change the items piece by piece; it is told at which item a piece begins. Each thread has a space of its
/// own, made by `space`, which it must not use to carry anything from one piece to the next.
pub fn in_pieces<T: Send, S>(
    threads: usize,
    items: &mut [T],
    piece: usize,
    space: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize, &mut [T]) + Sync,
) {
    let piece = piece.max(1);
    let pieces: Vec<Mutex<Option<&mut [T]>>> = items.chunks_mut(piece).map(|some| Mutex::new(Some(some))).collect();
    let next = AtomicUsize::new(0);
    let take = || {
        let mut own = space();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(some) = pieces.get(number) else { return };
            // Each number is handed out once, so that nobody else holds or has poisoned this piece.
            if let Some(some) = some.lock().ok().and_then(|mut some| some.take()) {
                work(&mut own, number * piece, some);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.min(pieces.len()).max(1) {
            scope.spawn(take);
        }
        take();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_worked_on_once_however_many_threads_there_are() {
        for threads in [0, 1, 2, 5, 100] {
            let mut items: Vec<usize> = vec![7; 1_001];
            in_pieces(
                threads,
                &mut items,
                10,
                || (),
                |(), first, some| {
                    some.iter_mut().enumerate().for_each(|(at, item)| *item += first + at);
                },
            );
            assert!(items.iter().enumerate().all(|(at, item)| *item == at + 7), "{threads} threads");
        }
        in_pieces(3, &mut Vec::<u8>::new(), 0, || (), |(), _, _| unreachable!("there is nothing to work on"));
    }
}
