//! Many threads, one order: applies a function to items and gives the results in the order of the items.
//!
//! Holds only a few items a thread at a time, however many there are.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Items that may wait for one thread.
const WAITING: usize = 4;

/// Calls `work` on every item, on `n_threads` threads, and `each` on every result in the order of the items.
///
/// Ends early when `each` fails. Item number i goes to thread i modulo `n_threads` and is fetched from there,
/// so that order needs no sorting and no more than `WAITING` results of a thread are ever held.
pub fn map_in_order<Item: Send, Done: Send, Failed>(
    items: impl Iterator<Item = Item> + Send,
    n_threads: usize,
    work: impl Fn(Item) -> Done + Sync,
    mut each: impl FnMut(Done) -> Result<(), Failed>,
) -> Result<(), Failed> {
    if n_threads <= 1 {
        return items.map(work).try_for_each(each);
    }
    let work = &work;
    thread::scope(|scope| {
        let (inboxes, outboxes): (Vec<SyncSender<Item>>, Vec<Receiver<Done>>) = (0..n_threads)
            .map(|_| {
                let (inbox, waiting) = sync_channel::<Item>(WAITING);
                let (done, outbox) = sync_channel::<Done>(WAITING);
                scope.spawn(move || {
                    for item in waiting {
                        if done.send(work(item)).is_err() {
                            break;
                        }
                    }
                });
                (inbox, outbox)
            })
            .unzip();
        scope.spawn(move || {
            for (inbox, item) in inboxes.iter().cycle().zip(items) {
                if inbox.send(item).is_err() {
                    break;
                }
            }
        });
        for outbox in outboxes.iter().cycle() {
            // Threads end in the order they were given their last items, so the first silent one is the end.
            let Ok(done) = outbox.recv() else { break };
            each(done)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(n_items: usize, n_threads: usize) {
        let mut seen = Vec::new();
        let work = |n: usize| {
            if n.is_multiple_of(7) {
                thread::yield_now();
            }
            n * 2
        };
        map_in_order(0..n_items, n_threads, work, |done| {
            seen.push(done);
            Ok::<(), ()>(())
        })
        .unwrap();
        assert_eq!(seen, (0..n_items).map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn order_is_kept() {
        for n_threads in [0, 1, 2, 3, 8] {
            check(0, n_threads);
            check(1, n_threads);
            check(1000, n_threads);
        }
    }

    #[test]
    fn a_failure_ends_it() {
        let mut n_seen = 0;
        let ended = map_in_order(
            0..1_000_000,
            4,
            |n| n,
            |n| {
                n_seen += 1;
                if n == 10 { Err("full") } else { Ok(()) }
            },
        );
        assert_eq!((ended, n_seen), (Err("full"), 11));
    }
}
