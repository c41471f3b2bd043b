//! When each subject was last touched: a counter for all, and a fixed number of stripes that subjects share.
//!
//! Two subjects on one stripe only cost a page that is made once too often.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

const STRIPES: usize = 4096;

/// The place of a subject among the stripes.
pub type Stripe = u16;

pub struct Generations {
    /// The generation whose stripes are all set. Set last, so that whoever reads it sees them.
    settled: AtomicU64,
    /// The last stripe belongs to every page.
    stripes: Box<[AtomicU64]>,
    /// One invalidation at a time.
    turn: Mutex<()>,
    hasher: RandomState,
}

/// The stripe of every page.
const ALL: usize = STRIPES;

impl Generations {
    pub fn new() -> Self {
        let stripes = (0..=STRIPES).map(|_| AtomicU64::new(0)).collect();
        Self { settled: AtomicU64::new(0), stripes, turn: Mutex::new(()), hasher: RandomState::new() }
    }

    /// The generation that is settled. Read before a page's first query, it dates the page.
    pub fn now(&self) -> u64 {
        // Acquire: the queries that follow must not be moved before this.
        self.settled.load(Ordering::Acquire)
    }

    pub fn stripe(&self, tag: &str) -> Stripe {
        Stripe::try_from(self.hasher.hash_one(tag) % (STRIPES as u64)).unwrap_or_default()
    }

    /// Moves some stripes to a new generation. A page begun while this runs dates from before it, and is made again:
    /// once too often, never once too seldom.
    pub fn move_on(&self, stripes: impl Iterator<Item = Stripe>) {
        self.set(stripes.map(usize::from));
    }

    pub fn move_all(&self) {
        self.set(std::iter::once(ALL));
    }

    fn set(&self, stripes: impl Iterator<Item = usize>) {
        let _turn = self.turn.lock();
        let next = self.settled.load(Ordering::Relaxed) + 1;
        for stripe in stripes.filter_map(|stripe| self.stripes.get(stripe)) {
            stripe.store(next, Ordering::Relaxed);
        }
        self.settled.store(next, Ordering::Release);
    }

    /// Has none of these stripes moved since a generation?
    pub fn unmoved(&self, stripes: &[Stripe], since: u64) -> bool {
        let at_most = |stripe: usize| self.stripes.get(stripe).is_some_and(|moved| moved.load(Ordering::Relaxed) <= since);
        at_most(ALL) && stripes.iter().all(|stripe| at_most(usize::from(*stripe)))
    }
}
