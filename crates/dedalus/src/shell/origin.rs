//! Writes come from our own pages. Whatever changes something must say where it comes from, and it must be us.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Method, header};
use kit::Error;

use super::app::App;

/// Addresses that carry a credential of their own and ignore cookies, so that another origin may call them.
/// Everything else is checked.
pub const OWN_CREDENTIAL: &[&str] =
    &["/api/dedalus/v1/", "/open311/v2/", "/avvisi/disiscrizione/", "/oauth/register", "/oauth/token", "/oauth/revoke"];

/// Addresses of Open311 GeoReport v2, which has its own form of errors.
pub const OPEN311: &str = "/open311/v2/";

/// Is it an address of the programming interface? There errors are for programs, and no cookie counts.
pub fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/dedalus/")
}

/// Refuses a write whose `Origin` (or, without one, `Referer`) is not this town (Fetch §3.1; house rule "origin check").
pub async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let own = OWN_CREDENTIAL.iter().any(|path| request.uri().path().starts_with(path));
    if reads || own || is_ours(&app, request.headers()) {
        return next.run(request).await;
    }
    tracing::warn!(path = request.uri().path(), origin = ?request.headers().get(header::ORIGIN), "a write from another origin was refused");
    Error::Forbidden.into_response()
}

fn is_ours(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let said = match text(header::ORIGIN) {
        Some(origin) => Some(origin.to_owned()),
        None => text(header::REFERER).and_then(|referer| url::Url::parse(referer).ok()).map(|url| url.origin().ascii_serialization()),
    };
    let Some(said) = said else { return false };
    said == app.config.server.public_url || app.config.server.aliases.contains(&said)
}
