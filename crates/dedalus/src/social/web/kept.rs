//! /io/segnalibri — what one keeps to find again.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::clock::Time;

use super::paging::PAGE;
use crate::identity::Viewer;
use crate::shell::{App, FormView, Frame, Query, page};
use crate::social::bookmark::kept;
use crate::social::card::{self, PostCard};
use crate::social::post::PostId;

/// The longest search, in characters.
const WORDS_MAX: usize = 100;

#[derive(Template)]
#[template(path = "social/templates/kept.html")]
struct KeptPage {
    frame: Frame,
    form: FormView,
    words: String,
    cards: Vec<PostCard>,
    more: Option<String>,
    later: bool,
}

/// A moment and a number, as an address carries them on: `1835000000000000-12`.
pub fn cursor_of(time: Time, number: i64) -> String {
    format!("{}-{number}", time.micros())
}

/// Where the page before ended.
pub fn cursor(query: &Query) -> Option<(Time, i64)> {
    let text = query.0.line("prima");
    let (time, number) = text.split_once('-')?;
    Some((Time::from_micros(time.parse().ok()?), number.parse().ok()?))
}

/// GET /io/segnalibri?q=…&prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let words: String = query.0.line("q").chars().take(WORDS_MAX).collect();
    let before = cursor(&query).map(|(time, post)| (time, PostId(post)));
    let mut rows = kept(&app.db, &viewer, &words, before, PAGE + 1).await?;
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let full = rows.len() > size;
    rows.truncate(size);
    let more = rows.last().filter(|_| full).map(|(post, since)| {
        let words: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        format!("/io/segnalibri?q={words}&prima={}", cursor_of(*since, post.0))
    });
    let ids: Vec<PostId> = rows.into_iter().map(|(post, _)| post).collect();
    let cards = card::several(&app.db, &viewer, &ids).await?;
    page(&KeptPage { form: FormView::fresh(&frame), frame, words, cards, more, later: before.is_some() })
}
