//! /io/conferma — before something sensitive: prove again that it is you. Good for ten minutes.

use askama::Template;
use axum::response::Response;
use http::HeaderMap;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::code_step::redeem;
use super::providers::{Buttons, buttons_to_prove};
use super::question::status;
use crate::identity::ways::Ways;
use crate::identity::{Person, Viewer, directory_sign_in, relying, reset, session};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, safe_return, see};

#[derive(Template)]
#[template(path = "identity/templates/prove.html")]
struct ProvePage {
    frame: Frame,
    form: FormView,
    return_to: String,
    ways: Ways,
    /// Can a passkey be shown here?
    passkeys: bool,
    buttons: Buttons,
}

/// The page, with what is wrong.
pub(super) async fn draw(
    app: &App,
    frame: Frame,
    viewer: &Viewer,
    headers: &HeaderMap,
    return_to: String,
    faults: FieldErrors,
) -> Result<Response> {
    let me = viewer.me()?;
    let mut ways = Ways::read(&app.db, me.id).await?;
    ways.password |= directory_sign_in::has_any(app, me.id).await?;
    let passkeys = ways.passkeys > 0 && relying::is_on(app, headers);
    let buttons = buttons_to_prove(app, &frame, me.id, &return_to).await?;
    page_with(status(&faults), &ProvePage { form: FormView::with(&frame, faults), frame, return_to, ways, passkeys, buttons })
}

/// GET /io/conferma?torna=…
pub async fn form(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, query: Query) -> Result<Response> {
    let return_to = safe_return(Some(&query.0.line("torna")));
    draw(&app, frame, &viewer, &headers, return_to, FieldErrors::default()).await
}

/// POST /io/conferma — with the password, and the code where there is one. A passkey and a provider have addresses of their own.
pub async fn create(app: App, frame: Frame, viewer: Viewer, headers: HeaderMap, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("sign_in", Key::Account(me.id.0))?;
    let return_to = safe_return(Some(&form.line("torna")));
    let person = Person::find(&app.db, me.id).await?;
    let ways = Ways::read(&app.db, me.id).await?;
    let known = reset::credential(&app.db, &person.email).await?.and_then(|(_, hash)| hash);
    let mut faults = FieldErrors::default();
    let password = form.secret("password");
    let right = app.passwords.verify(&password, known.as_deref()).await? || directory_sign_in::is_own(&app, me.id, &password).await?;
    if !right {
        faults.add("password", "error-old-password");
        return draw(&app, frame, &viewer, &headers, return_to, faults).await;
    }
    let (actor, typed) = (viewer.actor()?, form.line("codice"));
    let proved = app
        .db
        .write(async |tx| {
            if ways.code && redeem(tx, &app, &actor, &person, &typed).await?.is_none() {
                return Ok(false);
            }
            session::prove(tx, me.session_id, ways.code).await?;
            Ok(true)
        })
        .await?;
    if proved {
        return see(&return_to, Some("toast-proved"));
    }
    faults.add("codice", "error-code");
    draw(&app, frame, &viewer, &headers, return_to, faults).await
}
