//! Step 4, the applicant: who comes, and where the confirmation goes.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use super::details::check_text;
use super::steps::{Found, Step, StepsView, Underway, underway};
use super::times::time_words;
use crate::desk::booking::draft::{Draft, Typed};
use crate::identity::check_email;
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Characters of a name at the most.
pub const NAME: usize = 60;

#[derive(Template)]
#[template(path = "desk/booking/templates/applicant.html")]
struct ApplicantPage {
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
    let (steps, form, kept) = (StepsView::at(&frame, Step::Applicant), FormView::with(&frame, faults), found.kept(&frame));
    let (here, back) = (Step::Applicant.path(&found.key), Step::Details.path(&found.key));
    let when = typed.start().map(|at| time_words(&frame, at)).unwrap_or_default();
    page_with(status, &ApplicantPage { frame, steps, form, typed, here, back, found, when, kept })
}

/// GET /prenotazioni/bozza/{key}/richiedente
pub async fn form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    match underway(&app, &key, Step::Applicant).await? {
        Found::Elsewhere(path) => see(&path, None),
        Found::Draft(found) => {
            let typed = found.draft.typed.clone();
            draw(frame, *found, typed, FieldErrors::default())
        }
    }
}

/// POST /prenotazioni/bozza/{key}/richiedente
pub async fn save(app: App, frame: Frame, Path(key): Path<String>, form: Form) -> Result<Response> {
    let found = match underway(&app, &key, Step::Applicant).await? {
        Found::Elsewhere(path) => return see(&path, None),
        Found::Draft(found) => found,
    };
    let mut typed =
        Typed { first_name: form.line("nome"), last_name: form.line("cognome"), email: form.line("email"), ..found.draft.typed.clone() };
    let mut faults = FieldErrors::default();
    check_text(&mut faults, "nome", &typed.first_name, NAME, "error-booking-first");
    check_text(&mut faults, "cognome", &typed.last_name, NAME, "error-booking-last");
    typed.email = check_email(&typed.email, &mut faults);
    if !faults.is_empty() {
        return draw(frame, *found, typed, faults);
    }
    app.db.write(async |tx| Draft::save(tx, &app.secret, &key, &typed).await).await?;
    see(&Step::Summary.path(&key), None)
}
