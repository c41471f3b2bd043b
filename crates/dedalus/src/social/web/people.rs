//! /persone/{handle} — what a person chose to say about themselves, and what they wrote.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::paging::{PAGE, PagesNav, Slice, before, slice};
use crate::identity::{Person, Viewer};
use crate::shell::{App, Frame, Keep, Query, page};
use crate::social::card::{self, PostCard};
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/person.html")]
struct PersonPage {
    frame: Frame,
    handle: String,
    name: String,
    bio: String,
    mark: String,
    entries: Slice<PostCard>,
    /// It is the viewer's own.
    mine: bool,
}

impl PersonPage {
    fn pages(&self) -> PagesNav {
        self.entries.nav(&self.frame, &format!("/persone/{}", self.handle))
    }
}

/// GET /persone/{handle}?prima=… — posts and comments in which they speak as themselves, newest first.
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let person = Person::by_handle(&app.db, &handle).await?;
    let from = before(&query);
    let entries = slice(card::of_person(&app.db, &viewer, person.id, from, PAGE + 1).await?, from);
    // A comment shows the title of the post above it, which may change.
    let mut keep = Keep::of(["square", "town"]).and(format!("person:{}", person.id));
    let roots = entries.rows.iter().filter_map(|card| card.root.as_ref());
    for root in roots {
        keep = keep.and(format!("post:{}", root.id));
    }
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let mine = viewer.id() == Some(person.id);
    let mark = initials(&person.name);
    let answer = page(&PersonPage { frame, handle: person.handle, name: person.name, bio: person.bio, mark, entries, mine })?;
    Ok(keep.until(Some(midnight)).on(answer))
}
