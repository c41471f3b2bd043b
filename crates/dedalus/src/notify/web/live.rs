//! /io/avvisi/diretta — the number of unread notices as it changes, by server-sent events (WHATWG HTML, §9.2).

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use kit::live::Listener;
use kit::{Error, Result};
use tokio::time::Instant;

use crate::identity::{PersonId, Viewer};
use crate::notify::group;
use crate::shell::{App, see};

/// Open pages of one person that listen; more would only be forgotten tabs.
const MOST: usize = 8;
/// How often something is sent although nothing happens, so that nothing between us and the browser gives up.
const HEARTBEAT: Duration = Duration::from_secs(25);
/// After this time the browser asks again, and must show who it is.
const LASTS: Duration = Duration::from_secs(15 * 60);

/// GET /io/avvisi/diretta, for who asks for events; a person is led to the list.
pub async fn listen(app: App, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    let me = viewer.me()?;
    let asks = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/event-stream"));
    if !asks {
        return see("/io/avvisi", None);
    }
    let listener = app.live.listen(me.id.0, MOST).ok_or(Error::TooMany(60))?;
    let room = Room { app, person: me.id, listener, ends: Instant::now() + LASTS, is_new: true };
    let events = stream::unfold(room, Room::next);
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    // A proxy that collects answers would keep every event for itself.
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

struct Room {
    app: App,
    person: PersonId,
    listener: Listener,
    ends: Instant,
    is_new: bool,
}

impl Room {
    /// The number at once, then whenever the bell rings; the end when time is over or the house closes.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        if !self.is_new && !matches!(tokio::time::timeout_at(self.ends, self.listener.rung()).await, Ok(true)) {
            return None;
        }
        self.is_new = false;
        let unread = match group::unread(&self.app, self.person).await {
            Ok(unread) => unread,
            Err(error) => {
                tracing::warn!(%error, "unread notices could not be counted");
                return None;
            }
        };
        Some((Ok(Event::default().event("avvisi").data(unread.to_string())), self))
    }
}
