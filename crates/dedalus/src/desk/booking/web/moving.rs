//! /prenotazioni/mia/{key}/spostamento — another day or hour of the same thing, at the same place.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use super::mine::open;
use super::times::{TimesView, read_time, time_words};
use crate::desk::booking::record::Booking;
use crate::desk::booking::slots::{Asker, Timetable};
use crate::desk::booking::thing::Thing;
use crate::shell::{App, Form, FormView, Frame, Query, page_with, see};

#[derive(Template)]
#[template(path = "desk/booking/templates/move.html")]
struct MovePage {
    frame: Frame,
    form: FormView,
    booking: Booking,
    times: TimesView,
    key: String,
    here: String,
    when: String,
}

async fn draw(app: &App, frame: Frame, query: &Query, (booking, key): (Booking, String), faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let table = Timetable::load(app, &Thing::find(&app.db, booking.thing_id).await?).await?;
    let times = TimesView::of(&frame, &table, query, None, Asker::Citizen);
    let (when, form) = (time_words(&frame, booking.starts_at), FormView::with(&frame, faults));
    let here = format!("/prenotazioni/mia/{key}/spostamento");
    page_with(status, &MovePage { frame, form, booking, times, key, here, when })
}

/// GET /prenotazioni/mia/{key}/spostamento?giorno=…&da=…
pub async fn form(app: App, frame: Frame, Path(key): Path<String>, query: Query) -> Result<Response> {
    let booking = open(&app, &key).await?;
    if !booking.is_open(frame.now) {
        return see(&format!("/prenotazioni/mia/{key}"), None);
    }
    draw(&app, frame, &query, (booking, key), FieldErrors::default()).await
}

/// POST /prenotazioni/mia/{key}/spostamento
pub async fn save(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let booking = open(&app, &key).await?;
    let chosen = read_time(&form.line("quando"));
    let moved = match chosen {
        Some(at) => app.db.write(async |tx| Booking::move_to(tx, &app, booking.id, at, Asker::Citizen).await).await?,
        None => false,
    };
    if moved {
        return see(&format!("/prenotazioni/mia/{key}"), Some("toast-booking-moved"));
    }
    let mut faults = FieldErrors::default();
    faults.add("quando", if chosen.is_some() { "error-booking-taken" } else { "error-booking-time" });
    let day = Query(Form::from_pairs(vec![("giorno".into(), form.line("giorno"))]));
    draw(&app, frame, &day, (booking, key), faults).await
}
