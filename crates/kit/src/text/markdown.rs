//! Markdown to safe HTML, to plain text, to an excerpt. CommonMark with tables and strike-through; what people write as
//! HTML is shown as they wrote it, never as markup.
//!
//! Hostile input is bounded three times: [`MAX_CHARS`] before anything, the nesting of a line before parsing
//! (`bounds.rs`), the nesting of the result after it (`events.rs`).

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeStream, html};

use crate::text::cut_at_word;
use crate::text::fold::squeeze;

mod bounds;
mod events;
mod links;
mod marks;
mod plain;
mod safe;

pub use marks::{Mark, Marks};

/// Longer texts are not read as Markdown at all: they come out as plain text. Callers set narrower limits with
/// [`check_length`].
pub const MAX_CHARS: usize = 100_000;
/// The limit of what a person posts.
pub const POST_MAX_CHARS: usize = 20_000;
/// Bytes after which an excerpt does not go on into the next paragraph.
const ENOUGH: usize = 60;

/// How a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The institution speaks: its links count (no `nofollow ugc`) and may lead to addresses of the town itself (`/servizi`).
    pub institutional: bool,
    /// The level of the largest heading; smaller ones follow without gaps.
    pub headings_from: u8,
    /// A new line in the text is a new line on the page, as people expect who know no Markdown.
    pub keep_lines: bool,
}

impl Options {
    /// For what people post.
    pub const POST: Self = Self { institutional: false, headings_from: 3, keep_lines: true };
    /// For the pages of the institution.
    pub const PAGE: Self = Self { institutional: true, headings_from: 2, keep_lines: false };
}

impl Default for Options {
    fn default() -> Self {
        Self::POST
    }
}

/// Is the text short enough? If not, the key of the sentence for its field, which wants `max`.
pub fn check_length(source: &str, max_chars: usize) -> Result<(), &'static str> {
    // No text has more characters than bytes, so most need no counting; a huge one is counted only as far as the limit.
    let short = source.len() <= max_chars || source.chars().nth(max_chars).is_none();
    if short { Ok(()) } else { Err("text-too-long") }
}

/// Safe HTML. The result may be put into a page as it is.
pub fn to_html(source: &str, options: Options) -> String {
    to_html_with(source, options, &|_| None)
}

/// The same with links at marks (`@name`, `#word`), where `address` has one for them: a path of the town itself.
pub fn to_html_with(source: &str, options: Options, address: &dyn Fn(Mark<'_>) -> Option<String>) -> String {
    if check_length(source, MAX_CHARS).is_err() {
        return html_of([Event::Start(Tag::Paragraph), Event::Text(source.into()), Event::End(TagEnd::Paragraph)].into_iter());
    }
    let bounded = bounds::bounded(source);
    let events = marks::link(events::rewrite(parse(&bounded), options), address);
    safe::clean(&html_of(events.into_iter()), options)
}

/// The marks of a text, each once, in the order in which they come: none inside code or links.
pub fn marks(source: &str) -> Marks {
    if check_length(source, MAX_CHARS).is_err() {
        return Marks::default();
    }
    marks::found(&events::rewrite(parse(&bounds::bounded(source)), Options::POST))
}

/// The first address of a link in the text that leads to a web server.
pub fn first_link(source: &str) -> Option<String> {
    if check_length(source, MAX_CHARS).is_err() {
        return None;
    }
    let bounded = bounds::bounded(source);
    let events = events::rewrite(parse(&bounded), Options::POST);
    events.iter().find_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("https://") || dest_url.starts_with("http://") => {
            Some(dest_url.to_string())
        }
        _ => None,
    })
}

/// Plain text for mails and feeds: paragraphs apart, links followed by their address.
pub fn to_plain(source: &str) -> String {
    plain_text(source, plain::Marks::Written).into_owned()
}

/// The words alone as one line: no address of a link, no mark of a list.
pub fn to_words(source: &str) -> String {
    squeeze(&plain_text(source, plain::Marks::Dropped))
}

/// The beginning as one line of plain text: the first paragraph, with those after it while it is a short one; cut after
/// a word and then ended by `…`.
pub fn excerpt(source: &str, max_chars: usize) -> String {
    let text = plain_text(source, plain::Marks::Dropped);
    let mut plain = String::new();
    for paragraph in text.split("\n\n").map(squeeze).filter(|paragraph| !paragraph.is_empty()) {
        if plain.len() >= ENOUGH {
            break;
        }
        plain.push_str(if plain.is_empty() { "" } else { " " });
        plain.push_str(&paragraph);
    }
    let head = cut_at_word(&plain, max_chars);
    if head.len() == plain.len() { plain } else { format!("{}…", head.trim_end_matches([',', ';', ':', '.', ' '])) }
}

fn plain_text(source: &str, marks: plain::Marks) -> Cow<'_, str> {
    if check_length(source, MAX_CHARS).is_err() {
        return Cow::Borrowed(source);
    }
    Cow::Owned(plain::write(parse(&bounds::bounded(source)), marks))
}

fn parse(bounded: &str) -> impl Iterator<Item = Event<'_>> {
    let features = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_STRIKETHROUGH;
    TextMergeStream::new(Parser::new_ext(bounded, features))
}

fn html_of<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

#[cfg(test)]
mod tests;
