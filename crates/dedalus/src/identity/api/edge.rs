//! What stands around every answer of the interface: programs in a browser may read it from everywhere (Fetch §3.2), because
//! no cookie counts there; and a method that an address does not know is told.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use kit::Error;

use super::problem::problem;
use crate::shell::{OPEN311, OWN_CREDENTIAL, is_for_programs};

const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
const ASKED: HeaderValue = HeaderValue::from_static("Authorization, Content-Type, Idempotency-Key, Accept-Language");
const SHOWN: HeaderValue = HeaderValue::from_static("Link, Location, Retry-After, WWW-Authenticate");

/// Adds what lets programs in a browser read the answer; never with cookies.
pub async fn add_cors(request: Request, next: Next) -> Response {
    let programs = is_for_programs(request.uri().path()) || request.uri().path().starts_with(OPEN311);
    let mut response = next.run(request).await;
    if programs {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    }
    response
}

/// Whatever method an address does not know. A browser asks with OPTIONS first whether it may; pages are simply not there.
pub async fn no_such_method(request: Request) -> Response {
    let path = request.uri().path();
    if !is_for_programs(path) && !path.starts_with(OPEN311) && !OWN_CREDENTIAL.contains(&path) {
        return Error::NotFound.into_response();
    }
    if request.method() == Method::OPTIONS {
        let mut response = StatusCode::NO_CONTENT.into_response();
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
        return response;
    }
    problem(StatusCode::METHOD_NOT_ALLOWED, "This address knows other methods: see Allow.")
}
