//! /io/sicurezza — how one comes in, and where one is in.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::HeaderMap;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::door::device_words;
use super::passkeys::{label_of, must_be_strong};
use super::providers::{LinkedSection, linked_section};
use super::question::Naming;
use crate::identity::passkey::{self, Kept};
use crate::identity::ways::Ways;
use crate::identity::{Entry, Me, Viewer, audit, recovery, relying, session};
use crate::shell::{App, Form, Frame, page, see};

/// A device with its words.
struct DeviceView {
    device: session::Device,
    words: String,
    /// Key of how it was opened.
    how: String,
}

#[derive(Template)]
#[template(path = "identity/templates/security.html")]
struct SecurityPage {
    frame: Frame,
    me: Me,
    ways: Ways,
    passkeys: Vec<Kept>,
    passkeys_on: bool,
    named: Option<String>,
    recovery_left: i64,
    /// The town asks for a second factor, and this session has not shown one.
    must_be_strong: bool,
    devices: Vec<DeviceView>,
    linked: LinkedSection,
}

fn view(frame: &Frame, device: session::Device) -> DeviceView {
    let words = if device.label.is_empty() { device_words(frame, &device.device) } else { device.label.clone() };
    DeviceView { words, how: format!("method-{}", device.method.word()), device }
}

/// GET /io/sicurezza
pub async fn show(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap) -> Result<Response> {
    let me = viewer.me()?;
    let devices = session::devices(&app.db, me.id).await?.into_iter().map(|device| view(&frame, device)).collect();
    page(&SecurityPage {
        ways: Ways::read(&app.db, me.id).await?,
        passkeys: passkey::of_person(&app.db, me.id).await?,
        passkeys_on: relying::is_on(&app, &headers),
        named: relying::named_address(&app),
        recovery_left: recovery::left(&app.db, me.id).await?,
        must_be_strong: must_be_strong(me) && !me.strong,
        devices,
        linked: linked_section(&app, &frame, me.id).await?,
        me: me.clone(),
        frame,
    })
}

fn note<'a>(me: &'a Me, act: &'static str, label: Option<String>) -> Entry<'a> {
    Entry { act, subject_kind: "person", subject_id: Some(me.id.0), subject_name: &me.name, before: label, ..Entry::default() }
}

/// POST /io/sessioni/{id}/chiusura — signs one device out.
pub async fn close_session(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            session::close_own(tx, me.id, id).await?;
            audit::note(tx, &actor, note(me, "person.session_closed", None)).await
        })
        .await?;
    see("/io/sicurezza", Some("toast-session-closed"))
}

/// POST /io/sessioni/chiusura — signs all other devices out.
pub async fn close_sessions(app: App, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            session::close_all(tx, me.id, Some(me.session_id)).await?;
            audit::note(tx, &actor, note(me, "person.sessions_closed", None)).await
        })
        .await?;
    see("/io/sicurezza", Some("toast-sessions-closed"))
}

async fn naming(app: &App, frame: &Frame, me: &Me, id: i64) -> Result<Naming> {
    let device = session::devices(&app.db, me.id).await?.into_iter().find(|device| device.id == id).ok_or(Error::NotFound)?;
    Ok(Naming {
        title: frame.t("device-name-title"),
        help: "device-name-help",
        action: format!("/io/sessioni/{id}/nome"),
        label: view(frame, device).words,
    })
}

/// GET /io/sessioni/{id}/nome
pub async fn name_form(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    naming(&app, &frame, viewer.me()?, id).await?.draw(frame, FieldErrors::default())
}

/// POST /io/sessioni/{id}/nome
pub async fn rename(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let naming = naming(&app, &frame, me, id).await?;
    match label_of(&form) {
        Ok(label) => {
            app.db.write(async |tx| session::rename(tx, me.id, id, &label).await).await?;
            see("/io/sicurezza", Some("toast-saved"))
        }
        Err(Error::Invalid(faults)) => Naming { label: form.line("nome"), ..naming }.draw(frame, faults),
        Err(error) => Err(error),
    }
}
