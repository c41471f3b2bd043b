//! /io/informativa — the privacy notice has changed since it was accepted: read it, accept it, or leave.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use crate::identity::consent::{self, Matter};
use crate::identity::{PRIVACY_VERSION, Viewer};
use crate::shell::{App, Form, FormView, Frame, Html, Query, page_with, safe_return, see};

#[derive(Template)]
#[template(path = "identity/templates/privacy.html")]
struct PrivacyPage {
    frame: Frame,
    form: FormView,
    words: Html,
    return_to: String,
    /// Has another text been accepted before?
    before: bool,
    accepted: bool,
}

fn draw(frame: Frame, viewer: &Viewer, return_to: String, faults: FieldErrors) -> Result<Response> {
    let before = !viewer.me()?.privacy_version.is_empty();
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let words = Html(frame.t("sign-up-privacy").to_owned());
    page_with(status, &PrivacyPage { form: FormView::with(&frame, faults), words, frame, return_to, before, accepted: false })
}

/// GET /io/informativa?torna=…
pub async fn form(frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    draw(frame, &viewer, safe_return(Some(&query.0.line("torna"))), FieldErrors::default())
}

/// POST /io/informativa — agrees to the text of today.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let return_to = safe_return(Some(&form.line("torna")));
    if !form.has("privacy") {
        let mut faults = FieldErrors::default();
        faults.add("privacy", "error-privacy-box");
        return draw(frame, &viewer, return_to, faults);
    }
    app.db.write(async |tx| consent::give(tx, me.id, Matter::Privacy, PRIVACY_VERSION).await).await?;
    see(&return_to, Some("toast-privacy-accepted"))
}
