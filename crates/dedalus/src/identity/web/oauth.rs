//! /oauth/… — how programs make themselves known, ask people, and get tokens; and where people see what they allowed.

mod about;
mod asking;
mod authorize;
mod mine;
mod register;
mod token;

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

use crate::identity::permission::Act;
use crate::identity::route::Routes;

/// Addresses of OAuth. Those of the protocol are English, as the standards have them.
pub fn routes() -> Routes {
    Routes::new()
        .get("/.well-known/oauth-authorization-server", Act::Read, about::show)
        .post("/oauth/register", Act::UseOwnCredential, register::create)
        .get("/oauth/authorize", Act::GuardAccount, authorize::form)
        .post("/oauth/authorize", Act::GuardAccount, authorize::decide)
        .post("/oauth/token", Act::UseOwnCredential, token::create)
        .post("/oauth/revoke", Act::UseOwnCredential, token::revoke)
        .get("/io/applicazioni", Act::KeepAccount, mine::index)
        .post("/io/applicazioni/{id}/ritiro", Act::KeepAccount, mine::revoke)
}

/// Programs in a browser may read it from everywhere; nothing in it depends on a cookie.
fn for_everywhere(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Is the body of this media type?
fn is_of(headers: &HeaderMap, kind: &str) -> bool {
    let said = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(';').next().is_some_and(|said| said.trim().eq_ignore_ascii_case(kind))
}
