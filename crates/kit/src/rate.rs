//! How often one person or address may do something, counted in memory.
//!
//! Each limit lets `count` happen at once and then one every `seconds / count` (the generic cell rate algorithm: one
//! number a key, the moment at which its debt is paid). The table has a fixed size: a flood of keys makes it forget
//! those that owe least, never grow.

mod cidr;
mod client;

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

pub use cidr::{Cidr, visitor};
pub use client::client_address;

use crate::config::Rate;
use crate::error::{Error, Result};

/// How many keys share a bucket.
const WAYS: usize = 8;

/// Who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key<'a> {
    /// An account, by its number.
    Account(i64),
    /// An address: IPv4 whole, IPv6 by /64 ([`Key::address`] takes care of that).
    Visitor(IpAddr),
    /// A word, such as a mailbox in its folded form.
    Word(&'a str),
}

impl Key<'_> {
    /// The key of an address.
    pub fn address(address: IpAddr) -> Self {
        Self::Visitor(visitor(address))
    }
}

/// The limiter of one process.
pub struct Limiter {
    limits: Vec<(&'static str, Cell)>,
    buckets: Box<[Mutex<[Debt; WAYS]>]>,
    hasher: RandomState,
    started: Instant,
}

#[derive(Clone, Copy)]
struct Cell {
    /// Nanoseconds one event costs.
    cost: u64,
    /// Nanoseconds of debt one may have.
    most: u64,
}

/// A key (as its hash, 0 for an empty place) and when its debt is paid, in nanoseconds since the start.
#[derive(Clone, Copy, Default)]
struct Debt {
    key: u64,
    paid: u64,
}

impl Limiter {
    /// A limiter with named limits that remembers `keys` keys at the most (16 bytes each).
    pub fn new(limits: impl IntoIterator<Item = (&'static str, Rate)>, keys: usize) -> Self {
        let limits = limits.into_iter().map(|(name, rate)| {
            let whole = u64::from(rate.seconds.max(1)) * 1_000_000_000;
            let cost = whole / u64::from(rate.count.max(1));
            (name, Cell { cost, most: cost * u64::from(rate.count.max(1)) })
        });
        let buckets = (keys / WAYS).max(1);
        Self {
            limits: limits.collect(),
            buckets: (0..buckets).map(|_| Mutex::new([Debt::default(); WAYS])).collect(),
            hasher: RandomState::new(),
            started: Instant::now(),
        }
    }

    /// Counts one event, or says how many seconds to wait. A limit nobody declared is our fault.
    pub fn take(&self, limit: &str, key: Key<'_>) -> Result<()> {
        self.take_at(limit, key, self.started.elapsed())
    }

    /// Would the next one have to wait? Counts nothing.
    pub fn is_full(&self, limit: &str, key: Key<'_>) -> bool {
        self.is_full_at(limit, key, self.started.elapsed())
    }

    fn is_full_at(&self, limit: &str, key: Key<'_>, now: Duration) -> bool {
        let Some((cell, hash, bucket)) = self.place(limit, key) else { return true };
        let owed = bucket.lock().iter().find(|debt| debt.key == hash).copied();
        owed.is_some_and(|debt| debt.paid.saturating_sub(nanos(now)) + cell.cost > cell.most)
    }

    /// A limit's price, the key's hash, and the bucket it is counted in; none for a limit nobody declared.
    fn place(&self, limit: &str, key: Key<'_>) -> Option<(Cell, u64, &Mutex<[Debt; WAYS]>)> {
        let (index, (_, cell)) = self.limits.iter().enumerate().find(|(_, (name, _))| *name == limit)?;
        let hash = self.hasher.hash_one((index, key)).max(1);
        let place = usize::try_from(hash).unwrap_or(0) % self.buckets.len();
        Some((*cell, hash, self.buckets.get(place)?))
    }

    fn take_at(&self, limit: &str, key: Key<'_>, now: Duration) -> Result<()> {
        let Some((cell, hash, bucket)) = self.place(limit, key) else {
            return Err(Error::internal(format!("no limit is called {limit}")));
        };
        let now = nanos(now);
        let mut bucket = bucket.lock();
        let known = bucket.iter().position(|debt| debt.key == hash);
        // A newcomer takes the place of whoever owes least: an empty place first, then one long paid.
        let Some(debt) = (match known {
            Some(at) => bucket.get_mut(at),
            None => bucket.iter_mut().min_by_key(|debt| debt.paid),
        }) else {
            return Ok(());
        };
        if known.is_none() {
            *debt = Debt { key: hash, paid: 0 };
        }
        let owed = debt.paid.saturating_sub(now);
        if owed + cell.cost > cell.most {
            let wait = (owed + cell.cost - cell.most).div_ceil(1_000_000_000);
            return Err(Error::TooMany(u32::try_from(wait).unwrap_or(u32::MAX)));
        }
        debt.paid = now + owed + cell.cost;
        Ok(())
    }
}

fn nanos(now: Duration) -> u64 {
    u64::try_from(now.as_nanos()).unwrap_or(u64::MAX / 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn limiter(count: u32, seconds: u32, keys: usize) -> Limiter {
        Limiter::new([("other", Rate::new(1, 1)), ("x", Rate::new(count, seconds))], keys)
    }

    fn wait(result: Result<()>) -> u32 {
        match result {
            Ok(()) => 0,
            Err(Error::TooMany(wait)) => wait,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn so_many_at_once_then_one_at_a_time() {
        let limiter = limiter(3, 30, 64);
        let take = |at| wait(limiter.take_at("x", Key::Account(1), at));
        assert_eq!([take(SECOND), take(SECOND), take(SECOND), take(SECOND)], [0, 0, 0, 10]);
        assert_eq!(take(SECOND * 6), 5);
        assert_eq!(take(SECOND * 11), 0);
        assert_eq!(take(SECOND * 11), 10);
        assert_eq!([take(SECOND * 100), take(SECOND * 100), take(SECOND * 100)], [0, 0, 0]);
    }

    #[test]
    fn whether_it_is_full_is_told_without_counting() {
        let limiter = limiter(2, 30, 64);
        for taken in 0..3 {
            for _ in 0..5 {
                assert_eq!(limiter.is_full_at("x", Key::Account(1), SECOND), taken == 2);
            }
            assert_eq!(limiter.take_at("x", Key::Account(1), SECOND).is_ok(), taken < 2);
        }
        assert!(limiter.is_full("unheard-of", Key::Account(1)));
    }

    #[test]
    fn waiting_as_long_as_was_said_is_enough() {
        let limiter = limiter(7, 100, 64);
        let mut now = SECOND;
        for _ in 0..200 {
            let wait = wait(limiter.take_at("x", Key::Word("anna"), now));
            if wait > 0 {
                now += SECOND * wait;
                assert!(limiter.take_at("x", Key::Word("anna"), now).is_ok());
            }
        }
    }

    #[test]
    fn people_addresses_and_limits_are_counted_apart() {
        let limiter = limiter(1, 60, 1024);
        let four: IpAddr = "192.0.2.1".parse().unwrap();
        for key in [Key::Account(1), Key::Account(2), Key::address(four), Key::Word("1")] {
            assert!(limiter.take("x", key).is_ok() && limiter.take("other", key).is_ok(), "{key:?}");
        }
        assert!(limiter.take("x", Key::address("::ffff:192.0.2.1".parse().unwrap())).is_err());
        assert!(limiter.take("x", Key::address("2001:db8::1".parse().unwrap())).is_ok());
        assert!(limiter.take("x", Key::address("2001:db8::2".parse().unwrap())).is_err());
        assert!(matches!(limiter.take("unheard-of", Key::Account(1)), Err(Error::Internal(_))));
    }

    #[test]
    fn a_flood_of_keys_does_not_grow_the_table_nor_free_who_owes_much() {
        let limiter = limiter(10, 3600, 64);
        for _ in 0..10 {
            limiter.take("x", Key::Account(-1)).unwrap();
        }
        for flood in 0..100_000 {
            let _ = limiter.take("x", Key::Account(flood));
        }
        assert!(limiter.take("x", Key::Account(-1)).is_err());
        assert_eq!(limiter.buckets.len() * WAYS, 64);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn in_any_stretch_no_more_pass_than_the_rate_allows(count in 1_u32..20, seconds in 1_u32..100, steps in proptest::collection::vec(0_u64..20_000, 1..200)) {
            let limiter = limiter(count, seconds, 64);
            let mut now = SECOND;
            let mut passed: Vec<Duration> = Vec::new();
            for step in steps {
                now += Duration::from_millis(step);
                if limiter.take_at("x", Key::Account(1), now).is_ok() {
                    passed.push(now);
                }
            }
            let cost = Duration::from_secs(seconds.into()) / count;
            for (first, from) in passed.iter().enumerate() {
                for (last, until) in passed.iter().enumerate().skip(first) {
                    let most = u128::from(count) + (*until - *from).as_nanos() / cost.as_nanos() + 1;
                    prop_assert!(((last - first + 1) as u128) <= most);
                }
            }
        }
    }
}
