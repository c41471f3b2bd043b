//! Opening hours of a week, and whether a door is open at a moment. Pure; times are those of the town's clock.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use kit::clock::Time;

kit::row! {
    /// One stretch of a weekday: minutes since midnight, from inclusive, to exclusive.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Stretch {
        /// 1 is Monday (ISO 8601).
        pub weekday: u8,
        /// First minute.
        pub opens: u16,
        /// First minute after.
        pub closes: u16,
    }
}

/// What a door's sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Open, until this minute of today.
    Open {
        /// Minute of the day.
        until: u16,
    },
    /// Closed; opens next on this weekday (1 is Monday) at this minute; `days` from today.
    Closed {
        /// Days from today: 0 is later today.
        days: u8,
        /// ISO weekday.
        weekday: u8,
        /// Minute of the day.
        opens: u16,
    },
    /// No hours are known.
    Unknown,
}

/// Minutes before closing from which the sign warns that the door closes soon.
pub const SOON: u16 = 60;

/// The door at a moment.
pub fn door(week: &[Stretch], now: Time, zone: &TimeZone) -> Door {
    let here = now.zoned(zone);
    let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
    let today = iso(here.weekday());
    if let Some(open) = week.iter().find(|s| s.weekday == today && s.opens <= minute && minute < s.closes) {
        return Door::Open { until: open.closes };
    }
    for days in 0..=7_u8 {
        let weekday = (today - 1 + days) % 7 + 1;
        let next = week.iter().filter(|s| s.weekday == weekday && (days > 0 || s.opens > minute)).map(|s| s.opens).min();
        if let Some(opens) = next {
            return Door::Closed { days, weekday, opens };
        }
    }
    Door::Unknown
}

/// The moment at which the sign says something else, for the page cache.
pub fn door_changes(week: &[Stretch], now: Time, zone: &TimeZone) -> Option<Time> {
    let here = now.zoned(zone);
    let date = match door(week, now, zone) {
        Door::Open { until } => {
            let warns = until.saturating_sub(SOON);
            let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
            (here.date(), if minute < warns { warns } else { until })
        }
        Door::Closed { days, opens, .. } => (here.date().checked_add(jiff::Span::new().days(i64::from(days))).ok()?, opens),
        Door::Unknown => return None,
    };
    let (day, minute) = date;
    let midnight = day.to_datetime(jiff::civil::Time::midnight());
    let moment = midnight.checked_add(jiff::Span::new().minutes(i64::from(minute))).ok()?;
    moment.to_zoned(zone.clone()).ok().map(|zoned| Time::from(&zoned))
}

/// `9:00` of a minute of the day.
pub fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

fn iso(weekday: Weekday) -> u8 {
    weekday.to_monday_one_offset().unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rome() -> TimeZone {
        TimeZone::get("Europe/Rome").unwrap()
    }
    fn at(text: &str) -> Time {
        Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap())
    }
    fn library() -> Vec<Stretch> {
        (1..=5).map(|weekday| Stretch { weekday, opens: 540, closes: 810 }).collect()
    }

    #[test]
    fn a_door_is_open_from_its_first_minute_and_closed_at_its_last() {
        assert_eq!(door(&library(), at("2028-02-24T09:00:00"), &rome()), Door::Open { until: 810 });
        assert_eq!(door(&library(), at("2028-02-24T08:59:59"), &rome()), Door::Closed { days: 0, weekday: 4, opens: 540 });
        assert_eq!(door(&library(), at("2028-02-24T13:30:00"), &rome()), Door::Closed { days: 1, weekday: 5, opens: 540 });
    }

    #[test]
    fn a_closed_friday_points_to_monday_and_an_empty_week_to_nothing() {
        assert_eq!(door(&library(), at("2028-02-25T18:00:00"), &rome()), Door::Closed { days: 3, weekday: 1, opens: 540 });
        assert_eq!(door(&[], at("2028-02-25T18:00:00"), &rome()), Door::Unknown);
        let once = [Stretch { weekday: 5, opens: 540, closes: 600 }];
        assert_eq!(door(&once, at("2028-02-25T18:00:00"), &rome()), Door::Closed { days: 7, weekday: 5, opens: 540 });
    }

    #[test]
    fn the_sign_changes_when_it_says_so_also_over_the_change_of_hour() {
        assert_eq!(door_changes(&library(), at("2028-02-24T10:00:00"), &rome()), Some(at("2028-02-24T12:30:00")));
        assert_eq!(door_changes(&library(), at("2028-02-24T12:30:00"), &rome()), Some(at("2028-02-24T13:30:00")));
        assert_eq!(door_changes(&library(), at("2028-03-24T18:00:00"), &rome()), Some(at("2028-03-27T09:00:00")));
    }
}
