//! Who comes: nobody in particular, a person's key, or a program that a person lets act for them, and how far that reaches.

use std::net::IpAddr;
use std::ops::Deref;

use axum::extract::{FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::access_key::{Known, bearer};
use crate::identity::person::Person;
use crate::identity::scope::{Scope, Scopes};
use crate::identity::viewer::{Me, Viewer, ViewerData};
use crate::shell::App;

/// What an address asks of who comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Anybody reads what everybody may; whoever brings a credential needs this scope, and reads as that person.
    Anybody(Scope),
    /// A person with this scope.
    Person(Scope),
}

impl Ask {
    /// The scope.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Anybody(scope) | Self::Person(scope) => scope,
        }
    }
}

/// Who came. A program acts as its person and nothing more: neither roles nor institutional pages come with a credential.
#[derive(Debug, Clone)]
pub struct Caller {
    viewer: Viewer,
    /// The scopes that came.
    pub scopes: Scopes,
    /// The number of the personal key, if one came.
    pub key: Option<i64>,
}

impl Deref for Caller {
    type Target = Viewer;
    fn deref(&self) -> &Viewer {
        &self.viewer
    }
}

/// What the address asks, and from where somebody comes, on its way to the [`Caller`].
#[derive(Debug, Clone, Copy)]
struct Asked {
    ask: Ask,
    address: IpAddr,
}

/// Lets a request in without what its cookie said: from here on only the [`Caller`] says who it is.
pub async fn enter(ask: Ask, mut request: Request, next: Next) -> Response {
    let Some(viewer) = request.extensions_mut().remove::<Viewer>() else {
        return Error::internal("no middleware has recognised the viewer").into_response();
    };
    request.extensions_mut().insert(Asked { ask, address: viewer.address });
    next.run(request).await
}

impl FromRequestParts<App> for Caller {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Some(asked) = parts.extensions.get::<Asked>().copied() else {
            return Err(Error::internal("this address is not registered with what it asks").into_response());
        };
        let caller = who(app, asked, &parts.headers).await?;
        // From here on whoever reads the viewer reads this one.
        parts.extensions.insert(caller.viewer.clone());
        Ok(caller)
    }
}

async fn who(app: &App, asked: Asked, headers: &HeaderMap) -> Result<Caller, Response> {
    let address = Key::address(asked.address);
    app.limiter.take("api", address).map_err(IntoResponse::into_response)?;
    let scope = asked.ask.scope();
    let nobody = |scopes, key| Caller { viewer: viewer(app, asked.address, None), scopes, key };
    if !headers.contains_key(header::AUTHORIZATION) {
        return match asked.ask {
            Ask::Anybody(_) => Ok(nobody(Scopes::default(), None)),
            Ask::Person(_) => Err(challenge(scope, false)),
        };
    }
    let known = match bearer(&app.db, headers, &asked.address.to_string()).await {
        Ok(known) => known,
        Err(Error::SignIn) => {
            app.limiter.take("sign_in_address", address).map_err(IntoResponse::into_response)?;
            return Err(challenge(scope, true));
        }
        Err(error) => return Err(error.into_response()),
    };
    let Known { person, scopes, key } = known;
    if !scopes.cover(scope) {
        return Err(too_narrow(scope));
    }
    match person {
        Some(person) => Ok(Caller { viewer: viewer(app, asked.address, Some(&person)), scopes, key }),
        None if matches!(asked.ask, Ask::Anybody(_)) => Ok(nobody(scopes, key)),
        // A program by itself is no person.
        None => Err(too_narrow(scope)),
    }
}

fn viewer(app: &App, address: IpAddr, person: Option<&Person>) -> Viewer {
    let me = person.map(|person| Me::plain(person.id, &person.handle, &person.name, person.tier, person.language));
    Viewer::new(ViewerData { address, me, now: app.now() })
}

/// What is missing (RFC 6750 §3, RFC 9110 §11.6.1).
fn challenge(scope: Scope, brought: bool) -> Response {
    let body = serde_json::json!({"type": "about:blank", "title": "Unauthorized", "status": 401, "errors": [],
        "detail": "An access token (see /api) or a personal key (see /io/chiavi) with this scope is needed.", "scope": scope.word()});
    let bearer = if brought { "Bearer realm=\"Dedalus\", error=\"invalid_token\"" } else { "Bearer realm=\"Dedalus\"" };
    let mut response = (StatusCode::UNAUTHORIZED, body.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.append(header::WWW_AUTHENTICATE, HeaderValue::from_static(bearer));
    headers.append(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"Dedalus\", charset=\"UTF-8\""));
    response
}

/// The credential is good and reaches less far.
fn too_narrow(scope: Scope) -> Response {
    let body = serde_json::json!({"type": "about:blank", "title": "Forbidden", "status": 403, "errors": [],
        "detail": "The credential does not reach this far: this scope, of a person, is needed.", "scope": scope.word()});
    let mut response = (StatusCode::FORBIDDEN, body.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    let said = format!("Bearer realm=\"Dedalus\", error=\"insufficient_scope\", scope=\"{}\"", scope.word());
    if let Ok(said) = HeaderValue::from_str(&said) {
        headers.append(header::WWW_AUTHENTICATE, said);
    }
    response
}
