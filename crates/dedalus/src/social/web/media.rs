//! /media/{file} — pictures, by the hash of their content: whoever has one never needs to ask again.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::blob::BlobId;
use kit::{Error, Result};

use crate::identity::Viewer;
use crate::shell::App;
use crate::social::picture;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_ONE: HeaderValue = HeaderValue::from_static("private, no-store");
/// A picture is a picture, even when somebody opens it as a page.
const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// GET and HEAD /media/{file}
pub async fn show(app: App, viewer: Viewer, Path(file): Path<String>, asked: HeaderMap) -> Result<Response> {
    let file: BlobId = file.parse().map_err(|_| Error::NotFound)?;
    let media = picture::media(&app.db, &viewer, file).await?;
    let tag = format!("\"{file}\"");
    let mut response = if knows(&asked, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Response::new(Body::from_stream(app.blobs.stream(file).await?));
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(media.bytes));
        response.headers_mut().insert(header::CONTENT_TYPE, media_type(&media.media_type));
        response
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, if media.public { FOR_EVER } else { FOR_ONE });
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}

/// Only what we make ourselves has a type; anything else is bytes.
fn media_type(stored: &str) -> HeaderValue {
    HeaderValue::from_static(match stored {
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        "image/webp" => "image/webp",
        _ => "application/octet-stream",
    })
}

/// Has the browser these bytes? Weak comparison (RFC 9110 §13.1.2).
fn knows(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
