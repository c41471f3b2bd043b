//! /io/sicurezza/codice and /recupero — the second factor of one's own account, and its recovery codes.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::passkeys::must_be_strong;
use super::question::{Question, status};
use crate::identity::factor::{self, Event};
use crate::identity::totp::{self, Offer};
use crate::identity::{Me, Person, PersonId, Viewer, recovery, session, step};
use crate::shell::{App, Form, FormView, Frame, Html, page, page_with, see};

/// The step in which fresh recovery codes are carried: the database knows only their hashes.
const FRESH: &str = "recovery codes";

#[derive(Serialize, Deserialize)]
struct Fresh {
    person: PersonId,
    codes: Vec<String>,
}

#[derive(Template)]
#[template(path = "identity/templates/code_set_up.html")]
struct SetUpPage {
    frame: Frame,
    form: FormView,
    offer: Option<(Offer, Html)>,
}

#[derive(Template)]
#[template(path = "identity/templates/recovery.html")]
struct RecoveryPage {
    frame: Frame,
    codes: Vec<String>,
}

async fn draw(app: &App, frame: Frame, me: &Me, faults: FieldErrors) -> Result<Response> {
    let offer = totp::offer(&app.db, &app.secret, me.id, &app.config.town.name, &me.handle).await?;
    let offer = offer.map(|offer| (offer.clone(), Html(offer.svg)));
    page_with(status(&faults), &SetUpPage { form: FormView::with(&frame, faults), frame, offer })
}

/// GET /io/sicurezza/codice — what it is; then the secret, until a code has confirmed it.
pub async fn form(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    if totp::is_on(&app.db, me.id).await? {
        return see("/io/sicurezza", None);
    }
    draw(&app, frame, me, FieldErrors::default()).await
}

/// POST /io/sicurezza/codice/inizio — a new secret, which does not count yet.
pub async fn begin(app: App, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    match app.db.write(async |tx| totp::begin(tx, &app.secret, me.id).await).await {
        Ok(()) => see("/io/sicurezza/codice", None),
        Err(Error::Conflict(_)) => see("/io/sicurezza", None),
        Err(error) => Err(error),
    }
}

/// POST /io/sicurezza/codice — the first code confirms it: from now on the session is a strong one.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("sign_in", Key::Account(me.id.0))?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    let confirmed = app
        .db
        .write(async |tx| {
            let Some(codes) = totp::confirm(tx, &app.secret, me.id, &form.line("codice")).await? else { return Ok(None) };
            session::prove(tx, me.session_id, true).await?;
            factor::tell(tx, &app, &actor, &person, Event::CodeOn).await?;
            Ok(Some(codes))
        })
        .await;
    match confirmed {
        Ok(Some(codes)) => show_once(&app, me, codes, "toast-code-on"),
        Ok(None) => {
            let mut faults = FieldErrors::default();
            faults.add("codice", "error-code-first");
            draw(&app, frame, me, faults).await
        }
        // A second click, or a second tab: it is on already, or was never begun.
        Err(Error::NotFound) => see("/io/sicurezza/codice", None),
        Err(error) => Err(error),
    }
}

fn show_once(app: &App, me: &Me, codes: Vec<String>, toast: &'static str) -> Result<Response> {
    let mut response = see("/io/sicurezza/recupero", Some(toast))?;
    step::put(app, FRESH, &Fresh { person: me.id, codes }, &mut response)?;
    Ok(response)
}

fn fresh(app: &App, me: &Me, headers: &HeaderMap) -> Option<Vec<String>> {
    step::get::<Fresh>(app, FRESH, headers).filter(|fresh| fresh.person == me.id).map(|fresh| fresh.codes)
}

/// GET /io/sicurezza/recupero — the codes that were just made, for minutes and in this browser alone.
pub async fn show(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    match fresh(&app, viewer.me()?, &headers) {
        Some(codes) => page(&RecoveryPage { frame, codes }),
        None => see("/io/sicurezza", None),
    }
}

/// GET /io/sicurezza/recupero.txt — the same as a file.
pub async fn download(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    let me = viewer.me()?;
    let Some(codes) = fresh(&app, me, &headers) else { return see("/io/sicurezza", None) };
    let head = frame.t2("recovery-file", "town", &frame.town.name, "name", &format!("@{}", me.handle));
    let mut response = format!("{head}\r\n\r\n{}\r\n", codes.join("\r\n")).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"codici-di-recupero.txt\""));
    Ok(response)
}

/// POST /io/sicurezza/recupero/fatto — they are kept: the browser forgets them.
pub async fn done(app: App) -> Result<Response> {
    let mut response = see("/io/sicurezza", None)?;
    step::clear(&app, &mut response)?;
    Ok(response)
}

fn renewal(frame: &Frame) -> Question {
    Question { title: frame.t("recovery-renew-title").to_owned(), text: frame.t("recovery-renew-text"), button: "recovery-renew-send" }
}

/// GET /io/sicurezza/recupero/nuovi — asks first: the old ones are void.
pub async fn ask_renew(frame: Frame) -> Result<Response> {
    renewal(&frame).draw(frame, FieldErrors::default())
}

/// POST /io/sicurezza/recupero/nuovi
pub async fn renew(app: App, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    if !totp::is_on(&app.db, me.id).await? {
        return see("/io/sicurezza", None);
    }
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    let codes = app
        .db
        .write(async |tx| {
            let codes = recovery::renew(tx, &app.secret, me.id).await?;
            factor::tell(tx, &app, &actor, &person, Event::RecoveryRenewed).await?;
            Ok(codes)
        })
        .await?;
    show_once(&app, me, codes, "toast-recovery-renewed")
}

fn removal(frame: &Frame) -> Question {
    Question { title: frame.t("code-remove-title").to_owned(), text: frame.t("code-remove-text"), button: "code-remove-send" }
}

/// GET /io/sicurezza/codice/rimozione — asks first.
pub async fn ask_remove(frame: Frame) -> Result<Response> {
    removal(&frame).draw(frame, FieldErrors::default())
}

/// POST /io/sicurezza/codice/rimozione
pub async fn remove(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    let ended = app
        .db
        .write(async |tx| {
            totp::end(tx, me.id, must_be_strong(me)).await?;
            factor::tell(tx, &app, &actor, &person, Event::CodeOff).await
        })
        .await;
    match ended {
        Ok(()) => see("/io/sicurezza", Some("toast-code-off")),
        Err(Error::Invalid(faults)) => removal(&frame).draw(frame, faults),
        // A second click: it has ended already.
        Err(Error::NotFound) => see("/io/sicurezza", None),
        Err(error) => Err(error),
    }
}
