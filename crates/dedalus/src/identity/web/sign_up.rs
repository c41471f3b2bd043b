//! /iscriviti — a new person, confirmed by the link in a mail.

use askama::Template;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::Result;
use kit::config::SignUp as Who;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::rate::Key;

use crate::identity::letters::Letter;
use crate::identity::password::check_password;
use crate::identity::sign_up::{self, SignUp};
use crate::identity::{Viewer, check_email, check_names, refuse, relying, ticket};
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
    /// The word of a puzzle, where one is asked for.
    puzzle: Option<String>,
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
pub(super) struct KeyOverPage {
    pub frame: Frame,
    pub title: &'static str,
    pub text: &'static str,
    pub again: &'static str,
    pub again_words: &'static str,
}

/// Who asks, and with which headers.
type Asked<'a> = (&'a Viewer, &'a HeaderMap);

async fn draw(app: &App, frame: &Frame, asked: Asked<'_>, form: FormView, typed: Typed, status: StatusCode) -> Result<Response> {
    let privacy_words = Html(frame.t("sign-up-privacy").to_owned());
    let min = i64::try_from(app.config.accounts.min_password).unwrap_or(10);
    let closed = !may_sign_up(app, &typed.ticket).await?;
    let puzzle = match asks_puzzle(app, asked.0) {
        false => None,
        true if puzzle::judge(app, &typed.puzzle, "") == Verdict::Stale => Some(puzzle::word(app)?),
        true => Some(typed.puzzle.clone()),
    };
    let passkeys = relying::is_on(app, asked.1);
    page_with(status, &SignUpPage { frame: frame.clone(), form, typed, privacy_words, min, closed, puzzle, passkeys })
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
pub async fn form(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, query: Query) -> Result<Response> {
    if viewer.me.is_some() {
        return see("/io", None);
    }
    let typed = Typed { return_to: query.0.line("torna"), ticket: query.0.line("invito"), ..Typed::default() };
    draw(&app, &frame, (&viewer, &headers), FormView::fresh(&frame), typed, StatusCode::OK).await
}

/// POST /iscriviti — keeps the request and says to look into the mail, whoever the address belongs to.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    app.limiter.take("sign_up", Key::address(viewer.address))?;
    let mut faults = FieldErrors::default();
    let (name, handle) = check_names(&form.line("nome"), &form.line("nickname"), &app.config.town.name, &mut faults);
    let email = check_email(&form.line("email"), &mut faults);
    let password = form.secret("password");
    let by_passkey = form.has("senza_password") && relying::is_on(&app, &headers);
    if !by_passkey {
        check_password("password", &password, &[&name, &handle, &email], app.config.accounts.min_password, &mut faults);
    }
    let (return_to, ticket, puzzle) = (form.line("torna"), form.line("invito"), form.line("prova"));
    let mut typed = Typed { name, handle, email, privacy: form.has("privacy"), return_to, ticket, puzzle, by_passkey };
    if !may_sign_up(&app, &typed.ticket).await? {
        return draw(&app, &frame, (&viewer, &headers), FormView::fresh(&frame), typed, StatusCode::FORBIDDEN).await;
    }
    if !typed.privacy {
        faults.add("privacy", "error-privacy");
    }
    refuse::domain(&app, &typed.email, &mut faults).await?;
    refuse::unsaid(&app, None, vec![("nome", typed.name.clone()), ("nickname", typed.handle.clone())], &mut faults).await?;
    if !by_passkey {
        refuse::breached(&app, "password", &password, &mut faults).await?;
    }
    if asks_puzzle(&app, &viewer) {
        refuse::unsolved(&app, &typed.puzzle, &form.line("risposta"), &mut faults).await?;
        if faults.of("risposta").is_some_and(|fault| fault.key == "error-puzzle-stale") {
            typed.puzzle.clear();
        }
    }
    if !faults.is_empty() {
        return draw(&app, &frame, (&viewer, &headers), FormView::with(&frame, faults), typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let new = SignUp {
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        email: typed.email.clone(),
        password_hash: if by_passkey { String::new() } else { app.passwords.hash(&password).await? },
        language: frame.lang,
        return_to: (!typed.return_to.is_empty()).then(|| safe_return(Some(&typed.return_to))),
        ticket: (app.config.accounts.sign_up == Who::Invitation).then(|| typed.ticket.clone()),
    };
    let _ = app.limiter.take("puzzle", Key::address(viewer.address));
    match sign_up::ask(&app.db, &app.secret, &Letter::of(&app), &new).await {
        Ok(()) => page(&SentPage { frame, email: typed.email }),
        Err(error) => {
            let form = FormView::of_error(&frame, error)?;
            draw(&app, &frame, (&viewer, &headers), form, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
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
