//! Bodies and parameters, read strictly: what is not understood is refused, never left out in silence.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use super::problem::problem;

/// A JSON body. Another media type is 415, broken JSON 400, JSON of another shape 422 (RFC 9110 §15.5).
pub struct Body<T>(pub T);

/// The same where it may be left out.
pub struct MaybeBody<T>(pub T);

/// The parameters of an address; unknown or wrong ones are 400.
pub struct Params<T>(pub T);

fn is_json(headers: &HeaderMap) -> bool {
    let said = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Response> {
    Bytes::from_request(request, state).await.map_err(|rejection| problem(rejection.status(), "The body is too large, or was cut."))
}

/// The value, or the status and what is wrong.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, (StatusCode, String)> {
    // Twice, so that broken JSON is told from JSON of another shape.
    let text = std::str::from_utf8(bytes).map_err(|_| (StatusCode::BAD_REQUEST, "The body is no UTF-8.".to_owned()))?;
    serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|error| (StatusCode::BAD_REQUEST, format!("No JSON: {error}.")))?;
    serde_json::from_str(text).map_err(|error| (StatusCode::UNPROCESSABLE_ENTITY, format!("Another shape: {error}.")))
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if !is_json(request.headers()) {
            return Err(problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send application/json."));
        }
        parse(&bytes(request, state).await?).map(Self).map_err(|(status, why)| problem(status, &why))
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequest<S> for MaybeBody<T> {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let json = is_json(request.headers());
        let bytes = bytes(request, state).await?;
        if bytes.is_empty() {
            return Ok(Self(T::default()));
        }
        if !json {
            return Err(problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send application/json, or nothing."));
        }
        parse(&bytes).map(Self).map_err(|(status, why)| problem(status, &why))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let read = Query::<T>::from_request_parts(parts, state).await;
        read.map(|Query(read)| Self(read)).map_err(|rejection| problem(StatusCode::BAD_REQUEST, &rejection.body_text()))
    }
}
