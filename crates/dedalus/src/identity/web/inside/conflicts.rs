//! /segreteria/verifiche/conflitti — two accounts showed one fiscal code: a manager who did not raise it decides.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::verify::document_words;
use crate::identity::letters::{self, Letter};
use crate::identity::verification::Conflict;
use crate::identity::{Entry, Person, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/inside/conflicts.html")]
struct ConflictsPage {
    frame: Frame,
    form: FormView,
    rows: Vec<(Conflict, &'static str)>,
    faulty: i64,
    reason: String,
}

async fn draw(app: &App, frame: Frame, faulty: i64, reason: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rows = Conflict::list(&app.db, 100).await?.into_iter().map(|row| {
        let words = document_words(&frame, &row.document);
        (row, words)
    });
    let rows = rows.collect();
    page_with(status, &ConflictsPage { form: FormView::with(&frame, faults), rows, faulty, reason, frame })
}

/// GET /segreteria/verifiche/conflitti
pub async fn index(app: App, frame: Frame) -> Result<Response> {
    draw(&app, frame, 0, String::new(), FieldErrors::default()).await
}

/// POST /segreteria/verifiche/conflitti/{id} — `scelta` is `passa` or `resta`; both accounts are told by mail.
pub async fn decide(app: App, frame: Frame, viewer: Viewer, Path(id): Path<i64>, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let conflict = Conflict::open(&app.db, id).await?;
    let (reason, moves) = (form.line("motivo"), form.line("scelta") == "passa");
    let decided = match reason.chars().count() {
        0..3 => Err(Error::field("motivo", "error-reason")),
        301.. => Err(Error::field("motivo", "error-reason-long")),
        _ => write(&app, &viewer, &conflict, moves, &reason, me.id).await,
    };
    match decided {
        Err(Error::Invalid(faults)) => draw(&app, frame, id, reason, faults).await,
        done => done.and_then(|()| see("/segreteria/verifiche/conflitti", Some("toast-conflict-decided"))),
    }
}

async fn write(app: &App, viewer: &Viewer, conflict: &Conflict, moves: bool, reason: &str, by: crate::identity::PersonId) -> Result<()> {
    let actor = viewer.actor()?;
    let (newcomer, holder) = tokio::try_join!(Person::find(&app.db, conflict.person_id), Person::find(&app.db, conflict.holder_id))?;
    app.db
        .write(async |tx| {
            conflict.decide(tx, &app.secret, moves, reason, by).await?;
            let entry = Entry {
                act: "person.verification_decided",
                subject_kind: "person",
                subject_id: Some(newcomer.id.0),
                subject_name: &newcomer.name,
                before: Some(holder.name.clone()),
                after: Some(format!("{}: {reason}", if moves { "moved" } else { "kept" })),
                ..Entry::default()
            };
            note(tx, &actor, entry).await?;
            for (person, verified) in [(&newcomer, moves), (&holder, !moves)] {
                letters::send(tx, &app.secret, Letter::of(app).verification_decided(person, verified, reason)).await?;
            }
            Ok(())
        })
        .await
}
