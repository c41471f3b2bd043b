//! A form that brings one file, read into memory up to a bound: only who keeps the territory sends one.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use bytes::Bytes;
use http::{StatusCode, header};
use kit::text::clean_line;
use kit::{Error, Result};

/// Bytes one file may have.
pub const LARGEST: usize = 48 * 1024 * 1024;

/// A file as it came.
pub struct Upload {
    /// What its sender calls it.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// The file of a form; none when none was chosen.
pub async fn file_of(mut request: Request) -> Result<Option<Upload>> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        return Ok(None);
    }
    DefaultBodyLimit::max(LARGEST + 64 * 1024).apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Error::field("file", "error-form-broken"))?;
    while let Some(field) = parts.next_field().await.map_err(|error| broken(&error))? {
        if let Some(upload) = read(field).await? {
            return Ok(Some(upload));
        }
    }
    Ok(None)
}

async fn read(field: Field<'_>) -> Result<Option<Upload>> {
    let Some(name) = field.file_name().map(clean_line) else { return Ok(None) };
    let bytes = field.bytes().await.map_err(|error| broken(&error))?;
    if bytes.is_empty() {
        return Ok(None);
    }
    // Some browsers send the whole path.
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().take(100).collect();
    Ok(Some(Upload { name: if name.is_empty() { "file".into() } else { name }, bytes }))
}

fn broken(error: &MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::field("file", "error-territory-large")
    } else {
        Error::field("file", "error-form-broken")
    }
}
