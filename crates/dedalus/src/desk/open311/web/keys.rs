//! /amministrazione/open311 — keys of programs that send reports. Who keeps all of the desk gives them and takes them back; who keeps
//! an office's part of it sees which there are.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::jurisdiction;
use crate::desk::open311::key::{Key, KeyId};
use crate::identity::{Act, Entry, Reach, Viewer, check_email, note};
use crate::shell::{App, Form, FormView, Frame, page, page_with, see};

/// Reports a day, at the most.
const DAILY_MAX: i64 = 100_000;

#[derive(Template)]
#[template(path = "desk/open311/templates/keys.html")]
struct KeysPage {
    frame: Frame,
    form: FormView,
    typed: Form,
    /// Each with the number of its reports.
    keys: Vec<(Key, i64)>,
    /// May give and take back.
    all: bool,
    endpoint: String,
    jurisdiction: String,
    /// The key that was just made: shown once.
    fresh: Option<String>,
}

impl KeysPage {
    fn line(&self, name: &str) -> String {
        self.typed.line(name)
    }
}

fn keeps_all(viewer: &Viewer) -> Result<bool> {
    Ok(viewer.me()?.reach(Act::KeepDesk) == Reach::All)
}

fn empty() -> Form {
    Form::from_pairs(vec![("al-giorno".into(), "200".into())])
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, typed: Form, fresh: Option<String>, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reports = Key::reports(&app.db).await?;
    let counted = |key: Key| {
        let reports = reports.get(&key.id).copied().unwrap_or_default();
        (key, reports)
    };
    let keys = Key::all(&app.db).await?.into_iter().map(counted);
    let view = KeysPage {
        form: FormView::with(&frame, faults),
        typed,
        keys: keys.collect(),
        all: keeps_all(viewer)?,
        endpoint: app.absolute("/open311/v2"),
        jurisdiction: jurisdiction(app),
        fresh,
        frame,
    };
    page_with(status, &view)
}

/// GET /amministrazione/open311
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, empty(), None, FieldErrors::default()).await
}

/// POST /amministrazione/open311 — the answer shows the key, once.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    if !keeps_all(&viewer)? {
        return Err(Error::NotFound);
    }
    let mut faults = FieldErrors::default();
    let name = form.line("nome");
    if !(2..=80).contains(&name.chars().count()) {
        faults.add("nome", "error-open311-name");
    }
    let contact = check_email(&form.line("email"), &mut faults);
    let daily = form.line("al-giorno").parse::<i64>().ok().filter(|daily| (1..=DAILY_MAX).contains(daily));
    let (Some(daily), true) = (daily, faults.is_empty()) else {
        if daily.is_none() {
            faults.add("al-giorno", "error-open311-daily");
        }
        return draw(&app, frame, &viewer, form, None, faults).await;
    };
    let actor = viewer.actor()?;
    let secret = app
        .db
        .write(async |tx| {
            let (id, secret) = Key::create(tx, &name, &contact, daily).await?;
            note(tx, &actor, Entry { after: Some(format!("{contact} · {daily}")), ..entry("open311.key_made", id, &name) }).await?;
            Ok(secret)
        })
        .await?;
    draw(&app, frame, &viewer, empty(), Some(secret), FieldErrors::default()).await
}

fn entry<'a>(act: &'static str, id: KeyId, name: &'a str) -> Entry<'a> {
    Entry { act, subject_kind: "open311_key", subject_id: Some(id.0), subject_name: name, ..Entry::default() }
}

#[derive(Template)]
#[template(path = "desk/open311/templates/revoke.html")]
struct RevokePage {
    frame: Frame,
    key: Key,
}

/// The key that is to be taken back.
async fn kept(app: &App, viewer: &Viewer, id: &str) -> Result<Key> {
    if !keeps_all(viewer)? {
        return Err(Error::NotFound);
    }
    Key::find(&app.db, id.parse().map_err(|_| Error::NotFound)?).await
}

/// GET /amministrazione/open311/{id}/ritiro
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let key = kept(&app, &viewer, &id).await?;
    page(&RevokePage { frame, key })
}

/// POST /amministrazione/open311/{id}/ritiro
pub async fn revoke(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let key = kept(&app, &viewer, &id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Key::revoke(tx, key.id).await?;
            note(tx, &actor, entry("open311.key_revoked", key.id, &key.name)).await
        })
        .await?;
    see("/amministrazione/open311", Some("toast-key-revoked"))
}
