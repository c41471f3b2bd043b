//! …/risveglio, …/in-alto/{id} — what a moderator does for the whole community.

use axum::extract::Path;
use axum::response::Response;
use kit::{Error, Result};

use crate::identity::Viewer;
use crate::shell::{App, Form, see};
use crate::social::community::{Community, keep as keep_post, release as release_post};
use crate::social::web::at::number;

/// POST /comunita/{handle}/risveglio
pub async fn wake(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    let actor = viewer.actor()?;
    app.db.write(async |tx| community.wake(tx, &actor).await).await?;
    see(&community.path(), Some("toast-community-woken"))
}

/// POST /comunita/{handle}/in-alto/{id} — for seven days unless the form says otherwise.
pub async fn keep(app: App, viewer: Viewer, Path((handle, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    let post = number(&id).ok_or(Error::NotFound)?;
    let days = form.line("giorni").parse().unwrap_or(7);
    let actor = viewer.actor()?;
    app.db.write(async |tx| keep_post(tx, &actor, &community, post, days).await).await?;
    see(&format!("/post/{post}"), Some("toast-post-kept"))
}

/// POST /comunita/{handle}/in-alto/{id}/ritiro
pub async fn release(app: App, viewer: Viewer, Path((handle, id)): Path<(String, String)>) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    let post = number(&id).ok_or(Error::NotFound)?;
    let actor = viewer.actor()?;
    app.db.write(async |tx| release_post(tx, &actor, &community, post).await).await?;
    see(&format!("/post/{post}"), Some("toast-removed"))
}
