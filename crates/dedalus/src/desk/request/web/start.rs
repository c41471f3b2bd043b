//! The first step: what it is going to be, and what happens with one's data.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use super::compose;
use crate::desk::request::draft::{Draft, Typed};
use crate::desk::request::kind::Kind;
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, Html, Query, page, page_with, see};

#[derive(Template)]
#[template(path = "desk/request/templates/start.html")]
struct StartPage {
    frame: Frame,
    form: FormView,
    kind: Kind,
    category: String,
    privacy: Html,
    agreed: bool,
}

fn draw(frame: Frame, kind: Kind, category: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let privacy = Html(frame.t("request-privacy-check").to_owned());
    page_with(status, &StartPage { form: FormView::with(&frame, faults), frame, kind, category, privacy, agreed: false })
}

/// GET /segnalazioni/nuova?categoria=…
pub async fn report(frame: Frame, query: Query) -> Result<Response> {
    draw(frame, Kind::Report, query.0.line("categoria"), FieldErrors::default())
}

#[derive(Template)]
#[template(path = "desk/request/templates/kinds.html")]
struct KindsPage {
    frame: Frame,
    kinds: Vec<Kind>,
}

/// GET /richieste/nuova?tipo=… — without a kind it asks which.
pub async fn other(frame: Frame, query: Query) -> Result<Response> {
    match Kind::from_form(&query.0.line("tipo")) {
        Some(kind) => draw(frame, kind, String::new(), FieldErrors::default()),
        None => page(&KindsPage { frame, kinds: Kind::ALL.to_vec() }),
    }
}

/// POST /richieste/nuova — begins a draft; from here on nothing typed is lost.
pub async fn begin(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let kind = Kind::from_form(&form.line("tipo")).unwrap_or(Kind::Report);
    let category: String = form.line("categoria").chars().take(60).collect();
    if !form.has("privacy") {
        let mut faults = FieldErrors::default();
        faults.add("privacy", "error-request-privacy");
        return draw(frame, kind, category, faults);
    }
    compose::pace(&app, &viewer)?;
    let mut typed = Typed::default();
    typed.put("categoria", category);
    let key = app.db.write(async |tx| Draft::begin(tx, viewer.id(), kind, &typed).await).await?;
    see(&format!("/richieste/bozze/{key}"), None)
}
