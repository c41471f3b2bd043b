//! Step 2, day and hour: the next free days, the free times of one, and no time that is not free.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::steps::{Found, Step, StepsView, Underway, underway};
use super::times::{TimesView, read_time};
use crate::desk::booking::draft::Draft;
use crate::desk::booking::slots::{Asker, Timetable};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, see};

#[derive(Template)]
#[template(path = "desk/booking/templates/time.html")]
struct TimePage {
    frame: Frame,
    steps: StepsView,
    form: FormView,
    times: TimesView,
    here: String,
    back: String,
    found: Underway,
    kept: String,
}

async fn draw(app: &App, frame: Frame, query: &Query, found: Underway, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let thing = found.thing.clone().ok_or(Error::NotFound)?;
    let table = Timetable::load(app, &thing).await?;
    let times = TimesView::of(&frame, &table, query, found.draft.typed.start(), Asker::Citizen);
    let (steps, form, kept) = (StepsView::at(&frame, Step::Time), FormView::with(&frame, faults), found.kept(&frame));
    let (here, back) = (Step::Time.path(&found.key), Step::Place.path(&found.key));
    page_with(status, &TimePage { frame, steps, form, times, here, back, found, kept })
}

/// GET /prenotazioni/bozza/{key}/orario?giorno=…&da=…
pub async fn form(app: App, frame: Frame, Path(key): Path<String>, query: Query) -> Result<Response> {
    match underway(&app, &key, Step::Time).await? {
        Found::Elsewhere(path) => see(&path, None),
        Found::Draft(found) => draw(&app, frame, &query, *found, FieldErrors::default()).await,
    }
}

/// POST /prenotazioni/bozza/{key}/orario
pub async fn save(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let found = match underway(&app, &key, Step::Time).await? {
        Found::Elsewhere(path) => return see(&path, None),
        Found::Draft(found) => found,
    };
    let thing = found.thing.clone().ok_or(Error::NotFound)?;
    let chosen = read_time(&form.line("quando"));
    let table = Timetable::load(&app, &thing).await?;
    let Some(free) = chosen.and_then(|at| table.free_at(at, frame.now, Asker::Citizen)) else {
        let mut faults = FieldErrors::default();
        faults.add("quando", if chosen.is_some() { "error-booking-taken" } else { "error-booking-time" });
        let day = Query(Form::from_pairs(vec![("giorno".into(), form.line("giorno"))]));
        return draw(&app, frame, &day, *found, faults).await;
    };
    let mut typed = found.draft.typed.clone();
    typed.starts_at = Some(free.starts_at.micros());
    app.db.write(async |tx| Draft::save(tx, &app.secret, &key, &typed).await).await?;
    see(&Step::Details.path(&key), None)
}
