//! /amministrazione/registro — who did what, to whom, as which page, from where, before and after.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::dotted;
use crate::identity::{AuditFilter, AuditRow, acts, audit_list};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after};

/// A row in words.
struct AuditView {
    row: AuditRow,
    act: String,
}

#[derive(Template)]
#[template(path = "site/templates/admin_audit.html")]
struct AuditPage {
    frame: Frame,
    list: Listing,
    rows: Vec<AuditView>,
    acts: Vec<(String, String)>,
}

fn listing(query: &Query) -> (Listing, AuditFilter) {
    let list = Listing::new("/amministrazione/registro", query, &["q", "atto"]);
    let filter = AuditFilter { text: list.maybe("q"), act: list.maybe("atto"), before: list.after() };
    (list, filter)
}

/// GET /amministrazione/registro?q=…&atto=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let mut rows = audit_list(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    let view = |row: AuditRow| AuditView { act: dotted(&frame, "act", &row.act), row };
    let rows = rows.into_iter().map(view).collect();
    let known = acts(&app.db).await?.into_iter().map(|act| {
        let words = dotted(&frame, "act", &act);
        (act, words)
    });
    let acts = std::iter::once((String::new(), frame.t("admin-any-act").to_owned())).chain(known).collect();
    page(&AuditPage { list, rows, acts, frame })
}

/// GET /amministrazione/registro.csv — the same rows as a file, in pieces, however many they are.
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (_, filter) = listing(&query);
    let headings = [
        "audit-when",
        "audit-who",
        "audit-voice",
        "audit-address",
        "audit-act",
        "audit-act-word",
        "audit-kind",
        "audit-number",
        "audit-subject",
        "audit-before",
        "audit-after",
    ]
    .map(|key| frame.t(key));
    csv("registro", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), AuditFilter { before: after, ..filter.clone() });
        async move {
            let rows = audit_list(&app.db, &filter, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                sheet.line(cells(&frame, row));
            }
            Ok((sheet, piece_after(&rows, |row| row.id)))
        }
    })
    .await
}

fn cells(frame: &Frame, row: &AuditRow) -> [String; 11] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        frame.machine(&row.at),
        row.actor_name.clone(),
        text(&row.voice),
        row.address.clone(),
        dotted(frame, "act", &row.act),
        row.act.clone(),
        row.subject_kind.clone(),
        row.subject_id.map(|id| id.to_string()).unwrap_or_default(),
        row.subject_name.clone(),
        text(&row.before_value),
        text(&row.after_value),
    ]
}
