//! /api/dedalus/v1 — the first addresses of the programming interface: who am I, where am I signed in, and take this
//! key back. A key of one's own
//! (RFC 6750, RFC 7617) opens them; cookies do not count.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::access_key::{AccessKey, Bearer, Scope, bearer};
use crate::identity::{Actor, Entry, Viewer, note, session};
use crate::shell::App;

/// Who comes with a key, or the challenge (RFC 9110 §11.6.1). Wrong keys are counted by address.
async fn who(app: &App, viewer: &Viewer, headers: &HeaderMap, scope: Scope) -> Result<Bearer, Response> {
    let address = Key::address(viewer.address);
    app.limiter.take("api", address).map_err(IntoResponse::into_response)?;
    match bearer(&app.db, headers, &viewer.address.to_string(), scope).await {
        Ok(bearer) => Ok(bearer),
        Err(Error::SignIn) => {
            app.limiter.take("sign_in_address", address).map_err(IntoResponse::into_response)?;
            Err(challenge(scope))
        }
        Err(error) => Err(error.into_response()),
    }
}

fn challenge(scope: Scope) -> Response {
    let problem = serde_json::json!({"type": "about:blank", "title": "Unauthorized", "status": 401,
        "detail": "A personal key with this scope is needed: see /io/chiavi.", "scope": scope.word()});
    let mut response = (StatusCode::UNAUTHORIZED, problem.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.append(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"Dedalus\""));
    headers.append(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"Dedalus\", charset=\"UTF-8\""));
    response
}

/// GET /api/dedalus/v1/me
pub async fn me(app: App, viewer: Viewer, headers: HeaderMap) -> Response {
    match who(&app, &viewer, &headers, Scope::Account).await {
        Ok(Bearer { person, .. }) => Json(serde_json::json!({
            "id": person.id.to_string(), "handle": person.handle, "name": person.name,
            "tier": person.tier.word(), "language": person.language.word(), "url": app.absolute(&person.path()),
        }))
        .into_response(),
        Err(refused) => refused,
    }
}

/// GET /api/dedalus/v1/me/sessions — where the person is signed in, the last used first.
pub async fn sessions(app: App, viewer: Viewer, headers: HeaderMap) -> Response {
    let bearer = match who(&app, &viewer, &headers, Scope::Sessions).await {
        Ok(bearer) => bearer,
        Err(refused) => return refused,
    };
    let devices = match session::devices(&app.db, bearer.person.id).await {
        Ok(devices) => devices,
        Err(error) => return error.into_response(),
    };
    let rows = devices.into_iter().map(|device| {
        serde_json::json!({"id": device.id.to_string(), "label": device.label, "device": device.device, "method": device.method.word(),
            "address": device.address, "created_at": device.created_at.to_string(), "seen_at": device.seen_at.to_string()})
    });
    Json(serde_json::Value::from_iter(rows)).into_response()
}

/// DELETE /api/dedalus/v1/key — the key that comes with the request opens nothing from now on.
pub async fn revoke(app: App, viewer: Viewer, headers: HeaderMap) -> Response {
    let bearer = match who(&app, &viewer, &headers, Scope::Account).await {
        Ok(bearer) => bearer,
        Err(refused) => return refused,
    };
    let actor = Actor::person(bearer.person.id, &bearer.person.name, viewer.address);
    let done = app
        .db
        .write(async |tx| {
            let label = AccessKey::revoke(tx, bearer.person.id, bearer.key).await?;
            let entry = Entry {
                act: "key.revoked",
                subject_kind: "person",
                subject_id: Some(bearer.person.id.0),
                subject_name: &label,
                ..Entry::default()
            };
            note(tx, &actor, entry).await
        })
        .await;
    done.map_or_else(IntoResponse::into_response, |()| StatusCode::NO_CONTENT.into_response())
}
