//! Photographs, each below the page that may show it: whoever may not read the page does not get its pictures.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::{Error, Result};

use super::compose::{number, theirs};
use crate::desk::request::photo::{Of, file};
use crate::desk::request::receipt::Receipt;
use crate::desk::request::record::Request;
use crate::identity::Viewer;
use crate::shell::{App, Query};

/// The file, never run as anything else than a picture. Asked again each time, because it may be hidden by then.
async fn serve(app: &App, of: Of, photo: &str, query: &Query, asked: &HeaderMap) -> Result<Response> {
    let (file, mime) = file(&app.db, of, number(photo)?, query.0.has("grande")).await?;
    let tag = format!("\"{file}\"");
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { Response::new(Body::from_stream(app.blobs.stream(file).await?)) };
    let kind = if mime == "image/png" {
        "image/png"
    } else if mime == "image/webp" {
        "image/webp"
    } else {
        "image/jpeg"
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    Ok(response)
}

/// GET /richieste/bozze/{key}/foto/{id}
pub async fn of_draft(
    app: App,
    viewer: Viewer,
    Path((key, id)): Path<(String, String)>,
    query: Query,
    asked: HeaderMap,
) -> Result<Response> {
    // A picture asks nobody to sign in.
    let draft = theirs(&app, &viewer, &key)
        .await
        .map_err(|error| if error.status() == StatusCode::UNAUTHORIZED { Error::NotFound } else { error })?;
    serve(&app, Of::Draft(draft.id), &id, &query, &asked).await
}

/// GET /segnalazioni/{numero}/foto/{id}
pub async fn of_request(
    app: App,
    viewer: Viewer,
    Path((at, id)): Path<(String, String)>,
    query: Query,
    asked: HeaderMap,
) -> Result<Response> {
    let request = Request::visible_to(&app.db, &viewer, &at).await?;
    serve(&app, Of::Request(request.id), &id, &query, &asked).await
}

/// GET /ricevute/{numero}/{key}/foto/{id}
pub async fn of_receipt(app: App, Path((at, key, id)): Path<(String, String, String)>, query: Query, asked: HeaderMap) -> Result<Response> {
    let receipt = Receipt::opened(&app.db, &app.secret, &at, &key).await?;
    serve(&app, Of::Request(receipt.request_id), &id, &query, &asked).await
}

/// GET /segreteria/richieste/{numero}/foto/{id}
pub async fn of_desk(app: App, viewer: Viewer, Path((at, id)): Path<(String, String)>, query: Query, asked: HeaderMap) -> Result<Response> {
    let request = Request::of_desk(&app.db, &viewer, &at).await?;
    serve(&app, Of::Request(request.id), &id, &query, &asked).await
}
