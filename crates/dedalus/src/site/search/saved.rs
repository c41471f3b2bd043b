//! /io/ricerche — the searches somebody keeps, with their feeds.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::question::Question;
use super::{NAME_MAX, draw};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, page, see};
use crate::social::SavedSearch;

#[derive(Template)]
#[template(path = "site/templates/saved_searches.html")]
struct SavedPage {
    frame: Frame,
    rows: Vec<SavedSearch>,
}

/// GET /io/ricerche
pub async fn index(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let rows = SavedSearch::of_person(&app.db, viewer.me()?.id).await?;
    page(&SavedPage { frame, rows })
}

/// POST /io/ricerche — keeps the search of the page it comes from.
pub async fn keep(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let (me, name, question) = (viewer.me()?.id, form.line("nome"), Question::of(&form));
    let mut faults = FieldErrors::default();
    if question.words.is_empty() {
        faults.add("q", "error-search-words");
    }
    if name.is_empty() {
        faults.add("nome", "error-search-name");
    } else if name.chars().count() > NAME_MAX {
        faults.add("nome", "error-search-name-long");
    }
    if faults.is_empty() {
        match app.db.write(async |tx| SavedSearch::keep(tx, me, &name, &question.kept()).await).await {
            Ok(()) => return see("/io/ricerche", Some("toast-search-kept")),
            Err(Error::Invalid(found)) => faults = found,
            Err(error) => return Err(error),
        }
    }
    draw(&app, frame, &viewer, question, faults).await
}

/// POST /io/ricerche/{id}/fine — the toast says that it is gone; the search itself is one click away.
pub async fn drop(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let me = viewer.me()?.id;
    app.db.write(async |tx| SavedSearch::drop(tx, me, id).await).await?;
    see("/io/ricerche", Some("toast-search-dropped"))
}
