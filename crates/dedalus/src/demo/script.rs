//! What the town's texts are made of: who tells what, when, with which drawing, and what is said about it.
//!
//! Days are counted from the town's day, so that the texts are never older or newer than they should be.
//! Inside a text `{2}` is the day after tomorrow ("sabato 26 febbraio"), `{2:g}` its weekday, `{2:d}` the rest;
//! `{^2}` begins with a capital letter.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};
use kit::clock::Time;
use kit::i18n::{Lang, dates};
use kit::{Error, Result};

/// A moment of the town: days from its day, hour and minute on its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Days from the town's day: 0 is today, -1 yesterday.
    pub day: i16,
    /// Hour.
    pub hour: i8,
    /// Minute.
    pub minute: i8,
}

/// `at(-1, 17, 40)` is yesterday at 17:40.
pub const fn at(day: i16, hour: i8, minute: i8) -> At {
    At { day, hour, minute }
}

/// A drawing that was uploaded with a post.
#[derive(Debug, Clone, Copy)]
pub struct Drawing {
    /// Its name in the house.
    pub name: &'static str,
    /// What is to be seen, for who cannot see it.
    pub alt: &'static str,
}

/// Video or audio that was uploaded with a post.
#[derive(Debug, Clone, Copy)]
pub struct Recorded {
    /// The file.
    pub bytes: &'static [u8],
    /// What it is called.
    pub title: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// What is said in it.
    pub transcript: &'static str,
    /// Captions in Italian, as WebVTT; empty for none.
    pub captions: &'static str,
    /// The drawing that stands for it; empty for none.
    pub poster: &'static str,
}

/// A post.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Handle of the person who wrote it.
    pub by: &'static str,
    /// Handle of the page it speaks as.
    pub page: Option<&'static str>,
    /// Handle of the community it is said in.
    pub community: Option<&'static str>,
    /// When.
    pub at: At,
    /// Title; people may go without.
    pub title: &'static str,
    /// Markdown.
    pub body: &'static str,
    /// Language.
    pub lang: Lang,
    /// Drawing, if any.
    pub drawing: Option<Drawing>,
    /// Video or audio, if any.
    pub recorded: Option<Recorded>,
    /// It stays on top until then.
    pub pinned_until: Option<At>,
    /// What is said about it.
    pub talk: &'static [Said],
    /// Handles of those who like it.
    pub liked_by: &'static [&'static str],
    /// What is warned of before it is read.
    pub warning: &'static str,
    /// Its question: the answers, each with the handles of those who chose it, and its last moment.
    pub poll: Option<(&'static [Answer], At)>,
    /// Its author reads comments first.
    pub reads_first: bool,
}

/// An answer of a poll, and who chose it.
pub type Answer = (&'static str, &'static [&'static str]);

/// A comment and the answers to it.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// Who says it.
    pub by: Voice,
    /// When.
    pub at: At,
    /// Markdown.
    pub text: &'static str,
    /// Language.
    pub lang: Lang,
    /// It was taken back by its author later.
    pub is_gone: bool,
    /// The answers.
    pub then: &'static [Said],
}

/// Who speaks: a person, or a page through its first editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A person's handle.
    Person(&'static str),
    /// A page's handle.
    Page(&'static str),
}

/// A post of a page, written by one of its editors.
pub const fn page(page: &'static str, by: &'static str, at: At, title: &'static str, body: &'static str) -> Told {
    Told {
        by,
        page: Some(page),
        community: None,
        at,
        title,
        body,
        lang: Lang::It,
        drawing: None,
        recorded: None,
        pinned_until: None,
        talk: &[],
        liked_by: &[],
        warning: "",
        poll: None,
        reads_first: false,
    }
}

/// A post of a person.
pub const fn person(by: &'static str, at: At, title: &'static str, body: &'static str) -> Told {
    Told {
        by,
        page: None,
        community: None,
        at,
        title,
        body,
        lang: Lang::It,
        drawing: None,
        recorded: None,
        pinned_until: None,
        talk: &[],
        liked_by: &[],
        warning: "",
        poll: None,
        reads_first: false,
    }
}

/// A person's comment.
pub const fn says(by: &'static str, at: At, text: &'static str) -> Said {
    Said { by: Voice::Person(by), at, text, lang: Lang::It, is_gone: false, then: &[] }
}

/// A page's comment.
pub const fn answers(page: &'static str, at: At, text: &'static str) -> Said {
    Said { by: Voice::Page(page), at, text, lang: Lang::It, is_gone: false, then: &[] }
}

impl Told {
    /// With a drawing.
    pub const fn drawn(mut self, name: &'static str, alt: &'static str) -> Self {
        self.drawing = Some(Drawing { name, alt });
        self
    }

    /// With video or audio.
    pub const fn recorded(mut self, recorded: Recorded) -> Self {
        self.recorded = Some(recorded);
        self
    }

    /// In a community.
    pub const fn within(mut self, community: &'static str) -> Self {
        self.community = Some(community);
        self
    }

    /// On top until a moment.
    pub const fn pinned(mut self, until: At) -> Self {
        self.pinned_until = Some(until);
        self
    }

    /// In another language.
    pub const fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Liked by these people.
    pub const fn liked(mut self, by: &'static [&'static str]) -> Self {
        self.liked_by = by;
        self
    }

    /// Behind a warning.
    pub const fn warned(mut self, warning: &'static str) -> Self {
        self.warning = warning;
        self
    }

    /// With a question.
    pub const fn asks(mut self, answers: &'static [Answer], until: At) -> Self {
        self.poll = Some((answers, until));
        self
    }

    /// Comments wait until its author has read them.
    pub const fn reads_first(mut self) -> Self {
        self.reads_first = true;
        self
    }

    /// What is said about it.
    pub const fn talk(mut self, talk: &'static [Said]) -> Self {
        self.talk = talk;
        self
    }
}

impl Said {
    /// In another language.
    pub const fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Taken back by its author; its place in the thread stays.
    pub const fn gone(mut self) -> Self {
        self.is_gone = true;
        self
    }

    /// The answers to it.
    pub const fn then(mut self, then: &'static [Said]) -> Self {
        self.then = then;
        self
    }
}

/// The town's day and clock: turns what the texts say into moments and dates.
#[derive(Debug, Clone)]
pub struct Calendar {
    day: Date,
    zone: TimeZone,
}

/// The hour at which the town's day has begun: all that the texts tell of today happened before.
pub const MORNING: i8 = 10;

impl Calendar {
    /// The town's day is the day of `now`; before [`MORNING`] it is still the day before, because nothing of today has happened.
    pub fn of(now: Time, zone: &TimeZone) -> Result<Self> {
        let here = now.zoned(zone);
        let day = if here.hour() < MORNING { here.date().yesterday()? } else { here.date() };
        Ok(Self { day, zone: zone.clone() })
    }

    /// A moment of the texts.
    pub fn time(&self, at: At) -> Result<Time> {
        let zoned: Zoned = self.date(at.day)?.at(at.hour, at.minute, 0, 0).to_zoned(self.zone.clone())?;
        Ok(Time::from(&zoned))
    }

    /// The month of a day before or after the town's.
    pub fn month(&self, days: i16) -> Result<i8> {
        Ok(self.date(days)?.month())
    }

    fn date(&self, days: i16) -> Result<Date> {
        Ok(self.day.checked_add(Span::new().days(days))?)
    }

    /// The text with its dates. A brace that is no date is a fault of the text.
    pub fn dated(&self, text: &str, lang: Lang) -> Result<String> {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((mark, after)) = after.split_once('}') else { return Err(fault(rest)) };
            out.push_str(before);
            out.push_str(&self.said(mark, lang)?);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    fn said(&self, mark: &str, lang: Lang) -> Result<String> {
        let (plain, is_first) = mark.strip_prefix('^').map_or((mark, false), |plain| (plain, true));
        let (days, form) = plain.split_once(':').unwrap_or((plain, ""));
        let time = self.time(at(days.parse().map_err(|_| fault(mark))?, 12, 0))?;
        let whole = dates::day_long(time, &self.zone, lang, dates::Year::UnlessOf(time));
        let parts = whole.split_once(' ').map(|(weekday, rest)| (weekday.trim_end_matches(','), rest));
        let text = match (form, parts) {
            ("", _) => whole.as_str(),
            ("g", Some((weekday, _))) => weekday,
            ("d", Some((_, rest))) => rest,
            _ => return Err(fault(mark)),
        };
        let mut letters = text.chars();
        Ok(match (is_first, letters.next()) {
            (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
            _ => text.to_owned(),
        })
    }
}

fn fault(mark: &str) -> Error {
    Error::internal(format!("a date of the demo's texts cannot be read: {{{mark}"))
}

/// A Markdown file of `texts/`, by its name; for the modules one floor below.
macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../texts/", $name, ".md"))
    };
}
pub(super) use text;
