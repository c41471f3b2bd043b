//! /io/accessi/{slug}/conferma — both sides are proved, and the owner of both says that they belong together.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::HeaderMap;
use kit::{Error, Result};

use super::refused::{refuse, taken};
use super::{ARRIVED, Arrived, Purpose};
use crate::identity::claims::Claims;
use crate::identity::letters::{self, Letter};
use crate::identity::openid::Refusal;
use crate::identity::provider::Provider;
use crate::identity::{Entry as Note, Person, Viewer, audit, linked_identity, provider_verifies, step};
use crate::shell::{App, Frame, page, see};

#[derive(Template)]
#[template(path = "identity/templates/providers/link.html")]
struct LinkPage {
    frame: Frame,
    provider: Provider,
    claims: Claims,
}

#[derive(Template)]
#[template(path = "identity/templates/providers/go.html")]
struct GoPage {
    frame: Frame,
    provider: Provider,
}

fn arrived(app: &App, viewer: &Viewer, slug: &str, headers: &HeaderMap) -> Option<Arrived> {
    step::get(app, ARRIVED, headers)
        .filter(|arrived: &Arrived| arrived.slug == slug && arrived.person.is_some() && arrived.person == viewer.id())
}

/// GET /io/accessi/{slug}/collega — says where one is going, and has the link.
pub async fn show(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    page(&GoPage { provider: Provider::open(&app.db, &slug).await?, frame })
}

/// GET /io/accessi/{slug}/conferma
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, headers: HeaderMap) -> Result<Response> {
    let provider = Provider::open(&app.db, &slug).await?;
    match arrived(&app, &viewer, &slug, &headers) {
        Some(arrived) => page(&LinkPage { frame, provider, claims: arrived.claims }),
        None => refuse(&frame, &provider, &Refusal::Lost, Purpose::Link(viewer.me()?.id)),
    }
}

/// POST /io/accessi/{slug}/conferma
pub async fn create(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, headers: HeaderMap) -> Result<Response> {
    let provider = Provider::open(&app.db, &slug).await?;
    let Some(arrived) = arrived(&app, &viewer, &slug, &headers) else {
        return refuse(&frame, &provider, &Refusal::Lost, Purpose::Link(viewer.me()?.id));
    };
    let done = join(&app, &viewer, &provider, &arrived.claims).await;
    if matches!(done, Err(Error::Invalid(_))) {
        return taken(&frame, &provider);
    }
    done?;
    let mut response = see("/io/sicurezza#accessi", Some("toast-linked"))?;
    step::clear(&app, &mut response)?;
    Ok(response)
}

/// Links, verifies if the provider may, notes it and tells the owner by mail. A second click finds it done.
pub async fn join(app: &App, viewer: &Viewer, provider: &Provider, claims: &Claims) -> Result<()> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            if linked_identity::person_behind(tx, provider.id, &claims.subject).await? == Some(me.id) {
                return Ok(());
            }
            linked_identity::link(tx, provider, me.id, claims).await?;
            provider_verifies::by_provider(tx, &app.secret, me.id, provider, claims).await?;
            let about = Note { act: "identity.linked", subject_kind: "person", subject_id: Some(me.id.0), ..Note::default() };
            audit::note(tx, &actor, Note { subject_name: &me.name, after: Some(provider.name.clone()), ..about }).await?;
            letters::send(tx, &app.secret, Letter::of(app).linked(&person, &provider.name)).await
        })
        .await
}
