//! /prenotazioni/mia/{key} — one booking for whoever made it: the confirmation, the file for calendars, calling it off.
//! Its address is the permission; nothing here is kept by the page cache.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kit::Result;

use super::times::time_words;
use crate::desk::booking::link::{key_of, read};
use crate::desk::booking::record::{Booking, State};
use crate::desk::booking::{Place, ics};
use crate::identity::Calendar;
use crate::shell::{App, Frame, page, see};

#[derive(Template)]
#[template(path = "desk/booking/templates/mine.html")]
struct MinePage {
    frame: Frame,
    booking: Booking,
    key: String,
    when: String,
    title: &'static str,
    open: bool,
    /// Why the place is shut that day, if it is.
    shut: Option<String>,
    room: String,
}

impl MinePage {
    fn is_cancelled(&self) -> bool {
        self.booking.state == State::Cancelled
    }
}

/// The booking behind an address.
pub async fn open(app: &App, key: &str) -> Result<Booking> {
    Booking::find(&app.db, read(&app.secret, key)?).await
}

/// GET /prenotazioni/mia/{key}
pub async fn show(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let booking = open(&app, &key).await?;
    let (place, calendar) = tokio::try_join!(Place::find(&app.db, booking.place_id), Calendar::load(&app.db))?;
    let open = booking.is_open(frame.now);
    let title = match booking.state {
        State::Cancelled => "booking-cancelled-title",
        _ if open => "booking-confirmed-title",
        _ => "booking-over-title",
    };
    let day = booking.starts_at.zoned(&frame.zone).date();
    let shut = calendar.shut(day, place.office_id).filter(|_| open).map(|off| off.words(frame.lang));
    let (when, title) = (time_words(&frame, booking.starts_at), frame.t(title));
    let key = key_of(&app.secret, booking.id);
    page(&MinePage { frame, booking, key, when, title, open, shut, room: place.slug })
}

/// GET /prenotazioni/mia/{key}/appuntamento.ics
pub async fn file(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let booking = open(&app, &key).await?;
    let (method, text) = ics::file(&app, &booking, frame.lang);
    let kind = format!("text/calendar; charset=utf-8; method={}", method.word());
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(&kind).map_err(kit::Error::internal)?);
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"appuntamento.ics\""));
    Ok(response)
}

#[derive(Template)]
#[template(path = "desk/booking/templates/cancel.html")]
struct CancelPage {
    frame: Frame,
    booking: Booking,
    key: String,
    when: String,
}

/// GET /prenotazioni/mia/{key}/annullamento — asks; nothing changes by looking.
pub async fn ask_cancel(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let booking = open(&app, &key).await?;
    if !booking.is_open(frame.now) {
        return see(&format!("/prenotazioni/mia/{key}"), None);
    }
    let when = time_words(&frame, booking.starts_at);
    page(&CancelPage { frame, booking, key, when })
}

/// POST /prenotazioni/mia/{key}/annullamento — somebody else may have the time.
pub async fn cancel(app: App, Path(key): Path<String>) -> Result<Response> {
    let booking = open(&app, &key).await?;
    app.db.write(async |tx| Booking::cancel(tx, &app, booking.id).await).await?;
    see(&format!("/prenotazioni/mia/{key}"), Some("toast-booking-cancelled"))
}
