//! POST /oauth/token and /oauth/revoke — codes and refresh tokens for tokens (RFC 6749 §3.2), and tokens taken back (RFC 7009).

use axum::Json;
use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, StatusCode, header};
use kit::rate::Key;
use kit::{Error, Result};

use super::{for_everywhere, is_of};
use crate::identity::Viewer;
use crate::identity::oauth::{self, Client, Fault, Issued};
use crate::identity::scope::{Scope, Scopes};
use crate::shell::{App, Form};

/// What the program sent: its form, and who it proved to be. Wrong secrets are counted by address.
async fn read(app: &App, viewer: &Viewer, headers: &HeaderMap, body: &Bytes) -> Result<Result<(Client, Form), Fault>> {
    let address = Key::address(viewer.address);
    app.limiter.take("api", address)?;
    let form = Some(body).filter(|_| is_of(headers, "application/x-www-form-urlencoded")).and_then(|body| Form::parse(body).ok());
    let Some(form) = form else { return Ok(Err(Fault::InvalidRequest("Send a form (application/x-www-form-urlencoded)."))) };
    let pairs = form.pairs();
    if pairs.iter().enumerate().any(|(at, (name, _))| pairs.iter().take(at).any(|(other, _)| other == name)) {
        return Ok(Err(Fault::InvalidRequest("A parameter is there twice.")));
    }
    match prove(app, headers, &form).await? {
        Some(client) => Ok(Ok((client, form))),
        None => {
            app.limiter.take("sign_in_address", address)?;
            Ok(Err(Fault::InvalidClient))
        }
    }
}

/// The client that a request proves to come from: by name and secret in the head or in the form, never in both.
async fn prove(app: &App, headers: &HeaderMap, form: &Form) -> Result<Option<Client>> {
    let in_form = (form.secret("client_id"), form.secret("client_secret"));
    let (id, secret) = match (basic(headers), in_form) {
        (Some(_), (_, secret)) if !secret.is_empty() => return Ok(None),
        (Some((id, _)), (said, _)) if !said.is_empty() && said != id => return Ok(None),
        (Some((id, secret)), _) => (id, Some(secret)),
        (None, (id, secret)) => (id, Some(secret).filter(|secret| !secret.is_empty())),
    };
    match Client::find(&app.db, &id).await {
        Ok(client) => Ok(Some(client).filter(|client| client.is_proved_by(secret.as_deref()))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Name and secret of `Authorization: Basic`, each form-encoded before (RFC 6749 §2.3.1).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, value) = text.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(BASE64_STANDARD.decode(value.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    let plain = |text: &str| Form::parse(format!("x={text}").as_bytes()).ok().map(|form| form.secret("x"));
    Some((plain(id)?, plain(secret)?))
}

/// POST /oauth/token
pub async fn create(app: App, viewer: Viewer, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let (client, form) = match read(&app, &viewer, &headers, &body).await? {
        Ok(read) => read,
        Err(fault) => return Ok(for_everywhere(fault.into_response())),
    };
    let issued = match form.secret("grant_type").as_str() {
        "authorization_code" => of_code(&app, &client, &form).await?,
        "refresh_token" => of_refresh(&app, &client, &form).await?,
        "client_credentials" => of_itself(&app, &client, &form).await?,
        "" => Err(Fault::InvalidRequest("grant_type is missing.")),
        _ => Err(Fault::UnsupportedGrantType),
    };
    Ok(for_everywhere(issued.map_or_else(IntoResponse::into_response, |issued| told(&issued))))
}

async fn of_code(app: &App, client: &Client, form: &Form) -> Result<Result<Issued, Fault>> {
    let (code, verifier) = (form.secret("code"), form.secret("code_verifier"));
    if code.is_empty() || verifier.is_empty() {
        return Ok(Err(Fault::InvalidRequest("code and code_verifier are needed.")));
    }
    let redirect = match (form.secret("redirect_uri"), client.redirects().as_slice()) {
        (said, [only]) if said.is_empty() => only.clone(),
        (said, _) => said,
    };
    app.db.write(async |tx| oauth::redeem(tx, client, &code, &redirect, &verifier).await).await
}

async fn of_refresh(app: &App, client: &Client, form: &Form) -> Result<Result<Issued, Fault>> {
    let word = form.secret("refresh_token");
    if word.is_empty() {
        return Ok(Err(Fault::InvalidRequest("refresh_token is missing.")));
    }
    let asked = form.secret("scope");
    let Ok(narrower) = Scopes::asked(&asked) else { return Ok(Err(Fault::InvalidScope)) };
    let narrower = Some(&narrower).filter(|_| !asked.is_empty());
    app.db.write(async |tx| oauth::exchange(tx, client, &word, narrower).await).await
}

/// A program itself reads what everybody may, and nothing else.
async fn of_itself(app: &App, client: &Client, form: &Form) -> Result<Result<Issued, Fault>> {
    if !client.is_confidential() {
        return Ok(Err(Fault::UnauthorizedClient));
    }
    let reading = Scopes::of(&[Scope::Read]);
    let asked = form.secret("scope");
    let scopes = if asked.is_empty() { Ok(reading.clone()) } else { Scopes::asked(&asked) };
    match scopes {
        Ok(scopes) if reading.cover_all(&scopes) && client.scopes().cover_all(&scopes) && !scopes.is_empty() => {
            app.db.write(async |tx| oauth::for_itself(tx, client, &scopes).await).await.map(Ok)
        }
        _ => Ok(Err(Fault::InvalidScope)),
    }
}

fn told(issued: &Issued) -> Response {
    let mut told = serde_json::json!({
        "access_token": issued.access,
        "token_type": "Bearer",
        "expires_in": issued.lasts(),
        "scope": issued.scopes.text(),
        "created_at": issued.at.micros() / kit::clock::SECOND,
    });
    if let (Some(told), Some(refresh)) = (told.as_object_mut(), &issued.refresh) {
        told.insert("refresh_token".into(), refresh.clone().into());
    }
    Json(told).into_response()
}

/// POST /oauth/revoke — unknown tokens are no fault (RFC 7009 §2.2).
pub async fn revoke(app: App, viewer: Viewer, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let (client, form) = match read(&app, &viewer, &headers, &body).await? {
        Ok(read) => read,
        Err(fault) => return Ok(for_everywhere(fault.into_response())),
    };
    let word = form.secret("token");
    if word.is_empty() {
        return Ok(for_everywhere(Fault::InvalidRequest("token is missing.").into_response()));
    }
    app.db.write(async |tx| oauth::revoke(tx, &client, &word).await).await?;
    Ok(for_everywhere(StatusCode::OK.into_response()))
}
