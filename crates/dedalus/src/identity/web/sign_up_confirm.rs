//! /iscriviti/conferma/{key} — behind the link of the mail: the person comes to be, with the password or a passkey.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::HeaderMap;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::door::{Entry, open};
use super::passkey_in::question;
use super::passkeys::first_label;
use super::question::status;
use super::sign_up::key_over;
use crate::identity::ceremony::{Fault, Made, ask_to_make, made, relying_party};
use crate::identity::password::check_password;
use crate::identity::session::Method;
use crate::identity::sign_up::{self, Waiting};
use crate::identity::{Actor, Entry as Note, Viewer, audit, check_names, passkey, refuse, relying};
use crate::shell::{App, Form, FormView, Frame, page_with};

const SIGN_UP: &str = "passkey sign-up";

#[derive(Template)]
#[template(path = "identity/templates/sign_up_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormView,
    email: String,
    handle: String,
    /// The handle was taken meanwhile: ask for another one.
    other_handle: bool,
    by_passkey: bool,
    /// Can a passkey be made where this page was asked for?
    passkeys: bool,
    /// Where the question for a passkey is asked.
    challenge: String,
    min: i64,
}

/// What opens the new account.
enum Means {
    /// The password that was typed when signing up.
    Typed,
    /// One typed only now.
    Password(String),
    /// A passkey made just now.
    Passkey(Box<Made>),
}

fn draw(
    app: &App,
    frame: Frame,
    headers: &HeaderMap,
    waiting: &Waiting,
    key: &str,
    other: Option<&str>,
    faults: FieldErrors,
) -> Result<Response> {
    let other_handle = other.is_some() || faults.of("nickname").is_some();
    let view = ConfirmPage {
        email: waiting.email.clone(),
        handle: other.unwrap_or(&waiting.handle).to_owned(),
        other_handle,
        by_passkey: waiting.by_passkey(),
        passkeys: relying::is_on(app, headers),
        challenge: format!("/iscriviti/conferma/{key}/sfida"),
        min: i64::try_from(app.config.accounts.min_password).unwrap_or(10),
        form: FormView::with(&frame, faults.clone()),
        frame,
    };
    page_with(status(&faults), &view)
}

/// GET /iscriviti/conferma/{key} — one button; opening the link alone changes nothing (mail scanners open links).
pub async fn form(app: App, frame: Frame, headers: HeaderMap, Path(key): Path<String>) -> Result<Response> {
    let Some(waiting) = sign_up::waiting(&app.db, &key).await? else { return key_over(frame) };
    draw(&app, frame, &headers, &waiting, &key, None, FieldErrors::default())
}

/// POST /iscriviti/conferma/{key}/sfida — the question for a device that is to make the new person's passkey.
pub async fn ask_passkey(app: App, viewer: Viewer, headers: HeaderMap, Path(key): Path<String>, form: Form) -> Result<Response> {
    app.limiter.take("api", Key::address(viewer.address))?;
    let waiting = sign_up::waiting(&app.db, &key).await?.filter(Waiting::by_passkey).ok_or(Error::NotFound)?;
    let typed = form.line("nickname");
    let handle = if typed.is_empty() { waiting.handle } else { typed };
    // Before the device makes one that would be of no use.
    free(&app, &handle).await?;
    let party = relying_party(&app, &headers)?;
    question(&app, SIGN_UP, ask_to_make(&party, passkey::new_user()?, (&handle, &waiting.name), &[], key)?)
}

async fn free(app: &App, handle: &str) -> Result<()> {
    if sign_up::handle_taken(&app.db, handle).await? { Err(Error::field("nickname", "error-handle-taken")) } else { Ok(()) }
}

async fn means(app: &App, headers: &HeaderMap, waiting: &Waiting, key: &str, form: &Form) -> Result<Means> {
    if !waiting.by_passkey() {
        return Ok(Means::Typed);
    }
    if form.has("passkey") {
        return match made(app, headers, SIGN_UP, key, &form.secret("passkey")) {
            Ok(made) => Ok(Means::Passkey(Box::new(made))),
            Err(Fault::Words(fault)) => Err(Error::field("", fault)),
            Err(Fault::Other(error)) => Err(error),
            Err(Fault::Copied(_)) => Err(Error::Forbidden),
        };
    }
    free(app, &form_handle(form).unwrap_or_else(|| waiting.handle.clone())).await?;
    let password = form.secret("password");
    let mut faults = FieldErrors::default();
    if password.is_empty() {
        return Err(Error::field("password", "error-no-means"));
    }
    check_password("password", &password, &[&waiting.name, &waiting.handle, &waiting.email], app.config.accounts.min_password, &mut faults);
    faults.or(())?;
    Ok(Means::Password(app.passwords.hash(&password).await?))
}

fn form_handle(form: &Form) -> Option<String> {
    form.has("nickname").then(|| form.line("nickname"))
}

/// POST /iscriviti/conferma/{key} — the person comes to be and is signed in.
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, headers: HeaderMap, form: Form) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let Some(waiting) = sign_up::waiting(&app.db, &key).await? else { return key_over(frame) };
    let other = form_handle(&form);
    if let Some(handle) = &other {
        let mut faults = FieldErrors::default();
        check_names(&waiting.name, handle, &app.config.town.name, &mut faults);
        refuse::unsaid(&app, None, vec![("nickname", handle.clone())], &mut faults).await?;
        if !faults.is_empty() {
            return draw(&app, frame, &headers, &waiting, &key, Some(handle), faults);
        }
    }
    let confirmed = confirm(&app, &frame, &viewer, &headers, &waiting, &key, &form).await;
    match confirmed {
        Ok(entry) => {
            let path = waiting.return_to.as_deref().unwrap_or("/");
            open(&app, &frame, &viewer, &headers, Entry { path, ..entry }).await
        }
        Err(Error::Invalid(faults)) => draw(&app, frame, &headers, &waiting, &key, other.as_deref(), faults),
        Err(Error::NotFound) => key_over(frame),
        Err(error) => Err(error),
    }
}

async fn confirm(
    app: &App,
    frame: &Frame,
    viewer: &Viewer,
    headers: &HeaderMap,
    waiting: &Waiting,
    key: &str,
    form: &Form,
) -> Result<Entry<'static>> {
    let other = form_handle(form);
    let means = means(app, headers, waiting, key, form).await?;
    let hash = if let Means::Password(hash) = &means { Some(hash.clone()) } else { None };
    let label = first_label(frame, headers);
    let person = app
        .db
        .write(async |tx| {
            let (id, waiting) = sign_up::confirm(tx, key, other.as_deref(), hash.clone()).await?;
            let actor = Actor::person(id, &waiting.name, viewer.address);
            let mut act = Note {
                act: "person.signed_up",
                subject_kind: "person",
                subject_id: Some(id.0),
                subject_name: &waiting.name,
                ..Note::default()
            };
            audit::note(tx, &actor, act.clone()).await?;
            if let Means::Passkey(made) = &means {
                made.keep(tx, id, &label).await?;
                (act.act, act.after) = ("person.passkey_added", Some(label.clone()));
                audit::note(tx, &actor, act).await?;
            }
            Ok(id)
        })
        .await?;
    refuse::noticed(app, person, &waiting.name, other.as_deref().unwrap_or(&waiting.handle)).await?;
    let strong = matches!(means, Means::Passkey(_));
    let method = if strong { Method::Passkey } else { Method::Link };
    Ok(Entry { person, method, strong, path: "/", toast: "toast-welcome" })
}
