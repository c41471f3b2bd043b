//! /io/applicazioni — which programs one lets act for oneself, and taking that back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::{Error, Result};

use crate::identity::oauth::Grant;
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Frame, page, see};

#[derive(Template)]
#[template(path = "identity/templates/applications.html")]
struct ApplicationsPage {
    frame: Frame,
    grants: Vec<Grant>,
}

/// GET /io/applicazioni
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let grants = Grant::of_person(&app.db, viewer.me()?.id).await?;
    page(&ApplicationsPage { frame, grants })
}

/// POST /io/applicazioni/{id}/ritiro — from now on the program opens nothing of mine.
pub async fn revoke(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let me = viewer.me()?;
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let name = Grant::revoke(tx, me.id, id).await?;
            let entry = Entry {
                act: "application.revoked",
                subject_kind: "person",
                subject_id: Some(me.id.0),
                subject_name: &name,
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/io/applicazioni", Some("toast-application-revoked"))
}
