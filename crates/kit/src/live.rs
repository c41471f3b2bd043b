//! Who listens to what is live: rooms with a number, a bell in each. A listener hears that something has changed and asks
//! for itself what; nothing that is private passes through here.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::watch;

/// The rooms of one process. Cheap to clone.
#[derive(Clone, Default)]
pub struct Live(Arc<Mutex<Rooms>>);

#[derive(Default)]
struct Rooms {
    open: HashMap<i64, Room>,
    closed: bool,
}

struct Room {
    bell: watch::Sender<()>,
    listeners: usize,
}

impl Live {
    /// Listens in a room, unless so many listen there already, or the house is closing.
    pub fn listen(&self, room: i64, most: usize) -> Option<Listener> {
        let mut rooms = self.0.lock();
        if rooms.closed {
            return None;
        }
        let entry = rooms.open.entry(room).or_insert_with(|| Room { bell: watch::Sender::new(()), listeners: 0 });
        if entry.listeners >= most {
            return None;
        }
        entry.listeners += 1;
        Some(Listener { heard: entry.bell.subscribe(), room, live: self.clone() })
    }

    /// Rings in these rooms. Where nobody listens nothing happens.
    pub fn ring(&self, rooms: &[i64]) {
        let open = self.0.lock();
        if open.open.is_empty() {
            return;
        }
        for entry in rooms.iter().filter_map(|room| open.open.get(room)) {
            entry.bell.send_replace(());
        }
    }

    /// Rings in every room.
    pub fn ring_all(&self) {
        for entry in self.0.lock().open.values() {
            entry.bell.send_replace(());
        }
    }

    /// The house closes: every listener is told to go, and nobody comes in any more.
    pub fn close(&self) {
        let mut rooms = self.0.lock();
        rooms.closed = true;
        rooms.open.clear();
    }

    /// How many rooms somebody listens in.
    pub fn rooms(&self) -> usize {
        self.0.lock().open.len()
    }
}

/// One who listens; leaves when dropped.
pub struct Listener {
    heard: watch::Receiver<()>,
    room: i64,
    live: Live,
}

impl Listener {
    /// Waits for the bell. False: the house closes.
    pub async fn rung(&mut self) -> bool {
        self.heard.changed().await.is_ok()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut rooms = self.live.0.lock();
        let Some(entry) = rooms.open.get_mut(&self.room) else { return };
        entry.listeners -= 1;
        if entry.listeners == 0 {
            rooms.open.remove(&self.room);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_listener_hears_its_own_room_and_no_other() {
        let live = Live::default();
        let (mut one, mut two) = (live.listen(1, 2).unwrap(), live.listen(2, 2).unwrap());
        live.ring(&[1, 9]);
        assert!(one.rung().await);
        let quiet = tokio::time::timeout(std::time::Duration::from_millis(20), two.rung()).await;
        assert!(quiet.is_err(), "nobody rang there");
        live.ring_all();
        assert!(two.rung().await);
    }

    #[tokio::test]
    async fn who_listens_too_often_is_turned_away_and_a_room_ends_with_its_last_listener() {
        let live = Live::default();
        let (one, two) = (live.listen(1, 2).unwrap(), live.listen(1, 2).unwrap());
        assert!(live.listen(1, 2).is_none());
        drop(one);
        assert!(live.listen(1, 2).is_some());
        drop(two);
        assert_eq!(live.rooms(), 0);
    }

    #[tokio::test]
    async fn a_closing_house_sends_its_listeners_away() {
        let live = Live::default();
        let mut one = live.listen(1, 2).unwrap();
        live.close();
        assert!(!one.rung().await);
        drop(one);
        assert!(live.listen(1, 2).is_none());
    }
}
