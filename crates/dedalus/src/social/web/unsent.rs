//! /bozze — what is being written is kept: by the script every few seconds, or by a button.

use std::collections::BTreeMap;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use kit::rate::Key;
use kit::{Error, Result};

use super::acts::PART;
use super::at::number;
use super::intake::Intake;
use crate::identity::Viewer;
use crate::shell::{App, Form, see};
use crate::social::post::Post;
use crate::social::unsent::{KEY, Place, forget, keep};

/// The fields of the forms that are kept: all that is text. Pictures and recordings wait by themselves, for two days.
const FIELDS: &[&str] = &[
    "testo",
    "titolo",
    "voce",
    "avviso",
    "scelta1",
    "scelta2",
    "scelta3",
    "scelta4",
    "scelta5",
    "scelta6",
    "cita",
    "risponde",
    "lingua-post",
    "comunita",
    "risposte",
    "scelta-multipla",
    "scelta-fino",
    "evidenza",
    KEY,
];
/// The fields that say something by themselves: without words in one of them there is nothing to keep.
const WORDS: &[&str] = &["testo", "titolo", "avviso", "scelta1", "scelta2"];

/// The place a form names, if the viewer may write there; and where its page is.
async fn place(app: &App, viewer: &Viewer, form: &Form) -> Result<(Place, String)> {
    match number(&form.line("luogo")) {
        None => Ok((Place::New, "/post/nuovo".to_owned())),
        Some(id) => {
            let post = Post::visible_to(&app.db, viewer, id).await?;
            if post.is_comment() {
                return Err(Error::NotFound);
            }
            Ok((Place::Below(id), post.path()))
        }
    }
}

/// POST /bozze
pub async fn create(app: App, viewer: Viewer, request: Request) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("gesture", Key::Account(me.0))?;
    let asked: HeaderMap = request.headers().clone();
    let form = Intake::read(request, 0).await?.form;
    let (place, path) = place(&app, &viewer, &form).await?;
    let mut fields: BTreeMap<String, String> = FIELDS.iter().map(|name| ((*name).to_owned(), form.text(name))).collect();
    if WORDS.iter().all(|name| form.text(name).trim().is_empty()) {
        fields.retain(|name, _| name == KEY);
    }
    app.db.write(async |tx| keep(tx, me, place, &fields).await).await?;
    if asked.contains_key(PART) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let rest = if place == Place::New { "" } else { "#scrivi" };
    see(&format!("{path}{rest}"), Some("toast-draft-kept"))
}

/// POST /bozze/scarto — the one that is named, or the newest.
pub async fn discard(app: App, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let (place, path) = place(&app, &viewer, &form).await?;
    let slot = form.line("bozza").parse().ok();
    app.db.write(async |tx| forget(tx, me, place, slot).await).await?;
    see(&path, Some("toast-draft-gone"))
}
