//! When a mail or a push may come: hours in which somebody sleeps, and the hour of the daily mail. Pure: moments and a zone in,
//! a moment out; right over midnight and on both days on which the clock changes.

use jiff::civil::{Date, Time as ClockTime};
use jiff::tz::TimeZone;
use kit::clock::{DAY, Time};

/// Quiet from a minute of the day to another, over midnight when the second is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first quiet minute of the town's clock, 0 to 1439.
    pub from: u16,
    /// The first minute that is not quiet any more.
    pub to: u16,
}

impl Quiet {
    /// Does somebody sleep at this moment?
    pub fn is_quiet(self, at: Time, zone: &TimeZone) -> bool {
        let here = at.zoned(zone).datetime();
        let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
        if self.from <= self.to { (self.from..self.to).contains(&minute) } else { minute >= self.from || minute < self.to }
    }

    /// The first moment from this one on that is not quiet. The clock may reach it twice, or skip it: so every moment at which
    /// quiet can end is looked at, the change of the clock among them.
    pub fn ends(self, at: Time, zone: &TimeZone) -> Time {
        if !self.is_quiet(at, zone) {
            return at;
        }
        let today = at.zoned(zone).date();
        let mut ends: Vec<Time> = [today.yesterday(), Ok(today), today.tomorrow()]
            .into_iter()
            .flatten()
            .flat_map(|day| readings(day, self.to, zone))
            .chain(changes(at, zone))
            .filter(|end| *end > at && !self.is_quiet(*end, zone))
            .collect();
        ends.sort_unstable();
        ends.first().copied().unwrap_or(at)
    }
}

/// The moments at which the clock reads this minute on a day: one as a rule, two when it goes back.
fn readings(day: Date, minute: u16, zone: &TimeZone) -> Vec<Time> {
    let (hour, rest) = (i8::try_from(minute / 60).unwrap_or_default(), i8::try_from(minute % 60).unwrap_or_default());
    let read = zone.to_ambiguous_timestamp(day.to_datetime(ClockTime::new(hour, rest, 0, 0).unwrap_or_default()));
    [read.earlier(), read.later()].into_iter().flatten().map(|moment| Time::from_micros(moment.as_microsecond())).collect()
}

/// The change of the clock in the next two days, if there is one.
fn changes(at: Time, zone: &TimeZone) -> Vec<Time> {
    let Ok(stamp) = jiff::Timestamp::from_microsecond(at.micros()) else { return Vec::new() };
    let next = zone.following(stamp).next().map(|change| Time::from_micros(change.timestamp().as_microsecond()));
    next.into_iter().filter(|change| change.since(at) < 2 * DAY).collect()
}

/// The next time the clock reaches an hour: once a day, at the first moment after it on the day that skips it.
pub fn next_digest(after: Time, hour: u8, zone: &TimeZone) -> Time {
    let today = after.zoned(zone).date();
    let clock = ClockTime::new(i8::try_from(hour).unwrap_or(8), 0, 0, 0).unwrap_or_default();
    [Ok(today), today.tomorrow()]
        .into_iter()
        .flatten()
        .filter_map(|day| day.to_datetime(clock).to_zoned(zone.clone()).ok())
        .map(|moment| Time::from(&moment))
        .find(|moment| *moment > after)
        .unwrap_or_else(|| after.plus(DAY))
}

#[cfg(test)]
mod tests {
    use kit::clock::MINUTE;
    use proptest::prelude::*;

    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Rome").unwrap()
    }

    /// A moment by its distance from Greenwich: on the night the clock goes back an hour comes twice.
    fn at(text: &str) -> Time {
        Time::from_micros(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    const NIGHT: Quiet = Quiet { from: 22 * 60, to: 7 * 60 };

    #[test]
    fn the_night_goes_over_midnight() {
        assert_eq!(NIGHT.ends(at("2028-02-24T21:59:59+01:00"), &zone()), at("2028-02-24T21:59:59+01:00"));
        assert_eq!(NIGHT.ends(at("2028-02-24T22:00:00+01:00"), &zone()), at("2028-02-25T07:00:00+01:00"));
        assert_eq!(NIGHT.ends(at("2028-02-25T06:59:00+01:00"), &zone()), at("2028-02-25T07:00:00+01:00"));
        assert_eq!(NIGHT.ends(at("2028-02-25T07:00:00+01:00"), &zone()), at("2028-02-25T07:00:00+01:00"));
    }

    #[test]
    fn an_afternoon_can_be_quiet_and_equal_hours_are_never() {
        let nap = Quiet { from: 13 * 60, to: 16 * 60 };
        assert_eq!(nap.ends(at("2028-02-24T13:30:00+01:00"), &zone()), at("2028-02-24T16:00:00+01:00"));
        assert!(!nap.is_quiet(at("2028-02-24T12:59:00+01:00"), &zone()));
        assert!(!Quiet { from: 60, to: 60 }.is_quiet(at("2028-02-24T01:00:00+01:00"), &zone()));
    }

    #[test]
    fn the_night_in_which_the_clock_goes_on_is_an_hour_shorter() {
        // 26 March 2028: from two it is three.
        assert_eq!(NIGHT.ends(at("2028-03-25T23:00:00+01:00"), &zone()), at("2028-03-26T07:00:00+02:00"));
        let skipped = Quiet { from: 0, to: 150 };
        assert_eq!(skipped.ends(at("2028-03-26T01:00:00+01:00"), &zone()), at("2028-03-26T03:00:00+02:00"), "half past two never comes");
    }

    #[test]
    fn the_night_in_which_the_clock_goes_back_has_an_hour_twice() {
        // 29 October 2028: at three it is two again.
        let short = Quiet { from: 0, to: 150 };
        assert_eq!(short.ends(at("2028-10-29T02:10:00+02:00"), &zone()), at("2028-10-29T02:30:00+02:00"));
        assert_eq!(short.ends(at("2028-10-29T02:10:00+01:00"), &zone()), at("2028-10-29T02:30:00+01:00"));
        assert_eq!(NIGHT.ends(at("2028-10-29T02:10:00+01:00"), &zone()), at("2028-10-29T07:00:00+01:00"));
    }

    #[test]
    fn the_daily_mail_comes_once_a_day_also_when_its_hour_is_skipped_or_comes_twice() {
        assert_eq!(next_digest(at("2028-02-24T07:59:59+01:00"), 8, &zone()), at("2028-02-24T08:00:00+01:00"));
        assert_eq!(next_digest(at("2028-02-24T08:00:00+01:00"), 8, &zone()), at("2028-02-25T08:00:00+01:00"));
        assert_eq!(next_digest(at("2028-03-25T12:00:00+01:00"), 2, &zone()), at("2028-03-26T03:00:00+02:00"));
        assert_eq!(next_digest(at("2028-03-26T03:00:00+02:00"), 2, &zone()), at("2028-03-27T02:00:00+02:00"));
        assert_eq!(next_digest(at("2028-10-28T12:00:00+02:00"), 2, &zone()), at("2028-10-29T02:00:00+02:00"));
        assert_eq!(next_digest(at("2028-10-29T02:00:00+02:00"), 2, &zone()), at("2028-10-30T02:00:00+01:00"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_waits_comes_at_the_first_minute_that_is_not_quiet(
            from in 0_u16..1440, to in 0_u16..1440, minutes in 0_i64..2880,
            night in prop_oneof![Just("2028-03-25T12:00:00+01:00"), Just("2028-10-28T12:00:00+02:00"), Just("2028-02-24T12:00:00+01:00")],
        ) {
            let (quiet, zone) = (Quiet { from, to }, zone());
            let start = at(night).plus(minutes * MINUTE);
            let mut expected = start;
            while quiet.is_quiet(expected, &zone) {
                expected = expected.plus(MINUTE);
            }
            prop_assert_eq!(quiet.ends(start, &zone), expected);
        }
    }
}
