//! /amministrazione/pagine — the voices of the institution, open and closed.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::db::Tx;
use kit::error::FieldErrors;

use super::{Question, office_options};
use crate::identity::page_record::{PageFilter, PageRecord};
use crate::identity::{Actor, Change, Entry, PageId, Viewer, note};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/pages.html")]
struct PagesPage {
    frame: Frame,
    list: Listing,
    pages: Vec<PageRecord>,
    offices: Vec<(String, String)>,
}

fn listing(query: &Query) -> (Listing, PageFilter) {
    let list = Listing::new("/amministrazione/pagine", query, &["q", "stato", "ufficio"]);
    let filter = PageFilter { text: list.maybe("q"), open: open(&list), office: list.get("ufficio").parse().ok(), after: list.after() };
    (list, filter)
}

/// `stato=aperte` or `stato=chiuse`.
pub(super) fn open(list: &Listing) -> Option<bool> {
    match list.get("stato") {
        "aperte" => Some(true),
        "chiuse" => Some(false),
        _ => None,
    }
}

/// The page's address in administration.
pub(super) fn path(handle: &str) -> String {
    format!("/amministrazione/pagine/{handle}")
}

/// A row of the audit about a page.
pub(super) async fn note_page(tx: &mut Tx, actor: &Actor, act: &'static str, id: PageId, name: &str, change: &Change) -> Result<()> {
    let about = Entry { act, subject_kind: "page", subject_id: Some(id.0), subject_name: name, ..Entry::default() };
    note(tx, actor, Entry { before: change.before(), after: change.after(), ..about }).await
}

/// GET /amministrazione/pagine?q=…&stato=…&ufficio=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let mut pages = PageRecord::list(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut pages, |page| page.id.0);
    let offices = office_options(&app, &frame, "admin-any-office").await?;
    page(&PagesPage { frame, list, pages, offices })
}

/// GET /amministrazione/pagine.csv
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (_, filter) = listing(&query);
    let headings = ["label-name", "admin-page-handle", "admin-page-office", "admin-editors", "admin-state"].map(|key| frame.t(key));
    csv("pagine", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), PageFilter { after, ..filter.clone() });
        async move {
            let rows = PageRecord::list(&app.db, &filter, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                let state = frame.t(if row.closed_at.is_none() { "admin-open" } else { "admin-closed" });
                sheet.line([&row.name, &row.handle, row.office.as_deref().unwrap_or_default(), &row.editors.to_string(), state]);
            }
            Ok((sheet, piece_after(&rows, |page| page.id.0)))
        }
    })
    .await
}

/// GET /amministrazione/pagine/{handle}/chiusura — asks.
pub async fn ask_close(app: App, frame: Frame, Path(handle): Path<String>) -> Result<Response> {
    let found = PageRecord::by_handle(&app.db, &handle).await?;
    let question = Question {
        title: frame.t1("admin-page-close-title", "name", &found.name),
        text: frame.t("admin-page-close-text").to_owned(),
        button: "admin-page-close-send",
        back: path(&found.handle),
    };
    question.draw(frame, FieldErrors::default())
}

/// POST /amministrazione/pagine/{handle}/chiusura — nobody speaks as it any more; it can be opened again.
pub async fn close(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let found = PageRecord::by_handle(&app.db, &handle).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            PageRecord::close(tx, found.id).await?;
            note_page(tx, &actor, "page.closed", found.id, &found.name, &Change::default()).await
        })
        .await?;
    see(&path(&found.handle), Some("toast-page-closed"))
}

/// POST /amministrazione/pagine/{handle}/riapertura
pub async fn reopen(app: App, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let found = PageRecord::by_handle(&app.db, &handle).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            PageRecord::reopen(tx, found.id).await?;
            note_page(tx, &actor, "page.reopened", found.id, &found.name, &Change::default()).await
        })
        .await?;
    see(&path(&found.handle), Some("toast-page-reopened"))
}
