//! …/iscrizione, …/inviti, …/richieste — coming in.

use axum::extract::Path;
use axum::response::Response;
use kit::rate::Key;
use kit::{Error, Result};

use super::Who;
use crate::identity::{Person, Viewer};
use crate::shell::{App, Form, Frame, Query, see};
use crate::social::community::{Community, Joined};

/// POST /comunita/{handle}/iscrizione — joins, asks to join, or accepts an invitation.
pub async fn join(app: App, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let community = Community::visible_to(&app.db, &viewer, &handle).await?;
    let words: String = form.text("parole").chars().take(500).collect();
    match app.db.write(async |tx| community.join(tx, me, &words).await).await? {
        Joined::Yes => see(&community.path(), Some("toast-community-joined")),
        Joined::Asked => see(&community.path(), Some("toast-community-asked")),
    }
}

/// POST /comunita/{handle}/inviti — by handle or address.
pub async fn invite(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let community = Community::kept_by(&app.db, &viewer, &handle).await?;
    app.limiter.take("write", Key::Account(me.0))?;
    let typed = form.line("chi");
    // By handle alone: an address that has an account must not be told from one that has none.
    let person = Person::by_handle(&app.db, typed.trim_start_matches('@')).await;
    let invited = match person {
        Ok(person) => app.db.write(async |tx| community.invite(tx, me, person.id).await).await,
        Err(Error::NotFound) => Err(Error::field("chi", "error-community-person")),
        Err(error) => Err(error),
    };
    match invited {
        Ok(()) => see(&format!("{}/persone", community.path()), Some("toast-community-invited")),
        Err(Error::Invalid(faults)) => super::members::draw(&app, frame, &viewer, community, &Query::default(), typed, faults).await,
        Err(error) => Err(error),
    }
}

/// POST /comunita/{handle}/inviti/{id}/ritiro
pub async fn take_back(app: App, viewer: Viewer, who: Who) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &who.handle).await?;
    let me = viewer.me()?.id;
    app.db.write(async |tx| community.take_back(tx, me, who.person).await).await?;
    see(&format!("{}/persone", community.path()), Some("toast-removed"))
}

async fn decide(app: App, viewer: Viewer, who: Who, yes: bool) -> Result<Response> {
    let community = Community::kept_by(&app.db, &viewer, &who.handle).await?;
    let me = viewer.me()?.id;
    app.db.write(async |tx| community.decide(tx, me, who.person, yes).await).await?;
    see(&format!("{}/persone", community.path()), Some("toast-saved"))
}

/// POST /comunita/{handle}/richieste/{id}/accoglimento
pub async fn accept(app: App, viewer: Viewer, who: Who) -> Result<Response> {
    decide(app, viewer, who, true).await
}

/// POST /comunita/{handle}/richieste/{id}/rifiuto
pub async fn refuse(app: App, viewer: Viewer, who: Who) -> Result<Response> {
    decide(app, viewer, who, false).await
}
