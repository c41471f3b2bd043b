//! /cerca/feed.rss, .atom, .json — a search for a feed reader: what everybody may read of it, the newest first.

use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};
use wire::feed::Feed;

use super::posts;
use super::question::Question;
use crate::identity::{Page, Viewer};
use crate::shell::{App, Frame, Query};
use crate::site::feeds::{Format, plain};
use crate::social::feed_items_of;

/// GET /cerca/feed.rss?q=…
pub async fn rss(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    answer(app, frame, viewer, query, Format::Rss).await
}

/// GET /cerca/feed.atom?q=…
pub async fn atom(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    answer(app, frame, viewer, query, Format::Atom).await
}

/// GET /cerca/feed.json?q=…
pub async fn json(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    answer(app, frame, viewer, query, Format::Json).await
}

/// Feed readers bring no session: whoever asks, the feed holds what nobody in particular may read.
async fn answer(app: App, frame: Frame, viewer: Viewer, query: Query, format: Format) -> Result<Response> {
    app.limiter.take("search", Key::address(viewer.address))?;
    let question = Question::of(&query.0).by_date();
    if question.words.is_empty() {
        return Err(Error::NotFound);
    }
    let mut faults = FieldErrors::default();
    let pages = Page::all(&app.db).await?;
    let (found, _) = posts(&app, &Viewer::nobody(), &question, &pages, &mut faults).await?;
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let ids: Vec<_> = found.iter().map(|found| found.id).collect();
    let feed = Feed {
        title: format!("{} · {}", frame.t1("search-title-for", "words", &question.words), frame.town.name),
        description: frame.t1("site-description", "town", &frame.town.name),
        link: app.absolute(&format!("/cerca?{}", question.kept())),
        address: app.absolute(&frame.here),
        language: app.config.town.language.clone(),
        items: feed_items_of(&app, &ids).await?,
    };
    Ok(plain(&feed, format))
}
