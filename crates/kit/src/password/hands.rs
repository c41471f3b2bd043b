//! Threads for work that takes long and may wait: they run only where nothing else wants to (SCHED_IDLE, sched(7)), so that a
//! page never waits for a password that somebody else is typing. On a machine that is busy all the time they would wait for
//! ever: a steward of ordinary priority looks after what lies in a hand for too long, and does it again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use thread_priority::{NormalThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy, set_thread_priority_and_policy, thread_native_id};
use tokio::sync::oneshot;

use crate::error::{Error, Result};

/// How long work may lie in a hand before the steward does it.
const TOO_LONG: Duration = Duration::from_millis(300);
/// How long a hand keeps its memory for the next work: taking it from the system and giving it back holds up every thread.
const KEPT: Duration = Duration::from_secs(1);

/// The threads, and the way to them. `M` is the memory each of them works in. They end when the last clone of this is gone.
pub struct Hands<M> {
    line: mpsc::Sender<Arc<Work<M>>>,
}

impl<M> Clone for Hands<M> {
    fn clone(&self) -> Self {
        Self { line: self.line.clone() }
    }
}

/// Work may be done twice, by a hand and by the steward: the first answer counts.
struct Work<M> {
    act: Box<dyn Fn(&mut M) + Send + Sync>,
    done: AtomicBool,
}

impl<M> Work<M> {
    fn finish(&self, memory: &mut M) {
        if !self.done.load(Ordering::Acquire) {
            // A fault of one must not leave the others without hands; who waits for it is told.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (self.act)(memory)));
            self.done.store(true, Ordering::Release);
        }
    }
}

impl<M: Default + 'static> Hands<M> {
    /// Starts so many hands, and their steward.
    pub fn start(name: &str, count: usize) -> Result<Self> {
        let (line, work) = mpsc::channel::<Arc<Work<M>>>();
        let (taken, watched) = mpsc::channel::<(Instant, Arc<Work<M>>)>();
        let work = Arc::new(Mutex::new(work));
        for _ in 0..count {
            let (work, taken) = (Arc::clone(&work), taken.clone());
            thread::Builder::new().name(name.to_owned()).spawn(move || hand(&work, &taken)).map_err(Error::internal)?;
        }
        thread::Builder::new().name(format!("{name}-late")).spawn(move || steward(&watched)).map_err(Error::internal)?;
        Ok(Self { line })
    }

    /// Waits for a hand. Who stopped waiting costs no work.
    pub async fn turn<T: Send + 'static>(&self, act: impl Fn(&mut M) -> T + Send + Sync + 'static) -> Result<T> {
        let (tell, told) = oneshot::channel();
        let tell = Mutex::new(Some(tell));
        let act = move |memory: &mut M| {
            if tell.lock().as_ref().is_none_or(oneshot::Sender::is_closed) {
                return;
            }
            let answer = act(memory);
            if let Some(tell) = tell.lock().take() {
                let _ = tell.send(answer);
            }
        };
        let work = Work { act: Box::new(act), done: AtomicBool::new(false) };
        self.line.send(Arc::new(work)).map_err(|_| Error::internal("the hands are gone"))?;
        told.await.map_err(|_| Error::internal("the work was not done to its end"))
    }
}

/// Works until nobody holds the other end. A system that refuses the low priority changes nothing but the priority.
fn hand<M: Default>(line: &Mutex<mpsc::Receiver<Arc<Work<M>>>>, taken: &mpsc::Sender<(Instant, Arc<Work<M>>)>) {
    let idle = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
    if let Err(error) = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, idle) {
        tracing::debug!(?error, "a thread keeps its ordinary priority");
    }
    let mut memory = M::default();
    loop {
        let next = line.lock().recv_timeout(KEPT);
        match next {
            Ok(work) => {
                let _ = taken.send((Instant::now(), Arc::clone(&work)));
                work.finish(&mut memory);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => memory = M::default(),
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Looks after everything that was taken, a while later, and does what is not done by then.
fn steward<M: Default>(watched: &mpsc::Receiver<(Instant, Arc<Work<M>>)>) {
    while let Ok((taken, work)) = watched.recv() {
        thread::sleep(TOO_LONG.saturating_sub(taken.elapsed()));
        work.finish(&mut M::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_is_done_once_in_memory_that_is_kept() {
        let hands: Hands<u32> = Hands::start("test", 1).unwrap();
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push(
                hands
                    .turn(|memory| {
                        *memory += 1;
                        *memory
                    })
                    .await
                    .unwrap(),
            );
        }
        assert_eq!(seen, [1, 2, 3]);
    }

    #[tokio::test]
    async fn a_fault_is_told_and_leaves_the_hands_at_work() {
        let hands: Hands<u32> = Hands::start("test", 1).unwrap();
        assert!(hands.turn(|_| assert_eq!(1, 2)).await.is_err());
        assert_eq!(hands.turn(|_| 7).await.unwrap(), 7);
    }

    #[tokio::test]
    async fn what_lies_in_a_hand_for_too_long_is_done_by_the_steward() {
        let hands: Hands<u32> = Hands::start("test", 1).unwrap();
        let (release, held) = mpsc::channel::<()>();
        let held = Mutex::new(Some(held));
        // The first to come waits until the answer of the second is known.
        let answer = hands.turn(move |_| {
            let mine = held.lock().take();
            if let Some(held) = mine {
                let _ = held.recv();
                1
            } else {
                2
            }
        });
        assert_eq!(answer.await.unwrap(), 2);
        drop(release);
    }

    #[tokio::test]
    async fn who_stopped_waiting_costs_no_work() {
        let hands: Hands<u32> = Hands::start("test", 1).unwrap();
        let (count, counted) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let (release, held) = mpsc::channel::<()>();
        let (held, started) = (Mutex::new(held), Arc::clone(&count));
        let other = hands.clone();
        let first = tokio::spawn(async move {
            other
                .turn(move |_| {
                    started.store(true, Ordering::Release);
                    let _ = held.lock().recv();
                })
                .await
        });
        let seen = Arc::clone(&counted);
        let second = hands.turn(move |_| seen.store(true, Ordering::Release));
        while !count.load(Ordering::Acquire) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        drop(tokio::time::timeout(Duration::from_millis(1), second).await);
        drop(release);
        first.await.unwrap().unwrap();
        hands.turn(|_| ()).await.unwrap();
        assert!(!counted.load(Ordering::Acquire));
    }
}
