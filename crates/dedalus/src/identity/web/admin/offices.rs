//! /amministrazione/uffici — the offices, open and closed.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::Question;
use super::pages::open;
use crate::identity::office_record::{OfficeFilter, OfficeRecord};
use crate::identity::{Actor, Change, Entry, OfficeId, OfficeKind, Viewer, note};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/offices.html")]
struct OfficesPage {
    frame: Frame,
    list: Listing,
    offices: Vec<(OfficeRecord, &'static str)>,
    kinds: Vec<(String, String)>,
}

/// Key of a sort of office.
pub(super) const fn kind_key(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::Ordinary => "admin-kind-ordinary",
        OfficeKind::PublicRelations => "admin-kind-public-relations",
        OfficeKind::Political => "admin-kind-political",
    }
}

/// The sorts of office, for a choice.
pub(super) fn kinds(frame: &Frame) -> Vec<(String, String)> {
    OfficeKind::ALL.iter().map(|kind| (kind.word().to_owned(), frame.t(kind_key(*kind)).to_owned())).collect()
}

fn listing(query: &Query) -> (Listing, OfficeFilter) {
    let list = Listing::new("/amministrazione/uffici", query, &["q", "tipo", "stato"]);
    let filter =
        OfficeFilter { text: list.maybe("q"), kind: OfficeKind::from_word(list.get("tipo")), open: open(&list), after: list.after() };
    (list, filter)
}

/// The office's address in administration.
pub(super) fn path(slug: &str) -> String {
    format!("/amministrazione/uffici/{slug}")
}

/// A row of the audit about an office.
pub(super) async fn note_office(tx: &mut Tx, actor: &Actor, act: &'static str, id: OfficeId, name: &str, change: &Change) -> Result<()> {
    let about = Entry { act, subject_kind: "office", subject_id: Some(id.0), subject_name: name, ..Entry::default() };
    note(tx, actor, Entry { before: change.before(), after: change.after(), ..about }).await
}

/// GET /amministrazione/uffici?q=…&tipo=…&stato=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let mut rows = OfficeRecord::list(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |office| office.id.0);
    let offices = rows
        .into_iter()
        .map(|office| {
            let kind = frame.t(kind_key(office.kind));
            (office, kind)
        })
        .collect();
    let any = (String::new(), frame.t("admin-any-kind").to_owned());
    let kinds = std::iter::once(any).chain(kinds(&frame)).collect();
    page(&OfficesPage { frame, list, offices, kinds })
}

/// GET /amministrazione/uffici.csv
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (_, filter) = listing(&query);
    let headings = [
        "label-name",
        "admin-office-slug",
        "admin-office-kind",
        "admin-office-parent",
        "office-head",
        "office-address",
        "office-phone",
        "label-email",
        "admin-state",
    ]
    .map(|key| frame.t(key));
    csv("uffici", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), OfficeFilter { after, ..filter.clone() });
        async move {
            let rows = OfficeRecord::list(&app.db, &filter, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                let state = frame.t(if row.closed_at.is_none() { "admin-open" } else { "admin-closed" });
                let (parent, head) = (row.parent.as_deref().unwrap_or_default(), row.head.as_deref().unwrap_or_default());
                let kind = frame.t(kind_key(row.kind));
                sheet.line([&row.name, &row.slug, kind, parent, head, &row.address, &row.phone, &row.email, state]);
            }
            Ok((sheet, piece_after(&rows, |office| office.id.0)))
        }
    })
    .await
}

fn question(frame: &Frame, office: &OfficeRecord) -> Question {
    Question {
        title: frame.t1("admin-office-close-title", "name", &office.name),
        text: frame.t("admin-office-close-text").to_owned(),
        button: "admin-office-close-send",
        back: path(&office.slug),
    }
}

/// GET /amministrazione/uffici/{slug}/chiusura — asks.
pub async fn ask_close(app: App, frame: Frame, Path(slug): Path<String>) -> Result<Response> {
    let office = OfficeRecord::by_slug(&app.db, &slug).await?;
    question(&frame, &office).draw(frame, FieldErrors::default())
}

/// POST /amministrazione/uffici/{slug}/chiusura — it leaves the lists and keeps its history; it can be opened again.
pub async fn close(app: App, frame: Frame, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let office = OfficeRecord::by_slug(&app.db, &slug).await?;
    let actor = viewer.actor()?;
    let done = app
        .db
        .write(async |tx| {
            OfficeRecord::close(tx, office.id).await?;
            note_office(tx, &actor, "office.closed", office.id, &office.name, &Change::default()).await
        })
        .await;
    match done {
        Err(Error::Invalid(faults)) => question(&frame, &office).draw(frame, faults),
        done => done.and_then(|()| see(&path(&slug), Some("toast-office-closed"))),
    }
}

/// POST /amministrazione/uffici/{slug}/riapertura
pub async fn reopen(app: App, viewer: Viewer, Path(slug): Path<String>) -> Result<Response> {
    let office = OfficeRecord::by_slug(&app.db, &slug).await?;
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            OfficeRecord::reopen(tx, office.id).await?;
            note_office(tx, &actor, "office.reopened", office.id, &office.name, &Change::default()).await
        })
        .await?;
    see(&path(&slug), Some("toast-office-reopened"))
}
