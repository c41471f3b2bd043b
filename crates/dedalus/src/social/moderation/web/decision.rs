//! /segreteria/moderazione/decisioni/{id} — a decision as moderators read it, and undoing it with a reason.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::error::FieldErrors;

use super::{after, status};
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page_with};
use crate::social::moderation::appeal::Appeal;
use crate::social::moderation::decision::{About, Decision};
use crate::social::moderation::lift::{REASON_MAX, undo as undo_decision};

#[derive(Template)]
#[template(path = "social/moderation/templates/decided.html")]
struct DecidedPage {
    frame: Frame,
    form: FormView,
    decision: Decision,
    about: Vec<About>,
    appeal: Option<Appeal>,
    own: bool,
    reason: String,
}

impl DecidedPage {
    fn max(&self) -> usize {
        REASON_MAX
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, id: i64, reason: String, faults: FieldErrors) -> Result<Response> {
    let decision = Decision::find(&app.db, id).await?;
    let (about, appeal) = tokio::try_join!(decision.about(&app.db), Appeal::of_decision(&app.db, viewer.id(), id))?;
    let own = decision.concerns(&app.db, viewer.me()?.id).await?;
    page_with(status(&faults), &DecidedPage { form: FormView::with(&frame, faults), frame, decision, about, appeal, own, reason })
}

/// GET /segreteria/moderazione/decisioni/{id}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    draw(&app, frame, &viewer, id, String::new(), FieldErrors::default()).await
}

/// POST /segreteria/moderazione/decisioni/{id}/annullamento
pub async fn undo(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let actor = viewer.actor()?;
    let reason = form.text("motivo");
    let done = app.db.write(async |tx| undo_decision(tx, &actor, id, reason.trim()).await).await;
    match after(done, &format!("/segreteria/moderazione/decisioni/{id}"), "toast-decision-undone")? {
        Ok(response) => Ok(response),
        Err(faults) => draw(&app, frame, &viewer, id, reason, faults).await,
    }
}
