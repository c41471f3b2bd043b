//! /amministrazione/applicazioni — every program that made itself known; one that does harm is taken away.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::Question;
use crate::identity::oauth::{ClientFilter, ClientRow};
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/applications.html")]
struct ApplicationsPage {
    frame: Frame,
    list: Listing,
    rows: Vec<ClientRow>,
    states: Vec<(String, String)>,
}

fn listing(query: &Query) -> (Listing, ClientFilter) {
    let list = Listing::new("/amministrazione/applicazioni", query, &["q", "stato"]);
    let filter = ClientFilter { text: list.maybe("q"), state: list.maybe("stato"), after: list.after() };
    (list, filter)
}

/// GET /amministrazione/applicazioni?q=…&stato=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let mut rows = ClientRow::list(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    let states = [("", "admin-any-state"), ("active", "application-active"), ("revoked", "application-gone")]
        .map(|(word, key)| (word.to_owned(), frame.t(key).to_owned()))
        .into();
    page(&ApplicationsPage { frame, list, rows, states })
}

/// GET /amministrazione/applicazioni.csv — the same programs as a file.
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (_, filter) = listing(&query);
    let keys = [
        "application-name",
        "application-site",
        "application-back",
        "key-scopes",
        "application-people",
        "application-known",
        "key-used",
        "application-gone",
    ];
    csv("applicazioni", &keys.map(|key| frame.t(key)), move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), ClientFilter { after, ..filter.clone() });
        async move {
            let rows = ClientRow::list(&app.db, &filter, PIECE).await?;
            let next = piece_after(&rows, |row| row.id);
            let mut sheet = Sheet::default();
            for row in rows {
                let when = |at: Option<kit::clock::Time>| at.map(|at| frame.machine(&at)).unwrap_or_default();
                let back = row.redirects().join(" ");
                let (made, used, gone) = (frame.machine(&row.created_at), when(row.used_at), when(row.revoked_at));
                sheet.line([row.name, row.website, back, row.scopes, row.people.to_string(), made, used, gone]);
            }
            Ok((sheet, next))
        }
    })
    .await
}

/// GET /amministrazione/applicazioni/{id}/ritiro — asks.
pub async fn ask(app: App, frame: Frame, Path(id): Path<String>) -> Result<Response> {
    let found = ClientRow::find(&app.db, id.parse().map_err(|_| Error::NotFound)?).await?;
    let question = Question {
        title: frame.t1("application-ask-title", "name", &found.name),
        text: frame.tn("application-ask-text", &found.people),
        button: "application-take-away",
        back: "/amministrazione/applicazioni".into(),
    };
    question.draw(frame, FieldErrors::default())
}

/// POST /amministrazione/applicazioni/{id}/ritiro
pub async fn revoke(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            let name = ClientRow::revoke(tx, id).await?;
            let entry =
                Entry { act: "client.revoked", subject_kind: "client", subject_id: Some(id), subject_name: &name, ..Entry::default() };
            note(tx, &actor, entry).await
        })
        .await?;
    see("/amministrazione/applicazioni", Some("toast-client-revoked"))
}
