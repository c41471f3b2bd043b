//! /accedi — a session for who knows the password.

use askama::Template;
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use crate::identity::{PersonId, Viewer, reset, session};
use crate::shell::{App, Form, FormView, Frame, Jar, Query, page, page_with, safe_return, see, set_cookie};

#[derive(Template)]
#[template(path = "identity/templates/sign_in.html")]
struct SignInPage {
    frame: Frame,
    form: FormView,
    who: String,
    return_to: String,
}

/// GET /accedi
pub async fn form(frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let return_to = query.0.line("torna");
    if viewer.me.is_some() {
        return see(&safe_return(Some(&return_to)), None);
    }
    page(&SignInPage { form: FormView::fresh(&frame), frame, who: String::new(), return_to })
}

/// POST /accedi — attempts are counted by address and by account; who, what and how long are answered alike.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let who = form.line("email");
    let return_to = form.line("torna");
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    app.limiter.take("sign_in", Key::Word(&fold(&who)))?;
    let credential = reset::credential(&app.db, &who).await?;
    let hash = credential.as_ref().and_then(|(_, hash)| hash.as_deref());
    let right = app.passwords.verify(&form.secret("password"), hash).await?;
    match credential {
        Some((id, _)) if right => open_session(&app, &viewer, &headers, id, &safe_return(Some(&return_to)), "toast-signed-in").await,
        _ => {
            let mut faults = FieldErrors::default();
            faults.add("email", "error-sign-in");
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { form: FormView::with(&frame, faults), frame, who, return_to })
        }
    }
}

/// POST /io/uscita — ends this session.
pub async fn leave(app: App, viewer: Viewer) -> Result<Response> {
    if let Ok(me) = viewer.me() {
        app.db.write(async |tx| session::close(tx, me.session_id).await).await?;
    }
    let mut response = see("/", Some("toast-signed-out"))?;
    if let Some(cookie) = set_cookie(&app, Jar::Session, "", Some(0)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Opens a session with a new key (so that a key planted before is worth nothing) and goes on.
pub(super) async fn open_session(
    app: &App,
    viewer: &Viewer,
    headers: &HeaderMap,
    person: PersonId,
    path: &str,
    toast: &'static str,
) -> Result<Response> {
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let days = i64::from(app.config.accounts.session_days);
    let key = app
        .db
        .write(async |tx| {
            if let Some(me) = &viewer.me {
                session::close(tx, me.session_id).await?;
            }
            session::open(tx, person, device, &viewer.address.to_string(), days).await
        })
        .await?;
    let mut response = see(path, Some(toast))?;
    let cookie =
        set_cookie(app, Jar::Session, &key, Some(days * 24 * 3600)).ok_or_else(|| Error::internal("a cookie that no header takes"))?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
