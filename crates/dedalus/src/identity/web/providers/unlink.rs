//! /io/collegamenti/{id}/fine — a provider opens the account no more.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::{Error, Result};

use crate::identity::letters::{self, Letter};
use crate::identity::linked_identity::{self, OwnLink};
use crate::identity::{Entry as Note, Person, Viewer, audit};
use crate::shell::{App, Frame, page, see};

#[derive(Template)]
#[template(path = "identity/templates/providers/unlink.html")]
struct UnlinkPage {
    frame: Frame,
    link: OwnLink,
}

/// GET /io/collegamenti/{id}/fine — asks.
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let links = linked_identity::of_person(&app.db, viewer.me()?.id).await?;
    let link = links.into_iter().find(|link| link.id == id).ok_or(Error::NotFound)?;
    page(&UnlinkPage { frame, link })
}

/// POST /io/collegamenti/{id}/fine — the last way to sign in stays.
pub async fn end(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let provider = linked_identity::unlink(tx, me.id, id).await?;
            let about = Note { act: "identity.unlinked", subject_kind: "person", subject_id: Some(me.id.0), ..Note::default() };
            audit::note(tx, &actor, Note { subject_name: &me.name, before: Some(provider.clone()), ..about }).await?;
            letters::send(tx, &app.secret, Letter::of(&app).unlinked(&person, &provider)).await
        })
        .await?;
    see("/io/sicurezza#accessi", Some("toast-unlinked"))
}
