//! /accedi/con/{slug}/conferma/{key} — the address that was typed is confirmed from a mail: only now the account comes to be.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::newcomer::make;
use super::open;
use super::refused::refuse;
use crate::identity::openid::Refusal;
use crate::identity::provider::Provider;
use crate::identity::provider_sign_up::{self, Newcomer};
use crate::identity::refuse::unsaid;
use crate::identity::{Viewer, check_names};
use crate::shell::{App, Form, FormView, Frame, page_with};

#[derive(Template)]
#[template(path = "identity/templates/providers/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    form: FormView,
    email: String,
    handle: String,
    /// The handle was taken meanwhile: ask for another one.
    other_handle: bool,
}

fn draw(frame: Frame, new: Newcomer, faults: FieldErrors) -> Result<Response> {
    let (status, other_handle) = if faults.is_empty() { (StatusCode::OK, false) } else { (StatusCode::UNPROCESSABLE_ENTITY, true) };
    page_with(status, &ConfirmPage { form: FormView::with(&frame, faults), frame, email: new.email, handle: new.handle, other_handle })
}

/// GET /accedi/con/{slug}/conferma/{key} — one button; opening the link alone changes nothing.
pub async fn form(app: App, frame: Frame, Path((slug, key)): Path<(String, String)>) -> Result<Response> {
    let provider = Provider::open(&app.db, &slug).await?;
    match provider_sign_up::waiting(&app.db, &app.secret, &key).await? {
        Some(new) => draw(frame, new, FieldErrors::default()),
        None => refuse(&frame, &provider, &Refusal::Lost, super::Purpose::Enter),
    }
}

/// POST /accedi/con/{slug}/conferma/{key}
pub async fn create(
    app: App,
    frame: Frame,
    viewer: Viewer,
    Path((slug, key)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    app.limiter.take("sign_in_address", Key::address(viewer.address))?;
    let provider = Provider::open(&app.db, &slug).await?;
    let Some(mut new) = provider_sign_up::waiting(&app.db, &app.secret, &key).await? else {
        return refuse(&frame, &provider, &Refusal::Lost, super::Purpose::Enter);
    };
    if form.has("nickname") {
        let mut faults = FieldErrors::default();
        (_, new.handle) = check_names(&new.name, &form.line("nickname"), &app.config.town.name, &mut faults);
        unsaid(&app, None, vec![("nickname", new.handle.clone())], &mut faults).await?;
        if !faults.is_empty() {
            return draw(frame, new, faults);
        }
    }
    match make(&app, &viewer, &provider, &new).await {
        Ok(person) => {
            app.db.write(async |tx| provider_sign_up::spend(tx, &key).await).await?;
            open(&app, &frame, &viewer, &headers, (&provider, &new.claims, person), &new.path, "toast-welcome").await
        }
        Err(Error::Invalid(faults)) => draw(frame, new, faults),
        Err(error) => Err(error),
    }
}
