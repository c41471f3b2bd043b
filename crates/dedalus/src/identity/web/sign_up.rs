//! /iscriviti — a new person, confirmed by the link in a mail.

use askama::Template;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::letters::Letter;
use crate::identity::password::check_password;
use crate::identity::sign_up::{self, SignUp};
use crate::identity::{Viewer, check_email, check_names, relying};
use crate::shell::{App, Form, FormView, Frame, Html, Query, page, page_with, safe_return, see};

/// What was typed; the password is never drawn back.
#[derive(Debug, Default, Clone)]
struct Typed {
    name: String,
    handle: String,
    email: String,
    privacy: bool,
    return_to: String,
    /// A passkey instead of a password.
    by_passkey: bool,
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
    passkeys: bool,
}

#[derive(Template)]
#[template(path = "identity/templates/sign_up_sent.html")]
struct SentPage {
    frame: Frame,
    email: String,
}

#[derive(Template)]
#[template(path = "identity/templates/key_over.html")]
struct KeyOverPage {
    frame: Frame,
    title: &'static str,
    text: &'static str,
    again: &'static str,
    again_words: &'static str,
}

fn draw(app: &App, frame: &Frame, headers: &HeaderMap, form: FormView, typed: Typed, status: StatusCode) -> Result<Response> {
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
            passkeys: relying::is_on(app, headers),
        },
    )
}

/// GET /iscriviti
pub async fn form(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, query: Query) -> Result<Response> {
    if viewer.me.is_some() {
        return see("/io", None);
    }
    let typed = Typed { return_to: query.0.line("torna"), ..Typed::default() };
    draw(&app, &frame, &headers, FormView::fresh(&frame), typed, StatusCode::OK)
}

/// POST /iscriviti — keeps the request and says to look into the mail, whoever the address belongs to.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    if !(app.config.accounts.sign_up == kit::config::SignUp::Open) {
        return Err(Error::Forbidden);
    }
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&form.line("nome"), &form.line("nickname"), &app.config.town.name, &mut faults);
    let email = check_email(&form.line("email"), &mut faults);
    let password = form.secret("password");
    let by_passkey = form.has("senza_password") && relying::is_on(&app, &headers);
    if !by_passkey {
        check_password("password", &password, &[&name, &handle, &email], app.config.accounts.min_password, &mut faults);
    }
    let typed = Typed { name, handle, email, privacy: form.has("privacy"), return_to: form.line("torna"), by_passkey };
    if !typed.privacy {
        faults.add("privacy", "error-privacy");
    }
    if !faults.is_empty() {
        return draw(&app, &frame, &headers, FormView::with(&frame, faults), typed, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let new = SignUp {
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        email: typed.email.clone(),
        password_hash: if by_passkey { String::new() } else { app.passwords.hash(&password).await? },
        language: frame.lang,
        return_to: (!typed.return_to.is_empty()).then(|| safe_return(Some(&typed.return_to))),
    };
    match sign_up::ask(&app.db, &app.secret, &Letter::of(&app), &new).await {
        Ok(()) => page(&SentPage { frame, email: typed.email }),
        Err(error) => draw(&app, &frame, &headers, FormView::of_error(&frame, error)?, typed, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// The page of a confirmation that is used up, unknown or too old.
pub(super) fn key_over(frame: Frame) -> Result<Response> {
    let (title, text) = (frame.t("sign-up-over-title"), frame.t("sign-up-over-text"));
    let again_words = frame.t("sign-up-over-again");
    page_with(StatusCode::GONE, &KeyOverPage { frame, title, text, again: "/iscriviti", again_words })
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
