//! Dates and times as people say them, in three languages, and as machines read them.

use jiff::Zoned;
use jiff::tz::TimeZone;

use crate::clock::Time;
use crate::i18n::Lang;

/// Is the year said?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// Always.
    Said,
    /// Only when it is not the year of this moment.
    UnlessOf(Time),
}

/// The day: "giovedì 24 febbraio 2028", "Thursday 24 February 2028", "Donnerstag, 24. Februar 2028".
pub fn day_long(time: Time, zone: &TimeZone, lang: Lang, year: Year) -> String {
    let day = time.zoned(zone);
    let said = match year {
        Year::Said => true,
        Year::UnlessOf(now) => now.zoned(zone).year() != day.year(),
    };
    let mut text = day_and_month(&day, lang);
    if said {
        text.push(' ');
        text.push_str(&day.year().to_string());
    }
    text
}

/// Near moments with their time ("oggi, 8:15", "ieri, 17:40", "domani, 9:00"), others as a day, with its year if it is
/// not this one. The text may change at [`next_midnight`] of `now`.
pub fn when(time: Time, now: Time, zone: &TimeZone, lang: Lang) -> String {
    let day = time.zoned(zone).date();
    let today = now.zoned(zone).date();
    let near = if day == today {
        Some(["oggi", "today", "heute"])
    } else if Some(day) == today.yesterday().ok() {
        Some(["ieri", "yesterday", "gestern"])
    } else if Some(day) == today.tomorrow().ok() {
        Some(["domani", "tomorrow", "morgen"])
    } else {
        None
    };
    match near {
        Some(words) => format!("{}, {}", pick(lang, words), time_of_day(time, zone)),
        None => day_long(time, zone, lang, Year::UnlessOf(now)),
    }
}

/// The name of a weekday, 1 for Monday (ISO 8601).
pub fn weekday(number: u8, lang: Lang) -> &'static str {
    const NAMES: [[&str; 3]; 7] = [
        ["lunedì", "Monday", "Montag"],
        ["martedì", "Tuesday", "Dienstag"],
        ["mercoledì", "Wednesday", "Mittwoch"],
        ["giovedì", "Thursday", "Donnerstag"],
        ["venerdì", "Friday", "Freitag"],
        ["sabato", "Saturday", "Samstag"],
        ["domenica", "Sunday", "Sonntag"],
    ];
    NAMES.get(usize::from(number.wrapping_sub(1))).map_or("", |names| pick(lang, *names))
}

/// The time of the day, in all three languages on the clock of 24 hours: "8:15".
pub fn time_of_day(time: Time, zone: &TimeZone) -> String {
    let at = time.zoned(zone);
    format!("{}:{:02}", at.hour(), at.minute())
}

/// Day and time: "giovedì 24 febbraio 2028, ore 8:15".
pub fn date_time_long(time: Time, zone: &TimeZone, lang: Lang) -> String {
    let (day, clock) = (day_long(time, zone, lang, Year::Said), time_of_day(time, zone));
    match lang {
        Lang::It => format!("{day}, ore {clock}"),
        Lang::En => format!("{day}, {clock}"),
        Lang::De => format!("{day}, {clock} Uhr"),
    }
}

/// For `<time datetime>`: RFC 3339 to the second, with the zone's offset.
pub fn machine(time: Time, zone: &TimeZone) -> String {
    time.zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The next midnight of the zone after `now`: until then a text of [`when`] stays true.
pub fn next_midnight(now: Time, zone: &TimeZone) -> Time {
    match now.zoned(zone).date().tomorrow() {
        Ok(day) => Time::start_of(day, zone),
        Err(_) => Time::from_micros(i64::MAX), // the last day of the calendar
    }
}

fn day_and_month(day: &Zoned, lang: Lang) -> String {
    let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    let month = usize::try_from(day.month() - 1).unwrap_or_default();
    let name = |names: &[&'static str], index: usize| names.get(index).copied().unwrap_or_default();
    let (weekday, month) = match lang {
        Lang::It => (name(&DAYS_IT, weekday), name(&MONTHS_IT, month)),
        Lang::En => (name(&DAYS_EN, weekday), name(&MONTHS_EN, month)),
        Lang::De => (name(&DAYS_DE, weekday), name(&MONTHS_DE, month)),
    };
    match (lang, day.day()) {
        (Lang::It, 1) => format!("{weekday} 1º {month}"),
        (Lang::De, number) => format!("{weekday}, {number}. {month}"),
        (_, number) => format!("{weekday} {number} {month}"),
    }
}

const fn pick(lang: Lang, [it, en, de]: [&'static str; 3]) -> &'static str {
    match lang {
        Lang::It => it,
        Lang::En => en,
        Lang::De => de,
    }
}

const DAYS_IT: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_DE: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const MONTHS_IT: [&str; 12] =
    ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTHS_DE: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

#[cfg(test)]
mod tests {
    use super::*;

    /// Italy's clock, written out so that the tests need no zone files.
    fn rome() -> TimeZone {
        TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
    }

    fn at(text: &str) -> Time {
        let local: jiff::civil::DateTime = text.parse().unwrap();
        Time::from(&local.to_zoned(rome()).unwrap())
    }

    fn now() -> Time {
        at("2028-02-24T09:00")
    }

    #[test]
    fn a_day_is_said_in_three_languages() {
        let day = |lang| day_long(now(), &rome(), lang, Year::Said);
        assert_eq!(day(Lang::It), "giovedì 24 febbraio 2028");
        assert_eq!(day(Lang::En), "Thursday 24 February 2028");
        assert_eq!(day(Lang::De), "Donnerstag, 24. Februar 2028");
        assert_eq!(date_time_long(now(), &rome(), Lang::It), "giovedì 24 febbraio 2028, ore 9:00");
    }

    #[test]
    fn the_year_is_left_out_when_it_is_this_one() {
        let near = |text| day_long(at(text), &rome(), Lang::It, Year::UnlessOf(now()));
        assert_eq!(near("2028-03-01T10:00"), "mercoledì 1º marzo");
        assert_eq!(near("2027-12-31T10:00"), "venerdì 31 dicembre 2027");
    }

    #[test]
    fn near_moments_are_said_as_people_say_them() {
        let said = |text| when(at(text), now(), &rome(), Lang::It);
        assert_eq!(said("2028-02-24T08:15"), "oggi, 8:15");
        assert_eq!(said("2028-02-24T00:00"), "oggi, 0:00");
        assert_eq!(said("2028-02-23T17:40"), "ieri, 17:40");
        assert_eq!(said("2028-02-25T09:00"), "domani, 9:00");
        assert_eq!(said("2028-02-22T23:59"), "martedì 22 febbraio");
        assert_eq!(said("2026-02-22T23:59"), "domenica 22 febbraio 2026");
        assert_eq!(when(at("2028-02-23T17:40"), now(), &rome(), Lang::De), "gestern, 17:40");
    }

    #[test]
    fn the_leap_day_and_the_new_year_are_days_like_any_other() {
        assert_eq!(when(at("2028-02-29T10:00"), at("2028-03-01T10:00"), &rome(), Lang::It), "ieri, 10:00");
        assert_eq!(when(at("2028-02-28T10:00"), at("2028-03-01T10:00"), &rome(), Lang::It), "lunedì 28 febbraio");
        assert_eq!(when(at("2027-12-31T23:50"), at("2028-01-01T00:10"), &rome(), Lang::En), "yesterday, 23:50");
        assert_eq!(when(at("2027-12-30T23:50"), at("2028-01-01T00:10"), &rome(), Lang::En), "Thursday 30 December 2027");
    }

    #[test]
    fn the_change_of_the_hour_moves_neither_day_nor_midnight() {
        // 26 March 2028 has 23 hours, 29 October 25.
        assert_eq!(next_midnight(at("2028-03-26T00:00"), &rome()).since(at("2028-03-26T00:00")), 23 * crate::clock::HOUR);
        assert_eq!(next_midnight(at("2028-10-29T00:00"), &rome()).since(at("2028-10-29T00:00")), 25 * crate::clock::HOUR);
        assert_eq!(when(at("2028-03-25T23:30"), at("2028-03-26T23:45"), &rome(), Lang::It), "ieri, 23:30");
        assert_eq!(machine(at("2028-03-26T01:59:59"), &rome()), "2028-03-26T01:59:59+01:00");
        assert_eq!(machine(at("2028-03-26T03:00"), &rome()), "2028-03-26T03:00:00+02:00");
    }

    #[test]
    fn a_said_moment_stays_true_until_midnight() {
        let midnight = next_midnight(now(), &rome());
        let said = |time| when(at("2028-02-24T08:15"), time, &rome(), Lang::It);
        assert_eq!(midnight, at("2028-02-25T00:00"));
        assert_eq!(said(midnight.plus(-1)), "oggi, 8:15");
        assert_eq!(said(midnight), "ieri, 8:15");
    }
}
