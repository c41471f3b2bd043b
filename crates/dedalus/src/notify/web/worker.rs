//! /sw.js — the service worker that shows a push and opens its address. It stands at the top, for its scope is the whole site.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

const SCRIPT: &str = include_str!("../../../../../assets/worker/sw.js");

/// GET /sw.js
pub async fn serve() -> Response {
    let mut response = SCRIPT.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    // A browser asks for it now and then, and must then see the one of today.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
    response
}
