//! The plain term: so many days from the day after it was received, and on to a working day (art. 155 c.p.c., which L. 241/1990
//! follows). The one seam for the calendar: [`is_working`] knows the weekend today.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use kit::clock::Time;

/// A term with its explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last moment of the last day.
    pub at: Time,
    /// The last day.
    pub day: Date,
    /// The weekday it would have been, when it was moved: 6 or 7 (ISO 8601).
    pub moved_from: Option<i8>,
}

/// Does the town hall work on that day?
fn is_working(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// When so many days are over. The day it begins is not counted.
pub fn due(start: Time, days: i64, zone: &TimeZone) -> Due {
    let first = start.zoned(zone).date();
    let counted = first.checked_add(days.clamp(0, 36_500).days()).unwrap_or(first);
    let mut day = counted;
    while !is_working(day) {
        day = match day.tomorrow() {
            Ok(next) => next,
            Err(_) => break,
        };
    }
    let after = Time::start_of(day.tomorrow().unwrap_or(day), zone);
    let moved_from = (day != counted).then(|| counted.weekday().to_monday_one_offset());
    Due { at: after.plus(-1), day, moved_from }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::from(&text.parse::<jiff::Zoned>().unwrap())
    }

    #[test]
    fn a_term_ends_on_a_working_day_at_its_end() {
        let zone = TimeZone::get("Europe/Rome").unwrap();
        // Thursday 24 February 2028 and thirty days: Saturday 25 March, so Monday 27.
        let moved = due(at("2028-02-24T10:00:00[Europe/Rome]"), 30, &zone);
        assert_eq!((moved.day.to_string(), moved.moved_from), ("2028-03-27".into(), Some(6)));
        assert_eq!(moved.at, at("2028-03-27T23:59:59.999999[Europe/Rome]"));
        // A minute before midnight counts as that day.
        let late = due(at("2028-02-24T23:59:00[Europe/Rome]"), 5, &zone);
        assert_eq!((late.day.to_string(), late.moved_from), ("2028-02-29".into(), None));
    }
}
