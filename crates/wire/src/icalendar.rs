//! Calendars as other programs take them: RFC 5545 (the data), RFC 5546 (what is to be done with it).
//!
//! Moments are written in UTC, which every program shows on its owner's clock: no description of a time zone has to travel
//! along, and a change of its rules cannot make an appointment wrong. Days are written as days.

use std::fmt::Write;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Octets of a line at the most, without its end (RFC 5545 §3.1).
const LINE: usize = 75;

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What programs call it; may be empty.
    pub name: String,
    /// What is to be done with it.
    pub method: Method,
    /// Its events.
    pub events: Vec<Event>,
}

/// What a program is to do with a calendar (RFC 5546 §1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Keep it; a higher sequence takes the place of a lower one.
    Publish,
    /// Take it away.
    Cancel,
}

impl Method {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Does it take place?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Yes.
    #[default]
    Confirmed,
    /// No more.
    Cancelled,
}

/// How long it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From a moment to another.
    Moments {
        /// The first.
        start: Timestamp,
        /// The first that no longer belongs to it.
        end: Timestamp,
    },
    /// Whole days.
    Days {
        /// The first.
        first: Date,
        /// The last, which belongs to it.
        last: Date,
    },
}

impl Default for Span {
    fn default() -> Self {
        Self::Moments { start: Timestamp::UNIX_EPOCH, end: Timestamp::UNIX_EPOCH }
    }
}

/// An event. Texts may hold anything; what stands empty is not written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// What names it for ever: `12@comune.example`.
    pub uid: String,
    /// How often it was changed.
    pub sequence: u32,
    /// When this was written.
    pub stamp: Timestamp,
    /// When it is.
    pub span: Span,
    /// Does it take place?
    pub status: Status,
    /// What it is called.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where it is.
    pub location: String,
    /// Its page.
    pub url: String,
    /// Whoever organises it, as `mailto:…`, and their name; a cancellation needs one.
    pub organizer: Option<(String, String)>,
    /// Minutes before it at which a program may remind; none for no reminder.
    pub alarm_minutes: Option<u32>,
}

/// The calendar as text, its lines ended by CR LF.
pub fn write(calendar: &Calendar) -> String {
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Dedalus//Dedalus//IT");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", calendar.method.word());
    out.text("X-WR-CALNAME", &calendar.name);
    for event in &calendar.events {
        write_event(&mut out, event);
    }
    out.line("END", "VCALENDAR");
    out.0
}

fn write_event(out: &mut Lines, event: &Event) {
    out.line("BEGIN", "VEVENT");
    out.text("UID", &event.uid);
    out.line("SEQUENCE", &event.sequence.to_string());
    out.line("DTSTAMP", &moment(event.stamp));
    match event.span {
        Span::Moments { start, end } => {
            out.line("DTSTART", &moment(start));
            out.line("DTEND", &moment(end));
        }
        Span::Days { first, last } => {
            out.line("DTSTART;VALUE=DATE", &day(first));
            // The end of days is the day after (RFC 5545 §3.6.1).
            out.line("DTEND;VALUE=DATE", &day(last.checked_add(1.day()).unwrap_or(last)));
        }
    }
    out.line("STATUS", if event.status == Status::Cancelled { "CANCELLED" } else { "CONFIRMED" });
    out.text("SUMMARY", &event.summary);
    out.text("DESCRIPTION", &event.description);
    out.text("LOCATION", &event.location);
    out.uri("URL", &event.url);
    if let Some((address, name)) = &event.organizer {
        out.uri(&format!("ORGANIZER;CN=\"{}\"", parameter(name)), address);
    }
    if let Some(minutes) = event.alarm_minutes {
        out.line("BEGIN", "VALARM");
        out.line("ACTION", "DISPLAY");
        out.text("DESCRIPTION", &event.summary);
        out.line("TRIGGER", &format!("-PT{minutes}M"));
        out.line("END", "VALARM");
    }
    out.line("END", "VEVENT");
}

/// `20280225T080000Z`.
fn moment(time: Timestamp) -> String {
    time.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// `20280225`.
fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A parameter between quotes: it can hold neither quotes nor controls (RFC 5545 §3.2).
fn parameter(text: &str) -> String {
    text.chars().filter(|c| *c != '"' && !c.is_control()).collect()
}

/// A text value: commas, semicolons, backslashes and line breaks are escaped (RFC 5545 §3.3.11), other controls left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(name, &escaped(value));
        }
    }

    fn uri(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(name, &value.chars().filter(|c| !c.is_control()).collect::<String>());
        }
    }

    /// One line, folded so that no piece is longer than 75 octets and no letter is cut in two.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        let whole = format!("{name}:{value}");
        for letter in whole.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= letter.len_utf8();
            let _ = self.0.write_char(letter); // a String takes every letter
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn event() -> Event {
        let start = date(2028, 3, 27).at(9, 0, 0, 0).in_tz("Europe/Rome").unwrap().timestamp();
        Event {
            uid: "12@comune.example".into(),
            sequence: 1,
            stamp: "2028-02-24T09:00:00Z".parse().unwrap(),
            span: Span::Moments { start, end: start + 20.minutes() },
            summary: "Carta d’identità; URP, piano terra".into(),
            description: "Porta:\n- una foto\\tessera".into(),
            url: "https://comune.example/a,b;c".into(),
            organizer: Some(("mailto:urp@comune.example".into(), "URP \"uno\"".into())),
            alarm_minutes: Some(60),
            ..Event::default()
        }
    }

    fn calendar(events: Vec<Event>) -> Calendar {
        Calendar { name: "Appuntamenti".into(), method: Method::Publish, events }
    }

    #[test]
    fn an_appointment_is_written_as_the_standard_wants_it() {
        let text = write(&calendar(vec![event()]));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        // The day after the clock goes on: nine in Rome is seven in UTC.
        assert!(text.contains("DTSTART:20280327T070000Z\r\nDTEND:20280327T072000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Carta d’identità\\; URP\\, piano terra\r\n"));
        assert!(text.contains("DESCRIPTION:Porta:\\n- una foto\\\\tessera\r\n"));
        assert!(text.contains("URL:https://comune.example/a,b;c\r\n"));
        assert!(text.contains("ORGANIZER;CN=\"URP uno\":mailto:urp@comune.example\r\n"));
        assert!(text.contains("TRIGGER:-PT60M\r\n") && text.contains("SEQUENCE:1\r\n") && text.contains("STATUS:CONFIRMED\r\n"));
        assert!(!text.contains("LOCATION"));
    }

    #[test]
    fn days_end_on_the_day_after_the_last() {
        let span = Span::Days { first: date(2028, 2, 28), last: date(2028, 2, 29) };
        let text = write(&Calendar { method: Method::Cancel, ..calendar(vec![Event { span, status: Status::Cancelled, ..event() }]) });
        assert!(text.contains("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280301\r\n"), "{text}");
        assert!(text.contains("METHOD:CANCEL\r\n") && text.contains("STATUS:CANCELLED\r\n"));
    }

    proptest! {
        #[test]
        fn any_text_is_folded_and_comes_back(summary in "\\PC{0,200}|[àè€😀,;\\\\ ]{0,120}") {
            let text = write(&calendar(vec![Event { summary: summary.clone(), ..event() }]));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let unfolded = text.replace("\r\n ", "");
            let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap_or_default();
            let mut back = String::new();
            let mut letters = line.chars();
            while let Some(letter) = letters.next() {
                back.push(match letter {
                    '\\' => match letters.next() { Some('n') => '\n', Some(other) => other, None => '\\' },
                    other => other,
                });
            }
            prop_assert_eq!(back, summary);
        }

        #[test]
        fn no_text_begins_a_line_of_its_own(words in "(\r\n|\n|\r|[A-Z:])*") {
            let hostile = Event { summary: words.clone(), url: words.clone(), uid: words.clone(), organizer: Some((words.clone(), words)), ..event() };
            let text = write(&calendar(vec![hostile]));
            prop_assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 1);
            let unfolded = text.replace("\r\n ", "");
            prop_assert_eq!(unfolded.lines().filter(|line| line.starts_with("DTSTART")).count(), 1);
        }
    }
}
