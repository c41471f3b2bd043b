//! The plain term: a start and so many days, moved on when it would end on a day on which nobody works.
//!
//! The day of the start is not counted (art. 2963 c.c.), and a term that ends on a holiday ends on the next day that is none.
//! How long a procedure may take says L. 241/1990 art. 2; suspensions are not here.

use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::i18n::dates::{Year, day_long};
use kit::i18n::{Arg, Lang};

use super::{Calendar, Off};
use crate::shell::catalog;

/// When a term ends, and why then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day from which it is counted.
    pub start: Date,
    /// How many days it has.
    pub days: u16,
    /// Its last day.
    pub date: Date,
    /// The day it was moved from, and what that day was.
    pub moved: Option<(Date, Off)>,
}

impl Calendar {
    /// When a term of so many days ends. Days on which one office alone is closed move no term.
    pub fn due(&self, start: Date, days: u16) -> Due {
        let plain = start.checked_add(Span::new().days(i64::from(days))).unwrap_or(Date::MAX);
        let date = self.next_working(plain, None);
        let moved = self.off(plain, None).filter(|_| date != plain).map(|off| (plain, off));
        Due { start, days, date, moved }
    }
}

impl Due {
    /// In words: "30 giorni, spostato da domenica 2 giugno 2030 (domenica)".
    pub fn explain(&self, lang: Lang) -> String {
        let n = Arg::from(i64::from(self.days));
        match &self.moved {
            None => catalog().with(lang, "calendar-due", &[("n", n)]).into_owned(),
            Some((from, off)) => {
                let day = day_words(*from, lang);
                let why = off.words(lang);
                let args = [("n", n), ("day", Arg::from(day.as_str())), ("why", Arg::from(why.as_str()))];
                let key = if matches!(off, Off::Sunday | Off::Rest(_)) { "calendar-due-moved" } else { "calendar-due-moved-why" };
                catalog().with(lang, key, &args).into_owned()
            }
        }
    }
}

/// A day as people say it, with its year.
pub fn day_words(day: Date, lang: Lang) -> String {
    day_long(Time::start_of(day, &TimeZone::UTC), &TimeZone::UTC, lang, Year::Said)
}
