//! /io/sicurezza/passkey — a person's passkeys: a new one, its name, its end.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::clean_line;
use kit::{Error, Result};

use super::door::device_words;
use super::passkey_in::{fault, question};
use super::question::{Naming, Question, status};
use crate::identity::ceremony::{Fault, ask_to_make, made, relying_party};
use crate::identity::factor::{self, Event};
use crate::identity::passkey::{self, LABEL_MAX};
use crate::identity::{Me, Person, Viewer, relying, session, step};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

const NEW: &str = "passkey new";

#[derive(Template)]
#[template(path = "identity/templates/passkey_new.html")]
struct NewPage {
    frame: Frame,
    form: FormView,
    label: String,
    on: bool,
    named: Option<String>,
}

fn draw(app: &App, frame: Frame, headers: &HeaderMap, label: String, faults: FieldErrors) -> Result<Response> {
    let status = status(&faults);
    let (on, named) = (relying::is_on(app, headers), relying::named_address(app));
    page_with(status, &NewPage { form: FormView::with(&frame, faults), frame, label, on, named })
}

/// What a passkey is called as long as its owner has no better name.
pub(super) fn first_label(frame: &Frame, headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    device_words(frame, agent)
}

/// A name of a passkey or a device as typed, or its fault.
pub(super) fn label_of(form: &Form) -> Result<String> {
    let label = clean_line(&form.line("nome"));
    match label.chars().count() {
        0 => Err(Error::field("nome", "error-label-empty")),
        count if count > LABEL_MAX => Err(Error::field("nome", "error-label-long")),
        _ => Ok(label),
    }
}

/// Does the town ask this person for a second factor?
pub(super) fn must_be_strong(me: &Me) -> bool {
    me.needs_second_factor && me.is_staff()
}

/// GET /io/sicurezza/passkey
pub async fn form(app: App, frame: Frame, headers: HeaderMap) -> Result<Response> {
    let label = first_label(&frame, &headers);
    draw(&app, frame, &headers, label, FieldErrors::default())
}

/// POST /io/sicurezza/passkey/sfida — the question for a device that is to make one.
pub async fn ask(app: App, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("api", Key::address(viewer.address))?;
    let party = relying_party(&app, &headers)?;
    let user = app.db.write(async |tx| passkey::user_of(tx, me.id).await).await?;
    let known = passkey::credentials(&app.db, me.id).await?;
    question(&app, NEW, ask_to_make(&party, user, (&me.handle, &me.name), &known, me.id.0.to_string())?)
}

/// POST /io/sicurezza/passkey — keeps what the device made; from now on the session is a strong one.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let typed = form.line("nome");
    match keep(&app, me, &viewer, &headers, &form).await {
        Ok(()) => {
            let mut response = see("/io/sicurezza", Some("toast-passkey-added"))?;
            step::clear(&app, &mut response)?;
            Ok(response)
        }
        Err(Fault::Words(key)) => draw(&app, frame, &headers, typed, fault(key)),
        Err(Fault::Other(Error::Invalid(faults))) => draw(&app, frame, &headers, typed, faults),
        Err(Fault::Other(error)) => Err(error),
        Err(Fault::Copied(_)) => Err(Error::Forbidden),
    }
}

async fn keep(app: &App, me: &Me, viewer: &Viewer, headers: &HeaderMap, form: &Form) -> Result<(), Fault> {
    let label = label_of(form)?;
    let made = made(app, headers, NEW, &me.id.0.to_string(), &form.secret("passkey"))?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            made.keep(tx, me.id, &label).await?;
            session::prove(tx, me.session_id, true).await?;
            factor::tell(tx, app, &actor, &person, Event::PasskeyAdded(&label)).await
        })
        .await?;
    Ok(())
}

fn naming(frame: &Frame, id: i64, label: String) -> Naming {
    Naming { title: frame.t("passkey-name-title"), help: "passkey-name-help", action: format!("/io/sicurezza/passkey/{id}/nome"), label }
}

/// GET /io/sicurezza/passkey/{id}/nome
pub async fn name_form(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let kept = passkey::own(&app.db, viewer.me()?.id, id).await?;
    naming(&frame, id, kept.label).draw(frame, FieldErrors::default())
}

/// POST /io/sicurezza/passkey/{id}/nome
pub async fn rename(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    passkey::own(&app.db, me.id, id).await?;
    match label_of(&form) {
        Ok(label) => {
            app.db.write(async |tx| passkey::rename(tx, me.id, id, &label).await).await?;
            see("/io/sicurezza", Some("toast-saved"))
        }
        Err(Error::Invalid(faults)) => naming(&frame, id, form.line("nome")).draw(frame, faults),
        Err(error) => Err(error),
    }
}

fn removal(frame: &Frame, label: &str) -> Question {
    Question {
        title: frame.t1("passkey-remove-title", "label", label),
        text: frame.t("passkey-remove-text"),
        button: "passkey-remove-send",
    }
}

/// GET /io/sicurezza/passkey/{id}/rimozione — asks first.
pub async fn ask_remove(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let kept = passkey::own(&app.db, viewer.me()?.id, id).await?;
    removal(&frame, &kept.label).draw(frame, FieldErrors::default())
}

/// POST /io/sicurezza/passkey/{id}/rimozione — never the last way to sign in.
pub async fn remove(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?;
    let kept = passkey::own(&app.db, me.id, id).await?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    let removed = app
        .db
        .write(async |tx| {
            passkey::remove(tx, me.id, id, must_be_strong(me)).await?;
            factor::tell(tx, &app, &actor, &person, Event::PasskeyRemoved(&kept.label)).await
        })
        .await;
    match removed {
        Ok(()) => see("/io/sicurezza", Some("toast-passkey-removed")),
        Err(Error::Invalid(faults)) => removal(&frame, &kept.label).draw(frame, faults),
        Err(error) => Err(error),
    }
}
