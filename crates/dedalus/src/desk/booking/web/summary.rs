//! Step 5, the summary: one looks at everything again and books. Whoever comes too late for a time is offered the next ones,
//! and nothing typed is lost.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::steps::{Found, Step, StepsView, Underway, underway};
use super::times::{TimeView, next_times, read_time, time_words};
use crate::desk::Channel;
use crate::desk::booking::draft::{Draft, once_key};
use crate::desk::booking::link::path_of;
use crate::desk::booking::record::{Booking, NewBooking};
use crate::desk::booking::slots::{Asker, Timetable};
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Bookings that one mailbox may have ahead.
const AHEAD: i64 = 10;

#[derive(Template)]
#[template(path = "desk/booking/templates/summary.html")]
struct SummaryPage {
    frame: Frame,
    steps: StepsView,
    form: FormView,
    found: Underway,
    when: String,
    /// Times to take instead, when the chosen one is not free.
    instead: Vec<TimeView>,
    taken: bool,
    kept: String,
}

impl SummaryPage {
    fn here(&self) -> String {
        Step::Summary.path(&self.found.key)
    }

    fn place_name(&self) -> &str {
        self.found.place.as_ref().map(|place| place.name.as_str()).unwrap_or_default()
    }

    fn place_address(&self) -> &str {
        self.found.place.as_ref().map(|place| place.address.as_str()).unwrap_or_default()
    }

    fn bring(&self) -> &str {
        self.found.thing.as_ref().map(|thing| thing.bring.as_str()).unwrap_or_default()
    }

    fn step(&self, word: &str) -> String {
        format!("/prenotazioni/bozza/{}/{word}", self.found.key)
    }
}

/// The page; the time is looked at anew, so that nobody waits for a button to hear that it is gone.
async fn draw(app: &App, frame: Frame, found: Underway, faults: FieldErrors) -> Result<Response> {
    let thing = found.thing.clone().ok_or(Error::NotFound)?;
    let start = found.draft.typed.start().ok_or(Error::NotFound)?;
    let table = Timetable::load(app, &thing).await?;
    let taken = table.free_at(start, frame.now, Asker::Citizen).is_none();
    let instead = if taken { next_times(&frame, &table, start) } else { Vec::new() };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let when = time_words(&frame, start);
    let (steps, form, kept) = (StepsView::at(&frame, Step::Summary), FormView::with(&frame, faults), found.kept(&frame));
    page_with(status, &SummaryPage { frame, steps, form, found, when, instead, taken, kept })
}

/// GET /prenotazioni/bozza/{key}/riepilogo
pub async fn show(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    match underway(&app, &key, Step::Summary).await? {
        Found::Elsewhere(path) => see(&path, None),
        Found::Draft(found) => draw(&app, frame, *found, FieldErrors::default()).await,
    }
}

/// POST /prenotazioni/bozza/{key}/riepilogo — books; or `quando` takes another time first. Twice is once: the draft is the key.
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, form: Form) -> Result<Response> {
    let mut found = match underway(&app, &key, Step::Summary).await? {
        Found::Elsewhere(path) => return see(&path, None),
        Found::Draft(found) => *found,
    };
    app.limiter.take("booking_address", Key::address(viewer.address))?;
    if let Some(other) = read_time(&form.line("quando")) {
        found.draft.typed.starts_at = Some(other.micros());
        let typed = found.draft.typed.clone();
        app.db.write(async |tx| Draft::save(tx, &app.secret, &key, &typed).await).await?;
    }
    let typed = &found.draft.typed;
    if app.limiter.is_full("booking", Key::Word(&fold(&typed.email))) || Booking::ahead_of(&app.db, &typed.email).await? >= AHEAD {
        let mut faults = FieldErrors::default();
        faults.add("", "error-booking-many");
        return draw(&app, frame, found, faults).await;
    }
    let new = NewBooking {
        thing: typed.thing.ok_or(Error::NotFound)?,
        starts_at: typed.start().ok_or(Error::NotFound)?,
        channel: Channel::Web,
        motive: typed.motive.clone(),
        details: typed.details.clone(),
        first_name: typed.first_name.clone(),
        last_name: typed.last_name.clone(),
        email: typed.email.clone(),
        phone: String::new(),
        language: frame.lang,
        person: viewer.id(),
        once_key: once_key(&key),
    };
    let booked = app
        .db
        .write(async |tx| {
            let Some(id) = new.create(tx, &app).await? else { return Ok(None) };
            Draft::settle(tx, &app.secret, &key, id).await?;
            Ok(Some(id))
        })
        .await?;
    match booked {
        Some(id) => {
            let _ = app.limiter.take("booking", Key::Word(&fold(&new.email))); // counted; whether it was too much was asked above
            see(&path_of(&app.secret, id), Some("toast-booked"))
        }
        None => {
            let mut faults = FieldErrors::default();
            faults.add("quando", "error-booking-taken");
            draw(&app, frame, found, faults).await
        }
    }
}
