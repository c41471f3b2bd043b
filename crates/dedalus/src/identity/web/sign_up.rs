//! /iscriviti — a new person, confirmed by the link in a mail.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::config::SignUp as Who;
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
use crate::identity::{refuse, ticket};
use crate::shell::{App, Form, FormView, Frame, Html, Query, page, page_with, puzzle, puzzle::Verdict, safe_return, see};

/// What was typed; the password is never drawn back.
#[derive(Debug, Default, Clone)]
struct Typed {
    name: String,
    handle: String,
    email: String,
    privacy: bool,
    return_to: String,
    /// The word of an invitation.
    ticket: String,
    /// The word of the puzzle that was given before: whoever waits must not begin anew.
    puzzle: String,
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
    /// The word of a puzzle, where one is asked for.
    puzzle: Option<String>,
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

#[derive(Template)]
#[template(path = "identity/templates/key_over.html")]
struct KeyOverPage {
    frame: Frame,
    title: &'static str,
    text: &'static str,
    again: &'static str,
    again_words: &'static str,
}

async fn draw(app: &App, frame: &Frame, viewer: &Viewer, form: FormView, typed: Typed, status: StatusCode) -> Result<Response> {
    let privacy_words = Html(frame.t("sign-up-privacy").to_owned());
    let min = i64::try_from(app.config.accounts.min_password).unwrap_or(10);
    let closed = !may_sign_up(app, &typed.ticket).await?;
    let puzzle = match asks_puzzle(app, viewer) {
        false => None,
        true if puzzle::judge(app, &typed.puzzle, "") == Verdict::Stale => Some(puzzle::word(app)?),
        true => Some(typed.puzzle.clone()),
    };
    page_with(status, &SignUpPage { frame: frame.clone(), form, typed, privacy_words, min, closed, puzzle })
}

/// Is the town open to whoever comes with this invitation, or with none?
async fn may_sign_up(app: &App, word: &str) -> Result<bool> {
    match app.config.accounts.sign_up {
        Who::Open => Ok(true),
        Who::Invitation => ticket::is_good(&app.db, word).await,
        Who::Closed => Ok(false),
    }
}

/// Did many accounts come from this address already?
fn asks_puzzle(app: &App, viewer: &Viewer) -> bool {
    app.config.accounts.puzzle_after == 0 || app.limiter.is_full("puzzle", Key::address(viewer.address))
}

/// GET /iscriviti?invito=…
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    if viewer.me.is_some() {
        return see("/io", None);
    }
    let typed = Typed { return_to: query.0.line("torna"), ticket: query.0.line("invito"), ..Typed::default() };
    draw(&app, &frame, &viewer, FormView::fresh(&frame), typed, StatusCode::OK).await
}

/// POST /iscriviti — keeps the request and says to look into the mail, whoever the address belongs to.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&form.line("nome"), &form.line("nickname"), &app.config.town.name, &mut faults);
    let email = check_email(&form.line("email"), &mut faults);
    let password = form.secret("password");
    check_password("password", &password, &[&name, &handle, &email], app.config.accounts.min_password, &mut faults);
    let (return_to, ticket, puzzle) = (form.line("torna"), form.line("invito"), form.line("prova"));
    let mut typed = Typed { name, handle, email, privacy: form.has("privacy"), return_to, ticket, puzzle };
    if !may_sign_up(&app, &typed.ticket).await? {
        return draw(&app, &frame, &viewer, FormView::fresh(&frame), typed, StatusCode::FORBIDDEN).await;
    }
    if !typed.privacy {
        faults.add("privacy", "error-privacy");
    }
    refuse::domain(&app, &typed.email, &mut faults).await?;
    refuse::breached(&app, "password", &password, &mut faults).await?;
    if asks_puzzle(&app, &viewer) {
        refuse::unsolved(&app, &typed.puzzle, &form.line("risposta"), &mut faults).await?;
        if faults.of("risposta").is_some_and(|fault| fault.key == "error-puzzle-stale") {
            typed.puzzle.clear();
        }
    }
    if !faults.is_empty() {
        return draw(&app, &frame, &viewer, FormView::with(&frame, faults), typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let new = SignUp {
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        email: typed.email.clone(),
        password_hash: app.passwords.hash(&password).await?,
        language: frame.lang,
        return_to: (!typed.return_to.is_empty()).then(|| safe_return(Some(&typed.return_to))),
        ticket: (app.config.accounts.sign_up == Who::Invitation).then(|| typed.ticket.clone()),
    };
    let _ = app.limiter.take("puzzle", Key::address(viewer.address));
    match sign_up::ask(&app.db, &app.secret, &Letter::of(&app), &new).await {
        Ok(()) => page(&SentPage { frame, email: typed.email }),
        Err(error) => {
            let form = FormView::of_error(&frame, error)?;
            draw(&app, &frame, &viewer, form, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
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
