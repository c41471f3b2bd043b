//! Where pages stand, by their key, within a number of bytes. Who has not been asked for since the hand last came
//! round goes first (the clock algorithm, which is nearly least-recently-used and costs a hit nothing).

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

use super::PageKey;
use super::entry::Entry;

const SHARDS: usize = 16;

type Shard = RwLock<HashMap<u64, Arc<Entry>>>;

pub struct Shelf {
    max: usize,
    shards: [Shard; SHARDS],
    hasher: RandomState,
    hand: Mutex<Hand>,
}

/// Held while something is put or taken away; never by a look.
#[derive(Default)]
struct Hand {
    /// The hash of every page that stands here, once.
    order: VecDeque<u64>,
    bytes: usize,
}

impl Shelf {
    pub fn new(max: usize) -> Self {
        Self { max, shards: std::array::from_fn(|_| Shard::default()), hasher: RandomState::new(), hand: Mutex::default() }
    }

    /// Is there room for anything at all?
    pub fn keeps_any(&self) -> bool {
        self.max > 0
    }

    fn shard(&self, hash: u64) -> Option<&Shard> {
        self.shards.get(usize::try_from(hash >> 32).unwrap_or(0) % SHARDS)
    }

    pub fn get(&self, key: PageKey<'_>) -> Option<Arc<Entry>> {
        let hash = self.hasher.hash_one(key);
        let entry = self.shard(hash)?.read().get(&hash).filter(|entry| entry.is(key)).cloned()?;
        entry.mark();
        Some(entry)
    }

    /// Puts a page in its place, and takes others away until there is room.
    pub fn put(&self, entry: Arc<Entry>, is_fresh: impl Fn(&Entry) -> bool) {
        let hash = self.hasher.hash_one(entry.key());
        // One page must not push everything else out.
        if entry.weight() > self.max / 2 {
            return;
        }
        let Some(shard) = self.shard(hash) else { return };
        let mut hand = self.hand.lock();
        hand.bytes += entry.weight();
        match shard.write().insert(hash, entry) {
            Some(old) => hand.bytes -= old.weight(),
            None => hand.order.push_back(hash),
        }
        // Twice round at most, however busily pages are asked for meanwhile.
        let mut mercy = 2 * hand.order.len();
        while hand.bytes > self.max {
            let Some(hash) = hand.order.pop_front() else { break };
            let Some(shard) = self.shard(hash) else { continue };
            mercy = mercy.saturating_sub(1);
            if mercy > 0 && shard.read().get(&hash).is_some_and(|entry| entry.unmark() && is_fresh(entry)) {
                hand.order.push_back(hash);
            } else if let Some(gone) = shard.write().remove(&hash) {
                hand.bytes -= gone.weight();
            }
        }
    }

    pub fn clear(&self) {
        let mut hand = self.hand.lock();
        for shard in &self.shards {
            shard.write().clear();
        }
        *hand = Hand::default();
    }

    /// Pages and bytes.
    pub fn size(&self) -> (u64, u64) {
        let hand = self.hand.lock();
        (hand.order.len() as u64, hand.bytes as u64)
    }
}
