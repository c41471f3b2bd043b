//! /accedi/con/{slug}/ritorno — the provider sends somebody back, with a code or with a reason.

use axum::extract::Path;
use axum::response::Response;
use http::HeaderMap;
use kit::Result;
use kit::rate::Key;
use kit::secret::same;

use super::refused::{refuse, suspended};
use super::{ARRIVED, Arrived, FLOW, Flow, Purpose, open};
use crate::identity::claims::Claims;
use crate::identity::openid::{self, Refusal, Returned};
use crate::identity::provider::Provider;
use crate::identity::{PersonId, PersonState, Viewer, linked_identity, once, provider_verifies, session, step};
use crate::shell::{App, Form, Frame, Query, see};

/// GET /accedi/con/{slug}/ritorno?state=…&code=…
pub async fn show(
    app: App,
    frame: Frame,
    viewer: Viewer,
    Path(slug): Path<String>,
    headers: HeaderMap,
    Query(query): Query,
) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let provider = Provider::open(&app.db, &slug).await?;
    let state = query.line("state");
    let flow: Option<Flow> = step::get(&app, FLOW, &headers);
    let Some(flow) = flow.filter(|flow| flow.slug == provider.slug && same(flow.asked.state.as_bytes(), state.as_bytes())) else {
        // The way back in the browser, after all went well.
        if viewer.me.is_some() && once::is_spent(&app.db, &state).await? {
            return see("/", None);
        }
        return refuse(&frame, &provider, &Refusal::Lost, Purpose::Enter);
    };
    if !app.db.write(async |tx| once::spend(tx, &state, step::WAITS).await).await? {
        return refuse(&frame, &provider, &Refusal::Used, flow.purpose);
    }
    match claims(&app, &provider, &flow, &query).await {
        Err(refusal) => refuse(&frame, &provider, &refusal, flow.purpose),
        Ok(claims) => match flow.purpose {
            Purpose::Enter => enter(&app, &frame, &viewer, &headers, &provider, claims, &flow.path).await,
            Purpose::Link(person) => link(&app, &frame, &viewer, &provider, claims, person).await,
            Purpose::Prove(person) => prove(&app, &frame, &viewer, &provider, &claims, person, &flow.path).await,
        },
    }
}

async fn claims(app: &App, provider: &Provider, flow: &Flow, query: &Form) -> Result<Claims, Refusal> {
    match query.line("error").as_str() {
        "" => {}
        "access_denied" => return Err(Refusal::Cancelled),
        word => return Err(Refusal::Said(format!("{word}: {}", query.line("error_description")))),
    }
    let returned = Returned { code: query.line("code"), issuer: query.line("iss") };
    openid::redeem(app, provider, &flow.asked, &returned).await
}

/// Somebody known goes in; somebody new is asked who they are here.
async fn enter(
    app: &App,
    frame: &Frame,
    viewer: &Viewer,
    headers: &HeaderMap,
    provider: &Provider,
    claims: Claims,
    path: &str,
) -> Result<Response> {
    let Some(linked) = linked_identity::find(&app.db, provider.id, &claims.subject).await? else {
        let mut response = see(&format!("/accedi/con/{}/nuovo", provider.slug), None)?;
        let arrived = Arrived { slug: provider.slug.clone(), claims, path: path.to_owned(), person: None };
        step::put(app, ARRIVED, &arrived, &mut response)?;
        return Ok(response);
    };
    if linked.state != PersonState::Active {
        return suspended(frame, provider);
    }
    app.db
        .write(async |tx| {
            linked_identity::note_use(tx, linked.id, &claims).await?;
            if !linked.is_verified {
                provider_verifies::by_provider(tx, &app.secret, linked.person_id, provider, &claims).await?;
            }
            Ok(())
        })
        .await?;
    open(app, frame, viewer, headers, (provider, &claims, linked.person_id), path, "toast-signed-in").await
}

/// Both sides are proved: the account by its session, the provider's by what came back. One question is left.
async fn link(app: &App, frame: &Frame, viewer: &Viewer, provider: &Provider, claims: Claims, person: PersonId) -> Result<Response> {
    if viewer.id() != Some(person) {
        return refuse(frame, provider, &Refusal::Lost, Purpose::Link(person));
    }
    match linked_identity::find(&app.db, provider.id, &claims.subject).await? {
        Some(linked) if linked.person_id == person => see("/io/sicurezza#accessi", Some("toast-link-already")),
        Some(_) => super::refused::taken(frame, provider),
        None => {
            let mut response = see(&format!("/io/accessi/{}/conferma", provider.slug), None)?;
            let arrived = Arrived { slug: provider.slug.clone(), claims, path: "/io/sicurezza".into(), person: Some(person) };
            step::put(app, ARRIVED, &arrived, &mut response)?;
            Ok(response)
        }
    }
}

/// The person behind the session must be the one behind the answer.
async fn prove(
    app: &App,
    frame: &Frame,
    viewer: &Viewer,
    provider: &Provider,
    claims: &Claims,
    person: PersonId,
    path: &str,
) -> Result<Response> {
    let me = viewer.me()?;
    let linked = linked_identity::find(&app.db, provider.id, &claims.subject).await?;
    let Some(linked) = linked.filter(|linked| linked.person_id == me.id && me.id == person) else {
        return super::refused::another(frame, provider);
    };
    let strong = provider.is_strong(&claims.acr);
    app.db
        .write(async |tx| {
            linked_identity::note_use(tx, linked.id, claims).await?;
            session::prove(tx, me.session_id, strong).await
        })
        .await?;
    let mut response = see(path, Some("toast-proved"))?;
    step::clear(app, &mut response)?;
    Ok(response)
}
