//! /iscriviti — a new person, confirmed by the link in a mail.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::rate::Key;
use kit::{Error, Result};

use super::door::{Entry, open};
use crate::identity::letters::Letter;
use crate::identity::password::check_password;
use crate::identity::session::Method;
use crate::identity::sign_up::{self, SignUp};
use crate::identity::{Actor, Entry as Note, Viewer, audit, check_email, check_names};
use crate::shell::{App, Form, FormView, Frame, Html, Query, page, page_with, safe_return, see};

/// What was typed; the password is never drawn back.
#[derive(Debug, Default, Clone)]
struct Typed {
    name: String,
    handle: String,
    email: String,
    privacy: bool,
    return_to: String,
}

#[derive(Template)]
#[template(path = "identity/templates/sign_up.html")]
struct SignUpPage {
    frame: Frame,
    form: FormView,
    typed: Typed,
    privacy_words: Html,
    min: i64,
    closed: bool,
}

#[derive(Template)]
#[template(path = "identity/templates/sign_up_sent.html")]
struct SentPage {
    frame: Frame,
    email: String,
}

#[derive(Template)]
#[template(path = "identity/templates/sign_up_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormView,
    email: String,
    handle: String,
    /// The handle was taken meanwhile: ask for another one.
    other_handle: bool,
}

/// A key from a mail that is no longer good.
#[derive(Template)]
#[template(path = "identity/templates/key_over.html")]
pub(super) struct KeyOverPage {
    pub frame: Frame,
    pub title: &'static str,
    pub text: &'static str,
    pub again: &'static str,
    pub again_words: &'static str,
}

fn draw(app: &App, frame: &Frame, form: FormView, typed: Typed, status: StatusCode) -> Result<Response> {
    let privacy_words = Html(frame.t("sign-up-privacy").to_owned());
    let min = i64::try_from(app.config.accounts.min_password).unwrap_or(10);
    page_with(
        status,
        &SignUpPage {
            frame: frame.clone(),
            form,
            typed,
            privacy_words,
            min,
            closed: !(app.config.accounts.sign_up == kit::config::SignUp::Open),
        },
    )
}

/// GET /iscriviti
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    if viewer.me.is_some() {
        return see("/io", None);
    }
    let typed = Typed { return_to: query.0.line("torna"), ..Typed::default() };
    draw(&app, &frame, FormView::fresh(&frame), typed, StatusCode::OK)
}

/// POST /iscriviti — keeps the request and says to look into the mail, whoever the address belongs to.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    if !(app.config.accounts.sign_up == kit::config::SignUp::Open) {
        return Err(Error::Forbidden);
    }
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&form.line("nome"), &form.line("nickname"), &app.config.town.name, &mut faults);
    let email = check_email(&form.line("email"), &mut faults);
    let password = form.secret("password");
    check_password("password", &password, &[&name, &handle, &email], app.config.accounts.min_password, &mut faults);
    let typed = Typed { name, handle, email, privacy: form.has("privacy"), return_to: form.line("torna") };
    if !typed.privacy {
        faults.add("privacy", "error-privacy");
    }
    if !faults.is_empty() {
        return draw(&app, &frame, FormView::with(&frame, faults), typed, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let new = SignUp {
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        email: typed.email.clone(),
        password_hash: app.passwords.hash(&password).await?,
        language: frame.lang,
        return_to: (!typed.return_to.is_empty()).then(|| safe_return(Some(&typed.return_to))),
    };
    match sign_up::ask(&app.db, &app.secret, &Letter::of(&app), &new).await {
        Ok(()) => page(&SentPage { frame, email: typed.email }),
        Err(error) => draw(&app, &frame, FormView::of_error(&frame, error)?, typed, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn key_over(frame: Frame) -> Result<Response> {
    let (title, text) = (frame.t("sign-up-over-title"), frame.t("sign-up-over-text"));
    let again_words = frame.t("sign-up-over-again");
    page_with(StatusCode::GONE, &KeyOverPage { frame, title, text, again: "/iscriviti", again_words })
}

/// GET /iscriviti/conferma/{key} — one button; opening the link alone changes nothing (mail scanners open links).
pub async fn confirm_form(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let Some(waiting) = sign_up::waiting(&app.db, &key).await? else { return key_over(frame) };
    page(&ConfirmPage { form: FormView::fresh(&frame), frame, email: waiting.email, handle: waiting.handle, other_handle: false })
}

/// POST /iscriviti/conferma/{key} — the person comes to be and is signed in.
pub async fn confirm(
    app: App,
    frame: Frame,
    viewer: Viewer,
    Path(key): Path<String>,
    headers: http::HeaderMap,
    form: Form,
) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let Some(waiting) = sign_up::waiting(&app.db, &key).await? else { return key_over(frame) };
    let other = form.has("nickname").then(|| form.line("nickname"));
    if let Some(handle) = &other {
        let mut faults = FieldErrors::default();
        check_names(&waiting.name, handle, &app.config.town.name, &mut faults);
        if !faults.is_empty() {
            return again(frame, faults, waiting.email, handle.clone());
        }
    }
    let confirmed = app
        .db
        .write(async |tx| {
            let (id, waiting) = sign_up::confirm(tx, &key, other.as_deref()).await?;
            let actor = Actor::person(id, &waiting.name, viewer.address);
            let act = Note {
                act: "person.signed_up",
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &waiting.name,
                ..Note::default()
            };
            audit::note(tx, &actor, act).await?;
            Ok((id, waiting.return_to))
        })
        .await;
    match confirmed {
        Ok((person, return_to)) => {
            let path = return_to.unwrap_or_else(|| "/".to_owned());
            let entry = Entry { person, method: Method::Link, strong: false, path: &path, toast: "toast-welcome" };
            open(&app, &frame, &viewer, &headers, entry).await
        }
        Err(Error::Invalid(faults)) => again(frame, faults, waiting.email, other.unwrap_or(waiting.handle)),
        Err(Error::NotFound) => key_over(frame),
        Err(error) => Err(error),
    }
}

fn again(frame: Frame, faults: FieldErrors, email: String, handle: String) -> Result<Response> {
    let form = FormView::with(&frame, faults);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &ConfirmPage { frame, form, email, handle, other_handle: true })
}

/// The page of a key that is used up, unknown or too old.
pub(super) fn reset_over(frame: Frame) -> Result<Response> {
    let (title, text) = (frame.t("reset-over-title"), frame.t("reset-over-text"));
    let again_words = frame.t("reset-over-again");
    page_with(StatusCode::GONE, &KeyOverPage { frame, title, text, again: "/accedi/password-dimenticata", again_words })
}

/// The language of a mail to somebody we do not know: the page's.
pub(super) fn asked_in(frame: &Frame) -> Lang {
    frame.lang
}
