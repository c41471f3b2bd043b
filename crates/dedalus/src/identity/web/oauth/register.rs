//! POST /oauth/register — a program makes itself known (RFC 7591).

use axum::Json;
use axum::body::Bytes;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use kit::Result;
use kit::rate::Key;
use kit::text::clean_line;
use serde::Deserialize;

use super::{for_everywhere, is_of};
use crate::identity::oauth::{Client, Fault, NewClient, is_sound};
use crate::identity::scope::{Scope, Scopes};
use crate::identity::{Viewer, is_official_looking};
use crate::shell::App;

/// The most addresses to send people back to.
const REDIRECTS_MAX: usize = 10;
/// The longest name, in characters.
const NAME_MAX: usize = 60;
/// The largest body, in bytes.
const BODY_MAX: usize = 16 * 1024;

/// What a program says of itself (RFC 7591 §2). What we do not know is left out, as the standard wants.
#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    redirect_uris: Vec<String>,
    #[serde(default)]
    client_name: String,
    #[serde(default)]
    client_uri: String,
    scope: Option<String>,
    token_endpoint_auth_method: Option<String>,
    grant_types: Option<Vec<String>>,
    response_types: Option<Vec<String>>,
}

/// POST /oauth/register
pub async fn create(app: App, viewer: Viewer, headers: HeaderMap, body: Bytes) -> Result<Response> {
    app.limiter.take("clients", Key::address(viewer.address))?;
    let new = match read(&headers, &body, &app.config.town.name) {
        Ok(new) => new,
        Err(fault) => return Ok(for_everywhere(fault.into_response())),
    };
    let made = app.db.write(async |tx| Client::register(tx, &new).await).await?;
    let mut told = serde_json::json!({
        "client_id": made.client_id,
        "client_id_issued_at": made.at.micros() / kit::clock::SECOND,
        "client_name": new.name,
        "redirect_uris": new.redirect_uris,
        "scope": new.scopes.text(),
        "token_endpoint_auth_method": new.auth_method,
        "grant_types": grants(&new),
        "response_types": ["code"],
    });
    if let Some(told) = told.as_object_mut() {
        if !new.website.is_empty() {
            told.insert("client_uri".into(), new.website.clone().into());
        }
        if let Some(secret) = made.secret {
            told.insert("client_secret".into(), secret.into());
            told.insert("client_secret_expires_at".into(), 0.into());
        }
    }
    Ok(for_everywhere((StatusCode::CREATED, Json(told)).into_response()))
}

fn grants(new: &NewClient) -> Vec<&'static str> {
    let mut grants = vec!["authorization_code", "refresh_token"];
    if new.auth_method != "none" {
        grants.push("client_credentials");
    }
    grants
}

fn read(headers: &HeaderMap, body: &Bytes, town: &str) -> Result<NewClient, Fault> {
    if !is_of(headers, "application/json") || body.len() > BODY_MAX {
        return Err(Fault::InvalidClientMetadata("Send a JSON object, with content type application/json."));
    }
    let said: Said =
        serde_json::from_slice(body).map_err(|_| Fault::InvalidClientMetadata("The body is no JSON object of this shape (RFC 7591)."))?;
    let auth_method = match said.token_endpoint_auth_method.as_deref() {
        None | Some("client_secret_basic") => "client_secret_basic",
        Some("client_secret_post") => "client_secret_post",
        Some("none") => "none",
        Some(_) => {
            return Err(Fault::InvalidClientMetadata("token_endpoint_auth_method: none, client_secret_basic or client_secret_post."));
        }
    };
    let known = ["authorization_code", "refresh_token", "client_credentials"];
    if said.grant_types.iter().flatten().any(|grant| !known.contains(&grant.as_str())) {
        return Err(Fault::InvalidClientMetadata("grant_types: authorization_code, refresh_token, client_credentials."));
    }
    if said.response_types.iter().flatten().any(|kind| kind != "code") {
        return Err(Fault::InvalidClientMetadata("response_types: code."));
    }
    let only_itself = said.grant_types.as_ref().is_some_and(|grants| grants.iter().all(|grant| grant == "client_credentials"));
    let wants_redirect = !(only_itself && auth_method != "none");
    let many = said.redirect_uris.len() > REDIRECTS_MAX;
    if many || (wants_redirect && said.redirect_uris.is_empty()) || !said.redirect_uris.iter().all(|uri| is_sound(uri)) {
        return Err(Fault::InvalidRedirectUri);
    }
    let name = clean_line(&said.client_name);
    if !(1..=NAME_MAX).contains(&name.chars().count()) {
        return Err(Fault::InvalidClientMetadata("client_name: one to sixty characters, which people read when they are asked."));
    }
    if is_official_looking(&name, town) {
        return Err(Fault::InvalidClientMetadata("client_name: it reads like the institution's own."));
    }
    let scopes = Scopes::asked(said.scope.as_deref().unwrap_or(Scope::Read.word()))
        .map_err(|_| Fault::InvalidClientMetadata("scope: a word that is no scope here."))?;
    if scopes.is_empty() {
        return Err(Fault::InvalidClientMetadata("scope: name at least one."));
    }
    let website = website(&said.client_uri)?;
    Ok(NewClient { name, website, redirect_uris: said.redirect_uris, scopes, auth_method })
}

/// A page people may look at before they allow something.
fn website(text: &str) -> Result<String, Fault> {
    let fault = Fault::InvalidClientMetadata("client_uri: an https address of at most 200 characters.");
    if text.is_empty() {
        return Ok(String::new());
    }
    let url = url::Url::parse(text).map_err(|_| fault)?;
    let sound = url.scheme() == "https" && url.username().is_empty() && url.password().is_none() && url.as_str().len() <= 200;
    if sound { Ok(url.into()) } else { Err(fault) }
}
