//! Time as a value: UTC microseconds, and a clock that tests and the demo can set.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z. What the database stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(i64);

/// Microseconds in a second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds in a minute.
pub const MINUTE: i64 = 60 * SECOND;
/// Microseconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Microseconds in 24 hours (not a calendar day: that one may have 23 or 25).
pub const DAY: i64 = 24 * HOUR;

impl Time {
    /// From microseconds since the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// This moment plus some microseconds; stays at the end of time instead of wrapping.
    #[must_use]
    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Microseconds from `earlier` to this moment.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// On the calendar and clock of a zone.
    pub fn zoned(self, zone: &TimeZone) -> Zoned {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
    }

    /// RFC 3339 in UTC, to the second.
    pub fn rfc3339(self) -> String {
        let stamp = Timestamp::from_second(self.0.div_euclid(SECOND)).unwrap_or(Timestamp::UNIX_EPOCH);
        stamp.to_string()
    }

    /// Midnight at the beginning of a day in a zone.
    pub fn start_of(day: Date, zone: &TimeZone) -> Self {
        match day.to_zoned(zone.clone()) {
            Ok(zoned) => Self(zoned.timestamp().as_microsecond()),
            Err(_) => Self(0),
        }
    }
}

impl From<&Zoned> for Time {
    fn from(zoned: &Zoned) -> Self {
        Self(zoned.timestamp().as_microsecond())
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

/// The house's clock: cheap to clone, the same everywhere.
#[derive(Debug, Clone)]
pub struct Clock(Arc<Hand>);

#[derive(Debug)]
enum Hand {
    /// The machine's clock.
    Real,
    /// Starts at a chosen moment and runs.
    Running { from: Time, started: Instant },
    /// Stands still until it is moved.
    Still(AtomicI64),
}

impl Clock {
    /// The machine's clock.
    pub fn real() -> Self {
        Self(Arc::new(Hand::Real))
    }

    /// A clock that reads `from` now and runs on.
    pub fn running_from(from: Time) -> Self {
        Self(Arc::new(Hand::Running { from, started: Instant::now() }))
    }

    /// A clock that stands still until [`Clock::advance`] moves it.
    pub fn still(at: Time) -> Self {
        Self(Arc::new(Hand::Still(AtomicI64::new(at.0))))
    }

    /// What time it is.
    pub fn now(&self) -> Time {
        match &*self.0 {
            Hand::Real => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Time(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
            }
            Hand::Running { from, started } => from.plus(i64::try_from(started.elapsed().as_micros()).unwrap_or(i64::MAX)),
            Hand::Still(at) => Time(at.load(Ordering::Relaxed)),
        }
    }

    /// Moves a still clock on by some microseconds; other clocks do not listen.
    pub fn advance(&self, micros: i64) {
        if let Hand::Still(at) = &*self.0 {
            at.fetch_add(micros, Ordering::Relaxed);
        }
    }
}
