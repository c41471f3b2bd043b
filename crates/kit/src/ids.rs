//! Numbers that name rows: 64 bits, sorted by time, never a permission.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use crate::clock::Time;

/// 2020-01-01T00:00:00Z in milliseconds: where our counting starts.
const EPOCH_MS: i64 = 1_577_836_800_000;
/// Bits below the milliseconds.
const LOW_BITS: u32 = 20;

static LAST: AtomicI64 = AtomicI64::new(0);
static COUNT: AtomicU32 = AtomicU32::new(0);
static START: OnceLock<u32> = OnceLock::new();

/// A new id: 43 bits of milliseconds since 2020, 20 bits that start at random and count on,
/// so that ids of one process always grow and ids of two processes hardly ever meet.
pub fn next(now: Time) -> i64 {
    // Counted, not drawn: ids of one millisecond grow even while another clock in the process is far ahead.
    let start = *START.get_or_init(|| random_u32() & ((1 << (LOW_BITS - 1)) - 1));
    let low = i64::from(start.wrapping_add(COUNT.fetch_add(1, Ordering::Relaxed)) & ((1 << LOW_BITS) - 1));
    let candidate = ((now.millis() - EPOCH_MS).max(1) << LOW_BITS) | low;
    let mut last = LAST.load(Ordering::Relaxed);
    loop {
        // Within the same millisecond, or when a clock went back a little, count on from the last one.
        let behind = last - candidate;
        let id = if (0..10_000_i64 << LOW_BITS).contains(&behind) { last + 1 } else { candidate };
        match LAST.compare_exchange_weak(last, id, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return id,
            Err(seen) => last = seen,
        }
    }
}

/// The smallest id a row made at `time` can have: for keyset paging by date.
pub fn floor(time: Time) -> i64 {
    (time.millis() - EPOCH_MS).max(0) << LOW_BITS
}

fn random_u32() -> u32 {
    getrandom::u32().unwrap_or(0)
}

/// A newtype for the ids of one table: `id!(PostId, "A post's number.")`.
/// Converts to and from the database, is a string in JSON, and parses from an address.
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl $name {
            /// A new number, sorted by time.
            pub fn next(now: $crate::clock::Time) -> Self {
                Self($crate::ids::next(now))
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::ids::from_text_or_number(deserializer).map(Self)
            }
        }
        impl From<$name> for $crate::db::Value {
            fn from(id: $name) -> Self {
                Self::Int(id.0)
            }
        }
        impl $crate::db::FromValue for $name {
            fn from_value(value: $crate::db::ValueRef<'_>) -> Result<Self, $crate::db::DbError> {
                i64::from_value(value).map(Self)
            }
        }
    };
}

/// Reads an id from JSON text (`"123"`), a form or a path: always text there, a number in old data.
pub fn from_text_or_number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    struct Either;
    impl serde::de::Visitor<'_> for Either {
        type Value = i64;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a number as text")
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<i64, E> {
            text.parse().map_err(E::custom)
        }
        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<i64, E> {
            Ok(number)
        }
        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<i64, E> {
            i64::try_from(number).map_err(E::custom)
        }
    }
    deserializer.deserialize_any(Either)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_within_one_millisecond_and_sort_by_time() {
        let now = Time::from_micros(1_835_000_000_000_000);
        let many: Vec<i64> = (0..10_000).map(|_| next(now)).collect();
        assert!(many.windows(2).all(|pair| pair[0] < pair[1]));
        let between: Vec<i64> = (0..1000)
            .map(|_| {
                next(now.plus(3 * 24 * 3600 * 1_000_000));
                next(now)
            })
            .collect();
        assert!(between.windows(2).all(|pair| pair[0] < pair[1]), "another clock, days ahead, disturbs the order");
        assert!(next(now.plus(60_000_000)) > many[many.len() - 1]);
        assert!(many[0] >= floor(now));
    }
}
