//! /media/{file} — pictures and recordings, by the hash of their content: whoever has one never needs to ask again. Recordings
//! are played from any place, so parts of a file are served (RFC 9110 §14).

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kit::blob::BlobId;
use kit::{Error, Result};

use super::range::Part;
use crate::identity::Viewer;
use crate::shell::App;
use crate::social::caption::{self, CaptionId};
use crate::social::picture;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_ONE: HeaderValue = HeaderValue::from_static("private, no-store");
/// A picture is a picture, even when somebody opens it as a page.
const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");
/// The same for what is played: the browser's own page around it needs the file itself, and nothing else.
const SANDBOX_PLAYED: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'; media-src 'self'");

/// GET and HEAD /media/{file}
pub async fn show(app: App, viewer: Viewer, Path(file): Path<String>, method: Method, asked: HeaderMap) -> Result<Response> {
    let file: BlobId = file.parse().map_err(|_| Error::NotFound)?;
    let media = picture::media(&app.db, &viewer, file).await?;
    let tag = format!("\"{file}\"");
    let kind = media_type(&media.media_type);
    let played = !kind.as_bytes().starts_with(b"image/");
    let mut response = if knows(&asked, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let length = u64::try_from(media.bytes).unwrap_or_default();
        // Only GET knows parts (§14.2).
        let part = if method == Method::GET { Part::wanted(&asked, &tag, length) } else { Part::Whole };
        let mut response = body(&app, file, part, length).await?;
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        response
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, if media.public { FOR_EVER } else { FOR_ONE });
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, if played { SANDBOX_PLAYED } else { SANDBOX });
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    Ok(response)
}

/// The file or a part of it, piece by piece from where it lies.
async fn body(app: &App, file: BlobId, part: Part, length: u64) -> Result<Response> {
    let (status, body, bytes) = match part {
        Part::Whole => (StatusCode::OK, Body::from_stream(app.blobs.stream(file).await?), length),
        Part::Bytes { first, last } => {
            let bytes = last - first + 1;
            (StatusCode::PARTIAL_CONTENT, Body::from_stream(app.blobs.stream_range(file, first, bytes).await?), bytes)
        }
        Part::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, Body::empty(), 0),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes));
    let said = match part {
        Part::Whole => return Ok(response),
        Part::Bytes { first, last } => format!("bytes {first}-{last}/{length}"),
        Part::Nothing => format!("bytes */{length}"),
    };
    response.headers_mut().insert(header::CONTENT_RANGE, HeaderValue::from_str(&said).map_err(Error::internal)?);
    Ok(response)
}

/// GET /sottotitoli/{id} — captions, as we wrote them.
pub async fn captions(app: App, viewer: Viewer, Path(id): Path<String>, asked: HeaderMap) -> Result<Response> {
    let id = super::at::number(&id).map(|id| CaptionId(id.0)).ok_or(Error::NotFound)?;
    let found = caption::words(&app.db, &viewer, id).await?;
    let tag = format!("\"{}\"", BlobId::of(found.words.as_bytes()));
    let mut response = if knows(&asked, &tag) { StatusCode::NOT_MODIFIED.into_response() } else { found.words.into_response() };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/vtt; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, if found.public { HeaderValue::from_static("public, max-age=3600") } else { FOR_ONE });
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    Ok(response)
}

/// Only what we make or have checked ourselves has a type; anything else is bytes.
fn media_type(stored: &str) -> HeaderValue {
    const KNOWN: [&str; 9] =
        ["image/jpeg", "image/png", "image/webp", "video/mp4", "audio/mp4", "video/webm", "audio/webm", "audio/ogg", "audio/mpeg"];
    HeaderValue::from_static(KNOWN.into_iter().find(|known| *known == stored).unwrap_or("application/octet-stream"))
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
