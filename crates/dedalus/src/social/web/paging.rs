//! Lists that go on: newest first, from before a number on.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::shell::{Frame, Query};
use crate::social::card::{PostCard, TalkCard};
use crate::social::post::PostId;
use crate::social::web::at::number;

/// Rows of one page of a list.
pub const PAGE: i64 = 20;

/// Anything with a number.
pub trait Numbered {
    /// The number.
    fn number(&self) -> PostId;
}
impl Numbered for PostCard {
    fn number(&self) -> PostId {
        self.id
    }
}
impl Numbered for TalkCard {
    fn number(&self) -> PostId {
        self.id
    }
}

/// One page of a list.
pub struct Slice<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// The rows before this one are on the next page.
    pub more: Option<PostId>,
    /// It is not the first page.
    pub later: bool,
}

/// Before which number the query asks to begin.
pub fn before(query: &Query) -> Option<PostId> {
    number(&query.0.line("prima"))
}

/// A page from one row more than it shows.
pub fn slice<T: Numbered>(rows: Vec<T>, before: Option<PostId>) -> Slice<T> {
    slice_by(rows, before.is_some(), Numbered::number)
}

/// The same in an order of its own, such as that of a time line.
pub fn slice_by<T>(mut rows: Vec<T>, later: bool, number: impl Fn(&T) -> PostId) -> Slice<T> {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let full = rows.len() > page;
    rows.truncate(page);
    let more = rows.last().filter(|_| full).map(number);
    Slice { rows, more, later }
}

/// The way on through a list, and back to its beginning.
#[derive(Template)]
#[template(path = "shell/templates/pages_nav.html")]
pub struct PagesNav {
    frame: Frame,
    first: String,
    later: bool,
    more: Option<String>,
}
impl HtmlSafe for PagesNav {}

impl<T> Slice<T> {
    /// The links below the list that begins at an address.
    pub fn nav(&self, frame: &Frame, first: &str) -> PagesNav {
        let joint = if first.contains('?') { '&' } else { '?' };
        let more = self.more.map(|last| format!("{first}{joint}prima={last}"));
        PagesNav { frame: frame.clone(), first: first.to_owned(), later: self.later, more }
    }
}

/// Whose names stand in a list of cards: people by themselves; the tag `pages` covers all pages.
pub fn people<'c>(ids: impl Iterator<Item = (bool, crate::identity::PersonId)> + 'c) -> Vec<String> {
    let mut tags = Vec::new();
    for (_, id) in ids.filter(|(is_page, _)| !is_page) {
        let tag = format!("person:{id}");
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}
