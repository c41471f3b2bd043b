//! /amministrazione/comunita — all communities; closing one, and opening it again.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use crate::identity::{Act, Routes, Viewer};
use crate::shell::{App, Form, FormView, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, page_with, see};
use crate::social::community::{Access, CommunityFilter, CommunityId, CommunityRow};
use crate::social::web::at::number;
use crate::social::web::following::skipped;

/// Addresses of administration.
pub fn routes() -> Routes {
    Routes::new()
        .get("/amministrazione/comunita", Act::KeepCommunities, index)
        .get("/amministrazione/comunita.csv", Act::KeepCommunities, export)
        .get("/amministrazione/comunita/{id}/chiusura", Act::KeepCommunities, ask)
        .post("/amministrazione/comunita/{id}/chiusura", Act::KeepCommunities, close)
        .post("/amministrazione/comunita/{id}/riapertura", Act::KeepCommunities, reopen)
}

#[derive(Template)]
#[template(path = "social/templates/community/admin.html")]
struct AdminPage {
    frame: Frame,
    list: Listing,
    rows: Vec<CommunityRow>,
    total: i64,
    kinds: Vec<(&'static str, &'static str)>,
    states: Vec<(&'static str, &'static str)>,
}

const STATES: [(&str, &str); 3] =
    [("open", "community-state-open"), ("asleep", "community-state-asleep"), ("closed", "community-state-closed")];

/// Key of how a community stands.
fn state_key(row: &CommunityRow) -> &'static str {
    match (row.closed_at, row.archived_at) {
        (Some(_), _) => "community-state-closed",
        (None, Some(_)) => "community-state-asleep",
        (None, None) => "community-state-open",
    }
}

impl AdminPage {
    fn state(&self, row: &CommunityRow) -> &'static str {
        self.frame.t(state_key(row))
    }
}

fn listing(query: &Query) -> (Listing, CommunityFilter) {
    let list = Listing::new("/amministrazione/comunita", query, &["q", "tipo", "stato"]);
    let state = list.maybe("stato").filter(|word| STATES.iter().any(|(known, _)| known == word));
    let filter =
        CommunityFilter { text: list.maybe("q"), topic: None, kind: Access::from_word(list.get("tipo")), state, skip: skipped(&list) };
    (list, filter)
}

/// GET /amministrazione/comunita?q=…&tipo=…&stato=…
async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let total = CommunityRow::count(&app.db, &filter).await?;
    let mut rows = CommunityRow::all(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |_| filter.skip + ROWS);
    let kinds = Access::ALL.iter().map(|kind| (kind.word(), frame.t(kind.key()))).collect();
    let states = STATES.iter().map(|(word, key)| (*word, frame.t(key))).collect();
    page(&AdminPage { frame, list, rows, total, kinds, states })
}

/// GET /amministrazione/comunita.csv — the same communities as a file.
async fn export(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    tracing::info!(person = %me.id, "the list of communities was taken away as a file");
    let (_, filter) = listing(&query);
    let keys = ["label-name", "community-address", "community-kind", "community-members", "community-posts", "admin-state", "admin-since"];
    let headings = keys.map(|key| frame.t(key));
    csv("comunita", &headings, move |after| {
        let skip = after.unwrap_or(0);
        let (app, frame, filter) = (app.clone(), frame.clone(), CommunityFilter { skip, ..filter.clone() });
        async move {
            let rows = CommunityRow::all(&app.db, &filter, PIECE).await?;
            let full = i64::try_from(rows.len()).unwrap_or_default() >= PIECE;
            let mut sheet = Sheet::default();
            for row in rows {
                let (members, posts) = (row.member_count.to_string(), row.post_count.to_string());
                let since = frame.machine(&row.created_at);
                sheet.line([&row.name, &row.handle, frame.t(row.kind.key()), &members, &posts, frame.t(state_key(&row)), &since]);
            }
            Ok((sheet, full.then_some(skip + PIECE)))
        }
    })
    .await
}

#[derive(Template)]
#[template(path = "social/templates/community/admin_close.html")]
struct ClosePage {
    frame: Frame,
    form: FormView,
    row: CommunityRow,
    reason: String,
}

async fn find(app: &App, id: &str) -> Result<CommunityRow> {
    let id = number(id).ok_or(Error::NotFound)?;
    CommunityRow::find(&app.db, CommunityId(id.0)).await
}

/// GET /amministrazione/comunita/{id}/chiusura
async fn ask(app: App, frame: Frame, Path(id): Path<String>) -> Result<Response> {
    let row = find(&app, &id).await?;
    page(&ClosePage { form: FormView::fresh(&frame), frame, row, reason: String::new() })
}

/// POST /amministrazione/comunita/{id}/chiusura
async fn close(app: App, frame: Frame, viewer: Viewer, Path(id): Path<String>, form: Form) -> Result<Response> {
    let row = find(&app, &id).await?;
    let reason = form.text("motivo");
    if !(5..=500).contains(&reason.chars().count()) {
        let mut faults = FieldErrors::default();
        faults.add("motivo", "error-community-reason");
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &ClosePage { form: FormView::with(&frame, faults), frame, row, reason });
    }
    let actor = viewer.actor()?;
    app.db.write(async |tx| row.close(tx, &actor, &reason).await).await?;
    see("/amministrazione/comunita", Some("toast-community-closed"))
}

/// POST /amministrazione/comunita/{id}/riapertura
async fn reopen(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let row = find(&app, &id).await?;
    let actor = viewer.actor()?;
    app.db.write(async |tx| row.reopen(tx, &actor).await).await?;
    see("/amministrazione/comunita", Some("toast-community-reopened"))
}
