//! /post/{id}/diretta — says how many new answers there are, as server-sent events (WHATWG HTML §9.2), while the page is open.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, unfold};
use http::{HeaderValue, header};
use kit::db::Db;
use kit::i18n::{Arg, Lang};
use kit::rate::Key;
use kit::{Error, Result};
use tokio::sync::watch;

use super::at::{At, number};
use crate::identity::{PersonId, Viewer};
use crate::shell::{App, BoardReader, Frame, Query, Seat, catalog, stopped};
use crate::social::live::{follow, new_answers};
use crate::social::post::{Post, PostId};

/// A sign of life for proxies between us.
const ALIVE: Duration = Duration::from_secs(25);

/// One listener.
struct Listener {
    db: Db,
    board: BoardReader,
    stop: watch::Receiver<bool>,
    viewer: Option<PersonId>,
    post: PostId,
    /// The newest answer that the page shows.
    after: PostId,
    lang: Lang,
    /// What was said last.
    said: i64,
    _seat: Seat,
}

/// GET /post/{id}/diretta?da=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At, query: Query) -> Result<Response> {
    let post = Post::visible_to(&app.db, &viewer, id).await?;
    if post.is_comment() {
        return Err(Error::NotFound);
    }
    let settings = &app.config.square;
    let key = viewer.id().map_or(Key::address(viewer.address), |me| Key::Account(me.0));
    let seat = app.boards.seat(key, settings.listeners, settings.listeners_each).ok_or(Error::Busy)?;
    let listener = Listener {
        board: follow(&app.boards, &app.db, id),
        stop: app.boards.stopping(),
        db: app.db.clone(),
        viewer: viewer.id(),
        post: id,
        after: number(&query.0.line("da")).unwrap_or(PostId(0)),
        lang: frame.lang,
        said: 0,
        _seat: seat,
    };
    let mut response = Sse::new(events(listener)).keep_alive(KeepAlive::new().interval(ALIVE)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn events(listener: Listener) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold(listener, async |mut listener| {
        loop {
            let notice = listener.board.borrow_and_update().clone();
            if let Some(notice) = notice {
                match new_answers(&listener.db, &notice, listener.viewer, listener.post, listener.after).await {
                    Ok(n) if n != listener.said => {
                        listener.said = n;
                        return Some((Ok(listener.event(n)), listener));
                    }
                    Ok(_) => {}
                    Err(error) => {
                        tracing::warn!(%error, "a listener is sent away");
                        return None;
                    }
                }
            }
            tokio::select! {
                changed = listener.board.changed() => if changed.is_err() { return None },
                () = stopped(&mut listener.stop) => return None,
            }
        }
    })
}

impl Listener {
    fn event(&self, n: i64) -> Event {
        let words = catalog().with(self.lang, "live-new", &[("n", Arg::from(n))]);
        Event::default().event("nuove").data(serde_json::json!({"n": n, "words": words}).to_string())
    }
}
