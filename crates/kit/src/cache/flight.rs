//! One at a time makes a page; the others wait for it to land.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::watch;

use super::PageKey;
use super::entry::Entry;

type Landing = watch::Receiver<Option<Arc<Entry>>>;
type Board = Arc<Mutex<HashMap<(Box<str>, Box<str>), Landing>>>;

/// The pages being made just now.
#[derive(Default)]
pub struct Flights(Board);

/// What somebody who misses a page does.
pub enum Boarding {
    /// Waits for the one who makes it. The channel closes when that one fails or goes away.
    Wait(Landing),
    /// Makes it.
    Fly(Flight),
}

/// The duty to make a page. Dropped without landing, it passes to the next.
pub struct Flight {
    board: Board,
    key: (Box<str>, Box<str>),
    sender: watch::Sender<Option<Arc<Entry>>>,
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
    /// Hands the page to whoever waits.
    pub fn land(self, entry: &Arc<Entry>) {
        self.sender.send_replace(Some(Arc::clone(entry)));
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.board.lock().remove(&self.key);
    }
}
