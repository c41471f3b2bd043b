//! Problem details (RFC 9457) that are none of the house's errors: the protocol's own.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

/// An answer that says what is wrong with a request, in English, for who writes the program.
pub fn problem(status: StatusCode, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let body = serde_json::json!({"type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail, "errors": []});
    let mut response = (status, body.to_string()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
