//! /sala/{place} — the wall of a waiting room: the number that is called, large, and those before. No names. It is live by
//! server-sent events (WHATWG HTML §9.2), and every reload says the same.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, unfold};
use http::{HeaderValue, header};
use jiff::tz::TimeZone;
use kit::db::Db;
use kit::i18n::dates::{next_midnight, time_of_day};
use kit::rate::Key;
use kit::{Error, Result};
use tokio::sync::watch;

use crate::desk::booking::place::{Place, PlaceId};
use crate::desk::booking::queue::{Call, bounds, calls};
use crate::identity::Viewer;
use crate::shell::{App, BoardReader, Frame, Keep, Posted, Seat, page, stopped};

/// Calls on the wall.
const SHOWN: i64 = 6;
/// A sign of life for proxies between us.
const ALIVE: Duration = Duration::from_secs(25);

#[derive(Template)]
#[template(path = "desk/booking/templates/room.html")]
struct RoomPage {
    frame: Frame,
    place: Place,
    now: Option<(Call, String)>,
    before: Vec<(Call, String)>,
    /// What the stream says while nothing new was called.
    mark: String,
}

/// What tells one state of the wall from another.
fn mark(calls: &[Call]) -> String {
    calls.first().map(|call| format!("{} {} {}", call.number, call.counter, call.at.micros())).unwrap_or_default()
}

async fn today(db: &Db, place: PlaceId, zone: &TimeZone) -> Result<Vec<Call>> {
    calls(db, place, bounds(db.now().zoned(zone).date(), zone), SHOWN).await
}

/// GET /sala/{slug}
pub async fn show(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let place = Place::by_slug(&app.db, &slug).await?;
    let calls = today(&app.db, place.id, &app.zone).await?;
    let (mark, tag) = (mark(&calls), Place::room(place.id));
    let mut lines = calls.into_iter().map(|call| {
        let at = time_of_day(call.at, &frame.zone);
        (call, at)
    });
    let (now, before) = (lines.next(), lines.collect());
    let midnight = next_midnight(frame.now, &frame.zone);
    let answer = page(&RoomPage { frame, place, now, before, mark })?;
    Ok(Keep::of(["bookings"]).and(tag).until(Some(midnight)).on(answer))
}

/// One who looks at the wall.
struct Listener {
    board: BoardReader,
    stop: watch::Receiver<bool>,
    said: Option<String>,
    _seat: Seat,
}

/// GET /sala/{slug}/diretta
pub async fn live(app: App, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let place = Place::by_slug(&app.db, &slug).await?.id;
    let settings = &app.config.square;
    let key = viewer.id().map_or(Key::address(viewer.address), |me| Key::Account(me.0));
    let seat = app.boards.seat(key, settings.listeners, settings.listeners_each).ok_or(Error::Busy)?;
    let (db, zone) = (app.db.clone(), app.zone.clone());
    let board = app.boards.follow(&Place::room(place), move || {
        let (db, zone) = (db.clone(), zone.clone());
        async move {
            match today(&db, place, &zone).await {
                Ok(calls) => Some(Arc::new(mark(&calls)) as Posted),
                Err(error) => {
                    tracing::warn!(%error, "the calls of a waiting room could not be read");
                    None
                }
            }
        }
    });
    let listener = Listener { board, stop: app.boards.stopping(), said: None, _seat: seat };
    let mut response = Sse::new(events(listener)).keep_alive(KeepAlive::new().interval(ALIVE)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn events(listener: Listener) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold(listener, async |mut listener| {
        loop {
            let notice = listener.board.borrow_and_update().clone();
            let mark = notice.as_ref().and_then(|notice| notice.downcast_ref::<String>()).cloned();
            if mark.is_some() && mark != listener.said {
                listener.said.clone_from(&mark);
                let event = Event::default().event("chiamata").data(serde_json::json!({ "mark": mark }).to_string());
                return Some((Ok(event), listener));
            }
            tokio::select! {
                changed = listener.board.changed() => if changed.is_err() { return None },
                () = stopped(&mut listener.stop) => return None,
            }
        }
    })
}
