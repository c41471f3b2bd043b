//! Opening hours of a week, and whether a door is open at a moment. Pure; times are those of the town's clock.

use jiff::civil::{Date, Weekday};
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
        days: u16,
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

/// Days after which nobody looks further for an open door.
const FAR: u16 = 120;

/// The door at a moment. On days that are `shut` it stays closed, whatever the hours say.
pub fn door(week: &[Stretch], now: Time, zone: &TimeZone, shut: impl Fn(Date) -> bool) -> Door {
    let here = now.zoned(zone);
    let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
    let today = iso(here.weekday());
    let is_open = |s: &&Stretch| s.weekday == today && s.opens <= minute && minute < s.closes;
    if let Some(open) = week.iter().find(is_open).filter(|_| !shut(here.date())) {
        return Door::Open { until: open.closes };
    }
    for (days, day) in (0..FAR).zip(here.date().series(jiff::Span::new().days(1))) {
        let weekday = iso(day.weekday());
        let next = week.iter().filter(|s| s.weekday == weekday && (days > 0 || s.opens > minute)).map(|s| s.opens).min();
        if let Some(opens) = next.filter(|_| !shut(day)) {
            return Door::Closed { days, weekday, opens };
        }
    }
    Door::Unknown
}

/// The moment at which the sign says something else, for the page cache: at midnight at the latest, because "tomorrow" is
/// another day then.
pub fn door_changes(week: &[Stretch], now: Time, zone: &TimeZone, shut: impl Fn(Date) -> bool) -> Option<Time> {
    let here = now.zoned(zone);
    let minute = match door(week, now, zone, shut) {
        Door::Open { until } => {
            let warns = until.saturating_sub(SOON);
            let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
            if minute < warns { warns } else { until }
        }
        Door::Closed { days: 0, opens, .. } => opens,
        Door::Closed { .. } => return Some(kit::i18n::dates::next_midnight(now, zone)),
        Door::Unknown if week.is_empty() => return None,
        Door::Unknown => return Some(kit::i18n::dates::next_midnight(now, zone)),
    };
    let midnight = here.date().to_datetime(jiff::civil::Time::midnight());
    let moment = midnight.checked_add(jiff::Span::new().minutes(i64::from(minute))).ok()?;
    moment.to_zoned(zone.clone()).ok().map(|zoned| Time::from(&zoned))
}

/// `9:00` of a minute of the day.
pub fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// Why a day's line cannot be read, with the piece that is at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursFault {
    /// Not two times with a dash between them.
    Shape(String),
    /// Not a time of day.
    Time(String),
    /// Closes before it opens.
    Order(String),
    /// Begins before the stretch before has ended.
    Overlap(String),
    /// More stretches than a day can need.
    Many,
}

impl HoursFault {
    /// Key of the sentence in the language files; its value is called `piece`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape(_) => "error-hours-shape",
            Self::Time(_) => "error-hours-time",
            Self::Order(_) => "error-hours-order",
            Self::Overlap(_) => "error-hours-overlap",
            Self::Many => "error-hours-many",
        }
    }

    /// The piece of the line that is at fault.
    pub fn piece(&self) -> &str {
        match self {
            Self::Shape(piece) | Self::Time(piece) | Self::Order(piece) | Self::Overlap(piece) => piece,
            Self::Many => "",
        }
    }
}

/// Stretches of one day at the most.
const STRETCHES: usize = 6;

/// Reads one day's line: `9:00–13:30, 15–17`. Nothing is a closed day; stretches that touch become one.
pub fn parse_day(weekday: u8, line: &str) -> Result<Vec<Stretch>, HoursFault> {
    let mut day: Vec<Stretch> = Vec::new();
    for piece in line.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let stretch = parse_stretch(weekday, piece)?;
        match day.last_mut() {
            Some(before) if stretch.opens < before.closes => return Err(HoursFault::Overlap(piece.to_owned())),
            Some(before) if stretch.opens == before.closes => before.closes = stretch.closes,
            _ => day.push(stretch),
        }
    }
    if day.len() > STRETCHES { Err(HoursFault::Many) } else { Ok(day) }
}

fn parse_stretch(weekday: u8, piece: &str) -> Result<Stretch, HoursFault> {
    let (opens, closes) = piece.split_once(['-', '–', '—', '−']).ok_or_else(|| HoursFault::Shape(piece.to_owned()))?;
    let time = |text: &str| parse_time(text.trim()).ok_or_else(|| HoursFault::Time(text.trim().to_owned()));
    let stretch = Stretch { weekday, opens: time(opens)?, closes: time(closes)? };
    if stretch.opens < stretch.closes { Ok(stretch) } else { Err(HoursFault::Order(piece.to_owned())) }
}

/// `9`, `9:30`, `9.30`, up to `24:00`, as minutes since midnight.
fn parse_time(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour, 2) || !digits(minute, 2) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= 24 * 60).then_some(at)
}

/// One day of a week as a line that [`parse_day`] reads.
pub fn format_day(week: &[Stretch], weekday: u8) -> String {
    let day = week.iter().filter(|stretch| stretch.weekday == weekday);
    day.map(|stretch| format!("{}–{}", clock(stretch.opens), clock(stretch.closes))).collect::<Vec<_>>().join(", ")
}

fn iso(weekday: Weekday) -> u8 {
    weekday.to_monday_one_offset().unsigned_abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rome() -> TimeZone {
        TimeZone::get("Europe/Rome").unwrap()
    }
    fn at(text: &str) -> Time {
        Time::from(&format!("{text}[Europe/Rome]").parse::<jiff::Zoned>().unwrap())
    }
    fn never(_: Date) -> bool {
        false
    }
    fn library() -> Vec<Stretch> {
        (1..=5).map(|weekday| Stretch { weekday, opens: 540, closes: 810 }).collect()
    }

    #[test]
    fn a_door_is_open_from_its_first_minute_and_closed_at_its_last() {
        assert_eq!(door(&library(), at("2028-02-24T09:00:00"), &rome(), never), Door::Open { until: 810 });
        assert_eq!(door(&library(), at("2028-02-24T08:59:59"), &rome(), never), Door::Closed { days: 0, weekday: 4, opens: 540 });
        assert_eq!(door(&library(), at("2028-02-24T13:30:00"), &rome(), never), Door::Closed { days: 1, weekday: 5, opens: 540 });
    }

    #[test]
    fn a_closed_friday_points_to_monday_and_an_empty_week_to_nothing() {
        assert_eq!(door(&library(), at("2028-02-25T18:00:00"), &rome(), never), Door::Closed { days: 3, weekday: 1, opens: 540 });
        assert_eq!(door(&[], at("2028-02-25T18:00:00"), &rome(), never), Door::Unknown);
        let once = [Stretch { weekday: 5, opens: 540, closes: 600 }];
        assert_eq!(door(&once, at("2028-02-25T18:00:00"), &rome(), never), Door::Closed { days: 7, weekday: 5, opens: 540 });
    }

    #[test]
    fn the_sign_changes_when_it_says_so_also_over_the_change_of_hour() {
        assert_eq!(door_changes(&library(), at("2028-02-24T10:00:00"), &rome(), never), Some(at("2028-02-24T12:30:00")));
        assert_eq!(door_changes(&library(), at("2028-02-24T12:30:00"), &rome(), never), Some(at("2028-02-24T13:30:00")));
        assert_eq!(door_changes(&library(), at("2028-03-24T18:00:00"), &rome(), never), Some(at("2028-03-25T00:00:00")));
        assert_eq!(door_changes(&library(), at("2028-03-27T00:00:00"), &rome(), never), Some(at("2028-03-27T09:00:00")));
    }

    #[test]
    fn a_day_that_is_shut_is_passed_over_however_long_it_lasts() {
        let shut = |day: Date| (24..=28).contains(&day.day());
        assert_eq!(door(&library(), at("2028-02-24T10:00:00"), &rome(), shut), Door::Closed { days: 5, weekday: 2, opens: 540 });
        assert_eq!(door_changes(&library(), at("2028-02-24T10:00:00"), &rome(), shut), Some(at("2028-02-25T00:00:00")));
        assert_eq!(door(&library(), at("2028-02-24T10:00:00"), &rome(), |_| true), Door::Unknown);
    }

    fn read(line: &str) -> Result<Vec<(u16, u16)>, HoursFault> {
        parse_day(1, line).map(|day| day.iter().map(|s| (s.opens, s.closes)).collect())
    }

    #[test]
    fn a_line_is_read_as_people_write_it() {
        assert_eq!(read("9:00–13:30, 15–17"), Ok(vec![(540, 810), (900, 1020)]));
        assert_eq!(read(" 8.30 - 12 ; 14.00-18.00 "), Ok(vec![(510, 720), (840, 1080)]));
        assert_eq!(read("0–24:00"), Ok(vec![(0, 1440)]));
        assert_eq!(read("9–12, 12–13"), Ok(vec![(540, 780)]));
        assert_eq!(read("  "), Ok(vec![]));
    }

    #[test]
    fn a_line_that_makes_no_sense_says_which_piece_does_not() {
        assert_eq!(read("mattina"), Err(HoursFault::Shape("mattina".into())));
        assert_eq!(read("9:00–13:70"), Err(HoursFault::Time("13:70".into())));
        assert_eq!(read("9–25"), Err(HoursFault::Time("25".into())));
        assert_eq!(read("9–24:01"), Err(HoursFault::Time("24:01".into())));
        assert_eq!(read("9:5–10"), Err(HoursFault::Time("9:5".into())));
        assert_eq!(read("9–13–17"), Err(HoursFault::Time("13–17".into())));
        assert_eq!(read("13–9"), Err(HoursFault::Order("13–9".into())));
        assert_eq!(read("9–9"), Err(HoursFault::Order("9–9".into())));
        assert_eq!(read("9–13, 12–15"), Err(HoursFault::Overlap("12–15".into())));
        assert_eq!(read("15–17, 9–12"), Err(HoursFault::Overlap("9–12".into())));
        assert_eq!(read("0-1,2-3,4-5,6-7,8-9,10-11,12-13"), Err(HoursFault::Many));
    }

    /// A day of up to six stretches with a pause between any two.
    fn any_day() -> impl Strategy<Value = Vec<Stretch>> {
        proptest::collection::btree_set(0_u16..=1440, 0..=12).prop_map(|minutes| {
            let minutes: Vec<u16> = minutes.into_iter().collect();
            minutes.chunks_exact(2).map(|pair| Stretch { weekday: 3, opens: pair[0], closes: pair[1] }).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn what_is_written_is_read_again(day in any_day()) {
            let line = format_day(&day, 3);
            prop_assert_eq!(parse_day(3, &line), Ok(day));
        }

        #[test]
        fn any_line_is_read_or_refused(line in "[0-9:., –-]{0,40}|.{0,20}") {
            if let Ok(day) = parse_day(2, &line) {
                prop_assert!(day.len() <= 6 && day.iter().all(|s| s.opens < s.closes && s.closes <= 1440));
                prop_assert!(day.windows(2).all(|pair| pair[0].closes < pair[1].opens));
                prop_assert_eq!(parse_day(2, &format_day(&day, 2)), Ok(day));
            }
        }
    }
}
