//! Work that comes back: one list, each entry with its own next moment in the database.

use jiff::civil::Time as ClockTime;
use jiff::tz::TimeZone;

use crate::args;
use crate::clock::{MINUTE, Time};
use crate::db::Db;
use crate::error::Result;
use crate::jobs::{NewJob, enqueue};

/// How often.
#[derive(Debug, Clone, Copy)]
pub enum Every {
    /// Every so many minutes.
    Minutes(i64),
    /// Every day at an hour and minute of the town's clock. On the night the clock goes on, at the first moment that exists.
    Day(i8, i8),
}

/// One entry of the list.
#[derive(Debug, Clone, Copy)]
pub struct Recurring {
    /// Its name, which is also the kind of job that is queued.
    pub name: &'static str,
    /// How often.
    pub every: Every,
}

impl Recurring {
    fn next(&self, after: Time, zone: &TimeZone) -> Time {
        match self.every {
            Every::Minutes(minutes) => after.plus(minutes.max(1) * MINUTE),
            Every::Day(hour, minute) => {
                let here = after.zoned(zone);
                let clock = ClockTime::new(hour, minute, 0, 0).unwrap_or_default();
                let mut day = here.date();
                for _ in 0..3 {
                    if let Ok(moment) = day.to_datetime(clock).to_zoned(zone.clone()) {
                        let moment = Time::from(&moment);
                        if moment > after {
                            return moment;
                        }
                    }
                    day = day.tomorrow().unwrap_or(day);
                }
                after.plus(24 * 60 * MINUTE)
            }
        }
    }
}

crate::row! {
    /// An entry as administration sees it.
    #[derive(Debug, Clone)]
    pub struct RecurringRow {
        /// Its name.
        pub name: String,
        /// When it is queued next.
        pub next_at: Time,
        /// When it was queued last.
        pub last_at: Option<Time>,
    }
}

/// The entries that have a moment, soonest first.
pub async fn recurring_list(db: &Db) -> Result<Vec<RecurringRow>> {
    Ok(db.all("select name, next_at, last_at from recurring order by next_at, name", vec![]).await?)
}

/// Queues what is due. A moment that passed while the process was down is queued once, not once for each time missed.
pub(super) async fn queue_due(db: &Db, list: &[Recurring], zone: &TimeZone) -> Result<()> {
    let now = db.now();
    let known: Vec<(String, Time)> = db.all("select name, next_at from recurring", vec![]).await?;
    for entry in list {
        if known.iter().any(|(name, at)| name == entry.name && *at > now) {
            continue;
        }
        let next = entry.next(now, zone);
        db.write(async |tx| {
            // Another process may have been faster: what counts is the moment that stands there in this turn.
            let due: Option<(Time,)> = tx.maybe("select next_at from recurring where name = $1", args![entry.name]).await?;
            let Some((at,)) = due else {
                tx.run("insert into recurring (name, next_at, last_at) values ($1, $2, null)", args![entry.name, next]).await?;
                return Ok(());
            };
            if at <= now {
                tx.run("update recurring set next_at = $2, last_at = $3 where name = $1", args![entry.name, next, now]).await?;
                enqueue(tx, NewJob::new(entry.name, serde_json::json!({})).once(format!("{}@{}", entry.name, at.micros()))).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rome(text: &str) -> Time {
        Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap())
    }

    #[test]
    fn a_daily_entry_keeps_its_hour_over_the_change_of_hour() {
        let zone = TimeZone::get("Europe/Rome").unwrap();
        let entry = Recurring { name: "x", every: Every::Day(4, 30) };
        assert_eq!(entry.next(rome("2028-03-25T04:30:00"), &zone), rome("2028-03-26T04:30:00"));
        assert_eq!(entry.next(rome("2028-10-28T12:00:00"), &zone), rome("2028-10-29T04:30:00"));
        assert_eq!(entry.next(rome("2028-02-28T12:00:00"), &zone), rome("2028-02-29T04:30:00"));
    }

    #[test]
    fn an_hour_that_the_clock_skips_is_taken_at_the_first_moment_after() {
        let zone = TimeZone::get("Europe/Rome").unwrap();
        let entry = Recurring { name: "x", every: Every::Day(2, 30) };
        let next = entry.next(rome("2028-03-25T12:00:00"), &zone);
        assert!(next > rome("2028-03-26T01:59:00") && next < rome("2028-03-26T04:00:00"));
    }
}
