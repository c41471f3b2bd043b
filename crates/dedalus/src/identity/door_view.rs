//! The sign on a door, in the words of the page's language.

use kit::clock::Time;
use kit::i18n::dates;

use super::calendar::Calendar;
use super::hours::{Door, SOON, Stretch, clock, door, door_changes};
use super::office::OfficeId;
use crate::shell::Frame;

/// What a door's sign says, in words.
#[derive(Debug, Clone)]
pub struct DoorView {
    /// Is it open?
    pub open: bool,
    /// Does it close within the hour?
    pub soon: bool,
    /// "fino alle 13:30", "apre domani alle 9:00"; empty when no hours are known.
    pub words: String,
    /// Are any hours known?
    pub known: bool,
}

impl DoorView {
    /// The class of the sign.
    pub fn class(&self) -> &'static str {
        match (self.open, self.soon) {
            (true, true) => "ded-hours ded-hours--soon",
            (true, false) => "ded-hours ded-hours--open",
            _ => "ded-hours",
        }
    }

    /// Key of the sign's first words.
    pub fn key(&self) -> &'static str {
        match (self.open, self.soon) {
            (true, true) => "door-soon",
            (true, false) => "door-open",
            _ if !self.known => "door-hours-unknown",
            _ => "door-closed",
        }
    }
}

/// The sign of an office's week at the frame's moment. Holidays and closures shut the door: "chiuso oggi: Ferragosto".
pub fn door_view(frame: &Frame, week: &[Stretch], calendar: &Calendar, office: OfficeId) -> DoorView {
    let now = frame.now.zoned(&frame.zone);
    let minute = u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or_default();
    let closed = |words: String| DoorView { open: false, soon: false, words, known: true };
    let today = calendar.shut(now.date(), office).filter(|_| !week.is_empty());
    let why = today.map(|off| frame.t1("door-shut-today", "why", &off.words(frame.lang)));
    let opens = match door(week, frame.now, &frame.zone, |day| calendar.shut(day, office).is_some()) {
        Door::Open { until } => {
            let words = frame.t1("door-until", "time", &clock(until));
            return DoorView { open: true, soon: until.saturating_sub(minute) <= SOON, words, known: true };
        }
        Door::Closed { days, weekday, opens } => opens_words(frame, days, weekday, &clock(opens)),
        Door::Unknown if week.is_empty() => {
            return DoorView { open: false, soon: false, words: frame.t("door-unknown").to_owned(), known: false };
        }
        Door::Unknown => String::new(),
    };
    closed([why.unwrap_or_default(), opens].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "))
}

fn opens_words(frame: &Frame, days: u16, weekday: u8, time: &str) -> String {
    match days {
        0 => frame.t1("door-opens-today", "time", time),
        1 => frame.t1("door-opens-tomorrow", "time", time),
        2..=7 => frame.t2("door-opens-on", "day", dates::weekday(weekday, frame.lang), "time", time),
        _ => {
            let here = frame.now.zoned(&frame.zone).date();
            let day = here.checked_add(jiff::Span::new().days(i64::from(days))).unwrap_or(here);
            let day = dates::day_long(Time::start_of(day, &frame.zone), &frame.zone, frame.lang, dates::Year::UnlessOf(frame.now));
            frame.t2("door-opens-on", "day", &day, "time", time)
        }
    }
}

/// When the sign of an office's week says something else.
pub fn door_turns(frame: &Frame, week: &[Stretch], calendar: &Calendar, office: OfficeId) -> Option<Time> {
    door_changes(week, frame.now, &frame.zone, |day| calendar.shut(day, office).is_some())
}
