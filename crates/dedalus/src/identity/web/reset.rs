//! /accedi/password-dimenticata — a new password by mail.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::door::{Entry, after_password};
use super::sign_up::{asked_in, reset_over};
use crate::identity::consent::{self, Matter};
use crate::identity::letters::{self, Letter};
use crate::identity::password::check_password;
use crate::identity::refuse;
use crate::identity::session::Method;
use crate::identity::{Actor, Entry as Note, PRIVACY_VERSION, Viewer, audit, check_email, reset};
use crate::shell::{App, Form, FormView, Frame, Html, page, page_with};

#[derive(Template)]
#[template(path = "identity/templates/reset_ask.html")]
struct AskPage {
    frame: Frame,
    form: FormView,
    email: String,
    sent: bool,
}

#[derive(Template)]
#[template(path = "identity/templates/reset.html")]
struct ResetPage {
    frame: Frame,
    form: FormView,
    min: i64,
    /// Whoever was invited has not accepted the privacy notice yet.
    privacy: Option<Html>,
    accepted: bool,
}

fn draw(app: &App, frame: Frame, faults: FieldErrors, invited: bool, accepted: bool) -> Result<Response> {
    let min = i64::try_from(app.config.accounts.min_password).unwrap_or(10);
    let privacy = invited.then(|| Html(frame.t("sign-up-privacy").to_owned()));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &ResetPage { form: FormView::with(&frame, faults), frame, min, privacy, accepted })
}

/// GET /accedi/password-dimenticata
pub async fn ask_form(frame: Frame) -> Result<Response> {
    page(&AskPage { form: FormView::fresh(&frame), frame, email: String::new(), sent: false })
}

/// POST /accedi/password-dimenticata — the same answer for every address.
pub async fn ask(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let email = check_email(&form.line("email"), &mut faults);
    if !faults.is_empty() {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &AskPage { form: FormView::with(&frame, faults), frame, email, sent: false });
    }
    // One letterbox is not to be filled: beyond a few an hour the page says the same and no mail goes.
    if app.limiter.take("letters", Key::Word(&fold(&email))).is_ok() {
        reset::ask(&app.db, &app.secret, &Letter::of(&app), &email, asked_in(&frame)).await?;
    }
    page(&AskPage { form: FormView::fresh(&frame), frame, email, sent: true })
}

/// GET /accedi/nuova-password/{key}
pub async fn form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let Some(person) = reset::person(&app.db, &key).await? else { return reset_over(frame) };
    let invited = !consent::has_any(&app.db, person.id).await?;
    draw(&app, frame, FieldErrors::default(), invited, false)
}

/// POST /accedi/nuova-password/{key} — the password is set, all sessions end, a new one opens, a mail tells.
pub async fn redeem(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, headers: HeaderMap, form: Form) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let Some(person) = reset::person(&app.db, &key).await? else { return reset_over(frame) };
    let password = form.secret("password");
    let mut faults = FieldErrors::default();
    check_password("password", &password, &[&person.name, &person.handle, &person.email], app.config.accounts.min_password, &mut faults);
    refuse::breached(&app, "password", &password, &mut faults).await?;
    let invited = !consent::has_any(&app.db, person.id).await?;
    if invited && !form.has("privacy") {
        faults.add("privacy", "error-privacy");
    }
    if !faults.is_empty() {
        return draw(&app, frame, faults, invited, form.has("privacy"));
    }
    let hash = app.passwords.hash(&password).await?;
    let redeemed = app
        .db
        .write(async |tx| {
            let id = reset::redeem(tx, &key, &hash).await?;
            if invited {
                consent::give(tx, id, Matter::Privacy, PRIVACY_VERSION).await?;
            }
            let actor = Actor::person(id, &person.name, viewer.address);
            let act = Note {
                act: "person.password_reset",
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &person.name,
                ..Note::default()
            };
            audit::note(tx, &actor, act).await?;
            letters::send(tx, &app.secret, Letter::of(&app).password_changed(person.language, &person.email, &person.name)).await?;
            Ok(id)
        })
        .await;
    match redeemed {
        Ok(person) => {
            let entry = Entry { person, method: Method::Link, strong: false, path: "/", toast: "toast-password-changed" };
            after_password(&app, &frame, &viewer, &headers, entry).await
        }
        Err(Error::NotFound) => reset_over(frame),
        Err(error) => Err(error),
    }
}
