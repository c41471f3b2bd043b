//! What is live: one board a subject and process, read again when a commit touches the subject, however many look at it.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use kit::rate::Key;
use parking_lot::Mutex;
use tokio::sync::{Notify, watch};

/// After a commit others often follow: one reading tells of all of them.
const GATHER: Duration = Duration::from_millis(100);

/// What stands on a board; whoever put it there knows its type.
pub type Posted = Arc<dyn Any + Send + Sync>;

/// A reader of a board: the newest notice, or none yet.
pub type BoardReader = watch::Receiver<Option<Posted>>;

struct Board {
    bell: Arc<Notify>,
    notice: watch::Sender<Option<Posted>>,
}

#[derive(Default)]
struct Seats {
    all: usize,
    each: HashMap<Who, usize>,
}

/// Whose seats are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Who {
    Account(i64),
    Address(std::net::IpAddr),
}

struct Inner {
    boards: Mutex<HashMap<String, Board>>,
    seats: Mutex<Seats>,
    stop: watch::Sender<bool>,
}

/// All boards of the process. Cheap to clone.
#[derive(Clone)]
pub struct Boards(Arc<Inner>);

impl Default for Boards {
    fn default() -> Self {
        Self(Arc::new(Inner { boards: Mutex::default(), seats: Mutex::default(), stop: watch::Sender::new(false) }))
    }
}

impl Boards {
    /// A commit touched these subjects. Quick: it is called on the database's writer.
    pub fn touched(&self, subjects: &[&str]) {
        let boards = self.0.boards.lock();
        if boards.is_empty() {
            return;
        }
        for board in subjects.iter().filter_map(|subject| boards.get(*subject)) {
            board.bell.notify_one();
        }
    }

    /// A reader of a subject's board. The first reader makes the board: `read` makes its notice now and after every commit
    /// that touches the subject, until nobody reads it any more.
    pub fn follow<R, F>(&self, subject: &str, read: R) -> BoardReader
    where
        R: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Option<Posted>> + Send + 'static,
    {
        let mut boards = self.0.boards.lock();
        if let Some(board) = boards.get(subject) {
            return board.notice.subscribe();
        }
        let (notice, reader) = watch::channel(None);
        let bell = Arc::new(Notify::new());
        boards.insert(subject.to_owned(), Board { bell: Arc::clone(&bell), notice: notice.clone() });
        tokio::spawn(keep(self.clone(), subject.to_owned(), notice, bell, read));
        reader
    }

    /// Tells every listener to end: the process stops.
    pub fn stop(&self) {
        self.0.stop.send_replace(true);
    }

    /// Resolves once the process stops.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stop.subscribe()
    }

    /// A seat for one listener, if there is one: so many in all, so many for one account or address (0 is no limit).
    pub fn seat(&self, key: Key<'_>, all: usize, each: usize) -> Option<Seat> {
        let who = match key {
            Key::Account(id) => Some(Who::Account(id)),
            Key::Visitor(address) => Some(Who::Address(address)),
            Key::Word(_) => None,
        };
        let mut seats = self.0.seats.lock();
        let taken = who.and_then(|who| seats.each.get(&who)).copied().unwrap_or_default();
        if seats.all >= all || (each > 0 && taken >= each) {
            return None;
        }
        seats.all += 1;
        if let Some(who) = who {
            *seats.each.entry(who).or_default() += 1;
        }
        Some(Seat { live: self.clone(), who })
    }

    /// How many listen now.
    pub fn listeners(&self) -> usize {
        self.0.seats.lock().all
    }

    /// Takes a board down that nobody reads. Under the lock, so that nobody can begin to read it meanwhile.
    fn take_down(&self, subject: &str, notice: &watch::Sender<Option<Posted>>) -> bool {
        let mut boards = self.0.boards.lock();
        let unread = notice.receiver_count() == 0;
        if unread {
            boards.remove(subject);
        }
        unread
    }
}

async fn keep<R, F>(live: Boards, subject: String, notice: watch::Sender<Option<Posted>>, bell: Arc<Notify>, read: R)
where
    R: Fn() -> F + Send + Sync,
    F: Future<Output = Option<Posted>> + Send,
{
    let mut stop = live.stopping();
    loop {
        if let Some(read) = read().await {
            notice.send_replace(Some(read));
        }
        tokio::select! {
            () = bell.notified() => tokio::time::sleep(GATHER).await,
            () = notice.closed() => if live.take_down(&subject, &notice) { return },
            () = stopped(&mut stop) => return,
        }
    }
}

/// Resolves once the process stops, and holds nothing.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// A listener's seat, free again when it is dropped.
pub struct Seat {
    live: Boards,
    who: Option<Who>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.live.0.seats.lock();
        seats.all = seats.all.saturating_sub(1);
        let Some(who) = self.who else { return };
        if let Some(taken) = seats.each.get_mut(&who) {
            *taken -= 1;
            if *taken == 0 {
                seats.each.remove(&who);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn one_board_serves_all_readers_and_goes_when_nobody_reads() {
        let live = Boards::default();
        let readings = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&readings);
        let read = move || {
            let number = count.fetch_add(1, Ordering::SeqCst) + 1;
            async move { Some(Arc::new(number) as Posted) }
        };
        let mut first = live.follow("post:1", read.clone());
        let mut second = live.follow("post:1", read);
        first.wait_for(Option::is_some).await.unwrap();
        second.wait_for(Option::is_some).await.unwrap();
        assert_eq!(readings.load(Ordering::SeqCst), 1);
        live.touched(&["post:2"]);
        live.touched(&["post:1"]);
        first.wait_for(|notice| notice.as_ref().and_then(|notice| notice.downcast_ref::<usize>()) == Some(&2)).await.unwrap();
        drop((first, second));
        while !live.0.boards.lock().is_empty() {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn seats_are_counted_and_given_back() {
        let live = Boards::default();
        let one = live.seat(Key::Account(1), 2, 1).unwrap();
        assert!(live.seat(Key::Account(1), 2, 1).is_none());
        let two = live.seat(Key::Account(2), 2, 1).unwrap();
        assert!(live.seat(Key::Account(3), 2, 0).is_none());
        drop((one, two));
        assert_eq!(live.listeners(), 0);
        assert!(live.0.seats.lock().each.is_empty());
    }
}
