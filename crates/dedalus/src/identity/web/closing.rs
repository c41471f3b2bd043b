//! /io/chiusura — the end of one's account: what goes, what stays, two weeks to think again.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::identity::closing::{self, Obstacle};
use crate::identity::{Person, Viewer};
use crate::shell::{App, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/closing.html")]
struct ClosingPage {
    frame: Frame,
    form: FormView,
    obstacle: Option<Obstacle>,
    closing_at: Option<kit::clock::Time>,
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?;
    let obstacle = closing::obstacle(&app.db, me.id).await?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    page_with(status, &ClosingPage { form, frame, obstacle, closing_at: me.closing_at })
}

/// GET /io/chiusura
pub async fn form(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    draw(&app, frame, &viewer, FieldErrors::default()).await
}

/// POST /io/chiusura — the account ends in two weeks.
pub async fn create(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let person = Person::find(&app.db, viewer.me()?.id).await?;
    match closing::ask(&app, &viewer.actor()?, &person).await {
        Ok(()) => see("/io/chiusura", Some("toast-closing")),
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, faults).await,
        Err(error) => Err(error),
    }
}

/// POST /io/chiusura/ripensamento — the account stays.
pub async fn undo(app: App, viewer: Viewer) -> Result<Response> {
    let person = Person::find(&app.db, viewer.me()?.id).await?;
    closing::think_again(&app, &viewer.actor()?, &person).await?;
    see("/io", Some("toast-staying"))
}
