//! /io/conferma — before something sensitive: prove again that it is you. Good for ten minutes.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::providers::{Buttons, buttons_to_prove};
use crate::identity::{Person, Viewer, directory_sign_in, reset, session};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, safe_return, see};

#[derive(Template)]
#[template(path = "identity/templates/prove.html")]
struct ProvePage {
    frame: Frame,
    form: FormView,
    return_to: String,
    has_password: bool,
    has_passkey: bool,
    buttons: Buttons,
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, return_to: String, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    let has_own = reset::credential(&app.db, &person.email).await?.is_some_and(|(_, hash)| hash.is_some());
    let has_password = has_own || directory_sign_in::has_any(app, me.id).await?;
    let has_passkey = crate::identity::passkey::count(&app.db, me.id).await? > 0;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let buttons = buttons_to_prove(app, &frame, me.id, &return_to).await?;
    page_with(status, &ProvePage { form: FormView::with(&frame, faults), frame, return_to, has_password, has_passkey, buttons })
}

/// GET /io/conferma?torna=…
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let return_to = safe_return(Some(&query.0.line("torna")));
    draw(&app, frame, &viewer, return_to, FieldErrors::default()).await
}

/// POST /io/conferma — with the password. A passkey and a provider have addresses of their own.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("sign_in", Key::Account(me.id.0))?;
    let return_to = safe_return(Some(&form.line("torna")));
    let person = Person::find(&app.db, me.id).await?;
    let known = reset::credential(&app.db, &person.email).await?.and_then(|(_, hash)| hash);
    let password = form.secret("password");
    let right = app.passwords.verify(&password, known.as_deref()).await? || directory_sign_in::is_own(&app, me.id, &password).await?;
    if !right {
        let mut faults = FieldErrors::default();
        faults.add("password", "error-old-password");
        return draw(&app, frame, &viewer, return_to, faults).await;
    }
    app.db.write(async |tx| session::prove(tx, me.session_id, false).await).await?;
    see(&return_to, Some("toast-proved"))
}
