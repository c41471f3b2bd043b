//! One at a time makes a page; the others wait for it to land.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::watch;

use super::PageKey;
use super::entry::Entry;

type Landing = watch::Receiver<Option<Landed>>;
type Board = Arc<Mutex<HashMap<(Box<str>, Box<str>), Landing>>>;

/// The pages being made just now.
#[derive(Default)]
pub struct Flights(Board);

/// What came of a flight.
#[derive(Clone)]
pub enum Landed {
    /// A page for everybody who waits.
    Page(Arc<Entry>),
    /// Nothing that could be shared: everybody makes their own.
    Alone,
}

/// What somebody who misses a page does.
pub enum Boarding {
    /// Waits for the one who makes it. The channel closes when that one goes away.
    Wait(Landing),
    /// Makes it.
    Fly(Flight),
}

/// The duty to make a page. Dropped without landing, it passes to the next.
pub struct Flight {
    board: Board,
    key: (Box<str>, Box<str>),
    sender: watch::Sender<Option<Landed>>,
}

impl Flights {
    pub fn board(&self, key: PageKey<'_>) -> Boarding {
        let key = (key.address.into(), key.language.into());
        let mut board = self.0.lock();
        if let Some(landing) = board.get(&key) {
            return Boarding::Wait(landing.clone());
        }
        let (sender, landing) = watch::channel(None);
        board.insert(key.clone(), landing);
        Boarding::Fly(Flight { board: Arc::clone(&self.0), key, sender })
    }
}

impl Flight {
    /// Tells whoever waits.
    pub fn land(self, landed: Landed) {
        self.sender.send_replace(Some(landed));
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.board.lock().remove(&self.key);
    }
}
