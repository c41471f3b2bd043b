//! A link starts it: the browser is sent to the provider, and carries what it must bring back. Nothing is written.

use axum::extract::Path;
use axum::response::Response;
use kit::Result;

use super::refused::refuse;
use super::{FLOW, Flow, Purpose};
use crate::identity::provider::Provider;
use crate::identity::{Viewer, openid, step};
use crate::shell::{App, Frame, Query, safe_return, see};

/// GET /accedi/con/{slug}?torna=…
pub async fn enter(app: App, frame: Frame, Path(slug): Path<String>, query: Query) -> Result<Response> {
    let path = safe_return(Some(&query.0.line("torna")));
    start(&app, &frame, &slug, Purpose::Enter, path).await
}

/// GET /io/accessi/{slug}/vai — for who is signed in and has just proved it. Only a link leads here: a form that ends at another
/// site after its redirects is stopped by the browser (CSP Level 3, form-action).
pub async fn link(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    start(&app, &frame, &slug, Purpose::Link(viewer.me()?.id), "/io/sicurezza".to_owned()).await
}

/// GET /io/conferma/con/{slug}?torna=… — the provider asks anew, whoever is signed in there.
pub async fn prove(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>, query: Query) -> Result<Response> {
    let path = safe_return(Some(&query.0.line("torna")));
    start(&app, &frame, &slug, Purpose::Prove(viewer.me()?.id), path).await
}

async fn start(app: &App, frame: &Frame, slug: &str, purpose: Purpose, path: String) -> Result<Response> {
    let provider = Provider::open(&app.db, slug).await?;
    let anew = matches!(purpose, Purpose::Prove(_));
    match openid::ask(app, &provider, frame.code(), anew).await {
        Ok((address, asked)) => {
            let mut response = see(&address, None)?;
            step::put(app, FLOW, &Flow { slug: provider.slug, purpose, asked, path }, &mut response)?;
            Ok(response)
        }
        Err(refusal) => refuse(frame, &provider, &refusal, purpose),
    }
}
