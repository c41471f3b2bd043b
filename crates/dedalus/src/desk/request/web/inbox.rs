//! /segreteria/richieste — the inbox of one's offices: what is open, whose it is, until when.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::clock::{DAY, Time};

use super::story::day;
use crate::desk::request::category::Category;
use crate::desk::request::kind::Kind;
use crate::desk::request::list::{Filter, Row, counts, inbox};
use crate::desk::request::record::category_name;
use crate::desk::request::status::Stage;
use crate::identity::{Act, Office, OfficeId, Viewer};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after};

const FILTERS: &[&str] = &["q", "stato", "categoria", "tipo", "ufficio", "mie", "termine"];
/// A term that ends within these days is near.
const NEAR: i64 = 5 * DAY;

#[derive(Template)]
#[template(path = "desk/request/templates/inbox.html")]
struct InboxPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Row>,
    categories: Vec<(String, String)>,
    kinds: Vec<(&'static str, &'static str)>,
    offices: Vec<Office>,
    stages: &'static [Stage],
    counts: (i64, i64, i64),
}

impl InboxPage {
    fn category(&self, row: &Row) -> String {
        let name = category_name(row.category.as_deref(), self.frame.lang);
        if name.is_empty() { self.frame.t(row.kind.key()).to_owned() } else { name }
    }
    /// How the term is, in words and class.
    fn health(&self, row: &Row) -> (&'static str, &'static str) {
        match row.due_at.since(self.frame.now) {
            _ if row.status.is_closed() => ("", ""),
            left if left < 0 => ("ded-health ded-health--late", "request-late"),
            left if left < NEAR => ("ded-health ded-health--soon", "request-soon"),
            _ => ("ded-health", "request-in-time"),
        }
    }
    fn due(&self, row: &Row) -> String {
        day(&self.frame, row.due_at)
    }
}

/// The filter of an address; open ones unless it says otherwise.
fn filter(list: &Listing, viewer: &Viewer, offices: &[Office], now: Time) -> Filter {
    let office = offices.iter().find(|office| office.slug == list.get("ufficio")).map(|office| office.id);
    Filter {
        text: list.maybe("q"),
        stage: Stage::from_form(list.get("stato")),
        category: list.maybe("categoria"),
        kind: Kind::from_form(list.get("tipo")),
        office,
        officer: (list.get("mie") == "si").then(|| viewer.id()).flatten(),
        due_before: (list.get("termine") == "scaduto").then_some(now),
        before: list.after(),
        since: None,
        corners: None,
    }
}

/// The offices whose requests this viewer works on.
pub async fn own_offices(app: &App, viewer: &Viewer) -> Result<Vec<Office>> {
    let own = viewer.me()?.offices(Act::WorkDesk);
    Ok(Office::all(&app.db).await?.into_iter().filter(|office| own.contains(&office.id)).collect())
}

/// GET /segreteria/richieste
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let mut list = Listing::new("/segreteria/richieste", &query, FILTERS);
    let offices = own_offices(&app, &viewer).await?;
    let ids: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
    let mut rows = inbox(&app.db, &ids, &filter(&list, &viewer, &offices, app.now()), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id.0);
    let all = Category::all(&app.db).await?;
    let categories = all.into_iter().map(|one| (one.code.clone(), one.called(frame.lang).to_owned())).collect();
    let kinds = Kind::ALL.iter().map(|kind| (kind.form_word(), frame.t(kind.key()))).collect();
    let counts = counts(&app.db, &ids, app.now()).await?;
    page(&InboxPage { frame, list, rows, categories, kinds, offices, stages: Stage::ALL, counts })
}

/// GET /segreteria/richieste.csv
pub async fn export(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let list = Listing::new("/segreteria/richieste", &query, FILTERS);
    let offices = own_offices(&app, &viewer).await?;
    let asked = filter(&list, &viewer, &offices, app.now());
    let ids: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
    let headings = ["number", "kind", "category", "title", "place", "status", "office", "officer", "received", "due", "closed"];
    let headings = headings.map(|name| frame.t(&format!("request-column-{name}")));
    csv("richieste", &headings, move |after| {
        let (app, frame, ids, asked) = (app.clone(), frame.clone(), ids.clone(), Filter { before: after, ..asked.clone() });
        async move {
            let rows = inbox(&app.db, &ids, &asked, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                sheet.line([
                    row.number.clone(),
                    frame.t(row.kind.key()).to_owned(),
                    category_name(row.category.as_deref(), frame.lang),
                    row.title.clone(),
                    row.address.clone(),
                    frame.t(row.status.key()).to_owned(),
                    row.office.clone(),
                    row.officer.clone().unwrap_or_default(),
                    row.received_at.rfc3339(),
                    row.due_at.rfc3339(),
                    row.closed_at.map(|at| at.rfc3339()).unwrap_or_default(),
                ]);
            }
            Ok((sheet, piece_after(&rows, |row| row.id.0)))
        }
    })
    .await
}
