//! The plain term of a request: so many days from the day after it was received, and on to a day on which the town works, until
//! the end of that day. What the calendar counts stands in `identity::calendar`.

use jiff::tz::TimeZone;
use kit::clock::Time;

use crate::identity::Calendar;
use crate::identity::calendar::Due;

/// When so many days are over. The day it begins is not counted.
pub fn due(calendar: &Calendar, start: Time, days: i64, zone: &TimeZone) -> Due {
    calendar.due(start.zoned(zone).date(), u16::try_from(days.max(0)).unwrap_or(u16::MAX))
}

/// The last moment of its last day.
pub fn last_moment(due: &Due, zone: &TimeZone) -> Time {
    Time::start_of(due.date.tomorrow().unwrap_or(due.date), zone).plus(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::from(&text.parse::<jiff::Zoned>().unwrap())
    }

    #[test]
    fn a_term_ends_on_a_working_day_at_its_end() {
        let (zone, calendar) = (TimeZone::get("Europe/Rome").unwrap(), Calendar::default());
        // Friday 24 March 2028 and thirty days: Sunday 23 April, so Monday 24.
        let moved = due(&calendar, at("2028-03-24T10:00:00[Europe/Rome]"), 30, &zone);
        assert_eq!((moved.date.to_string(), moved.moved.is_some()), ("2028-04-24".into(), true));
        assert_eq!(last_moment(&moved, &zone), at("2028-04-24T23:59:59.999999[Europe/Rome]"));
        // A minute before midnight counts as that day; 2028 has a 29 February.
        let late = due(&calendar, at("2028-02-24T23:59:00[Europe/Rome]"), 5, &zone);
        assert_eq!((late.date.to_string(), late.moved.is_none()), ("2028-02-29".into(), true));
        // The night in which the clock goes forward is shorter and ends the day all the same: Sunday 26 March, so Monday 27.
        let short = due(&calendar, at("2028-03-25T12:00:00[Europe/Rome]"), 1, &zone);
        assert_eq!(last_moment(&short, &zone), at("2028-03-27T23:59:59.999999[Europe/Rome]"));
    }
}
