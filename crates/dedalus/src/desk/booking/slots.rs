//! Which times there are, and which are free. Pure: hours, calendar and what is taken come in, times come out.

use std::collections::HashMap;

use jiff::Span;
use jiff::civil::{Date, Time as Clock};
use jiff::tz::TimeZone;
use kit::clock::{HOUR, MINUTE, Time};

use super::thing::Thing;
use crate::identity::{Calendar, OfficeId, Stretch};

/// A time that can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Free {
    /// When it begins.
    pub starts_at: Time,
    /// When it ends.
    pub ends_at: Time,
    /// How many more it takes.
    pub left: i64,
}

/// Who asks: a citizen keeps to how early and how far ahead one may book, the counter may still fill the hour that begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Somebody at the site.
    Citizen,
    /// Staff, for somebody at the counter or on the telephone.
    Staff,
}

/// Everything that says which times of a thing are free.
#[derive(Debug, Clone)]
pub struct Timetable {
    /// The thing.
    pub thing: Thing,
    /// The office of its place.
    pub office: OfficeId,
    /// Its hours.
    pub week: Vec<Stretch>,
    /// The town's calendar.
    pub calendar: Calendar,
    /// How many bookings begin when.
    pub taken: HashMap<Time, i64>,
    /// The town's clock.
    pub zone: TimeZone,
}

impl Timetable {
    /// The times of a day, taken or not: one after the other in each stretch, as long as a whole one fits. An hour that the
    /// clock skips is no time; of an hour that comes twice the first counts.
    pub fn starts(&self, day: Date) -> Vec<(Time, Time)> {
        let weekday = day.weekday().to_monday_one_offset().unsigned_abs();
        let length = i64::from(self.thing.minutes) * MINUTE;
        let mut found = Vec::new();
        for stretch in self.week.iter().filter(|stretch| stretch.weekday == weekday) {
            let mut at = stretch.opens;
            while self.thing.minutes > 0 && at + self.thing.minutes <= stretch.closes {
                if let Some(start) = moment(day, at, &self.zone) {
                    found.push((start, start.plus(length)));
                }
                at += self.thing.minutes;
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The first and last day that somebody may book now.
    pub fn days(&self, now: Time) -> (Date, Date) {
        let today = now.zoned(&self.zone).date();
        (today, today.checked_add(Span::new().days(self.thing.furthest_days)).unwrap_or(today))
    }

    /// Is the place shut on a day though its hours say otherwise?
    pub fn is_shut(&self, day: Date) -> bool {
        self.calendar.shut(day, self.office).is_some()
    }

    /// The free times of a day.
    pub fn free_on(&self, day: Date, now: Time, asker: Asker) -> Vec<Free> {
        let (first, last) = self.days(now);
        let from = match asker {
            Asker::Citizen => now.plus(self.thing.lead_hours * HOUR),
            Asker::Staff => now.plus(-i64::from(self.thing.minutes) * MINUTE),
        };
        if day < first || (day > last && asker == Asker::Citizen) || self.thing.closed_at.is_some() || self.is_shut(day) {
            return Vec::new();
        }
        self.starts(day)
            .into_iter()
            .filter(|(start, _)| *start >= from)
            .map(|(starts_at, ends_at)| Free {
                starts_at,
                ends_at,
                left: self.thing.capacity - self.taken.get(&starts_at).copied().unwrap_or(0),
            })
            .filter(|free| free.left > 0)
            .collect()
    }

    /// Can this time be booked now? Gives it with its end.
    pub fn free_at(&self, starts_at: Time, now: Time, asker: Asker) -> Option<Free> {
        let day = starts_at.zoned(&self.zone).date();
        self.free_on(day, now, asker).into_iter().find(|free| free.starts_at == starts_at)
    }

    /// Days with free times from a day on, each with how many; at the most `most`.
    pub fn free_days(&self, from: Date, now: Time, most: usize) -> Vec<(Date, usize)> {
        let (first, last) = self.days(now);
        from.max(first)
            .series(Span::new().days(1))
            .take_while(|day| *day <= last)
            .map(|day| (day, self.free_on(day, now, Asker::Citizen).len()))
            .filter(|(_, free)| *free > 0)
            .take(most)
            .collect()
    }

    /// The next free times, from the one closest after a moment; at the most `most`.
    pub fn next_free(&self, after: Time, now: Time, most: usize) -> Vec<Free> {
        let (first, last) = self.days(now);
        let from = after.zoned(&self.zone).date().clamp(first, last);
        let days = from.series(Span::new().days(1)).take_while(|day| *day <= last);
        days.flat_map(|day| self.free_on(day, now, Asker::Citizen)).filter(|free| free.starts_at >= after).take(most).collect()
    }
}

/// A minute of a day on the town's clock, unless the clock skips it.
fn moment(day: Date, minute: u16, zone: &TimeZone) -> Option<Time> {
    let clock = Clock::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
    let wanted = day.to_datetime(clock);
    let zoned = wanted.to_zoned(zone.clone()).ok()?;
    (zoned.datetime() == wanted).then(|| Time::from(&zoned))
}

#[cfg(test)]
mod tests;
