//! The sign on a door, in the words of the page's language.

use kit::i18n::dates;

use super::hours::{Door, SOON, Stretch, clock, door};
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

/// The sign of a week at the frame's moment.
pub fn door_view(frame: &Frame, week: &[Stretch]) -> DoorView {
    let now = frame.now.zoned(&frame.zone);
    let minute = u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or_default();
    match door(week, frame.now, &frame.zone) {
        Door::Open { until } => {
            let words = frame.t1("door-until", "time", &clock(until));
            DoorView { open: true, soon: until.saturating_sub(minute) <= SOON, words, known: true }
        }
        Door::Closed { days, weekday, opens } => {
            let time = clock(opens);
            let words = match days {
                0 => frame.t1("door-opens-today", "time", &time),
                1 => frame.t1("door-opens-tomorrow", "time", &time),
                _ => frame.t2("door-opens-on", "day", dates::weekday(weekday, frame.lang), "time", &time),
            };
            DoorView { open: false, soon: false, words, known: true }
        }
        Door::Unknown => DoorView { open: false, soon: false, words: frame.t("door-unknown").to_owned(), known: false },
    }
}
