//! /io/piazza — one's own time line: everything one follows, newest first.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use kit::Result;

use super::at::number;
use super::paging::{PAGE, PagesNav, slice_by};
use crate::identity::Viewer;
use crate::shell::{App, Frame, Query, page};
use crate::social::card::PostCard;
use crate::social::post::PostId;
use crate::social::timeline::home;

#[derive(Template)]
#[template(path = "social/templates/square.html")]
struct SquarePage {
    frame: Frame,
    posts: Vec<PostCard>,
    /// The page begins before an entry.
    later: bool,
    pages: PagesNav,
    fresh: Fresh,
}

/// How many posts came since the page was made; nothing for none.
#[derive(Template)]
#[template(path = "social/templates/square_new.html")]
pub(super) struct Fresh {
    frame: Frame,
    /// The list they stand in.
    path: String,
    count: i64,
    /// There are more than were counted.
    many: bool,
}
impl HtmlSafe for Fresh {}

impl Fresh {
    /// The bar without a number.
    pub(super) fn none(frame: &Frame, path: &str) -> Self {
        Self { frame: frame.clone(), path: path.to_owned(), count: 0, many: false }
    }

    /// The number of those in the first page of a list that came after an entry; 204 when there are none.
    pub(super) fn since(frame: Frame, path: &str, newest: &[PostCard], since: i64) -> Result<Response> {
        let count = i64::try_from(newest.iter().filter(|card| card.entry > since).count()).unwrap_or_default();
        if count == 0 {
            return Ok(StatusCode::NO_CONTENT.into_response());
        }
        page(&Self { frame, path: path.to_owned(), count: count.min(PAGE), many: count > PAGE })
    }
}

impl SquarePage {
    /// The newest entry that is shown.
    fn newest(&self) -> i64 {
        self.posts.first().map_or(0, |card| card.entry)
    }
}

/// GET /io/piazza?prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    viewer.me()?;
    let before = number(&query.0.line("prima")).map(|id| id.0);
    let posts = slice_by(home(&app.db, &viewer, before, PAGE + 1).await?, before.is_some(), |card| PostId(card.entry));
    let later = posts.later;
    let (pages, fresh) = (posts.nav(&frame, "/io/piazza"), Fresh::none(&frame, "/io/piazza"));
    page(&SquarePage { frame, posts: posts.rows, later, pages, fresh })
}

/// GET /io/piazza/nuovi?dopo=… — the bar with the number of posts since an entry; 204 when there are none.
pub async fn news(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    viewer.me()?;
    let since = number(&query.0.line("dopo")).map_or(0, |id| id.0);
    let newest = home(&app.db, &viewer, None, PAGE + 1).await?;
    Fresh::since(frame, "/io/piazza", &newest, since)
}
