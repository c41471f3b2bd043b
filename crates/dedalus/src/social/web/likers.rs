//! /post/{id}/apprezzamenti — who likes a post or comment, as far as the viewer may know.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::at::At;
use super::kept::{cursor, cursor_of};
use crate::identity::{PersonId, Viewer};
use crate::shell::{App, Frame, Query, page};
use crate::social::comment::locate;
use crate::social::like::{Liker, PEOPLE, likers};
use crate::social::post::Post;
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/likers.html")]
struct LikersPage {
    frame: Frame,
    post: Post,
    back: String,
    people: Vec<(Liker, String)>,
    more: Option<String>,
    later: bool,
}

/// GET /post/{id}/apprezzamenti?prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At, query: Query) -> Result<Response> {
    let post = Post::visible_to(&app.db, &viewer, id).await?;
    let before = cursor(&query).map(|(time, person)| (time, PersonId(person)));
    let mut people = likers(&app.db, &viewer, id, before).await?;
    let page_size = usize::try_from(PEOPLE).unwrap_or(usize::MAX);
    let full = people.len() > page_size;
    people.truncate(page_size);
    let more = people.last().filter(|_| full).map(|last| format!("/post/{id}/apprezzamenti?prima={}", cursor_of(last.since, last.id.0)));
    let back = if post.is_comment() { locate(&app.db, &post).await? } else { post.path() };
    let people = people.into_iter().map(|person| (initials(&person.name), person)).map(|(mark, person)| (person, mark)).collect();
    page(&LikersPage { frame, post, back, people, more, later: before.is_some() })
}
