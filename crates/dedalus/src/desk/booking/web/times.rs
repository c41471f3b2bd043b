//! Free days and hours as they are chosen from: in a draft, when a booking moves, at the counter.

use jiff::civil::Date;
use kit::clock::Time;
use kit::i18n::dates::{Year, day_long, time_of_day};

use crate::desk::booking::slots::{Asker, Free, Timetable};
use crate::shell::{Frame, Query};

/// Days shown at once.
const DAYS: usize = 8;
/// Times offered to who found theirs taken.
const NEXT: usize = 6;

/// A day with free times.
#[derive(Debug, Clone)]
pub struct DayView {
    /// `2028-02-25`.
    pub day: String,
    /// `venerdì 25 febbraio`.
    pub words: String,
    /// "12 orari".
    pub free: String,
    /// Is it the one that is shown?
    pub here: bool,
}

/// A time to choose.
#[derive(Debug, Clone)]
pub struct TimeView {
    /// What the form sends.
    pub value: String,
    /// `9:20`, or with its day.
    pub words: String,
    /// Is it chosen?
    pub chosen: bool,
}

/// What there is to choose from.
#[derive(Debug, Clone)]
pub struct TimesView {
    /// The next days with free times.
    pub days: Vec<DayView>,
    /// The day whose times are shown, for the field.
    pub day: String,
    /// The same in words.
    pub day_words: String,
    /// Its free times.
    pub times: Vec<TimeView>,
    /// The first day of the next list, if there are more.
    pub later: Option<String>,
    /// First and last day one may ask for.
    pub bounds: (String, String),
    /// Why nobody works that day, if so.
    pub why: Option<String>,
}

/// A day in words.
pub fn day_words(frame: &Frame, day: Date) -> String {
    day_long(Time::start_of(day, &frame.zone), &frame.zone, frame.lang, Year::UnlessOf(frame.now))
}

/// A time with its day.
pub fn time_words(frame: &Frame, at: Time) -> String {
    let day = day_long(at, &frame.zone, frame.lang, Year::UnlessOf(frame.now));
    frame.t2("booking-day-time", "day", &day, "time", &time_of_day(at, &frame.zone))
}

/// The times that come next, with their days.
pub fn next_times(frame: &Frame, table: &Timetable, after: Time) -> Vec<TimeView> {
    let mut next = table.next_free(after, frame.now, NEXT);
    if next.is_empty() {
        next = table.next_free(frame.now, frame.now, NEXT);
    }
    next.into_iter().map(|free| TimeView { value: value(&free), words: time_words(frame, free.starts_at), chosen: false }).collect()
}

/// What was sent for a time.
pub fn read_time(text: &str) -> Option<Time> {
    text.parse().ok().map(Time::from_micros)
}

fn value(free: &Free) -> String {
    free.starts_at.micros().to_string()
}

impl TimesView {
    /// For the day of the address, or the first with a free time; `chosen` stands in the draft already.
    pub fn of(frame: &Frame, table: &Timetable, query: &Query, chosen: Option<Time>, asker: Asker) -> Self {
        let now = frame.now;
        let (first, last) = table.days(now);
        let asked = query.0.line("giorno").parse::<Date>().ok();
        let from = query.0.line("da").parse::<Date>().ok().unwrap_or(first);
        let mut days = table.free_days(from, now, DAYS + 1);
        let later = (days.len() > DAYS).then(|| days.pop()).flatten().map(|(day, _)| day.to_string());
        let known = chosen.filter(|at| table.free_at(*at, now, asker).is_some()).map(|at| at.zoned(&frame.zone).date());
        let day = asked.or(known).or_else(|| days.first().map(|(day, _)| *day)).unwrap_or(first);
        let times = table.free_on(day, now, asker).into_iter().map(|free| TimeView {
            value: value(&free),
            words: time_of_day(free.starts_at, &frame.zone),
            chosen: chosen == Some(free.starts_at),
        });
        let view = |(each, free): (Date, usize)| DayView {
            day: each.to_string(),
            words: day_words(frame, each),
            free: frame.tn("booking-times", &i64::try_from(free).unwrap_or_default()),
            here: each == day,
        };
        Self {
            times: times.collect(),
            days: days.into_iter().map(view).collect(),
            day: day.to_string(),
            day_words: day_words(frame, day),
            later,
            bounds: (first.to_string(), last.to_string()),
            why: table.calendar.shut(day, table.office).map(|off| off.words(frame.lang)),
        }
    }
}
