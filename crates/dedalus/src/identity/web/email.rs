//! /io/email — another address: asked for here, confirmed from the new mailbox.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::sign_up::KeyOverPage;
use crate::identity::{Person, Viewer, check_email, email_change};
use crate::shell::{App, Form, FormView, Frame, page, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/email.html")]
struct EmailPage {
    frame: Frame,
    form: FormView,
    now: String,
    typed: String,
    /// An address that waits for its confirmation.
    asked: Option<String>,
}

#[derive(Template)]
#[template(path = "identity/templates/email_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormView,
    email: String,
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, typed: String, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    let asked = email_change::asked(&app.db, me.id).await?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &EmailPage { form: FormView::with(&frame, faults), frame, now: person.email, typed, asked })
}

/// GET /io/email
pub async fn form(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, String::new(), FieldErrors::default()).await
}

/// POST /io/email — sends the link to the new mailbox, whoever has an account there.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let person = Person::find(&app.db, me.id).await?;
    let mut faults = FieldErrors::default();
    let email = check_email(&form.line("email"), &mut faults);
    if faults.is_empty() && fold(&email) == fold(&person.email) {
        faults.add("email", "error-email-same");
    }
    if !faults.is_empty() {
        return draw(&app, frame, &viewer, email, faults).await;
    }
    // One letterbox is not to be filled: beyond a few an hour the page says the same and no mail goes.
    if app.limiter.take("letters", Key::Word(&fold(&email))).is_ok() {
        email_change::ask(&app, &person, &email).await?;
    }
    see("/io/email", Some("toast-email-asked"))
}

fn over(frame: Frame) -> Result<Response> {
    let (title, text, again_words) = (frame.t("email-over-title"), frame.t("email-over-text"), frame.t("email-over-again"));
    page_with(StatusCode::GONE, &KeyOverPage { frame, title, text, again: "/io/email", again_words })
}

/// GET /accedi/nuova-email/{key} — one button; opening the link alone changes nothing (mail scanners open links).
pub async fn confirm_form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let Some(email) = email_change::waiting(&app.db, &key).await? else { return over(frame) };
    page(&ConfirmPage { form: FormView::fresh(&frame), frame, email })
}

/// POST /accedi/nuova-email/{key} — the new address counts.
pub async fn confirm(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let Some(email) = email_change::waiting(&app.db, &key).await? else { return over(frame) };
    match email_change::confirm(&app, &key, &viewer.address.to_string()).await {
        Ok(()) => see(if viewer.me.is_some() { "/io/email" } else { "/accedi" }, Some("toast-email-changed")),
        Err(Error::Invalid(faults)) => {
            let form = FormView::with(&frame, faults);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &ConfirmPage { frame, form, email })
        }
        Err(Error::NotFound) => over(frame),
        Err(error) => Err(error),
    }
}
