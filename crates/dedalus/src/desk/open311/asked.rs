//! Which requests somebody asks for: categories, a stretch of at most ninety days, open or closed.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::{DAY, HOUR, SECOND, Time};

use crate::shell::Form;

/// The longest stretch, in days.
const DAYS: i64 = 90;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Codes of categories; all when there is none.
    pub codes: Vec<String>,
    /// Received at this moment or later.
    pub from: Time,
    /// Received at this moment or earlier.
    pub until: Time,
    /// Closed ones, or those that are not; both when nothing is said.
    pub closed: Option<bool>,
}

/// What cannot be asked, as the key of a sentence.
pub type Wrong = &'static str;

/// From an address.
pub fn read(query: &Form, now: Time, zone: &TimeZone) -> Result<Asked, Wrong> {
    let (start, end) = (moment(&query.line("start_date"), zone)?, moment(&query.line("end_date"), zone)?);
    // A summer in between makes ninety days of the calendar an hour longer.
    let most = DAYS * DAY + HOUR;
    let (from, until) = match (start, end) {
        (None, None) => (now.plus(-DAYS * DAY), now),
        (Some(start), None) => (start.at, start.at.plus(DAYS * DAY)),
        (None, Some(end)) => (end.at.plus(-DAYS * DAY), end.last()),
        (Some(start), Some(end)) if end.last() < start.at => return Err("open311-dates-turned"),
        (Some(start), Some(end)) if end.at.since(start.at) > most => return Err("open311-dates-far"),
        (Some(start), Some(end)) => (start.at, end.last()),
    };
    let closed = match list(&query.line("status")).as_slice() {
        [] => None,
        words if words.iter().any(|word| word != "open" && word != "closed") => return Err("open311-status"),
        words => match (words.iter().any(|word| word == "open"), words.iter().any(|word| word == "closed")) {
            (true, true) => None,
            (_, closed) => Some(closed),
        },
    };
    Ok(Asked { codes: list(&query.line("service_code")), from, until, closed })
}

/// The parts of a list with commas.
pub fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A moment, or a whole day.
#[derive(Debug, Clone, Copy)]
struct Moment {
    at: Time,
    is_day: bool,
}

impl Moment {
    /// Its last moment. Who says a second means all of it.
    const fn last(self) -> Time {
        self.at.plus(if self.is_day { DAY } else { SECOND } - 1)
    }
}

/// A date of the W3C's profile of ISO 8601 (NOTE-datetime): with its offset, or a day of the town. A plus that nobody encoded comes as a
/// space.
fn moment(text: &str, zone: &TimeZone) -> Result<Option<Moment>, Wrong> {
    let text = text.replace(' ', "+");
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() == 10 {
        let day = text.parse::<Date>().map_err(|_| "open311-date")?;
        return Ok(Some(Moment { at: Time::start_of(day, zone), is_day: true }));
    }
    let at = text.parse::<Timestamp>().map_err(|_| "open311-date")?;
    Ok(Some(Moment { at: Time::from(&at.to_zoned(zone.clone())), is_day: false }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rome() -> TimeZone {
        TimeZone::get("Europe/Rome").unwrap()
    }
    fn at(text: &str) -> Time {
        Time::from(&text.parse::<Timestamp>().unwrap().to_zoned(TimeZone::UTC))
    }
    fn asked(query: &str) -> Result<Asked, Wrong> {
        read(&Form::parse(query.as_bytes()).unwrap(), at("2028-02-24T09:00:00Z"), &rome())
    }

    #[test]
    fn without_dates_it_is_the_last_ninety_days() {
        let all = asked("").unwrap();
        assert_eq!((all.from, all.until, all.closed), (at("2027-11-26T09:00:00Z"), at("2028-02-24T09:00:00Z"), None));
        let some = asked("service_code=strade,+verde,&status=open").unwrap();
        assert_eq!((some.codes, some.closed), (vec!["strade".to_owned(), "verde".to_owned()], Some(false)));
        assert_eq!(asked("status=closed,open").unwrap().closed, None);
        assert_eq!(asked("status=closed").unwrap().closed, Some(true));
        assert_eq!(asked("status=solved"), Err("open311-status"));
    }

    #[test]
    fn dates_have_an_offset_or_are_days_of_the_town() {
        let day = asked("start_date=2028-01-10&end_date=2028-01-10").unwrap();
        assert_eq!((day.from, day.until), (at("2028-01-09T23:00:00Z"), at("2028-01-10T22:59:59.999999Z")));
        let one = asked("start_date=2028-01-10T00:00:00%2B01:00&end_date=2028-01-10T12:00:00Z").unwrap();
        assert_eq!((one.from, one.until), (at("2028-01-09T23:00:00Z"), at("2028-01-10T12:00:00.999999Z")));
        // The plus as a space, as clients forget to encode it.
        assert_eq!(asked("start_date=2028-01-10T00:00:00+01:00").unwrap().from, one.from);
        for bad in ["gestern", "2028-13-01", "2028-01-10T00:00:00", "10/01/2028", "2028"] {
            assert_eq!(asked(&format!("start_date={bad}")), Err("open311-date"), "{bad}");
        }
    }

    #[test]
    fn a_stretch_is_ninety_days_at_the_most() {
        assert!(asked("start_date=2027-01-01T00:00:00Z&end_date=2027-04-01T00:00:00Z").is_ok());
        assert_eq!(asked("start_date=2027-01-01T00:00:00Z&end_date=2027-04-02T00:00:00Z"), Err("open311-dates-far"));
        assert_eq!(asked("start_date=2027-01-02&end_date=2027-01-01"), Err("open311-dates-turned"));
        // Over the end of summer time, and with one date alone.
        assert!(asked("start_date=2027-09-01&end_date=2027-11-30").is_ok());
        let alone = asked("end_date=2027-04-01T00:00:00Z").unwrap();
        assert_eq!(alone.from, at("2027-01-01T00:00:00Z"));
        assert_eq!(asked("start_date=2027-01-01T00:00:00Z").unwrap().until, at("2027-04-01T00:00:00Z"));
    }

    proptest! {
        #[test]
        fn whatever_is_asked_the_stretch_is_bounded(start in "\\PC{0,30}", end in "[0-9TZ:+-]{0,25}") {
            let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("start_date", &start).append_pair("end_date", &end).finish();
            if let Ok(asked) = asked(&query) {
                prop_assert!(asked.from <= asked.until);
                prop_assert!(asked.until.since(asked.from) <= (DAYS + 1) * DAY + HOUR);
            }
        }
    }
}
