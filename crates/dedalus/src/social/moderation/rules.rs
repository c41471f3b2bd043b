//! What a text passes before others read it. Pure: the numbers, the phrases, who writes and what they wrote lately go in;
//! published, waiting, or refused with a sentence comes out.

use kit::clock::{DAY, MINUTE, Time};
use kit::error::FieldErrors;

use super::filter::{Effect, WordFilter};
use super::limits::Limits;
use super::phrase::Screened;

/// Texts shorter than this may be said as often as one likes: "Grazie!" is no flood.
const SHORT: usize = 20;

/// Why a text waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It holds a phrase.
    Phrase,
    /// It has links, and its author is new.
    Links,
    /// Its author's account is limited.
    Limited,
}
kit::words!(Why { Phrase = "phrase", Links = "links", Limited = "limited" });

impl Why {
    /// Key of its sentence for moderators.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Phrase => "why-phrase",
            Self::Links => "why-links",
            Self::Limited => "why-limited",
        }
    }
}

/// Who writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Writer {
    /// For how long there is an account, in microseconds.
    pub age: i64,
    /// Known by name, or working for the town.
    pub known: bool,
    /// The account is limited.
    pub limited: bool,
    /// This text was warned about already.
    pub warned: bool,
}

impl Writer {
    fn is_new(&self, limits: &Limits) -> bool {
        !self.known && self.age < limits.new_days * DAY
    }
}

/// Something somebody wrote lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// A comment.
    pub comment: bool,
    /// When.
    pub at: Time,
    /// Links in it.
    pub links: i64,
    /// Its text as compared.
    pub text: String,
    /// Pictures with it.
    pub pictures: i64,
}

/// What somebody wants to say.
#[derive(Debug, Clone)]
pub struct Said {
    /// A comment.
    pub comment: bool,
    /// It stands already and is changed: it counts as nothing new.
    pub edit: bool,
    /// Links in it.
    pub links: i64,
    /// Its text as compared.
    pub text: String,
    /// Its pieces with their fields, ready for phrases.
    pub pieces: Vec<(String, Screened)>,
    /// The same one after the other: a phrase may begin in one and end in the next.
    pub together: Screened,
    /// The field of what stands nowhere else.
    pub main: &'static str,
    /// Pictures that come with it now.
    pub pictures: i64,
    /// Pictures that came with older texts today.
    pub later: i64,
}

impl Said {
    /// The field in which it holds a phrase.
    fn field_of(&self, filter: &WordFilter) -> Option<String> {
        let piece = self.pieces.iter().find(|(_, words)| filter.is_in(words)).map(|(field, _)| field.clone());
        piece.or_else(|| filter.is_in(&self.together).then(|| self.main.to_owned()))
    }
}

/// The answer: published, or waiting; or what is wrong, beside its field.
pub fn judge(
    limits: &Limits,
    filters: &[WordFilter],
    writer: Writer,
    past: &[Past],
    said: &Said,
    now: Time,
) -> Result<Option<Why>, FieldErrors> {
    let mut faults = FieldErrors::default();
    let found = |effect: Effect| filters.iter().filter(move |filter| filter.effect == effect);
    found(Effect::Refuse).for_each(|filter| tell(&mut faults, filter, said, "error-screen-refused"));
    if over(limits.links, said.links) {
        faults.add_with(said.main, "error-screen-links", vec![("max", limits.links.to_string())]);
    }
    if !said.edit {
        flood(limits, past, said, now, &mut faults);
    }
    if writer.is_new(limits) {
        first_days(limits, past, said, now, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut warnings = FieldErrors::default();
    found(Effect::Warn).filter(|_| !writer.warned).for_each(|filter| tell(&mut warnings, filter, said, WARNED));
    if !warnings.is_empty() {
        return Err(warnings);
    }
    if found(Effect::Hold).any(|filter| said.field_of(filter).is_some()) {
        return Ok(Some(Why::Phrase));
    }
    let links = said.links + if said.edit { 0 } else { today(past, now).map(|past| past.links).sum() };
    if writer.is_new(limits) && said.links > 0 && over(limits.new_links, links) {
        return Ok(Some(Why::Links));
    }
    Ok(writer.limited.then_some(Why::Limited))
}

/// The key of the fault after which the same text goes out.
pub const WARNED: &str = "error-screen-warned";

/// Beside the field that holds the phrase: which words they are, below the sentence of the phrase. One fault a field.
fn tell(faults: &mut FieldErrors, filter: &WordFilter, said: &Said, own: &'static str) {
    let Some(field) = said.field_of(filter).filter(|field| faults.of(field).is_none()) else { return };
    let sentence = if filter.sentence.is_empty() { String::new() } else { format!("{} ", filter.sentence) };
    faults.add_with(field, own, vec![("sentence", sentence), ("words", filter.phrase.clone())]);
}

const fn over(limit: i64, number: i64) -> bool {
    limit > 0 && number > limit
}

fn today(past: &[Past], now: Time) -> impl Iterator<Item = &Past> {
    past.iter().filter(move |past| now.since(past.at) < DAY)
}

fn count<'p>(past: impl Iterator<Item = &'p Past>) -> i64 {
    i64::try_from(past.count()).unwrap_or(i64::MAX)
}

/// Too much at once, whoever writes.
fn flood(limits: &Limits, past: &[Past], said: &Said, now: Time, faults: &mut FieldErrors) {
    let just = count(past.iter().filter(|past| now.since(past.at) < MINUTE));
    if over(limits.burst, just + 1) {
        faults.add("testo", "error-screen-burst");
    }
    let same = count(today(past, now).filter(|past| past.text == said.text));
    if said.text.chars().count() >= SHORT && over(limits.same, same + 1) {
        faults.add("testo", "error-screen-same");
    }
}

/// Too much for the first days. A change is no new text, and its new pictures count like any others.
fn first_days(limits: &Limits, past: &[Past], said: &Said, now: Time, faults: &mut FieldErrors) {
    let (most, key) = if said.comment { (limits.new_comments, "error-screen-comments") } else { (limits.new_posts, "error-screen-posts") };
    if !said.edit && over(most, count(today(past, now).filter(|past| past.comment == said.comment)) + 1) {
        faults.add_with("testo", key, vec![("max", most.to_string()), ("days", limits.new_days.to_string())]);
    }
    let pictures = said.later + today(past, now).map(|past| past.pictures).sum::<i64>();
    if said.pictures > 0 && over(limits.new_pictures, pictures + said.pictures) {
        faults.add_with(
            "immagini",
            "error-screen-pictures",
            vec![("max", limits.new_pictures.to_string()), ("days", limits.new_days.to_string())],
        );
    }
}

#[cfg(test)]
mod tests;
