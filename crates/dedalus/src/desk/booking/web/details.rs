//! Step 3, the details: what for, and what the office should know beforehand.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use super::steps::{Found, Step, StepsView, Underway, underway};
use super::times::time_words;
use crate::desk::booking::draft::{Draft, Typed};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Characters of the reason at the most.
pub const MOTIVE: usize = 100;
/// Characters of the details at the most.
pub const DETAILS: usize = 500;

#[derive(Template)]
#[template(path = "desk/booking/templates/details.html")]
struct DetailsPage {
    frame: Frame,
    steps: StepsView,
    form: FormView,
    typed: Typed,
    here: String,
    back: String,
    found: Underway,
    when: String,
    kept: String,
}

fn draw(frame: Frame, found: Underway, typed: Typed, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (steps, form, kept) = (StepsView::at(&frame, Step::Details), FormView::with(&frame, faults), found.kept(&frame));
    let (here, back) = (Step::Details.path(&found.key), Step::Time.path(&found.key));
    let when = typed.start().map(|at| time_words(&frame, at)).unwrap_or_default();
    page_with(status, &DetailsPage { frame, steps, form, typed, here, back, found, when, kept })
}

/// GET /prenotazioni/bozza/{key}/dettagli
pub async fn form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    match underway(&app, &key, Step::Details).await? {
        Found::Elsewhere(path) => see(&path, None),
        Found::Draft(found) => {
            let typed = found.draft.typed.clone();
            draw(frame, *found, typed, FieldErrors::default())
        }
    }
}

/// Notes a fault for a text that is empty or too long.
pub fn check_text(faults: &mut FieldErrors, field: &'static str, text: &str, most: usize, empty: &'static str) {
    if text.is_empty() {
        faults.add(field, empty);
    } else if text.chars().count() > most {
        faults.add(field, "error-long");
    }
}

/// POST /prenotazioni/bozza/{key}/dettagli
pub async fn save(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let found = match underway(&app, &key, Step::Details).await? {
        Found::Elsewhere(path) => return see(&path, None),
        Found::Draft(found) => found,
    };
    let typed = Typed { motive: form.line("motivo"), details: form.text("dettagli"), ..found.draft.typed.clone() };
    let mut faults = FieldErrors::default();
    check_text(&mut faults, "motivo", &typed.motive, MOTIVE, "error-booking-motive");
    check_text(&mut faults, "dettagli", &typed.details, DETAILS, "error-booking-details");
    if !faults.is_empty() {
        return draw(frame, *found, typed, faults);
    }
    app.db.write(async |tx| Draft::save(tx, &app.secret, &key, &typed).await).await?;
    see(&Step::Applicant.path(&key), None)
}
